import SchemaModel
import TestSupport
import Testing
import XMLCore
import XOEV

@Suite("Standards read from their schemas")
struct StandardReaderTests {
    private func read(_ documents: [String: String]) throws -> StandardsFound {
        let bytes = documents.mapValues { Array($0.utf8) }
        return StandardReader().read(try SchemaLoader().loadComponents([.memory(bytes, name: "set")]))
    }

    private static func appinfo(_ kennung: String, _ version: String) -> String {
        """
        <xs:annotation><xs:appinfo><standard><nameLang> Ein
          Beispiel </nameLang><nameKurz>XBsp</nameKurz><nameTechnisch>xbsp</nameTechnisch><kennung>\(kennung)</kennung>
        <beschreibung>B1</beschreibung></standard><versionStandard><version>\(version)</version>
        <beschreibung>B2</beschreibung><versionXOEVProfil>2.1</versionXOEVProfil>
        <versionXOEVHandbuch>2.4</versionXOEVHandbuch><versionXGenerator>3.1</versionXGenerator>
        <versionModellierungswerkzeug>19</versionModellierungswerkzeug>
        <nameModellierungswerkzeug>W</nameModellierungswerkzeug></versionStandard></xs:appinfo></xs:annotation>
        """
    }

    private static func schema(_ namespace: String, _ content: String) -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="\(namespace)" targetNamespace="\(namespace)"
          version="1.0" elementFormDefault="qualified">\(content)</xs:schema>
        """
    }

    @Test("every field of appinfo is read, white space collapsed, the two descriptions kept apart")
    func metadata() throws {
        let found = try read(["a.xsd": Self.schema("urn:bsp:1.0", Self.appinfo("urn:bsp:standard:xbsp", "1.0"))])
        let standard = try #require(found.standards.first)
        let metadata = try #require(standard.metadata)
        #expect(metadata.longName == "Ein Beispiel")
        #expect(metadata.shortName == "XBsp")
        #expect(metadata.technicalName == "xbsp")
        #expect(metadata.kennung == "urn:bsp:standard:xbsp")
        #expect(metadata.description == "B1")
        #expect(metadata.versionDescription == "B2")
        #expect(metadata.version == "1.0")
        #expect(metadata.profileVersion == "2.1")
        #expect(metadata.handbookVersion == "2.4")
        #expect(metadata.generatorVersion == "3.1")
        #expect(metadata.modellingTool == "W")
        #expect(metadata.modellingToolVersion == "19")
        #expect(standard.name == "XBsp")
        #expect(standard.version == "1.0")
    }

    @Test("two standards in one folder are two; what one imports is told apart; an umbrella joins its namespace")
    func several() throws {
        let found = try read([
            "a.xsd": Self.schema("urn:a:1.0", "<xs:include schemaLocation='a-teil.xsd'/>"),
            "a-teil.xsd": Self.schema(
                "urn:a:1.0",
                Self.appinfo("urn:a", "1.0") + "<xs:import namespace='urn:c:1.0' schemaLocation='c.xsd'/>"
                    + "<xs:element name='m.n.0001' type='xs:token'/>"),
            "b.xsd": Self.schema("urn:b:2.0", Self.appinfo("urn:b", "2.0")),
            "c.xsd": Self.schema("urn:c:1.0", Self.appinfo("urn:c", "1.0")),
        ])
        #expect(found.standards.map { $0.metadata?.kennung } == ["urn:a", "urn:b"])
        #expect(found.standards[0].documents.map(\.name) == ["set!/a-teil.xsd", "set!/a.xsd"])
        #expect(found.standards[0].messages.map(\.name.local) == ["m.n.0001"])
        #expect(found.imported.map { $0.metadata?.kennung } == ["urn:c"])
        #expect(found.others.isEmpty)
    }

    @Test("without appinfo every namespace of an entry is a standard without metadata, named after its namespace")
    func withoutMetadata() throws {
        let found = try read([
            "a.xsd": Self.schema("http://xoev.de/schemata/xzufi/2_2_0", "<xs:include schemaLocation='b.xsd'/>"),
            "b.xsd": Self.schema("http://xoev.de/schemata/xzufi/2_2_0", "<xs:element name='x' type='xs:token'/>"),
        ])
        let standard = try #require(found.standards.first)
        #expect(found.standards.count == 1)
        #expect(standard.metadata == nil)
        #expect(standard.name == "XZuFi")
        #expect(standard.version == "2.2.0")
        #expect(standard.documents.count == 2)
        #expect(standard.messages.map(\.number) == [nil])
    }

    @Test("messages are numbered roots and those with a header; where there are neither, roots that nothing refers to")
    func messages() throws {
        let kopf =
            "<xs:complexType><xs:sequence><xs:element name='nachrichtenkopf' type='xs:token'/></xs:sequence></xs:complexType>"
        let found = try read([
            "a.xsd": Self.schema(
                "urn:a:1.0",
                """
                <xs:element name="a.eins.0002" type="xs:token"><xs:annotation><xs:appinfo><title> Zwei </title>
                  <rechtsgrundlage>§ 1</rechtsgrundlage><rechtsgrundlage>§ 2</rechtsgrundlage><autor>A</autor><leser>L</leser>
                  </xs:appinfo><xs:documentation>D</xs:documentation></xs:annotation></xs:element>
                <xs:element name="a.zwei.0001" type="xs:token"/><xs:element name="kopfig">\(kopf)</xs:element>
                <xs:element name="teil.12" type="xs:token"/><xs:element name="abstrakt.0009" type="xs:token" abstract="true"/>
                """)
        ])
        let messages = found.standards[0].messages
        #expect(messages.map(\.name.local) == ["kopfig", "a.zwei.0001", "a.eins.0002"])
        #expect(messages[2].number == "0002")
        #expect(messages[2].title == "Zwei")
        #expect(messages[2].legalBases == ["§ 1", "§ 2"])
        #expect(messages[2].documentation == "D")
        #expect(messages[2].author == "A")
        #expect(messages[2].reader == "L")
        let plain = try read([
            "a.xsd": Self.schema(
                "urn:a:1.0",
                """
                <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element ref="t:teil"/></xs:sequence>
                </xs:complexType></xs:element><xs:element name="teil" type="xs:token"/>
                """)
        ])
        #expect(plain.standards[0].messages.map(\.name.local) == ["wurzel"])
    }

    @Test("code types are counted where they can stand in a message: not in what a restriction takes away")
    func codeUses() throws {
        func code(_ name: String, _ attributes: String) -> String {
            """
            <xs:complexType name="\(name)"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/>
            </xs:sequence>\(attributes)</xs:complexType>
            """
        }
        let uri = "<xs:attribute name='listURI' fixed='urn:liste' type='xs:anyURI'/>"
        let version = "<xs:attribute name='listVersionID' fixed='3' type='xs:token'/>"
        let open = "<xs:attribute name='listVersionID' use='required' type='xs:token'/>"
        let found = try read([
            "a.xsd": Self.schema(
                "urn:a:1.0",
                code("Code.Zwei", uri + version) + code("Code.Drei", uri + open) + code("Code.Weg", uri + open) + """
                    <xs:complexType name="Grund"><xs:sequence><xs:element name="zwei" type="t:Code.Zwei"/>
                      <xs:element name="weg" type="t:Code.Weg" minOccurs="0"/></xs:sequence></xs:complexType>
                    <xs:complexType name="Enger"><xs:complexContent><xs:restriction base="t:Grund"><xs:sequence>
                      <xs:element name="zwei" type="t:Code.Zwei"/></xs:sequence></xs:restriction></xs:complexContent>
                    </xs:complexType>
                    <xs:element name="m.eins.0001"><xs:complexType><xs:complexContent><xs:extension base="t:Enger">
                      <xs:sequence><xs:element name="drei" type="t:Code.Drei"/></xs:sequence></xs:extension>
                      </xs:complexContent></xs:complexType></xs:element>
                    <xs:element name="m.zwei.0002" type="t:Enger"/>
                    """)
        ])
        let uses = found.standards[0].codeLists
        #expect(uses.map(\.typeName?.local) == ["Code.Drei", "Code.Zwei"])
        #expect(uses.map(\.type.kind) == [.fixedList, .fixedVersion])
        #expect(uses[0].places.map(\.description) == ["m.eins.0001/drei"])
        #expect(uses[1].places.map(\.description) == ["Enger/zwei"])
        #expect(uses[0].messages.map(\.local) == ["m.eins.0001"])
        #expect(uses[1].messages.map(\.local) == ["m.eins.0001", "m.zwei.0002"])
    }
}

/// Values read by hand from the schemas; counts taken with an XML library that knows nothing of this project.
@Suite("Standards of the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusStandardTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        var folder: String
        var name: String
        var version: String
        var kennung: String
        /// handbook, profile, generator
        var tools: [String]
        var files: Int
        var messages: Int
        /// Code types 1 to 4 below messages (of XBildung: all), the XÖV base type counted as type 4.
        var codes: [Int]
        var testDescription: String { "\(name) \(version)" }
    }

    static let standards = [
        Expected(
            folder: "xwasser/1.0.0/schemas", name: "XWasser", version: "1.0.0",
            kennung: "urn:xoev-de:lgl:standard:xwasser",
            tools: ["3.0.2", "3.0.3", "3.2.4"], files: 10, messages: 12, codes: [22, 12, 26, 4]),
        Expected(
            folder: "xbeteiligung/1.2/schemas", name: "XBeteiligung", version: "1.2",
            kennung: "urn:xoev-de:xleitstelle:standard:xbeteiligung", tools: ["2.4", "2.1.0_p3", "3.1.1"], files: 7,
            messages: 69, codes: [11, 0, 13, 6]),
        Expected(
            folder: "xbildung/1.2/schemas", name: "XBildung", version: "1.2",
            kennung: "urn:xoev-de:xbildung-de:def:standard:xbildung", tools: ["3.0.2", "3.0.3", "3.1.1"], files: 3,
            messages: 0, codes: [7, 8, 7, 0]),
        Expected(
            folder: "xberufsbildung/0.6/schemas", name: "XBerufsbildung", version: "0.6",
            kennung: "urn:xoev-de:kosit:standard:xberufsbildung", tools: ["3.0.2", "3.0.3", "3.1.1"], files: 3,
            messages: 5, codes: [4, 5, 4, 1]),
        Expected(
            folder: "xdomea/3.0.0/schemas", name: "xdomea", version: "3.0.0",
            kennung: "urn:xoev-de:xdomea:kosit:standard:xdomea", tools: ["2.3.1", "1.7.2", "3.0.1"], files: 20,
            messages: 64, codes: [45, 0, 3, 2]),
        Expected(
            folder: "xjustiz/3.2.1/schemas", name: "XJustiz", version: "3.2.1",
            kennung: "urn:xoev-de:blk-ag-it-standards:standard:xjustiz", tools: ["2.2", "1.6.1", "3.0.1"], files: 65,
            messages: 122, codes: [134, 0, 63, 0]),
        Expected(
            folder: "xjustiz/3.5.1/schemas", name: "XJustiz", version: "3.5.1",
            kennung: "urn:xoev-de:blk-ag-it-standards:standard:xjustiz", tools: ["2.3.1", "1.7.2", "3.1.1"], files: 67,
            messages: 149, codes: [131, 0, 113, 1]),
        Expected(
            folder: "_shared/xinneres/schemas/4", name: "XInneres-Basismodul", version: "7",
            kennung: "urn:xoev-de:kosit:standard:xinneres.basismodul", tools: ["2.1", "1.6.1", "3.0.1"], files: 1,
            messages: 0, codes: [0, 0, 0, 0]),
    ]

    private static func components(_ folder: String) throws -> SchemaComponents {
        let corpus = try #require(TestFiles.corpus)
        return try SchemaLoader(.init(catalogs: [corpus.appending(path: "catalog.xml").path]))
            .loadComponents([.folder(corpus.appending(path: folder).path)])
    }

    @Test("identity, tools, files, messages and code types are those of the schemas", arguments: standards)
    func standard(_ expected: Expected) throws {
        let found = StandardReader().read(try Self.components(expected.folder))
        #expect(found.standards.count == 1)
        let standard = try #require(found.standards.first)
        let metadata = try #require(standard.metadata)
        #expect(standard.name == expected.name)
        #expect(standard.version == expected.version)
        #expect(metadata.kennung == expected.kennung)
        #expect([metadata.handbookVersion, metadata.profileVersion, metadata.generatorVersion] == expected.tools)
        #expect(standard.documents.count == expected.files)
        #expect(standard.messages.count == expected.messages)
        #expect(
            CodeType.Kind.allCases.map { kind in standard.codeLists.count { $0.type.kind == kind } } == expected.codes)
    }

    @Test("messages and code lists of XWasser are told as its schemas tell them")
    func xwasser() throws {
        let standard = try #require(StandardReader().read(try Self.components("xwasser/1.0.0/schemas")).standards.first)
        let message = try #require(standard.messages.first { $0.number == "2020" })
        #expect(message.name.local == "vorgang.nachricht.2020")
        #expect(message.title == "Freie Nachricht")
        #expect(message.legalBases == ["Onlinezugangsgesetz (OZG)"])
        #expect(message.type?.local == "Nachricht.G2GType")
        let types = try #require(standard.codeLists.first { $0.typeName?.local == "Code.NachrichtentypType" })
        #expect(types.type.kind == .enumerated)
        #expect(types.type.listURI == "urn:xoev-de:xwasser:codeliste:nachrichtentyp")
        #expect(types.type.listVersion == "1")
        #expect(types.listName == "Nachrichtentyp")
        #expect(types.messages.count == 12)
        let channels = standard.codeLists.filter { $0.type.listURI == "urn:de:xoev:codeliste:erreichbarkeit" }
        #expect(Set(channels.map(\.type.kind)) == [.fixedVersion, .fixedList])
    }

    @Test("what XBeteiligung and XBerufsbildung import is a standard of its own")
    func imported() throws {
        let participation = StandardReader().read(try Self.components("xbeteiligung/1.2/schemas"))
        #expect(participation.imported.map(\.name) == ["XBau-Kernmodul"])
        #expect(participation.imported.map(\.version) == ["1.2.1"])
        let education = StandardReader().read(try Self.components("xberufsbildung/0.6/schemas"))
        #expect(education.imported.map(\.name) == ["XBildung"])
    }
}
