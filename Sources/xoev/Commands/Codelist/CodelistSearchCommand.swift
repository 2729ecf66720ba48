import ArgumentParser
import CodeLists
import Findings
import Foundation

/// `xoev codelist search`: lists by words, or the rows of one list.
struct CodelistSearchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds lists by words in URI, name and agency, or rows of one list by words in any column.",
        discussion: """
            Upper and lower case are the same. What is not found ends with exit code 4.

            EXAMPLES
              xoev codelist search staat destatis
              xoev codelist search paderborn --list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Words, all of which have to occur.")
    var words: [String]

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Files, folders or archives with lists. May be repeated. Default: the store.", valueName: "path"),
        completion: .file())
    var places: [String] = []

    @Option(
        help: ArgumentHelp(
            "Looks in the rows of this list, in its newest version or that of --as-of.", valueName: "uri|file"))
    var list: String?

    @Option(help: ArgumentHelp("Only the versions in force on this day.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    func validate() throws {
        if words.isEmpty { throw ValidationError("Name at least one word.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        if let list { return try searchRows(list, session) }
        let registry = try CodeListRegistry(placesOf: places, session: session)
        var entries = registry.search(words.joined(separator: " "))
        if let asOf { entries = entries.filter { registry.inForce($0.id.uri, on: asOf)?.id == $0.id } }
        if global.format == .json {
            session.write(CodelistTable.json(entries).rendered() + "\n")
        } else {
            session.write(CodelistTable.text(entries))
            if entries.isEmpty { session.say(Self.nothing) }
        }
        return entries.isEmpty ? .notFound : .fine
    }

    private static let nothing = Message(
        de: "Nichts gefunden, in dem alle diese Wörter vorkommen.", en: "Nothing found in which all these words occur.")

    private func searchRows(_ name: String, _ session: Session) throws -> Findings.ExitCode {
        var arguments = [name]
        for place in places { arguments += ["--in", place] }
        if let asOf { arguments += ["--as-of", asOf.description] }
        let list = try CodelistChoice.parse(arguments).find(session)
        let wanted = words.map { $0.lowercased() }
        let rows = (0..<list.count).filter { row in
            let text = (list.rows?[row].compactMap(\.text) ?? []).joined(separator: "\n").lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("uri", .string(list.id.uri)), ("version", .string(list.id.version)),
                (
                    "rows",
                    .array(
                        rows.map { row in
                            .object(
                                list.columns.map { column in
                                    (column.id, list.value(row: row, column: column.id).map { .string($0) })
                                })
                        })
                ),
            ])
            session.write(result.rendered() + "\n")
        } else if !rows.isEmpty {
            let cells = rows.map { row in list.columns.map { list.value(row: row, column: $0.id) ?? "" } }
            session.write(TextTable([list.columns.map(\.id)] + cells).text)
        } else {
            session.say(Self.nothing)
        }
        return rows.isEmpty ? .notFound : .fine
    }
}
