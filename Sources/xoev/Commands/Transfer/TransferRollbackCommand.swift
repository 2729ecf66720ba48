import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer rollback`: takes a service back to an earlier state.
struct TransferRollbackCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Takes a service back to an earlier state, exactly.",
        discussion: """
            Without --to: to the state before its latest change, be that an upgrade, an edit, a removal or a rollback. \
            The state comes back as it was, local changes and parameters included, checked by digests. A rollback is \
            an entry of the history, too, and can itself be taken back.

            EXAMPLES
              xoev transfer rollback de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite
              xoev transfer rollback de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite --to 3
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp("To the state after this entry of the history.", valueName: "number"))
    var to: Int64?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let portal = try service.store.open()
        defer { try? portal.close() }
        let outcome = try TransferRollback(
            options: .init(
                service: service.address, target: to, actor: journal.name(in: session), moment: session.now)
        ).run(in: portal)
        guard outcome.isChanged else {
            session.writeLine(
                Message(de: "Das ist schon der jetzige Stand.", en: "That is the present state already."))
            return .fine
        }
        let kennung = service.kennung
        switch (outcome.toVersion, outcome.state) {
        case (let version?, let state?):
            session.writeLine(
                Message(
                    de: "Zurückgerollt: \(kennung) \(version), Stand \(state.prefix(12)).",
                    en: "Rolled back: \(kennung) \(version), state \(state.prefix(12))."))
        default:
            session.writeLine(
                Message(
                    de: "Zurückgerollt: \(kennung) ist wieder nicht installiert.",
                    en: "Rolled back: \(kennung) is again not installed."))
        }
        return .fine
    }
}
