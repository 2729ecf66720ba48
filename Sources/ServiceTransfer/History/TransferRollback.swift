import Archives
import Findings
import GRDB

/// Takes a service back to an earlier state: exactly, checked by digests, as one entry of the journal.
public struct TransferRollback: Sendable {
    /// What is taken back, by whom, and when.
    public struct Options: Sendable {
        /// The service.
        public var service: ServiceAddress
        /// The number of the entry whose state afterwards is restored; the state before the latest change of the service
        /// where it is nil.
        public var target: Int64?
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String
        /// Called between the writes of the transaction. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(service: ServiceAddress, target: Int64? = nil, actor: String, moment: String) {
            self.service = service
            self.target = target
            self.actor = actor
            self.moment = moment
        }
    }

    /// What the rollback came to.
    public struct Outcome: Sendable, Hashable {
        /// The version before; nil where the service was not installed.
        public let fromVersion: String?
        /// The version now; nil where the service is no longer installed.
        public let toVersion: String?
        /// The digest of the whole state now; nil where the service is no longer installed.
        public let state: String?
        /// Whether anything was changed. The state may be the present one.
        public let isChanged: Bool
    }

    private let options: Options

    /// A rollback with options.
    public init(options: Options) { self.options = options }

    /// Does it.
    ///
    /// - Throws: `store.unknown-entry`, `store.state-unknown`, `store.corrupt` when contents are missing or altered,
    ///   `transfer.object-of-other-package` or `transfer.still-needed` when other services stand in the way, and errors of
    ///   the store. The store is then as it was.
    public func run(in store: PortalStore) throws(TransferError) -> Outcome { try run(in: store, .silent) }

    func run(in store: PortalStore, _ monitor: TransferMonitor) throws(TransferError) -> Outcome {
        try store.write { db in
            let service = options.service
            let municipality = try service.municipality(in: db, path: store.path)
            let (entry, target) = try target(municipality, db, path: store.path)
            let current = try db.serviceState(of: service.kennung, in: municipality.id)
            if target == current {
                return Outcome(
                    fromVersion: current?.version, toVersion: target?.version,
                    state: try target.map { SHA256Text.digest(try $0.bytes()) }, isChanged: false)
            }
            if let target {
                try checkContents(target, db, path: store.path)
                try checkObjects(target, municipality, db, path: store.path)
            }
            try DependentCheck(db: db, municipality: municipality).check(
                from: current, to: target, path: store.path)
            let change = ServiceChange(
                actor: options.actor, moment: options.moment, municipality: municipality, kennung: service.kennung,
                vorgang: "zurueckrollen", einzelheiten: ["auf den Stand \(entry)"], faultPoint: options.faultPoint,
                monitor: monitor)
            let written = try change.write(target, to: db, path: store.path)
            return Outcome(
                fromVersion: current?.version, toVersion: target?.version, state: written.stand, isChanged: true)
        }
    }

    /// The entry that is meant and the state to restore.
    private func target(
        _ municipality: StoredMunicipality, _ db: Database, path: String
    ) throws -> (name: String, state: ServiceState?) {
        let kennung = options.service.kennung
        guard let number = options.target else {
            guard let latest = try db.journal(of: municipality.id, paket: kennung, limit: 1).first else {
                throw options.service.notInstalled(in: municipality, path: path)
            }
            return ("vor \(latest.nummer)", try db.stateBefore(latest, path: path))
        }
        guard let entry = try db.journalEntry(number, of: municipality.id), entry.paket == kennung else {
            throw Self.unknownEntry(number, kennung, path: path)
        }
        return ("nach \(number)", try db.stateAfter(entry, path: path))
    }

    static func unknownEntry(_ number: Int64, _ kennung: String, path: String) -> TransferError {
        TransferError(
            .unknownEntry, at: Location(file: path),
            Message(
                de: "Das Protokoll hat keinen Eintrag \(number) zum Dienst \(kennung).",
                en: "The journal has no entry \(number) about the service \(kennung)."),
            hint: Message(
                de: "„xoev transfer history“ zeigt die Einträge mit ihren Nummern.",
                en: "“xoev transfer history” shows the entries with their numbers."))
    }

    private func checkContents(_ state: ServiceState, _ db: Database, path: String) throws {
        for digest in Set(state.contents).sorted() {
            guard SHA256Text.digest(try db.requiredBlob(digest)) != digest else { continue }
            throw TransferError(
                .storeCorrupt, at: Location(file: path),
                Message(
                    de: "Der Inhalt \(digest) im Portalspeicher ist verändert.",
                    en: "The content \(digest) in the portal store has been altered."),
                hint: Message(
                    de: "Spielen Sie die letzte Sicherung ein; es ist nichts geändert.",
                    en: "Restore the last backup; nothing has been changed."))
        }
    }

    private func checkObjects(
        _ state: ServiceState, _ municipality: StoredMunicipality, _ db: Database, path: String
    ) throws {
        for binding in state.bindungen
        where binding.art != Rolle.codeliste.rawValue && binding.art != "organisationseinheit" {
            let found = try db.bindings(source: binding.quelle, art: binding.art, in: municipality.id)
            guard let other = found.first(where: { $0.paket != state.kennung }) else { continue }
            throw TransferError(
                .init(id: "transfer.object-of-other-package"), at: Location(file: path),
                Message(
                    de: "Das Objekt \(binding.quelle) gehört inzwischen zum Paket \(other.paket).",
                    en: "The object \(binding.quelle) meanwhile belongs to the package \(other.paket)."),
                hint: Message(
                    de: "Rollen Sie zuerst dieses Paket zurück oder entfernen Sie es; es ist nichts geändert.",
                    en: "First roll back or remove that package; nothing has been changed."))
        }
    }
}
