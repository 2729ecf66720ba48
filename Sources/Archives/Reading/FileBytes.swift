import Findings

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads files whole, with a bound.
public enum FileBytes {
    /// The bytes of a regular file of at most `limit` bytes. The file is opened once and read once.
    public static func read(_ path: String, limit: Int = .max) throws(ArchiveError) -> [UInt8] {
        let location = Location(file: path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(location, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(location, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(location, EISDIR) }
        guard Int(status.st_size) <= limit else { throw tooLarge(location, limit: limit) }
        var failure: Int32 = 0
        var result: [UInt8] = []
        // Mostly one piece: the size and one byte more, whose absence shows the end. Sizes may lie (pipes, /proc).
        var wanted = max(4_096, min(Int(status.st_size) + 1, limit == .max ? .max : limit + 1))
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
                while count < wanted {
                    let got = readSome(descriptor, UnsafeMutableRawBufferPointer(buffer), from: count)
                    if got < 0, errno == EINTR { continue }
                    if got <= 0 {
                        failure = got < 0 ? errno : 0
                        break
                    }
                    count += got
                }
                initialized = count
            }
            if failure != 0 { throw unreadable(location, failure) }
            if result.isEmpty { result = piece } else { result += piece }
            guard result.count <= limit else { throw tooLarge(location, limit: limit) }
            if count < wanted { return result }
            wanted = 1 << 20
        }
    }

    /// Whether a path leads to a folder; nil where it leads nowhere. Without `FileManager`, which takes longer to make than
    /// a small document to check.
    package static func isFolder(_ path: String) -> Bool? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// The first bytes of a regular file, fewer when it has fewer; nil for what is none or cannot be read.
    static func beginning(_ path: String, count: Int) -> [UInt8]? {
        var status = stat()
        // Nothing is taken from a pipe: its reader needs it.
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { readSome(descriptor, $0, from: 0) }
        return got < 0 ? nil : Array(bytes.prefix(got))
    }

    private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, from start: Int) -> Int {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
        #if canImport(Glibc)
        return Glibc.read(descriptor, rest.baseAddress, rest.count)
        #else
        return Darwin.read(descriptor, rest.baseAddress, rest.count)
        #endif
    }

    static func tooLarge(_ location: Location, limit: Int) -> ArchiveError {
        ArchiveError(
            .archiveTooLarge, at: location,
            Message(
                de: "Die Datei hat mehr als \(limit) Bytes (Grenze maxArchiveBytes).",
                en: "The file has more than \(limit) bytes (limit maxArchiveBytes)."),
            hint: Message(
                de: "Prüfen Sie die Herkunft der Datei; heben Sie die Grenze nur für vertrauenswürdige Dateien an.",
                en: "Check where the file comes from; raise the limit only for files you trust."))
    }

    private static func unreadable(_ location: Location, _ code: Int32) -> ArchiveError {
        let reason = String(cString: strerror(code))
        return ArchiveError(
            .unreadable, at: location,
            Message(
                de: "„\(location.file ?? "-")“ kann nicht gelesen werden: \(reason).",
                en: "“\(location.file ?? "-")” cannot be read: \(reason)."),
            hint: Message(
                de: "Prüfen Sie den Pfad und die Leserechte.", en: "Check the path and the permission to read."))
    }
}
