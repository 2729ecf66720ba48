import Findings
import Foundation
import Testing
import XMLCore

@testable import SchemaModel

/// Corners of XML Schema at which tools stumble: groups that come round to themselves, what `block` excludes, circular imports
/// in a folder, components as values.
@Suite struct ComponentCornerTests {
    typealias Construct = ComponentConstructTests

    static func names(_ particle: Particle?, in model: SchemaComponents) -> [String] {
        particle.map { SchemaComponentsTests().names($0, in: model) } ?? []
    }

    static func own(_ type: TypeID, in model: SchemaComponents) -> Particle? { model[type].complex?.ownParticle }

    @Test("a group may contain itself by way of an element, of an anonymous type or a named one, but not directly")
    func recursiveGroups() throws {
        let model = try Construct.model(
            """
            <xs:group name="g"><xs:choice>
              <xs:element name="und"><xs:complexType><xs:sequence><xs:group ref="t:h" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="nicht" type="t:N"/><xs:element name="wert" type="xs:int"/></xs:choice></xs:group>
            <xs:group name="h"><xs:sequence><xs:group ref="t:g"/><xs:element name="ende" type="xs:int"/></xs:sequence></xs:group>
            <xs:complexType name="N"><xs:group ref="t:g"/></xs:complexType>
            <xs:element name="r"><xs:complexType><xs:group ref="t:g"/></xs:complexType></xs:element>
            """)
        let root = try #require(model.element(Construct.name("r")))
        #expect(Self.names(Self.own(root.type, in: model), in: model) == ["und", "nicht", "wert"])
        guard case .group(let g)? = Self.own(root.type, in: model)?.term,
            case .element(let und) = g.particles[0].term, case .element(let nicht) = g.particles[1].term
        else {
            Issue.record("unexpected content")
            return
        }
        #expect(
            Self.names(Self.own(model[und].type, in: model), in: model) == ["und", "nicht", "wert", "ende"])
        #expect(Self.names(Self.own(model[nicht].type, in: model), in: model) == ["und", "nicht", "wert"])
        #expect(model[und].name == Construct.name("und") && model[und].type != root.type)
        for body in [
            "<xs:group name='g'><xs:choice><xs:group ref='t:h'/></xs:choice></xs:group><xs:group name='h'><xs:choice><xs:group ref='t:g'/></xs:choice></xs:group>"
        ] {
            let error = #expect(throws: SchemaError.self) { try Construct.model(body) }
            #expect(error?.finding.location.line == 2)
        }
    }

    @Test("a redefined group contains itself by way of an element, and the old one once")
    func recursiveRedefinedGroup() throws {
        let old = SchemaComponentsTests.schema(
            "<xs:group name='g'><xs:sequence><xs:element name='a' minOccurs='0'><xs:complexType><xs:group ref='t:g'/></xs:complexType></xs:element></xs:sequence></xs:group>"
        )
        let new = SchemaComponentsTests.schema(
            """
            <xs:redefine schemaLocation="alt.xsd"><xs:group name="g"><xs:sequence><xs:group ref="t:g"/>
            <xs:element name="b" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="c" type="t:T"/></xs:sequence></xs:complexType></xs:element>
            </xs:sequence></xs:group></xs:redefine>
            <xs:complexType name="T"><xs:group ref="t:g"/></xs:complexType>
            """)
        let model = try SchemaLoader().loadComponents([
            .memory(["neu.xsd": Array(new.utf8), "alt.xsd": Array(old.utf8)], name: "x")
        ])
        let type = try #require(model.typesByName[Construct.name("T")])
        #expect(Self.names(Self.own(type, in: model), in: model) == ["a", "b"])
    }

    /// Members of substitution groups: head `h` of type `H`; each line of the table is one attribute more.
    static func members(_ head: String, type: String = "", middle: String = "") throws -> [String] {
        let model = try Construct.model(
            """
            <xs:complexType name="H" \(type)><xs:sequence><xs:element name="x" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
            <xs:complexType name="R" \(middle)><xs:complexContent><xs:restriction base="t:H"/></xs:complexContent></xs:complexType>
            <xs:complexType name="E"><xs:complexContent><xs:extension base="t:H"/></xs:complexContent></xs:complexType>
            <xs:complexType name="RE"><xs:complexContent><xs:extension base="t:R"/></xs:complexContent></xs:complexType>
            <xs:element name="h" type="t:H" \(head)/><xs:element name="same" substitutionGroup="t:h"/>
            <xs:element name="r" type="t:R" substitutionGroup="t:h"/><xs:element name="e" type="t:E" substitutionGroup="t:h"/>
            <xs:element name="re" type="t:RE" substitutionGroup="t:r"/>
            """)
        let id = try #require(model.elementsByName[Construct.name("h")])
        return model.substitutes[id]?.map { model[$0].name.local } ?? []
    }

    @Test("block keeps members out of substitution groups: of the head, of its type, of a type between (Part 1, 3.3.6)")
    func blockedSubstitution() throws {
        #expect(try Self.members("") == ["e", "r", "re", "same"])
        #expect(try Self.members("block='substitution'") == [])
        #expect(try Self.members("block='#all'") == [])
        #expect(try Self.members("block='extension'") == ["r", "same"])
        #expect(try Self.members("block='restriction'") == ["e", "same"])
        #expect(try Self.members("", type: "block='extension'") == ["r", "same"])
        #expect(try Self.members("", middle: "block='extension'") == ["e", "r", "same"])
        #expect(try Self.members("", middle: "block='restriction'") == ["e", "r", "same"])
    }

    @Test("what xsi:type may name: derived types, unless block of the declared type or of the element excludes a step")
    func standing() throws {
        let model = try Construct.model(
            """
            <xs:complexType name="A"/><xs:complexType name="B" block="extension"/>
            <xs:complexType name="AE"><xs:complexContent><xs:extension base="t:A"><xs:attribute name="q"/></xs:extension></xs:complexContent></xs:complexType>
            <xs:complexType name="AER"><xs:complexContent><xs:restriction base="t:AE"/></xs:complexContent></xs:complexType>
            <xs:complexType name="BE"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>
            <xs:complexType name="BR"><xs:complexContent><xs:restriction base="t:B"/></xs:complexContent></xs:complexType>
            """)
        func type(_ name: String) throws -> TypeID { try #require(model.typesByName[Construct.name(name)]) }
        #expect(model.derivation(of: try type("AER"), from: try type("A")) == [try type("AER"), try type("AE")])
        #expect(model.derivation(of: try type("A"), from: try type("A")) == [])
        #expect(model.derivation(of: try type("A"), from: try type("AE")) == nil)
        #expect(model.mayStand(try type("AER"), for: try type("A")))
        #expect(!model.mayStand(try type("AER"), for: try type("A"), blocked: [.restriction]))
        #expect(!model.mayStand(try type("AER"), for: try type("A"), blocked: [.extension]))
        #expect(model.mayStand(try type("AER"), for: try type("AE"), blocked: [.extension]))
        #expect(try !model.mayStand(type("BE"), for: type("B")))
        #expect(try model.mayStand(type("BR"), for: type("B")))
        #expect(!model.mayStand(try type("A"), for: try type("B")))
    }

    @Test("of a folder, documents that only import one another in a circle are entries, too")
    func circleBesideOthers() throws {
        func schema(_ own: String, _ others: [String], _ body: String = "") -> [UInt8] {
            let imports = others.map { "<xs:import namespace='urn:\($0)' schemaLocation='\($0).xsd'/>" }.joined()
            return Array(
                SchemaComponentsTests.schema(
                    imports + "<xs:element name='e-\(own)' type='xs:int'/>" + body, target: "urn:\(own)"
                ).utf8)
        }
        // a → b ⇄ c → d; x → d. Nothing leads to a and x, nor to the circle y ⇄ z, which leads to d.
        let files = [
            "a.xsd": schema("a", ["b"]), "b.xsd": schema("b", ["c"]), "c.xsd": schema("c", ["b", "d"]),
            "d.xsd": schema("d", []), "x.xsd": schema("x", ["d"]), "y.xsd": schema("y", ["z"]),
            "z.xsd": schema("z", ["y", "d"]),
        ]
        let model = try SchemaLoader().loadComponents([.memory(files, name: "x")])
        #expect(
            model.documents.filter(\.isEntry).map(\.name).sorted()
                == ["a.xsd", "x.xsd", "y.xsd", "z.xsd"].map { "x!/" + $0 })
        #expect(model.rootElements.map { model[$0].name.local } == ["e-a", "e-x", "e-y", "e-z"])
    }

    @Test("components are values: a changed copy leaves the first one as it was")
    func values() throws {
        let first = try Construct.model(
            "<xs:complexType name='A'/><xs:element name='e' type='t:A'/><xs:attribute name='q' default='1'/>")
        var second = first
        let element = try #require(first.elementsByName[Construct.name("e")])
        let type = try #require(first.typesByName[Construct.name("A")])
        second[element].isNillable = true
        second[type].annotation.documentation = ["neu"]
        #expect(!first[element].isNillable && first[type].annotation.documentation.isEmpty)
        #expect(second[element].isNillable && second[type] != first[type])
        #expect(first.attributesByName[Construct.name("q")]?.defaultValue == "1")
        #expect(first[element].location == Location(file: "k.xsd", line: 2, column: 27))
    }
}
