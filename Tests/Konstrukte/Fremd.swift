// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// fremd.xsd sha256:7c227a943d627f4de7e1cb7f4a16ff6e49cf3456c23e70050fa4698e4c385e34
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Typ `Knoten`
public struct FremderKnoten: XMLComplex {
    public var unqualifiziert: String
    public var qualifiziert: String
    public init(unqualifiziert: String, qualifiziert: String) {
        self.unqualifiziert = unqualifiziert
        self.qualifiziert = qualifiziert
    }
    public static let xml = XMLTable(Self.self, "Knoten", in: nsF) {
        $0.element("unqualifiziert", \.unqualifiziert, in: .unqualified)
        $0.element("qualifiziert", \.qualifiziert)
    }
}
