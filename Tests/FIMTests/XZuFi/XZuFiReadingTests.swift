import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

@Suite("XZuFi: reading")
struct XZuFiReadingTests {
    @Test("a single service shows its ids, keys, texts, deadlines and costs")
    func leistung() throws {
        let document = try FIMFixtures.document("xzufi/leistung.xml")
        #expect(document.version == .v220)
        #expect(document.wurzel == .objekt(.leistung))
        let service = try #require(document.objekte.first?.leistung)
        #expect(
            service.id?.identity
                == XZuFi.Identitaet(schemeAgencyID: "L100001", schemeID: "xzufi-leistung", value: "101234"))
        #expect(service.idSekundaer.map(\.value) == ["99102013001000"])
        #expect(service.leistungsschluessel == ["99102013001000"])
        #expect(service.bezeichnung() == "Hundesteuer Anmeldung")
        #expect(service.bezeichnung("en") == "Registering for dog tax")
        #expect(service.text(.volltext).html()?.value == "<p>Wer einen Hund hält, zahlt <b>Steuer</b>.</p>")
        #expect(service.text(.volltext).html()?.plainText == "Wer einen Hund hält, zahlt Steuer.")
        #expect(service.struktur?.art == "LeistungsstrukturObjektMitVerrichtungUndDetail")
        #expect(service.struktur?.verrichtung?.code == "001")
        #expect(
            service.modulFrist.first?.frist.first?.auswahl
                == .dauer(dauer: 14, einheit: "TAG", dauerBis: nil, einheitBis: nil))
        guard case .fix(let amount)? = service.modulKosten.first?.kosten.first?.auswahl else {
            Issue.record("not a fixed cost")
            return
        }
        #expect(amount.wert == "96.00")
        #expect(amount.currencyCode == "EUR")
        #expect(service.kennzeichenEA == false)
        #expect(service.herausgeber?.bezeichnung.text() == "Stadt Musterstadt")
        #expect(service.gueltigkeitGebietID.map(\.value) == ["057740032032"])
        #expect(service.gueltigkeit.first?.beginn == "2026-01-01")
    }

    @Test("a transfer message gives its head, objects and deletions")
    func transfer() throws {
        let document = try FIMFixtures.document("xzufi/transfer.xml")
        #expect(document.xzufiVersion == "2.2")
        #expect(document.nachrichtenkopf?.sender == "Musterstadt")
        #expect(document.objekte.map(\.art) == [.organisationseinheit, .onlinedienst])
        let unit = try #require(document.objekte.first?.organisationseinheit)
        #expect(unit.name.text() == "Steueramt")
        #expect(unit.anschrift.first?.ort == "Musterstadt")
        #expect(unit.zustaendigkeit.first?.leistungID?.value == "101234")
        #expect(unit.zustaendigkeit.first?.zustellkanal?.value == "eyJ.sample.jwt")
        let service = try #require(document.objekte.last?.onlinedienst)
        #expect(service.link.first?.link == "https://musterstadt.example/hundesteuer")
        #expect(document.loeschungen.map(\.id.value) == ["99"])
        #expect(document.loeschungen.first?.art == .leistung)
    }

    @Test("2.1 answers with qualified codes are read")
    func answer21() throws {
        let document = try FIMFixtures.document("xzufi/antwort-2.1.xml")
        #expect(document.version == .v210)
        #expect(document.objekte.map(\.art) == [.leistung, .organisationseinheit])
        #expect(document.objekte.first?.leistung?.leistungsschluessel == ["99102013001000"])
        #expect(document.objekte.last?.bezeichnung() == "Amt B")
    }

    @Test("records are streamed one by one and give the same objects as the whole document")
    func stream() throws {
        let bytes = try FIMFixtures.bytes("xzufi/transfer.xml")
        var reader = try XZuFi.TransferReader(.bytes(bytes), name: "transfer.xml")
        var records: [XZuFi.Transfersatz] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.count == 3)
        #expect(reader.transaktionID == "7")
        #expect(reader.nachrichtenkopf?.empfaenger == "PVOG")
        guard case .schreibe(let first) = records[0], case .loesche(let last) = records[2] else {
            Issue.record("wrong records")
            return
        }
        #expect(try first == FIMFixtures.document("xzufi/transfer.xml").objekte[0])
        #expect(last.id.value == "99")
    }

    @Test("what the transfer writer writes, the reader reads")
    func writeTransfer() throws {
        let objects = try FIMFixtures.document("xzufi/transfer.xml").objekte
        let collected = Collected()
        var writer = try XZuFi.TransferWriter(
            nachricht: "transfer.operation.objekt.040501",
            kopf: XZuFi.TransferWriter.Kopf(
                nachrichtUUID: "u", erstelltDatumZeit: "2026-01-01T00:00:00Z", empfaenger: "PVOG", sender: "S & T",
                transaktionID: "1"),
            sink: { collected.bytes += $0 })
        for object in objects { try writer.schreibe(object) }
        try writer.loesche(.leistung, XZuFi.Identifikator("5", schemeAgencyID: "L100001"))
        try writer.finish()
        let document = try XZuFi.Document(bytes: collected.bytes)
        #expect(document.objekte.map(\.id) == objects.map(\.id))
        #expect(document.nachrichtenkopf?.sender == "S & T")
        #expect(document.loeschungen.first?.art == .leistung)
    }

    final class Collected { var bytes: [UInt8] = [] }

    @Test(
        "what is not XZuFi is refused with the reason and the place",
        arguments: [
            ("<leistung xmlns='urn:x'/>", XZuFiError.Code.unknownNamespace),
            ("<x xmlns='http://xoev.de/schemata/xzufi/2_2_0'/>", .unknownRoot),
            ("<leistung xmlns='http://xoev.de/schemata/xzufi/2_2_0' xzufiVersion='2.1'/>", .versionContradiction),
            ("<leistung xmlns='http://xoev.de/schemata/xzufi/2_2_0'>", .notReadable),
        ])
    func refused(_ text: String, _ code: XZuFiError.Code) throws {
        let error = try #require(throws: XZuFiError.self) {
            try XZuFi.Document(bytes: Array(text.utf8), name: "a.xml")
        }
        #expect(error.code == code)
        #expect(error.location.line == 1)
    }

    @Test("a record that holds nothing known is named, and reading goes on behind it")
    func badRecord() throws {
        let text = """
            <t.o.o.040501 xmlns='http://xoev.de/schemata/xzufi/2_2_0'><schreibe><fremd/></schreibe>\
            <schreibe><leistung><id>1</id></leistung></schreibe></t.o.o.040501>
            """
        var reader = try XZuFi.TransferReader(.bytes(Array(text.utf8)))
        var code: XZuFiError.Code?
        do { _ = try reader.next() } catch { code = error.code }
        #expect(code == .badRecord)
        guard case .schreibe(let object)? = try reader.next() else {
            Issue.record("nothing behind the bad record")
            return
        }
        #expect(object.id?.value == "1")
    }

    @Test("an empty index is refused; CRLF, blank and double lines are taken")
    func index() throws {
        #expect(throws: XZuFiError.self) { try XZuFi.Index(text: "\r\n \r\n") }
        let index = try XZuFi.Index(text: "a.xml\r\nb.xml\r\n\r\na.xml\r\n")
        #expect(index.dateien == ["a.xml", "b.xml"])
        #expect(index.text == "a.xml\r\nb.xml\r\n")
    }
}
