/// The stable identifier of a kind of finding, such as `xsd.type` or `transfer.parameter-missing`: lower case, the room
/// first, a dot, then the kind in kebab case. An identifier never changes its meaning.
public struct FindingID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The identifier as it stands in reports.
    public let rawValue: String

    /// An identifier from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An identifier from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The identifier as it stands in reports.
    public var description: String { rawValue }
}

/// One thing that a check found: what, where, why and how to mend it.
public struct Finding: Sendable, Hashable {
    /// The kind of finding.
    public var id: FindingID
    /// How much it weighs.
    public var severity: Severity
    /// Where it was found.
    public var location: Location
    /// What was found and why it is wrong.
    public var message: Message
    /// How to mend it or what was expected, where that is known.
    public var hint: Message?

    /// A finding from its parts.
    public init(
        _ id: FindingID, _ severity: Severity = .error, at location: Location = Location(), _ message: Message,
        hint: Message? = nil
    ) {
        self.id = id
        self.severity = severity
        self.location = location
        self.message = message
        self.hint = hint
    }
}

/// An error that can be shown to a user as a finding. Every error type of this package is one.
public protocol FindingConvertible: Error {
    /// The error as a finding: what, where, why and how to mend it.
    var finding: Finding { get }
}
