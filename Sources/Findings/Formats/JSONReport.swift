/// The report as JSON, after `Schemas/report/1.0/report.schema.json`.
struct JSONReport {
    /// The version of the format; its first number changes when something is removed or changes its meaning.
    static let schemaVersion = "1.0"

    let options: ReportOptions

    func render(_ report: Report) -> String {
        let tally = ReportTally(report.results)
        let document: JSONText = .object([
            ("schemaVersion", .string(Self.schemaVersion)),
            ("verdict", .string(report.verdict.rawValue)),
            (
                "tool",
                .object([("name", .string(report.tool.name)), ("version", .string(report.tool.version))])
            ),
            ("language", .string(options.language.rawValue)),
            ("durationMs", duration(report.duration)),
            ("counts", counts(tally)),
            ("results", .array(report.results.map(result))),
        ])
        return document.rendered() + "\n"
    }

    private func counts(_ tally: ReportTally) -> JSONText {
        .object([
            ("subjects", .integer(tally.subjects)),
            ("errors", .integer(tally.count(of: Severity.error))),
            ("warnings", .integer(tally.count(of: Severity.warning))),
            ("hints", .integer(tally.count(of: Severity.hint))),
            ("suppressed", .integer(tally.suppressed)),
        ])
    }

    private func result(_ result: CheckResult) -> JSONText {
        .object([
            ("subject", .string(result.subject)),
            ("verdict", .string(result.verdict.rawValue)),
            (
                "facts",
                .array(result.facts.map { .object([("name", .string($0.name)), ("value", .string($0.value))]) })
            ),
            ("layers", .array(result.layers.map(layer))),
            ("findings", .array(result.findings.map { finding($0, subject: result.subject) })),
            ("suppressedFindings", .integer(result.suppressedFindings)),
        ])
    }

    private func layer(_ layer: Layer) -> JSONText {
        let (outcome, reason): (String, Message?) =
            switch layer.outcome {
            case .passed: ("passed", nil)
            case .failed: ("failed", nil)
            case .skipped(let reason): ("skipped", reason)
            case .couldNotRun(let reason): ("could-not-run", reason)
            }
        return .object([
            ("name", .string(layer.name)),
            ("outcome", .string(outcome)),
            ("reason", reason.map(text)),
            ("durationMs", layer.duration.flatMap(duration)),
        ])
    }

    private func finding(_ finding: Finding, subject: String) -> JSONText {
        let place = finding.location.inFile(subject)
        return .object([
            ("id", .string(finding.id.rawValue)),
            ("severity", .string(finding.severity.rawValue)),
            ("file", place.file.map { .string($0) }),
            ("line", place.line.map { .integer($0) }),
            ("column", place.column.map { .integer($0) }),
            ("path", place.path.map { .string($0) }),
            ("message", text(finding.message)),
            ("hint", finding.hint.map(text)),
        ])
    }

    private func text(_ message: Message) -> JSONText {
        .string(message.rendered(options.language, showingValues: options.showsValues))
    }

    private func duration(_ duration: Duration) -> JSONText? {
        options.showsDurations ? .thousandths(duration.wholeMicroseconds) : nil
    }
}
