import Findings
import XMLCore

/// Why an XZuFi file could not be read, edited or compared.
public struct XZuFiError: Error, FindingConvertible, Sendable, Hashable {
    /// The kind of error; more kinds may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        let id: String
        /// The bytes are not well-formed XML, or a limit was passed.
        public static let notReadable = Code(id: "xzufi.unreadable")
        /// The root element is of no namespace of XZuFi.
        public static let unknownNamespace = Code(id: "xzufi.unknown-namespace")
        /// The root is neither an object nor a message.
        public static let unknownRoot = Code(id: "xzufi.unknown-root")
        /// `xzufiVersion` contradicts the namespace.
        public static let versionContradiction = Code(id: "xzufi.version-contradiction")
        /// A `schreibe` holds something that is no object, or a `loesche` no identifier.
        public static let badRecord = Code(id: "xzufi.bad-record")
        /// An object has no id.
        public static let missingID = Code(id: "xzufi.missing-id")
        /// An index file names no file.
        public static let emptyIndex = Code(id: "xzufi.index-empty")
        /// There is no conversion between these versions.
        public static let conversionUnknown = Code(id: "xzufi.conversion-unknown")
        /// Applying an index would delete objects and that was not allowed.
        public static let deletesRefused = Code(id: "xzufi.deletes-refused")

        /// The text for people.
        public var description: String { id }
    }

    /// The kind.
    public var code: Code
    /// Where.
    public var location: Location
    /// What and why.
    public var message: Message
    /// How to mend it.
    public var hint: Message?

    init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    init(_ error: XMLError) {
        self.init(.notReadable, at: error.location, error.message, hint: error.hint)
    }

    /// The error as a finding.
    public var finding: Finding { Finding(FindingID(rawValue: code.id), .error, at: location, message, hint: hint) }
}
