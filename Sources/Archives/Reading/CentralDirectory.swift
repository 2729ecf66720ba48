import Findings

/// The directory at the end of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16), read here and not through the
/// library, because only the raw bytes show what the library smooths over: NUL in names, overlapping entries, the kind
/// of file, bytes before the first and after the last record.
struct CentralDirectory {
    struct Record {
        var name: [UInt8]
        var isUTF8: Bool
        var isEncrypted: Bool
        var method: UInt16
        var crc32: UInt32
        var packedSize: Int
        var size: Int
        var localOffset: Int
        var unixMode: UInt16?
    }

    var records: [Record] = []

    private static let endSize = 22
    private static let recordSize = 46

    init(_ bytes: UnsafeRawBufferPointer, archive: Location, limits: ArchiveLimits) throws(ArchiveError) {
        guard Self.looksLikeArchive(bytes) else {
            throw ArchiveError(
                .notAnArchive, at: archive,
                Message(
                    de: "Das ist kein ZIP-Archiv: Die Datei beginnt nicht mit der Kennung eines ZIP-Archivs.",
                    en: "This is not a ZIP archive: the file does not begin with the signature of a ZIP archive."),
                hint: Message(
                    de: "Geben Sie das Archiv (.dienst, .zip) oder den Ordner des Pakets an.",
                    en: "Name the archive (.dienst, .zip) or the folder of the package."))
        }
        guard let end = Self.endOfDirectory(bytes) else { throw Self.truncated(archive) }

        let count = Int(Self.u16(bytes, end + 10))
        let length = Int(Self.u32(bytes, end + 12))
        let start = Int(Self.u32(bytes, end + 16))
        guard count != 0xFFFF, start != 0xFFFF_FFFF else {
            throw ArchiveError(
                .archiveTooLarge, at: archive,
                Message(
                    de: "Das Archiv ist im Format ZIP64, das nur Archive über 4 GiB oder 65.535 Einträge brauchen.",
                    en: "The archive is in ZIP64 format, which only archives above 4 GiB or 65,535 entries need."),
                hint: Self.repack)
        }
        guard count <= limits.maxEntries else {
            throw ArchiveError(
                .tooManyEntries, at: archive,
                Message(
                    de: "Das Archiv hat \(count) Einträge; erlaubt sind \(limits.maxEntries) (Grenze maxEntries).",
                    en: "The archive has \(count) entries; \(limits.maxEntries) are allowed (limit maxEntries)."),
                hint: Message(
                    de:
                        "Prüfen Sie die Herkunft des Archivs; heben Sie die Grenze nur für vertrauenswürdige Archive an.",
                    en: "Check where the archive comes from; raise the limit only for archives you trust."))
        }
        guard Self.u16(bytes, end + 4) == 0, Self.u16(bytes, end + 6) == 0, start + length == end else {
            throw Self.inconsistent(archive)
        }

        var position = start
        for _ in 0..<count {
            guard position + Self.recordSize <= end, Self.u32(bytes, position) == 0x0201_4B50 else {
                throw Self.inconsistent(archive)
            }
            let nameLength = Int(Self.u16(bytes, position + 28))
            let extraLength = Int(Self.u16(bytes, position + 30))
            let commentLength = Int(Self.u16(bytes, position + 32))
            let nameStart = position + Self.recordSize
            guard nameStart + nameLength + extraLength + commentLength <= end else { throw Self.inconsistent(archive) }
            let flags = Self.u16(bytes, position + 8)
            let host = Self.u16(bytes, position + 4) >> 8
            // Hosts 3 (Unix) and 19 (macOS) keep the file mode in the upper half of the external attributes.
            let mode = UInt16(truncatingIfNeeded: Self.u32(bytes, position + 38) >> 16)
            records.append(
                Record(
                    name: Array(bytes[nameStart..<nameStart + nameLength]),
                    isUTF8: flags & 0x0800 != 0,
                    isEncrypted: flags & 0x2041 != 0,
                    method: Self.u16(bytes, position + 10),
                    crc32: Self.u32(bytes, position + 16),
                    packedSize: Int(Self.u32(bytes, position + 20)),
                    size: Int(Self.u32(bytes, position + 24)),
                    localOffset: Int(Self.u32(bytes, position + 42)),
                    unixMode: host == 3 || host == 19 ? mode : nil))
            position = nameStart + nameLength + extraLength + commentLength
        }
        guard position == end else { throw Self.inconsistent(archive) }
        try checkOverlap(directoryStart: start, archive: archive)
    }

    /// Entries that share bytes make a small archive unpack to terabytes (the "better zip bomb" of Fifield, 2019).
    private func checkOverlap(directoryStart: Int, archive: Location) throws(ArchiveError) {
        let sorted = records.sorted { $0.localOffset < $1.localOffset }
        for (index, record) in sorted.enumerated() {
            let next = index + 1 < sorted.count ? sorted[index + 1].localOffset : directoryStart
            // 30 bytes of local header and at least the name stand before the entry's bytes.
            guard record.localOffset + 30 + record.name.count + record.packedSize <= next else {
                throw ArchiveError(
                    .overlap, at: archive,
                    Message(
                        de: "Einträge des Archivs überlappen sich; das tun nur beschädigte Archive und ZIP-Bomben.",
                        en: "Entries of the archive overlap; only damaged archives and ZIP bombs do that."),
                    hint: Self.repack)
            }
        }
    }

    static func looksLikeArchive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 4 else { return false }
        let signature = u32(bytes, 0)
        return signature == 0x0403_4B50 || signature == 0x0605_4B50
    }

    /// The end record stands at the very end, followed by nothing but its comment.
    private static func endOfDirectory(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard bytes.count >= endSize else { return nil }
        let lowest = max(0, bytes.count - endSize - 0xFFFF)
        var position = bytes.count - endSize
        while position >= lowest {
            if u32(bytes, position) == 0x0605_4B50,
                position + endSize + Int(u16(bytes, position + 20)) == bytes.count
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    private static func u16(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt16 {
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    private static func u32(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    static let repack = Message(
        de: "Fordern Sie das Archiv neu an oder packen Sie es neu.", en: "Request the archive anew or pack it again.")

    static func truncated(_ location: Location) -> ArchiveError {
        ArchiveError(
            .truncated, at: location,
            Message(
                de: "Das ZIP-Archiv ist abgeschnitten: Sein Inhaltsverzeichnis am Ende fehlt.",
                en: "The ZIP archive is truncated: its directory at the end is missing."),
            hint: Message(
                de: "Übertragen Sie die Datei noch einmal und vergleichen Sie die Größe mit dem Original.",
                en: "Transfer the file again and compare its size with the original."))
    }

    static func inconsistent(_ location: Location) -> ArchiveError {
        ArchiveError(
            .inconsistent, at: location,
            Message(
                de: "Das ZIP-Archiv ist beschädigt: Inhaltsverzeichnis und Inhalt widersprechen sich.",
                en: "The ZIP archive is damaged: its directory and its contents contradict each other."),
            hint: repack)
    }
}
