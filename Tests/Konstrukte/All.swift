// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// all.xsd sha256:e4eb8d8ff468830b7868d5d97bd40c400bbd43b4d5036665203c2c7f639fd84d
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `all`
public struct All: XMLComplex {
    public var eins: String
    public var zwei: String?
    public var drei: String
    public init(eins: String, zwei: String? = nil, drei: String) {
        self.eins = eins
        self.zwei = zwei
        self.drei = drei
    }
    public static let rootNames = [nsK.name("all")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.isAll = true
        $0.element("eins", \.eins)
        $0.element("zwei", \.zwei)
        $0.element("drei", \.drei)
    }
}
