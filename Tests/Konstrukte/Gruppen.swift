// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// gruppen.xsd sha256:e49424b948cc487f7c9010ca458a943517d91c79709fd02123dee4db004ccf3c
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `gruppen`
public struct Gruppen: XMLComplex {
    public var a: Int32
    public var b: Int32?
    public var t1: Int32
    public var g: Gruppen.G?
    public var t2: Int32
    public var g2: [Gruppen.G2]
    public var t3: Int32
    public var w2: [Gruppen.W2]
    public var t4: Int32
    public var auswahl: [Gruppen.Auswahl]
    public var m: [MAuspraegung]
    public init(
        a: Int32,
        b: Int32? = nil,
        t1: Int32,
        g: Gruppen.G? = nil,
        t2: Int32,
        g2: [Gruppen.G2],
        t3: Int32,
        w2: [Gruppen.W2] = [],
        t4: Int32,
        auswahl: [Gruppen.Auswahl],
        m: [MAuspraegung]
    ) {
        self.a = a
        self.b = b
        self.t1 = t1
        self.g = g
        self.t2 = t2
        self.g2 = g2
        self.t3 = t3
        self.w2 = w2
        self.t4 = t4
        self.auswahl = auswahl
        self.m = m
    }
    public static let rootNames = [nsK4.name("gruppen")]
    public static let xml = XMLTable(Self.self, in: nsK4) {
        $0.element("a", \.a)
        $0.element("b", \.b)
        $0.element("t1", \.t1)
        $0.group(\.g)
        $0.element("t2", \.t2)
        $0.group(\.g2, min: 2, max: 3)
        $0.element("t3", \.t3)
        $0.group(\.w2)
        $0.element("t4", \.t4)
        $0.group(\.auswahl, min: 1)
        $0.element("m", \.m, min: 1, max: 2)
    }

    /// Schema: Gruppe
    public struct G: XMLComplex {
        public var a: Int32
        public var b: Int32?
        public init(a: Int32, b: Int32? = nil) {
            self.a = a
            self.b = b
        }
        public static let xml = XMLTable(Self.self, in: nsK4, group: true) {
            $0.element("a", \.a)
            $0.element("b", \.b)
        }
    }

    /// Schema: Gruppe
    public struct G2: XMLComplex {
        public var a: Int32
        public var b: Int32?
        public init(a: Int32, b: Int32? = nil) {
            self.a = a
            self.b = b
        }
        public static let xml = XMLTable(Self.self, in: nsK4, group: true) {
            $0.element("a", \.a)
            $0.element("b", \.b)
        }
    }

    /// Schema: Auswahl
    public enum W2: XMLChoice {
        case d(Int32)
        case g(Gruppen.W2.G)
        public static let xml = XMLChoiceTable(Self.self, in: nsK4) {
            $0.element("d", { .d($0) }) { if case .d(let value) = $0 { value } else { nil } }
            $0.group({ .g($0) }) { if case .g(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct G: XMLComplex {
            public var a: Int32
            public var b: Int32?
            public init(a: Int32, b: Int32? = nil) {
                self.a = a
                self.b = b
            }
            public static let xml = XMLTable(Self.self, in: nsK4, group: true) {
                $0.element("a", \.a)
                $0.element("b", \.b)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case e(Int32)
        case fGruppe(Gruppen.Auswahl.FGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsK4) {
            $0.element("e", { .e($0) }) { if case .e(let value) = $0 { value } else { nil } }
            $0.group({ .fGruppe($0) }) { if case .fGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct FGruppe: XMLComplex {
            public var f: Int32
            public var auswahl2: Gruppen.Auswahl.FGruppe.Auswahl2?
            public init(f: Int32, auswahl2: Gruppen.Auswahl.FGruppe.Auswahl2? = nil) {
                self.f = f
                self.auswahl2 = auswahl2
            }
            public static let xml = XMLTable(Self.self, in: nsK4, group: true) {
                $0.element("f", \.f)
                $0.group(\.auswahl2)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case h(Int32)
                case i(Int32)
                public static let xml = XMLChoiceTable(Self.self, in: nsK4) {
                    $0.element("h", { .h($0) }) { if case .h(let value) = $0 { value } else { nil } }
                    $0.element("i", { .i($0) }) { if case .i(let value) = $0 { value } else { nil } }
                }
            }
        }
    }
}

/// Schema: Typ `M` und seine Ableitungen
public indirect enum MAuspraegung: XMLVariants {
    case m(M)
    case mx(MX)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("M", in: nsK4, declared: true, { .m($0) }) { if case .m(let value) = $0 { value } else { nil } }
        $0.type("MX", in: nsK4, { .mx($0) }) { if case .mx(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Typ `M`
public struct M: XMLComplex {
    public var content: XMLMixedContent
    public var q: Int32?
    public init(content: XMLMixedContent = XMLMixedContent(), q: Int32? = nil) {
        self.content = content
        self.q = q
    }
    public static let xml = XMLTable(Self.self, "M", in: nsK4) {
        $0.mixed(\.content, of: M.Elemente.self)
        $0.attribute("q", \.q)
    }

    /// Schema: Elemente zwischen dem Text
    public struct Elemente: XMLComplex {
        public var n: [Int32]
        public init(n: [Int32] = []) {
            self.n = n
        }
        public static let xml = XMLTable(Self.self, in: nsK4) {
            $0.element("n", \.n)
        }
    }
}

/// Schema: Typ `MX`
public struct MX: XMLComplex {
    public var content: XMLMixedContent
    public var q: Int32?
    public init(content: XMLMixedContent = XMLMixedContent(), q: Int32? = nil) {
        self.content = content
        self.q = q
    }
    public static let xml = XMLTable(Self.self, "MX", in: nsK4) {
        $0.mixed(\.content, of: MX.Elemente.self)
        $0.attribute("q", \.q)
    }

    /// Schema: Elemente zwischen dem Text
    public struct Elemente: XMLComplex {
        public var n: [Int32]
        public var m: MAuspraegung
        public init(n: [Int32] = [], m: MAuspraegung) {
            self.n = n
            self.m = m
        }
        public static let xml = XMLTable(Self.self, in: nsK4) {
            $0.element("n", \.n)
            $0.element("m", \.m)
        }
    }
}
