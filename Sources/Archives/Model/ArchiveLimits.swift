/// How much an archive may hold. Each limit has its own finding, which names the limit that was passed.
public struct ArchiveLimits: Sendable, Hashable {
    /// The most entries an archive may have, folders included.
    public var maxEntries: Int
    /// The most bytes one entry may unpack to.
    public var maxEntryBytes: Int
    /// The most bytes all entries together may unpack to.
    public var maxTotalBytes: Int
    /// The most bytes the archive file itself may have.
    public var maxArchiveBytes: Int
    /// How many bytes one packed byte may unpack to. Deflate reaches 1032 at most; text and XML stay below 100.
    public var maxRatio: Int
    /// Entries that unpack to fewer bytes than this are not measured against `maxRatio`: a small file of blanks is no bomb.
    public var ratioFreeBytes: Int
    /// The longest path of an entry in UTF-8 bytes.
    public var maxPathBytes: Int

    /// Limits from their parts.
    public init(
        maxEntries: Int = 10_000, maxEntryBytes: Int = 256 << 20, maxTotalBytes: Int = 1 << 30,
        maxArchiveBytes: Int = 1 << 30, maxRatio: Int = 200, ratioFreeBytes: Int = 1 << 20, maxPathBytes: Int = 1_024
    ) {
        self.maxEntries = maxEntries
        self.maxEntryBytes = maxEntryBytes
        self.maxTotalBytes = maxTotalBytes
        self.maxArchiveBytes = maxArchiveBytes
        self.maxRatio = maxRatio
        self.ratioFreeBytes = ratioFreeBytes
        self.maxPathBytes = maxPathBytes
    }

    /// What fits every service package and every archive of schemas and code lists: 10,000 entries, 1 GiB.
    public static let standard = ArchiveLimits()
}
