import XMLCore

/// What tells which schema a document needs: its root element and the attributes of the first element below it.
public struct DocumentHead: Sendable, Hashable {
    /// The root element.
    public var name: XMLName
    /// The root's attributes.
    public var attributes: [XMLAttribute]
    /// The attributes of the first element below the root: XJustiz states its version there.
    public var firstChildAttributes: [XMLAttribute]

    /// A head from its parts.
    public init(name: XMLName, attributes: [XMLAttribute] = [], firstChildAttributes: [XMLAttribute] = []) {
        self.name = name
        self.attributes = attributes
        self.firstChildAttributes = firstChildAttributes
    }

    /// Reads the head of a document from its beginning, nil where that is not XML.
    public init?(beginning bytes: [UInt8], limits: XMLLimits = .standard) {
        guard var reader = try? XMLEventReader(.bytes(bytes), limits: limits) else { return nil }
        var head: DocumentHead?
        while let event = try? reader.next() {
            guard case .startElement(let start) = event else { continue }
            if head == nil {
                head = DocumentHead(name: start.name, attributes: start.attributes)
            } else {
                head?.firstChildAttributes = start.attributes
                break
            }
        }
        guard let head else { return nil }
        self = head
    }

    /// The versions that the document names, the most specific first.
    var versions: [String] {
        let named = ["version", "xjustizVersion", "xzufiVersion", "formatVersion", "standardVersion"]
        return (attributes + firstChildAttributes)
            .filter { $0.name.namespace == nil && named.contains($0.name.local) }
            .map(\.value)
    }

    /// The file names that `xsi:schemaLocation` gives for the root's namespace.
    var locationNames: [Substring] {
        let schemaLocation = XMLName("schemaLocation", in: XMLName.schemaInstanceNamespace)
        let parts = attributes.first { $0.name == schemaLocation }?.value.split(whereSeparator: \.isWhitespace) ?? []
        return stride(from: 0, to: parts.count - 1, by: 2)
            .filter { parts[$0] == name.namespace ?? "" }
            .compactMap { parts[$0 + 1].split(separator: "/").last }
    }
}
