import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import SchemaModel

@Suite struct SchemaComponentsTests {
    static func schema(_ body: String, target: String = "urn:t", more: String = "") -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="\(target)" \
        elementFormDefault="qualified"\(more)>
        \(body)
        </xs:schema>
        """
    }

    static func components(_ texts: (name: String, text: String)...) throws -> SchemaComponents {
        try SchemaLoader().loadComponents(texts.map { .bytes(Array($0.text.utf8), name: $0.name) })
    }

    func names(_ particle: Particle, in components: SchemaComponents) -> [String] {
        switch particle.term {
        case .element(let id): [components[id].name.local]
        case .group(let group): group.particles.flatMap { names($0, in: components) }
        case .wildcard: ["*"]
        }
    }

    func names(_ type: TypeDefinition?, in components: SchemaComponents) -> [String] {
        guard let content = type?.complex?.content, case .elements(let particle) = content else { return [] }
        return names(particle, in: components)
    }

    @Test("an extension has the base's content first, a restriction its own; attributes are joined and prohibited")
    func derivation() throws {
        let model = try Self.components(
            (
                "a.xsd",
                Self.schema(
                    """
                    <xs:complexType name="A"><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence>
                      <xs:attribute name="p" type="xs:string"/><xs:attribute name="q" type="xs:string"/></xs:complexType>
                    <xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:sequence>
                      <xs:element name="b" type="xs:int" minOccurs="2" maxOccurs="unbounded"/></xs:sequence>
                      <xs:attribute name="r" type="xs:string"/></xs:extension></xs:complexContent></xs:complexType>
                    <xs:complexType name="C"><xs:complexContent><xs:restriction base="t:A"><xs:sequence/>
                      <xs:attribute name="p" use="prohibited"/><xs:attribute name="q" type="xs:string" use="required"/>
                      </xs:restriction></xs:complexContent></xs:complexType>
                    """)
            ))
        let b = model.type(XMLName("B", in: "urn:t"))
        #expect(names(b, in: model) == ["a", "b"])
        #expect(b?.complex?.attributes.map(\.name.local) == ["p", "q", "r"])
        #expect(b?.derivation == .extension)
        #expect(b?.location == Location(file: "a.xsd", line: 4, column: 1))
        let c = model.type(XMLName("C", in: "urn:t"))
        #expect(names(c, in: model).isEmpty)
        #expect(c?.complex?.attributes.map(\.name.local) == ["q"])
        #expect(c?.complex?.attributes.first?.isRequired == true)
        let a = try #require(model.typesByName[XMLName("A", in: "urn:t")])
        #expect(model.descendants(of: a).count == 2)
    }

    @Test("facets add up along the chain: patterns of each step must all hold, enumerations replace")
    func facets() throws {
        let model = try Self.components(
            (
                "f.xsd",
                Self.schema(
                    """
                    <xs:simpleType name="A"><xs:restriction base="xs:token"><xs:pattern value="[a-z]+"/>
                      <xs:pattern value="[0-9]+"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
                    <xs:simpleType name="B"><xs:restriction base="t:A"><xs:pattern value="a.*"/><xs:minLength value="2"/>
                      <xs:enumeration value="ab"><xs:annotation><xs:documentation>erster</xs:documentation></xs:annotation>
                      </xs:enumeration></xs:restriction></xs:simpleType>
                    <xs:simpleType name="L"><xs:list itemType="t:B"/></xs:simpleType>
                    <xs:simpleType name="U"><xs:union memberTypes="xs:int t:B"/></xs:simpleType>
                    """)
            ))
        let b = try #require(model.type(XMLName("B", in: "urn:t"))?.simple)
        #expect(b.variety == .atomic(.token))
        #expect(b.facets.patterns == [["[a-z]+", "[0-9]+"], ["a.*"]])
        #expect(b.facets.maxLength == 5 && b.facets.minLength == 2 && b.facets.whiteSpace == .collapse)
        #expect(b.facets.enumeration?.map(\.value) == ["ab"])
        #expect(b.facets.enumeration?.first?.annotation.documentation == ["erster"])
        let typeB = try #require(model.typesByName[XMLName("B", in: "urn:t")])
        #expect(model.type(XMLName("L", in: "urn:t"))?.simple?.variety == .list(item: typeB))
        #expect(
            model.type(XMLName("U", in: "urn:t"))?.simple?.variety == .union(members: [model.builtin(.int), typeB]))
    }

    @Test("groups, attribute groups, wildcards, substitution groups, form, block, nillable, default, fixed")
    func parts() throws {
        let model = try Self.components(
            (
                "p.xsd",
                Self.schema(
                    """
                    <xs:group name="g"><xs:choice><xs:element name="x" type="xs:string" form="unqualified"/>
                      <xs:element ref="t:head"/></xs:choice></xs:group>
                    <xs:attributeGroup name="ag"><xs:attribute name="k" type="xs:string" fixed="v"/>
                      <xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
                    <xs:element name="head" type="xs:string" abstract="true"/>
                    <xs:element name="m1" substitutionGroup="t:head"/>
                    <xs:element name="m2" type="xs:token" substitutionGroup="t:m1"/>
                    <xs:complexType name="T" block="extension"><xs:sequence><xs:group ref="t:g" maxOccurs="3"/>
                      <xs:element name="n" type="xs:int" nillable="true" default="7" minOccurs="0"/>
                      <xs:any namespace="urn:v urn:u" minOccurs="0" processContents="skip"/></xs:sequence>
                      <xs:attributeGroup ref="t:ag"/></xs:complexType>
                    """)
            ))
        let type = try #require(model.type(XMLName("T", in: "urn:t"))?.complex)
        #expect(names(model.type(XMLName("T", in: "urn:t")), in: model) == ["x", "head", "n", "*"])
        guard case .elements(let particle) = type.content, case .group(let sequence) = particle.term,
            case .group(let choice) = sequence.particles[0].term, case .element(let x) = choice.particles[0].term,
            case .element(let n) = sequence.particles[1].term, case .wildcard(let any) = sequence.particles[2].term
        else {
            Issue.record("unexpected structure")
            return
        }
        #expect(choice.compositor == .choice && choice.name == XMLName("g", in: "urn:t"))
        #expect(sequence.particles[0].maximum == 3)
        #expect(model[x].name == XMLName("x"))
        #expect(model[n].isNillable && model[n].defaultValue == "7")
        #expect(
            any.allows("urn:v") && any.allows("urn:u") && !any.allows("urn:t") && !any.allows(nil)
                && any.processing == .skip)
        #expect(type.attributes.first?.fixedValue == "v")
        #expect(type.anyAttribute?.allows("urn:x") == true && type.anyAttribute?.allows("urn:t") == false)
        #expect(type.block == [.extension])
        let head = try #require(model.elementsByName[XMLName("head", in: "urn:t")])
        #expect(model.substitutes[head]?.map { model[$0].name.local } == ["m1", "m2"])
        #expect(model.element(XMLName("m1", in: "urn:t"))?.type == model.builtin(.string))
        #expect(!model.rootElements.contains(head))
    }

    @Test("a chameleon takes the including namespace, its references too; redefine sees the old definition")
    func chameleonAndRedefine() throws {
        let chameleon = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
            <xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
            <xs:complexType name="K"><xs:sequence><xs:element name="k" type="S"/></xs:sequence></xs:complexType>
            </xs:schema>
            """
        let main = Self.schema(
            """
            <xs:redefine schemaLocation="c.xsd">
              <xs:simpleType name="S"><xs:restriction base="t:S"><xs:minLength value="2"/></xs:restriction></xs:simpleType>
              <xs:complexType name="K"><xs:complexContent><xs:extension base="t:K"><xs:sequence>
                <xs:element name="l" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            </xs:redefine>
            <xs:element name="root" type="t:K"/>
            """)
        let model = try Self.components(("c.xsd", chameleon), ("m.xsd", main))
        let k = model.type(XMLName("K", in: "urn:t"))
        #expect(names(k, in: model) == ["k", "l"])
        let s = try #require(model.type(XMLName("S", in: "urn:t"))?.simple)
        #expect(s.facets.maxLength == 9 && s.facets.minLength == 2)
        guard let complex = k?.complex, case .elements(let particle) = complex.content,
            case .group(let outer) = particle.term, case .group(let inner) = outer.particles[0].term,
            case .element(let id) = inner.particles[0].term
        else {
            Issue.record("unexpected structure")
            return
        }
        #expect(model[id].name == XMLName("k", in: "urn:t"))
        #expect(model[id].type == model.typesByName[XMLName("S", in: "urn:t")])
    }

    @Test("recursive types, key and keyref")
    func recursion() throws {
        let model = try Self.components(
            (
                "r.xsd",
                Self.schema(
                    """
                    <xs:complexType name="R"><xs:sequence><xs:element name="r" type="t:R" minOccurs="0"/></xs:sequence>
                      <xs:attribute name="id" type="xs:string"/></xs:complexType>
                    <xs:element name="root" type="t:R"><xs:key name="K"><xs:selector xpath=".//t:r"/><xs:field xpath="@id"/>
                      </xs:key><xs:keyref name="F" refer="t:K"><xs:selector xpath="t:r"/><xs:field xpath="@id"/></xs:keyref>
                    </xs:element>
                    """)
            ))
        let root = try #require(model.element(XMLName("root", in: "urn:t")))
        #expect(root.identityConstraints.map(\.selector) == [".//t:r", "t:r"])
        #expect(root.identityConstraints[1].kind == .keyReference(to: XMLName("K", in: "urn:t")))
        struct Counter: ComponentVisitor {
            var types = 0
            mutating func visit(_ type: TypeDefinition, id: TypeID) { types += 1 }
        }
        var counter = Counter()
        model.walk(from: model.rootElements, &counter)
        // R, xs:string, anySimpleType, anyType.
        #expect(counter.types == 4)
    }
}

extension CorpusSchemaTests {
    @Test("every schema of the corpus that compiles loads into the component model, without errors", arguments: entries)
    func components(entry: String) throws {
        guard !entry.contains("xberufsbildung/0.5") else { return }
        let loader = SchemaLoader(.init(catalogs: [Self.corpus + "/catalog.xml"]))
        let sources = [SchemaSource.file(Self.corpus + "/" + entry)]
        let model = try loader.loadComponents(sources)
        let set = try loader.load(sources)
        #expect(model.rootElements.map { model[$0].name } == set.rootElements)
        #expect(model.types.count > BuiltinType.allCases.count)
    }
}
