import TestSupport
import Testing
import XMLCore
import XOEV

@Suite("Inspection")
struct DocumentInspectionTests {
    private func inspect(_ xml: String) throws -> DocumentInspection {
        try DocumentInspector().inspect(.bytes(Array(xml.utf8)))
    }

    @Test("a message after the XÖV basic message tells standard, version, type, parties and test flag")
    func basicMessage() throws {
        let found = try inspect(
            """
            <x:antrag.stellen.0101 xmlns:x="urn:beispiel:x" standard="XBeispiel" version="2.1" test="false"
              produkt="P" produktversion="7" produkthersteller="H"><nachrichtenkopf.g2g><identifikation.nachricht>
              <nachrichtenUUID> 693c64d6-456f-4d14-abe7-fe9681c74aaf </nachrichtenUUID>
              <nachrichtentyp><code>0101</code></nachrichtentyp>
              <erstellungszeitpunkt>2026-01-02T03:04:05.000Z</erstellungszeitpunkt></identifikation.nachricht>
              <leser><verzeichnisdienst><code>DVDV</code></verzeichnisdienst><kennung>ags:05774032</kennung>
              <name>Paderborn</name></leser><autor><kennung>ags:05974040</kennung><name>Soest</name></autor>
              </nachrichtenkopf.g2g><broken
            """)
        #expect(found.standard == "XBeispiel")
        #expect(found.version == "2.1")
        #expect(found.message == "antrag.stellen.0101")
        #expect(found.product == "P 7 (H)")
        // The attribute's presence marks a test, whatever its value (XÖV-Basisnachricht 1.1).
        #expect(found.isTest == true)
        let header = try #require(found.header)
        #expect(header.messageID == "693c64d6-456f-4d14-abe7-fe9681c74aaf")
        #expect(header.messageType == "0101")
        #expect(header.created == "2026-01-02T03:04:05.000Z")
        #expect(
            header.receiver == .init(name: "Paderborn", kennung: "ags:05774032", verzeichnisdienst: "DVDV"))
        #expect(header.sender == .init(name: "Soest", kennung: "ags:05974040"))
    }

    @Test(
        "standard and version are read out of namespaces",
        arguments: [
            ("http://xoev.de/schemata/xzufi/2_2_0", "XZuFi", "2.2.0"),
            ("urn:xoev-de:fim:standard:xdatenfelder_3.0.0", "XDatenfelder", "3.0.0"),
            ("urn:xoev-de:fim:standard:xdatenfelder_2", "XDatenfelder", "2.0"),
            ("urn:xoev-de:xdomea:schema:3.0.0", "xdomea", "3.0.0"),
            ("http://xbildung.de/def/xbildung/1.2/xsd", "XBildung", "1.2"),
            ("http://www.destatis.de/schema/datml-raw/2.0/de", "DatML/RAW", "2.0"),
            ("urn:swift-xoev:dienstpaket:1.0", "Dienstpaket", "1.0"),
            ("http://docs.oasis-open.org/codelist/ns/genericode/1.0/", "Genericode", "1.0"),
            ("http://genericode.org/2006/ns/CodeList/0.4/", "Genericode", "0.4"),
        ])
    func namespaces(_ namespace: String, _ standard: String, _ version: String) throws {
        let found = try inspect("<a xmlns=\"\(namespace)\"/>")
        #expect(found.standard == standard)
        #expect(found.version == version)
        #expect(found.header == nil)
    }

    @Test("an unknown namespace and none at all are not guessed at", arguments: ["<a xmlns='urn:fremd:1.0'/>", "<a/>"])
    func unknown(_ xml: String) throws {
        let found = try inspect(xml)
        #expect(found.standard == nil)
        #expect(found.version == nil)
        #expect(found.message == nil)
    }

    @Test("what is not XML is an error, not a guess", arguments: ["", "PK\u{3}\u{4}", "{}", "<a"])
    func notXML(_ text: String) {
        #expect(throws: XMLError.self) { try inspect(text) }
    }

    @Suite("of real files", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
    struct Corpus {
        @Test(
            "the corpus tells what it is",
            arguments: [
                ("xwasser/1.0.0/messages/quality_report_minimal_test_result.xml", "XWasser", "1.0.0"),
                ("xbeteiligung/1.2/messages/example402NoBeteiligungsId.xml", "XBeteiligung", "1.2"),
                ("xjustiz/3.2.1/messages/eeb1_v3_2.xml", "XJustiz", "3.2.1"),
                ("xdatenfelder/2.0/messages/data-field-rule.xml", "XDatenfelder", "2.0"),
                ("xberufsbildung/0.5-pilot/messages/T01_pruefungszeugnis_min_positiv.xml", "XBerufsbildung", "0.5"),
                (
                    "xrechnung/testsuite/messages/business-cases/extension/04.01a-INVOICE_ubl.xml", "XRechnung",
                    "3.0"
                ),
                ("xrechnung/schematron/test_instances/cii/cii-br-de-1-test.xml", "XRechnung", "3.0"),
                ("xwasser/1.0.0/codelists/AGS_2026-04-30.xml", "Genericode", "1.0"),
            ])
        func known(_ file: String, _ standard: String, _ version: String) throws {
            let path = try #require(TestFiles.corpus).appending(path: file).path
            let found = try DocumentInspector().inspect(.file(path))
            #expect(found.standard == standard)
            #expect(found.version == version)
        }

        @Test("headers of XJustiz and XBeteiligung name the parties")
        func parties() throws {
            let corpus = try #require(TestFiles.corpus)
            let justice = try DocumentInspector().inspect(
                .file(corpus.appending(path: "xjustiz/3.2.1/messages/kein_eeb_v3_2.xml").path))
            #expect(justice.header?.sender == .init(kennung: "A1001S"))
            #expect(justice.header?.receiver == .init(kennung: "15"))
            #expect(justice.isTest == nil)
            let path = "xbeteiligung/1.2/messages/v14/xbeteiligung-test-kommunal.Initiieren.0401.xml"
            let planning = try DocumentInspector().inspect(.file(corpus.appending(path: path).path))
            #expect(planning.header?.sender?.kennung == "xyz:0001")
            #expect(planning.header?.messageType == "0401")
            #expect(planning.isTest == false)
        }
    }
}
