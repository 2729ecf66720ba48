/// How much a finding weighs, ordered from the lightest to the heaviest.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Worth knowing, nothing to mend.
    case hint
    /// Allowed, but likely to cause trouble later. Does not change the verdict.
    case warning
    /// A rule is broken: the verdict is `invalid`.
    case error

    /// Orders from the lightest to the heaviest.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .warning: 1
        case .error: 2
        }
    }
}
