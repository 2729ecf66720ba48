import XMLCore

/// Schemas that are known without a file.
enum BuiltinSchemas {
    static let xsdNamespace = "http://www.w3.org/2001/XMLSchema"

    /// Namespaces that a schema may import although no schema document declares their components: the processor knows them.
    static let importedWithoutDocument: [String] = [xsdNamespace, XMLName.schemaInstanceNamespace]

    /// The schema of a namespace, or nil. The attributes of the XML namespace are those of XML 1.0 (`xml:lang`,
    /// `xml:space`), XML Base (`xml:base`) and xml:id; copies of their schema go round in versions that lack some of them,
    /// so this one is used whatever file an import names.
    static func schema(for namespace: String) -> String? {
        guard namespace == XMLName.xmlNamespace else { return nil }
        return """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xs:attribute name="lang">
                <xs:simpleType>
                  <xs:union memberTypes="xs:language">
                    <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
                  </xs:union>
                </xs:simpleType>
              </xs:attribute>
              <xs:attribute name="space">
                <xs:simpleType>
                  <xs:restriction base="xs:NCName">
                    <xs:enumeration value="default"/>
                    <xs:enumeration value="preserve"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attribute name="base" type="xs:anyURI"/>
              <xs:attribute name="id" type="xs:ID"/>
              <xs:attributeGroup name="specialAttrs">
                <xs:attribute ref="xml:base"/>
                <xs:attribute ref="xml:lang"/>
                <xs:attribute ref="xml:space"/>
                <xs:attribute ref="xml:id"/>
              </xs:attributeGroup>
            </xs:schema>
            """
    }
}
