import SchemaBinding
import SchemaModel
import SchemaSamples

/// Compares the values that simple types allow.
final class ValueComparison {
    typealias Pair = SchemaComparison.Pair

    struct Change: Hashable {
        var kind: SchemaDiff.Kind
        var old: String?
        var new: String?
    }

    let old: SchemaComponents
    let new: SchemaComponents
    let pool = PatternPool()
    private var oldRules: [TypeID: SimpleRules] = [:]
    private var newRules: [TypeID: SimpleRules] = [:]
    private var known: [Pair: [Change]] = [:]
    var knownPatterns: [[String]: Bool] = [:]

    init(old: SchemaComponents, new: SchemaComponents) {
        self.old = old
        self.new = new
    }

    /// What changed between two simple types.
    func changes(_ pair: Pair) -> [Change] {
        if let found = known[pair] { return found }
        guard let left = old[pair.old].simple, let right = new[pair.new].simple else { return [] }
        var found = compare(left, right, pair)
        var seen = Set<Change>()
        found = found.filter { seen.insert($0).inserted }
        known[pair] = found
        return found
    }

    /// Whether every value of the old type is one of the new type; false where it cannot be told.
    private func isIncluded(_ pair: Pair) -> Bool { !changes(pair).contains { $0.kind.isBreaking } }

    private func compare(_ left: SimpleType, _ right: SimpleType, _ pair: Pair) -> [Change] {
        if left.facets.enumeration != nil || right.facets.enumeration != nil {
            return enumerations(left, right, pair) + whiteSpace(left, right)
        }
        switch (left.variety, right.variety) {
        case (.atomic(let before), .atomic(let after)):
            return atomic(before, left.facets, after, right.facets) + whiteSpace(left, right)
        case (.list(let before), .list(let after)):
            return changes(Pair(old: before, new: after)) + lengths(left.facets, right.facets, isText: false)
                + patterns(left.facets, right.facets, lexical: nil)
        case (.union(let before), .union(let after)):
            let isNarrower = !before.allSatisfy { one in after.contains { isIncluded(Pair(old: one, new: $0)) } }
            let back = reversed
            let isWider = !after.allSatisfy { one in before.contains { back.isIncluded(Pair(old: one, new: $0)) } }
            var result = patterns(left.facets, right.facets, lexical: nil)
            if isNarrower || isWider {
                result.append(
                    Change(kind: isNarrower ? .narrowed : .widened, old: text(old, pair.old), new: text(new, pair.new)))
            }
            return result
        case (_, .union(let members)):
            let isOne =
                right.facets.patterns.isEmpty
                && members.contains { isIncluded(Pair(old: pair.old, new: $0)) }
            return [Change(kind: isOne ? .widened : .changed, old: text(old, pair.old), new: text(new, pair.new))]
        case (.atomic, .list(let item)):
            let facets = right.facets
            let isOne =
                facets.patterns.isEmpty && (facets.length ?? 1) == 1 && (facets.minLength ?? 1) <= 1
                && (facets.maxLength ?? 1) >= 1 && isIncluded(Pair(old: pair.old, new: item)) && !left.mayHoldBlanks
            return [Change(kind: isOne ? .widened : .changed, old: text(old, pair.old), new: text(new, pair.new))]
        default:
            let isAny = new.builtin(pair.new) == .anySimpleType || new.builtin(pair.new)?.isFreeText == true
            return [Change(kind: isAny ? .widened : .changed, old: text(old, pair.old), new: text(new, pair.new))]
        }
    }

    /// Whether the new version has elements or attributes that refer to an `xs:ID`.
    private(set) lazy var newRefersToIDs: Bool = {
        var used = new.elements.map(\.type)
        for id in new.typeIDs where new.builtin(id) == nil {
            used.append(id)
            used += new[id].complex?.attributes.map(\.type) ?? []
            if case .simple(let content) = new[id].complex?.content { used.append(content) }
        }
        return used.contains { id in
            switch new[id].simple?.variety {
            case .atomic(.idref): true
            case .list(let item): item == new.builtin(.idref)
            default: false
            }
        }
    }()

    /// The same the other way round.
    private lazy var reversed = ValueComparison(old: new, new: old)

    /// A type as it is told: by its name, or by what it is made of.
    func text(_ components: SchemaComponents, _ id: TypeID) -> String {
        if let builtin = components.builtin(id) { return "xs:\(builtin.rawValue)" }
        if let name = components[id].name { return name.local }
        switch components[id].simple?.variety {
        case .atomic(let builtin): return "xs:\(builtin.rawValue)"
        case .list(let item): return "list of \(text(components, item))"
        case .union(let members): return members.map { text(components, $0) }.joined(separator: " | ")
        case nil: return "simpleType"
        }
    }

    // MARK: Enumerations

    private func enumerations(_ left: SimpleType, _ right: SimpleType, _ pair: Pair) -> [Change] {
        let before = left.facets.enumeration?.map(\.value)
        let after = right.facets.enumeration?.map(\.value)
        guard let before else {
            return [Change(kind: .narrowed, old: nil, new: "\(after?.count ?? 0) values")]
        }
        let oldRules = rules(pair.old, isOld: true)
        let newRules = rules(pair.new, isOld: false)
        let gone = before.filter { oldRules?.accepts($0) ?? true && !(newRules?.accepts($0) ?? true) }
        var result: [Change] = []
        if !gone.isEmpty { result.append(Change(kind: .narrowed, old: gone.joined(separator: ", "), new: nil)) }
        guard let after else {
            if gone.isEmpty {
                result.append(Change(kind: .widened, old: "\(before.count) values", new: text(new, pair.new)))
            }
            return result
        }
        let come = after.filter { newRules?.accepts($0) ?? true && !(oldRules?.accepts($0) ?? true) }
        if !come.isEmpty { result.append(Change(kind: .widened, old: nil, new: come.joined(separator: ", "))) }
        return result
    }

    /// What a type asks of its values.
    private func rules(_ id: TypeID, isOld: Bool) -> SimpleRules? {
        if let known = isOld ? oldRules[id] : newRules[id] { return known }
        guard let simple = (isOld ? old : new)[id].simple else { return nil }
        let variety: SimpleRules.Variety
        switch simple.variety {
        case .atomic(let builtin): variety = .atomic(builtin)
        case .list(let item):
            guard let item = rules(item, isOld: isOld) else { return nil }
            variety = .list(item)
        case .union(let members): variety = .union(members.compactMap { rules($0, isOld: isOld) })
        }
        let made = SimpleRules(variety: variety, facets: simple.facets, patterns: pool)
        if isOld { oldRules[id] = made } else { newRules[id] = made }
        return made
    }

    // MARK: Atomic values

    private func atomic(
        _ before: BuiltinType, _ left: Facets, _ after: BuiltinType, _ right: Facets
    ) -> [Change] {
        let kinds = Change(kind: .changed, old: "xs:\(before.rawValue)", new: "xs:\(after.rawValue)")
        if before == .id, after != .id, newRefersToIDs {
            return [Change(kind: .narrowed, old: kinds.old, new: kinds.new)]
        }
        guard before.primitive == after.primitive else {
            let isFree = after == .anySimpleType || after.isFreeText
            let isNumber =
                [.float, .double].contains(after) && [.decimal, .float].contains(before.primitive)
                && !(after == .float && before == .double)
            guard isFree || isNumber, right.hasNoBounds else { return [kinds] }
            let broken = patterns(left, right, lexical: nil).contains { $0.kind.isBreaking }
            let tooLong = lengths(Facets.ofPatterns(left), right, isText: true).contains { $0.kind.isBreaking }
            return [Change(kind: broken || tooLong ? .changed : .widened, old: kinds.old, new: kinds.new)]
        }
        switch before.primitive {
        case .decimal, .float, .double, .duration, .dateTime, .time, .date, .gYearMonth, .gYear, .gMonthDay, .gDay,
            .gMonth:
            return ranges(before, left, after, right) + patterns(left, right, lexical: nil)
        case .hexBinary, .base64Binary, .qName, .notation:
            return lengths(left, right, isText: false) + patterns(left, right, lexical: nil)
        default:
            return lexical(before, left, after) + lengths(left, right, isText: true)
                + patterns(left, right, lexical: before)
        }
    }

    /// White space that was part of a value, or was not, as far as a bound of the new type sees it (Part 2, 4.3.6).
    private func whiteSpace(_ left: SimpleType, _ right: SimpleType) -> [Change] {
        guard case .atomic(let before) = left.variety, case .atomic(let after) = right.variety,
            before.primitive == .string, after.primitive == .string
        else { return [] }
        let first = left.facets.whiteSpace ?? .collapse
        let second = right.facets.whiteSpace ?? .collapse
        let facets = right.facets
        if first == second { return [] }
        let change = Change(
            kind: .narrowed, old: "whiteSpace \(first.rawValue)", new: "whiteSpace \(second.rawValue)")
        if second.order < first.order {
            // Blanks around the value count now.
            let isSeen =
                facets.enumeration != nil || !facets.patterns.isEmpty || facets.length != nil || facets.maxLength != nil
            return isSeen ? [change] : []
        }
        let isSeen = !facets.patterns.isEmpty || facets.length != nil || (facets.minLength ?? 0) > 0
        if !isSeen || left.facets.enumeration != nil { return [] }
        let words = second == .collapse ? "([^ \\t\\n\\r]+( [^ \\t\\n\\r]+)*)?" : "[^\\t\\n\\r]*"
        return holds(words, forAllOf: left.facets, lexical: before) ? [] : [change]
    }
}

extension SimpleType {
    fileprivate var mayHoldBlanks: Bool {
        guard case .atomic(let builtin) = variety else { return true }
        return builtin.primitive == .string && facets.patterns.isEmpty && LexicalForms.pattern(of: builtin) == nil
    }
}

extension BuiltinType {
    /// Whether every text is a value.
    var isFreeText: Bool { self == .string || self == .normalizedString || self == .token }
}

extension Facets {
    /// Whether no number or date is a bound.
    fileprivate var hasNoBounds: Bool {
        minInclusive == nil && maxInclusive == nil && minExclusive == nil && maxExclusive == nil && totalDigits == nil
            && fractionDigits == nil
    }

    /// Only what patterns say of the texts.
    fileprivate static func ofPatterns(_ facets: Facets) -> Facets {
        var result = Facets()
        result.patterns = facets.patterns
        return result
    }
}

extension Facets.WhiteSpace {
    fileprivate var order: Int {
        switch self {
        case .preserve: 0
        case .replace: 1
        case .collapse: 2
        }
    }
}
