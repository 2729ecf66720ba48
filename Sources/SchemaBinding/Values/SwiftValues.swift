import XMLCore

extension String: XMLContent, XMLField, XMLSimpleValue {
    /// Every text is a string.
    public init?(xmlText: String) { self = xmlText }
    /// The string itself.
    public var xmlText: String { self }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.string, nil)) }
    /// White space belongs to a string (`xs:string`); tables collapse where the schema says so.
    public static var collapsesWhiteSpace: Bool { false }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:string" }
}

extension Bool: XMLContent, XMLField, XMLSimpleValue {
    /// A value with white space around it.
    init?(xmlBytes: UnsafeRawBufferPointer) {
        self.init(xmlText: String(decoding: XMLWhiteSpace.trimmed(xmlBytes), as: UTF8.self))
    }

    /// `true`, `false`, `1` or `0` (XML Schema Part 2, 3.2.2).
    public init?(xmlText: String) {
        switch xmlText {
        case "true", "1": self = true
        case "false", "0": self = false
        default: return nil
        }
    }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.bool, nil)) }
    /// `true` or `false`, the canonical forms.
    public var xmlText: String { self ? "true" : "false" }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:boolean" }
}

extension Double: XMLContent, XMLField, XMLSimpleValue {
    /// A decimal number, perhaps with an exponent, or `INF`, `-INF`, `NaN` (XML Schema Part 2, 3.2.5).
    public init?(xmlText: String) {
        switch xmlText {
        case "INF": self = .infinity
        case "-INF": self = -.infinity
        case "NaN": self = .nan
        default:
            guard
                xmlText.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
                let value = Double(xmlText)
            else { return nil }
            self = value
        }
    }
    /// The shortest form that reads back the same.
    public var xmlText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-INF" : "INF" }
        return description
    }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:double" }
}

/// Makes the integers of Swift stand for those of XML Schema (Part 2, 3.3.13 and after): a sign, digits, leading zeros.
public protocol XMLInteger: XMLSimpleValue, FixedWidthInteger {}

extension XMLInteger {
    /// Digits, with a sign for the types that have one (Part 2, 3.3.21 and after), or nil where the number is not in range.
    public init?(xmlText: String) {
        if !Self.isSigned, let first = xmlText.utf8.first, first == 0x2B || first == 0x2D { return nil }
        guard let value = Self(xmlText, radix: 10) else { return nil }
        self = value
    }
    /// The digits without leading zeros.
    public var xmlText: String { String(self, radix: 10) }
    /// The range of the type.
    public static var xmlExpectation: String { "\(Self.min)…\(Self.max)" }
}

extension Int: XMLContent, XMLField, XMLInteger {
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.int, nil)) }
}
extension Int64: XMLContent, XMLField, XMLInteger {}
extension Int32: XMLContent, XMLField, XMLInteger {}
extension Int16: XMLContent, XMLField, XMLInteger {}
extension Int8: XMLContent, XMLField, XMLInteger {}
extension UInt64: XMLContent, XMLField, XMLInteger {}
extension UInt32: XMLContent, XMLField, XMLInteger {}
extension UInt16: XMLContent, XMLField, XMLInteger {}
extension UInt8: XMLContent, XMLField, XMLInteger {}
