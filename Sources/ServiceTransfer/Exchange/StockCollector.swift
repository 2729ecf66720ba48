import Archives
import FIM
import Findings
import Foundation
import GRDB
import XMLCore

/// Collects the objects of XZuFi that a portal has, as they are now and as they were at the moment since which changes
/// are asked for.
struct StockCollector {
    /// An object of the stock. Its content lies in the depot.
    struct Entry {
        /// The package it is from, for messages.
        var origin: String
        var digest = ""
        var place = ObjectDepot.Place(offset: 0, count: 0)
        /// The superior unit, where it is a unit and has one.
        var superior: XZuFi.Identitaet?

        var size: Int { place.count }
    }

    /// What was collected.
    struct Stock {
        var portal = ""
        /// When the stock became what it is: the moment of the last entry of the journal.
        var moment = "1970-01-01T00:00:00Z"
        var now: [XZuFi.Objektschluessel: Entry] = [:]
        var before: [XZuFi.Objektschluessel: Entry] = [:]
        var findings: [Finding] = []

        var hasErrors: Bool { findings.contains { $0.severity == .error } }

        /// The keys of each publisher's objects, by publisher.
        var publishers: [(name: String, now: [XZuFi.Objektschluessel], before: [XZuFi.Objektschluessel])] {
            let now = Dictionary(grouping: now.keys, by: StockCollector.publisher)
            let before = Dictionary(grouping: before.keys, by: StockCollector.publisher)
            return Set(now.keys).union(before.keys).sorted().map { ($0, now[$0] ?? [], before[$0] ?? []) }
        }
    }

    let options: StockExporter.Options
    let path: String
    let depot: ObjectDepot
    let monitor: TransferMonitor

    /// Who publishes an object: the agency that gave its id.
    static func publisher(_ key: XZuFi.Objektschluessel) -> String { key.identitaet.schemeAgencyID ?? "unbekannt" }

    func collect(_ db: Database) throws -> Stock {
        var stock = Stock()
        let municipalities = try municipalities(db)
        stock.portal = municipalities.first?.portal ?? ""
        var now = StockMerge(depot: depot)
        var before = StockMerge(depot: depot)
        let mark = try mark()
        for (number, municipality) in municipalities.enumerated() {
            try monitor.step(.municipalities, number, of: municipalities.count, municipality.name)
            let journal = try Row.fetchAll(
                db, sql: "SELECT * FROM journal WHERE kommune = ? ORDER BY id", arguments: [municipality.id]
            ).map(JournalEntry.init)
            if let last = journal.last, isLater(last.zeitpunkt, than: stock.moment) { stock.moment = last.zeitpunkt }
            for package in Set(journal.compactMap(\.paket)).sorted() {
                if let state = try db.serviceState(of: package, in: municipality.id) {
                    try now.add(state, municipality, db)
                }
                guard let mark else { continue }
                let last = journal.last { $0.paket == package && mark.isBefore($0) }
                if let last, let state = try db.stateAfter(last, path: path) {
                    try before.add(state, municipality, db)
                }
            }
            try now.putAway()
            try before.putAway()
        }
        try monitor.step(.municipalities, municipalities.count, of: municipalities.count)
        (stock.now, stock.findings) = try now.finish(db)
        stock.before = try before.finish(db).entries
        return stock
    }

    private func municipalities(_ db: Database) throws -> [StoredMunicipality] {
        let all = try db.municipalities()
        let portals = Set(all.map(\.portal)).sorted()
        let portal = options.portal ?? (portals.count == 1 ? portals[0] : nil)
        if let ars = options.ars {
            return [try ServiceAddress(ars: ars, portal: portal, kennung: "").municipality(in: db, path: path)]
        }
        guard let portal else {
            throw TransferError(
                .init(id: "stock.portal-missing"), at: Location(file: path),
                portals.isEmpty
                    ? Message(de: "Der Portalspeicher kennt keine Kommune.", en: "The store knows no municipality.")
                    : Message(
                        de: "Der Portalspeicher hat mehrere Portale: \(portals.joined(separator: ", ")).",
                        en: "The store has several portals: \(portals.joined(separator: ", "))."),
                hint: Message(
                    de: "Nennen Sie das Portal mit --portal oder die Kommune mit --ars.",
                    en: "Name the portal with --portal or the municipality with --ars."))
        }
        let found = all.filter { $0.portal == portal }
        guard !found.isEmpty else { throw StoreQuery.unknownMunicipality("Portal \(portal)", path: path) }
        return found
    }

    // MARK: Since when

    /// Tells what lies before the moment since which changes are asked for.
    private struct Mark {
        var isBefore: (JournalEntry) -> Bool
    }

    private func mark() throws(TransferError) -> Mark? {
        switch options.since {
        case nil: return nil
        case .entry(let number)?: return Mark { $0.nummer <= number }
        case .moment(let text)?:
            guard let moment = Self.moment(text) else {
                throw TransferError(
                    .init(id: "stock.since-invalid"),
                    Message(
                        de: "„\(text)“ ist weder ein Zeitpunkt noch ein Tag noch die Nummer eines Eintrags.",
                        en: "“\(text)” is neither a moment nor a day nor the number of an entry."),
                    hint: Message(
                        de:
                            "Schreiben Sie 2026-11-23, 2026-11-23T10:00:00Z oder die Nummer aus „xoev transfer history“.",
                        en: "Write 2026-11-23, 2026-11-23T10:00:00Z or the number that “xoev transfer history” shows."))
            }
            return Mark { entry in Self.moment(entry.zeitpunkt).map { $0 <= moment } ?? false }
        }
    }

    private static func moment(_ text: String) -> Date? {
        if ParameterTyp.date.expectation(for: text) == nil {
            return try? Date(text + "T00:00:00Z", strategy: .iso8601)
        }
        return try? Date(text, strategy: .iso8601)
    }

    private func isLater(_ text: String, than other: String) -> Bool {
        guard let moment = Self.moment(text), let before = Self.moment(other) else { return false }
        return moment > before
    }
}
