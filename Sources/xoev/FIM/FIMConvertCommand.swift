import Archives
import ArgumentParser
import FIM
import Findings
import Foundation

/// `xoev fim convert`: forms of 2.0 to 3.0.0 and back.
struct FIMConvertCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts forms between XDatenfelder 2.0 and 3.0.0 and reports what is lost.",
        discussion: """
            The result goes to standard output or --output; how much was lost, changed or assumed is told on standard \
            error, each of it in --losses (by the ending: .json, .html, else text).

            EXAMPLES
              xoev fim convert S12000345V1.0.xml --to 3.0.0 --output form.xml --losses losses.html
              xoev fim convert form.xml --to 2.0 --output form-2.xml --lists lists/
            """)

    static let formats: [ReportFormat] = [.text]

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case v2 = "2.0"
        case v3 = "3.0.0"
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The form, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "The version to convert to.")
    var to: Target

    @Option(help: ArgumentHelp("Writes the loss report.", valueName: "file"))
    var losses: String?

    @Option(help: ArgumentHelp("Writes the code lists that own values become (to 2.0).", valueName: "folder"))
    var lists: String?

    @Option(help: ArgumentHelp("The Unternummernkreis of new ids (to 3.0.0).", valueName: "digits"))
    var unternummernkreis = "000"

    @Option(help: ArgumentHelp("The document profile of the form (to 3.0.0).", valueName: "id"))
    var dokumentsteckbrief = "D99000000001"

    @Flag(inversion: .prefixedNo, help: "Keeps original values in the descriptions (to 3.0.0).")
    var originals = true

    @Flag(inversion: .prefixedNo, help: "Cuts references to laws at semicolons (to 3.0.0).")
    var splitReferences = true

    @Option(help: "What becomes of hidden fields (to 2.0).")
    var hidden: XDF3To2.Options.Hidden = .input

    func validate() throws {
        guard unternummernkreis.count == 3, unternummernkreis.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw ValidationError("--unternummernkreis takes three digits.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        guard case .xdf(let reading) = try FIMFile(named: file) else {
            throw CLIError(
                "fim.not-a-form", .usage, file: file,
                Message(
                    de: "Umgewandelt werden Formulare (XDatenfelder).", en: "Forms (XDatenfelder) are converted."))
        }
        for finding in reading.findings { session.tell(finding) }
        switch (reading.nachricht, to) {
        case (.xdf2(let message), .v3):
            var options = XDF2To3.Options()
            options.unternummernkreis = unternummernkreis
            options.dokumentsteckbriefID = dokumentsteckbrief
            options.documentsOriginalValues = originals
            options.splitsReferences = splitReferences
            let result = XDF2To3.convert(message, options: options)
            session.write(String(decoding: try XDF3Writer.write(result.nachricht), as: UTF8.self))
            try tell(result.report, session)
        case (.xdf3(let message), .v2):
            var options = XDF3To2.Options()
            options.hidden = hidden
            options.unternummernkreis = unternummernkreis
            let result = try XDF3To2.convert(message, options: options)
            session.write(String(decoding: try XDF2Writer.write(result.nachricht), as: UTF8.self))
            try tell(result.report, session)
            try write(result.lists, session)
        case (.xdf2(let message), .v2):
            session.write(String(decoding: try XDF2Writer.write(message), as: UTF8.self))
        case (.xdf3(let message), .v3):
            session.write(String(decoding: try XDF3Writer.write(message), as: UTF8.self))
        }
        return .fine
    }

    private func tell(_ report: LossReport, _ session: Session) throws {
        session.say(
            Message(
                de:
                    "Verloren: \(report.count(.lost)), geändert: \(report.count(.changed)), angenommen: \(report.count(.assumed)).",
                en:
                    "Lost: \(report.count(.lost)), changed: \(report.count(.changed)), assumed: \(report.count(.assumed))."
            ))
        guard let losses else { return }
        let text =
            if losses.hasSuffix(".json") {
                report.json(session.language).text
            } else if losses.hasSuffix(".html") {
                report.html(session.language, title: file)
            } else {
                report.text(session.language)
            }
        try AtomicFile(losses).write(text)
    }

    private func write(_ generated: [XDF3To2.GeneratedList], _ session: Session) throws {
        guard !generated.isEmpty else { return }
        guard let lists else {
            session.say(
                Message(
                    de: "\(generated.count) Wertelisten wurden zu Codelisten; mit --lists werden sie geschrieben.",
                    en: "\(generated.count) lists of own values became code lists; --lists writes them."))
            return
        }
        for list in generated {
            try AtomicFile(lists + "/" + list.fileName).write(String(decoding: list.bytes, as: UTF8.self))
        }
    }
}

extension XDF3To2.Options.Hidden: ExpressibleByArgument {}
