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
    nonisolated(unsafe) private let ascii: UnsafeMutablePointer<Int>
    /// For each set and class whether the class belongs to the set.
    private var members: [[Bool]] = []
    private let start: Int

    private let lock = NSLock()
    // Read without the lock: for each state its table, for each class of characters the next state; -1: none, -2: not
    // known yet. A state is complete before its number is put into a table.
    nonisolated(unsafe) private let tables: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>
    nonisolated(unsafe) private let accepting: UnsafeMutablePointer<Bool>
    private var states: [[Int]] = []
    private var numbers: [[Int]: Int32] = [:]

    /// An automaton, or nil for an expression that grows beyond the bound.
    package init?(_ expression: XSDExpression) {
        var builder = Builder()
        builder.nodes.append(.accept)
        guard let start = builder.add(expression, next: 0) else { return nil }
        nodes = builder.nodes
        sets = builder.sets
        self.start = start
        ascii = .allocate(capacity: 128)
        tables = .allocate(capacity: Self.maxStates)
        accepting = .allocate(capacity: Self.maxStates)
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
        for value in 0..<128 { ascii[value] = search(UInt32(value)) }
        _ = number(of: closure([start]))
    }

    deinit {
        for index in states.indices { tables[index].deallocate() }
        ascii.deallocate()
        tables.deallocate()
        accepting.deallocate()
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

    /// Whether the whole text matches.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var state = 0
        var index = 0
        let tables = self.tables
        let ascii = self.ascii
        var table = tables[0]
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                let next = Int(xev_load_number(table + ascii[Int(byte)]))
                // Mostly a text stays in one state; the processor foresees that and does not wait for the table.
                if next == state {
                    index += 1
                    continue
                }
                if next >= 0 {
                    state = next
                    table = tables[next]
                    index += 1
                    continue
                }
            }
            let start = index
            let value = Self.scalar(text, &index)
            let group = value < 128 ? ascii[Int(value)] : search(value)
            var next = xev_load_number(table + group)
            if next < 0 {
                if next == -1 { return false }
                next = step(state, group)
                if next == -1 { return false }
                if next == -2 { return matchesWithoutStates(state, text, from: start) }
            }
            state = Int(next)
            table = tables[state]
        }
        return accepting[state]
    }

    /// The next character of a text that is known to be right.
    @inline(__always)
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(text[index])
        index += 1
        if first < 0x80 { return first }
        let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        var value = first & (0x3F >> UInt32(length))
        for _ in 0..<length where index < text.count {
            value = value << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return value
    }

    /// The rest of a match for expressions with more states than are kept.
    private func matchesWithoutStates(_ state: Int, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        lock.lock()
        var current = states[state]
        lock.unlock()
        var index = start
        while index < text.count {
            let value = Self.scalar(text, &index)
            current = targets(current, value < 128 ? ascii[Int(value)] : search(value))
            if current.isEmpty { return false }
        }
        return isAccepting(current)
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

    /// The state after one more character; -1 for none, -2 when there are too many states.
    private func step(_ state: Int, _ group: Int) -> Int32 {
        lock.lock()
        defer { lock.unlock() }
        let reached = targets(states[state], group)
        let next = reached.isEmpty ? -1 : number(of: reached)
        if next != -2 { xev_store_number(tables[state] + group, next) }
        return next
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

    private func number(of nodes: [Int]) -> Int32 {
        if let known = numbers[nodes] { return known }
        guard states.count < Self.maxStates else { return -2 }
        let number = states.count
        let table = UnsafeMutablePointer<Int32>.allocate(capacity: bounds.count)
        table.initialize(repeating: -2, count: bounds.count)
        tables[number] = table
        accepting[number] = isAccepting(nodes)
        states.append(nodes)
        numbers[nodes] = Int32(number)
        return Int32(number)
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
