import Archives
import Findings
import Foundation

/// Where schemas come from.
public enum SchemaSource: Sendable, Hashable {
    /// One schema file. What it refers to is looked for beside it, in the catalogs and in the pool.
    case file(String)
    /// A folder: every `.xsd` below it.
    case folder(String)
    /// A ZIP archive, as XRepository serves standards: every `.xsd` in it.
    case archive(String)
    /// A schema in memory. `name` is what findings call it; relative locations in it are looked for among the other
    /// schemas in memory.
    case bytes([UInt8], name: String)
    /// Schemas in memory that refer to one another by the paths that are their keys, as if they lay in one folder.
    case memory([String: [UInt8]], name: String)

    /// What is at `path`: a folder, a ZIP archive (told by its first bytes) or a file.
    public init(path: String) {
        if FileBytes.isFolder(path) == true {
            self = .folder(path)
            return
        }
        self = ArchiveReader.isArchive(path) ? .archive(path) : .file(path)
    }

    /// What findings call the source.
    public var name: String {
        switch self {
        case .file(let path), .folder(let path), .archive(let path): path
        case .bytes(_, let name), .memory(_, let name): name
        }
    }
}
