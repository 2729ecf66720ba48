import CodeLists
import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore
import XOEV

/// Real messages with one fault planted in one line, and lists from which one is taken or to which one is added. Lines and
/// code types were looked up by hand in the published files.
@Suite("Planted faults in real messages", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct PlantedFaultTests {
    /// A message with what is needed to check it.
    private struct Base {
        var schema: String
        var message: String
        var lists: [String]

        static let xwasser = Base(
            schema: "xwasser/1.0.0/schemas/xwasser.xsd", message: "xwasser/1.0.0/messages/quality_report_minimal.xml",
            lists: ["xwasser/1.0.0/codelists", "codelists"])
        static let xdomea = Base(
            schema: "xdomea/3.0.0/schemas/3.0.0/xdomea.xsd",
            message: "xdomea/3.0.0/messages/9fde4e7a-b41b-11ec-9225-005056871b7c_Aussonderung.Aussonderung.0503.xml",
            lists: ["xdomea/3.0.0/codelists"])
    }

    /// A change of one line.
    struct Edit: Sendable {
        var line: Int
        var old: String
        var new: String
    }

    /// A twin: the changes that plant the fault, and where which finding is expected.
    struct Twin: Sendable, CustomTestStringConvertible {
        var name: String
        var edits: [Edit]
        var asOf = "2024-12-01"
        var withoutList: String?
        var expected: FindingID?
        var line: Int
        var testDescription: String { name }
    }

    private func lines(_ base: Base) throws -> [String] {
        let file = try #require(TestFiles.corpus).appending(path: base.message)
        return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The lists of a base, read once for all twins.
    private static let registries: [String: CodeListRegistry] = {
        guard let corpus = TestFiles.corpus else { return [:] }
        var result: [String: CodeListRegistry] = [:]
        for base in [Base.xwasser, Base.xdomea] {
            var all = CodeListRegistry()
            for folder in base.lists { all.add(folder: corpus.appending(path: folder).path) }
            result[base.schema] = all
        }
        return result
    }()

    private func registry(_ base: Base, without uri: String? = nil) throws -> CodeListRegistry {
        let all = try #require(Self.registries[base.schema])
        guard let uri else { return all }
        var rest = CodeListRegistry()
        for entry in all.entries where entry.id.uri != uri {
            if case .file(let path) = entry.origin {
                rest.add(file: path)
            }
        }
        return rest
    }

    /// The findings of the layer `code-lists` on a twin.
    private func findings(_ base: Base, _ lines: [String], _ lists: CodeListRegistry, asOf: String) throws -> [Finding]
    {
        let corpus = try #require(TestFiles.corpus)
        let catalogue = try SchemaCatalogue(
            [SchemaSource(path: corpus.appending(path: base.schema).path)],
            options: SchemaLoader.Options(catalogs: [corpus.appending(path: "catalog.xml").path]))
        let validator = MessageValidator(
            catalogue, options: MessageValidator.Options(lists: lists, asOf: CalendarDate(asOf)))
        let result = validator.validate(.bytes(Array(lines.joined(separator: "\n").utf8), name: "m.xml"))
        return result.findings.filter { $0.id.rawValue.hasPrefix("codelist.") }
    }

    private func planted(_ twin: Twin, in original: [String]) throws -> [String] {
        var lines = original
        for edit in twin.edits {
            let changed = lines[edit.line - 1].replacingOccurrences(of: edit.old, with: edit.new)
            try #require(changed != lines[edit.line - 1], "line \(edit.line) lacks \(edit.old)")
            lines[edit.line - 1] = changed
        }
        return lines
    }

    private static let reach = "listURI=\"urn:de:xoev:codeliste:erreichbarkeit\" listVersionID=\"3\""
    private static let open = "listURI=\"\" listVersionID=\"\""

    /// Code type 1: gesamtbewertung (165), 2: sprachePruefbericht (183), 3: staat (149), 4: strassenschluessel (206).
    static let xwasserTwins: [Twin] = [
        Twin(name: "1, fine", edits: [], line: 166),
        Twin(
            name: "1, unknown code", edits: [Edit(line: 166, old: "1010", new: "10l0")],
            expected: "codelist.unknown-code", line: 166),
        // Every code is named in the schema: the list is not needed. The version is fixed: the sender cannot choose.
        Twin(
            name: "1, list missing", edits: [], withoutList: "urn:xoev-de:xwasser:codeliste:gesamtbewertung", line: 166),
        Twin(name: "2, fine", edits: [Edit(line: 184, old: "1234", new: "de")], line: 184),
        Twin(name: "2, unknown code", edits: [], expected: "codelist.unknown-code", line: 184),
        Twin(
            name: "2, list missing", edits: [Edit(line: 184, old: "1234", new: "de")],
            withoutList: "urn:xoev-de:xfahrtenschreiber:codeliste:sprache-eu", expected: "codelist.not-at-hand",
            line: 184),
        Twin(
            name: "3, fine",
            edits: [
                Edit(line: 149, old: "listVersionID=\"\"", new: "listVersionID=\"2024-08-01\""),
                Edit(line: 150, old: "1234", new: "121"),
            ], line: 150),
        Twin(
            name: "3, unknown code",
            edits: [Edit(line: 149, old: "listVersionID=\"\"", new: "listVersionID=\"2024-08-01\"")],
            expected: "codelist.unknown-code", line: 150),
        Twin(
            name: "3, version not at hand",
            edits: [
                Edit(line: 149, old: "listVersionID=\"\"", new: "listVersionID=\"1871-01-18\""),
                Edit(line: 150, old: "1234", new: "121"),
            ], expected: "codelist.not-at-hand", line: 150),
        Twin(
            name: "3, version outdated",
            edits: [
                Edit(line: 149, old: "listVersionID=\"\"", new: "listVersionID=\"2023-02-24\""),
                Edit(line: 150, old: "1234", new: "121"),
            ], expected: "codelist.version-outdated", line: 150),
        Twin(
            name: "3, version not yet in force",
            edits: [
                Edit(line: 149, old: "listVersionID=\"\"", new: "listVersionID=\"2024-08-01\""),
                Edit(line: 150, old: "1234", new: "121"),
            ], asOf: "2024-07-31", expected: "codelist.version-not-in-force", line: 150),
        Twin(
            name: "4, fine",
            edits: [Edit(line: 206, old: open, new: reach), Edit(line: 207, old: "1235", new: "02")],
            asOf: "2018-12-01", line: 207),
        Twin(
            name: "4, unknown code", edits: [Edit(line: 206, old: open, new: reach)], asOf: "2018-12-01",
            expected: "codelist.unknown-code", line: 207),
        Twin(
            name: "4, list not at hand",
            edits: [
                Edit(line: 206, old: open, new: reach.replacingOccurrences(of: "erreichbarkeit", with: "unerreichbar")),
                Edit(line: 207, old: "1235", new: "02"),
            ], asOf: "2018-12-01", expected: "codelist.not-at-hand", line: 207),
        Twin(
            name: "4, version outdated",
            edits: [Edit(line: 206, old: open, new: reach), Edit(line: 207, old: "1235", new: "02")],
            asOf: "2026-11-23", expected: "codelist.version-outdated", line: 207),
    ]

    @Test(
        "XWasser, each code type, each outcome: found at its line and column, and nothing else there",
        arguments: xwasserTwins)
    func xwasser(twin: Twin) throws {
        let original = try lines(.xwasser)
        let lines = try planted(twin, in: original)
        let found = try findings(
            .xwasser, lines, try registry(.xwasser, without: twin.withoutList), asOf: twin.asOf)
        let here = found.filter { $0.location.line == twin.line }
        #expect(here.map(\.id) == (twin.expected.map { [$0] } ?? []))
        let column = lines[twin.line - 1].prefix { $0 == " " }.count + 1
        #expect(here.allSatisfy { $0.location.column == column })
        // What was not touched is told as before.
        let before = try findings(
            .xwasser, original, try registry(.xwasser, without: twin.withoutList), asOf: twin.asOf)
        let rest = { (findings: [Finding]) in
            findings.filter { finding in finding.location.line != twin.line }.map(\.location)
        }
        let once: Set<FindingID> = ["codelist.no-version"]
        #expect(rest(found.filter { !once.contains($0.id) }) == rest(before.filter { !once.contains($0.id) }))
    }

    /// dateiformat 2.0 (line 86, code type 3) is not in the corpus, 1.0 is; vertraulichkeitsstufe (36) is of code type 1.
    static let xdomeaTwins: [Twin] = [
        Twin(name: "version not at hand", edits: [], expected: "codelist.not-at-hand", line: 87),
        Twin(name: "fine", edits: [Edit(line: 86, old: "\"2.0\"", new: "\"1.0\"")], line: 87),
        Twin(
            name: "unknown code",
            edits: [Edit(line: 86, old: "\"2.0\"", new: "\"1.0\""), Edit(line: 87, old: "045", new: "45")],
            expected: "codelist.unknown-code", line: 87),
        Twin(
            name: "code type 1, unknown code", edits: [Edit(line: 37, old: "003", new: "03")],
            expected: "codelist.unknown-code", line: 37),
        Twin(
            name: "code type 1, wrong name", edits: [Edit(line: 38, old: "Offen", new: "Geheim")],
            expected: "codelist.name-differs", line: 37),
    ]

    @Test("xdomea: each outcome is found at its line and column", arguments: xdomeaTwins)
    func xdomea(twin: Twin) throws {
        let lines = try planted(twin, in: try lines(.xdomea))
        let found = try findings(.xdomea, lines, try registry(.xdomea), asOf: twin.asOf)
        let here = found.filter { $0.location.line == twin.line }
        #expect(here.map(\.id) == (twin.expected.map { [$0] } ?? []))
        let column = lines[twin.line - 1].prefix { $0 == " " }.count + 1
        #expect(here.allSatisfy { $0.location.column == column })
        #expect(found.filter { $0.location.line != twin.line }.map(\.location.line) == (twin.line == 37 ? [87] : []))
    }

    @Test("xdomea: a version that a later one superseded is told, once that is in force")
    func xdomeaOutdated() throws {
        var lists = try registry(.xdomea)
        let id = CodeListID(uri: "urn:xoev-de:xdomea:codeliste:dateiformat", version: "1.0")
        var list = try lists.list(id)
        list.identification.version = "2025-01-01"
        list.identification.canonicalVersionURI = id.uri + "_2025-01-01"
        list.metadata?.validFromText = "2025-01-01"
        try lists.add(bytes: try GenericodeWriter().write(list), name: "neu")
        var lines = try lines(.xdomea)
        lines[85] = lines[85].replacingOccurrences(of: "\"2.0\"", with: "\"1.0\"")
        #expect(try findings(.xdomea, lines, lists, asOf: "2024-12-31").isEmpty)
        let after = try findings(.xdomea, lines, lists, asOf: "2025-01-01")
        #expect(after.map(\.id) == ["codelist.version-outdated"])
        #expect(after.first?.location.line == 87)
    }
}
