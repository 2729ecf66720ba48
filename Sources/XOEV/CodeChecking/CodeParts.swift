import SchemaModel
import XMLCore

/// By what a complex type carries a code: an element `code` and an attribute `listURI` or `listVersionID` (XÖV data type
/// `Code` and its restrictions, and what standards wrote before it).
package struct CodeParts {
    /// The child with the code.
    package let codeElement: XMLName
    /// The attribute with the list's URI.
    package let listURI: AttributeUse?
    /// The attribute with the list's version.
    package let listVersion: AttributeUse?

    /// The parts of a type with these children; nil when it carries no code.
    package init?(_ complex: ComplexType, children: some Sequence<XMLName>) {
        guard let codeElement = children.filter({ $0.local == "code" }).min() else { return nil }
        func attribute(_ name: String) -> AttributeUse? {
            complex.attributes.first { $0.name.local == name && !$0.isProhibited }
        }
        self.codeElement = codeElement
        listURI = attribute("listURI")
        listVersion = attribute("listVersionID")
        if listURI == nil, listVersion == nil { return nil }
    }
}
