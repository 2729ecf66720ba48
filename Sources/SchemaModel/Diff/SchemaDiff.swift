import Findings
import XMLCore

/// What a change of schemas means for those who exchange messages by them.
///
///     let diff = SchemaDiff(old: components(of: "1.0.0"), new: components(of: "1.1.0"))
///     if diff.isBreaking { … }
public struct SchemaDiff: Sendable, Hashable {
    /// What happened to a part of a schema.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is not there any more.
        case removed
        /// Fewer values or occurrences are allowed.
        case narrowed
        /// It must be there now.
        case required
        /// It stands in another place.
        case reordered
        /// It has another type, or another namespace.
        case changed
        /// It is new and may be left out.
        case added
        /// More values or occurrences are allowed.
        case widened

        /// Whether documents that were valid may be invalid now.
        public var isBreaking: Bool { self != .added && self != .widened }
    }

    /// One change.
    public struct Change: Sendable, Hashable, Codable {
        /// What happened.
        public var kind: Kind
        /// Whether documents that were valid may be invalid now.
        public var isBreaking: Bool
        /// The part: `Type/element`, `Type/@attribute`, a type or a message, by the names of the schema.
        public var component: String
        /// What it was, or nil.
        public var old: String?
        /// What it is, or nil.
        public var new: String?
        /// The messages in which it shows, sorted; empty where it concerns all.
        public var messages: [String]
    }

    /// The changes: breaking ones first, then by component.
    public let changes: [Change]
    /// The messages that both versions have, sorted.
    public let messages: [String]

    /// Whether documents that were valid may be invalid now.
    public var isBreaking: Bool { changes.contains(where: \.isBreaking) }

    /// Compares two versions. Messages are matched by their local names, types by where they are used.
    public init(old: SchemaComponents, new: SchemaComponents) {
        var comparison = SchemaComparison(old: old, new: new)
        comparison.run()
        changes = comparison.sortedChanges
        messages = comparison.commonMessages
    }
}

/// Walks over both versions side by side.
struct SchemaComparison {
    struct Pair: Hashable {
        var old: TypeID
        var new: TypeID
    }

    struct Entry {
        var name: XMLName
        var minimum: Int
        var maximum: Int?
        var type: TypeID
        var isNillable: Bool
        var fixed: String?
    }

    let old: SchemaComponents
    let new: SchemaComponents
    private var changes: [SchemaDiff.Change] = []
    private var changesOfPair: [Pair: [Int]] = [:]
    private var labels: [Pair: String] = [:]
    private var inner: [Pair: [Pair]] = [:]
    private(set) var commonMessages: [String] = []

    init(old: SchemaComponents, new: SchemaComponents) {
        self.old = old
        self.new = new
    }

    var sortedChanges: [SchemaDiff.Change] {
        changes.sorted {
            ($0.isBreaking ? 0 : 1, $0.component, $0.kind.rawValue, $0.old ?? "", $0.new ?? "")
                < ($1.isBreaking ? 0 : 1, $1.component, $1.kind.rawValue, $1.old ?? "", $1.new ?? "")
        }
    }

    mutating func run() {
        compareNamespaces()
        let oldRoots = Dictionary(old.rootElements.map { (old[$0].name.local, $0) }) { first, _ in first }
        let newRoots = Dictionary(new.rootElements.map { (new[$0].name.local, $0) }) { first, _ in first }
        for name in oldRoots.keys.sorted() where newRoots[name] == nil { add(.removed, name, old: name) }
        for name in newRoots.keys.sorted() where oldRoots[name] == nil { add(.added, name, new: name) }
        commonMessages = oldRoots.keys.filter { newRoots[$0] != nil }.sorted()
        for name in commonMessages {
            guard let oldRoot = oldRoots[name], let newRoot = newRoots[name] else { continue }
            let root = Pair(old: old[oldRoot].type, new: new[newRoot].type)
            var reached: Set<Pair> = [root]
            var waiting = [root]
            if labels[root] == nil { labels[root] = old[root.old].name?.local ?? name }
            while let pair = waiting.popLast() {
                if changesOfPair[pair] == nil { compare(pair) }
                for index in changesOfPair[pair] ?? [] { changes[index].messages.append(name) }
                for next in inner[pair] ?? [] where reached.insert(next).inserted { waiting.append(next) }
            }
        }
    }

    private mutating func compareNamespaces() {
        func targets(_ components: SchemaComponents) -> [String] {
            var result: [String] = []
            for document in components.documents where document.isEntry {
                let namespace = document.targetNamespace ?? ""
                if !result.contains(namespace) { result.append(namespace) }
            }
            return result
        }
        for (left, right) in zip(targets(old), targets(new)) where left != right {
            add(.changed, "targetNamespace", old: left, new: right)
        }
    }

    @discardableResult
    mutating func add(
        _ kind: SchemaDiff.Kind, _ component: String, old: String? = nil, new: String? = nil
    ) -> Int {
        changes.append(
            SchemaDiff.Change(
                kind: kind, isBreaking: kind.isBreaking, component: component, old: old, new: new, messages: []))
        return changes.count - 1
    }

    // MARK: Types

    private mutating func compare(_ pair: Pair) {
        let first = changes.count
        let label = labels[pair] ?? ""
        var next: [Pair] = []
        switch (old[pair.old].kind, new[pair.new].kind) {
        case (.simple(let left), .simple(let right)): compare(left, right, label)
        case (.complex(let left), .complex(let right)): compare(left, right, pair, label, &next)
        default:
            add(.changed, label, old: typeName(old, pair.old), new: typeName(new, pair.new))
        }
        changesOfPair[pair] = Array(first..<changes.count)
        inner[pair] = next
    }

    private func typeName(_ components: SchemaComponents, _ id: TypeID) -> String {
        if let builtin = components.builtin(id) { return "xs:\(builtin.rawValue)" }
        return components[id].name?.local ?? (components[id].simple == nil ? "complexType" : "simpleType")
    }

    private mutating func compare(
        _ left: ComplexType, _ right: ComplexType, _ pair: Pair, _ label: String, _ next: inout [Pair]
    ) {
        let before = entries(left, old)
        let after = entries(right, new)
        compareEntries(before, after, label, &next)
        compareOrder(before, after, label)
        if case .simple(let oldValue) = left.content, case .simple(let newValue) = right.content {
            follow(Pair(old: oldValue, new: newValue), label, &next)
        } else if isSimple(left.content) != isSimple(right.content) {
            add(
                .changed, label, old: isSimple(left.content) ? "simpleContent" : "elements",
                new: isSimple(right.content) ? "simpleContent" : "elements")
        }
        if left.isMixed, !right.isMixed { add(.narrowed, label, old: "mixed") }
        if !left.isMixed, right.isMixed { add(.widened, label, new: "mixed") }
        compareAttributes(left.attributes, right.attributes, label, &next)
        compareOpenness(left, right, pair, label, &next)
    }

    private func isSimple(_ content: ComplexType.Content) -> Bool {
        if case .simple = content { true } else { false }
    }

    mutating func follow(_ pair: Pair, _ label: String, _ next: inout [Pair]) {
        if labels[pair] == nil {
            labels[pair] = new[pair.new].name?.local ?? old[pair.old].name?.local ?? label
        }
        next.append(pair)
    }

    /// The elements of a content model in their order, each name once, with how often it may occur in all.
    func entries(_ type: ComplexType, _ components: SchemaComponents) -> [Entry] {
        guard case .elements(let particle) = type.content else { return [] }
        var result: [Entry] = []
        func visit(_ particle: Particle, _ minimum: Int, _ maximum: Int?) {
            let least = minimum * particle.minimum
            let most = maximum.flatMap { outer in particle.maximum.map { outer * $0 } }
            switch particle.term {
            case .element(let id):
                for member in components.substitutes[id] ?? [] where !components[member].isAbstract {
                    visit(Particle(minimum: 0, maximum: nil, term: .element(member)), 1, most)
                }
                let element = components[id]
                if element.isAbstract { return }
                if let index = result.firstIndex(where: { $0.name == element.name }) {
                    result[index].minimum += least
                    result[index].maximum = result[index].maximum.flatMap { known in most.map { known + $0 } }
                    return
                }
                result.append(
                    Entry(
                        name: element.name, minimum: least, maximum: most, type: element.type,
                        isNillable: element.isNillable, fixed: element.fixedValue))
            case .wildcard: break
            case .group(let group):
                let inner = group.compositor == .choice && group.particles.count > 1 ? 0 : least
                for part in group.particles { visit(part, inner, most) }
            }
        }
        visit(particle, 1, 1)
        return result
    }

    private static func bounds(_ entry: Entry) -> String {
        "\(entry.minimum)…\(entry.maximum.map { String($0) } ?? "*")"
    }

    private mutating func compareEntries(
        _ before: [Entry], _ after: [Entry], _ label: String, _ next: inout [Pair]
    ) {
        for entry in before where !after.contains(where: { $0.name.local == entry.name.local }) {
            add(.removed, "\(label)/\(entry.name.local)", old: Self.bounds(entry))
        }
        for entry in after {
            let name = "\(label)/\(entry.name.local)"
            guard let match = before.first(where: { $0.name.local == entry.name.local }) else {
                add(entry.minimum > 0 ? .required : .added, name, new: Self.bounds(entry))
                continue
            }
            if entry.minimum > match.minimum {
                add(match.minimum == 0 ? .required : .narrowed, name, old: Self.bounds(match), new: Self.bounds(entry))
            } else if entry.minimum < match.minimum {
                add(.widened, name, old: Self.bounds(match), new: Self.bounds(entry))
            }
            switch (match.maximum, entry.maximum) {
            case (let left?, let right?) where right < left:
                add(.narrowed, name, old: Self.bounds(match), new: Self.bounds(entry))
            case (nil, _?): add(.narrowed, name, old: Self.bounds(match), new: Self.bounds(entry))
            case (let left?, let right?) where right > left:
                add(.widened, name, old: Self.bounds(match), new: Self.bounds(entry))
            case (_?, nil): add(.widened, name, old: Self.bounds(match), new: Self.bounds(entry))
            default: break
            }
            if (match.name.namespace == nil) != (entry.name.namespace == nil) {
                add(.changed, name, old: match.name.description, new: entry.name.description)
            }
            if match.isNillable, !entry.isNillable { add(.narrowed, name, old: "nillable") }
            if !match.isNillable, entry.isNillable { add(.widened, name, new: "nillable") }
            if match.fixed != entry.fixed { compareFixed(match.fixed, entry.fixed, name) }
            follow(Pair(old: match.type, new: entry.type), name, &next)
        }
    }

    private mutating func compareFixed(_ left: String?, _ right: String?, _ name: String) {
        add(
            right == nil ? .widened : left == nil ? .narrowed : .changed, name, old: left.map { "fixed=\"\($0)\"" },
            new: right.map { "fixed=\"\($0)\"" })
    }

    private mutating func compareOrder(_ before: [Entry], _ after: [Entry], _ label: String) {
        let names = Set(before.map(\.name.local)).intersection(after.map(\.name.local))
        let left = before.map(\.name.local).filter { names.contains($0) }
        let right = after.map(\.name.local).filter { names.contains($0) }
        if left != right {
            add(.reordered, label, old: left.joined(separator: ", "), new: right.joined(separator: ", "))
        }
    }

    private mutating func compareAttributes(
        _ before: [AttributeUse], _ after: [AttributeUse], _ label: String, _ next: inout [Pair]
    ) {
        for attribute in before where !after.contains(where: { $0.name.local == attribute.name.local }) {
            add(.removed, "\(label)/@\(attribute.name.local)", old: attribute.isRequired ? "required" : "optional")
        }
        for attribute in after {
            let name = "\(label)/@\(attribute.name.local)"
            guard let match = before.first(where: { $0.name.local == attribute.name.local }) else {
                add(
                    attribute.isRequired ? .required : .added, name, new: attribute.isRequired ? "required" : "optional"
                )
                continue
            }
            if attribute.isRequired, !match.isRequired { add(.required, name, old: "optional", new: "required") }
            if !attribute.isRequired, match.isRequired { add(.widened, name, old: "required", new: "optional") }
            if match.fixedValue != attribute.fixedValue { compareFixed(match.fixedValue, attribute.fixedValue, name) }
            follow(Pair(old: match.type, new: attribute.type), name, &next)
        }
    }

    // MARK: Simple types

    private mutating func compare(_ left: SimpleType, _ right: SimpleType, _ label: String) {
        if case .atomic(let before) = left.variety, case .atomic(let after) = right.variety {
            if before.primitive != after.primitive {
                add(.changed, label, old: "xs:\(before.rawValue)", new: "xs:\(after.rawValue)")
                return
            }
        }
        let before = left.facets
        let after = right.facets
        compareValues(before.enumeration?.map(\.value), after.enumeration?.map(\.value), label)
        if before.patterns != after.patterns {
            let kind: SchemaDiff.Kind = after.patterns.isEmpty ? .widened : .narrowed
            add(kind, label, old: pattern(before), new: pattern(after))
        }
        compareBound("length", before.length, after.length, label) { _, _ in .changed }
        compareBound("minLength", before.minLength, after.minLength, label) { $1 > $0 ? .narrowed : .widened }
        compareBound("maxLength", before.maxLength, after.maxLength, label) { $1 < $0 ? .narrowed : .widened }
        compareBound("totalDigits", before.totalDigits, after.totalDigits, label) { $1 < $0 ? .narrowed : .widened }
        compareBound("fractionDigits", before.fractionDigits, after.fractionDigits, label) {
            $1 < $0 ? .narrowed : .widened
        }
        for (name, left, right) in [
            ("minInclusive", before.minInclusive, after.minInclusive),
            ("maxInclusive", before.maxInclusive, after.maxInclusive),
            ("minExclusive", before.minExclusive, after.minExclusive),
            ("maxExclusive", before.maxExclusive, after.maxExclusive),
        ] where left != right {
            add(
                right == nil ? .widened : left == nil ? .narrowed : .changed, label, old: left.map { "\(name) \($0)" },
                new: right.map { "\(name) \($0)" })
        }
    }

    private func pattern(_ facets: Facets) -> String? {
        facets.patterns.isEmpty
            ? nil
            : "pattern "
                + String(facets.patterns.map { $0.joined(separator: " | ") }.joined(separator: " & ").prefix(200))
    }

    private mutating func compareBound(
        _ name: String, _ left: Int?, _ right: Int?, _ label: String, _ kind: (Int, Int) -> SchemaDiff.Kind
    ) {
        guard left != right else { return }
        let change: SchemaDiff.Kind
        switch (left, right) {
        case (let left?, let right?): change = kind(left, right)
        case (nil, _): change = .narrowed
        default: change = .widened
        }
        add(change, label, old: left.map { "\(name) \($0)" }, new: right.map { "\(name) \($0)" })
    }

    private mutating func compareValues(_ left: [String]?, _ right: [String]?, _ label: String) {
        switch (left, right) {
        case (nil, nil): return
        case (nil, let right?): add(.narrowed, label, new: "\(right.count) values")
        case (let left?, nil): add(.widened, label, old: "\(left.count) values")
        case (let left?, let right?):
            let gone = left.filter { !right.contains($0) }
            let come = right.filter { !left.contains($0) }
            if !gone.isEmpty { add(.narrowed, label, old: gone.joined(separator: ", ")) }
            if !come.isEmpty { add(.widened, label, new: come.joined(separator: ", ")) }
        }
    }
}
