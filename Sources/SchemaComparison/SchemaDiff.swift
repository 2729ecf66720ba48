import Findings
import SchemaModel
import XMLCore

/// What a change of schemas means for those who exchange messages by them.
///
///     let diff = SchemaDiff(old: components(of: "1.0.0"), new: components(of: "1.1.0"))
///     if diff.isBreaking { … }
///
/// A message for which nothing breaking is told stays valid: content models are compared as languages and values as sets, not
/// by what is written. Where that is too large to tell, a narrowing is told rather than not.
public struct SchemaDiff: Sendable, Hashable {
    /// What happened to a part of a schema.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is not there any more.
        case removed
        /// Fewer values, occurrences or sequences of elements are allowed.
        case narrowed
        /// It must be there now.
        case required
        /// It stands in another place.
        case reordered
        /// It has another type, another namespace or another default value.
        case changed
        /// It is new and may be left out.
        case added
        /// More values, occurrences or sequences of elements are allowed.
        case widened

        /// Whether documents that were valid may be invalid now.
        public var isBreaking: Bool { self != .added && self != .widened }
    }

    /// One change.
    public struct Change: Sendable, Hashable, Codable {
        /// What happened.
        public var kind: Kind
        /// Whether documents that were valid may be invalid now.
        public var isBreaking: Bool
        /// The part: `Type/element`, `Type/@attribute`, a type or a message, by the names of the schema.
        public var component: String
        /// What it was, or nil. A content that is not allowed any more stands in round brackets.
        public var old: String?
        /// What it is, or nil.
        public var new: String?
        /// The messages in which it shows, sorted; empty for types that no message of both versions uses.
        public var messages: [String]
    }

    /// The changes: breaking ones first, then by component.
    public let changes: [Change]
    /// The messages that both versions have, sorted.
    public let messages: [String]

    /// Those of `messages` that may be invalid now, sorted.
    public var brokenMessages: [String] {
        let broken = Set(changes.filter(\.isBreaking).flatMap(\.messages))
        return messages.filter { broken.contains($0) }
    }

    /// Whether documents that were valid may be invalid now.
    public var isBreaking: Bool { changes.contains(where: \.isBreaking) }

    /// Compares two versions. Messages are matched by their names, in a namespace that was renamed, too; types by where they
    /// are used. Where the old version has no messages, named types are compared.
    public init(old: SchemaComponents, new: SchemaComponents) {
        var comparison = SchemaComparison(old: old, new: new)
        comparison.run()
        changes = comparison.sortedChanges
        messages = comparison.commonMessages
    }
}
