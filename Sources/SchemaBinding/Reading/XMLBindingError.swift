import Findings
import XMLCore

/// Why a document could not be read into values, or values not be written.
public struct XMLBindingError: Error, FindingConvertible, Sendable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// An element stands where the schema does not allow it: unknown, or in the wrong order.
        public static let unexpectedElement = Code(id: "binding.unexpected-element")
        /// An element is missing that the schema asks for.
        public static let missingElement = Code(id: "binding.missing-element")
        /// An attribute is not known.
        public static let unexpectedAttribute = Code(id: "binding.unexpected-attribute")
        /// An attribute is missing that the schema asks for.
        public static let missingAttribute = Code(id: "binding.missing-attribute")
        /// Text stands where only elements may.
        public static let unexpectedText = Code(id: "binding.unexpected-text")
        /// A value does not fit its type.
        public static let badValue = Code(id: "binding.bad-value")
        /// The root element is another one than was asked for.
        public static let unexpectedRoot = Code(id: "binding.unexpected-root")
        /// A member of a JSON object has no place in the type, or is not of the kind that it should be.
        public static let badJSON = Code(id: "binding.bad-json")
        /// `xsi:type` names a type that is not known here.
        public static let unknownType = Code(id: "binding.unknown-type")
    }

    /// The kind of error.
    public var code: Code
    /// Where it happened: line and column of the start tag concerned, and its path.
    public var location: Location
    /// What happened.
    public var message: Message
    /// What was expected.
    public var hint: Message?

    /// An error from its parts.
    public init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    init(_ error: XMLError) {
        code = Code(id: error.code.id)
        location = error.location
        message = error.message
        hint = error.hint
    }

    /// The error as a finding with the kind's identifier.
    public var finding: Finding { Finding(code.id, .error, at: location, message, hint: hint) }
}
