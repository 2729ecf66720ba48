import Archives
import FIM
import Findings
import Foundation
import XMLCore

/// Finds the files of an import: files that are named, folders with all below them, archives. A folder with an index
/// (`index.txt`) is a stock of XZuFi: of its transfer files those count that the index names (PVOG).
struct ImportFiles {
    /// The file that makes a folder a stock.
    static let index = "index.txt"

    private let limits: ArchiveLimits
    private(set) var files: [ImportFile] = []
    private(set) var notes: [Finding] = []
    private var known: Set<String> = []

    init(limits: ArchiveLimits) { self.limits = limits }

    /// Adds what is at a path.
    mutating func add(_ path: String) throws(TransferError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw TransferError(
                .unreadable, at: Location(file: path),
                Message(de: "„\(path)“ gibt es nicht.", en: "“\(path)” does not exist."),
                hint: Message(
                    de: "Nennen Sie Dateien, Ordner oder ZIP-Archive.", en: "Name files, folders or ZIP archives."))
        }
        if isFolder.boolValue { return try addFolder(path) }
        if ArchiveReader.isArchive(path) { return try addArchive(path) }
        try append(
            ImportFile(path: path, relativePath: (path as NSString).lastPathComponent, isNamed: true), key: path)
    }

    private mutating func append(_ file: ImportFile, key: String) throws(TransferError) {
        // The same file named twice is read once.
        let key = key.contains("!/") ? key : URL(filePath: key).standardizedFileURL.resolvingSymlinksInPath().path
        guard known.insert(key).inserted else { return }
        guard files.count < limits.maxEntries else {
            throw TransferError(
                .limit, at: Location(file: file.name),
                Message(
                    de: "Die Quellen haben mehr als \(limits.maxEntries) Dateien.",
                    en: "The sources have more than \(limits.maxEntries) files."),
                hint: Message(
                    de: "Nennen Sie nur die Ordner und Dateien, die der Dienst braucht.",
                    en: "Name only the folders and files that the service needs."))
        }
        files.append(file)
    }

    // MARK: Folders

    private mutating func addFolder(_ folder: String) throws(TransferError) {
        let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        var pending = [""]
        while let current = pending.popLast() {
            let path = current.isEmpty ? root : "\(root)/\(current)"
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw TransferError(
                    .unreadable, at: Location(file: path),
                    Message(de: "Der Ordner kann nicht gelesen werden.", en: "The folder cannot be read."),
                    hint: Message(de: "Prüfen Sie die Leserechte.", en: "Check the permission to read."))
            }
            let inStock = names.contains(Self.index) ? try stock(path, names) : nil
            var folders: [String] = []
            for name in names.sorted() where !name.hasPrefix(".") && name != Self.index {
                let below = current.isEmpty ? name : "\(current)/\(name)"
                let type = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(below)")[.type]
                switch type as? FileAttributeType {
                case .typeDirectory?: folders.append(below)
                case .typeRegular?:
                    let file = ImportFile(path: "\(root)/\(below)", relativePath: below, isNamed: false)
                    if let inStock, file.kind == .xzufi, !inStock.contains(name) {
                        notes.append(Self.notInIndex(name, path))
                    } else {
                        try append(file, key: file.name)
                    }
                // Links and devices lead out of the folder.
                default: continue
                }
            }
            pending += folders.reversed()
        }
    }

    /// The names in the index of a stock; every one of them is there.
    private func stock(_ folder: String, _ names: [String]) throws(TransferError) -> Set<String> {
        let path = "\(folder)/\(Self.index)"
        let index: XZuFi.Index
        do throws(XZuFiError) {
            index = try XZuFi.Bestandspruefung.index(path)
        } catch {
            throw TransferError(wrapping: error)
        }
        var missing: [Finding] = []
        for name in index.dateien where !XZuFi.Bestandspruefung.isPlain(name) || !names.contains(name) {
            missing.append(
                Finding(
                    "import.index-file-missing", .error, at: Location(file: path),
                    Message(
                        de: "Der Index nennt „\(name)“; neben ihm liegt keine solche Datei.",
                        en: "The index names “\(name)”; there is no such file beside it."),
                    hint: Message(
                        de: "Der Bestand ist unvollständig: Holen Sie ihn neu, oder nennen Sie die Dateien einzeln.",
                        en: "The stock is incomplete: fetch it anew, or name the files one by one.")))
        }
        if let first = missing.first { throw TransferError(first, findings: missing) }
        return Set(index.dateien)
    }

    private static func notInIndex(_ name: String, _ folder: String) -> Finding {
        Finding(
            "import.not-in-index", .warning, at: Location(file: "\(folder)/\(name)"),
            Message(
                de: "Die Datei steht nicht im Index des Bestandes und wird nicht gelesen.",
                en: "The file is not in the index of the stock and is not read."),
            hint: Message(
                de: "Nennen Sie die Datei selbst als Quelle, wenn sie gelesen werden soll.",
                en: "Name the file itself as a source if it is to be read."))
    }

    // MARK: Archives

    private mutating func addArchive(_ path: String) throws(TransferError) {
        var entries: [(path: String, bytes: [UInt8])] = []
        do throws(ArchiveError) {
            var reader = try ArchiveReader(path: path, limits: limits)
            for entry in reader.entries { entries.append((entry.path, try reader.read(entry))) }
        } catch {
            throw TransferError(error)
        }
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            let name = (entry.path as NSString).lastPathComponent
            guard !name.hasPrefix("."), name != Self.index else { continue }
            try append(
                ImportFile(entry: entry.path, of: path, bytes: entry.bytes), key: "\(path)!/\(entry.path)")
        }
    }
}

extension TransferError {
    /// An error of another library, with its own identifier.
    init(wrapping error: some FindingConvertible) { self.init(error.finding) }

    /// The error that a finding tells.
    init(_ finding: Finding, findings: [Finding] = []) {
        self.init(
            Code(id: finding.id), at: finding.location, finding.message, hint: finding.hint, findings: findings)
    }
}
