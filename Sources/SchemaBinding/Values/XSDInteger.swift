import XMLCore

/// A whole number of any length (`xs:integer`, XML Schema Part 2, 3.3.13), in its canonical form: `+007` becomes `7`.
///
/// `int` gives it where it fits; types that are bounded to 64 bits by the schema are Swift's own integers.
public struct XSDInteger: XMLField, XMLSimpleValue, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The digits, with a minus for negative numbers.
    public let xmlText: String

    /// A number from its lexical form, or nil when it is none.
    public init?(xmlText: String) {
        var digits = xmlText[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let significant = digits.drop { $0 == "0" }
        self.xmlText = significant.isEmpty ? "0" : (isNegative ? "-" : "") + significant
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) { xmlText = String(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { xmlText = String(value) }

    /// The number, or nil when it has more than 64 bits.
    public var int: Int? { Int(xmlText) }
    /// The digits.
    public var description: String { xmlText }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:integer" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.integer, nil)) }

    /// Orders by value.
    public static func < (left: Self, right: Self) -> Bool {
        guard let one = XSDDecimal(xmlText: left.xmlText), let other = XSDDecimal(xmlText: right.xmlText) else {
            return false
        }
        return one.compare(other) < 0
    }

    /// Whether a text is in canonical form.
    static func isCanonical(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = text.first == 0x2D ? 1 : 0
        guard index < text.count else { return false }
        if text[index] == 0x30 { return text.count == 1 }
        while index < text.count {
            if text[index] &- 0x30 > 9 { return false }
            index += 1
        }
        return true
    }
}

/// Whole numbers with a sign that the schema prescribes.
public protocol XSDSignedInteger: XMLRefined, Comparable, ExpressibleByIntegerLiteral where Base == XSDInteger {}

extension XSDSignedInteger {
    /// A number that has the sign.
    ///
    /// - Throws: `XMLBindingError` with the code `badValue`.
    public init(_ value: some BinaryInteger) throws(XMLBindingError) { try self.init(XSDInteger(value)) }
    /// A literal, which must have the sign.
    public init(integerLiteral value: Int) {
        self.init(unchecked: XSDInteger(value))
        precondition(Self(xmlText: xmlText) != nil, "\(value) is no \(Self.xmlExpectation)")
    }
    /// The number, or nil when it has more than 64 bits.
    public var int: Int? { value.int }
    /// Orders by value.
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// `xs:nonNegativeInteger`: 0 and more.
public struct XSDNonNegativeInteger: XSDSignedInteger {
    /// The number.
    public let value: XSDInteger
    /// A number without a check.
    public init(unchecked value: XSDInteger) { self.value = value }
    /// At least 0.
    public static let facets = XMLFacets(minInclusive: "0")
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:nonNegativeInteger" }
}

/// `xs:positiveInteger`: 1 and more.
public struct XSDPositiveInteger: XSDSignedInteger {
    /// The number.
    public let value: XSDInteger
    /// A number without a check.
    public init(unchecked value: XSDInteger) { self.value = value }
    /// At least 1.
    public static let facets = XMLFacets(minInclusive: "1")
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:positiveInteger" }
}

/// `xs:nonPositiveInteger`: 0 and less.
public struct XSDNonPositiveInteger: XSDSignedInteger {
    /// The number.
    public let value: XSDInteger
    /// A number without a check.
    public init(unchecked value: XSDInteger) { self.value = value }
    /// At most 0.
    public static let facets = XMLFacets(maxInclusive: "0")
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:nonPositiveInteger" }
}

/// `xs:negativeInteger`: -1 and less.
public struct XSDNegativeInteger: XSDSignedInteger {
    /// The number.
    public let value: XSDInteger
    /// A number without a check.
    public init(unchecked value: XSDInteger) { self.value = value }
    /// At most -1.
    public static let facets = XMLFacets(maxInclusive: "-1")
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:negativeInteger" }
}
