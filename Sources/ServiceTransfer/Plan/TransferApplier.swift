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
    /// - Parameter along: The packages of `TransferPlanner.plan(_:along:for:in:)`. What of them is not installed is written
    ///   in the same transaction.
    /// - Throws: `transfer.plan-outdated` when the store has changed since, `transfer.plan-mismatch` when package or
    ///   profile are others, `transfer.refused` when something conflicts or is missing, and errors of the store. The store
    ///   is then as it was.
    public func apply(
        _ plan: TransferPlan, _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil,
        in store: PortalStore
    ) throws(TransferError) -> Outcome {
        try apply(plan, package, along: along, for: profile, in: store, .silent)
    }

    func apply(
        _ plan: TransferPlan, _ package: LoadedPackage, along: [LoadedPackage], for profile: Portalprofil,
        in store: PortalStore, _ monitor: TransferMonitor
    ) throws(TransferError) -> Outcome {
        let prepared = try PreparedPackage(package, along: along)
        let writer = PlanWriter(
            actor: options.actor, moment: options.moment, faultPoint: options.faultPoint, monitor: monitor)
        return try store.write { db in
            let draft = try TransferPlanner(options: plan.options)
                .draft(prepared, profile, in: db, path: store.path, writer)
            guard plan.package.digest == package.digest, plan.profileDigest == profile.digest else {
                throw mismatch(path: store.path)
            }
            // Done already: whoever applies the same plan twice gets the same result twice.
            if draft.plan.changesNothing { return Outcome(plan: draft.plan, isChanged: false) }
            guard plan.storeDigest == draft.plan.storeDigest else { throw outdated(path: store.path) }
            guard plan == draft.plan else { throw mismatch(path: store.path) }
            guard plan.isApplicable else { throw Self.refused(plan) }
            try writer.write(draft, package, profile, to: db, path: store.path)
            return Outcome(plan: plan, isChanged: true)
        }
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

    static func refused(_ plan: TransferPlan) -> TransferError {
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
