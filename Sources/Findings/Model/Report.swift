/// One step of a check and what became of it.
public struct Layer: Sendable, Hashable {
    /// What became of a layer.
    public enum Outcome: Sendable, Hashable {
        /// It ran to its end and found no error.
        case passed
        /// It found at least one error.
        case failed
        /// It was not asked for or not applicable; the verdict does not suffer.
        case skipped(Message)
        /// It was asked for and could not run; the verdict is at best `incomplete`.
        case couldNotRun(Message)
    }

    /// The layer's stable name, such as `well-formed`, `schema`, `code-lists`.
    public var name: String
    /// What became of it.
    public var outcome: Outcome
    /// How long it took, or nil when it shares its pass with another layer.
    public var duration: Duration?

    /// A layer from its parts.
    public init(name: String, outcome: Outcome, duration: Duration? = nil) {
        self.name = name
        self.outcome = outcome
        self.duration = duration
    }
}

/// What the check of one subject (a file, a message, a package) came to.
public struct CheckResult: Sendable, Hashable {
    /// What was checked, as the user named it.
    public var subject: String
    /// What was recognised of the subject, in a fixed order: `standard`, `version`, `message` and the like.
    public var facts: [Fact]
    /// The steps of the check in their order.
    public var layers: [Layer]
    /// What was found, in the order of the document.
    public var findings: [Finding]
    /// How many more findings there were beyond the bound that was set.
    public var suppressedFindings: Int
    /// Whether the subject could not be read at all or is not XML.
    public var isUnreadable: Bool

    /// One thing recognised of a subject.
    public struct Fact: Sendable, Hashable {
        /// The stable name of the fact, such as `standard`.
        public var name: String
        /// Its value.
        public var value: String

        /// A fact from its parts.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A result from its parts.
    public init(
        subject: String, facts: [Fact] = [], layers: [Layer] = [], findings: [Finding] = [],
        suppressedFindings: Int = 0, isUnreadable: Bool = false
    ) {
        self.subject = subject
        self.facts = facts
        self.layers = layers
        self.findings = findings
        self.suppressedFindings = suppressedFindings
        self.isUnreadable = isUnreadable
    }

    /// The verdict that follows from findings and layers. It is `valid` only when no layer that was asked for failed to
    /// run, and at least one layer ran.
    public var verdict: Verdict {
        if isUnreadable { return .error }
        var ran = false
        var missing = false
        for layer in layers {
            switch layer.outcome {
            case .failed: return .invalid
            case .passed: ran = true
            case .couldNotRun: missing = true
            case .skipped: break
            }
        }
        if findings.contains(where: { $0.severity == .error }) { return .invalid }
        return missing || !ran ? .incomplete : .valid
    }

    /// How many findings of a severity are listed.
    public func count(_ severity: Severity) -> Int {
        findings.lazy.filter { $0.severity == severity }.count
    }
}

/// What a run of checks came to, over all its subjects. Every report format is a pure function of this.
public struct Report: Sendable, Hashable {
    /// The program and version that made the report.
    public var tool: Tool
    /// One result per subject, in the order in which they were named.
    public var results: [CheckResult]
    /// How long the run took.
    public var duration: Duration

    /// The program that made a report.
    public struct Tool: Sendable, Hashable {
        /// The program's name.
        public var name: String
        /// The program's version (SemVer).
        public var version: String

        /// A tool from its parts.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// A report from its parts.
    public init(tool: Tool, results: [CheckResult], duration: Duration = .zero) {
        self.tool = tool
        self.results = results
        self.duration = duration
    }

    /// The worst verdict of all results; `incomplete` when nothing was checked.
    public var verdict: Verdict {
        guard let first = results.first else { return .incomplete }
        return results.dropFirst().reduce(first.verdict) { $0.combined(with: $1.verdict) }
    }
}
