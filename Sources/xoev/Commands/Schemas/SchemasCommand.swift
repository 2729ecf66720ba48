import ArgumentParser
import FIM
import Findings
import SchemaModel

/// `xoev schemas`: the group of commands for schema sets.
struct SchemasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schemas",
        abstract: "Keeps schema sets where every command finds them; shows, compares and checks them.",
        discussion: """
            The store is $XDG_DATA_HOME/xoev/schemas (else ~/.local/share/xoev/schemas) unless --store names another \
            folder. Each set holds every schema that it needs, with a digest: it works offline and on its own.

            EXAMPLES
              xoev schemas add xwasser-1.0.0.zip
              xoev schemas list
              xoev schemas show xwasser
              xoev schemas codelists xwasser --code-lists codelists/
              xoev validate message.xml
            """,
        subcommands: [
            SchemasAddCommand.self, SchemasListCommand.self, SchemasRemoveCommand.self, SchemasVerifyCommand.self,
            SchemasShowCommand.self, SchemasMessagesCommand.self, SchemasCodelistsCommand.self, SchemasDiffCommand.self,
            SchemasLintCommand.self, SchemasSampleCommand.self,
        ])
}

/// Where the schema store is.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of the schema store.", valueName: "folder"), completion: .directory)
    var store: String?

    /// The store for a session.
    func schemaStore(_ session: Session) -> SchemaStore {
        SchemaStore(path: store, session: session)
    }
}

extension SchemaStore {
    /// The store in a folder; without one, the usual store of the session's user.
    init(path: String?, session: Session) {
        self.init(path: path ?? SchemaStore.defaultPath(environment: session.context.environment))
    }

    /// The schemas that commands use when none is named: those of the store, then the built-in ones, so that an official
    /// set in the store takes precedence.
    func sourcesAtHand() throws(SchemaError) -> [SchemaSource] { try sources() + [FIMSchemas.source] }
}

extension StoredSchemaSet {
    /// The standards of the set in one line.
    var standardNames: String {
        standards.filter { !$0.isLibrary }
            .map { [$0.shortName ?? $0.longName ?? $0.kennung ?? "", $0.version ?? ""].joined(separator: " ") }
            .joined(separator: ", ")
    }

    /// The set as JSON.
    var json: JSONText {
        .object([
            ("name", .string(name)), ("digest", .string(digest)),
            (
                "standards",
                .array(
                    standards.map { standard in
                        .object([
                            ("name", standard.shortName.map(JSONText.string)),
                            ("kennung", standard.kennung.map(JSONText.string)),
                            ("version", standard.version.map(JSONText.string)),
                        ])
                    })
            ),
            ("namespaces", .array(namespaces.map(JSONText.string))), ("files", .integer(files.count)),
        ])
    }
}
