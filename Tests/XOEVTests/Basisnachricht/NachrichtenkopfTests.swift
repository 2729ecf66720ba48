import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore
import XOEV

/// A header with something in every field.
private func sampleHead(_ type: String?, listURI: String? = nil, listVersion: String? = nil) throws -> Nachrichtenkopf {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    return Nachrichtenkopf(
        nachrichtenUUID: try #require(UUID(uuidString: "693c64d6-456f-4d14-abe7-fe9681c74aaf")),
        nachrichtentyp: type.map { .init($0, listURI: listURI, listVersionID: listVersion) },
        // 2026-07-01T10:20:30.045Z is 12:20:30.045 in summer time.
        erstellungszeitpunkt: Erstellungszeitpunkt(Date(timeIntervalSince1970: 1_782_901_230.045), in: zone),
        leser: .init(
            kennung: "psw:01003110", name: "Stadt Soest",
            erreichbarkeiten: [.init(kanal: "01", kennung: "post@soest.example", zusatz: "nur werktags")]),
        autor: .init(
            kennung: "kop:05774032", name: "Stadt Paderborn",
            erreichbarkeiten: [.init(kanal: "02", kennung: "+49 5251 0000")],
            anschrift: .init(strasse: "Am Abdinghof", hausnummer: "11", postleitzahl: "33098", ort: "Paderborn")),
        produkt: .init(name: "Portal", hersteller: "Beispiel GmbH", version: "1.2"), test: "ja")
}

@Suite("Times of creation")
struct ErstellungszeitpunktTests {
    @Test(
        "moments are written with milliseconds and the zone that was given",
        arguments: [
            (0.0, "UTC", "1970-01-01T00:00:00.000Z"), (0.0, "Europe/Berlin", "1970-01-01T01:00:00.000+01:00"),
            (-0.001, "UTC", "1969-12-31T23:59:59.999Z"),
            (1_782_901_230.045, "Europe/Berlin", "2026-07-01T12:20:30.045+02:00"),
            (951_782_400.9996, "UTC", "2000-02-29T00:00:01.000Z"),
            (0.5, "America/St_Johns", "1969-12-31T20:30:00.500-03:30"),
        ])
    func written(_ seconds: Double, _ zone: String, _ expected: String) throws {
        let moment = Erstellungszeitpunkt(
            Date(timeIntervalSince1970: seconds), in: try #require(TimeZone(identifier: zone)))
        #expect(moment.text == expected)
        #expect(moment.hasZone && moment.hasMilliseconds)
    }

    @Test("what a moment lacks is told")
    func lacking() {
        #expect(!Erstellungszeitpunkt(asWritten: "2001-12-31T12:00:00").hasZone)
        #expect(Erstellungszeitpunkt(asWritten: "2001-12-31T12:00:00-01:00").hasZone)
        #expect(!Erstellungszeitpunkt(asWritten: "2001-12-31T12:00:00Z").hasMilliseconds)
    }
}

@Suite("Message headers")
struct NachrichtenkopfTests {
    private static let folder = TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0").path
    private static let name = XMLName("hundesteuer.anmeldung.0101", in: "urn:swift-xoev:xmusterdienst:1.0")
    private static let message = TestFiles.projectRoot
        .appending(path: "Documentation/Examples/Nachrichten/hundesteuer.anmeldung.0101.xml").path

    private func form() throws -> Kopfform {
        try Kopfform(for: Self.name, in: try SchemaLoader().loadComponents([.folder(Self.folder)]))
    }

    @Test("a header put into a message of the sample standard is valid and read back as it was")
    func roundTrip() throws {
        let form = try form()
        #expect(form.art == .basisnachricht)
        var tree = try XMLTree(.file(Self.message))
        let head = try sampleHead("0101")
        try form.insert(head, into: &tree.root)
        let validator = DocumentValidator(try SchemaCatalogue([.folder(Self.folder)]))
        let result = validator.validate(.bytes(try tree.serialized()))
        #expect(result.findings.map { $0.message.rendered(.en, showingValues: true) } == [])
        #expect(result.verdict == .valid)
        var read = try Nachrichtenkopf(message: tree.root)
        #expect(read.standard == "XMusterdienst")
        #expect(read.version == "1.0")
        read.standard = nil
        read.version = nil
        var expected = head
        // The basic message has no address.
        expected.autor.anschrift = nil
        #expect(read.nachrichtenUUID == expected.nachrichtenUUID)
        #expect(read.nachrichtentyp?.code == "0101")
        #expect(read.erstellungszeitpunkt == expected.erstellungszeitpunkt)
        #expect(read.autor.kennung == expected.autor.kennung)
        #expect(read.leser.erreichbarkeiten.map(\.kennung) == ["post@soest.example"])
        #expect(read.produkt == expected.produkt)
        #expect(read.test == "ja")
    }

    @Test("inspection tells the same of the message as the typed header")
    func inspection() throws {
        var tree = try XMLTree(.file(Self.message))
        try form().insert(try sampleHead("0101"), into: &tree.root)
        let found = try DocumentInspector().inspect(.bytes(try tree.serialized()))
        #expect(found.isTest == true)
        #expect(found.header?.messageID == "693c64d6-456f-4d14-abe7-fe9681c74aaf")
        #expect(found.header?.sender?.kennung == "kop:05774032")
        #expect(found.product == "Portal 1.2 (Beispiel GmbH)")
    }

    @Test("a fixed version that is contradicted and a time without zone are refused")
    func refused() throws {
        let form = try form()
        var tree = try XMLTree(.file(Self.message))
        let before = tree
        func code(_ change: (inout Nachrichtenkopf) -> Void) throws -> String? {
            var head = try sampleHead("0101")
            change(&head)
            let error = #expect(throws: NachrichtenkopfError.self) { try form.insert(head, into: &tree.root) }
            return error?.code.id.rawValue
        }
        #expect(try code { $0.version = "2.0" } == "header.contradictory")
        #expect(try code { $0.erstellungszeitpunkt = .init(asWritten: "2026-01-01T00:00:00.000") } == "header.time")
        #expect(try code { $0.erstellungszeitpunkt = .init(asWritten: "2026-01-01T00:00:00Z") } == "header.time")
        #expect(try code { $0.nachrichtentyp = nil } == "header.missing")
        #expect(tree == before)
    }

    @Test("messages that are not there or have no header are told")
    func unknown() throws {
        let components = try SchemaLoader().loadComponents([.folder(Self.folder)])
        let missing = #expect(throws: NachrichtenkopfError.self) { try Kopfform(for: XMLName("x"), in: components) }
        #expect(missing?.finding.id == "header.unknown-message")
        let plain =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:token'/></xs:schema>"
        let other = try SchemaLoader().loadComponents([.bytes(Array(plain.utf8), name: "a.xsd")])
        let none = #expect(throws: NachrichtenkopfError.self) { try Kopfform(for: XMLName("a"), in: other) }
        #expect(none?.finding.id == "header.none")
        let unread = #expect(throws: NachrichtenkopfError.self) { try Nachrichtenkopf(message: .init(XMLName("a"))) }
        #expect(unread?.finding.id == "header.none")
    }
}

/// Headers built for messages of the corpus' standards, judged by their schemas.
@Suite("Message headers of the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusHeaderTests {
    private static func path(_ relative: String) throws -> String {
        try #require(TestFiles.corpus).appending(path: relative).path
    }

    private static func options() throws -> SchemaLoader.Options { .init(catalogs: [try path("catalog.xml")]) }

    /// Replaces the header of a message and checks the whole message; findings that were there before do not count.
    private func check(
        _ folder: String, message file: String, _ art: Kopfform.Art, _ head: Nachrichtenkopf
    ) throws -> Nachrichtenkopf {
        let source = SchemaSource.folder(try Self.path(folder))
        let components = try SchemaLoader(Self.options()).loadComponents([source])
        let validator = DocumentValidator(try SchemaCatalogue([source], options: Self.options()))
        var tree = try XMLTree(.file(try Self.path(file)))
        let form = try Kopfform(for: tree.root.name, in: components)
        #expect(form.art == art)
        let before = validator.validate(.file(try Self.path(file))).findings.count
        try form.insert(head, into: &tree.root)
        let result = validator.validate(.bytes(try tree.serialized()))
        #expect(result.findings.count <= before)
        #expect(before > 0 || result.verdict == .valid)
        let paths = result.findings.compactMap(\.location.path)
        #expect(paths.allSatisfy { !$0.contains("kopf") && !$0.contains("Kopf") })
        let read = try Nachrichtenkopf(message: tree.root)
        #expect(read.nachrichtenUUID == head.nachrichtenUUID)
        #expect(read.erstellungszeitpunkt == head.erstellungszeitpunkt)
        #expect(read.autor.name == head.autor.name)
        return read
    }

    @Test("XBeteiligung 1.2: G2G 1.1, qualified")
    func qualified() throws {
        let read = try check(
            "xbeteiligung/1.2/schemas", message: "xbeteiligung/1.2/messages/example402NoBeteiligungsId.xml",
            .basisnachricht,
            try {
                var head = try sampleHead(
                    "0402", listURI: "urn:xoev-de:xleitstelle:codeliste:xbeteiligung-nachrichten", listVersion: "1.2")
                head.standard = "XBeteiligung"
                head.version = "1.2"
                return head
            }())
        let expected = try sampleHead("0402").leser.erreichbarkeiten
        #expect(read.leser.erreichbarkeiten.map(\.kanal.code) == expected.map(\.kanal.code))
        #expect(read.leser.erreichbarkeiten.map(\.kennung) == expected.map(\.kennung))
        let error = #expect(throws: NachrichtenkopfError.self) {
            var foreign = try sampleHead(
                "0402", listURI: "urn:xoev-de:xleitstelle:codeliste:xbeteiligung-nachrichten", listVersion: "1.2")
            foreign.standard = "XBeteiligung"
            foreign.version = "1.2"
            foreign.leser.name = "Б"
            _ = try check(
                "xbeteiligung/1.2/schemas", message: "xbeteiligung/1.2/messages/example402NoBeteiligungsId.xml",
                .basisnachricht, foreign)
        }
        #expect(error?.finding.id == "header.characters")
        #expect(read.test == "ja")
    }

    @Test("XWasser 1.0.0: G2G 1.1, unqualified and restricted")
    func unqualified() throws {
        var head = try sampleHead("2010")
        head.referenzUUID = head.nachrichtenUUID
        head.dvdvDienstkennung = "xwasser-1.0"
        let read = try check(
            "xwasser/1.0.0/schemas", message: "xwasser/1.0.0/messages/quality_report_maximal.xml", .basisnachricht, head
        )
        #expect(read.referenzUUID == head.nachrichtenUUID)
        #expect(read.dvdvDienstkennung == "xwasser-1.0")
    }

    @Test("XJustiz 3.2.1: its own header; a court by its code, else by name")
    func xjustiz() throws {
        let folder = try Self.path("xjustiz/3.2.1/messages")
        let file = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted().first)
        var head = try sampleHead(nil)
        head.leser.gericht = .init("R2103", listURI: nil, listVersionID: "3.5")
        let read = try check("xjustiz/3.2.1/schemas", message: "xjustiz/3.2.1/messages/\(file)", .xjustiz, head)
        #expect(read.leser.gericht?.code == "R2103")
        #expect(read.version == "3.2.1")
    }

    /// A message with nothing but what the schema of its standard demands, made here, with an own header.
    private func build(_ sources: [SchemaSource], _ name: XMLName, _ head: Nachrichtenkopf) throws -> CheckResult {
        var options = try Self.options()
        options.pool = Array(sources.dropFirst())
        let source = Array(sources.prefix(1))
        let components = try SchemaLoader(options).loadComponents(source)
        let form = try Kopfform(for: name, in: components)
        var root = XMLTree.Element(name)
        try form.insert(head, into: &root)
        let set = try SchemaLoader(options).load(source)
        return DocumentValidator(set).validate(.bytes(try XMLTree(root: root).serialized()))
    }

    @Test("xdomea 3.0.0: its own header")
    func xdomea() throws {
        var head = try sampleHead("0403")
        head.autor.kennungsliste = .init("", listURI: "urn:de:bund:destatis:ags", listVersionID: "2026-04-30")
        head.leser.kennungsliste = head.autor.kennungsliste
        let result = try build(
            [.folder(try Self.path("xdomea/3.0.0/schemas"))],
            XMLName("Abgabe.EmpfangBestaetigen.0403", in: "urn:xoev-de:xdomea:schema:3.0.0"), head)
        #expect(result.findings.map { $0.message.rendered(.en, showingValues: true) } == [])
        #expect(result.verdict == .valid)
    }

    /// A standard of one message over a base schema of the corpus.
    private static func standard(_ namespace: String, _ type: String) -> SchemaSource {
        .bytes(
            Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="\(namespace)" targetNamespace="urn:bsp:1"
                  elementFormDefault="qualified"><xs:import namespace="\(namespace)"/>
                <xs:element name="probe.probe.0001"><xs:complexType><xs:complexContent><xs:extension base="b:\(type)"/>
                </xs:complexContent></xs:complexType></xs:element></xs:schema>
                """.utf8), name: "probe.xsd")
    }

    @Test(
        "basic messages 1.0 and 1.1, qualified and unqualified: the built header is valid",
        arguments: [
            ("_shared/xoev/schemas", "http://xoev.de/schemata/basisnachricht/g2g/1_1"),
            ("_shared/xoev/schemas", "http://xoev.de/schemata/basisnachricht/unqualified/g2g/1_1"),
            ("_shared/xoev/schemas/basisnachricht_1_0", "http://xoev.de/schemata/basisnachricht/g2g/1_0"),
            ("_shared/xoev/schemas/basisnachricht_1_0", "http://xoev.de/schemata/basisnachricht/unqualified/g2g/1_0"),
        ])
    func basicMessages(_ folder: String, _ namespace: String) throws {
        var head = try sampleHead("0001", listURI: "urn:bsp:liste", listVersion: "1")
        head.standard = "XProbe"
        head.version = "1"
        let result = try build(
            [Self.standard(namespace, "Nachricht.G2GType"), .folder(try Self.path(folder))],
            XMLName("probe.probe.0001", in: "urn:bsp:1"), head)
        #expect(result.findings.map { $0.message.rendered(.en, showingValues: true) } == [])
        #expect(result.verdict == .valid)
    }

    @Test("XInneres 4: address of the author, key in two parts, abstract types made concrete by a module")
    func xinneres() throws {
        let module = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="http://www.osci.de/xinneres/basisnachricht/4"
              targetNamespace="urn:bsp:1" xmlns:t="urn:bsp:1">
            <xs:import namespace="http://www.osci.de/xinneres/basisnachricht/4"/>
            <xs:import namespace="http://www.osci.de/xinneres/behoerde/4"/>
            <xs:complexType name="Kopf"><xs:complexContent><xs:restriction base="b:Nachrichtenkopf.G2G"><xs:sequence>
              <xs:element name="identifikation.nachricht" type="b:Identifikation.Nachricht"/>
              <xs:element name="leser" type="h:Behoerde" xmlns:h="http://www.osci.de/xinneres/behoerde/4"/>
              <xs:element name="autor" type="h:Behoerde.Erreichbar" xmlns:h="http://www.osci.de/xinneres/behoerde/4"/>
            </xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
            <xs:complexType name="Nachricht"><xs:complexContent><xs:restriction base="b:Nachricht.G2G"><xs:sequence>
              <xs:element name="nachrichtenkopf" type="t:Kopf"/></xs:sequence></xs:restriction></xs:complexContent>
            </xs:complexType><xs:element name="probe.probe.0001" type="t:Nachricht"/></xs:schema>
            """
        var head = try sampleHead("0001", listURI: "urn:bsp:liste", listVersion: "1")
        head.standard = "XProbe"
        head.version = "1"
        head.autor.kennungsliste = .init("", listURI: "urn:de:bund:destatis:ags", listVersionID: "2026-04-30")
        head.leser.kennungsliste = head.autor.kennungsliste
        let source: [SchemaSource] = [
            .bytes(Array(module.utf8), name: "probe.xsd"), .folder(try Self.path("_shared/xinneres/schemas/4")),
        ]
        let name = XMLName("probe.probe.0001", in: "urn:bsp:1")
        let result = try build(source, name, head)
        #expect(result.findings.map { $0.message.rendered(.en, showingValues: true) } == [])
        #expect(result.verdict == .valid)
        head.autor.anschrift = nil
        let missing = #expect(throws: NachrichtenkopfError.self) { try build(source, name, head) }
        #expect(missing?.finding.id == "header.missing")
    }
}
