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

    /// The context in which the current command runs. ArgumentParser leaves no other way to hand it to a command.
    @TaskLocal static var current = CommandContext(
        environment: [:], output: Output(result: { _ in }, notice: { _ in }))
}
