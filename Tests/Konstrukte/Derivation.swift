// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// derivation.xsd sha256:80022b40b14e6ce753d406314045a5c4f2c60f38874397122165c1f8930ace3d
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `derivation`
public struct Derivation: XMLComplex {
    public var tier: [LebewesenAuspraegung]
    public var hund: [Hund]
    public var frist: [Frist]
    public init(tier: [LebewesenAuspraegung], hund: [Hund], frist: [Frist] = []) {
        self.tier = tier
        self.hund = hund
        self.frist = frist
    }
    public static let rootNames = [nsK.name("derivation")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("tier", \.tier, min: 1)
        $0.element("hund", \.hund, min: 1, max: 2)
        $0.element("frist", \.frist)
    }
}

/// Schema: Typ `Haustier`
public struct Haustier: XMLComplex {
    public var rufname: String
    public init(rufname: String) {
        self.rufname = rufname
    }
    public static let rootNames = [nsK.name("haustier")]
    public static let xml = XMLTable(Self.self, "Haustier", in: nsK) {
        $0.element("rufname", \.rufname)
    }
}

/// Schema: Typ `Haustier` und seine Ableitungen
public indirect enum HaustierAuspraegung: XMLVariants {
    case haustier(Haustier)
    case jagdhund(Jagdhund)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Haustier", in: nsK, declared: true, { .haustier($0) }) { if case .haustier(let value) = $0 { value } else { nil } }
        $0.type("Jagdhund", in: nsK, { .jagdhund($0) }) { if case .jagdhund(let value) = $0 { value } else { nil } }
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
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `Blindenhund`
    public var schemaType: XMLTypeName?
    public init(
        name: String,
        spitzname: String? = nil,
        rasse: String,
        chip: String? = nil,
        schemaType: XMLTypeName? = nil
    ) {
        self.name = name
        self.spitzname = spitzname
        self.rasse = rasse
        self.chip = chip
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Hund", in: nsK) {
        $0.element("name", \.name)
        $0.element("spitzname", \.spitzname)
        $0.element("rasse", \.rasse)
        $0.attribute("chip", \.chip)
        $0.typeName(\.schemaType, [nsK.name("Blindenhund")], [Blindenhund.self])
    }
}

/// Schema: Typ `Frist`
public struct Frist: XMLComplex {
    public var dauer: XSDDuration?
    public var stichtag: XSDDate?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `FristDauer`, `FristStichtag`
    public var schemaType: XMLTypeName?
    public init(dauer: XSDDuration? = nil, stichtag: XSDDate? = nil, schemaType: XMLTypeName? = nil) {
        self.dauer = dauer
        self.stichtag = stichtag
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Frist", in: nsK) {
        $0.element("dauer", \.dauer)
        $0.element("stichtag", \.stichtag)
        $0.typeName(\.schemaType, [nsK.name("FristDauer"), nsK.name("FristStichtag")], [FristDauer.self, FristStichtag.self])
    }
}

/// Schema: Typ `Jagdhund`
public struct Jagdhund: XMLComplex {
    public var rufname: String
    public var revier: String
    public init(rufname: String, revier: String) {
        self.rufname = rufname
        self.revier = revier
    }
    public static let xml = XMLTable(Self.self, "Jagdhund", in: nsK) {
        $0.element("rufname", \.rufname)
        $0.element("revier", \.revier)
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

/// Schema: Typ `FristDauer`
public struct FristDauer: XMLComplex {
    public var dauer: XSDDuration
    public init(dauer: XSDDuration) {
        self.dauer = dauer
    }
    public static let xml = XMLTable(Self.self, "FristDauer", in: nsK) {
        $0.element("dauer", \.dauer)
    }
}

/// Schema: Typ `FristStichtag`
public struct FristStichtag: XMLComplex {
    public var stichtag: XSDDate
    public init(stichtag: XSDDate) {
        self.stichtag = stichtag
    }
    public static let xml = XMLTable(Self.self, "FristStichtag", in: nsK) {
        $0.element("stichtag", \.stichtag)
    }
}
