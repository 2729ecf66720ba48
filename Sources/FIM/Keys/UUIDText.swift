import Findings

/// A UUID as XÖV headers carry it: 8-4-4-4-12 hexadecimal digits, without `urn:uuid:` (RFC 4122, section 3; XÖV-
/// Basisnachricht 1.1, type of `nachrichtenUUID`). Two that differ only in case are the same; the text is kept as read.
public struct UUIDText: Sendable, CustomStringConvertible {
    /// The text as it was read.
    public let text: String

    /// Reads a UUID.
    ///
    /// - Throws: `KeyError` with code `uuid` when the text does not have the form.
    public init(_ text: String) throws(KeyError) {
        guard Self.hasForm(text) else {
            throw KeyError(
                .uuid, text,
                Message(de: "„\(text)“ ist keine UUID.", en: "“\(text)” is not a UUID."),
                hint: Message(
                    de: "Erwartet werden 8-4-4-4-12 hexadezimale Ziffern ohne das Präfix urn:uuid:.",
                    en: "Expected are 8-4-4-4-12 hexadecimal digits without the prefix urn:uuid:."))
        }
        self.text = text
    }

    private static func hasForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.indices.allSatisfy { index in
            let byte = bytes[index]
            if [8, 13, 18, 23].contains(index) { return byte == 0x2D }
            return (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
    }

    /// The text in lower case, the form RFC 4122 asks writers for.
    public var canonical: String { text.lowercased() }

    /// The text form.
    public var description: String { text }
}

extension UUIDText: Hashable {
    /// Whether both are the same.
    public static func == (left: UUIDText, right: UUIDText) -> Bool { left.canonical == right.canonical }

    /// Feeds what equality looks at into the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
