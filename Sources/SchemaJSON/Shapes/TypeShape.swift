import SchemaModel
import XMLCore

/// What elements of a type are in JSON.
final class TypeShape: Sendable {
    enum Content: Sendable {
        /// A value.
        case value(ValueShape)
        /// Child elements; none for empty content.
        case elements(ScopeShape?)
        /// Mixed content and content without a type, which stay XML.
        case xml
    }

    struct Attribute: Sendable {
        var member: String
        var name: XMLName
        var shape: ValueShape
        /// The place in the order of the schema.
        var place: Int
    }

    let content: Content
    /// Whether elements are values and not objects: there can be no attributes.
    let isPlain: Bool
    let attributes: [XMLName: Attribute]
    let attributesByMember: [String: Attribute]
    let anyAttribute: Wildcard?

    init(_ type: TypeID, in components: SchemaComponents) {
        guard let complex = components[type].complex else {
            content = .value(ValueShape(type, in: components))
            isPlain = true
            attributes = [:]
            attributesByMember = [:]
            anyAttribute = nil
            return
        }
        switch complex.content {
        case .simple(let value): content = .value(ValueShape(value, in: components))
        case _ where complex.isMixed || components.builtin(type) == .anyType: content = .xml
        case .empty: content = .elements(nil)
        case .elements(let particle): content = .elements(ScopeShape(particle, in: components))
        }
        let uses = complex.attributes.filter { !$0.isProhibited }
        var locals: [String: Int] = [:]
        for use in uses { locals[use.name.local, default: 0] += 1 }
        var attributes: [XMLName: Attribute] = [:]
        for (place, use) in uses.enumerated() {
            var member = use.name.local
            if use.name.namespace == XMLName.xmlNamespace {
                member = "xml:" + member
            } else if locals[use.name.local, default: 0] > 1 {
                member = use.name.description
            }
            attributes[use.name] = Attribute(
                member: "@" + member, name: use.name, shape: ValueShape(use.type, in: components), place: place)
        }
        self.attributes = attributes
        attributesByMember = Dictionary(attributes.values.map { ($0.member, $0) }) { first, _ in first }
        anyAttribute = complex.anyAttribute
        var isPlain = false
        if case .value = content { isPlain = attributes.isEmpty && anyAttribute == nil }
        self.isPlain = isPlain
    }
}

/// The shapes of a schema set, each made when it is first needed.
final class Shapes {
    let components: SchemaComponents
    private var shapes: [TypeID: TypeShape] = [:]

    init(_ components: SchemaComponents) { self.components = components }

    /// The type that content of an element has its shape from when `xsi:type` names one: that one, but the declared type where
    /// the named one does nothing but restrict it. So the shape of an element does not change with what it says about itself.
    func shapeType(_ named: TypeID, declared: TypeID) -> TypeID {
        if components.builtin(declared) == .anyType { return declared }
        guard let complex = components[declared].complex, !complex.isAbstract else { return named }
        var current = named
        while current != declared {
            guard components[current].derivation == .restriction, let base = components[current].base else {
                return named
            }
            current = base
        }
        return declared
    }

    subscript(_ type: TypeID) -> TypeShape {
        if let known = shapes[type] { return known }
        let made = TypeShape(type, in: components)
        shapes[type] = made
        return made
    }
}

/// Names in braces: `{namespace}local`, or `local` without namespace (Clark notation).
enum ClarkName {
    static func parse(_ text: some StringProtocol) -> XMLName? {
        guard text.first == "{" else { return text.isEmpty ? nil : XMLName(String(text)) }
        guard let end = text.firstIndex(of: "}") else { return nil }
        let local = text[text.index(after: end)...]
        return local.isEmpty ? nil : XMLName(String(local), in: String(text[text.index(after: text.startIndex)..<end]))
    }
}
