import ArgumentParser
import CodeLists
import Findings

/// `xoev codelist check`: checks lists for what the schema of genericode cannot say.
struct CodelistCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks code lists: structure, keys, required values, identity.",
        discussion: """
            Of several files none may claim the URI and version of another with different content.

            EXAMPLES
              xoev codelist check list.xml
              xoev codelist check codelists/ --report junit=lists.xml
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files, folders (all *.xml below), patterns, or - for standard input.", completion: .file())
    var inputs: [String]

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        var conflicts = CodeListConflicts()
        for item in try InputList(inputs).items { printer.add(check(item, &conflicts)) }
        return try printer.finish(duration: clock.now - start)
    }

    private func check(_ item: InputList.Item, _ conflicts: inout CodeListConflicts) -> CheckResult {
        do {
            let list: CodeList
            switch item {
            case .nothing(_, let finding): throw CLIError(.unreadable, finding)
            case .file(let path): list = try GenericodeReader().read(.file(path))
            case .standardInput: list = try GenericodeReader().read(.standardInput)
            }
            var findings = CodeListCheck().findings(for: list, file: item.name)
            if let conflict = conflicts.note(list, file: item.name) { findings.insert(conflict, at: 0) }
            let failed = findings.contains { $0.severity == .error }
            return CheckResult(
                subject: item.name,
                facts: [
                    .init("standard", "Genericode"), .init("version", "1.0"),
                    .init("message", list.id.description),
                ],
                layers: [
                    Layer(name: "structure", outcome: .passed),
                    Layer(name: "list", outcome: failed ? .failed : .passed),
                ],
                findings: findings)
        } catch let error as any FindingConvertible {
            let code = (error as? CodeListError)?.code
            let isUnreadable = code == nil || code == .unreadable || code == .repositoryError
            return CheckResult(
                subject: item.name, layers: isUnreadable ? [] : [Layer(name: "structure", outcome: .failed)],
                findings: [error.finding], isUnreadable: isUnreadable)
        } catch {
            return CheckResult(subject: item.name, isUnreadable: true)
        }
    }
}
