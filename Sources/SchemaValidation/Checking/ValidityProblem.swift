import XMLCore

/// One of libxml2's validity errors, taken apart. The wording that is read here has been the same from libxml2 2.6 to 2.14;
/// what cannot be taken apart keeps its kind and its text.
struct ValidityProblem: Hashable, Sendable {
    /// What rule was broken.
    enum Kind: Hashable, Sendable {
        case elementUnexpected, elementMissing, contentNotAllowed, textNotAllowed, elementNotEmpty
        case attributeMissing, attributeUnexpected
        case value, enumeration, pattern, length, range, digits, fixedValue
        case notDeclared, abstractElement, nilled, xsiType, identityConstraint, wildcard
        case processor, other
    }

    /// Which elements an open place takes (XML Schema 1.0, 3.10.1).
    enum Wildcard: Hashable, Sendable {
        case any
        /// Those of a namespace; "" for none.
        case namespace(String)
        /// Those of other namespaces.
        case otherThan(String)
    }

    var kind: Kind
    /// The element that libxml2 names.
    var element: XMLName?
    /// The attribute, for problems of attributes.
    var attribute: XMLName?
    /// The value that was found.
    var value: String?
    /// What a facet demands, the type's name, the fixed value: as the schema writes it.
    var expected: String?
    /// The facet.
    var facet: String?
    /// The elements that could stand there.
    var candidates: [XMLName] = []
    /// The open places (`xs:any`) that could be filled there.
    var wildcards: [Wildcard] = []
    /// Whether there are more candidates than libxml2 lists.
    var hasMoreCandidates = false
    /// The members of an enumeration.
    var enumeration: [String] = []
    /// The text that follows the place, in English.
    var text: String

    init(code: Int32, message: String) {
        var rest = Substring(message)
        element = Self.take(&rest, after: "Element '", until: "'").map(Self.name)
        attribute = Self.take(&rest, after: ", attribute '", until: "'").map(Self.name)
        if rest.hasPrefix(": ") { rest = rest.dropFirst(2) }
        text = String(rest)
        kind = ValidityCodes.kind(of: code)
        if rest.hasPrefix("[facet '") { readFacet(rest) } else { readText(rest) }
    }

    // MARK: Reading

    private mutating func readFacet(_ message: Substring) {
        var rest = message
        facet = Self.take(&rest, after: "[facet '", until: "'] ").map(String.init)
        kind = Self.kind(ofFacet: facet ?? "") ?? kind
        switch facet {
        case "enumeration":
            value = Self.between(rest, "The value '", "' is not an element of the set {").0
            if let (_, set) = Self.split(rest, at: "' is not an element of the set {") {
                enumeration = Self.members(set)
            }
        case "pattern":
            if let (left, right) = Self.split(rest, at: "' is not accepted by the pattern '") {
                value = Self.drop(left, "The value '")
                expected = Self.dropEnd(right)
            }
        case "length", "minLength", "maxLength":
            if let (left, right) = Self.split(rest, at: "' has a length of '", last: true) {
                value = Self.drop(left, "The value '")
                expected = Self.lastQuoted(right)
            } else {
                value = Self.between(rest, "The value '", "' has").0
                expected = Self.lastQuoted(rest)
            }
        default:
            expected = Self.lastQuoted(rest)
            let marks = ["' is less than", "' is greater than", "' must be", "' has more"]
            for mark in marks {
                if let (left, _) = Self.split(rest, at: mark) { value = Self.drop(left, "The value '") }
            }
        }
    }

    private mutating func readText(_ rest: Substring) {
        if let (_, list) = Self.split(rest, at: "Expected is one of ( ") ?? Self.split(rest, at: "Expected is ( ") {
            readCandidates(list)
        }
        if rest.hasPrefix("Missing child element(s)") { kind = .elementMissing }
        if rest.hasPrefix("This element is not expected") { kind = .elementUnexpected }
        if rest.hasPrefix("Character content") { kind = .textNotAllowed }
        if rest.hasPrefix("Element content is not allowed") { kind = .contentNotAllowed }
        if rest.hasPrefix("The attribute '"), rest.contains("is required but missing") {
            kind = .attributeMissing
            attribute = Self.between(rest, "The attribute '", "' is required").0.map(Self.name)
        }
        if rest.hasPrefix("The attribute '"), rest.hasSuffix("is not allowed.") {
            kind = .attributeUnexpected
            attribute = attribute ?? Self.between(rest, "The attribute '", "' is not").0.map(Self.name)
        }
        if let (left, right) = Self.split(rest, at: "' does not match the fixed value constraint '") {
            kind = .fixedValue
            value = Self.drop(left, "The value '") ?? Self.drop(left, "The actual value '")
            expected = Self.dropEnd(right)
        }
        if let (left, right) = Self.split(rest, at: "' is not a valid value of the ", last: true) {
            if kind == .other { kind = .value }
            value = Self.drop(left, "'")
            expected = Self.lastQuoted(right) ?? right.split(separator: ".").first.map(String.init)
        }
    }

    private mutating func readCandidates(_ list: Substring) {
        guard let end = list.range(of: " )") else { return }
        for part in list[..<end.lowerBound].split(separator: ", ") {
            // Wildcards are written "{*}*", "{namespace}*" and "##other{namespace}*".
            if let mark = part.dropFirst(part.hasPrefix("##other") ? 7 : 0).firstIndex(of: "{"), part.hasSuffix("}*") {
                let space = String(part[part.index(after: mark)...].dropLast(2))
                let wildcard: Wildcard =
                    mark > part.startIndex ? .otherThan(space) : space == "*" ? .any : .namespace(space)
                if !wildcards.contains(wildcard) { wildcards.append(wildcard) }
            } else if !part.hasPrefix("##other") {
                candidates.append(Self.name(part))
            }
        }
        // libxml2 asks its automaton for ten names at the most.
        hasMoreCandidates = candidates.count + wildcards.count >= 10
    }

    private static func kind(ofFacet facet: String) -> Kind? {
        switch facet {
        case "enumeration": .enumeration
        case "pattern": .pattern
        case "length", "minLength", "maxLength": .length
        case "minInclusive", "maxInclusive", "minExclusive", "maxExclusive": .range
        case "totalDigits", "fractionDigits": .digits
        default: nil
        }
    }

    // MARK: Text

    private static func name(_ clark: some StringProtocol) -> XMLName {
        guard clark.hasPrefix("{"), let end = clark.firstIndex(of: "}") else { return XMLName(String(clark)) }
        let namespace = clark[clark.index(after: clark.startIndex)..<end]
        return XMLName(String(clark[clark.index(after: end)...]), in: String(namespace))
    }

    private static func take(_ rest: inout Substring, after start: String, until end: String) -> Substring? {
        guard rest.hasPrefix(start) else { return nil }
        let body = rest.dropFirst(start.count)
        guard let close = body.range(of: end) else { return nil }
        rest = body[close.upperBound...]
        return body[..<close.lowerBound]
    }

    private static func split(_ text: Substring, at mark: String, last: Bool = false) -> (Substring, Substring)? {
        guard let range = last ? text.lastRange(of: mark) : text.range(of: mark) else { return nil }
        return (text[..<range.lowerBound], text[range.upperBound...])
    }

    private static func between(_ text: Substring, _ start: String, _ end: String) -> (String?, Substring) {
        guard let (left, right) = split(text, at: end), left.hasPrefix(start) else { return (nil, text) }
        return (String(left.dropFirst(start.count)), right)
    }

    private static func drop(_ text: Substring, _ start: String) -> String? {
        text.hasPrefix(start) ? String(text.dropFirst(start.count)) : nil
    }

    private static func dropEnd(_ text: Substring) -> String {
        text.hasSuffix("'.") ? String(text.dropLast(2)) : String(text)
    }

    private static func lastQuoted(_ text: Substring) -> String? {
        guard let end = text.lastIndex(of: "'") else { return nil }
        let before = text[..<end]
        guard let start = before.lastIndex(of: "'") else { return nil }
        return String(before[before.index(after: start)...])
    }

    /// `'a', 'b', 'c'}.` A value may hold an apostrophe, so the separator is what counts.
    private static func members(_ set: Substring) -> [String] {
        guard let end = set.lastIndex(of: "}") else { return [] }
        let body = set[..<end]
        guard body.hasPrefix("'"), body.hasSuffix("'"), body.count > 1 else { return [] }
        var result: [String] = []
        var rest = body.dropFirst().dropLast()
        while let range = rest.range(of: "', '") {
            result.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        result.append(String(rest))
        return result
    }
}

extension Substring {
    /// The first occurrence, by bytes: messages can be long, and Foundation's search knows locales.
    func range(of mark: String) -> Range<Index>? {
        let needle = Array(mark.utf8)
        guard let first = needle.first else { return nil }
        var start = startIndex
        while let candidate = utf8[start...].firstIndex(of: first) {
            if utf8[candidate...].starts(with: needle) {
                return candidate..<utf8.index(candidate, offsetBy: needle.count)
            }
            start = utf8.index(after: candidate)
        }
        return nil
    }

    /// The last occurrence.
    func lastRange(of mark: String) -> Range<Index>? {
        var found: Range<Index>?
        var rest = self[...]
        while let next = rest.range(of: mark) {
            found = next
            rest = rest[next.upperBound...]
        }
        return found
    }
}
