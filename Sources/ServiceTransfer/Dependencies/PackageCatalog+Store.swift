import CodeLists
import Findings
import GRDB

extension PackageCatalog {
    /// Adds what a municipality has installed, as it was delivered: its current packages and their code lists. Packages
    /// of another municipality are none of its business and not added.
    ///
    /// - Throws: `TransferError` when the store has no such municipality or cannot be read.
    public mutating func add(
        _ store: PortalStore, portal: String, ars: String
    ) throws(TransferError) {
        let found = try store.read { db -> [(PackageCandidate, [Finding])] in
            guard let municipality = try db.municipality(portal: portal, ars: ars) else {
                throw StoreQuery.unknownMunicipality("\(portal), ARS \(ars)", path: store.path)
            }
            return try db.currentPackages(in: municipality.id).compactMap { package in
                try candidate(package, db, path: store.path)
            }
        }
        for (candidate, findings) in found {
            findings.forEach { note($0) }
            add(candidate)
        }
    }

    private func candidate(
        _ package: StoredPackage, _ db: Database, path: String
    ) throws -> (PackageCandidate, [Finding])? {
        let origin = "\(path)!/\(package.kennung)"
        guard let bytes = try db.blob(package.digest),
            let manifest = try ManifestReader().read(bytes, file: origin).manifest
        else { return nil }
        var lists: [CodeListPin] = []
        var findings: [Finding] = []
        for part in try db.parts(of: package.id) where part.rolle == Rolle.codeliste.rawValue {
            let place = "\(origin)/\(part.pfad)"
            do {
                let id = try GenericodeReader().read(bytes: try db.blob(part.original) ?? [], name: place).id
                lists.append(CodeListPin(uri: id.uri, version: id.version, sha256: part.original, origin: place))
            } catch let error as CodeListError {
                var finding = error.finding
                finding.severity = .warning
                findings.append(finding)
            }
        }
        return (PackageCandidate(manifest, digest: package.digest, bringt: lists, origin: origin), findings)
    }
}
