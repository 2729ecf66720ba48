import Findings
import SchemaModel
import Testing

@testable import SchemaValidation

@Suite("Values with characters that XML escapes")
struct EscapedValueTests {
    static let schema = """
        <xs:element name="r"><xs:complexType><xs:simpleContent><xs:extension base="t:Wert">
          <xs:attribute name="a" type="t:Wert"/>
        </xs:extension></xs:simpleContent></xs:complexType></xs:element>
        <xs:simpleType name="Wert"><xs:restriction base="xs:token">
          <xs:enumeration value="a&amp;b"/><xs:enumeration value="&#38;&lt;&quot;&#x9;"/><xs:enumeration value="&gt;'"/>
        </xs:restriction></xs:simpleType>
        """

    @Test(
        "an ampersand in a schema's value is that of a message, in text and attributes",
        arguments: ["a&amp;b", "a&#38;b", "&amp;&lt;&quot;", "&gt;&apos;"])
    func allowed(_ value: String) throws {
        let validator = try validator(Self.schema)
        for document in ["<t:r xmlns:t='urn:t'>\(value)</t:r>", "<t:r xmlns:t='urn:t' a=\"\(value)\">a&amp;b</t:r>"] {
            #expect(check(validator, document).verdict == .valid, "\(document)")
        }
    }

    @Test("and no other value is", arguments: ["a&amp;#38;b", "a&amp;amp;b", "ab"])
    func refused(_ value: String) throws {
        let validator = try validator(Self.schema)
        #expect(check(validator, "<t:r xmlns:t='urn:t'>\(value)</t:r>").verdict == .invalid)
        #expect(check(validator, "<t:r xmlns:t='urn:t' a=\"\(value)\">a&amp;b</t:r>").verdict == .invalid)
    }

    @Test("an entity that a schema declares itself stands for its text")
    func entity() throws {
        let text = """
            <!DOCTYPE xs:schema [<!ENTITY wert "x&#38;amp;y">]>
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:simpleType>
            <xs:restriction base="xs:string"><xs:enumeration value="&wert;"/></xs:restriction>
            </xs:simpleType></xs:element></xs:schema>
            """
        let validator = DocumentValidator(try SchemaLoader().load([.bytes(Array(text.utf8), name: "e.xsd")]))
        #expect(check(validator, "<r>x&amp;y</r>").verdict == .valid)
    }
}
