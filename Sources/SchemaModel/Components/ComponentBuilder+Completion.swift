import Findings
import XMLCore

extension ComponentBuilder {
    /// Joins what types inherit, fills substitution groups and the table of derived types.
    mutating func complete() {
        for (element, head) in typedByHead {
            if let id = self.element(head) { model[element].type = model[id].type }
        }
        var state = [UInt8](repeating: 0, count: model.types.count)
        var index = 0
        // Completing simple content may add types, which are complete already.
        let count = model.types.count
        while index < count {
            complete(TypeID(index: index), &state)
            index += 1
        }
        for index in model.types.indices {
            if let base = model.types[index].base { model.derivedTypes[base, default: []].append(TypeID(index: index)) }
        }
        fillSubstitutionGroups()
    }

    private mutating func complete(_ id: TypeID, _ state: inout [UInt8]) {
        guard id.index < state.count, state[id.index] != 2, model.builtin(id) == nil else { return }
        guard state[id.index] == 0 else {
            report(
                "schema.circular-definition", .error, model[id].location,
                de: "Der Typ „\(model[id].name?.local ?? "")“ ist von sich selbst abgeleitet.",
                en: "The type “\(model[id].name?.local ?? "")” is derived from itself.")
            model[id].base = model.builtin(.anyType)
            return
        }
        state[id.index] = 1
        if let base = model[id].base { complete(base, &state) }
        switch model[id].kind {
        case .simple(let simple): model[id].kind = .simple(completed(simple, of: id, &state))
        case .complex(let complex): model[id].kind = .complex(completed(complex, of: id, &state))
        }
        state[id.index] = 2
    }

    private mutating func completed(_ simple: SimpleType, of id: TypeID, _ state: inout [UInt8]) -> SimpleType {
        var result = simple
        switch simple.variety {
        case .list(let item): complete(item, &state)
        case .union(let members): for member in members { complete(member, &state) }
        case .atomic:
            guard model[id].derivation == .restriction, let base = model[id].base, let inherited = model[base].simple
            else { break }
            result.variety = inherited.variety
            result.facets = inherited.facets.restricted(by: simple.ownFacets)
        }
        result.facets.enumeration = result.facets.enumeration?.map { value in
            var value = value
            if result.facets.whiteSpace == .collapse { value.value = value.value.collapsedXML }
            return value
        }
        return result
    }

    private mutating func completed(_ complex: ComplexType, of id: TypeID, _ state: inout [UInt8]) -> ComplexType {
        var result = complex
        let own = ownAttributes[id] ?? []
        guard let base = model[id].base else { return result }
        let inherited = model[base].complex
        let isExtension = model[id].derivation == .extension
        // Attributes (XML Schema Part 1, 3.4.2): those of the base, replaced or prohibited by name, then new ones.
        var attributes: [AttributeUse] = []
        if base != model.builtin(.anyType) {
            for attribute in inherited?.attributes ?? [] {
                let replacement = own.first { $0.name == attribute.name }
                if replacement?.isProhibited != true { attributes.append(replacement ?? attribute) }
            }
            if isExtension { result.anyAttribute = inherited?.anyAttribute }
        }
        for attribute in own
        where !attribute.isProhibited && !attributes.contains(where: { $0.name == attribute.name }) {
            attributes.append(attribute)
        }
        result.attributes = attributes
        if var any = ownAnyAttribute[id] {
            if let both = result.anyAttribute.flatMap({ any.namespaces.union($0.namespaces) }) { any.namespaces = both }
            result.anyAttribute = any
        }
        // Content.
        if isSimpleContent.contains(id) {
            result.content = .simple(simpleContent(of: id, base: base, &state))
            return result
        }
        guard isExtension, base != model.builtin(.anyType), let inherited else {
            result.content = result.ownParticle.map { .elements($0) } ?? .empty
            return result
        }
        switch (inherited.content, result.ownParticle) {
        case (.empty, let own): result.content = own.map { .elements($0) } ?? .empty
        case (let content, nil): result.content = content
        case (.elements(let first), let second?):
            let sequence = ModelGroup(
                compositor: .sequence, particles: [first, second], name: nil, annotation: SchemaAnnotation(),
                location: model[id].location)
            result.content = .elements(Particle(term: .group(sequence)))
        case (.simple, let own?): result.content = .elements(own)
        }
        if inherited.isMixed { result.isMixed = true }
        return result
    }

    /// The simple type of simple content: the base's, or a restriction of it.
    private mutating func simpleContent(of id: TypeID, base: TypeID, _ state: inout [UInt8]) -> TypeID {
        var content = base
        if let inherited = model[base].complex {
            if case .simple(let type) = inherited.content {
                content = type
            } else {
                content = model.builtin(.anySimpleType)
            }
        }
        guard let restriction = simpleContent[id] else { return content }
        if let own = restriction.type {
            complete(own, &state)
            content = own
        }
        if restriction.step == Facets() { return content }
        guard let simple = model[content].simple else { return content }
        model.types.append(
            TypeDefinition(
                name: nil, owner: model[id].name ?? model[id].owner, base: content, derivation: .restriction, final: [],
                kind: .simple(
                    SimpleType(
                        variety: simple.variety, ownFacets: restriction.step,
                        facets: simple.facets.restricted(by: restriction.step))),
                annotation: SchemaAnnotation(), location: model[id].location))
        return TypeID(index: model.types.count - 1)
    }

    private mutating func fillSubstitutionGroups() {
        var direct: [ElementID: [ElementID]] = [:]
        for (member, head) in heads {
            guard let id = model.elementsByName[head] else {
                report(
                    "schema.unresolved-reference", .error, model[member].location,
                    de: "„\(head.local)“ (substitutionGroup) ist in keinem der Schemas festgelegt.",
                    en: "“\(head.local)” (substitutionGroup) is not defined in any of the schemas.")
                continue
            }
            direct[id, default: []].append(member)
        }
        for head in direct.keys {
            var all = Set<ElementID>()
            var waiting = direct[head] ?? []
            while let next = waiting.popLast() {
                if next != head, all.insert(next).inserted { waiting += direct[next] ?? [] }
            }
            let members = all.filter { mayReplace($0, head) }
            model.substitutes[head] = members.sorted { model[$0].name < model[$1].name }
        }
    }

    /// Whether `block` of the head, of its type and of the types between lets a member stand in (XML Schema Part 1, 3.3.6).
    private func mayReplace(_ member: ElementID, _ head: ElementID) -> Bool {
        var blocked = model[head].block
        if blocked.contains(.substitution) { return false }
        let declared = model[head].type
        // A member of a union is no derived type, but may stand in for it.
        guard let way = model.derivation(of: model[member].type, from: declared) else { return true }
        for type in way.dropFirst() + [declared] { blocked.formUnion(model[type].complex?.block ?? []) }
        return way.allSatisfy { !blocked.contains(model[$0].derivation) }
    }
}
