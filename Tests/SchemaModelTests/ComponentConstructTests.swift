import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import SchemaModel

/// Each construct of XML Schema 1.0 in the component model, one test each.
@Suite struct ComponentConstructTests {
    static func model(_ body: String, more: String = "") throws -> SchemaComponents {
        try SchemaComponentsTests.components(("k.xsd", SchemaComponentsTests.schema(body, more: more)))
    }

    static func name(_ local: String) -> XMLName { XMLName(local, in: "urn:t") }

    @Test("block and final: their own, those of the schema where nothing is written, #all")
    func blockAndFinal() throws {
        let model = try Self.model(
            """
            <xs:complexType name="A"/><xs:complexType name="B" block="#all" final=""/>
            <xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>
            <xs:simpleType name="T" final="list union"><xs:restriction base="xs:string"/></xs:simpleType>
            <xs:element name="e" type="t:A" block="substitution" final="#all"/><xs:element name="f" type="t:A"/>
            """, more: " blockDefault=\"restriction substitution\" finalDefault=\"extension\"")
        #expect(model.type(Self.name("A"))?.complex?.block == [.restriction, .substitution])
        #expect(model.type(Self.name("A"))?.final == [.extension])
        #expect(model.type(Self.name("B"))?.complex?.block == [.restriction, .extension, .substitution])
        #expect(model.type(Self.name("B"))?.final == [])
        #expect(model.type(Self.name("S"))?.final == [.extension])
        #expect(model.type(Self.name("T"))?.final == [.list, .union])
        #expect(model.element(Self.name("e"))?.block == [.substitution])
        #expect(model.element(Self.name("e"))?.final.isSuperset(of: [.extension, .restriction]) == true)
        #expect(model.element(Self.name("f"))?.block == [.restriction, .substitution])
    }

    @Test("every facet, as written, with what is fixed")
    func facets() throws {
        let model = try Self.model(
            """
            <xs:simpleType name="D"><xs:restriction base="xs:decimal"><xs:totalDigits value="6" fixed="true"/>
              <xs:fractionDigits value="2"/><xs:minInclusive value="-1.50"/><xs:maxExclusive value="10"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="E"><xs:restriction base="t:D"><xs:minExclusive value="0"/><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="H"><xs:restriction base="xs:hexBinary"><xs:length value="4"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="W"><xs:restriction base="xs:string"><xs:whiteSpace value="replace"/></xs:restriction></xs:simpleType>
            """)
        let d = try #require(model.type(Self.name("D"))?.simple)
        #expect(d.facets.totalDigits == 6 && d.facets.fractionDigits == 2 && d.facets.fixed == ["totalDigits"])
        #expect(d.facets.minInclusive == "-1.50" && d.facets.maxExclusive == "10")
        let e = try #require(model.type(Self.name("E"))?.simple)
        // A new bound takes the place of the other sort.
        #expect(e.facets.minExclusive == "0" && e.facets.minInclusive == nil)
        #expect(e.facets.maxInclusive == "5" && e.facets.maxExclusive == nil && e.facets.totalDigits == 6)
        #expect(e.ownFacets.totalDigits == nil)
        #expect(model.type(Self.name("H"))?.simple?.facets.length == 4)
        #expect(model.type(Self.name("W"))?.simple?.facets.whiteSpace == .replace)
    }

    @Test("restricted unions and lists keep their variety; anonymous members are types, too")
    func unionAndList() throws {
        let model = try Self.model(
            """
            <xs:simpleType name="U"><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="viele"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
            <xs:simpleType name="V"><xs:restriction base="t:U"><xs:enumeration value="1"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="L"><xs:list><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:list></xs:simpleType>
            <xs:simpleType name="M"><xs:restriction base="t:L"><xs:minLength value="2"/></xs:restriction></xs:simpleType>
            """)
        guard case .union(let members)? = model.type(Self.name("V"))?.simple?.variety,
            case .list(let item)? = model.type(Self.name("M"))?.simple?.variety
        else {
            Issue.record("variety lost")
            return
        }
        #expect(members.count == 2 && members[0] == model.builtin(.int))
        #expect(model[members[1]].name == nil && model[members[1]].simple?.facets.enumeration?.count == 1)
        #expect(model.type(Self.name("V"))?.simple?.facets.enumeration?.map(\.value) == ["1"])
        #expect(model[item].base == model.builtin(.int))
        #expect(model.type(Self.name("M"))?.simple?.facets.minLength == 2)
        #expect(model.type(Self.name("L"))?.derivation == .list && model.type(Self.name("U"))?.derivation == .union)
    }

    @Test("mixed content is inherited by extension; simple content is extended and restricted")
    func content() throws {
        let model = try Self.model(
            """
            <xs:complexType name="M" mixed="true"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>
            <xs:complexType name="N"><xs:complexContent mixed="true"><xs:extension base="t:M"><xs:sequence>
              <xs:element name="b" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:complexType name="W"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="w" type="xs:string"/>
              </xs:extension></xs:simpleContent></xs:complexType>
            <xs:complexType name="K"><xs:simpleContent><xs:restriction base="t:W"><xs:maxInclusive value="10"/>
              <xs:attribute name="w" type="xs:string" use="required"/></xs:restriction></xs:simpleContent></xs:complexType>
            <xs:complexType name="Leer"/>
            <xs:element name="frei"/>
            """)
        #expect(model.type(Self.name("N"))?.complex?.isMixed == true)
        guard case .simple(let w)? = model.type(Self.name("W"))?.complex?.content,
            case .simple(let k)? = model.type(Self.name("K"))?.complex?.content
        else {
            Issue.record("no simple content")
            return
        }
        #expect(w == model.builtin(.decimal))
        #expect(model[k].base == w && model[k].simple?.facets.maxInclusive == "10")
        #expect(model.type(Self.name("K"))?.complex?.attributes.map(\.isRequired) == [true])
        #expect(model.type(Self.name("Leer"))?.complex?.content == .empty)
        #expect(model.element(Self.name("frei"))?.type == model.builtin(.anyType))
    }

    @Test("attribute groups have names; the wildcards of groups and types meet, those of extensions add up")
    func attributeGroups() throws {
        let model = try Self.model(
            """
            <xs:attributeGroup name="a"><xs:attribute name="x" type="xs:int"/><xs:anyAttribute namespace="urn:u urn:v" processContents="lax"/></xs:attributeGroup>
            <xs:attributeGroup name="b"><xs:attribute name="y" default="1"/><xs:attributeGroup ref="t:a"/><xs:anyAttribute namespace="urn:v urn:w"/></xs:attributeGroup>
            <xs:complexType name="T"><xs:attributeGroup ref="t:b"/></xs:complexType>
            <xs:complexType name="X"><xs:complexContent><xs:extension base="t:T"><xs:anyAttribute namespace="##other" processContents="skip"/>
              </xs:extension></xs:complexContent></xs:complexType>
            """)
        let b = try #require(model.attributeGroupsByName[Self.name("b")])
        #expect(b.attributes.map(\.name.local) == ["y", "x"] && b.attributes[0].defaultValue == "1")
        #expect(b.location.line == 3)
        let any = try #require(model.type(Self.name("T"))?.complex?.anyAttribute)
        #expect(any.namespaces == .listed(["urn:v"]) && any.processing == .strict)
        let extended = try #require(model.type(Self.name("X"))?.complex?.anyAttribute)
        #expect(extended.namespaces == .other(than: "urn:t") && extended.processing == .skip)
    }

    @Test("wildcards: intersection and union as XML Schema Part 1, 3.10.6 has them")
    func wildcards() {
        typealias Names = Wildcard.Namespaces
        let other = Names.other(than: "t")
        #expect(Names.any.intersection(other) == other && other.union(.any) == .any)
        #expect(other.intersection(.listed(["t", "u", nil])) == .listed(["u"]))
        #expect(other.intersection(.other(than: nil)) == other)
        #expect(other.intersection(.other(than: "u")) == nil)
        #expect(other.union(.other(than: "u")) == .other(than: nil))
        #expect(other.union(.listed(["t", nil])) == .any)
        #expect(other.union(.listed(["t"])) == .other(than: nil))
        #expect(other.union(.listed([nil])) == nil)
        #expect(other.union(.listed(["u"])) == other)
        #expect(Names.listed(["a", nil]).union(.listed(["b"])) == .listed(["a", nil, "b"]))
    }

    @Test("redefined groups, attribute groups and types: the old one is reached only through the new one")
    func redefine() throws {
        let old = SchemaComponentsTests.schema(
            """
            <xs:group name="g"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:group>
            <xs:attributeGroup name="ag"><xs:attribute name="x" type="xs:string"/></xs:attributeGroup>
            <xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>
            <xs:complexType name="T"><xs:group ref="t:g"/><xs:attributeGroup ref="t:ag"/></xs:complexType>
            """)
        let new = SchemaComponentsTests.schema(
            """
            <xs:redefine schemaLocation="alt.xsd">
              <xs:group name="g"><xs:sequence><xs:group ref="t:g"/><xs:element name="b" type="t:S"/></xs:sequence></xs:group>
              <xs:attributeGroup name="ag"><xs:attributeGroup ref="t:ag"/><xs:attribute name="y" type="xs:string"/></xs:attributeGroup>
              <xs:simpleType name="S"><xs:restriction base="t:S"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
            </xs:redefine>
            """)
        let model = try SchemaLoader().loadComponents([
            .memory(["neu.xsd": Array(new.utf8), "alt.xsd": Array(old.utf8)], name: "x")
        ])
        let tests = SchemaComponentsTests()
        #expect(tests.names(model.type(Self.name("T")), in: model) == ["a", "b"])
        #expect(model.type(Self.name("T"))?.complex?.attributes.map(\.name.local) == ["x", "y"])
        #expect(model.groupsByName.keys.map(\.local) == ["g"])
        #expect(model.attributeGroupsByName.keys.map(\.local) == ["ag"])
        #expect(Set(model.typesByName.keys.filter { $0.namespace == "urn:t" }.map(\.local)) == ["S", "T"])
        let base = try #require(model.type(Self.name("S"))?.base)
        #expect(model[base].name == nil && model[base].owner == Self.name("S"))
        #expect(model.type(Self.name("S"))?.location.line == 5)
    }

    @Test("one chameleon included by two namespaces is in both")
    func chameleon() throws {
        let part = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="K"><xs:sequence>
            <xs:element name="k" type="S" form="qualified"/></xs:sequence></xs:complexType>
            <xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>
            """
        func schema(_ namespace: String, _ more: String = "") -> String {
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="\(namespace)">\(more)
            <xs:include schemaLocation="teil.xsd"/></xs:schema>
            """
        }
        let model = try SchemaLoader().loadComponents([
            .memory(
                [
                    "a.xsd": Array(schema("urn:a", "<xs:import namespace='urn:b' schemaLocation='b.xsd'/>").utf8),
                    "b.xsd": Array(schema("urn:b").utf8), "teil.xsd": Array(part.utf8),
                ], name: "x")
        ])
        for namespace in ["urn:a", "urn:b"] {
            let type = try #require(model.type(XMLName("K", in: namespace)))
            guard case .elements(let particle)? = type.complex?.content, case .group(let group) = particle.term,
                case .element(let id) = group.particles[0].term
            else {
                Issue.record("unexpected content")
                return
            }
            #expect(model[id].name == XMLName("k", in: namespace))
            #expect(model[id].type == model.typesByName[XMLName("S", in: namespace)])
        }
    }

    @Test("form of elements and attributes, references to globals, minOccurs and maxOccurs of references")
    func form() throws {
        let model = try Self.model(
            """
            <xs:attribute name="ga" type="xs:int"/><xs:element name="ge" type="xs:int" nillable="true"/>
            <xs:complexType name="T"><xs:sequence><xs:element name="u" form="unqualified"/><xs:element name="q"/>
              <xs:element ref="t:ge" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="p"/><xs:attribute name="o" form="unqualified"/><xs:attribute ref="t:ga" use="required" fixed="3"/></xs:complexType>
            """, more: " attributeFormDefault=\"qualified\"")
        let type = try #require(model.type(Self.name("T"))?.complex)
        #expect(type.attributes.map(\.name) == [Self.name("p"), XMLName("o"), Self.name("ga")])
        #expect(type.attributes[2].isRequired && type.attributes[2].fixedValue == "3")
        guard case .elements(let particle) = type.content, case .group(let group) = particle.term,
            case .element(let u) = group.particles[0].term, case .element(let q) = group.particles[1].term,
            case .element(let ge) = group.particles[2].term
        else {
            Issue.record("unexpected content")
            return
        }
        #expect(model[u].name == XMLName("u") && model[q].name == Self.name("q"))
        #expect(ge == model.elementsByName[Self.name("ge")] && model[ge].isNillable)
        #expect(group.particles[2].minimum == 0 && group.particles[2].maximum == nil)
    }

    @Test("documentation and appinfo are kept at every component, with line and column")
    func annotations() throws {
        let note =
            "<xs:annotation><xs:documentation> D </xs:documentation><xs:appinfo><x>1</x><y/></xs:appinfo></xs:annotation>"
        let model = try Self.model(
            """
            <xs:simpleType name="S">\(note)<xs:restriction base="xs:string"><xs:enumeration value="a">\(note)</xs:enumeration></xs:restriction></xs:simpleType>
            <xs:complexType name="T">\(note)<xs:sequence>\(note)<xs:element name="e" type="t:S">\(note)</xs:element></xs:sequence>
              <xs:attribute name="a">\(note)</xs:attribute></xs:complexType>
            <xs:group name="g">\(note)<xs:choice/></xs:group>
            """)
        let type = try #require(model.type(Self.name("T")))
        guard case .elements(let particle)? = type.complex?.content, case .group(let group) = particle.term,
            case .element(let id) = group.particles[0].term
        else {
            Issue.record("unexpected content")
            return
        }
        let value = try #require(model.type(Self.name("S"))?.simple?.facets.enumeration?.first)
        for annotation in [
            type.annotation, group.annotation, model[id].annotation, value.annotation,
            model.groupsByName[Self.name("g")]?.annotation, type.complex?.attributes[0].annotation,
            model.type(Self.name("S"))?.annotation,
        ] {
            #expect(annotation?.documentation == ["D"] && annotation?.appinfo.map(\.name.local) == ["x", "y"])
        }
        #expect(model[id].location.file == "k.xsd" && model[id].location.line == 3)
        #expect(value.location.line == 2)
    }

    @Test("notations with their identifiers, and values that name them")
    func notations() throws {
        let model = try Self.model(
            """
            <xs:notation name="jpeg" public="image/jpeg" system="viewer.exe"><xs:annotation><xs:documentation>Bild</xs:documentation></xs:annotation></xs:notation>
            <xs:notation name="png" public="image/png"/>
            <xs:simpleType name="Format"><xs:restriction base="xs:NOTATION"><xs:enumeration value="t:jpeg"/><xs:enumeration value="t:png"/></xs:restriction></xs:simpleType>
            """)
        let jpeg = try #require(model.notationsByName[Self.name("jpeg")])
        #expect(jpeg.publicID == "image/jpeg" && jpeg.systemID == "viewer.exe")
        #expect(jpeg.annotation.documentation == ["Bild"] && jpeg.location.line == 2)
        #expect(model.notationsByName[Self.name("png")]?.systemID == nil)
        #expect(model.type(Self.name("Format"))?.simple?.facets.enumeration?.count == 2)
    }

    @Test("unique, key and keyref with selector, fields and prefixes; a visitor sees every sort of component")
    func identityAndVisitors() throws {
        let model = try Self.model(
            """
            <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="xs:int" maxOccurs="9"/>
              <xs:any namespace="##local"/></xs:sequence><xs:attribute name="a" type="xs:string"/><xs:anyAttribute/></xs:complexType>
              <xs:unique name="u"><xs:selector xpath="t:e"/><xs:field xpath="."/></xs:unique></xs:element>
            """)
        let root = try #require(model.element(Self.name("r")))
        let constraint = try #require(root.identityConstraints.first)
        #expect(constraint.kind == .unique && constraint.fields == ["."] && constraint.namespaces["t"] == "urn:t")
        struct Log: ComponentVisitor {
            var seen: [String] = []
            mutating func visit(_ type: TypeDefinition, id: TypeID) { seen.append(type.name?.local ?? "-") }
            mutating func visit(_ element: ElementDeclaration, id: ElementID) { seen.append(element.name.local) }
            mutating func visit(_ attribute: AttributeUse) { seen.append("@" + attribute.name.local) }
            mutating func visit(_ group: ModelGroup) { seen.append(group.compositor.rawValue) }
            mutating func visit(_ wildcard: Wildcard) { seen.append("*") }
        }
        var log = Log()
        model.walk(from: model.rootElements, &log)
        #expect(Set(log.seen).isSuperset(of: ["r", "-", "@a", "sequence", "e", "int", "string", "anyType"]))
        #expect(log.seen.count { $0 == "*" } >= 2)
        var one = Log()
        model.walk(from: [], types: [model.builtin(.int)], &one)
        #expect(one.seen.first == "int" && !one.seen.contains("r"))
    }

    @Test(
        "what is circular or missing is refused with file and line",
        arguments: [
            "<xs:group name='g'><xs:sequence><xs:group ref='t:g'/></xs:sequence></xs:group>",
            "<xs:attributeGroup name='a'><xs:attributeGroup ref='t:b'/></xs:attributeGroup><xs:attributeGroup name='b'><xs:attributeGroup ref='t:a'/></xs:attributeGroup>",
            "<xs:complexType name='A'><xs:complexContent><xs:extension base='t:A'/></xs:complexContent></xs:complexType>",
            "<xs:simpleType name='S'><xs:union memberTypes='t:S'/></xs:simpleType>",
            "<xs:element name='e' substitutionGroup='t:f'/>", "<xs:element name='e' type='t:F'/>",
        ])
    func broken(body: String) throws {
        let error = #expect(throws: SchemaError.self) { try Self.model(body) }
        #expect(error?.finding.location.file == "k.xsd" && error?.finding.location.line != nil)
    }
}
