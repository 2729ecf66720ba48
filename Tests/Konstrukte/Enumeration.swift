// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// enumeration.xsd sha256:8fa4fe57ea194a40357fad30cae09b809da8ad01dd6b8b03d0d255c74d08df7f
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `enumeration`
public struct Enumeration: XMLComplex {
    public var farbe: [Farbe]
    public var warm: Warm
    public var zahl: Enumeration.Zahl
    public var art: Farbe?
    public init(farbe: [Farbe], warm: Warm, zahl: Enumeration.Zahl, art: Farbe? = nil) {
        self.farbe = farbe
        self.warm = warm
        self.zahl = zahl
        self.art = art
    }
    public static let rootNames = [nsK.name("enumeration")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("farbe", \.farbe, min: 1, token: true)
        $0.element("warm", \.warm, token: true)
        $0.element("zahl", \.zahl)
        $0.attribute("art", \.art, token: true)
    }

    /// Schema: Wert von `zahl`
    public enum Zahl: String, XMLEnumeration {
        case _1 = "1"
        case _2 = "2"
    }
}

/// Schema: Typ `Farbe`
public enum Farbe: String, XMLEnumeration {
    /// Wie Feuer.
    case rot = "rot"
    case hellBlau = "hell-blau"
    case _001 = "001"
    case `default` = "default"
    case ueber3C = "über 3 °C"
    case werta7 = "§"
}

/// Schema: Typ `Warm`
public enum Warm: String, XMLEnumeration {
    case rot = "rot"
}
