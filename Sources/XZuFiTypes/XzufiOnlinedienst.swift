// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-onlinedienst.xsd sha256:f601f39cdd0c1f364c7f878926b379b60f5e385d637a7a7a51a7a438d5268cca
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Formular. Keine Datei lag vor. Gewissheit: vermutet.
///
/// Schema: Typ `Formular`
public struct Formular: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Formular.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Formular.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let rootNames = [nsXzufi.name("formular")]
    public static let xml = XMLTable(Self.self, "Formular", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: vermutet.
        case bezeichnung(StringLocalizedAuspraegung)
        /// Beschreibung. Gewissheit: vermutet.
        case beschreibung(HtmlStringLocalized)
        /// Wo es ist. Gewissheit: vermutet.
        indirect case link(HyperlinkErweitert)
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
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("link", { .link($0) }) { if case .link(let value) = $0 { value } else { nil } }
            $0.element("herausgeber", { .herausgeber($0) }) { if case .herausgeber(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeitGebietID", { .gueltigkeitGebietID($0) }) { if case .gueltigkeitGebietID(let value) = $0 { value } else { nil } }
            $0.element("versionsinformation", { .versionsinformation($0) }) { if case .versionsinformation(let value) = $0 { value } else { nil } }
            $0.element("sprachversion", { .sprachversion($0) }) { if case .sprachversion(let value) = $0 { value } else { nil } }
            $0.element("gueltigkeit", { .gueltigkeit($0) }) { if case .gueltigkeit(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "http://xoev.de/schemata/xzufi/2_2_0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Onlinedienst. Beobachtet sind id, bezeichnung, link und dass es Parameter und Zuständigkeiten gibt; die übrigen
/// Namen und alle Stellen sind unbelegt, daher ist die Reihenfolge nach id frei. Gewissheit: beobachtet.
///
/// Schema: Typ `Onlinedienst`
public struct Onlinedienst: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [Onlinedienst.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [Onlinedienst.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let rootNames = [nsXzufi.name("onlinedienst")]
    public static let xml = XMLTable(Self.self, "Onlinedienst", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: beobachtet.
        case bezeichnung(StringLocalizedAuspraegung)
        /// Kurze Bezeichnung. Gewissheit: vermutet.
        case kurzbezeichnung(StringLocalizedAuspraegung)
        /// Einladung. Gewissheit: vermutet.
        case teaser(HtmlStringLocalized)
        /// Beschreibung. Gewissheit: vermutet.
        case beschreibung(HtmlStringLocalized)
        /// Link. Gewissheit: beobachtet.
        indirect case link(OnlinedienstLink)
        /// Logo. Gewissheit: vermutet.
        case logo(Bild)
        /// Identifizierungsmittel. Gewissheit: vermutet.
        indirect case identifizierungsmittel(Code)
        /// Vertrauensniveau. Gewissheit: vermutet.
        case vertrauensniveau(CodeVertrauensniveau)
        /// Zahlungsweise. Gewissheit: vermutet.
        indirect case zahlungsweise(Code)
        /// Sprache der Durchführung. Gewissheit: vermutet.
        case durchfuehrungSprache(XSDLanguage)
        /// Parameter. Gewissheit: vermutet.
        case parameter(OnlinedienstParameter)
        /// Parameter, die beim Aufruf entstehen. Gewissheit: vermutet.
        case dynamischeParameter(Offen)
        /// Zuständigkeit. Gewissheit: abgeleitet.
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
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("kurzbezeichnung", { .kurzbezeichnung($0) }) { if case .kurzbezeichnung(let value) = $0 { value } else { nil } }
            $0.element("teaser", { .teaser($0) }) { if case .teaser(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("link", { .link($0) }) { if case .link(let value) = $0 { value } else { nil } }
            $0.element("logo", { .logo($0) }) { if case .logo(let value) = $0 { value } else { nil } }
            $0.element("identifizierungsmittel", { .identifizierungsmittel($0) }) { if case .identifizierungsmittel(let value) = $0 { value } else { nil } }
            $0.element("vertrauensniveau", { .vertrauensniveau($0) }) { if case .vertrauensniveau(let value) = $0 { value } else { nil } }
            $0.element("zahlungsweise", { .zahlungsweise($0) }) { if case .zahlungsweise(let value) = $0 { value } else { nil } }
            $0.element("durchfuehrungSprache", { .durchfuehrungSprache($0) }) { if case .durchfuehrungSprache(let value) = $0 { value } else { nil } }
            $0.element("parameter", { .parameter($0) }) { if case .parameter(let value) = $0 { value } else { nil } }
            $0.element("dynamischeParameter", { .dynamischeParameter($0) }) { if case .dynamischeParameter(let value) = $0 { value } else { nil } }
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

/// Onlinedienst. Beobachtet sind id, bezeichnung, link und dass es Parameter und Zuständigkeiten gibt; die übrigen
/// Namen und alle Stellen sind unbelegt, daher ist die Reihenfolge nach id frei. Gewissheit: beobachtet.
///
/// Schema: Typ `Onlinedienst` und seine Ableitungen
public indirect enum OnlinedienstAuspraegung: XMLVariants {
    case onlinedienst(Onlinedienst)
    case onlinedienstErweitert(OnlinedienstErweitert)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Onlinedienst", in: nsXzufi, declared: true, { .onlinedienst($0) }) { if case .onlinedienst(let value) = $0 { value } else { nil } }
        $0.type("OnlinedienstErweitert", in: nsXzufi, { .onlinedienstErweitert($0) }) { if case .onlinedienstErweitert(let value) = $0 { value } else { nil } }
    }
}

/// Link eines Onlinedienstes. Gewissheit: beobachtet.
///
/// Schema: Typ `OnlinedienstLink`
public struct OnlinedienstLink: XMLComplex {
    /// Art. Gewissheit: beobachtet.
    public var typ: CodeOnlinedienstlinktyp
    /// Adresse. Gewissheit: beobachtet.
    public var link: String
    /// Titel. Gewissheit: vermutet.
    public var titel: [StringLocalizedAuspraegung]
    public var weitereElemente: [XMLAnyElement]
    public init(
        typ: CodeOnlinedienstlinktyp,
        link: String,
        titel: [StringLocalizedAuspraegung] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self.typ = typ
        self.link = link
        self.titel = titel
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "OnlinedienstLink", in: nsXzufi) {
        $0.element("typ", \.typ)
        $0.element("link", \.link, token: true)
        $0.element("titel", \.titel)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Parameter eines Onlinedienstes. Dass es Parameter gibt, ist beobachtet; die Namen sind vermutet. Gewissheit:
/// vermutet.
///
/// Schema: Typ `OnlinedienstParameter`
public struct OnlinedienstParameter: XMLComplex {
    /// Name. Gewissheit: vermutet.
    public var parameterName: String
    /// Wert. Gewissheit: vermutet.
    public var parameterWert: String?
    public var weitereElemente: [XMLAnyElement]
    public init(
        parameterName: String,
        parameterWert: String? = nil,
        weitereElemente: [XMLAnyElement] = []
    ) {
        self.parameterName = parameterName
        self.parameterWert = parameterWert
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "OnlinedienstParameter", in: nsXzufi) {
        $0.element("parameterName", \.parameterName)
        $0.element("parameterWert", \.parameterWert)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Form, in der Onlinedienste übertragen werden. Was sie der Grundform hinzufügt, ist unbekannt. Gewissheit:
/// beobachtet.
///
/// Schema: Typ `OnlinedienstErweitert`
public struct OnlinedienstErweitert: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator {
        get { _id.value }
        _modify { yield &_id.value }
    }
    var _id: XMLIndirect<Identifikator>
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    public var auswahl: [OnlinedienstErweitert.Auswahl]
    public init(
        id: Identifikator,
        idSekundaer: [Identifikator] = [],
        auswahl: [OnlinedienstErweitert.Auswahl] = []
    ) {
        self._id = XMLIndirect(id)
        self.idSekundaer = idSekundaer
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "OnlinedienstErweitert", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Bezeichnung. Gewissheit: beobachtet.
        case bezeichnung(StringLocalizedAuspraegung)
        /// Kurze Bezeichnung. Gewissheit: vermutet.
        case kurzbezeichnung(StringLocalizedAuspraegung)
        /// Einladung. Gewissheit: vermutet.
        case teaser(HtmlStringLocalized)
        /// Beschreibung. Gewissheit: vermutet.
        case beschreibung(HtmlStringLocalized)
        /// Link. Gewissheit: beobachtet.
        indirect case link(OnlinedienstLink)
        /// Logo. Gewissheit: vermutet.
        case logo(Bild)
        /// Identifizierungsmittel. Gewissheit: vermutet.
        indirect case identifizierungsmittel(Code)
        /// Vertrauensniveau. Gewissheit: vermutet.
        case vertrauensniveau(CodeVertrauensniveau)
        /// Zahlungsweise. Gewissheit: vermutet.
        indirect case zahlungsweise(Code)
        /// Sprache der Durchführung. Gewissheit: vermutet.
        case durchfuehrungSprache(XSDLanguage)
        /// Parameter. Gewissheit: vermutet.
        case parameter(OnlinedienstParameter)
        /// Parameter, die beim Aufruf entstehen. Gewissheit: vermutet.
        case dynamischeParameter(Offen)
        /// Zuständigkeit. Gewissheit: abgeleitet.
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
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("kurzbezeichnung", { .kurzbezeichnung($0) }) { if case .kurzbezeichnung(let value) = $0 { value } else { nil } }
            $0.element("teaser", { .teaser($0) }) { if case .teaser(let value) = $0 { value } else { nil } }
            $0.element("beschreibung", { .beschreibung($0) }) { if case .beschreibung(let value) = $0 { value } else { nil } }
            $0.element("link", { .link($0) }) { if case .link(let value) = $0 { value } else { nil } }
            $0.element("logo", { .logo($0) }) { if case .logo(let value) = $0 { value } else { nil } }
            $0.element("identifizierungsmittel", { .identifizierungsmittel($0) }) { if case .identifizierungsmittel(let value) = $0 { value } else { nil } }
            $0.element("vertrauensniveau", { .vertrauensniveau($0) }) { if case .vertrauensniveau(let value) = $0 { value } else { nil } }
            $0.element("zahlungsweise", { .zahlungsweise($0) }) { if case .zahlungsweise(let value) = $0 { value } else { nil } }
            $0.element("durchfuehrungSprache", { .durchfuehrungSprache($0) }) { if case .durchfuehrungSprache(let value) = $0 { value } else { nil } }
            $0.element("parameter", { .parameter($0) }) { if case .parameter(let value) = $0 { value } else { nil } }
            $0.element("dynamischeParameter", { .dynamischeParameter($0) }) { if case .dynamischeParameter(let value) = $0 { value } else { nil } }
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
