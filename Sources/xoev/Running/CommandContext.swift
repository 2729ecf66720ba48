import Foundation

/// What a command knows of the world outside: its environment and where it writes.
struct CommandContext: Sendable {
    /// The environment variables.
    var environment: [String: String]
    /// Where results and notices go.
    var output: Output

    /// The context of the running process.
    static var process: CommandContext {
        CommandContext(environment: ProcessInfo.processInfo.environment, output: .process)
    }

    /// The context of the running process with those variables only that checks of documents read: `ProcessInfo` takes
    /// longer than the parser takes for a small document.
    static var plain: CommandContext {
        let names = ["HOME", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "SOURCE_DATE_EPOCH", "XDG_DATA_HOME"]
        let environment = names.reduce(into: [String: String]()) { known, name in
            if let value = getenv(name) { known[name] = String(cString: value) }
        }
        return CommandContext(environment: environment, output: .process)
    }

    /// The context in which the current command runs. ArgumentParser leaves no other way to hand it to a command.
    @TaskLocal static var current = CommandContext(
        environment: [:], output: Output(result: { _ in }, notice: { _ in }))
}
