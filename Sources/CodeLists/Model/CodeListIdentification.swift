/// A name or identifier with what genericode allows beside it.
public struct CodeListText: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text.
    public var value: String
    /// The language (`xml:lang`), where it is said.
    public var language: String?
    /// The `Identifier` attribute, which tells several texts of one kind apart.
    public var identifier: String?

    /// A text from its parts.
    public init(_ value: String, language: String? = nil, identifier: String? = nil) {
        self.value = value
        self.language = language
        self.identifier = identifier
    }

    /// A text without language and identifier.
    public init(stringLiteral value: String) { self.init(value) }
}

/// What identifies a code list: names, version, URIs and who is responsible (genericode 1.0, `Identification`).
public struct CodeListIdentification: Sendable, Hashable {
    /// The body that is responsible for a list (genericode 1.0, `Agency`).
    public struct Agency: Sendable, Hashable {
        /// The short name.
        public var shortName: CodeListText?
        /// The long names.
        public var longNames: [CodeListText]
        /// Identifiers of the agency.
        public var identifiers: [CodeListText]

        /// An agency from its parts.
        public init(shortName: CodeListText? = nil, longNames: [CodeListText] = [], identifiers: [CodeListText] = []) {
            self.shortName = shortName
            self.longNames = longNames
            self.identifiers = identifiers
        }
    }

    /// Where the list is to be had in another format.
    public struct AlternateFormat: Sendable, Hashable {
        /// The address.
        public var uri: String
        /// The media type.
        public var mimeType: String?

        /// A format from its parts.
        public init(uri: String, mimeType: String? = nil) {
            self.uri = uri
            self.mimeType = mimeType
        }
    }

    /// The technical name.
    public var shortName: CodeListText
    /// The names for people.
    public var longNames: [CodeListText]
    /// The version; in XÖV often a date.
    public var version: String
    /// The URI of the list in all its versions.
    public var canonicalURI: String
    /// The URI of this version; in XÖV `canonicalURI` + `_` + `version`.
    public var canonicalVersionURI: String
    /// Addresses from which this version is to be had.
    public var locationURIs: [String]
    /// Addresses of this version in other formats.
    public var alternateFormats: [AlternateFormat]
    /// Who is responsible.
    public var agency: Agency?

    /// An identification from its parts. Without `canonicalVersionURI` the rule of XÖV is applied (Codelisten-Handbuch
    /// 1.2: URI, `_`, version).
    public init(
        shortName: CodeListText, longNames: [CodeListText] = [], version: String, canonicalURI: String,
        canonicalVersionURI: String? = nil, locationURIs: [String] = [], alternateFormats: [AlternateFormat] = [],
        agency: Agency? = nil
    ) {
        self.shortName = shortName
        self.longNames = longNames
        self.version = version
        self.canonicalURI = canonicalURI
        self.canonicalVersionURI = canonicalVersionURI ?? canonicalURI + "_" + version
        self.locationURIs = locationURIs
        self.alternateFormats = alternateFormats
        self.agency = agency
    }

    /// The name for people: the German or only long name, else the short name.
    public var displayName: String {
        let german = longNames.first { $0.language?.lowercased().hasPrefix("de") == true }
        return (german ?? longNames.first ?? shortName).value
    }
}
