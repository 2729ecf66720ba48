// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// vereinigungen.xsd sha256:6df6368dd7ed7d34b0a7b6de9badb0f12b7e857be95709c5ee48c018ccf2f1e6
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `vereinigungen`
public struct Vereinigungen: XMLComplex {
    public var u: [U]
    public var liste: XMLList<U>
    public var uu: [UU]
    public var ziffern: Ziffern
    public var zwei: Zwei
    public var namen: XMLList<Vereinigungen.NamenElement>
    public var ab5: Vereinigungen.Ab5?
    public init(
        u: [U],
        liste: XMLList<U>,
        uu: [UU],
        ziffern: Ziffern,
        zwei: Zwei,
        namen: XMLList<Vereinigungen.NamenElement>,
        ab5: Vereinigungen.Ab5? = nil
    ) {
        self.u = u
        self.liste = liste
        self.uu = uu
        self.ziffern = ziffern
        self.zwei = zwei
        self.namen = namen
        self.ab5 = ab5
    }
    public static let rootNames = [nsK8.name("vereinigungen")]
    public static let xml = XMLTable(Self.self, in: nsK8) {
        $0.element("u", \.u, min: 1, max: 3)
        $0.element("liste", \.liste)
        $0.element("uu", \.uu, min: 1, max: 2)
        $0.element("ziffern", \.ziffern)
        $0.element("zwei", \.zwei)
        $0.element("namen", \.namen)
        $0.attribute("ab5", \.ab5)
    }

    /// Schema: Wert von `namenElement`
    public struct NamenElement: XMLRefined {
        public let value: String
        public init(unchecked value: String) { self.value = value }
        public static let facets = XMLFacets(patterns: [["[a-z]+"]])
    }

    /// Schema: Wert von `ab5`
    public enum Ab5: XMLUnion {
        case wert(Vereinigungen.Ab5.WertInhalt)
        case wert2(Vereinigungen.Ab5.WertInhalt3)
        public init?(xmlText: String) {
            if let value = Vereinigungen.Ab5.WertInhalt(xmlText: xmlText) { self = .wert(value); return }
            if let value = Vereinigungen.Ab5.WertInhalt3(xmlText: xmlText) { self = .wert2(value); return }
            return nil
        }
        public var xmlText: String {
            switch self {
                case .wert(let value): value.xmlText
                case .wert2(let value): value.xmlText
            }
        }

        /// Schema: Wert von `Wert`
        public struct WertInhalt: XMLRefined {
            public let value: Int32
            public init(unchecked value: Int32) { self.value = value }
            public static let facets = XMLFacets(minInclusive: "5", collapses: true)
        }

        /// Schema: Wert von `Wert`
        public enum WertInhalt3: String, XMLEnumeration {
            case a = "a"
        }
    }
}

/// Schema: Typ `U`
public enum U: XMLUnion {
    case int(Int32)
    case date(XSDDate)
    case wort(Wort)
    public init?(xmlText: String) {
        if let value = Int32(xmlText: xmlText) { self = .int(value); return }
        if let value = XSDDate(xmlText: xmlText) { self = .date(value); return }
        if let value = Wort(xmlText: xmlText) { self = .wort(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .int(let value): value.xmlText
            case .date(let value): value.xmlText
            case .wort(let value): value.xmlText
        }
    }
}

/// Schema: Typ `Wort`
public enum Wort: String, XMLEnumeration {
    case x = "x"
    case y = "y"
}

/// Schema: Typ `UU`
public enum UU: XMLUnion {
    case u(U)
    case boolean(Bool)
    public init?(xmlText: String) {
        if let value = U(xmlText: xmlText) { self = .u(value); return }
        if let value = Bool(xmlText: xmlText) { self = .boolean(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .u(let value): value.xmlText
            case .boolean(let value): value.xmlText
        }
    }
}

/// Schema: Typ `Ziffern`
public struct Ziffern: XMLRefined {
    public let value: U
    public init(unchecked value: U) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[0-9]+"]], collapses: true)
}

/// Schema: Typ `Zwei`
public enum Zwei: String, XMLEnumeration {
    case _1 = "1"
    case x = "x"
}
