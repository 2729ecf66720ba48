import Archives
import GRDB

/// Makes the state of a service that a plan leads to, and stores the contents it names.
struct StateBuilder {
    let draft: TransferPlanner.Draft
    let package: LoadedPackage
    let profile: Portalprofil
    let actor: String
    let moment: String

    func build(in db: Database, faultPoint: (@Sendable (String) -> Void)? = nil) throws -> ServiceState {
        let manifest = package.manifest
        let digest = try db.storeBlob(package.contents.files[Dienstpaket.fileName] ?? [])
        _ = try db.storeBlob(profile.bytes)
        var signature = draft.state.sameVersion?.signatur
        if let bytes = package.contents.files[Signatur.path] { signature = try db.storeBlob(bytes) }
        var parts: [StoredPart] = []
        for part in manifest.bestandteile {
            let original = try db.storeBlob(package.bytes(of: part) ?? [])
            let bound = try db.storeBlob(draft.boundParts[part.id] ?? [])
            let local = try db.storeBlob(draft.localParts[part.id] ?? [])
            parts.append(
                StoredPart(
                    id: part.id, rolle: part.rolle.rawValue, pfad: part.pfad, original: original, gebunden: bound,
                    lokal: local == bound ? nil : local))
        }
        faultPoint?("blob")
        return ServiceState(
            package: StoredPackage(
                id: 0, kennung: manifest.kennung, version: manifest.version, digest: digest,
                bezeichnung: manifest.bezeichnung.best("de"), profil: profile.digest, installiertAm: moment,
                installiertVon: actor, signatur: signature),
            leistungen: manifest.leistungen.map(\.schluessel), parts: parts, bindings: bindings(),
            parameters: draft.parameters)
    }

    private func bindings() -> [StoredBinding] {
        let kennung = package.manifest.kennung
        var bindings: [StoredBinding] = []
        for object in draft.objects {
            guard let target = draft.targets[object.partID], let part = package.manifest.bestandteil(object.partID)
            else {
                continue
            }
            bindings.append(
                StoredBinding(
                    art: object.art, quelle: object.quelle, ziel: target, paket: kennung, bestandteil: part.id,
                    schluessel: object.schluessel, original: part.sha256))
        }
        for part in package.manifest.bestandteile where part.rolle == .codeliste {
            guard let uri = CodeListIdentity.canonicalVersionURI(package.bytes(of: part) ?? []) else { continue }
            let key = ObjektKennung(schemeAgencyID: "", schemeID: CodeListIdentity.scheme, value: uri)
            bindings.append(
                StoredBinding(
                    art: Rolle.codeliste.rawValue, quelle: key, ziel: key, paket: kennung, bestandteil: part.id,
                    schluessel: nil, original: part.sha256))
        }
        return bindings
    }
}

extension LoadedPackage {
    /// The digest of the signature file, where the package has one.
    var signatureDigest: String? { contents.files[Signatur.path].map { SHA256Text.digest($0) } }
}
