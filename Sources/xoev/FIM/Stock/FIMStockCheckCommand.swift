import ArgumentParser
import FIM
import Findings

/// `xoev fim stock check`: whether a delivery is complete and right.
struct FIMStockCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks whether an index and its transfer files are complete and right.",
        discussion: """
            Files that are missing or not in the index, gaps in the transaction, ids that come twice, references that lead \
            nowhere, circles, services nobody is responsible for; each file against its schema and its texts by the rules \
            of the portal federation.

            EXAMPLES
              xoev fim stock check export/
              xoev fim stock check changes/ --delta --against export/ --format json
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The folder with the index and the files.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp("With --delta: the stock to which references may go.", valueName: "folder"),
        completion: .directory)
    var against: String?

    @OptionGroup var stock: FIMStockOptions

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func validate() throws {
        if against != nil, !stock.delta {
            throw ValidationError("--against needs --delta here; xoev fim stock diff compares.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        try FIMStockOptions.requireFolder(folder)
        var previous: XZuFi.Bestand?
        if let against {
            try FIMStockOptions.requireFolder(against)
            let check = XZuFi.Bestandspruefung(.init(index: stock.index, checksContent: false))
            previous = check.read(folder: against).bestand
        }
        let check = XZuFi.Bestandspruefung(try stock.options(session, previous: previous))
        for result in check.read(folder: folder).results { printer.add(result) }
        return try printer.finish(duration: clock.now - start)
    }
}
