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
              xoev codelist list --newest
              xoev codelist list codelists/ --superseded
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: "Files, folders or ZIP archives with code lists. Default: the store.", completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("Only lists with these words in URI, name or agency.", valueName: "words"))
    var search: String?

    @Option(help: ArgumentHelp("Only the versions in force on this day.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    @Flag(help: "Only the newest version of each list.")
    var newest = false

    @Flag(help: "Only versions that a later one superseded as of --as-of, else today.")
    var superseded = false

    func validate() throws {
        if newest, superseded || asOf != nil { throw ValidationError("--newest excludes --superseded and --as-of.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let registry = try CodeListRegistry(placesOf: paths, session: session)
        for finding in registry.findings { session.tell(finding) }
        var entries = search.map(registry.search) ?? registry.entries
        if superseded {
            let day = asOf ?? CalendarDate(session.now.prefix(10))
            entries = entries.filter { entry in day.map { registry.successor(of: entry.id, on: $0) != nil } ?? false }
        } else if let asOf {
            entries = entries.filter { registry.inForce($0.id.uri, on: asOf)?.id == $0.id }
        } else if newest {
            entries = entries.filter { registry.newest(of: $0.id.uri)?.id == $0.id }
        }
        if global.format == .json {
            session.write(CodelistTable.json(entries).rendered() + "\n")
        } else {
            session.write(CodelistTable.text(entries))
        }
        return registry.findings.contains { $0.severity == .error } ? .findings : .fine
    }
}

/// Entries of a registry as commands show them.
enum CodelistTable {
    static func text(_ entries: [CodeListEntry]) -> String {
        TextTable(
            entries.map { entry in
                [
                    entry.id.uri, entry.id.version, entry.validFrom?.description ?? "–", "\(entry.rowCount)",
                    entry.displayName,
                ]
            }
        ).text
    }

    static func json(_ entries: [CodeListEntry]) -> JSONText {
        .object([("schemaVersion", .string("1.0")), ("lists", .array(entries.map(\.json)))])
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
