import ArgumentParser
import Findings

/// A command that works within a session: it prints, the session knows where and in which language.
protocol SessionCommand: AsyncParsableCommand {
    /// The options that every command takes.
    var global: GlobalOptions { get }

    /// The formats in which the command can write its result.
    static var formats: [ReportFormat] { get }

    /// Whether `--output` names what the command makes, not where its account goes.
    static var outputIsArtifact: Bool { get }

    /// Does the command's work.
    func run(in session: Session) async throws -> Findings.ExitCode
}

extension SessionCommand {
    static var formats: [ReportFormat] { ReportFormat.allCases }
    static var outputIsArtifact: Bool { false }

    mutating func run() async throws {
        let session = Session(
            options: global.values, context: .current, writesToOutput: !Self.outputIsArtifact)
        let code: Findings.ExitCode
        do {
            try session.begin(formats: Self.formats)
            code = try await run(in: session)
            try session.finish()
        } catch let error as any FindingConvertible {
            throw ArgumentParser.ExitCode(session.failed(error).rawValue)
        }
        if code != .fine { throw ArgumentParser.ExitCode(code.rawValue) }
    }
}
