import SchemaComparison
import SchemaModel
import Testing

/// A pair of versions.
struct DiffCase: CustomTestStringConvertible {
    var testDescription: String
    /// The body of the type of the message `m`.
    var old: String
    var new: String
    var told: [String]
    /// What is told the other way round.
    var back: [String]

    init(_ name: String, _ old: String, _ new: String, told: [String], back: [String]) {
        testDescription = name
        self.old = old
        self.new = new
        self.told = told
        self.back = back
    }

    /// An element `v` with a simple type of these facets.
    static func values(
        _ name: String, _ old: String, _ new: String, _ told: String, _ back: String, base: String = "string",
        newBase: String? = nil
    ) -> DiffCase {
        func body(_ facets: String, _ base: String) -> String {
            var text = ""
            for facet in facets.split(separator: ";") {
                let parts = facet.split(separator: "=", maxSplits: 1)
                text += "<xs:\(parts[0]) value='\(parts[1])'/>"
            }
            return """
                <xs:sequence><xs:element name='v'><xs:simpleType><xs:restriction base='xs:\(base)'>\(text)</xs:restriction>
                </xs:simpleType></xs:element></xs:sequence>
                """
        }
        return DiffCase(
            name, body(old, base), body(new, newBase ?? base), told: told.isEmpty ? [] : ["\(told) T/v"],
            back: back.isEmpty ? [] : ["\(back) T/v"])
    }

    static func sequence(
        _ name: String, _ old: String, _ new: String, told: [String], back: [String]
    ) -> DiffCase {
        DiffCase(
            name, "<xs:sequence>\(old)</xs:sequence>", "<xs:sequence>\(new)</xs:sequence>", told: told, back: back)
    }
}

/// One pair of versions for each kind of change, with what must be told of it.
@Suite("Schema diff, kind by kind")
struct DiffKindsTests {
    private static let a = "<xs:element name='a' type='xs:int'/>"
    private static let b = "<xs:element name='b' type='xs:int'/>"
    private static func withMore(_ attributes: String) -> String {
        "<xs:element name='a' type='xs:int' \(attributes)/>"
    }

    static let facetCases: [DiffCase] = [
        .values("length", "length=3", "length=4", "narrowed", "narrowed"),
        .values("minLength", "minLength=2", "minLength=3", "narrowed", "widened"),
        .values("maxLength", "maxLength=9", "maxLength=8", "narrowed", "widened"),
        .values("a length within bounds", "length=3", "minLength=1;maxLength=3", "widened", "narrowed"),
        .values("enumeration", "enumeration=x;enumeration=y", "enumeration=x", "narrowed", "widened"),
        .values(
            "listed values that a pattern takes", "enumeration=ab;enumeration=cd", "pattern=[a-d]{2}", "widened",
            "narrowed"),
        .values("pattern, wider", "pattern=[a-z]{3}", "pattern=[a-z]{3,5}", "widened", "narrowed"),
        .values("pattern, the same in other words", "pattern=[0-9]{2}", "pattern=[0-9][0-9]", "", ""),
        .values("a length that the pattern implies", "pattern=[A-Z]{5}", "pattern=[A-Z]{5};maxLength=5", "", ""),
        .values("minInclusive", "minInclusive=1", "minInclusive=2", "narrowed", "widened", base: "int"),
        .values("maxExclusive", "maxExclusive=9", "maxExclusive=8", "narrowed", "widened", base: "decimal"),
        .values("the same bound in other words", "minExclusive=0", "minInclusive=1", "", "", base: "integer"),
        .values(
            "bounds of dates", "minInclusive=2020-01-01", "minInclusive=2021-01-01", "narrowed", "widened", base: "date"
        ),
        .values("totalDigits", "totalDigits=5", "totalDigits=4", "narrowed", "widened", base: "decimal"),
        .values("fractionDigits", "fractionDigits=2", "fractionDigits=1", "narrowed", "widened", base: "decimal"),
        .values("int to byte", "", "", "narrowed", "widened", base: "int", newBase: "byte"),
        .values(
            "bounds that fit the smaller type", "minInclusive=1;maxInclusive=9", "minInclusive=1;maxInclusive=9", "",
            "widened", base: "int", newBase: "byte"),
        .values("integer to decimal", "", "", "widened", "narrowed", base: "integer", newBase: "decimal"),
        .values("token to NCName", "", "", "narrowed", "widened", base: "token", newBase: "NCName"),
        .values("date to string", "", "", "widened", "changed", base: "date", newBase: "string"),
        .values("date to dateTime", "", "", "changed", "changed", base: "date", newBase: "dateTime"),
        .values(
            "white space that a length sees", "maxLength=3;whiteSpace=collapse", "maxLength=3;whiteSpace=preserve",
            "narrowed", ""),
    ]

    static let particleCases: [DiffCase] = [
        .sequence("removed, added", a + b, a, told: ["removed T/b"], back: ["required T/b"]),
        .sequence(
            "occurrence", withMore("maxOccurs='3'"), withMore("maxOccurs='2'"), told: ["narrowed T/a"],
            back: ["widened T/a"]),
        .sequence(
            "many occurrences", withMore("maxOccurs='900'"), withMore("maxOccurs='800'"), told: ["narrowed T/a"],
            back: ["widened T/a"]),
        .sequence("nillable", withMore("nillable='true'"), a, told: ["narrowed T/a"], back: ["widened T/a"]),
        .sequence("fixed", a, withMore("fixed='1'"), told: ["narrowed T/a"], back: ["widened T/a"]),
        .sequence(
            "default: valid, but it means something else", withMore("default='1'"), withMore("default='2'"),
            told: ["changed T/a"], back: ["changed T/a"]),
        .sequence("form", a, withMore("form='unqualified'"), told: ["changed T/a"], back: ["changed T/a"]),
        .sequence("order", a + b, b + a, told: ["reordered T"], back: ["reordered T"]),
        DiffCase(
            "sequence to all", "<xs:sequence>\(a)\(b)</xs:sequence>", "<xs:all>\(b)\(a)</xs:all>", told: ["widened T"],
            back: ["reordered T"]),
        DiffCase(
            "sequence to choice", "<xs:sequence>\(a)\(b)</xs:sequence>", "<xs:choice>\(a)\(b)</xs:choice>",
            told: ["narrowed T", "widened T/a", "widened T/b"], back: ["required T/a", "required T/b", "widened T"]),
        DiffCase(
            "sequence to repeated choice: all that was allowed still is", "<xs:sequence>\(a)\(b)</xs:sequence>",
            "<xs:choice maxOccurs='unbounded'>\(b)\(a)</xs:choice>",
            told: ["widened T/a", "widened T/b"],
            back: ["narrowed T/a", "narrowed T/b", "reordered T", "required T/a", "required T/b"]),
        DiffCase(
            "a pair that must come together, by an example", "<xs:sequence maxOccurs='2'>\(a)\(b)</xs:sequence>",
            "<xs:sequence>\(a)\(b)\(a)\(b)</xs:sequence>",
            told: ["narrowed T/a", "narrowed T/b"], back: ["widened T/a", "widened T/b"]),
        DiffCase(
            "what counting does not see",
            "<xs:choice><xs:sequence>\(a)\(b)</xs:sequence><xs:element name='c' type='xs:int'/></xs:choice>",
            "<xs:choice><xs:sequence>\(a)<xs:element name='b' type='xs:int' minOccurs='0'/></xs:sequence><xs:element name='c' type='xs:int'/></xs:choice>",
            told: ["widened T"], back: ["narrowed T"]),
        DiffCase(
            "use", "<xs:attribute name='p' type='xs:int'/>", "<xs:attribute name='p' type='xs:int' use='required'/>",
            told: ["required T/@p"], back: ["widened T/@p"]),
        DiffCase(
            "prohibited", "<xs:attribute name='p' type='xs:int'/>", "<xs:attribute name='p' use='prohibited'/>",
            told: ["removed T/@p"], back: ["added T/@p"]),
        DiffCase(
            "open content takes what was removed", "<xs:sequence>\(a)</xs:sequence>",
            "<xs:sequence><xs:any processContents='skip'/></xs:sequence>", told: ["added T/*", "changed T/a"],
            back: ["removed T/*", "required T/a"]),
        DiffCase(
            "checking of open content", "<xs:sequence><xs:any processContents='lax'/></xs:sequence>",
            "<xs:sequence><xs:any/></xs:sequence>", told: ["narrowed T/*"], back: ["widened T/*"]),
        DiffCase(
            "simple type to list of it", "<xs:attribute name='p' type='xs:NMTOKEN'/>",
            "<xs:attribute name='p' type='xs:NMTOKENS'/>", told: ["widened NMTOKENS"], back: ["changed NMTOKEN"]),
    ]

    private static func told(_ old: String, _ new: String) throws -> [String] {
        func components(_ body: String) throws -> SchemaComponents {
            try DiffSchemas.components(
                DiffSchemas.schema(
                    "<xs:element name='m' type='t:T'/><xs:complexType name='T'>\(body)</xs:complexType>"))
        }
        return SchemaDiff(old: try components(old), new: try components(new)).changes.map {
            "\($0.kind.rawValue) \($0.component)"
        }
    }

    @Test("facets and types of values", arguments: facetCases)
    func facets(_ one: DiffCase) throws {
        #expect(try Self.told(one.old, one.new) == one.told)
        #expect(try Self.told(one.new, one.old) == one.back)
    }

    @Test("elements, attributes and open content", arguments: particleCases)
    func particles(_ one: DiffCase) throws {
        #expect(try Self.told(one.old, one.new).sorted() == one.told.sorted())
        #expect(try Self.told(one.new, one.old).sorted() == one.back.sorted())
    }

    @Test("a renamed namespace is told once, for its messages, and nothing else")
    func namespace() throws {
        let body = """
            <xs:element name='m' type='t:T'/><xs:element name='n' type='t:T'/>
            <xs:complexType name='T'><xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence></xs:complexType>
            """
        let diff = SchemaDiff(
            old: try DiffSchemas.components(DiffSchemas.schema(body, target: "urn:x:1.0")),
            new: try DiffSchemas.components(DiffSchemas.schema(body, target: "urn:x:1.1")))
        #expect(diff.changes.map(\.component) == ["targetNamespace"] && diff.brokenMessages == ["m", "n"])
        #expect(diff.changes.first?.old == "urn:x:1.0" && diff.changes.first?.new == "urn:x:1.1")
        #expect(diff.changes.first?.messages == ["m", "n"])
    }

    @Test("changes are told for the messages that reach them, and only for these")
    func messages() throws {
        func schema(_ type: String) -> String {
            DiffSchemas.schema(
                """
                <xs:element name='m'><xs:complexType><xs:sequence><xs:element name='x' type='t:T'/></xs:sequence></xs:complexType></xs:element>
                <xs:element name='n' type='xs:int'/><xs:element name='alt' type='xs:int'/>
                <xs:complexType name='T'><xs:sequence><xs:element name='a' type='\(type)'/></xs:sequence></xs:complexType>
                """)
        }
        let new = schema("xs:byte").replacing("name='alt'", with: "name='neu'")
        let diff = SchemaDiff(
            old: try DiffSchemas.components(schema("xs:int")), new: try DiffSchemas.components(new))
        #expect(diff.messages == ["m", "n"] && diff.brokenMessages == ["m"])
        #expect(
            diff.changes.map { "\($0.kind) \($0.messages)" } == [
                "removed [\"alt\"]", "narrowed [\"m\"]", "added [\"neu\"]",
            ])
    }

    @Test("identity constraints: new ones narrow, those that are gone widen, a key demands more than uniqueness")
    func constraints() throws {
        func changes(_ old: String, _ new: String) throws -> [String] {
            func components(_ constraint: String) throws -> SchemaComponents {
                try DiffSchemas.components(
                    DiffSchemas.schema(
                        """
                        <xs:element name='m'><xs:complexType><xs:sequence><xs:element name='a' type='xs:token' maxOccurs='9'/>
                        </xs:sequence></xs:complexType>\(constraint)</xs:element>
                        """))
            }
            return SchemaDiff(old: try components(old), new: try components(new)).changes.map {
                "\($0.kind.rawValue) \($0.component)"
            }
        }
        func constraint(_ kind: String, _ path: String = "t:a") -> String {
            "<xs:\(kind) name='k'><xs:selector xpath='\(path)'/><xs:field xpath='.'/></xs:\(kind)>"
        }
        #expect(try changes("", constraint("unique")) == ["narrowed m"])
        #expect(try changes(constraint("unique"), "") == ["widened m"])
        #expect(try changes(constraint("unique"), constraint("key")) == ["narrowed m"])
        #expect(try changes(constraint("key"), constraint("unique")) == ["widened m"])
        #expect(try changes(constraint("key"), constraint("key", "child::t:a")) == [])
        #expect(try changes(constraint("key"), constraint("key", ".//t:a")) == ["narrowed m"])
    }

    @Test("schemas of types only are compared type by type")
    func typesOnly() throws {
        func components(_ type: String) throws -> SchemaComponents {
            try DiffSchemas.components(
                DiffSchemas.schema(
                    "<xs:complexType name='T'><xs:sequence><xs:element name='a' type='\(type)'/></xs:sequence></xs:complexType>"
                ))
        }
        let diff = SchemaDiff(old: try components("xs:int"), new: try components("xs:byte"))
        #expect(diff.changes.map(\.kind) == [.narrowed] && diff.messages.isEmpty && diff.isBreaking)
    }
}
