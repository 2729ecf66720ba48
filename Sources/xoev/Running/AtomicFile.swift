import Findings
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that is written whole or not at all: beside its place first, then renamed.
struct AtomicFile {
    let path: String

    init(_ path: String) { self.path = path }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

    /// Whether the path is a device, a pipe or the like: written to in place, for a rename would replace it.
    private var isSpecial: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Whether something is there already.
    var exists: Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Throws when the file could not be written anyway.
    func check() throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw CLIError.unwritable(path, EISDIR)
        }
        if name.isEmpty { throw CLIError.unwritable(path, EISDIR) }
        if isSpecial { return }
        if stat(folder, &status) != 0 { throw CLIError.unwritable(path, errno) }
        if status.st_mode & S_IFMT != S_IFDIR { throw CLIError.unwritable(path, ENOTDIR) }
        if access(folder, W_OK) != 0 { throw CLIError.unwritable(path, errno) }
    }

    /// Writes the text.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes the bytes.
    func write(_ bytes: [UInt8]) throws {
        try check()
        let special = isSpecial
        let target = special ? path : "\(folder)/.\(name).\(getpid()).part"
        let flags = special ? O_WRONLY | O_APPEND : O_WRONLY | O_CREAT | O_EXCL
        let descriptor = open(target, flags, 0o666)
        guard descriptor >= 0 else { throw CLIError.unwritable(path, errno) }
        var failure = bytes.withUnsafeBytes { Output.writeAll($0, to: descriptor) }
        if close(descriptor) != 0 { failure = failure ?? errno }
        if failure == nil, !special, rename(target, path) != 0 { failure = errno }
        if let failure {
            if !special { unlink(target) }
            throw CLIError.unwritable(path, failure)
        }
    }
}
