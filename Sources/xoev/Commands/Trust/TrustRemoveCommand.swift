import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev trust remove`: trusts somebody no longer.
struct TrustRemoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Trusts a key or certificate no longer.",
        discussion: """
            EXAMPLE
              xoev trust remove paderborn
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var trustOptions: TrustOptions

    @Argument(help: "The name of the entry.")
    var name: String

    func run(in session: Session) async throws -> Findings.ExitCode {
        try TrustStore.remove(name, from: try trustOptions.folder(session))
        session.writeLine(Message(de: "Entfernt: \(name)", en: "Removed: \(name)"))
        return .fine
    }
}
