/// What a check came to.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every check that was asked for ran to its end and found no error.
    case valid
    /// A check that was asked for could not run, for want of a schema or a code list. Nothing is claimed.
    case incomplete
    /// At least one error was found.
    case invalid
    /// The input could not be read or is not XML.
    case error

    /// The verdict on two things together: the worse one.
    public func combined(with other: Verdict) -> Verdict {
        let order = Self.allCases
        return order.firstIndex(of: self)! >= order.firstIndex(of: other)! ? self : other
    }
}

/// The exit codes of `xoev`, by class of outcome.
public enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
    /// Everything is fine.
    case fine = 0
    /// Errors were found.
    case findings = 1
    /// The command line is wrong.
    case usage = 2
    /// An input could not be read or is not XML.
    case unreadable = 3
    /// Something that was named does not exist: a schema, a list, a package, a service.
    case notFound = 4
    /// A check that was asked for could not run.
    case incomplete = 5
    /// A fault of this program.
    case `internal` = 70

    /// The exit code for a verdict.
    public init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .valid: .fine
            case .incomplete: .incomplete
            case .invalid: .findings
            case .error: .unreadable
            }
    }
}
