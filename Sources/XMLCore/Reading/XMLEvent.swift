/// One event of a document.
public enum XMLEvent: Hashable, Sendable {
    /// A start tag, or the start of an empty element.
    case startElement(XMLStartElement)
    /// An end tag, or the end of an empty element.
    case endElement(XMLName)
    /// The whole text between two other events, references resolved.
    case text(String)
    /// A CDATA section.
    case cdata(String)
    /// A comment.
    case comment(String)
    /// A processing instruction.
    case processingInstruction(target: String, data: String)
}

/// A start tag.
public struct XMLStartElement: Hashable, Sendable {
    /// The element's name.
    public var name: XMLName
    /// The prefix that was written, or nil.
    public var prefix: String?
    /// The attributes in the order of the document, namespace declarations left out.
    public var attributes: [XMLAttribute]
    /// The namespace declarations of this tag in the order of the document.
    public var namespaces: [XMLNamespaceDeclaration]
    /// Where the tag starts.
    public var position: XMLPosition

    /// A start tag from its parts.
    public init(
        name: XMLName, prefix: String? = nil, attributes: [XMLAttribute] = [],
        namespaces: [XMLNamespaceDeclaration] = [], position: XMLPosition
    ) {
        self.name = name
        self.prefix = prefix
        self.attributes = attributes
        self.namespaces = namespaces
        self.position = position
    }

    /// The value of the attribute of this name that is in no namespace, or nil.
    public subscript(_ local: String) -> String? {
        attributes.first { $0.name.namespace == nil && $0.name.local == local }?.value
    }

    /// The value of the attribute of this name, or nil.
    public subscript(_ name: XMLName) -> String? { attributes.first { $0.name == name }?.value }
}
