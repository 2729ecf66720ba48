import Foundation

/// A decimal number of any length, digit by digit as it was written (`xs:decimal` and the unbounded integers, XML Schema
/// Part 2, 3.2.3): `1.50` stays `1.50`.
///
/// Two numbers are equal when they are written the same; compare `decimal` for their values.
public struct XSDDecimal: XMLField, XMLSimpleValue, Comparable, ExpressibleByIntegerLiteral {
    /// The number as written: an optional sign, digits, at most one point.
    public let xmlText: String

    /// A number from its lexical form, or nil when it is none.
    public init?(xmlText: String) {
        var text = xmlText
        guard text.withUTF8({ Self.isDecimal($0) }) else { return nil }
        self.xmlText = xmlText
    }

    static func isDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var points = 0
        for index in 0..<text.count {
            switch text[index] {
            case 0x30...0x39: digits += 1
            case 0x2E where points == 0: points += 1
            case 0x2B where index == 0, 0x2D where index == 0: continue
            default: return false
            }
        }
        return digits > 0
    }

    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.decimal, nil)) }

    /// A whole number.
    public init(_ value: some BinaryInteger) { xmlText = String(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { xmlText = String(value) }

    /// A decimal number; nil for one that is not a number.
    public init?(_ decimal: Decimal) {
        guard decimal.isFinite else { return nil }
        xmlText = NSDecimalNumber(decimal: decimal).description(withLocale: Locale(identifier: "en_US_POSIX"))
    }

    /// The value, rounded to 38 digits where it has more.
    public var decimal: Decimal { Decimal(string: xmlText, locale: Locale(identifier: "en_US_POSIX")) ?? .nan }

    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:decimal" }

    /// Sign, digits before and after the point without superfluous zeros.
    var parts: (isNegative: Bool, whole: Substring, fraction: Substring) {
        var text = xmlText[...]
        let isNegative = text.first == "-"
        if text.first == "-" || text.first == "+" { text = text.dropFirst() }
        let pieces = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = pieces[0].drop { $0 == "0" }
        var fraction = pieces.count > 1 ? pieces[1] : ""
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return (isNegative && !(whole.isEmpty && fraction.isEmpty), whole, fraction)
    }

    /// The digits that count, before and after the point (facets `totalDigits` and `fractionDigits`).
    public var digits: (total: Int, fraction: Int) {
        let parts = parts
        return (max(1, parts.whole.count + parts.fraction.count), parts.fraction.count)
    }

    /// Orders by value, exactly. Numbers of one value are ordered by their text.
    public static func < (left: XSDDecimal, right: XSDDecimal) -> Bool {
        let order = left.compare(right)
        return order == 0 ? left.xmlText < right.xmlText : order < 0
    }

    /// Less than, equal to or greater than 0 as this number is less than, equal to or greater than the other one.
    public func compare(_ other: XSDDecimal) -> Int {
        let left = parts
        let right = other.parts
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        let sign = left.isNegative ? -1 : 1
        if left.whole.count != right.whole.count { return left.whole.count < right.whole.count ? -sign : sign }
        if left.whole != right.whole { return left.whole < right.whole ? -sign : sign }
        if left.fraction == right.fraction { return 0 }
        return left.fraction < right.fraction ? -sign : sign
    }
}
