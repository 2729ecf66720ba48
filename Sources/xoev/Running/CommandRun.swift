import ArgumentParser
import Findings
import SchemaModel

/// One run of the program: parses the arguments, runs the command, gives the exit code.
struct CommandRun: Sendable {
    let context: CommandContext

    /// Runs the plain command lines that need neither ArgumentParser nor a task; does nothing for all others.
    ///
    /// - Parameter end: Gets the exit code while schemas still live: a process that ends now need not free them.
    func runPlainly(_ arguments: [String], end: (Findings.ExitCode) -> Void) {
        guard let plain = PlainValidation(arguments) else { return }
        FreedMemory.keep()
        do {
            try plain.run(in: context, end: end)
        } catch {
            end(tell(error))
        }
    }

    /// Runs any command line.
    func run(_ arguments: [String]) async -> Findings.ExitCode {
        await CommandContext.$current.withValue(context) {
            do {
                var command = try await XOEVCommand.asyncParseAsRoot(Self.globalOptionsLast(arguments))
                if var asynchronous = command as? AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
                return .fine
            } catch let code as ArgumentParser.ExitCode {
                return Findings.ExitCode(rawValue: code.rawValue) ?? .internal
            } catch {
                return tell(error)
            }
        }
    }

    /// Help, version and completions go to standard output; what is wrong with the command line to standard error. An
    /// error that no command expected is a fault of this program.
    private func tell(_ error: any Error) -> Findings.ExitCode {
        let text = XOEVCommand.fullMessage(for: error)
        switch XOEVCommand.exitCode(for: error) {
        case .success:
            context.output.result(text + "\n")
            return .fine
        case .validationFailure:
            context.output.notice(text + "\n")
            return .usage
        default:
            context.output.notice(text + "\n")
            return .internal
        }
    }

    /// Global options may stand before the command; ArgumentParser wants them behind it.
    static func globalOptionsLast(_ arguments: [String]) -> [String] {
        var moved: [String] = []
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("--") {
            let name = String(first.prefix { $0 != "=" })
            if GlobalOptions.flags.contains(first) {
                moved.append(first)
                rest = rest.dropFirst()
            } else if GlobalOptions.valued.contains(name) {
                let count = first.contains("=") ? 1 : 2
                moved += rest.prefix(count)
                rest = rest.dropFirst(count)
            } else {
                break
            }
        }
        if moved.isEmpty { return arguments }
        var path: [String] = []
        var commands = XOEVCommand.configuration.subcommands
        while let name = rest.first, let command = commands.first(where: { $0._commandName == name }) {
            path.append(name)
            rest = rest.dropFirst()
            commands = command.configuration.subcommands
        }
        return path + moved + rest
    }
}
