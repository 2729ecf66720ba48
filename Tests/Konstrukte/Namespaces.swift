// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// namespaces.xsd sha256:927be75aade764de65590c78f59d6d70e100fdf2b661cefea5a2ba3e3b3a7284
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `namespaces`
public struct Namespaces: XMLComplex {
    public var eigen: String
    public var fremd: FremderKnoten
    public var global: Int32
    public init(eigen: String, fremd: FremderKnoten, global: Int32) {
        self.eigen = eigen
        self.fremd = fremd
        self.global = global
    }
    public static let rootNames = [nsK.name("namespaces")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("eigen", \.eigen, in: .unqualified)
        $0.element("fremd", \.fremd)
        $0.element("global", \.global, in: nsF)
    }
}
