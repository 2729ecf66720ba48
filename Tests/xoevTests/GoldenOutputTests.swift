import Foundation
import TestSupport
import Testing

/// The whole outcome of a command — standard output, standard error, exit code — against a golden file in
/// `Tests/Fixtures/xoev/golden/`. `Golden` says how to record them again. The commands run in `Tests/Fixtures/xoev/input/`.
@Suite("Golden output")
struct GoldenOutputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        var testDescription: String { name }

        init(_ name: String, _ arguments: String...) {
            self.name = name
            self.arguments = arguments
        }
    }

    static let schema = ["--schema", "schema/bestellung.xsd"]

    static let cases: [Case] = [
        Case(
            "inspect-known", "inspect", "../../../../Documentation/Examples/Nachrichten/hundesteuer.anmeldung.0101.xml"),
        Case("inspect-unknown", "inspect", "nachrichten/fremd.xml"),
        Case("inspect-unreadable", "inspect", "nachrichten/leer.xml", "nachrichten/fremd.xml", "no-such-file.xml"),
        Case("inspect-schema", "inspect", "schema/bestellung.xsd"),
        Case("inspect-json", "inspect", "--format", "json", "nachrichten/gut.xml", "nachrichten/binaer.xml"),
        Case("codelist-list", "codelist", "list", "listen", "--as-of", "2025-06-01"),
        Case("codelist-list-json", "codelist", "list", "listen/farbe_1.xml", "--format", "json"),
        Case(
            "codelist-show", "codelist", "show", "urn:beispiel:codeliste:farbe", "--in", "listen", "--list-version", "2"
        ),
        Case("codelist-show-code", "codelist", "show", "listen/farbe_1.xml", "--code", "02", "--format", "json"),
        Case("codelist-unknown-code", "codelist", "show", "listen/farbe_1.xml", "--code", "2"),
        Case(
            "codelist-unknown-list", "codelist", "show", "urn:beispiel:codeliste:farbe", "--in", "listen",
            "--list-version", "9"),
        Case("codelist-check", "codelist", "check", "listen", "nachrichten/gut.xml", "no-such-file.xml"),
        Case("codelist-diff", "codelist", "diff", "listen/farbe_1.xml", "listen/farbe_2.xml"),
        Case("codelist-diff-json", "codelist", "diff", "listen/farbe_1.xml", "listen/farbe_2.xml", "--format", "json"),
        Case("inspect-html", "inspect", "--format", "html", "nachrichten/gut.xml"),
    ]

    @Test("every command prints what its golden files show", arguments: cases, ["de", "en"])
    func golden(_ test: Case, _ language: String) throws {
        let folder = TestFiles.fixtures.appending(path: "xoev/input")
        let outcome = try Tool.run(test.arguments + ["--language", language], in: folder)
        #expect(Golden.difference(outcome.transcript, from: "xoev/golden/\(test.name).\(language).txt") == nil)
    }
}
