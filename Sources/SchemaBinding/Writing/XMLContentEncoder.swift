import Findings
import XMLCore

/// Writes contents as UTF-8. Handed to generated code and held by nobody else.
///
/// Names are written under the prefixes of their schemas; which ones are needed is known when all is written, and they are
/// declared at the root.
public final class XMLContentEncoder {
    private let out: UnsafeMutablePointer<XMLOutput>
    private var prefixes: [String: String] = [:]
    private var order: [(prefix: String, uri: String)] = []
    private var taken: Set<String> = ["xml", "xmlns"]
    private var failure: XMLBindingError?
    private var failurePlace = 0

    init() {
        out = .allocate(capacity: 1)
        out.initialize(to: XMLOutput())
    }

    deinit {
        out.pointee.free()
        out.deallocate()
    }

    // MARK: Tags

    /// The tag of a name, with its prefix.
    @inline(__always) private func tag(_ id: Int32) -> UnsafeBufferPointer<UInt8> {
        if Int(id) < out.pointee.tagCount, let known = out.pointee.tags[Int(id)].baseAddress {
            return UnsafeBufferPointer(start: known, count: out.pointee.tags[Int(id)].count)
        }
        return makeTag(id)
    }

    @inline(never) private func makeTag(_ id: Int32) -> UnsafeBufferPointer<UInt8> {
        let (name, prefix) = XMLNameRegistry.name(id)
        return out.pointee.keepTag(Int(id), qualified(name, preferred: prefix))
    }

    /// Begins a start tag.
    @inline(__always) func open(_ id: Int32) {
        let tag = tag(id)
        out.pointee.open(tag)
    }

    /// Ends the element.
    @inline(__always) func close(_ id: Int32) {
        let tag = tag(id)
        out.pointee.close(tag)
    }

    @inline(__always) func closeStart() { out.pointee.closeStart() }

    private func put(_ byte: UInt8) { out.pointee.put(byte) }

    private func put(_ text: String) {
        var text = text
        text.withUTF8 { out.pointee.put($0) }
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

    /// Writes text, of an element or of the attribute that is being written.
    public func text(_ text: String) {
        if text.isEmpty { return }
        escape(text, inAttribute: out.pointee.isInAttribute)
    }

    /// Escapes as Canonical XML does (2.3), so that what is written reads back the same.
    private func escape(_ text: String, inAttribute: Bool) {
        var text = text
        if !inAttribute { closeStart() }
        let isFine = text.withUTF8 { out.pointee.escape($0, inAttribute: inAttribute) }
        if !isFine { refuse() }
    }

    /// Writes a string that lies in memory.
    @inline(__always) private func text(at item: UnsafeRawPointer, inAttribute: Bool) {
        var text = item.assumingMemoryBound(to: String.self).pointee
        let isFine = text.withUTF8 { bytes in
            if bytes.isEmpty { return true }
            if !inAttribute { out.pointee.closeStart() }
            return out.pointee.escape(bytes, inAttribute: inAttribute)
        }
        if !isFine { refuse() }
    }

    private func refuse() {
        guard failure == nil else { return }
        failurePlace = out.pointee.mark
        failure = XMLBindingError(
            .badValue,
            Message(
                de: "Ein Text enthält ein Zeichen, das XML nicht erlaubt (Steuerzeichen).",
                en: "A text has a character that XML does not allow (control character)."),
            hint: Message(de: "Entfernen Sie das Zeichen.", en: "Remove the character."))
    }

    @inline(never)
    private func wrongCount(_ slot: UnsafeMutablePointer<XMLSlot>, _ count: Int) -> XMLBindingError {
        let field = slot.pointee.field.takeUnretainedValue()
        let names =
            field.kind == .element
            ? [field.name.local] : field.first.names.map { XMLNameRegistry.name($0).name.local }.sorted()
        let name = names.prefix(6).joined(separator: " | ")
        if count < Int(field.minimum) {
            return XMLBindingError(
                .missingElement,
                Message(
                    de:
                        "Das Element „\(name)“ muss mindestens \(field.minimum)-mal vorkommen, es steht \(count)-mal da.",
                    en: "The element “\(name)” must occur at least \(field.minimum) times, it is there \(count) times.")
            )
        }
        return XMLBindingError(
            .unexpectedElement,
            Message(
                de: "Das Element „\(name)“ darf höchstens \(field.maximum)-mal vorkommen, es steht \(count)-mal da.",
                en: "The element “\(name)” may occur at most \(field.maximum) times, it is there \(count) times."))
    }

    // MARK: Tables

    /// Writes the attributes and the content of a struct.
    func encodeComplex(_ layout: UnsafePointer<XMLLayout>, _ base: UnsafeRawPointer) throws {
        let slots = layout.pointee.slots
        let attributes = layout.pointee.attributeCount
        for index in 0..<layout.pointee.count {
            let slot = slots + index
            let field = base + slot.pointee.offset
            switch slot.pointee.holder {
            case .one: break
            case .optional:
                if slot.pointee.isEmptyImage(field, layout.pointee.image) { continue }
                if slot.pointee.leaf == .string || slot.pointee.leaf == .decimal {
                    if field.assumingMemoryBound(to: String?.self).pointee == nil { continue }
                } else if slot.pointee.codec._withUnsafeGuaranteedRef({ $0.isNil(field) }) {
                    continue
                }
            case .many:
                if slot.pointee.minimum == 0, slot.pointee.isEmptyImage(field, layout.pointee.image) { continue }
                let (items, count) = slot.pointee.codec._withUnsafeGuaranteedRef { $0.items(field) }
                if count < slot.pointee.minimum || count > slot.pointee.maximum { throw wrongCount(slot, count) }
                guard var item = items else { continue }
                for _ in 0..<count {
                    try encodeElement(slot, item)
                    item += slot.pointee.stride
                }
                continue
            }
            if index < attributes {
                try encodeAttribute(slot, field)
            } else {
                try encodeElement(slot, field)
            }
        }
    }

    private func encodeAttribute(_ slot: UnsafeMutablePointer<XMLSlot>, _ item: UnsafeRawPointer) throws {
        // Attributes that the schema does not name write their own names.
        guard slot.pointee.nameID != 0 else { return try encodeItem(slot, item) }
        let tag = tag(slot.pointee.nameID)
        out.pointee.openAttribute(tag)
        try encodeText(slot, item)
        out.pointee.closeAttribute()
    }

    @inline(__always)
    private func encodeElement(_ slot: UnsafeMutablePointer<XMLSlot>, _ item: UnsafeRawPointer) throws {
        if slot.pointee.nameID == 0 { return try encodeItem(slot, item) }
        let tag = tag(slot.pointee.nameID)
        out.pointee.open(tag)
        try encodeItem(slot, item)
        out.pointee.close(tag)
    }

    /// Writes the content of an element.
    @inline(__always)
    private func encodeItem(_ slot: UnsafeMutablePointer<XMLSlot>, _ item: UnsafeRawPointer) throws {
        switch slot.pointee.shape {
        case .leaf: try encodeText(slot, item)
        case .complex: try encodeComplex(XMLSlot.layout(slot), item)
        case .box:
            let box = item.assumingMemoryBound(to: XMLBox.self).pointee
            let layout = XMLSlot.layout(slot)
            if layout.pointee.canStandAlone, box.kept != slot.pointee.codec._withUnsafeGuaranteedRef({ $0.boxed }) {
                return try encodeText(layout.pointee.contentSlot, box.memory)
            }
            try encodeComplex(layout, box.memory)
        case .choice:
            try XMLSlot.choice(slot)._withUnsafeGuaranteedRef { try encodeChoice($0, item) }
        case .variants:
            try XMLSlot.variants(slot)._withUnsafeGuaranteedRef { try encodeVariants($0, item) }
        case .general:
            if slot.pointee.isText {
                try encodeText(slot, item)
            } else {
                try slot.pointee.codec._withUnsafeGuaranteedRef { try $0.encodeItem(item, self) }
            }
        }
    }

    /// Writes the case that an enum holds.
    func encodeChoice(_ choice: XMLChoiceLayout, _ value: UnsafeRawPointer) throws {
        for alternative in choice.alternatives
        where try alternative.project(value, { try encodeComplex(alternative.layout, $0) }) {
            return
        }
    }

    /// Writes the type that an enum holds.
    func encodeVariants(_ variants: XMLVariantLayout, _ value: UnsafeRawPointer) throws {
        for variant in variants.variants where try variant.encode(value, self) { return }
    }

    private func encodeText(_ slot: UnsafeMutablePointer<XMLSlot>, _ item: UnsafeRawPointer) throws {
        let isInAttribute = out.pointee.isInAttribute
        if slot.pointee.fixed != nil { return try encodeFixed(slot, item) }
        switch slot.pointee.leaf {
        case .string, .decimal, .integer: text(at: item, inAttribute: isInAttribute)
        case .bool:
            out.pointee.plain(item.load(as: Bool.self) ? "true" : "false")
        case .int: out.pointee.integer(item.load(as: Int.self))
        case .enumeration:
            if slot.pointee.size == 1, let table = slot.pointee.target {
                let number = Int(item.load(as: UInt8.self))
                let text = Unmanaged<XMLEnumerationTable>.fromOpaque(table)._withUnsafeGuaranteedRef {
                    $0.texts?[number]
                }
                if let text, text.count > 0 {
                    if !isInAttribute { out.pointee.closeStart() }
                    if !out.pointee.escape(text, inAttribute: isInAttribute) { refuse() }
                    return
                }
            }
            try slot.pointee.codec._withUnsafeGuaranteedRef { try $0.encodeItemText(item, self) }
        case .date:
            out.pointee.date(item.assumingMemoryBound(to: XSDTemporalParts.self).pointee, hasTime: false)
        case .dateTime:
            out.pointee.date(item.assumingMemoryBound(to: XSDTemporalParts.self).pointee, hasTime: true)
        default: try slot.pointee.codec._withUnsafeGuaranteedRef { try $0.encodeItemText(item, self) }
        }
    }

    /// A value that is fixed is written as the schema spells it: `fixed="1"` allows no `true` where text is compared, and
    /// libxml2 compares some of them so.
    @inline(never)
    private func encodeFixed(_ slot: UnsafeMutablePointer<XMLSlot>, _ item: UnsafeRawPointer) throws {
        guard let fixed = slot.pointee.fixed?.pointee else { return }
        let start = out.pointee.mark
        let wasOpen = out.pointee.isOpen
        let codec = slot.pointee.codec.takeUnretainedValue()
        try codec.encodeItemText(item, self)
        let written = out.pointee.text(from: start)
        if written == fixed { return }
        guard XMLFixedValue.isSame(written, fixed, hasSpellings: codec.hasSpellings) else {
            let name = slot.pointee.field.takeUnretainedValue().name.local
            throw XMLBindingError(
                .badValue,
                Message(
                    de: "Das Schema legt den Wert von „\(name)“ auf „\(fixed)“ fest, er ist \(value: written).",
                    en: "The schema fixes the value of “\(name)” to “\(fixed)”, it is \(value: written)."))
        }
        out.pointee.mark = start
        out.pointee.isOpen = wasOpen
        text(fixed)
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
        bytes.withUnsafeBufferPointer { out.pointee.put($0) }
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
        let head = (declaration ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "") + self.head(name)
        var result = Array(head.utf8)
        let body = out.pointee.bytes
        result.reserveCapacity(head.utf8.count + body.count + name.utf8.count + 8)
        result.append(contentsOf: body)
        result.append(contentsOf: (out.pointee.isOpen ? "/>" : "</\(name)>").utf8)
        result.append(0x0A)
        return result
    }

    private func head(_ name: String) -> String {
        var head = "<\(name)"
        for entry in order {
            let uri = entry.uri.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing("\"", with: "&quot;")
            head += " xmlns:\(entry.prefix)=\"\(uri)\""
        }
        return head
    }

    /// The path of the element at which the writing failed. It is found by reading what was written, so that it costs nothing
    /// where nothing is wrong.
    func failurePath(root: XMLName, prefix: String) -> String? {
        let end = failure == nil ? out.pointee.mark : failurePlace
        var text = Array(head(qualified(root, preferred: prefix)).utf8) + out.pointee.bytes.prefix(end)
        // A start tag that is not complete: its name is enough.
        if let tag = text.lastIndex(of: 0x3C), !text[tag...].contains(0x3E) {
            let name = text[(tag + 1)...].prefix { !XMLWhiteSpace.isBlank($0) && $0 != 0x2F }
            let declarations = tag == 0 ? Array(text[(tag + 1 + name.count)...].prefix { $0 != 0x3E }) : []
            text = text[...tag] + Array(name) + (declarations.filter { $0 == 0x22 }.count % 2 == 0 ? declarations : [])
            text.append(0x3E)
        }
        return XMLValueDecoder.path(toEndOf: text)
    }

    /// Begins the root, whose name is written last.
    func beginRoot() { out.pointee.isOpen = true }
}
