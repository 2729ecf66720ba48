import CXMLSchemas
import Findings

/// Strings as small numbers, shared by all documents of a load.
///
/// Unchecked: written only while its load runs, which one task does; read-only from then on.
final class SchemaNames: @unchecked Sendable {
    let pointer: OpaquePointer

    init() throws(SchemaError) {
        guard let pointer = xss_names_new() else { throw .outOfMemory }
        self.pointer = pointer
    }

    deinit { xss_names_free(pointer) }

    func intern(_ string: String) -> Int32 {
        var copy = string
        return copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { xss_names_intern(pointer, $0.baseAddress, $0.count) }
        }
    }

    /// The number of a string that occurs in the schemas, or nil.
    func find(_ string: String) -> Int32? {
        var copy = string
        let number = copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { xss_names_find(pointer, $0.baseAddress, $0.count) }
        }
        return number < 0 ? nil : number
    }

    subscript(_ number: Int32) -> String {
        var length = 0
        let start = xss_names_string(pointer, number, &length)
        return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }
}

/// A name in a schema: namespace (-1 for none) and local part as numbers.
struct SchemaName: Hashable {
    var space: Int32
    var local: Int32
}

/// What is known of one schema document without compiling it: its elements and their attributes.
///
/// Unchecked: the C object is written only while its load runs, which one task does; read-only from then on.
final class SchemaOutline: @unchecked Sendable {
    let pointer: OpaquePointer
    let names: SchemaNames
    let nodes: UnsafeBufferPointer<xss_node>
    let attributes: UnsafeBufferPointer<xss_attribute>
    let references: UnsafeBufferPointer<xss_reference>
    let hasIdentity: Bool

    /// Why the document could not be read to its end.
    let problem: SchemaProblem?

    /// Reads a document.
    init(_ bytes: [UInt8], names: SchemaNames) throws(SchemaError) {
        let (outline, problems) = SchemaProblem.collecting { handler, user in
            bytes.withUnsafeBytes { raw in
                xss_outline_read(
                    raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, names.pointer, handler, user)
            }
        }
        problem = problems.first
        guard let outline else { throw .outOfMemory }
        pointer = outline
        self.names = names
        var count: Int32 = 0
        let nodes = xss_outline_nodes(outline, &count)
        self.nodes = UnsafeBufferPointer(start: nodes, count: Int(count))
        let attributes = xss_outline_attributes(outline, &count)
        self.attributes = UnsafeBufferPointer(start: attributes, count: Int(count))
        let references = xss_outline_references(outline, &count)
        self.references = UnsafeBufferPointer(start: references, count: Int(count))
        hasIdentity = xss_outline_has_identity(outline) != 0
    }

    deinit { xss_outline_free(pointer) }

    /// Whether the document was read to its end.
    var isComplete: Bool { !nodes.isEmpty }

    /// Whether its root is `xs:schema`.
    var isSchema: Bool { nodes.first?.kind == XSS_KIND_SCHEMA.asInt32 }

    /// The value of an attribute as a number, or nil.
    func value(_ node: Int, _ key: Int32) -> Int32? {
        let first = Int(nodes[node].first_attribute)
        for index in first..<first + Int(nodes[node].attribute_count) where attributes[index].key == key {
            return attributes[index].value
        }
        return nil
    }

    /// The value of an attribute, or nil.
    func string(_ node: Int, _ key: Int32) -> String? { value(node, key).map { names[$0] } }

    /// The names that an attribute holds: one, or several of `memberTypes`.
    func qualifiedNames(_ node: Int, _ key: Int32) -> [SchemaName] {
        let first = Int(nodes[node].first_attribute)
        return (first..<first + Int(nodes[node].attribute_count)).compactMap { index in
            attributes[index].key == key
                ? SchemaName(space: attributes[index].space, local: attributes[index].value) : nil
        }
    }

    /// The name that an attribute holds, or nil.
    func qualifiedName(_ node: Int, _ key: Int32) -> SchemaName? {
        let first = Int(nodes[node].first_attribute)
        for index in first..<first + Int(nodes[node].attribute_count) where attributes[index].key == key {
            return SchemaName(space: attributes[index].space, local: attributes[index].value)
        }
        return nil
    }

    /// The children of a node, in order.
    func children(_ node: Int) -> Children { Children(outline: self, position: node + 1, end: Int(nodes[node].end)) }

    /// The children of one kind.
    func children(_ node: Int, _ kind: Int32) -> some Sequence<Int> {
        children(node).lazy.filter { self.nodes[$0].kind == kind }
    }

    /// The documentation of a component, in German where there is a choice, or nil.
    func documentation(_ node: Int) -> String? {
        var fallback: String?
        for annotation in children(node, XSS_KIND_ANNOTATION.asInt32) {
            for text in children(annotation, XSS_KIND_DOCUMENTATION.asInt32) where nodes[text].text >= 0 {
                let content = names[nodes[text].text]
                guard !content.isEmpty else { continue }
                if string(text, XSS_KEY_LANG.asInt32)?.hasPrefix("de") == true { return content }
                fallback = fallback ?? content
            }
        }
        return fallback
    }

    struct Children: Sequence, IteratorProtocol {
        let outline: SchemaOutline
        var position: Int
        let end: Int

        mutating func next() -> Int? {
            guard position < end else { return nil }
            defer { position = Int(outline.nodes[position].end) }
            return position
        }
    }
}

extension SchemaError {
    static let outOfMemory = SchemaError(
        .outOfMemory, at: Location(),
        Message(de: "Der Speicher reicht nicht aus.", en: "There is not enough memory."))
}

extension FixedWidthInteger {
    var asInt32: Int32 { Int32(truncatingIfNeeded: self) }
}
