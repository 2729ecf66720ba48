import ArgumentParser
import Findings
import SchemaModel
import ServiceTransfer
import XOEV

/// `xoev transfer export-stock`: what a portal has, as transfer files of XZuFi.
struct TransferExportStockCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-stock",
        abstract: "Writes what a portal has as XZuFi transfer files with index.txt, as the PVOG fetches them.",
        discussion: """
            The whole stock, or with --since what changed since a day, a moment or an entry of the journal. The files are \
            checked against their schema, as a stock and by the destination profile before the folder is made; with \
            findings the exit code is 1 and nothing is written. A collector takes a full stock as a replacement: what is \
            not in it is deleted. A delta deletes (loesche) only with --allow-deletes. Several publishers get a \
            folder each.

            EXAMPLES
              xoev transfer export-stock --store portal.sqlite --into bestand
              xoev transfer export-stock --store portal.sqlite --ars 059740040040 --into bestand --max-objects 500
              xoev transfer export-stock --store portal.sqlite --into delta --since 2026-11-01
              xoev transfer export-stock --store portal.sqlite --into delta --since 42 --allow-deletes
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("The folder to make. It must not exist or be empty.", valueName: "folder"))
    var into: String

    @Option(help: ArgumentHelp("Only this municipality, by its Amtlicher Regionalschlüssel.", valueName: "12 digits"))
    var ars: String?

    @Option(help: ArgumentHelp("The portal, where the store has several.", valueName: "id"))
    var portal: String?

    @Option(
        help: ArgumentHelp(
            "Only what changed since this day, moment or entry of the journal.", valueName: "date|number"))
    var since: String?

    @Flag(help: "A delta may delete what is no longer there.")
    var allowDeletes = false

    @Option(help: ArgumentHelp("The most objects in a file.", valueName: "number"))
    var maxObjects = 1_000

    @Option(help: ArgumentHelp("The most bytes of objects in a file.", valueName: "number"))
    var maxBytes = 10_000_000

    @Option(help: ArgumentHelp("Whom the messages are for.", valueName: "name"))
    var receiver = "Sammlerdienst"

    @Option(help: ArgumentHelp("What the destination demands: a built-in profile or a file.", valueName: "name|file"))
    var profile = "pvog"

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func validate() throws {
        if maxObjects < 1 || maxBytes < 1 { throw ValidationError("--max-objects and --max-bytes must be at least 1.") }
        if allowDeletes, since == nil {
            throw ValidationError("--allow-deletes needs --since: a full stock has no deletions.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        try OutputFolder.requireFree(into)
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let exporter = StockExporter(
            options: try StockExporter.Options(
                portal: portal, ars: ars, since: since.map { Int64($0).map { .entry($0) } ?? .moment($0) },
                allowsDeletes: allowDeletes, maxObjects: maxObjects, maxBytes: maxBytes, receiver: receiver,
                schemas: try SchemaStore(path: nil, session: session).sourcesAtHand(),
                profile: try DestinationProfile.named(profile)))
        let outcome = try await session.following(
            exporter.operation(from: opened, to: into), cancelsOnInterrupt: true)
        if outcome.deliveries.isEmpty, !outcome.results.contains(where: { $0.verdict == .invalid }) {
            session.say(
                Message(
                    de: "Es gibt nichts auszugeben; nichts wurde geschrieben.",
                    en: "There is nothing to deliver; nothing was written."))
            return .fine
        }
        for result in outcome.results { printer.add(result) }
        let code = try printer.finish(duration: clock.now - start)
        if outcome.isWritten {
            for delivery in outcome.deliveries { tell(delivery, session) }
        } else {
            session.say(Message(de: "Nichts wurde geschrieben.", en: "Nothing was written."))
        }
        return code
    }

    private func tell(_ delivery: StockExporter.Delivery, _ session: Session) {
        let folder = delivery.folder.isEmpty ? into : "\(into)/\(delivery.folder)"
        let objects = delivery.files.reduce(0) { $0 + $1.objects }
        let deletions = delivery.files.reduce(0) { $0 + $1.deletions }
        let bytes = delivery.files.reduce(0) { $0 + $1.size }
        session.say(
            Message(
                de:
                    "Geschrieben: \(folder) (Herausgeber \(delivery.publisher); Objekte: \(objects), gelöscht: \(deletions), Dateien: \(delivery.files.count), Bytes: \(bytes))",
                en:
                    "Written: \(folder) (publisher \(delivery.publisher); objects: \(objects), deleted: \(deletions), files: \(delivery.files.count), bytes: \(bytes))"
            ))
    }
}
