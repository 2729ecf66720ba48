// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// wildcards.xsd sha256:b6d30a06878c7d36750460ed401a010b76376232fe6d1cf7cffb887484f55ac3
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `wildcards`
public struct Wildcards: XMLComplex {
    public var offen: XMLAnyContent
    public var ende: String
    public var weitereElemente: [XMLAnyElement]
    public var weitereAttribute: XMLForeignAttributes
    public init(
        offen: XMLAnyContent,
        ende: String,
        weitereElemente: [XMLAnyElement] = [],
        weitereAttribute: XMLForeignAttributes = XMLForeignAttributes()
    ) {
        self.offen = offen
        self.ende = ende
        self.weitereElemente = weitereElemente
        self.weitereAttribute = weitereAttribute
    }
    public static let rootNames = [nsK.name("wildcards")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("offen", \.offen)
        $0.element("ende", \.ende)
        $0.any(\.weitereElemente, .other(than: "urn:swift-xoev:konstrukte"))
        $0.anyAttribute(\.weitereAttribute)
    }
}
