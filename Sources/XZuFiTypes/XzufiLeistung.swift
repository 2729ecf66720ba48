// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-leistung.xsd sha256:47df58cbcf315bf098bfb917b5c353c5e10901e68fe7073387bd11fce8c44dcb
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Leistung. Die Reihenfolge ist die des Modells des FIM-Portals, das XZuFi 2.2.0 abbildet; sie ist abgeleitet.
/// Gewissheit: beobachtet.
///
/// Schema: Typ `Leistung`
public struct Leistung: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Objekt und Verrichtung. Gewissheit: beobachtet.
    public var struktur: LeistungsstrukturAuspraegung?
    /// Leistungsschlüssel. Gewissheit: beobachtet.
    public var referenzLeiKa: [CodeMitListe]
    /// Texte. Genau einer hat das Thema 02; das prüft die Fachprüfung. Gewissheit: beobachtet.
    public var modulText: [Textmodul]
    /// Texte zu eigenen Themen. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulTextIndividuell: [TextmodulIndividuell]
    /// Fristen. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulFrist: Fristmodul? {
        get { _modulFrist?.value }
        set { _modulFrist = newValue.map { XMLIndirect($0) } }
    }
    var _modulFrist: XMLIndirect<Fristmodul>?
    /// Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulKosten: Kostenmodul? {
        get { _modulKosten?.value }
        set { _modulKosten = newValue.map { XMLIndirect($0) } }
    }
    var _modulKosten: XMLIndirect<Kostenmodul>?
    /// Bearbeitungsdauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulBearbeitungsdauer: Bearbeitungsdauermodul? {
        get { _modulBearbeitungsdauer?.value }
        set { _modulBearbeitungsdauer = newValue.map { XMLIndirect($0) } }
    }
    var _modulBearbeitungsdauer: XMLIndirect<Bearbeitungsdauermodul>?
    /// Begriffe zur Suche. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulBegriffImKontext: [BegriffImKontextModul]
    /// Fachliche Freigabe. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulFachlicheFreigabe: FachlicheFreigabeModul? {
        get { _modulFachlicheFreigabe?.value }
        set { _modulFachlicheFreigabe = newValue.map { XMLIndirect($0) } }
    }
    var _modulFachlicheFreigabe: XMLIndirect<FachlicheFreigabeModul>?
    /// Hinweise für die Auskunft. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulAuskunftshinweis: Auskunftshinweismodul? {
        get { _modulAuskunftshinweis?.value }
        set { _modulAuskunftshinweis = newValue.map { XMLIndirect($0) } }
    }
    var _modulAuskunftshinweis: XMLIndirect<Auskunftshinweismodul>?
    /// Dokumente. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulDokument: Dokumentmodul? {
        get { _modulDokument?.value }
        set { _modulDokument = newValue.map { XMLIndirect($0) } }
    }
    var _modulDokument: XMLIndirect<Dokumentmodul>?
    /// Wo die Leistung herkommt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var modulUrsprungsportal: [UrsprungsportalModul]
    /// Typisierung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var typisierung: [CodeTypisierung]
    /// Vertrauensniveau. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var vertrauensniveau: CodeVertrauensniveau? {
        get { _vertrauensniveau?.value }
        set { _vertrauensniveau = newValue.map { XMLIndirect($0) } }
    }
    var _vertrauensniveau: XMLIndirect<CodeVertrauensniveau>?
    /// Adressaten. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var leistungsadressat: [CodeLeistungsadressat]
    /// Ob Schriftform nötig ist. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kennzeichenSchriftformerfordernis: Bool?
    /// Kategorien. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kategorie: [Kategorie]
    /// Einordnung nach Listen, etwa PV-Lagen. Gewissheit: beobachtet.
    public var klassifizierung: [CodeMitListe]
    /// Informationsbereiche der SDG-Verordnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var informationsbereichSDG: [CodeInformationsbereichSDG]
    /// Verwandte Leistungen. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var idLeistungImKontext: [Identifikator]
    /// Prozesse. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var idProzess: [Identifikator]
    /// Herausgeber. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wo sie gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeitGebietID: [Identifikator]
    /// Ob sie über den einheitlichen Ansprechpartner läuft. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kennzeichenEA: Bool?
    /// Wirtschaftszweige: Code und eigene Kennung; der Bau im XML ist unbekannt. Gewissheit: abgeleitet (Modell des
    /// FIM-Portals).
    public var relevantFuerWirtschaftszweig: [Offen]
    /// Rechtsformen. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var relevantFuerRechtsform: [CodeMitListe]
    /// Staatsangehörigkeiten. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var relevantFuerStaatsangehoerigkeit: [CodeMitListe]
    /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachversion: [Sprachversion]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        struktur: LeistungsstrukturAuspraegung? = nil,
        referenzLeiKa: [CodeMitListe] = [],
        modulText: [Textmodul] = [],
        modulTextIndividuell: [TextmodulIndividuell] = [],
        modulFrist: Fristmodul? = nil,
        modulKosten: Kostenmodul? = nil,
        modulBearbeitungsdauer: Bearbeitungsdauermodul? = nil,
        modulBegriffImKontext: [BegriffImKontextModul] = [],
        modulFachlicheFreigabe: FachlicheFreigabeModul? = nil,
        modulAuskunftshinweis: Auskunftshinweismodul? = nil,
        modulDokument: Dokumentmodul? = nil,
        modulUrsprungsportal: [UrsprungsportalModul] = [],
        typisierung: [CodeTypisierung] = [],
        vertrauensniveau: CodeVertrauensniveau? = nil,
        leistungsadressat: [CodeLeistungsadressat] = [],
        kennzeichenSchriftformerfordernis: Bool? = nil,
        kategorie: [Kategorie] = [],
        klassifizierung: [CodeMitListe] = [],
        informationsbereichSDG: [CodeInformationsbereichSDG] = [],
        idLeistungImKontext: [Identifikator] = [],
        idProzess: [Identifikator] = [],
        herausgeber: Herausgeber? = nil,
        gueltigkeitGebietID: [Identifikator] = [],
        kennzeichenEA: Bool? = nil,
        relevantFuerWirtschaftszweig: [Offen] = [],
        relevantFuerRechtsform: [CodeMitListe] = [],
        relevantFuerStaatsangehoerigkeit: [CodeMitListe] = [],
        versionsinformation: Versionsinformation? = nil,
        sprachversion: [Sprachversion] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.struktur = struktur
        self.referenzLeiKa = referenzLeiKa
        self.modulText = modulText
        self.modulTextIndividuell = modulTextIndividuell
        self._modulFrist = modulFrist.map { XMLIndirect($0) }
        self._modulKosten = modulKosten.map { XMLIndirect($0) }
        self._modulBearbeitungsdauer = modulBearbeitungsdauer.map { XMLIndirect($0) }
        self.modulBegriffImKontext = modulBegriffImKontext
        self._modulFachlicheFreigabe = modulFachlicheFreigabe.map { XMLIndirect($0) }
        self._modulAuskunftshinweis = modulAuskunftshinweis.map { XMLIndirect($0) }
        self._modulDokument = modulDokument.map { XMLIndirect($0) }
        self.modulUrsprungsportal = modulUrsprungsportal
        self.typisierung = typisierung
        self._vertrauensniveau = vertrauensniveau.map { XMLIndirect($0) }
        self.leistungsadressat = leistungsadressat
        self.kennzeichenSchriftformerfordernis = kennzeichenSchriftformerfordernis
        self.kategorie = kategorie
        self.klassifizierung = klassifizierung
        self.informationsbereichSDG = informationsbereichSDG
        self.idLeistungImKontext = idLeistungImKontext
        self.idProzess = idProzess
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self.gueltigkeitGebietID = gueltigkeitGebietID
        self.kennzeichenEA = kennzeichenEA
        self.relevantFuerWirtschaftszweig = relevantFuerWirtschaftszweig
        self.relevantFuerRechtsform = relevantFuerRechtsform
        self.relevantFuerStaatsangehoerigkeit = relevantFuerStaatsangehoerigkeit
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.sprachversion = sprachversion
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let rootNames = [nsXzufi.name("leistung")]
    public static let xml = XMLTable(Self.self, "Leistung", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("struktur", \.struktur)
        $0.element("referenzLeiKa", \.referenzLeiKa)
        $0.element("modulText", \.modulText)
        $0.element("modulTextIndividuell", \.modulTextIndividuell)
        $0.element("modulFrist", \._modulFrist)
        $0.element("modulKosten", \._modulKosten)
        $0.element("modulBearbeitungsdauer", \._modulBearbeitungsdauer)
        $0.element("modulBegriffImKontext", \.modulBegriffImKontext)
        $0.element("modulFachlicheFreigabe", \._modulFachlicheFreigabe)
        $0.element("modulAuskunftshinweis", \._modulAuskunftshinweis)
        $0.element("modulDokument", \._modulDokument)
        $0.element("modulUrsprungsportal", \.modulUrsprungsportal)
        $0.element("typisierung", \.typisierung)
        $0.element("vertrauensniveau", \._vertrauensniveau)
        $0.element("leistungsadressat", \.leistungsadressat)
        $0.element("kennzeichenSchriftformerfordernis", \.kennzeichenSchriftformerfordernis)
        $0.element("kategorie", \.kategorie)
        $0.element("klassifizierung", \.klassifizierung)
        $0.element("informationsbereichSDG", \.informationsbereichSDG)
        $0.element("idLeistungImKontext", \.idLeistungImKontext)
        $0.element("idProzess", \.idProzess)
        $0.element("herausgeber", \._herausgeber)
        $0.element("gueltigkeitGebietID", \.gueltigkeitGebietID)
        $0.element("kennzeichenEA", \.kennzeichenEA)
        $0.element("relevantFuerWirtschaftszweig", \.relevantFuerWirtschaftszweig)
        $0.element("relevantFuerRechtsform", \.relevantFuerRechtsform)
        $0.element("relevantFuerStaatsangehoerigkeit", \.relevantFuerStaatsangehoerigkeit)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("sprachversion", \.sprachversion)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Anpassung einer Leistung für ein Gebiet. Dass sie auf eine Leistung verweist, ist beobachtet; welche Module sie
/// trägt, ist vermutet, ihre Reihenfolge frei. Gewissheit: abgeleitet.
///
/// Schema: Typ `Spezialisierung`
public struct Spezialisierung: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Die Leistung. Gewissheit: abgeleitet.
    public var leistungID: Identifikator {
        get { _leistungID.value }
        _modify { yield &_leistungID.value }
    }
    var _leistungID: XMLIndirect<Identifikator>
    public var auswahl: [Spezialisierung.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        leistungID: Identifikator,
        auswahl: [Spezialisierung.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self._leistungID = XMLIndirect(leistungID)
        self.auswahl = auswahl
    }
    public static let rootNames = [nsXzufi.name("spezialisierung")]
    public static let xml = XMLTable(Self.self, "Spezialisierung", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("leistungID", \._leistungID)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Texte. Genau einer hat das Thema 02; das prüft die Fachprüfung. Gewissheit: beobachtet.
        indirect case modulText(Textmodul)
        /// Texte zu eigenen Themen. Gewissheit: abgeleitet (Modell des FIM-Portals).
        indirect case modulTextIndividuell(TextmodulIndividuell)
        /// Fristen. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case modulFrist(Fristmodul)
        /// Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case modulKosten(Kostenmodul)
        /// Bearbeitungsdauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case modulBearbeitungsdauer(Bearbeitungsdauermodul)
        /// Begriffe zur Suche. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case modulBegriffImKontext(BegriffImKontextModul)
        /// Fachliche Freigabe. Gewissheit: abgeleitet (Modell des FIM-Portals).
        indirect case modulFachlicheFreigabe(FachlicheFreigabeModul)
        /// Hinweise für die Auskunft. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case modulAuskunftshinweis(Auskunftshinweismodul)
        /// Dokumente. Gewissheit: abgeleitet (Modell des FIM-Portals).
        indirect case modulDokument(Dokumentmodul)
        /// Wo die Leistung herkommt. Gewissheit: abgeleitet (Modell des FIM-Portals).
        indirect case modulUrsprungsportal(UrsprungsportalModul)
        /// Herausgeber. Gewissheit: vermutet.
        case herausgeber(Herausgeber)
        /// Wo sie gilt. Gewissheit: vermutet.
        indirect case gueltigkeitGebietID(Identifikator)
        /// Wer sie wann geändert hat. Gewissheit: vermutet.
        indirect case versionsinformation(Versionsinformation)
        /// Die Sprachen und ihre Stände. Gewissheit: vermutet.
        indirect case sprachversion(Sprachversion)
        /// Wann sie gilt. Gewissheit: vermutet.
        case gueltigkeit(Zeitraum)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("modulText", { .modulText($0) }) { if case .modulText(let value) = $0 { value } else { nil } }
            $0.element("modulTextIndividuell", { .modulTextIndividuell($0) }) { if case .modulTextIndividuell(let value) = $0 { value } else { nil } }
            $0.element("modulFrist", { .modulFrist($0) }) { if case .modulFrist(let value) = $0 { value } else { nil } }
            $0.element("modulKosten", { .modulKosten($0) }) { if case .modulKosten(let value) = $0 { value } else { nil } }
            $0.element("modulBearbeitungsdauer", { .modulBearbeitungsdauer($0) }) { if case .modulBearbeitungsdauer(let value) = $0 { value } else { nil } }
            $0.element("modulBegriffImKontext", { .modulBegriffImKontext($0) }) { if case .modulBegriffImKontext(let value) = $0 { value } else { nil } }
            $0.element("modulFachlicheFreigabe", { .modulFachlicheFreigabe($0) }) { if case .modulFachlicheFreigabe(let value) = $0 { value } else { nil } }
            $0.element("modulAuskunftshinweis", { .modulAuskunftshinweis($0) }) { if case .modulAuskunftshinweis(let value) = $0 { value } else { nil } }
            $0.element("modulDokument", { .modulDokument($0) }) { if case .modulDokument(let value) = $0 { value } else { nil } }
            $0.element("modulUrsprungsportal", { .modulUrsprungsportal($0) }) { if case .modulUrsprungsportal(let value) = $0 { value } else { nil } }
            $0.element("herausgeber", { .herausgeber($0) }) { if case .herausgeber(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeitGebietID", { .gueltigkeitGebietID($0) }) { if case .gueltigkeitGebietID(let value) = $0 { value } else { nil } }
            $0.element("versionsinformation", { .versionsinformation($0) }) { if case .versionsinformation(let value) = $0 { value } else { nil } }
            $0.element("sprachversion", { .sprachversion($0) }) { if case .sprachversion(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeit", { .gueltigkeit($0) }) { if case .gueltigkeit(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "http://xoev.de/schemata/xzufi/2_2_0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Gemeinsamer Bau; was es ist, sagt xsi:type. Gewissheit: abgeleitet.
///
/// Schema: Typ `Leistungsstruktur` und seine Ableitungen
public indirect enum LeistungsstrukturAuspraegung: XMLVariants {
    case leistungsstrukturObjekt(LeistungsstrukturObjekt)
    case leistungsstrukturObjektMitVerrichtung(LeistungsstrukturObjektMitVerrichtung)
    case leistungsstrukturObjektMitVerrichtungUndDetail(LeistungsstrukturObjektMitVerrichtungUndDetail)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("LeistungsstrukturObjekt", in: nsXzufi, { .leistungsstrukturObjekt($0) }) { if case .leistungsstrukturObjekt(let value) = $0 { value } else { nil } }
        $0.type("LeistungsstrukturObjektMitVerrichtung", in: nsXzufi, { .leistungsstrukturObjektMitVerrichtung($0) }) { if case .leistungsstrukturObjektMitVerrichtung(let value) = $0 { value } else { nil } }
        $0.type("LeistungsstrukturObjektMitVerrichtungUndDetail", in: nsXzufi, { .leistungsstrukturObjektMitVerrichtungUndDetail($0) }) { if case .leistungsstrukturObjektMitVerrichtungUndDetail(let value) = $0 { value } else { nil } }
    }
}

/// Leistungsobjekt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `LeistungsstrukturObjekt`
public struct LeistungsstrukturObjekt: XMLComplex {
    /// Gruppierung: ein Code oder eine Kategorie. Wie beides unterschieden wird, ist unbekannt. Gewissheit: abgeleitet
    /// (Modell des FIM-Portals).
    public var leistungsgruppierung: Offen?
    public init(leistungsgruppierung: Offen? = nil) {
        self.leistungsgruppierung = leistungsgruppierung
    }
    public static let xml = XMLTable(Self.self, "LeistungsstrukturObjekt", in: nsXzufi) {
        $0.element("leistungsgruppierung", \.leistungsgruppierung)
    }
}

/// Leistungsobjekt mit Verrichtung. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `LeistungsstrukturObjektMitVerrichtung`
public struct LeistungsstrukturObjektMitVerrichtung: XMLComplex {
    /// Gruppierung: ein Code oder eine Kategorie. Wie beides unterschieden wird, ist unbekannt. Gewissheit: abgeleitet
    /// (Modell des FIM-Portals).
    public var leistungsgruppierung: Offen?
    /// Das Objekt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var leistungsobjektID: Identifikator {
        get { _leistungsobjektID.value }
        _modify { yield &_leistungsobjektID.value }
    }
    var _leistungsobjektID: XMLIndirect<Identifikator>
    /// Die Verrichtung. Gewissheit: beobachtet.
    public var verrichtung: Verrichtung
    public init(
        leistungsgruppierung: Offen? = nil,
        leistungsobjektID: Identifikator,
        verrichtung: Verrichtung
    ) {
        self.leistungsgruppierung = leistungsgruppierung
        self._leistungsobjektID = XMLIndirect(leistungsobjektID)
        self.verrichtung = verrichtung
    }
    public static let xml = XMLTable(Self.self, "LeistungsstrukturObjektMitVerrichtung", in: nsXzufi) {
        $0.element("leistungsgruppierung", \.leistungsgruppierung)
        $0.element("leistungsobjektID", \._leistungsobjektID)
        $0.element("verrichtung", \.verrichtung)
    }
}

/// Leistungsobjekt mit Verrichtung und Detail. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `LeistungsstrukturObjektMitVerrichtungUndDetail`
public struct LeistungsstrukturObjektMitVerrichtungUndDetail: XMLComplex {
    /// Gruppierung: ein Code oder eine Kategorie. Wie beides unterschieden wird, ist unbekannt. Gewissheit: abgeleitet
    /// (Modell des FIM-Portals).
    public var leistungsgruppierung: Offen?
    /// Das Objekt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var leistungsobjektID: Identifikator {
        get { _leistungsobjektID.value }
        _modify { yield &_leistungsobjektID.value }
    }
    var _leistungsobjektID: XMLIndirect<Identifikator>
    /// Die Verrichtung. Gewissheit: beobachtet.
    public var verrichtung: Verrichtung
    /// Das Detail. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var verrichtungsdetail: [StringLocalizedAuspraegung]
    public init(
        leistungsgruppierung: Offen? = nil,
        leistungsobjektID: Identifikator,
        verrichtung: Verrichtung,
        verrichtungsdetail: [StringLocalizedAuspraegung] = []
    ) {
        self.leistungsgruppierung = leistungsgruppierung
        self._leistungsobjektID = XMLIndirect(leistungsobjektID)
        self.verrichtung = verrichtung
        self.verrichtungsdetail = verrichtungsdetail
    }
    public static let xml = XMLTable(Self.self, "LeistungsstrukturObjektMitVerrichtungUndDetail", in: nsXzufi) {
        $0.element("leistungsgruppierung", \.leistungsgruppierung)
        $0.element("leistungsobjektID", \._leistungsobjektID)
        $0.element("verrichtung", \.verrichtung)
        $0.element("verrichtungsdetail", \.verrichtungsdetail)
    }
}

/// Verrichtung; welche Art, sagt xsi:type. Ohne xsi:type ist der Inhalt offen. Gewissheit: abgeleitet.
///
/// Schema: Typ `Verrichtung`
public struct Verrichtung: XMLComplex {
    public var weitereElemente: [XMLAnyElement]
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `VerrichtungLeiKa`
    public var schemaType: XMLTypeName?
    public init(weitereElemente: [XMLAnyElement] = [], schemaType: XMLTypeName? = nil) {
        self.weitereElemente = weitereElemente
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Verrichtung", in: nsXzufi) {
        $0.any(\.weitereElemente)
        $0.typeName(\.schemaType, [nsXzufi.name("VerrichtungLeiKa")], [VerrichtungLeiKa.self])
    }
}

/// Verrichtung aus dem Leistungskatalog. Der Name des Typs ist abgeleitet. Gewissheit: abgeleitet.
///
/// Schema: Typ `VerrichtungLeiKa`
public struct VerrichtungLeiKa: XMLComplex {
    /// Die Verrichtung. Gewissheit: beobachtet.
    public var verrichtungLeiKa: CodeMitListe
    public init(verrichtungLeiKa: CodeMitListe) {
        self.verrichtungLeiKa = verrichtungLeiKa
    }
    public static let xml = XMLTable(Self.self, "VerrichtungLeiKa", in: nsXzufi) {
        $0.element("verrichtungLeiKa", \.verrichtungLeiKa)
    }
}
