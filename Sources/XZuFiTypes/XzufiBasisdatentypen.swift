// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-basisdatentypen.xsd sha256:5b812b6c2682f86b34052f94f854f5a124a1eb9e2f5aec9a0897e58be0d74482
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Kennung mit ihrer Herkunft, wie in UN/CEFACT. Gewissheit: beobachtet.
///
/// Schema: Typ `Identifikator`
public struct Identifikator: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Art der Kennung. Gewissheit: beobachtet.
    public var schemeID: String?
    /// Name der Art. Gewissheit: beobachtet.
    public var schemeName: String?
    /// Wer die Kennung vergibt. Gewissheit: beobachtet.
    public var schemeAgencyID: String?
    /// Name dessen, der sie vergibt. Gewissheit: beobachtet.
    public var schemeAgencyName: String?
    /// Version der Art. Gewissheit: beobachtet.
    public var schemeVersionID: String?
    /// Adresse der Art. Gewissheit: beobachtet.
    public var schemeURI: String?
    /// Adresse der Daten. Gewissheit: beobachtet.
    public var schemeDataURI: String?
    public init(
        value: String,
        schemeID: String? = nil,
        schemeName: String? = nil,
        schemeAgencyID: String? = nil,
        schemeAgencyName: String? = nil,
        schemeVersionID: String? = nil,
        schemeURI: String? = nil,
        schemeDataURI: String? = nil
    ) {
        self.value = value
        self.schemeID = schemeID
        self.schemeName = schemeName
        self.schemeAgencyID = schemeAgencyID
        self.schemeAgencyName = schemeAgencyName
        self.schemeVersionID = schemeVersionID
        self.schemeURI = schemeURI
        self.schemeDataURI = schemeDataURI
    }
    public static let xml = XMLTable(Self.self, "Identifikator", in: nsXzufi) {
        $0.value(\.value)
        $0.attribute("schemeID", \.schemeID)
        $0.attribute("schemeName", \.schemeName)
        $0.attribute("schemeAgencyID", \.schemeAgencyID)
        $0.attribute("schemeAgencyName", \.schemeAgencyName)
        $0.attribute("schemeVersionID", \.schemeVersionID)
        $0.attribute("schemeURI", \.schemeURI, token: true)
        $0.attribute("schemeDataURI", \.schemeDataURI, token: true)
    }
}

/// Text in einer Sprache; für weitere Sprachen wird das Element wiederholt. Gewissheit: beobachtet.
///
/// Schema: Typ `StringLocalized` und seine Ableitungen
public indirect enum StringLocalizedAuspraegung: XMLVariants {
    case stringLocalized(StringLocalized)
    case htmlStringLocalized(HtmlStringLocalized)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("StringLocalized", in: nsXzufi, declared: true, { .stringLocalized($0) }) { if case .stringLocalized(let value) = $0 { value } else { nil } }
        $0.type("HtmlStringLocalized", in: nsXzufi, { .htmlStringLocalized($0) }) { if case .htmlStringLocalized(let value) = $0 { value } else { nil } }
    }
}

/// Text mit HTML als Zeichendaten in einer Sprache. Welche Auszeichnungen erlaubt sind, prüft das Zielprofil.
/// Gewissheit: beobachtet.
///
/// Schema: Typ `HtmlStringLocalized`
public struct HtmlStringLocalized: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Sprache. Der PVOG verlangt zwei Buchstaben; das prüft das Zielprofil. Gewissheit: beobachtet.
    public var languageCode: XSDLanguage
    public init(value: String, languageCode: XSDLanguage) {
        self.value = value
        self.languageCode = languageCode
    }
    public static let xml = XMLTable(Self.self, "HtmlStringLocalized", in: nsXzufi) {
        $0.value(\.value)
        $0.attribute("languageCode", \.languageCode)
    }
}

/// Link mit Titel. Ob languageCode Attribut oder Element ist, ist unbekannt; beides wird geduldet. Gewissheit:
/// abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `HyperlinkErweitert`
public struct HyperlinkErweitert: XMLComplex {
    /// Sprache des Ziels, als Element. Gewissheit: vermutet.
    public var languageCode: XSDLanguage?
    /// Adresse. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var uri: String
    /// Titel. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var titel: String?
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: String?
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Sprache des Ziels. Gewissheit: abgeleitet.
    public var languageCodeAttribut: XSDLanguage?
    public init(
        languageCode: XSDLanguage? = nil,
        uri: String,
        titel: String? = nil,
        beschreibung: String? = nil,
        positionDarstellung: XSDInteger? = nil,
        languageCodeAttribut: XSDLanguage? = nil
    ) {
        self.languageCode = languageCode
        self.uri = uri
        self.titel = titel
        self.beschreibung = beschreibung
        self.positionDarstellung = positionDarstellung
        self.languageCodeAttribut = languageCodeAttribut
    }
    public static let xml = XMLTable(Self.self, "HyperlinkErweitert", in: nsXzufi) {
        $0.element("languageCode", \.languageCode)
        $0.element("uri", \.uri, token: true)
        $0.element("titel", \.titel)
        $0.element("beschreibung", \.beschreibung)
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.attribute("languageCode", \.languageCodeAttribut)
    }
}

/// Wer etwas wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Versionsinformation`
public struct Versionsinformation: XMLComplex {
    /// Wann erstellt. Gewissheit: beobachtet.
    public var erstelltDatumZeit: XSDDateTime?
    /// Von wem erstellt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var erstelltDurch: String?
    /// Wann geändert. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var geaendertDatumZeit: XSDDateTime?
    /// Von wem geändert. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var geaendertDurch: String?
    /// Version. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var version: String?
    public init(
        erstelltDatumZeit: XSDDateTime? = nil,
        erstelltDurch: String? = nil,
        geaendertDatumZeit: XSDDateTime? = nil,
        geaendertDurch: String? = nil,
        version: String? = nil
    ) {
        self.erstelltDatumZeit = erstelltDatumZeit
        self.erstelltDurch = erstelltDurch
        self.geaendertDatumZeit = geaendertDatumZeit
        self.geaendertDurch = geaendertDurch
        self.version = version
    }
    public static let xml = XMLTable(Self.self, "Versionsinformation", in: nsXzufi) {
        $0.element("erstelltDatumZeit", \.erstelltDatumZeit)
        $0.element("erstelltDurch", \.erstelltDurch)
        $0.element("geaendertDatumZeit", \.geaendertDatumZeit)
        $0.element("geaendertDurch", \.geaendertDurch)
        $0.element("version", \.version, token: true)
    }
}

/// Stand einer Sprache. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Sprachversion`
public struct Sprachversion: XMLComplex {
    /// Sprache. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var languageCode: XSDLanguage
    /// Name der Sprache auf Deutsch. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachbezeichnungDeutsch: String?
    /// Name der Sprache in ihr selbst. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachbezeichnungNativ: String?
    /// Wann erstellt. Gewissheit: beobachtet.
    public var erstelltDatumZeit: XSDDateTime?
    /// Von wem erstellt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var erstelltDurch: String?
    /// Wann geändert. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var geaendertDatumZeit: XSDDateTime?
    /// Von wem geändert. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var geaendertDurch: String?
    /// Version. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var version: String?
    public init(
        languageCode: XSDLanguage,
        sprachbezeichnungDeutsch: String? = nil,
        sprachbezeichnungNativ: String? = nil,
        erstelltDatumZeit: XSDDateTime? = nil,
        erstelltDurch: String? = nil,
        geaendertDatumZeit: XSDDateTime? = nil,
        geaendertDurch: String? = nil,
        version: String? = nil
    ) {
        self.languageCode = languageCode
        self.sprachbezeichnungDeutsch = sprachbezeichnungDeutsch
        self.sprachbezeichnungNativ = sprachbezeichnungNativ
        self.erstelltDatumZeit = erstelltDatumZeit
        self.erstelltDurch = erstelltDurch
        self.geaendertDatumZeit = geaendertDatumZeit
        self.geaendertDurch = geaendertDurch
        self.version = version
    }
    public static let xml = XMLTable(Self.self, "Sprachversion", in: nsXzufi) {
        $0.element("languageCode", \.languageCode)
        $0.element("sprachbezeichnungDeutsch", \.sprachbezeichnungDeutsch)
        $0.element("sprachbezeichnungNativ", \.sprachbezeichnungNativ)
        $0.element("erstelltDatumZeit", \.erstelltDatumZeit)
        $0.element("erstelltDurch", \.erstelltDurch)
        $0.element("geaendertDatumZeit", \.geaendertDatumZeit)
        $0.element("geaendertDurch", \.geaendertDurch)
        $0.element("version", \.version, token: true)
    }
}

/// Zeitraum. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Zeitraum`
public struct Zeitraum: XMLComplex {
    /// Beginn. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beginn: DatumOderZeitpunkt? {
        get { _beginn?.value }
        set { _beginn = newValue.map { XMLIndirect($0) } }
    }
    var _beginn: XMLIndirect<DatumOderZeitpunkt>?
    /// Ende. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var ende: DatumOderZeitpunkt? {
        get { _ende?.value }
        set { _ende = newValue.map { XMLIndirect($0) } }
    }
    var _ende: XMLIndirect<DatumOderZeitpunkt>?
    /// Erläuterung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var zusatz: [StringLocalizedAuspraegung]
    public init(
        beginn: DatumOderZeitpunkt? = nil,
        ende: DatumOderZeitpunkt? = nil,
        zusatz: [StringLocalizedAuspraegung] = []
    ) {
        self._beginn = beginn.map { XMLIndirect($0) }
        self._ende = ende.map { XMLIndirect($0) }
        self.zusatz = zusatz
    }
    public static let xml = XMLTable(Self.self, "Zeitraum", in: nsXzufi) {
        $0.element("beginn", \._beginn)
        $0.element("ende", \._ende)
        $0.element("zusatz", \.zusatz)
    }
}

/// Bild. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Bild`
public struct Bild: XMLComplex {
    /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bezeichnung: [StringLocalizedAuspraegung]
    /// Text statt des Bildes. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var alternativeBeschreibung: [StringLocalizedAuspraegung]
    /// Die Datei. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var dateiReferenz: Dateireferenz
    /// Urheberrecht. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var copyright: Copyright?
    public init(
        bezeichnung: [StringLocalizedAuspraegung] = [],
        alternativeBeschreibung: [StringLocalizedAuspraegung] = [],
        dateiReferenz: Dateireferenz,
        copyright: Copyright? = nil
    ) {
        self.bezeichnung = bezeichnung
        self.alternativeBeschreibung = alternativeBeschreibung
        self.dateiReferenz = dateiReferenz
        self.copyright = copyright
    }
    public static let xml = XMLTable(Self.self, "Bild", in: nsXzufi) {
        $0.element("bezeichnung", \.bezeichnung)
        $0.element("alternativeBeschreibung", \.alternativeBeschreibung)
        $0.element("dateiReferenz", \.dateiReferenz)
        $0.element("copyright", \.copyright)
    }
}

/// Inhalt, dessen Bau unbekannt ist; alles wird geduldet. Gewissheit: vermutet.
///
/// Schema: Typ `Offen`
public struct Offen: XMLComplex {
    public var content: XMLMixedContent
    public var weitereAttribute: XMLForeignAttributes
    public init(
        content: XMLMixedContent = XMLMixedContent(),
        weitereAttribute: XMLForeignAttributes = XMLForeignAttributes()
    ) {
        self.content = content
        self.weitereAttribute = weitereAttribute
    }
    public static let xml = XMLTable(Self.self, "Offen", in: nsXzufi) {
        $0.mixed(\.content, of: Offen.Elemente.self)
        $0.anyAttribute(\.weitereAttribute)
    }

    /// Schema: Elemente zwischen dem Text
    public struct Elemente: XMLComplex {
        public var weitereElemente: [XMLAnyElement]
        public init(weitereElemente: [XMLAnyElement] = []) {
            self.weitereElemente = weitereElemente
        }
        public static let xml = XMLTable(Self.self, in: nsXzufi) {
            $0.any(\.weitereElemente)
        }
    }
}

/// Version in einer Datei: 2.2 oder 2.2.0; beide kommen vor. Gewissheit: beobachtet.
///
/// Schema: Typ `XzufiVersion`
public enum XzufiVersion: String, XMLEnumeration {
    case _22 = "2.2"
    case _220 = "2.2.0"
}

/// Text in einer Sprache; für weitere Sprachen wird das Element wiederholt. Gewissheit: beobachtet.
///
/// Schema: Typ `StringLocalized`
public struct StringLocalized: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Sprache. Der PVOG verlangt zwei Buchstaben; das prüft das Zielprofil. Gewissheit: beobachtet.
    public var languageCode: XSDLanguage
    public init(value: String, languageCode: XSDLanguage) {
        self.value = value
        self.languageCode = languageCode
    }
    public static let xml = XMLTable(Self.self, "StringLocalized", in: nsXzufi) {
        $0.value(\.value)
        $0.attribute("languageCode", \.languageCode)
    }
}

/// Tag oder Zeitpunkt. Das Modell des FIM-Portals kennt Zeitpunkte; ein bloßer Tag wird geduldet. Gewissheit:
/// abgeleitet.
///
/// Schema: Typ `DatumOderZeitpunkt`
public enum DatumOderZeitpunkt: XMLUnion {
    case date(XSDDate)
    case dateTime(XSDDateTime)
    public init?(xmlText: String) {
        if let value = XSDDate(xmlText: xmlText) { self = .date(value); return }
        if let value = XSDDateTime(xmlText: xmlText) { self = .dateTime(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .date(let value): value.xmlText
            case .dateTime(let value): value.xmlText
        }
    }
}

/// Verweis auf eine Datei. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Dateireferenz`
public struct Dateireferenz: XMLComplex {
    public var auswahl: Dateireferenz.Auswahl
    public init(auswahl: Dateireferenz.Auswahl) {
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Dateireferenz", in: nsXzufi) {
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Kennung der Datei. Gewissheit: abgeleitet (Modell des FIM-Portals).
        indirect case dateiID(Identifikator)
        /// Adresse der Datei. Gewissheit: abgeleitet (Modell des FIM-Portals).
        case dateiURL(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("dateiID", { .dateiID($0) }) { if case .dateiID(let value) = $0 { value } else { nil } }
            $0.element("dateiURL", { .dateiURL($0) }, token: true) { if case .dateiURL(let value) = $0 { value } else { nil } }
        }
    }
}

/// Urheberrecht an einem Bild. Das Modell des FIM-Portals nennt copyrightHinweis und copyrightUrl; die Schreibung im
/// XML ist abgeleitet. Gewissheit: abgeleitet.
///
/// Schema: Typ `Copyright`
public struct Copyright: XMLComplex {
    /// Hinweis. Gewissheit: abgeleitet.
    public var copyrightHinweis: [StringLocalizedAuspraegung]
    /// Adresse dazu. Gewissheit: abgeleitet.
    public var copyrightURL: String?
    public init(copyrightHinweis: [StringLocalizedAuspraegung] = [], copyrightURL: String? = nil) {
        self.copyrightHinweis = copyrightHinweis
        self.copyrightURL = copyrightURL
    }
    public static let xml = XMLTable(Self.self, "Copyright", in: nsXzufi) {
        $0.element("copyrightHinweis", \.copyrightHinweis)
        $0.element("copyrightURL", \.copyrightURL, token: true)
    }
}

/// Geldbetrag. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Amount`
public struct Amount: XMLComplex {
    /// Der Wert des Elements.
    public var value: XSDDecimal
    /// Währung nach ISO 4217. Gewissheit: abgeleitet.
    public var currencyCode: String?
    public init(value: XSDDecimal, currencyCode: String? = nil) {
        self.value = value
        self.currencyCode = currencyCode
    }
    public static let xml = XMLTable(Self.self, "Amount", in: nsXzufi) {
        $0.value(\.value)
        $0.attribute("currencyCode", \.currencyCode, token: true)
    }
}
