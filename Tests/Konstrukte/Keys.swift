// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// keys.xsd sha256:915ca905d5d3098ff92f591727b98c6cf384419d8251a5c9b308f06a834bdd54
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `keys`
public struct Keys: XMLComplex {
    public var ding: [Keys.Ding]
    public init(ding: [Keys.Ding]) {
        self.ding = ding
    }
    public static let rootNames = [nsK.name("keys")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("ding", \.ding, min: 1)
    }

    /// Schema: Element `ding`
    public struct Ding: XMLComplex {
        public var nr: Int32
        public var zu: Int32?
        public init(nr: Int32, zu: Int32? = nil) {
            self.nr = nr
            self.zu = zu
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.attribute("nr", \.nr)
            $0.attribute("zu", \.zu)
        }
    }
}
