import Foundation
import SchemaModel
import SchemaValidation
import Testing
import XMLCore

/// Validators are shared by tasks. `Scripts/prove-thread-safety` runs this under the thread sanitizer with 200 rounds.
@Suite("Thread safety")
struct ThreadSafetyTests {
    /// A standard in small: what libxml2 keeps state for while it checks.
    private struct Standard {
        var name: String
        var schema: String
        var valid: String
        var invalid: String

        init(_ name: String, _ declarations: String, valid: String, invalid: String) {
            self.name = name
            schema = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:\(name)" targetNamespace="urn:\(name)">
                \(declarations)
                </xs:schema>
                """
            self.valid = "<t:w xmlns:t=\"urn:\(name)\">\(valid)</t:w>"
            self.invalid = "<t:w xmlns:t=\"urn:\(name)\">\(invalid)</t:w>"
        }
    }

    private static func root(_ content: String, _ more: String = "") -> String {
        """
        <xs:element name="w"><xs:complexType><xs:sequence>\(content)</xs:sequence></xs:complexType>\(more)</xs:element>
        """
    }

    private static func simple(_ base: String, _ facets: String) -> String {
        """
        <xs:element name="a" maxOccurs="9"><xs:simpleType><xs:restriction base="\(base)">\(facets)</xs:restriction>\
        </xs:simpleType></xs:element>
        """
    }

    private static let standards = [
        Standard(
            "pattern", root(simple("xs:string", "<xs:pattern value=\"[A-Z]{2}[0-9]+(-[a-zäöü]*)?\"/>")),
            valid: "<a>AB1</a><a>XY42-ä</a>", invalid: "<a>AB1</a><a>A1</a>"),
        Standard(
            "enumeration",
            root(simple("xs:token", "<xs:enumeration value=\"ja\"/><xs:enumeration value=\"nein\"/>")),
            valid: "<a>ja</a><a> nein </a>", invalid: "<a>vielleicht</a>"),
        Standard(
            "dates",
            root(simple("xs:date", "<xs:minInclusive value=\"2000-01-01\"/><xs:maxExclusive value=\"2100-01-01\"/>")),
            valid: "<a>2026-02-28</a>", invalid: "<a>2026-02-30</a><a>1999-12-31</a>"),
        Standard(
            "keys",
            root(
                """
                <xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="n"/></xs:complexType></xs:element>
                <xs:element name="b" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute name="r"/></xs:complexType>
                </xs:element>
                """,
                """
                <xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="@n"/></xs:key>
                <xs:keyref name="f" refer="t:k"><xs:selector xpath="b"/><xs:field xpath="@r"/></xs:keyref>
                """),
            valid: "<a n=\"1\"/><a n=\"2\"/><b r=\"2\"/>", invalid: "<a n=\"1\"/><a n=\"1\"/><b r=\"3\"/>"),
        Standard(
            "ids",
            root(
                """
                <xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:ID"/>\
                <xs:attribute name="ref" type="xs:IDREFS"/></xs:complexType></xs:element>
                """),
            valid: "<a id=\"x\"/><a id=\"y\" ref=\"x y\"/>", invalid: "<a id=\"x\"/><a id=\"x\" ref=\"z\"/>"),
        Standard(
            "wildcards", root("<xs:any namespace=\"##other\" processContents=\"lax\" maxOccurs=\"9\"/>"),
            valid: "<o xmlns=\"urn:o\"><p/></o>", invalid: "<t:w/>"),
        Standard(
            "unions",
            """
            <xs:simpleType name="u"><xs:union memberTypes="xs:integer xs:dateTime"/></xs:simpleType>
            <xs:simpleType name="l"><xs:list itemType="t:u"/></xs:simpleType>
            """ + root("<xs:element name=\"a\" type=\"t:l\" maxOccurs=\"9\"/>"),
            valid: "<a>1 2026-01-01T00:00:00Z -3</a>", invalid: "<a>1 zwei</a>"),
        Standard(
            "substitution",
            """
            <xs:element name="head" abstract="true" type="xs:string"/>
            <xs:element name="tail" substitutionGroup="t:head" type="xs:string"/>
            """ + root("<xs:element ref=\"t:head\" maxOccurs=\"9\"/><xs:element name=\"z\" type=\"xs:decimal\"/>"),
            valid: "<t:tail>x</t:tail><t:tail/><z>1.50</z>", invalid: "<t:head/><z>1,5</z>"),
    ]

    @Test("eight tasks check documents of eight standards at once and all come to the same findings as one alone")
    func eightTasks() async throws {
        let rounds = ProcessInfo.processInfo.environment["XOEV_THREAD_ROUNDS"].flatMap(Int.init) ?? 20
        let validators = try Self.standards.map { standard in
            DocumentValidator(try SchemaLoader().load([.bytes(Array(standard.schema.utf8), name: standard.name)]))
        }
        let documents = Self.standards.map { ($0.valid, $0.invalid) }
        let alone = zip(validators, documents).map { validator, document in
            (validator.validate(Self.source(document.0)), validator.validate(Self.source(document.1)))
        }
        for (index, results) in alone.enumerated() {
            #expect(results.0.verdict == .valid, "\(Self.standards[index].name): \(results.0.findings)")
            #expect(results.1.verdict == .invalid, "\(Self.standards[index].name)")
        }
        let expected = alone.map { $0.1.findings }
        await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for round in 0..<rounds {
                        let index = (task + round) % 8
                        if validators[index].validate(Self.source(documents[index].0)).verdict != .valid { wrong += 1 }
                        let findings = validators[index].validate(Self.source(documents[index].1)).findings
                        if findings != expected[index] { wrong += 1 }
                    }
                    return wrong
                }
            }
            for await wrong in group { #expect(wrong == 0) }
        }
    }

    private static func source(_ text: String) -> XMLSource { .bytes(Array(text.utf8), name: "d.xml") }
}
