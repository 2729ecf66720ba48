import Foundation
import TestSupport
import Testing
import XMLCore
import XOEV

@testable import FIM

@Suite("XZuFi: editing and keeping")
struct XZuFiEditingTests {
    let soest = XZuFi.Identifikator(
        "059740040040", schemeID: XZuFi.Gebiet.regionalschluesselSchema, schemeAgencyID: "destatis")

    @Test(
        "reading and writing keeps unknown elements, comments and foreign attributes in canonical form",
        arguments: ["leistung", "transfer", "antwort-2.1"])
    func roundTrip(_ name: String) throws {
        let bytes = try FIMFixtures.bytes("xzufi/\(name).xml")
        let document = try XZuFi.Document(bytes: bytes)
        let written = try XMLTree(bytes: document.tree.serialized())
        #expect(try written.canonical(comments: true) == XMLTree(bytes: bytes).canonical(comments: true))
    }

    /// The XZuFi parts of all examples.
    static var examples: [URL] {
        ["hundesteuer", "bewohnerparkausweis", "beteiligung/vorlage"].flatMap { folder -> [URL] in
            let path = TestFiles.projectRoot.appending(path: "Documentation/Examples/\(folder)/xzufi")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
            return names.sorted().filter { $0.hasSuffix(".xml") }.map { path.appending(path: $0) }
        }
    }

    /// Plants what no schema knows into every element: a comment, a foreign attribute, an unknown element of the
    /// standard and one of another namespace.
    static func plant(_ element: inout XMLTree.Element, _ number: inout Int) {
        number += 1
        let isMixed = !element.elements.contains { _ in true }
        element.setAttribute(XMLName("stand", in: "urn:example:a"), prefix: "a", to: "n\(number)")
        element.updateElements { plant(&$0, &number) }
        guard !isMixed else { return }
        element.children.insert(.comment(" \(number) "), at: element.children.count / 2)
        element.children.append(
            .element(
                XMLTree.Element(
                    XMLName("neu\(number)", in: element.name.namespace), prefix: element.prefix, text: "x & y")))
        element.children.insert(
            .element(XMLTree.Element(XMLName("fremd", in: "urn:example:b"), prefix: "b", text: "<z>")), at: 0)
    }

    @Test("every example comes back in canonical form, also with unknown content planted into every element")
    func roundTripOfExamples() throws {
        #expect(Self.examples.count == 9)
        for file in Self.examples {
            var tree = try XMLTree(bytes: [UInt8](Data(contentsOf: file)))
            for planted in [false, true] {
                var number = 0
                if planted { Self.plant(&tree.root, &number) }
                let bytes = try tree.serialized()
                var document = try XZuFi.Document(bytes: bytes, name: file.lastPathComponent)
                // Views that read everything and change nothing.
                document.updateObjekte { object in
                    guard let id = object.id else { return }
                    object.setID(id)
                    object.setGueltigkeitGebietID(object.gueltigkeitGebietID)
                    object.mapIdentifikatoren(in: ["leistungID", "gebietID"]) { $0 }
                }
                let written = try document.tree.serialized()
                #expect(
                    try XMLTree.canonical(of: written, comments: true) == XMLTree.canonical(of: bytes, comments: true),
                    "\(file.lastPathComponent)")
            }
        }
    }

    @Test("records of a transfer message come through reader and writer with all that is unknown in them")
    func recordsKeepUnknown() throws {
        for file in Self.examples {
            var tree = try XMLTree(bytes: [UInt8](Data(contentsOf: file)))
            var number = 0
            Self.plant(&tree.root, &number)
            let box = XZuFiReadingTests.Collected()
            var writer = try XZuFi.TransferWriter(
                nachricht: XZuFi.TransferWriter.vermuteterName,
                kopf: .init(
                    nachrichtUUID: "u", erstelltDatumZeit: "2026-01-01T00:00:00Z", empfaenger: "a", sender: "b",
                    transaktionID: "1"),
                sink: { box.bytes += $0 })
            try writer.schreibe(try #require(XZuFi.Objekt(object: tree.root)))
            try writer.finish()
            var reader = try XZuFi.TransferReader(.bytes(box.bytes))
            guard case .schreibe(let object)? = try reader.next() else {
                Issue.record("no record")
                continue
            }
            #expect(
                try XMLTree(root: object.element).canonical(.exclusive10, comments: true)
                    == XMLTree(root: tree.root).canonical(.exclusive10, comments: true), "\(file.lastPathComponent)")
        }
    }

    @Test("binding gives new id, publisher and area, and keeps the origin as secondary id")
    func binding() throws {
        var document = try FIMFixtures.document("xzufi/leistung.xml")
        func bind(_ document: inout XZuFi.Document) {
            document.updateObjekte { object in
                object.setID(XZuFi.Identifikator("9", schemeID: "xzufi-leistung", schemeAgencyID: "L200002"))
                object.setHerausgeber(
                    id: XZuFi.Identifikator("2", schemeAgencyID: "L200002"),
                    bezeichnung: [XZuFi.LocalizedString("Stadt Soest")])
                object.setGueltigkeitGebietID([soest])
            }
        }
        bind(&document)
        let service = try #require(document.objekte.first?.leistung)
        #expect(service.id?.value == "9")
        #expect(
            service.idSekundaer.map(\.identity.description) == [
                "LeiKa/leika/99102013001000", "L100001/xzufi-leistung/101234",
            ])
        #expect(service.herausgeber?.bezeichnung.text() == "Stadt Soest")
        #expect(service.gueltigkeitGebietID == [soest])
        #expect(service.element.all(local: "notiz").count == 1)
        #expect(service.element.all(local: "nochUnbekannt").count == 1)
        let names = service.element.elements.map(\.name.local)
        #expect(names.prefix(4) == ["id", "idSekundaer", "idSekundaer", "struktur"])
        let once = document
        bind(&document)
        #expect(document == once)
        #expect(!XZuFi.Pruefung.check(document).contains { $0.id == "xzufi.element-order" })
    }

    @Test("what is bound differs from the original in nothing but what was set")
    func minimalChange() throws {
        let original = try FIMFixtures.document("xzufi/leistung.xml")
        var document = original
        document.updateObjekte { $0.setGueltigkeitGebietID([soest]) }
        document.updateObjekte {
            $0.setGueltigkeitGebietID([
                XZuFi.Identifikator(
                    "057740032032", schemeID: XZuFi.Gebiet.regionalschluesselSchema, schemeAgencyID: "destatis")
            ])
        }
        #expect(try document.tree.canonical() == original.tree.canonical())
    }

    @Test("a text is replaced in its language, added in another, and a missing module comes to its place")
    func texts() throws {
        var document = try FIMFixtures.document("xzufi/leistung.xml")
        document.updateObjekte { object in
            guard var service = object.leistung else { return }
            service.setText(.volltext, "<p>neu</p>")
            service.setText(.volltext, "<p>new</p>", languageCode: "en")
            service.setText(.teaser, "kurz")
            object.element = service.element
        }
        let service = try #require(document.objekte.first?.leistung)
        #expect(service.text(.volltext).map(\.value) == ["<p>neu</p>", "<p>new</p>"])
        #expect(service.text(.teaser).map(\.value) == ["kurz"])
        let names = service.element.elements.map(\.name.local)
        let last = try #require(names.lastIndex(of: "modulText"))
        #expect(names[last + 1] == "modulFrist")
    }

    @Test("unit: name, address, channels, areas of responsibility, references")
    func unit() throws {
        var document = try FIMFixtures.document("xzufi/transfer.xml")
        let service = XZuFi.Identifikator("9", schemeID: "xzufi-leistung", schemeAgencyID: "L200002")
        document.updateObjekte { object in
            object.mapIdentifikatoren(in: ["leistungID"]) { $0.value == "101234" ? service : nil }
            guard var unit = object.organisationseinheit else { return }
            unit.setName("Kämmerei")
            unit.setAnschrift([
                XZuFi.AnschriftAngaben(strasse: "Am Vreithof", hausnummer: "8", postleitzahl: "59494", ort: "Soest")
            ])
            unit.setErreichbarkeit([XZuFi.ErreichbarkeitAngaben(kanal: "01", kennung: "steuern@soest.example")])
            unit.setZustaendigkeitGebietID([soest])
            object.element = unit.element
        }
        let unit = try #require(document.objekte.first?.organisationseinheit)
        #expect(unit.name.text() == "Kämmerei")
        #expect(unit.anschrift.map(\.ort) == ["Soest"])
        #expect(unit.erreichbarkeit.map(\.kennung) == ["steuern@soest.example"])
        #expect(unit.zustaendigkeit.first?.gebietID == [soest])
        #expect(unit.zustaendigkeit.first?.leistungID == service)
        #expect(
            unit.zustaendigkeit.first?.element.elements.map(\.name.local) == [
                "id", "idSekundaer", "leistungID", "gebietID", "rolle",
            ])
        #expect(!XZuFi.Pruefung.check(document).contains { $0.id == "xzufi.element-order" })
    }

    @Test(
        "a unit's name is set in its language, whichever way the file writes names",
        arguments: [
            ("<o:name><o:name languageCode='de'>A</o:name><!-- k --><o:name languageCode='en'>B</o:name></o:name>", 2),
            ("<o:name><o:name languageCode='de'>A</o:name></o:name>", 1),
            ("<o:name languageCode='de'>A</o:name><o:name languageCode='en'>B</o:name>", 2),
            ("<o:name>A</o:name>", 1), ("", 0),
        ])
    func names(_ names: String, _ count: Int) throws {
        let text =
            "<o:organisationseinheit xmlns:o='http://xoev.de/schemata/xzufi/2_2_0'>\(names)</o:organisationseinheit>"
        var unit = XZuFi.Organisationseinheit(try XMLTree(bytes: Array(text.utf8)).root)
        #expect(unit.name.count == count)
        unit.setName("Office", languageCode: "en")
        unit.setName("Amt")
        unit.setName("Bureau", languageCode: "en")
        let expected = count == 0 ? ["Bureau", "Amt"] : ["Amt", "Bureau"]
        #expect(unit.name.map(\.value) == expected)
        #expect(Set(unit.name.map(\.languageCode)) == ["de", "en"])
        let isNested = names.isEmpty || names.contains("<o:name><o:name")
        #expect(unit.element.all(local: "name").count == (isNested ? 1 : 2))
        #expect(
            try XMLTree(root: unit.element).serialized().count(where: { $0 == UInt8(ascii: "!") })
                == (names.contains("<!--") ? 1 : 0))
        unit.setNames([XZuFi.LocalizedString("Rathaus")])
        #expect(unit.name == [XZuFi.LocalizedString("Rathaus")])
    }

    @Test("online service: link and parameter")
    func onlineService() throws {
        var document = try FIMFixtures.document("xzufi/transfer.xml")
        document.updateObjekte { object in
            guard var service = object.onlinedienst else { return }
            service.setLink("https://soest.example/hund")
            service.setParameter("GEBUEHR", "90")
            service.setParameter("GEBUEHR", "96")
            object.element = service.element
        }
        let service = try #require(document.objekte.last?.onlinedienst)
        #expect(service.link.map(\.link) == ["https://soest.example/hund"])
        #expect(service.parameter.map(\.parameterWert) == ["96"])
    }
}

@Suite("XZuFi: HTML and checks")
struct XZuFiCheckTests {
    @Test(
        "HTML is cleaned of what PVOG does not allow",
        arguments: [
            ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
            ("<p onclick=\"x()\">a</p>", "<p>a</p>"),
            ("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>"),
            ("<a href='java&#58;script:x'>a</a>", "<a>a</a>"),
            (
                "<a href=\"https://x.example/?a=1&b=2\" target=_blank>a</a>",
                "<a href=\"https://x.example/?a=1&amp;b=2\">a</a>"
            ),
            ("<ul><li>eins<li>zwei</ul>", "<ul><li>eins<li>zwei</li></li></ul>"),
            ("<div><b>x</div>", "<b>x</b>"),
            ("1 < 2 && 3 > 2", "1 &lt; 2 && 3 > 2"),
            ("<!-- weg -->da<SCRIPT>x</SCRIPT>", "da"),
            ("<img src=x onerror=alert(1)>", ""),
            ("<scr<script>ipt>alert(1)", "ipt>alert(1)"),
        ])
    func sanitize(_ source: String, _ clean: String) {
        #expect(HTMLText(source).sanitized == clean)
        #expect(HTMLText(HTMLText(source).sanitized).forbiddenParts.isEmpty)
    }

    @Test(
        "only the white space of XML is trimmed, and no character is cut",
        arguments: [
            (" \t\r\n", ""), ("", ""), ("a", "a"), ("\r\nü\r\n", "ü"), (" \u{A0}x\u{2003} ", "\u{A0}x\u{2003}"),
            ("\n🐕 e\u{301} ", "🐕 e\u{301}"),
        ])
    func trimming(_ text: String, _ trimmed: String) {
        #expect(Array(text.trimmedXML.utf8) == Array(trimmed.utf8))
    }

    @Test("faults are found with line, path and their own ids")
    func findings() throws {
        let text = """
            <xzufi:leistung xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0">
              <xzufi:modulText>
                <xzufi:leikaTextmodul><code>06</code></xzufi:leikaTextmodul>
                <xzufi:inhalt languageCode="deu">&lt;script&gt;x&lt;/script&gt;</xzufi:inhalt>
              </xzufi:modulText>
              <xzufi:referenzLeiKa><code>123</code></xzufi:referenzLeiKa>
            </xzufi:leistung>
            """
        let document = try XZuFi.Document(bytes: Array(text.utf8), name: "l.xml")
        let findings = XZuFi.Pruefung.check(document)
        let ids = findings.map(\.id.rawValue)
        #expect(
            Set(ids) == [
                "xzufi.missing-id", "xzufi.element-order", "xzufi.text-module-02", "xzufi.leistungsschluessel-form",
                "xzufi.language-code", "xzufi.html-active",
            ])
        let html = try #require(findings.first { $0.id == "xzufi.html-active" })
        #expect(html.location.line == 4)
        #expect(html.location.path == "/leistung/modulText/inhalt")
        #expect(html.severity == .error)
    }

    @Test("the fixtures are clean but for the unknown element, which is told")
    func clean() throws {
        #expect(XZuFi.Pruefung.check(try FIMFixtures.document("xzufi/transfer.xml")).isEmpty)
        let findings = XZuFi.Pruefung.check(try FIMFixtures.document("xzufi/leistung.xml"))
        #expect(findings.map(\.id) == ["xzufi.unknown-element"])
    }
}
