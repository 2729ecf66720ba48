import ArgumentParser
import CodeLists
import Findings

/// `xoev codelist list`: which lists are there, in which versions.
struct CodelistListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tells which code lists are in files, folders and archives, in which versions.",
        discussion: """
            EXAMPLES
              xoev codelist list codelists/
              xoev codelist list codelists/ --search 'staat kosit' --format json
              xoev codelist list codelists/ --as-of 2026-01-01
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files, folders or ZIP archives with code lists.", completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Only lists with these words in URI, name or agency.", valueName: "words"))
    var search: String?

    @Option(help: ArgumentHelp("Only the versions in force on this day.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let registry = try CodeListRegistry(paths: paths)
        for finding in registry.findings { session.tell(finding) }
        var entries = search.map(registry.search) ?? registry.entries
        if let asOf {
            entries = entries.filter { registry.inForce($0.id.uri, on: asOf)?.id == $0.id }
        }
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("lists", .array(entries.map(\.json))),
            ])
            session.write(result.rendered() + "\n")
        } else {
            let rows = entries.map { entry in
                [
                    entry.id.uri, entry.id.version, entry.validFrom?.description ?? "–", "\(entry.rowCount)",
                    entry.displayName,
                ]
            }
            session.write(TextTable(rows).text)
        }
        return registry.findings.contains { $0.severity == .error } ? .findings : .fine
    }
}

extension CodeListEntry {
    /// The entry as JSON.
    var json: JSONText {
        .object([
            ("uri", .string(id.uri)),
            ("version", .string(id.version)),
            ("canonicalVersionUri", .string(canonicalVersionURI)),
            ("name", .string(displayName)),
            ("agency", agency.map { .string($0) }),
            ("validFrom", validFrom.map { .string($0.description) }),
            ("rows", .integer(rowCount)),
            ("file", .string(origin.name)),
            ("sha256", .string(fileDigest)),
        ])
    }
}
