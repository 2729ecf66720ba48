import SchemaBinding
import SchemaModel
import SchemaSamples

/// Lengths, patterns and lexical forms of texts.
extension ValueComparison {
    /// Longer bounds are compared as numbers only.
    private static let longestText = 400

    /// The lexical form of the built-in type.
    func lexical(_ before: BuiltinType, _ left: Facets, _ after: BuiltinType) -> [Change] {
        if before == after { return [] }
        let change = Change(kind: .narrowed, old: "xs:\(before.rawValue)", new: "xs:\(after.rawValue)")
        for special in [BuiltinType.id, .idref, .entity] where after == special && before != special {
            return [change]
        }
        if let form = LexicalForms.pattern(of: after), after.primitive == .string, !before.isDerived(from: after) {
            return holds(form, forAllOf: left, lexical: before) ? [] : [change]
        }
        let isWider = LexicalForms.pattern(of: before) != nil && before.primitive == .string
        return isWider ? [Change(kind: .widened, old: change.old, new: change.new)] : []
    }

    /// Lengths in characters, octets or items.
    func lengths(_ left: Facets, _ right: Facets, isText: Bool) -> [Change] {
        let oldLow = left.length ?? left.minLength ?? 0
        let newLow = right.length ?? right.minLength ?? 0
        let oldHigh = left.length ?? left.maxLength ?? .max
        let newHigh = right.length ?? right.maxLength ?? .max
        if oldLow == newLow, oldHigh == newHigh { return [] }
        func text(_ facets: Facets) -> String? {
            if let length = facets.length { return "length \(length)" }
            var parts: [String] = []
            if oldLow != newLow, let least = facets.minLength { parts.append("minLength \(least)") }
            if oldHigh != newHigh, let most = facets.maxLength { parts.append("maxLength \(most)") }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
        /// Whether patterns keep texts within bounds.
        func areWithin(_ low: Int, _ high: Int, _ facets: Facets) -> Bool {
            guard isText, !facets.patterns.isEmpty, max(low, high == .max ? 0 : high) <= Self.longestText else {
                return false
            }
            let form = low == high ? "{\(low)}" : "{\(low),\(high == .max ? "" : String(high))}"
            return holds("[\\s\\S]" + form, forAllOf: facets, lexical: nil)
        }
        if newLow > oldLow || newHigh < oldHigh, !areWithin(newLow, newHigh, left) {
            return [Change(kind: .narrowed, old: text(left), new: text(right))]
        }
        if newLow < oldLow || newHigh > oldHigh, !areWithin(oldLow, oldHigh, right) {
            return [Change(kind: .widened, old: text(left), new: text(right))]
        }
        return []
    }

    /// Patterns: each group of the new type must hold for all that the old type allows.
    func patterns(_ left: Facets, _ right: Facets, lexical: BuiltinType?) -> [Change] {
        func text(_ facets: Facets) -> String? {
            facets.patterns.isEmpty
                ? nil
                : "pattern "
                    + String(facets.patterns.map { $0.joined(separator: " | ") }.joined(separator: " & ").prefix(200))
        }
        if Set(left.patterns) == Set(right.patterns) { return [] }
        let isNarrower = !right.patterns.allSatisfy { group in
            left.patterns.contains(group) || holds(Self.expression(group), forAllOf: left, lexical: lexical)
        }
        let change = Change(kind: .narrowed, old: text(left), new: text(right))
        if isNarrower { return [change] }
        let isWider = !left.patterns.allSatisfy { group in
            right.patterns.contains(group) || holds(Self.expression(group), forAllOf: right, lexical: lexical)
        }
        return isWider ? [Change(kind: .widened, old: change.old, new: change.new)] : []
    }

    private static func expression(_ group: [String]) -> String {
        group.map { "(\($0))" }.joined(separator: "|")
    }

    /// Whether an expression matches every text that facets allow; false where it cannot be told.
    func holds(_ expression: String, forAllOf facets: Facets, lexical: BuiltinType?) -> Bool {
        var known = facets.patterns.map(Self.expression)
        if let lexical, lexical.primitive == .string, let form = LexicalForms.pattern(of: lexical) {
            known.append(form)
        }
        let low = facets.length ?? facets.minLength ?? 0
        let high = facets.length ?? facets.maxLength
        if lexical != nil, max(low, high ?? 0) <= Self.longestText, low > 0 || high != nil {
            known.append("[\\s\\S]{\(low),\(high.map { String($0) } ?? "")}")
        }
        let key = known + ["⊆", expression]
        if let result = knownPatterns[key] { return result }
        let result = PatternInclusion(known, in: expression)?.holds() ?? false
        knownPatterns[key] = result
        return result
    }
}

extension BuiltinType {
    /// Whether this type is the same as another one or derived from it.
    func isDerived(from other: BuiltinType) -> Bool {
        var current: BuiltinType? = self
        while let type = current {
            if type == other { return true }
            current = type.base
        }
        return false
    }
}
