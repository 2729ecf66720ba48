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
            Names that collide are told on standard error with --verbose.

            The configuration is a JSON file: {"names": {"Type.Name": "Name", "Type.Name/element": "name"}, \
            "openEnumerations": ["Type.Name"], "messages": ["vorgang.transportieren.2010"]}.

            EXAMPLES
              xoev generate swift --schema xwasser.xsd --into Sources/XWasser
              xoev generate swift --schema xsd/ --catalog catalog.xml --message abgabe.0401 --into Sources/Modell
              xoev generate swift --schema xsd/ --config xoev-generate.json --into Sources/Modell
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
        help: ArgumentHelp(
            "Makes only what this global element needs. May be repeated.", valueName: "element"))
    var message: [String] = []

    @Option(help: ArgumentHelp("Names and choices, see above.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(help: "Makes enumerations that accept values which the schema does not list.")
    var openEnumerations = false

    @Flag(help: "Makes types that only their module can use.")
    var `internal` = false

    func validate() throws {
        if schema.isEmpty { throw ValidationError("Name at least one schema with --schema.") }
    }

    private struct Configuration: Decodable {
        var names: [String: String]?
        var openEnumerations: [String]?
        var messages: [String]?
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let configuration = try config.map { try Self.configuration($0) }
        let components = try SchemaLoader(.init(catalogs: catalog)).loadComponents(
            schema.map { SchemaSource(path: $0) })
        let messages = message.isEmpty ? configuration?.messages : message
        var command = "xoev generate swift"
        for item in message { command += " --message \(item)" }
        if openEnumerations { command += " --open-enumerations" }
        if `internal` { command += " --internal" }
        let options = SwiftGenerator.Options(
            messages: messages, names: configuration?.names ?? [:],
            openEnumerations: Set(configuration?.openEnumerations ?? []), opensAllEnumerations: openEnumerations,
            access: `internal` ? "internal" : "public", commandLine: command)
        let output = try SwiftGenerator(options).generate(components)
        try GeneratedFolder(path: into).replace(with: output.files.map { ($0.name, Array($0.text.utf8)) })
        if session.options.verbose { for finding in output.findings { session.tell(finding) } }
        let lines = output.files.reduce(0) { $0 + $1.text.utf8.count { $0 == 0x0A } }
        session.writeLine(
            Message(
                de: "\(output.files.count) Dateien, \(output.typeCount) Typen, \(lines) Zeilen in \(into)",
                en: "\(output.files.count) files, \(output.typeCount) types, \(lines) lines in \(into)"))
        return .fine
    }

    private static func configuration(_ path: String) throws -> Configuration {
        do {
            return try JSONDecoder().decode(Configuration.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CLIError(
                "cli.bad-configuration", .unreadable, file: path,
                Message(
                    de: "Die Konfiguration ist nicht lesbar: \("\(error.localizedDescription)")",
                    en: "The configuration cannot be read: \("\(error.localizedDescription)")"),
                hint: Message(
                    de: "Erwartet wird JSON mit names, openEnumerations und messages.",
                    en: "JSON with names, openEnumerations and messages is expected."))
        }
    }
}

/// A folder whose generated files are replaced together. Files that somebody wrote are never touched.
struct GeneratedFolder {
    private static let mark = "// Made by `xoev generate swift"

    let path: String

    func replace(with files: [(name: String, bytes: [UInt8])]) throws {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if !manager.fileExists(atPath: path, isDirectory: &isFolder) {
            do {
                try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw CLIError.unwritable(path, errno)
            }
        }
        let names = Set(files.map(\.name))
        let present = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        let generated = present.filter { $0.hasSuffix(".swift") && isGenerated(path + "/" + $0) }
        if let foreign = present.first(where: { names.contains($0) && !generated.contains($0) }) {
            throw CLIError.exists(path + "/" + foreign)
        }
        for file in files { try AtomicFile(path + "/" + file.name).check() }
        for file in files { try AtomicFile(path + "/" + file.name).write(file.bytes) }
        for old in generated where !names.contains(old) { try? manager.removeItem(atPath: path + "/" + old) }
    }

    private func isGenerated(_ file: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: file) else { return false }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: Self.mark.utf8.count)) ?? Data()
        return start.elementsEqual(Self.mark.utf8)
    }
}
