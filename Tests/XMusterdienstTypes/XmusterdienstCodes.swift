// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-codes.xsd sha256:d192b7f0743b123dfa234127e36371cfe22014a4d22d6cdfa0400ffcea1bc904
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Grund, aus dem eine Nachricht nicht verarbeitet wurde. Nutzung nach Typ 1: Liste, Version und Werte sind im Standard
/// festgelegt.
///
/// Schema: Typ `Code.RueckweisungsgrundType`
public struct CodeRueckweisungsgrund: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: Rueckweisungsgrund
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: Rueckweisungsgrund,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-rueckweisungsgrund",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-rueckweisungsgrund" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.RueckweisungsgrundType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-rueckweisungsgrund")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Parkzone nach der Liste der jeweiligen Kommune. Nutzung nach Typ 4: Liste und Version nennt die Nachricht.
///
/// Schema: Typ `Code.BewohnerparkzoneType`
public struct CodeBewohnerparkzone: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String
    /// Version der Codeliste.
    public var listVersionID: String
    public init(code: String, name: String? = nil, listURI: String, listVersionID: String) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.BewohnerparkzoneType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Ergebnis der Prüfung eines Antrags. Nutzung nach Typ 1: Liste, Version und Werte sind im Standard festgelegt.
///
/// Schema: Typ `Code.EntscheidungType`
public struct CodeEntscheidung: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: Entscheidung
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: Entscheidung,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-entscheidung",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-entscheidung" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.EntscheidungType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-entscheidung")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Grund, aus dem die Haltung eines Hundes endet. Nutzung nach Typ 1: Liste, Version und Werte sind im Standard
/// festgelegt.
///
/// Schema: Typ `Code.AbmeldegrundType`
public struct CodeAbmeldegrund: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: Abmeldegrund
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: Abmeldegrund,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-abmeldegrund",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-abmeldegrund" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.AbmeldegrundType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-abmeldegrund")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Werte der Codeliste Rueckweisungsgrund.
///
/// Schema: Typ `RueckweisungsgrundType`
public enum Rueckweisungsgrund: String, XMLEnumeration {
    /// Die Nachricht entspricht nicht dem Schema.
    case schema = "schema"
    /// Ein Code ist in der Codeliste nicht enthalten.
    case codeliste = "codeliste"
    /// Die empfangende Stelle ist nicht zuständig.
    case zustaendigkeit = "zustaendigkeit"
    /// Anderer Grund.
    case sonstiges = "sonstiges"
}

/// Art eines Nachweises nach einer zwischen Autor und Leser vereinbarten Liste. Nutzung nach Typ 4: Liste und Version
/// nennt die Nachricht.
///
/// Schema: Typ `Code.NachweisartType`
public struct CodeNachweisart: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String
    /// Version der Codeliste.
    public var listVersionID: String
    public init(code: String, name: String? = nil, listURI: String, listVersionID: String) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.NachweisartType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Werte der Codeliste Entscheidung.
///
/// Schema: Typ `EntscheidungType`
public enum Entscheidung: String, XMLEnumeration {
    /// Dem Antrag wird entsprochen.
    case bewilligt = "bewilligt"
    /// Der Antrag wird abgelehnt.
    case abgelehnt = "abgelehnt"
    /// Es fehlen Angaben oder Nachweise.
    case unvollstaendig = "unvollstaendig"
}

/// Rasse eines Hundes; die Liste wird unabhängig vom Standard gepflegt. Nutzung nach Typ 3: Die Liste ist im Standard
/// festgelegt, die Version nennt die Nachricht.
///
/// Schema: Typ `Code.HunderasseType`
public struct CodeHunderasse: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-hunderasse",
        listVersionID: String
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-hunderasse" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.HunderasseType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-hunderasse")
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Zweck, zu dem ein Hund gehalten wird. Nutzung nach Typ 1: Liste, Version und Werte sind im Standard festgelegt.
///
/// Schema: Typ `Code.HaltungszweckType`
public struct CodeHaltungszweck: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: Haltungszweck
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: Haltungszweck,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-haltungszweck",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-haltungszweck" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.HaltungszweckType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-haltungszweck")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Werte der Codeliste Abmeldegrund.
///
/// Schema: Typ `AbmeldegrundType`
public enum Abmeldegrund: String, XMLEnumeration {
    /// Der Hund ist verstorben.
    case verstorben = "verstorben"
    /// Der Hund wurde abgegeben.
    case abgegeben = "abgegeben"
    /// Die haltende Person ist weggezogen.
    case wegzug = "wegzug"
}

/// Abstände, in denen eine Steuer gezahlt wird. Nutzung nach Typ 2: Liste und Version sind im Standard festgelegt, die
/// Werte stehen in der Codeliste.
///
/// Schema: Typ `Code.ZahlungsrhythmusType`
public struct CodeZahlungsrhythmus: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-zahlungsrhythmus",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-zahlungsrhythmus" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.ZahlungsrhythmusType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-zahlungsrhythmus")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Die Nachrichten von XMusterdienst. Nutzung nach Typ 1: Liste, Version und Werte sind im Standard festgelegt.
///
/// Schema: Typ `Code.NachrichtentypType`
public struct CodeNachrichtentyp: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: Nachrichtentyp
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: Nachrichtentyp,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-nachrichten",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-nachrichten" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.NachrichtentypType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-nachrichten")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Verzeichnisdienst, in dem eine Behörde geführt wird. Nutzung nach Typ 3: Die Liste ist im Standard festgelegt, die
/// Version nennt die Nachricht.
///
/// Schema: Typ `Code.VerzeichnisdienstType`
public struct CodeVerzeichnisdienst: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:kosit:codeliste:verzeichnisdienst",
        listVersionID: String
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:kosit:codeliste:verzeichnisdienst" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.VerzeichnisdienstType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:kosit:codeliste:verzeichnisdienst")
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Gemeinde, bezeichnet durch den Amtlichen Regionalschlüssel. Nutzung nach Typ 3: Die Liste ist im Standard
/// festgelegt, die Version nennt die Nachricht.
///
/// Schema: Typ `Code.RegionalschluesselType`
public struct CodeRegionalschluessel: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs",
        listVersionID: String
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.RegionalschluesselType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs")
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Kommunikationswege. Nutzung nach Typ 2: Liste und Version sind im Standard festgelegt, die Werte stehen in der
/// Codeliste.
///
/// Schema: Typ `Code.ErreichbarkeitType`
public struct CodeErreichbarkeit: XOEVCode {
    /// Wert aus der Codeliste.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige.
    public var name: String?
    /// Kennung der Codeliste.
    public var listURI: String?
    /// Version der Codeliste.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:swift-xoev:codeliste:xmusterdienst-kanal",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:swift-xoev:codeliste:xmusterdienst-kanal" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.ErreichbarkeitType", in: nsXmd) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:swift-xoev:codeliste:xmusterdienst-kanal")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Werte der Codeliste Haltungszweck.
///
/// Schema: Typ `HaltungszweckType`
public enum Haltungszweck: String, XMLEnumeration {
    /// Private Haltung
    case privat = "privat"
    /// Dienst- oder Rettungshund
    case dienst = "dienst"
    /// Assistenzhund
    case assistenz = "assistenz"
    /// Gewerbliche Haltung
    case gewerbe = "gewerbe"
}

/// Werte der Codeliste Nachrichtentyp.
///
/// Schema: Typ `NachrichtentypType`
public enum Nachrichtentyp: String, XMLEnumeration {
    /// administration.rueckweisung.0001
    case _0001 = "0001"
    /// hundesteuer.anmeldung.0101
    case _0101 = "0101"
    /// hundesteuer.abmeldung.0102
    case _0102 = "0102"
    /// hundesteuer.bestaetigung.0111
    case _0111 = "0111"
    /// bewohnerparken.antrag.0201
    case _0201 = "0201"
    /// bewohnerparken.entscheidung.0211
    case _0211 = "0211"
}
