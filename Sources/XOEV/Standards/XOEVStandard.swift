import Findings
import SchemaModel
import XMLCore

/// A standard as its schemas describe it: identity and version from `xs:appinfo`, its schema files, its messages and the
/// code lists that its messages use. `StandardReader` reads it.
public struct XOEVStandard: Sendable, Hashable {
    /// What the schemas say of the standard; nil where no schema of it carries metadata.
    public var metadata: SchemaMetadata?
    /// The target namespaces of its schema files, sorted; "" for none.
    public var namespaces: [String]
    /// Its schema files, in the order in which they were reached.
    public var documents: [Document]
    /// Its messages, ordered by number, then by name.
    public var messages: [Message]
    /// The lists that its messages use (of a standard without messages: its types), ordered by URI, then by type name.
    public var codeLists: [CodeListUse]

    /// A schema file of a standard.
    public struct Document: Sendable, Hashable {
        /// The file, as findings call it.
        public var name: String
        /// The target namespace, or nil.
        public var targetNamespace: String?
        /// The attribute `version` of `xs:schema`.
        public var version: String?
        /// What the file itself says of the standard.
        public var metadata: SchemaMetadata?
    }

    /// A message: a global element that is the root of what is sent.
    public struct Message: Sendable, Hashable {
        /// The root element.
        public var name: XMLName
        /// The number at the end of the name (`0401` of `kommunal.Initiieren.0401`); nil where there is none.
        public var number: String?
        /// `title` in `xs:appinfo`.
        public var title: String?
        /// `rechtsgrundlage` in `xs:appinfo`, in their order.
        public var legalBases: [String]
        /// The documentation, the parts joined by a line break.
        public var documentation: String?
        /// `autor` in `xs:appinfo`: who sends the message.
        public var author: String?
        /// `leser` in `xs:appinfo`: who receives it.
        public var reader: String?
        /// The type of the content, or of an anonymous one the type it is derived from; nil where there is neither.
        public var type: XMLName?
        /// Where it is declared.
        public var location: Location
    }

    /// The standard's name: the shortest from its metadata, else what the namespace tells, else the namespace.
    public var name: String {
        metadata?.displayName ?? namespaces.lazy.compactMap { KnownStandard(namespace: $0)?.name }.first
            ?? namespaces.first { !$0.isEmpty } ?? "-"
    }

    /// The standard's version: from its metadata, else what the namespace tells, else the one that all its schema files
    /// state.
    public var version: String? {
        if let version = metadata?.version { return version }
        if let version = namespaces.lazy.compactMap({ KnownStandard(namespace: $0)?.version }).first { return version }
        let versions = Set(documents.map(\.version))
        return versions.count == 1 ? versions.first ?? nil : nil
    }
}

/// What a schema set holds.
public struct StandardsFound: Sendable, Hashable {
    /// The standards that were named: at least one of their files is an entry of the set. Ordered by name and version.
    public var standards: [XOEVStandard]
    /// Standards and libraries with metadata of their own that the named ones import.
    public var imported: [XOEVStandard]
    /// Schema files that belong to no standard: XÖV data types, GML, XML signatures and the like.
    public var others: [XOEVStandard.Document]

    /// Namespaces that several of the named standards have, such as two versions of XJustiz in one folder. What is said of
    /// their messages and code lists is then mixed up: load each for itself.
    public var sharedNamespaces: [String] {
        var seen = Set<String>()
        return Set(standards.flatMap(\.namespaces).filter { !seen.insert($0).inserted }).sorted()
    }
}
