import Archives
import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer plan`: tells what a transfer would do.
struct TransferPlanCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Tells what a transfer would do, and what is still missing. Changes nothing.",
        discussion: """
            The exit code is 0 when the plan can be applied, else 1. A plan saved with --save-plan is what `transfer \
            apply --plan` does, or nothing.

            EXAMPLES
              xoev transfer plan hundesteuer.dienst --profile soest.xml --store portal.sqlite
              xoev transfer plan hundesteuer.dienst --profile soest.xml --store portal.sqlite --save-plan plan.json
              xoev transfer plan hundesteuer-1.1.0.dienst --profile soest.xml --store portal.sqlite \\
                --prefer 'leistung/modulKosten*=ours' --write-resolutions konflikte.xml
              xoev transfer plan hundesteuer-1.1.0.dienst --profile soest.xml --store portal.sqlite \\
                --format html --output konflikte.html
            """)

    static let formats: [ReportFormat] = [.text, .json, .html]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var transfer: TransferOptions

    @Option(help: ArgumentHelp("Writes the plan to a file for `transfer apply --plan`.", valueName: "file"))
    var savePlan: String?

    func run(in session: Session) async throws -> Findings.ExitCode {
        if let savePlan { try AtomicFile(savePlan).check() }
        let preparation = try await TransferPreparation(transfer, session: session, writes: false)
        defer { try? preparation.store.close() }
        let plan = try preparation.plan()
        let json = try plan.json()
        if let savePlan { try AtomicFile(savePlan).write(json) }
        if global.format == .json {
            session.write(String(decoding: json, as: UTF8.self))
        } else if global.format == .html {
            let report = Report(tool: Version.tool, results: [PlanText(session).result(plan)])
            session.write(global.format.render(report, options: session.reportOptions))
        } else {
            session.write(PlanText(session).render(plan))
        }
        return plan.isApplicable ? .fine : .findings
    }
}
