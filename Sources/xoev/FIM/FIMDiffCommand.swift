import ArgumentParser
import FIM
import Findings

/// `xoev fim diff`: what changed between two versions of a form or a service.
struct FIMDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed between two versions of a form or a service, and what breaks.",
        discussion: """
            ! breaking: data that were right before may be refused. ? takes a person to tell. The exit code is 0, \
            with --fail-on-breaking 1 when something breaks.

            EXAMPLES
              xoev fim diff form-1.0.0.xml form-1.1.0.xml
              xoev fim diff old.xml new.xml --format json --fail-on-breaking
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The older version.", completion: .file())
    var old: String

    @Argument(help: "The newer version.", completion: .file())
    var new: String

    @Flag(help: "Ends with 1 when a change is breaking.")
    var failOnBreaking = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        let comparison: FIMComparison
        switch (try FIMFile(named: old), try FIMFile(named: new)) {
        case (.xdf(let before), .xdf(let after)):
            comparison = XDF3Compare.compare(try FIMFile.xdf(before).form(), try FIMFile.xdf(after).form())
        case (.xzufi(let before), .xzufi(let after)): comparison = compare(before, after)
        default:
            throw CLIError(
                "fim.different-kinds", .usage,
                Message(
                    de: "Das eine ist ein Formular, das andere nicht.", en: "One is a form, the other is not."))
        }
        if global.format == .json {
            session.write(comparison.json.text)
        } else if comparison.isEmpty {
            session.writeLine(Message(de: "Keine Unterschiede.", en: "No differences."))
        } else {
            for line in comparison.text(session.language).split(separator: "\n") {
                session.write(SafeText.line(String(line)) + "\n")
            }
        }
        return failOnBreaking && comparison.isBreaking ? .findings : .fine
    }

    /// Objects are compared by identity; a single object with a single object, whatever their ids.
    private func compare(_ old: XZuFi.Document, _ new: XZuFi.Document) -> FIMComparison {
        let before = old.objekte
        let after = new.objekte
        if before.count == 1, after.count == 1 { return XZuFi.Vergleich.compare(before[0], after[0]) }
        var result = FIMComparison()
        for object in after {
            let name = object.bezeichnung() ?? object.art.rawValue
            let id = object.id?.value ?? "-"
            if let other = before.first(where: { $0.id?.identity == object.id?.identity }) {
                result.changes += XZuFi.Vergleich.compare(other, object).changes
            } else {
                result.changes.append(change(id, name, .added, .compatible))
            }
        }
        for object in before where !after.contains(where: { $0.id?.identity == object.id?.identity }) {
            let name = object.bezeichnung() ?? object.art.rawValue
            result.changes.append(change(object.id?.value ?? "-", name, .removed, .breaking))
        }
        return result
    }

    private func change(
        _ id: String, _ name: String, _ kind: FIMComparison.Kind, _ impact: FIMComparison.Impact
    ) -> FIMComparison.Change {
        FIMComparison.Change(element: id, name: name, field: "", kind: kind, impact: impact)
    }
}
