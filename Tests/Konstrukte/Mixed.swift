// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// mixed.xsd sha256:f70bb56a85e8c3bf22fbbbcd4fb67550816d407de5cacc84fb9331c17b1d5bd5
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `mixed`
public struct Mixed: XMLComplex {
    public var absatz: [Mixed.Absatz]
    public init(absatz: [Mixed.Absatz]) {
        self.absatz = absatz
    }
    public static let rootNames = [nsK.name("mixed")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("absatz", \.absatz, min: 1)
    }

    /// Schema: Element `absatz`
    public struct Absatz: XMLComplex {
        public var content: XMLMixedContent
        public init(content: XMLMixedContent = XMLMixedContent()) {
            self.content = content
        }
        public static let xml = XMLTable(Self.self, in: nsK) {
            $0.mixed(\.content)
        }
    }
}
