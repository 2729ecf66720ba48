// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// mixed.xsd sha256:c97d0f4648bc06c2f2cb4a13b4e7191687ef0621ed5a877af1a650a975810aba
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `mixed`
public struct Mixed: XMLComplex {
    public var absatz: [Mixed.Absatz]
    public var brief: Mixed.Brief?
    public init(absatz: [Mixed.Absatz], brief: Mixed.Brief? = nil) {
        self.absatz = absatz
        self.brief = brief
    }
    public static let rootNames = [nsK.name("mixed")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("absatz", \.absatz, min: 1)
        $0.element("brief", \.brief)
    }

    /// Schema: Element `absatz`
    public struct Absatz: XMLComplex {
        public var content: XMLMixedContent
        public init(content: XMLMixedContent = XMLMixedContent()) {
            self.content = content
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.mixed(\.content, of: Mixed.Absatz.Elemente.self)
        }

        /// Schema: Elemente zwischen dem Text
        public struct Elemente: XMLComplex {
            public var auswahl: [Mixed.Absatz.Elemente.Auswahl]
            public init(auswahl: [Mixed.Absatz.Elemente.Auswahl] = []) {
                self.auswahl = auswahl
            }
            public static let xml = XMLTable(Self.self, in: nsK) {
                $0.group(\.auswahl)
            }

            /// Schema: Auswahl
            public enum Auswahl: XMLChoice {
                case fett(String)
                case kursiv(String)
                public static let xml = XMLChoiceTable(Self.self, in: nsK) {
                    $0.element("fett", { .fett($0) }) { if case .fett(let value) = $0 { value } else { nil } }
                    $0.element("kursiv", { .kursiv($0) }) { if case .kursiv(let value) = $0 { value } else { nil } }
                }
            }
        }
    }

    /// Schema: Element `brief`
    public struct Brief: XMLComplex {
        public var content: XMLMixedContent
        public init(content: XMLMixedContent = XMLMixedContent()) {
            self.content = content
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.mixed(\.content, of: Mixed.Brief.Elemente.self)
        }

        /// Schema: Elemente zwischen dem Text
        public struct Elemente: XMLComplex {
            public var anrede: String
            public var betrag: Mixed.Brief.Elemente.BetragInhalt?
            public init(anrede: String, betrag: Mixed.Brief.Elemente.BetragInhalt? = nil) {
                self.anrede = anrede
                self.betrag = betrag
            }
            public static let xml = XMLTable(Self.self, in: nsK) {
                $0.element("anrede", \.anrede)
                $0.element("betrag", \.betrag)
            }

            /// Schema: Element `betrag`
            public struct BetragInhalt: XMLComplex {
                /// Der Wert des Elements.
                public var value: XSDDecimal
                public var art: XSDNameToken?
                public init(value: XSDDecimal, art: XSDNameToken? = nil) {
                    self.value = value
                    self.art = art
                }
                public static let xml = XMLTable(Self.self, in: nsK) {
                    $0.value(\.value)
                    $0.attribute("art", \.art)
                }
            }
        }
    }
}
