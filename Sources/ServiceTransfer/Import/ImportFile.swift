import Archives
import Findings
import Foundation
import XMLCore

/// A file among the sources of an import: on disk, or an entry of an archive.
struct ImportFile: Sendable {
    /// What kind of content a file has, told from its beginning.
    enum Kind: String, Sendable {
        /// Objects or a message of XZuFi.
        case xzufi
        /// A message of XDatenfelder.
        case xdatenfelder
        /// A code list in genericode.
        case codelist
        /// A process in BPMN 2.0.
        case bpmn
        /// JSON; what it is, is decided by whoever reads it.
        case json
        /// None of these.
        case unknown
    }

    /// What findings call it.
    let name: String
    /// Its path below the source that it was found in: its name where it was named itself.
    let relativePath: String
    /// Whether the user named this very file.
    let isNamed: Bool
    let kind: Kind
    private let path: String?
    private let content: [UInt8]

    /// The file as a source for a parser.
    var source: XMLSource { path.map { XMLSource.file($0) } ?? .bytes(content, name: name) }

    /// All its bytes.
    func bytes(limit: Int) throws(TransferError) -> [UInt8] {
        guard let path else { return content }
        do throws(ArchiveError) { return try FileBytes.read(path, limit: limit) } catch { throw TransferError(error) }
    }

    init(path: String, relativePath: String, isNamed: Bool) {
        self.path = path
        content = []
        name = path
        self.relativePath = relativePath
        self.isNamed = isNamed
        kind = Self.kind(.file(path), begins: Self.beginning(path))
    }

    init(entry: String, of archive: String, bytes: [UInt8]) {
        path = nil
        content = bytes
        name = "\(archive)!/\(entry)"
        relativePath = entry
        isNamed = false
        kind = Self.kind(.bytes(bytes), begins: Array(bytes.prefix(64)))
    }

    private static func beginning(_ path: String) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 64)).flatMap { $0.map { Array($0) } } ?? []
    }

    private static func kind(_ source: XMLSource, begins: [UInt8]) -> Kind {
        let first = begins.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }.first
        // UTF-16 begins with a byte order mark; the parser knows what to do with it.
        let isWide = begins.starts(with: [0xFE, 0xFF]) || begins.starts(with: [0xFF, 0xFE])
        guard first == 0x3C || isWide else { return first == 0x7B || first == 0x5B ? .json : .unknown }
        guard var reader = try? XMLEventReader(source) else { return .unknown }
        while let event = try? reader.next() {
            guard case .startElement(let root) = event else { continue }
            let namespace = root.name.namespace ?? ""
            if namespace.hasPrefix("http://xoev.de/schemata/xzufi/") { return .xzufi }
            if namespace.hasPrefix("urn:xoev-de:fim:standard:xdatenfelder") { return .xdatenfelder }
            if namespace == "http://www.omg.org/spec/BPMN/20100524/MODEL" { return .bpmn }
            if root.name.local == "CodeList", namespace.isEmpty || namespace.contains("genericode") {
                return .codelist
            }
            return .unknown
        }
        return .unknown
    }
}
