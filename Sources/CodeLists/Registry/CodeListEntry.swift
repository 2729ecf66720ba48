/// What the registry knows of a list without reading it.
public struct CodeListEntry: Sendable, Hashable {
    /// Where a list is.
    public enum Origin: Sendable, Hashable {
        /// In a file of its own.
        case file(String)
        /// In a file of a ZIP archive.
        case archive(String, member: String)
        /// In memory, under a name for findings.
        case memory(String)

        /// The place as findings name it.
        public var name: String {
            switch self {
            case .file(let path): path
            case .archive(let path, let member): "\(path)!/\(member)"
            case .memory(let name): name
            }
        }
    }

    /// Which list in which version.
    public var id: CodeListID
    /// The URI of the version as it stands in the list.
    public var canonicalVersionURI: String
    /// The technical name.
    public var shortName: String
    /// The name for people.
    public var displayName: String
    /// Who is responsible; nil when the list does not say.
    public var agency: String?
    /// The first day on which the version is in force; nil when it is not known.
    public var validFrom: CalendarDate?
    /// The number of rows.
    public var rowCount: Int
    /// Where the list is.
    public var origin: Origin
    /// The SHA-256 of the file's bytes.
    public var fileDigest: String
    /// The SHA-256 of the list's content, the same for two files that say the same.
    public var contentDigest: String

    /// The entry for a list.
    init(_ list: CodeList, origin: Origin, fileDigest: String) throws(CodeListError) {
        let agency = list.identification.agency
        id = list.id
        canonicalVersionURI = list.identification.canonicalVersionURI
        shortName = list.identification.shortName.value
        displayName = list.identification.displayName
        self.agency = (agency?.longNames.first ?? agency?.shortName)?.value
        validFrom = list.validFrom
        rowCount = list.count
        self.origin = origin
        self.fileDigest = fileDigest
        contentDigest = try CodeListDigest.ofContent(list)
    }

    init(
        id: CodeListID, canonicalVersionURI: String, shortName: String, displayName: String, agency: String?,
        validFrom: CalendarDate?, rowCount: Int, origin: Origin, fileDigest: String, contentDigest: String
    ) {
        self.id = id
        self.canonicalVersionURI = canonicalVersionURI
        self.shortName = shortName
        self.displayName = displayName
        self.agency = agency
        self.validFrom = validFrom
        self.rowCount = rowCount
        self.origin = origin
        self.fileDigest = fileDigest
        self.contentDigest = contentDigest
    }
}
