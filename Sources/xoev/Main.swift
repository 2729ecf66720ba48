import Findings

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@main
enum Main {
    static func main() async {
        let code = await CommandRun(context: .process).run(Array(CommandLine.arguments.dropFirst()))
        exit(code.rawValue)
    }
}
