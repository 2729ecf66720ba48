import SchemaModel
import XMLCore

/// What the child elements of one object are in JSON: those of a type's content, or of one repetition of a group.
final class ScopeShape: Sendable {
    /// One member of the object.
    struct Field: Sendable {
        enum Kind: Sendable {
            case element(XMLName, ElementID)
            case wildcard(Wildcard)
            case group(ScopeShape)
        }

        var kind: Kind
        /// The name of the member.
        var member: String
        /// Whether it is an array because it may occur several times.
        var repeats: Bool
        /// How often at the most; nil without bound.
        var maximum: Int?
        /// The choices that lead to it, with the alternative of each.
        var choices: [Int: Int]
        /// Whether it may stand before those that come before it in the schema (`xs:all`).
        var isUnordered: Bool

        /// Whether an element may be it, or begin or go on with it.
        func takes(_ name: XMLName) -> Bool {
            switch kind {
            case .element(let own, _): own == name
            case .wildcard(let wildcard): wildcard.allows(name.namespace)
            case .group(let scope): scope.takes(name)
            }
        }
    }

    /// The members in the order of the schema.
    let fields: [Field]
    /// Whether one name stands in two places, so that the content is a list of single members.
    let isAmbiguous: Bool
    /// The elements of the scope and of the groups in it.
    let elements: [XMLName: ElementID]
    /// The wildcards of the scope and of the groups in it.
    let wildcards: [Wildcard]
    /// The fields by the names of the elements that they are or that are in them.
    private let places: [XMLName: [Int]]
    private let wildcardPlaces: [Int]
    /// The names of members by element, and the way back.
    let members: [XMLName: String]
    let namesByMember: [String: XMLName]
    private let fieldsByMember: [String: Int]

    convenience init(_ particle: Particle, in components: SchemaComponents) {
        var collector = Collector(components: components)
        collector.collect(particle, choices: [:], isUnordered: false)
        self.init(collector.fields)
    }

    private init(_ found: [Field]) {
        var elements: [XMLName: ElementID] = [:]
        var wildcards: [Wildcard] = []
        var own: [XMLName: Int] = [:]
        for field in found {
            switch field.kind {
            case .element(let name, let id):
                elements[name] = id
                own[name, default: 0] += 1
            case .wildcard(let wildcard): wildcards.append(wildcard)
            case .group(let scope):
                elements.merge(scope.elements) { first, _ in first }
                wildcards += scope.wildcards
            }
        }
        isAmbiguous = own.values.contains { $0 > 1 }
        self.elements = elements
        self.wildcards = wildcards
        // Two namespaces with one local name: both are written in full.
        let named = isAmbiguous ? Array(elements.keys) : Array(own.keys)
        var locals: [String: Int] = [:]
        for name in named { locals[name.local, default: 0] += 1 }
        var members: [XMLName: String] = [:]
        for name in named { members[name] = locals[name.local, default: 0] > 1 ? name.description : name.local }
        self.members = members
        namesByMember = Dictionary(members.map { ($1, $0) }) { first, _ in first }
        var anyCount = 0
        var groupCount = 0
        var fields = found
        var places: [XMLName: [Int]] = [:]
        var wildcardPlaces: [Int] = []
        for index in fields.indices {
            switch fields[index].kind {
            case .element(let name, _):
                fields[index].member = members[name] ?? name.local
                places[name, default: []].append(index)
            case .wildcard:
                anyCount += 1
                fields[index].member = "#any" + (anyCount > 1 ? "\(anyCount)" : "")
                wildcardPlaces.append(index)
            case .group(let scope):
                groupCount += 1
                fields[index].member = "#content" + (groupCount > 1 ? "\(groupCount)" : "")
                for name in scope.elements.keys { places[name, default: []].append(index) }
                if !scope.wildcards.isEmpty { wildcardPlaces.append(index) }
            }
        }
        self.fields = fields
        self.places = places
        self.wildcardPlaces = wildcardPlaces
        fieldsByMember = Dictionary(fields.enumerated().map { ($1.member, $0) }) { first, _ in first }
    }

    /// Whether an element belongs anywhere in the scope.
    func takes(_ name: XMLName) -> Bool {
        elements[name] != nil || wildcards.contains { $0.allows(name.namespace) }
    }

    /// The fields that an element may be or be in, declared elements before wildcards.
    func candidates(_ name: XMLName) -> [Int] {
        let known = places[name] ?? []
        guard !wildcardPlaces.isEmpty else { return known }
        return known + wildcardPlaces.filter { !known.contains($0) && fields[$0].takes(name) }
    }

    /// The field of a member.
    func field(_ member: String) -> Int? { fieldsByMember[member] }

    /// The members that there may be, for hints.
    var memberNames: [String] { isAmbiguous ? ["#content"] : fields.map(\.member) }

    private struct Collector {
        let components: SchemaComponents
        var fields: [Field] = []
        private var choiceCount = 0

        init(components: SchemaComponents) { self.components = components }

        mutating func collect(_ particle: Particle, choices: [Int: Int], isUnordered: Bool) {
            let repeats = particle.maximum.map { $0 > 1 } ?? true
            switch particle.term {
            case .wildcard(let wildcard):
                add(.wildcard(wildcard), particle, repeats, choices, isUnordered)
            case .element(let id):
                let alternatives = components.standIns(for: id)
                if alternatives.count > 1 {
                    collect(alternatives, particle, repeats, choices, isUnordered)
                } else if let only = alternatives.first {
                    add(.element(components[only].name, only), particle, repeats, choices, isUnordered)
                }
            case .group(let group): collect(group, particle, repeats, choices, isUnordered)
            }
        }

        /// A head with members is a choice of them, each only itself.
        private mutating func collect(
            _ alternatives: [ElementID], _ particle: Particle, _ repeats: Bool, _ choices: [Int: Int],
            _ isUnordered: Bool
        ) {
            if repeats {
                add(
                    .group(ScopeShape(alternatives: alternatives, in: components)), particle, true, choices, isUnordered
                )
                return
            }
            choiceCount += 1
            let number = choiceCount
            for (index, id) in alternatives.enumerated() {
                var inner = choices
                inner[number] = index
                add(.element(components[id].name, id), particle, false, inner, isUnordered)
            }
        }

        private mutating func collect(
            _ group: ModelGroup, _ particle: Particle, _ repeats: Bool, _ choices: [Int: Int], _ isUnordered: Bool
        ) {
            if repeats {
                // A group of one particle is that particle, more often.
                if let only = group.particles.first, group.particles.count == 1 {
                    var multiplied = only
                    multiplied.minimum = only.minimum * particle.minimum
                    if let outer = particle.maximum, let inner = only.maximum {
                        multiplied.maximum = outer.multipliedReportingOverflow(by: inner).partialValue
                    } else {
                        multiplied.maximum = nil
                    }
                    return collect(multiplied, choices: choices, isUnordered: isUnordered)
                }
                guard !group.particles.isEmpty else { return }
                let once = Particle(term: .group(group))
                return add(.group(ScopeShape(once, in: components)), particle, true, choices, isUnordered)
            }
            choiceCount += 1
            let number = choiceCount
            for (index, part) in group.particles.enumerated() {
                var inner = choices
                if group.compositor == .choice { inner[number] = index }
                collect(part, choices: inner, isUnordered: isUnordered || group.compositor == .all)
            }
        }

        private mutating func add(
            _ kind: Field.Kind, _ particle: Particle, _ repeats: Bool, _ choices: [Int: Int], _ isUnordered: Bool
        ) {
            fields.append(
                Field(
                    kind: kind, member: "", repeats: repeats, maximum: particle.maximum, choices: choices,
                    isUnordered: isUnordered))
        }

        /// The alternatives of a head as fields of a choice.
        mutating func collectOnly(_ alternatives: [ElementID]) {
            for (index, id) in alternatives.enumerated() {
                let once = Particle(term: .element(id))
                add(.element(components[id].name, id), once, false, [0: index], false)
            }
        }
    }

    private convenience init(alternatives: [ElementID], in components: SchemaComponents) {
        var collector = Collector(components: components)
        collector.collectOnly(alternatives)
        self.init(collector.fields)
    }
}
