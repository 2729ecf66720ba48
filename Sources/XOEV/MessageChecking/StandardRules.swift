import Findings
import XMLCore

/// The rules of a standard beyond its schema. A room that knows a standard brings them; `MessageValidator` applies them as the
/// layer `rules`.
public protocol StandardRules: Sendable {
    /// Whether the rules are about documents with this root.
    func apply(to root: XMLName) -> Bool

    /// What they find in a document, which may be read once.
    func check(_ source: XMLSource, limits: XMLLimits) -> StandardRulesOutcome
}

/// What the rules of a standard came to on one document.
public struct StandardRulesOutcome: Sendable, Hashable {
    /// What was found.
    public var findings: [Finding]
    /// What kept rules from being checked; nil when all of them ran.
    public var notChecked: Message?

    /// An outcome from its parts.
    public init(findings: [Finding] = [], notChecked: Message? = nil) {
        self.findings = findings
        self.notChecked = notChecked
    }
}
