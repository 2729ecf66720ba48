import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer apply`: does what a plan says.
struct TransferApplyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Does what the plan says, in one transaction, or nothing.",
        discussion: """
            Without --plan the plan is made now. With --plan the saved plan is done, and refused when package, profile \
            or store have changed since. Applying twice changes nothing the second time.

            EXAMPLES
              xoev transfer apply hundesteuer.dienst --profile soest.xml --store portal.sqlite
              xoev transfer apply hundesteuer.dienst --profile soest.xml --store portal.sqlite --plan plan.json
              xoev transfer apply hundesteuer-1.1.0.dienst --profile soest.xml --store portal.sqlite \\
                --resolutions konflikte.xml
              xoev transfer apply hundesteuer.dienst --profile soest.xml --store portal.sqlite \\
                --lock dienstpaket.lock --from pakete/
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var transfer: TransferOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp("A plan saved by `transfer plan --save-plan`.", valueName: "file"), completion: .file())
    var plan: String?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let saved = try plan.map { try TransferPlan.read(path: $0) }
        let preparation = try await TransferPreparation(transfer, session: session, writes: true)
        defer { try? preparation.store.close() }
        let plan = try saved ?? preparation.plan()
        guard plan.isApplicable else {
            session.write(
                global.format == .json
                    ? String(decoding: try plan.json(), as: UTF8.self) : PlanText(session).render(plan))
            return .findings
        }
        let applier = TransferApplier(
            options: TransferApplier.Options(actor: journal.name(in: session), moment: session.now))
        let outcome = try applier.apply(
            plan, preparation.package, along: preparation.along, for: preparation.profile, in: preparation.store)
        if global.format == .json {
            session.write(String(decoding: try outcome.plan.json(), as: UTF8.self))
        } else {
            session.write(PlanText(session).render(outcome.plan))
            if outcome.isChanged {
                session.writeLine(
                    Message(
                        de: "Übertragen. Der Dienst ist im Portal \(outcome.plan.target.portal) eingerichtet.",
                        en: "Transferred. The service is set up in the portal \(outcome.plan.target.portal)."))
            }
        }
        return .fine
    }
}
