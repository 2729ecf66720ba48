import Archives
import Findings
import Foundation

/// A folder that is written beside its place and then moved there, so that it is there whole or not at all.
struct StagedFolder: ~Copyable {
    private let target: URL
    /// Where it is written.
    let url: URL
    private let name: String

    /// A staging for a folder that does not exist yet or is empty.
    init(for folder: String) throws(TransferError) {
        let manager = FileManager.default
        if let existing = try? manager.contentsOfDirectory(atPath: folder) {
            guard existing.isEmpty else { throw OutputFile.alreadyExists(folder) }
        } else if FileManagerFacade.exists(folder) {
            throw OutputFile.alreadyExists(folder)
        }
        name = folder
        target = URL(filePath: folder)
        url = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file at a path in the folder.
    func write(_ bytes: [UInt8], to path: String) throws(TransferError) {
        do {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try AtomicFile.write(bytes, to: file.path)
        } catch let error as ArchiveError {
            throw TransferError(error)
        } catch {
            throw unwritable
        }
    }

    /// Moves the folder to its place.
    consuming func commit() throws(TransferError) {
        let manager = FileManager.default
        do {
            if FileManagerFacade.exists(target.path) { try manager.removeItem(at: target) }
            try manager.moveItem(at: url, to: target)
        } catch {
            throw unwritable
        }
    }

    private var unwritable: TransferError { Self.unwritable(name) }

    /// A folder cannot be written.
    static func unwritable(_ name: String) -> TransferError {
        TransferError(
            .init(id: "archive.not-writable"), at: Location(file: name),
            Message(
                de: "Der Ordner „\(name)“ kann nicht geschrieben werden.", en: "The folder “\(name)” cannot be written."
            ),
            hint: Message(
                de: "Prüfen Sie, ob der übergeordnete Ordner besteht und Sie darin schreiben dürfen.",
                en: "Check that the parent folder exists and that you may write in it."))
    }
}
