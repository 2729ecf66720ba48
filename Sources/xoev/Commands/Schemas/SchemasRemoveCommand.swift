import ArgumentParser
import Findings
import SchemaModel

/// `xoev schemas remove`: takes sets out of the store.
struct SchemasRemoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Takes schema sets out of the store.",
        discussion: """
            EXAMPLES
              xoev schemas remove xwasser-0.9
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var storeOptions: StoreOptions

    @Argument(help: "The names of the sets, as `xoev schemas list` shows them.")
    var names: [String]

    func run(in session: Session) async throws -> Findings.ExitCode {
        let store = storeOptions.schemaStore(session)
        for name in names {
            let set = try store.remove(name)
            session.writeLine(Message(de: "\(set.name): entfernt", en: "\(set.name): removed"))
        }
        return .fine
    }
}
