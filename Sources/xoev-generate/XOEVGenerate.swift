import Findings
import Foundation
import SchemaCodegen
import SchemaModel

/// `xoev-generate`: the tool behind the SwiftPM plugins `XOEVGenerate` and `XOEVGenerateCommand`. It makes what a
/// configuration asks for, as `xoev generate swift --config` does, and needs nothing but the generator.
@main struct XOEVGenerate {
    static let usage = "usage: xoev-generate --config FILE --into FOLDER --module NAME [--files NUMBER]\n"

    static func main() {
        var values: [String: String] = [:]
        var arguments = Array(CommandLine.arguments.dropFirst())
        while arguments.count >= 2, ["--config", "--into", "--module", "--files"].contains(arguments[0]) {
            values[arguments[0]] = arguments[1]
            arguments.removeFirst(2)
        }
        guard arguments.isEmpty, let config = values["--config"], let into = values["--into"] else {
            FileHandle.standardError.write(Data(usage.utf8))
            exit(2)
        }
        do {
            var configuration = try GeneratorConfiguration(file: config)
            configuration.module = configuration.module ?? values["--module"]
            if let files = values["--files"].flatMap({ Int($0) }) { configuration.files = files }
            let output = try SourceGeneration(configuration).run()
            try GeneratedFolder(path: into).replace(with: output)
            // Hints would stand in every build.
            for finding in output.findings where finding.severity > .hint { tell(finding) }
        } catch {
            switch error {
            case let error as GeneratorError: error.findings.forEach(tell)
            case let error as SchemaError: error.findings.forEach(tell)
            case let error as any FindingConvertible: tell(error.finding)
            default: FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            }
            exit(1)
        }
    }

    /// In the form in which compilers write: development environments show it at the place.
    private static func tell(_ finding: Finding) {
        let language = Language(environment: ProcessInfo.processInfo.environment)
        func text(_ message: Message) -> String { message.rendered(language, showingValues: false) }
        let place = finding.location.file == nil ? "" : "\(finding.location): "
        let hint = finding.hint.map { " " + text($0) } ?? ""
        let line =
            "\(place)\(finding.severity == .error ? "error" : "warning"): \(text(finding.message))\(hint) [\(finding.id)]\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
