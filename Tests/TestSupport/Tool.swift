import Foundation

/// Runs the `xoev` that was built with the tests, as a user would.
public enum Tool {
    /// What a run left behind.
    public struct Outcome: Sendable {
        /// The exit code; 256 plus the signal's number when a signal ended the run.
        public var exitCode: Int32
        /// Everything on standard output.
        public var output: String
        /// Everything on standard error.
        public var errors: String

        /// All of it as one text, as golden files keep it.
        public var transcript: String {
            var text = output
            if !errors.isEmpty { text += "--- standard error\n" + errors }
            return text + "--- exit code \(exitCode)\n"
        }
    }

    /// The binary beside the test bundle.
    public static let binary: URL = {
        let testBinary = URL(filePath: CommandLine.arguments.first ?? "")
        let candidates = [
            Bundle.main.bundleURL, testBinary.deletingLastPathComponent(),
            TestFiles.projectRoot.appending(path: ".build/debug"),
        ].map { $0.appending(path: "xoev") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[2]
    }()

    /// Runs the tool to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, without the program's name.
    ///   - folder: The working folder.
    ///   - environment: The whole environment. By default English, and without durations in reports.
    ///   - input: What standard input gives.
    public static func run(
        _ arguments: [String], in folder: URL = TestFiles.fixtures,
        environment: [String: String] = [
            "LC_ALL": "C", "SOURCE_DATE_EPOCH": "0", "XDG_DATA_HOME": "/nonexistent",
        ], input: Data = Data()
    ) throws -> Outcome {
        try TestFiles.withTemporaryFolder { temporary in
            let process = Process()
            process.executableURL = binary
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = environment
            // Files instead of pipes: nothing can block, whatever the sizes.
            let names = ["input", "output", "errors"].map { temporary.appending(path: $0) }
            try input.write(to: names[0])
            try Data().write(to: names[1])
            try Data().write(to: names[2])
            process.standardInput = try FileHandle(forReadingFrom: names[0])
            process.standardOutput = try FileHandle(forWritingTo: names[1])
            process.standardError = try FileHandle(forWritingTo: names[2])
            try process.run()
            process.waitUntilExit()
            let signal = process.terminationReason == .uncaughtSignal
            return Outcome(
                exitCode: process.terminationStatus + (signal ? 256 : 0),
                output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
                errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
        }
    }
}
