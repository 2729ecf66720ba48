// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder-codes.xsd sha256:ea79de4f74b2c6c4c2de986d7d227aebecc88cc781ba65efa28095c6480357c0
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Status eines Elements. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.StatusType`
public struct CodeStatus: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Status
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Status,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.status",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.status" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.StatusType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.status")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Datum oder nichts. Gewissheit: beobachtet.
///
/// Schema: Typ `DatumOderLeerType`
public enum DatumOderLeer: XMLUnion {
    case date(XSDDate)
    case leer(Leer)
    public init?(xmlText: String) {
        if let value = XSDDate(xmlText: xmlText) { self = .date(value); return }
        if let value = Leer(xmlText: xmlText) { self = .leer(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .date(let value): value.xmlText
            case .leer(let value): value.xmlText
        }
    }
}

/// Leerer Text: Werkzeuge schreiben leere Elemente, wo nichts angegeben ist. Gewissheit: beobachtet.
///
/// Schema: Typ `LeerType`
public struct Leer: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(maxLength: 0, collapses: true)
}

/// Art eines Schemaelements. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.SchemaelementartType`
public struct CodeSchemaelementart: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Schemaelementart
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Schemaelementart,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.SchemaelementartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Art eines Feldes. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.FeldartType`
public struct CodeFeldart: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Feldart
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Feldart,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.feldart",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.feldart" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.FeldartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.feldart")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Datentyp eines Feldes. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.DatentypType`
public struct CodeDatentyp: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Datentyp
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Datentyp,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.DatentypType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Art des Dokuments eines Steckbriefs. Welche Liste 2.0 dafür nennt, ist unbekannt. Gewissheit: vermutet.
///
/// Schema: Typ `Code.DokumentartType`
public struct CodeDokumentart: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: abgeleitet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: abgeleitet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: abgeleitet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.DokumentartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Was Ableitungen am Bau ändern dürfen. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.AbleitungsmodifikationenStrukturType`
public struct CodeAbleitungsmodifikationenStruktur: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: AbleitungsmodifikationenStruktur
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: AbleitungsmodifikationenStruktur,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.AbleitungsmodifikationenStrukturType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Was Ableitungen an der Darstellung ändern dürfen. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.AbleitungsmodifikationenRepraesentationType`
public struct CodeAbleitungsmodifikationenRepraesentation: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: AbleitungsmodifikationenRepraesentation
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: AbleitungsmodifikationenRepraesentation,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.AbleitungsmodifikationenRepraesentationType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Text mit mindestens einem Zeichen. Gewissheit: abgeleitet.
///
/// Schema: Typ `NichtLeerType`
public struct NichtLeer: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(minLength: 1, collapses: true)
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.status. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `StatusType`
public enum Status: String, XMLEnumeration {
    case inVorbereitung = "inVorbereitung"
    case aktiv = "aktiv"
    case inaktiv = "inaktiv"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart. Der Nachbau zählt sie auf, damit
/// falsche Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `SchemaelementartType`
public enum Schemaelementart: String, XMLEnumeration {
    /// Abstrakt.
    case abs = "ABS"
    /// Harmonisiert.
    case har = "HAR"
    /// Rechtsnormgebunden.
    case rng = "RNG"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.feldart. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `FeldartType`
public enum Feldart: String, XMLEnumeration {
    /// Eingabe.
    case input = "input"
    /// Auswahl aus einer Liste.
    case select = "select"
    /// Statischer Text.
    case label = "label"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.datentyp. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `DatentypType`
public enum Datentyp: String, XMLEnumeration {
    /// Text.
    case text = "text"
    /// Datum.
    case date = "date"
    /// Wahrheitswert.
    case bool = "bool"
    /// Zahl.
    case num = "num"
    /// Ganze Zahl.
    case numInt = "num_int"
    /// Geldbetrag.
    case numCurrency = "num_currency"
    /// Datei.
    case file = "file"
    /// Statisches Objekt.
    case obj = "obj"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur. Der Nachbau zählt sie
/// auf, damit falsche Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `AbleitungsmodifikationenStrukturType`
public enum AbleitungsmodifikationenStruktur: String, XMLEnumeration {
    /// Alles ist änderbar.
    case _0 = "0"
    /// Nur erweiterbar.
    case _1 = "1"
    /// Nur einschränkbar.
    case _2 = "2"
    /// Nicht änderbar.
    case _3 = "3"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation. Der Nachbau
/// zählt sie auf, damit falsche Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `AbleitungsmodifikationenRepraesentationType`
public enum AbleitungsmodifikationenRepraesentation: String, XMLEnumeration {
    /// Nicht änderbar.
    case _0 = "0"
    /// Änderbar.
    case _1 = "1"
}
