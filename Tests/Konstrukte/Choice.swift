// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// choice.xsd sha256:736e1e8a7b44e280535a73bfce9afc0873cd22b731b4ca1804fc5dbf5b788c44
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `choice`
public struct Choice: XMLComplex {
    public var auswahl: Choice.Auswahl
    public var auswahl2: [Choice.Auswahl2]
    public var auswahl3: Choice.Auswahl3?
    public init(
        auswahl: Choice.Auswahl,
        auswahl2: [Choice.Auswahl2] = [],
        auswahl3: Choice.Auswahl3? = nil
    ) {
        self.auswahl = auswahl
        self.auswahl2 = auswahl2
        self.auswahl3 = auswahl3
    }
    public static let rootNames = [nsK.name("choice")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.group(\.auswahl)
        $0.group(\.auswahl2)
        $0.group(\.auswahl3)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case a(String)
        case b(Int32)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("a", { .a($0) }) { if case .a(let value) = $0 { value } else { nil } }
            $0.element("b", { .b($0) }) { if case .b(let value) = $0 { value } else { nil } }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        case c(String)
        case dGruppe(Choice.Auswahl2.DGruppe)
        case f(String)
        case g(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("c", { .c($0) }) { if case .c(let value) = $0 { value } else { nil } }
            $0.group({ .dGruppe($0) }) { if case .dGruppe(let value) = $0 { value } else { nil } }
            $0.element("f", { .f($0) }) { if case .f(let value) = $0 { value } else { nil } }
            $0.element("g", { .g($0) }) { if case .g(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct DGruppe: XMLComplex {
            public var d: String
            public var e: String?
            public init(d: String, e: String? = nil) {
                self.d = d
                self.e = e
            }
            public static let xml = XMLTable(Self.self, in: nsK, group: true) {
                $0.element("d", \.d)
                $0.element("e", \.e)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl3: XMLChoice {
        case h([String])
        case i(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("h", { .h($0) }, min: 1, max: 2) { if case .h(let value) = $0 { value } else { nil } }
            $0.element("i", { .i($0) }) { if case .i(let value) = $0 { value } else { nil } }
        }
    }
}
