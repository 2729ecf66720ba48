// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// derivation.xsd sha256:02d535feca9ea7f968bf45ea13c11f88dc04d90958e6aafa63e8b6a4c296f1ca
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `derivation`
public struct Derivation: XMLComplex {
    public var tier: [LebewesenAuspraegung]
    public var hund: Hund
    public init(tier: [LebewesenAuspraegung], hund: Hund) {
        self.tier = tier
        self.hund = hund
    }
    public static let rootNames = [nsK.name("derivation")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("tier", \.tier, min: 1)
        $0.element("hund", \.hund)
    }
}

/// Schema: Typ `Lebewesen` und seine Ableitungen
public indirect enum LebewesenAuspraegung: XMLVariants {
    case hund(Hund)
    case katze(Katze)
    case blindenhund(Blindenhund)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Hund", in: nsK, { .hund($0) }) { if case .hund(let value) = $0 { value } else { nil } }
        $0.type("Katze", in: nsK, { .katze($0) }) { if case .katze(let value) = $0 { value } else { nil } }
        $0.type("Blindenhund", in: nsK, { .blindenhund($0) }) { if case .blindenhund(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `Hund`
public struct Hund: XMLComplex {
    public var name: String
    public var spitzname: String?
    public var rasse: String
    public var chip: String?
    public init(name: String, spitzname: String? = nil, rasse: String, chip: String? = nil) {
        self.name = name
        self.spitzname = spitzname
        self.rasse = rasse
        self.chip = chip
    }
    public static let xml = XMLTable(Self.self, "Hund", in: nsK) {
        $0.element("name", \.name)
        $0.element("spitzname", \.spitzname)
        $0.element("rasse", \.rasse)
        $0.attribute("chip", \.chip)
    }
}

/// Schema: Typ `Katze`
public struct Katze: XMLComplex {
    public var name: String
    public var spitzname: String?
    public init(name: String, spitzname: String? = nil) {
        self.name = name
        self.spitzname = spitzname
    }
    public static let xml = XMLTable(Self.self, "Katze", in: nsK) {
        $0.element("name", \.name)
        $0.element("spitzname", \.spitzname)
    }
}

/// Schema: Typ `Blindenhund`
public struct Blindenhund: XMLComplex {
    public var name: String
    public var rasse: String
    public var chip: String
    public init(name: String, rasse: String, chip: String) {
        self.name = name
        self.rasse = rasse
        self.chip = chip
    }
    public static let xml = XMLTable(Self.self, "Blindenhund", in: nsK) {
        $0.element("name", \.name)
        $0.element("rasse", \.rasse)
        $0.attribute("chip", \.chip)
    }
}
