import Findings

/// Writes a document event by event, in UTF-8, in memory that does not grow with it when there is a sink.
///
///     var writer = XMLEventWriter(options: XMLWriterOptions(indent: 2))
///     try writer.startDocument()
///     try writer.startElement(XMLName("leistung", in: namespace), prefix: "xzufi")
///     try writer.attribute(XMLName("xzufiVersion"), "2.2.0")
///     try writer.element(XMLName("id", in: namespace), prefix: "xzufi", text: "99102013001000")
///     try writer.endElement()
///     let bytes = try writer.finish()
///
/// What XML cannot carry (a control character, `--` in a comment, a name with a blank) is an error, never bad output.
/// Namespaces are declared where they are first needed, under the prefix that was asked for.
public struct XMLEventWriter: ~Copyable {
    /// Takes the pieces of the document in their order.
    public typealias Sink = ([UInt8]) throws -> Void

    private struct Frame {
        var tag: String
        var bindingCount: Int
        var hasText = false
        var hasElements = false
    }

    private struct Binding {
        var prefix: String
        var uri: String
    }

    let options: XMLWriterOptions
    private let sink: Sink?
    var buffer = XMLByteBuffer()
    private var frames: [Frame] = []
    private var bindings: [Binding] = [Binding(prefix: "xml", uri: XMLName.xmlNamespace)]
    private var startTagIsOpen = false
    private var attributesOfOpenTag: [XMLName] = []
    private var hasRoot = false

    /// A writer into memory: `finish()` gives the document.
    public init(options: XMLWriterOptions = XMLWriterOptions()) {
        self.options = options
        sink = nil
    }

    /// A writer that hands over the document in pieces of about 64 kB: `finish()` hands over the last and gives none.
    public init(options: XMLWriterOptions = XMLWriterOptions(), sink: @escaping Sink) {
        self.options = options
        self.sink = sink
    }

    /// Writes the XML declaration, where the options ask for it.
    public mutating func startDocument() throws(XMLError) {
        if options.writesDeclaration { buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    }

    /// Writes a start tag. Attributes and content follow.
    ///
    /// The namespace of `name` is declared under `prefix` unless that is in force already; with nil under the prefix
    /// that the options choose, else as the default namespace. `namespaces` are declared besides, in their order.
    public mutating func startElement(
        _ name: XMLName, prefix: String? = nil, namespaces: [XMLNamespaceDeclaration] = []
    ) throws(XMLError) {
        try closeStartTag()
        var namespaces = namespaces
        if frames.isEmpty, options.prefixes.declaresOnRoot {
            namespaces += options.prefixes.declarations.filter { declaration in
                !namespaces.contains { $0.prefix == declaration.prefix }
            }
        }
        let prefix = prefix ?? name.namespace.flatMap { options.prefixes.prefix(for: $0) } ?? nil
        if frames.isEmpty {
            guard !hasRoot else {
                throw Self.notWritable(
                    Message(
                        de: "Ein Dokument hat nur ein Wurzelelement.", en: "A document has only one root element."))
            }
            hasRoot = true
        } else {
            indentBeforeChild()
            frames[frames.count - 1].hasElements = true
        }
        let tag = try qualified(name.local, prefix)
        frames.append(Frame(tag: tag, bindingCount: bindings.count))
        buffer.append(0x3C)
        buffer.append(tag)
        startTagIsOpen = true
        attributesOfOpenTag.removeAll(keepingCapacity: true)
        for declaration in namespaces { try declare(declaration.prefix ?? "", declaration.uri) }
        let wanted = name.namespace ?? ""
        if uri(forPrefix: prefix ?? "") != wanted {
            if prefix != nil && wanted.isEmpty {
                throw Self.notWritable(
                    Message(
                        de: "Ein Name ohne Namensraum kann kein Präfix tragen: \(tag)",
                        en: "A name in no namespace cannot have a prefix: \(tag)"))
            }
            try declare(prefix ?? "", wanted)
        }
        try flushIfLarge()
    }

    /// Writes an attribute of the start tag that was just begun.
    public mutating func attribute(_ name: XMLName, prefix: String? = nil, _ value: String) throws(XMLError) {
        guard startTagIsOpen else {
            throw Self.notWritable(
                Message(
                    de: "Das Attribut \(name) folgt keinem Start-Tag.",
                    en: "The attribute \(name) does not follow a start tag."))
        }
        guard !attributesOfOpenTag.contains(name) else {
            throw Self.notWritable(
                Message(de: "Das Attribut \(name) steht doppelt.", en: "The attribute \(name) is there twice."))
        }
        attributesOfOpenTag.append(name)
        var written = name.local
        if let namespace = name.namespace {
            written = try qualified(name.local, try prefixForAttribute(namespace, preferred: prefix))
        } else {
            try XMLSyntax.checkName(name.local)
        }
        buffer.append(0x20)
        buffer.append(written)
        buffer.append("=\"")
        try buffer.appendEscaped(value, inAttribute: true)
        buffer.append(0x22)
    }

    /// Writes `xsi:type` in the start tag that was just begun, its value under a prefix that stands for the type's
    /// namespace (XML Schema part 1, section 2.6.1).
    public mutating func schemaType(_ type: XMLName, prefix: String? = nil) throws(XMLError) {
        var value = type.local
        try XMLSyntax.checkName(value)
        if let namespace = type.namespace {
            let preferred = prefix ?? options.prefixes.prefix(for: namespace) ?? nil
            value = try qualified(type.local, try prefixForAttribute(namespace, preferred: preferred))
        } else if !uri(forPrefix: "").isEmpty {
            throw Self.notWritable(
                Message(
                    de: "Der Typ „\(type.local)“ hat keinen Namensraum, hier gilt aber ein Standardnamensraum.",
                    en: "The type \"\(type.local)\" is in no namespace, but a default namespace is in force here."))
        }
        try attribute(XMLName("type", in: XMLName.schemaInstanceNamespace), prefix: "xsi", value)
    }

    /// Writes text.
    public mutating func text(_ text: String) throws(XMLError) {
        guard !text.isEmpty else { return }
        try beginText()
        try buffer.appendEscaped(text, inAttribute: false)
        try flushIfLarge()
    }

    /// Writes text as CDATA; where it contains `]]>`, as several sections.
    public mutating func cdata(_ text: String) throws(XMLError) {
        try beginText()
        try XMLSyntax.checkCharacters(text)
        buffer.append("<![CDATA[")
        buffer.append(text.replacing("]]>", with: "]]]]><![CDATA[>"))
        buffer.append("]]>")
        try flushIfLarge()
    }

    /// Writes a comment. It may not contain `--` nor end with `-`.
    public mutating func comment(_ text: String) throws(XMLError) {
        try XMLSyntax.checkCharacters(text)
        guard !text.contains("--"), !text.hasSuffix("-") else {
            throw Self.notWritable(
                Message(
                    de: "Ein Kommentar darf weder „--“ enthalten noch mit „-“ enden.",
                    en: "A comment may neither contain \"--\" nor end with \"-\"."))
        }
        try closeStartTag()
        if frames.isEmpty { breakLineOutsideRoot() } else { indentBeforeChild() }
        buffer.append("<!--")
        buffer.append(text)
        buffer.append("-->")
        finishOutsideRoot()
    }

    /// Writes a processing instruction. Its data may not contain `?>`.
    public mutating func processingInstruction(target: String, data: String) throws(XMLError) {
        try XMLSyntax.checkName(target)
        try XMLSyntax.checkCharacters(data)
        guard !data.contains("?>"), target.lowercased() != "xml" else {
            throw Self.notWritable(
                Message(
                    de: "Eine Verarbeitungsanweisung darf kein „?>“ enthalten und nicht „xml“ heißen.",
                    en: "A processing instruction may not contain \"?>\" nor be called \"xml\"."))
        }
        try closeStartTag()
        if frames.isEmpty { breakLineOutsideRoot() } else { indentBeforeChild() }
        buffer.append("<?")
        buffer.append(target)
        if !data.isEmpty {
            buffer.append(0x20)
            buffer.append(data)
        }
        buffer.append("?>")
        finishOutsideRoot()
    }

    /// Writes the end tag of the element that was begun last.
    public mutating func endElement() throws(XMLError) {
        guard let frame = frames.popLast() else {
            throw Self.notWritable(
                Message(de: "Es ist kein Element offen.", en: "No element is open."))
        }
        if startTagIsOpen {
            startTagIsOpen = false
            buffer.append("/>")
        } else {
            if let indent = options.indent, frame.hasElements, !frame.hasText { breakLine(indent * frames.count) }
            buffer.append("</")
            buffer.append(frame.tag)
            buffer.append(0x3E)
        }
        bindings.removeSubrange(frame.bindingCount...)
        try flushIfLarge()
    }

    /// Writes an element with nothing but text.
    public mutating func element(_ name: XMLName, prefix: String? = nil, text: String) throws(XMLError) {
        try startElement(name, prefix: prefix)
        try self.text(text)
        try endElement()
    }

    /// Ends the document. Gives it, or nothing when there is a sink. An open element is an error.
    public consuming func finish() throws(XMLError) -> [UInt8] {
        guard frames.isEmpty, hasRoot else {
            throw Self.notWritable(
                Message(
                    de: "Das Dokument ist nicht vollständig: ein Element ist noch offen, oder es gibt keines.",
                    en: "The document is not complete: an element is still open, or there is none."))
        }
        if options.endsWithNewline { buffer.append(0x0A) }
        guard let sink else { return buffer.bytes }
        try Self.hand(buffer.bytes, to: sink)
        return []
    }

    // MARK: Namespaces

    private func uri(forPrefix prefix: String) -> String {
        bindings.last { $0.prefix == prefix }?.uri ?? ""
    }

    private mutating func declare(_ prefix: String, _ uri: String) throws(XMLError) {
        let ofThisTag = bindings[(frames.last?.bindingCount ?? 0)...]
        if let existing = ofThisTag.first(where: { $0.prefix == prefix }) {
            if existing.uri == uri { return }
            throw Self.notWritable(
                Message(
                    de: "Das Präfix „\(prefix)“ steht in einem Tag für zwei Namensräume.",
                    en: "The prefix \"\(prefix)\" stands for two namespaces in one tag."))
        }
        if prefix == "xml" && uri == XMLName.xmlNamespace { return }
        guard prefix != "xmlns", prefix != "xml", !(uri.isEmpty && !prefix.isEmpty) else {
            throw Self.notWritable(
                Message(
                    de: "Das Präfix „\(prefix)“ kann nicht vergeben werden.",
                    en: "The prefix \"\(prefix)\" cannot be declared."))
        }
        bindings.append(Binding(prefix: prefix, uri: uri))
        if prefix.isEmpty {
            buffer.append(" xmlns=\"")
        } else {
            try XMLSyntax.checkName(prefix)
            buffer.append(" xmlns:")
            buffer.append(prefix)
            buffer.append("=\"")
        }
        try buffer.appendEscaped(uri, inAttribute: true)
        buffer.append(0x22)
    }

    private mutating func prefixForAttribute(_ namespace: String, preferred: String?) throws(XMLError) -> String {
        if namespace == XMLName.xmlNamespace { return "xml" }
        if let preferred, !preferred.isEmpty {
            if uri(forPrefix: preferred) == namespace { return preferred }
            let isFree = !bindings[(frames.last?.bindingCount ?? 0)...].contains { $0.prefix == preferred }
            if isFree {
                try declare(preferred, namespace)
                return preferred
            }
        }
        if let bound = bindings.last(where: { $0.uri == namespace && !$0.prefix.isEmpty }),
            uri(forPrefix: bound.prefix) == namespace
        {
            return bound.prefix
        }
        var number = 1
        while bindings.contains(where: { $0.prefix == "ns\(number)" }) { number += 1 }
        try declare("ns\(number)", namespace)
        return "ns\(number)"
    }

    private func qualified(_ local: String, _ prefix: String?) throws(XMLError) -> String {
        try XMLSyntax.checkName(local)
        guard let prefix, !prefix.isEmpty else { return local }
        try XMLSyntax.checkName(prefix)
        return "\(prefix):\(local)"
    }

    // MARK: Layout

    private mutating func closeStartTag() throws(XMLError) {
        guard startTagIsOpen else { return }
        startTagIsOpen = false
        buffer.append(0x3E)
    }

    private mutating func beginText() throws(XMLError) {
        guard !frames.isEmpty else {
            throw Self.notWritable(
                Message(
                    de: "Text außerhalb des Wurzelelements ist nicht erlaubt.",
                    en: "Text outside of the root element is not allowed."))
        }
        try closeStartTag()
        frames[frames.count - 1].hasText = true
    }

    private mutating func indentBeforeChild() {
        guard let indent = options.indent, let frame = frames.last, !frame.hasText else { return }
        frames[frames.count - 1].hasElements = true
        breakLine(indent * frames.count)
    }

    private mutating func breakLine(_ spaces: Int) {
        buffer.append(0x0A)
        buffer.append(repeating: 0x20, count: spaces)
    }

    private mutating func breakLineOutsideRoot() {
        if hasRoot { buffer.append(0x0A) }
    }

    private mutating func finishOutsideRoot() {
        if frames.isEmpty && !hasRoot { buffer.append(0x0A) }
    }

    // MARK: Output

    private mutating func flushIfLarge() throws(XMLError) {
        guard let sink, buffer.bytes.count > 64 * 1024, !startTagIsOpen else { return }
        try Self.hand(buffer.bytes, to: sink)
        buffer.bytes.removeAll(keepingCapacity: true)
    }

    private static func hand(_ bytes: [UInt8], to sink: Sink) throws(XMLError) {
        do {
            try sink(bytes)
        } catch {
            throw notWritable(
                Message(
                    de: "Das Dokument konnte nicht geschrieben werden: \("\(error)")",
                    en: "The document could not be written: \("\(error)")"))
        }
    }

    static func notWritable(_ message: Message) -> XMLError { XMLError(.notWritable, message) }
}
