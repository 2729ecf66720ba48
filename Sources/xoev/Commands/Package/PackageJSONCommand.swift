import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev package json`: a whole package as JSON.
struct PackageJSONCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "json",
        abstract: "Writes a whole package as JSON, for programs that do not read XML.",
        discussion: """
            Table of contents, services, units and online services, forms with their fields, code lists with their \
            codes, mappings, messages, processes; the format is Schemas/paket/1.0/paket.schema.json. The package is \
            checked first: with errors the exit code is 1 and there is no JSON. It is a view: there is no way back.

            EXAMPLES
              xoev package json hundesteuer-1.0.0.dienst
              xoev package json hundesteuer --max-codes 0 --output hundesteuer.json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A package: an archive or a folder.", completion: .file())
    var package: String

    @Option(help: ArgumentHelp("The most codes of a list that are written.", valueName: "number"))
    var maxCodes: Int?

    func validate() throws {
        if let maxCodes, maxCodes < 0 { throw ValidationError("--max-codes must not be negative.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let outcome = PackageVerifier().verify(package)
        let errors = outcome.result.findings.filter { $0.severity == .error }
        guard let loaded = outcome.package, errors.isEmpty else {
            for finding in errors { session.tell(finding) }
            return outcome.result.isUnreadable ? ExitCode(outcome.result) : .findings
        }
        let document = try PackageDocument(options: .init(maxCodes: maxCodes)).document(loaded)
        session.write(document.rendered() + "\n")
        return .fine
    }
}
