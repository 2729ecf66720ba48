import Findings
import GRDB

/// Does what a plan says: exactly that, in one transaction, or nothing.
public struct TransferApplier: Sendable {
    /// Who does it, and when.
    public struct Options: Sendable {
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String
        /// Called between the writes of the transaction. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(actor: String, moment: String) {
            self.actor = actor
            self.moment = moment
        }
    }

    /// What applying came to.
    public struct Outcome: Sendable, Hashable {
        /// The plan as it was done.
        public let plan: TransferPlan
        /// Whether anything was changed. A plan that was already done changes nothing.
        public let isChanged: Bool
    }

    private let options: Options

    /// An applier with options.
    public init(options: Options) { self.options = options }

    /// Applies a plan. The plan is made again inside the transaction and must come out the same: what a user has read is
    /// what happens.
    ///
    /// - Throws: `transfer.plan-outdated` when the store has changed since, `transfer.plan-mismatch` when package or
    ///   profile are others, `transfer.refused` when something conflicts or is missing, and errors of the store. The store
    ///   is then as it was.
    public func apply(
        _ plan: TransferPlan, _ package: LoadedPackage, for profile: Portalprofil, in store: PortalStore
    ) throws(TransferError) -> Outcome {
        try store.write { db in
            let state = try PlanningState(db, package, profile, path: store.path)
            let draft = try TransferPlanner(options: plan.options).draft(package, profile, state)
            guard plan.package.digest == package.digest, plan.profileDigest == profile.digest else {
                throw mismatch(path: store.path)
            }
            // Done already: whoever applies the same plan twice gets the same result twice.
            if draft.plan.changesNothing { return Outcome(plan: draft.plan, isChanged: false) }
            guard plan.storeDigest == draft.plan.storeDigest else { throw outdated(path: store.path) }
            guard plan == draft.plan else { throw mismatch(path: store.path) }
            guard plan.isApplicable else { throw refused(plan) }
            try write(draft, package, profile, to: db)
            return Outcome(plan: plan, isChanged: true)
        }
    }

    private func write(
        _ draft: TransferPlanner.Draft, _ package: LoadedPackage, _ profile: Portalprofil, to db: Database
    ) throws {
        let kommune = draft.state.municipality.id
        let manifest = package.manifest
        options.faultPoint?("begin")
        let digest = try db.storeBlob(package.contents.files[Dienstpaket.fileName] ?? [])
        try db.execute(
            sql: "UPDATE paket SET ist_aktuell = 0 WHERE kommune = ? AND kennung = ?",
            arguments: [kommune, manifest.kennung])
        try db.execute(
            sql: "DELETE FROM paket WHERE kommune = ? AND kennung = ? AND version = ?",
            arguments: [kommune, manifest.kennung, manifest.version.description])
        try db.execute(
            sql: """
                INSERT INTO paket (kommune, kennung, version, digest, bezeichnung, profil, installiert_am,
                installiert_von, ist_aktuell) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
            arguments: [
                kommune, manifest.kennung, manifest.version.description, digest, manifest.bezeichnung.best("de"),
                profile.digest, options.moment, options.actor,
            ])
        let id = db.lastInsertedRowID
        options.faultPoint?("paket")
        for service in manifest.leistungen {
            try db.execute(
                sql: "INSERT INTO paket_leistung (paket, kommune, schluessel) VALUES (?, ?, ?)",
                arguments: [id, kommune, service.schluessel])
        }
        for (position, part) in manifest.bestandteile.enumerated() {
            let original = try db.storeBlob(package.bytes(of: part) ?? [])
            let bound = try db.storeBlob(draft.boundParts[part.id] ?? [])
            try db.execute(
                sql: """
                    INSERT INTO bestandteil (paket, id, position, rolle, pfad, original, gebunden)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, part.id, position, part.rolle.rawValue, part.pfad, original, bound])
            options.faultPoint?("bestandteil")
        }
        try writeBindings(draft, package, kommune, to: db)
        options.faultPoint?("bindung")
        try writeParameters(draft, manifest, kommune, to: db)
        options.faultPoint?("parameter")
        try writeJournal(draft, package, kommune, to: db)
        options.faultPoint?("journal")
    }

    private func writeBindings(
        _ draft: TransferPlanner.Draft, _ package: LoadedPackage, _ kommune: Int64, to db: Database
    ) throws {
        let kennung = package.manifest.kennung
        try db.execute(sql: "DELETE FROM bindung WHERE kommune = ? AND paket = ?", arguments: [kommune, kennung])
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
        for binding in bindings {
            try db.execute(
                sql: """
                    INSERT INTO bindung (kommune, art, quelle_agency, quelle_scheme, quelle_wert, ziel_agency,
                    ziel_scheme, ziel_wert, paket, bestandteil, schluessel, original)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    kommune, binding.art, binding.quelle.schemeAgencyID, binding.quelle.schemeID, binding.quelle.value,
                    binding.ziel.schemeAgencyID, binding.ziel.schemeID, binding.ziel.value, binding.paket,
                    binding.bestandteil, binding.schluessel, binding.original,
                ])
        }
    }

    private func writeParameters(
        _ draft: TransferPlanner.Draft, _ manifest: Dienstpaket, _ kommune: Int64, to db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM parameterwert WHERE kommune = ? AND paket = ?", arguments: [kommune, manifest.kennung])
        for parameter in draft.parameters.values.sorted(by: { $0.name < $1.name }) {
            try db.execute(
                sql: """
                    INSERT INTO parameterwert (kommune, paket, name, wert, geheimnisverweis) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [kommune, manifest.kennung, parameter.name, parameter.wert, parameter.geheimnisverweis])
        }
    }

    private func writeJournal(
        _ draft: TransferPlanner.Draft, _ package: LoadedPackage, _ kommune: Int64, to db: Database
    ) throws {
        let current = draft.state.current
        let kind: String =
            switch current {
            case nil: "installieren"
            case let current? where current.digest == package.digest: "anpassen"
            case let current? where package.manifest.version < current.version: "zurueckstufen"
            default: "aktualisieren"
            }
        let details = draft.plan.entries.filter { $0.action != .unchanged }
            .map { "\($0.action.rawValue) \($0.kind) \($0.id): \($0.from ?? "-") → \($0.to ?? "-")" }
        let entry = JournalEntry(
            zeitpunkt: options.moment, wer: options.actor, vorgang: kind, paket: package.manifest.kennung,
            vonVersion: current?.version.description, nachVersion: package.manifest.version.description,
            vonDigest: current?.digest, nachDigest: package.digest, einzelheiten: details.joined(separator: "\n"),
            previous: draft.state.municipality.kette)
        try db.append(entry, to: kommune)
    }

    private func outdated(path: String) -> TransferError {
        TransferError(
            .planOutdated, at: Location(file: path),
            Message(
                de: "Der Plan passt nicht mehr: Die Dienste der Kommune haben sich seitdem geändert.",
                en: "The plan no longer fits: the municipality's services have changed since."),
            hint: Message(
                de: "Erzeugen Sie den Plan neu und prüfen Sie ihn; es ist nichts geändert.",
                en: "Make the plan anew and check it; nothing has been changed."))
    }

    private func mismatch(path: String) -> TransferError {
        TransferError(
            .planMismatch, at: Location(file: path),
            Message(
                de: "Der Plan wurde für ein anderes Paket, ein anderes Profil oder mit anderen Angaben gemacht.",
                en: "The plan was made for another package, another profile or with other settings."),
            hint: Message(
                de: "Geben Sie Paket und Profil des Plans an oder erzeugen Sie den Plan neu; es ist nichts geändert.",
                en: "Name the package and profile of the plan or make the plan anew; nothing has been changed."))
    }

    private func refused(_ plan: TransferPlan) -> TransferError {
        let findings = plan.findings
        let errors = findings.filter { $0.severity == .error }
        return TransferError(
            .planRefused, at: Location(),
            Message(
                de: "Der Plan kann nicht ausgeführt werden: \(errors.count) Hindernisse.",
                en: "The plan cannot be carried out: \(errors.count) obstacles."),
            hint: Message(
                de: "Beheben Sie die genannten Befunde und planen Sie neu; es ist nichts geändert.",
                en: "Mend the findings that are listed and plan anew; nothing has been changed."),
            findings: findings)
    }
}
