import CXMLSchemas
import Findings
import XMLCore

/// Compiled schemas, ready to check documents. Compiled once, shared by any number of tasks.
///
/// Unchecked: every stored property is constant. The compiled schema is read-only after `xmlSchemaParse`: content models
/// (`xmlSchemaBuildContentModel`), facets (`xmlSchemaCheckFacet`), default values and identity constraints are all built
/// then; validation keeps its state, including regular expression execution and XPath streams, in its own
/// `xmlSchemaValidCtxt`; the built-in types are initialised once before the first parse (`xss_start_library`); instance
/// schema locations are not followed where a schema is given. Names, outlines and the identity table are built in `init`.
public final class SchemaSet: @unchecked Sendable {
    /// One schema document of the set.
    public struct Document: Sendable, Hashable {
        /// The file, as findings call it.
        public var name: String
        /// The target namespace, or nil.
        public var targetNamespace: String?
        /// The attribute `version` of `xs:schema`, or nil.
        public var version: String?
    }

    package let compiled: OpaquePointer
    package let identity: OpaquePointer?
    private let names: SchemaNames
    private let outlines: [SchemaOutline]

    /// The documents, in the order in which they were reached.
    public let documents: [Document]
    /// The documents that were named, or to which no other of a folder or archive refers.
    public let entries: [Document]
    /// The namespaces that can be the root of a document: those of the entries, sorted; "" for none.
    public let namespaces: [String]
    /// The elements that can be the root of a document, sorted: the global elements of the entries' namespaces that are not
    /// abstract.
    public let rootElements: [XMLName]
    /// What the entries tell of the standard they belong to (XÖV handbook, metadata of schemas).
    public let metadata: [SchemaMetadata]
    /// Remarks on the schemas that did not keep them from compiling.
    public let remarks: [Finding]

    /// Compiles what `entries` of a graph need. `keepsTexts` when the graph's documents will be compiled again in another
    /// set.
    init(_ whole: SchemaGraph, entries: [Int], keepsTexts: Bool = false) throws(SchemaError) {
        let (graph, entries) = whole.part(from: entries)
        var assembly = SchemaAssembly(graph, entries: entries)
        compiled = try assembly.compile()
        names = graph.names
        outlines = graph.documents.map(\.outline)
        identity = IdentityBuilder.identity(of: graph)
        documents = graph.documents.map {
            Document(
                name: $0.name, targetNamespace: $0.targetNamespace,
                version: $0.outline.string(0, XSS_KEY_VERSION.asInt32))
        }
        self.entries = entries.map { [documents] in documents[$0] }
        namespaces = Set(entries.map { graph.documents[$0].targetNamespace ?? "" }).sorted()
        rootElements = graph.rootElements(of: entries)
        metadata = entries.compactMap { graph.metadata(of: $0) }
        remarks = graph.remarks + assembly.remarks
        if !keepsTexts { for outline in outlines { xss_outline_forget_text(outline.pointer) } }
    }

    deinit {
        xss_schema_free(compiled)
        xss_automaton_free(identity)
    }

    /// Whether any document of the set has this target namespace.
    public func knows(namespace: String?) -> Bool { documents.contains { $0.targetNamespace == namespace } }

    /// The documentation of an element: of a global one, or of the local ones of that name where all that are documented
    /// say the same.
    public func documentation(of element: XMLName) -> String? {
        guard let local = names.find(element.local) else { return nil }
        var found: String?
        for (index, outline) in outlines.enumerated() {
            guard element.namespace == nil || documents[index].targetNamespace == element.namespace else { continue }
            for node in outline.nodes.indices
            where outline.nodes[node].kind == XSS_KIND_ELEMENT.asInt32
                && outline.value(node, XSS_KEY_NAME.asInt32) == local
            {
                guard let text = outline.documentation(node) else { continue }
                if outline.nodes[node].parent == 0 { return text }
                if let found, found != text { return nil }
                found = text
            }
        }
        return found
    }
}

extension SchemaGraph {
    /// The attribute `version` of a document's `xs:schema`.
    func version(of document: Int) -> String? { documents[document].outline.string(0, XSS_KEY_VERSION.asInt32) }

    /// The global elements that can be roots, sorted.
    func rootElements(of entries: [Int]) -> [XMLName] {
        var result: [XMLName] = []
        for entry in entries {
            for document in includedInOrder(from: entry) {
                let outline = documents[document].outline
                for node in outline.children(0, XSS_KIND_ELEMENT.asInt32) {
                    guard let name = outline.string(node, XSS_KEY_NAME.asInt32),
                        outline.string(node, XSS_KEY_ABSTRACT.asInt32) != "true"
                    else { continue }
                    result.append(XMLName(name, in: documents[entry].targetNamespace))
                }
            }
        }
        result.sort()
        var last: XMLName?
        result.removeAll { name in
            defer { last = name }
            return name == last
        }
        return result
    }
}
