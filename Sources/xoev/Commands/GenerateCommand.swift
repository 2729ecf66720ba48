import Archives
import ArgumentParser
import Findings
import Foundation
import SchemaCodegen
import SchemaModel

/// `xoev generate`: makes source code from schemas.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes source code from schemas.",
        subcommands: [GenerateSwiftCommand.self])
}

/// `xoev generate swift`: makes Swift types from schemas.
struct GenerateSwiftCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "swift",
        abstract: "Makes Swift types from schemas.",
        discussion: """
            The types need the libraries SchemaBinding and XMLCore of swift-xoev. All files of the folder that were \
            made before are replaced, at once or not at all; the same schemas give the same files on every machine. \
            Names that collide are told on standard error with --verbose. Beside the code, .xoev-manifest.json says \
            which type stands for what; --reuse takes types of a module made earlier from there.

            The configuration is a JSON file, described in Documentation/Swift-Typen.md: schemas, messages, types, \
            names, openEnumerations, reuse and more. The same file drives the SwiftPM plugin XOEVGenerate.

            EXAMPLES
              xoev generate swift --schema xwasser.xsd --into Sources/XWasser
              xoev generate swift --schema xsd/ --catalog catalog.xml --message abgabe.0401 --into Sources/Modell
              xoev generate swift --config Sources/Modell/xoev-generate.json --into Sources/Modell/Typen
              xoev generate swift --schema antrag.xsd --reuse Basis=Sources/Basis --into Sources/Antrag
            """)

    static var formats: [ReportFormat] { [.text] }

    @OptionGroup var global: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "A schema file, or a folder or ZIP archive of schemas. May be repeated.", valueName: "file|folder"),
        completion: .file())
    var schema: [String] = []

    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @Option(
        help: ArgumentHelp("The folder for the files. It is created if need be.", valueName: "folder"),
        completion: .directory)
    var into: String

    @Option(
        name: [.long, .customLong("messages")],
        help: ArgumentHelp(
            "Makes only what this global element needs. May be repeated.", valueName: "element"))
    var message: [String] = []

    @Option(
        help: ArgumentHelp(
            "Makes this named type even if no message reaches it; * for all. May be repeated.", valueName: "type"))
    var type: [String] = []

    @Option(
        help: ArgumentHelp(
            "Uses the types of a module that was made earlier. May be repeated.", valueName: "module=folder"))
    var reuse: [String] = []

    @Option(help: ArgumentHelp("Settings, see above.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(help: "Makes enumerations that accept values which the schema does not list.")
    var openEnumerations = false

    @Flag(help: "Makes types that only their module can use.")
    var `internal` = false

    func validate() throws {
        if schema.isEmpty, config == nil {
            throw ValidationError("Name at least one schema with --schema, or a configuration with --config.")
        }
        if let wrong = reuse.first(where: { $0.split(separator: "=").count != 2 }) {
            throw ValidationError("--reuse \(wrong): MODULE=FOLDER is expected.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        var configuration = try config.map { try GeneratorConfiguration(file: $0) } ?? GeneratorConfiguration()
        var flags: [String] = []
        // Paths of the command line are not those of the configuration.
        let current = FileManager.default.currentDirectoryPath
        func absolute(_ path: String) -> String {
            config == nil || path.hasPrefix("/") ? path : current + "/" + path
        }
        if !schema.isEmpty { configuration.schemas = schema.map(absolute) }
        configuration.catalogs += catalog.map(absolute)
        flags += SourceGeneration.flags("--schema", schema) + SourceGeneration.flags("--catalog", catalog)
        if !message.isEmpty {
            configuration.messages = message
            flags += message.map { "--message \($0)" }
        }
        if !type.isEmpty {
            configuration.types = type
            flags += type.map { "--type \($0)" }
        }
        for item in reuse {
            let parts = item.split(separator: "=").map(String.init)
            configuration.reuse.append(.init(module: parts[0], manifest: absolute(parts[1])))
            flags.append("--reuse \(parts[0])")
        }
        if openEnumerations {
            configuration.openEnumerations = .all
            flags.append("--open-enumerations")
        }
        if `internal` {
            configuration.access = "internal"
            flags.append("--internal")
        }
        let output = try SourceGeneration(configuration, flags: flags).run()
        try GeneratedFolder(path: into).replace(with: output)
        for finding in output.findings where session.options.verbose || finding.severity > .hint {
            session.tell(finding)
        }
        let lines = output.files.reduce(0) { $0 + $1.text.utf8.count { $0 == 0x0A } }
        session.writeLine(
            Message(
                de: "\(output.files.count) Dateien, \(output.typeCount) Typen, \(lines) Zeilen in \(into)",
                en: "\(output.files.count) files, \(output.typeCount) types, \(lines) lines in \(into)"))
        return .fine
    }
}
