import ArgumentParser
import Findings
import SchemaModel

/// `xoev schemas list`: which sets the store has.
struct SchemasListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tells which schema sets the store has.",
        discussion: """
            EXAMPLES
              xoev schemas list
              xoev schemas list --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var storeOptions: StoreOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        let sets = try storeOptions.schemaStore(session).sets()
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("sets", .array(sets.map(\.json))),
            ])
            session.write(result.rendered() + "\n")
            return .fine
        }
        session.write(
            TextTable(
                sets.map { [$0.name, $0.standardNames, "\($0.files.count)", String($0.digest.prefix(12))] }
            ).text)
        if sets.isEmpty {
            session.say(Message(de: "Die Ablage ist leer.", en: "The store is empty."))
        }
        return .fine
    }
}
