import Foundation
import SchemaComparison
import SchemaModel
import TestSupport
import Testing

@Suite struct SchemaDiffTests {
    static func diff(_ old: String, _ new: String) throws -> [SchemaDiff.Change] {
        func components(_ body: String) throws -> SchemaComponents {
            try DiffSchemas.components(
                DiffSchemas.schema("<xs:element name='m' type='t:T'/><xs:complexType name='T'>\(body)</xs:complexType>")
            )
        }
        return SchemaDiff(old: try components(old), new: try components(new)).changes
    }

    static func kinds(_ changes: [SchemaDiff.Change]) -> [String] {
        changes.map { "\($0.kind.rawValue) \($0.component)" }
    }

    @Test("removed, newly required, narrowed and reordered break; added and widened do not")
    func kindsOfChange() throws {
        let changes = try Self.diff(
            """
            <xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string" minOccurs="0"/>
            <xs:element name="c" type="xs:string" maxOccurs="unbounded"/><xs:element name="weg" type="xs:string"/></xs:sequence>
            <xs:attribute name="p" type="xs:string"/>
            """,
            """
            <xs:sequence><xs:element name="b" type="xs:string"/><xs:element name="a" type="xs:string" minOccurs="0"/>
            <xs:element name="c" type="xs:string" maxOccurs="3"/><xs:element name="neu" type="xs:string" minOccurs="0"/></xs:sequence>
            <xs:attribute name="p" type="xs:string" use="required"/><xs:attribute name="q" type="xs:string"/>
            """)
        #expect(
            Self.kinds(changes) == [
                "reordered T", "required T/@p", "required T/b", "narrowed T/c", "removed T/weg", "added T/@q",
                "widened T/a",
                "added T/neu",
            ])
        #expect(changes.allSatisfy { $0.messages == ["m"] })
        #expect(changes.prefix(5).allSatisfy { $0.isBreaking } && !changes[5].isBreaking)
    }

    @Test("elements that exclude one another, choices that become necessary, wildcards")
    func openness() throws {
        let both =
            "<xs:element name='a' type='xs:int' minOccurs='0'/><xs:element name='b' type='xs:int' minOccurs='0'/>"
        let one = both.replacingOccurrences(of: " minOccurs='0'", with: "")
        let sequence = "<xs:sequence>\(both)</xs:sequence>"
        let optional = "<xs:choice minOccurs='0'>\(one)</xs:choice>"
        let choice = "<xs:choice>\(one)</xs:choice>"
        #expect(try Self.kinds(Self.diff(sequence, optional)) == ["narrowed T"])
        #expect(try Self.kinds(Self.diff(optional, sequence)) == ["widened T"])
        #expect(try Self.kinds(Self.diff(optional, choice)) == ["required T"])
        #expect(try Self.diff(optional, choice).first?.new == "a | b")
        #expect(try Self.kinds(Self.diff(choice, optional)) == ["widened T"])
        #expect(try Self.diff(choice, optional).first?.new == "()")
        func any(_ text: String) -> String { "<xs:sequence>\(text)</xs:sequence>" }
        let open = "<xs:any minOccurs='0' processContents='lax'/>"
        #expect(try Self.kinds(Self.diff(any(open), any(""))) == ["removed T/*"])
        #expect(try Self.kinds(Self.diff(any(""), any(open))) == ["added T/*"])
        let other = "<xs:any minOccurs='0' namespace='##other' processContents='lax'/>"
        #expect(try Self.kinds(Self.diff(any(open), any(other))) == ["narrowed T/*"])
        #expect(try Self.kinds(Self.diff(any(other), any(open))) == ["widened T/*"])
        #expect(try Self.kinds(Self.diff("<xs:anyAttribute/>", "")) == ["removed T/@*"])
    }

    @Test("what may stand in: derived types and members of substitution groups, and what changes in them")
    func substitution() throws {
        func changes(_ old: String, _ new: String) throws -> [String] {
            func components(_ body: String) throws -> SchemaComponents {
                try DiffSchemas.components(
                    DiffSchemas.schema(
                        """
                        <xs:element name='m'><xs:complexType><xs:sequence><xs:element name='b' type='t:B'/>
                        <xs:element ref='t:h'/></xs:sequence></xs:complexType></xs:element>
                        <xs:element name='h' type='t:B' abstract='true'/><xs:complexType name='B'/>\(body)
                        """))
            }
            return Self.kinds(SchemaDiff(old: try components(old), new: try components(new)).changes)
        }
        func derived(_ name: String, _ use: String = "optional") -> String {
            """
            <xs:complexType name='\(name)'><xs:complexContent><xs:extension base='t:B'><xs:attribute name='x' use='\(use)'/>
            </xs:extension></xs:complexContent></xs:complexType>
            """
        }
        #expect(try changes(derived("D"), derived("D")) == [])
        #expect(try changes(derived("D"), "") == ["removed B/xsi:type=D"])
        #expect(try changes("", derived("D")) == ["added B/xsi:type=D"])
        #expect(try changes(derived("D"), derived("D", "required")) == ["required D/@x"])
        let member = "<xs:element name='e' substitutionGroup='t:h' type='t:B'/>"
        // A member of the group is a root, too.
        #expect(try changes(member, "") == ["removed e", "removed m/e"])
    }

    @Test("values: facets and enumerations")
    func values() throws {
        func type(_ facets: String) -> String {
            "<xs:sequence><xs:element name='v'><xs:simpleType><xs:restriction base='xs:string'>\(facets)</xs:restriction></xs:simpleType></xs:element></xs:sequence>"
        }
        let enumeration = try Self.diff(
            type("<xs:enumeration value='a'/><xs:enumeration value='b'/>"),
            type("<xs:enumeration value='b'/><xs:enumeration value='c'/>"))
        #expect(Self.kinds(enumeration) == ["narrowed T/v", "widened T/v"])
        #expect(enumeration.first?.old == "a" && enumeration.last?.new == "c")
        let length = try Self.diff(type("<xs:maxLength value='5'/>"), type("<xs:maxLength value='4'/>"))
        #expect(length.map(\.kind) == [.narrowed] && length.first?.new == "maxLength 4")
        #expect(try Self.diff(type("<xs:maxLength value='5'/>"), type("")).map(\.kind) == [.widened])
        #expect(try Self.diff(type(""), type("")).isEmpty)
    }
}

enum DiffSchemas {
    static func schema(_ body: String, target: String = "urn:t") -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="\(target)" targetNamespace="\(target)" \
        elementFormDefault="qualified">
        \(body)
        </xs:schema>
        """
    }

    static func components(_ text: String) throws -> SchemaComponents {
        try SchemaLoader().loadComponents([.bytes(Array(text.utf8), name: "a.xsd")])
    }
}

@Suite(.enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusDiffTests {
    static let corpus = TestFiles.corpus?.path ?? ""

    @Test(
        "XJustiz 3.2.1 against 3.5.1: the diff ends and finds both sorts of changes; a version against itself has none")
    func diffOfVersions() throws {
        let loader = SchemaLoader(.init(catalogs: [Self.corpus + "/catalog.xml"]))
        let old = try loader.loadComponents([.folder(Self.corpus + "/xjustiz/3.2.1/schemas")])
        let new = try loader.loadComponents([.folder(Self.corpus + "/xjustiz/3.5.1/schemas")])
        let diff = SchemaDiff(old: old, new: new)
        #expect(diff.isBreaking && diff.changes.contains { !$0.isBreaking } && diff.messages.count > 50)
        #expect(SchemaDiff(old: new, new: new).changes.isEmpty)
    }
}
