import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev package inspect`: shows what a package says of itself.
struct PackageInspectCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows what a service package says of itself; it is not checked.",
        discussion: """
            EXAMPLES
              xoev package inspect hundesteuer-1.0.0.dienst
              xoev package inspect hundesteuer --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A package: an archive or a folder.", completion: .file())
    var package: String

    func run(in session: Session) async throws -> Findings.ExitCode {
        let loaded = try PackageReader().read(package)
        if global.format == .json {
            session.write(PackageDocument().manifest(loaded).rendered() + "\n")
        } else {
            session.write(PackageText(session.language).render(loaded))
        }
        return .fine
    }
}
