import Findings

/// Writes a form as a Markdown overview: elements with number, type, bounds and lists, then the rules.
public enum XDF3Markdown {
    /// The overview, in German or English headings; the form's own texts stay as they are.
    public static func write(_ schema: XDF3.Stammdatenschema, language: Language = .de) -> String {
        let isGerman = language == .de
        var result = "# \(line(schema.bezeichnung))\n\n"
        result += "\(schema.angaben.identifikation.description) · \(line(schema.angaben.name))\n\n"
        if let text = schema.angaben.beschreibung { result += text.trimmedXML + "\n\n" }
        result +=
            isGerman
            ? "| Element | ID | Anzahl | Art | Angaben |\n" : "| Element | Id | Number | Kind | Details |\n"
        result += "|---|---|---|---|---|\n"
        rows(schema.struktur, depth: 0, isGerman, &result)
        let rules = XDF3Regeln(schema)
        guard !rules.eintraege.isEmpty else { return result }
        result += isGerman ? "\n## Regeln\n\n" : "\n## Rules\n\n"
        var seen: Set<XDFIdentifikation> = []
        for entry in rules.eintraege where seen.insert(entry.regel.identifikation).inserted {
            result += self.rule(entry, language)
        }
        return result
    }

    private static func rule(_ entry: XDF3Regeln.Eintrag, _ language: Language) -> String {
        let isGerman = language == .de
        let rule = entry.regel
        var result = "- **\(line(rule.name))** (\(rule.identifikation.description)): "
        result += line(rule.freitextRegel ?? "–") + "\n"
        if let words = entry.inWorten {
            result += isGerman ? "  - ausgewertet: " : "  - evaluated: "
            result += line(words.rendered(language, showingValues: true)) + "\n"
        } else if let why = entry.grund {
            result += isGerman ? "  - nicht ausgewertet: " : "  - not evaluated: "
            result += line(why.rendered(language, showingValues: true)) + "\n"
        }
        if entry.hatSkript, let script = rule.skript {
            result += isGerman ? "  - Skript (wird nicht ausgeführt):\n\n" : "  - Script (is not run):\n\n"
            // Indented code: nothing in it can close it.
            let lines = script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            result += lines.map { "        \($0)" }.joined(separator: "\n") + "\n\n"
        }
        return result
    }

    private static func rows(_ places: [XDF3.Struktur], depth: Int, _ isGerman: Bool, _ result: inout String) {
        for place in places {
            let indent = String(repeating: "&emsp;", count: depth)
            let label = place.elementangaben.bezeichnungEingabe
            let title = line(label.isEmpty ? place.angaben.name : label)
            let id = place.angaben.identifikation.description
            switch place.element {
            case .datenfeldgruppe(let group):
                let kind = group.istAuswahlgruppe ? (isGerman ? "Auswahl" : "choice") : (isGerman ? "Gruppe" : "group")
                result += "| \(indent)**\(title)** | \(id) | \(line(place.anzahl ?? "")) | \(kind) | |\n"
                rows(group.struktur, depth: depth + 1, isGerman, &result)
            case .datenfeld(let field):
                let kind = "\(field.feldart?.code ?? "-") / \(field.datentyp?.code ?? "-")"
                result += "| \(indent)\(title) | \(id) | \(line(place.anzahl ?? "")) | \(kind) | \(details(field)) |\n"
            }
        }
    }

    private static func details(_ field: XDF3.Datenfeld) -> String {
        var parts: [String] = []
        let bounds = field.praezisierung
        for (name, value) in [
            ("minLength", bounds.minLength), ("maxLength", bounds.maxLength), ("min", bounds.minValue),
            ("max", bounds.maxValue), ("pattern", bounds.pattern), ("maxSize", field.maxSize),
        ] {
            if let value { parts.append("\(name) \(line(value))") }
        }
        if let values = field.werte {
            let shown = values.prefix(5).map { "\(line($0.code)) \(line($0.name))" }.joined(separator: "; ")
            parts.append(shown + (values.count > 5 ? "; … (\(values.count))" : ""))
        }
        if let list = field.codelisteReferenz {
            parts.append("`\(list.canonicalVersionUri ?? list.canonicalIdentification)`")
        }
        if !field.mediaType.isEmpty { parts.append(field.mediaType.joined(separator: ", ")) }
        return parts.joined(separator: ", ")
    }

    /// One line that breaks no table.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|")
            .replacing("<", with: "&lt;")
    }
}
