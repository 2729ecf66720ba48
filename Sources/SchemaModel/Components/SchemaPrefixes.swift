import XMLCore

/// The prefixes under which documents of a schema set are written: those that the schemas use themselves.
public struct SchemaPrefixes: Sendable {
    private let documents: [SchemaComponents.Document]
    private var prefixes: [String: String] = [:]
    private var taken: Set<String> = ["xml", "xsi", "xs"]

    /// The namespaces that got a prefix, in the order in which they were asked for.
    public private(set) var declarations: [XMLNamespaceDeclaration] = []

    /// Prefixes for the documents of a schema set; nothing is declared yet.
    public init(_ components: SchemaComponents) { documents = components.documents }

    /// Sets a prefix that values in the document use. It counts unless the prefix stands for another namespace already.
    public mutating func declare(_ prefix: String, for namespace: String) {
        guard taken.insert(prefix).inserted else { return }
        prefixes[namespace] = prefixes[namespace] ?? prefix
        declarations.append(XMLNamespaceDeclaration(prefix: prefix, uri: namespace))
    }

    /// The prefix for a namespace; asked for the first time, it is declared. Nil for none.
    public mutating func prefix(for namespace: String?) -> String? {
        guard let namespace else { return nil }
        if namespace == XMLName.xmlNamespace { return "xml" }
        if let known = prefixes[namespace] { return known }
        let prefix = namespace == XMLName.schemaInstanceNamespace ? "xsi" : unused(for: namespace)
        taken.insert(prefix)
        prefixes[namespace] = prefix
        declarations.append(XMLNamespaceDeclaration(prefix: prefix, uri: namespace))
        return prefix
    }

    private func unused(for namespace: String) -> String {
        var candidates: [String] = []
        for document in documents {
            let own = document.prefixes.filter { $0.value == namespace && !$0.key.isEmpty }.keys.sorted()
            // A schema's name for itself is the usual one.
            if document.targetNamespace == namespace { candidates = own + candidates } else { candidates += own }
        }
        var number = 1
        while taken.contains("ns\(number)") { number += 1 }
        return candidates.first { !taken.contains($0) } ?? "ns\(number)"
    }
}
