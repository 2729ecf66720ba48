import Findings
import SchemaModel
import SchemaValidation
import Testing
import XMLCore

/// After an element that must not stand where it stands, the rest of its parent's content is checked as well.
@Suite("The rest of the content")
struct RestOfContentTests {
    private static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
          <xs:complexType name="Person"><xs:sequence>
            <xs:element name="vorname" type="xs:string"/><xs:element name="nachname" type="xs:string"/>
            <xs:element name="geburt" type="xs:date"/><xs:element name="ort" type="xs:string" minOccurs="0"/>
            <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
          </xs:sequence></xs:complexType>
          <xs:element name="register">
            <xs:complexType><xs:sequence>
              <xs:element name="person" type="t:Person" maxOccurs="unbounded"/><xs:element name="zahl" type="xs:int"/>
            </xs:sequence></xs:complexType>
            <xs:unique name="u"><xs:selector xpath="person"/><xs:field xpath="nachname"/></xs:unique>
          </xs:element>
        </xs:schema>
        """

    private static func findings(_ content: String, _ schema: String = schema, max: Int = 1_000) throws -> CheckResult {
        let set = try SchemaLoader().load([.bytes(Array(schema.utf8), name: "t.xsd")])
        let text = "<t:register xmlns:t=\"urn:t\">\(content)</t:register>"
        return DocumentValidator(set, options: .init(maxFindings: max))
            .validate(.bytes(Array(text.utf8), name: "d.xml"))
    }

    private static func places(_ content: String) throws -> [String] {
        try findings(content).findings.map { "\($0.id) \($0.location.path ?? "")" }
    }

    private static let person = "<person><vorname>A</vorname><nachname>A</nachname><geburt>2000-01-01</geburt></person>"
    private static let other = "<person><vorname>B</vorname><nachname>B</nachname><geburt>2000-01-01</geburt></person>"

    @Test("a misspelt element is taken for the one that was meant: what follows is checked, nothing follows from it")
    func misspelt() throws {
        let found = try Self.places(
            Self.person + "<person><vornahme/><nachname/><geburt>x</geburt></person>" + Self.other + "<zahl>x</zahl>")
        #expect(
            found == [
                "xsd.element-unexpected /register/person[2]/vornahme[1]", "xsd.type /register/person[2]/geburt[1]",
                "xsd.type /register/zahl[1]",
            ])
    }

    @Test("missing elements are told once, where the next one stands")
    func missing() throws {
        let found = try Self.places("<person><geburt>x</geburt></person><zahl>x</zahl>")
        #expect(
            found == [
                "xsd.element-unexpected /register/person[1]/geburt[1]", "xsd.type /register/person[1]/geburt[1]",
                "xsd.type /register/zahl[1]",
            ])
    }

    @Test("elements too many are left out, whatever is in them")
    func tooMany() throws {
        let found = try Self.places(
            "<quatsch><a><b/></a>Text</quatsch>" + Self.person
                + "<person><quatsch/><vorname>B</vorname><quatsch/><nachname/><geburt>y</geburt></person><zahl/><zahl/>"
        )
        #expect(
            found == [
                "xsd.element-unexpected /register/quatsch[1]", "xsd.element-unexpected /register/person[2]/quatsch[1]",
                "xsd.element-unexpected /register/person[2]/quatsch[2]", "xsd.type /register/person[2]/geburt[1]",
                "xsd.type /register/zahl[1]", "xsd.element-unexpected /register/zahl[2]",
            ])
    }

    @Test("keys are judged by the validator that has seen all of them: no finding is made up")
    func keys() throws {
        let found = try Self.places("<quatsch/>" + Self.person + Self.person + "<zahl>1</zahl>")
        #expect(found == ["xsd.element-unexpected /register/quatsch[1]"])
    }

    @Test("an open place is told in words")
    func wildcard() throws {
        let result = try Self.findings(
            "<person><vorname>A</vorname><nachname/><geburt>2000-01-01</geburt><ort/><quatsch/></person><zahl>1</zahl>")
        #expect(result.findings.map(\.id) == ["xsd.element-unexpected"])
        #expect(
            result.findings.first?.hint?.rendered(.de)
                == "Erwartet wird ein Element aus einem anderen Namensraum als „urn:t“.")
        #expect(
            result.findings.first?.hint?.rendered(.en) == "Expected is an element of a namespace other than “urn:t”.")
    }

    @Test("a document that is wrong all over ends in bounded time and says what was left unchecked")
    func bounded() throws {
        let content = String(repeating: Self.person + "<quatsch/>", count: 5_000) + "<zahl>1</zahl>"
        let result = try Self.findings(content)
        #expect(result.verdict == .invalid)
        #expect(result.findings.count > 100)
        let last = result.findings.last { $0.id == "xsd.element-unexpected" }
        #expect(last?.hint?.rendered(.en).contains("was not checked") == true)
    }
}
