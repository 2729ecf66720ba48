// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder-codes.xsd sha256:39cf506e027925451962637d2152f3ec59fd75ebb3c562fdea922e049d37f9f6
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Freigabestatus eines Elements. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.FreigabestatusType`
public struct CodeFreigabestatus: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Freigabestatus
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. In allen beobachteten Dateien angegeben, mit verschiedenen Werten (2020-03-19, 1.0);
    /// daher Pflicht und nicht festgelegt. Gewissheit: abgeleitet.
    public var listVersionID: String
    public init(
        code: Freigabestatus,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:xprozess:codeliste:status",
        listVersionID: String
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:xprozess:codeliste:status" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.FreigabestatusType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:xprozess:codeliste:status")
        $0.attribute("listVersionID", \.listVersionID)
    }
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
        listVersionID: String? = "2.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.feldart" }
    public static var codelistVersion: String? { "2.0" }
    public static let xml = XMLTable(Self.self, "Code.FeldartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.feldart")
        $0.attribute("listVersionID", \.listVersionID, fixed: "2.0")
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
        listVersionID: String? = "2.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp" }
    public static var codelistVersion: String? { "2.0" }
    public static let xml = XMLTable(Self.self, "Code.DatentypType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp")
        $0.attribute("listVersionID", \.listVersionID, fixed: "2.0")
    }
}

/// Ob das Feld vorbefüllt wird. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.VorbefuellungType`
public struct CodeVorbefuellung: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Vorbefuellung
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Vorbefuellung,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.VorbefuellungType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Art einer Gruppe. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.GruppenartType`
public struct CodeGruppenart: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Gruppenart
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Gruppenart,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.gruppenart",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.gruppenart" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.GruppenartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.gruppenart")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Art des Dokuments. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.DokumentartType`
public struct CodeDokumentart: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Dokumentart
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste; bekannt ist 2022-01-01. Gewissheit: abgeleitet.
    public var listVersionID: String?
    public init(
        code: Dokumentart,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim-datenfelder:codeliste:dokumentart",
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim-datenfelder:codeliste:dokumentart" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.DokumentartType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim-datenfelder:codeliste:dokumentart")
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

/// Werte der Codeliste urn:xoev-de:xprozess:codeliste:status. Der Nachbau zählt sie auf, damit falsche Werte ohne Liste
/// auffallen. Bekannt sind die Versionen 2020-03-19 und 2022-07-12. Gewissheit: beobachtet.
///
/// Schema: Typ `FreigabestatusType`
public enum Freigabestatus: String, XMLEnumeration {
    /// In Planung.
    case _1 = "1"
    /// In Bearbeitung.
    case _2 = "2"
    /// Entwurf.
    case _3 = "3"
    /// Methodisch freigegeben.
    case _4 = "4"
    /// Fachlich freigegeben (silber).
    case _5 = "5"
    /// Fachlich freigegeben (gold).
    case _6 = "6"
    /// Inaktiv.
    case _7 = "7"
    /// Vorgesehen zum Löschen.
    case _8 = "8"
}

/// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.RelationspraedikatType`
public struct CodeRelationspraedikat: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Relationspraedikat
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste; bekannt ist 1.1. Gewissheit: abgeleitet.
    public var listVersionID: String?
    public init(
        code: Relationspraedikat,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.relation",
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.relation" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.RelationspraedikatType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.relation")
        $0.attribute("listVersionID", \.listVersionID)
    }
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
    /// Nicht angezeigt.
    case hidden = "hidden"
    /// Angezeigt, nicht änderbar.
    case locked = "locked"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.datentyp. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `DatentypType`
public enum Datentyp: String, XMLEnumeration {
    /// Text.
    case text = "text"
    /// Text aus String.Latin.
    case textLatin = "text_latin"
    /// Datum.
    case date = "date"
    /// Uhrzeit.
    case time = "time"
    /// Datum und Uhrzeit.
    case datetime = "datetime"
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

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung. Der Nachbau zählt sie auf, damit falsche
/// Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `VorbefuellungType`
public enum Vorbefuellung: String, XMLEnumeration {
    case keine = "keine"
    case optional = "optional"
    case verpflichtend = "verpflichtend"
}

/// Art einer Regel. Gewissheit: beobachtet.
///
/// Schema: Typ `Code.RegeltypType`
public struct CodeRegeltyp: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: Regeltyp
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: abgeleitet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: Regeltyp,
        name: String? = nil,
        listURI: String? = "urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp",
        listVersionID: String? = "1.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp" }
    public static var codelistVersion: String? { "1.0" }
    public static let xml = XMLTable(Self.self, "Code.RegeltypType", in: nsXdf) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1.0")
    }
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.gruppenart. Der Nachbau zählt sie auf, damit falsche
/// Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `GruppenartType`
public enum Gruppenart: String, XMLEnumeration {
    /// Auswahlgruppe: genau eines der Elemente.
    case x = "X"
}

/// Werte der Codeliste urn:xoev-de:fim-datenfelder:codeliste:dokumentart. Der Nachbau zählt sie auf, damit falsche
/// Werte ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `DokumentartType`
public enum Dokumentart: String, XMLEnumeration {
    case _001 = "001"
    case _002 = "002"
    case _003 = "003"
    case _004 = "004"
    case _005 = "005"
    case _006 = "006"
    case _007 = "007"
    case _008 = "008"
    case _009 = "009"
    case _010 = "010"
    case _011 = "011"
    case _012 = "012"
    case _013 = "013"
    case _014 = "014"
    case _999 = "999"
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

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.relation. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `RelationspraedikatType`
public enum Relationspraedikat: String, XMLEnumeration {
    /// Abgeleitet von.
    case abl = "ABL"
    /// Ersetzt.
    case ers = "ERS"
    /// Entspricht.
    case equ = "EQU"
    /// Verknüpft mit.
    case vkn = "VKN"
}

/// Werte der Codeliste urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp. Der Nachbau zählt sie auf, damit falsche Werte
/// ohne Liste auffallen. Gewissheit: beobachtet.
///
/// Schema: Typ `RegeltypType`
public enum Regeltyp: String, XMLEnumeration {
    /// Komplex.
    case k = "K"
    /// Multiplizität.
    case m = "M"
    /// Validierung.
    case v = "V"
    /// Berechnung.
    case b = "B"
}
