import Findings
import Foundation
import Konstrukte
import SchemaBinding
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@testable import SchemaCodegen

/// One schema for each construct of XML Schema (`Tests/Fixtures/konstrukte`), what is made from it (`Tests/Konstrukte`,
/// compiled), and documents that go through it.
@Suite struct ConstructTests {
    static let folder = TestFiles.projectRoot.appending(path: "Tests/Fixtures/konstrukte").path
    static let documents = MusterdienstTests.files(in: "Tests/Fixtures/konstrukte")

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name).xml", encoding: .utf8)
    }

    static func read<T: XMLComplex>(_ type: T.Type, _ name: String) throws -> T {
        try XMLValueDecoder().decode(type, from: .file("\(folder)/\(name).xml")).value
    }

    @Test("the Swift of every construct is what is checked in, to the byte")
    func regenerated() throws {
        let configuration = try GeneratorConfiguration(file: Self.folder + "/xoev-generate.json")
        let output = try SourceGeneration(configuration).run()
        let folder = TestFiles.projectRoot.appending(path: "Tests/Konstrukte").path
        let present = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        #expect(present.sorted() == output.files.map(\.name))
        for file in output.files {
            #expect(
                try String(contentsOfFile: "\(folder)/\(file.name)", encoding: .utf8) == file.text,
                "xoev generate swift --config \(Self.folder)/xoev-generate.json --into \(folder)")
        }
        let manifest = try String(contentsOfFile: folder + "/" + GeneratedManifest.fileName, encoding: .utf8)
        #expect(manifest == output.manifest.text)
    }

    @Test("documents of every construct are read strictly, written, valid and the same", arguments: documents)
    func roundTrip(file: String) throws {
        let set = try SchemaLoader().load([.folder(Self.folder)])
        #expect(DocumentValidator(set).validate(.file(file)).verdict == .valid)
        let result = try RoundTrip.run(file, roots: schemaRoots)
        #expect(result.faults.isEmpty, "\(result.faults)")
        #expect(
            result.differences.isSubset(of: [
                "white-space", "comments", "schema-location", "prefixes", "lexical", "order-of-all",
            ]))
        let report = DocumentValidator(set).validate(.bytes(result.written, name: file))
        #expect(report.verdict == .valid, "\(report.findings) \(String(decoding: result.written, as: UTF8.self))")
    }

    @Test("every schema of a construct has a document")
    func complete() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        let schemas = names.filter { $0.hasSuffix(".xsd") }.map { String($0.dropLast(4)) }
        let parts = ["chamaeleon-teil", "fremd"]
        #expect(schemas.filter { !parts.contains($0) && !names.contains($0 + ".xml") } == [])
        #expect(Self.documents.count >= 25)
    }

    @Test(
        "values are typed: order of choices, unions by their first member, decimals without loss, codes with their list"
    )
    func values() throws {
        let choice = try Self.read(Choice.self, "choice")
        let letters = choice.auswahl2.map { item in
            switch item {
            case .c: "c"
            case .dGruppe(let group): group.e == nil ? "d" : "de"
            case .f: "f"
            case .g: "g"
            }
        }
        #expect(letters == ["c", "g", "de", "c", "d", "f"])
        let lists = try Self.read(Lists.self, "lists")
        #expect(lists.zahlen.values == [1, -2, 3] && lists.farben.values == [.rot, .blau, .rot])
        #expect(lists.menge == [.int(5), .wert(.viele)])
        #expect(lists.datum.map(\.xmlText) == ["2026-11-23", "2026", "2026-11Z"])
        guard case .gYear = lists.datum[1], case .gYearMonth = lists.datum[2] else {
            Issue.record("\(lists.datum)")
            return
        }
        #expect(Teildatum(xmlText: "23.11.2026") == nil && Menge(xmlText: "wenige") == nil)
        let values = try Self.read(Values.self, "values")
        #expect(values.betrag.value.xmlText == "12345678901234567890.10" && values.betrag.waehrung == "CHF")
        let codes = try Self.read(Codetypes.self, "codetypes")
        #expect(codes.eins.code == .b && codes.eins.listURI == nil)
        #expect(CodeTyp1.codelistURI == "urn:de:liste:eins" && CodeTyp1.codelistVersion == "1")
        #expect(CodeTyp3.codelistURI == "urn:de:liste:drei" && CodeTyp3.codelistVersion == nil)
        #expect(CodeTyp4.codelistURI == nil && codes.vier.listURI == "urn:z" && codes.vier.listVersionID == "9")
        let tree = try Self.read(Knoten.self, "recursion")
        #expect(tree.links?.links?.wert == 3)
        #expect(throws: XMLBindingError.self) { try Prozent(XSDDecimal(xmlText: "100") ?? 0) }
        #expect(throws: XMLBindingError.self) { try Kurz("sechse") }
        #expect(try Kurz("fünfe").value == "fünfe")
    }

    @Test(
        "content is held to what a restricting type allows that xsi:type names; a lenient decoder takes all of the base",
        arguments: [
            // Its fields lie in the places of the base: bounds, facets, attributes, what it leaves out.
            ("<art>AB</art>", "<art>ABC</art>", "binding.bad-value", "/einschraenkung/angabe[2]/art[1]"),
            ("<betrag>10</betrag>", "<betrag>11</betrag>", "binding.bad-value", "/einschraenkung/angabe[2]/betrag[2]"),
            (
                "<betrag>10</betrag>", "<betrag>1</betrag><betrag>1</betrag>", "binding.unexpected-element",
                "/einschraenkung/angabe[2]/betrag[3]"
            ),
            ("<art>AB</art>", "<art>AB</art><a/>", "binding.unexpected-element", "/einschraenkung/angabe[2]/a[1]"),
            (" stand=\"heute\" land=\"DE\"", "", "binding.missing-attribute", "/einschraenkung/angabe[2]"),
            ("land=\"DE\"", "land=\"AT\"", "binding.bad-value", "/einschraenkung/angabe[2]"),
            (">99.5<", ">100.5<", "binding.bad-value", "/einschraenkung/wert[2]"),
            // Its fields differ from those of the base: an enumeration, a choice.
            ("<art>alt</art>", "<art>uralt</art>", "binding.bad-value", "/einschraenkung/angabe[4]/art[1]"),
            ("<b>EF</b>", "<b>ef</b>", "binding.bad-value", "/einschraenkung/angabe[4]/b[1]"),
            (
                "<a>y</a>", "<a>y</a><a>z</a>", "binding.unexpected-element", "/einschraenkung/angabe[4]/a[2]"
            ),
            // One below another.
            (
                "<a>x</a>", "<betrag>1</betrag>", "binding.unexpected-element",
                "/einschraenkung/angabe[2]/unter[1]/betrag[1]"
            ),
            ("<art>GH</art>", "<art>g</art>", "binding.bad-value", "/einschraenkung/angabe[4]/unter[1]/art[1]"),
        ])
    func narrowing(old: String, new: String, id: String, path: String) throws {
        let text = try Self.text("einschraenkung")
        #expect(text.contains(old))
        let bytes = Array(text.replacingOccurrences(of: old, with: new).utf8)
        let error = #expect(throws: XMLBindingError.self) {
            try XMLValueDecoder().decode(Einschraenkung.self, from: .bytes(bytes, name: "a.xml"))
        }
        #expect(error?.code.id.rawValue == id && error?.location.path == path, "\(String(describing: error))")
        let set = try SchemaLoader().load([.folder(Self.folder)])
        let findings = DocumentValidator(set).validate(.bytes(bytes, name: "a.xml")).findings
        #expect(findings.contains { $0.location == error?.location }, "\(findings)")
        let lenient = try XMLValueDecoder(.init(isLenient: true))
            .decode(Einschraenkung.self, from: .bytes(bytes, name: "a.xml"))
        #expect(lenient.value.angabe.count == 6)
    }

    @Test("a value read by a restricting type is the same as one made by hand, and keeps its lexical forms")
    func narrowedValue() throws {
        let value = try Self.read(Einschraenkung.self, "einschraenkung")
        let namespace = "urn:swift-xoev:konstrukte"
        guard case .value(let short) = value.angabe[1], case .value(let word) = value.angabe[3] else {
            Issue.record("\(value.angabe)")
            return
        }
        let betrag = try ["1.50", "10"].map { try #require(XSDDecimal(xmlText: $0)) }
        #expect(
            short
                == Angabe(
                    art: "AB", betrag: betrag,
                    unter: Angabe(
                        art: "neu", auswahl: [.a("x")],
                        schemaType: XMLTypeName(XMLName("AngabeWort", in: namespace))), stand: "heute", land: "DE",
                    schemaType: XMLTypeName(XMLName("AngabeKurz", in: namespace))))
        #expect(short.betrag.first?.xmlText == "1.50")
        #expect(word.auswahl == [.b("EF"), .a("y")] && word.land == "AT" && word.unter?.art == "GH")
        guard case .absentWith(let attributes) = value.angabe[4] else {
            Issue.record("\(value.angabe[4])")
            return
        }
        #expect(attributes.attributes.map(\.value) == ["{urn:swift-xoev:konstrukte}AngabeKurz", "nie"])
        #expect(value.wert.map(\.schemaType?.description) == [nil, "WertInEuro"])
    }

    @Test(
        "xsi:type: types that only restrict keep their name; the own type says nothing; others are refused; also at the root"
    )
    func typeNames() throws {
        let value = try Self.read(Derivation.self, "derivation")
        let namespace = "urn:swift-xoev:konstrukte"
        #expect(value.frist.map(\.schemaType?.name) == [XMLName("FristDauer", in: namespace), nil])
        #expect(value.hund.map(\.schemaType?.description) == [nil, "Blindenhund"])
        let text = try Self.text("derivation")
        func frist(_ name: String) throws -> XMLTypeName? {
            let changed = text.replacingOccurrences(of: "xsi:type=\"FristDauer\"", with: "xsi:type=\"\(name)\"")
            return try XMLValueDecoder().decode(Derivation.self, from: .bytes(Array(changed.utf8))).value.frist[0]
                .schemaType
        }
        #expect(try frist("Frist") == nil)
        #expect(throws: XMLBindingError.self) { try frist("Hund") }
        #expect(throws: XMLBindingError.self) { try frist("FristJahr") }
        // The same in JSON.
        let again = try JSONDecoder().decode(Derivation.self, from: JSONEncoder().encode(value))
        #expect(again == value)

        let root = Array(
            """
            <haustier xmlns="\(namespace)" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Jagdhund">\
            <rufname>Rex</rufname><revier>Egge</revier></haustier>
            """.utf8)
        let set = try SchemaLoader().load([.folder(Self.folder)])
        #expect(DocumentValidator(set).validate(.bytes(root, name: "a.xml")).verdict == .valid)
        let read = try XMLValueDecoder().decode(HaustierAuspraegung.self, from: .bytes(root))
        guard case .jagdhund = read.value else {
            Issue.record("\(read.value)")
            return
        }
        let written = try XMLValueEncoder().encode(read.value, root: read.root)
        #expect(DocumentValidator(set).validate(.bytes(written, name: "b.xml")).verdict == .valid)
        #expect(try XMLValueDecoder().decode(HaustierAuspraegung.self, from: .bytes(written)).value == read.value)
    }

    @Test(
        "what breaks a construct is refused at the line that the validator names",
        arguments: [
            ("sequence", "<begrenzt>false</begrenzt>", ""),
            ("sequence", "<paarRechts>b</paarRechts>", "<paarMitte>b</paarMitte>"),
            ("choice", "<a>x</a>", ""), ("choice", "<e>4</e>", "<e>4</e><e>5</e>"),
            ("all", "<eins>1</eins>", "<eins>1</eins><eins>1</eins>"),
            ("groups", " fassung=\"3\"", ""), ("attributes", "q=\"5\"", "q=\"5\" p=\"x\""),
            ("attributes", "fest=\"1.0\"", "fest=\"1.1\""), ("enumeration", "<warm>rot", "<warm>001"),
            ("codetypes", "<code>B</code>", "<code>C</code>"), ("codetypes", "liste:zwei", "liste:vier"),
            ("refined", "58089", "5808"), ("refined", "99.5", "99.505"), ("refined", "2026", "1899"),
            ("refined", "00FF10Ab", "00FF10"), ("builtins", "2026-11-23", "2026-02-30"),
            ("builtins", ">127<", ">128<"), ("lists", "<menge>viele", "<menge>wenige"), ("lists", "1 -2", "1 x"),
            ("lists", "<datum>2026<", "<datum>26<"), ("derivation", "xsi:type=\"Katze\"", ""),
            ("substitution", "<rad><farbe>rot</farbe></rad>", "<fahrzeug><farbe>rot</farbe></fahrzeug>"),
            ("recursion", "<blatt>x</blatt>", ""),
            ("nillable", "<zahl xsi:nil=\"true\"/>", "<zahl/>"), ("nillable", "<name>A</name>", ""),
            ("wildcards", "<ende>e</ende>", "<ende>e</ende><ende>f</ende>"),
            ("values", "<fest>ja", "<fest>nein"), ("values", "9.99", "10.01"), ("values", "<leer/>", "<leer>x</leer>"),
            ("redefine", "abc", "abcdefghij"), ("namespaces", "<k:fremd>", "<k:fremd><eigen/>"),
        ])
    func invalid(name: String, old: String, new: String) throws {
        let text = try Self.text(name)
        #expect(text.contains(old))
        let bytes = Array(
            text.replacingOccurrences(of: old, with: new).replacingOccurrences(of: "><", with: ">\n<").utf8)
        let set = try SchemaLoader().load([.folder(Self.folder)])
        let report = DocumentValidator(set).validate(.bytes(bytes, name: name))
        #expect(report.verdict == .invalid)
        let root = try XMLTree(bytes: bytes).root.name
        let type = try #require(schemaRoots.first { $0.rootNames.contains(root) })
        func decode<T: XMLComplex>(_ type: T.Type) throws {
            _ = try XMLValueDecoder().decode(type, from: .bytes(bytes))
        }
        let error = #expect(throws: XMLBindingError.self) { try decode(type) }
        #expect(
            report.findings.contains { $0.location.line == error?.location.line },
            "\(String(describing: error?.location)), \(report.findings.map(\.location))")
    }
}
