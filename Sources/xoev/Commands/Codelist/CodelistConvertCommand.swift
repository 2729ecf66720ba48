import Archives
import ArgumentParser
import CodeLists
import Findings
import Foundation

/// `xoev codelist convert`: genericode, CSV and JSON into each other.
struct CodelistConvertCommand: SessionCommand {
    /// The forms of a list.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case genericode, csv, json
    }

    /// What stands between the fields of a table.
    enum Separator: String, CaseIterable, ExpressibleByArgument {
        case comma, semicolon, tab

        var character: Character {
            switch self {
            case .comma: ","
            case .semicolon: ";"
            case .tab: "\t"
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts code lists between genericode, CSV and JSON, without loss.",
        discussion: """
            The form of the input is told by its name: *.csv, *.json, anything else is genericode. A table does not tell \
            everything: --metadata names the file for the rest, which is written with --to csv and read with a CSV input. \
            A table without metadata becomes a new list with --uri and --list-version. A list with errors is not written as \
            genericode.

            EXAMPLES
              xoev codelist convert list.xml --to csv --metadata list.meta.json --output list.csv
              xoev codelist convert list.csv --to genericode --metadata list.meta.json --output list.xml
              xoev codelist convert new.csv --separator semicolon --to genericode --uri urn:de:stadt:codeliste:tiere \
            --list-version 1 --name Tiere
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The list.", completion: .file())
    var input: String

    @Option(help: "The form to convert to: genericode, csv or json.")
    var to: Form

    @Option(help: ArgumentHelp("What a CSV table does not tell.", valueName: "file"), completion: .file())
    var metadata: String?

    @Option(help: "What stands between the fields of CSV: comma, semicolon or tab.")
    var separator: Separator = .comma

    @Option(help: "The URI of a new list.")
    var uri: String?

    @Option(help: ArgumentHelp("The version of a new list.", valueName: "version"))
    var listVersion: String?

    @Option(help: "The name of a new list. Default: the last part of its URI.")
    var name: String?

    @Option(help: ArgumentHelp("The column of the codes of a new list. Default: the first.", valueName: "column"))
    var codeColumn: String?

    @Option(help: ArgumentHelp("The first day on which a new list is in force.", valueName: "YYYY-MM-DD"))
    var validFrom: CalendarDate?

    func validate() throws {
        if (uri == nil) != (listVersion == nil) {
            throw ValidationError("--uri and --list-version belong together.")
        }
        if input.hasSuffix(".csv"), metadata == nil, uri == nil {
            throw ValidationError("A table needs --metadata, or --uri and --list-version for a new list.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let data = try NamedFile.bytes(input)
        let csv = CodeListCSV(separator: separator.character)
        let list = try read(data, csv)
        let findings = CodeListCheck().findings(for: list, file: input)
        for finding in findings { session.tell(finding) }
        let isFaulty = findings.contains { $0.severity == .error }
        // A faulty list can be converted to mend it, but does not become a list for others.
        if isFaulty, to == .genericode {
            throw CLIError(
                "cli.list-faulty", .findings, file: input,
                Message(
                    de: "Die Liste hat Fehler; als Genericode wird sie nicht geschrieben.",
                    en: "The list has errors; it is not written as genericode."),
                hint: Message(de: "Beheben Sie die Fehler zuerst.", en: "Mend the errors first."))
        }
        switch to {
        case .genericode: session.write(String(decoding: try GenericodeWriter().write(list), as: UTF8.self))
        case .json: session.write(String(decoding: try CodeListJSON.write(list), as: UTF8.self))
        case .csv:
            if let metadata { try AtomicFile(metadata).write(try csv.sidecar(list)) }
            session.write(String(decoding: csv.table(list), as: UTF8.self))
        }
        return isFaulty ? .findings : .fine
    }

    private func read(_ bytes: [UInt8], _ csv: CodeListCSV) throws -> CodeList {
        if input.hasSuffix(".json") { return try CodeListJSON.read(bytes, name: input) }
        guard input.hasSuffix(".csv") else { return try GenericodeReader().read(bytes: bytes, name: input) }
        if let uri, let listVersion {
            let short = uri.split(separator: ":").last.map(String.init) ?? uri
            var annotation = XOEVAnnotation()
            annotation.shortName = name ?? short
            annotation.validFromText = validFrom?.description
            annotation.handbookVersion = "1.2"
            return try csv.list(
                table: bytes,
                identification: CodeListIdentification(
                    shortName: CodeListText(short), longNames: [CodeListText(name ?? short)], version: listVersion,
                    canonicalURI: uri),
                codeColumn: codeColumn, metadata: annotation, name: input)
        }
        guard let metadata else { throw CLIError.noSuchPath(input) }
        return try csv.list(table: bytes, sidecar: try NamedFile.bytes(metadata), name: input)
    }
}
