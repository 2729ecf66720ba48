// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// groups.xsd sha256:4d19a0765f946cfd25a35ed639f3d5b3aeed156af02e321e1a57447460bfec04
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `groups`
public struct Groups: XMLComplex {
    public var strasse: String
    public var ort: String
    public var weg: [Groups.Weg]
    public var id: XSDNCName?
    public var fassung: Int32
    public init(
        strasse: String,
        ort: String,
        weg: [Groups.Weg],
        id: XSDNCName? = nil,
        fassung: Int32
    ) {
        self.strasse = strasse
        self.ort = ort
        self.weg = weg
        self.id = id
        self.fassung = fassung
    }
    public static let rootNames = [nsK.name("groups")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("strasse", \.strasse)
        $0.element("ort", \.ort)
        $0.group(\.weg, min: 1)
        $0.attribute("id", \.id)
        $0.attribute("fassung", \.fassung)
    }

    /// Schema: Auswahl
    public enum Weg: XMLChoice {
        case post(String)
        case mail(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("post", { .post($0) }) { if case .post(let value) = $0 { value } else { nil } }
            $0.element("mail", { .mail($0) }) { if case .mail(let value) = $0 { value } else { nil } }
        }
    }
}
