import Archives
import FIM
import Findings
import XMLCore

/// Why an operation on packages, profiles, stores or transfers could not be done.
public struct TransferError: FindingConvertible, Hashable {
    /// The kind of error; its text is the identifier of the finding.
    public struct Code: Sendable, Hashable {
        /// The finding's identifier.
        public let id: FindingID

        /// Not a version after Semantic Versioning.
        public static let invalidVersion = Code(id: "version.invalid")
        /// Not a range of versions.
        public static let invalidRange = Code(id: "version.invalid-range")

        /// There is nothing at the path of a package or profile, or it cannot be read.
        public static let unreadable = Code(id: "package.unreadable")
        /// The package has no `dienstpaket.xml`.
        public static let manifestMissing = Code(id: "package.manifest-missing")
        /// `dienstpaket.xml` does not hold what it must.
        public static let manifestInvalid = Code(id: "package.manifest-invalid")
        /// The package has errors and cannot be used.
        public static let packageInvalid = Code(id: "package.invalid")
        /// A file stands where something is to be written.
        public static let alreadyExists = Code(id: "package.already-exists")
        /// A file of a folder is no regular file.
        public static let specialFile = Code(id: "package.special-file")
        /// More files or bytes than allowed.
        public static let limit = Code(id: "package.limit")

        /// The mapping does not hold what it must, or does not fit form and message.
        public static let mappingInvalid = Code(id: "mapping.invalid")
        /// The package has no such mapping, or not the form that it reads.
        public static let mappingNotFound = Code(id: "mapping.not-found")

        /// The profile does not hold what it must.
        public static let profileInvalid = Code(id: "profile.invalid")

        /// There is no store at the path.
        public static let storeMissing = Code(id: "store.missing")
        /// There is already a store at the path.
        public static let storeExists = Code(id: "store.exists")
        /// The file is no SQLite database.
        public static let notADatabase = Code(id: "store.not-a-database")
        /// The database is not one of this project.
        public static let notAStore = Code(id: "store.not-a-portal-store")
        /// The database was written by a newer version of this project.
        public static let newerSchema = Code(id: "store.newer-schema")
        /// Another process holds the store.
        public static let storeLocked = Code(id: "store.locked")
        /// The store may not be written.
        public static let storeReadOnly = Code(id: "store.read-only")
        /// There is no room left.
        public static let storeFull = Code(id: "store.disk-full")
        /// The database is damaged.
        public static let storeCorrupt = Code(id: "store.corrupt")
        /// The database failed for another reason.
        public static let storeFailed = Code(id: "store.failed")
        /// The store has no such portal or municipality.
        public static let unknownMunicipality = Code(id: "store.unknown-municipality")
        /// The municipality has no such service.
        public static let unknownService = Code(id: "store.unknown-service")
        /// The journal has no such entry about the service.
        public static let unknownEntry = Code(id: "store.unknown-entry")
        /// The state at an entry of the journal was not kept.
        public static let stateUnknown = Code(id: "store.state-unknown")

        /// The service has no such field, or the name fits several.
        public static let unknownField = Code(id: "transfer.unknown-field")
        /// The field may not have this value, or may not be edited.
        public static let editInvalid = Code(id: "transfer.edit-invalid")
        /// Another service needs what would be removed.
        public static let stillNeeded = Code(id: "transfer.still-needed")
        /// The plan refuses the transfer or something is missing.
        public static let planRefused = Code(id: "transfer.refused")
        /// The plan was made for another state of the store.
        public static let planOutdated = Code(id: "transfer.plan-outdated")
        /// The plan was made for another package or profile.
        public static let planMismatch = Code(id: "transfer.plan-mismatch")
        /// The file is no plan.
        public static let planUnreadable = Code(id: "transfer.plan-unreadable")
        /// Whoever started the operation stopped it.
        public static let cancelled = Code(id: "transfer.cancelled")
        /// The profile is that of another municipality than the one that the store has under this key.
        public static let otherMunicipality = Code(id: "transfer.other-municipality")
        /// Another roll-out in this store has not ended.
        public static let rolloutRunning = Code(id: "rollout.running")
        /// The store has no roll-out of the package that could be resumed.
        public static let rolloutUnknown = Code(id: "rollout.unknown")
        /// The roll-out that could be resumed is one of another package or with other waves.
        public static let rolloutMismatch = Code(id: "rollout.mismatch")
        /// A roll-out was given no profile.
        public static let rolloutEmpty = Code(id: "rollout.no-profiles")
        /// Two profiles name the same municipality of the same portal.
        public static let rolloutTwice = Code(id: "rollout.municipality-twice")
        /// A placeholder names no parameter, or a part cannot be bound.
        public static let binding = Code(id: "transfer.binding")

        /// A code of a given identifier.
        public init(id: FindingID) { self.id = id }
    }

    /// The kind of error.
    public let code: Code
    /// Where it happened.
    public let location: Location
    /// What is wrong and why.
    public let message: Message
    /// How to mend it.
    public let hint: Message?
    /// What else was found on the way, such as the errors of a package that therefore cannot be used.
    public let findings: [Finding]

    init(
        _ code: Code, at location: Location = Location(), _ message: Message, hint: Message?,
        findings: [Finding] = []
    ) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
        self.findings = findings
    }

    /// An error of the archive underneath, with its own identifier.
    init(_ error: ArchiveError) {
        let finding = error.finding
        self.init(Code(id: finding.id), at: finding.location, finding.message, hint: finding.hint)
    }

    /// An error of the XML underneath, with its own identifier.
    init(_ error: XMLError) {
        let finding = error.finding
        self.init(Code(id: finding.id), at: finding.location, finding.message, hint: finding.hint)
    }

    /// A part that may not be written, with its own identifier and all that was found in it.
    init(_ refusal: OutputCheck.Refusal) {
        let finding = refusal.finding
        self.init(
            Code(id: finding.id), at: finding.location, finding.message, hint: finding.hint,
            findings: refusal.result.findings)
    }

    /// The error as a finding.
    public var finding: Finding { Finding(code.id, .error, at: location, message, hint: hint) }
}

extension TransferError: CustomStringConvertible {
    /// One line: where, what, which code.
    public var description: String { "\(location): \(message.rendered(.en)) [\(code.id)]" }
}
