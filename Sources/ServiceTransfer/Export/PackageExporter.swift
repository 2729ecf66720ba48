import Archives
import FIM
import Findings
import GRDB
import XMLCore

/// Writes an installed service back out as a package.
public struct PackageExporter: Sendable {
    /// What is exported.
    public struct Options: Sendable {
        /// The municipality.
        public var ars: String
        /// The portal; the only one with this municipality where it is nil.
        public var portal: String?
        /// The package.
        public var kennung: String
        /// The version; the installed one where it is nil. Earlier versions stay in the store.
        public var version: SemanticVersion?
        /// Whether the parts are those of the portal, bound to the municipality and with its changes, instead of the
        /// original ones.
        public var isBound: Bool
        /// The moment that a bound package says it was made. There is no clock inside.
        public var moment: String

        /// Options from their parts.
        public init(
            ars: String, portal: String? = nil, kennung: String, version: SemanticVersion? = nil, isBound: Bool = false,
            moment: String
        ) {
            self.ars = ars
            self.portal = portal
            self.kennung = kennung
            self.version = version
            self.isBound = isBound
            self.moment = moment
        }
    }

    private let options: Options
    private let check: OutputCheck?

    /// An exporter with options. With a check, services, units, online services and forms of a bound package have to be
    /// valid against their schemas, or nothing is exported; what was installed is given back as it came, valid or not.
    public init(options: Options, check: OutputCheck? = nil) {
        self.options = options
        self.check = check
    }

    /// The package, in memory. Without `isBound` every file is the one that was installed, byte for byte, the
    /// publisher's signature among them. A bound package has parts of its own and therefore a version of its own: the
    /// build part names the municipality (DP-13).
    public func export(from store: PortalStore) throws(TransferError) -> PackageContents {
        try export(from: store, .silent)
    }

    func export(from store: PortalStore, _ monitor: TransferMonitor) throws(TransferError) -> PackageContents {
        let found = try store.read { db in try load(db, path: store.path, monitor) }
        let contents = PackageContents(name: options.kennung, isArchive: false, files: found.files)
        guard options.isBound else { return contents }
        return try rebuilt(contents, found)
    }

    private struct Found {
        var files: [String: [UInt8]]
        var portal: (name: String, adresse: String)
        var municipality: StoredMunicipality
    }

    private func load(_ db: Database, path: String, _ monitor: TransferMonitor) throws -> Found {
        let service = ServiceAddress(ars: options.ars, portal: options.portal, kennung: options.kennung)
        let municipality = try service.municipality(in: db, path: path)
        let package =
            try options.version.map { try db.package(options.kennung, version: $0, in: municipality.id) }
            ?? db.currentPackage(options.kennung, in: municipality.id)
        guard let package else { throw service.notInstalled(in: municipality, path: path) }
        var files: [String: [UInt8]] = [Dienstpaket.fileName: try db.requiredBlob(package.digest)]
        let parts = try db.parts(of: package.id)
        for (number, part) in parts.enumerated() {
            try monitor.step(.reading, number, of: parts.count, part.id)
            files[part.pfad] = try db.requiredBlob(options.isBound ? part.lebend : part.original)
        }
        try monitor.step(.reading, parts.count, of: parts.count)
        // The signature is over the original files; bound ones are no longer the publisher's.
        if !options.isBound, let signature = package.signatur {
            files[Signatur.path] = try db.requiredBlob(signature)
        }
        let row = try Row.fetchOne(
            db, sql: "SELECT name, adresse FROM portal WHERE kennung = ?", arguments: [municipality.portal])
        return Found(
            files: files, portal: (row?["name"] ?? municipality.portal, row?["adresse"] ?? ""),
            municipality: municipality)
    }

    private func rebuilt(_ contents: PackageContents, _ found: Found) throws(TransferError) -> PackageContents {
        let bytes = contents.files[Dienstpaket.fileName] ?? []
        guard var manifest = try ManifestReader().read(bytes, file: Dienstpaket.fileName).manifest else {
            throw TransferError(
                .manifestInvalid,
                Message(de: "Das Paket im Speicher ist beschädigt.", en: "The stored package is damaged."),
                hint: Message(de: "Spielen Sie die letzte Sicherung ein.", en: "Restore the last backup."))
        }
        let build = (manifest.version.build + ["ars", found.municipality.ars]).joined(separator: ".")
        let core = manifest.version.description.prefix { $0 != "+" }
        manifest.version = try SemanticVersion("\(core)+\(build)")
        manifest.erstellt = options.moment
        manifest.herkunft = Herkunft(
            portal: found.portal.name, adresse: found.portal.adresse, ars: found.municipality.ars)
        for index in manifest.bestandteile.indices {
            let bytes = contents.files[manifest.bestandteile[index].pfad] ?? []
            try require(manifest.bestandteile[index], bytes)
            manifest.bestandteile[index].sha256 = SHA256Text.digest(bytes)
            manifest.bestandteile[index].groesse = bytes.count
        }
        var files = contents.files
        files[Dienstpaket.fileName] = try ManifestWriter().write(manifest)
        return PackageContents(name: contents.name, isArchive: false, files: files)
    }

    /// Refuses a part that became invalid: what leaves is valid or does not leave.
    private func require(_ part: Bestandteil, _ bytes: [UInt8]) throws(TransferError) {
        guard let check, part.istXML, [.leistungsbeschreibung, .onlinedienst, .datenschema].contains(part.rolle) else {
            return
        }
        do throws(OutputCheck.Refusal) {
            try check.require(bytes, name: part.pfad)
        } catch {
            throw TransferError(error)
        }
    }

    /// Writes the package as an archive, or as a folder where the path does not end in `.dienst` or `.zip`.
    public func export(from store: PortalStore, to path: String, overwrites: Bool = false) throws(TransferError) {
        try export(from: store, to: path, overwrites: overwrites, .silent)
    }

    func export(
        from store: PortalStore, to path: String, overwrites: Bool, _ monitor: TransferMonitor
    ) throws(TransferError) {
        let contents = try export(from: store, monitor)
        let lower = path.lowercased()
        guard lower.hasSuffix(".dienst") || lower.hasSuffix(".zip") else {
            try FolderWriter().write(contents, to: path)
            return
        }
        let archive: [UInt8]
        do throws(ArchiveError) {
            archive = try ArchiveWriter().archive(contents.sortedPaths.map { ($0, contents.files[$0] ?? []) })
        } catch {
            throw TransferError(error)
        }
        try OutputFile.write(archive, to: path, overwrites: overwrites)
    }
}
