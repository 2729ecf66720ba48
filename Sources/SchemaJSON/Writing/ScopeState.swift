import JSONCore
import SchemaModel
import XMLCore

/// How far the child elements of one object have been written: which member is open, which alternatives were taken.
final class ScopeState {
    /// Where an element belongs.
    enum Place {
        case element(ElementID)
        case wildcard(Wildcard)
    }

    private let shape: ScopeShape
    /// The open field; -1 before the first.
    private var index = -1
    /// How often the open field has occurred.
    private var count = 0
    private var taken: [Int: Int] = [:]
    private var used: Set<Int> = []
    /// The members in the order of the document, once it differs from that of the schema.
    private var order: [String] = []
    private var isOutOfOrder = false
    private var round: ScopeState?
    private var hasSingle = false

    init(_ shape: ScopeShape) { self.shape = shape }

    /// Writes all that comes before the value of an element; nil when it does not belong here, and nothing is written.
    func accept(_ name: XMLName, _ writer: inout JSONWriter) throws -> Place? {
        if shape.isAmbiguous { return try acceptSingle(name, &writer) }
        if index >= 0, let place = try goOn(name, &writer) { return place }
        for next in shape.candidates(name) {
            let field = shape.fields[next]
            guard next > index || (field.isUnordered && !used.contains(next)), !used.contains(next), fits(field) else {
                continue
            }
            try closeField(&writer)
            if next < (used.max() ?? -1) { isOutOfOrder = true }
            order.append(field.member)
            for (choice, alternative) in field.choices { taken[choice] = alternative }
            index = next
            count = 1
            used.insert(next)
            writer.name(field.member)
            if field.repeats { try writer.beginArray() }
            return try begin(field, name, &writer)
        }
        return nil
    }

    /// The open field once more.
    private func goOn(_ name: XMLName, _ writer: inout JSONWriter) throws -> Place? {
        let field = shape.fields[index]
        guard field.repeats else { return nil }
        if let round, let place = try round.accept(name, &writer) { return place }
        guard field.takes(name), field.maximum.map({ count < $0 }) ?? true else { return nil }
        if case .wildcard = field.kind, shape.elements[name] != nil { return nil }
        count += 1
        if let round {
            try round.close(&writer)
            try writer.end()
        }
        return try begin(field, name, &writer)
    }

    private func begin(_ field: ScopeShape.Field, _ name: XMLName, _ writer: inout JSONWriter) throws -> Place? {
        switch field.kind {
        case .element(_, let id): return .element(id)
        case .wildcard(let wildcard): return .wildcard(wildcard)
        case .group(let scope):
            try writer.beginObject()
            let round = ScopeState(scope)
            self.round = round
            return try round.accept(name, &writer)
        }
    }

    /// Whether no other alternative of a choice was taken.
    private func fits(_ field: ScopeShape.Field) -> Bool {
        field.choices.allSatisfy { choice, alternative in taken[choice].map { $0 == alternative } ?? true }
    }

    private func acceptSingle(_ name: XMLName, _ writer: inout JSONWriter) throws -> Place? {
        let id = shape.elements[name]
        let wildcard = shape.wildcards.first { $0.allows(name.namespace) }
        guard id != nil || wildcard != nil else { return nil }
        if index < 0 {
            index = 0
            writer.name("#content")
            try writer.beginArray()
        } else if hasSingle {
            try writer.end()
        }
        hasSingle = true
        try writer.beginObject()
        if let id {
            writer.name(shape.members[name] ?? name.local)
            return .element(id)
        }
        writer.name("#any")
        return wildcard.map { .wildcard($0) }
    }

    private func closeField(_ writer: inout JSONWriter) throws {
        guard index >= 0 else { return }
        if let round {
            try round.close(&writer)
            try writer.end()
        }
        round = nil
        if shape.fields[index].repeats { try writer.end() }
    }

    /// Writes what is still open.
    func close(_ writer: inout JSONWriter) throws {
        if shape.isAmbiguous {
            if index >= 0 {
                try writer.end()
                try writer.end()
            }
            return
        }
        try closeField(&writer)
        guard isOutOfOrder else { return }
        writer.name("#order")
        try writer.beginArray()
        for member in order { try writer.string(member) }
        try writer.end()
    }
}
