import ArgumentParser
import FIM
import Findings
import Foundation

/// `xoev fim check`: the quality of forms by the official messages, of services by what can be checked here.
struct FIMCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks forms by the official quality messages (1001–1144), and services.",
        discussion: """
            Messages that need the network are not checked, which --coverage tells. The official German texts are read \
            from the list file (--messages, genericode xdfm); without it, texts of this program are shown.

            EXAMPLES
              xoev fim check form.xml
              xoev fim check forms/ --messages Meldungen.xml --codelists lists/ --report junit=forms.xml
              xoev fim check --coverage
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files, folders (all *.xml below), patterns, or - for standard input.", completion: .file())
    var inputs: [String] = []

    @Option(help: ArgumentHelp("The list of official messages.", valueName: "file"), completion: .file())
    var messages: String?

    @OptionGroup var lists: FIMListOptions

    @Flag(help: "Takes every breach of the standard's structure as an error.")
    var strict = false

    @Flag(help: "Shows which official messages are checked, and which are not and why.")
    var coverage = false

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func validate() throws {
        if inputs.isEmpty, !coverage { throw ValidationError("Missing expected argument '<inputs> ...'") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        if coverage {
            session.write(coverageTable(session.language))
            if inputs.isEmpty { return .fine }
        }
        let clock = ContinuousClock()
        let start = clock.now
        let list = try messages.map { path in
            try QualityMessageList(bytes: NamedFile.bytes(path), name: path)
        }
        let finder = try lists.finder(session)
        let printer = try ReportPrinter(session: session, targets: report)
        for item in try InputList(inputs).items {
            printer.add(check(item, QualityCheck.Options(messages: list, file: item.name, codeList: finder)))
        }
        return try printer.finish(duration: clock.now - start)
    }

    private func coverageTable(_ language: Language) -> String {
        let rows = QualityMessage.all.map { message in
            [
                String(message.number), message.gewicht.rawValue, message.coverage.rawValue,
                message.text.rendered(language, showingValues: true),
            ]
        }
        return TextTable(rows).text
    }

    private func check(_ item: InputList.Item, _ options: QualityCheck.Options) -> CheckResult {
        do {
            switch try FIMFile(item, mode: strict ? .strict : .lenient) {
            case .xzufi(let document):
                let findings = XZuFi.Pruefung.check(document)
                return result(
                    item, "XZuFi", document.version.rawValue, document.tree.root.name.local,
                    [layer("content", findings)], findings)
            case .xdf(let reading):
                return form(item, reading, options)
            }
        } catch let error as XDFError where !error.code.isFatal {
            return CheckResult(
                subject: item.name, layers: [Layer(name: "structure", outcome: .failed)], findings: error.findings)
        } catch let error as any FindingConvertible {
            var finding = error.finding
            finding.location = finding.location.inFile(item.name)
            return CheckResult(subject: item.name, findings: [finding], isUnreadable: true)
        } catch {
            return CheckResult(subject: item.name, isUnreadable: true)
        }
    }

    private func form(_ item: InputList.Item, _ reading: XDFReading, _ options: QualityCheck.Options) -> CheckResult {
        let structure = layer("structure", reading.findings)
        guard let message = reading.xdf3 else {
            let skipped = Layer(
                name: "quality",
                outcome: .skipped(
                    Message(
                        de: "Die Meldungen gelten für 3.0.0; xoev fim convert --to 3.0.0 wandelt um.",
                        en: "The messages are about 3.0.0; xoev fim convert --to 3.0.0 converts.")))
            return result(
                item, "XDatenfelder", reading.version.rawValue, reading.art.rawValue, [structure, skipped],
                reading.findings)
        }
        let quality = QualityCheck.check(message, options: options)
        var layers = [structure, layer("quality", quality.findings)]
        if !quality.missingCodeLists.isEmpty {
            let names = quality.missingCodeLists.map { $0.canonicalVersionUri ?? $0.canonicalIdentification }
                .joined(separator: ", ")
            let why = Message(
                de: "Nicht zur Hand: \(names). Mit --codelists angeben.",
                en: "Not at hand: \(names). Name them with --codelists.")
            layers.append(
                Layer(name: "code-lists", outcome: lists.codelists.isEmpty ? .skipped(why) : .couldNotRun(why)))
        }
        return result(
            item, "XDatenfelder", reading.version.rawValue, reading.art.rawValue, layers,
            reading.findings + quality.findings)
    }

    private func layer(_ name: String, _ findings: [Finding]) -> Layer {
        Layer(name: name, outcome: findings.contains { $0.severity == .error } ? .failed : .passed)
    }

    private func result(
        _ item: InputList.Item, _ standard: String, _ version: String, _ message: String, _ layers: [Layer],
        _ findings: [Finding]
    ) -> CheckResult {
        CheckResult(
            subject: item.name,
            facts: [.init("standard", standard), .init("version", version), .init("message", message)],
            layers: layers, findings: findings)
    }
}
