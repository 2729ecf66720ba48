/// The report for people and editors: one line per finding as compilers write it, the remedy below it, one line with the
/// verdict per subject, and a summary at the end.
///
/// The parts are public so that a run over many files can print each result as soon as it is there.
public struct TextReport: Sendable {
    private let options: ReportOptions
    private let sourceLine: SourceLineProvider?
    private let wording: Wording

    /// A writer of text reports.
    public init(options: ReportOptions, sourceLine: SourceLineProvider? = nil) {
        self.options = options
        self.sourceLine = sourceLine
        wording = Wording(options.language)
    }

    /// The whole report.
    public func render(_ report: Report) -> String {
        var result = ""
        for item in report.results { result += self.result(item) }
        return result + summary(ReportTally(report.results), duration: report.duration)
    }

    /// The findings of one subject and its verdict.
    public func result(_ result: CheckResult) -> String {
        var text = ""
        for finding in result.findings { text += self.finding(finding, subject: result.subject) }
        let subject = Escaping.line(result.subject)
        if result.suppressedFindings > 0 {
            text += "\(bold(subject)): \(wording.suppressed(result.suppressedFindings))\n"
        }
        for (layer, reason) in result.untoldReasons {
            let line = "\(wording.layer(layer.name)): \(wording.outcome(layer.outcome)): \(rendered(reason))"
            text += "\(bold(subject)): \(line)\n"
        }
        var verdict = coloured(wording.verdict(result.verdict), result.verdict)
        let facts = result.facts.filter { ["standard", "format", "kennung", "version", "message"].contains($0.name) }
        if !facts.isEmpty { verdict += " (" + Self.listed(facts.map { Escaping.line($0.value) }, by: " ") + ")" }
        return text + "\(bold(subject)): \(verdict)\n"
    }

    /// One finding: its line, the source line where one is given, the remedy.
    public func finding(_ finding: Finding, subject: String? = nil) -> String {
        let place = finding.location.inFile(subject)
        let position = Escaping.line(place.description)
        var text = "\(bold(position)): \(severity(finding.severity)): \(rendered(finding.message))"
        text += dimmed(" [\(Escaping.line(finding.id.rawValue))]") + "\n"
        if options.isTerminal, let sourceLine, let file = place.file, let line = place.line,
            let source = sourceLine(file, line),
            let excerpt = SourceExcerpt(line: source, column: place.column, showsValues: options.showsValues)
        {
            text += "    \(excerpt.text)\n"
            if let marker = excerpt.marker { text += "    \(marker)\n" }
        }
        if let path = place.path { text += "    \(dimmed(wording.atPath(Escaping.line(path))))\n" }
        if let hint = finding.hint { text += "    \(rendered(hint))\n" }
        return text
    }

    /// The last line: how many subjects and findings, and how long it took.
    public func summary(_ tally: ReportTally, duration: Duration) -> String {
        guard tally.subjects > 0 else { return wording.nothingChecked + "\n" }
        let verdicts = Verdict.allCases.filter { tally.count(of: $0) > 0 }
            .map { "\(tally.count(of: $0)) \(wording.verdict($0))" }
        let counts = Severity.allCases.reversed().map { wording.count(tally.count(of: $0), of: $0) }
        var line = "\(wording.checked(tally.subjects)): " + Self.listed(verdicts)
        line += "; " + Self.listed(counts)
        if tally.suppressed > 0 { line += "; " + wording.suppressed(tally.suppressed) }
        if options.showsDurations { line += " (\(wording.duration(duration)))" }
        return bold(line) + "\n"
    }

    /// What `joined` makes of texts. That is generic over sequences, for which the run time would look up metadata first.
    private static func listed(_ texts: [String], by separator: String = ", ") -> String {
        var list = texts.first ?? ""
        for text in texts.dropFirst() { list += separator + text }
        return list
    }

    private func rendered(_ message: Message) -> String {
        Escaping.line(message.rendered(options.language, showingValues: options.showsValues))
    }

    private func severity(_ severity: Severity) -> String {
        let code =
            switch severity {
            case .error: "1;31"
            case .warning: "1;33"
            case .hint: "1;36"
            }
        return styled(wording.severity(severity), code)
    }

    private func coloured(_ text: String, _ verdict: Verdict) -> String {
        let code =
            switch verdict {
            case .valid: "32"
            case .incomplete: "33"
            case .invalid, .error: "31"
            }
        return styled(text, code)
    }

    private func bold(_ text: String) -> String { styled(text, "1") }

    private func dimmed(_ text: String) -> String { styled(text, "2") }

    private func styled(_ text: String, _ code: String) -> String {
        options.usesColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension CheckResult {
    /// The layers that could not run and why, without those whose reason a finding tells already.
    var untoldReasons: [(Layer, Message)] {
        layers.compactMap { layer in
            guard case .couldNotRun(let reason) = layer.outcome else { return nil }
            let isTold = isUnreadable ? !findings.isEmpty : findings.contains { $0.message == reason }
            return isTold ? nil : (layer, reason)
        }
    }
}

/// How many subjects came to which verdict and how many findings of each severity were listed.
public struct ReportTally: Sendable, Hashable {
    /// The number of subjects.
    public private(set) var subjects = 0
    // Lists, not dictionaries: the first use of a dictionary type costs a look-up of its metadata in all that is linked,
    // as long as checking a small document.
    private var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
    private var findings = [Int](repeating: 0, count: Severity.allCases.count)
    /// The number of findings beyond the bound.
    public private(set) var suppressed = 0

    /// The worst verdict so far; `incomplete` when nothing was checked.
    public var worstVerdict: Verdict { Verdict.allCases.last { count(of: $0) > 0 } ?? .incomplete }

    /// The number of subjects with a verdict.
    public func count(of verdict: Verdict) -> Int { verdicts[verdict.position] }

    /// The number of listed findings of a severity.
    public func count(of severity: Severity) -> Int { findings[severity.position] }

    /// A tally of nothing.
    public init() {}

    /// A tally over results.
    public init(_ results: some Sequence<CheckResult>) {
        for result in results { add(result) }
    }

    /// Counts one more result.
    public mutating func add(_ result: CheckResult) {
        subjects += 1
        verdicts[result.verdict.position] += 1
        for finding in result.findings { findings[finding.severity.position] += 1 }
        suppressed += result.suppressedFindings
    }
}

extension CaseIterable where Self: Equatable {
    /// Where the case stands among all.
    fileprivate var position: Int { Self.allCases.prefix { $0 != self }.count }
}
