// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// werte.xsd sha256:1a7104c355e1037b6642b0d02450d1e15ba51aa8343ddbc0e8e1b45ef0c596e2
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `werte`
public struct Werte: XMLComplex {
    public var zeichen: [Zeichen]
    public var ganz: [Ganz]
    public var bruch: [Bruch]
    public var tag: Tag
    public var wenige: Wenige
    public var ohneName: Werte.OhneName
    public var zeichenAttribut: Zeichen?
    public init(
        zeichen: [Zeichen],
        ganz: [Ganz],
        bruch: [Bruch],
        tag: Tag,
        wenige: Wenige,
        ohneName: Werte.OhneName,
        zeichenAttribut: Zeichen? = nil
    ) {
        self.zeichen = zeichen
        self.ganz = ganz
        self.bruch = bruch
        self.tag = tag
        self.wenige = wenige
        self.ohneName = ohneName
        self.zeichenAttribut = zeichenAttribut
    }
    public static let rootNames = [nsK9.name("werte")]
    public static let xml = XMLTable(Self.self, in: nsK9) {
        $0.element("zeichen", \.zeichen, min: 1, token: true)
        $0.element("ganz", \.ganz, min: 1, max: 3, token: true)
        $0.element("bruch", \.bruch, min: 1, max: 3, token: true)
        $0.element("tag", \.tag, token: true)
        $0.element("wenige", \.wenige, token: true)
        $0.element("ohneName", \.ohneName, token: true)
        $0.attribute("zeichen", \.zeichenAttribut, token: true)
    }

    /// Schema: Wert von `ohneName`
    public enum OhneName: String, XMLEnumeration {
        case xY = "x y"
        case xY2 = "xY"
    }
}

/// Schema: Typ `Zeichen`
public enum Zeichen: String, XMLEnumeration {
    case aB = "a b"
    case aB2 = "a-b"
    case a = "A"
    case a2 = "a"
    case leer = ""
    case _1 = "1"
    case plus1 = "+1"
    case minus1 = "-1"
    case ae = "ä"
    case ae2 = "ae"
    case self2 = "self"
    case init2 = "init"
    case `nil` = "nil"
    case wert5f = "_"
    case x = "$x"
    case rawValue2 = "rawValue"
    case allCases2 = "allCases"
    case self3 = "Self"
    case hash2 = "hash"
    case wert25 = "%"
    case _12 = "§ 12"
    case aB3 = "a&b"
    case wert22 = "\""
    case x2 = "\\(x)"
    case ω = "Ω"
    case _10 = "1.0"
    case _10_2 = "1,0"
    case `default` = "default"
}

/// Schema: Typ `Ganz`
public enum Ganz: String, XMLValueEnumeration {
    public typealias Base = Int32
    case _1 = "1"
    case minus1 = "-1"
    case _007 = "007"
}

/// Schema: Typ `Bruch`
public enum Bruch: String, XMLValueEnumeration {
    public typealias Base = XSDDecimal
    case _150 = "1.50"
    case _2 = "2"
}

/// Schema: Typ `Tag`
public enum Tag: String, XMLValueEnumeration {
    public typealias Base = XSDDate
    case _20260101 = "2026-01-01"
}

/// Schema: Typ `Wenige`
public enum Wenige: String, XMLEnumeration {
    case a = "a"
    case a2 = "A"
}
