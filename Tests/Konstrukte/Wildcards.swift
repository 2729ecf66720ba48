// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// wildcards.xsd sha256:61a4ffb3a6863bd108a8d21944d0f916382b2af72453e4a32e244cda39141469
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `wildcards`
public struct Wildcards: XMLComplex {
    public var offen: XMLAnyContent
    public var offener: [XMLAnyContent]
    public var ende: String
    public var weitereElemente: [XMLAnyElement]
    public var weitereAttribute: XMLForeignAttributes
    public init(
        offen: XMLAnyContent,
        offener: [XMLAnyContent] = [],
        ende: String,
        weitereElemente: [XMLAnyElement] = [],
        weitereAttribute: XMLForeignAttributes = XMLForeignAttributes()
    ) {
        self.offen = offen
        self.offener = offener
        self.ende = ende
        self.weitereElemente = weitereElemente
        self.weitereAttribute = weitereAttribute
    }
    public static let rootNames = [nsK.name("wildcards")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("offen", \.offen)
        $0.element("offener", \.offener)
        $0.element("ende", \.ende)
        $0.any(\.weitereElemente, .other(than: "urn:swift-xoev:konstrukte"))
        $0.anyAttribute(\.weitereAttribute, .other(than: "urn:swift-xoev:konstrukte"))
    }
}
