import CXMLEvents
import Foundation

/// Matches texts against an expression in time that grows with the text only: a deterministic automaton whose states are
/// made when they are first needed. Patterns of names by DIN 91379 have hundreds of alternatives; backtracking engines
/// look at each of them for each character.
package final class XSDAutomaton: @unchecked Sendable {
    // Unchecked: states are added under the lock only, and read without it when they are complete; all else is constant.

    private static let maxPositions = 20_000
    private static let maxStates = 1_000

    private enum Node {
        case characters(Int, next: Int)
        case split([Int])
        case accept
    }

    private var nodes: [Node] = []
    private var sets: [XSDCharacters] = []
    /// The first characters of the classes that all sets of the expression tell apart.
    private var bounds: [UInt32] = [0]
    /// For each set and class whether the class belongs to the set.
    private var members: [[Bool]] = []
    private let start: Int

    private let lock = NSLock()
    // Read without the lock: a state is complete before it is put into the table of another one.
    nonisolated(unsafe) private(set) var tables: XSDStateTables
    private var states: [(nodes: [Int], table: XSDStateTables.State)] = []
    private var known: [[Int]: XSDStateTables.State] = [:]

    /// An automaton, or nil for an expression that grows beyond the bound.
    package init?(_ expression: XSDExpression) {
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
        tables = XSDStateTables(classes: bounds.count)
        members = sets.map { set in
            var result = [Bool](repeating: false, count: bounds.count)
            var at = 0
            for (index, bound) in bounds.enumerated() {
                while at < set.ranges.count, set.ranges[at].upperBound < bound { at += 1 }
                result[index] = at < set.ranges.count && set.ranges[at].contains(bound)
            }
            return result
        }
        for value in 0..<128 { tables.setClass(of: value, to: search(UInt32(value))) }
        tables.automaton = Unmanaged.passUnretained(self)
        if let first = state(of: closure([start])) { tables.start = first }
    }

    deinit {
        for state in states { state.table.deallocate() }
        tables.deallocate()
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

    // MARK: Walking

    /// Where a walk through the automaton stands: the places of the expression that may come next.
    package struct Place: Hashable, Sendable {
        fileprivate var nodes: [Int]
    }

    /// Where walks begin.
    package var beginning: Place { Place(nodes: closure([start])) }

    /// The first characters of the classes that the expression tells apart, sorted, from 0.
    package var classBounds: [UInt32] { bounds }

    /// Where a character leads; nil where it leads nowhere.
    package func place(after place: Place, _ character: UInt32) -> Place? {
        let group = search(character)
        var targets: [Int] = []
        for node in place.nodes {
            if case .characters(let set, let next) = nodes[node], members[set][group] { targets.append(next) }
        }
        return targets.isEmpty ? nil : Place(nodes: closure(targets))
    }

    /// Whether a text may end here.
    package func isEnd(_ place: Place) -> Bool {
        place.nodes.contains { if case .accept = nodes[$0] { true } else { false } }
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

    /// Whether the whole text matches.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { tables.matches(text) }

    /// The state after one more character, or nil when there are too many.
    func step(_ state: XSDStateTables.State, _ character: UInt32) -> XSDStateTables.State? {
        let group = search(character)
        if let next = XSDStateTables.next(state, group) { return next }
        lock.lock()
        defer { lock.unlock() }
        let reached = targets(states[XSDStateTables.number(state)].nodes, group)
        guard let next = reached.isEmpty ? tables.dead : self.state(of: reached) else { return nil }
        XSDStateTables.set(next, after: state, group)
        return next
    }

    /// The rest of a match for expressions with more states than are kept.
    func matches(after state: XSDStateTables.State, _ rest: UnsafeBufferPointer<UInt8>) -> Bool {
        lock.lock()
        var current = states[XSDStateTables.number(state)].nodes
        lock.unlock()
        var index = 0
        while index < rest.count {
            current = targets(current, search(XSDStateTables.scalar(rest, &index)))
            if current.isEmpty { return false }
        }
        return isAccepting(current)
    }

    private func targets(_ from: [Int], _ group: Int) -> [Int] {
        var targets: [Int] = []
        for node in from {
            if case .characters(let set, let next) = nodes[node], members[set][group] { targets.append(next) }
        }
        return targets.isEmpty ? [] : closure(targets)
    }

    private func isAccepting(_ nodes: [Int]) -> Bool {
        nodes.contains { if case .accept = self.nodes[$0] { true } else { false } }
    }

    private func state(of nodes: [Int]) -> XSDStateTables.State? {
        if let known = known[nodes] { return known }
        guard states.count < Self.maxStates else { return nil }
        let table = XSDStateTables.makeState(
            number: states.count, isAccepting: isAccepting(nodes), classes: bounds.count)
        states.append((nodes, table))
        known[nodes] = table
        return table
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
