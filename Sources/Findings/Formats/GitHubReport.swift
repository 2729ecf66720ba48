/// The report as workflow commands of GitHub Actions: findings become annotations at their lines. The last line is the
/// summary, as plain text for the log.
struct GitHubReport {
    let options: ReportOptions

    func render(_ report: Report) -> String {
        let wording = Wording(options.language)
        var text = ""
        for result in report.results {
            for finding in result.findings { text += annotation(finding, subject: result.subject) }
            for (layer, reason) in result.untoldReasons {
                let title = "\(wording.layer(layer.name)): \(wording.outcome(layer.outcome))"
                text += command("error", Location(file: result.subject), title: title, rendered(reason))
            }
            if result.suppressedFindings > 0 {
                let message = wording.suppressed(result.suppressedFindings)
                text += command("notice", Location(file: result.subject), title: nil, message)
            }
        }
        var plain = options
        plain.isTerminal = false
        plain.usesColours = false
        return text
            + TextReport(options: plain).summary(ReportTally(report.results), duration: report.duration)
    }

    private func annotation(_ finding: Finding, subject: String) -> String {
        let name =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .hint: "notice"
            }
        var message = rendered(finding.message)
        if let hint = finding.hint { message += "\n" + rendered(hint) }
        return command(name, finding.location.inFile(subject), title: finding.id.rawValue, message)
    }

    private func command(_ name: String, _ place: Location, title: String?, _ message: String) -> String {
        var properties: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { properties.append("\(name)=\(Escaping.workflowCommand(value, inProperty: true))") }
        }
        add("file", place.file)
        add("line", place.line.map(String.init))
        add("col", place.column.map(String.init))
        add("title", title)
        return "::\(name) \(properties.joined(separator: ","))::\(Escaping.workflowCommand(message))\n"
    }

    private func rendered(_ message: Message) -> String {
        message.rendered(options.language, showingValues: options.showsValues)
    }
}
