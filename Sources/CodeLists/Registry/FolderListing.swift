#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The files below a folder with what tells whether they changed.
struct FolderListing {
    /// A file as the folder shows it.
    struct File: Hashable {
        /// The path relative to the folder.
        var path: String
        /// The size in bytes.
        var size: Int
        /// The time of the last change, in nanoseconds since 1970.
        var modified: Int
    }

    /// The files in the order of their paths. Hidden files and folders are left out, links to folders not followed.
    private(set) var files: [File] = []

    /// Lists a folder; nil when it cannot be read.
    init?(_ folder: String, extensions: Set<String>) {
        guard read(folder, below: "", extensions: extensions) else { return nil }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func read(_ folder: String, below prefix: String, extensions: Set<String>) -> Bool {
        guard let handle = opendir(folder) else { return false }
        defer { closedir(handle) }
        while let item = readdir(handle) {
            let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = prefix + name
            let isList = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { dot in
                extensions.contains(name[name.index(after: dot)...].lowercased())
            }
            let mayBeFolder = item.pointee.d_type == UInt8(DT_DIR) || item.pointee.d_type == UInt8(DT_UNKNOWN)
            guard isList == true || mayBeFolder else { continue }
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                // A folder below that cannot be read holds nothing that could be checked; its lists are missing then.
                _ = read(folder + "/" + name, below: path + "/", extensions: extensions)
            } else if isList == true, stat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                #if canImport(Glibc)
                let time = status.st_mtim
                #else
                let time = status.st_mtimespec
                #endif
                files.append(
                    File(path: path, size: Int(status.st_size), modified: time.tv_sec * 1_000_000_000 + time.tv_nsec))
            }
        }
        return true
    }
}
