import Findings
import XMLCore

/// Checks the placeholders in the texts of a package (DP-55 to DP-58): each names a declared parameter that is no secret and
/// surely has a value, and stands where a value stays a value. The same walk as binding, with a value for each parameter
/// that will have one.
struct PlaceholderCheck {
    let package: LoadedPackage
    let intact: Set<String>
    let limits: XMLLimits

    func findings() -> [Finding] {
        let declarations = package.manifest.parameter
        var values: [String: PlaceholderValue] = [:]
        for declaration in declarations where !declaration.geheim && (declaration.pflicht || declaration.vorgabe != nil)
        {
            values[declaration.name] = PlaceholderValue(
                typ: declaration.typ, text: declaration.vorgabe ?? "x", codeName: nil)
        }
        let texts = PlaceholderText(values: values, declarations: declarations)
        return package.manifest.bestandteile.flatMap { part -> [Finding] in
            guard intact.contains(part.id), let format = TemplateFiller.format(of: part),
                let bytes = package.bytes(of: part), PlaceholderText.mayHavePlaceholder(bytes)
            else { return [] }
            var filler = TemplateFiller(texts, format: format, part: part)
            if part.rolle == .text {
                _ = filler.fill(file: bytes)
            } else if let tree = try? XMLTree(bytes: bytes, name: part.pfad, limits: limits) {
                var root = tree.root
                filler.fill(&root)
            }
            return filler.problems.map { finding($0) }
        }
    }

    private func finding(_ problem: TemplateProblem) -> Finding {
        let location = problem.place.location.inFile(package.contents.displayName(problem.place.file))
        if problem.note.problem == .empty {
            return Finding(
                "package.optional-placeholder", .warning, at: location,
                Message(
                    de:
                        "Hier steht {{\(problem.note.name)}}, aber der Parameter ist weder Pflicht noch hat er eine Vorgabe.",
                    en: "This has {{\(problem.note.name)}}, but the parameter is neither required nor has a default."),
                hint: Message(
                    de:
                        "Ohne Wert kann das Paket nicht übertragen werden: Machen Sie ihn zur Pflicht, oder geben Sie eine Vorgabe an.",
                    en: "Without a value the package cannot be transferred: make it required, or give a default."))
        }
        let missing = problem.missing
        let id = "package." + missing.id.dropFirst("transfer.".count)
        return Finding(
            FindingID(rawValue: id), missing.isRequired ? .error : .warning, at: location, missing.text.message,
            hint: missing.hint.message)
    }
}
