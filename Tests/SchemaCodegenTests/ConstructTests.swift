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
        let parts = ["chamaeleon-teil", "ersetzung-fremd", "fremd"]
        #expect(schemas.filter { !parts.contains($0) && !names.contains($0 + ".xml") } == [])
        #expect(Self.documents.count >= 35)
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

    @Test("values by value, names by hand: what a caller of the hostile, circular and substituted types writes")
    func corners() throws {
        let values = try Self.read(Werte.self, "werte")
        #expect(values.ganz == [.minus1, ._007, ._1] && values.bruch == [._150, ._2, ._150])
        #expect(values.zeichenAttribut == .leer && values.zeichen[4] == .leer && values.zeichen.count == 28)
        #expect(Ganz(xmlText: "+007") == ._007 && Ganz(xmlText: "7.0") == nil && Bruch(xmlText: "1.500") == ._150)
        let circles = try Self.read(Kreise.self, "kreise")
        guard case .und(let und) = circles.ausdruck, case .nicht(let nicht) = und.ausdruck2[1],
            case .und(let inner) = nicht.ausdruck, case .wert(2) = inner.ausdruck2[0]
        else {
            Issue.record("\(circles)")
            return
        }
        #expect(circles.rest?.rest?.glied == 3 && circles.knoten.x2 == 2 && circles.knoten.x?.x2 == 1)
        let members = try Self.read(Ersetzung.self, "ersetzung")
        let names = members.kopf.map { member in
            switch member {
            case .einfach(let value): "einfach \(value)"
            case .mitte(let value): "mitte \(value == .absent)"
            case .unten(let value): "unten \(value)"
            case .fremd(let value): "fremd \(value.x)"
            case .mitte2(let value): "mitte2 \(value.xmlText)"
            }
        }
        #expect(names == ["einfach 1", "mitte true", "fremd 2", "unten 3", "mitte2 2026-11-23"])
        let unions = try Self.read(Vereinigungen.self, "vereinigungen")
        #expect(unions.ziffern.value == .int(42) && unions.zwei == .x && unions.uu == [.boolean(true), .u(.wort(.x))])
        #expect(throws: XMLBindingError.self) { try Ziffern(.wort(.x)) }
        let chains = try Self.read(Ketten.self, "ketten")
        guard case .d(let d) = chains.a[1], case .kind(.b(let kind)) = d.auswahl else {
            Issue.record("\(chains)")
            return
        }
        #expect(d.a == 1 && d.b == 2 && kind.a == 3 && d.q == 1 && chains.fest.a == 1)
        let hostile = try Self.read(Feindlich2.self, "feindlich")
        #expect(hostile.felder.`await` == 22 && hostile.felder.xmlElement == 0 && hostile.b == .boolean(true))
        #expect(hostile.wahl.auswahl.suffix(2) == [.`nil`(2), .xml2(3)])
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
            ("kreise", "<wert>2</wert><wert>3</wert><nicht><wert>4</wert></nicht>", "<wert>2</wert>"),
            ("kreise", "<glied>3</glied>", ""), ("schreibung", "<Größe>3</Größe>", "<groesse>3</groesse>"),
            ("schreibung", "<öl>4</öl>", "<öl>4</öl><oel>5</oel>"), ("feindlich", "<i>int</i>", "<i>INT</i>"),
            ("werte", "<ganz>7</ganz>", "<ganz>8</ganz>"), ("werte", "<bruch>1.5</bruch>", "<bruch>1.51</bruch>"),
            ("werte", "<wenige>A</wenige>", "<wenige>b</wenige>"), ("werte", "<tag>2026-01-01", "<tag>2026-01-02"),
            ("ketten", "<a xsi:type=\"B\">", "<a>"), ("ketten", "<a xsi:type=\"B\">", "<a xsi:type=\"C\">"),
            ("ketten", " einheit=\"m\"", ""), ("ketten", "<zu>", "<zu xsi:type=\"ZuMehr\">"),
            ("ketten", "<fest><a>1</a>", "<fest xsi:type=\"D\"><a>1</a><c>1</c><d>1</d>"),
            ("ersetzung", "<zu>z</zu>", "<zuMit>z</zuMit>"), ("ersetzung", "<f:stufe/>", "<f:stufeMehr/>"),
            ("ersetzung", "<zu>z</zu>", "<zu>z</zu><niemand/>"), ("ersetzung", "<einfach>1</einfach>", "<kopf/>"),
            ("vereinigungen", "<ziffern>42", "<ziffern>x"), ("vereinigungen", "<zwei>x", "<zwei>2"),
            ("vereinigungen", "ab5=\"a\"", "ab5=\"4\""), ("vereinigungen", "a b c", "a B c"),
            ("formen", "k:a=", "a="), ("formen", "<ohne>1</ohne>", "<k:ohne>1</k:ohne>"),
            ("ohne-namensraum", "<y>3</y>", "<z>3</z>"), ("gruppen", "<t2>0</t2><a>2</a><b>3</b>", "<t2>0</t2>"),
            ("gruppen", "y<m>z</m>", "y"), ("redefine", "abc", "abcdefghij"),
            ("namespaces", "<k:fremd>", "<k:fremd><eigen/>"),
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
