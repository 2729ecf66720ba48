import ArgumentParser
import Findings

/// `xoev validate`: checks documents against schemas.
struct ValidateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks XML documents against their schemas.",
        discussion: """
            Every input gets a verdict: valid (every check ran to its end and found no error), invalid, not completely \
            checked (no schema at hand) or unreadable. One bad file does not stop the others; results come in the order \
            of the inputs. The exit code is that of the worst verdict.

            EXAMPLES
              xoev schemas add xdomea-3.0.0.zip && xoev validate message.xml
              xoev validate --schema xdomea.xsd message.xml
              xoev validate --schema xsd/ 'inbox/**/*.xml' --jobs 4
              cat message.xml | xoev validate --schema xsd/ -
              xoev validate --schema xsd/ inbox/ --report junit=result.xml --report html=result.html
              xoev validate --schema xsd/ inbox/ --format json --output result.json
              xoev validate --schema xsd/ inbox/ --code-lists codelists/ --as-of 2026-01-01
              xoev validate --profile pvog --layers schema,rules,profile delivery/
              xoev validate --profile fit-connect --part metadaten=metadata.json message.xml
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: "Files, folders (all *.xml below), patterns (*, ?, [a-z], **), or - for standard input.",
        completion: .file())
    var inputs: [String]

    @Option(
        help: ArgumentHelp(
            """
            A schema file, or a folder or ZIP archive of schemas. May be repeated. Default: the schema store and \
            the built-in schemas of XZuFi and XDatenfelder.
            """, valueName: "file|folder"),
        completion: .file())
    var schema: [String] = []

    @OptionGroup var storeOptions: StoreOptions

    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @Option(
        help: ArgumentHelp(
            "Writes a report to a file, at once or not at all. May be repeated. Formats: "
                + ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "format=file"))
    var report: [ReportTarget] = []

    @Option(name: [.short, .long], help: "How many files are checked at once. Default: the number of processors.")
    var jobs: Int?

    @Flag(help: "Stops at the first file that is not valid.")
    var failFast = false

    @Option(help: "How many findings per file are listed; more are counted.")
    var maxFindings = 100

    @OptionGroup(title: "Further checks") var checks: CheckOptions

    @OptionGroup(title: "Limits") var limits: LimitOptions

    static let possibleJobs = 1...256

    func validate() throws {
        if inputs.isEmpty {
            throw ValidationError("Name at least one file, folder or pattern, or - for standard input.")
        }
        if let jobs, !Self.possibleJobs.contains(jobs) { throw ValidationError("--jobs must be from 1 to 256.") }
        if maxFindings < 1 { throw ValidationError("--max-findings must be at least 1.") }
    }

    /// What the command line asks for.
    var validation: Validation {
        Validation(
            inputs: inputs, schemas: schema, catalogs: catalog, store: storeOptions.store, reports: report, jobs: jobs,
            failFast: failFast, maxFindings: maxFindings, checks: checks.further,
            limits: limits.applied(to: .standard))
    }

    func run(in session: Session) async throws -> Findings.ExitCode { try validation.run(in: session) }
}
