import ArgumentParser
import FIM
import Findings
import ServiceTransfer

/// `xoev package import`: the skeleton of a package from a municipality's own files.
struct PackageImportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Makes the skeleton of a package from XZuFi files, forms and code lists, with a list of what is left to do.",
        discussion: """
            Sources are files, folders and ZIP archives: transfer files and single objects of XZuFi, a stock with its \
            index.txt, forms (XDatenfelder 2.0 and 3.0.0), code lists (genericode), processes (BPMN), process templates \
            of the OZG-Hub. Taken is the service with its units, online services, forms and their code lists. What no \
            source says stands in TODO.md and todo.json of the package; links and parameters of the town it comes from \
            become parameters without a value. Nothing is written unless all is.

            EXAMPLES
              xoev package import bestand/ --list
              xoev package import bestand/ --leistung 99102901104000 --into hundesteuer
              xoev package import leistung.xml S05999000100V1.0.0_xdf3.xml codelisten/ --into hundesteuer \\
                --kennung de.nrw.soest.hundesteuer --herausgeber 'Stadt Soest' --ars 059740040040 --lizenz EUPL-1.2
              xoev package import ozg-hub/ --leistung 99102901104000 --into hundesteuer
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files, folders or ZIP archives.", completion: .file())
    var sources: [String]

    @Option(help: ArgumentHelp("The folder to make. It must not exist or be empty.", valueName: "folder"))
    var into: String?

    @Option(
        help: ArgumentHelp(
            "The service: its key, its id, or agency/scheme/id. May be repeated.", valueName: "key|id"))
    var leistung: [String] = []

    @Flag(help: "Lists the services of the sources and makes nothing.")
    var list = false

    @Option(
        help: ArgumentHelp("A form to take that nothing links to the service. May be repeated.", valueName: "id"))
    var formular: [String] = []

    @Option(help: "The lasting identifier, such as de.nrw.soest.hundesteuer. Default: from publisher and name.")
    var kennung: String?

    @Option(help: ArgumentHelp("The version of the package.", valueName: "version"))
    var packageVersion = "0.1.0"

    @Option(help: ArgumentHelp("Who publishes the package. Default: who publishes the service.", valueName: "name"))
    var herausgeber: String?

    @Option(
        help: ArgumentHelp(
            "The publisher's Amtlicher Regionalschlüssel. Default: from the service's area.", valueName: "12 digits"))
    var ars: String?

    @Option(help: ArgumentHelp("The licence as an SPDX expression.", valueName: "spdx"))
    var lizenz: String?

    @Option(help: ArgumentHelp("The portal the service comes from. Default: the sender.", valueName: "name"))
    var portal: String?

    @Option(
        help: ArgumentHelp(
            "The address of that portal; links into it are rewritten for each target.", valueName: "url"))
    var adresse: String?

    func validate() throws {
        if !list, into == nil { throw ValidationError("--into names the folder to make; --list only lists services.") }
        if list, into != nil { throw ValidationError("--list and --into exclude each other.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let importer = PackageImporter(
            options: try PackageImporter.Options(
                leistungen: leistung, formulare: formular, kennung: kennung,
                version: try SemanticVersion(packageVersion), herausgeber: herausgeber, ars: ars, lizenz: lizenz,
                portal: portal, adresse: adresse, erstellt: session.now))
        guard let into else {
            let services = importer.servicesOperation(in: sources)
            return try list(await session.following(services, cancelsOnInterrupt: true), session)
        }
        try OutputFolder.requireFree(into)
        let outcome = try await session.following(importer.operation(sources), cancelsOnInterrupt: true)
        for note in outcome.notes { session.tell(note) }
        try outcome.write(to: into)
        if global.format == .json {
            session.write(json(outcome, into).rendered() + "\n")
        } else {
            tell(outcome, into, session)
        }
        return .fine
    }

    private func list(_ services: [ImportService], _ session: Session) throws -> Findings.ExitCode {
        if global.format == .json {
            let items = services.map { service in
                JSONText.object([
                    ("agency", service.id.schemeAgencyID.map { .string($0) }),
                    ("scheme", service.id.schemeID.map { .string($0) }), ("id", .string(service.id.value)),
                    ("keys", .array(service.schluessel.map { .string($0) })), ("name", .string(service.name)),
                    ("file", .string(service.datei)),
                ])
            }
            let all = JSONText.object([("schemaVersion", .string("1.0")), ("services", .array(items))])
            session.write(all.rendered() + "\n")
        } else {
            let rows = services.map { [$0.schluessel.first ?? "-", $0.id.description, $0.name] }
            session.write(TextTable(rows).text)
        }
        return services.isEmpty ? .notFound : .fine
    }

    private func tell(_ outcome: PackageImporter.Outcome, _ folder: String, _ session: Session) {
        let manifest = outcome.manifest
        let counts = ImportTodo.Kind.allCases.map { kind in outcome.todos.count { $0.kind == kind } }
        session.writeLine(
            Message(
                de:
                    "Angelegt: \(folder) mit \(manifest.kennung) \(manifest.version.description), \(manifest.bestandteile.count) Bestandteile.",
                en:
                    "Made: \(folder) with \(manifest.kennung) \(manifest.version.description), \(manifest.bestandteile.count) parts."
            ))
        if !global.quiet {
            let rows = manifest.bestandteile.map { [$0.id, $0.rolle.rawValue, $0.pfad] }
            session.write(TextTable(rows, indent: "  ").text)
        }
        let verdict =
            switch outcome.verification.verdict {
            case .valid: Message(de: "gültig", en: "valid")
            case .incomplete: Message(de: "unvollständig geprüft", en: "incomplete")
            case .invalid, .error: Message(de: "ungültig, siehe die Aufgaben", en: "invalid, see the tasks")
            }
        session.writeLine(
            Message(
                de:
                    "Prüfung: \(text: verdict.de). Aufgaben in \(folder)/TODO.md: \(counts[0]) zu ergänzen, \(counts[1]) zu bestätigen, \(counts[2]) anzusehen.",
                en:
                    "Check: \(text: verdict.en). Tasks in \(folder)/TODO.md: \(counts[0]) to add, \(counts[1]) to confirm, \(counts[2]) to look at."
            ))
    }

    private func json(_ outcome: PackageImporter.Outcome, _ folder: String) -> JSONText {
        .object([
            ("schemaVersion", .string("1.0")), ("folder", .string(folder)),
            ("kennung", .string(outcome.manifest.kennung)),
            ("version", .string(outcome.manifest.version.description)),
            ("verdict", .string(outcome.verification.verdict.rawValue)),
            (
                "parts",
                .array(
                    outcome.manifest.bestandteile.map {
                        .object([
                            ("id", .string($0.id)), ("role", .string($0.rolle.rawValue)), ("path", .string($0.pfad)),
                        ])
                    })
            ),
            (
                "todos",
                .array(
                    outcome.todos.map {
                        .object([
                            ("id", .string($0.id.rawValue)), ("kind", .string($0.kind.rawValue)),
                            ("part", $0.part.map { .string($0) }),
                        ])
                    })
            ),
        ])
    }
}
