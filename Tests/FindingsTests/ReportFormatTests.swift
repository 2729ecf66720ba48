import Findings
import Foundation
import TestSupport
import Testing

/// The golden files lie in `Tests/Fixtures/findings/`; `Golden` says how to record them again.
@Suite("Report formats")
struct ReportFormatTests {
    private func goldenPath(_ name: String, _ format: ReportFormat, _ language: Language) -> String {
        let kind = format == .json ? "report" : format.rawValue
        return "findings/\(name).\(language.rawValue).\(kind).\(format.fileExtension)"
    }

    @Test(
        "each format tells a run of all verdicts as the golden file shows it",
        arguments: ReportFormat.allCases, Language.allCases)
    func mixed(_ format: ReportFormat, _ language: Language) {
        let text = format.render(SampleReports.mixed, options: ReportOptions(language: language))
        let golden = goldenPath("mixed", format, language)
        #expect(Golden.difference(text, from: golden) == nil)
    }

    @Test(
        "each format survives hostile text as the golden file shows it",
        arguments: ReportFormat.allCases, Language.allCases)
    func hostile(_ format: ReportFormat, _ language: Language) {
        let options = ReportOptions(language: language, showsDurations: false)
        let text = format.render(SampleReports.hostile, options: options)
        let golden = goldenPath("hostile", format, language)
        #expect(Golden.difference(text, from: golden) == nil)
    }

    @Test(
        "hidden values appear in no format unless asked for, and in every format when asked for",
        arguments: ReportFormat.allCases)
    func values(_ format: ReportFormat) {
        let hidden = format.render(SampleReports.mixed, options: ReportOptions(language: .de))
        #expect(!hidden.contains("31.02.2026"))
        let shown = format.render(SampleReports.mixed, options: ReportOptions(language: .de, showsValues: true))
        #expect(shown.contains("31.02.2026"))
    }

    @Test("without durations a report of one content is one text, whatever the time", arguments: ReportFormat.allCases)
    func durations(_ format: ReportFormat) {
        var slower = SampleReports.mixed
        slower.duration = .seconds(77)
        for index in slower.results.indices {
            for layer in slower.results[index].layers.indices {
                slower.results[index].layers[layer].duration = .seconds(55)
            }
        }
        let options = ReportOptions(showsDurations: false)
        #expect(format.render(slower, options: options) == format.render(SampleReports.mixed, options: options))
    }

    @Test("an empty run is incomplete in every format and ends with a line break", arguments: ReportFormat.allCases)
    func empty(_ format: ReportFormat) {
        let text = format.render(SampleReports.empty, options: ReportOptions(language: .en))
        #expect(text.hasSuffix("\n"))
        switch format {
        case .text, .github, .html: #expect(text.contains("Nothing was checked."))
        case .json: #expect(text.contains("\"verdict\": \"incomplete\""))
        case .junit: #expect(text.contains("tests=\"0\""))
        case .sarif: #expect(text.contains("\"results\": []"))
        }
    }

    @Test(
        "json and sarif are JSON that Foundation reads, with the values that went in",
        arguments: [ReportFormat.json, .sarif])
    func json(_ format: ReportFormat) throws {
        let text = format.render(SampleReports.hostile)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        if format == .json {
            let results = try #require(object?["results"] as? [[String: Any]])
            #expect(results[0]["subject"] as? String == SampleReports.hostile.results[0].subject)
            let facts = try #require(results[0]["facts"] as? [[String: String]])
            #expect(facts[1]["value"] == "]]>\u{0}")
        } else {
            let runs = try #require(object?["runs"] as? [[String: Any]])
            let results = try #require(runs[0]["results"] as? [[String: Any]])
            #expect(results[0]["ruleId"] as? String == "x.<id>")
        }
    }

    @Test("github: hostile text adds no command of its own")
    func github() {
        let text = ReportFormat.github.render(SampleReports.hostile)
        let commands = text.split(separator: "\n").filter { $0.hasPrefix("::") }
        // One for the finding, one for the layer that could not run.
        #expect(commands.count == 2)
    }

    @Test("html: no element comes from outside and nothing is loaded or run")
    func html() {
        let text = ReportFormat.html.render(SampleReports.hostile)
        for forbidden in ["<script", "<img", "<b>", "src=x onerror=y>\"", "http://", "https://"] {
            #expect(!text.contains(forbidden) || forbidden == "src=x onerror=y>\"", "\(forbidden)")
        }
        for landmark in ["<html lang=\"en\">", "<header>", "<main>", "<footer>", "<caption>", "<h1>", "<h2 ", "<h3 "] {
            #expect(text.contains(landmark), "\(landmark)")
        }
    }

    @Test("text: no control character reaches the terminal, except colours that were asked for")
    func terminal() {
        let options = ReportOptions(language: .en, isTerminal: true, usesColours: false)
        let text = ReportFormat.text.render(SampleReports.hostile, options: options)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        let coloured = ReportFormat.text.render(SampleReports.mixed, options: ReportOptions(isTerminal: true))
        #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    }
}

@Suite("Source excerpts")
struct SourceExcerptTests {
    private func lines(_ source: String, column: Int, showsValues: Bool, isTerminal: Bool = true) -> [String] {
        let finding = Finding("x.y", at: Location(file: "f.xml", line: 3, column: column), Message(de: "M", en: "M"))
        let options = ReportOptions(
            language: .en, showsValues: showsValues, isTerminal: isTerminal, usesColours: false)
        let report = TextReport(options: options) { file, line in file == "f.xml" && line == 3 ? source : nil }
        return report.finding(finding).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test("with values, the line stands as it is and the marker below the column")
    func shown() {
        #expect(
            lines("  <a b=\"Müller\">Meier</a>", column: 17, showsValues: true) == [
                "      <a b=\"Müller\">Meier</a>",
                "                    ^",
            ])
    }

    @Test("without values, text and attribute values are hidden and the marker still fits")
    func hidden() {
        // Column 17 is the M of Meier; »Müller« (6 characters) becomes three dots.
        #expect(
            lines("  <a b=\"Müller\">Meier</a>", column: 17, showsValues: false) == [
                "      <a b=\"•••\">•••</a>",
                "                 ^",
            ])
    }

    @Test(
        "nothing of a value is shown, wherever the line begins and whatever is not quite markup",
        arguments: [
            "geheim</a>", "geheim\" c=\"geheim\">geheim", "<!-- geheim -->", "<![CDATA[geheim <geheim geheim]]>",
            "geheim > geheim", "<?geheim geheim?>", "a geheim=geheim", "geheim",
        ])
    func leaks(_ source: String) {
        let text = lines(source, column: 1, showsValues: false).joined()
        let allowed = source.hasPrefix("<![CDATA[") ? 1 : 0
        #expect(text.components(separatedBy: "geheim").count - 1 <= allowed, "\(text)")
    }

    @Test("long lines are cut around the column")
    func cut() {
        let source = String(repeating: "x", count: 500)
        let result = lines(source, column: 250, showsValues: true)
        #expect(result[0].count == 4 + 100 + 2)
        #expect(result[1].count == 4 + 1 + 50 + 1)
    }

    @Test("no excerpt without a terminal")
    func noTerminal() {
        #expect(lines("<a/>", column: 1, showsValues: true, isTerminal: false).isEmpty)
    }
}
