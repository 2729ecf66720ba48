import Findings
import GRDB

extension TransferPlanner {
    /// A plan in a transaction that is open, with what applying it needs. Packages that come along and are not installed
    /// are planned and written first: only then does the store say whether the package suits them. Whoever only plans
    /// takes the transaction back.
    ///
    /// - Throws: `transfer.other-municipality`, `store.unknown-municipality`, errors of the store.
    func draft(
        _ prepared: PreparedPackage, _ profile: Portalprofil, in db: Database, path: String, _ writer: PlanWriter,
        isRecording: Bool = false
    ) throws -> Draft {
        var state = try PlanningState(db, prepared.package, profile, path: path)
        let storeDigest = state.municipality.stateDigest
        try requireSameMunicipality(profile, state.municipality)
        var along: [TransferPlan] = []
        for other in prepared.along {
            let kennung = other.package.manifest.kennung
            // What is there stays as it is: an upgrade is decided by whoever looks at that service.
            guard try db.currentPackage(kennung, in: state.municipality.id) == nil else { continue }
            var planner = self
            planner.options.merge = MergeRules()
            let own = try planner.draft(
                other, profile, PlanningState(db, other.package, profile, path: path), writer.monitor.quiet)
            along.append(own.plan)
            guard own.plan.isApplicable else { continue }
            var writer = writer
            let manifest = prepared.package.manifest
            writer.note = ["mit \(manifest.kennung) \(manifest.version)", writer.note].compactMap(\.self)
                .joined(separator: "\n")
            try writer.write(own, other.package, profile, to: db, path: path)
        }
        if !along.isEmpty { state = try PlanningState(db, prepared.package, profile, path: path) }
        var draft = try draft(prepared, profile, state, writer.monitor, isRecording: isRecording)
        // The state that the plan was made for is that before anything came along.
        for index in along.indices { along[index].storeDigest = storeDigest }
        draft.plan.storeDigest = storeDigest
        draft.plan.along = along.isEmpty ? nil : along
        return draft
    }

    /// A profile that was copied from another municipality and only half changed must not overwrite its services.
    private func requireSameMunicipality(
        _ profile: Portalprofil, _ stored: StoredMunicipality
    ) throws(TransferError) {
        let own = profile.kommune
        if stored.ags == own.ags.text, stored.name == own.name || options.allowsRenaming { return }
        throw TransferError(
            .otherMunicipality, at: Location(path: "kommune"),
            Message(
                de: """
                    Unter dem ARS \(own.ars.text) führt der Portalspeicher \(stored.name) (AGS \(stored.ags)), das Profil \
                    aber \(own.name) (AGS \(own.ags.text)).
                    """,
                en: """
                    Under the ARS \(own.ars.text) the portal store has \(stored.name) (AGS \(stored.ags)), but the \
                    profile \(own.name) (AGS \(own.ags.text)).
                    """),
            hint: Message(
                de:
                    "Berichtigen Sie ARS oder Namen im Profil; heißt die Kommune jetzt so, erlauben Sie es (--allow-renaming).",
                en:
                    "Correct ARS or name in the profile; if that is the municipality's new name, allow it (--allow-renaming)."
            ))
    }
}

extension PlanWriter {
    /// For a transaction that is taken back: nobody will read who wrote it, and when.
    static func rehearsing(_ monitor: TransferMonitor) -> PlanWriter {
        PlanWriter(actor: "", moment: "1970-01-01T00:00:00Z", monitor: monitor)
    }
}

extension PortalStore {
    /// Reads, or, where packages come along, writes and takes it back: only a store that may be written can tell what
    /// becomes of a package after others.
    func plan<T>(_ prepared: PreparedPackage, _ body: (Database) throws -> T) throws(TransferError) -> T {
        try prepared.along.isEmpty ? read(body) : rehearse(body)
    }
}
