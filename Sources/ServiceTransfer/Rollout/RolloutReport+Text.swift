import Findings

/// The report as a table, for people.
extension RolloutReport {
    /// The table with its head: a row per municipality.
    public func rows(_ language: Language) -> [[String]] {
        let head =
            language == .de
            ? ["Kommune", "ARS", "Welle", "Ergebnis", "von", "auf", "Protokoll", "Grund"]
            : ["Municipality", "ARS", "Wave", "Result", "from", "to", "Journal", "Reason"]
        return [head]
            + municipalities.map { town in
                [
                    town.title, town.ars ?? "", String(town.wave), word(town, language), town.fromVersion ?? "",
                    town.result.isDone ? package.version : "", town.entry.map { String($0) } ?? "",
                    town.reasons.map { $0.line(language) }.joined(separator: "; "),
                ]
            }
    }

    /// What became of a municipality, in words.
    public func word(_ town: Municipality, _ language: Language) -> String {
        let text = isPlan ? town.result.plannedWord : town.result.text
        guard town.isEarlier else { return text[language] }
        return text[language] + (language == .de ? " (früher)" : " (earlier)")
    }

    /// How many municipalities came to what, and where it ended: one line.
    public func summary(_ language: Language) -> String {
        let counts = Result.allCases.filter { count($0) > 0 }
            .map { "\(count($0)) \((isPlan ? $0.plannedWord : $0.text)[language])" }.joined(separator: ", ")
        let text = "\(language == .de ? "Kommunen" : "Municipalities"): \(municipalities.count) (\(counts))."
        return ending == .complete ? text : text + " " + ending.text[language]
    }

    /// CSV (RFC 4180), safe for spreadsheets.
    public func csv(_ language: Language) -> String { TablePage.csv(rows(language)) }

    /// One self-contained page: the table, and below it what is to be mended where. Readable without script.
    public func html(_ language: Language) -> String {
        let name = "\(package.bezeichnung) (\(package.kennung) \(package.version))"
        let title: String =
            switch (isPlan, language) {
            case (true, .de): "Plan der Verteilung: \(name)"
            case (true, .en): "Plan of the roll-out: \(name)"
            case (false, .de): "Verteilung \(number ?? 0): \(name)"
            case (false, .en): "Roll-out \(number ?? 0): \(name)"
            }
        let results = municipalities.map(\.result)
        var row = -1
        let page = TablePage(
            title: title, explanation: summary(language), rows: rows(language).map { Array($0.dropLast()) }
        ) { column, _ in
            if column == 1 { row += 1 }
            guard column == 3, results.indices.contains(row) else { return nil }
            return results[row].isFailure ? .open : results[row].isDone ? .done : nil
        }
        var details = ""
        for town in municipalities where !town.reasons.isEmpty {
            details += "<h2>\(TablePage.escaped(town.title))</h2>\n<ul>\n"
            for reason in town.reasons {
                let hint = reason.hint.map { " " + TablePage.escaped($0[language]) } ?? ""
                details += "<li><strong>\(TablePage.escaped(reason.id))</strong>: "
                details += TablePage.escaped(
                    [reason.place, reason.text[language]].compactMap(\.self).joined(separator: ": "))
                details += hint + "</li>\n"
            }
            details += "</ul>\n"
        }
        return page.html(language, details: details)
    }
}

extension RolloutReport.Reason {
    /// Where, what, and which identifier.
    public func line(_ language: Language) -> String {
        "\(place.map { "\($0): " } ?? "")\(text[language]) [\(id)]"
    }
}

extension RolloutReport.Result {
    /// What became of a municipality, in words.
    public var text: TransferPlan.Text {
        switch self {
        case .installed: .init(de: "eingerichtet", en: "installed")
        case .upgraded: .init(de: "aktualisiert", en: "upgraded")
        case .unchanged: .init(de: "unverändert", en: "unchanged")
        case .conflict: .init(de: "Konflikt", en: "conflict")
        case .failed: .init(de: "fehlgeschlagen", en: "failed")
        case .notStarted: .init(de: "nicht begonnen", en: "not started")
        }
    }

    fileprivate var plannedWord: TransferPlan.Text {
        switch self {
        case .installed: .init(de: "einzurichten", en: "to install")
        case .upgraded: .init(de: "zu aktualisieren", en: "to upgrade")
        case .failed: .init(de: "nicht möglich", en: "not possible")
        case .unchanged, .conflict, .notStarted: text
        }
    }
}

extension RolloutReport.Ending {
    fileprivate var text: TransferPlan.Text {
        switch self {
        case .complete: .init(de: "Sie ist vollständig.", en: "It is complete.")
        case .stopped:
            .init(
                de: "Wegen der Fehlschläge angehalten; nach dem Beheben geht es mit --resume weiter.",
                en: "Stopped because of the failures; once they are mended, --resume goes on.")
        case .lastWave:
            .init(
                de: "Nach der verlangten Welle beendet; mit --resume geht es weiter.",
                en: "Ended after the wave asked for; --resume goes on.")
        case .cancelled:
            .init(de: "Abgebrochen; mit --resume geht es weiter.", en: "Cancelled; --resume goes on.")
        case .store:
            .init(
                de: "Der Portalspeicher lässt sich nicht mehr beschreiben; mit --resume geht es danach weiter.",
                en: "The portal store can no longer be written; --resume goes on afterwards.")
        }
    }
}
