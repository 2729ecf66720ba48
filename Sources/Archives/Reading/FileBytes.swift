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
        var result = [UInt8]()
        var chunk = [UInt8](repeating: 0, count: max(4_096, min(Int(status.st_size) + 1, 1 << 20)))
        result.reserveCapacity(Int(status.st_size))
        while true {
            let count = chunk.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(location, errno)
            }
            if count == 0 { return result }
            result += chunk[..<count]
            guard result.count <= limit else { throw tooLarge(location, limit: limit) }
        }
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
