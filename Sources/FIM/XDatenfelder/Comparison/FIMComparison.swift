import Findings

/// What changed between two versions of a form or of a service, in the words of the domain.
public struct FIMComparison: Sendable, Hashable {
    /// What a change means for those who send or read data by the old version.
    public enum Impact: String, Sendable, Hashable, CaseIterable {
        /// Data that were right before may be refused, or are read differently.
        case breaking
        /// Data that were right before stay right.
        case compatible
        /// It takes a person to tell: a rule, a list in another version.
        case unclear
    }

    /// What became of something.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It is another.
        case changed
        /// It stands elsewhere.
        case moved
    }

    /// One change.
    public struct Change: Sendable, Hashable {
        /// The element, such as `F05000000001` or `modulText 06`.
        public var element: String
        /// The element's name, for people.
        public var name: String
        /// What of it changed, such as `anzahl`; empty for the element itself.
        public var field: String
        /// What became of it.
        public var kind: Kind
        /// What it was.
        public var before: String?
        /// What it is.
        public var after: String?
        /// What that means.
        public var impact: Impact

        /// A change from its parts.
        public init(
            element: String, name: String, field: String, kind: Kind, before: String? = nil, after: String? = nil,
            impact: Impact
        ) {
            self.element = element
            self.name = name
            self.field = field
            self.kind = kind
            self.before = before
            self.after = after
            self.impact = impact
        }
    }

    /// The changes, in the order of the new version, what is gone last.
    public var changes: [Change] = []

    /// A comparison without changes.
    public init() {}

    /// Whether nothing changed.
    public var isEmpty: Bool { changes.isEmpty }

    /// Whether a change is breaking.
    public var isBreaking: Bool { changes.contains { $0.impact == .breaking } }

    /// The changes as text, one line each, breaking ones marked with `!`.
    public func text(_ language: Language) -> String {
        changes.map { change in
            let mark =
                switch change.impact {
                case .breaking: "!"
                case .compatible: " "
                case .unclear: "?"
                }
            let kind =
                switch (change.kind, language) {
                case (.added, .de): "neu"
                case (.removed, .de): "entfallen"
                case (.changed, .de): "geändert"
                case (.moved, .de): "verschoben"
                case (.added, .en): "added"
                case (.removed, .en): "removed"
                case (.changed, .en): "changed"
                case (.moved, .en): "moved"
                }
            let what = change.field.isEmpty ? "" : " \(change.field)"
            let values =
                switch (change.before.map(Self.short), change.after.map(Self.short)) {
                case (let before?, let after?): ": \(before) → \(after)"
                case (let before?, nil): ": \(before)"
                case (nil, let after?): ": \(after)"
                case (nil, nil): ""
                }
            return "\(mark) \(change.element) \(change.name)\(what) \(kind)\(values)\n"
        }.joined()
    }

    /// The changes as JSON, keys in a fixed order.
    public var json: JSONValue {
        .object([
            ("schemaVersion", .string("1.0")), ("breaking", .bool(isBreaking)),
            (
                "changes",
                .array(
                    changes.map { change in
                        .object([
                            ("element", .string(change.element)), ("name", .string(change.name)),
                            ("field", .string(change.field)), ("kind", .string(change.kind.rawValue)),
                            ("before", change.before.map { .string($0) } ?? .null),
                            ("after", change.after.map { .string($0) } ?? .null),
                            ("impact", .string(change.impact.rawValue)),
                        ])
                    })
            ),
        ])
    }

    private static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "»" + (line.count > 60 ? String(line.prefix(57)) + "…" : line) + "«"
    }

    mutating func add(
        _ element: String, _ name: String, field: String = "", _ kind: Kind, _ before: String? = nil,
        _ after: String? = nil, _ impact: Impact
    ) {
        changes.append(
            Change(
                element: element, name: name, field: field, kind: kind, before: before, after: after, impact: impact))
    }

    /// Adds a change of a value, unless it is the same.
    mutating func compare(
        _ element: String, _ name: String, _ field: String, _ before: String?, _ after: String?, _ impact: Impact
    ) {
        guard before?.trimmedXML != after?.trimmedXML else { return }
        let kind: Kind = before == nil ? .added : after == nil ? .removed : .changed
        add(element, name, field: field, kind, before, after, impact)
    }
}
