// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// kreise.xsd sha256:1c72f76cc8c14707607e351570af8cd8d4ba7775b0d890e7669678dae567a327
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `kreise`
public struct Kreise: XMLComplex {
    public var ausdruck: Kreise.Ausdruck
    public var glied: Int32
    public var rest: Kreise.Rest?
    public var knoten: Ring
    public init(ausdruck: Kreise.Ausdruck, glied: Int32, rest: Kreise.Rest? = nil, knoten: Ring) {
        self.ausdruck = ausdruck
        self.glied = glied
        self.rest = rest
        self.knoten = knoten
    }
    public static let rootNames = [nsK6.name("kreise")]
    public static let xml = XMLTable(Self.self, in: nsK6) {
        $0.group(\.ausdruck)
        $0.element("glied", \.glied)
        $0.element("rest", \.rest)
        $0.element("knoten", \.knoten)
    }

    /// Schema: Auswahl
    public enum Ausdruck: XMLChoice {
        case und(Kreise.Ausdruck.Und)
        case nicht(Nicht)
        case wert(Int32)
        public static let xml = XMLChoiceTable(Self.self, in: nsK6) {
            $0.element("und", { .und($0) }) { if case .und(let value) = $0 { value } else { nil } }
            $0.element("nicht", { .nicht($0) }) { if case .nicht(let value) = $0 { value } else { nil } }
            $0.element("wert", { .wert($0) }) { if case .wert(let value) = $0 { value } else { nil } }
        }

        /// Schema: Element `und`
        public struct Und: XMLComplex {
            public var ausdruck2: [Kreise.Ausdruck.Und.Ausdruck2]
            public init(ausdruck2: [Kreise.Ausdruck.Und.Ausdruck2]) {
                self.ausdruck2 = ausdruck2
            }
            public static let xml = XMLTable(Self.self, in: nsK6) {
                $0.group(\.ausdruck2, min: 2)
            }

            /// Schema: Auswahl
            public enum Ausdruck2: XMLChoice {
                case und(Kreise.Ausdruck.Und)
                case nicht(Nicht)
                case wert(Int32)
                public static let xml = XMLChoiceTable(Self.self, in: nsK6) {
                    $0.element("und", { .und($0) }) { if case .und(let value) = $0 { value } else { nil } }
                    $0.element("nicht", { .nicht($0) }) { if case .nicht(let value) = $0 { value } else { nil } }
                    $0.element("wert", { .wert($0) }) { if case .wert(let value) = $0 { value } else { nil } }
                }
            }
        }
    }

    /// Schema: Element `rest`
    public struct Rest: XMLComplex {
        public var glied: Int32
        public var rest: Kreise.Rest? {
            get { _rest?.value }
            set { _rest = newValue.map { XMLIndirect($0) } }
        }
        var _rest: XMLIndirect<Kreise.Rest>?
        public init(glied: Int32, rest: Kreise.Rest? = nil) {
            self.glied = glied
            self._rest = rest.map { XMLIndirect($0) }
        }
        public static let xml = XMLTable(Self.self, in: nsK6) {
            $0.element("glied", \.glied)
            $0.element("rest", \._rest)
        }
    }
}

/// Schema: Typ `Nicht`
public struct Nicht: XMLComplex {
    public var ausdruck: Nicht.Ausdruck {
        get { _ausdruck.value }
        _modify { yield &_ausdruck.value }
    }
    var _ausdruck: XMLIndirect<Nicht.Ausdruck>
    public init(ausdruck: Nicht.Ausdruck) {
        self._ausdruck = XMLIndirect(ausdruck)
    }
    public static let xml = XMLTable(Self.self, "Nicht", in: nsK6) {
        $0.group(\._ausdruck)
    }

    /// Schema: Auswahl
    public enum Ausdruck: XMLChoice {
        case und(Kreise.Ausdruck.Und)
        indirect case nicht(Nicht)
        case wert(Int32)
        public static let xml = XMLChoiceTable(Self.self, in: nsK6) {
            $0.element("und", { .und($0) }) { if case .und(let value) = $0 { value } else { nil } }
            $0.element("nicht", { .nicht($0) }) { if case .nicht(let value) = $0 { value } else { nil } }
            $0.element("wert", { .wert($0) }) { if case .wert(let value) = $0 { value } else { nil } }
        }
    }
}

/// Schema: Typ `Ring`
public struct Ring: XMLComplex {
    public var x: Ring? {
        get { _x?.value }
        set { _x = newValue.map { XMLIndirect($0) } }
    }
    var _x: XMLIndirect<Ring>?
    public var x2: Int32?
    public var y: Ring? {
        get { _y?.value }
        set { _y = newValue.map { XMLIndirect($0) } }
    }
    var _y: XMLIndirect<Ring>?
    public init(x: Ring? = nil, x2: Int32? = nil, y: Ring? = nil) {
        self._x = x.map { XMLIndirect($0) }
        self.x2 = x2
        self._y = y.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "Ring", in: nsK6) {
        $0.element("x", \._x)
        $0.element("_x", \.x2)
        $0.element("y", \._y)
    }
}
