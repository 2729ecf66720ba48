/// A column of a code list (genericode 1.0, `Column` and `ColumnRef`).
public struct CodeListColumn: Sendable, Hashable {
    /// Whether every row has a value.
    public enum Use: String, Sendable, Hashable {
        /// Every row has a value.
        case required
        /// A row may go without.
        case optional
    }

    /// What kind of values the column holds (genericode 1.0, `Data`).
    public struct DataType: Sendable, Hashable {
        /// A facet of the data type.
        public struct Parameter: Sendable, Hashable {
            /// The facet's name.
            public var shortName: String
            /// The facet's name for people.
            public var longName: String?
            /// The facet's value.
            public var value: String

            /// A facet from its parts.
            public init(shortName: String, longName: String? = nil, value: String) {
                self.shortName = shortName
                self.longName = longName
                self.value = value
            }
        }

        /// The data type, `string` in nearly all lists of XÖV; nil only for a column that refers to another list's.
        public var type: String?
        /// The library that defines the type; nil means that of the list, by default XML Schema.
        public var library: String?
        /// The language of the values.
        public var language: String?
        /// The facets.
        public var parameters: [Parameter]
        /// The annotation.
        public var annotation: CodeListAnnotation?

        /// A data type from its parts.
        public init(
            type: String? = "string", library: String? = nil, language: String? = nil, parameters: [Parameter] = [],
            annotation: CodeListAnnotation? = nil
        ) {
            self.type = type
            self.library = library
            self.language = language
            self.parameters = parameters
            self.annotation = annotation
        }
    }

    /// The id by which rows and keys name the column.
    public var id: String
    /// Whether every row has a value; nil only for a column that refers to another list's and leaves it to that.
    public var use: Use?
    /// The technical name; nil only for a column that refers to another list's.
    public var shortName: CodeListText?
    /// The names for people.
    public var longNames: [CodeListText]
    /// The URI of the column in all its versions.
    public var canonicalURI: String?
    /// The URI of this version of the column.
    public var canonicalVersionURI: String?
    /// What kind of values the column holds.
    public var data: DataType?
    /// The annotation.
    public var annotation: CodeListAnnotation?
    /// Where the column is defined, if that is another document (`ColumnRef`).
    public var reference: CodeListReference?

    /// A column from its parts.
    public init(
        id: String, use: Use? = .required, shortName: CodeListText?, longNames: [CodeListText] = [],
        canonicalURI: String? = nil, canonicalVersionURI: String? = nil, data: DataType? = DataType(),
        annotation: CodeListAnnotation? = nil, reference: CodeListReference? = nil
    ) {
        self.id = id
        self.use = use
        self.shortName = shortName
        self.longNames = longNames
        self.canonicalURI = canonicalURI
        self.canonicalVersionURI = canonicalVersionURI
        self.data = data
        self.annotation = annotation
        self.reference = reference
    }

    /// The name for people: the long name, else the short name, else the id.
    public var displayName: String { (longNames.first ?? shortName)?.value ?? id }
}

/// A reference to a definition in another genericode document (genericode 1.0, `ColumnRef`, `KeyRef`, `ColumnSetRef`).
public struct CodeListReference: Sendable, Hashable {
    /// The id in the other document; nil for a reference to a whole column set.
    public var externalID: String?
    /// The URI of the other document.
    public var canonicalVersionURI: String
    /// Addresses of the other document.
    public var locationURIs: [String]
    /// The base of relative addresses (`xml:base`).
    public var base: String?
    /// The annotation, for a reference to a whole column set.
    public var annotation: CodeListAnnotation?

    /// A reference from its parts.
    public init(
        externalID: String? = nil, canonicalVersionURI: String, locationURIs: [String] = [], base: String? = nil,
        annotation: CodeListAnnotation? = nil
    ) {
        self.externalID = externalID
        self.canonicalVersionURI = canonicalVersionURI
        self.locationURIs = locationURIs
        self.base = base
        self.annotation = annotation
    }
}

/// A key of a code list: the columns whose values together tell rows apart (genericode 1.0, `Key` and `KeyRef`).
public struct CodeListKey: Sendable, Hashable {
    /// A column of a key.
    public struct ColumnReference: Sendable, Hashable {
        /// The column's id.
        public var columnID: String
        /// The annotation.
        public var annotation: CodeListAnnotation?

        /// A reference from its parts.
        public init(_ columnID: String, annotation: CodeListAnnotation? = nil) {
            self.columnID = columnID
            self.annotation = annotation
        }
    }

    /// The key's id.
    public var id: String
    /// The technical name; nil only for a key that refers to another list's.
    public var shortName: CodeListText?
    /// The names for people.
    public var longNames: [CodeListText]
    /// The URI of the key in all its versions.
    public var canonicalURI: String?
    /// The URI of this version of the key.
    public var canonicalVersionURI: String?
    /// The columns of the key; empty only for a key that refers to another list's.
    public var columns: [ColumnReference]
    /// The annotation; XÖV marks the recommended key here.
    public var annotation: CodeListAnnotation?
    /// Where the key is defined, if that is another document (`KeyRef`).
    public var reference: CodeListReference?

    /// A key from its parts.
    public init(
        id: String, shortName: CodeListText?, longNames: [CodeListText] = [], canonicalURI: String? = nil,
        canonicalVersionURI: String? = nil, columns: [ColumnReference], annotation: CodeListAnnotation? = nil,
        reference: CodeListReference? = nil
    ) {
        self.id = id
        self.shortName = shortName
        self.longNames = longNames
        self.canonicalURI = canonicalURI
        self.canonicalVersionURI = canonicalVersionURI
        self.columns = columns
        self.annotation = annotation
        self.reference = reference
    }

    /// Whether XÖV recommends this key for codes: `recommendedKeyColumn`, `empfohleneCodeSpalte` or `xoev-code` in the
    /// annotation, by generation.
    public var isRecommendedCode: Bool {
        annotation?.appInfoNames.contains { XOEVAnnotation.codeMarks.contains($0) } ?? false
    }

    /// Whether the column is marked as that of the names (`xoev-codename`, first generation only).
    public var isCodeName: Bool { annotation?.appInfoNames.contains("xoev-codename") ?? false }
}
