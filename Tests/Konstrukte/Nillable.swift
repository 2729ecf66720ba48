// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// nillable.xsd sha256:587ca43237d6dbf2c71274d6e53f948130ca1c30820950ed257757b12b430fb6
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `nillable`
public struct Nillable: XMLComplex {
    public var zahl: XMLNillable<Int32>
    public var person: XMLNillable<Nillable.Person>
    public var oft: [XMLNillable<XSDDate>]
    public init(
        zahl: XMLNillable<Int32>,
        person: XMLNillable<Nillable.Person>,
        oft: [XMLNillable<XSDDate>] = []
    ) {
        self.zahl = zahl
        self.person = person
        self.oft = oft
    }
    public static let rootNames = [nsK.name("nillable")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("zahl", \.zahl)
        $0.element("person", \.person)
        $0.element("oft", \.oft, max: 3)
    }

    /// Schema: Element `person`
    public struct Person: XMLComplex {
        public var name: String
        public init(name: String) {
            self.name = name
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.element("name", \.name)
        }
    }
}
