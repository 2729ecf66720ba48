import Findings
import Foundation
import JSONCore
import SchemaModel
import TestSupport
import Testing
import XMLCore

@testable import SchemaJSON

/// Each rule of Documentation/Formate/JSON.md: a document, what it is in JSON, and back.
@Suite("XML and JSON by schema")
struct MappingTests {
    static func converter(_ body: String, lenient: Bool = false) throws -> MessageConverter {
        let bytes = Array(SampleSchemas.schema(body).utf8)
        return MessageConverter(
            try SchemaLoader().loadComponents([.bytes(bytes, name: "s.xsd")]), options: .init(isLenient: lenient))
    }

    static func element(_ content: String) -> String {
        "<xs:element name=\"w\"><xs:complexType>\(content)</xs:complexType></xs:element>"
    }

    /// Converts there and back, and compares with what is expected without layout.
    func check(_ schema: String, _ inner: String, _ json: String, attributes: String = "") throws {
        let converter = try Self.converter(schema)
        let xml =
            "<w xmlns=\"urn:t\" xmlns:t=\"urn:t\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\(attributes)>\(inner)</w>"
        let made = try converter.json(from: .bytes(Array(xml.utf8))).bytes
        let expected = "{\"$message\":\"w\",\"$namespace\":\"urn:t\"\(json.isEmpty ? "" : "," + json)}"
        #expect(
            JSONValue(parsing: String(decoding: made, as: UTF8.self)) == JSONValue(parsing: expected),
            "\(String(decoding: made, as: UTF8.self))")
        let back = try XMLTree(bytes: try converter.xml(from: try JSONDocument(made)))
        #expect(XMLComparison.differences(try XMLTree(bytes: Array(xml.utf8)), back) == [])
        let again = try converter.json(from: .bytes(try back.serialized())).bytes
        #expect(again == made)
    }

    @Test("numbers and truth values are such where no digit is lost, else text")
    func values() throws {
        let schema = Self.element(
            """
            <xs:sequence><xs:element name="a" type="xs:decimal" maxOccurs="20"/><xs:element name="b" type="xs:boolean" maxOccurs="4"/>
            <xs:element name="c" type="xs:double"/><xs:element name="d" type="xs:date"/><xs:element name="l"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element></xs:sequence>
            """)
        let numbers = [
            "1", "-20", "1.5", "0.0001", "123456789012345", "0.00001", "1.50", "007", "+3", "-0", "1234567890123456",
            "-0.25",
        ]
        let isNumber = [true, true, true, true, true, false, false, false, false, false, false, true]
        let items = zip(numbers, isNumber).map { $1 ? $0 : "\"\($0)\"" }.joined(separator: ",")
        try check(
            schema,
            numbers.map { "<a>\($0)</a>" }.joined()
                + "<b>true</b><b>false</b><b>1</b><c>1e5</c><d>2026-01-01</d><l>1 2  3</l>",
            "\"a\":[\(items)],\"b\":[true,false,\"1\"],\"c\":\"1e5\",\"d\":\"2026-01-01\",\"l\":[1,2,3]")
        try check(
            schema, "<a>1</a><b>true</b><c>2</c><d>2026-01-01</d><l/>",
            #""a":[1],"b":[true],"c":2,"d":"2026-01-01","l":[]"#)
    }

    @Test("attributes have a mark; simple content stands under #text; enumerations and unions are text")
    func attributes() throws {
        try check(
            Self.element(
                """
                <xs:sequence><xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="e" type="xs:boolean"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
                <xs:element name="n" minOccurs="0"><xs:simpleType><xs:restriction base="xs:int"><xs:enumeration value="5"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>
                <xs:attribute name="x" type="xs:int"/><xs:anyAttribute namespace="##other" processContents="lax"/>
                """), "<a e=\"true\">7</a><n>5</n>",
            ##""@x":3,"@xml:lang":"de","@{urn:f}y":"z","a":{"@e":true,"#text":7},"n":"5""##,
            attributes: " xmlns:f=\"urn:f\" f:y=\"z\" xml:lang=\"de\" x=\"3\"")
    }

    @Test("repeated choices and sequences are #content, in the order of the document; single groups dissolve")
    func groups() throws {
        let choice = Self.element(
            "<xs:sequence><xs:element name=\"k\" type=\"xs:int\"/><xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"><xs:element name=\"a\" type=\"xs:int\"/><xs:element name=\"b\" type=\"xs:int\"/></xs:choice><xs:choice><xs:element name=\"y\" type=\"xs:int\"/><xs:element name=\"z\" type=\"xs:int\"/></xs:choice></xs:sequence>"
        )
        try check(
            choice, "<k>0</k><b>1</b><a>2</a><a>3</a><b>4</b><z>5</z>",
            ##""k":0,"#content":[{"b":1},{"a":2},{"a":3},{"b":4}],"z":5"##)
        let sequence = Self.element(
            "<xs:sequence maxOccurs=\"unbounded\"><xs:element name=\"a\" type=\"xs:int\" minOccurs=\"0\"/><xs:element name=\"b\" type=\"xs:int\" maxOccurs=\"2\"/></xs:sequence>"
        )
        try check(
            sequence, "<a>1</a><b>2</b><b>3</b><b>4</b><a>5</a><b>6</b>",
            ##""#content":[{"a":1,"b":[2,3]},{"b":[4]},{"a":5,"b":[6]}]"##)
        let single = Self.element(
            "<xs:sequence><xs:sequence maxOccurs=\"3\"><xs:element name=\"a\" type=\"xs:int\"/></xs:sequence></xs:sequence>"
        )
        try check(single, "<a>1</a><a>2</a>", #""a":[1,2]"#)
        let mixed = Self.element(
            "<xs:choice maxOccurs=\"unbounded\"><xs:sequence><xs:element name=\"a\" type=\"xs:int\"/><xs:element name=\"b\" type=\"xs:int\"/></xs:sequence><xs:element name=\"c\" type=\"xs:int\" maxOccurs=\"2\"/></xs:choice>"
        )
        try check(
            mixed, "<c>1</c><c>2</c><c>3</c><a>4</a><b>5</b><a>6</a><b>7</b>",
            ##""#content":[{"c":[1,2]},{"c":[3]},{"a":4,"b":5},{"a":6,"b":7}]"##)
    }

    @Test(
        "a name in two places makes a list of single members; one in two namespaces is written in full; xs:all keeps its order"
    )
    func names() throws {
        try check(
            Self.element(
                "<xs:sequence><xs:element name=\"a\" type=\"xs:int\"/><xs:element name=\"b\" type=\"xs:int\"/><xs:element name=\"a\" type=\"xs:int\" minOccurs=\"0\"/></xs:sequence>"
            ),
            "<a>1</a><b>2</b><a>3</a>", ##""#content":[{"a":1},{"b":2},{"a":3}]"##)
        try check(
            Self.element(
                "<xs:sequence><xs:element name=\"a\" type=\"xs:int\"/><xs:element name=\"a\" form=\"unqualified\" type=\"xs:int\"/></xs:sequence>"
            ),
            "<a>1</a><a xmlns=\"\">2</a>", #""{urn:t}a":1,"{}a":2"#.replacing("{}a", with: "a"))
        let all = Self.element(
            "<xs:all><xs:element name=\"a\" type=\"xs:int\"/><xs:element name=\"b\" type=\"xs:int\"/></xs:all>")
        try check(all, "<a>1</a><b>2</b>", #""a":1,"b":2"#)
        try check(
            all, "<b>2</b><a>1</a>",
            ##""a":1,"b":2,"#order":["b","a"]"##.replacing(##""a":1,"b":2"##, with: ##""b":2,"a":1"##))
    }

    @Test("xsi:type, xsi:nil and substitution groups")
    func instances() throws {
        let schema = """
            <xs:complexType name="B"><xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType>
            <xs:complexType name="D"><xs:complexContent><xs:extension base="t:B"><xs:sequence><xs:element name="m" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:element name="kopf" type="xs:int"/><xs:element name="mit" type="xs:int" substitutionGroup="t:kopf"/>
            """
            + Self.element(
                "<xs:sequence><xs:element name=\"e\" type=\"t:B\" maxOccurs=\"2\"/><xs:element ref=\"t:kopf\"/><xs:element name=\"i\" type=\"xs:int\" nillable=\"true\" maxOccurs=\"3\"/></xs:sequence>"
            )
        try check(
            schema,
            "<e><n>1</n></e><e xsi:type=\"t:D\"><n>1</n><m>2</m></e><mit>3</mit><i>1</i><i xsi:nil=\"true\"/><i xsi:nil=\"false\">4</i>",
            ##""e":[{"n":1},{"@xsi:type":"{urn:t}D","n":1,"m":2}],"mit":3,"i":[1,null,{"@xsi:nil":false,"#text":4}]"##)
        try check(
            schema.replacing("ref=\"t:kopf\"", with: "ref=\"t:kopf\" maxOccurs=\"3\""),
            "<e><n>1</n></e><mit>3</mit><kopf>4</kopf><i>1</i>",
            ##""e":[{"n":1}],"#content":[{"mit":3},{"kopf":4}],"i":[1]"##)
    }

    @Test("mixed content, wildcards and content without a type stay XML that stands for itself")
    func xml() throws {
        let schema = Self.element(
            """
            <xs:sequence><xs:element name="m"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="9"/></xs:sequence><xs:attribute name="x"/></xs:complexType></xs:element>
            <xs:element name="t"/><xs:any namespace="##other" processContents="skip" maxOccurs="2"/></xs:sequence>
            """)
        try check(
            schema,
            "<m x=\"1\">vor <b>fett</b> <!--so--><b/> nach</m><t>frei</t><f:z xmlns:f=\"urn:f\" q=\"t:name\"><f:y/></f:z>",
            ##""m":{"@x":"1","#xml":"vor <b xmlns=\"urn:t\">fett</b> <!--so--><b xmlns=\"urn:t\"/> nach"},"t":{"#xml":"frei"},"#any":["<f:z xmlns:f=\"urn:f\" xmlns:t=\"urn:t\" q=\"t:name\"><f:y/></f:z>"]"##
        )
    }

    @Test("names in values are written with their namespace")
    func qualifiedNames() throws {
        try check(
            Self.element("<xs:sequence><xs:element name=\"q\" type=\"xs:QName\"/></xs:sequence>"), "<q>t:w</q>",
            #""q":"{urn:t}w""#)
    }

    @Test("what the schema does not know is an error with its place, or kept as XML on request")
    func unknownElements() throws {
        let body = Self.element("<xs:sequence><xs:element name=\"name\" type=\"xs:int\"/></xs:sequence>")
        let xml = Array("<w xmlns=\"urn:t\" neu=\"1\">\n  <nam>1</nam>\n</w>".utf8)
        let known = Array("<w xmlns=\"urn:t\">\n  <nam>1</nam>\n</w>".utf8)
        let error = #expect(throws: ConversionError.self) {
            try Self.converter(body).json(from: .bytes(known, name: "d.xml"))
        }
        #expect(error?.finding.id == "convert.unexpected-element" && error?.location.line == 2)
        #expect(error?.hint?.en.rendered(showingValues: true).contains("name") == true)
        let lenient = try Self.converter(body, lenient: true)
        let made = try lenient.json(from: .bytes(xml))
        #expect(made.findings.map(\.id) == ["convert.kept-as-xml"])
        #expect(JSONValue(parsing: String(decoding: made.bytes, as: UTF8.self))?["@neu"] == .string("1"))
        let back = try XMLTree(bytes: try lenient.xml(from: try JSONDocument(made.bytes)))
        #expect(XMLComparison.differences(try XMLTree(bytes: xml), back) == [])
    }

    @Test(
        "wrong JSON is told with line and column",
        arguments: [
            (#"{"$message": "w", "$namespace": "urn:t","# + "\n  \"nam\": 1}", "convert.unknown-member", 2, 3),
            (#"{"$message": "w", "name": "x"}"#, "convert.bad-value", 1, 27),
            (#"{"$message": "w", "name": [1]}"#, "convert.wrong-type", 1, 27),
            (#"{"$message": "w", "liste": 1}"#, "convert.wrong-type", 1, 28),
            (#"{"name": 1}"#, "convert.no-message", 1, 1), (#"[]"#, "convert.no-message", 1, 1),
            (#"{"$message": "x"}"#, "convert.unknown-root", 1, 14),
            (#"{"$message": "w", "@xsi:type": "{urn:t}X"}"#, "convert.unknown-type", 1, 32),
            (##"{"$message": "w", "#xml": "<a"}"##, "convert.bad-xml", 1, 27),
            // What XML cannot carry is told at its place, not when all is written.
            (#"{"$message": "w", "name": 1, "text": "a\u0001b"}"#, "convert.bad-value", 1, 38),
            (#"{"$message": "w", "@stand": "\u0000"}"#, "convert.bad-value", 1, 29),
            (#"{"$message": "w", "name": null}"#, "", 0, 0),
            (#"{"$message": "w", "name": 1e2}"#, "convert.bad-value", 1, 27),
            (#"{"$message": "w", "name": 1.5}"#, "convert.bad-value", 1, 27),
            (#"{"$message": "w", "name": true}"#, "convert.wrong-type", 1, 27),
            (#"{"$message": "w", "text": 5}"#, "convert.wrong-type", 1, 27),
            (#"{"$message": "w", "liste": {"a": 1}}"#, "convert.wrong-type", 1, 28),
            (#"{"$message": "w", "": 1}"#, "convert.unknown-member", 1, 19),
            (#"{"$message": 5}"#, "convert.no-message", 1, 1),
            (#"{"$message": "w", "$namespace": "urn:x"}"#, "convert.unknown-root", 1, 14),
        ])
    func wrongJSON(_ text: String, _ id: String, _ line: Int, _ column: Int) throws {
        let converter = try Self.converter(
            Self.element(
                "<xs:sequence><xs:element name=\"name\" type=\"xs:int\"/><xs:element name=\"liste\" type=\"xs:int\" maxOccurs=\"3\" minOccurs=\"0\"/><xs:element name=\"text\" type=\"xs:string\"/></xs:sequence><xs:attribute name=\"stand\" type=\"xs:string\"/>"
            ))
        let document = try JSONDocument(Array(text.utf8), name: "d.json")
        if id.isEmpty {
            #expect(throws: Never.self) { try converter.xml(from: document) }
            return
        }
        let error = #expect(throws: ConversionError.self) { try converter.xml(from: document) }
        #expect(error?.finding.id.rawValue == id, "\(String(describing: error))")
        #expect(error?.location.line == line && error?.location.column == column, "\(String(describing: error))")
    }

    @Test(
        "malformed JSON is told with line and column",
        arguments: [
            ("{\"a\": 1,\n \"b\" 2}", 2, 6), ("{\"a\": 01}", 1, 7), ("{\"a\": 1, \"a\": 2}", 1, 10), ("[1, 2", 1, 6),
            ("{\"ä\": \"x\ny\"}", 1, 9), ("[\"\\q\"]", 1, 5), ("", 1, 1), ("[1] 2", 1, 5), ("[tru]", 1, 2),
        ])
    func malformed(_ text: String, _ line: Int, _ column: Int) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8), name: "d.json") }
        #expect(error?.location.line == line && error?.location.column == column, "\(String(describing: error))")
    }
}
