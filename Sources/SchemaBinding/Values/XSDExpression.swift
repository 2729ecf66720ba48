/// The syntax of a regular expression of XML Schema (Part 2, appendix F), as a tree.
package indirect enum XSDExpression {
    case empty
    case characters(XSDCharacters)
    case sequence([XSDExpression])
    case choice([XSDExpression])
    case repeated(XSDExpression, minimum: Int, maximum: Int?)

    /// Reads an expression; nil when it is wrong.
    package static func parse(_ text: String) -> XSDExpression? {
        var parser = Parser(scalars: Array(text.unicodeScalars))
        guard let result = parser.expression(), parser.isAtEnd else { return nil }
        return result
    }

    private struct Parser {
        let scalars: [Unicode.Scalar]
        var index = 0

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        var isAtEnd: Bool { index == scalars.count }
        private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

        private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard next == scalar else { return false }
            index += 1
            return true
        }

        mutating func expression() -> XSDExpression? {
            var branches: [XSDExpression] = []
            repeat {
                guard let branch = branch() else { return nil }
                branches.append(branch)
            } while take("|")
            return branches.count == 1 ? branches[0] : .choice(branches)
        }

        private mutating func branch() -> XSDExpression? {
            var pieces: [XSDExpression] = []
            while let scalar = next, scalar != "|", scalar != ")" {
                guard let atom = atom(), let piece = quantified(atom) else { return nil }
                pieces.append(piece)
            }
            return pieces.isEmpty ? .empty : pieces.count == 1 ? pieces[0] : .sequence(pieces)
        }

        private mutating func quantified(_ atom: XSDExpression) -> XSDExpression? {
            if take("?") { return .repeated(atom, minimum: 0, maximum: 1) }
            if take("*") { return .repeated(atom, minimum: 0, maximum: nil) }
            if take("+") { return .repeated(atom, minimum: 1, maximum: nil) }
            guard take("{") else { return atom }
            guard let minimum = number() else { return nil }
            var maximum: Int? = minimum
            if take(",") { maximum = next == "}" ? nil : number() ?? -1 }
            guard take("}"), maximum.map({ $0 >= minimum }) ?? true else { return nil }
            return .repeated(atom, minimum: minimum, maximum: maximum)
        }

        private mutating func number() -> Int? {
            var value: Int?
            while let scalar = next, ("0"..."9").contains(scalar), (value ?? 0) < 100_000 {
                value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
                index += 1
            }
            return value
        }

        private mutating func atom() -> XSDExpression? {
            guard let scalar = next else { return nil }
            index += 1
            switch scalar {
            case "(":
                guard let inner = expression(), take(")") else { return nil }
                return inner
            case "[": return characterClass().map { .characters($0) }
            case ".": return .characters(XSDCharacters("\n", "\r").inverted)
            case "\\": return escape().map { .characters($0) }
            case "?", "*", "+", "{", "}", "]": return nil
            default: return .characters(XSDCharacters(scalar))
            }
        }

        /// After `[`.
        private mutating func characterClass() -> XSDCharacters? {
            let isNegative = take("^")
            var result = XSDCharacters()
            var isFirst = true
            while let scalar = next {
                if scalar == "]", !isFirst {
                    index += 1
                    return isNegative ? result.inverted : result
                }
                if scalar == "-", !isFirst, index + 1 < scalars.count, scalars[index + 1] == "[" {
                    index += 2
                    guard let subtracted = characterClass(), take("]") else { return nil }
                    return (isNegative ? result.inverted : result).subtracting(subtracted)
                }
                isFirst = false
                guard let (characters, single) = classItem() else { return nil }
                if let start = single, next == "-", index + 1 < scalars.count, scalars[index + 1] != "]",
                    scalars[index + 1] != "["
                {
                    index += 1
                    guard let end = classItem()?.single, end >= start else { return nil }
                    result.insert(start.value...end.value)
                } else {
                    result.formUnion(characters)
                }
            }
            return nil
        }

        private mutating func classItem() -> (characters: XSDCharacters, single: Unicode.Scalar?)? {
            guard let scalar = next else { return nil }
            index += 1
            if scalar == "[" { return nil }
            guard scalar == "\\" else { return (XSDCharacters(scalar), scalar) }
            let escaped = next
            guard let characters = escape() else { return nil }
            return (characters, characters.single ?? (characters.isSingle ? escaped : nil))
        }

        /// After a backslash.
        private mutating func escape() -> XSDCharacters? {
            guard let scalar = next else { return nil }
            index += 1
            switch scalar {
            case "n": return XSDCharacters("\n")
            case "r": return XSDCharacters("\r")
            case "t": return XSDCharacters("\t")
            case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]": return XSDCharacters(scalar)
            case "s": return XSDCharacters(" ", "\t", "\n", "\r")
            case "S": return XSDCharacters(" ", "\t", "\n", "\r").inverted
            case "d": return XSDCharacters.category("Nd")
            case "D": return XSDCharacters.category("Nd")?.inverted
            case "w": return XSDCharacters.word
            case "W": return XSDCharacters.word.inverted
            case "i": return XSDCharacters.nameStart
            case "I": return XSDCharacters.nameStart.inverted
            case "c": return XSDCharacters.nameCharacter
            case "C": return XSDCharacters.nameCharacter.inverted
            case "p", "P":
                guard take("{") else { return nil }
                var name = ""
                while let letter = next, letter != "}" {
                    name.unicodeScalars.append(letter)
                    index += 1
                }
                guard take("}"), let characters = XSDCharacters.category(name) else { return nil }
                return scalar == "P" ? characters.inverted : characters
            default: return nil
            }
        }
    }
}

/// A set of characters as sorted ranges that neither touch nor overlap.
package struct XSDCharacters: Sendable {
    package private(set) var ranges: [ClosedRange<UInt32>] = []

    package init() {}

    init(_ scalars: Unicode.Scalar...) {
        for scalar in scalars { insert(scalar.value...scalar.value) }
    }

    var isSingle: Bool { ranges.count == 1 && ranges[0].count == 1 }
    var single: Unicode.Scalar? { isSingle ? Unicode.Scalar(ranges[0].lowerBound) : nil }

    package mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
        normalize()
    }

    mutating func formUnion(_ other: XSDCharacters) {
        ranges += other.ranges
        normalize()
    }

    private mutating func normalize() {
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var result: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        ranges = result
    }

    var inverted: XSDCharacters {
        var result = XSDCharacters()
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.ranges.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { result.ranges.append(next...0x10FFFF) }
        return result
    }

    package func subtracting(_ other: XSDCharacters) -> XSDCharacters {
        var outside = inverted
        outside.formUnion(other)
        return outside.inverted
    }

    /// The characters that this set shares with another one.
    package func intersection(_ other: XSDCharacters) -> XSDCharacters { subtracting(other.inverted) }

    /// A Unicode category such as `L` or `Lu`, or a block such as `IsBasicLatin`; nil for what is none.
    static func category(_ name: String) -> XSDCharacters? {
        let known = [
            "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
            "Pe",
            "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
        ]
        guard known.contains(name) else { return block(name) }
        var result = XSDCharacters()
        for (category, characters) in categories where category.hasPrefix(name) { result.ranges += characters.ranges }
        result.normalize()
        return result
    }

    /// All characters but punctuation, separators and others (appendix F.1.1).
    static let word: XSDCharacters = {
        var others = XSDCharacters()
        for name in ["P", "Z", "C"] { others.formUnion(category(name) ?? XSDCharacters()) }
        return others.inverted
    }()

    /// `NameStartChar` and the colon (XML 1.0, production 4).
    static let nameStart: XSDCharacters = {
        var result = XSDCharacters(":", "_")
        for range: ClosedRange<UInt32> in [
            0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF,
        ] { result.insert(range) }
        return result
    }()

    /// `NameChar` (XML 1.0, production 4a).
    static let nameCharacter: XSDCharacters = {
        var result = nameStart
        for range: ClosedRange<UInt32> in [0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040] {
            result.insert(range)
        }
        return result
    }()

    /// The categories of all characters, found once.
    private static let categories: [String: XSDCharacters] = {
        var result: [String: XSDCharacters] = [:]
        var start: UInt32 = 0
        var current = ""
        for value in 0...UInt32(0x110000) {
            let name = Unicode.Scalar(value).map { abbreviation($0.properties.generalCategory) } ?? "-"
            if name == current { continue }
            if value > 0 { result[current, default: XSDCharacters()].ranges.append(start...(value - 1)) }
            start = value
            current = name
        }
        return result
    }()

    private static func abbreviation(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
