import Foundation
import GRDB
import ServiceTransfer
import TestSupport
import Testing

@Suite("The portal store and what can go wrong with it")
struct PortalStoreTests {
    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as TransferError {
            #expect(error.hint != nil)
            return error.code.id.rawValue
        } catch {
            return String(describing: error)
        }
    }

    /// The bytes of a file, to see that it was left alone.
    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    @Test("a store that is not there, or is there already, is said to be")
    func missingAndExisting() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "p.sqlite").path
            #expect(code { _ = try PortalStore.open(path: path) } == "store.missing")
            #expect(!FileManager.default.fileExists(atPath: path))
            try PortalStore.create(path: path).close()
            #expect(code { _ = try PortalStore.create(path: path) } == "store.exists")
            #expect(code { try PortalStore.open(path: path).close() } == nil)
        }
    }

    @Test("a file that is no database, an empty one, a foreign database: each is refused and left as it is")
    func foreignFiles() throws {
        try TestFiles.withTemporaryFolder { folder in
            let text = folder.appending(path: "text.sqlite").path
            try Data(String(repeating: "kein SQLite\n", count: 200).utf8).write(to: URL(filePath: text))
            let empty = folder.appending(path: "leer.sqlite").path
            try Data().write(to: URL(filePath: empty))
            let foreign = folder.appending(path: "fremd.sqlite").path
            let queue = try DatabaseQueue(path: foreign)
            try queue.write { db in try db.execute(sql: "CREATE TABLE kunde (id INTEGER)") }
            try queue.close()
            for (path, expected) in [
                (text, "store.not-a-database"), (empty, "store.not-a-portal-store"),
                (foreign, "store.not-a-portal-store"),
            ] {
                let before = try bytes(path)
                #expect(code { _ = try PortalStore.open(path: path) } == expected)
                #expect(try bytes(path) == before)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
        }
    }

    @Test("a store of a newer version is refused and left as it is")
    func newer() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "p.sqlite").path
            try PortalStore.create(path: path).close()
            let queue = try DatabaseQueue(path: path)
            try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')") }
            try queue.close()
            let before = try bytes(path)
            #expect(code { _ = try PortalStore.open(path: path) } == "store.newer-schema")
            #expect(try bytes(path) == before)
        }
    }

    @Test("a store that another process writes is said to be locked, and is as it was")
    func locked() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let package = try Samples.example("hundesteuer")
            try Samples.store(in: folder, soest).close()
            let path = folder.appending(path: "portal.sqlite").path
            let store = try PortalStore.open(path: path, options: .init(busyTimeout: .milliseconds(50)))
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            let other = try DatabaseQueue(path: path)
            try other.inDatabase { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                #expect(code { _ = try Samples.applier.apply(plan, package, for: soest, in: store) } == "store.locked")
                try db.execute(sql: "ROLLBACK")
            }
            #expect(try store.everything().municipalities.first?.services.isEmpty == true)
            // Once the other is done, the same plan fits.
            #expect(try Samples.applier.apply(plan, package, for: soest, in: store).isChanged)
        }
    }

    @Test("a store opened for reading can be planned and told of, but not written")
    func readOnly() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let package = try Samples.example("hundesteuer")
            try Samples.store(in: folder, soest).close()
            let path = folder.appending(path: "portal.sqlite").path
            let store = try PortalStore.open(path: path, options: .init(isReadOnly: true))
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(plan.isApplicable)
            #expect(code { _ = try Samples.applier.apply(plan, package, for: soest, in: store) } == "store.read-only")
        }
    }

    @Test(
        "a store whose file may not be written is read-only", .enabled(if: getuid() != 0, "root may write everything"))
    func noPermission() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Samples.store(in: folder, try Samples.profile("soest")).close()
            let path = folder.appending(path: "portal.sqlite").path
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            #expect(code { _ = try PortalStore.open(path: path) } == "store.read-only")
        }
    }

    @Test("a full disk leaves the store as it was")
    func full() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let package = try Samples.example("hundesteuer")
            try Samples.store(in: folder, soest).close()
            let path = folder.appending(path: "portal.sqlite").path
            // The package has some 250 kB; the empty store takes less than 40 pages of 4 KiB.
            let small = try PortalStore.open(path: path, options: .init(maxPages: 60))
            let before = try small.everything()
            let plan = try TransferPlanner().plan(package, for: soest, in: small)
            #expect(code { _ = try Samples.applier.apply(plan, package, for: soest, in: small) } == "store.disk-full")
            #expect(try small.everything() == before)
            #expect(try small.integrityProblem() == nil)
            try small.close()
            let large = try PortalStore.open(path: path)
            #expect(try Samples.applier.apply(plan, package, for: soest, in: large).isChanged)
        }
    }

    @Test("a damaged store is said to be damaged")
    func corrupt() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(try Samples.example("hundesteuer"), for: soest, in: store)
            try store.close()
            let path = folder.appending(path: "portal.sqlite").path
            var data = try bytes(path)
            for offset in stride(from: 4_096, to: min(data.count, 400_000), by: 97) { data[offset] ^= 0x5A }
            try data.write(to: URL(filePath: path))
            let found = code {
                let store = try PortalStore.open(path: path)
                if try store.integrityProblem() != nil { throw CocoaError(.fileReadCorruptFile) }
            }
            #expect(found != nil)
        }
    }

    @Test("entering a municipality twice changes nothing the second time")
    func initializeTwice() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let before = try store.everything()
            let again = try PortalInitializer(options: .init(actor: "x", moment: "2027-01-01T00:00:00Z")).run(
                soest, in: store)
            #expect(again.existed)
            #expect(try store.everything() == before)
        }
    }

    @Test("the journal is a chain: each entry's link is a digest over the one before and itself")
    func chain() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let first = try #require(try store.everything().municipalities.first)
            try Samples.install(try Samples.example("hundesteuer"), for: soest, in: store)
            let second = try #require(try store.everything().municipalities.first)
            #expect(first.stateDigest != second.stateDigest)
            #expect(second.journal.count == 2)
            #expect(second.journal[0].kette != second.journal[1].kette)
            #expect(second.journal[0].zeitpunkt == "2026-11-23T12:00:00Z")
            #expect(second.journal[0].wer == "test")
        }
    }

    @Test("no secret is in the store: only the references that the profile has")
    func noSecrets() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(try Samples.example("bewohnerparkausweis"), for: soest, in: store)
            try store.close()
            let queue = try DatabaseQueue(path: folder.appending(path: "portal.sqlite").path)
            let secrets = try queue.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT name, wert, geheimnisverweis FROM parameterwert WHERE geheimnisverweis IS NOT NULL"
                )
            }
            #expect(secrets.allSatisfy { ($0["wert"] as String?) == nil })
        }
    }
}
