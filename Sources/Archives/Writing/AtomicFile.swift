import Findings

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a file so that a reader sees the old or the new contents, never a part: beside the target, flushed to the
/// disk, then renamed over it.
public enum AtomicFile {
    /// Writes bytes to a path. On any failure the target is as it was and nothing is left beside it.
    public static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        var template = Array((path + ".XXXXXX").utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemp($0) } ?? -1
        }
        guard descriptor >= 0 else { throw failure(path, errno) }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let code = fill(descriptor, with: bytes)
        close(descriptor)
        if code == 0, rename(temporary, path) == 0 { return }
        let reason = code == 0 ? errno : code
        unlink(temporary)
        throw failure(path, reason)
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBytes { raw in
            var written = 0
            while written < raw.count, let base = raw.baseAddress {
                #if canImport(Glibc)
                let count = Glibc.write(descriptor, base + written, raw.count - written)
                #else
                let count = Darwin.write(descriptor, base + written, raw.count - written)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                written += count
            }
            // mkstemp gives 0600; an archive is as readable as any other file the user writes.
            let mask = umask(0)
            umask(mask)
            guard fchmod(descriptor, 0o666 & ~mask) == 0, fsync(descriptor) == 0 else { return errno }
            return 0
        }
    }

    static func failure(_ path: String, _ code: Int32) -> ArchiveError {
        let reason = String(cString: strerror(code))
        if code == ENOSPC || code == EDQUOT {
            return ArchiveError(
                .diskFull, at: Location(file: path),
                Message(
                    de: "„\(path)“ konnte nicht geschrieben werden: Der Datenträger ist voll.",
                    en: "“\(path)” could not be written: the disk is full."),
                hint: Message(
                    de: "Schaffen Sie Platz oder wählen Sie einen anderen Ort; es ist nichts verändert worden.",
                    en: "Make room or choose another place; nothing has been changed."))
        }
        return ArchiveError(
            .notWritable, at: Location(file: path),
            Message(
                de: "„\(path)“ konnte nicht geschrieben werden: \(reason).",
                en: "“\(path)” could not be written: \(reason)."),
            hint: Message(
                de: "Prüfen Sie, ob der Ordner besteht und Sie darin schreiben dürfen.",
                en: "Check that the folder exists and that you may write in it."))
    }
}
