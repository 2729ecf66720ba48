import Archives

/// How conflicts of an upgrade are decided: single decisions first, then rules in their order.
public struct MergeRules: Sendable, Hashable, Codable {
    /// Whose version of a field is taken.
    public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
        /// The municipality's, as it is in its portal.
        case ours
        /// The new package's.
        case theirs
    }

    /// A rule for all fields that a pattern covers.
    public struct Rule: Sendable, Hashable, Codable {
        /// Which fields.
        public var pattern: FieldPattern
        /// Whose version.
        public var side: Side

        /// A rule from its parts.
        public init(_ pattern: FieldPattern, _ side: Side) {
            self.pattern = pattern
            self.side = side
        }

        /// A rule from its text: `ours`, `theirs`, or `PATTERN=ours`. Nil for anything else.
        public init?(_ text: String) {
            if let side = Side(rawValue: text) {
                self.init(FieldPattern("*"), side)
                return
            }
            guard let equals = text.lastIndex(of: "="), equals != text.startIndex,
                let side = Side(rawValue: String(text[text.index(after: equals)...]))
            else { return nil }
            self.init(FieldPattern(String(text[..<equals])), side)
        }
    }

    /// The rules; the first that covers a field decides.
    public var rules: [Rule]
    /// Decisions about single fields; they come before the rules.
    public var decisions: [Entscheidung]

    /// Rules from their parts.
    public init(rules: [Rule] = [], decisions: [Entscheidung] = []) {
        self.rules = rules
        self.decisions = decisions
    }

    /// What is decided about a field on which the sides disagree.
    func decision(_ path: FieldPath, theirs: String?, ours: String?) -> FieldMerge.Decision {
        if let own = decisions.first(where: { $0.feld.matches(path) && $0.wahl != .offen }),
            own.fits(theirs: theirs, ours: ours)
        {
            switch own.wahl {
            case .unsere: return .ours
            case .ihre: return .theirs
            case .wert(let text): return .value(text)
            case .offen: break
            }
        }
        switch rules.first(where: { $0.pattern.matches(path) })?.side {
        case .ours?: return .ours
        case .theirs?: return .theirs
        case nil: return .open
        }
    }

    /// Whether there is a decision about a field that was made about other values.
    func isOutdated(_ path: FieldPath, theirs: String?, ours: String?) -> Bool {
        decisions.contains { $0.feld.matches(path) && $0.wahl != .offen && !$0.fits(theirs: theirs, ours: ours) }
    }
}

/// What was decided about a field (`Documentation/Formate/Entscheidungen.md`).
public struct Entscheidung: Sendable, Hashable, Codable {
    /// What is taken.
    public enum Wahl: Sendable, Hashable, Codable {
        /// The municipality's version.
        case unsere
        /// The new package's version.
        case ihre
        /// Another value.
        case wert(String)
        /// Nothing has been decided yet.
        case offen
    }

    /// The field, or a pattern for several.
    public var feld: FieldPattern
    /// What is taken.
    public var wahl: Wahl
    /// What the package had before, for whoever decides.
    public var basis: String?
    /// What the new package has, for whoever decides.
    public var ihre: String?
    /// What the municipality has, for whoever decides.
    public var unsere: String?
    /// SHA-256 of the new package's value that the decision is about; nil where it holds for any.
    public var ihreSHA256: String?
    /// SHA-256 of the municipality's value that the decision is about; nil where it holds for any.
    public var unsereSHA256: String?

    /// A decision from its parts.
    public init(
        feld: FieldPattern, wahl: Wahl, basis: String? = nil, ihre: String? = nil, unsere: String? = nil,
        ihreSHA256: String? = nil, unsereSHA256: String? = nil
    ) {
        self.feld = feld
        self.wahl = wahl
        self.basis = basis
        self.ihre = ihre
        self.unsere = unsere
        self.ihreSHA256 = ihreSHA256
        self.unsereSHA256 = unsereSHA256
    }

    /// The decision about a field of a plan, bound to the values that it was made about.
    public init(_ field: TransferPlan.Field, _ wahl: Wahl) {
        self.init(
            feld: FieldPattern(field.path.description), wahl: wahl, basis: field.base, ihre: field.theirs,
            unsere: field.ours, ihreSHA256: Self.digest(field.theirs), unsereSHA256: Self.digest(field.ours))
    }

    /// The digest of a value; that of a field that is not there differs from that of an empty one.
    static func digest(_ value: String?) -> String { SHA256Text.digest(of: value.map { [$0] } ?? []) }

    func fits(theirs: String?, ours: String?) -> Bool {
        (ihreSHA256 ?? Self.digest(theirs)) == Self.digest(theirs)
            && (unsereSHA256 ?? Self.digest(ours)) == Self.digest(ours)
    }
}
