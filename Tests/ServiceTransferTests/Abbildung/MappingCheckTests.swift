import Findings
import ServiceTransfer
import Testing

@Suite("Mappings are checked against form and schema before there are data")
struct MappingCheckTests {
    private func ids(_ check: MappingCheck) -> [String] {
        check.findings.filter { $0.severity > .hint }.map(\.id.rawValue)
    }

    @Test("A mapping that fits has no finding")
    func fits() throws {
        let check = try MappingFixtures.check()
        #expect(check.findings.isEmpty, "\(check.findings)")
    }

    @Test(
        "Each fault is found, with its line",
        arguments: [
            // The rules begin in line 7 of the file, those that fit end in line 12.
            (#"<feld quelle="F05999000077" ziel="t:ort"/>"#, "mapping.unknown-source"),
            (#"<feld quelle="G05999000007" ziel="t:ort"/>"#, "mapping.unknown-source"),
            (#"<konstante ziel="t:ortt" wert="x"/>"#, "mapping.unknown-target"),
            (#"<konstante ziel="ort" wert="x"/>"#, "mapping.unknown-target"),
            (#"<konstante ziel="@verzion" wert="x"/>"#, "mapping.unknown-target"),
            (#"<konstante ziel="t:name" wert="x"/>"#, "mapping.conflict"),
            (#"<konstante ziel="t:ort" wert="x" liste="urn:a"/>"#, "mapping.target-missing"),
            (
                #"<feld quelle="F05999000003" ziel="t:ort" uebersetzung="fehlt" liste="urn:a" listenversion="1"/>"#,
                "mapping.unknown-translation"
            ),
            (
                #"<feld quelle="G05999000004/F05999000006" ziel="t:ort" liste="urn:a" listenversion="1"/>"#,
                "mapping.source-repeats"
            ),
            (
                #"<wenn quelle="F05999000003" gleich="q"><konstante ziel="t:ort" wert="1" liste="urn:a" listenversion="1"/></wenn>"#,
                "mapping.unknown-code"
            ),
        ])
    func faults(_ rule: String, _ expected: String) throws {
        let check = try MappingFixtures.check(MappingFixtures.rules + "\n" + rule)
        #expect(ids(check) == [expected])
        #expect(!check.isExecutable)
        #expect(check.findings.first { $0.severity > .hint }?.location.line == 13)
    }

    @Test("What the schema requires and no rule writes is an error; what not every case writes, a warning")
    func required() throws {
        let lines = MappingFixtures.rules.split(separator: "\n").map(String.init)
        let withoutName = lines.filter { !$0.contains("t:name") }.joined(separator: "\n")
        #expect(ids(try MappingFixtures.check(withoutName)) == ["mapping.target-missing"])
        let withoutAccount = lines.filter { !$0.contains("t:konto") }.joined(separator: "\n")
        #expect(ids(try MappingFixtures.check(withoutAccount)) == ["mapping.target-uncertain"])
        let withoutNumber = MappingFixtures.rules.replacing(#"<laufwert ziel="@nr" art="nummer"/>"#, with: "")
        #expect(ids(try MappingFixtures.check(withoutNumber)) == ["mapping.target-missing"])
    }

    @Test("Present and absent together leave nothing out")
    func complement() throws {
        let rules = MappingFixtures.rules.split(separator: "\n").filter {
            !$0.contains("F05999000008") && !$0.contains("F05999000009")
        }
        .joined(separator: "\n")
        let both = """
            <wenn quelle="F05999000003"><konstante ziel="t:bar" wert="true"/></wenn>
            <wenn quelle="F05999000003" vorhanden="false"><konstante ziel="t:konto" wert="x"/></wenn>
            """
        #expect(ids(try MappingFixtures.check("\(rules)\n\(both)")) == [])
        let one = #"<wenn quelle="F05999000003"><konstante ziel="t:bar" wert="true"/></wenn>"#
        #expect(ids(try MappingFixtures.check("\(rules)\n\(one)")) == ["mapping.target-uncertain"])
    }

    @Test("Values that cannot be of the target's type are errors, those that may not fit are warnings")
    func types() throws {
        let date = MappingFixtures.rules.replacing(
            #"<feld quelle="F05999000002""#, with: #"<feld quelle="F05999000001""#)
        #expect(ids(try MappingFixtures.check(date)) == ["mapping.type"])
        #expect(
            ids(try MappingFixtures.check(form: MappingFixtures.form(nameLength: "11"))) == ["mapping.may-not-fit"])
        #expect(ids(try MappingFixtures.check(form: MappingFixtures.form(nameLength: nil))) == ["mapping.may-not-fit"])
    }

    @Test("Tables of codes cover the form's codes and lead to codes of the message")
    func codes() throws {
        #expect(
            ids(try MappingFixtures.check(form: MappingFixtures.form(values: ["n", "a", "x"])))
                == ["mapping.untranslated-code"])
        #expect(
            ids(try MappingFixtures.check(form: MappingFixtures.form(values: ["n"]))) == ["mapping.unknown-code"])
        let wrong = MappingFixtures.tables.replacing("\"alt\"", with: "\"uralt\"")
        #expect(ids(try MappingFixtures.check(tables: wrong)) == ["mapping.unknown-code"])
        let unused = MappingFixtures.tables + #"<uebersetzung id="frei" identisch="true"/>"#
        #expect(ids(try MappingFixtures.check(tables: unused)) == ["mapping.unused-translation"])
    }

    @Test("Parameters must be declared and are never secrets")
    func parameters() throws {
        let rule = #"<parameter ziel="t:ort" name="ortt" liste="urn:a" listenversion="1"/>"#
        func declared(_ name: String, isSecret: Bool = false) -> MappingCheck.Options {
            .init(parameters: [
                ParameterDeklaration(
                    name: name, typ: isSecret ? .secret : .text, ebene: .kommune, pflicht: true, geheim: isSecret,
                    bezeichnung: MehrsprachigerText([.init("de", name)]))
            ])
        }
        let rules = MappingFixtures.rules + "\n" + rule
        #expect(ids(try MappingFixtures.check(rules, options: declared("ort"))) == ["mapping.unknown-parameter"])
        #expect(ids(try MappingFixtures.check(rules, options: declared("ortt"))) == [])
        #expect(ids(try MappingFixtures.check(rules, options: declared("ortt", isSecret: true))) == ["mapping.secret"])
    }

    @Test("Fields that reach no message are told")
    func unused() throws {
        let rules = MappingFixtures.rules.split(separator: "\n").filter { !$0.contains("t:geburt") }.joined(
            separator: "\n")
        let check = try MappingFixtures.check(rules)
        #expect(check.findings.map(\.id.rawValue) == ["mapping.unused-field"])
        #expect(check.findings[0].message.rendered(.en).contains("F05999000002"))
        #expect(check.isExecutable)
    }

    @Test("A mapping for another form or an unknown message is refused")
    func others() throws {
        var other = MappingFixtures.form()
        other.angaben.identifikation.id = "S05999000002"
        #expect(ids(try MappingFixtures.check(form: other)) == ["mapping.form-mismatch"])
        let file = String(
            decoding: MappingFixtures.file(MappingFixtures.rules, tables: MappingFixtures.tables), as: UTF8.self
        )
        .replacing("t:antrag", with: "t:antrage")
        let mapping = try Nachrichtenabbildung.read(Array(file.utf8), name: "m.xml")
        let components = try SchemaLoaderForTests.components()
        let check = MappingCheck(mapping, form: MappingFixtures.form(), components: components)
        #expect(ids(check) == ["mapping.unknown-message"])
    }

    @Test(
        "Faults of the file itself are found with their line",
        arguments: [
            (#"<feld quelle="F1" ziel="t:name"/>"#, "xsd.pattern"),
            (#"<feld quelle="F05999000001" ziel="q:name"/>"#, "mapping.unknown-prefix"),
            (#"<text ziel="t:name" vorlage="{F05999000001"/>"#, "mapping.template"),
            (#"<text ziel="t:name" vorlage="{Vorname}"/>"#, "mapping.template"),
            (#"<kopie ziel="t:name"/>"#, "xsd.element-unexpected"),
        ])
    func files(_ rule: String, _ expected: String) throws {
        let error = #expect(throws: TransferError.self) {
            try Nachrichtenabbildung.read(MappingFixtures.file(rule, tables: "<!-- -->"), name: "m.xml")
        }
        // A rule that is refused leaves its place empty, which is told as well.
        let found = try #require(error?.findings.first { $0.id.rawValue == expected })
        #expect(found.location.line == 7)
    }
}
