import Archives
import Findings
import XMLCore

/// Packs a folder into one archive: fills in size and digest of every part, then writes the archive so that the same
/// folder gives the same bytes (DP section 10).
public struct PackageBuilder: Sendable {
    /// How a package is packed.
    public struct Options: Sendable {
        /// How entries are packed.
        public var compression: ArchiveWriter.Compression
        /// How much the folder may hold.
        public var limits: ArchiveLimits

        /// Options from their parts.
        public init(compression: ArchiveWriter.Compression = .deflate(level: 9), limits: ArchiveLimits = .standard) {
            self.compression = compression
            self.limits = limits
        }
    }

    /// A packed package that has not been written yet.
    public struct Outcome: Sendable {
        /// The package as it is in the archive.
        public let package: LoadedPackage
        /// The bytes of the archive.
        public let archive: [UInt8]
        /// The name the format recommends for the archive (DP section 10), such as `hundesteuer-1.0.0.dienst`.
        public let recommendedFileName: String
    }

    private let options: Options

    /// A builder with options.
    public init(options: Options = Options()) { self.options = options }

    /// Packs the folder at a path. Sizes and digests in its `dienstpaket.xml` need not be there or right; everything else
    /// of the file, comments included, is kept.
    public func pack(folder: String) throws(TransferError) -> Outcome {
        try pack(PackageContents.read(folder, limits: options.limits))
    }

    /// Packs files that were already read.
    public func pack(_ contents: PackageContents) throws(TransferError) -> Outcome {
        let filled = try contentsWithDigests(contents)
        let package = try PackageReader(options: .init(limits: options.limits)).load(filled)
        let archive: [UInt8]
        do throws(ArchiveError) {
            archive = try ArchiveWriter(compression: options.compression)
                .archive(filled.sortedPaths.map { ($0, filled.files[$0] ?? []) })
        } catch {
            throw TransferError(error)
        }
        let name = package.manifest.kennung.split(separator: ".").last.map(String.init) ?? package.manifest.kennung
        return Outcome(
            package: package, archive: archive, recommendedFileName: "\(name)-\(package.manifest.version).dienst")
    }

    /// Packs the folder and writes the archive: whole or not at all. Refuses to overwrite unless told to.
    public func pack(folder: String, to path: String, overwrites: Bool = false) throws(TransferError) -> Outcome {
        let outcome = try pack(folder: folder)
        try OutputFile.write(outcome.archive, to: path, overwrites: overwrites)
        return outcome
    }

    private func contentsWithDigests(_ contents: PackageContents) throws(TransferError) -> PackageContents {
        let file = contents.displayName(Dienstpaket.fileName)
        guard let bytes = contents.files[Dienstpaket.fileName] else {
            // The reader says what is missing.
            _ = try PackageReader().load(contents)
            return contents
        }
        var files = contents.files
        var findings: [Finding] = []
        do throws(XMLError) {
            var tree = try XMLTree(bytes: bytes, name: file)
            var declared: Set<String> = []
            func name(_ local: String) -> XMLName { XMLName(local, in: Dienstpaket.namespace) }
            tree.root.updateElements { list in
                guard list.name == name("bestandteile") else { return }
                list.updateElements { part in
                    guard part.name == name("bestandteil"), let path = part["pfad"] else { return }
                    declared.insert(path)
                    guard let bytes = files[path], path != Dienstpaket.fileName else {
                        findings.append(
                            Self.missing(path, at: Location(file: file, line: part.position?.line)))
                        return
                    }
                    part["sha256"] = SHA256Text.digest(bytes)
                    part["groesse"] = String(bytes.count)
                }
            }
            declared.formUnion([Dienstpaket.fileName, Signatur.path])
            for path in contents.sortedPaths where !declared.contains(path) {
                findings.append(Self.undeclared(path, at: contents.displayName(path)))
            }
            files[Dienstpaket.fileName] = try tree.serialized()
            Signatur.removeStale(from: &files)
        } catch {
            throw TransferError(error)
        }
        if let first = findings.first {
            throw TransferError(
                .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: findings)
        }
        return PackageContents(name: contents.name, isArchive: contents.isArchive, files: files)
    }

    static func missing(_ path: String, at location: Location) -> Finding {
        Finding(
            "package.part-missing", .error, at: location,
            Message(
                de: "Die Datei „\(path)“ ist als Bestandteil genannt, fehlt aber im Paket.",
                en: "The file “\(path)” is declared as a part, but the package does not have it."),
            hint: Message(
                de: "Legen Sie die Datei ins Paket oder entfernen Sie den Bestandteil aus dienstpaket.xml.",
                en: "Put the file into the package or remove the part from dienstpaket.xml."))
    }

    static func undeclared(_ path: String, at file: String) -> Finding {
        Finding(
            "package.part-undeclared", .error, at: Location(file: file),
            Message(
                de: "Die Datei „\(path)“ liegt im Paket, ist aber in dienstpaket.xml nicht genannt.",
                en: "The file “\(path)” is in the package, but dienstpaket.xml does not declare it."),
            hint: Message(
                de: "Nennen Sie sie unter bestandteile oder entfernen Sie sie.",
                en: "Declare it under bestandteile or remove it."))
    }
}

/// Writes files for the user.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) throws(TransferError) {
        if !overwrites, FileManagerFacade.exists(path) { throw alreadyExists(path) }
        do throws(ArchiveError) { try AtomicFile.write(bytes, to: path) } catch { throw TransferError(error) }
    }

    static func alreadyExists(_ path: String) -> TransferError {
        TransferError(
            .alreadyExists, at: Location(file: path),
            Message(de: "„\(path)“ gibt es schon.", en: "“\(path)” already exists."),
            hint: Message(
                de: "Wählen Sie einen anderen Namen oder erlauben Sie das Überschreiben.",
                en: "Choose another name or allow overwriting."))
    }
}
