/// A form in which a report is written. Every one is a pure function of the report and its options: the same report gives
/// the same text.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Lines for people and editors: `path:line:col: severity: message [id]`.
    case text
    /// JSON after `Schemas/report/1.0/report.schema.json`.
    case json
    /// JUnit XML, as Jenkins and GitLab read it: one test case per subject.
    case junit
    /// SARIF 2.1.0 (OASIS Standard, 27 March 2020).
    case sarif
    /// GitHub Actions workflow commands (`::error file=…`).
    case github
    /// One self-contained HTML page that needs no script.
    case html

    /// The file extension that suits the format, without a dot.
    public var fileExtension: String {
        switch self {
        case .text, .github: "txt"
        case .json: "json"
        case .junit: "xml"
        case .sarif: "sarif"
        case .html: "html"
        }
    }

    /// Writes the report in this format, with a line break at its end.
    ///
    /// - Parameters:
    ///   - report: What is to be told.
    ///   - options: Language, hidden values, durations, terminal.
    ///   - sourceLine: Gives a line of a file (counted from 1) so that `text` can show it under a finding. Used on a
    ///     terminal only; values in the line are hidden unless `options.showsValues`.
    public func render(
        _ report: Report, options: ReportOptions = ReportOptions(), sourceLine: SourceLineProvider? = nil
    ) -> String {
        switch self {
        case .text: TextReport(options: options, sourceLine: sourceLine).render(report)
        case .json: JSONReport(options: options).render(report)
        case .junit: JUnitReport(options: options).render(report)
        case .sarif: SARIFReport(options: options).render(report)
        case .github: GitHubReport(options: options).render(report)
        case .html: HTMLReport(options: options).render(report)
        }
    }
}

/// Gives a line of a file, counted from 1, or nil where it cannot be had.
public typealias SourceLineProvider = @Sendable (_ file: String, _ line: Int) -> String?
