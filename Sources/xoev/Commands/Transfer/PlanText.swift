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

    func render(_ plan: TransferPlan, binding: BindingDiff? = nil) -> String {
        var package = "\(plan.package.bezeichnung) (\(plan.package.kennung) \(plan.package.version))"
        if let installed = plan.package.installedVersion {
            package += pick(", installiert ist \(installed)", ", installed is \(installed)")
        }
        var lines = LabelledLines(language)
        lines.add(Message(de: "Paket", en: "package"), package)
        lines.add(
            Message(de: "Ziel", en: "target"),
            "\(plan.target.name) (ARS \(plan.target.ars)), \(pick("Portal", "portal")) \(plan.target.portal)")
        if let binding { lines.add(Message(de: "Anpassung", en: "binding"), summary(binding)) }
        var text = lines.text
        for other in plan.along ?? [] {
            let name = "\(other.package.bezeichnung) (\(other.package.kennung) \(other.package.version))"
            text += "  " + SafeText.line(pick("kommt mit: \(name)", "comes along: \(name)")) + "\n"
        }
        text +=
            TextTable(
                plan.entries.map { entry in
                    [
                        word(entry.action), entry.kind, entry.id,
                        [entry.title, note(entry)].compactMap { $0 }.joined(separator: " "),
                    ]
                }, indent: "  "
            ).text
        text += fields(plan)
        for finding in plan.findings { text += report.finding(finding, subject: plan.package.kennung) }
        return text + summary(plan) + "\n"
    }

    /// The plan as the result of a check, for the formats of reports: each field with its values, then what stands
    /// against the plan.
    func result(_ plan: TransferPlan) -> CheckResult {
        let values: [CheckResult.Fact] = plan.fields.map { field in
            let text: String =
                switch field.outcome {
                case .conflict:
                    [
                        (pick("bisher", "before"), field.base), (pick("Paket", "package"), field.theirs),
                        (pick("hier", "here"), field.ours),
                    ].map { "\($0.0) \(FieldText.short($0.1, length: 2_000))" }.joined(separator: " · ")
                case .ours, .choseOurs: FieldText.change(field.base, field.ours)
                default: FieldText.change(field.ours, field.result)
                }
            return CheckResult.Fact(field.path.description, "\(word(field.outcome)): \(text)")
        }
        let facts = [
            CheckResult.Fact("kennung", plan.package.kennung), CheckResult.Fact("version", plan.package.version),
            CheckResult.Fact("target", "\(plan.target.name) (ARS \(plan.target.ars))"),
        ]
        return CheckResult(
            subject: plan.package.kennung, facts: facts + values,
            layers: [Layer(name: "plan", outcome: plan.isApplicable ? .passed : .failed)], findings: plan.findings)
    }

    /// What becomes of each field that is not the same everywhere; of a conflict all three values.
    private func fields(_ plan: TransferPlan) -> String {
        guard !plan.fields.isEmpty else { return "" }
        var text = "  " + pick("Felder", "fields") + "\n"
        text +=
            TextTable(
                plan.fields.filter { $0.outcome != .conflict }.map { field in
                    let isOurs = field.outcome == .ours || field.outcome == .choseOurs
                    let values =
                        isOurs
                        ? FieldText.change(field.base, field.ours) : FieldText.change(field.ours, field.result)
                    return [word(field.outcome), field.path.description, values]
                }, indent: "    "
            ).text
        for field in plan.conflicts {
            text += "    \(word(field.outcome))  \(SafeText.line(field.path.description))\n"
            text +=
                TextTable(
                    [
                        [pick("bisher", "before"), FieldText.short(field.base, length: 90)],
                        [pick("Paket", "package"), FieldText.short(field.theirs, length: 90)],
                        [pick("hier", "here"), FieldText.short(field.ours, length: 90)],
                    ], indent: "      "
                ).text
        }
        return text
    }

    private func summary(_ binding: BindingDiff) -> String {
        guard binding.changeCount > 0 else { return pick("nichts", "nothing") }
        let rules = BindingDiff.Rule.allCases.filter { binding.count($0) > 0 }
            .map { "\($0.text[language]) \(binding.count($0))" }.joined(separator: ", ")
        return pick(
            "Stellen: \(binding.changeCount), Bestandteile: \(binding.parts.count) (\(rules))",
            "places: \(binding.changeCount), parts: \(binding.parts.count) (\(rules))")
    }

    private func word(_ outcome: TransferPlan.Field.Outcome) -> String {
        switch outcome {
        case .theirs: pick("neu vom Paket", "new from package")
        case .ours: pick("bleibt wie hier", "stays as here")
        case .same: pick("beide gleich", "both alike")
        case .conflict: pick("Konflikt", "conflict")
        case .choseOurs: pick("entschieden: hier", "decided: here")
        case .choseTheirs: pick("entschieden: Paket", "decided: package")
        case .choseValue: pick("entschieden: Wert", "decided: value")
        }
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
        if !plan.conflicts.isEmpty {
            let number = plan.conflicts.count
            return pick(
                "Der Plan ist nicht ausführbar, zu entscheidende Felder: \(number); \(counts).",
                "The plan cannot be applied, fields to decide: \(number); \(counts).")
        }
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
