import Archives
import Foundation
import XMLCore

/// A Schematron file (`.sch`) that comes with schemas. It is not evaluated; it is known so that no verdict is taken for more
/// than it is.
public struct SchematronFile: Sendable, Hashable {
    /// What findings call the file.
    public var name: String
    /// The namespaces whose elements its rules can be about (`sch:ns`); nil when the file does not tell.
    public var namespaces: Set<String>?

    /// A file from its parts.
    public init(name: String, namespaces: Set<String>? = nil) {
        self.name = name
        self.namespaces = namespaces
    }

    /// A file from its bytes. What cannot be read may be about anything.
    init(bytes: [UInt8], name: String) {
        self.name = name
        guard let root = try? XMLTree(bytes: bytes, name: name, limits: .schema).root else { return }
        let uris = root.all(local: "ns").compactMap { $0["uri"] }
        if !uris.isEmpty { namespaces = Set(uris) }
    }

    /// Whether rules of the file can be about documents with this root.
    public func mayApply(to root: XMLName) -> Bool { namespaces?.contains(root.namespace ?? "") ?? true }

    /// The Schematron files of a folder or an archive of schemas, sorted by path; other sources have none. What cannot be
    /// read is an error when the schemas themselves are read.
    public static func all(of source: SchemaSource) -> [SchematronFile] {
        if case .file = source { return [] }
        return contents(of: source).sorted { $0.key < $1.key }.map { path, bytes in
            if case .archive(let archive) = source { return SchematronFile(bytes: bytes, name: "\(archive)!/\(path)") }
            return SchematronFile(bytes: bytes, name: "\(source.name)/\(path)")
        }
    }

    /// The bytes of those files by their paths below the source.
    static func contents(of source: SchemaSource) -> [String: [UInt8]] {
        let limits = SchemaLimits()
        var result: [String: [UInt8]] = [:]
        func takes(_ path: String) -> Bool {
            path.lowercased().hasSuffix(".sch") && result.count < limits.maxDocuments
        }
        switch source {
        case .folder(let folder):
            let below = FileManager.default.enumerator(atPath: folder)
            while let path = below?.nextObject() as? String {
                guard takes(path) else { continue }
                result[path] = try? FileBytes.read(folder + "/" + path, limit: limits.maxDocumentBytes)
            }
        case .archive(let path):
            guard var archive = try? ArchiveReader(path: path) else { return [:] }
            for entry in archive.entries where takes(entry.path) { result[entry.path] = try? archive.read(entry) }
        case .file, .bytes, .memory: break
        }
        return result
    }
}
