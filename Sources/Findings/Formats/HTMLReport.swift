/// The report as one self-contained HTML page: no script, no file beside it, no request to anywhere. Landmarks, headings,
/// captions and header cells serve screen readers; severity is told in words, never by colour alone; contrast of text is
/// at least 4.5 : 1 (WCAG 2.1, 1.4.3) in light and dark.
struct HTMLReport {
    let options: ReportOptions
    private let wording: Wording

    init(options: ReportOptions) {
        self.options = options
        wording = Wording(options.language)
    }

    func render(_ report: Report) -> String {
        let title = "\(wording.reportTitle): \(wording.verdict(report.verdict))"
        var html = """
            <!DOCTYPE html>
            <html lang="\(options.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <a class="skip" href="#results">\(escaped(wording.skipLink))</a>
            <header>
            <h1>\(escaped(wording.reportTitle))</h1>
            <p class="verdict \(report.verdict.rawValue)">\(escaped(wording.verdictLabel)): \
            <strong>\(escaped(wording.verdict(report.verdict)))</strong></p>
            </header>
            <main>

            """
        html += summary(report)
        html += "<section id=\"results\" aria-labelledby=\"results-title\">\n"
        html += "<h2 id=\"results-title\">\(escaped(wording.resultsTitle))</h2>\n"
        if report.results.isEmpty { html += "<p>\(escaped(wording.nothingChecked))</p>\n" }
        for (index, result) in report.results.enumerated() { html += self.result(result, number: index + 1) }
        html += "</section>\n</main>\n<footer>\n<p>\(escaped(wording.madeBy(report.tool)))</p>\n"
        if !options.showsValues { html += "<p>\(escaped(wording.valuesHidden))</p>\n" }
        return html + "</footer>\n</body>\n</html>\n"
    }

    private func summary(_ report: Report) -> String {
        let tally = ReportTally(report.results)
        var rows: [(String, String)] = [(wording.subjectsLabel, String(tally.subjects))]
        rows += Severity.allCases.reversed().map {
            (wording.severitiesLabel($0), String(tally.count(of: $0)))
        }
        if options.showsDurations { rows.append((wording.durationLabel, wording.duration(report.duration))) }
        var html = "<section aria-labelledby=\"summary-title\">\n"
        html += "<h2 id=\"summary-title\">\(escaped(wording.summaryTitle))</h2>\n<dl>\n"
        for (name, value) in rows { html += "<div><dt>\(escaped(name))</dt><dd>\(escaped(value))</dd></div>\n" }
        html += "</dl>\n"
        if report.results.count > 1 {
            html += table(
                wording.subjectsLabel, [wording.subjectLabel, wording.verdictLabel],
                report.results.enumerated().map { index, result in
                    [
                        "<a href=\"#result-\(index + 1)\">\(escaped(result.subject))</a>",
                        badge(wording.verdict(result.verdict), result.verdict.rawValue),
                    ]
                })
        }
        return html + "</section>\n"
    }

    private func result(_ result: CheckResult, number: Int) -> String {
        var html = "<article id=\"result-\(number)\" aria-labelledby=\"result-\(number)-title\">\n"
        html += "<h3 id=\"result-\(number)-title\">\(escaped(result.subject)) "
        html += badge(wording.verdict(result.verdict), result.verdict.rawValue) + "</h3>\n"
        if !result.facts.isEmpty {
            html += table(
                wording.factsCaption, [wording.factLabel, wording.valueLabel],
                result.facts.map { [escaped(wording.fact($0.name)), escaped($0.value)] })
        }
        if !result.layers.isEmpty { html += layers(result.layers) }
        if result.findings.isEmpty {
            html += "<p>\(escaped(wording.noFindings))</p>\n"
        } else {
            html += table(
                wording.findingsCaption,
                [wording.severityLabel, wording.placeLabel, wording.messageLabel, wording.identifierLabel],
                result.findings.map { row($0, subject: result.subject) })
        }
        if result.suppressedFindings > 0 {
            html += "<p>\(escaped(wording.suppressed(result.suppressedFindings)))</p>\n"
        }
        return html + "</article>\n"
    }

    private func layers(_ layers: [Layer]) -> String {
        var headers = [wording.layerLabel, wording.outcomeLabel, wording.reasonLabel]
        if options.showsDurations { headers.append(wording.durationLabel) }
        return table(
            wording.layersCaption, headers,
            layers.map { layer in
                let reason: String =
                    switch layer.outcome {
                    case .passed, .failed: ""
                    case .skipped(let reason), .couldNotRun(let reason): rendered(reason)
                    }
                var cells = [escaped(wording.layer(layer.name)), escaped(wording.outcome(layer.outcome)), reason]
                if options.showsDurations { cells.append(escaped(layer.duration.map(wording.duration) ?? "")) }
                return cells
            })
    }

    private func row(_ finding: Finding, subject: String) -> [String] {
        let place = finding.location.inFile(subject)
        var position = escaped(place.description)
        if let path = place.path { position += "<br><code>\(escaped(path))</code>" }
        var message = "<p>\(rendered(finding.message))</p>"
        if let hint = finding.hint { message += "<p class=\"hint-text\">\(rendered(hint))</p>" }
        return [
            badge(wording.severity(finding.severity), finding.severity.rawValue), position, message,
            "<code>\(escaped(finding.id.rawValue))</code>",
        ]
    }

    /// A table of cells that are already HTML; the first cell of a row is its header.
    private func table(_ caption: String, _ headers: [String], _ rows: [[String]]) -> String {
        var html = "<div class=\"scroll\" role=\"region\" aria-label=\"\(escaped(caption))\" tabindex=\"0\">\n"
        html += "<table>\n<caption>\(escaped(caption))</caption>\n<thead><tr>"
        for header in headers { html += "<th scope=\"col\">\(escaped(header))</th>" }
        html += "</tr></thead>\n<tbody>\n"
        for row in rows {
            html += "<tr>"
            for (index, cell) in row.enumerated() {
                html += index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n</div>\n"
    }

    private func badge(_ text: String, _ kind: String) -> String {
        "<span class=\"badge \(kind)\">\(escaped(text))</span>"
    }

    private func rendered(_ message: Message) -> String {
        escaped(message.rendered(options.language, showingValues: options.showsValues))
    }

    private func escaped(_ text: String) -> String { Escaping.markup(text, inAttribute: true) }
}
