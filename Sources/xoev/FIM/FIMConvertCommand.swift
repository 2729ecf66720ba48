import Archives
import ArgumentParser
import CodeLists
import FIM
import Findings
import Foundation

/// `xoev fim convert`: forms of 2.0 to 3.0.0 and services of 2.2.0 to 2.3.1, and back.
struct FIMConvertCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract:
            "Converts forms (XDatenfelder 2.0, 3.0.0) and services (XZuFi 2.2.0, 2.3.1) and reports what is lost.",
        discussion: """
            Services of 2.3.1 are experimental: only the model of the FIM portal's interface is known of that version.

            The result is checked against its schema (the store's, else the built-in one) and is written only when it is \
            valid; for XZuFi 2.3.1 there is no schema. It goes to standard output or --output; how much was lost, changed or assumed is told on standard \
            error, each of it in --losses (by the ending: .json, .html, else text).

            EXAMPLES
              xoev fim convert S12000345V1.0.xml --to 3.0.0 --output form.xml --losses losses.html
              xoev fim convert form-2.xml --to 3.0.0 --codelists lists/ --inline all --output form.xml
              xoev fim convert form.xml --to 2.0 --output form-2.xml --lists lists/
              xoev fim convert leistung.xml --to xzufi-2.3.1 --output leistung-2.3.1.xml --losses losses.txt
            """)

    static let formats: [ReportFormat] = [.text]

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case v2 = "2.0"
        case v3 = "3.0.0"
        case xzufi220 = "xzufi-2.2.0"
        case xzufi231 = "xzufi-2.3.1"

        /// The version of XZuFi, if it is one.
        var xzufi: XZuFi.Version? {
            switch self {
            case .v2, .v3: nil
            case .xzufi220: .v220
            case .xzufi231: .v231
            }
        }
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The form or service, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "The version to convert to.")
    var to: Target

    @Option(help: ArgumentHelp("Writes the loss report.", valueName: "file"))
    var losses: String?

    @Option(help: ArgumentHelp("Writes the code lists that own values become (to 2.0).", valueName: "folder"))
    var lists: String?

    @Option(
        help: ArgumentHelp(
            "Which code lists become values of the field, where --codelists has them (to 3.0.0): none, those of the FIM editors (fim), or all."
        ))
    var inline: Inline = .fim

    @Option(
        help: ArgumentHelp(
            "The Unternummernkreis of new ids (to 3.0.0), or of those of one Hauptnummernkreis: 05=123. May be repeated.",
            valueName: "digits"))
    var unternummernkreis: [String] = []

    @Option(help: ArgumentHelp("The document profile of the form (to 3.0.0).", valueName: "id"))
    var dokumentsteckbrief = "D99000000001"

    @Flag(inversion: .prefixedNo, help: "Keeps original values in the descriptions (to 3.0.0).")
    var originals = true

    @Flag(inversion: .prefixedNo, help: "Cuts references to laws at semicolons (to 3.0.0).")
    var splitReferences = true

    @Option(help: "What becomes of hidden fields (to 2.0).")
    var hidden: XDF3To2.Options.Hidden = .input

    @Option(help: ArgumentHelp("The channel of access that modules get (to xzufi-2.3.1).", valueName: "code"))
    var zugangskanal = "000"

    @Flag(
        name: .customLong("validate"), inversion: .prefixedNo,
        help: "Checks the result against its schema before it is written.")
    var isChecked = true

    @OptionGroup var lookup: FIMListOptions

    @OptionGroup var store: StoreOptions

    /// What becomes of code lists.
    enum Inline: String, ExpressibleByArgument, CaseIterable {
        case none, fim, all

        var inlining: XDF2To3.Options.Inlining {
            switch self {
            case .none: .none
            case .fim: .fimOnly
            case .all: .all
            }
        }
    }

    func validate() throws {
        for text in unternummernkreis where text.wholeMatch(of: #/([0-9]{2}=)?[0-9]{3}/#) == nil {
            throw ValidationError("--unternummernkreis takes three digits, or two, an equals sign and three: 05=123.")
        }
        if inline == .all, lookup.codelists.isEmpty { throw ValidationError("--inline all needs --codelists.") }
    }

    /// The Unternummernkreis of all ids, and those of single Hauptnummernkreise.
    private var kreise: (all: String, single: [String: String]) {
        var single: [String: String] = [:]
        for text in unternummernkreis where text.count == 6 { single[String(text.prefix(2))] = String(text.suffix(3)) }
        return (unternummernkreis.last { $0.count == 3 } ?? "000", single)
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        switch (try FIMFile(named: file), to.xzufi) {
        case (.xdf(let reading), nil): try convert(reading, session)
        case (.xzufi(let document), let version?):
            let result = try XZuFi.Umwandlung.convert(
                document, to: version, options: XZuFi.Umwandlung.Options(zugangskanal: zugangskanal))
            try write(try result.document.tree.serialized(), session)
            try tell(result.report, session)
        case (.xdf, _?):
            throw CLIError(
                "fim.not-a-service", .usage, file: file,
                Message(
                    de: "Das ist ein Formular; --to nimmt dafür 2.0 oder 3.0.0.",
                    en: "This is a form; --to takes 2.0 or 3.0.0 for it."))
        case (.xzufi, nil):
            throw CLIError(
                "fim.not-a-form", .usage, file: file,
                Message(
                    de: "Das ist XZuFi; --to nimmt dafür xzufi-2.2.0 oder xzufi-2.3.1.",
                    en: "This is XZuFi; --to takes xzufi-2.2.0 or xzufi-2.3.1 for it."))
        }
        return .fine
    }

    private func convert(_ reading: XDFReading, _ session: Session) throws {
        for finding in reading.findings { session.tell(finding) }
        switch (reading.nachricht, to) {
        case (.xdf2(let message), .v3):
            var options = XDF2To3.Options()
            options.unternummernkreis = kreise.all
            options.unternummernkreise = kreise.single
            options.inlines = inline.inlining
            if !lookup.codelists.isEmpty {
                options.findValues(in: try CodeListRegistry(paths: lookup.codelists, session: session))
            }
            options.dokumentsteckbriefID = dokumentsteckbrief
            options.documentsOriginalValues = originals
            options.splitsReferences = splitReferences
            let result = XDF2To3.convert(message, options: options)
            try write(try XDF3Writer.write(result.nachricht), session)
            try tell(result.report, session)
            tellMissing(result.nachricht, session)
        case (.xdf3(let message), .v2):
            var options = XDF3To2.Options()
            options.hidden = hidden
            options.unternummernkreis = kreise.all
            let result = try XDF3To2.convert(message, options: options)
            try write(try XDF2Writer.write(result.nachricht), session)
            try tell(result.report, session)
            try write(result.lists, session)
        case (.xdf2(let message), _): try write(try XDF2Writer.write(message), session)
        case (.xdf3(let message), _): try write(try XDF3Writer.write(message), session)
        }
    }

    /// Writes the result, if it is valid.
    private func write(_ bytes: [UInt8], _ session: Session) throws {
        if isChecked {
            let check = try OutputCheck(store.schemaStore(session).sourcesAtHand())
            if try !check.require(bytes, name: global.output ?? "-") {
                session.say(
                    Message(
                        de: "Das Ergebnis ist ungeprüft: Für diese Version liegt kein Schema vor.",
                        en: "The result is unchecked: there is no schema of this version at hand."))
            }
        }
        session.write(String(decoding: bytes, as: UTF8.self))
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

    /// With all lists asked for, those that were not at hand are named: they stay references.
    private func tellMissing(_ message: XDF3.Nachricht, _ session: Session) {
        let left = message.codelisten.map { $0.canonicalVersionUri ?? $0.canonicalIdentification }
        guard inline == .all, !left.isEmpty else { return }
        session.say(
            Message(
                de: "Nicht zur Hand, daher noch Referenzen: \(left.joined(separator: ", ")).",
                en: "Not at hand, so still references: \(left.joined(separator: ", "))."))
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
