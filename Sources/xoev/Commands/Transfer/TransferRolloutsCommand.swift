import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer rollouts`: the roll-outs of a store.
struct TransferRolloutsCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollouts",
        abstract: "Lists the roll-outs of a store, the newest first, and what became of each municipality.",
        discussion: """
            Open municipalities are those that failed or whose turn had not come; `transfer rollout --resume` goes on with \
            the newest roll-out of a package.

            EXAMPLES
              xoev transfer rollouts --store nrw.sqlite
              xoev transfer rollouts --store nrw.sqlite --kennung de.nrw.paderborn.hundesteuer --format json
              xoev transfer rollouts 3 --store nrw.sqlite
              xoev transfer rollouts 3 --store nrw.sqlite --open
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The number of a roll-out: tells its municipalities.")
    var number: Int64?

    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("Only roll-outs of this package.", valueName: "id"))
    var kennung: String?

    @Flag(help: "Of the municipalities, only those that do not have the package.")
    var open = false

    @Option(help: ArgumentHelp("The most roll-outs that are told.", valueName: "number"))
    var limit = 50

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be at least 1.") }
        if open, number == nil { throw ValidationError("--open needs the number of a roll-out.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let history = try RolloutReporter(
            options: .init(kennung: kennung, number: number, onlyOpen: open, limit: limit)
        ).history(of: opened)
        session.write(
            global.format == .json
                ? try SortedJSON.text(history) : RolloutHistoryText(session.language).render(history))
        return .fine
    }
}

/// Roll-outs for people.
struct RolloutHistoryText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ history: RolloutHistory) -> String {
        guard !history.rollouts.isEmpty else {
            return pick("Der Portalspeicher kennt keine Verteilung.", "The portal store knows no roll-out.") + "\n"
        }
        var text = TextTable(history.rollouts.map(row)).text
        for rollout in history.rollouts {
            text += TextTable((rollout.municipalities ?? []).map(row), indent: "  ").text
        }
        return text
    }

    private func row(_ rollout: RolloutHistory.Rollout) -> [String] {
        let counts = RolloutReport.Result.allCases.compactMap { result in
            rollout.counts[result.rawValue].map { "\($0) \(result.text[language])" }
        }
        let open = rollout.open > 0 ? ["\(rollout.open) \(pick("offen", "open"))"] : []
        let dates = [rollout.startedAt, rollout.lastChangeAt].compactMap(\.self)
        return [
            "\(rollout.number)", dates.count == 2 && dates[0] == dates[1] ? dates[0] : dates.joined(separator: " – "),
            rollout.startedBy, rollout.kennung, rollout.version, "\(pick("Wellen", "waves")) \(rollout.waves)",
            "\(rollout.total): " + (counts + open).joined(separator: ", "),
            rollout.canResume ? pick("(fortsetzbar)", "(can be resumed)") : "",
        ]
    }

    private func row(_ town: RolloutHistory.Municipality) -> [String] {
        [
            town.result?.text[language] ?? pick("offen", "open"), town.name, town.ars, town.portal,
            "\(pick("Welle", "wave")) \(town.wave)", town.fromVersion.map { pick("von \($0)", "from \($0)") } ?? "",
            town.entry.map { pick("Eintrag \($0)", "entry \($0)") } ?? "", town.doneAt ?? "",
        ]
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
