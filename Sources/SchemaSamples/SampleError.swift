import Findings

/// Why no sample of a message could be made.
public struct SampleError: Error, FindingConvertible, Sendable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// The schemas have no element of this name that may be a root.
        public static let messageNotFound = Code(id: "sample.message-not-found")
        /// Several namespaces have a root element of this name.
        public static let ambiguousMessage = Code(id: "sample.ambiguous-message")
        /// The schema allows no valid instance: something that must be there can never be.
        public static let impossible = Code(id: "sample.impossible")
        /// No values were found that meet an identity constraint.
        public static let unsatisfied = Code(id: "sample.unsatisfied")
    }

    /// The kind of error.
    public var code: Code
    /// Where in the schemas.
    public var location: Location
    /// What is the matter.
    public var message: Message
    /// What to do about it.
    public var hint: Message?

    init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// The error as a finding with the kind's identifier.
    public var finding: Finding { Finding(code.id, .error, at: location, message, hint: hint) }
}
