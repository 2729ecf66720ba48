import Archives
import Findings
import Foundation

/// The name of a schema document within a load: a file, or a member of an archive or of the schemas in memory.
struct DocumentKey: Hashable, Comparable {
    /// The container, -1 for the file system.
    var container: Int
    /// The path without `.` and, where possible, without `..`.
    var path: String

    static func < (left: DocumentKey, right: DocumentKey) -> Bool {
        (left.container, left.path) < (right.container, right.path)
    }

    /// The document that a relative location in this one means.
    func resolving(_ location: String) -> DocumentKey {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return DocumentKey(container: container, path: Self.normalized(location))
        }
        return DocumentKey(container: container, path: Self.normalized(String(path[...slash]) + location))
    }

    /// The key as a text that is the key of no other document. The dictionaries of a load have texts as keys: for each
    /// further type of key, the run time would search the conformances of all that is linked when a process starts.
    var identifier: String { container < 0 ? path : "\u{0}\(container)\u{0}\(path)" }

    /// The last part of the path.
    var fileName: Substring { path.fileName }

    /// A path without `.`, doubled slashes and inner `..`.
    static func normalized(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        var result: [UInt8] = []
        result.reserveCapacity(path.utf8.count)
        // Where in the result each part starts that a `..` takes away.
        var starts: [Int] = []
        let isAbsolute = path.utf8.first == slash
        func end(_ start: Int) {
            switch result.count - start {
            case 0: return
            case 1 where result[start] == UInt8(ascii: "."): result.removeLast()
            case 2 where result[start...].allSatisfy { $0 == UInt8(ascii: ".") }:
                guard let last = starts.popLast() else { return result.append(slash) }
                result.removeLast(result.count - last)
            default:
                starts.append(start)
                result.append(slash)
            }
        }
        if isAbsolute { result.append(slash) }
        var start = result.count
        for byte in path.utf8 {
            if byte == slash {
                end(start)
                start = result.count
            } else {
                result.append(byte)
            }
        }
        end(start)
        if result.count > (isAbsolute ? 1 : 0) { result.removeLast() }
        return result.count == path.utf8.count ? path : String(decoding: result, as: UTF8.self)
    }
}

/// Reads the documents of a load: files, members of archives, schemas in memory. Each is read once.
struct SchemaStock {
    private struct Container {
        var name: String?
        var members: [String: [UInt8]]
    }

    private let limits: SchemaLimits
    private var containers: [Container] = []
    private var memory: Int?

    init(limits: SchemaLimits) { self.limits = limits }

    /// What findings call a document.
    func displayName(_ key: DocumentKey) -> String {
        guard key.container >= 0 else { return key.path }
        return containers[key.container].name.map { "\($0)!/\(key.path)" } ?? key.path
    }

    /// The documents that a source names, sorted by path.
    mutating func documents(of source: SchemaSource) throws(SchemaError) -> [DocumentKey] {
        switch source {
        case .file(let path): return [DocumentKey(container: -1, path: DocumentKey.normalized(path))]
        case .folder(let path): return try files(below: path)
        case .archive(let path): return try members(of: path)
        case .bytes(let bytes, let name):
            let path = DocumentKey.normalized(name)
            let container = memory ?? containers.count
            if memory == nil { containers.append(Container(name: nil, members: [:])) }
            memory = container
            containers[container].members[path] = bytes
            return [DocumentKey(container: container, path: path)]
        case .memory(let documents, let name):
            let members = documents.map { (DocumentKey.normalized($0.key), $0.value) }
            containers.append(Container(name: name, members: Dictionary(members) { first, _ in first }))
            return documents.keys.map { DocumentKey(container: containers.count - 1, path: DocumentKey.normalized($0)) }
                .sorted()
        }
    }

    private func files(below path: String) throws(SchemaError) -> [DocumentKey] {
        guard let enumerator = FileManager.default.enumerator(atPath: path) else {
            throw SchemaError(
                .unreadable, at: Location(file: path),
                Message(de: "Der Ordner ist nicht lesbar.", en: "The folder cannot be read."))
        }
        var keys: [DocumentKey] = []
        while let name = enumerator.nextObject() as? String {
            guard name.lowercased().hasSuffix(".xsd") else { continue }
            keys.append(DocumentKey(container: -1, path: DocumentKey.normalized(path + "/" + name)))
            guard keys.count <= limits.maxDocuments else { throw Self.tooMany(path, limits) }
        }
        return keys.sorted()
    }

    private mutating func members(of path: String) throws(SchemaError) -> [DocumentKey] {
        var members: [String: [UInt8]] = [:]
        do throws(ArchiveError) {
            var archive = try ArchiveReader(path: path)
            for entry in archive.entries where entry.path.lowercased().hasSuffix(".xsd") {
                members[entry.path] = try archive.read(entry)
            }
        } catch {
            throw SchemaError(error)
        }
        guard members.count <= limits.maxDocuments else { throw Self.tooMany(path, limits) }
        containers.append(Container(name: path, members: members))
        return members.keys.sorted().map { DocumentKey(container: containers.count - 1, path: $0) }
    }

    /// Whether there is such a document.
    func exists(_ key: DocumentKey) -> Bool {
        if key.container >= 0 { return containers[key.container].members[key.path] != nil }
        return FileBytes.isFolder(key.path) == false
    }

    /// The bytes of a document.
    func read(_ key: DocumentKey) throws(SchemaError) -> [UInt8] {
        if key.container >= 0, let bytes = containers[key.container].members[key.path] { return bytes }
        do throws(ArchiveError) {
            return try FileBytes.read(key.path, limit: limits.maxDocumentBytes)
        } catch {
            throw SchemaError(error)
        }
    }

    private static func tooMany(_ path: String, _ limits: SchemaLimits) -> SchemaError {
        SchemaError(
            .limit, at: Location(file: path),
            Message(
                de: "Es sind mehr als \(limits.maxDocuments) Schemadateien (Grenze maxDocuments).",
                en: "There are more than \(limits.maxDocuments) schema files (limit maxDocuments)."))
    }
}

/// What a load accepts at the most.
public struct SchemaLimits: Sendable, Hashable {
    /// Schema documents in one load.
    public var maxDocuments: Int
    /// Bytes of one schema document.
    public var maxDocumentBytes: Int

    /// Limits from their parts.
    public init(maxDocuments: Int = 4_000, maxDocumentBytes: Int = 64 << 20) {
        self.maxDocuments = maxDocuments
        self.maxDocumentBytes = maxDocumentBytes
    }
}
