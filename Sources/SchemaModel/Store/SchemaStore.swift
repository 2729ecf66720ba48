import Archives
import Findings
import Foundation
import XMLCore

/// A folder of schema sets that `xoev` and programs find by themselves: `xoev schemas add` puts sets in.
///
/// Each set is a folder of its own with every schema document that it needs, so that it works offline and on its own, and
/// a file `schemaset.xml` with the digest of each. A set appears whole or not at all.
public struct SchemaStore: Sendable {
    /// The store's folder. It need not exist.
    public let path: String

    /// A store in a folder.
    public init(path: String) { self.path = path }

    /// Where the store is unless a user says otherwise: `$XDG_DATA_HOME/xoev/schemas`, else
    /// `~/.local/share/xoev/schemas` (XDG Base Directory Specification 0.8).
    public static func defaultPath(environment: [String: String]) -> String {
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"] ?? NSHomeDirectory()
        return (data ?? home + "/.local/share") + "/xoev/schemas"
    }

    /// What became of a set that was added.
    public enum Outcome: String, Sendable, Hashable {
        /// It is new.
        case added
        /// It was there already, byte for byte.
        case unchanged
        /// It took the place of another one of that name.
        case replaced
    }

    /// How a set is added.
    public struct AddOptions: Sendable, Hashable {
        /// The set's name, or nil for standard and version as the schemas tell them, else the source's own name.
        public var name: String?
        /// Whether a set of that name with other contents is replaced.
        public var replaces: Bool
        /// How the schemas are loaded: catalogs, pool, limits.
        public var loading: SchemaLoader.Options

        /// Options from their parts.
        public init(
            name: String? = nil, replaces: Bool = false, loading: SchemaLoader.Options = SchemaLoader.Options()
        ) {
            self.name = name
            self.replaces = replaces
            self.loading = loading
        }
    }

    /// Adds the schemas of a source, with everything they refer to. Schemas that do not compile are refused.
    public func add(
        _ source: SchemaSource, _ options: AddOptions = AddOptions()
    ) throws(SchemaError) -> (set: StoredSchemaSet, outcome: Outcome) {
        let loaded = try SchemaLoader(options.loading).load([source])
        let files = try StoredFiles(source, options.loading)
        let name = options.name ?? Self.name(of: loaded, source)
        guard Self.isName(name) else { throw Self.badName(name) }
        let set = StoredSchemaSet(
            name: name, standards: loaded.metadata, namespaces: loaded.namespaces, files: files.list)
        let existing = try sets().first { $0.name == name }
        if let existing, existing.digest == set.digest { return (existing, .unchanged) }
        if existing != nil, !options.replaces { throw Self.exists(name, path) }
        let staging = path + "/.neu-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: staging) }
        do {
            try files.write(to: staging)
            try SchemaSetFile.write(set, to: staging)
        } catch {
            throw Self.unwritable(staging, error)
        }
        // Proof that the set stands on its own.
        _ = try SchemaLoader(SchemaLoader.Options(limits: options.loading.limits)).load([.folder(staging)])
        try move(staging, to: name)
        return (set, existing == nil ? .added : .replaced)
    }

    /// The sets of the store, sorted by name. A store that does not exist has none.
    public func sets() throws(SchemaError) -> [StoredSchemaSet] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw SchemaError(
                .unreadable, at: Location(file: path),
                Message(
                    de: "Die Schemaablage ist nicht lesbar.", en: "The schema store cannot be read."))
        }
        var sets: [StoredSchemaSet] = []
        for name in names.sorted() where Self.isName(name) {
            let file = "\(path)/\(name)/\(SchemaSetFile.name)"
            guard FileManager.default.fileExists(atPath: file) else { continue }
            sets.append(try SchemaSetFile.read(file, name: name))
        }
        return sets
    }

    /// Takes a set out of the store.
    public func remove(_ name: String) throws(SchemaError) -> StoredSchemaSet {
        let all = try sets()
        guard let set = all.first(where: { $0.name == name }) else { throw Self.notFound(name, all.map(\.name)) }
        let trash = path + "/.alt-\(UUID().uuidString)"
        guard rename("\(path)/\(name)", trash) == 0 else {
            throw Self.unwritable("\(path)/\(name)", String(cString: strerror(errno)))
        }
        try? FileManager.default.removeItem(atPath: trash)
        return set
    }

    /// The sets as sources for a `SchemaCatalogue`.
    public func sources() throws(SchemaError) -> [SchemaSource] {
        try sets().map { .folder("\(path)/\($0.name)") }
    }

    // MARK: Writing

    private func move(_ staging: String, to name: String) throws(SchemaError) {
        let target = "\(path)/\(name)"
        let trash = path + "/.alt-\(UUID().uuidString)"
        let replaces = rename(target, trash) == 0
        guard rename(staging, target) == 0 else {
            let reason = String(cString: strerror(errno))
            if replaces { rename(trash, target) }
            throw Self.unwritable(target, reason)
        }
        if replaces { try? FileManager.default.removeItem(atPath: trash) }
    }

    private static func name(of set: SchemaSet, _ source: SchemaSource) -> String {
        if let metadata = set.metadata.first(where: { !$0.isLibrary }), let version = metadata.version,
            let short = metadata.technicalName ?? metadata.shortName
        {
            return sanitized("\(short)-\(version)")
        }
        let last = source.name.split(separator: "/").last.map(String.init) ?? "schemas"
        let stem = [".xsd", ".zip"].contains { last.lowercased().hasSuffix($0) } ? String(last.dropLast(4)) : last
        return sanitized(stem)
    }

    private static func sanitized(_ name: String) -> String {
        let safe = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        return String(String(safe).drop { $0 == "." || $0 == "-" })
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || "._-".unicodeScalars.contains(scalar))
            }
    }
}

/// A schema set in a store.
public struct StoredSchemaSet: Sendable, Hashable {
    /// The name under which it is stored.
    public var name: String
    /// What its schemas tell of their standards.
    public var standards: [SchemaMetadata]
    /// The namespaces that its entry schemas define.
    public var namespaces: [String]
    /// Its files, sorted by path.
    public var files: [File]

    /// A file of a set.
    public struct File: Sendable, Hashable {
        /// The path below the set's folder.
        public var path: String
        /// SHA-256 of its bytes, 64 hexadecimal digits.
        public var sha256: String
        /// Its size in bytes.
        public var size: Int
    }

    /// SHA-256 over the digests and paths of all files: equal for equal contents.
    public var digest: String {
        SHA256Text.digest(Array(files.map { "\($0.sha256) \($0.path)\n" }.joined().utf8))
    }
}
