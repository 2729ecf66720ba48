import CXMLEvents
import Findings

/// A whole document as a value: order, prefixes, comments, processing instructions and CDATA sections are kept.
///
///     var tree = try XMLTree(.file("leistung.xml"))
///     tree.root["xzufiVersion"] = "2.2.0"
///     let bytes = tree.serialized()
public struct XMLTree: Hashable, Sendable {
    /// Comments and processing instructions before the root.
    public var prolog: [Node]
    /// The root element.
    public var root: Element
    /// Comments and processing instructions after the root.
    public var epilog: [Node]

    /// A document with nothing but a root.
    public init(root: Element) {
        prolog = []
        self.root = root
        epilog = []
    }

    /// Reads a document to its end.
    public init(_ source: XMLSource, limits: XMLLimits = .standard) throws(XMLError) {
        var reader = try XMLEventReader(source, limits: limits)
        var prolog: [Node] = []
        var epilog: [Node] = []
        var root: Element?
        while let event = try reader.next() {
            switch event {
            case .startElement(let start): root = try reader.readElement(start)
            case .comment(let text):
                if root == nil { prolog.append(.comment(text)) } else { epilog.append(.comment(text)) }
            case .processingInstruction(let target, let data):
                let node = Node.processingInstruction(target: target, data: data)
                if root == nil { prolog.append(node) } else { epilog.append(node) }
            case .endElement, .text, .cdata: break
            }
        }
        guard let root else {
            throw XMLError(.emptyInput, Message(de: "Die Eingabe ist leer.", en: "The input is empty."))
        }
        self.prolog = prolog
        self.root = root
        self.epilog = epilog
    }

    /// Reads a document from bytes in memory. `name` is what errors call it.
    public init(bytes: [UInt8], name: String? = nil, limits: XMLLimits = .standard) throws(XMLError) {
        try self.init(.bytes(bytes, name: name), limits: limits)
    }

    /// The document as bytes in UTF-8.
    public func serialized(_ options: XMLWriterOptions = XMLWriterOptions()) throws(XMLError) -> [UInt8] {
        var writer = XMLEventWriter(options: options)
        try writer.document(self)
        return try writer.finish()
    }

    /// Which canonical form is wanted.
    public enum CanonicalForm: Int32, Sendable, CaseIterable {
        /// Canonical XML 1.0 (W3C Recommendation of 15 March 2001).
        case inclusive10 = 0
        /// Exclusive XML Canonicalization 1.0 (W3C Recommendation of 18 July 2002).
        case exclusive10 = 1
        /// Canonical XML 1.1 (W3C Recommendation of 2 May 2008).
        case inclusive11 = 2
    }

    /// The document in canonical form.
    public func canonical(
        _ form: CanonicalForm = .inclusive10, comments: Bool = false
    ) throws(XMLError) -> [UInt8] {
        try Self.canonical(of: try serialized(), form, comments: comments)
    }

    /// The canonical form of a document in memory, which is not changed by reading it into a tree first.
    public static func canonical(
        of bytes: [UInt8], _ form: CanonicalForm = .inclusive10, comments: Bool = false, name: String? = nil
    ) throws(XMLError) -> [UInt8] {
        // Read once under the limits, so that libxml2's tree builder only sees what is known to be harmless.
        var parser = try EventParser(.bytes(bytes, name: name), limits: .standard)
        xev_parser_set_recording(parser.raw, 0)
        while !parser.isAtEnd { try parser.advance() }
        var result: UnsafeMutablePointer<CChar>?
        let length = bytes.withUnsafeBytes {
            xev_canonicalize($0.baseAddress, $0.count, form.rawValue, comments ? 1 : 0, &result)
        }
        guard length >= 0, let result else {
            throw XMLError(
                .notWellFormed, at: Location(file: name),
                Message(
                    de: "Das Dokument hat keine kanonische Form.", en: "The document has no canonical form."),
                hint: Message(
                    de: "Kanonisches XML erlaubt keine relativen Namensraum-URIs.",
                    en: "Canonical XML allows no relative namespace URIs."))
        }
        defer { xev_free(result) }
        return Array(UnsafeRawBufferPointer(start: result, count: Int(length)))
    }

    /// Whether two documents have the same canonical form, comments included.
    public func isCanonicallyEqual(to other: XMLTree) throws(XMLError) -> Bool {
        try canonical(comments: true) == other.canonical(comments: true)
    }

    /// A node of the tree.
    public enum Node: Hashable, Sendable {
        /// An element with all below it.
        case element(Element)
        /// Text, references resolved.
        case text(String)
        /// A CDATA section.
        case cdata(String)
        /// A comment.
        case comment(String)
        /// A processing instruction.
        indirect case processingInstruction(target: String, data: String)

        /// The element, if this is one.
        public var element: Element? {
            if case .element(let element) = self { element } else { nil }
        }
    }
}
