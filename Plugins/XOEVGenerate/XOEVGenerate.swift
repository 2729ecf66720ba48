import Foundation
import PackagePlugin

/// Makes the types that `xoev-generate.json` in the folder of a target asks for, at every build in which it or one of its
/// schemas has changed.
@main struct XOEVGenerate: BuildToolPlugin {
    /// The number of files when the configuration does not say: SwiftPM must know their names before they are made.
    static let defaultFileCount = 8

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let config = URL(filePath: "\(target.directory)").appending(path: "xoev-generate.json")
        guard FileManager.default.fileExists(atPath: config.path) else {
            Diagnostics.error("\(target.name): \(config.path) is missing; it names the schemas.")
            return []
        }
        var inputs = Inputs()
        inputs.add(configuration: config)
        let folder = context.pluginWorkDirectoryURL.appending(path: "Types")
        let count = inputs.fileCount ?? Self.defaultFileCount
        let names = ["Schema.swift"] + (1...max(1, count)).map { "Types\($0).swift" }
        return [
            .buildCommand(
                displayName: "Typed Swift from the schemas of \(target.name)",
                executable: try context.tool(named: "xoev-generate").url,
                arguments: [
                    "--config", config.path, "--into", folder.path, "--module",
                    (target as? any SourceModuleTarget)?.moduleName ?? target.name, "--files", "\(count)",
                ],
                inputFiles: inputs.files, outputFiles: names.map { folder.appending(path: $0) })
        ]
    }
}

/// The files on which generated code depends: the configuration, its schemas, and those of modules that are reused.
struct Inputs {
    private(set) var files: [URL] = []
    /// What the first configuration says.
    private(set) var fileCount: Int?
    private var seen = Set<String>()

    mutating func add(configuration: URL) {
        guard seen.insert(configuration.standardizedFileURL.path).inserted else { return }
        files.append(configuration)
        // What is wrong in the file the tool tells, with its line.
        guard let data = try? Data(contentsOf: configuration),
            let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return }
        if seen.count == 1 { fileCount = object["files"] as? Int }
        let folder = configuration.deletingLastPathComponent()
        for setting in ["schemas", "catalogs", "imports"] {
            for path in object[setting] as? [String] ?? [] { add(folder.appending(path: path)) }
        }
        for item in object["reuse"] as? [[String: Any]] ?? [] {
            if let config = item["config"] as? String { add(configuration: folder.appending(path: config)) }
            if let manifest = item["manifest"] as? String { add(folder.appending(path: manifest)) }
        }
    }

    private mutating func add(_ url: URL) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { return files.append(url) }
        let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where name.hasSuffix(".xsd") || name == ".xoev-manifest.json" {
            files.append(url.appending(path: name))
        }
    }
}
