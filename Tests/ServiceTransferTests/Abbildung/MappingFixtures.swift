import FIM
import SchemaModel
import ServiceTransfer

/// Small forms and schemas for tests of mappings.
enum MappingFixtures {
    static func field(
        _ id: String, _ type: String = "text", count: String = "1:1", maxLength: String? = nil,
        values: [String]? = nil
    ) -> XDF3.Struktur {
        var field = XDF3.Datenfeld(details(id), element: .init(bezeichnungEingabe: id))
        field.feldart = values == nil ? "input" : "select"
        field.datentyp = XDFCode(type)
        field.praezisierung.maxLength = maxLength
        field.werte = values?.map { XDF3.Wert(code: $0, name: $0) }
        return XDF3.Struktur(count, .datenfeld(field))
    }

    static func group(
        _ id: String, count: String = "1:1", isChoice: Bool = false, _ children: [XDF3.Struktur]
    ) -> XDF3.Struktur {
        var group = XDF3.Datenfeldgruppe(details(id), element: .init(bezeichnungEingabe: id))
        if isChoice { group.art = "X" }
        group.struktur = children
        return XDF3.Struktur(count, .datenfeldgruppe(group))
    }

    static func form(_ children: [XDF3.Struktur]) -> XDF3.Stammdatenschema {
        var form = XDF3.Stammdatenschema(details("S05999000001"), bezeichnung: "Probe")
        form.struktur = children
        return form
    }

    private static func details(_ id: String) -> XDF3.Angaben {
        XDF3.Angaben(
            XDFIdentifikation(id, version: "1.0.0"), name: "Name \(id)", letzteAenderung: "2026-01-01T00:00:00Z")
    }

    /// The schema that the tests map to.
    static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test" targetNamespace="urn:test" elementFormDefault="qualified">
          <xs:element name="antrag"><xs:complexType><xs:sequence>
            <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="10"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="geburt" type="xs:date" minOccurs="0"/>
            <xs:element name="art" minOccurs="0"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="neu"/><xs:enumeration value="alt"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="kind" minOccurs="0" maxOccurs="3"><xs:complexType><xs:sequence>
              <xs:element name="vorname" type="xs:string"/>
            </xs:sequence><xs:attribute name="nr" type="xs:integer" use="required"/></xs:complexType></xs:element>
            <xs:choice>
              <xs:element name="bar" type="xs:boolean"/>
              <xs:element name="konto" type="xs:string"/>
            </xs:choice>
            <xs:element name="ort" type="t:Code" minOccurs="0"/>
          </xs:sequence><xs:attribute name="version" fixed="1.0" use="required"/></xs:complexType></xs:element>
          <xs:complexType name="Code"><xs:sequence>
            <xs:element name="code" type="xs:token" form="unqualified"/>
            <xs:element name="name" type="xs:string" form="unqualified" minOccurs="0"/>
          </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" use="required"/><xs:attribute name="listVersionID" use="required"/></xs:complexType>
        </xs:schema>
        """

    static func sources() -> [SchemaSource] { [.bytes(Array(schema.utf8), name: "t.xsd")] }

    /// The form that the tests map from: a name, a birthday, a kind, children, and one of two ways to pay.
    static func form(nameLength: String? = "10", values: [String] = ["n", "a"]) -> XDF3.Stammdatenschema {
        form([
            field("F05999000001", maxLength: nameLength),
            field("F05999000002", "date", count: "0:1"),
            field("F05999000003", count: "0:1", values: values),
            group(
                "G05999000004", count: "0:3",
                [field("F05999000005", maxLength: "80"), field("F05999000006", count: "0:1", maxLength: "80")]),
            group(
                "G05999000007", isChoice: true,
                [field("F05999000008", "bool"), field("F05999000009", maxLength: "34")]),
        ])
    }

    /// A mapping file with these rules.
    static func file(_ rules: String, tables: String = "") -> [UInt8] {
        Array(
            """
            <abbildung xmlns="urn:swift-xoev:abbildung:1.0" xmlns:t="urn:test" formatVersion="1.0" kennung="probe" version="1.0.0">
            <bezeichnung sprache="de">Probe</bezeichnung>
            <quelle formular="S05999000001" version="1.0.0"/>
            <ziel nachricht="t:antrag"/>
            \(tables)
            <regeln>
            \(rules)
            </regeln>
            </abbildung>
            """.utf8)
    }

    /// Rules that fit form and schema, line by line; tests take some out or put others in.
    static let tables = """
        <uebersetzung id="art"><eintrag von="n" nach="neu"/><eintrag von="a" nach="alt"/></uebersetzung>
        """
    static let rules = """
        <feld quelle="F05999000001" ziel="t:name"/>
        <feld quelle="F05999000002" ziel="t:geburt"/>
        <feld quelle="F05999000003" ziel="t:art" uebersetzung="art"/>
        <gruppe quelle="G05999000004" ziel="t:kind"><laufwert ziel="@nr" art="nummer"/><text ziel="t:vorname" vorlage="{F05999000005} {F05999000006}"/></gruppe>
        <feld quelle="G05999000007/F05999000008" ziel="t:bar"/>
        <feld quelle="G05999000007/F05999000009" ziel="t:konto"/>
        """

    static func check(
        _ rules: String = rules, tables: String = tables, form: XDF3.Stammdatenschema = form(),
        options: MappingCheck.Options = .init()
    ) throws -> MappingCheck {
        MappingCheck(
            try Nachrichtenabbildung.read(file(rules, tables: tables), name: "probe.xml"), form: form,
            components: try SchemaLoader().loadComponents(sources()), options: options)
    }

    static func mapper(_ rules: String = rules, tables: String = tables, form: XDF3.Stammdatenschema = form()) throws
        -> MessageMapper
    {
        try MessageMapper(
            try Nachrichtenabbildung.read(file(rules, tables: tables), name: "probe.xml"), form: form,
            components: try SchemaLoader().loadComponents(sources()), schemas: try SchemaLoader().load(sources()))
    }
}
