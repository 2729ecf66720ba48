import Findings

/// Why a text is not JSON (RFC 8259).
public struct JSONError: Error, FindingConvertible, Sendable {
    /// Where it breaks the rules.
    public var location: Location
    /// What is wrong there.
    public var message: Message

    /// The error as a finding.
    public var finding: Finding {
        Finding(
            "json.malformed", .error, at: location, message,
            hint: Message(
                de: "Die Regeln stehen in RFC 8259; die Stelle davor ist oft die Ursache.",
                en: "RFC 8259 has the rules; the cause is often just before this place."))
    }
}
