import Archives
import Findings
import Foundation
import XMLCore

/// A folder in which code lists are collected, one file per version, named after URI and version as XRepository names its
/// downloads. A version that is there never changes.
public struct CodeListFolder: Sendable {
    /// What became of a list that was added.
    public enum Outcome: Sendable, Hashable {
        /// It is new; the file has this name.
        case added(String)
        /// The same list was there already, in this file.
        case unchanged(String)
    }

    /// The folder.
    public let path: String
    /// The lists in it, those added since it was opened included.
    public private(set) var registry = CodeListRegistry()

    /// Opens a folder; it has to be there.
    public init(_ path: String) {
        self.path = path
        registry.add(folder: path, index: CodeListIndexFile(path + "/.codelists.index"))
    }

    /// Where lists are collected unless a user says otherwise: `$XDG_DATA_HOME/xoev/codelists`, else
    /// `~/.local/share/xoev/codelists` (XDG Base Directory Specification 0.8).
    public static func defaultPath(environment: [String: String]) -> String {
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share") + "/xoev/codelists"
    }

    /// Adds the list in `bytes`, byte for byte as it is. Nothing is written when it is no list, breaks a rule of
    /// `CodeListCheck`, or another content is there under its URI and version.
    ///
    /// - Throws: `CodeListError` with the reason.
    @discardableResult
    public mutating func add(bytes: [UInt8], name: String) throws(CodeListError) -> Outcome {
        let list = try GenericodeReader().read(bytes: bytes, name: name)
        if let known = registry.entry(list.id) {
            // Throws when the content differs.
            try registry.add(bytes: bytes, name: name)
            return .unchanged(known.origin.name)
        }
        let file = Self.fileName(of: list.id)
        let target = path + "/" + file
        guard !FileManager.default.fileExists(atPath: target) else {
            throw CodeListError(
                .conflict, at: Location(file: target),
                Message(
                    de: "Die Datei gibt es schon, und sie enthält etwas anderes.",
                    en: "The file exists already and holds something else."),
                hint: Message(
                    de: "Prüfen Sie sie mit „xoev codelist check“ und entfernen Sie sie, wenn sie beschädigt ist.",
                    en: "Check it with “xoev codelist check” and remove it if it is damaged."))
        }
        try CodeListRegistry.require(list, name: name)
        var changed = registry
        try changed.add(bytes: bytes, name: target)
        do {
            try AtomicFile.write(bytes, to: target)
        } catch {
            throw CodeListError(
                .notWritable, at: error.finding.location, error.finding.message, hint: error.finding.hint)
        }
        registry = changed
        return .added(file)
    }

    /// The name of a list's file: URI and version with everything but ASCII letters, digits, `.` and `-` as `_`.
    static func fileName(of id: CodeListID) -> String {
        let name = id.description.unicodeScalars.map { scalar -> Character in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-")
                ? Character(scalar) : "_"
        }
        return String(String(name).drop { $0 == "." }) + ".xml"
    }
}
