import Findings
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that a user named. That nothing is there is told apart from that it cannot be read.
enum NamedFile {
    /// The bytes, of a file at most so many; `-` stands for all of standard input. Throws `cli.not-found` where nothing
    /// is, `cli.unreadable` for what cannot be read.
    static func bytes(_ path: String, upTo limit: Int = .max) throws -> [UInt8] {
        if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let handle = FileHandle(forReadingAtPath: path)
        else { throw CLIError.noSuchPath(path) }
        defer { try? handle.close() }
        return [UInt8](try (limit == .max ? handle.readToEnd() : handle.read(upToCount: limit)) ?? Data())
    }

    /// Whether nothing is at a path. A file that lies in an archive (`a.zip!/b.xml`) is there if the archive is.
    static func isMissing(_ path: String) -> Bool {
        guard path != "-", !path.isEmpty, !path.contains("!/") else { return false }
        var status = stat()
        return stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }

    /// Whether a finding says that something cannot be read because nothing is there.
    static func isMissing(_ finding: Finding) -> Bool {
        guard finding.id.rawValue.hasSuffix("unreadable") || finding.id == "cli.no-match" else { return false }
        return finding.location.file.map { isMissing($0) } ?? false
    }

    static func unreadable(_ path: String) -> CLIError {
        CLIError(
            "cli.unreadable", .unreadable, file: path,
            Message(de: "Die Eingabe ist nicht lesbar.", en: "The input cannot be read."),
            hint: Message(de: "Prüfen Sie Pfad und Leserechte.", en: "Check the path and the permission to read it."))
    }
}

extension CheckResult {
    /// Whether the input could not be read because nothing is there.
    var isMissing: Bool {
        isUnreadable && NamedFile.isMissing(subject)
    }
}

extension Findings.ExitCode {
    /// The exit code for what a check came to.
    init(_ result: CheckResult) { self = result.isMissing ? .notFound : Findings.ExitCode(result.verdict) }

    /// The worse of two outcomes of inputs that were read, or could not be.
    func combined(withInput other: Findings.ExitCode) -> Findings.ExitCode {
        let order: [Findings.ExitCode] = [.fine, .notFound, .unreadable]
        guard let own = order.firstIndex(of: self), let new = order.firstIndex(of: other) else { return .unreadable }
        return order[max(own, new)]
    }
}
