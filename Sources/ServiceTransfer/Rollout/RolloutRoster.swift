import Findings

/// The municipalities of a roll-out in their order, with their waves: those of an earlier run where it is resumed, then
/// those that are new.
struct RolloutRoster {
    struct Row {
        var municipality: RolloutReport.Municipality
        var key: RolloutTarget.Key?
        var profile: Portalprofil?
        /// Whether the store does not have it yet.
        var isNew = true

        /// Whether it is still to be done and can be.
        var isOpen: Bool { municipality.result == .notStarted && profile != nil }
    }

    var waves: RolloutWaves
    var rows: [Row] = []
    /// The number of the roll-out that is resumed.
    var resumed: Int64?

    init(_ targets: [RolloutTarget], waves: RolloutWaves, resuming record: RolloutRecord?) {
        self.waves = waves
        resumed = record?.number
        var rest = targets
        let files = Dictionary(grouping: targets.filter { $0.key != nil }, by: \.key).mapValues { $0.map(\.file) }
        for target in record?.targets ?? [] {
            let own = rest.first { $0.key == target.key }
            rest.removeAll { $0.key == target.key }
            append(target, own, twice: files[target.key] ?? [])
        }
        for target in rest { append(target, twice: target.key.flatMap { files[$0] } ?? []) }
    }

    private mutating func append(_ recorded: RolloutRecord.Target, _ target: RolloutTarget?, twice: [String]) {
        let profile = try? target?.profile.get()
        var row = Row(
            municipality: .init(
                file: target?.file, portal: recorded.key.portal, ars: recorded.key.ars,
                name: profile?.kommune.name ?? recorded.name,
                wave: waves.wave(at: rows.count), result: recorded.result ?? .notStarted,
                isEarlier: recorded.result != nil, fromVersion: recorded.fromVersion, entry: recorded.entry),
            key: recorded.key, profile: profile, isNew: false)
        if recorded.result == nil {
            if target == nil { row.municipality.reasons = [.init(Self.profileMissing)] }
            if twice.count > 1 { row.refuse(Self.twice(twice)) }
        }
        rows.append(row)
    }

    private mutating func append(_ target: RolloutTarget, twice: [String]) {
        var row = Row(
            municipality: .init(file: target.file, wave: waves.wave(at: rows.count), result: .notStarted),
            key: target.key)
        switch target.profile {
        case .success(let profile):
            row.profile = profile
            row.municipality.portal = profile.portal.kennung
            row.municipality.ars = profile.kommune.ars.text
            row.municipality.name = profile.kommune.name
            if twice.count > 1 {
                row.refuse(Self.twice(twice))
                // The first stands for the municipality in the store.
                if twice.first != target.file { row.key = nil }
            }
        case .failure(let error): row.municipality.fail(error)
        }
        rows.append(row)
    }

    private static let profileMissing = Finding(
        "rollout.profile-missing", .error,
        Message(
            de: "Das Profil der Kommune fehlt beim Fortsetzen.", en: "The profile of the municipality is missing now."),
        hint: Message(de: "Nennen Sie es wieder mit --profiles.", en: "Name it again with --profiles."))

    private static func twice(_ files: [String]) -> Finding {
        let names = files.joined(separator: ", ")
        return Finding(
            TransferError.Code.rolloutTwice.id, .error,
            Message(
                de: "Mehrere Profile nennen dieselbe Kommune desselben Portals: \(names).",
                en: "Several profiles name the same municipality of the same portal: \(names)."),
            hint: Message(
                de: "Entfernen oder berichtigen Sie alle bis auf eines; es ist für keines etwas geändert.",
                en: "Remove or correct all but one; nothing has been changed for any of them."))
    }
}

extension RolloutRoster.Row {
    fileprivate mutating func refuse(_ finding: Finding) {
        municipality.result = .failed
        municipality.reasons = [RolloutReport.Reason(finding)]
        profile = nil
    }
}

extension RolloutReport.Municipality {
    /// It cannot be done because of an error.
    mutating func fail(_ error: TransferError) {
        result = .failed
        let errors = error.findings.filter { $0.severity == .error }
        reasons = (errors.isEmpty ? [error.finding] : errors).map(RolloutReport.Reason.init)
    }

    /// What a plan that was made, and done where it could be, means for it.
    mutating func settle(_ plan: TransferPlan) {
        fromVersion = plan.package.installedVersion
        if plan.isApplicable { along = plan.along?.map { "\($0.package.kennung) \($0.package.version)" } }
        if plan.changesNothing {
            result = .unchanged
        } else if plan.isApplicable {
            result = fromVersion == nil ? .installed : .upgraded
        } else {
            // A decision alone would not help where something is refused or missing.
            let isRefused =
                plan.along?.contains { !$0.isApplicable } == true || plan.entries.contains { $0.action == .refused }
                || plan.missing.contains(where: \.isRequired)
            result = isRefused ? .failed : .conflict
            reasons = plan.findings.filter { $0.severity == .error }.map(RolloutReport.Reason.init)
        }
    }
}
