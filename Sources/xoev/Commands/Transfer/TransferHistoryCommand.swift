import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer history`: what happened to services.
struct TransferHistoryCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Tells what happened to the services of a municipality, the newest first.",
        discussion: """
            Each entry has a number, by which diff and rollback name it. The journal is a chain: where an entry was \
            changed or taken out afterwards, that is told and the exit code is 1.

            EXAMPLES
              xoev transfer history --ars 059740040040 --store portal.sqlite
              xoev transfer history de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Only the service of this package.")
    var kennung: String?

    @Option(help: ArgumentHelp("The municipality's Amtlicher Regionalschlüssel.", valueName: "12 digits"))
    var ars: String

    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("The portal, where several have the municipality.", valueName: "id"))
    var portal: String?

    @Option(help: ArgumentHelp("The most entries that are told.", valueName: "number"))
    var limit = 50

    func run(in session: Session) async throws -> Findings.ExitCode {
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let history = try HistoryReporter(
            options: .init(ars: ars, portal: portal, kennung: kennung, limit: limit)
        ).history(of: opened)
        if global.format == .json {
            session.write(try SortedJSON.text(history))
        } else {
            session.write(HistoryText(session.language).render(history))
        }
        guard let broken = history.brokenAt else { return .fine }
        session.tell(
            Finding(
                "store.journal-broken", .error, at: Location(file: store.store),
                Message(
                    de: "Das Protokoll wurde nachträglich verändert: Eintrag \(broken) folgt nicht auf den davor.",
                    en: "The journal was changed afterwards: entry \(broken) does not follow from the one before."),
                hint: Message(
                    de: "Vergleichen Sie mit der letzten Sicherung.", en: "Compare with the last backup.")))
        return .findings
    }
}

/// A history for people.
struct HistoryText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ history: TransferHistory) -> String {
        var text =
            SafeText.line("\(history.name) (ARS \(history.ars)), \(pick("Portal", "portal")) \(history.portal)") + "\n"
        if history.entries.isEmpty { text += "  " + pick("keine Einträge", "no entries") + "\n" }
        text += TextTable(history.entries.map(row), indent: "  ").text
        return text
    }

    private func row(_ entry: TransferHistory.Entry) -> [String] {
        let journal = entry.journal
        let versions: String =
            switch (journal.vonVersion, journal.nachVersion) {
            case (nil, let after?): after
            case (let before?, nil): "\(before) → –"
            case (let before?, let after?): before == after ? after : "\(before) → \(after)"
            case (nil, nil): ""
            }
        let note = entry.clockWentBack ? pick("(Uhr ging zurück)", "(clock went back)") : ""
        return [
            "\(journal.nummer)", journal.zeitpunkt, journal.wer, journal.vorgang, journal.paket ?? "", versions,
            [detail(journal), note].filter { !$0.isEmpty }.joined(separator: " "),
        ]
    }

    private func detail(_ journal: JournalEntry) -> String {
        let lines = journal.einzelheiten.split(separator: "\n")
        switch journal.vorgang {
        case "bearbeiten":
            let fields = lines.map { $0.replacing("feld ", with: "", maxReplacements: 1) }
            let more = fields.count - 1
            return (fields.first ?? "") + (more > 0 ? pick(" und \(more) weitere", " and \(more) more") : "")
        case "zurueckrollen": return journal.einzelheiten
        default: return ""
        }
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
