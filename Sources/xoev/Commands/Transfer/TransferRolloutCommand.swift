import Archives
import ArgumentParser
import Findings
import Foundation
import ServiceTransfer

/// `xoev transfer rollout`: one service for many municipalities.
struct TransferRolloutCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout",
        abstract: "Brings one service to many municipalities of a store, in waves.",
        discussion: """
            Each municipality is installed or upgraded in a transaction of its own, as `transfer apply` does it; the \
            order is that of the profiles. A wave in which one fails is brought to its end and stops the next; with \
            --stop-after the roll-out stops at once after so many failures, and fewer stop nothing. What is done is kept \
            in the store: after an interruption, or once failures are mended, --resume goes on and leaves alone who has \
            been done. Municipalities must be in the store (`portal init`).

            The exit code is 0 when all that was to be done is done, 1 when some failed, 3 when a profile cannot be \
            read, 5 when it was cancelled (Ctrl-C).

            EXAMPLES
              xoev transfer rollout hundesteuer.dienst --profiles profiles/ --store nrw.sqlite --plan
              xoev transfer rollout hundesteuer.dienst --profiles profiles/ --store nrw.sqlite --waves 1,10,rest
              xoev transfer rollout hundesteuer.dienst --profiles profiles/ --store nrw.sqlite --lock dienstpaket.lock \\
                --from pakete/
              xoev transfer rollout hundesteuer.dienst --profiles profiles/ --store nrw.sqlite --resume --prefer ours \\
                --matrix report.html --matrix report.csv
            """)

    static let formats: [ReportFormat] = [.text, .json, .html]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The package: an archive or a folder.", completion: .file())
    var package: String

    @Option(
        help: ArgumentHelp(
            "A folder of portal profiles (*.xml), or a profile. May be repeated; the first come first.",
            valueName: "folder|file"), completion: .file())
    var profiles: [String]

    @OptionGroup var store: PortalStoreOptions

    @Option(
        help: ArgumentHelp(
            "How many municipalities the waves have, such as 1,10,rest. Default: all in one.", valueName: "sizes"))
    var waves: WaveSizes?

    @Option(help: ArgumentHelp("Ends after this wave; --resume goes on.", valueName: "number"))
    var lastWave: Int?

    @Option(
        help: ArgumentHelp(
            "Stops at once after so many failures, instead of after a wave with one.", valueName: "number"))
    var stopAfter: Int?

    @Flag(help: "Goes on with the latest roll-out of the package.")
    var resume = false

    @Flag(
        name: [.long, .customLong("dry-run")],
        help: "Only tells what would become of each municipality. Changes nothing.")
    var plan = false

    @Option(help: ArgumentHelp("Writes the report, as .csv or .html. May be repeated.", valueName: "file"))
    var matrix: [String] = []

    @Flag(help: "Takes over a service that is there under another identity, instead of refusing.")
    var adopt = false

    @Flag(help: "Lets an older version replace a newer one.")
    var allowDowngrade = false

    @Flag(help: "Lets a profile have another name for a municipality than the store.")
    var allowRenaming = false

    @OptionGroup var journal: JournalOptions

    @OptionGroup(title: "Local changes and upgrades") var merge: MergeRuleOptions

    @OptionGroup(title: "Dependencies") var dependencies: LockOptions

    @OptionGroup(title: "Signatures") var signature: SignatureOptions

    func validate() throws {
        if profiles.isEmpty { throw ValidationError("Name at least one folder of profiles with --profiles.") }
        for file in matrix where !file.hasSuffix(".csv") && !file.hasSuffix(".html") {
            throw ValidationError("--matrix takes a file that ends with .csv or .html.")
        }
        if let lastWave, lastWave < 1 { throw ValidationError("--last-wave must be at least 1.") }
        if let stopAfter, stopAfter < 1 { throw ValidationError("--stop-after must be at least 1.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        for file in matrix { try AtomicFile(file).check() }
        // What is wrong with the command line is told before anything is read.
        _ = try merge.rules()
        let paths = try InputList(profiles).files()
        let loaded = try await session.verifiedPackage(package, signature)
        let lock = try dependencies.lock(for: loaded, at: package)
        let along = try await dependencies.along(with: loaded, lock, signature, session)
        let rollout = TransferRollout(options: try options(lock, session))
        let portal = try store.open(isReadOnly: plan && along.isEmpty)
        defer { try? portal.close() }
        let targets = try await session.following(RolloutTarget.reading(paths))
        let operation =
            plan
            ? rollout.planOperation(loaded, along: along, to: targets, in: portal)
            : rollout.operation(loaded, along: along, to: targets, in: portal)
        let report = try await session.following(operation, cancelsOnInterrupt: !plan)
        for file in matrix {
            try AtomicFile(file).write(
                file.hasSuffix(".csv") ? report.csv(session.language) : report.html(session.language))
        }
        switch global.format {
        case .json: session.write(try SortedJSON.text(report))
        case .html: session.write(report.html(session.language))
        default: session.write(RolloutText(session).render(report))
        }
        return exitCode(report, targets)
    }

    private func options(_ lock: Festlegung?, _ session: Session) throws -> TransferRollout.Options {
        TransferRollout.Options(
            planning: TransferPlanner.Options(
                sameService: adopt ? .adopt : .refuse, allowsDowngrade: allowDowngrade, allowsRenaming: allowRenaming,
                confirmsBreaking: merge.confirmBreaking, merge: try merge.rules(), lock: lock),
            waves: waves?.waves, stopAfter: stopAfter, lastWave: lastWave, resumes: resume,
            actor: journal.name(in: session), moment: session.now)
    }

    private func exitCode(_ report: RolloutReport, _ targets: [RolloutTarget]) -> Findings.ExitCode {
        if report.ending == .cancelled { return .incomplete }
        if report.ending == .store { return .unreadable }
        if targets.contains(where: \.isUnreadable) { return .unreadable }
        let hasFailures = report.municipalities.contains { $0.result.isFailure }
        if report.isPlan || report.ending == .lastWave { return hasFailures ? .findings : .fine }
        return report.isDone ? .fine : .findings
    }
}

extension RolloutTarget {
    /// Whether the file of the profile cannot be read or is not XML.
    fileprivate var isUnreadable: Bool {
        guard case .failure(let error) = profile else { return false }
        return [.unreadable, .notFound].contains(CLIError.exitCode(for: error))
    }
}

/// Sizes of waves on the command line.
struct WaveSizes: ExpressibleByArgument {
    let waves: RolloutWaves

    init?(argument: String) {
        guard let waves = RolloutWaves(argument) else { return nil }
        self.waves = waves
    }
}

/// The report of a roll-out for people.
struct RolloutText {
    private let language: Language
    private let isQuiet: Bool

    init(_ session: Session) {
        language = session.language
        isQuiet = session.options.quiet
    }

    func render(_ report: RolloutReport) -> String {
        let package = report.package
        var lines = LabelledLines(language)
        lines.add(Message(de: "Paket", en: "package"), "\(package.bezeichnung) (\(package.kennung) \(package.version))")
        lines.add(Message(de: "Verteilung", en: "roll-out"), heading(report))
        var text = isQuiet ? "" : lines.text
        var rows: [[String]] = []
        for town in report.municipalities where !isQuiet || !town.reasons.isEmpty {
            let isMoved = town.result.isDone && town.fromVersion != package.version
            let versions = [town.fromVersion, isMoved ? package.version : nil].compactMap(\.self)
            rows.append([
                report.word(town, language), town.title, town.ars ?? "", "\(pick("Welle", "wave")) \(town.wave)",
                town.result == .notStarted ? "" : versions.joined(separator: " → "), with(town),
            ])
        }
        text += TextTable(rows, indent: "  ").text
        // What many lack alike is told once.
        var groups: [(towns: [String], reasons: [RolloutReport.Reason])] = []
        for town in report.municipalities where !town.reasons.isEmpty {
            if let same = groups.firstIndex(where: { $0.reasons == town.reasons }) {
                groups[same].towns.append(town.title)
            } else {
                groups.append(([town.title], town.reasons))
            }
        }
        for (towns, reasons) in groups {
            text += SafeText.line(towns.joined(separator: "; ")) + "\n"
            for reason in reasons {
                text += "  " + SafeText.line(reason.line(language)) + "\n"
                if let hint = reason.hint { text += "    → " + SafeText.line(hint[language]) + "\n" }
            }
        }
        return text + report.summary(language) + "\n"
    }

    private func with(_ town: RolloutReport.Municipality) -> String {
        town.along.map { "\(pick("mit", "with")) \($0.joined(separator: ", "))" } ?? ""
    }

    private func heading(_ report: RolloutReport) -> String {
        let waves = "\(pick("Wellen", "waves")) \(report.waves)"
        guard let number = report.number else { return "\(pick("nur geplant", "planned only")), \(waves)" }
        return "\(number)\(report.isResumed ? pick(", fortgesetzt", ", resumed") : ""), \(waves)"
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
