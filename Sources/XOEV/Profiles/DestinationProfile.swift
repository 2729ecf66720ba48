import Findings

/// What a destination demands beyond the schema, as data (format `Schemas/profile/1.0`, Documentation/Formate/Zielprofil.md).
///
///     let profile = try DestinationProfile.builtin("pvog")
///     let options = MessageValidator.Options(profile: profile)
public struct DestinationProfile: Sendable, Hashable {
    /// A standard for which a profile is made.
    public struct Standard: Sendable, Hashable {
        /// The standard's identifier.
        public var kennung: String
        /// The one version, where it is limited to one.
        public var version: String?
        /// The namespace by which documents are recognised.
        public var namespace: String?
    }

    /// A rule.
    public struct Rule: Sendable, Hashable {
        /// What a rule is about.
        public enum Kind: Sendable, Hashable {
            /// Only these HTML elements with these attributes, in elements with these local names (nil: in all).
            case html(allowed: [String: Set<String>], elements: Set<String>?)
            /// Languages in an attribute: the form that is demanded, the languages that are supported.
            case languages(attribute: String, pattern: String?, supported: [String])
            /// All characters belong to a set.
            case characters(name: String, version: String?)
            /// The file is named in a complete list of the delivery.
            case index(file: String)
            /// The document is valid by its schema.
            case schemaValid
            /// The media type of a part is one of these.
            case mediaTypes(subject: String, types: [String])
            /// A part has at most so many bytes.
            case size(subject: String, maximum: Int)
            /// A part or entry occurs so many times.
            case count(subject: String, minimum: Int, maximum: Int?)
            /// A value has this form.
            case form(subject: String, pattern: String)
            /// A value is one of these.
            case values(subject: String, values: [String])
            /// A part comes with its digest.
            case digest(subject: String, method: String, pattern: String?)
            /// A kind that this version does not know: it is told that it was not checked.
            case unknown(String)
        }

        /// The rule's id in the profile.
        public var id: String
        /// How much a breach weighs.
        public var severity: Severity
        /// The rule in words.
        public var text: Message
        /// What it is about.
        public var kind: Kind
    }

    /// The profile's id.
    public var kennung: String
    /// The profile's version.
    public var version: String
    /// The destination's name.
    public var name: Message
    /// The standards it is for; empty for any document.
    public var standards: [Standard]
    /// The rules, in their order.
    public var rules: [Rule]
    /// What the destination is known to demand without the rule being known.
    public var unknown: [Message]

    /// Whether the profile is for documents whose root is in a namespace.
    func applies(to namespace: String?) -> Bool {
        standards.isEmpty || standards.contains { $0.namespace == nil || $0.namespace == namespace }
    }

    /// The id of a breach: `profil.<profile>.<rule>`.
    func findingID(_ rule: Rule) -> FindingID { FindingID(rawValue: "profil.\(kennung).\(rule.id)") }
}

/// Why a profile cannot be used.
public struct ProfileError: Error, FindingConvertible {
    /// The error as a finding: what, where, why and how to mend it.
    public var finding: Finding
    /// Everything that was found, the first of it in `finding`.
    public var findings: [Finding]

    init(_ findings: [Finding]) {
        self.findings = findings
        finding =
            findings.first
            ?? Finding(
                "profil.unreadable", .error,
                Message(de: "Das Profil ist nicht lesbar.", en: "The profile cannot be read."))
    }

    init(_ finding: Finding) { self.init([finding]) }
}
