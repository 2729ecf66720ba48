// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// ersetzung-fremd.xsd sha256:b65e7a49ff377f89540d9187326a0f65507e00b1afb22b3d71cbcd4647f9af7a
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `fremd`
public struct Fremd: XMLComplex {
    public var x: Int32
    public init(x: Int32) {
        self.x = x
    }
    public static let rootNames = [nsK2.name("fremd")]
    public static let xml = XMLTable(Self.self, in: nsK2) {
        $0.element("x", \.x)
    }
}

/// Schema: Typ `Stufe`
public struct Stufe: XMLComplex {
    public init() {}
    public static let rootNames = [nsK2.name("stufe")]
    public static let xml = XMLTable(Self.self, "Stufe", in: nsK2) { _ in }
}

/// Schema: Typ `Stufe` und seine Ableitungen
public indirect enum StufeAuspraegung: XMLVariants {
    case stufe(Stufe)
    case stufeMehr(StufeMehr)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Stufe", in: nsK2, declared: true, { .stufe($0) }) { if case .stufe(let value) = $0 { value } else { nil } }
        $0.type("StufeMehr", in: nsK2, { .stufeMehr($0) }) { if case .stufeMehr(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `StufeMehr`
public struct StufeMehr: XMLComplex {
    public var q: Int32?
    public init(q: Int32? = nil) {
        self.q = q
    }
    public static let rootNames = [nsK2.name("stufeMehr")]
    public static let xml = XMLTable(Self.self, "StufeMehr", in: nsK2) {
        $0.attribute("q", \.q)
    }
}
