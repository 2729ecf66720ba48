import Foundation

/// Matches texts against an expression in time that grows with the text only: a deterministic automaton whose states are
/// made when they are first needed. Patterns of names by DIN 91379 have hundreds of alternatives; backtracking engines
/// look at each of them for each character.
final class XSDAutomaton: @unchecked Sendable {
    // Unchecked: the table of states changes under the lock only; all else is constant.

    private static let maxPositions = 20_000
    private static let maxStates = 1_000

    private enum Node {
        case characters(Int, next: Int)
        case split([Int])
        case accept
    }

    private struct State {
        var nodes: [Int]
        var isAccepting: Bool
        /// For each class of characters the next state; -1: none, -2: not known yet.
        var next: [Int32]
    }

    private var nodes: [Node] = []
    private var sets: [XSDCharacters] = []
    /// The first characters of the classes that all sets of the expression tell apart.
    private var bounds: [UInt32] = [0]
    private var ascii: [Int32] = []
    /// For each set and class whether the class belongs to the set.
    private var members: [[Bool]] = []
    private let start: Int

    private let lock = NSLock()
    private var states: [State] = []
    private var numbers: [[Int]: Int32] = [:]

    /// An automaton, or nil for an expression that grows beyond the bound.
    init?(_ expression: XSDExpression) {
        var builder = Builder()
        builder.nodes.append(.accept)
        guard let start = builder.add(expression, next: 0) else { return nil }
        nodes = builder.nodes
        sets = builder.sets
        self.start = start
        var edges: Set<UInt32> = [0]
        for set in sets {
            for range in set.ranges {
                edges.insert(range.lowerBound)
                edges.insert(range.upperBound + 1)
            }
        }
        bounds = edges.sorted()
        members = sets.map { set in
            var result = [Bool](repeating: false, count: bounds.count)
            var at = 0
            for (index, bound) in bounds.enumerated() {
                while at < set.ranges.count, set.ranges[at].upperBound < bound { at += 1 }
                result[index] = at < set.ranges.count && set.ranges[at].contains(bound)
            }
            return result
        }
        ascii = (0..<128).map { Int32(search(UInt32($0))) }
        _ = number(of: closure([start]))
    }

    private struct Builder {
        var nodes: [Node] = []
        var sets: [XSDCharacters] = []

        /// Adds an expression that goes on at `next`; returns where it begins.
        mutating func add(_ expression: XSDExpression, next: Int) -> Int? {
            guard nodes.count < maxPositions else { return nil }
            switch expression {
            case .empty: return next
            case .characters(let set):
                sets.append(set)
                nodes.append(.characters(sets.count - 1, next: next))
                return nodes.count - 1
            case .sequence(let parts):
                var at = next
                for part in parts.reversed() {
                    guard let begin = add(part, next: at) else { return nil }
                    at = begin
                }
                return at
            case .choice(let parts):
                var begins: [Int] = []
                for part in parts {
                    guard let begin = add(part, next: next) else { return nil }
                    begins.append(begin)
                }
                nodes.append(.split(begins))
                return nodes.count - 1
            case .repeated(let inner, let minimum, let maximum):
                var at = next
                if let maximum {
                    for _ in 0..<max(0, maximum - minimum) {
                        guard let begin = add(inner, next: at) else { return nil }
                        nodes.append(.split([begin, next]))
                        at = nodes.count - 1
                    }
                } else {
                    nodes.append(.split([]))
                    let loop = nodes.count - 1
                    guard let begin = add(inner, next: loop) else { return nil }
                    nodes[loop] = .split([begin, next])
                    at = loop
                }
                for _ in 0..<minimum {
                    guard let begin = add(inner, next: at) else { return nil }
                    at = begin
                }
                return at
            }
        }
    }

    /// Whether the whole text matches.
    func matches(_ text: String) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        var state: Int32 = 0
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let group = value < 128 ? Int(ascii[Int(value)]) : search(value)
            var next = states[Int(state)].next[group]
            if next == -2 { next = step(state, group) }
            if next == -1 { return false }
            state = next
        }
        return states[Int(state)].isAccepting
    }

    /// The class of a character: the last bound that is not greater.
    private func search(_ value: UInt32) -> Int {
        var low = 0
        var high = bounds.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if bounds[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    private func step(_ state: Int32, _ group: Int) -> Int32 {
        var targets: [Int] = []
        for node in states[Int(state)].nodes {
            if case .characters(let set, let next) = nodes[node], members[set][group] { targets.append(next) }
        }
        if targets.isEmpty {
            states[Int(state)].next[group] = -1
            return -1
        }
        let reached = closure(targets)
        if numbers[reached] == nil, states.count >= Self.maxStates {
            // Begins anew; the walk goes on with the state that was just reached.
            states.removeAll()
            numbers.removeAll()
            _ = number(of: closure([start]))
            return number(of: reached)
        }
        let next = number(of: reached)
        states[Int(state)].next[group] = next
        return next
    }

    private func number(of nodes: [Int]) -> Int32 {
        if let known = numbers[nodes] { return known }
        let isAccepting = nodes.contains { if case .accept = self.nodes[$0] { true } else { false } }
        states.append(
            State(nodes: nodes, isAccepting: isAccepting, next: [Int32](repeating: -2, count: bounds.count)))
        let number = Int32(states.count - 1)
        numbers[nodes] = number
        return number
    }

    /// The nodes that are reached without a character, sorted.
    private func closure(_ from: [Int]) -> [Int] {
        var seen = Set<Int>()
        var result: [Int] = []
        var waiting = from
        while let node = waiting.popLast() {
            guard seen.insert(node).inserted else { continue }
            if case .split(let targets) = nodes[node] { waiting += targets } else { result.append(node) }
        }
        return result.sorted()
    }
}
