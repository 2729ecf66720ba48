// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// ketten.xsd sha256:9c1b4c4b8b536bb091b8ffb38c8e32b049898dd7ad0199500214c7b3196c67f3
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `ketten`
public struct Ketten: XMLComplex {
    public var a: [AAuspraegung]
    public var b: BAuspraegung
    public var w: [WAuspraegung]
    public var zu: Zu
    public var fest: B
    public init(a: [AAuspraegung], b: BAuspraegung, w: [WAuspraegung], zu: Zu, fest: B) {
        self.a = a
        self.b = b
        self.w = w
        self.zu = zu
        self.fest = fest
    }
    public static let rootNames = [nsK5.name("ketten")]
    public static let xml = XMLTable(Self.self, in: nsK5) {
        $0.element("a", \.a, min: 1)
        $0.element("b", \.b)
        $0.element("w", \.w, min: 1, max: 2)
        $0.element("zu", \.zu)
        $0.element("fest", \.fest)
    }
}

/// Schema: Typ `A` und seine Ableitungen
public indirect enum AAuspraegung: XMLVariants {
    case b(B)
    case d(D)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("B", in: nsK5, { .b($0) }) { if case .b(let value) = $0 { value } else { nil } }
        $0.type("D", in: nsK5, { .d($0) }) { if case .d(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `B` und seine Ableitungen
public indirect enum BAuspraegung: XMLVariants {
    case b(B)
    case d(D)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("B", in: nsK5, declared: true, { .b($0) }) { if case .b(let value) = $0 { value } else { nil } }
        $0.type("D", in: nsK5, { .d($0) }) { if case .d(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `W` und seine Ableitungen
public indirect enum WAuspraegung: XMLVariants {
    case w(W)
    case wx(WX)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("W", in: nsK5, declared: true, { .w($0) }) { if case .w(let value) = $0 { value } else { nil } }
        $0.type("WX", in: nsK5, { .wx($0) }) { if case .wx(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `Zu`
public struct Zu: XMLComplex {
    public var z: Int32
    public init(z: Int32) {
        self.z = z
    }
    public static let xml = XMLTable(Self.self, "Zu", in: nsK5) {
        $0.element("z", \.z)
    }
}

/// Schema: Typ `B`
public struct B: XMLComplex {
    public var a: Int32
    public var b: Int32?
    public init(a: Int32, b: Int32? = nil) {
        self.a = a
        self.b = b
    }
    public static let xml = XMLTable(Self.self, "B", in: nsK5) {
        $0.element("a", \.a)
        $0.element("b", \.b)
    }
}

/// Schema: Typ `D`
public struct D: XMLComplex {
    public var a: Int32
    public var b: Int32?
    public var auswahl: D.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<D.Auswahl>
    public var d: Int32
    public var q: Int32?
    public init(a: Int32, b: Int32? = nil, auswahl: D.Auswahl, d: Int32, q: Int32? = nil) {
        self.a = a
        self.b = b
        self._auswahl = XMLIndirect(auswahl)
        self.d = d
        self.q = q
    }
    public static let xml = XMLTable(Self.self, "D", in: nsK5) {
        $0.element("a", \.a)
        $0.element("b", \.b)
        $0.group(\._auswahl)
        $0.element("d", \.d)
        $0.attribute("q", \.q)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case c(Int32)
        indirect case kind(AAuspraegung)
        public static let xml = XMLChoiceTable(Self.self, in: nsK5) {
            $0.element("c", { .c($0) }) { if case .c(let value) = $0 { value } else { nil } }
            $0.element("kind", { .kind($0) }) { if case .kind(let value) = $0 { value } else { nil } }
        }
    }
}

/// Schema: Typ `W`
public struct W: XMLComplex {
    /// Der Wert des Elements.
    public var value: Int32
    public init(value: Int32) {
        self.value = value
    }
    public static let xml = XMLTable(Self.self, "W", in: nsK5) {
        $0.value(\.value)
    }
}

/// Schema: Typ `WX`
public struct WX: XMLComplex {
    /// Der Wert des Elements.
    public var value: Int32
    public var einheit: String
    public init(value: Int32, einheit: String) {
        self.value = value
        self.einheit = einheit
    }
    public static let xml = XMLTable(Self.self, "WX", in: nsK5) {
        $0.value(\.value)
        $0.attribute("einheit", \.einheit)
    }
}
