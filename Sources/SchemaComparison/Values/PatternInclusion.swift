import SchemaBinding

/// Whether all texts that match several expressions match another one, too: a walk through all their automata together.
struct PatternInclusion {
    /// How many steps are taken before the search is given up.
    private static let maxSteps = 40_000

    private let premises: [XSDAutomaton]
    private let conclusion: XSDAutomaton
    /// One character of each class that the expressions tell apart, of those that XML allows.
    private let characters: [UInt32]

    /// Nil where an expression is wrong or too large.
    init?(_ premises: [String], in conclusion: String) {
        var automata: [XSDAutomaton] = []
        for pattern in premises + [conclusion] {
            guard let automaton = XSDExpression.parse(pattern).flatMap({ XSDAutomaton($0) }) else { return nil }
            automata.append(automaton)
        }
        self.conclusion = automata.removeLast()
        self.premises = automata
        let bounds = Set((automata + [self.conclusion]).flatMap(\.classBounds)).sorted()
        characters = bounds.enumerated().compactMap { index, bound in
            let end = index + 1 < bounds.count ? bounds[index + 1] : 0x110000
            // The first character of the class that XML allows (XML 1.0, 2.2).
            let allowed: [ClosedRange<UInt32>] = [
                0x9...0xA, 0xD...0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF,
            ]
            return allowed.lazy.map { max($0.lowerBound, bound) <= $0.upperBound ? max($0.lowerBound, bound) : end }
                .first { $0 < end }
        }
    }

    private struct Place: Hashable {
        var premises: [XSDAutomaton.Place]
        var conclusion: XSDAutomaton.Place?
    }

    /// Whether it holds; false where the search was given up.
    func holds() -> Bool {
        var places = [Place(premises: premises.map(\.beginning), conclusion: conclusion.beginning)]
        var seen = Set(places)
        var steps = 0
        while let place = places.popLast() {
            if zip(premises, place.premises).allSatisfy({ $0.isEnd($1) }),
                !(place.conclusion.map { conclusion.isEnd($0) } ?? false)
            {
                return false
            }
            for character in characters {
                var next: [XSDAutomaton.Place] = []
                for (automaton, at) in zip(premises, place.premises) {
                    guard let reached = automaton.place(after: at, character) else { break }
                    next.append(reached)
                }
                guard next.count == premises.count else { continue }
                let end = place.conclusion.flatMap { conclusion.place(after: $0, character) }
                // Without premises all texts are meant: one that leads nowhere is enough.
                if end == nil, premises.isEmpty { return false }
                let reached = Place(premises: next, conclusion: end)
                if seen.insert(reached).inserted { places.append(reached) }
            }
            steps += characters.count
            if steps > Self.maxSteps { return false }
        }
        return true
    }
}
