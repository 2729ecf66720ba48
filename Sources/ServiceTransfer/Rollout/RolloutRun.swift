import Findings
import GRDB

/// Goes through the municipalities of a roll-out, wave by wave.
struct RolloutRun {
    let options: TransferRollout.Options
    let prepared: PreparedPackage
    /// The number of the roll-out in the store.
    let number: Int64
    let total: Int
    let store: PortalStore
    let monitor: TransferMonitor

    /// The errors that are the store's and not the municipality's: all others would fail alike.
    private static let storeErrors: Set<TransferError.Code> = [
        .storeLocked, .storeReadOnly, .storeFull, .storeCorrupt, .storeFailed, .notADatabase,
    ]

    func run(_ roster: RolloutRoster, _ report: inout RolloutReport) {
        var failures = 0
        var failuresOfWave = 0
        var wave = 1
        for (index, row) in roster.rows.enumerated() {
            if row.municipality.wave != wave {
                if options.stopAfter == nil, failuresOfWave > 0 { return report.ending = .stopped }
                if let last = options.lastWave, row.municipality.wave > last { return report.ending = .lastWave }
                wave = row.municipality.wave
                failuresOfWave = 0
            }
            do throws(TransferError) {
                try monitor.step(.municipalities, index, of: total, row.municipality.title)
                if row.isOpen { try roll(row, &report.municipalities[index]) }
            } catch {
                return report.ending = error.code == .cancelled ? .cancelled : .store
            }
            if report.municipalities[index].result.isFailure {
                failures += 1
                failuresOfWave += 1
                let isLast = index == roster.rows.count - 1
                if let most = options.stopAfter, failures >= most, !isLast { return report.ending = .stopped }
            }
        }
        // Everything is done: who stops now stops nothing.
        try? monitor.step(.municipalities, total, of: total)
    }

    /// One municipality. Throws only what ends the whole roll-out.
    private func roll(
        _ row: RolloutRoster.Row, _ municipality: inout RolloutReport.Municipality
    ) throws(TransferError) {
        guard let profile = row.profile, let key = row.key else { return }
        var settled = municipality
        do throws(TransferError) {
            try store.write { db in
                settled = try transfer(profile, key, municipality, db)
            }
            municipality = settled
        } catch {
            if error.code == .cancelled { throw error }
            municipality.fail(error)
            if Self.storeErrors.contains(error.code) { throw error }
        }
        options.faultPoint?("kommune")
    }

    private func transfer(
        _ profile: Portalprofil, _ key: RolloutTarget.Key, _ municipality: RolloutReport.Municipality, _ db: Database
    ) throws -> RolloutReport.Municipality {
        var upgrade = TransferUpgrade.Options(
            planning: options.planning, actor: options.actor, moment: options.moment)
        upgrade.faultPoint = options.faultPoint
        let outcome = try TransferUpgrade(options: upgrade).run(
            prepared, for: profile, db, path: store.path,
            note: "verteilung \(number) welle \(municipality.wave)", monitor.quiet)
        var settled = municipality
        settled.settle(outcome.plan)
        if outcome.change == .installed || outcome.change == .upgraded { settled.entry = db.lastInsertedRowID }
        if settled.result.isDone {
            try db.finishRolloutTarget(
                key, settled.result, fromVersion: settled.fromVersion, entry: settled.entry, of: number)
        }
        return settled
    }
}
