import CLibZip
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
        // An archive without entries is its end record alone; libzip would write no file at all.
        if files.isEmpty { return [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }
        return try pack(files)
    }

    /// Writes the archive of files to a path: whole or not at all.
    public func write(_ files: [(path: String, bytes: [UInt8])], to path: String) throws(ArchiveError) {
        try AtomicFile.write(archive(files), to: path)
    }

    private func pack(_ files: [(path: String, bytes: [UInt8])]) throws(ArchiveError) -> [UInt8] {
        let zip = try LibZip.functions(for: Location())
        var error = zip_error_t()
        zip.zip_error_init(&error)
        defer { zip.zip_error_fini(&error) }
        guard let target = zip.zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure(zip, &error) }
        defer { zip.zip_source_free(target) }
        zip.zip_source_keep(target)
        guard let archive = zip.zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip.zip_source_free(target)
            throw Self.failure(zip, &error)
        }
        // libzip reads the sources when it closes the archive, so their bytes must stay where they are until then.
        var buffers: [UnsafeMutableRawBufferPointer] = []
        defer { for buffer in buffers { buffer.deallocate() } }
        for file in files {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
            buffer.copyBytes(from: file.bytes)
            buffers.append(buffer)
            guard add(file.path, buffer, count: file.bytes.count, to: archive, zip) else {
                let failure = Self.failure(zip, zip.zip_get_error(archive))
                zip.zip_discard(archive)
                throw failure
            }
        }
        guard zip.zip_close(archive) == 0 else {
            let failure = Self.failure(zip, zip.zip_get_error(archive))
            zip.zip_discard(archive)
            throw failure
        }
        return try Self.contents(of: target, zip)
    }

    private func add(
        _ path: String, _ buffer: UnsafeMutableRawBufferPointer, count: Int, to archive: OpaquePointer, _ zip: libzip
    ) -> Bool {
        guard let source = zip.zip_source_buffer(archive, buffer.baseAddress, UInt64(count), 0) else { return false }
        let index = zip.zip_file_add(archive, path, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip.zip_source_free(source)
            return false
        }
        let position = UInt64(index)
        let method: (code: Int32, level: UInt32) =
            switch compression {
            case .stored: (ZIP_CM_STORE, 0)
            case .deflate(let level): (ZIP_CM_DEFLATE, UInt32(min(9, max(1, level))))
            }
        // 1980-01-01 00:00:00, the earliest moment that a ZIP archive can name: year 0, month 1, day 1.
        return zip.zip_set_file_compression(archive, position, method.code, method.level) == 0
            && zip.zip_file_set_dostime(archive, position, 0, 0x0021, 0) == 0
            && zip.zip_file_set_external_attributes(
                archive, position, 0, UInt8(ZIP_OPSYS_UNIX), UInt32(0o100644) << 16) == 0
    }

    private static func contents(of source: OpaquePointer, _ zip: libzip) throws(ArchiveError) -> [UInt8] {
        var status = zip_stat_t()
        zip.zip_stat_init(&status)
        guard zip.zip_source_stat(source, &status) == 0, zip.zip_source_open(source) == 0 else {
            throw failure(zip, zip.zip_source_error(source))
        }
        defer { _ = zip.zip_source_close(source) }
        let size = Int(status.size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
            while count < size, let base = buffer.baseAddress {
                let got = zip.zip_source_read(source, base + count, UInt64(size - count))
                if got <= 0 { break }
                count += Int(got)
            }
            initialized = count
        }
        guard count == size else { throw failure(zip, zip.zip_source_error(source)) }
        return bytes
    }

    private static func failure(_ zip: libzip, _ error: UnsafeMutablePointer<zip_error_t>?) -> ArchiveError {
        let code = error.map { zip.zip_error_code_zip($0) } ?? 0
        return ArchiveError(
            .system, at: Location(),
            Message(
                de: "Das Archiv konnte nicht gepackt werden (libzip-Fehler \(code)).",
                en: "The archive could not be packed (libzip error \(code))."),
            hint: Message(
                de: "Melden Sie das mit der Zahl des Fehlers.", en: "Report this with the number of the error."))
    }
}
