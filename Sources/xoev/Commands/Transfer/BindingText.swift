import Findings
import ServiceTransfer

/// What binding changes in a package, for people: each place with the rule, before and after.
struct BindingText {
    private let language: Language

    init(_ session: Session) { language = session.language }

    func render(_ binding: BindingDiff) -> String {
        var text = pick("Anpassung an \(binding.target.name)", "Binding to \(binding.target.name)") + "\n"
        for part in binding.parts {
            text += "  \(part.id) (\(SafeText.line(part.file)))\n"
            for change in part.changes {
                text += "    " + SafeText.line(place(change, in: part)) + "  " + rule(change) + "\n"
                let lines = FieldText.lines(change.before, change.after)
                if let before = lines.before { text += "      - \(before)\n" }
                if let after = lines.after { text += "      + \(after)\n" }
            }
        }
        text += pick("  Parameter", "  parameters") + "\n"
        text +=
            TextTable(
                binding.parameters.map { parameter in
                    [
                        parameter.name, parameter.typ.rawValue, value(parameter),
                        parameter.source?.text[language] ?? "",
                        parameter.uses == 0 ? "" : pick("Stellen: \(parameter.uses)", "places: \(parameter.uses)"),
                    ]
                }, indent: "    "
            ).text
        return text
    }

    /// The changes as facts of a report.
    func facts(_ binding: BindingDiff) -> [CheckResult.Fact] {
        binding.parts.flatMap { part in
            part.changes.map { change in
                CheckResult.Fact(
                    place(change, in: part), "\(rule(change)): \(FieldText.change(change.before, change.after))")
            }
        }
    }

    /// The line in the file, and the field.
    private func place(_ change: BindingDiff.Change, in part: BindingDiff.Part) -> String {
        let line = change.line.map { pick("Zeile \($0)", "line \($0)") }
        let path = change.path.steps.isEmpty ? nil : short(change.path).description
        return [line, path.map { $0 + (change.attribute.map { "/@\($0)" } ?? "") }].compactMap { $0 }
            .joined(separator: " ")
    }

    /// The path with identities by their value alone, as `transfer edit` takes it, too.
    private func short(_ path: FieldPath) -> FieldPath {
        FieldPath(
            part: path.part,
            steps: path.steps.map { step in
                FieldPath.Step(step.name, key: step.key?.split(separator: "|").last.map(String.init))
            })
    }

    private func rule(_ change: BindingDiff.Change) -> String {
        let name = change.rule.text[language]
        return change.parameters.isEmpty ? "[\(name)]" : "[\(name) \(change.parameters.joined(separator: ", "))]"
    }

    private func value(_ parameter: BindingDiff.Parameter) -> String {
        if parameter.isSecret { return pick("(geheim)", "(secret)") }
        return FieldText.short(parameter.value, length: 60)
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}
