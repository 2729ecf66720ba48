// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// formen.xsd sha256:318e1f4ba72ac1fe1f933e06c4d2e23e6df296621489309c207e2d70c90d4e5c
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `formen`
public struct Formen: XMLComplex {
    public var ohne: Int32
    public var mit: Int32
    public var global: Int32
    public var a: Int32?
    public var b: Int32?
    public var globalAttribut: Int32
    public var lang: XMLLanguageTag?
    public var space: Formen.Space?
    public var base: String?
    public init(
        ohne: Int32,
        mit: Int32,
        global: Int32,
        a: Int32? = nil,
        b: Int32? = nil,
        globalAttribut: Int32,
        lang: XMLLanguageTag? = nil,
        space: Formen.Space? = nil,
        base: String? = nil
    ) {
        self.ohne = ohne
        self.mit = mit
        self.global = global
        self.a = a
        self.b = b
        self.globalAttribut = globalAttribut
        self.lang = lang
        self.space = space
        self.base = base
    }
    public static let rootNames = [nsK3.name("formen")]
    public static let xml = XMLTable(Self.self, in: nsK3) {
        $0.element("ohne", \.ohne, in: .unqualified)
        $0.element("mit", \.mit)
        $0.element("global", \.global, in: nsF)
        $0.attribute("a", \.a, in: nsK3)
        $0.attribute("b", \.b)
        $0.attribute("global", \.globalAttribut, in: nsK3)
        $0.attribute("lang", \.lang, in: nsXml)
        $0.attribute("space", \.space, in: nsXml, token: true)
        $0.attribute("base", \.base, in: nsXml, token: true)
    }

    /// Schema: Wert von `space`
    public enum Space: String, XMLEnumeration {
        case `default` = "default"
        case preserve = "preserve"
    }
}
