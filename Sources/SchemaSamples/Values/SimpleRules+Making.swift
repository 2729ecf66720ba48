import SchemaModel

extension SimpleRules {
    /// A value of the type; nil when none was found.
    func make(_ random: inout SampleRandom) -> String? {
        if let enumeration { return random.pick(enumeration) }
        switch variety {
        case .union(let members):
            for _ in 0..<20 {
                for member in random.shuffled(members) {
                    if let value = member.make(&random), accepts(value) { return value }
                }
            }
            return fromPatterns(&random)
        case .list(let item):
            for _ in 0..<20 {
                guard let value = list(of: item, &random) else { break }
                if accepts(value) { return value }
            }
            return fromPatterns(&random)
        case .atomic(let builtin):
            let isText = builtin.primitive == .string || builtin.primitive == .anyURI || builtin == .anySimpleType
            // Texts of words are nicer to read, those of patterns show more of what the type allows.
            let attempts = samplers.isEmpty ? 60 : !isText ? 30 : random.percent(70) ? 5 : 0
            for _ in 0..<attempts {
                if let value = candidate(builtin, &random), accepts(value) { return value }
            }
            return fromPatterns(&random)
        }
    }

    private func list(of item: SimpleRules, _ random: inout SampleRandom) -> String? {
        let least = facets.length ?? facets.minLength ?? 1
        let most = facets.length ?? facets.maxLength.map { max(least, min($0, least + 2)) } ?? least + 2
        var items: [String] = []
        for _ in 0..<random.number(in: least...max(least, most)) {
            guard let value = item.make(&random) else { return nil }
            items.append(value)
        }
        return items.joined(separator: " ")
    }

    /// Every group of patterns holds, one pattern of each: samples of one group are tried on the others.
    private func fromPatterns(_ random: inout SampleRandom) -> String? {
        guard !samplers.isEmpty else { return nil }
        var least = 0
        var most = 400
        if case .atomic(let builtin) = variety, builtin.primitive != .hexBinary, builtin.primitive != .base64Binary {
            least = facets.length ?? facets.minLength ?? 0
            most = facets.length ?? facets.maxLength ?? max(least, 400)
        }
        guard least <= most else { return nil }
        // The narrowest group first: its samples are the likeliest to meet the others.
        let groups = samplers.sorted { width($0) < width($1) }
        for attempt in 0..<400 {
            let group = groups[attempt < 200 ? 0 : attempt % groups.count]
            guard let value = random.pick(group)?.sample(&random, lengths: least...most) else { continue }
            if accepts(value) { return value }
        }
        return fromIntersection(&random, lengths: least...most)
    }

    /// Where samples of one pattern hardly ever meet the others, or the lexical form: all of them at once.
    private func fromIntersection(_ random: inout SampleRandom, lengths: ClosedRange<Int>) -> String? {
        var form = "[^ \\t\\n\\r]+( [^ \\t\\n\\r]+)*"
        if case .atomic(let builtin) = variety {
            if let lexical = LexicalForms.pattern(of: builtin) {
                form = lexical
            } else if facets.whiteSpace == .preserve || facets.whiteSpace == .replace {
                form = "[^\\t\\n\\r]*"
            }
        }
        // What a search did not find the same search will not find.
        for _ in 0..<(facets.patterns.contains { $0.count > 1 } ? 4 : 1) {
            let patterns = facets.patterns.compactMap { random.pick($0) } + [form]
            guard let search = PatternIntersection(patterns) else { continue }
            for _ in 0..<8 {
                guard let value = search.sample(&random, lengths: lengths) else { break }
                if accepts(value) { return value }
            }
        }
        return nil
    }

    private func width(_ group: [PatternSampler]) -> Int {
        group.map { ($0.maximumLength ?? 1_000_000) - ($0.minimumLength ?? 0) }.max() ?? 0
    }

    /// A text that is likely to be a value of a built-in type within the facets.
    private func candidate(_ builtin: BuiltinType, _ random: inout SampleRandom) -> String? {
        switch builtin.primitive {
        case .boolean: return random.pick(random.percent(90) ? ["true", "false"] : ["1", "0"])
        case .decimal: return NumberMaker(facets, builtin).make(&random)
        case .float, .double: return NumberMaker(facets, .decimal).make(&random)
        case .duration, .dateTime, .time, .date, .gYearMonth, .gYear, .gMonthDay, .gDay, .gMonth:
            return DateMaker(facets, builtin.primitive).make(&random)
        case .hexBinary, .base64Binary: return octets(builtin.primitive, &random)
        default: return TextMaker(facets, builtin).make(&random)
        }
    }

    private func octets(_ builtin: BuiltinType, _ random: inout SampleRandom) -> String {
        let least = facets.length ?? facets.minLength ?? 1
        let most = facets.length ?? max(least, min(facets.maxLength ?? least + 12, least + 12))
        let bytes = (0..<random.number(in: least...most)).map { _ in UInt8(random.below(256)) }
        return builtin == .hexBinary ? Octets.hexadecimal(bytes) : Octets.base64(bytes)
    }
}
