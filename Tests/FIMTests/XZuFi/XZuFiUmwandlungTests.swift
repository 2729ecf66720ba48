@testable import FIM
import Foundation
import TestSupport
import Testing
import XMLCore

@Suite("XZuFi: 2.2.0 and 2.3.1 (experimental)")
struct XZuFiUmwandlungTests {
    static func example(_ path: String) throws -> XZuFi.Document {
        let file = TestFiles.projectRoot.appending(path: "Documentation/Examples/\(path)")
        return try XZuFi.Document(bytes: [UInt8](Data(contentsOf: file)), name: path)
    }

    static func service(_ content: String, _ version: XZuFi.Version) throws -> XZuFi.Document {
        let text = "<x:leistung xmlns:x='\(version.namespace)'><x:id schemeAgencyID='A'>1</x:id>\(content)</x:leistung>"
        return try XZuFi.Document(bytes: Array(text.utf8))
    }

    static func entries(_ report: LossReport) -> [String] { report.entries.map { "\($0.field) \($0.art.rawValue)" } }

    @Test("a service becomes one of 2.3.1: keys are identifiers, modules have a channel, documents a wrapper")
    func upgrade() throws {
        let (document, report) = try XZuFi.Umwandlung.convert(
            Self.example("hundesteuer/xzufi/leistung.xml"), to: .v231)
        #expect(document.version == .v231)
        let service = try #require(document.objekte.first?.leistung)
        #expect(service.leistungsschluessel == ["99102901104000"])
        #expect(service.referenzLeiKa.isEmpty)
        #expect(service.bezeichnung() == "Hundesteuer Anmeldung")
        #expect(service.struktur?.verrichtung?.code == "104")
        #expect(service.modulText.allSatisfy { $0.zugangskanal?.code == "000" })
        #expect(service.modulKosten.count == 1)
        let before = try #require(Self.example("hundesteuer/xzufi/leistung.xml").objekte.first?.leistung)
        #expect(
            service.modulDokument.flatMap(\.dokumentEingehend).map(\.bezeichnung)
                == before.modulDokument.flatMap(\.dokumentEingehend).map(\.bezeichnung))
        #expect(service.sprachversion.allSatisfy { $0.kennzeichenMaschinelleUebersetzung == false })
        #expect(report.entries.contains { $0.field == "zugangskanal" && $0.art == .assumed && $0.after == "000" })
        #expect(report.entries.contains { $0.field == "referenzLeiKa/name" && $0.before == "Hundesteuer Anmeldung" })
        #expect(
            !XZuFi.Pruefung.check(document).contains {
                $0.id == "xzufi.element-order" || $0.id == "xzufi.unknown-element"
            })
    }

    @Test(
        "there and back restores everything that the reports do not list",
        arguments: ["hundesteuer/xzufi", "bewohnerparkausweis/xzufi", "beteiligung/vorlage/xzufi"])
    func roundTrip(_ folder: String) throws {
        let path = TestFiles.projectRoot.appending(path: "Documentation/Examples/\(folder)")
        for name in try FileManager.default.contentsOfDirectory(atPath: path.path) where name.hasSuffix(".xml") {
            var original = try Self.example("\(folder)/\(name)")
            let there = try XZuFi.Umwandlung.convert(original, to: .v231)
            let back = try XZuFi.Umwandlung.convert(there.document, to: .v220)
            #expect(back.report.entries.allSatisfy { $0.art == .assumed }, "\(Self.entries(back.report))")
            // Of a code in the key only its name is lost, and the report says so.
            original.updateObjekte { object in
                guard object.art == .leistung else { return }
                object.element.updateElements { child in
                    if child.name.local == "referenzLeiKa" {
                        child.children.removeAll { $0.element?.name.local == "name" }
                    }
                }
            }
            let differences = zip(original.objekte, back.document.objekte).flatMap {
                XZuFi.Vergleich.compare($0, $1).changes
            }
            #expect(differences.isEmpty, "\(name): \(differences)")
            #expect(back.document.objekte.map(\.art) == original.objekte.map(\.art))
        }
    }

    @Test(
        "what 2.2.0 has no place for is in the report",
        arguments: [
            ("<x:statusKatalog><code>6</code></x:statusKatalog>", "statusKatalog lost"),
            ("<x:detailstufe><code>101</code></x:detailstufe>", "detailstufe lost"),
            (
                "<x:modulText><x:zugangskanal><code>100</code></x:zugangskanal></x:modulText>",
                "modulText/zugangskanal lost"
            ),
            (
                "<x:informationsbereicheSDG><x:informationsbereichSDG2><code>1010</code></x:informationsbereichSDG2></x:informationsbereicheSDG>",
                "informationsbereicheSDG/informationsbereichSDG2 lost"
            ),
            ("<x:kennzeichenFormularFormlos>true</x:kennzeichenFormularFormlos>", "kennzeichenFormularFormlos lost"),
            (
                "<x:durchfuehrbarEinheitlicheStelle><code>19</code></x:durchfuehrbarEinheitlicheStelle>",
                "durchfuehrbarEinheitlicheStelle changed"
            ),
            (
                "<x:relevantFuerStaatsangehoerigkeit><x:staatengruppe><code>01</code></x:staatengruppe></x:relevantFuerStaatsangehoerigkeit>",
                "relevantFuerStaatsangehoerigkeit/staatengruppe lost"
            ),
            ("<x:modulFachlicheFreigabe/><x:modulFachlicheFreigabe/>", "modulFachlicheFreigabe lost"),
        ])
    func downgrade(_ content: String, _ entry: String) throws {
        let (document, report) = try XZuFi.Umwandlung.convert(Self.service(content, .v231), to: .v220)
        #expect(Self.entries(report) == [entry])
        #expect(document.version == .v220)
    }

    @Test("several modules of a kind become one that holds all their entries, in order")
    func merge() throws {
        let content = """
            <x:modulKosten><x:zugangskanal><code>000</code></x:zugangskanal><x:id>a</x:id><x:kosten><x:vorkasse>true</x:vorkasse></x:kosten></x:modulKosten>
            <x:modulKosten><x:zugangskanal><code>000</code></x:zugangskanal><x:id>b</x:id><x:kosten><x:vorkasse>false</x:vorkasse></x:kosten></x:modulKosten>
            """
        let (document, report) = try XZuFi.Umwandlung.convert(Self.service(content, .v231), to: .v220)
        let modules = try #require(document.objekte.first?.leistung).modulKosten
        #expect(modules.count == 1)
        #expect(modules.first?.kosten.map(\.vorkasse) == [true, false])
        #expect(modules.first?.id?.value == "a")
        #expect(Self.entries(report) == ["modulKosten/id lost", "modulKosten changed"])
    }

    @Test("unknown elements, comments and foreign attributes stay")
    func unknown() throws {
        let content = "<!-- k --><x:neu><x:tief f:a='1' xmlns:f='urn:f'>t</x:tief></x:neu><f:fremd xmlns:f='urn:f'/>"
        let there = try XZuFi.Umwandlung.convert(Self.service(content, .v220), to: .v231)
        #expect(there.report.isEmpty)
        let text = String(decoding: try there.document.tree.serialized(), as: UTF8.self)
        #expect(text.contains("<!-- k --><x:neu><x:tief xmlns:f=\"urn:f\" f:a=\"1\">t</x:tief></x:neu><f:fremd"))
        let back = try XZuFi.Umwandlung.convert(there.document, to: .v220)
        #expect(try back.document.tree.isCanonicallyEqual(to: Self.service(content, .v220).tree))
    }

    @Test("the report is text, JSON and HTML; 2.1.0 is refused")
    func formats() throws {
        let (_, report) = try XZuFi.Umwandlung.convert(
            Self.service("<x:statusKatalog><code>6</code></x:statusKatalog>", .v231), to: .v220)
        #expect(report.text(.en) == "leistung A/-/1\tstatusKatalog\tlost »6«\t2.2.0 does not know this.\n")
        #expect(report.json(.de).text.contains("\"field\": \"statusKatalog\""))
        #expect(report.html(.de, title: "T").contains("<td>statusKatalog</td>"))
        let old = try FIMFixtures.document("xzufi/antwort-2.1.xml")
        let error = try #require(throws: XZuFiError.self) { try XZuFi.Umwandlung.convert(old, to: .v231) }
        #expect(error.code == .conversionUnknown)
    }
}
