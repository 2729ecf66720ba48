// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// refined.xsd sha256:a3d7cb11c2e1d70d93f697a1456a5ed2eda0036a1d1a1b7072f00d66b4198181
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `refined`
public struct Refined: XMLComplex {
    public var plz: Postleitzahl
    public var latein: StringLatin
    public var kurz: Kurz?
    public var prozent: Prozent
    public var jahr: Jahr
    public var hashElement: Hash
    public var token: EngToken
    public var kuerzel: Kurz?
    public init(
        plz: Postleitzahl,
        latein: StringLatin,
        kurz: Kurz? = nil,
        prozent: Prozent,
        jahr: Jahr,
        hashElement: Hash,
        token: EngToken,
        kuerzel: Kurz? = nil
    ) {
        self.plz = plz
        self.latein = latein
        self.kurz = kurz
        self.prozent = prozent
        self.jahr = jahr
        self.hashElement = hashElement
        self.token = token
        self.kuerzel = kuerzel
    }
    public static let rootNames = [nsK.name("refined")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("plz", \.plz)
        $0.element("latein", \.latein)
        $0.element("kurz", \.kurz)
        $0.element("prozent", \.prozent)
        $0.element("jahr", \.jahr)
        $0.element("hash", \.hashElement)
        $0.element("token", \.token, token: true)
        $0.attribute("kuerzel", \.kuerzel)
    }
}

/// Schema: Typ `Postleitzahl`
public struct Postleitzahl: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[0-9]{5}"]])
}

/// Schema: Typ `String.Latin`
public struct StringLatin: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[ -~¡-ſ]*"]], minLength: 1)
}

/// Schema: Typ `Kurz`
public struct Kurz: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[ -~¡-ſ]*"]], minLength: 1, maxLength: 5)
}

/// Schema: Typ `Prozent`
public struct Prozent: XMLRefined {
    public let value: XSDDecimal
    public init(unchecked value: XSDDecimal) { self.value = value }
    public static let facets = XMLFacets(minInclusive: "0", maxExclusive: "100", totalDigits: 4, fractionDigits: 2, collapses: true)
}

/// Schema: Typ `Jahr`
public struct Jahr: XMLRefined {
    public let value: XSDYear
    public init(unchecked value: XSDYear) { self.value = value }
    public static let facets = XMLFacets(maxInclusive: "2100", minExclusive: "1899", collapses: true)
}

/// Schema: Typ `Hash`
public struct Hash: XMLRefined {
    public let value: XSDHexBinary
    public init(unchecked value: XSDHexBinary) { self.value = value }
    public static let facets = XMLFacets(length: 4, collapses: true)
}

/// Schema: Typ `Eng.Token`
public struct EngToken: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["a+", "b+"]], collapses: true)
}
