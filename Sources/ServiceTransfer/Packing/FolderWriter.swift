import Archives
import Findings
import Foundation

enum FileManagerFacade {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

/// Writes the files of a package into a new folder.
public struct FolderWriter: Sendable {
    /// A writer.
    public init() {}

    /// Writes files into a folder that does not exist yet or is empty. The files are first written beside it and the
    /// folder then renamed, so that it is there whole or not at all.
    public func write(_ contents: PackageContents, to folder: String) throws(TransferError) {
        let manager = FileManager.default
        if let existing = try? manager.contentsOfDirectory(atPath: folder) {
            guard existing.isEmpty else { throw OutputFile.alreadyExists(folder) }
        } else if FileManagerFacade.exists(folder) {
            throw OutputFile.alreadyExists(folder)
        }
        let target = URL(filePath: folder)
        let temporary = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent).\(UUID().uuidString)")
        do {
            defer { try? manager.removeItem(at: temporary) }
            for path in contents.sortedPaths {
                let file = temporary.appending(path: path)
                try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try AtomicFile.write(contents.files[path] ?? [], to: file.path)
            }
            if FileManagerFacade.exists(folder) { try manager.removeItem(at: target) }
            try manager.moveItem(at: temporary, to: target)
        } catch let error as ArchiveError {
            throw TransferError(error)
        } catch {
            throw TransferError(
                .init(id: "archive.not-writable"), at: Location(file: folder),
                Message(
                    de: "Der Ordner „\(folder)“ kann nicht geschrieben werden.",
                    en: "The folder “\(folder)” cannot be written."),
                hint: Message(
                    de: "Prüfen Sie, ob der übergeordnete Ordner besteht und Sie darin schreiben dürfen.",
                    en: "Check that the parent folder exists and that you may write in it."))
        }
    }
}
