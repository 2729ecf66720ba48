import Foundation
import SchemaBinding
import SchemaModel

/// Makes numbers within bounds of value and digits.
package struct NumberMaker {
    private let facets: Facets
    private let builtin: BuiltinType

    init(_ facets: Facets, _ builtin: BuiltinType) {
        self.facets = facets
        self.builtin = builtin
    }

    /// The bounds of a built-in integer type (XML Schema Part 2, 3.3.13 to 3.3.25); nil for types without any.
    package static func range(of builtin: BuiltinType) -> (low: String?, high: String?)? {
        switch builtin {
        case .nonPositiveInteger: (nil, "0")
        case .negativeInteger: (nil, "-1")
        case .long: (String(Int64.min), String(Int64.max))
        case .int: (String(Int32.min), String(Int32.max))
        case .short: (String(Int16.min), String(Int16.max))
        case .byte: (String(Int8.min), String(Int8.max))
        case .nonNegativeInteger: ("0", nil)
        case .unsignedLong: ("0", String(UInt64.max))
        case .unsignedInt: ("0", String(UInt32.max))
        case .unsignedShort: ("0", String(UInt16.max))
        case .unsignedByte: ("0", String(UInt8.max))
        case .positiveInteger: ("1", nil)
        default: nil
        }
    }

    func make(_ random: inout SampleRandom) -> String? {
        let isWhole = builtin != .decimal
        let digits = isWhole ? 0 : facets.fractionDigits ?? 6
        // Few digits first, more where the bounds leave no other room.
        let wanted = isWhole ? 0 : min(digits, random.below(3))
        for fraction in wanted...max(wanted, digits) {
            if let value = make(fraction: fraction, &random) { return value }
        }
        return nil
    }

    private func make(fraction: Int, _ random: inout SampleRandom) -> String? {
        let builtinRange = Self.range(of: builtin)
        var low = scaled(facets.minInclusive, fraction, up: true)
        if let bound = facets.minExclusive, let value = scaled(bound, fraction, up: false) { low = value + 1 }
        if let bound = scaled(builtinRange?.low, fraction, up: true) { low = max(low ?? bound, bound) }
        var high = scaled(facets.maxInclusive, fraction, up: false)
        if let bound = facets.maxExclusive, let value = scaled(bound, fraction, up: true) { high = value - 1 }
        if let bound = scaled(builtinRange?.high, fraction, up: false) { high = min(high ?? bound, bound) }
        // With `totalDigits` both bounds come nearer to zero.
        if let total = facets.totalDigits, total < 18 {
            let most = (0..<total).reduce(1) { value, _ in value * 10 } - 1
            low = max(low ?? -most, -most)
            high = min(high ?? most, most)
        }
        let scale = (0..<fraction).reduce(1) { value, _ in value * 10 }
        // Where nothing is said, numbers that people meet.
        if low == nil, high == nil {
            low = 0
            high = 9_999 * scale
        } else if let bound = low, high == nil {
            high = bound > Int.max / 2 ? bound : bound + 9_999 * scale
        } else if let bound = high, low == nil {
            low = bound < Int.min / 2 ? bound : bound - 9_999 * scale
        }
        guard var low, var high, low <= high else { return nil }
        if random.percent(6) { return text(random.percent(50) ? low : high, fraction) }
        if low <= 0, high >= 0 {
            let reach = 99_999 * scale
            low = max(low, random.percent(20) ? -reach : 0)
            high = max(low, min(high, reach))
        }
        return text(random.number(in: low...high), fraction)
    }

    /// A bound times a power of ten, as a whole number; nil where there is none or it is beyond what is counted here.
    private func scaled(_ bound: String?, _ fraction: Int, up: Bool) -> Int? {
        guard let bound, var value = XSDDecimal(xmlText: bound)?.decimal ?? Double(bound).map({ Decimal($0) }) else {
            return nil
        }
        for _ in 0..<fraction { value *= 10 }
        var rounded = Decimal()
        NSDecimalRound(&rounded, &value, 0, up ? .up : .down)
        if rounded > Decimal(Int.max) { return up ? nil : Int.max }
        if rounded < Decimal(Int.min) { return up ? Int.min : nil }
        return Int(NSDecimalNumber(decimal: rounded).stringValue)
    }

    private func text(_ value: Int, _ fraction: Int) -> String {
        guard fraction > 0 else { return String(value) }
        var digits = String(value.magnitude)
        digits = String(repeating: "0", count: max(0, fraction + 1 - digits.count)) + digits
        return (value < 0 ? "-" : "") + digits.dropLast(fraction) + "." + digits.suffix(fraction)
    }
}
