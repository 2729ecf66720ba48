import Findings

/// Reports that every format must be able to tell.
enum SampleReports {
    static let tool = Report.Tool(name: "xoev", version: "0.1.0")

    /// One subject of each verdict, findings of each severity, a hidden value, a finding bound that was reached.
    static let mixed = Report(
        tool: tool,
        results: [
            CheckResult(
                subject: "nachrichten/gut.xml",
                facts: [.init("standard", "XDomea"), .init("version", "3.0.0"), .init("message", "0503")],
                layers: [
                    Layer(name: "well-formed", outcome: .passed),
                    Layer(name: "schema", outcome: .passed, duration: .microseconds(4_250)),
                    Layer(
                        name: "rules",
                        outcome: .skipped(Message(de: "Zu XDomea gibt es keine Regeln.", en: "XDomea has no rules."))),
                ]),
            CheckResult(
                subject: "nachrichten/schlecht.xml",
                facts: [.init("standard", "XDomea"), .init("version", "3.0.0")],
                layers: [
                    Layer(name: "well-formed", outcome: .passed),
                    Layer(name: "schema", outcome: .failed, duration: .milliseconds(12)),
                ],
                findings: [
                    Finding(
                        "xsd.type",
                        at: Location(line: 14, column: 9, path: "/Aussonderung[1]/Kopf[1]/Datum[1]"),
                        Message(
                            de: "„\(value: "31.02.2026")“ ist kein xs:date.",
                            en: "“\(value: "31.02.2026")” is not an xs:date."),
                        hint: Message(de: "Form: JJJJ-MM-TT.", en: "Form: YYYY-MM-DD.")),
                    Finding(
                        "codelist.deprecated", .warning, at: Location(line: 20, column: 1),
                        Message(de: "Der Code 07 gilt nicht mehr.", en: "Code 07 is no longer in force.")),
                    Finding(
                        "xoev.style", .hint,
                        Message(de: "Das Präfix ist ungewöhnlich.", en: "The prefix is unusual.")),
                ],
                suppressedFindings: 3),
            CheckResult(
                subject: "nachrichten/fremd.xml",
                layers: [
                    Layer(name: "well-formed", outcome: .passed),
                    Layer(
                        name: "schema",
                        outcome: .couldNotRun(
                            Message(
                                de: "Zum Namensraum urn:fremd ist kein Schema bekannt.",
                                en: "No schema is known for the namespace urn:fremd."))),
                ]),
            CheckResult(
                subject: "nachrichten/leer.xml",
                findings: [
                    Finding(
                        "xml.empty-input", at: Location(file: "nachrichten/leer.xml"),
                        Message(de: "Die Datei ist leer.", en: "The file is empty."))
                ],
                isUnreadable: true),
        ],
        duration: .microseconds(123_456))

    /// Text that tries to break out of every format, in every place where text from outside can stand.
    static let hostile = Report(
        tool: Report.Tool(name: "xoev", version: "0.1.0"),
        results: [
            CheckResult(
                subject: "a,b:c%\"<script>alert(1)</script>]]>\n::error::x.xml",
                facts: [.init("standard", "<b>&amp;\u{1B}[31m"), .init("\"name'", "]]>\u{0}")],
                layers: [
                    Layer(
                        name: "<layer>",
                        outcome: .couldNotRun(Message(de: "a]]>b\n::warning::c", en: "a]]>b\n::warning::c")))
                ],
                findings: [
                    Finding(
                        "x.<id>", at: Location(file: "/tmp/ä b#?.xml", line: 1, column: 2, path: "/a<b>[1]"),
                        Message(
                            de: "<script>alert('x')</script> ]]> \r\n::error file=y::z \u{1B}[2J\u{202E}txt %0A",
                            en: "<script>alert('x')</script> ]]> \r\n::error file=y::z \u{1B}[2J\u{202E}txt %0A"),
                        hint: Message(de: "\"><img src=x onerror=y>\t\\", en: "\"><img src=x onerror=y>\t\\"))
                ])
        ])

    static let empty = Report(tool: tool, results: [])
}
