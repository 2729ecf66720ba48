// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-organisationseinheit.xsd sha256:d96a9bc8a9f3e07ca6b2b0339c70ddd9931e02b2d77921f9ea473ef382d82268
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Organisationseinheit. Beobachtet sind id, name und zustaendigkeit; die übrigen Namen und alle Stellen sind unbelegt,
/// daher ist die Reihenfolge nach id frei. Gewissheit: beobachtet.
///
/// Schema: Typ `Organisationseinheit`
public struct Organisationseinheit: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Organisationseinheit.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Organisationseinheit.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let rootNames = [nsXzufi.name("organisationseinheit")]
    public static let xml = XMLTable(Self.self, "Organisationseinheit", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Einheit darüber. Gewissheit: vermutet.
        indirect case uebergeordneteOrganisationseinheitID(Identifikator)
        /// Einheit darunter. Gewissheit: vermutet.
        indirect case untergeordneteOrganisationseinheitID(Identifikator)
        /// Kategorie. Gewissheit: vermutet.
        case kategorie(Kategorie)
        /// Name. Gewissheit: beobachtet.
        case name(OrganisationseinheitName)
        /// Beschreibung. Gewissheit: vermutet.
        case beschreibung(HtmlStringLocalized)
        /// Kurze Beschreibung. Gewissheit: vermutet.
        case kurzbeschreibung(HtmlStringLocalized)
        /// Öffnungszeiten als Text. Gewissheit: vermutet.
        case infoOeffnungszeitenText(HtmlStringLocalized)
        /// Öffnungszeiten. Gewissheit: vermutet.
        case infoOeffnungszeitenStrukturiert(Offen)
        /// Hinweise für das Personal. Gewissheit: vermutet.
        case infoInternesServicepersonal(HtmlStringLocalized)
        /// Parkplätze. Gewissheit: vermutet.
        case infoParkplatz(Offen)
        /// Verkehrsmittel. Gewissheit: vermutet.
        case infoVerkehrsmittel(Offen)
        /// Barrierefreiheit. Gewissheit: vermutet.
        case infoBarrierefreiheit(HtmlStringLocalized)
        /// Bild. Gewissheit: vermutet.
        case bild(Bild)
        /// Anschrift. Gewissheit: abgeleitet.
        case anschrift(Anschrift)
        /// Erreichbarkeit. Gewissheit: abgeleitet.
        indirect case erreichbarkeit(Erreichbarkeit)
        /// Adresse in einem Kommunikationssystem. Gewissheit: vermutet.
        case kommunikationssystem(Kommunikationssystem)
        /// Seite im Netz. Gewissheit: vermutet.
        indirect case internetadresse(HyperlinkErweitert)
        /// Bankverbindung. Gewissheit: vermutet.
        case bankverbindung(Offen)
        /// Gläubiger-Identifikationsnummer. Gewissheit: vermutet.
        case glaeubigeridentifikationsnummer(String)
        /// Zahlungsweise. Gewissheit: vermutet.
        indirect case zahlungsweise(Code)
        /// Ansprechperson. Gewissheit: vermutet.
        case kontaktperson(Offen)
        /// Zuständigkeit. Gewissheit: beobachtet.
        case zustaendigkeit(ZustaendigkeitAuspraegung)
        /// Herausgeber. Gewissheit: abgeleitet.
        case herausgeber(Herausgeber)
        /// Wo es gilt. Gewissheit: vermutet.
        indirect case gueltigkeitGebietID(Identifikator)
        /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet.
        indirect case versionsinformation(Versionsinformation)
        /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet.
        indirect case sprachversion(Sprachversion)
        /// Wann es gilt. Gewissheit: abgeleitet.
        case gueltigkeit(Zeitraum)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("uebergeordneteOrganisationseinheitID", { .uebergeordneteOrganisationseinheitID($0) }) { if case .uebergeordneteOrganisationseinheitID(let value) = $0 { value } else { nil } }
            $0.element("untergeordneteOrganisationseinheitID", { .untergeordneteOrganisationseinheitID($0) }) { if case .untergeordneteOrganisationseinheitID(let value) = $0 { value } else { nil } }
            $0.element("kategorie", { .kategorie($0) }) { if case .kategorie(let value) = $0 { value } else { nil } }
            $0.element("name", { .name($0) }) { if case .name(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("kurzbeschreibung", { .kurzbeschreibung($0) }) { if case .kurzbeschreibung(let value) = $0 { value } else { nil } }
            $0.element("infoOeffnungszeitenText", { .infoOeffnungszeitenText($0) }) { if case .infoOeffnungszeitenText(let value) = $0 { value } else { nil } }
            $0.element("infoOeffnungszeitenStrukturiert", { .infoOeffnungszeitenStrukturiert($0) }) { if case .infoOeffnungszeitenStrukturiert(let value) = $0 { value } else { nil } }
            $0.element("infoInternesServicepersonal", { .infoInternesServicepersonal($0) }) { if case .infoInternesServicepersonal(let value) = $0 { value } else { nil } }
            $0.element("infoParkplatz", { .infoParkplatz($0) }) { if case .infoParkplatz(let value) = $0 { value } else { nil } }
            $0.element("infoVerkehrsmittel", { .infoVerkehrsmittel($0) }) { if case .infoVerkehrsmittel(let value) = $0 { value } else { nil } }
            $0.element("infoBarrierefreiheit", { .infoBarrierefreiheit($0) }) { if case .infoBarrierefreiheit(let value) = $0 { value } else { nil } }
            $0.element("bild", { .bild($0) }) { if case .bild(let value) = $0 { value } else { nil } }
            $0.element("anschrift", { .anschrift($0) }) { if case .anschrift(let value) = $0 { value } else { nil } }
            $0.element("erreichbarkeit", { .erreichbarkeit($0) }) { if case .erreichbarkeit(let value) = $0 { value } else { nil } }
            $0.element("kommunikationssystem", { .kommunikationssystem($0) }) { if case .kommunikationssystem(let value) = $0 { value } else { nil } }
            $0.element("internetadresse", { .internetadresse($0) }) { if case .internetadresse(let value) = $0 { value } else { nil } }
            $0.element("bankverbindung", { .bankverbindung($0) }) { if case .bankverbindung(let value) = $0 { value } else { nil } }
            $0.element("glaeubigeridentifikationsnummer", { .glaeubigeridentifikationsnummer($0) }) { if case .glaeubigeridentifikationsnummer(let value) = $0 { value } else { nil } }
            $0.element("zahlungsweise", { .zahlungsweise($0) }) { if case .zahlungsweise(let value) = $0 { value } else { nil } }
            $0.element("kontaktperson", { .kontaktperson($0) }) { if case .kontaktperson(let value) = $0 { value } else { nil } }
            $0.element("zustaendigkeit", { .zustaendigkeit($0) }) { if case .zustaendigkeit(let value) = $0 { value } else { nil } }
            $0.element("herausgeber", { .herausgeber($0) }) { if case .herausgeber(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeitGebietID", { .gueltigkeitGebietID($0) }) { if case .gueltigkeitGebietID(let value) = $0 { value } else { nil } }
            $0.element("versionsinformation", { .versionsinformation($0) }) { if case .versionsinformation(let value) = $0 { value } else { nil } }
            $0.element("sprachversion", { .sprachversion($0) }) { if case .sprachversion(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeit", { .gueltigkeit($0) }) { if case .gueltigkeit(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "http://xoev.de/schemata/xzufi/2_2_0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Organisationseinheit. Beobachtet sind id, name und zustaendigkeit; die übrigen Namen und alle Stellen sind unbelegt,
/// daher ist die Reihenfolge nach id frei. Gewissheit: beobachtet.
///
/// Schema: Typ `Organisationseinheit` und seine Ableitungen
public indirect enum OrganisationseinheitAuspraegung: XMLVariants {
    case organisationseinheit(Organisationseinheit)
    case organisationseinheitErweitert(OrganisationseinheitErweitert)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Organisationseinheit", in: nsXzufi, declared: true, { .organisationseinheit($0) }) { if case .organisationseinheit(let value) = $0 { value } else { nil } }
        $0.type("OrganisationseinheitErweitert", in: nsXzufi, { .organisationseinheitErweitert($0) }) { if case .organisationseinheitErweitert(let value) = $0 { value } else { nil } }
    }
}

/// Name einer Organisationseinheit. Dass name in name steht, ist beobachtet. Gewissheit: beobachtet.
///
/// Schema: Typ `OrganisationseinheitName`
public struct OrganisationseinheitName: XMLComplex {
    /// Der Name, je Sprache einmal. Gewissheit: beobachtet.
    public var name: [StringLocalizedAuspraegung]
    /// Kurzer Name. Gewissheit: vermutet.
    public var kurzbezeichnung: [StringLocalizedAuspraegung]
    /// Wann es gilt. Gewissheit: vermutet.
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        name: [StringLocalizedAuspraegung],
        kurzbezeichnung: [StringLocalizedAuspraegung] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self.name = name
        self.kurzbezeichnung = kurzbezeichnung
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "OrganisationseinheitName", in: nsXzufi) {
        $0.element("name", \.name, min: 1)
        $0.element("kurzbezeichnung", \.kurzbezeichnung)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Anschrift. Reihenfolge frei, weil unbekannt. Gewissheit: abgeleitet.
///
/// Schema: Typ `Anschrift`
public struct Anschrift: XMLComplex {
    public var auswahl: [Anschrift.Auswahl]
    public init(auswahl: [Anschrift.Auswahl] = []) {
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Anschrift", in: nsXzufi) {
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Art. Gewissheit: abgeleitet.
        case typ(CodeAnschrifttyp)
        /// Straße. Gewissheit: abgeleitet.
        case strasse(String)
        /// Hausnummer. Gewissheit: abgeleitet.
        case hausnummer(String)
        /// Postfach. Gewissheit: vermutet.
        case postfach(String)
        /// Postleitzahl. Gewissheit: abgeleitet.
        case postleitzahl(String)
        /// Ort. Gewissheit: abgeleitet.
        case ort(String)
        /// Kennung des Ortes. Gewissheit: vermutet.
        indirect case ortID(Identifikator)
        /// Schlüssel der Verwaltungsgliederung. Gewissheit: vermutet.
        case verwaltungspolitischeKodierung(VerwaltungspolitischeKodierung)
        /// Zusatz. Gewissheit: vermutet.
        case zusatz(StringLocalizedAuspraegung)
        /// Platz bei der Darstellung. Gewissheit: vermutet.
        case positionDarstellung(XSDInteger)
        /// Wann sie gilt. Gewissheit: vermutet.
        case gueltigkeit(Zeitraum)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("typ", { .typ($0) }) { if case .typ(let value) = $0 { value } else { nil } }
            $0.element("strasse", { .strasse($0) }) { if case .strasse(let value) = $0 { value } else { nil } }
            $0.element("hausnummer", { .hausnummer($0) }) { if case .hausnummer(let value) = $0 { value } else { nil } }
            $0.element("postfach", { .postfach($0) }) { if case .postfach(let value) = $0 { value } else { nil } }
            $0.element("postleitzahl", { .postleitzahl($0) }) { if case .postleitzahl(let value) = $0 { value } else { nil } }
            $0.element("ort", { .ort($0) }) { if case .ort(let value) = $0 { value } else { nil } }
            $0.element("ortID", { .ortID($0) }) { if case .ortID(let value) = $0 { value } else { nil } }
            $0.element("verwaltungspolitischeKodierung", { .verwaltungspolitischeKodierung($0) }) { if case .verwaltungspolitischeKodierung(let value) = $0 { value } else { nil } }
            $0.element("zusatz", { .zusatz($0) }) { if case .zusatz(let value) = $0 { value } else { nil } }
            $0.element("positionDarstellung", { .positionDarstellung($0) }) { if case .positionDarstellung(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeit", { .gueltigkeit($0) }) { if case .gueltigkeit(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "http://xoev.de/schemata/xzufi/2_2_0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Kanal und Adresse. Der Bau folgt der XÖV-Basisnachricht. Gewissheit: abgeleitet.
///
/// Schema: Typ `Erreichbarkeit`
public struct Erreichbarkeit: XMLComplex {
    /// Kanal. Gewissheit: abgeleitet.
    public var kanal: CodeErreichbarkeit
    /// Adresse oder Nummer. Gewissheit: abgeleitet.
    public var kennung: String
    /// Zusatz. Gewissheit: abgeleitet.
    public var zusatz: [String]
    /// Platz bei der Darstellung. Gewissheit: vermutet.
    public var positionDarstellung: XSDInteger?
    /// Wann es gilt. Gewissheit: vermutet.
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        kanal: CodeErreichbarkeit,
        kennung: String,
        zusatz: [String] = [],
        positionDarstellung: XSDInteger? = nil,
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self.kanal = kanal
        self.kennung = kennung
        self.zusatz = zusatz
        self.positionDarstellung = positionDarstellung
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "Erreichbarkeit", in: nsXzufi) {
        $0.element("kanal", \.kanal)
        $0.element("kennung", \.kennung)
        $0.element("zusatz", \.zusatz)
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Adresse in einem Kommunikationssystem. Angelehnt an die Schnittstelle einer Landesredaktion. Gewissheit: vermutet.
///
/// Schema: Typ `Kommunikationssystem`
public struct Kommunikationssystem: XMLComplex {
    /// System. Gewissheit: vermutet.
    public var kanal: Code? {
        get { _kanal?.value }
        set { _kanal = newValue.map { XMLIndirect($0) } }
    }
    var _kanal: XMLIndirect<Code>?
    /// Adresse. Gewissheit: vermutet.
    public var kennung: String?
    /// Zusatz. Gewissheit: vermutet.
    public var kennungszusatz: String?
    public var weitereElemente: [XMLAnyElement]
    public init(
        kanal: Code? = nil,
        kennung: String? = nil,
        kennungszusatz: String? = nil,
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._kanal = kanal.map { XMLIndirect($0) }
        self.kennung = kennung
        self.kennungszusatz = kennungszusatz
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "Kommunikationssystem", in: nsXzufi) {
        $0.element("kanal", \._kanal)
        $0.element("kennung", \.kennung)
        $0.element("kennungszusatz", \.kennungszusatz)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Form, in der Organisationseinheiten übertragen werden. Was sie der Grundform hinzufügt, ist unbekannt. Gewissheit:
/// beobachtet.
///
/// Schema: Typ `OrganisationseinheitErweitert`
public struct OrganisationseinheitErweitert: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [OrganisationseinheitErweitert.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [OrganisationseinheitErweitert.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "OrganisationseinheitErweitert", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Einheit darüber. Gewissheit: vermutet.
        indirect case uebergeordneteOrganisationseinheitID(Identifikator)
        /// Einheit darunter. Gewissheit: vermutet.
        indirect case untergeordneteOrganisationseinheitID(Identifikator)
        /// Kategorie. Gewissheit: vermutet.
        case kategorie(Kategorie)
        /// Name. Gewissheit: beobachtet.
        case name(OrganisationseinheitName)
        /// Beschreibung. Gewissheit: vermutet.
        case beschreibung(HtmlStringLocalized)
        /// Kurze Beschreibung. Gewissheit: vermutet.
        case kurzbeschreibung(HtmlStringLocalized)
        /// Öffnungszeiten als Text. Gewissheit: vermutet.
        case infoOeffnungszeitenText(HtmlStringLocalized)
        /// Öffnungszeiten. Gewissheit: vermutet.
        case infoOeffnungszeitenStrukturiert(Offen)
        /// Hinweise für das Personal. Gewissheit: vermutet.
        case infoInternesServicepersonal(HtmlStringLocalized)
        /// Parkplätze. Gewissheit: vermutet.
        case infoParkplatz(Offen)
        /// Verkehrsmittel. Gewissheit: vermutet.
        case infoVerkehrsmittel(Offen)
        /// Barrierefreiheit. Gewissheit: vermutet.
        case infoBarrierefreiheit(HtmlStringLocalized)
        /// Bild. Gewissheit: vermutet.
        case bild(Bild)
        /// Anschrift. Gewissheit: abgeleitet.
        case anschrift(Anschrift)
        /// Erreichbarkeit. Gewissheit: abgeleitet.
        indirect case erreichbarkeit(Erreichbarkeit)
        /// Adresse in einem Kommunikationssystem. Gewissheit: vermutet.
        case kommunikationssystem(Kommunikationssystem)
        /// Seite im Netz. Gewissheit: vermutet.
        indirect case internetadresse(HyperlinkErweitert)
        /// Bankverbindung. Gewissheit: vermutet.
        case bankverbindung(Offen)
        /// Gläubiger-Identifikationsnummer. Gewissheit: vermutet.
        case glaeubigeridentifikationsnummer(String)
        /// Zahlungsweise. Gewissheit: vermutet.
        indirect case zahlungsweise(Code)
        /// Ansprechperson. Gewissheit: vermutet.
        case kontaktperson(Offen)
        /// Zuständigkeit. Gewissheit: beobachtet.
        case zustaendigkeit(ZustaendigkeitAuspraegung)
        /// Herausgeber. Gewissheit: abgeleitet.
        case herausgeber(Herausgeber)
        /// Wo es gilt. Gewissheit: vermutet.
        indirect case gueltigkeitGebietID(Identifikator)
        /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet.
        indirect case versionsinformation(Versionsinformation)
        /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet.
        indirect case sprachversion(Sprachversion)
        /// Wann es gilt. Gewissheit: abgeleitet.
        case gueltigkeit(Zeitraum)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("uebergeordneteOrganisationseinheitID", { .uebergeordneteOrganisationseinheitID($0) }) { if case .uebergeordneteOrganisationseinheitID(let value) = $0 { value } else { nil } }
            $0.element("untergeordneteOrganisationseinheitID", { .untergeordneteOrganisationseinheitID($0) }) { if case .untergeordneteOrganisationseinheitID(let value) = $0 { value } else { nil } }
            $0.element("kategorie", { .kategorie($0) }) { if case .kategorie(let value) = $0 { value } else { nil } }
            $0.element("name", { .name($0) }) { if case .name(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("kurzbeschreibung", { .kurzbeschreibung($0) }) { if case .kurzbeschreibung(let value) = $0 { value } else { nil } }
            $0.element("infoOeffnungszeitenText", { .infoOeffnungszeitenText($0) }) { if case .infoOeffnungszeitenText(let value) = $0 { value } else { nil } }
            $0.element("infoOeffnungszeitenStrukturiert", { .infoOeffnungszeitenStrukturiert($0) }) { if case .infoOeffnungszeitenStrukturiert(let value) = $0 { value } else { nil } }
            $0.element("infoInternesServicepersonal", { .infoInternesServicepersonal($0) }) { if case .infoInternesServicepersonal(let value) = $0 { value } else { nil } }
            $0.element("infoParkplatz", { .infoParkplatz($0) }) { if case .infoParkplatz(let value) = $0 { value } else { nil } }
            $0.element("infoVerkehrsmittel", { .infoVerkehrsmittel($0) }) { if case .infoVerkehrsmittel(let value) = $0 { value } else { nil } }
            $0.element("infoBarrierefreiheit", { .infoBarrierefreiheit($0) }) { if case .infoBarrierefreiheit(let value) = $0 { value } else { nil } }
            $0.element("bild", { .bild($0) }) { if case .bild(let value) = $0 { value } else { nil } }
            $0.element("anschrift", { .anschrift($0) }) { if case .anschrift(let value) = $0 { value } else { nil } }
            $0.element("erreichbarkeit", { .erreichbarkeit($0) }) { if case .erreichbarkeit(let value) = $0 { value } else { nil } }
            $0.element("kommunikationssystem", { .kommunikationssystem($0) }) { if case .kommunikationssystem(let value) = $0 { value } else { nil } }
            $0.element("internetadresse", { .internetadresse($0) }) { if case .internetadresse(let value) = $0 { value } else { nil } }
            $0.element("bankverbindung", { .bankverbindung($0) }) { if case .bankverbindung(let value) = $0 { value } else { nil } }
            $0.element("glaeubigeridentifikationsnummer", { .glaeubigeridentifikationsnummer($0) }) { if case .glaeubigeridentifikationsnummer(let value) = $0 { value } else { nil } }
            $0.element("zahlungsweise", { .zahlungsweise($0) }) { if case .zahlungsweise(let value) = $0 { value } else { nil } }
            $0.element("kontaktperson", { .kontaktperson($0) }) { if case .kontaktperson(let value) = $0 { value } else { nil } }
            $0.element("zustaendigkeit", { .zustaendigkeit($0) }) { if case .zustaendigkeit(let value) = $0 { value } else { nil } }
            $0.element("herausgeber", { .herausgeber($0) }) { if case .herausgeber(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeitGebietID", { .gueltigkeitGebietID($0) }) { if case .gueltigkeitGebietID(let value) = $0 { value } else { nil } }
            $0.element("versionsinformation", { .versionsinformation($0) }) { if case .versionsinformation(let value) = $0 { value } else { nil } }
            $0.element("sprachversion", { .sprachversion($0) }) { if case .sprachversion(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeit", { .gueltigkeit($0) }) { if case .gueltigkeit(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "http://xoev.de/schemata/xzufi/2_2_0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}
