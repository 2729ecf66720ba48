import Findings
import Foundation
import SchemaModel
import Testing
import XMLCore

@testable import SchemaValidation

/// A validator for a schema in memory; `root` and its content are given as the body of the schema.
func validator(_ body: String, maxFindings: Int = 100, limits: XMLLimits = .standard) throws -> DocumentValidator {
    let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"
                   elementFormDefault="qualified">
        <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
        \(body)
        </xs:schema>
        """
    let set = try SchemaLoader().load([.bytes(Array(schema.utf8), name: "t.xsd")])
    return DocumentValidator(set, options: .init(limits: limits, maxFindings: maxFindings))
}

func check(_ validator: DocumentValidator, _ document: String) -> CheckResult {
    validator.validate(.bytes(Array(document.utf8), name: "d.xml"))
}

private let person = """
    <xs:element name="liste"><xs:complexType><xs:sequence>
      <xs:element name="person" type="t:Person" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="Person">
      <xs:sequence>
        <xs:element name="name" type="t:Kurz"><xs:annotation><xs:documentation>Der Name der Person. Mehr dazu im Handbuch.</xs:documentation></xs:annotation></xs:element>
        <xs:element name="geburt" type="xs:date" minOccurs="0"/>
        <xs:element name="farbe" type="t:Farbe" minOccurs="0"/>
        <xs:element name="plz" type="t:Plz" minOccurs="0"/>
        <xs:element name="alter" type="t:Alter" minOccurs="0"/>
      </xs:sequence>
      <xs:attribute name="nr" type="xs:int" use="required"/>
      <xs:attribute name="land" type="xs:string" fixed="DE"/>
    </xs:complexType>
    <xs:simpleType name="Kurz"><xs:restriction base="xs:string"><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Farbe"><xs:restriction base="xs:token"><xs:enumeration value="rot"/><xs:enumeration value="grün"/><xs:enumeration value="blau"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Plz"><xs:restriction base="xs:token"><xs:pattern value="[0-9]{5}"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Alter"><xs:restriction base="xs:int"><xs:maxInclusive value="150"/></xs:restriction></xs:simpleType>
    """

@Suite("Findings of the schema check")
struct FindingTests {
    private func findings(_ content: String, attributes: String = "nr=\"1\"") throws -> [Finding] {
        check(
            try validator(person),
            "<liste xmlns=\"urn:t\">\n <person nr=\"0\"><name>A</name></person>\n <person \(attributes)>\(content)</person>\n</liste>"
        ).findings
    }

    @Test("a valid document is valid, with both layers passed")
    func valid() throws {
        let result = check(try validator(person), "<liste xmlns='urn:t'><person nr='1'><name>A</name></person></liste>")
        #expect(result.verdict == .valid)
        #expect(result.layers.map(\.name) == ["well-formed", "schema"])
        #expect(result.facts.first == .init("schema", "t.xsd"))
    }

    @Test("an unexpected element: path with positions, position of its tag, likely name")
    func unexpected() throws {
        let all = try findings("<name>B</name>\n  <farb>rot</farb>")
        let finding = try #require(all.first)
        #expect(all.count == 1)
        #expect(finding.id == "xsd.element-unexpected")
        #expect(finding.location == Location(file: "d.xml", line: 4, column: 3, path: "/liste/person[2]/farb[1]"))
        #expect(finding.hint?.rendered(.de).contains("Meinten Sie „farbe“?") == true)
        #expect(finding.hint?.rendered(.en) == "Did you mean “farbe”?")
    }

    @Test("an element in the wrong namespace is told so")
    func wrongNamespace() throws {
        let finding = try #require(try findings("<name xmlns=\"\">B</name>").first)
        #expect(finding.id == "xsd.element-unexpected")
        #expect(finding.hint?.rendered(.en).contains("“name” in the namespace “urn:t” is expected") == true)
    }

    @Test("a missing element: expected by name and documentation")
    func missing() throws {
        let finding = try #require(try findings("").first)
        #expect(finding.id == "xsd.element-missing")
        #expect(finding.location.path == "/liste/person[2]")
        #expect(finding.hint?.rendered(.de) == "Erwartet wird „name“ (Der Name der Person).")
    }

    @Test("facet and type are one finding; the value is hidden, the facet is not")
    func merged() throws {
        let all = try findings("<name>B</name><plz>3310A</plz>")
        let finding = try #require(all.first)
        #expect(all.count == 1)
        #expect(finding.id == "xsd.pattern")
        #expect(finding.location.path == "/liste/person[2]/plz[1]")
        #expect(finding.message.rendered(.en) == "“•••” does not have the prescribed form (element “plz”).")
        #expect(finding.message.rendered(.en, showingValues: true).contains("3310A"))
        #expect(finding.hint?.rendered(.en) == "Expected pattern: [0-9]{5}")
    }

    @Test("an enumeration names the nearest value and all of them")
    func enumeration() throws {
        let all = try findings("<name>B</name><farbe>gruen</farbe>")
        #expect(all.map(\.id) == ["xsd.enumeration"])
        #expect(all.first?.hint?.rendered(.de) == "Meinten Sie „grün“? Erlaubt sind 3 Werte: „rot“, „grün“, „blau“")
    }

    @Test("length, range and type are told apart, each with what is expected")
    func values() throws {
        let all = try findings("<name>Ein langer Name</name><geburt>1.2.2000</geburt><alter>151</alter>")
        #expect(all.map(\.id) == ["xsd.length", "xsd.type", "xsd.range"])
        #expect(all[0].hint?.rendered(.en) == "Expected: maxLength = 10")
        #expect(all[0].message.rendered(.en, showingValues: true).contains("“Ein langer Name”"))
        #expect(all[1].hint?.rendered(.en) == "Expected type: xs:date")
        #expect(all[1].message.rendered(.en, showingValues: true).contains("“1.2.2000”"))
        #expect(all[2].hint?.rendered(.en) == "Expected: maxInclusive = 150")
        #expect(all[2].message.rendered(.en, showingValues: true).contains("“151”"))
    }

    @Test("attributes: missing, not allowed, of the wrong type, not the fixed value")
    func attributes() throws {
        #expect(try findings("<name>B</name>", attributes: "").map(\.id) == ["xsd.attribute-missing"])
        let others = try findings("<name>B</name>", attributes: "nr=\"x\" land=\"AT\" neu=\"1\"")
        #expect(
            Set(others.map(\.id)) == ["xsd.type", "xsd.fixed-value", "xsd.attribute-unexpected"])
        let fixed = try #require(others.first { $0.id == "xsd.fixed-value" })
        #expect(fixed.hint?.rendered(.de) == "Festgelegt ist „DE“.")
        #expect(fixed.message.rendered(.de, showingValues: true).contains("„AT“ ist nicht der Wert"))
        let unexpected = try #require(others.first { $0.id == "xsd.attribute-unexpected" })
        #expect(unexpected.message.rendered(.en).contains("“neu” is not allowed on the element “person”"))
    }

    @Test("an undeclared root names the roots of the schema")
    func root() throws {
        let result = check(try validator(person), "<listen xmlns='urn:t'/>")
        #expect(result.findings.map(\.id) == ["xsd.no-declaration"])
        #expect(result.findings.first?.hint?.rendered(.en) == "Did you mean “liste”?")
        #expect(result.verdict == .invalid)
    }

    @Test("a namespace without schema is incomplete, never valid, and names the nearest")
    func unknownNamespace() throws {
        let result = check(try validator(person), "<liste xmlns='urn:u'/>")
        #expect(result.verdict == .incomplete)
        #expect(result.findings.map(\.id) == ["schema.unknown-namespace"])
        #expect(result.findings.first?.hint?.rendered(.en).contains("urn:t") == true)
    }

    @Test("findings beyond the bound are counted")
    func bound() throws {
        let bad = String(repeating: "<person nr='x'><name>A</name></person>", count: 50)
        let result = check(try validator(person, maxFindings: 7), "<liste xmlns='urn:t'>\(bad)</liste>")
        #expect(result.findings.count == 7)
        #expect(result.suppressedFindings == 43)
        #expect(result.verdict == .invalid)
    }

    @Test("lines beyond 65,535 are exact, and memory of siblings does not confuse positions")
    func manyLines() throws {
        let good = String(repeating: "<person nr='1'>\n<name>A</name></person>\n", count: 40_000)
        let result = check(
            try validator(person), "<liste xmlns='urn:t'>\n\(good)<person nr='x'><name>A</name></person></liste>")
        #expect(
            result.findings.first?.location
                == Location(file: "d.xml", line: 80_002, column: 1, path: "/liste/person[40001]"))
    }

    @Test("a tag over several lines is found at its beginning")
    func longTag() throws {
        let result = check(
            try validator(person), "<liste xmlns='urn:t'>\n  <person\n    nr='x'\n    ><name>A</name></person></liste>")
        #expect(result.findings.first?.location.line == 2)
        #expect(result.findings.first?.location.column == 3)
    }

    @Test("identity constraints are checked")
    func identityConstraint() throws {
        let keyed = """
            <xs:element name="l"><xs:complexType><xs:sequence>
              <xs:element name="p" maxOccurs="unbounded"><xs:complexType><xs:attribute name="nr"/></xs:complexType></xs:element>
            </xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath="t:p"/><xs:field xpath="@nr"/></xs:unique></xs:element>
            """
        let result = check(try validator(keyed), "<l xmlns='urn:t'><p nr='1'/><p nr='2'/><p nr='1'/></l>")
        #expect(result.findings.map(\.id) == ["xsd.identity-constraint"])
        #expect(result.findings.first?.location.path == "/l/p[3]")
    }
}

@Suite("xs:ID and xs:IDREF, which libxml2 leaves out")
struct IdentityTests {
    private let body = """
        <xs:element name="l"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
          <xs:element name="a" type="t:A"/>
          <xs:element ref="t:head"/>
          <xs:element name="id" type="t:MyID"/>
          <xs:element name="ref" type="xs:IDREF"/>
          <xs:element name="refs" type="xs:IDREFS"/>
          <xs:element name="list"><xs:simpleType><xs:list itemType="xs:IDREF"/></xs:simpleType></xs:element>
          <xs:element name="any"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>
          <xs:element name="plain"><xs:complexType><xs:attribute name="id" type="xs:string"/></xs:complexType></xs:element>
        </xs:choice></xs:complexType></xs:element>
        <xs:simpleType name="MyID"><xs:restriction base="xs:ID"><xs:maxLength value="20"/></xs:restriction></xs:simpleType>
        <xs:complexType name="A"><xs:attributeGroup ref="t:G"/></xs:complexType>
        <xs:attributeGroup name="G"><xs:attribute name="id" type="xs:ID"/></xs:attributeGroup>
        <xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:attribute name="to" type="xs:IDREF"/></xs:extension></xs:complexContent></xs:complexType>
        <xs:element name="head" type="t:A"/>
        <xs:element name="member" type="t:B" substitutionGroup="t:head"/>
        """

    @Test(
        "each way to hold an ID or a reference",
        arguments: [
            ("<a id='x'/><a id='y'/>", []),
            ("<a id='x'/><a id='x'/>", ["xsd.id-duplicate"]),
            ("<a id='x'/><id> x </id>", ["xsd.id-duplicate"]),
            ("<a id='x'/><member id='x'/>", ["xsd.id-duplicate"]),
            ("<member id='x' to='x'/>", []),
            ("<member id='x' to='z'/>", ["xsd.idref-unresolved"]),
            ("<ref>x</ref><a id='x'/>", []),
            ("<ref>z</ref><a id='x'/>", ["xsd.idref-unresolved"]),
            ("<refs>x y</refs><a id='x'/><a id='y'/>", []),
            ("<refs>x z q</refs><a id='x'/>", ["xsd.idref-unresolved", "xsd.idref-unresolved"]),
            ("<list>x\n z</list><a id='x'/>", ["xsd.idref-unresolved"]),
            (
                "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:q='urn:t' xsi:type='q:B' to='z'/>",
                ["xsd.idref-unresolved"]
            ),
            ("<any><member id='x'/></any><a id='x'/>", ["xsd.id-duplicate"]),
            ("<any xml:id='x'><head/></any><a id='x'/>", ["xsd.id-duplicate"]),
            ("<plain id='x'/><plain id='x'/>", []),
        ] as [(String, [FindingID])])
    func identity(content: String, expected: [FindingID]) throws {
        let result = check(try validator(body), "<l xmlns='urn:t'>\(content)</l>")
        #expect(result.findings.map(\.id) == expected)
        #expect(result.verdict == (expected.isEmpty ? .valid : .invalid))
    }

    @Test("a duplicate names its element and the line of the first; the value is hidden")
    func place() throws {
        let result = check(try validator(body), "<l xmlns='urn:t'>\n<a id='geheim'/>\n<a/>\n <a id='geheim'/></l>")
        let finding = try #require(result.findings.first)
        #expect(finding.location == Location(file: "d.xml", line: 4, column: 2, path: "/l/a[3]"))
        #expect(
            finding.message.rendered(.en)
                == "The ID “•••” (attribute “id”) occurs for the second time; first it stands in line 2.")
    }
}
