import Findings
import XMLCore

/// `Codable` for all generated structs at once, by their tables (Documentation/Formate/JSON.md): the value is written as an
/// element and the element as JSON, so that the one mapping of XML and JSON holds and nothing is lost.
extension XMLComplex {
    /// The members of the type; at the top also the name of the message, for types of root elements.
    public func encode(to encoder: any Encoder) throws {
        let name = Self.rootNames.first ?? XMLName("value")
        let tree = try XMLTree(bytes: try XMLValueEncoder().encode(self, root: name))
        var members = try XMLJSONWriter.members(tree.root, Self.xml)
        if encoder.codingPath.isEmpty, let root = Self.rootNames.first {
            members["$message"] = .string(root.local)
            if let namespace = root.namespace { members["$namespace"] = .string(namespace) }
        }
        try XMLJSONValue.object(members).encode(to: encoder)
    }

    /// Reads what `encode(to:)` writes, as strictly as a document.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with the reason.
    public init(from decoder: any Decoder) throws {
        func corrupted(_ text: String, _ error: (any Error)? = nil) -> DecodingError {
            DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: text, underlyingError: error))
        }
        guard case .object(var members) = try XMLJSONValue(from: decoder) else {
            throw corrupted("An object is expected for \(Self.self).")
        }
        let message = members.removeValue(forKey: "$message")
        let namespace = members.removeValue(forKey: "$namespace")
        var name = Self.rootNames.first ?? XMLName("value")
        if case .string(let text)? = message {
            guard let found = Self.rootNames.first(where: { $0.local == text }),
                namespace == nil || namespace == found.namespace.map({ .string($0) })
            else { throw corrupted("The message “\(text)” is not one of \(Self.self).") }
            name = found
        }
        do {
            let root = try XMLJSONReader.root(members, name, Self.xml)
            let bytes = try XMLTree(root: root).serialized()
            self = try XMLValueDecoder().decode(Self.self, from: .bytes(bytes)).value
        } catch let error as any FindingConvertible {
            let path = error.finding.location.path.map { " (\($0))" } ?? ""
            throw corrupted(error.finding.message.rendered(.en, showingValues: false) + path, error)
        }
    }
}
