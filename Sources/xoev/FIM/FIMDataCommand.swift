import ArgumentParser
import FIM
import Findings
import Foundation
import XMLCore

/// `xoev fim data`: filled data of a form, checked and converted between JSON and XML.
struct FIMDataCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Checks filled data of a form, and converts them between JSON and XML.",
        discussion: """
            Data are JSON or XML as the schemas of xoev fim export describe them, told by their first character. They are \
            checked against the form and against those of its rules that are understood; rules that are not are named \
            with --verbose and counted in any case. With --to, valid data are written in the other form.

            EXAMPLES
              xoev fim data form.xml antrag.json
              xoev fim data form.xml antrag.json --codelists lists/ --verbose
              xoev fim data form.xml antrag.json --to xml --output antrag.xml
            """)

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case json, xml
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The form.", completion: .file())
    var form: String

    @Argument(help: "The data, or - for standard input.", completion: .file())
    var data: [String]

    @Option(help: "Writes the data in this form instead of a report.")
    var to: Target?

    @Option(help: "XML: one namespace and names with versions, or a namespace per form.")
    var style: FIMStyle = .versioned

    @Flag(inversion: .prefixedNo, help: "Evaluates the rules that are understood.")
    var rules = true

    @Flag(
        name: .customLong("validate"), inversion: .prefixedNo, help: "With --to, writes only data that are valid.")
    var isChecked = true

    @OptionGroup var lists: FIMListOptions

    @Option(help: ArgumentHelp("Writes a report to a file. May be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    func validate() throws {
        if to != nil, data.count != 1 { throw ValidationError("With --to, name one file with data.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let schema = try FIMFile(named: form).schema(named: form)
        let finder = try lists.finder(session)
        if let to { return try convert(data[0], schema, to, finder, session) }
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: report)
        for item in try InputList(data).items { printer.add(try check(item.name, schema, finder, session)) }
        return try printer.finish(duration: clock.now - start)
    }

    typealias Finder = @Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?

    private func check(
        _ path: String, _ schema: XDF3.Stammdatenschema, _ finder: Finder?, _ session: Session
    ) throws -> CheckResult {
        let value: JSONValue
        do {
            value = try FormDataFile(path).value(schema)
        } catch let error as any FindingConvertible {
            var finding = error.finding
            finding.location = finding.location.inFile(path)
            return CheckResult(subject: path, findings: [finding], isUnreadable: true)
        }
        let result = try XDF3FormData.check(value, schema, codeList: finder)
        let broken = result.findings.filter { $0.id == "xdf.rule-violated" }
        let structural = result.findings.filter { $0.id != "xdf.rule-violated" }
        var layers = [Layer(name: "form", outcome: structural.isEmpty ? .passed : .failed)]
        let open = result.regeln.nichtAusgewertet
        if rules, !result.regeln.eintraege.isEmpty {
            if result.regeln.ausgewertet > 0 {
                layers.append(Layer(name: "rules", outcome: broken.isEmpty ? .passed : .failed))
            }
            if !open.isEmpty {
                layers.append(
                    Layer(
                        name: "further-rules",
                        outcome: .skipped(
                            Message(
                                de: "\(open.count) von \(result.regeln.eintraege.count) Regeln sind nicht auswertbar.",
                                en: "\(open.count) of \(result.regeln.eintraege.count) rules cannot be evaluated."))))
            }
        }
        let missing = missingLists(schema, finder)
        if !missing.isEmpty {
            let why = Message(
                de: "Nicht zur Hand: \(missing.joined(separator: ", ")). Mit --codelists angeben.",
                en: "Not at hand: \(missing.joined(separator: ", ")). Name them with --codelists.")
            layers.append(
                Layer(name: "code-lists", outcome: lists.codelists.isEmpty ? .skipped(why) : .couldNotRun(why)))
        }
        var notes: [Finding] = []
        if rules, session.options.verbose {
            notes = open.compactMap(\.hinweis)
        } else if rules, !open.isEmpty {
            let ids = open.map(\.regel.identifikation.description).joined(separator: ", ")
            notes.append(
                Finding(
                    "xdf.rules-not-evaluated", .hint,
                    Message(
                        de: "\(open.count) von \(result.regeln.eintraege.count) Regeln nicht ausgewertet: \(ids)",
                        en: "\(open.count) of \(result.regeln.eintraege.count) rules not evaluated: \(ids)"),
                    hint: Message(de: "--verbose sagt, warum.", en: "--verbose tells why.")))
        }
        if !missing.isEmpty, lists.codelists.isEmpty {
            let names = missing.joined(separator: ", ")
            notes.append(
                Finding(
                    "xdf.code-list-missing", .hint,
                    Message(
                        de: "Codes dieser Listen sind ungeprüft: \(names)",
                        en: "Codes of these lists are not checked: \(names)"),
                    hint: Message(de: "Listen mit --codelists angeben.", en: "Name lists with --codelists.")))
        }
        return CheckResult(
            subject: path,
            facts: [
                .init("form", schema.angaben.identifikation.description),
                .init("rules", "\(rules ? result.regeln.ausgewertet : 0)/\(result.regeln.eintraege.count)"),
            ],
            layers: layers,
            findings: (structural + (rules ? broken : []) + notes).map { finding in
                var placed = finding
                placed.location = finding.location.inFile(finding.severity == .hint ? form : path)
                return placed
            })
    }

    private func missingLists(_ schema: XDF3.Stammdatenschema, _ finder: Finder?) -> [String] {
        let message = XDF3.Nachricht(
            header: XDFHeader(nachrichtID: "", erstellungszeitpunkt: ""), inhalt: .stammdatenschema(schema))
        return message.codelisten.filter { finder?($0) == nil }.map {
            $0.canonicalVersionUri ?? $0.canonicalIdentification
        }
    }

    private func convert(
        _ path: String, _ schema: XDF3.Stammdatenschema, _ target: Target, _ finder: Finder?, _ session: Session
    ) throws -> Findings.ExitCode {
        let value = try FormDataFile(path).value(schema)
        if isChecked {
            let findings = try XDF3FormData.validate(value, schema, codeList: finder, rules: rules)
            for finding in findings { session.tell(finding) }
            if !findings.isEmpty {
                throw CLIError(
                    "fim.data-invalid", .findings, file: path,
                    Message(
                        de: "Die Daten sind ungültig; es wird nichts geschrieben.",
                        en: "The data are invalid; nothing is written."),
                    hint: Message(
                        de: "Mit --no-validate werden sie trotzdem geschrieben.",
                        en: "With --no-validate they are written all the same."))
            }
        }
        switch target {
        case .json: session.write(value.text)
        case .xml:
            let tree = try XDF3FormData.xml(value, schema, style: style.style)
            session.write(String(decoding: try tree.serialized(.init(indent: 2)), as: UTF8.self))
        }
        return .fine
    }
}

/// Filled data in a file: JSON, or XML of the XFall kind, told by the first character.
struct FormDataFile {
    private let bytes: [UInt8]
    private let name: String

    init(_ path: String) throws {
        name = path
        bytes = try NamedFile.bytes(path)
    }

    /// The data as JSON.
    func value(_ form: XDF3.Stammdatenschema) throws -> JSONValue {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" {
            return try XDF3FormData.json(try XMLTree(bytes: bytes, name: name), form)
        }
        guard let value = JSONValue(parsing: text) else {
            throw CLIError(
                "xdf.data-unreadable", .unreadable, file: name,
                Message(
                    de: "Die Daten sind weder JSON noch XML.", en: "The data are neither JSON nor XML."),
                hint: Message(
                    de: "Die Form der Daten zeigt „xoev fim export FORMULAR --as json-schema“.",
                    en: "“xoev fim export FORM --as json-schema” shows what the data look like."))
        }
        return value
    }
}
