import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer ids`: the table from the identities of origins to those of a portal.
struct TransferIdentitiesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "ids",
        abstract: "Tells which object of a portal comes from which: the table of identities.",
        discussion: """
            An identity stays through upgrades, edits and rollbacks. With --csv the table is comma-separated (RFC 4180), \
            for spreadsheets and other systems.

            EXAMPLES
              xoev transfer ids --store portal.sqlite
              xoev transfer ids --store portal.sqlite --ars 059740040040 --csv --output kennungen.csv
              xoev transfer ids de.nrw.paderborn.hundesteuer --store portal.sqlite --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Only the service of this package.")
    var kennung: String?

    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("Only this municipality.", valueName: "12 digits"))
    var ars: String?

    @Option(help: ArgumentHelp("Only this portal.", valueName: "id"))
    var portal: String?

    @Flag(help: "Prints comma-separated values.")
    var csv = false

    func validate() throws {
        if csv, global.format == .json { throw ValidationError("--csv and --format json exclude each other.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let table = try IdentityReporter(options: .init(ars: ars, portal: portal, kennung: kennung)).table(of: opened)
        if csv {
            session.write(table.csv())
        } else if global.format == .json {
            session.write(try SortedJSON.text(table))
        } else {
            session.write(
                TextTable(table.rows.map { [$0.ars, $0.paket, $0.art, "\($0.quelle)", "→ \($0.ziel)"] }).text)
        }
        return .fine
    }
}
