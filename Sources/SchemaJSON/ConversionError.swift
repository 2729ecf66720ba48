import Findings
import JSONCore
import XMLCore

/// Why a document could not be converted.
public struct ConversionError: Error, FindingConvertible, Sendable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// The schemas do not know the root element.
        public static let unknownRoot = Code(id: "convert.unknown-root")
        /// An element stands where the schema does not allow it: unknown, or in the wrong order.
        public static let unexpectedElement = Code(id: "convert.unexpected-element")
        /// The schema does not know an attribute.
        public static let unexpectedAttribute = Code(id: "convert.unexpected-attribute")
        /// Text stands where only elements may.
        public static let unexpectedText = Code(id: "convert.unexpected-text")
        /// `xsi:type` names a type that the schemas do not know.
        public static let unknownType = Code(id: "convert.unknown-type")
        /// The JSON text does not say which message it is.
        public static let noMessage = Code(id: "convert.no-message")
        /// The schema knows no such member.
        public static let unknownMember = Code(id: "convert.unknown-member")
        /// A JSON value is of another kind than the schema asks for.
        public static let wrongType = Code(id: "convert.wrong-type")
        /// A value does not fit its type.
        public static let badValue = Code(id: "convert.bad-value")
        /// XML inside of the JSON text is not well-formed.
        public static let badXML = Code(id: "convert.bad-xml")
    }

    /// The kind of error.
    public var code: FindingID
    /// Where it happened.
    public var location: Location
    /// What happened.
    public var message: Message
    /// What was expected.
    public var hint: Message?

    init(_ code: Code, at location: Location, _ message: Message, hint: Message? = nil) {
        self.code = code.id
        self.location = location
        self.message = message
        self.hint = hint
    }

    init(_ finding: Finding) {
        code = finding.id
        location = finding.location
        message = finding.message
        hint = finding.hint
    }

    /// The error as a finding with the kind's identifier.
    public var finding: Finding { Finding(code, .error, at: location, message, hint: hint) }
}
