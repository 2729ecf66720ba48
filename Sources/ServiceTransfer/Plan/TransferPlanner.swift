import Archives
import Findings
import GRDB

/// Compares a package, a profile and the store and says what a transfer would do. Nothing is changed.
///
/// Identity rules: an unknown id is created, a known one updated; the same service under another id is refused until
/// told otherwise; the same version with other contents is a conflict; an older version over a newer one is refused.
///
/// What the municipality changed in its portal stays: the new package is merged with it field by field, and what both
/// changed differently is a conflict until someone decides (`MergeRules`).
public struct TransferPlanner: Sendable {
    /// What is done with a service that is already there under another identity.
    public enum SameServicePolicy: String, Sendable, Hashable, Codable, CaseIterable {
        /// The transfer is refused.
        case refuse
        /// The object that is there is taken over: it keeps its identity in the target. A service that another package
        /// provides stays beside the new one.
        case adopt
    }

    /// What is allowed.
    public struct Options: Sendable, Hashable, Codable {
        /// What is done with the same service under another identity.
        public var sameService: SameServicePolicy
        /// Whether an older version may replace a newer one.
        public var allowsDowngrade: Bool
        /// Whether a profile may have another name for a municipality than the store.
        public var allowsRenaming: Bool
        /// Whether a form may be replaced by one that breaks with it.
        public var confirmsBreaking: Bool
        /// How conflicts between local changes and the new package are decided.
        public var merge: MergeRules
        /// What the packages were resolved to: the package, what it needs and code lists must be those, to the byte. Nil
        /// where nothing was fixed.
        public var lock: Festlegung?

        /// Options from their parts.
        public init(
            sameService: SameServicePolicy = .refuse, allowsDowngrade: Bool = false, allowsRenaming: Bool = false,
            confirmsBreaking: Bool = false, merge: MergeRules = MergeRules(), lock: Festlegung? = nil
        ) {
            self.allowsRenaming = allowsRenaming
            self.lock = lock
            self.sameService = sameService
            self.allowsDowngrade = allowsDowngrade
            self.confirmsBreaking = confirmsBreaking
            self.merge = merge
        }
    }

    var options: Options

    /// A planner with options.
    public init(options: Options = Options()) { self.options = options }

    /// The plan for a package, a profile and a store.
    ///
    /// Whether the parts are what their standards demand is `PackageVerifier`'s to say; but a package whose files are not
    /// those that its table of contents names is never planned.
    ///
    /// - Parameter along: The packages that are installed along where they are not installed yet, those that others need
    ///   first (`LockedPackages`). The store must then be open for writing, though nothing is changed.
    /// - Throws: `package.invalid` with the files that are missing, altered or undeclared; `transfer.other-municipality`
    ///   when the store has a municipality of another name under the key of the profile; errors of the store.
    public func plan(
        _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil, in store: PortalStore
    ) throws(TransferError) -> TransferPlan {
        try plan(package, along: along, for: profile, in: store, .silent)
    }

    func plan(
        _ package: LoadedPackage, along: [LoadedPackage], for profile: Portalprofil, in store: PortalStore,
        _ monitor: TransferMonitor
    ) throws(TransferError) -> TransferPlan {
        let prepared = try PreparedPackage(package, along: along)
        return try store.plan(prepared) { db in
            try draft(prepared, profile, in: db, path: store.path, .rehearsing(monitor)).plan
        }
    }

    /// A plan, and what it changes in the package.
    public struct Preview: Sendable {
        /// The plan.
        public let plan: TransferPlan
        /// What binding the package to the municipality changes in it.
        public let binding: BindingDiff
    }

    /// The plan as `plan(_:along:for:in:)` makes it, and what it changes in the package, place by place.
    ///
    /// - Throws: What `plan(_:along:for:in:)` throws.
    public func preview(
        _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil, in store: PortalStore
    ) throws(TransferError) -> Preview {
        let prepared = try PreparedPackage(package, along: along)
        return try store.plan(prepared) { db in
            let draft = try draft(
                prepared, profile, in: db, path: store.path, .rehearsing(.silent), isRecording: true)
            return Preview(plan: draft.plan, binding: draft.bindingDiff(package))
        }
    }

    /// A plan with what applying it needs.
    struct Draft {
        var plan: TransferPlan
        var state: PlanningState
        var objects: [PackageObject]
        var targets: [String: ObjektKennung]
        var parameters: [StoredParameter]
        /// The bytes of every part of the package, bound to the municipality.
        var boundParts: [String: [UInt8]]
        /// The bytes of every part as it will be in the portal.
        var localParts: [String: [UInt8]]
        /// What binding changes in each part, when it was recorded.
        var changes: [String: [BindingDiff.Change]]
        /// Where the values of the parameters come from.
        var sources: [String: ParameterSource]
    }

    func draft(
        _ prepared: PreparedPackage, _ profile: Portalprofil, _ state: PlanningState,
        _ monitor: TransferMonitor = .silent, isRecording: Bool = false
    ) throws -> Draft {
        let package = prepared.package
        let manifest = package.manifest
        let objects = prepared.objects
        try monitor.step(.planning, 0, of: 3, manifest.kennung)
        let resolver = ParameterResolver(package: package, profile: profile)
        let resolved = resolver.resolve()
        let parameters = ParameterMerge(rules: options.merge)
            .run(resolved.values, stored: state.parameters, isInstalled: state.current != nil)
        var identities = try IdentityRules(options: options, profile: profile, state: state).assign(objects)
        let binder = Binder(
            package: package, profile: profile, objects: objects, targets: identities.targets,
            parameters: parameters.effective, isRecording: isRecording)
        let bound = try binder.bind()
        try monitor.step(.planning, 1, of: 3, manifest.kennung)
        var boundParts: [String: [UInt8]] = [:]
        for part in manifest.bestandteile {
            boundParts[part.id] = bound.parts[part.id] ?? package.bytes(of: part) ?? []
        }
        let requirements = RequirementCheck(package: package, profile: profile, state: state, lock: options.lock)
        identities.missing += try requirements.missing()
        if !options.confirmsBreaking {
            identities.objections.merge(try FormBreakage(package: package, state: state).objections()) { own, _ in own }
        }
        let merge = try PartMerge(rules: options.merge) { digest in try state.db.requiredBlob(digest) }
            .run(
                manifest.bestandteile.map { ($0.id, $0.rolle, boundParts[$0.id] ?? []) }, stored: state.parts)
        try monitor.step(.planning, 2, of: 3, manifest.kennung)

        var entries: [TransferPlan.Entry] = []
        for part in manifest.bestandteile {
            entries.append(
                partEntry(
                    part, bytes: boundParts[part.id] ?? [], merge, objects, identities, state))
        }
        for stored in state.parts where manifest.bestandteil(stored.id) == nil {
            var entry = TransferPlan.Entry(kind: stored.rolle, id: stored.id, action: .remove, from: stored.lebend)
            if merge.conflicts.contains(stored.id) { entry.refuse(Self.mergeConflict) }
            entries.append(entry)
        }
        entries.insert(try packageEntry(package, profile, state, parts: entries, resolved.values), at: 0)

        // A value that the municipality set itself is not missing in the profile.
        let problems =
            resolved.problems.filter { !$0.isRequired || parameters.effective[$0.name] == nil }
            + resolver.problems(of: parameters.parameters)
        // A value that is wrong is also missing in the texts; that it is wrong says it all.
        let explained = Set(problems.filter(\.isRequired).map(\.name))
        let unexplained =
            bound.problems.filter { !explained.contains($0.name) } + BoundFormCheck.missing(package, bound: bound.parts)
        let plan = TransferPlan(
            formatVersion: TransferPlan.formatVersion,
            package: TransferPlan.Package(
                kennung: manifest.kennung, version: manifest.version.description, digest: package.digest,
                bezeichnung: manifest.bezeichnung.best("de"), installedVersion: state.current?.version.description),
            target: TransferPlan.Target(
                portal: state.municipality.portal, ars: state.municipality.ars, name: state.municipality.name),
            profileDigest: profile.digest, storeDigest: state.municipality.stateDigest, options: options,
            entries: entries, fields: parameters.fields + merge.fields,
            missing: unique(problems + unexplained + identities.missing))
        try monitor.step(.planning, 3, of: 3)
        return Draft(
            plan: plan, state: state, objects: objects, targets: identities.targets, parameters: parameters.parameters,
            boundParts: boundParts, localParts: merge.parts, changes: bound.changes, sources: resolved.sources)
    }

    private static let mergeConflict = Objection(
        action: .conflict, id: TransferPlan.mergeConflictID,
        reason: TransferPlan.Text(
            de: "Hier und im neuen Paket verschieden geändert.", en: "Changed differently here and in the new package."),
        hint: TransferPlan.Text(de: "Entscheiden Sie Feld für Feld.", en: "Decide field by field."))

    private func unique(_ items: [TransferPlan.Missing]) -> [TransferPlan.Missing] {
        var seen: Set<String> = []
        return items.filter { seen.insert("\($0.id) \($0.name) \($0.place?.location.description ?? "")").inserted }
    }

    private func partEntry(
        _ part: Bestandteil, bytes: [UInt8], _ merge: PartMerge.Outcome, _ objects: [PackageObject],
        _ identities: IdentityRules.Outcome, _ state: PlanningState
    ) -> TransferPlan.Entry {
        let object = objects.first { $0.partID == part.id }
        let stored = state.parts.first { $0.id == part.id }
        let digest = SHA256Text.digest(bytes)
        var entry = TransferPlan.Entry(
            kind: object?.art ?? part.rolle.rawValue, id: part.id, title: object?.titel, action: .create,
            source: object?.quelle.description, target: identities.targets[part.id]?.description,
            from: stored?.lebend, to: merge.parts[part.id].map { SHA256Text.digest($0) } ?? digest)
        if let stored {
            let isSame =
                stored.gebunden == digest && stored.original == part.sha256 && stored.pfad == part.pfad
                && stored.rolle == part.rolle.rawValue
            entry.action = isSame ? .unchanged : .update
        } else if identities.existing.contains(part.id) {
            entry.action = .update
        }
        if merge.conflicts.contains(part.id) { entry.refuse(Self.mergeConflict) }
        if let objection = identities.objections[part.id] { entry.refuse(objection) }
        return entry
    }

    private func packageEntry(
        _ package: LoadedPackage, _ profile: Portalprofil, _ state: PlanningState, parts: [TransferPlan.Entry],
        _ parameters: [String: ResolvedParameter]
    ) throws -> TransferPlan.Entry {
        let manifest = package.manifest
        var entry = TransferPlan.Entry(
            kind: "paket", id: manifest.kennung, title: manifest.bezeichnung.best("de"), action: .create,
            from: state.current?.digest, to: package.digest)
        if let current = state.current {
            let isSame = current.digest == package.digest
            let hasSameSettings =
                parameters.values.sorted { $0.name < $1.name } == state.parameters.compactMap(\.bound)
                // Whoever gets the same package with a signature keeps the signature.
                && (package.signatureDigest ?? current.signatur) == current.signatur
            let isSettled = parts.allSatisfy { $0.action == .unchanged }
            entry.action = isSame && hasSameSettings && isSettled ? .unchanged : .update
        }
        let objection = try PackageRules(options: options, package: package, state: state).objection()
        if let objection { entry.refuse(objection) }
        return entry
    }
}

extension TransferPlan.Entry {
    fileprivate mutating func refuse(_ objection: Objection) {
        action = objection.action
        reasonID = objection.id
        reason = objection.reason
        hint = objection.hint
    }
}

/// Why an object cannot be transferred.
struct Objection {
    var action: TransferPlan.Action
    var id: String
    var reason: TransferPlan.Text
    var hint: TransferPlan.Text
}

/// What the store holds of a municipality and a package, read in one transaction.
struct PlanningState {
    let db: Database
    let municipality: StoredMunicipality
    let current: StoredPackage?
    /// The version that the package has, if it was ever installed.
    let sameVersion: StoredPackage?
    var parts: [StoredPart]
    let bindings: [StoredBinding]
    var parameters: [StoredParameter]
    let kennung: String

    init(_ db: Database, _ package: LoadedPackage, _ profile: Portalprofil, path: String) throws {
        self.db = db
        kennung = package.manifest.kennung
        guard let found = try db.municipality(portal: profile.portal.kennung, ars: profile.kommune.ars.text) else {
            throw StoreQuery.unknownMunicipality(profile, path: path)
        }
        municipality = found
        current = try db.currentPackage(kennung, in: found.id)
        sameVersion = try db.package(kennung, version: package.manifest.version, in: found.id)
        parts = try current.map { try db.parts(of: $0.id) } ?? []
        bindings = try db.bindings(of: kennung, in: found.id)
        parameters = try db.parameters(of: kennung, in: found.id)
    }
}
