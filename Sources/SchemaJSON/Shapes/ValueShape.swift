import SchemaModel

/// What values of a simple type are in JSON (Documentation/Formate/JSON.md, Werte).
indirect enum ValueShape: Sendable {
    case text(Facets.WhiteSpace)
    case boolean
    /// Whether there may be a point, and whether there may be an exponent.
    case number(isWhole: Bool, isFloating: Bool)
    case name
    case list(ValueShape)

    init(_ type: TypeID, in components: SchemaComponents) {
        guard let simple = components[type].simple else {
            self = .text(.preserve)
            return
        }
        let whiteSpace = simple.facets.whiteSpace ?? .collapse
        switch simple.variety {
        case .atomic(let builtin) where builtin == .qName || builtin == .notation: self = .name
        case _ where simple.facets.enumeration != nil: self = .text(whiteSpace)
        case .union: self = .text(whiteSpace)
        case .list(let item): self = .list(ValueShape(item, in: components))
        case .atomic(let builtin):
            switch builtin.primitive {
            case .boolean: self = .boolean
            case .decimal: self = .number(isWhole: builtin != .decimal, isFloating: false)
            case .float, .double: self = .number(isWhole: false, isFloating: true)
            default: self = .text(whiteSpace)
            }
        }
    }

    /// The text after white space processing (XML Schema Part 1, 3.1.4).
    func normalised(_ text: String) -> String {
        guard case .text(let whiteSpace) = self, whiteSpace != .collapse else {
            let isPlain = !text.utf8.contains { $0 == 0x20 || (0x9...0xD).contains($0) }
            return isPlain
                ? text
                : text.utf8.split { [0x20, 0x9, 0xA, 0xD].contains($0) }
                    .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        }
        if whiteSpace == .preserve { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { "\t\n\r".unicodeScalars.contains($0) ? " " : $0 }))
    }

    /// Whether a text is what a JSON number is written as: no other text stands for the same number, and every reader
    /// keeps it (at most 15 digits, no exponent).
    static func isCanonicalNumber(_ text: String) -> Bool {
        var digits = text.utf8[...]
        let isNegative = digits.first == 0x2D
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, digits.count <= 16, whole.first != 0x30 || whole.count == 1,
            whole.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let fraction = parts.count > 1 ? parts[1] : nil
        if let fraction {
            guard let last = fraction.last, last != 0x30, fraction.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return false
            }
            // Below 0.0001 writers of JSON turn to exponents.
            if whole.first == 0x30, fraction.prefix(4).allSatisfy({ $0 == 0x30 }) { return false }
        }
        let isZero = whole.first == 0x30 && fraction == nil
        return whole.count + (fraction?.count ?? 0) <= 15 && !(isNegative && isZero)
    }

    /// Whether a text is in the lexical space of the number.
    static func isNumber(_ text: String, isWhole: Bool, isFloating: Bool) -> Bool {
        if isFloating, ["INF", "-INF", "NaN"].contains(text) { return true }
        var rest = text.utf8[...]
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var digits = whole.count
        if rest.first == 0x2E, !isWhole {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(1 + fraction.count)
            digits += fraction.count
        }
        guard digits > 0 else { return false }
        if isFloating, let first = rest.first, first | 0x20 == 0x65 {
            rest = rest.dropFirst()
            if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
            guard !rest.isEmpty else { return false }
            rest = rest.drop(while: isDigit)
        }
        return rest.isEmpty
    }
}
