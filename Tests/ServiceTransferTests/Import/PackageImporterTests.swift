import Archives
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

/// The sources are those of `Tests/Fixtures/xoev/scenario/quelle`, written by hand: a stock of two files with two
/// services, a form, a code list, a process template of the OZG-Hub.
@Suite("Importing a package skeleton")
struct PackageImporterTests {
    static let sources = TestFiles.fixtures.appending(path: "xoev/scenario/quelle")

    static func options(
        _ leistungen: [String] = ["99012345000000"], _ change: (inout PackageImporter.Options) -> Void = { _ in }
    ) throws -> PackageImporter.Options {
        var options = try PackageImporter.Options(leistungen: leistungen, erstellt: "2026-11-23T10:00:00Z")
        change(&options)
        return options
    }

    static func run(_ options: PackageImporter.Options? = nil, _ sources: String...) throws -> PackageImporter.Outcome {
        let paths = sources.isEmpty ? [Self.sources.path] : sources
        return try PackageImporter(options: options ?? Self.options()).run(paths)
    }

    private func error(_ body: () throws -> Void) -> TransferError? {
        do { try body() } catch { return error as? TransferError }
        return nil
    }

    private func part(_ id: String, _ outcome: PackageImporter.Outcome) throws -> String {
        let path = try #require(outcome.manifest.bestandteil(id)?.pfad)
        return try #require(outcome.contents.files[path]).text
    }

    @Test("the service comes with its units, online service, form and the list at hand; all of it verifies")
    func whole() throws {
        let outcome = try Self.run()
        #expect(outcome.verification.verdict == .valid, "\(outcome.verification.findings)")
        let roles = outcome.manifest.bestandteile.map { "\($0.rolle.rawValue) \($0.pfad)" }
        #expect(
            roles == [
                "leistungsbeschreibung xzufi/leistung.xml", "onlinedienst xzufi/organisationseinheit.xml",
                "onlinedienst xzufi/organisationseinheit-2.xml", "onlinedienst xzufi/onlinedienst.xml",
                "datenschema formulare/S99000000777V1.1.0_xdf3.xml", "codeliste codelisten/farbe_1.xml",
                "dokumentation ozg-hub/project/project.json",
                "formular ozg-hub/form/Talheim_Fest_Antrag-v1.2-de.json", "dokumentation ozg-hub/metadata/fest.json",
                "dokumentation TODO.md", "dokumentation todo.json",
            ])
        #expect(outcome.manifest.leistungen.map(\.schluessel) == ["99012345000000"])
        #expect(outcome.manifest.bezeichnung["de"] == "Straßenfest Anzeige")
        #expect(outcome.manifest.herausgeber.name == "Stadt Talheim")
        #expect(outcome.manifest.herausgeber.ars == "059740040040")
        #expect(outcome.manifest.kennung == "de.r0001.strassenfest-anzeige")
        // The list that no source has is required, not forgotten.
        #expect(outcome.manifest.codelisten.map(\.canonicalVersionURI) == ["urn:beispiel:codeliste:plaetze_2026"])
        let form = try #require(outcome.manifest.bestandteil("formular"))
        let source = try Data(contentsOf: Self.sources.appending(path: "fest_xdf3.xml"))
        #expect(form.sha256 == SHA256Text.digest([UInt8](source)))
    }

    @Test("what belongs to the town becomes a parameter; secrets and delivery addresses do not come along")
    func town() throws {
        let outcome = try Self.run()
        let parameters = outcome.manifest.parameter
        #expect(
            parameters.map { "\($0.name) \($0.typ.rawValue) \($0.geheim)" } == [
                "DestinationSignature text false", "onlinedienstUrl url false", "kontaktEmail email false",
                "xtaPasswort secret true",
            ])
        #expect(parameters.allSatisfy { $0.vorgabe == nil })
        let onlinedienst = try part("onlinedienst", outcome)
        #expect(onlinedienst.contains("<t:link>{{onlinedienstUrl}}</t:link>"))
        #expect(onlinedienst.contains("{{kontaktEmail}}"))
        for bytes in outcome.contents.files.values {
            #expect(!bytes.text.contains("sehr-geheim-4711"))
            #expect(!bytes.text.contains("eyJ.dGFsaGVpbQ"))
        }
        let requirements = outcome.manifest.voraussetzungen.map { "\($0.art.rawValue) \($0.wert) \($0.pflicht)" }
        #expect(requirements == ["zustellkanal fit-connect true", "vertrauensniveau 10 true"])
    }

    @Test(
        "a unit keeps its responsibility for this service only; one that was an object of its own is put into its unit")
    func responsibilities() throws {
        let outcome = try Self.run()
        let first = try part("stelle", outcome)
        #expect(first.contains(">z1<") && !first.contains(">z2<"))
        // The prefix that only the file's root declares is declared.
        #expect(first.contains("xsi:type=\"x:OrganisationseinheitErweitert\""))
        #expect(first.contains("xmlns:x=\"http://xoev.de/schemata/xzufi/2_2_0\""))
        let second = try part("stelle-2", outcome)
        #expect(second.contains("xsi:type=\"t:ZustaendigkeitOrganisationseinheit\""))
        #expect(second.contains(">z3<") && !second.contains("organisationseinheitID"))
        #expect(outcome.todos.contains { $0.id == "todo.responsibilities" })
    }

    @Test("what no source holds is a task, what was assumed too; every task is said in both languages")
    func tasks() throws {
        let outcome = try Self.run()
        let ids = Set(outcome.todos.map(\.id.rawValue))
        for id in [
            "todo.kennung", "todo.publisher-area", "todo.publisher", "todo.contact", "todo.licence", "todo.terms",
            "todo.origin", "todo.english", "todo.process", "todo.message", "todo.delivery", "todo.link",
            "todo.parameter", "todo.secret", "todo.place-name", "todo.address", "todo.code-list-missing",
            "todo.ozg-hub",
        ] {
            #expect(ids.contains(id), "\(id)")
        }
        #expect(outcome.todos.allSatisfy { $0.message.rendered(.de) != "" && $0.message.rendered(.en) != "" })
        let markdown = try part("todo", outcome)
        #expect(markdown.contains("## Aufgaben nach der Übernahme") && markdown.contains("## Tasks after the import"))
        #expect(markdown.split(separator: "\n").count { $0.hasPrefix("- [ ] ") } == 2 * outcome.todos.count)
    }

    @Test("a process template of the OZG-Hub comes byte for byte, with what it says of itself and nothing made of it")
    func templates() throws {
        let outcome = try Self.run()
        let form = try #require(outcome.manifest.bestandteil("ozg-hub-formular"))
        #expect(form.hersteller == "SEITENBAU GmbH (OZG-Hub)" && form.produkt == "serviceportal, engineVersion 2")
        let source = Self.sources.appending(path: "ozg-hub/forms/Talheim_Fest_Antrag-v1.2-de.json")
        #expect(form.sha256 == SHA256Text.digest([UInt8](try Data(contentsOf: source))))
        let origin = try #require(outcome.origins.first { $0.part == "ozg-hub-formular" })
        #expect(origin.identity == "m7:Talheim_Fest_Antrag:v1.2")
        let facts = Dictionary(uniqueKeysWithValues: origin.facts.map { ($0.name, $0.value) })
        #expect(facts["name"] == "Talheim_Fest_Antrag" && facts["version"] == "v1.2" && facts["mandant"] == "m7")
        let project = try #require(outcome.origins.first { $0.part == "ozg-hub-project" })
        #expect(project.facts.contains { $0.name == "authors" && $0.value == "Team Talheim" })
        // Where the template was deployed to is nobody's business.
        #expect(!outcome.contents.files.values.contains { $0.text.contains("entwicklung.talheim.example") })
    }

    @Test("several services are a question, an unknown one is not found, none at all is told")
    func choice() throws {
        let several = error { _ = try Self.run(Self.options([])) }
        #expect(several?.code.id == "import.ambiguous-service")
        #expect(several?.hint?.rendered(.en).contains("99012346000000") == true)
        #expect(error { _ = try Self.run(Self.options(["4711"])) }?.code.id == "import.service-not-found")
        let lists = Self.sources.appending(path: "codelisten").path
        #expect(error { _ = try Self.run(Self.options([]), lists) }?.code.id == "import.service-not-found")
        let byIdentity = try Self.run(Self.options(["R0001/leistung/8"]))
        #expect(byIdentity.manifest.leistungen.map(\.schluessel) == ["99012346000000"])
    }

    @Test("two services in one package are both there, with links of their own")
    func twoServices() throws {
        let outcome = try Self.run(Self.options(["7", "8"]))
        #expect(outcome.manifest.leistungen.map(\.schluessel) == ["99012345000000", "99012346000000"])
        #expect(outcome.verification.verdict == .valid, "\(outcome.verification.findings)")
        let links = outcome.manifest.verknuepfungen.filter { $0.art == "onlinedienst-leistung" }
        #expect(links.count { $0.von.description == "stelle" } == 2)
    }

    @Test("the same sources give the same bytes, an archive of them too")
    func deterministic() throws {
        let outcome = try Self.run()
        #expect(try Self.run().contents.files == outcome.contents.files)
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let contents = try PackageContents.read(Self.sources.path)
            let archive = try ArchiveWriter().archive(contents.sortedPaths.map { ($0, contents.files[$0] ?? []) })
            let path = folder.appending(path: "quelle.zip")
            try Data(archive).write(to: path)
            let other = try Self.run(nil, path.path)
            #expect(
                other.manifest.bestandteile.map(\.pfad).sorted() == outcome.manifest.bestandteile.map(\.pfad).sorted())
            #expect(other.verification.verdict == .valid)
        }
    }

    @Test("a form of XDatenfelder 2.0 that was named is taken, with its unproven link as a task")
    func xdf2() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let form = folder.appending(path: "alt.xml")
            try Data(Self.xdf2.utf8).write(to: form)
            let stock = Self.sources.appending(path: "bestand").path
            let outcome = try Self.run(Self.options(["8"]), stock, form.path)
            let part = try #require(outcome.manifest.bestandteil("formular"))
            #expect(part.standardVersion == "2.0")
            #expect(outcome.todos.contains { $0.id == "todo.form-assumed" && $0.part == "formular" })
            #expect(outcome.todos.contains { $0.id == "todo.code-list-missing" })
            #expect(outcome.verification.verdict == .valid, "\(outcome.verification.findings)")
        }
    }

    static let xdf2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_2">
          <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID><xdf:erstellungszeitpunkt>2026-01-01T00:00:00Z</xdf:erstellungszeitpunkt></xdf:header>
          <xdf:stammdatenschema>
            <xdf:identifikation><xdf:id>S99000001</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
            <xdf:name>Alt</xdf:name>
            <xdf:bezeichnungEingabe>Alt</xdf:bezeichnungEingabe>
            <xdf:status listURI="urn:xoev-de:fim:codeliste:xdatenfelder.status" listVersionID="1.0"><code>aktiv</code></xdf:status>
            <xdf:fachlicherErsteller>Talheim</xdf:fachlicherErsteller>
            <xdf:ableitungsmodifikationenStruktur><code>3</code></xdf:ableitungsmodifikationenStruktur>
            <xdf:ableitungsmodifikationenRepraesentation><code>1</code></xdf:ableitungsmodifikationenRepraesentation>
            <xdf:struktur>
              <xdf:anzahl>1:1</xdf:anzahl>
              <xdf:enthaelt>
                <xdf:datenfeld>
                  <xdf:identifikation><xdf:id>F99000001</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
                  <xdf:name>Art</xdf:name>
                  <xdf:bezeichnungEingabe>Art</xdf:bezeichnungEingabe>
                  <xdf:bezeichnungAusgabe>Art</xdf:bezeichnungAusgabe>
                  <xdf:status><code>aktiv</code></xdf:status>
                  <xdf:fachlicherErsteller>Talheim</xdf:fachlicherErsteller>
                  <xdf:schemaelementart><code>RNG</code></xdf:schemaelementart>
                  <xdf:feldart><code>select</code></xdf:feldart>
                  <xdf:datentyp><code>text</code></xdf:datentyp>
                  <xdf:codelisteReferenz>
                    <xdf:identifikation><xdf:id>C99000001</xdf:id></xdf:identifikation>
                    <xdf:genericodeIdentification>
                      <xdf:canonicalIdentification>urn:beispiel:codeliste:art</xdf:canonicalIdentification>
                      <xdf:version>1</xdf:version>
                      <xdf:canonicalVersionUri>urn:beispiel:codeliste:art_1</xdf:canonicalVersionUri>
                    </xdf:genericodeIdentification>
                  </xdf:codelisteReferenz>
                </xdf:datenfeld>
              </xdf:enthaelt>
            </xdf:struktur>
          </xdf:stammdatenschema>
        </xdf:xdatenfelder.stammdatenschema.0102>
        """
}
