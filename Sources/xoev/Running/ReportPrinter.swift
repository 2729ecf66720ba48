import Archives
import Findings
import Foundation

/// Prints the results of a run as they come and writes the reports to files at the end. Results are kept only when a
/// report needs all of them: a run that prints text holds none.
final class ReportPrinter {
    private let session: Session
    private let targets: [ReportTarget]
    private let text: TextReport
    private let keepsResults: Bool
    private var results: [CheckResult] = []
    private(set) var tally = ReportTally()
    /// What kept inputs from being read.
    private var inputs = Findings.ExitCode.fine

    /// Checks that every report can be written before any work is done.
    init(session: Session, targets: [ReportTarget]) throws {
        self.session = session
        self.targets = targets
        text = TextReport(options: session.reportOptions, sourceLine: SourceLines.line)
        keepsResults = session.options.format != .text || !targets.isEmpty
        var seen: Set<String> = []
        for target in targets where !seen.insert(target.path).inserted || target.path == session.options.output {
            throw CLIError(
                "cli.report-twice", .usage, file: target.path,
                Message(de: "Zwei Berichte haben dasselbe Ziel.", en: "Two reports have the same target."),
                hint: Message(de: "Geben Sie jedem eine eigene Datei.", en: "Give each its own file."))
        }
        for target in targets { try AtomicFile(target.path).check() }
    }

    /// Takes the next result.
    func add(_ result: CheckResult) {
        tally.add(result)
        if result.isUnreadable { inputs = inputs.combined(withInput: ExitCode(result)) }
        if keepsResults { results.append(result) }
        guard session.options.format == .text else { return }
        if session.options.quiet {
            for finding in result.findings { session.write(text.finding(finding, subject: result.subject)) }
        } else {
            session.write(text.result(result))
        }
    }

    /// Prints the end and writes the reports; the exit code that follows from all verdicts.
    func finish(duration: Duration) throws -> Findings.ExitCode {
        if session.options.format == .text {
            if !session.options.quiet { session.write(text.summary(tally, duration: duration)) }
        } else {
            let report = Report(tool: Version.tool, results: results, duration: duration)
            session.write(session.options.format.render(report, options: session.reportOptions))
        }
        if !targets.isEmpty {
            let report = Report(tool: Version.tool, results: results, duration: duration)
            for target in targets {
                try AtomicFile(target.path).write(target.format.render(report, options: session.fileReportOptions))
                session.detail(
                    Message(
                        de: "Bericht geschrieben: \(target.path) (\(target.format.rawValue))",
                        en: "Report written: \(target.path) (\(target.format.rawValue))"))
            }
        }
        return tally.worstVerdict == .error ? inputs : ExitCode(tally.worstVerdict)
    }
}

/// Lines of files for the excerpts on a terminal.
enum SourceLines {
    /// Files larger than this are not read again for the sake of one line.
    private static let maximumBytes = 16 << 20

    static let line: SourceLineProvider = { file, number in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue,
            let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int, size <= maximumBytes,
            let data = FileManager.default.contents(atPath: file)
        else { return nil }
        var rest = data[...]
        for _ in 1..<max(number, 1) {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[(end + 1)...]
        }
        // Only UTF-8 can be shown as it stands; a lone wrong line is better left out.
        return String(data: rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, encoding: .utf8)
    }
}
