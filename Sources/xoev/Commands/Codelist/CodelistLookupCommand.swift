import ArgumentParser
import CodeLists
import Findings

/// `xoev codelist lookup`: the rows of codes.
struct CodelistLookupCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Looks codes up in a list.",
        discussion: """
            Without --list-version and --as-of the newest version counts. A code that the list does not have ends with exit \
            code 4 and names the nearest ones with their names.

            EXAMPLES
              xoev codelist lookup urn:de:xoev:codeliste:erreichbarkeit 02
              xoev codelist lookup staat_2024-08-01.xml 000 160
              xoev codelist lookup urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs 051110000000 --as-of 2024-01-01
              xoev codelist lookup urn:de:xoev:codeliste:erreichbarkeit E-Mail --column codeName
              xoev codelist lookup urn:de:xoev:codeliste:erreichbarkeit 09 --all-versions
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var choice: CodelistChoice

    @Argument(help: "The codes.")
    var codes: [String]

    @Option(help: "The column in which the values are looked up. Default: the column of the codes.")
    var column: String?

    @Flag(help: "Looks in all versions at hand, oldest first.")
    var allVersions = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if codes.isEmpty { throw ValidationError("Name at least one code.") }
        if allVersions, choice.listVersion != nil || choice.asOf != nil {
            throw ValidationError("--all-versions excludes --list-version and --as-of.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let lists = allVersions ? try choice.allVersions(session) : [try choice.find(session)]
        var found: [(list: CodeList, row: Int)] = []
        var missing: [String: CodeListLookup] = [:]
        for list in lists {
            let lookup = try CodeListLookup(list, column: column)
            for code in codes {
                if let row = lookup[code] { found.append((list, row)) } else { missing[code] = lookup }
            }
        }
        write(found, session)
        // With all versions, a code that one of them has is there.
        let known = Set(
            found.compactMap { list, row -> String? in
                let index = column.flatMap { list.columnIndex($0) } ?? list.codeColumn
                return index.flatMap { list.rows?[row, $0].text }
            })
        let unknown = codes.filter { missing[$0] != nil && !(allVersions && known.contains($0)) }
        for code in unknown {
            guard let lookup = missing[code] else { continue }
            let nearest = lookup.nearest(to: code).map { near in lookup.name(of: near).map { "\(near) (\($0))" } ?? near
            }
            session.tell(CLIError.unknownCode(code, in: lookup.list, nearest: nearest).finding)
        }
        return unknown.isEmpty ? .fine : .notFound
    }

    private func write(_ found: [(list: CodeList, row: Int)], _ session: Session) {
        if global.format == .json {
            let rows = found.map { list, row -> JSONText in
                .object([
                    ("uri", .string(list.id.uri)), ("version", .string(list.id.version)),
                    (
                        "row",
                        .object(
                            list.columns.map { column in
                                (column.id, list.value(row: row, column: column.id).map { .string($0) })
                            })
                    ),
                ])
            }
            let result: JSONText = .object([("schemaVersion", .string("1.0")), ("found", .array(rows))])
            session.write(result.rendered() + "\n")
            return
        }
        guard let first = found.first else { return }
        let columns = first.list.columns.map(\.id)
        let head = allVersions ? [session.language == .de ? "Version" : "version"] : []
        let rows = found.map { list, row in
            (allVersions ? [list.id.version] : []) + columns.map { list.value(row: row, column: $0) ?? "" }
        }
        session.write(TextTable([head + columns] + rows).text)
    }
}
