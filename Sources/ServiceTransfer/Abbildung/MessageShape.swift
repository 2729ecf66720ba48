import SchemaModel
import XMLCore
import XOEV

/// What a mapping needs to know of the messages of a schema set: which children and attributes a type has, in which order,
/// and how a coded element is built.
struct MessageShape {
    let components: SchemaComponents

    /// A child element that a type allows.
    struct Child {
        var element: ElementDeclaration
        /// How often it may occur in all; nil for any number.
        var maximum: Int?
        /// Its place in the content, counted from 0.
        var order: Int
    }

    /// How the code of a coded element is written (XÖV data type `Code` and its restrictions).
    struct CodeShape {
        var code: ElementDeclaration
        var listURI: AttributeUse?
        var listVersion: AttributeUse?
    }

    init(_ components: SchemaComponents) { self.components = components }

    func complex(_ type: TypeID) -> ComplexType? { components[type].complex }

    /// The content of a type, where it is child elements.
    func content(_ type: TypeID) -> Particle? {
        guard case .elements(let particle)? = complex(type)?.content else { return nil }
        return particle
    }

    /// The type of the text of an element or attribute of this type; nil when there is no text.
    func textType(_ type: TypeID) -> TypeID? {
        guard let complex = complex(type) else { return type }
        if case .simple(let id) = complex.content { return id }
        return nil
    }

    /// The children of a type by name.
    func children(_ type: TypeID) -> [XMLName: Child] {
        var result: [XMLName: Child] = [:]
        var order = 0
        func add(_ name: XMLName, _ element: ElementDeclaration, _ maximum: Int?) {
            if let known = result[name] {
                result[name]?.maximum = known.maximum.flatMap { first in maximum.map { first + $0 } }
            } else {
                result[name] = Child(element: element, maximum: maximum, order: order)
            }
        }
        func visit(_ particle: Particle, _ factor: Int?) {
            let maximum = particle.maximum.flatMap { own in factor.map { own * $0 } }
            switch particle.term {
            case .element(let id):
                add(components[id].name, components[id], maximum)
                for member in components.substitutes[id] ?? [] {
                    add(components[member].name, components[member], maximum)
                }
                order += 1
            case .group(let group): for part in group.particles { visit(part, maximum) }
            case .wildcard: order += 1
            }
        }
        if let particle = content(type) { visit(particle, 1) }
        return result
    }

    /// Whether the order of children is the order of the content model: no group with several elements repeats.
    func hasFixedOrder(_ type: TypeID) -> Bool {
        func fixed(_ particle: Particle) -> Bool {
            guard case .group(let group) = particle.term else { return true }
            let repeats = particle.maximum.map { $0 > 1 } ?? true
            return !(repeats && elementCount(particle) > 1) && group.particles.allSatisfy(fixed)
        }
        func elementCount(_ particle: Particle) -> Int {
            switch particle.term {
            case .element, .wildcard: 1
            case .group(let group): group.particles.reduce(0) { $0 + elementCount($1) }
            }
        }
        return content(type).map(fixed) ?? true
    }

    /// Whether an element that is not declared may stand among the children.
    func allowsOthers(_ type: TypeID, namespace: String?) -> Bool {
        func any(_ particle: Particle) -> Bool {
            switch particle.term {
            case .element: false
            case .group(let group): group.particles.contains(where: any)
            case .wildcard(let wildcard): wildcard.allows(namespace)
            }
        }
        return content(type).map(any) ?? false
    }

    func attribute(_ name: XMLName, of type: TypeID) -> AttributeUse? {
        complex(type)?.attributes.first { $0.name == name && !$0.isProhibited }
    }

    /// How an element of this type carries a code; nil when it is not coded.
    func code(_ type: TypeID) -> CodeShape? {
        let children = self.children(type)
        guard let complex = complex(type), let parts = CodeParts(complex, children: children.keys),
            let code = children[parts.codeElement]
        else { return nil }
        return CodeShape(code: code.element, listURI: parts.listURI, listVersion: parts.listVersion)
    }

    /// The simple type at the bottom, and the facets on the way; nil for a complex type without text.
    func simple(_ type: TypeID) -> SimpleType? { textType(type).flatMap { components[$0].simple } }
}
