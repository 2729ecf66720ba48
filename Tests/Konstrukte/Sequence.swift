// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// sequence.xsd sha256:7d49fe44b7bfd971ed12ac7724dc6d007cefcf2cb31f0636b83d652a4b7dae07
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `sequence`
public struct Sequence2: XMLComplex {
    /// Genau einmal.
    public var einmal: String
    public var vielleicht: Int32?
    public var oft: [XSDDate]
    public var begrenzt: [Bool]
    public var gruppe: [Sequence2.Gruppe]
    public init(
        einmal: String,
        vielleicht: Int32? = nil,
        oft: [XSDDate],
        begrenzt: [Bool],
        gruppe: [Sequence2.Gruppe] = []
    ) {
        self.einmal = einmal
        self.vielleicht = vielleicht
        self.oft = oft
        self.begrenzt = begrenzt
        self.gruppe = gruppe
    }
    public static let rootNames = [nsK.name("sequence")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("einmal", \.einmal)
        $0.element("vielleicht", \.vielleicht)
        $0.element("oft", \.oft, min: 1)
        $0.element("begrenzt", \.begrenzt, min: 2, max: 3)
        $0.group(\.gruppe, max: 2)
    }

    /// Schema: Gruppe
    public struct Gruppe: XMLComplex {
        public var paarLinks: String
        public var paarRechts: String
        public init(paarLinks: String, paarRechts: String) {
            self.paarLinks = paarLinks
            self.paarRechts = paarRechts
        }
        public static let xml = XMLTable(Self.self, in: nsK, group: true) {
            $0.element("paarLinks", \.paarLinks)
            $0.element("paarRechts", \.paarRechts)
        }
    }
}
