import SchemaBinding
import SchemaModel
import SchemaSamples

/// Bounds of numbers and dates.
extension ValueComparison {
    private struct Bound {
        var value: String
        var isExclusive: Bool
    }

    func ranges(_ before: BuiltinType, _ left: Facets, _ after: BuiltinType, _ right: Facets) -> [Change] {
        var result: [Change] = []
        let isWhole = before.isDerived(from: .integer)
        let types = ("xs:\(before.rawValue)", "xs:\(after.rawValue)")
        if before != after {
            let range = NumberMaker.range(of: after)
            let isNarrower =
                (!isWhole && after.isDerived(from: .integer))
                || !isMet(
                    range?.low.map { Bound(value: $0, isExclusive: false) }, by: lower(left, before), before,
                    isLower: true)
                || !isMet(
                    range?.high.map { Bound(value: $0, isExclusive: false) }, by: upper(left, before), before,
                    isLower: false)
            if isNarrower {
                result.append(Change(kind: .narrowed, old: types.0, new: types.1))
            } else if !after.isDerived(from: before) {
                result.append(Change(kind: .widened, old: types.0, new: types.1))
            }
        }
        for isLower in [true, false] {
            let (oldBound, newBound) = (own(left, isLower), own(right, isLower))
            let (oldText, newText) = (Self.text(oldBound, isLower), Self.text(newBound, isLower))
            if oldText == newText { continue }
            let all = (
                isLower ? lower(left, before) : upper(left, before), isLower ? lower(right, after) : upper(right, after)
            )
            if !isMet(newBound, by: all.0, before, isLower: isLower) {
                result.append(Change(kind: .narrowed, old: oldText, new: newText))
            } else if !isMet(oldBound, by: all.1, after, isLower: isLower) {
                result.append(Change(kind: .widened, old: oldText, new: newText))
            }
        }
        result += digits("totalDigits", left.totalDigits, right.totalDigits)
        // Whole numbers have no digits behind the point.
        if isWhole == after.isDerived(from: .integer) {
            result += digits("fractionDigits", left.fractionDigits, right.fractionDigits)
        }
        return result
    }

    private func digits(_ name: String, _ left: Int?, _ right: Int?) -> [Change] {
        if left == right { return [] }
        return [
            Change(
                kind: (right ?? .max) < (left ?? .max) ? .narrowed : .widened, old: left.map { "\(name) \($0)" },
                new: right.map { "\(name) \($0)" })
        ]
    }

    // MARK: Bounds

    private func own(_ facets: Facets, _ isLower: Bool) -> Bound? {
        if let value = isLower ? facets.minInclusive : facets.maxInclusive {
            return Bound(value: value, isExclusive: false)
        }
        return (isLower ? facets.minExclusive : facets.maxExclusive).map { Bound(value: $0, isExclusive: true) }
    }

    private func lower(_ facets: Facets, _ type: BuiltinType) -> [Bound] {
        [own(facets, true), NumberMaker.range(of: type)?.low.map { Bound(value: $0, isExclusive: false) }]
            .compactMap { $0 }
    }

    private func upper(_ facets: Facets, _ type: BuiltinType) -> [Bound] {
        [own(facets, false), NumberMaker.range(of: type)?.high.map { Bound(value: $0, isExclusive: false) }]
            .compactMap { $0 }
    }

    private static func text(_ bound: Bound?, _ isLower: Bool) -> String? {
        bound.map { "\(isLower ? "min" : "max")\($0.isExclusive ? "Exclusive" : "Inclusive") \($0.value)" }
    }

    /// Whether values within bounds keep another bound, too.
    private func isMet(_ bound: Bound?, by known: [Bound], _ type: BuiltinType, isLower: Bool) -> Bool {
        guard let bound = bound.map({ whole($0, type, isLower) }) else { return true }
        return known.map { whole($0, type, isLower) }.contains { one in
            // What excludes its bound keeps the same bound whether it is excluded or not.
            let isStrict = bound.isExclusive && !one.isExclusive
            var facets = Facets()
            switch (isLower, isStrict) {
            case (true, true): facets.minExclusive = bound.value
            case (true, false): facets.minInclusive = bound.value
            case (false, true): facets.maxExclusive = bound.value
            case (false, false): facets.maxInclusive = bound.value
            }
            return SimpleRules(variety: .atomic(type.primitive), facets: facets, patterns: pool).accepts(one.value)
        }
    }

    /// For whole numbers an excluded bound is the next number, included.
    private func whole(_ bound: Bound, _ type: BuiltinType, _ isLower: Bool) -> Bound {
        guard bound.isExclusive, type.isDerived(from: .integer), let value = Int(bound.value), value.magnitude < 1 << 60
        else { return bound }
        return Bound(value: String(value + (isLower ? 1 : -1)), isExclusive: false)
    }
}
