import Archives
import Foundation

/// The file in which a scan keeps what it learnt about a folder, so that the next one opens hundreds of lists in
/// milliseconds. It is checked by its own digest; a file of the folder counts as known while size and time of change are
/// those of the index, and its bytes are checked by digest when the list is read.
public struct CodeListIndexFile: Sendable, Hashable {
    /// Where the index is.
    public var path: String

    /// An index at a path.
    public init(_ path: String) { self.path = path }

    /// The index of a folder in the user's cache (`$XDG_CACHE_HOME`, else `~/.cache`): folders of lists need not be writable.
    /// Nil without such a place.
    public init?(cachedFor folder: String, environment: [String: String]) {
        let named = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let cache = named ?? environment["HOME"].map({ $0 + "/.cache" }) else { return nil }
        let home = cache + "/xoev/codelists"
        try? FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        guard FileManager.default.isWritableFile(atPath: home) else { return nil }
        let own = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath().path
        path = "\(home)/\(SHA256Text.digest(Array(own.utf8))).index"
    }

    /// What the index knows of a file: the list in it, or that it is none.
    struct Record: Hashable {
        var file: FolderListing.File
        var entry: CodeListEntry?
    }

    private static let header = "xoev-codelists-index 1"

    /// The records by path; empty when there is no index, or it is damaged or of another form: it is then built anew.
    func records(folder: String) -> [String: Record] {
        guard let bytes = try? FileBytes.read(path), let end = bytes.dropLast().lastIndex(of: 0x0A) else { return [:] }
        let body = Array(bytes[...end])
        guard String(decoding: bytes[(end + 1)...], as: UTF8.self) == "sha256 \(SHA256Text.digest(body))\n" else {
            return [:]
        }
        var result: [String: Record] = [:]
        var isFirst = true
        for line in body.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if isFirst {
                guard fields == [Self.header] else { return [:] }
                isFirst = false
                continue
            }
            guard let record = Self.record(fields, folder: folder) else { return [:] }
            result[record.file.path] = record
        }
        return result
    }

    /// Writes the index. That it cannot be written is no fault of the lists: they are then read again the next time.
    func write(_ records: [Record]) {
        var text = Self.header + "\n"
        for record in records {
            var fields = [record.file.path, String(record.file.size), String(record.file.modified)]
            if let entry = record.entry {
                fields += [
                    entry.id.uri, entry.id.version, entry.canonicalVersionURI, entry.shortName, entry.displayName,
                    entry.agency ?? "", entry.validFrom?.description ?? "", String(entry.rowCount), entry.fileDigest,
                    entry.contentDigest,
                ]
            }
            // A name with a tab or a line break is told nowhere but in the list itself.
            guard !fields.contains(where: { $0.utf8.contains { $0 == 0x09 || $0 == 0x0A } }) else { continue }
            text += fields.joined(separator: "\t") + "\n"
        }
        let body = Array(text.utf8)
        try? AtomicFile.write(body + Array("sha256 \(SHA256Text.digest(body))\n".utf8), to: path)
    }

    private static func record(_ fields: [String], folder: String) -> Record? {
        guard fields.count == 3 || fields.count == 13, let size = Int(fields[1]), let modified = Int(fields[2]) else {
            return nil
        }
        let file = FolderListing.File(path: fields[0], size: size, modified: modified)
        guard fields.count == 13 else { return Record(file: file, entry: nil) }
        guard let rowCount = Int(fields[10]) else { return nil }
        let entry = CodeListEntry(
            id: CodeListID(uri: fields[3], version: fields[4]), canonicalVersionURI: fields[5], shortName: fields[6],
            displayName: fields[7], agency: fields[8].isEmpty ? nil : fields[8], validFrom: CalendarDate(fields[9]),
            rowCount: rowCount, origin: .file(folder + "/" + fields[0]), fileDigest: fields[11],
            contentDigest: fields[12])
        return Record(file: file, entry: entry)
    }
}
