import Findings
import XMLCore

/// Writes generated types as documents, in the order of the schema.
///
///     let bytes = try XMLValueEncoder().encode(nachricht)
public struct XMLValueEncoder: Sendable {
    /// How documents are written.
    public struct Options: Sendable, Hashable {
        /// Whether the document starts with `<?xml version="1.0" encoding="UTF-8"?>`.
        public var writesDeclaration: Bool
        /// The value of `xsi:schemaLocation`, or nil for none.
        public var schemaLocation: String?

        /// With an XML declaration and without schema location.
        public init(writesDeclaration: Bool = true, schemaLocation: String? = nil) {
            self.writesDeclaration = writesDeclaration
            self.schemaLocation = schemaLocation
        }
    }

    private let options: Options

    /// An encoder.
    public init(_ options: Options = Options()) { self.options = options }

    /// Writes a whole document in UTF-8. All prefixes are declared at the root.
    ///
    /// - Parameters:
    ///   - value: The content of the root.
    ///   - root: The name of the root; the first of the type's `rootNames` when nil.
    /// - Throws: `XMLBindingError` with the path of the element, for a text with characters that XML does not allow, for fewer or
    ///   more items of an array than the schema allows, for another value than the fixed one, or without a name for the root.
    public func encode<T: XMLComplex>(_ value: T, root: XMLName? = nil) throws(XMLBindingError) -> [UInt8] {
        guard let root = root ?? T.rootNames.first else {
            throw XMLBindingError(
                .unexpectedRoot,
                Message(
                    de: "Der Typ \(String(describing: T.self)) ist nicht der eines Wurzelelements.",
                    en: "The type \(String(describing: T.self)) is not that of a root element."),
                hint: Message(de: "Nennen Sie das Wurzelelement.", en: "Name the root element."))
        }
        return try document(value, root)
    }

    /// Writes a whole document whose root says by `xsi:type` which of several types it is.
    ///
    /// - Parameters:
    ///   - value: The content of the root.
    ///   - root: The name of the root.
    /// - Throws: `XMLBindingError` for a text with characters that XML does not allow.
    public func encode<T: XMLVariants>(_ value: T, root: XMLName) throws(XMLBindingError) -> [UInt8] {
        try document(value, root)
    }

    /// Writes a value under a name, with an `xsi:type`.
    func encode(_ value: some XMLContent, root: XMLName, naming type: XMLName?) throws(XMLBindingError) -> [UInt8] {
        try document(value, root, type)
    }

    private func document(
        _ value: some XMLContent, _ root: XMLName, _ type: XMLName? = nil
    ) throws(XMLBindingError) -> [UInt8] {
        let encoder = XMLContentEncoder()
        let prefix = XMLNameRegistry.prefix(of: root)
        do {
            encoder.beginRoot()
            if let location = options.schemaLocation {
                let name = XMLName("schemaLocation", in: XMLName.schemaInstanceNamespace)
                encoder.attribute(XMLAttribute(name, prefix: "xsi", value: location))
            }
            if let type {
                let name = XMLName("type", in: XMLName.schemaInstanceNamespace)
                encoder.attribute(
                    XMLAttribute(name, prefix: "xsi", value: encoder.qualified(type, preferred: "")))
            }
            try value.encodeContent(encoder)
            return try encoder.document(root: root, prefix: prefix, declaration: options.writesDeclaration)
        } catch var error as XMLBindingError {
            error.location.path = encoder.failurePath(root: root, prefix: prefix)
            throw error
        } catch let error as XMLError {
            throw XMLBindingError(error)
        } catch {
            throw XMLBindingError(.badValue, Message(de: "\("\(error)")", en: "\("\(error)")"))
        }
    }
}
