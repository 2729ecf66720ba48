import ArgumentParser
import CodeLists
import Findings
import Foundation

/// `xoev codelist show`: a list's metadata and rows, or one code of it.
struct CodelistShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a code list, or one code of it.",
        discussion: """
            A list is named by its file, or by its URI with --in. Without --list-version and --as-of the newest version \
            counts. A code that the list does not have ends with exit code 4 and names the nearest ones.

            EXAMPLES
              xoev codelist show staat_2024-08-01.xml
              xoev codelist show urn:de:xoev:codeliste:erreichbarkeit --in codelists/ --code 02
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @OptionGroup var choice: CodelistChoice

    @Option(help: "Shows only the row with this code.")
    var code: String?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let list = try choice.find(session)
        let lookup = try code.map { _ in try CodeListLookup(list) }
        if let code, let lookup, lookup[code] == nil {
            throw CLIError.unknownCode(code, in: list, nearest: lookup.nearest(to: code))
        }
        let rows = code.flatMap { lookup?[$0] }.map { [$0] } ?? Array(0..<list.count)
        if global.format == .json {
            session.write(json(list, rows).rendered() + "\n")
        } else {
            session.write(text(list, rows, session.language))
        }
        return .fine
    }

    private func json(_ list: CodeList, _ rows: [Int]) -> JSONText {
        .object([
            ("schemaVersion", .string("1.0")),
            ("uri", .string(list.id.uri)),
            ("version", .string(list.id.version)),
            ("name", .string(list.identification.displayName)),
            ("validFrom", list.validFrom.map { .string($0.description) }),
            ("codeColumn", list.codeColumn.map { .string(list.columns[$0].id) }),
            ("columns", .array(list.columns.map { .string($0.id) })),
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
    }

    private func text(_ list: CodeList, _ rows: [Int], _ language: Language) -> String {
        var lines = LabelledLines(language)
        lines.add(Message(de: "Kennung", en: "URI"), list.id.uri)
        lines.add(Message(de: "Version", en: "version"), list.id.version)
        lines.add(Message(de: "Gültig ab", en: "valid from"), list.validFrom?.description)
        lines.add(Message(de: "Herausgeber", en: "agency"), list.metadata?.agencyShortName)
        lines.add(Message(de: "Einträge", en: "entries"), String(list.count))
        let header = list.columns.enumerated().map {
            $0.offset == list.codeColumn ? "\($0.element.id)*" : $0.element.id
        }
        let cells = rows.map { row in list.columns.map { list.value(row: row, column: $0.id) ?? "" } }
        return SafeText.line(list.identification.displayName) + "\n" + lines.text
            + TextTable([header] + cells, indent: "    ").text
    }
}

extension CLIError {
    /// Nothing is at a path, or nothing that can be read.
    static func noSuchPath(_ path: String) -> CLIError {
        guard NamedFile.isMissing(path) else { return NamedFile.unreadable(path) }
        return CLIError(
            "cli.not-found", .notFound, file: path,
            Message(de: "Diesen Pfad gibt es nicht.", en: "There is no such path."),
            hint: Message(de: "Prüfen Sie die Schreibung.", en: "Check the spelling."))
    }

    static func noSuchList(_ uri: String, places: [String], known: [CodeListEntry]) -> CLIError {
        let versions = known.map(\.id.version).joined(separator: ", ")
        let message = Message(
            de: "Die Codeliste \(uri) ist in dieser Version nicht vorhanden oder keine Datei.",
            en: "The code list \(uri) is not at hand in this version, nor is it a file.")
        if known.isEmpty {
            return CLIError(
                "codelist.not-found", .notFound, message,
                hint: Message(
                    de: "Nennen Sie mit --in den Ordner, in dem sie liegt; „xoev codelist list“ zeigt, was darin ist.",
                    en: "Name the folder that holds it with --in; “xoev codelist list” shows what is in it."))
        }
        return CLIError(
            "codelist.not-found", .notFound, message,
            hint: Message(de: "Vorhanden sind: \(versions).", en: "At hand are: \(versions)."))
    }

    static func unknownCode(_ code: String, in list: CodeList, nearest: [String]) -> CLIError {
        let codes = nearest.joined(separator: ", ")
        return CLIError(
            "codelist.unknown-code", .notFound,
            Message(
                de: "Die Liste \(list.id) hat keinen Code \(code).", en: "The list \(list.id) has no code \(code)."),
            hint: nearest.isEmpty
                ? nil : Message(de: "Ähnlich sind: \(codes).", en: "Similar are: \(codes)."))
    }
}
