import SchemaModel
import XMLCore

/// Turns a finished sample into a document with the prefixes that the schemas use.
struct SampleWriter {
    private var prefixes: SchemaPrefixes

    init(_ components: SchemaComponents, valuePrefixes: [String: String]) {
        prefixes = SchemaPrefixes(components)
        for (prefix, namespace) in valuePrefixes.sorted(by: { $0.key < $1.key }) {
            prefixes.declare(prefix, for: namespace)
        }
    }

    mutating func tree(_ root: SampleElement) -> XMLTree {
        var element = element(root)
        element.namespaces = prefixes.declarations
        return XMLTree(root: element)
    }

    private mutating func element(_ source: SampleElement) -> XMLTree.Element {
        var result = XMLTree.Element(source.name, prefix: prefixes.prefix(for: source.name.namespace))
        func add(_ name: XMLName, _ value: String) {
            result.attributes.append(XMLAttribute(name, prefix: prefixes.prefix(for: name.namespace), value: value))
        }
        if let type = source.schemaType {
            let prefix = prefixes.prefix(for: type.namespace)
            add(
                XMLName("type", in: XMLName.schemaInstanceNamespace),
                prefix.map { "\($0):\(type.local)" } ?? type.local)
        }
        if source.isNil { add(XMLName("nil", in: XMLName.schemaInstanceNamespace), "true") }
        for attribute in source.attributes { add(attribute.name, attribute.value) }
        if !source.text.isEmpty { result.children = [.text(source.text)] }
        for child in source.children {
            switch child {
            case .text(let text): result.children.append(.text(text))
            case .element(let child): result.children.append(.element(element(child)))
            }
        }
        return result
    }
}
