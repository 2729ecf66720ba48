/// One file of an archive, as its directory announces it.
public struct ArchiveEntry: Sendable, Hashable {
    /// The path inside the archive: relative, `/` between its parts, none of them `.` or `..`.
    public let path: String
    /// How many bytes it unpacks to.
    public let size: Int
    /// How many bytes it takes in the archive.
    public let packedSize: Int
    /// Its CRC-32, checked while it is read.
    public let crc32: UInt32
    /// Its position in the archive's directory.
    let index: UInt64
}
