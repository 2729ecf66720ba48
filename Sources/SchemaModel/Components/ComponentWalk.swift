import XMLCore

/// Sees the components of a schema, one after the other. Every method has an empty default.
public protocol ComponentVisitor {
    /// A type, before what is in it.
    mutating func visit(_ type: TypeDefinition, id: TypeID)
    /// An element declaration or reference, before its type.
    mutating func visit(_ element: ElementDeclaration, id: ElementID)
    /// An attribute of a complex type.
    mutating func visit(_ attribute: AttributeUse)
    /// A sequence, choice or all, before its parts.
    mutating func visit(_ group: ModelGroup)
    /// A wildcard.
    mutating func visit(_ wildcard: Wildcard)
}

extension ComponentVisitor {
    /// Does nothing.
    public mutating func visit(_ type: TypeDefinition, id: TypeID) {}
    /// Does nothing.
    public mutating func visit(_ element: ElementDeclaration, id: ElementID) {}
    /// Does nothing.
    public mutating func visit(_ attribute: AttributeUse) {}
    /// Does nothing.
    public mutating func visit(_ group: ModelGroup) {}
    /// Does nothing.
    public mutating func visit(_ wildcard: Wildcard) {}
}

extension SchemaComponents {
    /// Walks over everything that the given elements reach, each type and element once: types of content and attributes,
    /// base types, members of substitution groups, derived types where `followsDerivedTypes`.
    public func walk(
        from roots: [ElementID], followsDerivedTypes: Bool = true, _ visitor: inout some ComponentVisitor
    ) {
        walk(from: roots, types: [], followsDerivedTypes: followsDerivedTypes, &visitor)
    }

    /// Walks over everything that the given elements and types reach, as `walk(from:followsDerivedTypes:_:)` does.
    public func walk(
        from roots: [ElementID], types: [TypeID], followsDerivedTypes: Bool = true,
        _ visitor: inout some ComponentVisitor
    ) {
        var walk = Walk(components: self, followsDerivedTypes: followsDerivedTypes)
        for root in roots { walk.reach(root) }
        for type in types { walk.reach(type) }
        walk.run(&visitor)
    }

    private struct Walk {
        let components: SchemaComponents
        let followsDerivedTypes: Bool
        private var seenTypes = Set<TypeID>()
        private var seenElements = Set<ElementID>()
        private var types: [TypeID] = []
        private var elements: [ElementID] = []

        init(components: SchemaComponents, followsDerivedTypes: Bool) {
            self.components = components
            self.followsDerivedTypes = followsDerivedTypes
        }

        mutating func reach(_ element: ElementID) {
            if seenElements.insert(element).inserted { elements.append(element) }
        }

        mutating func reach(_ type: TypeID) {
            if seenTypes.insert(type).inserted { types.append(type) }
        }

        mutating func run(_ visitor: inout some ComponentVisitor) {
            while true {
                if let id = elements.popLast() {
                    let element = components[id]
                    visitor.visit(element, id: id)
                    reach(element.type)
                    if followsDerivedTypes, components[element.type].complex != nil,
                        components.builtin(element.type) == nil
                    {
                        for derived in components.descendants(of: element.type) { reach(derived) }
                    }
                    for member in components.substitutes[id] ?? [] { reach(member) }
                } else if let id = types.popLast() {
                    let type = components[id]
                    visitor.visit(type, id: id)
                    if let base = type.base { reach(base) }
                    switch type.kind {
                    case .simple(let simple):
                        switch simple.variety {
                        case .atomic: break
                        case .list(let item): reach(item)
                        case .union(let members): members.forEach { reach($0) }
                        }
                    case .complex(let complex):
                        for attribute in complex.attributes {
                            visitor.visit(attribute)
                            reach(attribute.type)
                        }
                        if let wildcard = complex.anyAttribute { visitor.visit(wildcard) }
                        switch complex.content {
                        case .empty: break
                        case .simple(let content): reach(content)
                        case .elements(let particle): reach(particle, &visitor)
                        }
                    }
                } else {
                    return
                }
            }
        }

        private mutating func reach(_ particle: Particle, _ visitor: inout some ComponentVisitor) {
            switch particle.term {
            case .element(let element): reach(element)
            case .wildcard(let wildcard): visitor.visit(wildcard)
            case .group(let group):
                visitor.visit(group)
                for part in group.particles { reach(part, &visitor) }
            }
        }
    }
}
