import ArgumentParser
import Findings
import ServiceTransfer

/// How local changes and a new package are brought together in one municipality.
struct MergeOptions: ParsableArguments {
    @OptionGroup var decided: MergeRuleOptions

    @Option(help: ArgumentHelp("Writes conflicts and decisions to a file for --resolutions.", valueName: "file"))
    var writeResolutions: String?

    @Flag(help: "Asks about each conflict. Needs a terminal.")
    var interactive = false
}

/// How conflicts between local changes and a new package are decided beforehand.
struct MergeRuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Decides conflicts: ours (the portal's value stays), theirs (the package's is taken), or "
                + "FIELD-PATTERN=ours|theirs. May be repeated; the first that fits counts.",
            valueName: "rule"))
    var prefer: [PreferRule] = []

    @Option(
        help: ArgumentHelp("Decides conflicts as a file says. May be repeated.", valueName: "file"), completion: .file()
    )
    var resolutions: [String] = []

    @Flag(help: "Lets a form be replaced by one that breaks with it.")
    var confirmBreaking = false

    /// The rules that the options give.
    func rules() throws -> MergeRules {
        MergeRules(
            rules: prefer.map(\.rule), decisions: try resolutions.flatMap { try Entscheidungen.read(path: $0).felder })
    }
}

/// A rule on the command line.
struct PreferRule: ExpressibleByArgument {
    let rule: MergeRules.Rule

    init?(argument: String) {
        guard let rule = MergeRules.Rule(argument) else { return nil }
        self.rule = rule
    }
}
