// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// attributes.xsd sha256:38f75114700bcaa4af94a5696e900a0e0e0a5ea1771ac3604b451db06ea43ec7
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `attributes`
public struct Attributes: XMLComplex {
    public var eng: Eng
    public var pflicht: String
    public var kann: XSDDecimal?
    /// Fehlt das Attribut, gilt „neu“.
    public var vorgabe: String?
    public var fest: String?
    public var qualifiziert: Bool?
    public var fern: String?
    public var lang: XMLLanguageTag?
    public init(
        eng: Eng,
        pflicht: String,
        kann: XSDDecimal? = nil,
        vorgabe: String? = nil,
        fest: String? = "1.0",
        qualifiziert: Bool? = nil,
        fern: String? = nil,
        lang: XMLLanguageTag? = nil
    ) {
        self.eng = eng
        self.pflicht = pflicht
        self.kann = kann
        self.vorgabe = vorgabe
        self.fest = fest
        self.qualifiziert = qualifiziert
        self.fern = fern
        self.lang = lang
    }
    public static let rootNames = [nsK.name("attributes")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("eng", \.eng)
        $0.attribute("pflicht", \.pflicht, token: true)
        $0.attribute("kann", \.kann)
        $0.attribute("vorgabe", \.vorgabe)
        $0.attribute("fest", \.fest, fixed: "1.0")
        $0.attribute("qualifiziert", \.qualifiziert, in: nsK)
        $0.attribute("fern", \.fern, in: nsK)
        $0.attribute("lang", \.lang, in: nsXml)
    }
}

/// Schema: Typ `Eng`
public struct Eng: XMLComplex {
    public var q: Int32
    public init(q: Int32) {
        self.q = q
    }
    public static let xml = XMLTable(Self.self, "Eng", in: nsK) {
        $0.attribute("q", \.q)
    }
}
