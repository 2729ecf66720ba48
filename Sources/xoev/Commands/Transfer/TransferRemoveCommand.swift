import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer remove`: removes a service from a portal.
struct TransferRemoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Removes a service from a municipality's portal; a rollback brings it back.",
        discussion: """
            Refused as long as another service of the municipality needs the package or a code list of it.

            EXAMPLE
              xoev transfer remove de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        let portal = try service.store.open()
        defer { try? portal.close() }
        let version = try TransferRemover(
            options: .init(service: service.address, actor: journal.name(in: session), moment: session.now)
        ).run(in: portal)
        session.writeLine(
            Message(
                de: "Entfernt: \(service.kennung) \(version). Sein Stand bleibt im Verlauf.",
                en: "Removed: \(service.kennung) \(version). Its state stays in the history."))
        return .fine
    }
}
