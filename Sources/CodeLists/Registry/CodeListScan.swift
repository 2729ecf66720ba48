import Archives
import Findings
import XMLCore

/// Looks for code lists in a folder, an archive or a file, and tells what is in them.
public struct CodeListScan: Sendable {
    /// The lists that were found, in the order of their paths.
    public private(set) var entries: [CodeListEntry] = []
    /// What is wrong with files that are or should be lists.
    public private(set) var findings: [Finding] = []

    /// The extensions of files that may be lists.
    public static let extensions: Set<String> = ["xml", "gc", "genericode"]

    /// What a file turned out to be.
    private enum Outcome {
        case list(CodeListEntry)
        case other
        case faulty(CodeListError)
    }

    /// Scans a folder and all folders below. With an index only new and changed files are read.
    public init(folder: String, index: CodeListIndexFile? = nil) {
        guard let listing = FolderListing(folder, extensions: Self.extensions) else {
            findings.append(
                CodeListError(
                    .unreadable, at: Location(file: folder),
                    Message(
                        de: "Der Ordner mit Codelisten kann nicht gelesen werden.",
                        en: "The folder with code lists cannot be read."),
                    hint: Message(
                        de: "Prüfen Sie den Pfad und die Leserechte.", en: "Check the path and the permission to read.")
                ).finding)
            return
        }
        let known = index?.records(folder: folder) ?? [:]
        var records: [CodeListIndexFile.Record] = []
        var isChanged = false
        for file in listing.files {
            if let record = known[file.path], record.file == file {
                records.append(record)
                if let entry = record.entry { entries.append(entry) }
                continue
            }
            switch Self.examine(.file(folder + "/" + file.path), bytes: nil) {
            case .list(let entry):
                entries.append(entry)
                records.append(CodeListIndexFile.Record(file: file, entry: entry))
                isChanged = true
            case .other:
                records.append(CodeListIndexFile.Record(file: file, entry: nil))
                isChanged = true
            // Not kept in the index, so that its findings come again until it is mended.
            case .faulty(let error): findings.append(error.finding)
            }
        }
        if let index, isChanged || records.count != known.count { index.write(records) }
    }

    /// Scans an archive.
    public init(archive path: String) {
        do {
            var archive = try ArchiveReader(path: path)
            let members = archive.entries.filter { entry in
                let suffix = entry.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
                return entry.path.contains(".") && Self.extensions.contains(suffix)
            }
            for member in members {
                let bytes = try archive.read(member)
                note(Self.examine(.archive(path, member: member.path), bytes: bytes))
            }
        } catch {
            findings.append(error.finding)
        }
    }

    /// Scans one file, which has to be a list.
    public init(file path: String) {
        let outcome = Self.examine(.file(path), bytes: nil)
        guard case .other = outcome else {
            note(outcome)
            return
        }
        do {
            _ = try GenericodeReader().read(bytes: try CodeListRegistry.bytes(of: .file(path)), name: path)
        } catch {
            findings.append(error.finding)
        }
    }

    private mutating func note(_ outcome: Outcome) {
        switch outcome {
        case .list(let entry): entries.append(entry)
        case .faulty(let error): findings.append(error.finding)
        case .other: break
        }
    }

    private static func examine(_ origin: CodeListEntry.Origin, bytes given: [UInt8]?) -> Outcome {
        do throws(CodeListError) {
            let bytes: [UInt8]
            if let given { bytes = given } else { bytes = try CodeListRegistry.bytes(of: origin) }
            guard mayBeList(bytes) else { return .other }
            let list = try GenericodeReader().read(bytes: bytes, name: origin.name)
            try CodeListRegistry.require(list, name: origin.name)
            return .list(try CodeListEntry(list, origin: origin, fileDigest: SHA256Text.digest(bytes)))
        } catch {
            return .faulty(error)
        }
    }

    /// Whether the root element is that of a list or of an error message of XRepository. What is not even XML at its
    /// beginning is something else, not a broken list.
    private static func mayBeList(_ bytes: [UInt8]) -> Bool {
        do {
            var reader = try XMLEventReader(.bytes(Array(bytes.prefix(16 << 10))))
            while let event = try reader.next() {
                guard case .startElement(let start) = event else { continue }
                return start.name.local == "Fehler"
                    || (start.name.local == "CodeList" && Genericode.isKnown(start.name.namespace))
            }
        } catch {
            return false
        }
        return false
    }
}
