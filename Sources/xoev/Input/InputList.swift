import Findings
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The inputs that a user named: files, folders (all `*.xml` below, hidden ones left out), patterns with `*`, `?`, `[…]`
/// and `**`, and `-` for standard input. The order is that of the arguments; within a folder or a pattern, that of the
/// names, so that two runs agree.
struct InputList {
    /// One thing to check.
    enum Item: Sendable, Hashable {
        case file(String)
        case standardInput
        /// An argument that leads to no file, with the reason.
        case nothing(String, Finding)

        /// The input as the user named it.
        var name: String {
            switch self {
            case .file(let path): path
            case .standardInput: "-"
            case .nothing(let argument, _): argument
            }
        }
    }

    private(set) var items: [Item] = []

    init(_ arguments: [String]) throws {
        for argument in arguments {
            if argument == "-" {
                if items.contains(.standardInput) { throw CLIError.standardInputTwice }
                items.append(.standardInput)
                continue
            }
            var status = stat()
            let exists = stat(argument, &status) == 0
            if exists, status.st_mode & S_IFMT == S_IFDIR {
                items += Self.folder(argument)
            } else if !exists, argument.contains(where: { "*?[".contains($0) }) {
                items += Self.pattern(argument)
            } else {
                // A file that does not exist is told by the reader, which knows why.
                items.append(.file(argument))
            }
        }
    }

    /// The files, for commands that read from files only. Throws for standard input, for a path where nothing is, and for
    /// a folder or pattern that leads to none.
    func files() throws -> [String] {
        try items.map { item in
            switch item {
            case .file(let path) where FileManager.default.fileExists(atPath: path): path
            case .file, .standardInput: throw CLIError.noSuchPath(item.name)
            case .nothing(_, let finding): throw CLIError(.unreadable, finding)
            }
        }
    }

    private static func folder(_ path: String) -> [Item] {
        let files = filesBelow(path).filter { $0.lowercased().hasSuffix(".xml") }
        if !files.isEmpty { return files.map { .file(join(path, $0)) } }
        let finding = Finding(
            "cli.empty-folder", at: Location(file: path),
            Message(de: "Der Ordner enthält keine XML-Datei.", en: "The folder holds no XML file."),
            hint: Message(
                de: "Gesucht werden Dateien mit der Endung .xml, auch in Unterordnern; nennen Sie andere einzeln.",
                en: "Files named *.xml are looked for, in subfolders, too; name others one by one."))
        return [.nothing(path, finding)]
    }

    private static func pattern(_ pattern: String) -> [Item] {
        let wild = pattern.firstIndex { "*?[".contains($0) } ?? pattern.endIndex
        let slash = pattern[..<wild].lastIndex(of: "/")
        let base = slash.map { $0 == pattern.startIndex ? "/" : String(pattern[..<$0]) } ?? ""
        let segments = pattern[(slash.map(pattern.index(after:)) ?? pattern.startIndex)...]
            .split(separator: "/").map(String.init)
        let depth = segments.contains("**") ? Int.max : segments.count
        let files = filesBelow(base.isEmpty ? "." : base, maximumDepth: depth).filter { file in
            matches(file.split(separator: "/").map(String.init)[...], segments[...])
        }
        if !files.isEmpty { return files.map { .file(base.isEmpty ? $0 : join(base, $0)) } }
        let finding = Finding(
            "cli.no-match", at: Location(file: pattern),
            Message(de: "Auf das Muster passt keine Datei.", en: "No file matches the pattern."),
            hint: Message(
                de: "Prüfen Sie Ordner und Schreibung; ** steht für beliebig viele Ordner.",
                en: "Check folder and spelling; ** stands for any number of folders."))
        return [.nothing(pattern, finding)]
    }

    private static func matches(_ path: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "**" {
            return matches(path, pattern.dropFirst()) || (!path.isEmpty && matches(path.dropFirst(), pattern))
        }
        guard let name = path.first else { return false }
        return fnmatch(first, name, FNM_PERIOD) == 0 && matches(path.dropFirst(), pattern.dropFirst())
    }

    /// The regular files below a folder as paths relative to it, sorted by their bytes; hidden ones left out. Links to
    /// folders are not followed: they may lead in a circle.
    private static func filesBelow(_ folder: String, maximumDepth: Int = .max) -> [String] {
        var result: [String] = []
        var pending: [(path: String, depth: Int)] = [("", 1)]
        while let (path, depth) = pending.popLast() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: join(folder, path))) ?? []
            for name in names where !name.hasPrefix(".") {
                let relative = path.isEmpty ? name : "\(path)/\(name)"
                var status = stat()
                guard lstat(join(folder, relative), &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR {
                    if depth < maximumDepth { pending.append((relative, depth + 1)) }
                } else {
                    result.append(relative)
                }
            }
        }
        return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func join(_ folder: String, _ path: String) -> String {
        if path.isEmpty { return folder }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}
