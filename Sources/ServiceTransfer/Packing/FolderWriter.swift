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
        let staged = try StagedFolder(for: folder)
        for path in contents.sortedPaths { try staged.write(contents.files[path] ?? [], to: path) }
        try staged.commit()
    }
}
