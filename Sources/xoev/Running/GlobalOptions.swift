import ArgumentParser
import Findings

extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of messages. Default: from LC_ALL, LC_MESSAGES or LANG.", valueName: "de|en"))
    var language: Language?

    @Option(help: "The form of the result.")
    var format: ReportFormat = .text

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Writes the result to a file, at once or not at all.", valueName: "file"))
    var output: String?

    @Flag(help: "Shows values from documents. They are personal data.")
    var showValues = false

    @Flag(name: [.short, .long], help: "Prints findings only: no verdict lines, no summary, no progress.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Tells on standard error what is done.")
    var verbose = false

    /// The long names of flags and of options with a value, for `CommandRun.globalOptionsLast`.
    static let flags: Set<String> = ["--show-values", "--quiet", "--verbose"]
    static let valued: Set<String> = ["--language", "--format", "--output"]

    /// The options without the machinery that parsed them.
    var values: SessionOptions {
        SessionOptions(
            language: language, format: format, output: output, showValues: showValues, quiet: quiet, verbose: verbose)
    }

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }
}

/// What the global options say.
struct SessionOptions: Sendable, Hashable {
    /// The language of messages; nil for that of the locale.
    var language: Language?
    /// The form of the result.
    var format = ReportFormat.text
    /// The file to which the result goes; nil for standard output.
    var output: String?
    /// Whether values from documents are shown.
    var showValues = false
    /// Whether findings only are printed.
    var quiet = false
    /// Whether standard error tells what is done.
    var verbose = false
}
