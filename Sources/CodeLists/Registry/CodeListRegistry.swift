import Archives
import Findings
import Foundation
import XMLCore

/// Code lists by canonical URI and version. Entries are known at once; a list is read when it is first asked for and
/// kept.
///
///     var registry = CodeListRegistry()
///     registry.add(folder: "codelists", index: .file("codelists/.index"))
///     let lookup = try registry.lookup(CodeListID(uri: "urn:de:xoev:codeliste:erreichbarkeit", version: "4"))
///     lookup.name(of: "01")   // "E-Mail"
public struct CodeListRegistry: Sendable {
    /// All entries, by URI and version.
    public private(set) var entries: [CodeListEntry] = []
    /// What was found while lists were added: faulty lists, which are not registered, and conflicts.
    public private(set) var findings: [Finding] = []
    private var positions: [CodeListID: Int] = [:]
    private var ranges: [String: Range<Int>] = [:]
    private let cache = CodeListCache()

    /// A registry without lists.
    public init() {}

    // MARK: Finding lists

    /// The entry of a list in a version; nil when it is not registered.
    public func entry(_ id: CodeListID) -> CodeListEntry? { positions[id].map { entries[$0] } }

    /// The entry whose version URI this is.
    public func entry(canonicalVersionURI uri: String) -> CodeListEntry? {
        entries.first { $0.canonicalVersionURI == uri || $0.id.description == uri }
    }

    /// All versions of a list, oldest first.
    public func versions(of uri: String) -> [CodeListEntry] { ranges[uri].map { Array(entries[$0]) } ?? [] }

    /// Whether a list is registered in any version.
    public func contains(_ uri: String) -> Bool { ranges[uri] != nil }

    /// The newest version of a list: that which is in force from the latest day, else the last in the order of versions.
    public func newest(of uri: String) -> CodeListEntry? { Self.latest(versions(of: uri)) }

    /// The version of a list in force on a day: that of the latest first day of validity that is not after it. Where no
    /// version says from when it is in force, the newest. Nil when every version came into force later.
    public func inForce(_ uri: String, on date: CalendarDate) -> CodeListEntry? {
        let all = versions(of: uri)
        let dated = all.filter { $0.validFrom != nil }
        if dated.isEmpty { return all.last }
        return Self.latest(dated.filter { entry in entry.validFrom.map { $0 <= date } ?? false })
    }

    /// The version that superseded another as of a day; nil when that is still in force or not yet, or is not known.
    public func successor(of id: CodeListID, on date: CalendarDate) -> CodeListEntry? {
        guard let current = inForce(id.uri, on: date), current.id != id else { return nil }
        guard let old = entry(id) else {
            return CodeListVersion.isBefore(id.version, current.id.version) ? current : nil
        }
        if let oldDate = old.validFrom, let newDate = current.validFrom, oldDate != newDate {
            return oldDate < newDate ? current : nil
        }
        return old.id < current.id ? current : nil
    }

    private static func latest(_ versions: [CodeListEntry]) -> CodeListEntry? {
        let dated = versions.filter { $0.validFrom != nil }
        return (dated.isEmpty ? versions : dated).max { left, right in
            guard let a = left.validFrom, let b = right.validFrom, a != b else { return left.id < right.id }
            return a < b
        }
    }

    /// The entries whose URI, short name, name or agency contains all words of a text, whatever the case.
    public func search(_ text: String) -> [CodeListEntry] {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        return entries.filter { entry in
            let haystack = [entry.id.description, entry.shortName, entry.displayName, entry.agency ?? ""]
                .joined(separator: "\n").lowercased()
            return words.allSatisfy { haystack.contains($0) }
        }
    }

    // MARK: Reading lists

    /// A list in a version.
    ///
    /// - Throws: `CodeListError`: `notFound`, or `changed` when the file is not what it was when it was registered.
    public func list(_ id: CodeListID) throws(CodeListError) -> CodeList {
        guard let entry = entry(id) else { throw notFound(id) }
        if let list = cache.list(entry) { return list }
        let bytes = try Self.bytes(of: entry.origin)
        guard SHA256Text.digest(bytes) == entry.fileDigest else {
            throw CodeListError(
                .changed, at: Location(file: entry.origin.name),
                Message(
                    de: "Die Datei der Liste \(id) hat sich geändert, seit sie registriert wurde.",
                    en: "The file of the list \(id) changed after it was registered."),
                hint: Message(
                    de: "Lesen Sie die Listen neu ein; der Index wird dabei erneuert.",
                    en: "Read the lists again; this renews the index."))
        }
        let list = try GenericodeReader().read(bytes: bytes, name: entry.origin.name)
        cache.keep(list, for: entry)
        return list
    }

    /// The look-up over the code column of a list in a version.
    ///
    /// - Throws: `CodeListError` as `list(_:)`, or `missingKeyColumn`.
    public func lookup(_ id: CodeListID, column: String? = nil) throws(CodeListError) -> CodeListLookup {
        guard let entry = entry(id) else { throw notFound(id) }
        if let lookup = cache.lookup(entry, column: column) { return lookup }
        let lookup = try CodeListLookup(try list(id), column: column)
        cache.keep(lookup, for: entry, column: column)
        return lookup
    }

    private func notFound(_ id: CodeListID) -> CodeListError {
        let known = versions(of: id.uri).map(\.id.version)
        return CodeListError(
            .notFound,
            known.isEmpty
                ? Message(
                    de: "Die Codeliste \(id.uri) liegt nicht vor.", en: "The code list \(id.uri) is not at hand.")
                : Message(
                    de: "Die Codeliste \(id.uri) liegt nicht in Version \(id.version) vor.",
                    en: "The code list \(id.uri) is not at hand in version \(id.version)."),
            hint: known.isEmpty
                ? Message(
                    de: "Laden Sie sie aus dem XRepository und fügen Sie sie mit „xoev codelist add“ hinzu.",
                    en: "Download it from XRepository and add it with “xoev codelist add”.")
                : Message(
                    de: "Vorhandene Versionen: \(known.joined(separator: ", "))",
                    en: "Versions at hand: \(known.joined(separator: ", "))"))
    }

    static func bytes(of origin: CodeListEntry.Origin) throws(CodeListError) -> [UInt8] {
        do {
            switch origin {
            case .file(let path): return try FileBytes.read(path, limit: XMLLimits.schema.maxTotalBytes)
            case .archive(let path, let member):
                var archive = try ArchiveReader(path: path)
                guard let entry = archive.entry(at: member) else {
                    throw CodeListError(
                        .changed, at: Location(file: origin.name),
                        Message(
                            de: "Das Archiv enthält die Liste nicht mehr.",
                            en: "The archive does not hold the list any more."))
                }
                return try archive.read(entry)
            case .memory(let name):
                throw CodeListError(
                    .notFound, at: Location(file: name),
                    Message(de: "Die Liste ist nicht mehr im Speicher.", en: "The list is no longer in memory."))
            }
        } catch let error as CodeListError {
            throw error
        } catch let error as ArchiveError {
            throw CodeListError(
                .unreadable, at: error.finding.location, error.finding.message, hint: error.finding.hint)
        } catch {
            throw CodeListError(
                .unreadable, at: Location(file: origin.name),
                Message(de: "Die Liste ist nicht lesbar.", en: "The list cannot be read."))
        }
    }

    // MARK: Adding lists

    /// Adds a list from memory, such as a part of a package.
    ///
    /// - Throws: `CodeListError` when it is no list, breaks a rule of `CodeListCheck`, or another content is registered
    ///   under its URI and version. The registry then is as before.
    @discardableResult
    public mutating func add(bytes: [UInt8], name: String) throws(CodeListError) -> CodeListEntry {
        let list = try GenericodeReader().read(bytes: bytes, name: name)
        let entry = try CodeListEntry(list, origin: .memory(name), fileDigest: SHA256Text.digest(bytes))
        try Self.require(list, name: name)
        if let known = self.entry(entry.id), known.contentDigest != entry.contentDigest {
            throw Self.conflict(entry, known)
        }
        cache.keep(list, for: entry)
        insert([entry])
        return entry
    }

    /// Adds all lists of a scan. Of two with one URI and version the first counts; if they differ, that is a finding.
    public mutating func add(_ scan: CodeListScan) {
        findings += scan.findings
        insert(scan.entries)
    }

    /// Adds all lists below a folder, in the files `*.xml`, `*.gc` and `*.genericode`. Files that are no code lists are
    /// passed over; faulty lists become findings and are not registered.
    public mutating func add(folder: String, index: CodeListIndexFile? = nil) {
        add(CodeListScan(folder: folder, index: index))
    }

    /// Adds all lists of a ZIP archive, such as a package.
    public mutating func add(archive: String) { add(CodeListScan(archive: archive)) }

    /// Adds the list in a file. What is no code list is a finding.
    public mutating func add(file: String) { add(CodeListScan(file: file)) }

    private mutating func insert(_ new: [CodeListEntry]) {
        var added = entries
        var known = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        for entry in new {
            guard let earlier = known[entry.id] else {
                known[entry.id] = entry
                added.append(entry)
                continue
            }
            if earlier.contentDigest != entry.contentDigest { findings.append(Self.conflict(entry, earlier).finding) }
        }
        added.sort { $0.id < $1.id }
        entries = added
        positions = Dictionary(added.enumerated().map { ($1.id, $0) }) { first, _ in first }
        // Versions of one list stand side by side.
        ranges = Dictionary(added.enumerated().map { ($1.id.uri, $0..<$0 + 1) }) { $0.lowerBound..<$1.upperBound }
    }

    private static func conflict(_ entry: CodeListEntry, _ known: CodeListEntry) -> CodeListError {
        CodeListError(
            .conflict, at: Location(file: entry.origin.name),
            Message(
                de: "Die Liste \(entry.id) liegt mit anderem Inhalt schon vor: \(known.origin.name)",
                en: "The list \(entry.id) is at hand with different content already: \(known.origin.name)"),
            hint: Message(
                de: """
                    Eine Version einer Liste ist unveränderlich. Vergleichen Sie die beiden mit „xoev codelist diff“ und \
                    entfernen Sie die falsche; bis dahin gilt die zuerst gelesene.
                    """,
                en: """
                    A version of a list never changes. Compare the two with “xoev codelist diff” and remove the wrong \
                    one; until then the one that was read first counts.
                    """))
    }

    /// Throws the first error that the check of a list finds.
    static func require(_ list: CodeList, name: String) throws(CodeListError) {
        let errors = CodeListCheck().findings(for: list, file: name).filter { $0.severity == .error }
        guard let first = errors.first else { return }
        throw CodeListError(
            .notRegistrable, at: first.location,
            Message(
                de: "Die Liste \(list.id) wurde nicht registriert: \(text: first.message.de)",
                en: "The list \(list.id) was not registered: \(text: first.message.en)"), hint: first.hint)
    }
}

/// Lists that were read, shared by all copies of a registry.
// Sendable: the dictionaries are touched under the lock only, and what they hold is Sendable.
private final class CodeListCache: @unchecked Sendable {
    private struct Key: Hashable {
        var contentDigest: String
        var column: String?
    }

    private let lock = NSLock()
    private var lists: [String: CodeList] = [:]
    private var lookups: [Key: CodeListLookup] = [:]

    func list(_ entry: CodeListEntry) -> CodeList? { lock.withLock { lists[entry.contentDigest] } }

    func keep(_ list: CodeList, for entry: CodeListEntry) { lock.withLock { lists[entry.contentDigest] = list } }

    func lookup(_ entry: CodeListEntry, column: String?) -> CodeListLookup? {
        lock.withLock { lookups[Key(contentDigest: entry.contentDigest, column: column)] }
    }

    func keep(_ lookup: CodeListLookup, for entry: CodeListEntry, column: String?) {
        lock.withLock { lookups[Key(contentDigest: entry.contentDigest, column: column)] = lookup }
    }
}
