import CLibZip
import Findings

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a ZIP archive safely: nothing is written anywhere, every path is checked before the first byte is unpacked,
/// limits hold for what is announced and for what really comes, and the CRC-32 of every entry is checked.
///
///     var archive = try ArchiveReader(path: "hundesteuer.dienst")
///     for entry in archive.entries { let bytes = try archive.read(entry) }
public struct ArchiveReader: ~Copyable {
    /// The files of the archive in the order of its directory. Folders are not listed.
    public let entries: [ArchiveEntry]

    private let archive: OpaquePointer
    private let zip: libzip
    private let location: Location
    private let limits: ArchiveLimits
    private var unpackedBytes = 0

    /// Opens the archive in a file. The file is read once, whole.
    public init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        let bytes = try FileBytes.read(path, limit: limits.maxArchiveBytes)
        try self.init(bytes: bytes, name: path, limits: limits)
    }

    /// Opens an archive in memory. `name` is what findings call it.
    public init(bytes: [UInt8], name: String, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        let location = Location(file: name)
        guard bytes.count <= limits.maxArchiveBytes else {
            throw FileBytes.tooLarge(location, limit: limits.maxArchiveBytes)
        }
        let directory: CentralDirectory
        do {
            directory = try bytes.withUnsafeBytes { raw in
                try CentralDirectory(raw, archive: location, limits: limits)
            }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw CentralDirectory.inconsistent(location)
        }
        let entries = try Self.checkedEntries(directory, location: location, limits: limits)
        let zip = try LibZip.functions(for: location)
        archive = try Self.open(zip, bytes, isEmpty: directory.records.isEmpty, location: location)
        self.zip = zip
        self.entries = entries
        self.location = location
        self.limits = limits
    }

    deinit { zip.zip_discard(archive) }

    /// Whether what is at a path begins like a ZIP archive. False for what cannot be read.
    public static func isArchive(_ path: String) -> Bool {
        guard let start = FileBytes.beginning(path, count: 4) else { return false }
        return start.withUnsafeBytes(CentralDirectory.looksLikeArchive)
    }

    /// The entry of a path, or nil.
    public func entry(at path: String) -> ArchiveEntry? { entries.first { $0.path == path } }

    /// Unpacks an entry and checks its CRC-32.
    public mutating func read(_ entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
        let place = Location(file: "\(location.file ?? "-")!/\(entry.path)")
        guard let file = zip.zip_fopen_index(archive, entry.index, 0) else {
            throw Self.error(zip.zip_error_code_zip(zip.zip_get_error(archive)), at: place)
        }
        defer { _ = zip.zip_fclose(file) }
        guard unpackedBytes + entry.size <= limits.maxTotalBytes else { throw Self.totalTooLarge(location, limits) }
        var count = 0
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, initialized in
            // One byte more than announced: it fills only when the announcement is a lie.
            while count < buffer.count, let base = buffer.baseAddress {
                let got = zip.zip_fread(file, base + count, UInt64(buffer.count - count))
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += Int(got)
            }
            initialized = count
        }
        if failed { throw Self.error(zip.zip_error_code_zip(zip.zip_file_get_error(file)), at: place) }
        guard count == entry.size else { throw CentralDirectory.inconsistent(place) }
        unpackedBytes += count
        return bytes
    }

    private static func open(
        _ zip: libzip, _ bytes: [UInt8], isEmpty: Bool, location: Location
    ) throws(ArchiveError) -> OpaquePointer {
        // libzip frees the copy with the source, the source with the archive.
        guard let copy = malloc(max(1, bytes.count)) else { throw Self.error(ZIP_ER_MEMORY, at: location) }
        bytes.withUnsafeBytes { raw in
            if let base = raw.baseAddress { copy.copyMemory(from: base, byteCount: raw.count) }
        }
        var error = zip_error_t()
        zip.zip_error_init(&error)
        defer { zip.zip_error_fini(&error) }
        guard let source = zip.zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
            free(copy)
            throw Self.error(zip.zip_error_code_zip(&error), at: location)
        }
        // The consistency check of libzip refuses an archive without entries, which is a correct one.
        let flags = isEmpty ? ZIP_RDONLY : ZIP_RDONLY | ZIP_CHECKCONS
        guard let archive = zip.zip_open_from_source(source, flags, &error) else {
            zip.zip_source_free(source)
            throw Self.error(zip.zip_error_code_zip(&error), at: location)
        }
        return archive
    }

    private static func checkedEntries(
        _ directory: CentralDirectory, location: Location, limits: ArchiveLimits
    ) throws(ArchiveError) -> [ArchiveEntry] {
        var entries: [ArchiveEntry] = []
        var collisions = PathCollisions()
        var total = 0
        for (index, record) in directory.records.enumerated() {
            let path = try EntryPath.check(record.name, archive: location, limits: limits)
            let place = Location(file: "\(location.file ?? "-")!/\(path)")
            try checkKind(record, path: path, at: place)
            guard record.size <= limits.maxEntryBytes else {
                throw ArchiveError(
                    .entryTooLarge, at: place,
                    Message(
                        de: """
                            „\(path)“ hat ausgepackt \(record.size) Bytes; erlaubt sind \(limits.maxEntryBytes) \
                            (Grenze maxEntryBytes).
                            """,
                        en: """
                            “\(path)” unpacks to \(record.size) bytes; \(limits.maxEntryBytes) are allowed \
                            (limit maxEntryBytes).
                            """),
                    hint: distrust)
            }
            total += record.size
            guard total <= limits.maxTotalBytes else { throw totalTooLarge(location, limits) }
            let isMeasured = record.size >= limits.ratioFreeBytes
            guard !isMeasured || record.size <= limits.maxRatio * max(1, record.packedSize) else {
                throw ArchiveError(
                    .ratio, at: place,
                    Message(
                        de: """
                            „\(path)“ wird beim Auspacken \(record.size / max(1, record.packedSize))-mal so groß; \
                            erlaubt ist \(limits.maxRatio)-mal (Grenze maxRatio). So sehen ZIP-Bomben aus.
                            """,
                        en: """
                            “\(path)” grows \(record.size / max(1, record.packedSize)) times when unpacked; \
                            \(limits.maxRatio) times is allowed (limit maxRatio). ZIP bombs look like that.
                            """),
                    hint: distrust)
            }
            if let other = collisions.add(path) { throw duplicate(path, other, at: place) }
            guard !path.hasSuffix("/") else { continue }
            entries.append(
                ArchiveEntry(
                    path: path, size: record.size, packedSize: record.packedSize, crc32: record.crc32,
                    index: UInt64(index)))
        }
        return entries
    }

    private static func checkKind(
        _ record: CentralDirectory.Record, path: String, at place: Location
    ) throws(ArchiveError) {
        guard !record.isEncrypted else {
            throw ArchiveError(
                .encrypted, at: place,
                Message(
                    de: "„\(path)“ ist verschlüsselt; Dienstpakete sind offen.",
                    en: "“\(path)” is encrypted; service packages are open."),
                hint: Message(
                    de: "Packen Sie das Archiv ohne Kennwort neu.", en: "Pack the archive again without a password."))
        }
        if let mode = record.unixMode {
            let kind = mode & 0o170000
            guard kind == 0 || kind == 0o100000 || kind == 0o040000 else {
                throw ArchiveError(
                    .specialFile, at: place,
                    Message(
                        de: "„\(path)“ ist keine gewöhnliche Datei, sondern ein Verweis (Symlink) oder ein Gerät.",
                        en: "“\(path)” is not a regular file but a symbolic link or a device."),
                    hint: Message(
                        de: "Ersetzen Sie den Verweis durch die Datei, auf die er zeigt.",
                        en: "Replace the link by the file it points to."))
            }
        }
        guard record.method == 0 || record.method == 8 else {
            throw ArchiveError(
                .unsupportedMethod, at: place,
                Message(
                    de: """
                        „\(path)“ ist mit dem Verfahren \(record.method) gepackt; erlaubt sind 0 (gespeichert) und \
                        8 (Deflate).
                        """,
                    en: "“\(path)” is packed with method \(record.method); 0 (stored) and 8 (deflate) are allowed."),
                hint: Message(
                    de: "Packen Sie das Archiv mit Deflate neu.", en: "Pack the archive again with deflate."))
        }
    }

    private static func duplicate(_ path: String, _ other: String, at place: Location) -> ArchiveError {
        ArchiveError(
            .duplicateEntry, at: place,
            Message(
                de: path == other
                    ? "„\(path)“ steht zweimal im Archiv."
                    : "„\(path)“ und „\(other)“ sind auf manchen Dateisystemen dieselbe Datei.",
                en: path == other
                    ? "“\(path)” is in the archive twice."
                    : "“\(path)” and “\(other)” are one file on some file systems."),
            hint: Message(
                de: "Entfernen Sie einen der Einträge oder benennen Sie ihn um.",
                en: "Remove one of the entries or rename it."))
    }

    private static func totalTooLarge(_ location: Location, _ limits: ArchiveLimits) -> ArchiveError {
        ArchiveError(
            .archiveTooLarge, at: location,
            Message(
                de: "Das Archiv hat ausgepackt mehr als \(limits.maxTotalBytes) Bytes (Grenze maxTotalBytes).",
                en: "The archive unpacks to more than \(limits.maxTotalBytes) bytes (limit maxTotalBytes)."),
            hint: distrust)
    }

    private static let distrust = Message(
        de: "Prüfen Sie die Herkunft des Archivs; heben Sie die Grenze nur für vertrauenswürdige Archive an.",
        en: "Check where the archive comes from; raise the limit only for archives you trust.")

    private static func error(_ code: Int32, at place: Location) -> ArchiveError {
        switch code {
        case ZIP_ER_CRC, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA:
            ArchiveError(
                .checksum, at: place,
                Message(
                    de: "Der Eintrag ist beschädigt: Inhalt und Prüfsumme (CRC-32) passen nicht zusammen.",
                    en: "The entry is damaged: its contents do not match their checksum (CRC-32)."),
                hint: CentralDirectory.repack)
        case ZIP_ER_NOZIP, ZIP_ER_EOF: CentralDirectory.truncated(place)
        case ZIP_ER_INCONS: CentralDirectory.inconsistent(place)
        default:
            ArchiveError(
                .system, at: place,
                Message(
                    de: "Das Archiv konnte nicht gelesen werden (libzip-Fehler \(code)).",
                    en: "The archive could not be read (libzip error \(code))."),
                hint: CentralDirectory.repack)
        }
    }
}
