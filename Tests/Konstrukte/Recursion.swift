// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// recursion.xsd sha256:556d83612955a8e3be85962a1be0873a0f88b91c3c56494b7b119cba9ff83adc
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Typ `Knoten`
public struct Knoten: XMLComplex {
    public var wert: Int32
    public var links: Knoten? {
        get { _links?.value }
        set { _links = newValue.map { XMLIndirect($0) } }
    }
    var _links: XMLIndirect<Knoten>?
    public var ast: Ast? {
        get { _ast?.value }
        set { _ast = newValue.map { XMLIndirect($0) } }
    }
    var _ast: XMLIndirect<Ast>?
    public init(wert: Int32, links: Knoten? = nil, ast: Ast? = nil) {
        self.wert = wert
        self._links = links.map { XMLIndirect($0) }
        self._ast = ast.map { XMLIndirect($0) }
    }
    public static let rootNames = [nsK.name("recursion")]
    public static let xml = XMLTable(Self.self, "Knoten", in: nsK) {
        $0.element("wert", \.wert)
        $0.element("links", \._links)
        $0.element("ast", \._ast)
    }
}

/// Schema: Typ `Ast`
public struct Ast: XMLComplex {
    public var auswahl: Ast.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Ast.Auswahl>
    public init(auswahl: Ast.Auswahl) {
        self._auswahl = XMLIndirect(auswahl)
    }
    public static let xml = XMLTable(Self.self, "Ast", in: nsK) {
        $0.group(\._auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case knoten(Knoten)
        case blatt(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("knoten", { .knoten($0) }) { if case .knoten(let value) = $0 { value } else { nil } }
            $0.element("blatt", { .blatt($0) }) { if case .blatt(let value) = $0 { value } else { nil } }
        }
    }
}
