import ArgumentParser
import Findings
import SchemaModel

/// `xoev schemas verify`: whether the sets of the store are what was put in.
struct SchemasVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that the schema sets of the store are unaltered and compile.",
        discussion: """
            EXAMPLES
              xoev schemas verify
              xoev schemas verify xwasser-1.0.0 --format json
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var storeOptions: StoreOptions

    @Argument(help: "The names of the sets. Default: all.")
    var names: [String] = []

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: [])
        let results = try storeOptions.schemaStore(session).verify(names)
        for result in results { printer.add(result) }
        if results.isEmpty {
            session.say(Message(de: "Die Ablage ist leer.", en: "The store is empty."))
            return .fine
        }
        return try printer.finish(duration: clock.now - start)
    }
}
