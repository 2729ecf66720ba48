import Findings
import Foundation
import SchemaModel
import Testing

@testable import SchemaCodegen

/// One construct of XML Schema each: schema in, Swift out.
@Suite struct SnippetTests {
    static func generate(_ body: String, _ options: SwiftGenerator.Options = .init()) throws -> SwiftGenerator.Output {
        let text = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" \
            elementFormDefault="qualified">\(body)</xs:schema>
            """
        let components = try SchemaLoader().loadComponents([.bytes(Array(text.utf8), name: "snippet.xsd")])
        return try SwiftGenerator(options).generate(components)
    }

    /// The generated code without indentation and documentation.
    static func code(_ body: String, _ options: SwiftGenerator.Options = .init()) throws -> [String] {
        let output = try generate(body, options)
        let file = try #require(output.files.first { $0.name == "Snippet.swift" })
        return file.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.hasPrefix("//") && !$0.hasPrefix("import ") }
    }

    static func element(_ content: String) -> String {
        "<xs:element name='r'><xs:complexType>\(content)</xs:complexType></xs:element>"
    }

    @Test("a sequence is a struct with its fields in order, once, optional, many, and defaults where they may be empty")
    func sequence() throws {
        let code = try Self.code(
            Self.element(
                """
                <xs:sequence><xs:element name="eins" type="xs:string"/><xs:element name="zwei" type="xs:int" minOccurs="0"/>
                <xs:element name="drei" type="xs:date" minOccurs="2" maxOccurs="5"/></xs:sequence>
                <xs:attribute name="a.b" type="xs:boolean" use="required"/>
                """))
        #expect(
            code == [
                "public struct R: XMLComplex {", "public var eins: String", "public var zwei: Int32?",
                "public var drei: [XSDDate]", "public var aB: Bool",
                "public init(eins: String, zwei: Int32? = nil, drei: [XSDDate], aB: Bool) {", "self.eins = eins",
                "self.zwei = zwei", "self.drei = drei", "self.aB = aB", "}",
                "public static let rootNames = [nsT.name(\"r\")]",
                "public static let xml = XMLTable(Self.self, in: nsT) {",
                "$0.element(\"eins\", \\.eins)", "$0.element(\"zwei\", \\.zwei)",
                "$0.element(\"drei\", \\.drei, min: 2, max: 5)", "$0.attribute(\"a.b\", \\.aB)", "}", "}",
            ])
    }

    @Test("a repeated choice is an array of an enum: its order is kept")
    func choice() throws {
        let code = try Self.code(
            Self.element(
                """
                <xs:choice maxOccurs="unbounded"><xs:element name="a" type="xs:string"/>
                <xs:sequence><xs:element name="b" type="xs:string"/><xs:element name="c" type="xs:string"/></xs:sequence>
                </xs:choice>
                """))
        #expect(code.contains("public var auswahl: [R.Auswahl]"))
        #expect(code.contains("public enum Auswahl: XMLChoice {"))
        #expect(code.contains("case a(String)") && code.contains("case bGruppe(R.Auswahl.BGruppe)"))
        #expect(code.contains("$0.group(\\.auswahl, min: 1)"))
        #expect(code.contains("public static let xml = XMLTable(Self.self, in: nsT, group: true) {"))
    }

    @Test("enumerations are closed, or open on request; patterns make refined types")
    func simpleTypes() throws {
        let schema =
            """
            <xs:simpleType name="Farbe.Type"><xs:restriction base="xs:token"><xs:enumeration value="rot"/>
              <xs:enumeration value="01"/><xs:enumeration value="default"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="PLZ"><xs:restriction base="xs:string"><xs:pattern value="\\d{5}"/></xs:restriction></xs:simpleType>
            """
            + Self.element(
                "<xs:sequence><xs:element name='f' type='t:Farbe.Type'/><xs:element name='p' type='t:PLZ'/></xs:sequence>"
            )
        let closed = try Self.code(schema)
        #expect(closed.contains("public enum Farbe: String, XMLEnumeration {"))
        #expect(closed.contains("case _01 = \"01\"") && closed.contains("case `default` = \"default\""))
        #expect(closed.contains("public struct PLZ: XMLRefined {"))
        #expect(closed.contains("public static let facets = XMLFacets(patterns: [[\"\\\\d{5}\"]])"))
        let open = try Self.code(schema, .init(openEnumerations: ["Farbe.Type"]))
        #expect(open.contains("public struct Farbe: XMLOpenEnumeration {"))
        #expect(open.contains("public static let rot = Self(rawValue: \"rot\")"))
    }

    @Test("recursion, extension, derived types, nil, wildcards, mixed content, simple content, lists")
    func complexTypes() throws {
        let code = try Self.code(
            """
            <xs:complexType name="Knoten"><xs:sequence><xs:element name="kind" type="t:Knoten" minOccurs="0"/></xs:sequence></xs:complexType>
            <xs:complexType name="Basis" abstract="true"><xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:complexType>
            <xs:complexType name="Mehr"><xs:complexContent><xs:extension base="t:Basis"><xs:sequence>
              <xs:element name="m" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:complexType name="Wert"><xs:simpleContent><xs:extension base="xs:decimal">
              <xs:attribute name="einheit" type="xs:string" fixed="m"/></xs:extension></xs:simpleContent></xs:complexType>
            <xs:complexType name="Text" mixed="true"><xs:sequence><xs:any maxOccurs="unbounded"/></xs:sequence></xs:complexType>
            """
                + Self.element(
                    """
                    <xs:sequence><xs:element name="k" type="t:Knoten"/><xs:element name="basis" type="t:Basis"/>
                    <xs:element name="w" type="t:Wert" nillable="true"/><xs:element name="t" type="t:Text"/>
                    <xs:element name="l" type="xs:NMTOKENS"/><xs:any namespace="##other" minOccurs="0"/></xs:sequence>
                    <xs:anyAttribute/>
                    """))
        #expect(code.contains("public var kind: Knoten? {") && code.contains("var _kind: XMLIndirect<Knoten>?"))
        #expect(
            code.contains("public indirect enum BasisAuspraegung: XMLVariants {") && code.contains("case mehr(Mehr)"))
        #expect(code.contains("public init(value: XSDDecimal, einheit: String? = \"m\") {"))
        #expect(
            code.contains("public var w: XMLNillable<Wert>") && code.contains("public var content: XMLMixedContent"))
        #expect(code.contains("public var l: XMLList<XSDNameToken>"))
        #expect(code.contains("$0.any(\\.weiteresElement, .other(than: \"urn:t\"))"))
        #expect(code.contains("$0.anyAttribute(\\.weitereAttribute)"))
    }

    @Test(
        "names: umlauts, capitals, keywords, numbers; the configuration overrides; collisions are told with a proposal")
    func names() throws {
        #expect(SwiftNames.type("Identifikation.NachrichtType") == "IdentifikationNachricht")
        #expect(SwiftNames.member("nachrichtenkopf.g2g") == "nachrichtenkopfG2g")
        #expect(SwiftNames.member("UUID") == "uuid" && SwiftNames.member("IDNummer") == "idNummer")
        #expect(SwiftNames.type("größe-öl") == "GroesseOel" && SwiftNames.member("2fach") == "_2fach")
        let schema =
            """
            <xs:complexType name="a.b"><xs:sequence><xs:element name="x" type="xs:string"/></xs:sequence></xs:complexType>
            <xs:complexType name="AB"><xs:sequence><xs:element name="x" type="t:a.b"/></xs:sequence></xs:complexType>
            """ + Self.element("<xs:sequence><xs:element name='class' type='t:AB'/></xs:sequence>")
        let output = try Self.generate(schema)
        #expect(output.findings.map(\.id.rawValue) == ["codegen.name-collision"])
        #expect(output.findings.first?.location.file == "snippet.xsd")
        let code = try Self.code(schema, .init(names: ["a.b": "Klein", "r/class": "klasse"]))
        #expect(code.contains("public struct Klein: XMLComplex {") && code.contains("public var klasse: AB"))
        #expect(code.contains("$0.element(\"class\", \\.klasse)"))
        #expect(try Self.code(schema).contains("public var `class`: TAB"))
        let error = #expect(throws: GeneratorError.self) { try Self.generate(schema, .init(names: ["fehlt": "X"])) }
        #expect(error?.finding.id == "codegen.unknown-name")
        let missing = #expect(throws: GeneratorError.self) { try Self.generate(schema, .init(messages: ["s"])) }
        #expect(missing?.finding.id == "codegen.message-not-found")
    }

    @Test("what Swift does not express is told once, with its place")
    func notExpressed() throws {
        let output = try Self.generate(
            """
            <xs:simpleType name="U"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>
            <xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
            <xs:simpleType name="M"><xs:restriction base="t:L"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
            <xs:element name="wert" type="xs:int"/>
            """
                + Self.element(
                    "<xs:sequence><xs:element name='a' type='t:U'/><xs:element name='b' type='t:U'/><xs:element name='c' type='t:M'/></xs:sequence>"
                ))
        #expect(
            Set(output.findings.map(\.id.rawValue)) == [
                "codegen.union-as-text", "codegen.list-facets", "codegen.simple-root",
            ])
        #expect(output.findings.count == 3)
        #expect(output.findings.allSatisfy { $0.location.file == "snippet.xsd" && $0.location.line != nil })
    }

    @Test("block: what may not stand in for an element has no case, in a substitution group and by xsi:type")
    func block() throws {
        let types = """
            <xs:complexType name="A"/><xs:complexType name="B"><xs:complexContent><xs:extension base="t:A">
              <xs:attribute name="q"/></xs:extension></xs:complexContent></xs:complexType>
            <xs:element name="zu" type="xs:string" block="substitution"/><xs:element name="zuMit" substitutionGroup="t:zu"/>
            <xs:element name="auf" type="t:A" block="extension"/><xs:element name="aufMit" type="t:B" substitutionGroup="t:auf"/>
            <xs:element name="aufGleich" substitutionGroup="t:auf"/>
            """
        let code = try Self.code(
            types
                + Self.element(
                    """
                    <xs:sequence><xs:element ref="t:zu"/><xs:element ref="t:auf"/><xs:element name="frei" type="t:A"/>
                    <xs:element name="fest" type="t:A" block="#all"/></xs:sequence>
                    """))
        #expect(code.contains("public var zu: String") && code.contains("public var auf: AufElement"))
        #expect(code.contains("case auf(A)") && code.contains("case aufGleich(AAuspraegung)"))
        #expect(!code.contains { $0.contains("aufMit(") })
        #expect(code.contains("public var frei: AAuspraegung") && code.contains("public var fest: A"))
    }

    @Test(
        "listed numbers and dates are compared as values; patterns restrict a union; what is left to the validator is told"
    )
    func valuesAndUnions() throws {
        let schema =
            """
            <xs:simpleType name="N"><xs:restriction base="xs:decimal"><xs:enumeration value="1.50"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="T"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="TP"><xs:restriction base="t:T"><xs:pattern value="[a-z]"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="U"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>
            <xs:simpleType name="UP"><xs:restriction base="t:U"><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>
            <xs:complexType name="W"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType>
            <xs:simpleType name="Q"><xs:restriction base="xs:QName"><xs:enumeration value="t:a"/></xs:restriction></xs:simpleType>
            <xs:complexType name="Alle"><xs:all minOccurs="0"><xs:element name="x" type="xs:int"/></xs:all></xs:complexType>
            """
            + Self.element(
                """
                <xs:sequence><xs:element name="n" type="t:N"/><xs:element name="t" type="t:TP"/><xs:element name="u" type="t:UP"/>
                <xs:element name="w" type="t:W" default="1"/><xs:element name="a" type="t:Alle"/><xs:element name="q" type="t:Q"/></xs:sequence>
                """)
        let code = try Self.code(schema)
        #expect(code.contains("public enum N: String, XMLValueEnumeration {"))
        #expect(code.contains("public typealias Base = XSDDecimal") && code.contains("case _150 = \"1.50\""))
        #expect(code.contains("public enum T: String, XMLEnumeration {") && code.contains("public var t: T"))
        #expect(code.contains("public struct UP: XMLRefined {") && code.contains("public let value: U"))
        let findings = try Self.generate(schema).findings
        #expect(
            Set(findings.map(\.id.rawValue)) == [
                "codegen.enumeration-facets", "codegen.default-of-complex-type", "codegen.optional-all",
                "codegen.qname-facets",
            ])
        #expect(findings.allSatisfy { $0.location.file == "snippet.xsd" && $0.location.line != nil })
    }

    @Test("only what the chosen messages and types reach is made")
    func chosen() throws {
        let schema = """
            <xs:complexType name="A"><xs:sequence><xs:element name="x" type="t:Innen"/></xs:sequence></xs:complexType>
            <xs:complexType name="Innen"/><xs:complexType name="B"/><xs:complexType name="Allein"/>
            <xs:element name="a" type="t:A"/><xs:element name="b" type="t:B"/>
            """
        func made(_ options: SwiftGenerator.Options) throws -> [String] {
            try Self.generate(schema, options).manifest.types.map(\.swift)
        }
        #expect(try made(.init()) == ["A", "B", "Innen"])
        #expect(try made(.init(messages: ["a"])) == ["A", "Innen"])
        #expect(try made(.init(messages: ["{urn:t}b"], types: ["Allein"])) == ["Allein", "B"])
        #expect(try made(.init(types: ["Allein"])) == ["Allein"])
        #expect(try made(.init(types: ["*"])) == ["A", "Allein", "B", "Innen"])
    }
}
