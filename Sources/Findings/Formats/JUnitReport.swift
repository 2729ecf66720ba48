/// The report as JUnit XML (the form of Apache Ant that Jenkins, GitLab and Azure read): one suite, one test case per
/// subject. A subject that could not be checked completely is an `error`: a pipeline must not be green on it.
struct JUnitReport {
    let options: ReportOptions

    func render(_ report: Report) -> String {
        let results = report.results
        let failures = results.count { $0.verdict == .invalid }
        let errors = results.count { $0.verdict == .error || $0.verdict == .incomplete }
        let counts = "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
        let time = options.showsDurations ? " time=\"\(seconds(report.duration))\"" : ""
        let name = attribute(report.tool.name)

        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"\(name)\" \(counts)\(time)>\n"
        xml += "  <testsuite name=\"\(name)\" \(counts) skipped=\"0\"\(time)>\n"
        for result in results { xml += testCase(result) }
        xml += "  </testsuite>\n</testsuites>\n"
        return xml
    }

    private func testCase(_ result: CheckResult) -> String {
        let standard = result.facts.first { $0.name == "standard" }?.value
        var xml = "    <testcase classname=\"\(attribute(standard ?? "xml"))\" name=\"\(attribute(result.subject))\""
        let durations = result.layers.compactMap(\.duration)
        if options.showsDurations, !durations.isEmpty {
            xml += " time=\"\(seconds(durations.reduce(.zero, +)))\""
        }
        xml += ">\n"
        if !result.facts.isEmpty {
            xml += "      <properties>\n"
            for fact in result.facts {
                xml += "        <property name=\"\(attribute(fact.name))\" value=\"\(attribute(fact.value))\"/>\n"
            }
            xml += "      </properties>\n"
        }
        var plain = options
        plain.isTerminal = false
        plain.usesColours = false
        let lines = Escaping.markup(TextReport(options: plain).result(result))
        switch result.verdict {
        case .valid:
            if !result.findings.isEmpty { xml += "      <system-out>\(lines)</system-out>\n" }
        case .invalid: xml += problem("failure", of: result, lines)
        case .incomplete, .error: xml += problem("error", of: result, lines)
        }
        return xml + "    </testcase>\n"
    }

    private func problem(_ element: String, of result: CheckResult, _ lines: String) -> String {
        let wording = Wording(options.language)
        let worst = result.findings.first { $0.severity == .error }
        var message = wording.verdict(result.verdict)
        if let worst {
            message += ": " + worst.message.rendered(options.language, showingValues: options.showsValues)
        }
        let type = worst?.id.rawValue ?? result.verdict.rawValue
        return "      <\(element) message=\"\(attribute(message))\" type=\"\(attribute(type))\">\(lines)</\(element)>\n"
    }

    private func attribute(_ text: String) -> String { Escaping.markup(text, inAttribute: true) }

    private func seconds(_ duration: Duration) -> String {
        let milliseconds = (duration.wholeMicroseconds + 500) / 1_000
        let fraction = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
