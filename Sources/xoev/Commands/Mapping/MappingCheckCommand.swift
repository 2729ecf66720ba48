import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev mapping check`: checks a mapping against form and schemas, without data.
struct MappingCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a mapping against the form it reads and the schemas of the message it writes.",
        discussion: """
            Errors: unknown sources and targets, values that cannot fit, codes without translation, required parts \
            that no rule writes, rules in conflict. Warnings: what fits only some data. Hints: fields whose entries \
            reach no message.

            EXAMPLES
              xoev mapping check hundesteuer.dienst
              xoev mapping check mapping.xml --form form.xml --schema xsd/ --codelists lists/
              xoev mapping check hundesteuer.dienst --report junit=mapping.xml
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var mapping: MappingOptions

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let loaded = try mapping.load(session)
        let check = loaded.check()
        let printer = try ReportPrinter(session: session, targets: report)
        printer.add(
            CheckResult(
                subject: loaded.name,
                layers: [Layer(name: "mapping", outcome: check.isExecutable ? .passed : .failed)],
                findings: check.findings))
        return try printer.finish(duration: clock.now - start)
    }
}
