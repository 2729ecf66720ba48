import SchemaModel
import XMLCore

/// How a schema ties the codes of a type to a list (XÖV-Codelisten-Handbuch 1.2, code types).
public struct CodeType: Sendable, Hashable {
    /// The four ways, by what the schema fixes and what stands in the message.
    public enum Kind: Int, Sendable, Hashable, CaseIterable {
        /// The schema fixes list and version and names every code.
        case enumerated = 1
        /// The schema fixes list and version.
        case fixedVersion = 2
        /// The schema fixes the list; the message says the version.
        case fixedList = 3
        /// The message says list and version.
        case free = 4
    }

    /// The type's name; nil for an anonymous one.
    public var name: XMLName?
    /// The kind.
    public var kind: Kind
    /// The list that the schema fixes, presets or names in its metadata.
    public var listURI: String?
    /// The version that the schema fixes, presets or names in its metadata.
    public var listVersion: String?
    /// Whether the message cannot choose another version.
    public var fixesVersion: Bool
    /// The column of the codes that the schema's metadata name (`genutzteCodeSpalte`).
    public var codeColumn: String?
    /// The name under which the code stands in the message.
    public var codeElement: XMLName
    /// The name under which the name of the code stands in the message, where it may.
    public var nameElement: XMLName?

    /// What a complex type is as a code type; nil when it is none.
    init?(_ id: TypeID, in components: SchemaComponents, children: [XMLName: TypeID]) {
        let definition = components[id]
        guard let complex = definition.complex, let parts = CodeParts(complex, children: children.keys) else {
            return nil
        }
        let (uri, version) = (parts.listURI, parts.listVersion)
        let metadata = Metadata(definition.annotation)
        name = definition.name
        listURI = uri?.fixedValue ?? uri?.defaultValue ?? metadata.uri
        listVersion = version?.fixedValue ?? version?.defaultValue ?? metadata.version
        fixesVersion = version?.fixedValue != nil
        codeColumn = metadata.codeColumn
        codeElement = parts.codeElement
        nameElement = children.keys.sorted().first { $0.local == "name" }
        let codes = children[codeElement].flatMap { components[$0].simple?.facets.enumeration }
        if uri?.fixedValue == nil {
            kind = .free
        } else if version?.fixedValue == nil {
            kind = .fixedList
        } else {
            kind = codes == nil ? .fixedVersion : .enumerated
        }
    }

    /// What the `appinfo` of a code type says of its list (XÖV handbook 3.0, metadata of code lists).
    private struct Metadata {
        var uri: String?
        var version: String?
        var codeColumn: String?

        init(_ annotation: SchemaAnnotation) {
            for element in annotation.appinfo {
                func text(_ local: String) -> String? {
                    element.first(local: local).map {
                        $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    }
                }
                switch element.name.local {
                case "codeliste": uri = text("kennung")
                case "versionCodeliste": version = text("version")
                case "genutzteCodeSpalte":
                    codeColumn = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                default: break
                }
            }
        }
    }
}
