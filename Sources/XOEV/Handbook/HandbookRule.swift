import Findings

/// A rule for the schemas of an XÖV standard that a program can check.
///
/// Rule texts and numbers of the handbook were not at hand; only its table of contents was, and what KoSIT's own schemas
/// say. Each rule therefore says how sure it is, and a rule that was only inferred never makes a schema set invalid.
public struct HandbookRule: Sendable, Hashable {
    /// How sure we are that the handbook demands it.
    public enum Certainty: String, Sendable, Hashable, CaseIterable {
        /// A published text that was read says so: the documentation in KoSIT's schemas of the XÖV library, or the
        /// contradiction lies in what the schemas themselves say.
        case gesichert
        /// Concluded from the schemas that the XÖV tools write, or from how certified standards are made.
        case erschlossen
    }

    /// The stable identifier, `ndr.…`.
    public var id: FindingID
    /// How much a finding weighs.
    public var severity: Severity
    /// How sure the rule is.
    public var certainty: Certainty
    /// The chapter of XÖV handbook 2.4 that treats the subject; the chapter is certain, the rule's number is unknown.
    public var section: Section
    /// What the rule demands, in one sentence.
    public var demand: Message
    /// Where it was taken from.
    public var source: Message

    /// The chapters of XÖV handbook 2.4 (2021-12-15), by its table of contents.
    public enum Section: String, Sendable, Hashable, CaseIterable {
        /// Metadaten eines XÖV-Standards
        case metadata = "4.2"
        /// XÖV-Namens- und Entwurfsregeln
        case namingAndDesign = "4.3"
        /// XÖV-Bibliothek
        case library = "5"
        /// Nutzung von XÖV-Datentypen
        case dataTypes = "6"
        /// Nutzung von Codelisten
        case codeLists = "8"

        /// The chapter's title.
        public var title: String {
            switch self {
            case .metadata: "Metadaten eines XÖV-Standards"
            case .namingAndDesign: "XÖV-Namens- und Entwurfsregeln"
            case .library: "XÖV-Bibliothek"
            case .dataTypes: "Nutzung von XÖV-Datentypen"
            case .codeLists: "Nutzung von Codelisten"
            }
        }
    }

    /// The rule of an identifier, or nil.
    public static func rule(_ id: FindingID) -> HandbookRule? { all.first { $0.id == id } }

    /// All rules, in the order of the handbook's chapters.
    public static let all: [HandbookRule] = [
        metadataRules, namespaceRules, fileRules, nameRules, messageRules, documentationRules, codeRules,
        constructRules,
    ].flatMap { $0 }
}
