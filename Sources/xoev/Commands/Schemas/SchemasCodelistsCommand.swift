import ArgumentParser
import CodeLists
import Findings
import SchemaModel
import XOEV

/// `xoev schemas codelists`: which code lists a standard uses.
struct SchemasCodelistsCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "codelists",
        abstract: "Lists the code lists that a standard uses: code type, URI, version, where; and what is at hand.",
        discussion: """
            Code types: 1 the schema names every code, 2 it fixes list and version, 3 it fixes the list, 4 it fixes \
            neither. With --code-lists, each list is said to be at hand, to be there in another version only, or missing; \
            the exit code is 5 when one that the schema fixes is missing.

            EXAMPLES
              xoev schemas codelists xwasser-1.0.0.zip --catalog catalog.xml
              xoev schemas codelists xwasser --code-lists codelists/ --missing
              xoev schemas codelists xdomea-3.0.0 --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: SchemaSelectionOptions
    @OptionGroup var storeOptions: StoreOptions

    @Option(
        help: ArgumentHelp(
            "Tells which lists are at hand in a file, folder or ZIP archive. May be repeated.", valueName: "path"),
        completion: .file())
    var codeLists: [String] = []

    @Flag(help: "Only lists that are not at hand.")
    var missing = false

    func validate() throws {
        if missing, codeLists.isEmpty { throw ValidationError("--missing needs --code-lists.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let registry = codeLists.isEmpty ? nil : try CodeListRegistry(paths: codeLists)
        for finding in registry?.findings ?? [] { session.tell(finding) }
        let found = try selection.standards(storeOptions, session: session)
        var results: [JSONText] = []
        var isMissing = false
        for standard in found.standards {
            var rows = standard.codeLists.map { use in
                CodeListRow(use: use, presence: registry.map { CodeListPresence(use.type, in: $0) })
            }
            isMissing = isMissing || rows.contains { $0.presence?.isMissing == true }
            if missing { rows = rows.filter { $0.presence?.isMissing == true } }
            if global.format == .json {
                results.append(
                    .object([("standard", standard.identityJSON), ("codeLists", .array(rows.map(\.json)))]))
            } else {
                if found.standards.count > 1 {
                    session.write(
                        SafeText.line([standard.name, standard.version ?? ""].joined(separator: " ")) + "\n")
                }
                session.write(TextTable(rows.map { $0.cells(session.language) }).text)
            }
        }
        if global.format == .json {
            let result: JSONText = .object([("schemaVersion", .string("1.0")), ("results", .array(results))])
            session.write(result.rendered() + "\n")
        }
        return isMissing ? .incomplete : .fine
    }
}

/// Whether a list that a code type needs is there.
enum CodeListPresence: Equatable {
    /// The schema itself names every code.
    case inSchema
    /// At hand, in these versions.
    case atHand([String])
    /// Only these other versions are at hand.
    case otherVersions([String])
    /// Not at hand.
    case absent
    /// The message says which list it is.
    case open

    init(_ type: CodeType, in registry: CodeListRegistry) {
        guard let uri = type.listURI else {
            self = type.kind == .enumerated ? .inSchema : .open
            return
        }
        let versions = registry.versions(of: uri).map(\.id.version)
        if type.kind == .enumerated, versions.isEmpty {
            self = .inSchema
        } else if type.fixesVersion, let version = type.listVersion, !versions.contains(version), !versions.isEmpty {
            self = .otherVersions(versions)
        } else if versions.isEmpty {
            self = type.kind == .free ? .open : .absent
        } else {
            self = .atHand(versions)
        }
    }

    /// Whether a check of codes would lack the list.
    var isMissing: Bool {
        switch self {
        case .absent, .otherVersions: true
        case .inSchema, .atHand, .open: false
        }
    }

    /// The stable name for JSON.
    var name: String {
        switch self {
        case .inSchema: "in-schema"
        case .atHand: "at-hand"
        case .otherVersions: "other-version"
        case .absent: "missing"
        case .open: "open"
        }
    }

    /// For people.
    func text(_ language: Language) -> String {
        let message: Message
        switch self {
        case .inSchema: message = Message(de: "Codes im Schema", en: "codes in the schema")
        case .atHand(let versions):
            let list = versions.joined(separator: ", ")
            message = Message(de: "liegt vor: \(list)", en: "at hand: \(list)")
        case .otherVersions(let versions):
            let list = versions.joined(separator: ", ")
            message = Message(de: "nur in anderer Version: \(list)", en: "other version only: \(list)")
        case .absent: message = Message(de: "fehlt", en: "missing")
        case .open: message = Message(de: "sagt die Nachricht", en: "said by the message")
        }
        return message.rendered(language)
    }
}

/// A line of the result.
private struct CodeListRow {
    let use: CodeListUse
    let presence: CodeListPresence?

    func cells(_ language: Language) -> [String] {
        let count = use.places.count
        let places =
            language == .de
            ? "\(count) \(count == 1 ? "Stelle" : "Stellen")" : "\(count) \(count == 1 ? "place" : "places")"
        return [
            "\(use.type.kind.rawValue)", use.type.listURI ?? "–", use.type.listVersion ?? "–",
            use.typeName?.local ?? "–", places,
        ] + (presence.map { [$0.text(language)] } ?? [])
    }

    var json: JSONText {
        .object([
            ("codeType", .integer(use.type.kind.rawValue)),
            ("uri", use.type.listURI.map(JSONText.string)),
            ("version", use.type.listVersion.map(JSONText.string)),
            ("versionIsFixed", .boolean(use.type.fixesVersion)),
            ("name", use.listName.map(JSONText.string)),
            ("column", use.type.codeColumn.map(JSONText.string)),
            ("type", (use.typeName?.local).map(JSONText.string)),
            ("places", .array(use.places.map { .string($0.description) })),
            ("messages", .array(use.messages.map { .string($0.local) })),
            ("presence", presence.map { .string($0.name) }),
        ])
    }
}
