// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-baukasten.xsd sha256:2fc1c5cf30243186aeb0e1cf6144e8da0776f2ac6d933a76dc889d9900b503e7
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Gebiet. typ ist im Modell des FIM-Portals Pflicht und hier wahlfrei, weil keine Datei vorlag. Gewissheit: abgeleitet
/// (Modell des FIM-Portals).
///
/// Schema: Typ `Gebiet`
public struct Gebiet: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Art des Gebiets. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var typ: Gebietstyp?
    /// Gebiete darüber. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var uebergeordnetesGebietID: [Identifikator]
    /// Gebiete darunter. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var untergeordnetesGebietID: [Identifikator]
    /// Schlüssel der Verwaltungsgliederung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var verwaltungspolitischeKodierung: VerwaltungspolitischeKodierung? {
        get { _verwaltungspolitischeKodierung?.value }
        set { _verwaltungspolitischeKodierung = newValue.map { XMLIndirect($0) } }
    }
    var _verwaltungspolitischeKodierung: XMLIndirect<VerwaltungspolitischeKodierung>?
    /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bezeichnung: [StringLocalizedAuspraegung]
    /// Kurze Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kurzbezeichnung: [StringLocalizedAuspraegung]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [StringLocalizedAuspraegung]
    /// Herausgeber. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wer es wann geändert hat; das Modell schreibt versionsinformationen, bei anderen Objekten von 2.2.0 aber
    /// versionsinformation. Gewissheit: abgeleitet.
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        typ: Gebietstyp? = nil,
        uebergeordnetesGebietID: [Identifikator] = [],
        untergeordnetesGebietID: [Identifikator] = [],
        verwaltungspolitischeKodierung: VerwaltungspolitischeKodierung? = nil,
        bezeichnung: [StringLocalizedAuspraegung] = [],
        kurzbezeichnung: [StringLocalizedAuspraegung] = [],
        beschreibung: [StringLocalizedAuspraegung] = [],
        herausgeber: Herausgeber? = nil,
        versionsinformation: Versionsinformation? = nil,
        gueltigkeit: [Zeitraum] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.typ = typ
        self.uebergeordnetesGebietID = uebergeordnetesGebietID
        self.untergeordnetesGebietID = untergeordnetesGebietID
        self._verwaltungspolitischeKodierung = verwaltungspolitischeKodierung.map { XMLIndirect($0) }
        self.bezeichnung = bezeichnung
        self.kurzbezeichnung = kurzbezeichnung
        self.beschreibung = beschreibung
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.gueltigkeit = gueltigkeit
    }
    public static let rootNames = [nsXzufi.name("gebiet")]
    public static let xml = XMLTable(Self.self, "Gebiet", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("typ", \.typ)
        $0.element("uebergeordnetesGebietID", \.uebergeordnetesGebietID)
        $0.element("untergeordnetesGebietID", \.untergeordnetesGebietID)
        $0.element("verwaltungspolitischeKodierung", \._verwaltungspolitischeKodierung)
        $0.element("bezeichnung", \.bezeichnung)
        $0.element("kurzbezeichnung", \.kurzbezeichnung)
        $0.element("beschreibung", \.beschreibung)
        $0.element("herausgeber", \._herausgeber)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("gueltigkeit", \.gueltigkeit)
    }
}

/// Herausgeber: die Redaktion. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Herausgeber`
public struct Herausgeber: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bezeichnung: [StringLocalizedAuspraegung]
    /// Kurze Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kurzbezeichnung: [StringLocalizedAuspraegung]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [StringLocalizedAuspraegung]
    /// Gebiete, für die sie im Zweifel steht. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var standardZustaendigkeitsgebiet: [Gebiet]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        bezeichnung: [StringLocalizedAuspraegung] = [],
        kurzbezeichnung: [StringLocalizedAuspraegung] = [],
        beschreibung: [StringLocalizedAuspraegung] = [],
        standardZustaendigkeitsgebiet: [Gebiet] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.bezeichnung = bezeichnung
        self.kurzbezeichnung = kurzbezeichnung
        self.beschreibung = beschreibung
        self.standardZustaendigkeitsgebiet = standardZustaendigkeitsgebiet
    }
    public static let rootNames = [nsXzufi.name("herausgeber")]
    public static let xml = XMLTable(Self.self, "Herausgeber", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("bezeichnung", \.bezeichnung)
        $0.element("kurzbezeichnung", \.kurzbezeichnung)
        $0.element("beschreibung", \.beschreibung)
        $0.element("standardZustaendigkeitsgebiet", \.standardZustaendigkeitsgebiet)
    }
}

/// Kategorie. Die Stelle von klasse ist in den Modellen verschieden, daher frei. Gewissheit: abgeleitet (Modell des
/// FIM-Portals).
///
/// Schema: Typ `Kategorie`
public struct Kategorie: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Kategorie darüber. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var uebergeordneteKategorieID: Identifikator? {
        get { _uebergeordneteKategorieID?.value }
        set { _uebergeordneteKategorieID = newValue.map { XMLIndirect($0) } }
    }
    var _uebergeordneteKategorieID: XMLIndirect<Identifikator>?
    /// Kategorien darunter. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var untergeordneteKategorieID: [Identifikator]
    public var auswahl: [Kategorie.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        uebergeordneteKategorieID: Identifikator? = nil,
        untergeordneteKategorieID: [Identifikator] = [],
        auswahl: [Kategorie.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self._uebergeordneteKategorieID = uebergeordneteKategorieID.map { XMLIndirect($0) }
        self.untergeordneteKategorieID = untergeordneteKategorieID
        self.auswahl = auswahl
    }
    public static let rootNames = [nsXzufi.name("kategorie")]
    public static let xml = XMLTable(Self.self, "Kategorie", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("uebergeordneteKategorieID", \._uebergeordneteKategorieID)
        $0.element("untergeordneteKategorieID", \.untergeordneteKategorieID)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Klasse. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case klasse(Kategorieklasse)
        /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case bezeichnung(StringLocalizedAuspraegung)
        /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case beschreibung(HtmlStringLocalized)
        /// Bild dazu; der Name steht im Modell. Gewissheit: abgeleitet.
        case piktogrammID(Bild)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("klasse", { .klasse($0) }) { if case .klasse(let value) = $0 { value } else { nil } }
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("piktogrammID", { .piktogrammID($0) }) { if case .piktogrammID(let value) = $0 { value } else { nil } }
        }
    }
}

/// Art eines Gebiets. Reihenfolge nach id frei, weil unbekannt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Gebietstyp`
public struct Gebietstyp: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Gebietstyp.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Gebietstyp.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Gebietstyp", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case bezeichnung(StringLocalizedAuspraegung)
        /// Kurze Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case kurzbezeichnung(StringLocalizedAuspraegung)
        /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case beschreibung(HtmlStringLocalized)
        /// Version. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case version(String)
        /// Klasse. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case klasse(Gebietsklasse)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("kurzbezeichnung", { .kurzbezeichnung($0) }) { if case .kurzbezeichnung(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("version", { .version($0) }, token: true) { if case .version(let value) = $0 { value } else { nil } }
            $0.element("klasse", { .klasse($0) }) { if case .klasse(let value) = $0 { value } else { nil } }
        }
    }
}

/// Schlüssel der Verwaltungsgliederung. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `VerwaltungspolitischeKodierung`
public struct VerwaltungspolitischeKodierung: XMLComplex {
    /// Kreis. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kreis: CodeMitListe? {
        get { _kreis?.value }
        set { _kreis = newValue.map { XMLIndirect($0) } }
    }
    var _kreis: XMLIndirect<CodeMitListe>?
    /// Regierungsbezirk. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bezirk: CodeMitListe? {
        get { _bezirk?.value }
        set { _bezirk = newValue.map { XMLIndirect($0) } }
    }
    var _bezirk: XMLIndirect<CodeMitListe>?
    /// Bundesland. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bundesland: CodeBundesland? {
        get { _bundesland?.value }
        set { _bundesland = newValue.map { XMLIndirect($0) } }
    }
    var _bundesland: XMLIndirect<CodeBundesland>?
    /// Amtlicher Gemeindeschlüssel (AGS). Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gemeindeschluessel: CodeMitListe? {
        get { _gemeindeschluessel?.value }
        set { _gemeindeschluessel = newValue.map { XMLIndirect($0) } }
    }
    var _gemeindeschluessel: XMLIndirect<CodeMitListe>?
    /// Amtlicher Regionalschlüssel (ARS). Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var regionalschluessel: CodeMitListe? {
        get { _regionalschluessel?.value }
        set { _regionalschluessel = newValue.map { XMLIndirect($0) } }
    }
    var _regionalschluessel: XMLIndirect<CodeMitListe>?
    /// Staat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var nation: CodeMitListe? {
        get { _nation?.value }
        set { _nation = newValue.map { XMLIndirect($0) } }
    }
    var _nation: XMLIndirect<CodeMitListe>?
    /// Gemeindeverband. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gemeindeverband: CodeMitListe? {
        get { _gemeindeverband?.value }
        set { _gemeindeverband = newValue.map { XMLIndirect($0) } }
    }
    var _gemeindeverband: XMLIndirect<CodeMitListe>?
    public init(
        kreis: CodeMitListe? = nil,
        bezirk: CodeMitListe? = nil,
        bundesland: CodeBundesland? = nil,
        gemeindeschluessel: CodeMitListe? = nil,
        regionalschluessel: CodeMitListe? = nil,
        nation: CodeMitListe? = nil,
        gemeindeverband: CodeMitListe? = nil
    ) {
        self._kreis = kreis.map { XMLIndirect($0) }
        self._bezirk = bezirk.map { XMLIndirect($0) }
        self._bundesland = bundesland.map { XMLIndirect($0) }
        self._gemeindeschluessel = gemeindeschluessel.map { XMLIndirect($0) }
        self._regionalschluessel = regionalschluessel.map { XMLIndirect($0) }
        self._nation = nation.map { XMLIndirect($0) }
        self._gemeindeverband = gemeindeverband.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "VerwaltungspolitischeKodierung", in: nsXzufi) {
        $0.element("kreis", \._kreis)
        $0.element("bezirk", \._bezirk)
        $0.element("bundesland", \._bundesland)
        $0.element("gemeindeschluessel", \._gemeindeschluessel)
        $0.element("regionalschluessel", \._regionalschluessel)
        $0.element("nation", \._nation)
        $0.element("gemeindeverband", \._gemeindeverband)
    }
}

/// Klasse von Kategorien. Reihenfolge nach id frei, weil unbekannt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Kategorieklasse`
public struct Kategorieklasse: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Kategorieklasse.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Kategorieklasse.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Kategorieklasse", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case bezeichnung(StringLocalizedAuspraegung)
        /// Kurze Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case kurzbezeichnung(StringLocalizedAuspraegung)
        /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case beschreibung(HtmlStringLocalized)
        /// Version. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case version(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("kurzbezeichnung", { .kurzbezeichnung($0) }) { if case .kurzbezeichnung(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("version", { .version($0) }, token: true) { if case .version(let value) = $0 { value } else { nil } }
        }
    }
}

/// Klasse von Gebietstypen. Reihenfolge nach id frei, weil unbekannt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Gebietsklasse`
public struct Gebietsklasse: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Gebietsklasse.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Gebietsklasse.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Gebietsklasse", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case bezeichnung(StringLocalizedAuspraegung)
        /// Kurze Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case kurzbezeichnung(StringLocalizedAuspraegung)
        /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case beschreibung(HtmlStringLocalized)
        /// Version. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case version(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("kurzbezeichnung", { .kurzbezeichnung($0) }) { if case .kurzbezeichnung(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("version", { .version($0) }, token: true) { if case .version(let value) = $0 { value } else { nil } }
        }
    }
}
