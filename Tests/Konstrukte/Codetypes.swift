// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// codetypes.xsd sha256:41b2221b9188f002090b361725d0aa6bffffbde0921306621bd0fbeee396f841
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `codetypes`
public struct Codetypes: XMLComplex {
    public var eins: CodeTyp1
    public var zwei: CodeTyp2
    public var drei: CodeTyp3
    public var vier: CodeTyp4
    public init(eins: CodeTyp1, zwei: CodeTyp2, drei: CodeTyp3, vier: CodeTyp4) {
        self.eins = eins
        self.zwei = zwei
        self.drei = drei
        self.vier = vier
    }
    public static let rootNames = [nsK.name("codetypes")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("eins", \.eins)
        $0.element("zwei", \.zwei)
        $0.element("drei", \.drei)
        $0.element("vier", \.vier)
    }
}

/// Schema: Typ `Code.Typ1`
public struct CodeTyp1: XOEVCode {
    public var code: CodeTyp1.Code
    public var listURI: String?
    public var listVersionID: String?
    public init(
        code: CodeTyp1.Code,
        listURI: String? = "urn:de:liste:eins",
        listVersionID: String? = "1"
    ) {
        self.code = code
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:de:liste:eins" }
    public static var codelistVersion: String? { "1" }
    public static let xml = XMLTable(Self.self, "Code.Typ1", in: nsK) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:de:liste:eins")
        $0.attribute("listVersionID", \.listVersionID, fixed: "1")
    }

    /// Schema: Wert von `code`
    public enum Code: String, XMLEnumeration {
        case a = "A"
        case b = "B"
    }
}

/// Schema: Typ `Code.Typ2`
public struct CodeTyp2: XOEVCode {
    public var code: String
    public var name: String?
    public var listURI: String?
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = "urn:de:liste:zwei",
        listVersionID: String? = "2.0"
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:de:liste:zwei" }
    public static var codelistVersion: String? { "2.0" }
    public static let xml = XMLTable(Self.self, "Code.Typ2", in: nsK) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:de:liste:zwei")
        $0.attribute("listVersionID", \.listVersionID, fixed: "2.0")
    }
}

/// Schema: Typ `Code.Typ3`
public struct CodeTyp3: XOEVCode {
    public var code: String
    public var listURI: String?
    public var listVersionID: String
    public init(code: String, listURI: String? = "urn:de:liste:drei", listVersionID: String) {
        self.code = code
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { "urn:de:liste:drei" }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.Typ3", in: nsK) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.attribute("listURI", \.listURI, token: true, fixed: "urn:de:liste:drei")
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Schema: Typ `Code.Typ4`
public struct CodeTyp4: XOEVCode {
    public var code: String
    public var listURI: String
    public var listVersionID: String
    public init(code: String, listURI: String, listVersionID: String) {
        self.code = code
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code.Typ4", in: nsK) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}
