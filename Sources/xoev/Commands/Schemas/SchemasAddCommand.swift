import ArgumentParser
import Findings
import Foundation
import SchemaModel

/// `xoev schemas add`: puts schema sets into the store.
struct SchemasAddCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Puts a schema set into the store: a file, a folder or a ZIP archive.",
        discussion: """
            The set is compiled first; what does not compile is refused and nothing is stored. A set that is there \
            already, byte for byte, is left as it is.

            EXAMPLES
              xoev schemas add xwasser-1.0.0.zip
              xoev schemas add xsd/ --name xbau-2.4 --catalog catalog.xml
              xoev schemas add xsd/ --replace --store ./schemas
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var storeOptions: StoreOptions

    @Argument(help: "Files, folders or ZIP archives; each becomes a set.", completion: .file())
    var paths: [String]

    @Option(help: "The name of the set. Default: standard and version as the schemas tell them.")
    var name: String?

    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @Flag(help: "Replaces a set of the same name.")
    var replace = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("Name at least one file, folder or ZIP archive.") }
        if name != nil, paths.count > 1 { throw ValidationError("--name goes with one path only.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        for path in paths + catalog where !FileManager.default.fileExists(atPath: path) {
            throw CLIError.noSuchPath(path)
        }
        let store = storeOptions.schemaStore(session)
        var results: [JSONText] = []
        for path in paths {
            let options = SchemaStore.AddOptions(
                name: name, replaces: replace, loading: SchemaLoader.Options(catalogs: catalog))
            let added: (set: StoredSchemaSet, outcome: SchemaStore.Outcome)
            do {
                added = try store.add(SchemaSource(path: path), options)
            } catch {
                // Here the schemas are what is checked, so that their faults are findings.
                let code = CLIError.exitCode(for: error)
                for finding in error.findings { session.tell(finding) }
                return code == .incomplete ? .findings : code
            }
            let (set, outcome) = (added.set, added.outcome)
            if global.format == .json {
                results.append(.object([("outcome", .string(outcome.rawValue)), ("set", set.json)]))
            } else {
                session.writeLine(Self.line(set, outcome))
            }
        }
        if global.format == .json {
            let result: JSONText = .object([("schemaVersion", .string("1.0")), ("results", .array(results))])
            session.write(result.rendered() + "\n")
        }
        return .fine
    }

    private static func line(_ set: StoredSchemaSet, _ outcome: SchemaStore.Outcome) -> Message {
        let count = set.files.count
        return switch outcome {
        case .added:
            Message(de: "\(set.name): hinzugefügt, \(count) Dateien", en: "\(set.name): added, \(count) files")
        case .unchanged:
            Message(de: "\(set.name): unverändert vorhanden", en: "\(set.name): there already, unchanged")
        case .replaced:
            Message(de: "\(set.name): ersetzt, \(count) Dateien", en: "\(set.name): replaced, \(count) files")
        }
    }
}
