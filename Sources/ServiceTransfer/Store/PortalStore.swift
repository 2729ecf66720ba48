import Archives
import Findings
import Foundation
import GRDB

/// The store of one or more portals: municipalities, their installed packages with all versions and parts, bindings,
/// parameter values, journal. One SQLite file in WAL mode.
///
/// Every change is one transaction: after a crash or a power failure the store is as before it or as after it.
public final class PortalStore: Sendable {
    /// How a store is opened.
    public struct Options: Sendable {
        /// How long to wait for another process that writes.
        public var busyTimeout: Duration
        /// The most the file may grow to, in pages of 4 KiB; nil for no bound of our own.
        public var maxPages: Int?
        /// Whether nothing may be written.
        public var isReadOnly: Bool

        /// Options from their parts.
        public init(busyTimeout: Duration = .seconds(5), maxPages: Int? = nil, isReadOnly: Bool = false) {
            self.busyTimeout = busyTimeout
            self.maxPages = maxPages
            self.isReadOnly = isReadOnly
        }

        fileprivate func configuration(isReadOnly: Bool) -> Configuration {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            configuration.readonly = isReadOnly
            let wait = busyTimeout.components
            configuration.busyMode = .timeout(Double(wait.seconds) + Double(wait.attoseconds) / 1e18)
            if let maxPages {
                configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA max_page_count = \(maxPages)") }
            }
            return configuration
        }
    }

    /// The file of the store.
    public let path: String
    private let database: any DatabaseWriter
    private let isReadOnly: Bool

    private init(path: String, database: any DatabaseWriter, isReadOnly: Bool) {
        self.path = path
        self.database = database
        self.isReadOnly = isReadOnly
    }

    /// Makes a new, empty store. Throws `store.exists` where there is a file.
    public static func create(path: String, options: Options = Options()) throws(TransferError) -> PortalStore {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw TransferError(
                .storeExists, at: Location(file: path),
                Message(de: "„\(path)“ gibt es schon.", en: "“\(path)” already exists."),
                hint: Message(
                    de: "Öffnen Sie den vorhandenen Speicher oder wählen Sie einen anderen Namen.",
                    en: "Open the store that is there or choose another name."))
        }
        do {
            let pool = try DatabasePool(path: path, configuration: options.configuration(isReadOnly: false))
            try StoreSchema.migrator.migrate(pool)
            return PortalStore(path: path, database: pool, isReadOnly: false)
        } catch {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            throw StoreFailure.error(error, path: path)
        }
    }

    /// Opens a store. A file that is no store, or one of a newer version, is left exactly as it is.
    public static func open(path: String, options: Options = Options()) throws(TransferError) -> PortalStore {
        guard FileManager.default.fileExists(atPath: path) else {
            throw TransferError(
                .storeMissing, at: Location(file: path),
                Message(
                    de: "Den Portalspeicher „\(path)“ gibt es nicht.", en: "The portal store “\(path)” does not exist."),
                hint: Message(
                    de: "Legen Sie ihn mit „xoev portal init“ an.", en: "Make it with “xoev portal init”."))
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: options.configuration(isReadOnly: true))
            let isUpToDate = try queue.read { db in try inspect(db, path: path) }
            if options.isReadOnly { return PortalStore(path: path, database: queue, isReadOnly: true) }
            try queue.close()
            guard FileManager.default.isWritableFile(atPath: path) else {
                throw StoreFailure.readOnly(Location(file: path))
            }
            let pool = try DatabasePool(path: path, configuration: options.configuration(isReadOnly: false))
            if !isUpToDate { try StoreSchema.migrator.migrate(pool) }
            return PortalStore(path: path, database: pool, isReadOnly: false)
        } catch {
            throw StoreFailure.error(error, path: path)
        }
    }

    /// Whether all migrations have been applied. Throws when the file is no store or a newer one.
    private static func inspect(_ db: Database, path: String) throws -> Bool {
        let place = Location(file: path)
        let applicationID = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard applicationID == StoreSchema.applicationID else {
            throw TransferError(
                .notAStore, at: place,
                Message(
                    de: "Die Datei ist eine SQLite-Datenbank, aber kein Portalspeicher.",
                    en: "The file is an SQLite database but not a portal store."),
                hint: Message(
                    de: "Geben Sie die Datei an, die „xoev portal init“ angelegt hat; die Datei ist unverändert.",
                    en: "Name the file that “xoev portal init” made; the file has not been changed."))
        }
        guard try !StoreSchema.migrator.hasBeenSuperseded(db) else {
            throw TransferError(
                .newerSchema, at: place,
                Message(
                    de: "Den Portalspeicher hat eine neuere Version dieses Programms angelegt.",
                    en: "The portal store was made by a newer version of this program."),
                hint: Message(
                    de: "Aktualisieren Sie das Programm; der Speicher ist unverändert.",
                    en: "Update the program; the store has not been changed."))
        }
        return try StoreSchema.migrator.hasCompletedMigrations(db)
    }

    /// Closes the store's connections. Afterwards it can no longer be used, and its file holds everything: it can be
    /// copied.
    public func close() throws(TransferError) {
        do {
            // Another process that reads may keep the log from being emptied; nothing is lost by that.
            if !isReadOnly { _ = try? database.writeWithoutTransaction { db in try db.checkpoint(.truncate) } }
            try database.close()
        } catch { throw StoreFailure.error(error, path: path) }
    }

    func read<T>(_ body: (Database) throws -> T) throws(TransferError) -> T {
        do { return try database.read(body) } catch { throw StoreFailure.error(error, path: path) }
    }

    func write<T>(_ body: (Database) throws -> T) throws(TransferError) -> T {
        guard !isReadOnly else { throw StoreFailure.readOnly(Location(file: path)) }
        do { return try database.write(body) } catch { throw StoreFailure.error(error, path: path) }
    }

    /// Writes in a transaction that is taken back whatever happens.
    func rehearse<T>(_ body: (Database) throws -> T) throws(TransferError) -> T {
        guard !isReadOnly else { throw StoreFailure.readOnly(Location(file: path)) }
        do {
            return try database.writeWithoutTransaction { db in
                var outcome: Result<T, any Error>?
                try db.inTransaction {
                    outcome = Result { try body(db) }
                    return .rollback
                }
                guard let outcome else { throw StoreFailure.readOnly(Location(file: path)) }
                return try outcome.get()
            }
        } catch { throw StoreFailure.error(error, path: path) }
    }

    /// What SQLite's own check of the file says: nil when all is well, else its first complaints. Foreign keys and the
    /// digests of all contents are checked, too.
    public func integrityProblem() throws(TransferError) -> String? {
        try read { db in
            let messages = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
            if messages != ["ok"] { return messages.joined(separator: "; ") }
            if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil { return "foreign key" }
            let blobs = try Row.fetchCursor(db, sql: "SELECT sha256, bytes FROM blob")
            while let row = try blobs.next() {
                let digest: String = row[0]
                let bytes: Data = row[1]
                if SHA256Text.digest([UInt8](bytes)) != digest { return "blob \(digest)" }
            }
            return nil
        }
    }
}
