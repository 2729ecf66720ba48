import Findings

/// A code list in a fixed version with the digest of its file.
public struct CodeListPin: Sendable, Hashable {
    /// The list's URN, without a version.
    public let uri: String
    /// The version.
    public let version: String
    /// SHA-256 of the genericode file's bytes, 64 hexadecimal digits in lower case.
    public let sha256: String
    /// Where the file is, for people; not part of a lock file.
    public let origin: String

    /// A pin from its parts.
    public init(uri: String, version: String, sha256: String, origin: String) {
        self.uri = uri
        self.version = version
        self.sha256 = sha256
        self.origin = origin
    }
}

/// A package that a dependency could be resolved to: what the resolver must know of it.
public struct PackageCandidate: Sendable, Hashable {
    /// The service's lasting identifier.
    public let kennung: String
    /// The version.
    public let version: SemanticVersion
    /// The package digest (DP section 4.2): SHA-256 of `dienstpaket.xml`, which names the digest of every other file.
    public let digest: String
    /// The packages it needs.
    public let pakete: [PaketAbhaengigkeit]
    /// The code lists it needs from outside.
    public let codelisten: [CodelisteAbhaengigkeit]
    /// The code lists it brings along.
    public let bringt: [CodeListPin]
    /// Where it is, for people; not part of a lock file.
    public let origin: String

    /// A candidate from its parts.
    public init(
        kennung: String, version: SemanticVersion, digest: String, pakete: [PaketAbhaengigkeit] = [],
        codelisten: [CodelisteAbhaengigkeit] = [], bringt: [CodeListPin] = [], origin: String
    ) {
        self.kennung = kennung
        self.version = version
        self.digest = digest
        self.pakete = pakete
        self.codelisten = codelisten
        self.bringt = bringt
        self.origin = origin
    }

    /// A candidate from a table of contents.
    init(_ manifest: Dienstpaket, digest: String, bringt: [CodeListPin], origin: String) {
        self.init(
            kennung: manifest.kennung, version: manifest.version, digest: digest, pakete: manifest.pakete,
            codelisten: manifest.codelisten, bringt: bringt, origin: origin)
    }

    /// Whether it brings a code list along.
    func brings(_ list: CodelisteAbhaengigkeit) -> Bool {
        bringt.contains { $0.uri == list.uri && $0.version == list.version }
    }

    /// `kennung version`, as chains show it.
    public var name: String { "\(kennung) \(version)" }
}

/// The packages and code lists at hand, from folders, archives and stores. Nothing is ever fetched from a network.
///
/// Two packages of one identifier and version with different content must not exist side by side (DP-13); the resolver
/// uses neither unless a lock file says which is meant.
public struct PackageCatalog: Sendable {
    private var byKennung: [String: [PackageCandidate]] = [:]
    private var lists: [String: [CodeListPin]] = [:]
    /// What was found that cannot be used, such as a damaged package: warnings in the order of the search.
    public private(set) var findings: [Finding] = []

    /// An empty catalog.
    public init() {}

    /// All packages: by identifier, the newest version first.
    public var candidates: [PackageCandidate] {
        byKennung.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { candidates(of: $0) }
    }

    /// The packages of an identifier, the newest version first. Versions that differ in build metadata only, which has
    /// no rank, come in the order of their text, the greatest first.
    public func candidates(of kennung: String) -> [PackageCandidate] { byKennung[kennung] ?? [] }

    /// The code lists of a URN in a version, in the order in which they were added.
    public func codeLists(_ uri: String, version: String) -> [CodeListPin] {
        (lists[uri] ?? []).filter { $0.version == version }
    }

    /// The versions of a code list at hand.
    public func versions(ofCodeList uri: String) -> [String] {
        Set((lists[uri] ?? []).map(\.version)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Adds a package. The same package at a second place changes nothing.
    public mutating func add(_ candidate: PackageCandidate) {
        var all = byKennung[candidate.kennung] ?? []
        let isKnown = all.contains { $0.version == candidate.version && $0.digest == candidate.digest }
        guard !isKnown else { return }
        let position = all.firstIndex { Self.isNewer(candidate, than: $0) } ?? all.endIndex
        all.insert(candidate, at: position)
        byKennung[candidate.kennung] = all
        for list in candidate.bringt { add(list) }
    }

    /// Adds a code list. The same file at a second place changes nothing.
    public mutating func add(_ list: CodeListPin) {
        let isKnown = codeLists(list.uri, version: list.version).contains { $0.sha256 == list.sha256 }
        if !isKnown { lists[list.uri, default: []].append(list) }
    }

    mutating func note(_ finding: Finding) { findings.append(finding) }

    private static func isNewer(_ left: PackageCandidate, than right: PackageCandidate) -> Bool {
        if right.version < left.version { return true }
        if left.version < right.version { return false }
        let (a, b) = (left.version.description, right.version.description)
        return a == b ? left.digest > right.digest : b.utf8.lexicographicallyPrecedes(a.utf8)
    }
}
