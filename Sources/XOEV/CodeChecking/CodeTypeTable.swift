import SchemaModel
import SchemaValidation
import XMLCore

/// Which elements of the messages of a schema set are coded, and how. Made once, used by any number of tasks.
public struct CodeTypeTable: Sendable {
    /// The code types, sorted by name.
    public let codeTypes: [CodeType]
    private let entries: [TypeID: Entry]
    /// The table for the pass over a document; a holder's number is the index of its type in `codeTypes`.
    let elements: CodedElements

    /// The table of a schema set.
    public init(_ components: SchemaComponents) {
        var contents: [TypeID: Entry] = [:]
        var visitor = TypeCollector()
        components.walk(from: components.elementsByName.values.sorted(), &visitor)
        for id in visitor.types {
            guard let content = Entry(id, in: components) else { continue }
            contents[id] = content
        }
        let coded = contents.compactMap { id, content in content.code.map { (id: id, code: $0) } }.sorted {
            left, right in
            let (a, b) = (left.code, right.code)
            return (a.name?.description ?? "", a.listURI ?? "", left.id) < (
                b.name?.description ?? "", b.listURI ?? "", right.id
            )
        }
        entries = contents
        codeTypes = coded.map(\.code)
        let numbers = Dictionary(uniqueKeysWithValues: coded.enumerated().map { ($1.id, $0) })
        // Below most types there is no code; those need no state.
        let ids = Self.leadingToCodes(contents).sorted()
        let states = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        elements = CodedElements(
            ids.map { id in
                CodedElements.ElementType(
                    children: contents[id]?.children.mapValues { states[$0] } ?? [:],
                    holder: numbers[id].map { number in
                        CodedElements.Holder(
                            number: number, codeElement: coded[number].code.codeElement,
                            nameElement: coded[number].code.nameElement)
                    })
            }, globals: components.elementsByName.mapValues { states[components[$0].type] },
            named: components.typesByName.mapValues { states[$0] })
    }

    /// What is known of a type.
    package func entry(_ type: TypeID) -> Entry? { entries[type] }

    /// The types below which there can be a code: coded ones, those with a wildcard, and whatever leads to such.
    private static func leadingToCodes(_ contents: [TypeID: Entry]) -> Set<TypeID> {
        var parents: [TypeID: [TypeID]] = [:]
        for (id, content) in contents {
            for child in content.children.values { parents[child, default: []].append(id) }
        }
        var waiting = contents.filter { $1.code != nil || $1.hasWildcard }.map(\.key)
        var result = Set(waiting)
        while let id = waiting.popLast() {
            for parent in parents[id] ?? [] where result.insert(parent).inserted { waiting.append(parent) }
        }
        return result
    }

    private struct TypeCollector: ComponentVisitor {
        var types: [TypeID] = []
        mutating func visit(_ type: TypeDefinition, id: TypeID) { types.append(id) }
    }

    /// What is known of the content of a type.
    package struct Entry: Sendable {
        /// The types of the child elements.
        package var children: [XMLName: TypeID] = [:]
        /// Whether other elements may stand among them.
        var hasWildcard = false
        /// How the type is coded, where it is.
        package var code: CodeType?

        init?(_ id: TypeID, in components: SchemaComponents) {
            guard let complex = components[id].complex else { return nil }
            if case .elements(let particle) = complex.content { collect(particle, components) }
            code = CodeType(id, in: components, children: children)
            // Of `xs:anyType` everything may be the content.
            if components.builtin(id) != nil { hasWildcard = true }
        }

        private mutating func collect(_ particle: Particle, _ components: SchemaComponents) {
            switch particle.term {
            case .element(let id):
                let element = components[id]
                children[element.name] = element.type
                for member in components.substitutes[id] ?? [] {
                    children[components[member].name] = components[member].type
                }
            case .group(let group):
                for part in group.particles { collect(part, components) }
            case .wildcard: hasWildcard = true
            }
        }
    }
}
