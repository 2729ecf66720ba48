import Findings

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that is written whole or not at all: a reader sees the old or the new contents, never a part. The bytes are
/// written beside the target, then renamed over it.
public struct AtomicFile: Sendable {
    /// Where the file is to be.
    public let path: String

    /// The file at a path. Nothing is done yet.
    public init(_ path: String) { self.path = path }

    /// Writes bytes to a path and flushes them to the disk. On any failure the target is as it was and nothing is left
    /// beside it.
    public static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        if let code = AtomicFile(path).fill(bytes, flushing: true) { throw failure(path, code) }
    }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether the path is a device, a pipe or the like: written to in place, for a rename would replace it.
    private var isSpecial: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Whether something is there already.
    public var exists: Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The errno that would keep the file from being written, as far as it can be known beforehand; nil when nothing would.
    package var obstacle: Int32? {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return EISDIR }
        if path.isEmpty || path.hasSuffix("/") { return EISDIR }
        if isSpecial { return nil }
        if stat(folder, &status) != 0 { return errno }
        if status.st_mode & S_IFMT != S_IFDIR { return ENOTDIR }
        return access(folder, W_OK) == 0 ? nil : errno
    }

    /// Writes bytes, with `flushing` also to the disk; the errno of what went wrong, or nil.
    package func fill(_ bytes: [UInt8], flushing: Bool) -> Int32? {
        fill(flushing: flushing) { descriptor in bytes.withUnsafeBytes { Self.writeAll($0, to: descriptor) } }
    }

    /// Writes what `body` writes to the descriptor that it is given; the errno of what went wrong, or nil. Where `body`
    /// gives one, the target is as it was.
    package func fill(flushing: Bool, _ body: (Int32) -> Int32?) -> Int32? {
        if let obstacle { return obstacle }
        let special = isSpecial
        guard let (descriptor, target) = special ? openInPlace() : openBeside() else { return errno }
        var failure = body(descriptor)
        if failure == nil, flushing, !special, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0 { failure = failure ?? errno }
        if failure == nil, !special, rename(target, path) != 0 { failure = errno }
        if failure != nil, !special { unlink(target) }
        return failure
    }

    private func openInPlace() -> (descriptor: Int32, target: String)? {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        return descriptor < 0 ? nil : (descriptor, path)
    }

    /// A new file beside the target, with the rights that the user's mask gives to any file.
    private func openBeside() -> (descriptor: Int32, target: String)? {
        for number in 0..<1_000 {
            let target = "\(folder)/.xoev-\(getpid())-\(number).part"
            let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, target) }
            if errno != EEXIST { return nil }
        }
        return nil
    }

    /// Writes all bytes to an open file; the errno of the first failure, or nil.
    package static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Glibc)
            let written = Glibc.write(descriptor, piece.baseAddress, piece.count)
            #else
            let written = Darwin.write(descriptor, piece.baseAddress, piece.count)
            #endif
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(written)
        }
        return nil
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
