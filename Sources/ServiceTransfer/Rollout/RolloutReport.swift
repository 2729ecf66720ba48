import Findings

/// What a roll-out came to, or, planned only, what it would come to: municipality by municipality.
public struct RolloutReport: Sendable, Hashable, Codable {
    /// The version of the JSON form.
    public static let formatVersion = "1.0"

    /// What became of a municipality.
    public enum Result: String, Sendable, Hashable, Codable, CaseIterable {
        /// The service is new to it.
        case installed
        /// The service was there and is brought to this package and profile.
        case upgraded
        /// Everything was so already.
        case unchanged
        /// Somebody has to decide something first.
        case conflict
        /// It cannot be done; the reasons say why.
        case failed
        /// It was not its turn.
        case notStarted

        /// Whether the municipality has the package now.
        public var isDone: Bool { self == .installed || self == .upgraded || self == .unchanged }
        /// Whether it counts as a failure.
        public var isFailure: Bool { self == .conflict || self == .failed }
    }

    /// Why the roll-out ended where it did.
    public enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
        /// It came to its end.
        case complete
        /// A wave had failures, or as many failed as were allowed.
        case stopped
        /// It was told to end after this wave.
        case lastWave
        /// It was cancelled.
        case cancelled
        /// The store could no longer be written.
        case store
    }

    /// Why a municipality failed, or what should be looked at.
    public struct Reason: Sendable, Hashable, Codable {
        /// The stable identifier, such as `transfer.parameter-missing`.
        public var id: String
        /// What it is about: a field, a parameter, a line of the profile.
        public var place: String?
        /// What is wrong.
        public var text: TransferPlan.Text
        /// How to mend it.
        public var hint: TransferPlan.Text?

        init(_ finding: Finding) {
            id = finding.id.rawValue
            let location = finding.location
            place =
                location.path
                ?? (location.file.map { file in location.line.map { "\(file):\($0)" } ?? file })
            text = TransferPlan.Text(de: finding.message.rendered(.de), en: finding.message.rendered(.en))
            hint = finding.hint.map { TransferPlan.Text(de: $0.rendered(.de), en: $0.rendered(.en)) }
        }
    }

    /// A municipality.
    public struct Municipality: Sendable, Hashable, Codable {
        /// The file of the profile; nil for one that an earlier run had and this one was not given.
        public var file: String?
        /// The portal; nil where the profile cannot be used.
        public var portal: String?
        /// The Amtlicher Regionalschlüssel.
        public var ars: String?
        /// The name.
        public var name: String?
        /// The wave, counted from 1.
        public var wave: Int
        /// What became of it.
        public var result: Result
        /// Whether an earlier run of the same roll-out had done it.
        public var isEarlier = false
        /// The version that was installed.
        public var fromVersion: String?
        /// The packages that came along, each as `kennung version`; nil where none did.
        public var along: [String]?
        /// The number of its entry in the journal; nil where nothing was written.
        public var entry: Int64?
        /// Why it failed or was not started.
        public var reasons: [Reason] = []

        /// What to call it: the name, else the file.
        public var title: String { name ?? file ?? ars ?? "" }
    }

    /// The version of the JSON form.
    public var formatVersion: String
    /// The number of the roll-out in the store, by which its entries in the journals name it; nil when it was planned only.
    public var number: Int64?
    /// What is rolled out.
    public var package: TransferPlan.Package
    /// The digest over package, options and the profiles in their order.
    public var planDigest: String
    /// Whether it was planned only: nothing has been changed.
    public var isPlan: Bool
    /// Whether it goes on with an earlier run.
    public var isResumed: Bool
    /// The waves, such as `1,10,rest`.
    public var waves: String
    /// Why it ended where it did.
    public var ending: Ending
    /// The municipalities in their order.
    public var municipalities: [Municipality]

    /// How many municipalities came to something.
    public func count(_ result: Result) -> Int { municipalities.lazy.filter { $0.result == result }.count }

    /// Whether every municipality has the package now.
    public var isDone: Bool { municipalities.allSatisfy(\.result.isDone) }
}
