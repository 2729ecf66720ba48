import Archives
import Findings
import Foundation
import SchemaModel

/// Makes the code that a configuration asks for: loads the schemas, the manifests of modules that are reused, generates.
public struct SourceGeneration: Sendable {
    private let configuration: GeneratorConfiguration
    private let flags: [String]

    /// A run. `flags` are what the command line adds to the configuration; they are named in the header of the code.
    public init(_ configuration: GeneratorConfiguration, flags: [String] = []) {
        self.configuration = configuration
        self.flags = flags
    }

    /// Makes the files; nothing is written.
    ///
    /// - Throws: `SchemaError` when the schemas do not compile, `GeneratorError` when the configuration asks for what
    ///   cannot be had.
    public func run() throws -> SwiftGenerator.Output {
        try run(under: [])
    }

    private func run(under parents: [String]) throws -> SwiftGenerator.Output {
        guard !configuration.schemas.isEmpty else {
            throw GeneratorError(
                "codegen.no-schemas", at: Location(file: configuration.file),
                Message(de: "Es ist kein Schema genannt.", en: "No schema is named."),
                hint: Message(
                    de: "Nennen Sie eines unter \"schemas\" oder mit --schema.",
                    en: "Name one under \"schemas\" or with --schema."))
        }
        try checkPaths()
        let reuse = try configuration.reuse.map { try self.reuse($0, parents) }
        // In whatever order they are named, the same comes out.
        func sources(_ paths: [String]) -> [SchemaSource] {
            paths.sorted { (Self.fileName($0), $0) < (Self.fileName($1), $1) }
                .map { SchemaSource(path: configuration.path($0)) }
        }
        let loader = SchemaLoader(
            .init(catalogs: configuration.catalogs.map { configuration.path($0) }, pool: sources(configuration.imports))
        )
        let components = try loader.loadComponents(sources(configuration.schemas))
        var options = SwiftGenerator.Options(
            messages: configuration.messages, types: configuration.types, names: configuration.names,
            access: configuration.access, module: configuration.module, reuse: reuse,
            fileCount: configuration.files, commandLine: commandLine, configuration: configuration.mark)
        switch configuration.openEnumerations {
        case .all: options.opensAllEnumerations = true
        case .named(let names): options.openEnumerations = Set(names)
        }
        do throws(GeneratorError) {
            return try SwiftGenerator(options).generate(components)
        } catch {
            throw error.located(in: configuration)
        }
    }

    /// A file that the configuration names and that is not there is told at its place in the configuration.
    private func checkPaths() throws(GeneratorError) {
        guard configuration.file != nil else { return }
        let faults = (configuration.schemas + configuration.catalogs + configuration.imports)
            .filter { !FileManager.default.fileExists(atPath: configuration.path($0)) }
            .map { path in
                GeneratorError.Fault(
                    subject: path,
                    Finding(
                        "codegen.schema-missing", .error, at: configuration.place(of: path) ?? Location(),
                        Message(
                            de: "„\(path)“ gibt es nicht.", en: "There is no “\(path)”."),
                        hint: Message(
                            de: "Pfade gelten ab dem Ordner der Konfiguration.",
                            en: "Paths begin at the folder of the configuration.")))
            }
        if !faults.isEmpty { throw GeneratorError(faults) }
    }

    /// The command line as the header of the code names it: without paths, which differ from machine to machine.
    private var commandLine: String {
        var words = ["xoev generate swift"]
        if let file = configuration.file { words.append("--config \(Self.fileName(file))") }
        return (words + flags).joined(separator: " ")
    }

    private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What the header names of the schemas and catalogs that a command line gives: their names, without folders.
    public static func flags(_ name: String, _ paths: [String]) -> [String] {
        Set(paths.map { fileName(URL(filePath: $0).standardizedFileURL.path) }).sorted().map { "\(name) \($0)" }
    }

    private func reuse(_ item: GeneratorConfiguration.Reuse, _ parents: [String]) throws -> ReusedModule {
        if let manifest = item.manifest {
            return ReusedModule(module: item.module, manifest: try .read(configuration.path(manifest)))
        }
        let path = configuration.path(item.config ?? "")
        let own = URL(filePath: path).standardizedFileURL.path
        let all = parents + [configuration.file.map { URL(filePath: $0).standardizedFileURL.path } ?? ""]
        guard !all.contains(own) else {
            throw GeneratorError(
                "codegen.circular-reuse",
                at: configuration.place(of: item.module) ?? Location(file: configuration.file),
                Message(
                    de: "Das Modul \(item.module) verwendet sich selbst wieder.",
                    en: "The module \(item.module) reuses itself."))
        }
        var other = try GeneratorConfiguration(file: path)
        other.module = other.module ?? item.module
        return ReusedModule(module: item.module, manifest: try SourceGeneration(other).run(under: all).manifest)
    }
}
