import Archives
import Findings

/// A package in memory: its table of contents and its files.
public struct LoadedPackage: Sendable {
    /// What `dienstpaket.xml` says.
    public let manifest: Dienstpaket
    /// The files.
    public let contents: PackageContents
    /// SHA-256 over `dienstpaket.xml`, which names the digest of every other file (DP section 4.2).
    public let digest: String
    /// What was noticed while reading and does not stand against the package.
    public let findings: [Finding]

    init(manifest: Dienstpaket, contents: PackageContents, findings: [Finding]) {
        self.manifest = manifest
        self.contents = contents
        self.findings = findings
        digest = SHA256Text.digest(contents.files[Dienstpaket.fileName] ?? [])
    }

    /// The bytes of a part, or nil when its file is missing.
    public func bytes(of part: Bestandteil) -> [UInt8]? { contents.files[part.pfad] }
}

/// Opens a package: a folder or an archive. Opening reads everything once and understands the table of contents; it
/// proves nothing else (`PackageVerifier` does).
public struct PackageReader: Sendable {
    /// How a package is opened.
    public struct Options: Sendable {
        /// How much it may hold.
        public var limits: ArchiveLimits

        /// Options from their parts.
        public init(limits: ArchiveLimits = .standard) { self.limits = limits }
    }

    private let options: Options

    /// A reader with options.
    public init(options: Options = Options()) { self.options = options }

    /// The package at a path. Throws what is wrong with folder, archive or `dienstpaket.xml`; `TransferError.findings`
    /// then holds all of it.
    public func read(_ path: String) throws(TransferError) -> LoadedPackage {
        try load(PackageContents.read(path, limits: options.limits))
    }

    /// The package in files that were already read.
    public func load(_ contents: PackageContents) throws(TransferError) -> LoadedPackage {
        let file = contents.displayName(Dienstpaket.fileName)
        guard let bytes = contents.files[Dienstpaket.fileName] else {
            throw TransferError(
                .manifestMissing, at: Location(file: contents.name),
                Message(
                    de: "Im Paket fehlt \(Dienstpaket.fileName).", en: "The package has no \(Dienstpaket.fileName)."),
                hint: Message(
                    de: "Geben Sie den Ordner an, in dem \(Dienstpaket.fileName) ganz oben liegt.",
                    en: "Name the folder that has \(Dienstpaket.fileName) at its top."))
        }
        let outcome = try ManifestReader().read(bytes, file: file)
        guard let manifest = outcome.manifest else {
            let first = outcome.findings.first { $0.severity == .error }
            throw TransferError(
                .init(id: first?.id ?? TransferError.Code.manifestInvalid.id),
                at: first?.location ?? Location(file: file),
                first?.message
                    ?? Message(de: "\(Dienstpaket.fileName) ist ungültig.", en: "\(Dienstpaket.fileName) is invalid."),
                hint: first?.hint, findings: outcome.findings)
        }
        return LoadedPackage(manifest: manifest, contents: contents, findings: outcome.findings)
    }
}
