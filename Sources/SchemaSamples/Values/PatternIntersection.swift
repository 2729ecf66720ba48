import SchemaBinding
import SchemaModel

/// Makes texts that match several regular expressions at once, by a walk through all their automata together.
struct PatternIntersection {
    /// How many places are looked at before the search is given up.
    private static let maxSteps = 30_000

    private let automata: [XSDAutomaton]
    /// One character of each class that all expressions together tell apart: those that people write first.
    private let characters: [(character: UInt32, isUsual: Bool)]

    /// Nil where an expression is wrong or too large.
    init?(_ patterns: [String]) {
        var automata: [XSDAutomaton] = []
        for pattern in patterns {
            guard let automaton = XSDExpression.parse(pattern).flatMap({ XSDAutomaton($0) }) else { return nil }
            automata.append(automaton)
        }
        self.automata = automata
        let bounds = Set(automata.flatMap(\.classBounds)).sorted()
        let usual = Array(0x30...0x39) + Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt32]
        var characters = usual.map { ($0, true) }
        for (index, bound) in bounds.enumerated() {
            let end = index + 1 < bounds.count ? bounds[index + 1] : 0x110000
            // The first character of the class that XML allows.
            let first = bound < 0x20 ? ([0x9, 0xA, 0xD, 0x20].first { $0 >= bound && $0 < end }) : bound
            guard let first, first < 0xD800 || (0xE000...0xFFFD).contains(first) || first > 0xFFFF, first < 0x110000
            else { continue }
            if !usual.contains(first) { characters.append((first, false)) }
        }
        self.characters = characters
    }

    private struct Position: Hashable {
        var places: [XSDAutomaton.Place]
        var length: Int
    }

    /// A text of a length within bounds; nil when none was found.
    func sample(_ random: inout SampleRandom, lengths: ClosedRange<Int>) -> String? {
        var walk = Walk(intersection: self, random: random, lengths: lengths)
        let isFound = walk.search(Position(places: automata.map(\.beginning), length: 0))
        random = walk.random
        return isFound ? String(String.UnicodeScalarView(walk.text)) : nil
    }

    private struct Walk {
        let intersection: PatternIntersection
        var random: SampleRandom
        let lengths: ClosedRange<Int>
        let target: Int
        var text: [Unicode.Scalar] = []
        private var dead = Set<Position>()
        private var steps = 0

        init(intersection: PatternIntersection, random: SampleRandom, lengths: ClosedRange<Int>) {
            self.intersection = intersection
            self.random = random
            self.lengths = lengths
            let most = min(lengths.upperBound, max(lengths.lowerBound, 1) + 8)
            target = self.random.number(in: lengths.lowerBound...most)
        }

        mutating func search(_ position: Position) -> Bool {
            steps += 1
            let isEnd = zip(intersection.automata, position.places).allSatisfy { $0.isEnd($1) }
            if isEnd, position.length >= target { return true }
            if position.length < lengths.upperBound, steps < PatternIntersection.maxSteps {
                let usual = intersection.characters.filter(\.isUsual)
                let others = intersection.characters.filter { !$0.isUsual }
                for (character, _) in random.shuffled(usual) + random.shuffled(others) {
                    guard let next = advance(position, character), !dead.contains(next),
                        let scalar = Unicode.Scalar(character)
                    else { continue }
                    text.append(scalar)
                    if search(next) { return true }
                    text.removeLast()
                }
            }
            if isEnd, position.length >= lengths.lowerBound { return true }
            dead.insert(position)
            return false
        }

        private func advance(_ position: Position, _ character: UInt32) -> Position? {
            var places: [XSDAutomaton.Place] = []
            for (automaton, place) in zip(intersection.automata, position.places) {
                guard let next = automaton.place(after: place, character) else { return nil }
                places.append(next)
            }
            return Position(places: places, length: position.length + 1)
        }
    }
}

/// The lexical forms of built-in types as regular expressions, narrower than the standard's where that does no harm: no
/// day after the 28th, no year before 1000.
package enum LexicalForms {
    private static let zone = "(Z|[+\\-](0[0-9]|1[0-3]):[0-5][0-9])?"
    private static let day = "(0[1-9]|1[0-9]|2[0-8])"
    private static let month = "(0[1-9]|1[0-2])"
    private static let year = "[1-9][0-9]{3}"
    private static let time = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?"

    /// The form of a type; nil where it says nothing beyond white space.
    package static func pattern(of builtin: BuiltinType) -> String? {
        switch builtin.primitive {
        case .boolean: return "true|false|1|0"
        case .decimal: return builtin == .decimal ? "[+\\-]?[0-9]+(\\.[0-9]+)?" : "[+\\-]?[0-9]+"
        case .float, .double: return "[+\\-]?[0-9]+(\\.[0-9]+)?([eE][+\\-]?[0-9]{1,2})?"
        case .duration:
            return "-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T[0-9]+H([0-9]+M)?([0-9]+S)?|T[0-9]+M([0-9]+S)?|T[0-9]+S)?"
        case .dateTime: return "\(year)-\(month)-\(day)T\(time)\(zone)"
        case .time: return time + zone
        case .date: return "\(year)-\(month)-\(day)\(zone)"
        case .gYearMonth: return "\(year)-\(month)\(zone)"
        case .gYear: return year + zone
        case .gMonthDay: return "--\(month)-\(day)\(zone)"
        case .gDay: return "---\(day)\(zone)"
        case .gMonth: return "--\(month)\(zone)"
        case .hexBinary: return "([0-9A-F]{2})*"
        case .base64Binary: return "([A-Za-z0-9+/]{4})*"
        case .anyURI: return "[A-Za-z0-9\\-_.:/?=&#~]*"
        default: break
        }
        switch builtin {
        case .language: return "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"
        case .nmtoken: return "\\c+"
        case .name: return "\\i\\c*"
        case .ncName, .id, .idref, .entity, .qName, .notation: return "[\\i-[:]][\\c-[:]]*"
        default: return nil
        }
    }
}
