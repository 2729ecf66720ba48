import CodeLists
import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore

@testable import XOEV

@Suite("Checking codes of messages against lists")
struct CodeListMessageCheckTests {
    private static let folder = TestFiles.fixtures.appending(path: "xoev-codes")

    private static func types() throws -> CodeTypeTable {
        CodeTypeTable(
            try SchemaLoader().loadComponents([SchemaSource(path: folder.appending(path: "ampel.xsd").path)]))
    }

    private static func lists() -> CodeListRegistry {
        var registry = CodeListRegistry()
        registry.add(folder: folder.path)
        return registry
    }

    /// A message of the 1 June 2024, when version 2 of the list was in force.
    private static func message(_ content: String, date: String = "2024-06-01T10:00:00Z") -> [UInt8] {
        Array(
            """
            <a:ampel.0101 xmlns:a="urn:test:ampel">
              <a:erstellungszeitpunkt>\(date)</a:erstellungszeitpunkt>
              \(content)
            </a:ampel.0101>
            """.utf8)
    }

    private func check(
        _ content: String, date: String = "2024-06-01T10:00:00Z", options: CodeListMessageCheck.Options = .init()
    ) throws -> CodeListMessageCheck.Outcome {
        let check = CodeListMessageCheck(types: try Self.types(), lists: Self.lists(), options: options)
        return check.check(.bytes(Self.message(content, date: date), name: "m.xml"))
    }

    /// The element of each code type with everything right.
    private static let good = [
        "<a:eins><code>CODE</code></a:eins>", "<a:zwei><code>CODE</code></a:zwei>",
        "<a:drei listVersionID=\"2\"><code>CODE</code></a:drei>",
        "<a:vier listURI=\"urn:test:codeliste:farben\" listVersionID=\"2\"><code>CODE</code></a:vier>",
        "<a:offen listURI=\"urn:test:codeliste:farben\" listVersionID=\"2\"><code>CODE</code></a:offen>",
    ]

    @Test("The code types of a schema are told from each other")
    func codeTypes() throws {
        let types = try Self.types().codeTypes
        #expect(
            types.compactMap(\.name?.local) == [
                "Code", "Code.DreiType", "Code.EinsType", "Code.VierType", "Code.ZweiType",
            ])
        #expect(types.map(\.kind.rawValue) == [4, 3, 1, 4, 2])
        #expect(types[1].listURI == "urn:test:codeliste:farben")
        #expect(types[4].listVersion == "2")
    }

    @Test("A code of the list is fine in every code type", arguments: good)
    func fine(element: String) throws {
        let outcome = try check(element.replacingOccurrences(of: "CODE", with: " g "))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.layer.outcome == .passed)
        #expect(outcome.checkedCodes == 1)
    }

    @Test("An unknown code is an error at its line and column, with the nearest codes", arguments: good)
    func unknownCode(element: String) throws {
        let outcome = try check(element.replacingOccurrences(of: "CODE", with: "G"))
        #expect(outcome.layer.outcome == .failed)
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.unknown-code"])
        let finding = outcome.findings[0]
        let column =
            3 + (element.range(of: "<code>").map { element.distance(from: element.startIndex, to: $0.lowerBound) } ?? 0)
        let name = element.dropFirst(3).prefix { $0 != ">" && $0 != " " }
        #expect(
            finding.location
                == Location(file: "m.xml", line: 3, column: column, path: "/ampel.0101/\(name)[1]/code[1]"))
        #expect(finding.hint?.rendered(.en, showingValues: true) == "Similar are: g (Grün), r (Rot)")
        #expect(!finding.message.rendered(.en).contains("“G”"))
    }

    @Test("A list that is not at hand makes the layer incomplete, never passed", arguments: good.dropFirst(2))
    func notAtHand(element: String) throws {
        let outcome = try check(
            element.replacingOccurrences(of: "CODE", with: "g").replacingOccurrences(of: "\"2\"", with: "\"7\""))
        guard case .couldNotRun(let why) = outcome.layer.outcome else {
            Issue.record("\(outcome.layer.outcome)")
            return
        }
        #expect(why.rendered(.en) == "One code list is not at hand: urn:test:codeliste:farben_7")
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.not-at-hand"])
        #expect(outcome.findings[0].severity == .warning)
        #expect(outcome.findings[0].hint?.rendered(.en).contains("Versions at hand: 2, 3") == true)
        #expect(outcome.checkedCodes == 0)
    }

    @Test("A list that the schema fixes and that is missing makes the layer incomplete; named codes need no list")
    func fixedAndMissing() throws {
        let content = "<a:eins><code>g</code></a:eins><a:zwei><code>g</code></a:zwei>"
        let check = CodeListMessageCheck(types: try Self.types(), lists: CodeListRegistry())
        let outcome = check.check(.bytes(Self.message(content)))
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.not-at-hand"])
        #expect(outcome.findings[0].location.path == "/ampel.0101/zwei[1]/code[1]")
        let only = check.check(.bytes(Self.message("<a:eins><code>g</code></a:eins>")))
        #expect(only.layer.outcome == .passed)
    }

    @Test("A version that was superseded on the day of the message is a warning")
    func outdated() throws {
        let element = Self.good[2].replacingOccurrences(of: "CODE", with: "g")
        let outcome = try check(element, date: "2025-01-01T00:00:00Z")
        #expect(outcome.layer.outcome == .passed)
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.version-outdated"])
        #expect(outcome.findings[0].severity == .warning)
        #expect(outcome.findings[0].message.rendered(.en).contains("since 2025-01-01 it is 3"))
        let asOf = try check(element, options: .init(asOf: CalendarDate("2026-01-01")))
        #expect(asOf.findings.map(\.id.rawValue) == ["codelist.version-outdated"])
        // What the schema fixes the sender cannot choose.
        #expect(
            try check(Self.good[1].replacingOccurrences(of: "CODE", with: "g"), date: "2025-01-01T00:00:00Z").findings
                .isEmpty)
    }

    @Test("A name that is not that of the code is a warning")
    func names() throws {
        #expect(try check("<a:zwei><code>g</code><name> Grün </name></a:zwei>").findings.isEmpty)
        let outcome = try check("<a:zwei><code>g</code><name>Rot</name></a:zwei>")
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.name-differs"])
        #expect(outcome.findings[0].hint?.rendered(.en, showingValues: true) == "In the list it is called “Grün”.")
        #expect(outcome.layer.outcome == .passed)
    }

    @Test("A code without list, without version or without content is told")
    func incompleteReferences() throws {
        let noList = try check("<a:offen><code>g</code></a:offen>")
        #expect(noList.findings.map(\.id.rawValue) == ["codelist.no-list"])
        #expect(noList.layer.outcome != .passed)
        let noVersion = try check("<a:drei listVersionID=\"\"><code>g</code></a:drei>")
        #expect(noVersion.findings.map(\.id.rawValue) == ["codelist.no-version"])
        #expect(noVersion.checkedCodes == 1)
        // Without a version no list can say that a code is wrong.
        let doubtful = try check("<a:drei listVersionID=\"\"><code>x</code></a:drei>")
        #expect(doubtful.findings.map(\.severity) == [.warning, .warning])
        #expect(doubtful.layer.outcome != .passed && doubtful.layer.outcome != .failed)
        let empty = try check("<a:zwei><code/></a:zwei>")
        #expect(empty.findings.map(\.id.rawValue) == ["codelist.empty-code"])
        #expect(empty.layer.outcome == .passed)
    }

    @Test("xsi:type decides, an element named code elsewhere is none")
    func substitution() throws {
        let outcome = try check(
            """
            <a:offen xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="a:Code.ZweiType"><code>x</code></a:offen>
            <a:code>x</a:code>
            """)
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.unknown-code"])
        #expect(outcome.checkedCodes == 1)
    }

    @Test("A value of another column is told with the code of its row")
    func otherColumn() throws {
        let outcome = try check("<a:zwei><code>Grün</code></a:zwei>")
        #expect(
            outcome.findings[0].hint?.rendered(.en, showingValues: true)
                == "The value stands in the column “name”; the code of that row is “g”.")
    }

    @Test("Findings are bounded and counted; what is repeated for each code is told once")
    func bounds() throws {
        let many = String(repeating: Self.good[1].replacingOccurrences(of: "CODE", with: "x"), count: 5)
        let outcome = try check(many, options: .init(maxFindings: 2))
        #expect(outcome.findings.count == 2)
        #expect(outcome.suppressedFindings == 3)
        #expect(outcome.findings[1].location.path == "/ampel.0101/zwei[2]/code[1]")
        let missing = String(repeating: Self.good[2].replacingOccurrences(of: "\"2\"", with: "\"8\""), count: 3)
        #expect(try check(missing).findings.count == 1)
    }

    @Test("What is not well-formed could not be checked")
    func malformed() throws {
        let check = CodeListMessageCheck(types: try Self.types(), lists: Self.lists())
        let outcome = check.check(.bytes(Array("<a".utf8)))
        #expect(outcome.layer.outcome != .passed)
        #expect(outcome.findings.isEmpty)
    }
}

@Suite("Codes of real messages", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusCodeCheckTests {
    private func run(_ schema: String, lists: [String], messages: String) throws -> [(
        String, CodeListMessageCheck.Outcome
    )] {
        let corpus = try #require(TestFiles.corpus)
        let components = try SchemaLoader(
            SchemaLoader.Options(catalogs: [corpus.appending(path: "catalog.xml").path])
        ).loadComponents([SchemaSource(path: corpus.appending(path: schema).path)])
        var registry = CodeListRegistry()
        for folder in lists { registry.add(folder: corpus.appending(path: folder).path) }
        let check = CodeListMessageCheck(types: CodeTypeTable(components), lists: registry)
        let folder = corpus.appending(path: messages)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
        return files.sorted().map { ($0, check.check(.file(folder.appending(path: $0).path))) }
    }

    /// The findings of a kind as `file:line`.
    private func told(
        _ id: FindingID, _ severity: Severity, _ outcomes: [(String, CodeListMessageCheck.Outcome)]
    ) -> Set<String> {
        Set(
            outcomes.flatMap { file, outcome in
                outcome.findings.filter { $0.id == id && $0.severity == severity }
                    .map { "\(file):\($0.location.line ?? 0)" }
            })
    }

    @Test("XWasser: the wrong codes of the published messages are found, and no others")
    func xwasser() throws {
        let outcomes = try run(
            "xwasser/1.0.0/schemas/xwasser.xsd", lists: ["xwasser/1.0.0/codelists", "codelists"],
            messages: "xwasser/1.0.0/messages")
        #expect(outcomes.count == 15)
        // Each looked up by hand: 200 is no technical status, 1234 no language, 1312 no kind of address; the two names
        // are those of the elements.
        #expect(
            told("codelist.unknown-code", .error, outcomes) == [
                "administration_receipt.xml:33", "administration_receipt_test_result.xml:33",
                "quality_report_minimal.xml:184", "quality_report_minimal.xml:243",
                "quality_report_minimal_test_result.xml:184", "quality_report_minimal_test_result.xml:243",
            ])
        #expect(
            told("codelist.name-differs", .warning, outcomes) == [
                "quality_report_minimal.xml:108", "quality_report_minimal.xml:112",
                "quality_report_minimal_test_result.xml:108", "quality_report_minimal_test_result.xml:112",
            ])
        #expect(told("codelist.version-outdated", .warning, outcomes).isEmpty)
    }

    @Test("xdomea: the codes of the lists at hand are fine, the one list that is missing is named")
    func xdomea() throws {
        let outcomes = try run(
            "xdomea/3.0.0/schemas/3.0.0/xdomea.xsd", lists: ["xdomea/3.0.0/codelists"],
            messages: "xdomea/3.0.0/messages")
        #expect(outcomes.count == 1)
        let outcome = outcomes[0].1
        // medium 1.0 (twice the same code), vertraulichkeitsstufe 1.0 and nachrichtentyp 2.0 are at hand, dateiformat only
        // in 1.0.
        #expect(outcome.checkedCodes == 3)
        #expect(outcome.findings.map(\.id.rawValue) == ["codelist.not-at-hand"])
        #expect(outcome.findings.first?.location.line == 87)
    }

    @Test("XBeteiligung: all codes with a list at hand are fine")
    func xbeteiligung() throws {
        let outcomes = try run(
            "xbeteiligung/1.2/schemas/xbeteiligung.xsd",
            lists: ["xbeteiligung/1.2", "codelists", "xwasser/1.0.0/codelists"],
            messages: "xbeteiligung/1.2/messages")
        for (_, outcome) in outcomes {
            // The one code of the list Erreichbarkeit 3, four times; the other lists are not in the corpus.
            #expect(outcome.checkedCodes == 1)
            #expect(outcome.findings.allSatisfy { $0.id == "codelist.not-at-hand" })
            #expect(outcome.layer.outcome != .passed)
        }
    }
}
