import Findings
import Foundation
import GRDB

/// What happened to the services of a municipality, the newest first.
public struct TransferHistory: Sendable, Hashable, Codable {
    /// One entry.
    public struct Entry: Sendable, Hashable, Codable {
        /// The journal's entry.
        public let journal: JournalEntry
        /// Whether the clock said an earlier moment than at the entry before: the order is that of the numbers.
        public let clockWentBack: Bool
        /// Whether a rollback to the state after this entry is possible.
        public let canRollBack: Bool
    }

    /// The portal.
    public let portal: String
    /// The municipality's Amtlicher Regionalschlüssel.
    public let ars: String
    /// The municipality's name.
    public let name: String
    /// The entries, the newest first.
    public let entries: [Entry]
    /// The number of the first entry that does not follow from the one before: the journal was changed. Nil when the
    /// whole journal of the municipality is as it was written.
    public let brokenAt: Int64?
}

/// Reads the history of a municipality's services and checks the journal's chain.
public struct HistoryReporter: Sendable {
    /// What is told.
    public struct Options: Sendable {
        /// The municipality.
        public var ars: String
        /// The portal; the only one with this municipality where it is nil.
        public var portal: String?
        /// Only this package; all where it is nil.
        public var kennung: String?
        /// The most entries that are told.
        public var limit: Int

        /// Options from their parts.
        public init(ars: String, portal: String? = nil, kennung: String? = nil, limit: Int = 50) {
            self.ars = ars
            self.portal = portal
            self.kennung = kennung
            self.limit = limit
        }
    }

    private let options: Options

    /// A reporter with options.
    public init(options: Options) { self.options = options }

    /// The history. Throws `store.unknown-municipality`.
    public func history(of store: PortalStore) throws(TransferError) -> TransferHistory {
        try store.read { db in
            let address = ServiceAddress(ars: options.ars, portal: options.portal, kennung: options.kennung ?? "")
            let municipality = try address.municipality(in: db, path: store.path)
            var entries: [TransferHistory.Entry] = []
            var broken: Int64?
            var previous = ""
            var last: JournalEntry?
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM journal WHERE kommune = ? ORDER BY id", arguments: [municipality.id])
            while let row = try rows.next() {
                let entry = JournalEntry(row)
                if broken == nil, !entry.follows(previous) { broken = entry.nummer }
                previous = entry.kette
                if options.kennung == nil || entry.paket == options.kennung {
                    entries.append(
                        TransferHistory.Entry(
                            journal: entry, clockWentBack: last.map { Self.isEarlier(entry, than: $0) } ?? false,
                            canRollBack: entry.stand != nil || (entry.paket != nil && entry.nachVersion == nil)))
                }
                last = entry
            }
            // Whoever cuts off the end of the journal leaves the municipality with a link that none has.
            if broken == nil, previous != municipality.kette { broken = (last?.nummer ?? 0) + 1 }
            return TransferHistory(
                portal: municipality.portal, ars: municipality.ars, name: municipality.name,
                entries: Array(entries.reversed().prefix(options.limit)), brokenAt: broken)
        }
    }

    /// Moments with zones are compared as moments; what is no moment is not compared.
    private static func isEarlier(_ entry: JournalEntry, than other: JournalEntry) -> Bool {
        guard let now = try? Date(entry.zeitpunkt, strategy: .iso8601),
            let before = try? Date(other.zeitpunkt, strategy: .iso8601)
        else { return false }
        return now < before
    }
}
