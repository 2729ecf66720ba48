import Findings
import ServiceTransfer

/// A plan for people: what happens to each object, what is missing, whether it can be applied.
struct PlanText {
    private let language: Language
    private let report: TextReport

    init(_ session: Session) {
        language = session.language
        report = TextReport(options: session.reportOptions)
    }

    func render(_ plan: TransferPlan) -> String {
        var package = "\(plan.package.bezeichnung) (\(plan.package.kennung) \(plan.package.version))"
        if let installed = plan.package.installedVersion {
            package += pick(", installiert ist \(installed)", ", installed is \(installed)")
        }
        var lines = LabelledLines(language)
        lines.add(Message(de: "Paket", en: "package"), package)
        lines.add(
            Message(de: "Ziel", en: "target"),
            "\(plan.target.name) (ARS \(plan.target.ars)), \(pick("Portal", "portal")) \(plan.target.portal)")
        var text = lines.text
        text +=
            TextTable(
                plan.entries.map { entry in
                    [
                        word(entry.action), entry.kind, entry.id,
                        [entry.title, note(entry)].compactMap { $0 }.joined(separator: " "),
                    ]
                }, indent: "  "
            ).text
        for finding in plan.findings { text += report.finding(finding, subject: plan.package.kennung) }
        return text + summary(plan) + "\n"
    }

    /// The new identity, where an object gets one. The plan writes identities as `agency|scheme|value`.
    private func note(_ entry: TransferPlan.Entry) -> String? {
        guard let source = entry.source, let target = entry.target, source != target else { return nil }
        func short(_ identity: String) -> String {
            let parts = identity.split(separator: "|", omittingEmptySubsequences: false)
            return [parts.first, parts.last].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "/")
        }
        return "(\(short(source)) → \(short(target)))"
    }

    private func summary(_ plan: TransferPlan) -> String {
        let counts = TransferPlan.Action.allCases
            .filter { plan.count($0) > 0 }
            .map { "\(plan.count($0)) \(word($0))" }
            .joined(separator: ", ")
        if !plan.isApplicable {
            return pick("Der Plan ist nicht ausführbar: \(counts).", "The plan cannot be applied: \(counts).")
        }
        return plan.changesNothing
            ? pick("Nichts zu ändern: \(counts).", "Nothing to change: \(counts).")
            : pick("Ausführbar: \(counts).", "Can be applied: \(counts).")
    }

    private func word(_ action: TransferPlan.Action) -> String {
        switch action {
        case .create: pick("anlegen", "create")
        case .update: pick("ändern", "update")
        case .unchanged: pick("unverändert", "unchanged")
        case .remove: pick("entfernen", "remove")
        case .conflict: pick("Konflikt", "conflict")
        case .refused: pick("verweigert", "refused")
        }
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
