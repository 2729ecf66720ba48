import Findings
import JSONCore
import SchemaModel
import XMLCore

/// Converts messages between XML and JSON by their schema, without generated code and without loss
/// (Documentation/Formate/JSON.md).
///
///     let converter = MessageConverter(try SchemaLoader().loadComponents([.file("xwasser.xsd")]))
///     let json = try converter.json(from: .file("nachricht.xml")).bytes
///     let xml = try converter.xml(from: JSONDocument(json))
///
/// What is not kept: prefixes, white space between elements and in values that collapse it, comments and processing
/// instructions outside of mixed content, CDATA sections, the order of attributes.
public struct MessageConverter: Sendable {
    /// How messages are converted.
    public struct Options: Sendable, Hashable {
        /// Whether content that the schema does not know is kept as XML and told, and is no error. The document then is
        /// held in memory.
        public var isLenient: Bool
        /// What is accepted at the most.
        public var limits: XMLLimits

        /// Options from their parts.
        public init(isLenient: Bool = false, limits: XMLLimits = .standard) {
            self.isLenient = isLenient
            self.limits = limits
        }
    }

    let components: SchemaComponents
    let options: Options

    /// A converter for the messages of a schema set.
    public init(_ components: SchemaComponents, options: Options = Options()) {
        self.components = components
        self.options = options
    }

    /// Writes a message as JSON, piece by piece as it is read, in memory that does not grow with the message.
    ///
    /// - Throws: `XMLError` where the document is not well-formed, `ConversionError` where it does not fit the schema, and
    ///   what `sink` throws.
    /// - Returns: What was kept although the schema does not know it.
    @discardableResult
    public func json(from source: XMLSource, to sink: @escaping ([UInt8]) throws -> Void) throws -> [Finding] {
        let conversion = try XMLToJSON(self, source, JSONWriter(sink: sink))
        _ = try conversion.run()
        return conversion.findings
    }

    /// A message as JSON.
    ///
    /// - Throws: `XMLError` where the document is not well-formed, `ConversionError` where it does not fit the schema.
    public func json(from source: XMLSource) throws -> (bytes: [UInt8], findings: [Finding]) {
        let conversion = try XMLToJSON(self, source, JSONWriter())
        let bytes = try conversion.run()
        return (bytes, conversion.findings)
    }

    /// A message from JSON, as a document in UTF-8 with one element a line.
    ///
    /// - Parameter message: the name of the root element, where the JSON text does not say it.
    /// - Throws: `ConversionError` with line and column of the JSON text.
    public func xml(from document: JSONDocument, message: String? = nil) throws(ConversionError) -> [UInt8] {
        try JSONToXML(self, document).run(message: message)
    }

    /// What tells which schema a JSON text needs. Nil where it names no message.
    public static func head(of document: JSONDocument, message: String? = nil) -> DocumentHead? {
        guard case .object(let members) = document.root.value else { return nil }
        func text(_ name: String) -> String? {
            if case .string(let text)? = members.first(where: { $0.name == name })?.node.value { text } else { nil }
        }
        func attributes(_ members: [JSONNode.Member]) -> [XMLAttribute] {
            members.compactMap { member in
                guard member.name.hasPrefix("@"), case .string(let value) = member.node.value else { return nil }
                return XMLAttribute(XMLName(String(member.name.dropFirst())), value: value)
            }
        }
        guard let local = message ?? text("$message") else { return nil }
        var first: [XMLAttribute] = []
        for member in members where !member.name.hasPrefix("@") && !member.name.hasPrefix("$") {
            if case .object(let inner) = member.node.value { first = attributes(inner) }
            break
        }
        let name = ClarkName.parse(local) ?? XMLName(local)
        return DocumentHead(
            name: XMLName(name.local, in: name.namespace ?? text("$namespace")), attributes: attributes(members),
            firstChildAttributes: first)
    }
}
