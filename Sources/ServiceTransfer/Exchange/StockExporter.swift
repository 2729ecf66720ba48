import Archives
import FIM
import Findings
import Foundation
import SchemaModel
import XMLCore
import XOEV

/// Writes what a portal has installed as transfer files of XZuFi with an index (`index.txt`), as the Sammlerdienst of the
/// PVOG fetches them: the whole stock, or what changed since a moment or an entry of the journal.
///
///     let outcome = try StockExporter(options: options).export(from: store, to: "bestand")
///
/// The files are checked before the folder gets its name: against their schema, as a stock (references, duplicates,
/// index) and by the destination profile. Where anything is wrong nothing is written. The same store gives the same
/// bytes.
public struct StockExporter: Sendable {
    /// Since when changes are delivered.
    public enum Since: Sendable, Hashable {
        /// Since this moment: `xs:dateTime` with a zone, or a day, which begins at midnight UTC.
        case moment(String)
        /// Since this entry of the journal; the entry itself is not delivered again.
        case entry(Int64)
    }

    /// What is exported and how.
    public struct Options: Sendable {
        /// The portal; the only one of the store where it is nil.
        public var portal: String?
        /// Only the municipality of this Amtlicher Regionalschlüssel; all of the portal where it is nil.
        public var ars: String?
        /// Since when; the whole stock where it is nil.
        public var since: Since?
        /// Whether a delta may delete (`loesche`). Without it a delta that would delete is refused.
        public var allowsDeletes: Bool
        /// How many objects a file holds at the most.
        public var maxObjects: Int
        /// How many bytes of objects a file holds at the most, unless a single object has more. The PVOG's own limits
        /// are not public.
        public var maxBytes: Int
        /// Whom the messages are for.
        public var receiver: String
        /// The schemas that files are checked against.
        public var schemas: [SchemaSource]
        /// What the destination demands; nothing is checked by a profile where it is nil.
        public var profile: DestinationProfile?

        /// Options from their parts; by default what the PVOG demands, with the built-in schemas.
        ///
        /// - Throws: `ProfileError` when the built-in profile cannot be used, which would be a fault of this library.
        public init(
            portal: String? = nil, ars: String? = nil, since: Since? = nil, allowsDeletes: Bool = false,
            maxObjects: Int = 1_000, maxBytes: Int = 10_000_000, receiver: String = "Sammlerdienst",
            schemas: [SchemaSource] = [FIMSchemas.source], profile: DestinationProfile? = nil
        ) throws(ProfileError) {
            self.portal = portal
            self.ars = ars
            self.since = since
            self.allowsDeletes = allowsDeletes
            self.maxObjects = max(1, maxObjects)
            self.maxBytes = max(1, maxBytes)
            self.receiver = receiver
            self.schemas = schemas
            self.profile = if let profile { profile } else { try DestinationProfile.builtin("pvog") }
        }
    }

    /// A transfer file.
    public struct File: Sendable, Hashable {
        /// Its name, as the index has it.
        public let name: String
        /// How many objects it writes.
        public let objects: Int
        /// How many objects it deletes.
        public let deletions: Int
        /// How many bytes it has.
        public let size: Int
        /// The SHA-256 of its bytes.
        public let sha256: String
    }

    /// What is delivered for one publisher: an index and its files, in a folder of their own where there are several
    /// publishers, because a full stock replaces that of one publisher.
    public struct Delivery: Sendable, Hashable {
        /// The publisher, by the agency of the ids of its objects.
        public let publisher: String
        /// The folder below the target; empty for the target itself.
        public let folder: String
        /// The files, in the order of the index.
        public let files: [File]
        /// How many objects are new since the moment asked for; all of a full stock.
        public let created: Int
        /// How many changed.
        public let changed: Int
        /// How many are deleted.
        public let deleted: Int
    }

    /// What an export came to.
    public struct Outcome: Sendable {
        /// Whether the folder was written. It is not where something is wrong, nor where nothing changed.
        public let isWritten: Bool
        /// What was or would have been delivered, by publisher.
        public let deliveries: [Delivery]
        /// What the checks found: of the stock as a whole and of each file.
        public let results: [CheckResult]
    }

    private let options: Options

    /// An exporter with options.
    public init(options: Options) { self.options = options }

    /// Writes the stock into a folder that does not exist yet or is empty.
    ///
    /// Throws `xzufi.deletes-refused` when a delta would delete and may not, `store.unknown-municipality`, and errors of
    /// the store.
    public func export(from store: PortalStore, to folder: String) throws(TransferError) -> Outcome {
        try export(from: store, to: folder, .silent)
    }

    func export(
        from store: PortalStore, to folder: String, _ monitor: TransferMonitor
    ) throws(TransferError) -> Outcome {
        let staged = try StagedFolder(for: folder)
        let depot = try ObjectDepot(beside: folder)
        let stock = try store.read { db in
            try StockCollector(options: options, path: store.path, depot: depot, monitor: monitor).collect(db)
        }
        var collection = CheckResult(
            subject: folder, layers: [Layer(name: "objects", outcome: stock.hasErrors ? .failed : .passed)],
            findings: stock.findings)
        guard !stock.hasErrors else {
            return Outcome(isWritten: false, deliveries: [], results: [collection])
        }
        let publishers = stock.publishers
        var plans: [Plan] = []
        for publisher in publishers {
            if let plan = try plan(stock, publisher, depot, isOnly: publishers.count == 1) { plans.append(plan) }
        }
        let deliveries = try write(plans, stock, depot, staged, monitor)
        let results = try check(deliveries, in: staged.url.path, called: folder, monitor)
        collection.facts = [CheckResult.Fact("publishers", String(publishers.count))]
        let isFine = results.allSatisfy { $0.verdict == .valid } && !deliveries.isEmpty
        if isFine { try staged.commit() }
        return Outcome(
            isWritten: isFine, deliveries: deliveries,
            results: (stock.findings.isEmpty && !results.isEmpty ? [] : [collection]) + results)
    }

    // MARK: What is delivered

    private struct Plan {
        var publisher: String
        var folder: String
        var sender: String
        var moment: String
        var difference: XZuFi.Bestandsabgleich
        var objects: [XZuFi.Objektschluessel]
        var deletions: [XZuFi.Objektschluessel]
    }

    /// What a publisher's delivery writes and deletes; nil where a delta has nothing.
    private func plan(
        _ stock: StockCollector.Stock,
        _ publisher: (name: String, now: [XZuFi.Objektschluessel], before: [XZuFi.Objektschluessel]),
        _ depot: ObjectDepot, isOnly: Bool
    ) throws(TransferError) -> Plan? {
        func digests(
            _ keys: [XZuFi.Objektschluessel], _ entries: [XZuFi.Objektschluessel: StockCollector.Entry]
        ) -> [XZuFi.Objektschluessel: String] {
            Dictionary(keys.map { ($0, entries[$0]?.digest ?? "") }) { first, _ in first }
        }
        let now = digests(publisher.now, stock.now)
        let before = digests(publisher.before, stock.before)
        let difference = XZuFi.Bestandsabgleich(
            bestand: before, geschrieben: now, geloescht: Set(before.keys).subtracting(now.keys), lieferart: .delta)
        if options.since != nil {
            do throws(XZuFiError) {
                try difference.requireDeletesAllowed(options.allowsDeletes)
            } catch {
                throw TransferError(wrapping: error)
            }
        }
        let written = (difference.neu + difference.geaendert).sorted()
        let deletions = options.since == nil ? [] : difference.geloescht
        guard !written.isEmpty || !deletions.isEmpty else { return nil }
        var sender = stock.portal
        for key in publisher.now.sorted() {
            guard let entry = stock.now[key] else { continue }
            if let name = try depot.take(entry.place).herausgeber?.bezeichnung.text("de") {
                sender = name
                break
            }
        }
        return Plan(
            publisher: publisher.name, folder: isOnly ? "" : SkeletonBuilder.fileName(publisher.name), sender: sender,
            moment: stock.moment, difference: difference, objects: written, deletions: deletions)
    }

    // MARK: Files

    private func write(
        _ plans: [Plan], _ stock: StockCollector.Stock, _ depot: ObjectDepot, _ staged: borrowing StagedFolder,
        _ monitor: TransferMonitor
    ) throws(TransferError) -> [Delivery] {
        let total = plans.reduce(0) { $0 + $1.objects.count }
        var done = 0
        var deliveries: [Delivery] = []
        for plan in plans {
            var groups = groups(plan, stock)
            if groups.isEmpty { groups = [[]] }
            let digests = plan.objects.map { stock.now[$0]?.digest ?? "" }
            let transaction = SHA256Text.digest(
                of: [plan.publisher, plan.moment] + digests + plan.deletions.map(\.description))
            let prefix = plan.folder.isEmpty ? "" : "\(plan.folder)/"
            var files: [File] = []
            for (index, group) in groups.enumerated() {
                let number = String(index + 1)
                let name =
                    "\(SkeletonBuilder.fileName(plan.publisher))_"
                    + String(repeating: "0", count: max(0, 6 - number.count)) + number + ".xml"
                try monitor.step(.writing, done, of: total, prefix + name)
                let deletions = index == groups.count - 1 ? plan.deletions : []
                let objects = group.compactMap { stock.now[$0]?.place }
                let bytes = try file(plan, transaction, position: index + 1, objects, deletions, depot)
                try staged.write(bytes, to: prefix + name)
                files.append(
                    File(
                        name: name, objects: group.count, deletions: deletions.count, size: bytes.count,
                        sha256: SHA256Text.digest(bytes)))
                done += group.count
            }
            try staged.write(Array(XZuFi.Index(dateien: files.map(\.name)).text.utf8), to: prefix + "index.txt")
            deliveries.append(
                Delivery(
                    publisher: plan.publisher, folder: plan.folder, files: files, created: plan.difference.neu.count,
                    changed: plan.difference.geaendert.count, deleted: plan.difference.geloescht.count))
        }
        try monitor.step(.writing, total, of: total)
        return deliveries
    }

    /// The objects of each file.
    private func groups(_ plan: Plan, _ stock: StockCollector.Stock) -> [[XZuFi.Objektschluessel]] {
        var groups: [[XZuFi.Objektschluessel]] = []
        var size = 0
        for key in plan.objects {
            let own = stock.now[key]?.size ?? 0
            let isFull = (groups.last?.count ?? 0) >= options.maxObjects || size + own > options.maxBytes
            if groups.isEmpty || isFull {
                groups.append([])
                size = 0
            }
            groups[groups.count - 1].append(key)
            size += own
        }
        return groups
    }

    private func file(
        _ plan: Plan, _ transaction: String, position: Int, _ group: [ObjectDepot.Place],
        _ deletions: [XZuFi.Objektschluessel], _ depot: ObjectDepot
    ) throws(TransferError) -> [UInt8] {
        let buffer = ByteBuffer()
        do {
            var writer = try XZuFi.TransferWriter(
                nachricht: XZuFi.TransferWriter.vermuteterName,
                kopf: XZuFi.TransferWriter.Kopf(
                    nachrichtUUID: Self.uuid(SHA256Text.digest(of: [transaction, String(position)])),
                    erstelltDatumZeit: plan.moment, empfaenger: options.receiver, sender: plan.sender,
                    transaktionID: String(transaction.prefix(16)), transaktionPosition: position),
                sink: { buffer.bytes += $0 })
            for place in group { try writer.schreibe(depot.take(place)) }
            for key in deletions {
                try writer.loesche(
                    key.art,
                    XZuFi.Identifikator(
                        key.identitaet.value, schemeID: key.identitaet.schemeID,
                        schemeAgencyID: key.identitaet.schemeAgencyID))
            }
            try writer.finish()
        } catch let error as XMLError {
            throw TransferError(error)
        } catch {
            throw error as? TransferError ?? StagedFolder.unwritable(plan.folder)
        }
        return buffer.bytes
    }

    /// Collects what a writer hands out; used within one call only.
    private final class ByteBuffer {
        var bytes: [UInt8] = []
    }

    /// A digest in the form of a UUID of version 4 (RFC 4122): the same content has the same message id.
    private static func uuid(_ digest: String) -> String {
        func part(_ from: Int, _ to: Int) -> Substring { digest.dropFirst(from).prefix(to - from) }
        return "\(part(0, 8))-\(part(8, 12))-4\(part(13, 16))-8\(part(17, 20))-\(part(20, 32))"
    }

    // MARK: Checks

    private func check(
        _ deliveries: [Delivery], in staged: String, called folder: String, _ monitor: TransferMonitor
    ) throws(TransferError) -> [CheckResult] {
        guard !deliveries.isEmpty else { return [] }
        let catalogue: SchemaCatalogue
        do throws(SchemaError) {
            catalogue = try SchemaCatalogue(options.schemas)
        } catch {
            throw TransferError(wrapping: error)
        }
        let kind: XZuFi.Lieferart = options.since == nil ? .vollbestand : .delta
        let stockCheck = XZuFi.Bestandspruefung(.init(lieferart: kind, schemas: catalogue))
        let profileCheck = options.profile.map { MessageValidator(catalogue, options: .init(profile: $0)) }
        let total = deliveries.reduce(0) { $0 + $1.files.count }
        var done = 0
        var all: [CheckResult] = []
        for delivery in deliveries {
            let suffix = delivery.folder.isEmpty ? "" : "/\(delivery.folder)"
            var results = try stockCheck.read(folder: staged + suffix) { name throws(TransferError) in
                try monitor.step(.verifying, done, of: total, folder + suffix + "/" + name)
                done += 1
            }.results
            // The first result is that of the stock.
            for index in results.indices.dropFirst() {
                guard let profileCheck else { continue }
                let result = profileCheck.validate(.file(results[index].subject))
                // The rest was found by the check of the stock.
                results[index].layers += result.layers.filter { $0.name == "profile" }
                results[index].findings += result.findings.filter { $0.id.rawValue.hasPrefix("profil.") }
            }
            // The folder is not called yet what it will be.
            func called(_ path: String) -> String {
                path.hasPrefix(staged) ? folder + path.dropFirst(staged.count) : path
            }
            for index in results.indices {
                results[index].subject = called(results[index].subject)
                for item in results[index].findings.indices {
                    results[index].findings[item].location.file =
                        results[index].findings[item].location.file.map(called)
                }
            }
            all += results
        }
        try monitor.step(.verifying, total, of: total)
        return all
    }
}
