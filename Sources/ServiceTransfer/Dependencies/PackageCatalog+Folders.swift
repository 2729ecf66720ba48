import Archives
import CodeLists
import Findings
import Foundation

extension PackageCatalog {
    /// Adds a package that was read. Its parts must be as `dienstpaket.xml` says; a damaged package is not added but
    /// noted among the findings.
    ///
    /// - Returns: The candidate, or nil when the package is damaged.
    @discardableResult
    public mutating func add(_ package: LoadedPackage) -> PackageCandidate? {
        let origin = package.contents.name
        for part in package.manifest.bestandteile {
            let bytes = package.bytes(of: part)
            guard let bytes, SHA256Text.digest(bytes) == part.sha256 else {
                note(
                    Finding(
                        "dependency.package-damaged", .warning,
                        at: Location(file: package.contents.displayName(part.pfad)),
                        Message(
                            de: """
                                Das Paket \(package.manifest.kennung) \(package.manifest.version) wird nicht verwendet: \
                                „\(part.pfad)“ fehlt oder passt nicht zur Prüfsumme.
                                """,
                            en: """
                                The package \(package.manifest.kennung) \(package.manifest.version) is not used: \
                                “\(part.pfad)” is missing or does not match its digest.
                                """),
                        hint: Message(
                            de: "Prüfen Sie es mit „xoev package verify“ und beschaffen Sie es neu.",
                            en: "Check it with “xoev package verify” and get it again.")))
                return nil
            }
        }
        let candidate = PackageCandidate(
            package.manifest, digest: package.digest, bringt: codeLists(of: package), origin: origin)
        add(candidate)
        return candidate
    }

    private mutating func codeLists(of package: LoadedPackage) -> [CodeListPin] {
        var result: [CodeListPin] = []
        for part in package.manifest.bestandteile where part.rolle == .codeliste {
            guard let bytes = package.bytes(of: part) else { continue }
            let place = package.contents.displayName(part.pfad)
            do throws(CodeListError) {
                let id = try GenericodeReader().read(bytes: bytes, name: place).id
                result.append(CodeListPin(uri: id.uri, version: id.version, sha256: part.sha256, origin: place))
            } catch {
                note(Self.asWarning(error.finding, place))
            }
        }
        return result
    }

    /// Adds all packages at a path: an archive, the folder of one package, or a folder below which packages lie (archives
    /// `*.dienst` and folders with a `dienstpaket.xml`). What cannot be read is noted among the findings.
    ///
    /// - Throws: `TransferError` when there is nothing at the path.
    public mutating func add(packagesAt path: String, limits: ArchiveLimits = .standard) throws(TransferError) {
        try add(packagesAt: path, limits: limits) { _, _ in }
    }

    /// A catalog of the packages at a path; `each` is told where each lies.
    static func reading(
        _ path: String, each: (String, PackageCandidate) -> Void
    ) throws(TransferError) -> PackageCatalog {
        var catalog = PackageCatalog()
        try catalog.add(packagesAt: path, limits: .standard, each: each)
        return catalog
    }

    private mutating func add(
        packagesAt path: String, limits: ArchiveLimits, each: (String, PackageCandidate) -> Void
    ) throws(TransferError) {
        let reader = PackageReader(options: .init(limits: limits))
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            // The reader says what is wrong with the path.
            if let candidate = add(try reader.read(path)) { each(path, candidate) }
            return
        }
        for package in Self.packages(below: path) {
            do throws(TransferError) {
                if let candidate = add(try reader.read(package)) { each(package, candidate) }
            } catch {
                note(Self.asWarning(error.finding, package))
            }
        }
    }

    /// Adds all code lists of a registry.
    public mutating func add(_ registry: CodeListRegistry) {
        for entry in registry.entries {
            add(
                CodeListPin(
                    uri: entry.id.uri, version: entry.id.version, sha256: entry.fileDigest, origin: entry.origin.name))
        }
    }

    private static func asWarning(_ finding: Finding, _ file: String) -> Finding {
        var copy = finding
        copy.severity = .warning
        copy.location = copy.location.inFile(file)
        return copy
    }

    /// The packages below a folder by the bytes of their paths. Hidden names are passed over, links not followed, and
    /// inside a package no further packages are sought.
    private static func packages(below folder: String) -> [String] {
        let manager = FileManager.default
        var result: [String] = []
        var pending = [folder]
        while let current = pending.popLast() {
            let names = (try? manager.contentsOfDirectory(atPath: current)) ?? []
            if names.contains(Dienstpaket.fileName) {
                result.append(current)
                continue
            }
            for name in names where !name.hasPrefix(".") {
                let path = current.hasSuffix("/") ? current + name : "\(current)/\(name)"
                let type = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
                if type == .typeDirectory { pending.append(path) }
                if type == .typeRegular, name.lowercased().hasSuffix(".dienst") { result.append(path) }
            }
        }
        return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
