import Archives
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Rules for tables of contents that the schema cannot express")
struct ManifestRuleTests {
    /// Each fixture breaks one rule of Documentation/Formate/Dienstpaket.md, which its name says.
    static let expected = [
        "DP-3-verzeichnis-als-bestandteil": "package.manifest-as-part",
        "DP-11-bezeichnung-deutsch-fehlt": "package.german-name-missing",
        "DP-20-leika-nicht-14-ziffern": "package.leika-key",
        "DP-21-leika-form-nicht-leika": "package.leika-key-not-marked",
        "DP-30-pfad-nur-gross-klein-verschieden": "package.path-collision",
        "DP-32-version-ohne-standard": "package.standard-version-alone",
        "DP-33-formular-ohne-hersteller": "package.vendor-missing",
        "DP-40-bestandteil-unbekannt": "package.link-unresolved",
        "DP-40-leistung-unbekannt": "package.link-unresolved",
        "DP-41-codeliste-unbekannt": "package.link-unresolved",
        "DP-43-rolle-passt-nicht": "package.link-role",
        "DP-51-secret-nicht-geheim": "package.secret-not-marked",
        "DP-52-geheim-mit-vorgabe": "package.secret-default",
        "DP-53-code-ohne-codeliste": "package.parameter-codelist",
        "DP-54-vorgabe-keine-zahl": "package.default-invalid",
        "DP-61-haengt-von-sich-ab": "package.depends-on-itself",
    ]

    private static let folder = TestFiles.fixtures.appending(path: "dienstpaket")
    private static let prefix = "regelverstoss-"

    /// What is found in a table of contents alone, but for the parts that are therefore missing.
    private func findings(_ name: String) throws -> [Finding] {
        let bytes = try FileBytes.read(Self.folder.appending(path: name).path)
        let contents = PackageContents(name: "p", isArchive: false, files: ["dienstpaket.xml": bytes])
        let result = PackageVerifier().verify(contents).result
        #expect(result.verdict == .invalid)
        return result.findings.filter { $0.id != "package.part-missing" }
    }

    @Test("each fixture that breaks a rule is in the table")
    func table() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(
            names.filter { $0.hasPrefix(Self.prefix) }.sorted()
                == Self.expected.keys.map { "\(Self.prefix)\($0).xml" }.sorted())
    }

    @Test("each fixture gives its own finding and no other", arguments: expected.keys.sorted())
    func fixture(name: String) throws {
        let found = try findings("\(Self.prefix)\(name).xml")
        #expect(found.map(\.id.rawValue) == [Self.expected[name]], "\(found)")
        // By DP-21 a reader only warns.
        #expect(found.first?.severity == (name.hasPrefix("DP-21-") ? .warning : .error))
        #expect(found.first?.hint != nil)
    }

    @Test("the valid table of contents gives none")
    func valid() throws { #expect(try findings("gueltig-vollstaendig.xml").isEmpty) }
}
