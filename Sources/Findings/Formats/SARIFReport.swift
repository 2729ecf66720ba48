/// The report in the Static Analysis Results Interchange Format 2.1.0 (OASIS Standard, 27 March 2020).
struct SARIFReport {
    let options: ReportOptions

    func render(_ report: Report) -> String {
        var rules: [FindingID] = []
        var ruleIndex: [FindingID: Int] = [:]
        for finding in report.results.lazy.flatMap(\.findings) where ruleIndex[finding.id] == nil {
            ruleIndex[finding.id] = rules.count
            rules.append(finding.id)
        }
        let results = report.results.flatMap { result in
            result.findings.map { self.result($0, subject: result.subject, ruleIndex: ruleIndex[$0.id]) }
        }
        let notifications = report.results.flatMap(notifications)
        let completed = notifications.isEmpty && !report.results.contains(where: \.isUnreadable)
        let run: JSONText = .object([
            (
                "tool",
                .object([
                    (
                        "driver",
                        .object([
                            ("name", .string(report.tool.name)),
                            ("semanticVersion", .string(report.tool.version)),
                            ("rules", .array(rules.map { .object([("id", .string($0.rawValue))]) })),
                        ])
                    )
                ])
            ),
            ("language", .string(options.language.rawValue)),
            ("columnKind", .string("unicodeCodePoints")),
            (
                "invocations",
                .array([
                    .object([
                        ("executionSuccessful", .boolean(completed)),
                        ("toolExecutionNotifications", notifications.isEmpty ? nil : .array(notifications)),
                    ])
                ])
            ),
            ("results", .array(results)),
        ])
        let document: JSONText = .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ])
        return document.rendered() + "\n"
    }

    private func result(_ finding: Finding, subject: String, ruleIndex: Int?) -> JSONText {
        var text = rendered(finding.message)
        if let hint = finding.hint { text += "\n" + rendered(hint) }
        let level =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .hint: "note"
            }
        return .object([
            ("ruleId", .string(finding.id.rawValue)),
            ("ruleIndex", ruleIndex.map { .integer($0) }),
            ("level", .string(level)),
            ("message", .object([("text", .string(text))])),
            ("locations", .array([location(finding.location.inFile(subject))])),
        ])
    }

    private func location(_ place: Location) -> JSONText {
        let region: JSONText? = place.line.map { line in
            .object([("startLine", .integer(line)), ("startColumn", place.column.map { .integer($0) })])
        }
        return .object([
            ("physicalLocation", .object([("artifactLocation", artifact(place.file ?? "-")), ("region", region)])),
            (
                "logicalLocations",
                place.path.map { path in
                    .array([.object([("fullyQualifiedName", .string(path)), ("kind", .string("element"))])])
                }
            ),
        ])
    }

    private func artifact(_ file: String) -> JSONText {
        .object([("uri", .string(Escaping.uriReference(path: file)))])
    }

    /// What could not be checked: SARIF keeps it apart from the results, in the account of the run.
    private func notifications(_ result: CheckResult) -> [JSONText] {
        result.layers.compactMap { layer in
            guard case .couldNotRun(let reason) = layer.outcome else { return nil }
            return .object([
                (
                    "locations",
                    .array([.object([("physicalLocation", .object([("artifactLocation", artifact(result.subject))]))])])
                ),
                ("message", .object([("text", .string("\(layer.name): \(rendered(reason))"))])),
                ("level", .string("error")),
            ])
        }
    }

    private func rendered(_ message: Message) -> String {
        message.rendered(options.language, showingValues: options.showsValues)
    }
}
