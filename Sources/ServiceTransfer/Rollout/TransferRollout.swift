import Archives
import Findings
import Foundation
import GRDB

/// Brings one package to many municipalities of a store, in waves. Each municipality is a transaction of its own with its
/// own journal entry; what is done is kept in the same transaction, so that a roll-out that was interrupted at any moment
/// goes on where it was.
///
/// A wave in which a municipality failed is brought to its end and stops the next; with `stopAfter` the roll-out stops at
/// once when so many have failed, and fewer stop nothing.
public struct TransferRollout: Sendable {
    /// What is allowed, in which waves, who does it, and when.
    public struct Options: Sendable {
        /// What is allowed, and how conflicts with local changes are decided.
        public var planning: TransferPlanner.Options
        /// The waves; all municipalities in one where it is nil, those of the earlier run where it is resumed.
        public var waves: RolloutWaves?
        /// After so many failures it stops at once; nil to stop after a wave with failures. At least 1.
        public var stopAfter: Int?
        /// It ends after this wave, counted from 1; nil to go through all.
        public var lastWave: Int?
        /// Whether it goes on with the latest roll-out of the package: who has been done is not done again, whatever
        /// has happened there since.
        public var resumes: Bool
        /// Who does it; goes into the journals.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journals. There is no clock inside.
        public var moment: String
        /// Called between the writes. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(
            planning: TransferPlanner.Options = TransferPlanner.Options(), waves: RolloutWaves? = nil,
            stopAfter: Int? = nil, lastWave: Int? = nil, resumes: Bool = false, actor: String, moment: String
        ) {
            self.planning = planning
            self.waves = waves
            self.stopAfter = stopAfter
            self.lastWave = lastWave
            self.resumes = resumes
            self.actor = actor
            self.moment = moment
        }
    }

    private let options: Options

    /// A roll-out with options.
    public init(options: Options) { self.options = options }

    /// What the roll-out would come to in each municipality, whatever fails. Changes nothing.
    ///
    /// - Parameter along: As with `TransferPlanner.plan(_:along:for:in:)`.
    /// - Throws: As `run`.
    public func plan(
        _ package: LoadedPackage, along: [LoadedPackage] = [], to targets: [RolloutTarget], in store: PortalStore
    ) throws(TransferError) -> RolloutReport {
        try plan(package, along, to: targets, in: store, .silent)
    }

    /// Does it. A municipality that fails is no error; the report tells why.
    ///
    /// - Parameter along: The packages that each municipality gets along where it does not have them, those that others
    ///   need first (`LockedPackages`).
    /// - Throws: `rollout.no-profiles`, `rollout.running` when another one has not ended, `rollout.unknown` and
    ///   `rollout.mismatch` when there is none to resume, `package.invalid`, and errors of the store before the first
    ///   municipality. Nothing is changed then.
    public func run(
        _ package: LoadedPackage, along: [LoadedPackage] = [], to targets: [RolloutTarget], in store: PortalStore
    ) throws(TransferError) -> RolloutReport {
        try run(package, along, to: targets, in: store, .silent)
    }

    /// `run` as an operation (`municipalities`). A cancelled one does not throw: its report says what is done, and it can
    /// be resumed.
    public func operation(
        _ package: LoadedPackage, along: [LoadedPackage] = [], to targets: [RolloutTarget], in store: PortalStore
    ) -> TransferOperation<RolloutReport> {
        TransferOperation { monitor throws(TransferError) in try run(package, along, to: targets, in: store, monitor) }
    }

    /// `plan` as an operation (`municipalities`).
    public func planOperation(
        _ package: LoadedPackage, along: [LoadedPackage] = [], to targets: [RolloutTarget], in store: PortalStore
    ) -> TransferOperation<RolloutReport> {
        TransferOperation { monitor throws(TransferError) in try plan(package, along, to: targets, in: store, monitor) }
    }

    // MARK: The work

    private func plan(
        _ package: LoadedPackage, _ along: [LoadedPackage], to targets: [RolloutTarget], in store: PortalStore,
        _ monitor: TransferMonitor
    ) throws(TransferError) -> RolloutReport {
        let prepared = try PreparedPackage(package, along: along)
        let roster = try roster(package, targets, in: store)
        let planner = TransferPlanner(options: options.planning)
        var report = report(package, roster, isPlan: true)
        let total = roster.rows.count
        for (index, row) in roster.rows.enumerated() where row.isOpen {
            try monitor.step(.municipalities, index, of: total, row.municipality.title)
            guard let profile = row.profile else { continue }
            do throws(TransferError) {
                let plan = try store.plan(prepared) { db in
                    try planner.draft(prepared, profile, in: db, path: store.path, .rehearsing(monitor.quiet)).plan
                }
                report.municipalities[index].settle(plan)
            } catch {
                if error.code == .cancelled { throw error }
                report.municipalities[index].fail(error)
            }
        }
        try monitor.step(.municipalities, total, of: total)
        return report
    }

    private func run(
        _ package: LoadedPackage, _ along: [LoadedPackage], to targets: [RolloutTarget], in store: PortalStore,
        _ monitor: TransferMonitor
    ) throws(TransferError) -> RolloutReport {
        try RolloutLock.hold(store: store.path) { () throws(TransferError) -> RolloutReport in
            let prepared = try PreparedPackage(package, along: along)
            let roster = try roster(package, targets, in: store)
            var report = report(package, roster, isPlan: false)
            // Where no profile can be used there is nothing to go on with.
            guard roster.rows.contains(where: { $0.key != nil }) else { return report }
            let number = try record(roster, package, planDigest: report.planDigest, in: store)
            report.number = number
            options.faultPoint?("verteilung")
            let run = RolloutRun(
                options: options, prepared: prepared, number: number, total: roster.rows.count, store: store,
                monitor: monitor)
            run.run(roster, &report)
            return report
        }
    }

    /// Keeps what is to be done. Gives the number of the roll-out.
    private func record(
        _ roster: RolloutRoster, _ package: LoadedPackage, planDigest: String, in store: PortalStore
    ) throws(TransferError) -> Int64 {
        try store.write { db in
            let number =
                try roster.resumed
                ?? db.insertRollout(
                    package.manifest, digest: package.digest, plan: planDigest, waves: roster.waves.description,
                    actor: options.actor, moment: options.moment)
            for (position, row) in roster.rows.enumerated() where row.isNew {
                guard let key = row.key else { continue }
                try db.insertRolloutTarget(key, name: row.municipality.title, position: position, of: number)
            }
            return number
        }
    }

    private func roster(
        _ package: LoadedPackage, _ targets: [RolloutTarget], in store: PortalStore
    ) throws(TransferError) -> RolloutRoster {
        guard !targets.isEmpty else { throw Self.noProfiles }
        guard options.resumes else { return RolloutRoster(targets, waves: options.waves ?? .together, resuming: nil) }
        let kennung = package.manifest.kennung
        guard let record = try store.read({ db in try db.latestRollout(of: kennung) }) else {
            throw Self.nothingToResume(kennung, path: store.path)
        }
        guard record.digest == package.digest else {
            throw Self.otherPackage(record, path: store.path)
        }
        let recorded = RolloutWaves(record.waves) ?? .together
        if let waves = options.waves, waves != recorded {
            throw Self.otherWaves(recorded, record.number, path: store.path)
        }
        return RolloutRoster(targets, waves: recorded, resuming: record)
    }

    private func report(_ package: LoadedPackage, _ roster: RolloutRoster, isPlan: Bool) -> RolloutReport {
        let manifest = package.manifest
        return RolloutReport(
            formatVersion: RolloutReport.formatVersion, number: isPlan ? nil : roster.resumed,
            package: TransferPlan.Package(
                kennung: manifest.kennung, version: manifest.version.description, digest: package.digest,
                bezeichnung: manifest.bezeichnung.best("de"), installedVersion: nil),
            planDigest: planDigest(package, roster), isPlan: isPlan, isResumed: roster.resumed != nil,
            waves: roster.waves.description, ending: .complete, municipalities: roster.rows.map(\.municipality))
    }

    /// Over what decides what happens, apart from the state of the store.
    private func planDigest(_ package: LoadedPackage, _ roster: RolloutRoster) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let allowed = (try? encoder.encode(options.planning)).map { SHA256Text.digest([UInt8]($0)) } ?? ""
        let profiles = roster.rows.flatMap { row in
            [row.key?.portal ?? "", row.key?.ars ?? "", row.profile?.digest ?? ""]
        }
        return SHA256Text.digest(of: [package.digest, allowed, roster.waves.description] + profiles)
    }
}

// MARK: Errors

extension TransferRollout {
    private static var noProfiles: TransferError {
        TransferError(
            .rolloutEmpty,
            Message(de: "Die Verteilung hat keine Kommune.", en: "The roll-out has no municipality."),
            hint: Message(
                de: "Nennen Sie Portalprofile oder einen Ordner, der welche enthält (*.xml).",
                en: "Name portal profiles or a folder that holds some (*.xml)."))
    }

    private static func nothingToResume(_ kennung: String, path: String) -> TransferError {
        TransferError(
            .rolloutUnknown, at: Location(file: path),
            Message(
                de: "Der Portalspeicher kennt keine Verteilung von \(kennung).",
                en: "The portal store knows no roll-out of \(kennung)."),
            hint: Message(
                de: "Beginnen Sie eine; fortsetzen lässt sich nur, was begonnen hat.",
                en: "Begin one; only what has begun can be resumed."))
    }

    private static func otherPackage(_ record: RolloutRecord, path: String) -> TransferError {
        TransferError(
            .rolloutMismatch, at: Location(file: path),
            Message(
                de: "Das Paket ist nicht das der Verteilung \(record.number) (Version \(record.version)).",
                en: "The package is not that of roll-out \(record.number) (version \(record.version))."),
            hint: Message(
                de: "Setzen Sie mit demselben Paket fort, oder beginnen Sie mit diesem eine neue Verteilung.",
                en: "Resume with the same package, or begin a new roll-out with this one."))
    }

    private static func otherWaves(_ waves: RolloutWaves, _ number: Int64, path: String) -> TransferError {
        TransferError(
            .rolloutMismatch, at: Location(file: path),
            Message(
                de: "Die Verteilung \(number) hat andere Wellen: \(waves.description).",
                en: "Roll-out \(number) has other waves: \(waves.description)."),
            hint: Message(
                de: "Lassen Sie die Wellen beim Fortsetzen weg.", en: "Leave the waves out when resuming."))
    }
}
