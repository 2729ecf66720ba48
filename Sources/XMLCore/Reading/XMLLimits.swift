/// What a reader accepts at the most. Everything beyond ends the reading with an error that names the limit, so that
/// hostile input costs bounded time and memory.
public struct XMLLimits: Hashable, Sendable {
    /// The bytes of the whole document, in the encoding in which it is read.
    public var maxTotalBytes: Int
    /// The bytes (UTF-8) of one text node, attribute value, comment or processing instruction. XÖV messages carry
    /// attachments in base64; the default leaves room for 48 MB of them.
    public var maxTextBytes: Int
    /// The number of open elements.
    public var maxDepth: Int
    /// The attributes and namespace declarations of one element, at most 65,535.
    public var maxAttributes: Int
    /// The bytes (UTF-8) of a prefix, a local name or a namespace URI.
    public var maxNameBytes: Int
    /// Whether a document type declaration is read. Its internal subset is then evaluated under libxml2's guard
    /// against entity expansion; external entities are refused always.
    public var allowsDoctype: Bool

    /// Limits from their parts; the defaults suit messages.
    public init(
        maxTotalBytes: Int = 16 << 30, maxTextBytes: Int = 64 << 20, maxDepth: Int = 512, maxAttributes: Int = 1_000,
        maxNameBytes: Int = 4_096, allowsDoctype: Bool = false
    ) {
        self.maxTotalBytes = maxTotalBytes
        self.maxTextBytes = maxTextBytes
        self.maxDepth = maxDepth
        self.maxAttributes = maxAttributes
        self.maxNameBytes = maxNameBytes
        self.allowsDoctype = allowsDoctype
    }

    /// The limits for messages: no document type declaration.
    public static let standard = XMLLimits()

    /// The limits for schema documents, some of which carry an internal document type declaration (xmldsig, copies of
    /// xml.xsd).
    public static let schema = XMLLimits(maxTotalBytes: 256 << 20, maxTextBytes: 8 << 20, allowsDoctype: true)
}
