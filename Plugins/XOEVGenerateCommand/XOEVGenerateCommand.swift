import Foundation
import PackagePlugin

/// `swift package generate-xoev [--target NAME]…`: makes the types of targets with `xoev-generate.json` and puts them into
/// the folder `Generated` of the target, to be checked in.
@main struct XOEVGenerateCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let wanted = extractor.extractOption(named: "target")
        let targets = try wanted.isEmpty ? context.package.targets : context.package.targets(named: wanted)
        let tool = try context.tool(named: "xoev-generate").url
        var count = 0
        for target in targets {
            let config = URL(filePath: "\(target.directory)").appending(path: "xoev-generate.json")
            guard FileManager.default.fileExists(atPath: config.path) else {
                if !wanted.isEmpty { Diagnostics.error("\(target.name): \(config.path) is missing.") }
                continue
            }
            count += 1
            let folder = URL(filePath: "\(target.directory)").appending(path: "Generated")
            let process = Process()
            process.executableURL = tool
            process.arguments = [
                "--config", config.path, "--into", folder.path, "--module",
                (target as? any SourceModuleTarget)?.moduleName ?? target.name,
            ]
            try process.run()
            process.waitUntilExit()
            guard process.terminationReason == .exit, process.terminationStatus == 0 else {
                Diagnostics.error("\(target.name): no code was made; the folder \(folder.path) is unchanged.")
                continue
            }
            print("\(target.name): \(folder.path)")
        }
        if count == 0, wanted.isEmpty { Diagnostics.warning("No target has a file xoev-generate.json.") }
    }
}
