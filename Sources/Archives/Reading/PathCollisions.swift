/// Finds paths that are the same file somewhere: equal but for case or normalisation, or a file where another path
/// needs a folder. Also used for folders that are about to be packed.
public struct PathCollisions: Sendable {
    private var files: [String: String] = [:]
    private var folders: [String: String] = [:]

    /// No paths yet.
    public init() {}

    /// Adds a path (a folder's ends with `/`) and returns the path it collides with, or nil.
    public mutating func add(_ path: String) -> String? {
        let key = EntryPath.collisionKey(path)
        if let other = files[key] { return other }
        if path.hasSuffix("/") {
            // The same folder may be announced by its own entry and by the files in it, but only once by itself.
            if files["\(key)/"] != nil { return path }
            files["\(key)/"] = path
            folders[key] = folders[key] ?? path
        } else {
            if let other = folders[key] { return other }
            files[key] = path
        }
        var parent = key[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            let folder = String(parent)
            if let other = files[folder] { return other }
            folders[folder] = folders[folder] ?? path
        }
        return nil
    }
}
