// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// lists.xsd sha256:5271c6072c1044bb028160828e6f7767616f0f70c74457c888590faaf292047c
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `lists`
public struct Lists: XMLComplex {
    public var zahlen: XMLList<Int32>
    public var farben: XMLList<Lists.FarbenElement>
    public var datum: [Teildatum]
    public var menge: [Menge]
    public var worte: XMLList<XSDNameToken>
    public var zahlenAttribut: XMLList<Int32>?
    public init(
        zahlen: XMLList<Int32>,
        farben: XMLList<Lists.FarbenElement>,
        datum: [Teildatum],
        menge: [Menge],
        worte: XMLList<XSDNameToken>,
        zahlenAttribut: XMLList<Int32>? = nil
    ) {
        self.zahlen = zahlen
        self.farben = farben
        self.datum = datum
        self.menge = menge
        self.worte = worte
        self.zahlenAttribut = zahlenAttribut
    }
    public static let rootNames = [nsK.name("lists")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("zahlen", \.zahlen)
        $0.element("farben", \.farben)
        $0.element("datum", \.datum, min: 1)
        $0.element("menge", \.menge, min: 1, max: 2)
        $0.element("worte", \.worte)
        $0.attribute("zahlen", \.zahlenAttribut)
    }

    /// Schema: Wert von `farbenElement`
    public enum FarbenElement: String, XMLEnumeration {
        case rot = "rot"
        case blau = "blau"
    }
}

/// Schema: Typ `Teildatum`
public enum Teildatum: XMLUnion {
    case date(XSDDate)
    case gYearMonth(XSDYearMonth)
    case gYear(XSDYear)
    public init?(xmlText: String) {
        if let value = XSDDate(xmlText: xmlText) { self = .date(value); return }
        if let value = XSDYearMonth(xmlText: xmlText) { self = .gYearMonth(value); return }
        if let value = XSDYear(xmlText: xmlText) { self = .gYear(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .date(let value): value.xmlText
            case .gYearMonth(let value): value.xmlText
            case .gYear(let value): value.xmlText
        }
    }
}

/// Schema: Typ `Menge`
public enum Menge: XMLUnion {
    case int(Int32)
    case wert(Menge.WertInhalt)
    public init?(xmlText: String) {
        if let value = Int32(xmlText: xmlText) { self = .int(value); return }
        if let value = Menge.WertInhalt(xmlText: xmlText) { self = .wert(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .int(let value): value.xmlText
            case .wert(let value): value.xmlText
        }
    }

    /// Schema: Wert von `Wert`
    public enum WertInhalt: String, XMLEnumeration {
        case viele = "viele"
    }
}
