import Archives
import Foundation

/// The files that a schema set needs, under the paths that they get in the store.
struct StoredFiles {
    private var bytes: [String: [UInt8]] = [:]

    /// Every schema of a source in its place, and what it takes from elsewhere under `extern/`, where the loader finds it
    /// by namespace and file name.
    init(_ source: SchemaSource, _ options: SchemaLoader.Options) throws(SchemaError) {
        var graph = try SchemaGraph(options: options)
        let keys = try graph.add(source)
        for key in keys { _ = try graph.load(key) }
        let base = Self.base(of: source)
        var isStored = Set<DocumentKey>()
        for key in keys where isStored.insert(key).inserted {
            bytes[Self.place(key, below: base) ?? String(key.fileName)] = try graph.stock.read(key)
        }
        // Kept, though not evaluated: a set without them would look as if it had no such rules.
        for (path, contents) in SchematronFile.contents(of: source) { bytes[path] = contents }
        for document in graph.documents {
            guard let key = document.key, isStored.insert(key).inserted else { continue }
            let contents = try graph.stock.read(key)
            if let place = Self.place(key, below: base) {
                bytes[place] = contents
            } else {
                bytes[freePlace(for: String(key.fileName))] = contents
            }
        }
    }

    /// The files, sorted by path.
    var list: [StoredSchemaSet.File] {
        bytes.keys.sorted().map { path in
            let contents = bytes[path] ?? []
            return StoredSchemaSet.File(path: path, sha256: SHA256Text.digest(contents), size: contents.count)
        }
    }

    /// Writes the files below a new folder.
    func write(to folder: String) throws {
        for path in bytes.keys.sorted() {
            let target = "\(folder)/\(path)"
            let parent = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/")
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try AtomicFile.write(bytes[path] ?? [], to: target)
        }
    }

    private static func base(of source: SchemaSource) -> String? {
        switch source {
        case .folder(let path): DocumentKey.normalized(path)
        case .file(let path):
            DocumentKey.normalized(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
                .joined(separator: "/")
        case .archive, .bytes, .memory: nil
        }
    }

    private static func place(_ key: DocumentKey, below base: String?) -> String? {
        if key.container >= 0 { return key.path }
        guard let base else { return nil }
        if base.isEmpty { return key.path.hasPrefix("/") || key.path.hasPrefix("..") ? nil : key.path }
        return key.path.hasPrefix(base + "/") ? String(key.path.dropFirst(base.count + 1)) : nil
    }

    private func freePlace(for name: String) -> String {
        var place = "extern/\(name)"
        var number = 2
        while bytes[place] != nil {
            place = "extern/\(number)/\(name)"
            number += 1
        }
        return place
    }
}
