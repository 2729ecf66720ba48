// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// nillable.xsd sha256:8f026ae9d37a92116796631bd27c6bee2b6c48b425e71450a506a256ddd68d96
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `nillable`
public struct Nillable: XMLComplex {
    public var zahl: XMLNillable<Int32>
    public var person: XMLNillable<Nillable.PersonInhalt>
    public var oft: [XMLNillable<XSDDate>]
    public var fehlt: XMLNillable<Nillable.Fehlt>?
    public init(
        zahl: XMLNillable<Int32>,
        person: XMLNillable<Nillable.PersonInhalt>,
        oft: [XMLNillable<XSDDate>] = [],
        fehlt: XMLNillable<Nillable.Fehlt>? = nil
    ) {
        self.zahl = zahl
        self.person = person
        self.oft = oft
        self.fehlt = fehlt
    }
    public static let rootNames = [nsK.name("nillable")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("zahl", \.zahl)
        $0.element("person", \.person)
        $0.element("oft", \.oft, max: 3)
        $0.element("fehlt", \.fehlt)
    }

    /// Schema: Element `person`
    public struct PersonInhalt: XMLComplex {
        public var name: String
        public init(name: String) {
            self.name = name
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.element("name", \.name)
        }
    }

    /// Schema: Element `fehlt`
    public struct Fehlt: XMLComplex {
        public var wert: Int32
        public var grund: XSDNameToken
        public init(wert: Int32, grund: XSDNameToken) {
            self.wert = wert
            self.grund = grund
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.element("wert", \.wert)
            $0.attribute("grund", \.grund)
        }
    }
}
