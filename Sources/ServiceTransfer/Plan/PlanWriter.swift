import GRDB

/// Writes what a plan leads to: the state of the service and its journal entry, in a transaction that is open.
struct PlanWriter {
    var actor: String
    var moment: String
    /// What the journal says beside what the plan does, such as which roll-out it was.
    var note: String?
    /// Called between the writes. Tests stop or kill the process here.
    var faultPoint: (@Sendable (String) -> Void)?
    var monitor = TransferMonitor.silent

    func write(
        _ draft: TransferPlanner.Draft, _ package: LoadedPackage, _ profile: Portalprofil, to db: Database,
        path: String
    ) throws {
        let state = try StateBuilder(
            draft: draft, package: package, profile: profile, actor: actor, moment: moment
        ).build(in: db, faultPoint: faultPoint)
        let change = ServiceChange(
            actor: actor, moment: moment, municipality: draft.state.municipality,
            kennung: package.manifest.kennung, vorgang: kind(draft, package),
            einzelheiten: details(draft.plan) + (note.map { [$0] } ?? []), faultPoint: faultPoint, monitor: monitor)
        try change.write(state, to: db, path: path)
    }

    private func kind(_ draft: TransferPlanner.Draft, _ package: LoadedPackage) -> String {
        switch draft.state.current {
        case nil: "installieren"
        case let current? where current.digest == package.digest: "anpassen"
        case let current? where package.manifest.version < current.version: "zurueckstufen"
        default: "aktualisieren"
        }
    }

    private func details(_ plan: TransferPlan) -> [String] {
        let parts = plan.entries.filter { $0.action != .unchanged }
            .map { "\($0.action.rawValue) \($0.kind) \($0.id): \($0.from ?? "-") → \($0.to ?? "-")" }
        // What the new package brings stands in the parts; what was kept or decided is told field by field.
        let fields = plan.fields.filter { $0.outcome != .theirs }.map { "\($0.outcome.rawValue) feld \($0.path)" }
        return parts + fields
    }
}
