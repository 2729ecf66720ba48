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
            apply --plan` does, or nothing. With --show-binding the plan also tells every place that is rewritten for the \
            municipality, before and after; as JSON it then has a member “binding”.

            EXAMPLES
              xoev transfer plan hundesteuer.dienst --profile soest.xml --store portal.sqlite
              xoev transfer plan hundesteuer.dienst --profile soest.xml --store portal.sqlite --save-plan plan.json
              xoev transfer plan hundesteuer.dienst --profile soest.xml --store portal.sqlite --show-binding
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

    @Flag(help: "Shows every place that is rewritten for the municipality, before and after.")
    var showBinding = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        if let savePlan { try AtomicFile(savePlan).check() }
        let preparation = try await TransferPreparation(transfer, session: session, writes: false)
        defer { try? preparation.store.close() }
        let preview = try preparation.preview()
        let plan = preview.plan
        if let savePlan { try AtomicFile(savePlan).write(plan.json()) }
        if global.format == .json {
            let json = try showBinding ? preview.json() : plan.json()
            session.write(String(decoding: json, as: UTF8.self))
        } else if global.format == .html {
            var result = PlanText(session).result(plan)
            if showBinding { result.facts += BindingText(session).facts(preview.binding) }
            let report = Report(tool: Version.tool, results: [result])
            session.write(global.format.render(report, options: session.reportOptions))
        } else {
            session.write(PlanText(session).render(plan, binding: preview.binding))
            if showBinding { session.write(BindingText(session).render(preview.binding)) }
        }
        return plan.isApplicable ? .fine : .findings
    }
}
