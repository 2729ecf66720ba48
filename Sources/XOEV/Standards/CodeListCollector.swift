import SchemaModel
import XMLCore

/// Finds the elements with codes below messages. What a restriction takes away from its base type is not counted: only
/// content that may stand in a message.
struct CodeListCollector {
    /// An element in the content of a type.
    private struct Child {
        var name: XMLName
        var type: TypeID
        var owner: TypeID
    }

    private let components: SchemaComponents
    /// The code types.
    private(set) var codes: [TypeID: CodeType] = [:]
    private var children: [TypeID: [Child]] = [:]

    init(_ components: SchemaComponents) {
        self.components = components
        for id in components.typeIDs {
            guard components.builtin(id) == nil, let complex = components[id].complex,
                case .elements(let particle) = complex.content
            else { continue }
            var found: [Child] = []
            collect(particle, owner: id, into: &found)
            let types = Dictionary(found.map { ($0.name, $0.type) }) { first, _ in first }
            codes[id] = CodeType(id, in: components, children: types)
            children[id] = found
        }
    }

    private func collect(_ particle: Particle, owner: TypeID, into found: inout [Child]) {
        switch particle.term {
        case .element(let id):
            for member in [id] + (components.substitutes[id] ?? []) where !components[member].isAbstract {
                found.append(Child(name: components[member].name, type: components[member].type, owner: owner))
            }
        case .group(let group): for part in group.particles { collect(part, owner: owner, into: &found) }
        case .wildcard: break
        }
    }

    /// The uses in some messages; where there are none, in the global types and elements of some namespaces.
    func uses(by messages: [ElementID], orTypesOf namespaces: Set<String>) -> [CodeListUse] {
        var places: [TypeID: Set<CodeListUse.Place>] = [:]
        var users: [TypeID: [XMLName]] = [:]
        func take(_ reached: Set<TypeID>, _ message: XMLName?) {
            for type in reached {
                if codes[type] != nil {
                    places[type, default: []].formUnion([])
                    if let message { users[type, default: []].append(message) }
                    continue
                }
                for child in children[type] ?? [] where codes[child.type] != nil {
                    places[child.type, default: []].insert(place(child))
                }
            }
        }
        for id in messages {
            let element = components[id]
            take(reached(from: [element.type]), element.name)
            if codes[element.type] != nil { places[element.type, default: []].insert(.init(element: element.name)) }
        }
        if messages.isEmpty {
            let types = components.typesByName.filter { namespaces.contains($0.key.namespace ?? "") }.map(\.value)
            let elements = components.elementsByName.filter { namespaces.contains($0.key.namespace ?? "") }.map(\.value)
            take(reached(from: types + elements.map { components[$0].type }), nil)
        }
        return places.compactMap { type, places in
            codes[type].map { use($0, type, places.sorted(), users[type] ?? []) }
        }.sorted { left, right in
            (
                left.type.listURI ?? "", left.typeName?.local ?? "", left.typeName?.namespace ?? "",
                left.places.description
            )
                < (
                    right.type.listURI ?? "", right.typeName?.local ?? "", right.typeName?.namespace ?? "",
                    right.places.description
                )
        }
    }

    /// The codes that a code type lists; nil where it lists none.
    func enumeration(of type: TypeID) -> [Facets.Enumeration]? {
        children[type]?.first { $0.name.local == "code" }.flatMap { components[$0.type].simple?.facets.enumeration }
    }

    private func use(
        _ code: CodeType, _ type: TypeID, _ places: [CodeListUse.Place], _ messages: [XMLName]
    ) -> CodeListUse {
        var named: TypeID? = type
        while let id = named, components[id].name == nil { named = components[id].base }
        let list = components[type].annotation.appinfo.first { $0.name.local == "codeliste" }
        return CodeListUse(
            type: code, typeName: named.flatMap { components[$0].name },
            listName: list?.text(of: "nameKurz") ?? list?.text(of: "nameLang"), places: places, messages: messages)
    }

    /// The declaring type: that of the chain of extensions which names the element first.
    private func place(_ child: Child) -> CodeListUse.Place {
        var owner = child.owner
        while components[owner].derivation == .extension, let base = components[owner].base,
            children[base]?.contains(where: { $0.name == child.name && $0.type == child.type }) == true
        {
            owner = base
        }
        let definition = components[owner]
        return CodeListUse.Place(owner: (definition.name ?? definition.owner)?.local, element: child.name)
    }

    /// The types that content of the given types can have, at any depth. Named types derived from them count, too:
    /// `xsi:type` may put them there; but a code type stands for itself.
    private func reached(from types: [TypeID]) -> Set<TypeID> {
        var result = Set<TypeID>()
        var waiting = types
        while let next = waiting.popLast() {
            guard components.builtin(next) == nil, result.insert(next).inserted else { continue }
            if codes[next] == nil, components[next].complex != nil {
                waiting += components.descendants(of: next).filter { components[$0].name != nil }
            }
            waiting += (children[next] ?? []).map(\.type)
        }
        return result
    }
}
