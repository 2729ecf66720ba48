import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XOEV

/// A small standard that keeps every rule.
private enum Sample {
    static let appinfo = """
        <xs:annotation><xs:appinfo><standard><nameLang>XBeispiel</nameLang><nameKurz>XBsp</nameKurz>
        <nameTechnisch>xbsp</nameTechnisch><kennung>urn:xoev-de:beispiel:standard:xbsp</kennung>
        <beschreibung>B</beschreibung></standard><versionStandard><version>1.2</version><beschreibung>V</beschreibung>
        <versionXOEVProfil>3.0.3</versionXOEVProfil><versionXOEVHandbuch>3.0.2</versionXOEVHandbuch>
        <versionXGenerator>3.1.1</versionXGenerator></versionStandard></xs:appinfo></xs:annotation>
        """
    static let doc = "<xs:annotation><xs:documentation>D</xs:documentation></xs:annotation>"
    static let head = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:xbsp:1_2" \
        xmlns:c="http://xoev.de/schemata/code/1_0" targetNamespace="urn:xbsp:1_2" version="1.2" \
        elementFormDefault="qualified" attributeFormDefault="unqualified">
        """

    static func element(_ name: String, _ type: String) -> String {
        "<xs:element name=\"\(name)\" type=\"\(type)\">\(doc)</xs:element>"
    }

    static let files: [String: String] = [
        "xbsp.xsd": head + "<xs:include schemaLocation=\"xbsp-nachrichten.xsd\"/></xs:schema>",
        "xbsp-nachrichten.xsd": head + appinfo + """
            <xs:include schemaLocation="xbsp-baukasten.xsd"/>
            <xs:element name="antrag.stellen.0101"><xs:annotation><xs:appinfo><title>T</title>
              <rechtsgrundlage>§ 1</rechtsgrundlage></xs:appinfo><xs:documentation>D</xs:documentation></xs:annotation>
              <xs:complexType><xs:complexContent><xs:extension base="x:NachrichtType"><xs:sequence>
              \(element("antrag", "x:AntragType"))</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            </xs:element>
            <xs:element name="antrag.zuruecknehmen.0102"><xs:annotation><xs:appinfo><title>T</title>
              <rechtsgrundlage>§ 1</rechtsgrundlage></xs:appinfo><xs:documentation>D</xs:documentation></xs:annotation>
              <xs:complexType><xs:complexContent><xs:extension base="x:NachrichtType"/></xs:complexContent></xs:complexType>
            </xs:element></xs:schema>
            """,
        "xbsp-baukasten.xsd": head + appinfo + """
            <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="xoev-code.xsd"/>
            <xs:complexType name="NachrichtType">\(doc)<xs:sequence>\(element("nachrichtenkopf", "x:KopfType"))
              </xs:sequence><xs:attribute name="standard" fixed="XBsp" type="xs:token">\(doc)</xs:attribute>
              <xs:attribute name="version" fixed="1.2" type="xs:token">\(doc)</xs:attribute></xs:complexType>
            <xs:complexType name="KopfType">\(doc)<xs:sequence>
              \(element("nachrichtentyp", "x:Code.NachrichtentypType"))</xs:sequence></xs:complexType>
            <xs:complexType name="AntragType">\(doc)<xs:sequence>\(element("betreff", "x:text"))
              \(element("art", "x:Code.ArtType"))</xs:sequence></xs:complexType>
            <xs:simpleType name="text">\(doc)<xs:restriction base="xs:token"/></xs:simpleType>
            <xs:simpleType name="nachrichten-typ"><xs:annotation><xs:appinfo><codeliste/></xs:appinfo></xs:annotation>
              <xs:restriction base="xs:token"><xs:enumeration value="0101"/><xs:enumeration value="0102"/>
              </xs:restriction></xs:simpleType>
            \(code("NachrichtentypType", "urn:l:typ", "<xs:element name='code' type='x:nachrichten-typ' form='unqualified'/>",
                "<xs:attribute name='listVersionID' type='xs:normalizedString' fixed='1'/>"))
            \(code("ArtType", "urn:l:art", "<xs:element name='code' type='xs:token' form='unqualified'/>",
                "<xs:attribute name='listVersionID' type='xs:normalizedString' use='required'/>"))</xs:schema>
            """,
        "xoev-code.xsd": """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0">
        <xs:complexType name="Code"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/>
        </xs:sequence><xs:attribute name="listURI" type="xs:anyURI"/>
        <xs:attribute name="listVersionID" type="xs:normalizedString"/></xs:complexType></xs:schema>
        """,
    ]

    private static func code(_ name: String, _ uri: String, _ content: String, _ version: String) -> String {
        """
        <xs:complexType name="Code.\(name)"><xs:annotation><xs:appinfo><codeliste><kennung>\(uri)</kennung></codeliste>
          <versionCodeliste><version>1</version></versionCodeliste><codelistenspalten><Key/></codelistenspalten>
          <genutzteCodeSpalte>Key</genutzteCodeSpalte></xs:appinfo></xs:annotation><xs:complexContent>
          <xs:restriction base="c:Code"><xs:sequence>\(content)</xs:sequence>
          <xs:attribute name="listURI" type="xs:anyURI" fixed="\(uri)"/>\(version)</xs:restriction>
          </xs:complexContent></xs:complexType>
        """
    }

    static func lint(_ files: [String: String], _ options: SchemaLint.Options = .init()) throws -> [SchemaLint.Result] {
        let bytes = files.mapValues { Array($0.utf8) }
        return SchemaLint(options).check(try SchemaLoader().loadComponents([.memory(bytes, name: "set")]))
    }
}

@Suite("Handbook rules")
struct SchemaLintTests {
    /// One planted fault: in which file, what is replaced by what, and the rules that must be the only ones to complain.
    struct Fault: Sendable, CustomTestStringConvertible {
        var rules: [String]
        var file: String
        var old: String
        var new: String
        var testDescription: String { rules.joined(separator: ", ") }

        init(_ rules: String, file: String = "xbsp-baukasten.xsd", _ old: String, _ new: String) {
            self.rules = rules.split(separator: " ").map(String.init)
            self.file = file
            self.old = old
            self.new = new
        }
    }

    private static let messages = "xbsp-nachrichten.xsd"
    private static let closing = "</xs:schema>"
    private static let betreff = "<xs:element name=\"betreff\" type=\"x:text\">"

    static let faults = [
        Fault("metadata-missing", Sample.appinfo, ""),
        Fault("metadata-contradictory", "<beschreibung>V", "<beschreibung>W"),
        Fault("namespace-version", file: "*", "urn:xbsp:1_2", "urn:xbsp:v"),
        Fault("metadata-incomplete", file: "*", "<versionXGenerator>3.1.1</versionXGenerator>", ""),
        Fault("identifier-form", file: "*", "urn:xoev-de:beispiel:standard:xbsp", "urn:beispiel:xbsp"),
        Fault("technical-name-form identifier-form", file: "*", "<nameTechnisch>xbsp<", "<nameTechnisch>XBsp<"),
        Fault("version-form header-version schema-version-uniform", file: "*", "<version>1.2<", "<version>1.2a<"),
        Fault("handbook-version-unknown", file: "*", "3.0.2", "3.9"),
        Fault("schema-version-missing", " version=\"1.2\"", ""),
        Fault("schema-version-uniform", "version=\"1.2\"", "version=\"1.1\""),
        Fault("form-default", " elementFormDefault=\"qualified\"", ""),
        Fault(
            "umbrella-missing", file: "xbsp.xsd", "<xs:include schemaLocation=\"xbsp-nachrichten.xsd\"/>",
            "<xs:include schemaLocation=\"xbsp-baukasten.xsd\"/>"),
        Fault(
            "umbrella-content metadata-missing", file: "xbsp.xsd", closing,
            "<xs:simpleType name='t'>\(Sample.doc)<xs:restriction base='xs:token'/></xs:simpleType></xs:schema>"),
        Fault("file-encoding", Sample.head, "<?xml version='1.0' encoding='ISO-8859-1'?>\(Sample.head)"),
        Fault("construct-document-type", Sample.head, "<!DOCTYPE schema [<!ENTITY a 'b'>]>\(Sample.head)"),
        Fault(
            "library-version-mixed", "<xs:import ",
            "<xs:import namespace=\"http://xoev.de/schemata/code/1_1\" schemaLocation=\"fehlt.xsd\"/><xs:import "),
        Fault("type-name", file: "*", "AntragType", "antragType"),
        Fault("element-name", "name=\"betreff\"", "name=\"Betreff\""),
        Fault(
            "attribute-name", closing,
            "<xs:complexType name='AType'>\(Sample.doc)<xs:attribute name='Attribut' type='xs:token'>\(Sample.doc)</xs:attribute></xs:complexType></xs:schema>"
        ),
        Fault("name-characters", "name=\"betreff\"", "name=\"betreff_text\""),
        Fault("type-suffix", file: "*", "AntragType", "Antrag"),
        Fault("code-type-name", file: "*", "Code.ArtType", "ArtType"),
        Fault("message-name", file: messages, "antrag.stellen.0101", "stellen.0101"),
        Fault(
            "message-number-repeated message-type-list", file: messages, "zuruecknehmen.0102", "zuruecknehmen.0101"),
        Fault(
            "message-number-length message-type-list", file: messages, "zuruecknehmen.0102", "zuruecknehmen.00102"),
        Fault("message-type-list", "<xs:enumeration value=\"0102\"/>", ""),
        Fault(
            "message-type-list", "<xs:enumeration value=\"0102\"/>",
            "<xs:enumeration value=\"0102\"/><xs:enumeration value=\"0103\"/>"),
        Fault("message-title", file: messages, "<title>T</title>", ""),
        Fault("message-legal-basis", file: messages, "<rechtsgrundlage>§ 1</rechtsgrundlage>", ""),
        Fault("message-legal-basis", file: messages, "§ 1", "Rechtsgrundlage"),
        Fault("message-header", "name=\"nachrichtenkopf\"", "name=\"anfang\""),
        Fault("header-version", "fixed=\"XBsp\"", "fixed=\"XAnders\""),
        Fault("header-version", "fixed=\"1.2\" type", "fixed=\"1.1\" type"),
        Fault(
            "documentation-message", file: messages, "</xs:appinfo><xs:documentation>D</xs:documentation>",
            "</xs:appinfo>"),
        Fault("documentation-type", "<xs:simpleType name=\"text\">\(Sample.doc)", "<xs:simpleType name=\"text\">"),
        Fault("documentation-element", betreff + Sample.doc, betreff),
        Fault(
            "documentation-attribute", "fixed=\"XBsp\" type=\"xs:token\">\(Sample.doc)",
            "fixed=\"XBsp\" type=\"xs:token\">"),
        Fault(
            "code-base", closing,
            """
            <xs:complexType name='Code.EigenType'>\(Sample.doc)<xs:sequence><xs:element name='code' type='xs:token'>
            \(Sample.doc)</xs:element></xs:sequence><xs:attribute name='listURI' type='xs:token' use='required'>
            \(Sample.doc)</xs:attribute></xs:complexType></xs:schema>
            """),
        Fault("code-list-unknown", "type=\"x:Code.ArtType\"", "type=\"c:Code\""),
        Fault("code-version-unknown", " use='required'", ""),
        Fault(
            "code-metadata-missing documentation-type", "<codeliste><kennung>urn:l:art</kennung></codeliste>", "<leer/>"
        ),
        Fault("code-metadata-contradictory", "<kennung>urn:l:art<", "<kennung>urn:l:anders<"),
        Fault("code-column-unknown", "<genutzteCodeSpalte>Key", "<genutzteCodeSpalte>Ke"),
        Fault(
            "code-enumeration-open", "type='xs:normalizedString' fixed='1'", "type='xs:normalizedString' use='required'"
        ),
        Fault(
            "code-repeated", "<xs:enumeration value=\"0102\"/>",
            "<xs:enumeration value=\"0102\"/><xs:enumeration value=\"0102\"/>"),
        Fault("construct-all", closing, complex("<xs:all>\(Sample.element("a", "x:text"))</xs:all>")),
        Fault("construct-mixed", "name=\"AntragType\"", "name=\"AntragType\" mixed=\"true\""),
        Fault("construct-wildcard", closing, complex("<xs:sequence><xs:any processContents='lax'/></xs:sequence>")),
        Fault("construct-any-type", betreff, "<xs:element name=\"betreff\">"),
        Fault("construct-default", "name=\"betreff\"", "name=\"betreff\" default=\"a\""),
        Fault("construct-nillable", "name=\"betreff\"", "name=\"betreff\" nillable=\"true\""),
        Fault(
            "construct-group", closing,
            "<xs:group name='g'><xs:sequence>\(Sample.element("a", "x:text"))</xs:sequence></xs:group></xs:schema>"),
        Fault(
            "construct-list-union", closing,
            "<xs:simpleType name='l'>\(Sample.doc)<xs:list itemType='xs:token'/></xs:simpleType></xs:schema>"),
        Fault(
            "construct-substitution", closing,
            """
            <xs:element name='a' type='x:text' abstract='true'>\(Sample.doc)</xs:element>
            <xs:element name='b' type='x:text' substitutionGroup='x:a'>\(Sample.doc)</xs:element></xs:schema>
            """),
        Fault("text-type", "type=\"x:text\"", "type=\"xs:string\""),
    ]

    private static func complex(_ content: String) -> String {
        "<xs:complexType name='ZusatzType'>\(Sample.doc)\(content)</xs:complexType></xs:schema>"
    }

    @Test("a standard that keeps every rule has no finding")
    func clean() throws {
        let results = try Sample.lint(Sample.files)
        #expect(results.count == 1)
        #expect(results[0].standard.name == "XBsp")
        #expect(results[0].findings.map { "\($0.id) \($0.message.rendered(.de))" } == [])
        #expect(results[0].checkResult().verdict == .valid)
    }

    @Test("each fault is found by its rule and by no other", arguments: faults)
    func fault(_ fault: Fault) throws {
        var files = Sample.files
        for name in fault.file == "*" ? ["xbsp.xsd", "xbsp-nachrichten.xsd", "xbsp-baukasten.xsd"] : [fault.file] {
            files[name] = files[name]?.replacingOccurrences(of: fault.old, with: fault.new)
        }
        #expect(files != Sample.files)
        let found = Set(try Sample.lint(files).flatMap(\.findings).map(\.id.rawValue))
        #expect(found == Set(fault.rules.map { "ndr." + $0 }))
    }

    @Test("nearly every rule has a planted fault; those without are named here")
    func coverage() {
        let tested = Set(Self.faults.flatMap(\.rules).map { "ndr." + $0 })
        let untested = HandbookRule.all.map(\.id.rawValue).filter { !tested.contains($0) }
        // These need sets of their own: below.
        #expect(
            untested == ["ndr.namespace-missing", "ndr.namespace-uniform", "ndr.file-name", "ndr.construct-redefine"])
    }

    @Test("a file without namespace, a second namespace, a strange file name and a redefinition are found")
    func sets() throws {
        let bare = try Sample.lint([
            "a.xsd":
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:token'/></xs:schema>"
        ])
        #expect(bare[0].counts["ndr.namespace-missing"] == 1)
        #expect(bare[0].counts["ndr.metadata-missing"] == 1)
        #expect(bare[0].counts["ndr.schema-version-missing"] == 1)
        var files = Sample.files
        files["weiter.xsd"] =
            Sample.head.replacingOccurrences(of: "urn:xbsp:1_2", with: "urn:xbsp:zwei:1_2")
            + Sample.appinfo + "</xs:schema>"
        let two = try Sample.lint(files)
        #expect(two[0].counts == ["ndr.namespace-uniform": 1, "ndr.file-name": 1])
        files = Sample.files
        files["xbsp-neu.xsd"] =
            Sample.head + Sample.appinfo
                + """
                <xs:redefine schemaLocation="xbsp-baukasten.xsd"><xs:simpleType name="text">\(Sample.doc)
                <xs:restriction base="x:text"><xs:maxLength value="9"/></xs:restriction></xs:simpleType></xs:redefine></xs:schema>
                """
        files["xbsp-nachrichten.xsd"] = files["xbsp-nachrichten.xsd"]?
            .replacingOccurrences(of: "xbsp-baukasten.xsd", with: "xbsp-neu.xsd")
        #expect(try Sample.lint(files)[0].counts["ndr.construct-redefine"] == 1)
    }

    @Test("what no message has is told once, what some lack is told of each")
    func descriptions() throws {
        func count(_ rule: FindingID, _ change: (String) -> String) throws -> Int? {
            var files = Sample.files
            files["xbsp-nachrichten.xsd"] = files["xbsp-nachrichten.xsd"].map(change)
            return try Sample.lint(files)[0].counts[rule]
        }
        func withoutFirst(_ part: String) -> (String) -> String {
            { text in text.range(of: part).map { text.replacingCharacters(in: $0, with: "") } ?? text }
        }
        let (title, basis) = ("<title>T</title>", "<rechtsgrundlage>§ 1</rechtsgrundlage>")
        #expect(try count("ndr.message-title") { $0.replacingOccurrences(of: title, with: "") } == 1)
        #expect(try count("ndr.message-title", withoutFirst(title)) == 1)
        #expect(try count("ndr.message-legal-basis") { $0.replacingOccurrences(of: basis, with: "") } == 1)
        #expect(try count("ndr.message-legal-basis", withoutFirst(basis)) == 1)
        // A placeholder in each is a fault of each.
        #expect(try count("ndr.message-legal-basis") { $0.replacingOccurrences(of: "§ 1", with: "-") } == 2)
    }

    @Test("a MIME type is no type suffix")
    func mimeType() throws {
        let files = Sample.files.mapValues { $0.replacingOccurrences(of: "AntragType", with: "AntragMimeType") }
        #expect(try Sample.lint(files)[0].counts["ndr.type-suffix"] == 1)
    }

    @Test("inferred rules are never errors; options leave rules out; shown findings are bounded, the others counted")
    func options() throws {
        for rule in HandbookRule.all where rule.certainty == .erschlossen && rule.id != "ndr.namespace-missing" {
            #expect(rule.severity != .error)
        }
        #expect(Set(HandbookRule.all.map(\.id)).count == HandbookRule.all.count)
        var files = Sample.files
        files["xbsp-baukasten.xsd"] = files["xbsp-baukasten.xsd"]?.replacingOccurrences(of: Sample.doc, with: "")
        let all = try Sample.lint(files)[0]
        #expect((all.counts["ndr.documentation-element"] ?? 0) > 2)
        let shown = all.checkResult(maxPerRule: 1)
        #expect(shown.findings.count == all.counts.count)
        #expect(shown.suppressedFindings == all.findings.count - shown.findings.count)
        let some = try Sample.lint(files, .init(ignored: ["ndr.documentation-element"]))[0]
        #expect(some.counts["ndr.documentation-element"] == nil)
        #expect(try Sample.lint(files, .init(certainty: .gesichert))[0].findings.isEmpty)
    }
}

/// The findings on the standards of the corpus. Every kind of finding of every standard was judged; the fixture holds how many
/// there are, the verdict and the reason, `Documentation/Handbuchpruefung.md` how the review was done.
@Suite("Handbook rules on the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusLintTests {
    /// Right by the rule and worth mending; right by the rule, but the standard's own custom; due to how the corpus holds it.
    /// A finding that is wrong has no place here.
    private static let verdicts: Set = ["right", "custom", "corpus"]

    static let sources = [
        "xwasser/1.0.0/schemas", "xbeteiligung/1.2/schemas", "xbeteiligung/1.2/schemas/xbau-kernmodul-datentypen.xsd",
        "xbildung/1.2/schemas", "xberufsbildung/0.6/schemas", "xdomea/3.0.0/schemas", "xjustiz/3.2.1/schemas",
        "xjustiz/3.5.1/schemas", "_shared/xinneres/schemas/4",
    ]

    @Test("every finding was reviewed, and none is an error", arguments: sources)
    func reviewed(source: String) throws {
        let corpus = try #require(TestFiles.corpus)
        let table = try String(
            contentsOf: TestFiles.fixtures.appending(path: "xoev-handbook/review.tsv"), encoding: .utf8)
        let rows = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.allSatisfy { $0.count == 5 && Self.verdicts.contains($0[3]) && !$0[4].isEmpty })
        let loader = SchemaLoader(.init(catalogs: [corpus.appending(path: "catalog.xml").path]))
        let components = try loader.loadComponents([SchemaSource(path: corpus.appending(path: source).path)])
        for result in SchemaLint().check(components) {
            let name = "\(result.standard.name) \(result.standard.version ?? "")"
            let reviewed = rows.filter { $0[0] == name }.map { "ndr.\($0[1]) \($0[2])" }
            #expect(result.counts.map { "\($0.key) \($0.value)" }.sorted() == reviewed.sorted(), "\(name)")
            #expect(result.findings.allSatisfy { $0.severity != .error })
        }
    }
}
