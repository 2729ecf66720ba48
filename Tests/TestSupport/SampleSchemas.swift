/// Small schemas, one per construct; each must give valid samples for every seed.
public enum SampleSchemas {
    /// A schema of the namespace `urn:t` with a body.
    public static func schema(_ body: String) -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" \
        elementFormDefault="qualified">\(body)</xs:schema>
        """
    }

    /// A root with one element of each simple type, each given as a restriction.
    static func values(_ restrictions: String...) -> String {
        var body = ""
        for (index, restriction) in restrictions.enumerated() {
            body += "<xs:element name=\"v\(index)\"><xs:simpleType>\(restriction)</xs:simpleType></xs:element>"
        }
        return schema(
            "<xs:element name=\"wurzel\"><xs:complexType><xs:sequence>\(body)</xs:sequence></xs:complexType></xs:element>"
        )
    }

    static func facet(_ base: String, _ facets: String...) -> String {
        let list = facets.map { facet -> String in
            let parts = facet.split(separator: "=", maxSplits: 1)
            return "<xs:\(parts[0]) value=\"\(parts[1])\"/>"
        }
        return "<xs:restriction base=\"xs:\(base)\">\(list.joined())</xs:restriction>"
    }

    /// By name.
    public static let all: [String: String] = [
        "numbers": values(
            facet("decimal", "minExclusive=0", "maxInclusive=0.05", "fractionDigits=3"),
            facet("decimal", "totalDigits=4", "fractionDigits=2", "minInclusive=-3.5"),
            facet("integer", "minInclusive=-20", "maxExclusive=-17"), facet("unsignedByte", "minInclusive=250"),
            facet("negativeInteger"), facet("long", "minInclusive=9223372036854775800"),
            facet("integer", "pattern=\\d{5}"),
            facet("positiveInteger", "pattern=[0-9]{1,3}", "maxInclusive=99"), facet("double", "minInclusive=1.5"),
            facet("float", "maxExclusive=-2"), facet("decimal", "pattern=[0-9]+\\.[0-9]{2}"),
            facet("boolean", "pattern=[01]")),
        "texts": values(
            facet("string", "length=7"), facet("token", "minLength=30", "maxLength=31"),
            facet("normalizedString", "maxLength=1", "minLength=1"),
            facet("language"), facet("NMTOKEN", "maxLength=3"), facet("Name"), facet("NCName", "minLength=20"),
            facet("anyURI"), facet("hexBinary", "length=3"), facet("base64Binary", "minLength=4", "maxLength=5"),
            facet("string", "whiteSpace=collapse", "minLength=2"), facet("QName"),
            facet("token", "enumeration=a", "enumeration=b c")),
        "patterns": values(
            facet("string", "pattern=[A-Z-[AEIOU]]{2}\\d{2,4}(x|yz)?"),
            facet("token", "pattern=\\p{Lu}\\p{Ll}*(-\\p{Lu}\\p{Ll}+)*"),
            facet("string", "pattern=[\\p{IsGreek}]{3}"), facet("string", "pattern=\\i\\c*", "maxLength=4"),
            facet("string", "pattern=[^a-z0-9\\s]{2,}"), facet("token", "pattern=(ab|cd){2}e*", "minLength=6"),
            facet("date", "pattern=20[0-9]{2}-.*Z"), facet("dateTime", "pattern=.+\\.[0-9]{3}(Z|[+\\-]\\d\\d:\\d\\d)"),
            facet("string", "pattern=DE\\d{20}", "pattern=AT\\d{18}"), facet("token", "pattern=\\S+@\\S+\\.[a-z]{2,3}"),
            "<xs:restriction><xs:simpleType><xs:restriction base=\"xs:token\"><xs:pattern value=\".*[0-9]{3}.*\"/></xs:restriction></xs:simpleType><xs:pattern value=\"[a-z]{4}.{3}[A-Z]{2}\"/></xs:restriction>"
        ),
        "dates": values(
            facet("date", "minInclusive=2024-02-27", "maxInclusive=2024-03-02"),
            facet("dateTime", "minInclusive=2020-01-01T00:00:00Z"),
            facet("time"), facet("gYear", "maxInclusive=1960"), facet("gYearMonth"), facet("gMonthDay"),
            facet("gMonth"),
            facet("gDay"), facet("duration"), facet("time", "minInclusive=08:00:00", "maxInclusive=09:00:00"),
            facet("duration", "minInclusive=P1Y")),
        "lists": schema(
            """
            <xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
            <xs:simpleType name="U"><xs:union memberTypes="xs:date xs:boolean"><xs:simpleType><xs:restriction base="xs:token">
            <xs:enumeration value="unbekannt"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="l" type="t:L"/>
            <xs:element name="m"><xs:simpleType><xs:restriction base="t:L"><xs:length value="4"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="u" type="t:U" maxOccurs="4"/><xs:element name="n" type="xs:NMTOKENS"/></xs:sequence>
            <xs:attribute name="lu"><xs:simpleType><xs:list itemType="t:U"/></xs:simpleType></xs:attribute></xs:complexType></xs:element>
            """),
        "choices": schema(
            """
            <xs:group name="g"><xs:choice><xs:element name="a" type="xs:int"/><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/>
            <xs:element name="c" type="xs:int"/></xs:sequence></xs:choice></xs:group>
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:group ref="t:g" maxOccurs="5"/><xs:element name="ende" minOccurs="2" maxOccurs="3"/>
            <xs:element name="alles"><xs:complexType><xs:all><xs:element name="x" type="xs:int"/><xs:element name="y" type="xs:int" minOccurs="0"/>
            <xs:element name="z" type="xs:int"/></xs:all></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            """),
        "substitution": schema(
            """
            <xs:complexType name="B" abstract="true"><xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType>
            <xs:complexType name="D1"><xs:complexContent><xs:extension base="t:B"><xs:sequence><xs:element name="m" type="xs:date"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:complexType name="D2"><xs:complexContent><xs:restriction base="t:B"><xs:sequence><xs:element name="n" type="xs:byte"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
            <xs:element name="kopf" type="t:B" abstract="true"/><xs:element name="m1" type="t:D1" substitutionGroup="t:kopf"/>
            <xs:element name="m2" type="t:D2" substitutionGroup="t:kopf"/>
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element ref="t:kopf" maxOccurs="4"/><xs:element name="e" type="t:B"/>
            <xs:element name="f" type="t:B" block="extension"/></xs:sequence></xs:complexType></xs:element>
            """),
        "wildcards": schema(
            """
            <xs:element name="bekannt" type="xs:int"/>
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="3"/></xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType></xs:element>
            <xs:element name="b"><xs:complexType><xs:sequence><xs:any namespace="##targetNamespace"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="c"><xs:complexType><xs:sequence><xs:any namespace="##local" processContents="skip" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="d"/></xs:sequence></xs:complexType></xs:element>
            """),
        "keys": schema(
            """
            <xs:element name="wurzel"><xs:complexType><xs:sequence>
            <xs:element name="ort" minOccurs="2" maxOccurs="9"><xs:complexType><xs:sequence><xs:element name="name" type="xs:token" minOccurs="0"/></xs:sequence>
            <xs:attribute name="nr" type="t:Ziffer"/></xs:complexType></xs:element>
            <xs:element name="weg" maxOccurs="5"><xs:complexType><xs:attribute name="von" type="xs:token" use="required"/><xs:attribute name="nach" type="xs:token"/></xs:complexType></xs:element>
            </xs:sequence></xs:complexType>
            <xs:key name="orte"><xs:selector xpath="t:ort"/><xs:field xpath="@nr"/></xs:key>
            <xs:keyref name="von" refer="t:orte"><xs:selector xpath=".//t:weg"/><xs:field xpath="@von"/></xs:keyref>
            <xs:unique name="namen"><xs:selector xpath="t:ort|t:weg"/><xs:field xpath="t:name"/></xs:unique></xs:element>
            <xs:simpleType name="Ziffer"><xs:restriction base="xs:token"><xs:pattern value="[0-9]"/></xs:restriction></xs:simpleType>
            """),
        // The path takes every `r`, also where it has children: no document may have that one (3.11.4, rule 3).
        "fields without value": schema(
            """
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="k" type="xs:token" maxOccurs="3"/>
            <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="r" type="t:R" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="b"><xs:complexType><xs:choice maxOccurs="3"><xs:element name="r" type="t:R"/><xs:element name="s" type="t:R"/></xs:choice></xs:complexType></xs:element>
            </xs:sequence></xs:complexType>
            <xs:key name="ks"><xs:selector xpath="t:k"/><xs:field xpath="."/></xs:key>
            <xs:keyref name="rs" refer="t:ks"><xs:selector xpath=".//*"/><xs:field xpath="t:r"/></xs:keyref></xs:element>
            <xs:complexType name="R"><xs:sequence><xs:element name="r" type="xs:token"/></xs:sequence></xs:complexType>
            """),
        "identifiers": schema(
            """
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="a" maxOccurs="4"><xs:complexType><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element>
            <xs:element name="b" type="xs:IDREF"/><xs:element name="c" minOccurs="0"><xs:complexType><xs:attribute name="r" type="xs:IDREFS" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            """),
        "presets": schema(
            """
            <xs:element name="wurzel"><xs:complexType mixed="true"><xs:sequence><xs:element name="f" type="xs:int" fixed="7" minOccurs="0"/><xs:element name="d" type="xs:token" default="vorgabe"/>
            <xs:element name="n" type="t:N" nillable="true" maxOccurs="6"/></xs:sequence><xs:attribute name="v" fixed="1.0" use="required"/><xs:attribute name="w" type="xs:int" default="3"/></xs:complexType></xs:element>
            <xs:complexType name="N"><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="q" type="xs:boolean" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
            """),
        "recursion": schema(
            """
            <xs:complexType name="K"><xs:choice><xs:element name="blatt" type="xs:int"/><xs:sequence><xs:element name="links" type="t:K"/><xs:element name="rechts" type="t:K"/></xs:sequence></xs:choice></xs:complexType>
            <xs:element name="wurzel" type="t:K"/>
            """),
    ]

    /// Schemas that allow no instance, each with a word that the finding must name.
    public static let impossible: [String: (schema: String, names: String)] = [
        "endless": (
            schema(
                "<xs:element name=\"wurzel\" type=\"t:K\"/><xs:complexType name=\"K\"><xs:sequence><xs:element name=\"kind\" type=\"t:K\"/></xs:sequence></xs:complexType>"
            ), "wurzel"
        ),
        "abstract element": (
            schema(
                "<xs:element name=\"kopf\" abstract=\"true\"/><xs:element name=\"wurzel\"><xs:complexType><xs:sequence><xs:element ref=\"t:kopf\"/></xs:sequence></xs:complexType></xs:element>"
            ), "kopf"
        ),
        "abstract type": (
            schema(
                "<xs:complexType name=\"A\" abstract=\"true\"/><xs:element name=\"wurzel\"><xs:complexType><xs:sequence><xs:element name=\"teil\" type=\"t:A\"/></xs:sequence></xs:complexType></xs:element>"
            ), "teil"
        ),
        "no value": (values(facet("token", "pattern=[a-c]{3}", "maxLength=2")), "v0"),
    ]
}
