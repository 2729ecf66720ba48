import Findings
import SchemaModel
import XMLCore
import XOEV

/// What making samples of one message needs to know of the schemas: which values types have, how much the smallest
/// instance of each element is, and what can never be instantiated.
struct SamplePlan: Sendable {
    /// Larger than the smallest instance of anything that has one.
    static let impossible = 1 << 40

    let components: SchemaComponents
    let root: ElementID
    let codes: CodeTypeTable
    /// The rules of the simple types that are reached.
    private(set) var rules: [TypeID: SimpleRules] = [:]
    /// The names of the values of keys: they are made even where they may be missing (XML Schema Part 1, 3.11.4).
    private(set) var keyNames: Set<XMLName> = []
    /// The names of elements of which an identity constraint takes one value: there may be no second one beside it.
    private(set) var singleNames: Set<XMLName> = []
    /// The names on the way to what is referred to.
    private(set) var targetNames: Set<XMLName> = []
    private var typeCosts: [TypeID: Int] = [:]
    private var elementCosts: [ElementID: Int] = [:]
    private var reached = Reached()

    init(_ components: SchemaComponents, root: ElementID) {
        self.components = components
        self.root = root
        codes = CodeTypeTable(components)
        components.walk(from: [root], &reached)
        if !reached.strictWildcards.isEmpty {
            // A strict wildcard reaches every global element that it allows.
            let more = components.elementsByName.filter { name, _ in
                reached.strictWildcards.contains { $0.allows(name.namespace) }
            }.map(\.value)
            reached = Reached()
            components.walk(from: [root] + more.sorted(), &reached)
        }
        for id in reached.elements {
            for constraint in components[id].identityConstraints { note(constraint) }
        }
        let pool = PatternPool()
        for id in reached.types { _ = prepare(id, pool) }
        for attribute in reached.attributes { _ = prepare(attribute.type, pool) }
        settle()
    }

    private struct Reached: ComponentVisitor {
        var types: [TypeID] = []
        var elements: [ElementID] = []
        var attributes: [AttributeUse] = []
        var strictWildcards: [Wildcard] = []
        mutating func visit(_ type: TypeDefinition, id: TypeID) { types.append(id) }
        mutating func visit(_ element: ElementDeclaration, id: ElementID) { elements.append(id) }
        mutating func visit(_ attribute: AttributeUse) { attributes.append(attribute) }
        mutating func visit(_ wildcard: Wildcard) {
            if wildcard.processing == .strict { strictWildcards.append(wildcard) }
        }
    }

    private mutating func note(_ constraint: IdentityConstraint) {
        for field in constraint.fields {
            for way in IdentityPath(field, prefixes: constraint.namespaces).ways {
                let last = way.steps.last?.name
                if constraint.kind == .key, let name = way.attribute ?? last { keyNames.insert(name) }
                if let last { singleNames.insert(last) }
            }
        }
        guard constraint.kind == .key else { return }
        for way in IdentityPath(constraint.selector, prefixes: constraint.namespaces).ways {
            targetNames.formUnion(way.steps.compactMap(\.name))
        }
    }

    // MARK: Simple types

    private mutating func prepare(_ id: TypeID, _ pool: PatternPool) -> SimpleRules? {
        if let known = rules[id] { return known }
        guard let simple = components[id].simple else { return nil }
        let variety: SimpleRules.Variety
        switch simple.variety {
        case .atomic(let builtin): variety = .atomic(builtin)
        case .list(let item):
            guard let item = prepare(item, pool) else { return nil }
            variety = .list(item)
        case .union(let members): variety = .union(members.compactMap { prepare($0, pool) })
        }
        let made = SimpleRules(variety: variety, facets: simple.facets, patterns: pool)
        rules[id] = made
        return made
    }

    /// Whether a type has a value that can be made. Entities and notations need declarations that messages cannot have.
    private func hasValue(_ id: TypeID) -> Bool {
        guard let rules = rules[id] else { return true }
        if rules.isOrHolds(.entity) { return false }
        var random = SampleRandom(seed: 0, salt: "")
        return (0..<3).contains { _ in rules.make(&random) != nil }
    }

    // MARK: Costs

    /// The elements of the smallest instance; `impossible` or more when there is none.
    func cost(_ element: ElementID) -> Int { elementCosts[element] ?? Self.impossible }

    /// The elements of the smallest instance of an element itself, without others that may stand for it.
    func cost(_ element: ElementID, alone: Bool) -> Int {
        let declaration = components[element]
        let types = types(for: declaration)
        if !types.isEmpty, declaration.fixedValue != nil || declaration.isNillable { return 1 }
        return types.map { 1 + cost($0) }.min() ?? Self.impossible
    }

    /// The elements below one of this type in the smallest instance.
    func cost(_ type: TypeID) -> Int { typeCosts[type] ?? Self.impossible }

    /// The elements of the smallest instance of a particle.
    func cost(_ particle: Particle) -> Int {
        particle.minimum == 0 ? 0 : min(particle.minimum, 1 << 20) * cost(particle.term)
    }

    /// The elements of the smallest instance of what a particle repeats.
    func cost(_ term: Particle.Term) -> Int {
        switch term {
        case .element(let id): return cost(id)
        case .wildcard(let wildcard):
            if wildcard.processing != .strict { return 1 }
            return globals(for: wildcard).map { cost($0) }.min() ?? Self.impossible
        case .group(let group):
            if group.compositor == .choice {
                return group.particles.map { cost($0) }.min() ?? Self.impossible
            }
            return min(Self.impossible, group.particles.reduce(0) { $0 + cost($1) })
        }
    }

    /// The global elements that a wildcard allows, sorted by name.
    func globals(for wildcard: Wildcard) -> [ElementID] {
        components.elementsByName.filter { wildcard.allows($0.key.namespace) }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// Costs fall from `impossible` to what they are: those of leaves first, then those of what holds only leaves, until
    /// nothing changes. What then is impossible needs itself, or something without values.
    private mutating func settle() {
        var valueless = Set<TypeID>()
        for (id, _) in rules {
            typeCosts[id] = hasValue(id) ? 0 : Self.impossible
            if typeCosts[id] != 0 { valueless.insert(id) }
        }
        typeCosts[components.builtin(.anyType)] = 0
        var changed = true
        while changed {
            changed = false
            for id in reached.types {
                guard let complex = components[id].complex, components.builtin(id) == nil else { continue }
                var total = 0
                switch complex.content {
                case .empty: break
                case .simple(let type): total = cost(type)
                case .elements(let particle): total = cost(particle)
                }
                for attribute in complex.attributes
                where attribute.isRequired && attribute.fixedValue == nil && valueless.contains(attribute.type) {
                    total = Self.impossible
                }
                if total < cost(id) {
                    typeCosts[id] = total
                    changed = true
                }
            }
            for id in reached.elements {
                var least = Self.impossible
                for candidate in substitutes(for: id) {
                    least = min(least, cost(candidate, alone: true))
                }
                if least < cost(id) {
                    elementCosts[id] = least
                    changed = true
                }
            }
        }
    }

    // MARK: Stand-ins

    /// The elements that may stand where an element is declared.
    func substitutes(for id: ElementID) -> [ElementID] { components.standIns(for: id) }

    /// The types that an element may have by `xsi:type`.
    func types(for element: ElementDeclaration) -> [TypeID] { components.standIns(forTypeOf: element) }

    // MARK: Telling

    /// Whether elements of a type are or carry an `xs:ID`.
    func carriesID(_ type: TypeID) -> Bool {
        if let rules = rules[type] { return rules.isOrHolds(.id) }
        guard let complex = components[type].complex else { return false }
        if case .simple(let content) = complex.content, rules[content]?.isOrHolds(.id) == true { return true }
        return complex.attributes.contains { rules[$0.type]?.isOrHolds(.id) == true }
    }

    /// Whether an element has children or nothing at all, and so no value that could be unique or refer to one.
    func hasNoValue(_ element: ElementID, schemaType: XMLName?) -> Bool {
        let type = schemaType.flatMap { components.typesByName[$0] } ?? components[element].type
        guard let complex = components[type].complex else { return false }
        if case .simple = complex.content { return false }
        return true
    }

    /// What keeps the root from having an instance: the innermost element or type that has none of its own fault.
    func obstacle() -> SampleError {
        var seen = Set<ElementID>()
        var waiting = [(root, "/" + components[root].name.local)]
        while let (id, path) = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            let element = components[id]
            let location = Location(
                file: element.location.file, line: element.location.line, column: element.location.column, path: path)
            if substitutes(for: id).isEmpty {
                return SampleError(
                    .impossible, at: location,
                    Message(
                        de:
                            "Das Element „\(element.name.local)“ ist abstrakt, und keines kann für es stehen; es ist aber verlangt.",
                        en:
                            "The element “\(element.name.local)” is abstract and nothing can stand in for it, but it is required."
                    ), hint: Self.hint)
            }
            if types(for: element).isEmpty {
                return SampleError(
                    .impossible, at: location,
                    Message(
                        de:
                            "Der Typ von „\(element.name.local)“ ist abstrakt, und kein Typ ist von ihm abgeleitet; das Element ist aber verlangt.",
                        en:
                            "The type of “\(element.name.local)” is abstract and no type is derived from it, but the element is required."
                    ), hint: Self.hint)
            }
            if let type = valueless(in: element.type) {
                let name = components[type].name?.local ?? element.name.local
                return SampleError(
                    .impossible, at: location,
                    Message(
                        de:
                            "Für den Typ „\(name)“ wurde kein Wert gefunden, der alle seine Facetten erfüllt; „\(element.name.local)“ ist aber verlangt.",
                        en:
                            "No value was found for the type “\(name)” that meets all its facets, but “\(element.name.local)” is required."
                    ), hint: Self.hint)
            }
            for child in needed(by: element.type).reversed() {
                waiting.append((child, path + "/" + components[child].name.local))
            }
        }
        let element = components[root]
        return SampleError(
            .impossible, at: element.location,
            Message(
                de:
                    "Keine Instanz von „\(element.name.local)“ kann enden: sie verlangt Elemente, die sich selbst wieder verlangen.",
                en:
                    "No instance of “\(element.name.local)” can end: it requires elements that require themselves again."
            ), hint: Self.hint)
    }

    private static let hint = Message(
        de: "Das Schema lässt hier keine gültige Instanz zu. Prüfen Sie es, oder melden Sie es seinem Herausgeber.",
        en: "The schema allows no valid instance here. Check it, or tell its publisher.")

    private func valueless(in type: TypeID) -> TypeID? {
        guard let complex = components[type].complex else {
            return cost(type) >= Self.impossible ? type : nil
        }
        if case .simple(let content) = complex.content, cost(content) >= Self.impossible { return content }
        return complex.attributes.first {
            $0.isRequired && $0.fixedValue == nil && cost($0.type) >= Self.impossible
        }?.type
    }

    private func needed(by type: TypeID) -> [ElementID] {
        guard case .elements(let particle)? = components[type].complex?.content else { return [] }
        var result: [ElementID] = []
        func collect(_ particle: Particle) {
            guard cost(particle) >= Self.impossible else { return }
            switch particle.term {
            case .element(let id): result.append(id)
            case .group(let group): group.particles.forEach(collect)
            case .wildcard: break
            }
        }
        collect(particle)
        return result
    }
}
