// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// redefine.xsd sha256:95ee90a35beb6fcda7ac32abebcf61847a438191ed4728aacddef3e545064044
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `redefine`
public struct Redefine: XMLComplex {
    public var teil: Teil
    public init(teil: Teil) {
        self.teil = teil
    }
    public static let rootNames = [nsK.name("redefine")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("teil", \.teil)
    }
}

/// Schema: Typ `Teil`
public struct Teil: XMLComplex {
    public var teilname: Teilname
    public var mehr: String?
    public init(teilname: Teilname, mehr: String? = nil) {
        self.teilname = teilname
        self.mehr = mehr
    }
    public static let xml = XMLTable(Self.self, "Teil", in: nsK) {
        $0.element("teilname", \.teilname)
        $0.element("mehr", \.mehr)
    }
}
