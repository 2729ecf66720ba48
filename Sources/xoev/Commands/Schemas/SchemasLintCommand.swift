import ArgumentParser
import Findings
import SchemaModel
import XOEV

extension HandbookRule.Certainty: ExpressibleByArgument {}

/// `xoev schemas lint`: whether schemas follow the naming and design rules of the XÖV handbook.
struct SchemasLintCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks schemas by the naming and design rules of the XÖV handbook.",
        discussion: """
            Every rule says how sure it is: certain (gesichert) where a published text or the schemas themselves say so, \
            inferred (erschlossen) where it was concluded from how XÖV standards are made. An inferred rule never makes \
            a schema set invalid. Only the standards that are named are checked, not what they import.

            EXAMPLES
              xoev schemas lint xsd/ --catalog catalog.xml
              xoev schemas lint xwasser-1.0.0 --certainty gesichert --report sarif=lint.sarif
              xoev schemas lint xsd/ --ignore ndr.message-title --ignore ndr.text-type --strict
              xoev schemas lint --rules --format json
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: ArgumentHelp(
            "Schema files, folders or ZIP archives of schemas, sets of the store, or standards of the store.",
            valueName: "schemas"),
        completion: .file())
    var schemas: [String] = []

    @OptionGroup var loading: SchemaLoadingOptions
    @OptionGroup var storeOptions: StoreOptions

    @Flag(help: "Lists the rules and checks nothing.")
    var rules = false

    @Option(help: ArgumentHelp("Leaves out a rule. May be repeated.", valueName: "rule"))
    var ignore: [String] = []

    @Option(help: "Only rules that are at least this sure.")
    var certainty: HandbookRule.Certainty = .erschlossen

    @Option(help: ArgumentHelp("Findings shown per rule and standard; further ones are counted.", valueName: "number"))
    var maxPerRule = 10

    @Flag(help: "Ends with exit code 1 on warnings, too.")
    var strict = false

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func validate() throws {
        if schemas.isEmpty, !rules {
            throw ValidationError("Name the schemas to check, or list the rules with --rules.")
        }
        if rules, !schemas.isEmpty { throw ValidationError("--rules checks nothing; leave the schemas out.") }
        if rules, ![.text, .json].contains(global.format) {
            throw ValidationError("The rules can be written as text or json.")
        }
        if maxPerRule < 1 { throw ValidationError("--max-per-rule must be at least 1.") }
        for id in ignore where HandbookRule.rule(FindingID(rawValue: id)) == nil {
            throw ValidationError("There is no rule “\(id)”; --rules lists them.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let options = SchemaLint.Options(
            ignored: Set(ignore.map { FindingID(rawValue: $0) }), certainty: certainty)
        if rules {
            session.write(HandbookRuleList(options, session.language).rendered(global.format))
            return .fine
        }
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        var hasWarnings = false
        for name in schemas {
            for result in try results(name, options, session) {
                hasWarnings = hasWarnings || result.count(.warning) > 0
                printer.add(result)
            }
        }
        let code = try printer.finish(duration: clock.now - start)
        return code == .fine && strict && hasWarnings ? .findings : code
    }

    /// Schemas that do not compile are a finding here: they are what is checked.
    private func results(
        _ name: String, _ options: SchemaLint.Options, _ session: Session
    ) throws -> [CheckResult] {
        let source = try storeOptions.schemaSource(name, session: session)
        let components: SchemaComponents
        do {
            components = try loading.load(source)
        } catch let error as SchemaError {
            if error.code == .unreadable { throw error }
            let why = Message(de: "Die Schemas sind nicht verwendbar.", en: "The schemas cannot be used.")
            return [
                CheckResult(
                    subject: name,
                    layers: [
                        Layer(name: "schema", outcome: .failed), Layer(name: "handbook", outcome: .couldNotRun(why)),
                    ], findings: error.findings, isUnreadable: error.code == .notWellFormed)
            ]
        }
        _ = try loading.standards(in: components, name: name)
        let results = SchemaLint(options).check(components)
        noteUnchecked(components, results, session)
        return results.map { $0.checkResult(maxPerRule: maxPerRule) }
    }

    /// Says which of the files that were named belong to no standard.
    private func noteUnchecked(_ components: SchemaComponents, _ results: [SchemaLint.Result], _ session: Session) {
        let checked = Set(results.flatMap { $0.standard.documents.map(\.name) })
        let rest = components.documents.filter { $0.isEntry && !checked.contains($0.name) }.map(\.name).sorted()
        guard !rest.isEmpty else { return }
        let names = rest.prefix(5).map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
        let list = names + (rest.count > 5 ? " …" : "")
        session.say(
            Message(
                de: "Ohne Metadaten eines Standards und deshalb nicht geprüft: \(list)",
                en: "Without the metadata of a standard and therefore not checked: \(list)"))
    }
}

/// The rules as a list for people or programs.
struct HandbookRuleList {
    private let rules: [HandbookRule]
    private let language: Language

    init(_ options: SchemaLint.Options, _ language: Language) {
        rules = HandbookRule.all.filter(options.includes)
        self.language = language
    }

    func rendered(_ format: ReportFormat) -> String {
        format == .json ? json.rendered() + "\n" : text
    }

    private var text: String {
        var result = ""
        for rule in rules {
            let certainty = language == .de ? rule.certainty.rawValue : rule.certainty.english
            let chapter = language == .de ? "Kapitel" : "chapter"
            result += "\(rule.id)  \(severity(rule.severity)), \(certainty), \(chapter) \(rule.section.rawValue)\n"
            result += "    \(rule.demand.rendered(language))\n"
            result += "    \(language == .de ? "Quelle" : "source"): \(rule.source.rendered(language))\n"
        }
        return result
    }

    private func severity(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .de): "Fehler"
        case (.warning, .de): "Warnung"
        case (.hint, .de): "Hinweis"
        default: severity.rawValue
        }
    }

    private var json: JSONText {
        .object([
            ("schemaVersion", .string("1.0")), ("handbook", .string("2.4")),
            (
                "rules",
                .array(
                    rules.map { rule in
                        .object([
                            ("id", .string(rule.id.rawValue)), ("severity", .string(rule.severity.rawValue)),
                            ("certainty", .string(rule.certainty.rawValue)),
                            ("section", .string(rule.section.rawValue)), ("sectionTitle", .string(rule.section.title)),
                            ("demand", .string(rule.demand.rendered(language))),
                            ("source", .string(rule.source.rendered(language))),
                        ])
                    })
            ),
        ])
    }
}
