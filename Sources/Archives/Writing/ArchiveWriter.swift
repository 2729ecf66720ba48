import Findings

/// Writes ZIP archives whose bytes depend on nothing but their contents: entries in the order given, the time of every
/// entry 1980-01-01 00:00, no extra fields, no comments, mode 0644.
///
/// With `.stored` the bytes are the same with every version of every library; with `.deflate` they are the same for one
/// version of zlib, whose packing is its own affair. Digests over contents are therefore what packages are compared by.
public struct ArchiveWriter: Sendable {
    /// How entries are packed.
    public enum Compression: Sendable, Hashable {
        /// Not at all.
        case stored
        /// With deflate, level 1 (fast) to 9 (small). Other levels count as the nearest of these.
        case deflate(level: Int)
    }

    /// How entries are packed.
    public var compression: Compression

    /// A writer that packs entries in one way.
    public init(compression: Compression = .deflate(level: 9)) { self.compression = compression }

    /// The archive of files, in the order given. Paths are held to the rules of `ArchiveReader`.
    public func archive(_ files: [(path: String, bytes: [UInt8])]) throws(ArchiveError) -> [UInt8] {
        let location = Location(file: "-")
        var collisions = PathCollisions()
        for file in files {
            let path = try EntryPath.check(Array(file.path.utf8), archive: location, limits: .standard)
            if let other = collisions.add(path) {
                throw ArchiveError(
                    .duplicateEntry, at: Location(file: path),
                    Message(
                        de: """
                            „\(path)“ und „\(other)“ können nicht beide ins Archiv: Manche Dateisysteme halten sie \
                            für dieselbe Datei.
                            """,
                        en: """
                            “\(path)” and “\(other)” cannot both go into the archive: some file systems take them for \
                            one file.
                            """),
                    hint: Message(de: "Benennen Sie eine der Dateien um.", en: "Rename one of the files."))
            }
        }
        return try pack(files)
    }

    /// Writes the archive of files to a path: whole or not at all.
    public func write(_ files: [(path: String, bytes: [UInt8])], to path: String) throws(ArchiveError) {
        try AtomicFile.write(archive(files), to: path)
    }

    /// Local headers with their bytes, then the directory, then its end (PKWARE APPNOTE 6.3.10, 4.3).
    private func pack(_ files: [(path: String, bytes: [UInt8])]) throws(ArchiveError) -> [UInt8] {
        var archive = LittleEndianBytes()
        var directory = LittleEndianBytes()
        for file in files {
            let offset = archive.bytes.count
            let (common, content) = try entry(file.path, file.bytes)
            // 4 GiB and more would need ZIP64, which the reader refuses.
            guard offset + content.count < Int(UInt32.max) else { throw Self.tooLarge }
            archive.append(0x0403_4B50 as UInt32)
            archive.bytes += common + Array(file.path.utf8) + content
            directory.append(0x0201_4B50 as UInt32)
            // Made by version 6.3 of the format on Unix: the mode below is one of Unix.
            directory.append(3 << 8 | 63 as UInt16)
            directory.bytes += common
            // Comment, disk, internal attributes.
            directory.bytes += [UInt8](repeating: 0, count: 6)
            directory.append(0o100644 << 16 as UInt32)
            directory.append(UInt32(offset))
            directory.bytes += Array(file.path.utf8)
        }
        guard files.count < Int(UInt16.max), archive.bytes.count < Int(UInt32.max) else { throw Self.tooLarge }
        var end = LittleEndianBytes()
        end.append(0x0605_4B50 as UInt32)
        end.append(0 as UInt32)
        end.append(UInt16(files.count))
        end.append(UInt16(files.count))
        end.append(UInt32(directory.bytes.count))
        end.append(UInt32(archive.bytes.count))
        end.append(0 as UInt16)
        return archive.bytes + directory.bytes + end.bytes
    }

    /// What local header and directory say alike, and the packed bytes.
    private func entry(
        _ path: String, _ bytes: [UInt8]
    ) throws(ArchiveError) -> (common: [UInt8], content: [UInt8]) {
        var method: UInt16 = 0
        var versionNeeded: UInt16 = 10
        // Bit 11: the name is UTF-8, said only where it is not ASCII.
        var flags: UInt16 = path.utf8.contains { $0 >= 0x80 } ? 1 << 11 : 0
        var content = bytes
        if case .deflate(let wanted) = compression {
            let level = min(9, max(1, wanted))
            guard let packed = Deflate.packed(bytes, level: level) else { throw Self.failure }
            content = packed
            method = 8
            versionNeeded = 20
            // Bits 1 and 2: how hard it was tried (4.4.4).
            flags |= level > 7 ? 1 << 1 : level < 3 ? 2 << 1 : 0
        }
        guard content.count < Int(UInt32.max), bytes.count < Int(UInt32.max) else { throw Self.tooLarge }
        var common = LittleEndianBytes()
        common.append(versionNeeded)
        common.append(flags)
        common.append(method)
        // 1980-01-01 00:00:00, the earliest moment that a ZIP archive can name: year 0, month 1, day 1.
        common.append(0 as UInt16)
        common.append(0x0021 as UInt16)
        common.append(bytes.withUnsafeBytes(Deflate.crc32))
        common.append(UInt32(content.count))
        common.append(UInt32(bytes.count))
        common.append(UInt16(path.utf8.count))
        common.append(0 as UInt16)
        return (common.bytes, content)
    }

    private static let failure = ArchiveError(
        .system, at: Location(),
        Message(
            de: "Das Archiv konnte nicht gepackt werden: Der Speicher reicht nicht aus.",
            en: "The archive could not be packed: there is not enough memory."),
        hint: Message(de: "Schließen Sie andere Programme.", en: "Close other programs."))

    private static let tooLarge = ArchiveError(
        .archiveTooLarge, at: Location(),
        Message(
            de: "Das Archiv würde 4 GiB oder 65.535 Einträge erreichen; so große Archive wären im Format ZIP64.",
            en: "The archive would reach 4 GiB or 65,535 entries; archives as large are in ZIP64 format."),
        hint: Message(de: "Teilen Sie den Inhalt auf.", en: "Split the contents."))
}

/// Bytes with the numbers among them in the order of ZIP archives: the lowest byte first.
private struct LittleEndianBytes {
    var bytes: [UInt8] = []

    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
}
