/// The fixed words of the reports in one language.
struct Wording {
    let language: Language

    init(_ language: Language) { self.language = language }

    private func pick(_ de: String, _ en: String) -> String {
        switch language {
        case .de: de
        case .en: en
        }
    }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: pick("Fehler", "error")
        case .warning: pick("Warnung", "warning")
        case .hint: pick("Hinweis", "hint")
        }
    }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .valid: pick("gültig", "valid")
        case .incomplete: pick("unvollständig geprüft", "not completely checked")
        case .invalid: pick("ungültig", "invalid")
        case .error: pick("nicht lesbar", "unreadable")
        }
    }

    func outcome(_ outcome: Layer.Outcome) -> String {
        switch outcome {
        case .passed: pick("bestanden", "passed")
        case .failed: pick("nicht bestanden", "failed")
        case .skipped: pick("übersprungen", "skipped")
        case .couldNotRun: pick("nicht ausführbar", "could not run")
        }
    }

    func suppressed(_ count: Int) -> String {
        count == 1
            ? pick("ein weiterer Befund wird nicht gezeigt", "one more finding is not shown")
            : pick("\(count) weitere Befunde werden nicht gezeigt", "\(count) more findings are not shown")
    }

    func checked(_ count: Int) -> String { "\(count) \(pick("geprüft", "checked"))" }

    /// Where in the document, as an addition to a finding.
    func atPath(_ path: String) -> String { "\(pick("bei", "at")) \(path)" }

    func count(_ count: Int, of severity: Severity) -> String {
        "\(count) \(count == 1 ? self.severity(severity) : severities(severity))"
    }

    /// The severity's name in the plural.
    func severities(_ severity: Severity) -> String {
        switch severity {
        case .error: pick("Fehler", "errors")
        case .warning: pick("Warnungen", "warnings")
        case .hint: pick("Hinweise", "hints")
        }
    }

    /// The severity's name in the plural as a label.
    func severitiesLabel(_ severity: Severity) -> String {
        switch severity {
        case .error: pick("Fehler", "Errors")
        case .warning: pick("Warnungen", "Warnings")
        case .hint: pick("Hinweise", "Hints")
        }
    }

    /// A time as people read it: `0.12 s`, in German `0,12 s`; below 10 ms in milliseconds.
    func duration(_ duration: Duration) -> String {
        let microseconds = duration.wholeMicroseconds
        let text =
            microseconds < 10_000
            ? decimal(microseconds, digits: 3, shown: 1) + " ms" : decimal(microseconds, digits: 6, shown: 2) + " s"
        return language == .de ? text.replacing(".", by: ",") : text
    }

    /// `value` · 10^-`digits`, rounded to `shown` decimals.
    private func decimal(_ value: Int64, digits: Int, shown: Int) -> String {
        var divisor: Int64 = 1
        for _ in shown..<digits { divisor *= 10 }
        let rounded = (value + divisor / 2) / divisor
        var unit: Int64 = 1
        for _ in 0..<shown { unit *= 10 }
        let fraction = String(rounded % unit)
        return "\(rounded / unit)." + String(repeating: "0", count: shown - fraction.count) + fraction
    }

    var reportTitle: String { pick("Prüfbericht", "Validation report") }
    var summaryTitle: String { pick("Zusammenfassung", "Summary") }
    var resultsTitle: String { pick("Ergebnisse", "Results") }
    var verdictLabel: String { pick("Urteil", "Verdict") }
    var subjectLabel: String { pick("Prüfling", "Subject") }
    var subjectsLabel: String { pick("Prüflinge", "Subjects") }
    var factsCaption: String { pick("Was erkannt wurde", "What was recognised") }
    var factLabel: String { pick("Merkmal", "Property") }
    var valueLabel: String { pick("Wert", "Value") }
    var layersCaption: String { pick("Schritte der Prüfung", "Steps of the check") }
    var layerLabel: String { pick("Schritt", "Step") }
    var outcomeLabel: String { pick("Ausgang", "Outcome") }
    var reasonLabel: String { pick("Grund", "Reason") }
    var durationLabel: String { pick("Dauer", "Duration") }
    var findingsCaption: String { pick("Befunde", "Findings") }
    var severityLabel: String { pick("Schwere", "Severity") }
    var placeLabel: String { pick("Stelle", "Place") }
    var messageLabel: String { pick("Befund", "Finding") }
    var identifierLabel: String { pick("Kennung", "Id") }
    var noFindings: String { pick("Keine Befunde.", "No findings.") }
    var skipLink: String { pick("Zu den Ergebnissen springen", "Skip to the results") }
    var nothingChecked: String { pick("Es wurde nichts geprüft.", "Nothing was checked.") }

    func madeBy(_ tool: Report.Tool) -> String {
        pick("Erstellt mit \(tool.name) \(tool.version)", "Made by \(tool.name) \(tool.version)")
    }

    var valuesHidden: String {
        pick(
            "Werte aus den Dokumenten sind personenbezogene Daten und verborgen (\(MessageText.hiddenValue)).",
            "Values from the documents are personal data and hidden (\(MessageText.hiddenValue)).")
    }

    func fact(_ name: String) -> String {
        switch name {
        case "standard": pick("Standard", "Standard")
        case "version": pick("Version", "Version")
        case "message": pick("Nachricht", "Message")
        case "schema": pick("Schema", "Schema")
        case "format": pick("Format", "Format")
        case "kennung": pick("Kennung", "Identifier")
        case "digest": pick("Prüfsumme", "Digest")
        case "signature": pick("Signatur", "Signature")
        default: name
        }
    }

    func layer(_ name: String) -> String {
        switch name {
        case "well-formed": pick("Wohlgeformtheit", "well-formedness")
        case "schema": pick("Schema", "schema")
        case "rules": pick("Regeln", "rules")
        case "code-lists": pick("Codelisten", "code lists")
        case "character-sets": pick("Zeichensätze", "character sets")
        case "structure": pick("Aufbau", "structure")
        case "list": pick("Liste", "list")
        case "container": pick("Behälter", "container")
        case "manifest": pick("Inhaltsverzeichnis", "table of contents")
        case "files": pick("Dateien", "files")
        case "parts": pick("Bestandteile", "parts")
        case "messages": pick("Nachrichten", "messages")
        case "links": pick("Verknüpfungen", "links")
        case "signature": pick("Signatur", "signature")
        default: name
        }
    }
}

extension Duration {
    /// The whole microseconds, rounded down.
    var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}

extension String {
    /// A copy in which one character stands for another.
    fileprivate func replacing(_ old: Character, by new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}
