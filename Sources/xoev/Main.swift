import Dispatch
import Findings

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@main
enum Main {
    /// Not `async`: that would start the thread pool before the first look at the arguments.
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        CommandRun(context: .plain).runPlainly(arguments) { exit($0.rawValue) }
        Task { exit(await CommandRun(context: .process).run(arguments).rawValue) }
        dispatchMain()
    }
}
