import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev package verify`: checks packages from end to end.
struct PackageVerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks service packages: container, contents, digests, every part, every link, signatures.",
        discussion: """
            EXAMPLES
              xoev package verify hundesteuer-1.0.0.dienst
              xoev package verify *.dienst --report html=packages.html
              xoev package verify hundesteuer-1.0.0.dienst --require-signature
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup(title: "Signatures") var signature: SignatureOptions

    @Argument(help: "Packages: archives or folders.", completion: .file())
    var packages: [String]

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    @Option(help: "How many findings per package are listed; more are counted.")
    var maxFindings = 100

    func validate() throws {
        if maxFindings < 1 { throw ValidationError("--max-findings must be at least 1.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        let verifier = PackageVerifier(options: PackageVerifier.Options(maxFindings: maxFindings))
        for package in packages { printer.add(try await signature.judged(verifier.verify(package), session)) }
        return try printer.finish(duration: clock.now - start)
    }
}
