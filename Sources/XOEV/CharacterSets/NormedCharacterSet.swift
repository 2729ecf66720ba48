import Findings

/// The character sets that standards of the administration prescribe for texts: DIN 91379 and what came before it.
///
/// A set consists of characters and of sequences of a base letter and combining marks that count as one character. A text
/// belongs to it when it is a chain of these; the work is done on code points, for Swift's `Character` is something else.
/// The sets are those of the published schemas, alternative by alternative.
public enum NormedCharacterSet: String, Sendable, Hashable, CaseIterable {
    /// String.Latin 1.1 (namespace `http://xoev.de/latinchars/1_1/datatypes`).
    case stringLatin11 = "String.Latin 1.1"
    /// DIN SPEC 91379:2019-03, data type A: names of natural persons.
    case dinSpec91379A = "DIN SPEC 91379:2019-03 datatypeA"
    /// DIN SPEC 91379:2019-03, data type B: other names.
    case dinSpec91379B = "DIN SPEC 91379:2019-03 datatypeB"
    /// DIN SPEC 91379:2019-03, data type C: all normative characters.
    case dinSpec91379C = "DIN SPEC 91379:2019-03 datatypeC"
    /// DIN SPEC 91379:2019-03, data type D: names of legal persons and products.
    case dinSpec91379D = "DIN SPEC 91379:2019-03 datatypeD"
    /// DIN SPEC 91379:2019-03, data type E: all characters with Greek and Cyrillic.
    case dinSpec91379E = "DIN SPEC 91379:2019-03 datatypeE"
    /// DIN 91379:2022-08, data type A: names of natural persons.
    case din91379A = "DIN 91379:2022-08 datatypeA"
    /// DIN 91379:2022-08, data type B: other names, streets, places.
    case din91379B = "DIN 91379:2022-08 datatypeB"
    /// DIN 91379:2022-08, data type C: all normative characters, with line breaks and tabulators.
    case din91379C = "DIN 91379:2022-08 datatypeC"
    /// DIN 91379:2022-08, data type D: names of legal persons and products.
    case din91379D = "DIN 91379:2022-08 datatypeD"
    /// DIN 91379:2022-08, data type E: all characters with Greek and Cyrillic.
    case din91379E = "DIN 91379:2022-08 datatypeE"

    /// String.Latin 1.2. “String.Latin+ 1.2” of KoSIT (15 January 2020) is the annotated edition of DIN SPEC 91379:2019-03 and
    /// takes its groups of characters and data types over unchanged; a schema of its own was not published. Its data type C
    /// holds all normative characters.
    public static let stringLatin12 = NormedCharacterSet.dinSpec91379C

    /// The set's name for people; that of data type C of DIN SPEC 91379 says that it is String.Latin 1.2, too.
    var title: String { self == .stringLatin12 ? rawValue + " (String.Latin 1.2)" : rawValue }

    /// The set that a type of the published schemas stands for; nil for other types.
    public init?(namespace: String?, typeName: String) {
        let edition: String
        switch namespace {
        case "http://xoev.de/latinchars/1_1/datatypes" where typeName == "String.Latin":
            self = .stringLatin11
            return
        case "urn:xoev-de:kosit:xoev:datentyp:din-spec-91379_2019-03": edition = "DIN SPEC 91379:2019-03 "
        case "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08": edition = "DIN 91379:2022-08 "
        default: return nil
        }
        self.init(rawValue: edition + typeName)
    }

    /// The bit that stands for the set in `CharacterSetTable`: the position among all cases.
    var bit: UInt16 {
        let position: UInt16 =
            switch self {
            case .stringLatin11: 0
            case .dinSpec91379A: 1
            case .dinSpec91379B: 2
            case .dinSpec91379C: 3
            case .dinSpec91379D: 4
            case .dinSpec91379E: 5
            case .din91379A: 6
            case .din91379B: 7
            case .din91379C: 8
            case .din91379D: 9
            case .din91379E: 10
            }
        return 1 << position
    }

    /// The ASCII characters that belong to the set by themselves.
    var asciiCharacters: Set<UInt8> {
        Set((0..<0x80).filter { contains(String(Character(Unicode.Scalar(UInt8($0))))) }.map { UInt8($0) })
    }

    /// Whether a text belongs to the set.
    public func contains(_ text: String) -> Bool { firstViolation(in: text) == nil }

    /// Where a text leaves the set first; nil when it belongs to it.
    public func firstViolation(in text: String) -> CharacterSetViolation? {
        let bit = bit
        let automaton = SequenceAutomaton.shared
        // Nearly all texts are ASCII; for them one look into a small table per byte is enough.
        if let isFine = text.utf8.withContiguousStorageIfAvailable({ automaton.isASCIIWithin($0, bit) }), isFine {
            return nil
        }
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            let length = automaton.longestMatch(scalars, at: position, bit)
            if length == 0 { return violation(scalars, at: position) }
            position += length
        }
        return nil
    }

    /// All places where a text leaves the set, at most `limit`.
    public func violations(in text: String, limit: Int = .max) -> [CharacterSetViolation] {
        var result: [CharacterSetViolation] = []
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count, result.count < limit {
            let length = SequenceAutomaton.shared.longestMatch(scalars, at: position, bit)
            if length == 0 { result.append(violation(scalars, at: position)) }
            position += max(1, length)
        }
        return result
    }

    private func violation(_ scalars: [Unicode.Scalar], at position: Int) -> CharacterSetViolation {
        // A combining mark is wrong together with what stands before it.
        let scalar = scalars[position]
        var start = position
        if scalar.properties.canonicalCombiningClass != .notReordered {
            while start > 0, scalars[start].properties.canonicalCombiningClass != .notReordered { start -= 1 }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start...position])
        return CharacterSetViolation(set: self, scalar: scalar, position: position + 1, text: String(text))
    }
}

/// A place where a text leaves a character set.
public struct CharacterSetViolation: Sendable, Hashable {
    /// The set.
    public var set: NormedCharacterSet
    /// The code point that is not allowed there.
    public var scalar: Unicode.Scalar
    /// The position of the code point in the text, counted from 1 in code points.
    public var position: Int
    /// The code point with the base letter and the marks before it, where it is a combining mark.
    public var text: String

    /// The code point as Unicode writes it, such as `U+0416`, with its name where Unicode gives one.
    public var codePoint: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.properties.name.map { "\(padded) \($0)" } ?? padded
    }

    /// Whether the text around would be allowed if it were in normal form C.
    public var isMendedByNormalisation: Bool {
        let composed = CharacterNormalisation.nfc(text)
        return !composed.unicodeScalars.elementsEqual(text.unicodeScalars) && set.contains(composed)
    }

    /// The violation as a finding: which character, which code point, where.
    public func finding(at location: Location = Location()) -> Finding {
        Finding(
            "charset.not-allowed", .error, at: location,
            Message(
                de:
                    "Das Zeichen „\(value: text)“ (\(codePoint)) an Stelle \(position) gehört nicht zu \(set.title).",
                en:
                    "The character “\(value: text)” (\(codePoint)) at position \(position) is not part of \(set.title)."
            ),
            hint: isMendedByNormalisation
                ? Message(
                    de: "Der Text ist nicht in Normalform C; nach der Normalisierung ist das Zeichen erlaubt.",
                    en: "The text is not in normal form C; after normalisation the character is allowed.")
                : Message(
                    de: "Ersetzen Sie das Zeichen durch ein erlaubtes oder lassen Sie es weg.",
                    en: "Replace the character by one that is allowed, or leave it out."))
    }
}

/// The automaton over code points that all sets share: ranges for single characters, a trie for sequences, in each place
/// the sets in which it accepts.
///
/// No sequence has a part that begins another member except where a letter ends it (`K͟h`), and no combining mark is a
/// member by itself: the longest match at each place therefore is the only one that can lead to the end.
struct SequenceAutomaton: Sendable {
    static let shared = SequenceAutomaton()

    private struct Node: Sendable {
        var accepts: UInt16 = 0
        var next: [UInt32: Int] = [:]
    }

    private static let directLimit = 0x500
    private var direct: [UInt16]
    private var nodes = [Node()]

    private init() {
        direct = [UInt16](repeating: 0, count: Self.directLimit)
        for range in CharacterSetTable.ranges where range.first < Self.directLimit {
            for code in Int(range.first)...min(Int(range.last), Self.directLimit - 1) { direct[code] = range.sets }
        }
        for sequence in CharacterSetTable.sequences {
            var node = 0
            for scalar in sequence.scalars {
                if let next = nodes[node].next[scalar] {
                    node = next
                } else {
                    nodes.append(Node())
                    nodes[node].next[scalar] = nodes.count - 1
                    node = nodes.count - 1
                }
            }
            nodes[node].accepts |= sequence.sets
        }
    }

    /// Whether bytes are ASCII characters of a set.
    func isASCIIWithin(_ bytes: UnsafeBufferPointer<UInt8>, _ bit: UInt16) -> Bool {
        direct.withUnsafeBufferPointer { table in
            bytes.allSatisfy { $0 < 0x80 && table[Int($0)] & bit != 0 }
        }
    }

    /// The number of code points of the longest member of a set that begins at a place; 0 when there is none.
    func longestMatch(_ scalars: [Unicode.Scalar], at position: Int, _ bit: UInt16) -> Int {
        var result = sets(of: scalars[position].value) & bit == 0 ? 0 : 1
        // What is not followed by a combining mark begins no sequence.
        guard position + 1 < scalars.count, (0x300...0x36F).contains(scalars[position + 1].value) else { return result }
        var node = 0
        var index = position
        while index < scalars.count, let next = nodes[node].next[scalars[index].value] {
            node = next
            index += 1
            if nodes[node].accepts & bit != 0 { result = index - position }
        }
        return result
    }

    private func sets(of code: UInt32) -> UInt16 {
        if code < Self.directLimit { return direct[Int(code)] }
        let ranges = CharacterSetTable.ranges
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].last < code { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].first <= code ? ranges[low].sets : 0
    }
}
