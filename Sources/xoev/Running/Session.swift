import Archives
import Findings
import Foundation

/// One run of one command: what it prints goes to the right place, in the right language, with colours only where they
/// are wanted.
final class Session {
    let options: SessionOptions
    let context: CommandContext
    /// The language of messages.
    let language: Language
    /// What goes to `--output`, written when the command is done; else what is still to be printed.
    private var buffer = ""
    private var lastPrinted = ContinuousClock.now
    private var progressIsShown = false
    /// The file to which the result goes; nil for standard output.
    private let outputFile: String?

    init(options: SessionOptions, context: CommandContext, writesToOutput: Bool = true) {
        outputFile = writesToOutput && options.output != "-" ? options.output : nil
        self.options = options
        self.context = context
        language = options.language ?? Language(environment: context.environment)
    }

    /// The moment as `xs:dateTime` with a zone, for what is written. `SOURCE_DATE_EPOCH` stops the clock.
    var now: String { moment.formatted(.iso8601) }

    /// The moment, or the one at which `SOURCE_DATE_EPOCH` stops the clock.
    var moment: Date {
        let fixed = context.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
        return fixed.map { Date(timeIntervalSince1970: $0) } ?? Date()
    }

    /// How reports to standard output or `--output` are written.
    var reportOptions: ReportOptions {
        ReportOptions(
            language: language, showsValues: options.showValues, showsDurations: showsDurations,
            isTerminal: context.output.resultIsTerminal && outputFile == nil,
            usesColours: context.output.resultIsTerminal && outputFile == nil && !refusesColours)
    }

    /// How reports to other files are written: never for a terminal.
    var fileReportOptions: ReportOptions {
        ReportOptions(language: language, showsValues: options.showValues, showsDurations: showsDurations)
    }

    /// Reproducible builds set `SOURCE_DATE_EPOCH`: nothing that differs from run to run may be in a report.
    private var showsDurations: Bool { context.environment["SOURCE_DATE_EPOCH"] == nil }

    /// <https://no-color.org>: set and not empty.
    private var refusesColours: Bool { context.environment["NO_COLOR"]?.isEmpty == false }

    /// Prints part of the result: at once at a terminal; else by the block, but what is ready no later than the first part
    /// that comes a fifth of a second after the last block. A system call for each of many small files takes as long as
    /// the twentieth part of their check.
    func write(_ text: String) {
        hideProgress()
        buffer += text
        guard outputFile == nil else { return }
        if context.output.resultIsTerminal || buffer.utf8.count >= 16 * 1024
            || lastPrinted.duration(to: .now) > .milliseconds(200)
        {
            flush()
        }
    }

    /// Prints what is ready, before anything else is said.
    private func flush() {
        guard outputFile == nil, !buffer.isEmpty else { return }
        context.output.result(buffer)
        buffer = ""
        lastPrinted = .now
    }

    deinit { flush() }

    /// Prints a line of the account of what was done, unless `--quiet`.
    func writeLine(_ message: Message) {
        guard !options.quiet else { return }
        write(message.rendered(language, showingValues: options.showValues) + "\n")
    }

    /// Tells something on standard error, unless `--quiet`.
    func say(_ message: Message) {
        guard !options.quiet else { return }
        hideProgress()
        flush()
        context.output.notice(message.rendered(language, showingValues: options.showValues) + "\n")
    }

    /// Asks something at the terminal, even with `--quiet`.
    func prompt(_ text: String) {
        hideProgress()
        flush()
        context.output.notice(text)
    }

    /// Tells what is done on standard error, with `--verbose` only.
    func detail(_ message: @autoclosure () -> Message) {
        if options.verbose { say(message()) }
    }

    /// Tells a finding on standard error, always.
    func tell(_ finding: Finding) {
        hideProgress()
        flush()
        let options = ReportOptions(
            language: language, showsValues: options.showValues,
            usesColours: context.output.noticeIsTerminal && !refusesColours)
        context.output.notice(TextReport(options: options).finding(finding, subject: "xoev"))
    }

    /// Shows how far the work is, on a terminal only.
    func progress(_ done: Int, of total: Int, _ subject: String) {
        guard context.output.noticeIsTerminal, !options.quiet, !options.verbose else { return }
        let name = subject.unicodeScalars.filter { $0.properties.generalCategory != .control }
        context.output.notice("\r\u{1B}[K[\(done)/\(total)] \(String(String.UnicodeScalarView(name.suffix(60))))")
        progressIsShown = true
    }

    private func hideProgress() {
        guard progressIsShown else { return }
        context.output.notice("\r\u{1B}[K")
        progressIsShown = false
    }

    /// Refuses, before any work is done, a format that the command cannot write and an `--output` that could never be
    /// written.
    func begin(formats: [ReportFormat]) throws {
        guard formats.contains(options.format) else {
            throw CLIError.formatNotSupported(options.format, known: formats)
        }
        if let outputFile { try AtomicFile(outputFile).check() }
    }

    /// Tells why the command could not do its work; the exit code that follows.
    func failed(_ error: any FindingConvertible) -> Findings.ExitCode {
        for finding in CLIError.findings(of: error) { tell(finding) }
        return CLIError.exitCode(for: error)
    }

    /// Writes `--output`.
    func finish() throws {
        hideProgress()
        flush()
        if let outputFile { try AtomicFile(outputFile).write(buffer) }
    }
}
