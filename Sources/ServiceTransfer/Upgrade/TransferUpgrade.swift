import Findings
import GRDB

/// Brings a package into a municipality in one step: the plan is made and done in the same transaction. New packages are
/// installed, others upgraded; local changes are merged as `TransferPlanner` tells.
///
/// Whoever wants to see the plan before it happens makes it with `TransferPlanner` and does it with `TransferApplier`.
public struct TransferUpgrade: Sendable {
    /// What is allowed, who does it, and when.
    public struct Options: Sendable {
        /// What is allowed, and how conflicts are decided.
        public var planning: TransferPlanner.Options
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String
        /// Called between the writes of the transaction. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(
            planning: TransferPlanner.Options = TransferPlanner.Options(), actor: String, moment: String
        ) {
            self.planning = planning
            self.actor = actor
            self.moment = moment
        }
    }

    /// What it came to.
    public struct Outcome: Sendable, Hashable {
        /// What was changed.
        public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
            /// The package is new to the municipality.
            case installed
            /// Another version, profile or decision was applied to what was there.
            case upgraded
            /// Everything is as the package has it already.
            case unchanged
            /// The plan cannot be applied: it says why. Nothing was changed.
            case refused
        }

        /// The plan, done unless it was refused.
        public let plan: TransferPlan
        /// What was changed.
        public let change: Change
    }

    private let options: Options

    /// An upgrade with options.
    public init(options: Options) { self.options = options }

    /// Does it. A plan that conflicts with something or lacks something is no error: it comes back, and the store is as
    /// it was.
    ///
    /// - Parameter along: The packages that are installed along, as with `TransferPlanner.plan(_:along:for:in:)`.
    /// - Throws: `package.invalid` when the package's files are not those that it names, and errors of the store, which is
    ///   then as it was.
    public func run(
        _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil, in store: PortalStore
    ) throws(TransferError) -> Outcome {
        try run(package, along: along, for: profile, in: store, .silent)
    }

    func run(
        _ package: LoadedPackage, along: [LoadedPackage], for profile: Portalprofil, in store: PortalStore,
        _ monitor: TransferMonitor
    ) throws(TransferError) -> Outcome {
        let prepared = try PreparedPackage(package, along: along)
        return try store.write { db in
            try run(prepared, for: profile, db, path: store.path, note: nil, monitor)
        }
    }

    /// Does it in a transaction that is open.
    func run(
        _ prepared: PreparedPackage, for profile: Portalprofil, _ db: Database, path: String, note: String?,
        _ monitor: TransferMonitor
    ) throws -> Outcome {
        let writer = PlanWriter(
            actor: options.actor, moment: options.moment, note: note, faultPoint: options.faultPoint, monitor: monitor)
        let planner = TransferPlanner(options: options.planning)
        func transfer() throws -> Outcome {
            let draft = try planner.draft(prepared, profile, in: db, path: path, writer)
            if draft.plan.changesNothing { return Outcome(plan: draft.plan, change: .unchanged) }
            guard draft.plan.isApplicable else { return Outcome(plan: draft.plan, change: .refused) }
            try writer.write(draft, prepared.package, profile, to: db, path: path)
            return Outcome(plan: draft.plan, change: draft.state.current == nil ? .installed : .upgraded)
        }
        if prepared.along.isEmpty { return try transfer() }
        // What came along goes again when the package itself is refused.
        var outcome: Outcome?
        try db.inSavepoint {
            let settled = try transfer()
            outcome = settled
            return settled.change == .refused ? .rollback : .commit
        }
        guard let outcome else { throw TransferError.cancelled }
        return outcome
    }
}
