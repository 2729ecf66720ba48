import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer status`: what is installed.
struct TransferStatusCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tells which services are installed in which municipality, and the journal.",
        discussion: """
            EXAMPLES
              xoev transfer status --store portal.sqlite
              xoev transfer status --store portal.sqlite --ars 059740040040 --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("Only the municipality of this key.", valueName: "12 digits"))
    var ars: String?

    @Option(help: ArgumentHelp("How many entries of the journal are told.", valueName: "number"))
    var journal = 20

    func run(in session: Session) async throws -> Findings.ExitCode {
        let portal = try store.open(isReadOnly: true)
        defer { try? portal.close() }
        let status = try StatusReporter(options: StatusReporter.Options(ars: ars, journalLimit: journal))
            .status(of: portal)
        if global.format == .json {
            session.write(try SortedJSON.text(status))
        } else {
            session.write(StatusText(session.language).render(status))
        }
        return .fine
    }
}

/// A status for people.
struct StatusText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ status: TransferStatus) -> String {
        if status.municipalities.isEmpty {
            return pick("Der Portalspeicher kennt keine Kommune.", "The portal store knows no municipality.") + "\n"
        }
        var text = ""
        for municipality in status.municipalities {
            let portal = "\(pick("Portal", "portal")) \(municipality.portal)"
            text += SafeText.line("\(municipality.name) (ARS \(municipality.ars)), \(portal)") + "\n"
            if municipality.services.isEmpty {
                text += "  " + pick("keine Dienste", "no services") + "\n"
            }
            for service in municipality.services { text += self.service(service) }
            if !municipality.journal.isEmpty {
                text += "  " + pick("Protokoll, Neuestes zuerst", "journal, latest first") + "\n"
                text += TextTable(municipality.journal.map(entry), indent: "    ").text
            }
        }
        return text
    }

    private func service(_ service: TransferStatus.Service) -> String {
        var text = "  " + SafeText.line("\(service.bezeichnung) (\(service.kennung) \(service.version))") + "\n"
        let by = "\(service.installedAt), \(service.installedBy)"
        let parts = service.parts.count
        let bound = service.parts.count { $0.original != $0.bound }
        text +=
            TextTable(
                [
                    [pick("installiert", "installed"), by],
                    [
                        pick("Bestandteile", "parts"),
                        pick("\(parts), davon \(bound) angepasst", "\(parts), \(bound) of them bound"),
                    ],
                    [pick("Parameter", "parameters"), "\(service.parameters.count)"],
                ] + local(service), indent: "    "
            ).text
        let moved = service.bindings.filter { $0.source != $0.target }
        return text
            + TextTable(
                moved.map { [pick("Kennung", "identity"), $0.kind, "\($0.source.value) → \($0.target.value)"] },
                indent: "    "
            ).text
    }

    /// What was changed here, where anything was.
    private func local(_ service: TransferStatus.Service) -> [[String]] {
        let parts = service.parts.filter { $0.local != $0.bound }.map(\.id)
        let parameters = service.localParameters.map { "parameter:\($0)" }
        let changed = parts + parameters
        return changed.isEmpty ? [] : [[pick("hier geändert", "changed here"), changed.joined(separator: ", ")]]
    }

    private func entry(_ entry: JournalEntry) -> [String] {
        let versions = [entry.vonVersion, entry.nachVersion].compactMap { $0 }.joined(separator: " → ")
        return [entry.zeitpunkt, entry.wer, entry.vorgang, entry.paket ?? "", versions]
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
