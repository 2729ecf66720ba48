import SchemaBinding
import SchemaModel

/// What a simple type asks of its values, prepared for making and judging many of them.
package final class SimpleRules: Sendable {
    /// How values are made up.
    package enum Variety: Sendable {
        case atomic(BuiltinType)
        case list(SimpleRules)
        case union([SimpleRules])
    }

    /// How values are made up.
    let variety: Variety
    /// The facets of the type.
    let facets: Facets
    /// The allowed values that meet the other facets, or nil when they are not listed.
    let enumeration: [String]?
    /// For each group of patterns one sampler per pattern.
    let samplers: [[PatternSampler]]
    private let checks: XMLFacets

    /// Rules from a type's parts.
    package init(variety: Variety, facets: Facets, patterns: PatternPool) {
        self.variety = variety
        self.facets = facets
        samplers = facets.patterns.map { $0.compactMap { patterns.sampler($0) } }
        var isList = false
        if case .list = variety { isList = true }
        checks = XMLFacets(
            patterns: facets.patterns, length: isList ? nil : facets.length,
            minLength: isList ? nil : facets.minLength, maxLength: isList ? nil : facets.maxLength,
            minInclusive: facets.minInclusive, maxInclusive: facets.maxInclusive, minExclusive: facets.minExclusive,
            maxExclusive: facets.maxExclusive, totalDigits: facets.totalDigits, fractionDigits: facets.fractionDigits)
        var accepted: [String]?
        if let values = facets.enumeration?.map(\.value) {
            accepted = []
            for value in values
            where Self.meets(value, variety, facets, checks) && accepted?.contains(value) == false {
                accepted?.append(value)
            }
        }
        enumeration = accepted
    }

    /// Whether a text is a value of the type. It must be as white space processing leaves it.
    package func accepts(_ text: String) -> Bool {
        if let enumeration, !enumeration.contains(text) { return false }
        return Self.meets(text, variety, facets, checks)
    }

    private static func meets(_ text: String, _ variety: Variety, _ facets: Facets, _ checks: XMLFacets) -> Bool {
        switch variety {
        case .atomic(let builtin):
            guard isNormalised(text, facets.whiteSpace) else { return false }
            return meets(text, builtin, checks)
        case .union(let members):
            return members.contains { $0.accepts(text) } && checks.broken(by: text, value: text) == nil
        case .list(let item):
            let items = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard isNormalised(text, .collapse), text.isEmpty || items.allSatisfy({ item.accepts($0) }) else {
                return false
            }
            let count = text.isEmpty ? 0 : items.count
            if let length = facets.length, count != length { return false }
            if let least = facets.minLength, count < least { return false }
            if let most = facets.maxLength, count > most { return false }
            return checks.broken(by: text, value: text) == nil
        }
    }

    private static func meets(_ text: String, _ builtin: BuiltinType, _ checks: XMLFacets) -> Bool {
        func holds<T: XMLSimpleValue>(_ type: T.Type) -> Bool {
            guard let value = T(xmlText: text) else { return false }
            return checks.broken(by: text, value: value) == nil
        }
        switch builtin.primitive {
        case .boolean: return holds(Bool.self)
        case .decimal:
            guard holds(XSDDecimal.self) else { return false }
            return builtin == .decimal || (!text.contains(".") && isInRange(text, builtin))
        case .float, .double: return holds(Double.self)
        case .duration: return holds(XSDDuration.self)
        case .dateTime: return holds(XSDDateTime.self)
        case .time: return holds(XSDTime.self)
        case .date: return holds(XSDDate.self)
        case .gYearMonth: return holds(XSDYearMonth.self)
        case .gYear: return holds(XSDYear.self)
        case .gMonthDay: return holds(XSDMonthDay.self)
        case .gDay: return holds(XSDDay.self)
        case .gMonth: return holds(XSDMonth.self)
        case .hexBinary: return holds(XSDHexBinary.self)
        case .base64Binary: return holds(XSDBase64.self)
        // RFC 2396 in its narrowest reading: what every validator takes for a URI.
        case .anyURI: return text.utf8.allSatisfy { isOfURI($0) } && holds(String.self)
        default: return isName(text, builtin) && holds(String.self)
        }
    }

    private static func isOfURI(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-_.:/?=&#~".utf8.contains(byte)
        }
    }

    private static func isName(_ text: String, _ builtin: BuiltinType) -> Bool {
        let pattern: XMLPattern
        switch builtin {
        case .language: pattern = lexical.language
        case .nmtoken: pattern = lexical.nmtoken
        case .name: pattern = lexical.name
        case .ncName, .id, .idref, .entity: pattern = lexical.ncName
        case .qName, .notation: pattern = lexical.qName
        default: return true
        }
        return pattern.matches(text)
    }

    private static let lexical = (
        language: XMLPattern("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"), nmtoken: XMLPattern("\\c+"),
        name: XMLPattern("\\i\\c*"), ncName: XMLPattern("[\\i-[:]][\\c-[:]]*"),
        qName: XMLPattern("([\\i-[:]][\\c-[:]]*:)?[\\i-[:]][\\c-[:]]*")
    )

    private static func isInRange(_ text: String, _ builtin: BuiltinType) -> Bool {
        guard let value = XSDDecimal(xmlText: text), let range = NumberMaker.range(of: builtin) else { return true }
        if let low = range.low.flatMap({ XSDDecimal(xmlText: $0) }), value.compare(low) < 0 { return false }
        if let high = range.high.flatMap({ XSDDecimal(xmlText: $0) }), value.compare(high) > 0 { return false }
        return true
    }

    private static func isNormalised(_ text: String, _ whiteSpace: Facets.WhiteSpace?) -> Bool {
        switch whiteSpace ?? .collapse {
        case .preserve: return true
        case .replace: return !text.unicodeScalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" }
        case .collapse:
            let scalars = text.unicodeScalars
            if scalars.first == " " || scalars.last == " " || text.contains("  ") { return false }
            return !scalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" }
        }
    }

    /// Whether values are of this built-in type or derived from it, or are a list of such.
    func isOrHolds(_ builtin: BuiltinType) -> Bool {
        switch variety {
        case .atomic(let own): own == builtin
        case .list(let item): item.isOrHolds(builtin)
        case .union: false
        }
    }
}

/// Samplers of patterns, each prepared once: types of a standard share theirs.
package final class PatternPool {
    private var samplers: [String: PatternSampler?] = [:]

    /// A pool without samplers.
    package init() {}

    func sampler(_ pattern: String) -> PatternSampler? {
        if let known = samplers[pattern] { return known }
        let made = PatternSampler(pattern)
        samplers[pattern] = made
        return made
    }
}
