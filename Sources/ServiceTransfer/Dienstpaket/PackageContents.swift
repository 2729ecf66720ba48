import Archives
import Findings
import Foundation

/// The files of a package in memory, read from a folder or an archive exactly once. What was checked is therefore what
/// is used: nobody can exchange a file between check and use.
public struct PackageContents: Sendable {
    /// Where the package comes from, as the user named it.
    public let name: String
    /// Whether it is an archive.
    public let isArchive: Bool
    /// The files by path, `dienstpaket.xml` among them.
    public let files: [String: [UInt8]]

    /// Contents from their parts, such as an export that is not yet written.
    public init(name: String, isArchive: Bool, files: [String: [UInt8]]) {
        self.name = name
        self.isArchive = isArchive
        self.files = files
    }

    /// The paths in the order of an archive: `dienstpaket.xml` first, then by the bytes of the path (DP section 10).
    public var sortedPaths: [String] {
        let others = files.keys.filter { $0 != Dienstpaket.fileName }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (files[Dienstpaket.fileName] == nil ? [] : [Dienstpaket.fileName]) + others
    }

    /// What findings call a file of the package: `folder/path` or `archive.dienst!/path`.
    public func displayName(_ path: String) -> String {
        isArchive ? "\(name)!/\(path)" : name.hasSuffix("/") ? name + path : "\(name)/\(path)"
    }

    /// Reads a folder or an archive.
    public static func read(_ path: String, limits: ArchiveLimits = .standard) throws(TransferError) -> PackageContents
    {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw TransferError(
                .unreadable, at: Location(file: path),
                Message(de: "„\(path)“ gibt es nicht.", en: "“\(path)” does not exist."),
                hint: Message(
                    de: "Geben Sie den Ordner des Pakets oder sein Archiv (.dienst) an.",
                    en: "Name the folder of the package or its archive (.dienst)."))
        }
        return isFolder.boolValue ? try readFolder(path, limits) : try readArchive(path, limits)
    }

    private static func readArchive(_ path: String, _ limits: ArchiveLimits) throws(TransferError) -> PackageContents {
        do throws(ArchiveError) {
            var reader = try ArchiveReader(path: path, limits: limits)
            var files: [String: [UInt8]] = [:]
            for entry in reader.entries { files[entry.path] = try reader.read(entry) }
            return PackageContents(name: path, isArchive: true, files: files)
        } catch {
            throw TransferError(error)
        }
    }

    private static func readFolder(_ path: String, _ limits: ArchiveLimits) throws(TransferError) -> PackageContents {
        var files: [String: [UInt8]] = [:]
        var collisions = PathCollisions()
        var total = 0
        for file in try regularFiles(in: path) {
            let place = Location(file: path.hasSuffix("/") ? path + file : "\(path)/\(file)")
            if let other = collisions.add(file) {
                throw TransferError(
                    .init(id: "archive.duplicate-entry"), at: place,
                    Message(
                        de: "„\(file)“ und „\(other)“ sind auf manchen Dateisystemen dieselbe Datei.",
                        en: "“\(file)” and “\(other)” are one file on some file systems."),
                    hint: Message(de: "Benennen Sie eine der Dateien um.", en: "Rename one of the files."))
            }
            let bytes: [UInt8]
            do throws(ArchiveError) {
                bytes = try FileBytes.read(place.file ?? file, limit: limits.maxEntryBytes)
            } catch {
                throw TransferError(error)
            }
            total += bytes.count
            guard total <= limits.maxTotalBytes, files.count < limits.maxEntries else {
                throw TransferError(
                    .limit, at: Location(file: path),
                    Message(
                        de: "Der Ordner hat mehr als \(limits.maxEntries) Dateien oder \(limits.maxTotalBytes) Bytes.",
                        en: "The folder has more than \(limits.maxEntries) files or \(limits.maxTotalBytes) bytes."),
                    hint: Message(
                        de: "Prüfen Sie, ob es der richtige Ordner ist.", en: "Check that it is the right folder."))
            }
            files[file] = bytes
        }
        return PackageContents(name: path, isArchive: false, files: files)
    }

    /// The regular files below a folder, by path. Hidden files and folders are the file manager's or the version
    /// control's and no part of a package (DP section 4.3 forbids such paths).
    private static func regularFiles(in folder: String) throws(TransferError) -> [String] {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        var result: [String] = []
        var pending = [""]
        while let current = pending.popLast() {
            let url = current.isEmpty ? root : root.appending(path: current)
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: url.path)
            } catch {
                throw TransferError(
                    .unreadable, at: Location(file: url.path),
                    Message(
                        de: "Der Ordner kann nicht gelesen werden.", en: "The folder cannot be read."),
                    hint: Message(de: "Prüfen Sie die Leserechte.", en: "Check the permission to read."))
            }
            for name in names where !name.hasPrefix(".") {
                let path = current.isEmpty ? name : "\(current)/\(name)"
                let attributes = try? FileManager.default.attributesOfItem(atPath: url.appending(path: name).path)
                switch attributes?[.type] as? FileAttributeType {
                case .typeRegular?: result.append(path)
                case .typeDirectory?: pending.append(path)
                default:
                    throw TransferError(
                        .specialFile, at: Location(file: url.appending(path: name).path),
                        Message(
                            de: "„\(path)“ ist keine gewöhnliche Datei, sondern ein Verweis (Symlink) oder ein Gerät.",
                            en: "“\(path)” is not a regular file but a symbolic link or a device."),
                        hint: Message(
                            de: "Ersetzen Sie den Verweis durch die Datei, auf die er zeigt.",
                            en: "Replace the link by the file it points to."))
                }
            }
        }
        return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
