import Findings

/// Why a message header could not be made or read.
public struct NachrichtenkopfError: Error, FindingConvertible, Hashable, Sendable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// The schema does not have the message.
        public static let unknownMessage = Code(id: "header.unknown-message")
        /// The message begins with no known header.
        public static let noHeader = Code(id: "header.none")
        /// The header lacks something that the schema demands.
        public static let missing = Code(id: "header.missing")
        /// A value contradicts what the schema fixes.
        public static let contradictory = Code(id: "header.contradictory")
        /// A text holds characters that its type does not allow.
        public static let characters = Code(id: "header.characters")
        /// The time has no zone or no milliseconds.
        public static let time = Code(id: "header.time")
        /// The key of an authority is not one of its directory.
        public static let kennung = Code(id: "header.kennung")
        /// A header that was read is not complete.
        public static let incomplete = Code(id: "header.incomplete")
    }

    /// The kind of error.
    public var code: Code
    /// What, where, why, and how to mend it.
    public var finding: Finding

    init(_ code: Code, _ message: Message, hint: Message? = nil) {
        self.code = code
        finding = Finding(code.id, .error, message, hint: hint)
    }

    static func missing(_ path: String, in form: Kopfform.Art) -> NachrichtenkopfError {
        NachrichtenkopfError(
            .missing,
            Message(
                de: "Dem Nachrichtenkopf fehlt „\(path)“; das Schema verlangt es.",
                en: "The message header lacks “\(path)”; the schema demands it."))
    }
}
