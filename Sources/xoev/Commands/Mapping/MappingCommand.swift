import ArgumentParser
import CodeLists
import FIM
import Findings
import SchemaModel
import ServiceTransfer

/// `xoev mapping`: the group of commands for mappings from forms to messages.
struct MappingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping",
        abstract: "Checks mappings from forms to messages, and makes messages with them.",
        discussion: """
            A mapping says as data (XML) how the entries of a form (XDatenfelder) become a message of any XÖV \
            standard. See Documentation/Formate/Abbildung.md.

            EXAMPLES
              xoev mapping check hundesteuer.dienst
              xoev mapping check mapping.xml --form form.xml --schema xsd/
              xoev mapping run hundesteuer.dienst --data antrag.json --profile soest.xml --output 0101.xml
            """,
        subcommands: [MappingCheckCommand.self, MappingRunCommand.self])
}

/// Where a mapping and what it needs come from: a package, or single files.
struct MappingOptions: ParsableArguments {
    @Argument(
        help: "A package (archive or folder) that holds the mapping, or the mapping itself with --form and --schema.",
        completion: .file())
    var source: String

    @Option(help: ArgumentHelp("Which mapping of the package.", valueName: "part"))
    var part: String?

    @Option(help: ArgumentHelp("The form (XDatenfelder).", valueName: "file"), completion: .file())
    var form: String?

    @Option(
        help: ArgumentHelp(
            "A schema of the message: a file, folder or ZIP archive. May be repeated.", valueName: "path"),
        completion: .file())
    var schema: [String] = []

    @Option(help: ArgumentHelp("An OASIS XML catalog for schema locations.", valueName: "file"), completion: .file())
    var catalog: [String] = []

    @OptionGroup var lists: FIMListOptions

    func validate() throws {
        if form == nil, !schema.isEmpty { throw ValidationError("--schema needs --form.") }
        if form != nil, schema.isEmpty { throw ValidationError("--form needs --schema.") }
        if form != nil, part != nil { throw ValidationError("--part belongs to a package.") }
    }

    /// What a mapping needs to be checked and run.
    struct Loaded {
        var name: String
        var check: () -> MappingCheck
        var mapper: () throws -> MessageMapper
        var form: XDF3.Stammdatenschema
        var parameters: (Portalprofil?) -> [String: String]
    }

    func load(_ session: Session) throws -> Loaded {
        guard let form else {
            let mapping = try PackageMapping(try PackageReader().read(source), part: part)
            return Loaded(
                name: mapping.mapping.datei ?? source, check: { mapping.check() }, mapper: { try mapping.mapper() },
                form: mapping.form, parameters: { mapping.parameters(of: $0) })
        }
        let mapping = try Nachrichtenabbildung.read(source)
        guard let schema = try FIMFile(named: form).form().stammdatenschema else {
            throw CLIError(
                "mapping.not-a-form", .unreadable, file: form,
                Message(de: "Das ist kein Stammdatenschema.", en: "This is no Stammdatenschema."))
        }
        let (set, components) = try SchemaLoader(.init(catalogs: catalog))
            .loadWithComponents(self.schema.map { SchemaSource(path: $0) })
        let registry = lists.codelists.isEmpty ? nil : try CodeListRegistry(paths: lists.codelists)
        for finding in registry?.findings ?? [] { session.tell(finding) }
        let options = MappingCheck.Options(lists: registry)
        return Loaded(
            name: source,
            check: { MappingCheck(mapping, form: schema, components: components, options: options) },
            mapper: {
                try MessageMapper(
                    mapping, form: schema, components: components, schemas: set, options: options,
                    codeList: { reference in registry.flatMap { QualityCodeList(reference, in: $0) } })
            },
            form: schema, parameters: { _ in [:] })
    }
}
