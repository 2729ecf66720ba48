import Findings
import GRDB

/// The roll-outs that a store knows, the newest first.
public struct RolloutHistory: Sendable, Hashable, Codable {
    /// The version of the JSON form.
    public static let formatVersion = "1.0"

    /// A municipality of a roll-out.
    public struct Municipality: Sendable, Hashable, Codable {
        /// The portal.
        public let portal: String
        /// The Amtlicher Regionalschlüssel.
        public let ars: String
        /// The name, as the profile had it.
        public let name: String
        /// The wave, counted from 1.
        public let wave: Int
        /// What became of it; nil while it does not have the package: it failed, or it was not its turn.
        public let result: RolloutReport.Result?
        /// The version that was installed before.
        public let fromVersion: String?
        /// The number of its entry in the journal; nil where nothing was written.
        public let entry: Int64?
        /// When it was done, as the journal has it; nil where nothing was written.
        public let doneAt: String?
    }

    /// A roll-out.
    public struct Rollout: Sendable, Hashable, Codable {
        /// Its number, by which the journals name it.
        public let number: Int64
        /// The package.
        public let kennung: String
        /// The version that was rolled out.
        public let version: String
        /// The package's digest.
        public let digest: String
        /// The waves, such as `1,10,rest`.
        public let waves: String
        /// When it began.
        public let startedAt: String
        /// Who began it.
        public let startedBy: String
        /// When a municipality was last changed by it; nil where none was.
        public let lastChangeAt: String?
        /// How many municipalities came to what.
        public let counts: [RolloutReport.Result.RawValue: Int]
        /// How many are open: they failed, or it was not their turn.
        public let open: Int
        /// Whether `resume` goes on with it: municipalities are open, and no later roll-out of the package has begun.
        public let canResume: Bool
        /// The municipalities in their order; nil where they were not asked for.
        public let municipalities: [Municipality]?

        /// How many municipalities it is for.
        public var total: Int { counts.values.reduce(open, +) }
    }

    /// The version of the JSON form.
    public let formatVersion: String
    /// The roll-outs, the newest first.
    public let rollouts: [Rollout]
}

/// Reads which roll-outs a store knows, and what became of each municipality.
public struct RolloutReporter: Sendable {
    /// What is told.
    public struct Options: Sendable {
        /// Only roll-outs of this package; all where it is nil.
        public var kennung: String?
        /// Only the roll-out of this number, with its municipalities; all without theirs where it is nil.
        public var number: Int64?
        /// Of the municipalities, only those that do not have the package.
        public var onlyOpen: Bool
        /// The most roll-outs that are told.
        public var limit: Int

        /// Options from their parts.
        public init(kennung: String? = nil, number: Int64? = nil, onlyOpen: Bool = false, limit: Int = 50) {
            self.kennung = kennung
            self.number = number
            self.onlyOpen = onlyOpen
            self.limit = limit
        }
    }

    private let options: Options

    /// A reporter with options.
    public init(options: Options = Options()) { self.options = options }

    /// The roll-outs. Throws `rollout.unknown` when the store has none of the number asked for.
    public func history(of store: PortalStore) throws(TransferError) -> RolloutHistory {
        try history(of: store, .silent)
    }

    func history(of store: PortalStore, _ monitor: TransferMonitor) throws(TransferError) -> RolloutHistory {
        try store.read { db in
            // A store of an earlier version that was never written since has no table of them, and none in it.
            let rows = try db.tableExists("verteilung") ? rows(db) : []
            if let number = options.number, rows.isEmpty { throw Self.unknown(number, path: store.path) }
            var rollouts: [RolloutHistory.Rollout] = []
            for (index, row) in rows.enumerated() {
                try monitor.step(.reading, index, of: rows.count, row["kennung"])
                rollouts.append(try rollout(row, db))
            }
            try monitor.step(.reading, rows.count, of: rows.count)
            return RolloutHistory(formatVersion: RolloutHistory.formatVersion, rollouts: rollouts)
        }
    }

    private func rows(_ db: Database) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT *, NOT EXISTS (SELECT 1 FROM verteilung AS neuer
                    WHERE neuer.kennung = verteilung.kennung AND neuer.id > verteilung.id) AS ist_neueste
                FROM verteilung WHERE (?1 IS NULL OR kennung = ?1) AND (?2 IS NULL OR id = ?2)
                ORDER BY id DESC LIMIT ?3
                """,
            arguments: [options.kennung, options.number, options.limit])
    }

    private func rollout(_ row: Row, _ db: Database) throws -> RolloutHistory.Rollout {
        let number: Int64 = row["id"]
        var counts: [String: Int] = [:]
        var open = 0
        var last: String?
        var municipalities: [RolloutHistory.Municipality] = []
        let waves = RolloutWaves(row["wellen"]) ?? .together
        let targets = try Row.fetchCursor(
            db,
            sql: """
                SELECT verteilung_ziel.*, journal.zeitpunkt FROM verteilung_ziel
                LEFT JOIN journal ON journal.id = verteilung_ziel.eintrag
                WHERE verteilung = ? ORDER BY position
                """, arguments: [number])
        var lastEntry: Int64 = 0
        var position = 0
        while let target = try targets.next() {
            let result = (target["ergebnis"] as String?).flatMap(RolloutReport.Result.init)
            if let result { counts[result.rawValue, default: 0] += 1 } else { open += 1 }
            let entry: Int64? = target["eintrag"]
            let doneAt: String? = target["zeitpunkt"]
            // The order is that of the numbers: a clock may go back.
            if let entry, entry > lastEntry { (lastEntry, last) = (entry, doneAt) }
            if options.number != nil, result == nil || !options.onlyOpen {
                municipalities.append(
                    RolloutHistory.Municipality(
                        portal: target["portal"], ars: target["ars"], name: target["name"],
                        wave: waves.wave(at: position), result: result, fromVersion: target["von_version"],
                        entry: entry,
                        doneAt: doneAt))
            }
            position += 1
        }
        return RolloutHistory.Rollout(
            number: number, kennung: row["kennung"], version: row["version"], digest: row["digest"],
            waves: waves.description, startedAt: row["begonnen_am"], startedBy: row["begonnen_von"], lastChangeAt: last,
            counts: counts, open: open, canResume: open > 0 && row["ist_neueste"],
            municipalities: options.number == nil ? nil : municipalities)
    }

    private static func unknown(_ number: Int64, path: String) -> TransferError {
        TransferError(
            .rolloutUnknown, at: Location(file: path),
            Message(
                de: "Der Portalspeicher kennt keine Verteilung \(Int(number)).",
                en: "The portal store knows no roll-out \(Int(number))."),
            hint: Message(
                de: "Welche es gibt, sagt „xoev transfer rollouts“.",
                en: "“xoev transfer rollouts” tells which there are."))
    }
}

extension RolloutReporter {
    /// The roll-outs of a store (`reading`).
    public func operation(of store: PortalStore) -> TransferOperation<RolloutHistory> {
        TransferOperation { monitor throws(TransferError) in try history(of: store, monitor) }
    }
}
