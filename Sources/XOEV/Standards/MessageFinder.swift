import SchemaModel
import XMLCore

/// Tells which global elements are messages.
struct MessageFinder {
    private let components: SchemaComponents

    init(_ components: SchemaComponents) { self.components = components }

    /// The messages of some namespaces, by number, then by name: global elements that are not abstract and whose name ends
    /// in a number or whose content begins with a message header. Of standards that do neither (XBerufsbildung), every
    /// global element that no content model refers to.
    func messages(in namespaces: Set<String>) -> [ElementID] {
        let globals = components.elementsByName.filter { name, id in
            namespaces.contains(name.namespace ?? "") && !components[id].isAbstract
        }.map(\.value)
        var found = globals.filter { id in Self.number(of: components[id].name.local) != nil || hasHeader(id) }
        if found.isEmpty {
            let referred = referredElements()
            found = globals.filter { id in
                !referred.contains(id) && components[id].substitutionHead == nil && components.substitutes[id] == nil
            }
        }
        return found.sorted { left, right in
            let (a, b) = (components[left].name, components[right].name)
            return (Self.number(of: a.local) ?? "", a) < (Self.number(of: b.local) ?? "", b)
        }
    }

    /// The number at the end of a message's name: four digits or more after the last dot. XÖV handbook, naming rules, as
    /// all standards with numbers follow them (four digits, XZuFi six, XJustiz seven).
    static func number(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let digits = name[name.index(after: dot)...]
        guard digits.count >= 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return String(digits)
    }

    /// Whether the content begins with a header.
    private func hasHeader(_ id: ElementID) -> Bool {
        guard let header = firstChild(of: components[id].type) else { return false }
        return MessageHeader.elementNames.contains(components[header].name.local)
    }

    /// The first element of a type's content.
    func firstChild(of type: TypeID) -> ElementID? {
        guard case .elements(let particle)? = components[type].complex?.content else { return nil }
        return firstElement(particle)
    }

    private func firstElement(_ particle: Particle) -> ElementID? {
        switch particle.term {
        case .element(let id): id
        case .group(let group): group.particles.lazy.compactMap { firstElement($0) }.first
        case .wildcard: nil
        }
    }

    private func referredElements() -> Set<ElementID> {
        var result = Set<ElementID>()
        func collect(_ particle: Particle) {
            switch particle.term {
            case .element(let id): if components[id].isGlobal { result.insert(id) }
            case .group(let group): group.particles.forEach(collect)
            case .wildcard: break
            }
        }
        for type in components.types {
            if case .elements(let particle)? = type.complex?.content { collect(particle) }
        }
        return result
    }
}
