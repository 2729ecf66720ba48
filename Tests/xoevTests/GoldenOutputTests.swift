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

    static let cases: [Case] = [
        Case(
            "inspect-known", "inspect", "../../../../Documentation/Examples/Nachrichten/hundesteuer.anmeldung.0101.xml"),
        Case("inspect-unknown", "inspect", "nachrichten/fremd.xml"),
        Case("inspect-unreadable", "inspect", "nachrichten/leer.xml", "nachrichten/fremd.xml", "no-such-file.xml"),
        Case("inspect-schema", "inspect", "schema/bestellung.xsd"),
        Case("inspect-json", "inspect", "--format", "json", "nachrichten/gut.xml", "nachrichten/binaer.xml"),
        Case("validate-valid", "validate", "--schema", "schema/bestellung.xsd", "nachrichten/gut.xml"),
        Case("validate-invalid", "validate", "--schema", "schema", "nachrichten/schlecht.xml"),
        Case("validate-values", "validate", "--schema", "schema", "nachrichten/schlecht.xml", "--show-values"),
        Case("validate-bounded", "validate", "--schema", "schema", "nachrichten/schlecht.xml", "--max-findings", "2"),
        Case("validate-no-schema", "validate", "nachrichten/gut.xml"),
        Case("validate-folder", "validate", "--schema", "schema", "nachrichten", "no-such-file.xml", "no*match"),
        Case("validate-quiet", "validate", "--schema", "schema", "nachrichten", "--quiet"),
        Case("validate-fail-fast", "validate", "--schema", "schema", "nachrichten", "--fail-fast", "--jobs", "1"),
        Case("validate-json", "validate", "--schema", "schema", "nachrichten", "--format", "json"),
        Case("validate-junit", "validate", "--schema", "schema", "nachrichten", "--format", "junit"),
        Case("validate-github", "validate", "--schema", "schema", "nachrichten", "--format", "github"),
        Case("validate-schema-missing", "validate", "--schema", "schema/fehlt.xsd", "nachrichten/gut.xml"),
        Case("validate-schema-defective", "validate", "--schema", "defekt/syntax.xsd", "defekt/a.xml"),
        Case("validate-import-missing", "validate", "--schema", "defekt/import.xsd", "nachrichten/gut.xml"),
        Case("validate-not-a-schema", "validate", "--schema", "nachrichten/gut.xml", "nachrichten/gut.xml"),
        Case("validate-no-schemas-in-folder", "validate", "--schema", "nachrichten", "nachrichten/gut.xml"),
        Case(
            "validate-code-lists", "validate", "--schema", "../../../../Schemas/xmusterdienst/1.0/xmusterdienst.xsd",
            "--code-lists", "../../../../Schemas/xmusterdienst/1.0/codelisten", "--character-set", "din91379-e",
            "../../../../Documentation/Examples/Nachrichten"),
        Case(
            "validate-codelists", "validate", "--schema", "../../xoev-codes/ampel.xsd", "--code-lists",
            "../../xoev-codes", "--character-set", "din91379-c", "../../xoev-codes/ampel.xml"),
        Case(
            "validate-codelists-json", "validate", "--schema", "../../xoev-codes/ampel.xsd", "--code-lists",
            "listen/farbe_1.xml", "--format", "json", "../../xoev-codes/ampel.xml"),
        Case(
            "transfer-check", "transfer", "check", "../../../../Documentation/Examples/bewohnerparkausweis",
            "--profile",
            "../../../../Documentation/Examples/profile"),
        Case(
            "transfer-check-not-a-profile", "transfer", "check", "../../../../Documentation/Examples/hundesteuer",
            "--profile", "nachrichten/gut.xml"),
        Case("mapping-check", "mapping", "check", "../../../../Documentation/Examples/hundesteuer"),
        Case(
            "mapping-check-invalid", "mapping", "check", "../../abbildung/fehlerhaft.xml", "--form",
            "../../../../Documentation/Examples/hundesteuer/formular/S05999000100V1.0.0_xdf3.xml", "--schema",
            "../../../../Documentation/Examples/hundesteuer/schema"),
        Case(
            "mapping-check-no-mapping", "mapping", "check", "../../../../Documentation/Examples/hundesteuer", "--part",
            "x"),
        Case(
            "mapping-run", "mapping", "run", "../../../../Documentation/Examples/bewohnerparkausweis", "--data",
            "../../abbildung/bewohnerparken-antrag.json", "--profile",
            "../../../../Documentation/Examples/profile/soest.xml", "--uuid", "5F0C2F1E-6f6a-4c2b-9a51-0d2f6c7a1b01"),
        Case(
            "mapping-run-incomplete", "mapping", "run", "../../../../Documentation/Examples/hundesteuer", "--data",
            "../../abbildung/unvollstaendig.json"),
        Case(
            "mapping-run-not-data", "mapping", "run", "../../../../Documentation/Examples/hundesteuer", "--data",
            "listen/tiere.csv"),
        Case("codelist-convert-csv", "codelist", "convert", "listen/farbe_1.xml", "--to", "csv"),
        Case("codelist-convert-json", "codelist", "convert", "listen/farbe_1.xml", "--to", "json"),
        Case(
            "codelist-convert-new", "codelist", "convert", "listen/tiere.csv", "--separator", "semicolon", "--to",
            "genericode", "--uri", "urn:beispiel:codeliste:tiere", "--list-version", "1", "--name", "Tiere"),
        Case(
            "codelist-convert-separator", "codelist", "convert", "listen/tiere.csv", "--to", "genericode", "--uri",
            "urn:beispiel:codeliste:tiere", "--list-version", "1"),
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
        Case("codelist-lookup", "codelist", "lookup", "urn:beispiel:codeliste:farbe", "01", "2", "--in", "listen"),
        Case(
            "codelist-lookup-all", "codelist", "lookup", "urn:beispiel:codeliste:farbe", "01", "--in", "listen",
            "--all-versions"),
        Case(
            "codelist-search", "codelist", "search", "rot", "--list", "urn:beispiel:codeliste:farbe", "--in", "listen"),
        Case("codelist-superseded", "codelist", "list", "listen", "--superseded", "--as-of", "2025-06-01"),
        Case(
            "validate-profile", "validate", "--profile", "pvog", "--layers", "schema,rules,profile",
            "../../fim/xzufi/leistung.xml"),
        Case(
            "validate-profile-fit-connect", "validate", "--schema", "schema", "--profile", "fit-connect",
            "nachrichten/gut.xml"),
        Case("validate-profile-unknown", "validate", "--profile", "pvogg", "nachrichten/gut.xml"),
        Case("codelist-check", "codelist", "check", "listen", "nachrichten/gut.xml", "no-such-file.xml"),
        Case("codelist-diff", "codelist", "diff", "listen/farbe_1.xml", "listen/farbe_2.xml"),
        Case("codelist-diff-json", "codelist", "diff", "listen/farbe_1.xml", "listen/farbe_2.xml", "--format", "json"),
        Case("schemas-show", "schemas", "show", "../../../../Schemas/xmusterdienst/1.0"),
        Case("schemas-show-json", "schemas", "show", "../../../../Schemas/xmusterdienst/1.0", "--format", "json"),
        Case("schemas-show-no-appinfo", "schemas", "show", "schema/bestellung.xsd"),
        Case("schemas-show-defective", "schemas", "show", "defekt/import.xsd"),
        Case("schemas-show-empty", "schemas", "show", "nachrichten"),
        Case("schemas-show-unknown", "schemas", "show", "xfehlt"),
        Case("schemas-messages", "schemas", "messages", "../../../../Schemas/xmusterdienst/1.0"),
        Case(
            "schemas-messages-json", "schemas", "messages", "../../../../Schemas/xmusterdienst/1.0", "--search",
            "zurückweisen", "--format", "json"),
        Case(
            "schemas-codelists", "schemas", "codelists", "../../../../Schemas/xmusterdienst/1.0", "--code-lists",
            "../../../../Schemas/xmusterdienst/1.0/codelisten"),
        Case(
            "schemas-codelists-json", "schemas", "codelists", "../../../../Schemas/xmusterdienst/1.0", "--code-lists",
            "../../../../Schemas/xmusterdienst/1.0/codelisten", "--missing", "--format", "json"),
        Case("schemas-lint", "schemas", "lint", "../../../../Schemas/xmusterdienst/1.0", "--max-per-rule", "2"),
        Case("schemas-lint-rules", "schemas", "lint", "--rules"),
        Case("schemas-lint-rules-json", "schemas", "lint", "--rules", "--certainty", "gesichert", "--format", "json"),
        Case(
            "schemas-lint-defective", "schemas", "lint", "defekt/import.xsd", "defekt/syntax.xsd", "nachrichten",
            "schema/bestellung.xsd", "--certainty", "gesichert"),
        Case(
            "schemas-lint-sarif", "schemas", "lint", "schema/bestellung.xsd", "--ignore", "ndr.documentation-element",
            "--max-per-rule", "1", "--format", "sarif"),
        Case("fim-show-service", "fim", "show", "../../fim/xzufi/leistung.xml"),
        Case("fim-show-transfer", "fim", "show", "../../fim/xzufi/transfer.xml", "--format", "json"),
        Case("fim-show-objects", "fim", "show", "fim/objekte.xml", "--language", "de"),
        Case("fim-show-objects-json", "fim", "show", "fim/objekte.xml", "--format", "json"),
        Case(
            "fim-show-example", "fim", "show",
            "../../../../Documentation/Examples/bewohnerparkausweis/xzufi/organisationseinheit.xml"),
        Case("fim-show-form", "fim", "show", "../../fim/xdf3/fehler.xml"),
        Case("fim-check", "fim", "check", "../../fim/xdf3", "../../fim/xzufi", "nachrichten/gut.xml"),
        Case("fim-check-strict", "fim", "check", "../../fim/xdf3/fehler.xml", "--strict", "--format", "json"),
        Case("fim-coverage", "fim", "check", "--coverage"),
        Case("fim-convert", "fim", "convert", "../../fim/xdf3/fehler.xml", "--to", "2.0"),
        Case(
            "fim-convert-inline", "fim", "convert", "../../fim/formulare/codeliste-2.0.xml", "--to", "3.0.0",
            "--inline",
            "all", "--codelists", "../../fim/formulare/ampel_2026-01-01.xml", "--unternummernkreis", "17=042",
            "--no-originals"),
        Case(
            "fim-convert-inline-alone", "fim", "convert", "../../fim/formulare/codeliste-2.0.xml", "--to", "3.0.0",
            "--inline", "all"),
        Case("fim-show-rules", "fim", "show", "../../fim/formulare/10-regeln.xml"),
        Case("fim-show-rules-json", "fim", "show", "../../fim/formulare/10-regeln.xml", "--format", "json"),
        Case(
            "fim-data", "fim", "data", "../../fim/formulare/10-regeln.xml", "../../fim/formulare/daten-gut.xml",
            "../../fim/formulare/daten-schlecht.json", "../../fim/formulare/ampel_2026-01-01.xml", "no-such-file.json"),
        Case(
            "fim-data-verbose", "fim", "data", "../../fim/formulare/10-regeln.xml",
            "../../fim/formulare/daten-gut.xml", "--verbose"),
        Case(
            "fim-data-json", "fim", "data", "../../fim/formulare/10-regeln.xml",
            "../../fim/formulare/daten-schlecht.json", "--format", "json"),
        Case(
            "fim-data-to-json", "fim", "data", "../../fim/formulare/10-regeln.xml",
            "../../fim/formulare/daten-gut.xml", "--to", "json"),
        Case(
            "fim-data-to-xml-refused", "fim", "data", "../../fim/formulare/10-regeln.xml",
            "../../fim/formulare/daten-schlecht.json", "--to", "xml"),
        Case("fim-diff", "fim", "diff", "../../fim/xdf3/fehler.xml", "../../fim/xdf3/gut.xml", "--fail-on-breaking"),
        Case("fim-export-markdown", "fim", "export", "../../fim/xdf3/gut.xml", "--as", "markdown"),
        Case(
            "fim-export-cpsv", "fim", "export", "../../fim/xzufi/leistung.xml", "../../fim/xzufi/transfer.xml", "--as",
            "cpsv-ap-turtle"),
        Case(
            "fim-export-schema-org", "fim", "export", "../../fim/xzufi/leistung.xml", "../../fim/xzufi/transfer.xml",
            "--as", "schema-org"),
        Case("fim-export-not-a-form", "fim", "export", "../../fim/xzufi/leistung.xml", "--as", "xsd"),
        Case(
            "fim-export-dcat", "fim", "export", "../../fim/xzufi/leistung.xml", "--codelists", "listen/farbe_1.xml",
            "--as",
            "dcat-ap-de-turtle", "--base", "https://musterstadt.example", "--publisher", "Musterstadt", "--email",
            "daten@musterstadt.example", "--modified", "2026-01-01"),
        Case("fim-convert-xzufi", "fim", "convert", "../../fim/xzufi/leistung.xml", "--to", "xzufi-2.3.1"),
        Case(
            "fim-convert-invalid", "fim", "convert", "../../fim/schema/xzufi-ungueltig-id-fehlt.xml", "--to",
            "xzufi-2.2.0"),
        Case("fim-stock-check", "fim", "stock", "check", "../../fim/bestand/unvollstaendig"),
        Case("fim-stock-diff", "fim", "stock", "diff", "../../fim/bestand/neu", "--against", "../../fim/bestand/alt"),
        Case(
            "fim-stock-diff-json", "fim", "stock", "diff", "../../fim/bestand/neu", "--against",
            "../../fim/bestand/alt",
            "--allow-deletes", "--format", "json"),
        Case(
            "fim-stock-diff-index", "fim", "stock", "diff", "../../fim/bestand/alt", "--against",
            "../../fim/bestand/unvollstaendig/index.txt"),
        Case("sample", "schemas", "sample", "--message", "bestellung", "--schema", "schema"),
        Case("sample-minimal", "schemas", "sample", "--message", "bestellung", "--schema", "schema", "--minimal"),
        Case("sample-unknown", "schemas", "sample", "--message", "bestelung", "--schema", "schema"),
        Case("sample-impossible", "schemas", "sample", "--message", "endlos", "--schema", "defekt/endlos.xsd"),
        Case("convert-json", "convert", "nachrichten/gut.xml", "--to", "json", "--schema", "schema"),
        Case("convert-xml", "convert", "json/gut.json", "--to", "xml", "--schema", "schema"),
        Case("convert-invalid", "convert", "nachrichten/schlecht.xml", "--to", "json", "--schema", "schema"),
        Case(
            "convert-lenient", "convert", "nachrichten/schlecht.xml", "--to", "json", "--schema", "schema", "--lenient"),
        Case("convert-incomplete", "convert", "json/unvollstaendig.json", "--to", "xml", "--schema", "schema"),
        Case("convert-unknown-member", "convert", "json/unbekannt.json", "--to", "xml", "--schema", "schema"),
        Case("convert-malformed", "convert", "json/defekt.json", "--to", "xml", "--schema", "schema"),
        Case("convert-no-message", "convert", "json/ohne-name.json", "--to", "xml", "--schema", "schema"),
        Case(
            "convert-message", "convert", "json/ohne-name.json", "--to", "xml", "--schema", "schema", "--message",
            "bestellung"),
        Case("convert-not-xml", "convert", "nachrichten/leer.xml", "--to", "json", "--schema", "schema"),
        Case("convert-no-schema", "convert", "nachrichten/fremd.xml", "--to", "json", "--schema", "schema"),
        Case("convert-missing", "convert", "no-such-file.xml", "--to", "json", "--schema", "schema"),
        Case("inspect-html", "inspect", "--format", "html", "nachrichten/gut.xml"),
    ]

    @Test("every command prints what its golden files show", arguments: cases, ["de", "en"])
    func golden(_ test: Case, _ language: String) throws {
        let folder = TestFiles.fixtures.appending(path: "xoev/input")
        let outcome = try Tool.run(test.arguments + ["--language", language], in: folder)
        #expect(Golden.difference(outcome.transcript, from: "xoev/golden/\(test.name).\(language).txt") == nil)
    }
}
