// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// values.xsd sha256:95a719f33924cc4db04cca907fce7d7a0b85c809ff1440d34320bbee2cf170e8
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `values`
public struct Values: XMLComplex {
    public var betrag: Betrag
    public var klein: KleinerBetrag
    public var vorgabe: Int32
    public var fest: String
    public var leer: Leer
    public init(
        betrag: Betrag,
        klein: KleinerBetrag,
        vorgabe: Int32,
        fest: String = "ja",
        leer: Leer
    ) {
        self.betrag = betrag
        self.klein = klein
        self.vorgabe = vorgabe
        self.fest = fest
        self.leer = leer
    }
    public static let rootNames = [nsK.name("values")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("betrag", \.betrag)
        $0.element("klein", \.klein)
        $0.element("vorgabe", \.vorgabe, default: "7")
        $0.element("fest", \.fest, fixed: "ja")
        $0.element("leer", \.leer)
    }
}

/// Schema: Typ `Betrag`
public struct Betrag: XMLComplex {
    /// Der Wert des Elements.
    public var value: XSDDecimal
    /// Fehlt das Attribut, gilt „EUR“.
    public var waehrung: String?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `KleinerBetrag`
    public var schemaType: XMLTypeName?
    public init(value: XSDDecimal, waehrung: String? = nil, schemaType: XMLTypeName? = nil) {
        self.value = value
        self.waehrung = waehrung
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Betrag", in: nsK) {
        $0.value(\.value)
        $0.attribute("waehrung", \.waehrung)
        $0.typeName(\.schemaType, [nsK.name("KleinerBetrag")], [KleinerBetrag.self])
    }
}

/// Schema: Typ `KleinerBetrag`
public struct KleinerBetrag: XMLComplex {
    /// Der Wert des Elements.
    public var value: KleinerBetrag.Value
    /// Fehlt das Attribut, gilt „EUR“.
    public var waehrung: String?
    public init(value: KleinerBetrag.Value, waehrung: String? = nil) {
        self.value = value
        self.waehrung = waehrung
    }
    public static let xml = XMLTable(Self.self, "KleinerBetrag", in: nsK) {
        $0.value(\.value)
        $0.attribute("waehrung", \.waehrung)
    }

    /// Schema: Wert von `value`
    public struct Value: XMLRefined {
        public let value: XSDDecimal
        public init(unchecked value: XSDDecimal) { self.value = value }
        public static let facets = XMLFacets(maxInclusive: "10", collapses: true)
    }
}

/// Schema: Typ `Leer`
public struct Leer: XMLComplex {
    public init() {}
    public static let xml = XMLTable(Self.self, "Leer", in: nsK) { _ in }
}
