@testable import FIM
import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore

@Suite("XZuFi: stocks")
struct StockTests {
    static func key(_ value: String, _ art: XZuFi.Objektart = .leistung) -> XZuFi.Objektschluessel {
        XZuFi.Objektschluessel(art, XZuFi.Identitaet(schemeAgencyID: "A", schemeID: nil, value: value))
    }

    /// A folder with transfer files of these records and an index that names them, unless another one is given.
    static func withStock<R>(
        _ files: [(name: String, records: String)], index: String? = nil, place: (Int) -> Int = { $0 + 1 },
        _ body: (String) throws -> R
    ) throws -> R {
        try TestFiles.withTemporaryFolder { folder in
            for (number, file) in files.enumerated() {
                let text = """
                    <t.o.o.040501 xmlns="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0"><nachrichtenkopf/>\
                    <transaktionID>7</transaktionID><transaktionPosition>\(place(number))</transaktionPosition>
                    \(file.records)</t.o.o.040501>
                    """
                try Data(text.utf8).write(to: folder.appending(path: file.name))
            }
            let names = index ?? files.map(\.name).joined(separator: "\r\n")
            try Data(names.utf8).write(to: folder.appending(path: "index.txt"))
            return try body(folder.path)
        }
    }

    static func service(_ id: String, _ name: String = "Name", extra: String = "") -> String {
        """
        <schreibe><leistung><id schemeAgencyID="A">\(id)</id><modulText><leikaTextmodul><code xmlns="">02</code>\
        </leikaTextmodul><inhalt languageCode="de">\(name)</inhalt></modulText>\(extra)</leistung></schreibe>
        """
    }

    static func unit(_ id: String, services: [String] = [], above: String? = nil) -> String {
        func reference(_ name: String, _ id: String) -> String { "<\(name) schemeAgencyID=\"A\">\(id)</\(name)>" }
        var text = "<schreibe><organisationseinheit>" + reference("id", id)
        if let above { text += reference("uebergeordneteOrganisationseinheitID", above) }
        for service in services {
            text += "<zustaendigkeit>" + reference("id", "z" + service) + reference("leistungID", service)
            text += "</zustaendigkeit>"
        }
        return text + "</organisationseinheit></schreibe>"
    }

    static func ids(_ folder: String, _ options: XZuFi.Bestandspruefung.Options = .init()) -> [String] {
        XZuFi.Bestandspruefung(options).read(folder: folder).results.flatMap(\.findings).map(\.id.rawValue)
    }

    @Test("a complete stock gives no finding and lists every object with its file")
    func complete() throws {
        let files = [
            ("a.xml", Self.service("1") + Self.service("2")), ("b.xml", Self.unit("1", services: ["1", "2"])),
        ]
        try Self.withStock(files) { folder in
            let (stock, results) = XZuFi.Bestandspruefung().read(folder: folder)
            #expect(results.flatMap(\.findings).isEmpty)
            #expect(results.map(\.verdict) == [.valid, .valid, .valid])
            #expect(Set(stock.eintraege.keys) == [Self.key("1"), Self.key("2"), Self.key("1", .organisationseinheit)])
            #expect(stock.eintraege[Self.key("2")]?.datei == "a.xml")
            #expect(stock.eintraege[Self.key("2")]?.name == "Name")
            #expect(stock.herausgeber == ["A"])
        }
    }

    @Test("what keeps a stock from being complete is found, each by its own id")
    func faults() throws {
        let unit = Self.unit("u", services: ["1"])
        let good = Self.service("1") + unit
        let cases: [(String, [(String, String)], String?)] = [
            ("xzufi.index-file-missing", [("a.xml", good)], "a.xml\nB.xml"),
            ("xzufi.not-in-index", [("a.xml", good), ("b.xml", "")], "a.xml"),
            ("xzufi.index-name", [("a.xml", good)], "a.xml\n../b.xml"),
            ("xzufi.duplicate-id", [("a.xml", good), ("b.xml", Self.service("1"))], nil),
            ("xzufi.dangling-reference", [("a.xml", good + Self.unit("v", services: ["9"]))], nil),
            ("xzufi.circle", [("a.xml", good + Self.unit("v", above: "w") + Self.unit("w", above: "v"))], nil),
            ("xzufi.circle", [("a.xml", good + Self.unit("v", above: "v"))], nil),
            ("xzufi.nobody-responsible", [("a.xml", good + Self.service("2"))], nil),
            (
                "xzufi.written-and-deleted",
                [("a.xml", good + "<loesche><leistungID schemeAgencyID=\"A\">1</leistungID></loesche>")], nil
            ),
            ("xzufi.html-active", [("a.xml", Self.service("1", "&lt;script&gt;x&lt;/script&gt;") + unit)], nil),
            (
                "xzufi.mixed-versions",
                [
                    (
                        "a.xml",
                        Self.service("1", extra: "<x:typisierung xmlns:x='http://xoev.de/schemata/xzufi/2_1_0'/>")
                            + unit
                    )
                ], nil
            ),
            ("xzufi.bad-record", [("a.xml", good + "<schreibe><fremd/></schreibe>")], nil),
            ("xzufi.index-empty", [("a.xml", good)], " \r\n"),
            ("xml.not-well-formed", [("a.xml", good), ("b.xml", "<schreibe>")], nil),
        ]
        for (id, files, index) in cases {
            let found = try Self.withStock(files, index: index) { Self.ids($0) }
            if id.hasPrefix("xml.") {
                #expect(found == ["xzufi.unreadable"], "\(id)")
            } else {
                #expect(Set(found) == [id], "\(id)")
            }
        }
    }

    @Test("places of a transaction have no gap and are taken once")
    func transaction() throws {
        let files = [("a.xml", Self.service("1") + Self.unit("u", services: ["1"])), ("b.xml", "")]
        let gap = try Self.withStock(files, place: { $0 * 2 + 1 }) { Self.ids($0) }
        #expect(gap == ["xzufi.transaction-gap"])
        let twice = try Self.withStock(files, place: { _ in 1 }) { Self.ids($0) }
        #expect(twice == ["xzufi.transaction-place-twice"])
    }

    @Test("files of different versions in one stock are told")
    func versions() throws {
        try Self.withStock([("a.xml", Self.service("1") + Self.unit("u", services: ["1"]))], index: "a.xml\nb.xml") {
            let other = "<t.o.o.040501 xmlns='http://xoev.de/schemata/xzufi/2_1_0'/>"
            try Data(other.utf8).write(to: URL(filePath: $0 + "/b.xml"))
            #expect(Self.ids($0) == ["xzufi.mixed-versions"])
        }
    }

    @Test("a long chain of units is followed without a deep stack")
    func chain() throws {
        var units = Self.unit("0")
        for number in 1..<5_000 { units += Self.unit("\(number)", above: "\(number - 1)") }
        let found = try Self.withStock([("a.xml", units)]) { Self.ids($0) }
        #expect(found.isEmpty)
    }

    @Test("references of a delta may go to what is there, but not to what it deletes")
    func delta() throws {
        try Self.withStock([("a.xml", Self.service("1") + Self.unit("u", services: ["1"]))]) { old in
            let stock = XZuFi.Bestandspruefung().read(folder: old).bestand
            let options = XZuFi.Bestandspruefung.Options(lieferart: .delta, bestand: stock)
            let added = Self.unit("v", services: ["1"])
            let good = try Self.withStock([("d.xml", added)], place: { _ in 5 }) { Self.ids($0, options) }
            #expect(good.isEmpty)
            let deletion = added + "<loesche><leistungID schemeAgencyID=\"A\">1</leistungID></loesche>"
            let found = try Self.withStock([("d.xml", deletion)]) { Self.ids($0, options) }
            #expect(found == ["xzufi.dangling-reference"])
        }
    }

    @Test("a full stock deletes what is not in it, but only when allowed; a delta deletes what it says")
    func comparison() throws {
        let old = [Self.key("1"): "a", Self.key("2"): "b", Self.key("3"): "c"]
        let new = [Self.key("2"): "b", Self.key("3"): "x", Self.key("4"): "d"]
        let full = XZuFi.Bestandsabgleich(bestand: old, geschrieben: new, lieferart: .vollbestand)
        #expect(full.neu == [Self.key("4")])
        #expect(full.geaendert == [Self.key("3")])
        #expect(full.unveraendert == [Self.key("2")])
        #expect(full.geloescht == [Self.key("1")])
        let error = try #require(throws: XZuFiError.self) { try full.requireDeletesAllowed(false) }
        #expect(error.code == .deletesRefused)
        try full.requireDeletesAllowed(true)
        let delta = XZuFi.Bestandsabgleich(bestand: old, geschrieben: new, lieferart: .delta)
        #expect(delta.geloescht.isEmpty)
        try delta.requireDeletesAllowed(false)
        let deleting = XZuFi.Bestandsabgleich(
            bestand: old, geschrieben: new, geloescht: [Self.key("1"), Self.key("9")], lieferart: .delta)
        #expect(deleting.geloescht == [Self.key("1")])
    }

    @Test("an object is the same whatever its prefixes, comments and white space, and another when a text changes")
    func digests() throws {
        func digest(_ records: String) throws -> String? {
            try Self.withStock([("a.xml", records)]) {
                XZuFi.Bestandspruefung().read(folder: $0).bestand.eintraege[Self.key("1")]?.digest
            }
        }
        let plain = Self.service("1")
        let other = """
            <x:schreibe xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">
              <x:leistung><!-- c --> <x:id schemeAgencyID="A">1</x:id>
              <x:modulText><x:leikaTextmodul><code xmlns="">02</code></x:leikaTextmodul>
              <x:inhalt languageCode="de">Name</x:inhalt></x:modulText></x:leistung></x:schreibe>
            """
        let first = try digest(plain)
        let second = try digest(other)
        let changed = try digest(Self.service("1", "Anderer"))
        #expect(first == second)
        #expect(first != changed)
    }

    @Test("what is written is checked, and refused when it is not valid")
    func output() throws {
        let check = try OutputCheck()
        let good = try FIMFixtures.bytes("schema/xzufi-gueltig-leistung.xml")
        #expect(try check.require(good, name: "a.xml"))
        let bad = try FIMFixtures.bytes("schema/xzufi-ungueltig-id-fehlt.xml")
        let refusal = try #require(throws: OutputCheck.Refusal.self) { try check.require(bad, name: "a.xml") }
        #expect(refusal.finding.id == "fim.output-invalid")
        #expect(refusal.finding.location.line != nil)
        // What is checked beside its place is told by the name that it was to have.
        let renamed = try #require(throws: OutputCheck.Refusal.self) {
            try check.require(.bytes(bad, name: "a.xml.part"), called: "a.xml")
        }
        #expect(renamed.finding.location.file == "a.xml")
        #expect(renamed.result.findings.allSatisfy { $0.location.file == "a.xml" })
        #expect(try !check.require(Array("<a xmlns='urn:unknown'/>".utf8), name: "a.xml"))
    }

    /// A set for XZuFi 2.2.0 that asks for an attribute of which the built-in one knows nothing.
    static let otherSchemas = SchemaSource.memory(
        [
            "xzufi.xsd": Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
                    xmlns:x="http://xoev.de/schemata/xzufi/2_2_0"
                    targetNamespace="http://xoev.de/schemata/xzufi/2_2_0" version="2.2.0">
                  <xs:element name="leistung" type="x:T"/>
                  <xs:element name="\(XZuFi.TransferWriter.vermuteterName)" type="x:T"/>
                  <xs:complexType name="T">
                    <xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
                    <xs:attribute name="amtlich" use="required"/>
                    <xs:anyAttribute processContents="skip"/>
                  </xs:complexType>
                </xs:schema>
                """.utf8)
        ], name: "official")

    @Test("a set that is named before the built-in one decides, for a file of any length as well")
    func officialSchemas() throws {
        let good = try FIMFixtures.bytes("schema/xzufi-gueltig-leistung.xml")
        let check = try OutputCheck([Self.otherSchemas, FIMSchemas.source])
        #expect(throws: OutputCheck.Refusal.self) { try check.require(good, name: "a.xml") }
        let text = String(decoding: good, as: UTF8.self)
        let mended = Array(text.replacing("<xzufi:leistung ", with: "<xzufi:leistung amtlich=\"1\" ").utf8)
        #expect(mended != good)
        #expect(try check.require(mended, name: "a.xml"))

        let stock = StockGenerator(.init(services: 30, units: 2, onlineServices: 2))
        let box = XZuFiReadingTests.Collected()
        try stock.write(stock.dateien(objectsPerFile: .max)[0]) { box.bytes += $0 }
        let pieces = Pieces(box.bytes)
        #expect(try OutputCheck().require(.chunks { pieces.next() }))
        #expect(throws: OutputCheck.Refusal.self) { try check.require(.bytes(box.bytes)) }
    }

    private final class Pieces: @unchecked Sendable {
        // One reader alone asks for the pieces.
        private var rest: ArraySlice<UInt8>
        init(_ bytes: [UInt8]) { rest = bytes[...] }
        func next() -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(1_000) }
            return Array(rest.prefix(1_000))
        }
    }
}
