import SchemaModel
import XMLCore

/// The sequences of child elements that content models allow, as expressions that are taken apart element by element
/// (derivatives of regular expressions, Brzozowski 1964). Expressions are numbered: equal ones have one number.
struct ContentLanguage {
    /// What stands at one place.
    enum Symbol: Hashable {
        case name(XMLName)
        case wildcard(Wildcard.Namespaces)
    }

    /// An element of a document.
    enum Letter: Hashable {
        case name(XMLName)
        /// Any element of a namespace that no content model names.
        case other(String?)

        /// As it is told.
        var text: String {
            switch self {
            case .name(let name): name.local
            case .other(let namespace): namespace.map { "{\($0)}*" } ?? "*"
            }
        }
    }

    private enum Node: Hashable {
        case nothing, empty
        case symbol(Symbol)
        case sequence(Int, Int)
        case choice([Int])
        case repeated(Int, Int, Int?)
        case all([Int])
    }

    private struct Step: Hashable {
        var node: Int
        var letter: Letter
    }

    static let nothing = 0
    static let empty = 1

    private var nodes: [Node] = [.nothing, .empty]
    private var numbers: [Node: Int] = [.nothing: 0, .empty: 1]
    /// For each node whether it allows no element at all.
    private var emptiness: [Bool] = [false, true]
    private var known: [Step: Int] = [:]

    // MARK: Making

    private mutating func number(_ node: Node, isEmptiable: Bool) -> Int {
        if let number = numbers[node] { return number }
        nodes.append(node)
        emptiness.append(isEmptiable)
        numbers[node] = nodes.count - 1
        return nodes.count - 1
    }

    /// One element.
    mutating func symbol(_ symbol: Symbol) -> Int { number(.symbol(symbol), isEmptiable: false) }

    /// One after the other.
    mutating func sequence(_ first: Int, _ second: Int) -> Int {
        if first == Self.nothing || second == Self.nothing { return Self.nothing }
        if first == Self.empty { return second }
        if second == Self.empty { return first }
        if case .sequence(let head, let tail) = nodes[first] { return sequence(head, sequence(tail, second)) }
        return number(.sequence(first, second), isEmptiable: emptiness[first] && emptiness[second])
    }

    /// One of several.
    mutating func choice(_ parts: [Int]) -> Int {
        var flat = Set<Int>()
        for part in parts {
            if case .choice(let inner) = nodes[part] { flat.formUnion(inner) } else { flat.insert(part) }
        }
        flat.remove(Self.nothing)
        if flat.count > 1, flat.contains(where: { $0 != Self.empty && emptiness[$0] }) { flat.remove(Self.empty) }
        guard let first = flat.first else { return Self.nothing }
        if flat.count == 1 { return first }
        return number(.choice(flat.sorted()), isEmptiable: flat.contains { emptiness[$0] })
    }

    /// So many times.
    mutating func repeated(_ part: Int, _ minimum: Int, _ maximum: Int?) -> Int {
        if maximum == 0 || part == Self.empty { return Self.empty }
        if part == Self.nothing { return minimum == 0 ? Self.empty : Self.nothing }
        let least = emptiness[part] ? 0 : minimum
        if maximum == 1, least == 1 || emptiness[part] { return part }
        return number(.repeated(part, least, maximum), isEmptiable: least == 0)
    }

    /// All in any order.
    mutating func all(_ parts: [Int]) -> Int {
        if parts.contains(Self.nothing) { return Self.nothing }
        let parts = parts.filter { $0 != Self.empty }.sorted()
        guard let first = parts.first else { return Self.empty }
        if parts.count == 1 { return first }
        return number(.all(parts), isEmptiable: parts.allSatisfy { emptiness[$0] })
    }

    // MARK: Taking apart

    /// Whether nothing need follow.
    func mayEnd(_ node: Int) -> Bool { emptiness[node] }

    /// What may follow an element.
    mutating func after(_ letter: Letter, _ node: Int) -> Int {
        let step = Step(node: node, letter: letter)
        if let result = known[step] { return result }
        let result: Int
        switch nodes[node] {
        case .nothing, .empty: result = Self.nothing
        case .symbol(let symbol): result = Self.matches(symbol, letter) ? Self.empty : Self.nothing
        case .sequence(let first, let second):
            let left = sequence(after(letter, first), second)
            result = emptiness[first] ? choice([left, after(letter, second)]) : left
        case .choice(let parts):
            var rests: [Int] = []
            for part in parts { rests.append(after(letter, part)) }
            result = choice(rests)
        case .repeated(let part, let minimum, let maximum):
            let rest = repeated(part, max(0, minimum - 1), maximum.map { $0 - 1 })
            result = sequence(after(letter, part), rest)
        case .all(let parts):
            var rests: [Int] = []
            for (index, part) in parts.enumerated() {
                let rest = after(letter, part)
                if rest == Self.nothing { continue }
                var others = parts
                others.remove(at: index)
                rests.append(sequence(rest, all(others)))
            }
            result = choice(rests)
        }
        known[step] = result
        return result
    }

    private static func matches(_ symbol: Symbol, _ letter: Letter) -> Bool {
        switch (symbol, letter) {
        case (.name(let left), .name(let right)): return left == right
        case (.name, .other): return false
        case (.wildcard(let namespaces), .name(let name)): return namespaces.allows(name.namespace)
        case (.wildcard(let namespaces), .other(let namespace)): return namespaces.allows(namespace)
        }
    }

    // MARK: Comparing

    /// What a comparison found.
    enum Verdict: Equatable {
        /// Every sequence that the first allows the second allows, too.
        case isIncluded
        /// The first allows this and the second does not. `isOpen`: more must follow, but whatever does is refused.
        case example([Letter], isOpen: Bool)
        /// The content models are too large to tell.
        case unknown
    }

    private static let maxPairs = 4_000

    /// Whether all that one expression allows another one allows, too.
    mutating func isIncluded(_ first: Int, in second: Int, letters: [Letter]) -> Verdict {
        struct Pair: Hashable {
            var left: Int
            var right: Int
        }
        if first == second { return .isIncluded }
        var pairs = [Pair(left: first, right: second)]
        var ways: [(from: Int, letter: Letter?)] = [(-1, nil)]
        var seen = Set(pairs)
        func way(to index: Int) -> [Letter] {
            var result: [Letter] = []
            var at = index
            while at > 0 {
                if let letter = ways[at].letter { result.append(letter) }
                at = ways[at].from
            }
            return result.reversed()
        }
        var index = 0
        while index < pairs.count {
            let pair = pairs[index]
            if mayEnd(pair.left), !mayEnd(pair.right) { return .example(way(to: index), isOpen: false) }
            for letter in letters {
                let left = after(letter, pair.left)
                if left == Self.nothing { continue }
                let right = after(letter, pair.right)
                if right == Self.nothing { return .example(way(to: index) + [letter], isOpen: !mayEnd(left)) }
                if left != right, seen.insert(Pair(left: left, right: right)).inserted {
                    pairs.append(Pair(left: left, right: right))
                    ways.append((index, letter))
                }
            }
            if pairs.count > Self.maxPairs || nodes.count > 20 * Self.maxPairs { return .unknown }
            index += 1
        }
        return .isIncluded
    }
}

extension Wildcard.Namespaces {
    /// Whether elements of a namespace are allowed.
    func allows(_ namespace: String?) -> Bool {
        switch self {
        case .any: true
        case .other(let own): namespace != nil && namespace != own
        case .listed(let names): names.contains(namespace)
        }
    }
}
