import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Rules for profiles that the schema cannot express")
struct ProfileRuleTests {
    /// Each fixture breaks one rule of Documentation/Formate/Portalprofil.md, which its name says.
    static let expected = [
        "PP-1-barrierefreiheit-bestaetigt-aber-leer": "profile.incomplete-part",
        "PP-1-herausgeber-vollstaendig-ohne-kennung": "profile.incomplete-part",
        "PP-1-organisationseinheit-ohne-anschrift": "profile.incomplete-part",
        "PP-10-ags-passt-nicht-zu-ars": "profile.ags-mismatch",
        "PP-20-oeffnungszeit-endet-vor-beginn": "profile.opening-hours",
        "PP-21-logo-veraendert": "profile.file-altered",
        "PP-31-organisationseinheiten-im-kreis": "profile.unit-cycle",
        "PP-32-zwei-zustaendige-stellen": "profile.two-responsible-units",
        "PP-33-postfachanschrift-mit-strasse": "profile.address-kind",
        "PP-40-kontierungswert-zu-kurz": "profile.account-length",
        "PP-41-kontierungswert-fehlt": "profile.account-count",
        "PP-42-kassenzeichen-praefix-zu-lang": "profile.kassenzeichen-prefix",
        "PP-43-xfinanz-ohne-tag": "profile.xfinanz-days",
        "PP-50-nummernkreis-rueckwaerts": "profile.number-range",
        "PP-60-zwei-bezahlplattformen": "profile.two-payments",
        "PP-61-epaybl-freigeschaltet-aber-nicht-angebunden": "profile.payment-not-connected",
        "PP-70-organisationseinheit-fehlt": "profile.value-unit",
        "PP-71-paket-fehlt": "profile.value-package",
        "PP-72-wert-doppelt": "profile.duplicate-value",
    ]

    private static let folder = TestFiles.fixtures.appending(path: "portalprofil")
    private static let prefix = "regelverstoss-"

    private static func fixtures(_ prefix: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasPrefix(prefix) }
            .sorted()
    }

    @Test("each fixture that breaks a rule is in the table")
    func table() {
        #expect(Self.fixtures(Self.prefix) == Self.expected.keys.map { "\(Self.prefix)\($0).xml" }.sorted())
    }

    @Test("each fixture gives its own finding and no other", arguments: expected.keys.sorted())
    func fixture(name: String) throws {
        let outcome = try ProfileReader().check(path: Self.folder.appending(path: "\(Self.prefix)\(name).xml").path)
        #expect(outcome.findings.map(\.id.rawValue) == [Self.expected[name]], "\(outcome.findings)")
        let finding = try #require(outcome.findings.first)
        #expect(finding.location.line != nil)
        #expect(finding.hint != nil)
        // One municipality breaks PP-10 lawfully; everything else stands against the profile.
        #expect(finding.severity == (name.hasPrefix("PP-10-") ? .warning : .error))
        #expect((outcome.profile == nil) == (finding.severity == .error))
        let rule = name.split(separator: "-").prefix(2).joined(separator: "-")
        if finding.severity == .error { #expect(finding.message.rendered(.de).contains("(\(rule))")) }
    }

    @Test("valid profiles give no finding", arguments: fixtures("gueltig"))
    func valid(name: String) throws {
        let outcome = try ProfileReader().check(path: Self.folder.appending(path: name).path)
        #expect(outcome.findings.isEmpty, "\(outcome.findings)")
    }

    @Test("the example profiles give no finding", arguments: ["paderborn", "soest"])
    func examples(name: String) throws {
        let outcome = try ProfileReader().check(path: Samples.examples.appending(path: "profile/\(name).xml").path)
        #expect(outcome.findings.isEmpty, "\(outcome.findings)")
    }

    /// The complete fixture with something replaced, read from its bytes.
    private func outcome(_ changes: [(String, String)]) throws -> ProfileReader.Outcome {
        var text = try String(
            contentsOf: Self.folder.appending(path: "gueltig-vollstaendig.xml"), encoding: .utf8)
        for (old, new) in changes {
            precondition(text.contains(old), "\(old) is not in the fixture")
            text = text.replacing(old, with: new)
        }
        return try ProfileReader().read(Array(text.utf8), file: "p.xml")
    }

    @Test(
        "variants of the rules",
        arguments: [
            // PP-20: touching times do not overlap, 24:00 ends a day, another day is another day.
            (
                "von=\"08:00\" bis=\"12:00\"/>",
                "von=\"08:00\" bis=\"12:00\"/><oeffnungszeit tag=\"montag\" von=\"12:00\" bis=\"24:00\"/>", []
            ),
            (
                "von=\"08:00\" bis=\"12:00\"/>",
                "von=\"08:00\" bis=\"12:00\"/><oeffnungszeit tag=\"dienstag\" von=\"11:59\" bis=\"13:00\"/>", []
            ),
            (
                "von=\"08:00\" bis=\"12:00\"/>",
                "von=\"08:00\" bis=\"12:00\"/><oeffnungszeit tag=\"montag\" von=\"11:59\" bis=\"13:00\"/>",
                ["profile.opening-hours-overlap"]
            ),
            ("bis=\"12:00\"", "bis=\"08:00\"", ["profile.opening-hours"]),
            (
                "<zustaendigkeit leistungsschluessel=\"99102013070000\"/>",
                "<oeffnungszeit tag=\"montag\" von=\"09:00\" bis=\"08:00\"/>"
                    + "<zustaendigkeit leistungsschluessel=\"99102013070000\"/>", ["profile.opening-hours"]
            ),
            // PP-31: a unit that is its own superior.
            ("uebergeordnet=\"steueramt\"", "uebergeordnet=\"strassenverkehrsamt\"", ["profile.unit-cycle"]),
            // PP-32: another area, and the same unit twice.
            (
                "\"99108019001000\" gebiet=\"059740040040\" rolle=\"02\"", "\"99102013070000\" gebiet=\"05974\"", []
            ),
            (
                "<zustaendigkeit leistungsschluessel=\"99102013070000\"/>",
                "<zustaendigkeit leistungsschluessel=\"99102013070000\"/>"
                    + "<zustaendigkeit leistungsschluessel=\"99102013070000\" gebiet=\"059740040040\"/>", []
            ),
            // PP-33 holds for the letterhead of the form server too.
            ("<briefkopf typ=\"001\">", "<briefkopf typ=\"004\">", ["profile.address-kind"]),
            ("<tag>montag</tag>", "<tag>montag</tag><tag>montag</tag>", ["profile.xfinanz-days"]),
            ("praefix=\"59\" laenge=\"12\"", "praefix=\"59000000000\" laenge=\"12\"", []),
            // PP-50: ranges of two services.
            (
                "<endnummer>99999</endnummer>\n    </dienst>",
                "<endnummer>99999</endnummer></dienst><dienst paket=\"de.nrw.soest.zwei\"><praefix>HU</praefix>"
                    + "<startnummer>99999</startnummer><endnummer>100000</endnummer></dienst>",
                ["profile.number-range-overlap"]
            ),
            (
                "<endnummer>99999</endnummer>\n    </dienst>",
                "<endnummer>99999</endnummer></dienst><dienst paket=\"de.nrw.soest.zwei\"><praefix>HV</praefix>"
                    + "<startnummer>99999</startnummer><endnummer>100000</endnummer></dienst>", []
            ),
            // PP-70: a unit on another level.
            (
                "name=\"steuersatz-erster-hund\" ebene=\"kommune\"",
                "name=\"steuersatz-erster-hund\" ebene=\"kommune\" organisationseinheit=\"steueramt\"",
                ["profile.value-unit"]
            ),
            // PP-74: one name, once secret and once open.
            ("name=\"steuersatz-erster-hund\"", "name=\"zugang\"", ["profile.secret-as-value"]),
            (
                "name=\"steuersatz-erster-hund\" ebene=\"kommune\"",
                "name=\"zugang\" ebene=\"kommune\" paket=\"de.nrw.soest.anderes\"", []
            ),
            // PP-1: pmPayment lacks access to production.
            ("<pmPayment status=\"2\">", "<pmPayment status=\"9\">", ["profile.incomplete-part"]),
            // PP-1: contacts lack case work and the form server's administration.
            (
                "<kontakte status=\"2\">", "<kontakte status=\"9\">",
                ["profile.incomplete-part", "profile.incomplete-part"]
            ),
            // PP-1: neither intermediary, certificate nor private key.
            (
                "<dvdvXta status=\"2\">", "<dvdvXta status=\"10\">",
                ["profile.incomplete-part", "profile.incomplete-part", "profile.incomplete-part"]
            ),
            // PP-1: not confirmed.
            ("<freigabe status=\"0\">", "<freigabe status=\"9\">", ["profile.incomplete-part"]),
        ] as [(String, String, [String])])
    func variant(old: String, new: String, ids: [String]) throws {
        let outcome = try outcome([(old, new)])
        #expect(outcome.findings.map(\.id.rawValue) == ids, "\(outcome.findings)")
    }

    @Test("an open value that should be secret is not shown")
    func secretIsHidden() throws {
        let outcome = try outcome([("name=\"steuersatz-erster-hund\"", "name=\"zugang\""), ("96.00", "Sommer2026")])
        let finding = try #require(outcome.findings.first)
        #expect(!"\(finding)".contains("Sommer2026"))
        #expect(!finding.message.rendered(.de, showingValues: true).contains("Sommer2026"))
    }

    @Test("several findings stand in the order of the document, warnings among them")
    func order() throws {
        let outcome = try outcome([
            ("<tag>montag</tag>", ""), ("<ags>05974040", "<ags>05774032"), ("bis=\"12:00\"", "bis=\"07:00\""),
        ])
        #expect(
            outcome.findings.map(\.id.rawValue) == [
                "profile.ags-mismatch", "profile.opening-hours", "profile.xfinanz-days",
            ])
        let error = #expect(throws: TransferError.self) { try outcome.usableProfile() }
        #expect(error?.code.id == "profile.opening-hours")
        #expect(error?.findings.count == 3)
    }

    @Test(
        "files beside a profile are looked for only when it was read from a path; links must not lead out of its folder"
    )
    func files() throws {
        try TestFiles.withTemporaryFolder { folder in
            let source = Self.folder.appending(path: "gueltig-vollstaendig.xml")
            #expect(try ProfileReader().read(Array(Data(contentsOf: source)), file: "p.xml").findings.isEmpty)
            let profile = folder.appending(path: "p/p.xml")
            let image = folder.appending(path: "p/bilder/wappen.svg")
            let original = Self.folder.appending(path: "bilder/wappen.svg")
            let manager = FileManager.default
            try manager.createDirectory(
                at: image.deletingLastPathComponent(), withIntermediateDirectories: true)
            try manager.copyItem(at: source, to: profile)
            func ids() throws -> [String] { try ProfileReader().check(path: profile.path).findings.map(\.id.rawValue) }
            #expect(try ids() == ["profile.file-missing"])
            try manager.copyItem(at: original, to: image)
            #expect(try ids() == [])
            try Data("<svg/>".utf8).write(to: image)
            #expect(try ids() == ["profile.file-altered"])
            try manager.removeItem(at: image)
            try manager.copyItem(at: original, to: folder.appending(path: "wappen.svg"))
            try manager.createSymbolicLink(
                atPath: image.path, withDestinationPath: folder.appending(path: "wappen.svg").path)
            #expect(try ids() == ["profile.file-unreadable"])
        }
    }
}
