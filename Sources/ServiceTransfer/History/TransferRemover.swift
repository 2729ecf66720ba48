import Findings
import GRDB

/// Removes a service from a municipality's portal. Its states stay in the journal: a rollback brings it back.
public struct TransferRemover: Sendable {
    /// What is removed, by whom, and when.
    public struct Options: Sendable {
        /// The service.
        public var service: ServiceAddress
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String
        /// Called between the writes of the transaction. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(service: ServiceAddress, actor: String, moment: String) {
            self.service = service
            self.actor = actor
            self.moment = moment
        }
    }

    private let options: Options

    /// A remover with options.
    public init(options: Options) { self.options = options }

    /// Removes the service and returns the version that was installed.
    ///
    /// - Throws: `store.unknown-service`, `transfer.still-needed` when another service needs the package or a code list of
    ///   it, and errors of the store. The store is then as it was.
    public func run(in store: PortalStore) throws(TransferError) -> String { try run(in: store, .silent) }

    func run(in store: PortalStore, _ monitor: TransferMonitor) throws(TransferError) -> String {
        try store.write { db in
            let municipality = try options.service.municipality(in: db, path: store.path)
            guard let current = try db.serviceState(of: options.service.kennung, in: municipality.id) else {
                throw options.service.notInstalled(in: municipality, path: store.path)
            }
            try DependentCheck(db: db, municipality: municipality).check(from: current, to: nil, path: store.path)
            let change = ServiceChange(
                actor: options.actor, moment: options.moment, municipality: municipality,
                kennung: options.service.kennung, vorgang: "entfernen", einzelheiten: [],
                faultPoint: options.faultPoint, monitor: monitor)
            try change.write(nil, to: db, path: store.path)
            return current.version
        }
    }
}

/// Looks whether other services of a municipality need what a change takes away: the package in a range of versions, or
/// a code list.
struct DependentCheck {
    let db: Database
    let municipality: StoredMunicipality

    func check(from current: ServiceState?, to target: ServiceState?, path: String) throws {
        guard let current else { return }
        let remaining = Set(lists(target))
        let lost = Set(lists(current)).subtracting(remaining)
        let version = try target.map { try SemanticVersion($0.version) }
        for other in try db.currentPackages(in: municipality.id) where other.kennung != current.kennung {
            let bytes = try db.requiredBlob(other.digest)
            guard let manifest = try ManifestReader().read(bytes, file: Dienstpaket.fileName).manifest else { continue }
            if let need = manifest.pakete.first(where: { $0.kennung == current.kennung }),
                version.map({ !need.versionen.contains($0) }) ?? true
            {
                throw stillNeeded("\(need.kennung) \(need.versionen)", by: other, path: path)
            }
            for list in manifest.codelisten.map(\.canonicalVersionURI) where lost.contains(list) {
                let key = ObjektKennung(schemeAgencyID: "", schemeID: CodeListIdentity.scheme, value: list)
                let holders = try db.bindings(source: key, art: Rolle.codeliste.rawValue, in: municipality.id)
                if holders.allSatisfy({ $0.paket == current.kennung }) {
                    throw stillNeeded(list, by: other, path: path)
                }
            }
        }
    }

    private func lists(_ state: ServiceState?) -> [String] {
        state?.bindungen.filter { $0.art == Rolle.codeliste.rawValue }.map(\.quelle.value) ?? []
    }

    private func stillNeeded(_ what: String, by other: StoredPackage, path: String) -> TransferError {
        TransferError(
            .stillNeeded, at: Location(file: path),
            Message(
                de: "Der Dienst \(other.kennung) braucht noch \(what).",
                en: "The service \(other.kennung) still needs \(what)."),
            hint: Message(
                de: "Entfernen Sie zuerst diesen Dienst; es ist nichts geändert.",
                en: "First remove that service; nothing has been changed."))
    }
}
