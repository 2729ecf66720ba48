import SchemaBinding

/// Makes texts that match a regular expression of XML Schema (Part 2, appendix F).
final class PatternSampler: Sendable {
    private indirect enum Kind: Sendable {
        case empty
        case characters(CharacterChoice)
        case sequence([Node])
        case choice([Node], usual: [Int])
        case repeated(Node, minimum: Int, maximum: Int?)
    }

    /// A part of the expression with the lengths that its texts may have.
    private struct Node: Sendable {
        var kind: Kind
        var minimum: Int
        /// Nil: no bound.
        var maximum: Int?
        /// Whether it can be met with characters that people write.
        var isUsual: Bool
    }

    private let root: Node?

    /// The least length of a text that matches; nil where no text does.
    var minimumLength: Int? { root?.minimum }
    /// The greatest length of a text that matches; nil where it is not bound.
    var maximumLength: Int? { root?.maximum }

    /// A sampler, or nil for what is no regular expression.
    init?(_ pattern: String) {
        guard let expression = XSDExpression.parse(pattern) else { return nil }
        root = Self.node(expression)
    }

    /// A text that matches, of a length in characters within bounds; nil when none was found.
    func sample(_ random: inout SampleRandom, lengths: ClosedRange<Int>) -> String? {
        guard let root else { return nil }
        let low = max(lengths.lowerBound, root.minimum)
        let high = min(lengths.upperBound, root.maximum ?? lengths.upperBound)
        guard low <= high else { return nil }
        for attempt in 0..<6 {
            var result: [Unicode.Scalar] = []
            // A length first, so that long repetitions are not all empty; any length when that leads nowhere.
            let target = random.number(in: low...min(high, max(low, 1) + 20))
            let bounds = attempt < 3 ? (target, target) : (low, high)
            if Self.write(root, bounds.0, bounds.1, &random, &result) {
                return String(String.UnicodeScalarView(result))
            }
        }
        return nil
    }

    // MARK: Writing

    private static func write(
        _ node: Node, _ low: Int, _ high: Int, _ random: inout SampleRandom, _ result: inout [Unicode.Scalar]
    ) -> Bool {
        let low = max(low, node.minimum)
        let high = min(high, node.maximum ?? high)
        guard low <= high else { return false }
        switch node.kind {
        case .empty: return true
        case .characters(let choice):
            result.append(choice.pick(&random))
            return true
        case .choice(let branches, let usual):
            let fitting = branches.indices.filter { fits(branches[$0], low, high) }
            let liked = usual.filter { fits(branches[$0], low, high) }
            guard let first = random.pick(!liked.isEmpty && !random.percent(10) ? liked : fitting) else { return false }
            let start = result.count
            for index in [first] + random.shuffled(fitting) {
                if write(branches[index], low, high, &random, &result) { return true }
                result.removeSubrange(start...)
            }
            return false
        case .sequence(let parts): return write(parts[...], low, high, &random, &result)
        case .repeated(let inner, let minimum, let maximum):
            var most = maximum ?? .max
            if inner.minimum > 0 { most = min(most, high / inner.minimum) }
            var least = minimum
            if let innerMaximum = inner.maximum {
                if innerMaximum == 0 { return low == 0 }
                least = max(least, (low + innerMaximum - 1) / innerMaximum)
            } else if low > 0 {
                least = max(least, 1)
            }
            guard least <= most else { return false }
            let count = random.number(in: least...min(most, least + 6))
            return write([Node](repeating: inner, count: count)[...], low, high, &random, &result)
        }
    }

    /// Writes parts one after the other and leaves to those that follow what they need.
    private static func write(
        _ parts: ArraySlice<Node>, _ low: Int, _ high: Int, _ random: inout SampleRandom,
        _ result: inout [Unicode.Scalar]
    ) -> Bool {
        // What the parts after each one need at least and take at the most.
        var rests: [(minimum: Int, maximum: Int?)] = [(0, 0)]
        for part in parts.reversed() {
            let rest = rests[rests.count - 1]
            rests.append((rest.minimum + part.minimum, sum(rest.maximum, part.maximum)))
        }
        rests.removeLast()
        var (low, high) = (low, high)
        for (part, rest) in zip(parts, rests.reversed()) {
            let before = result.count
            let least = rest.maximum.map { low - $0 } ?? 0
            guard write(part, least, high - rest.minimum, &random, &result) else { return false }
            low -= result.count - before
            high -= result.count - before
        }
        return low <= 0 && high >= 0
    }

    private static func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return nil }
        return left + right
    }

    private static func fits(_ node: Node, _ low: Int, _ high: Int) -> Bool {
        node.minimum <= high && (node.maximum ?? .max) >= low
    }

    // MARK: Preparing

    /// Nil for what no text matches.
    private static func node(_ expression: XSDExpression) -> Node? {
        switch expression {
        case .empty: return Node(kind: .empty, minimum: 0, maximum: 0, isUsual: true)
        case .characters(let set):
            guard let choice = CharacterChoice(set) else { return nil }
            return Node(kind: .characters(choice), minimum: 1, maximum: 1, isUsual: choice.isUsual)
        case .sequence(let parts):
            var nodes: [Node] = []
            for part in parts {
                guard let node = node(part) else { return nil }
                nodes.append(node)
            }
            let maximum = nodes.reduce(Int?.some(0)) { sum($0, $1.maximum) }
            return Node(
                kind: .sequence(nodes), minimum: nodes.reduce(0) { $0 + $1.minimum }, maximum: maximum,
                isUsual: nodes.allSatisfy(\.isUsual))
        case .choice(let branches):
            let nodes = branches.compactMap { node($0) }
            guard !nodes.isEmpty else { return nil }
            let usual = nodes.indices.filter { nodes[$0].isUsual }
            let maximum = nodes.contains { $0.maximum == nil } ? nil : nodes.compactMap(\.maximum).max()
            return Node(
                kind: .choice(nodes, usual: usual), minimum: nodes.map(\.minimum).min() ?? 0, maximum: maximum,
                isUsual: !usual.isEmpty)
        case .repeated(let inner, let minimum, let maximum):
            guard let node = node(inner) else {
                return minimum == 0 ? Node(kind: .empty, minimum: 0, maximum: 0, isUsual: true) : nil
            }
            let most = node.maximum.flatMap { length in maximum.map { $0 * length } }
            return Node(
                kind: .repeated(node, minimum: minimum, maximum: maximum), minimum: minimum * node.minimum,
                maximum: node.maximum == 0 ? 0 : most, isUsual: node.isUsual)
        }
    }
}

/// The characters of a set from which one is picked: mostly those that people write.
private struct CharacterChoice: Sendable {
    /// Letters, digits, hyphen and blank, as far as the set has them.
    private let usual: [ClosedRange<UInt32>]
    /// All that XML allows and that is a character in every version of Unicode that a validator may know.
    private let all: [ClosedRange<UInt32>]

    var isUsual: Bool { !usual.isEmpty }

    /// Nil for a set without characters that may stand in XML.
    init?(_ set: XSDCharacters) {
        usual = set.intersection(Self.usualCharacters).ranges
        var ranges = set.intersection(Self.printable).ranges
        if ranges.isEmpty { ranges = set.intersection(Self.ofXML).ranges }
        guard !ranges.isEmpty else { return nil }
        all = ranges
    }

    func pick(_ random: inout SampleRandom) -> Unicode.Scalar {
        let ranges = !usual.isEmpty && !random.percent(4) ? usual : all
        var index = random.below(ranges.reduce(0) { $0 + $1.count })
        for range in ranges {
            if index < range.count { return Unicode.Scalar(range.lowerBound + UInt32(index)) ?? "x" }
            index -= range.count
        }
        return "x"
    }

    private static func set(_ ranges: ClosedRange<UInt32>...) -> XSDCharacters {
        var result = XSDCharacters()
        for range in ranges { result.insert(range) }
        return result
    }

    private static let usualCharacters = set(
        0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC4...0xC4, 0xD6...0xD6, 0xDC...0xDC, 0xDF...0xDF, 0xE4...0xE4,
        0xF6...0xF6, 0xFC...0xFC)
    private static let printable = set(0x20...0x7E, 0xA1...0xAC, 0xAE...0x17F, 0x1CD...0x21F)
    private static let ofXML = set(0x9...0xA, 0xD...0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF)
}
