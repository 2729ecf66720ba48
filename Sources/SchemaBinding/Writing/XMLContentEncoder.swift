import Findings
import XMLCore

/// Writes contents as UTF-8. Handed to generated code and held by nobody else.
///
/// Names are written under the prefixes of their schemas; which ones are needed is known when all is written, and they are
/// declared at the root.
public final class XMLContentEncoder {
    private var buffer: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 1 << 16
    /// A start tag is open: its `>` is not written yet.
    private var isOpen = false
    /// For each number of a name: its tag as written, where it was needed.
    private var tags: [[UInt8]] = []
    private var prefixes: [String: String] = [:]
    private var order: [(prefix: String, uri: String)] = []
    private var taken: Set<String> = ["xml", "xmlns"]
    private var failure: XMLBindingError?

    init() { buffer = .allocate(capacity: capacity) }

    deinit { buffer.deallocate() }

    // MARK: Bytes

    @inline(__always) private func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    private func grow(_ more: Int) {
        var wanted = capacity * 2
        while wanted < count + more { wanted *= 2 }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        larger.update(from: buffer, count: count)
        buffer.deallocate()
        buffer = larger
        capacity = wanted
    }

    @inline(__always) private func put(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    @inline(__always) private func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        reserve(bytes.count)
        (buffer + count).update(from: base, count: bytes.count)
        count += bytes.count
    }

    private func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    // MARK: Tags

    /// Begins a start tag.
    func open(_ id: Int32) {
        closeStart()
        put(0x3C)
        putTag(id)
        isOpen = true
    }

    /// Ends the element.
    func close(_ id: Int32) {
        if isOpen {
            isOpen = false
            put(0x2F)
        } else {
            put(0x3C)
            put(0x2F)
            putTag(id)
        }
        put(0x3E)
    }

    @inline(__always) func closeStart() {
        if isOpen {
            isOpen = false
            put(0x3E)
        }
    }

    private func putTag(_ id: Int32) {
        let index = Int(id)
        if index >= tags.count { tags += [[UInt8]](repeating: [], count: index + 1 - tags.count) }
        if tags[index].isEmpty {
            let (name, prefix) = XMLNameRegistry.name(id)
            tags[index] = Array(qualified(name, preferred: prefix).utf8)
        }
        tags[index].withUnsafeBufferPointer { put($0) }
    }

    /// A name with the prefix that stands for its namespace, which is declared at the root.
    func qualified(_ name: XMLName, preferred: String) -> String {
        guard let uri = name.namespace else { return name.local }
        return prefix(for: uri, preferred: preferred) + ":" + name.local
    }

    private func prefix(for uri: String, preferred: String) -> String {
        if uri == XMLName.xmlNamespace { return "xml" }
        if let known = prefixes[uri] { return known }
        let base = preferred.isEmpty ? "ns" : preferred
        var candidate = base
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(base)\(number)"
            number += 1
        }
        prefixes[uri] = candidate
        order.append((candidate, uri))
        return candidate
    }

    // MARK: Attributes and text

    /// Writes an attribute of the open start tag.
    func attribute(_ attribute: XMLAttribute) {
        put(0x20)
        put(qualified(attribute.name, preferred: attribute.prefix ?? ""))
        put(0x3D)
        put(0x22)
        escape(attribute.value, inAttribute: true)
        put(0x22)
    }

    /// Declares a namespace at the open start tag.
    func declare(_ namespace: XMLNamespaceDeclaration) {
        guard let prefix = namespace.prefix else { return }
        put(" xmlns:\(prefix)=\"")
        escape(namespace.uri, inAttribute: true)
        put(0x22)
    }

    private var isInAttribute = false

    /// Writes text, of an element or of the attribute that is being written.
    public func text(_ text: String) {
        if isInAttribute { return escape(text, inAttribute: true) }
        guard !text.isEmpty else { return }
        closeStart()
        escape(text, inAttribute: false)
    }

    private static let replacements: [UInt8: StaticString] = [
        0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x0D: "&#xD;", 0x09: "&#x9;", 0x0A: "&#xA;",
    ]

    /// Escapes as Canonical XML does (2.3), so that what is written reads back the same.
    private func escape(_ text: String, inAttribute: Bool) {
        var text = text
        text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return }
            reserve(bytes.count)
            var start = 0
            for index in 0..<bytes.count {
                let byte = bytes[index]
                // All bytes that need a closer look are below 0x40 or begin U+FFFE and U+FFFF.
                if byte >= 0x3F, byte != 0xEF { continue }
                let replacement: StaticString
                switch byte {
                case 0x26: replacement = "&amp;"
                case 0x3C: replacement = "&lt;"
                case 0x3E where !inAttribute: replacement = "&gt;"
                case 0x22 where inAttribute: replacement = "&quot;"
                case 0x0D: replacement = "&#xD;"
                case 0x09 where inAttribute: replacement = "&#x9;"
                case 0x0A where inAttribute: replacement = "&#xA;"
                case 0x09, 0x0A: continue
                case 0..<0x20:
                    refuse()
                    continue
                case 0xEF:
                    if index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { refuse() }
                    continue
                default: continue
                }
                put(UnsafeBufferPointer(start: base + start, count: index - start))
                replacement.withUTF8Buffer { put($0) }
                start = index + 1
            }
            put(UnsafeBufferPointer(start: base + start, count: bytes.count - start))
        }
    }

    private func refuse() {
        failure =
            failure
            ?? XMLBindingError(
                .badValue,
                Message(
                    de: "Ein Text enthält ein Zeichen, das XML nicht erlaubt (Steuerzeichen).",
                    en: "A text has a character that XML does not allow (control character)."),
                hint: Message(de: "Entfernen Sie das Zeichen.", en: "Remove the character."))
    }

    // MARK: Tables

    /// Writes the attributes and the content of a struct.
    func encodeComplex(_ table: XMLTable, _ base: UnsafeRawPointer) throws {
        for field in table.fields {
            let pointer = base + field.offset
            switch field.kind {
            case .attribute:
                if field.codec.isEmpty(pointer), field.minimum == 0 { continue }
                put(0x20)
                putTag(field.nameID)
                put(0x3D)
                put(0x22)
                isInAttribute = true
                try field.codec.encodeText(pointer, self)
                isInAttribute = false
                put(0x22)
            case .value: try field.codec.encodeText(pointer, self)
            default: try field.codec.encode(pointer, field, self)
            }
        }
    }

    /// Writes one field, as in a choice.
    func encodeField(_ field: XMLTable.Field, _ pointer: UnsafeRawPointer) throws {
        try field.codec.encode(pointer, field, self)
    }

    // MARK: Trees

    /// Writes an element as it was read.
    func tree(_ element: XMLTree.Element) throws {
        closeStart()
        var element = element
        // No default namespace is in force: prefixes of the tree's own are declared by the tree.
        for declaration in order
        where !element.namespaces.contains(where: { $0.prefix == declaration.prefix })
            && element.prefix == declaration.prefix && element.name.namespace == declaration.uri
        {
            element.namespaces.append(XMLNamespaceDeclaration(prefix: declaration.prefix, uri: declaration.uri))
        }
        let options = XMLWriterOptions(writesDeclaration: false, endsWithNewline: false)
        let bytes = try XMLTree(root: element).serialized(options)
        bytes.withUnsafeBufferPointer { put($0) }
    }

    /// Writes a node of mixed content.
    func node(_ node: XMLTree.Node) throws {
        switch node {
        case .element(let element): try tree(element)
        case .text(let text), .cdata(let text): self.text(text)
        case .comment(let text):
            closeStart()
            put("<!--\(text)-->")
        case .processingInstruction(let target, let data):
            closeStart()
            put("<?\(target)\(data.isEmpty ? "" : " ")\(data)?>")
        }
    }

    // MARK: The document

    /// The document, its root begun with what the content turned out to need.
    func document(root: XMLName, prefix: String, declaration: Bool) throws -> [UInt8] {
        if let failure { throw failure }
        let name = qualified(root, preferred: prefix)
        var head = declaration ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : ""
        head += "<\(name)"
        let body = UnsafeBufferPointer(start: buffer, count: count)
        for entry in order {
            let uri = entry.uri.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing("\"", with: "&quot;")
            head += " xmlns:\(entry.prefix)=\"\(uri)\""
        }
        var result = Array(head.utf8)
        result.reserveCapacity(head.utf8.count + count + name.utf8.count + 8)
        result.append(contentsOf: body)
        result.append(contentsOf: (isOpen ? "/>" : "</\(name)>").utf8)
        result.append(0x0A)
        return result
    }

    /// Begins the root, whose name is written last.
    func beginRoot() { isOpen = true }
}
