import Foundation
import GRDB
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("History and rollback")
struct HistoryTests {
    private func withTown(_ body: (Town, URL) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let town = Town(
                store: try Samples.store(in: folder, soest), profile: soest, kennung: SmallService().kennung)
            try body(town, folder)
            let problem = try town.store.integrityProblem()
            #expect(problem == nil)
        }
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as TransferError {
            return error.code.id.rawValue
        } catch {
            return "\(error)"
        }
    }

    /// Everything the municipality's services are, without the journal.
    private func services(_ town: Town) throws -> [TransferStatus.Service] {
        try town.store.everything().municipalities.flatMap(\.services)
    }

    @Test("every change is an entry; a rollback to each brings back exactly the state after it, by digest")
    func everyEntry() throws {
        try withTown { town, _ in
            try town.install(SmallService().package())
            try town.edit([(SmallField.kurztext, .text("Hier")), (SmallField.frist, .text("21"))])
            try town.install(SmallService(version: "1.1.0", betrag: "6.00").package())
            try town.remove()
            try town.rollBack()
            try town.edit([(SmallField.merkblatt, .bytes(Array("Unseres".utf8)))])
            let history = try town.history()
            #expect(
                history.entries.reversed().map(\.journal.vorgang) == [
                    "anlegen", "installieren", "bearbeiten", "aktualisieren", "entfernen", "zurueckrollen",
                    "bearbeiten",
                ])
            var states: [Int64: String?] = [:]
            for entry in history.entries where entry.journal.paket != nil {
                states[entry.journal.nummer] = entry.journal.stand
            }
            for (number, digest) in states.sorted(by: { $0.key < $1.key }) {
                let outcome = try town.rollBack(to: number)
                #expect(outcome.state == digest)
                let latest = try #require(try town.history().entries.first)
                if outcome.isChanged { #expect(latest.journal.stand == digest) }
                #expect(try services(town).isEmpty == (digest == nil))
            }
            #expect(try town.history().brokenAt == nil)
        }
    }

    @Test("a rollback without a number takes back the latest change; a second one takes back the first")
    func undo() throws {
        try withTown { town, _ in
            try town.install(SmallService().package())
            let installed = try services(town)
            try town.set(SmallField.kurztext, "Hier")
            let edited = try services(town)
            try town.rollBack()
            #expect(try services(town) == installed)
            try town.rollBack()
            #expect(try services(town) == edited)
            #expect(try !town.rollBack(to: town.history().entries[0].journal.nummer).isChanged)
        }
    }

    @Test("an entry of another service, or none, is no place to go back to")
    func unknown() throws {
        try withTown { town, _ in
            #expect(code { _ = try town.rollBack() } == "store.unknown-service")
            try town.install(SmallService().package())
            #expect(code { _ = try town.rollBack(to: 1) } == "store.unknown-entry")
            #expect(code { _ = try town.rollBack(to: 999) } == "store.unknown-entry")
            let nowhere = Town(store: town.store, profile: try Samples.profile("paderborn"), kennung: town.kennung)
            #expect(code { _ = try nowhere.rollBack() } == "store.unknown-municipality")
        }
    }

    @Test("diff tells what the town changed, what an entry changed, and what lies between two")
    func diff() throws {
        try withTown { town, _ in
            try town.install(SmallService().package())
            try town.edit([(SmallField.kurztext, .text("Hier")), (SmallField.frist, .text("21"))])
            try town.install(SmallService(version: "1.1.0", betrag: "6.00").package())
            let comparer = StateComparer(service: town.address)
            func changes(_ range: StateComparer.Range) throws -> [String: [String?]] {
                let diff = try comparer.compare(range, in: town.store)
                return Dictionary(
                    diff.changes.map { ($0.path.description, [$0.before, $0.after]) }, uniquingKeysWith: { a, _ in a })
            }
            // The full text holds the parameter: bound again, it is as package and town's value make it.
            #expect(
                try changes(.localChanges) == [SmallField.kurztext: ["Kurz", "Hier"], SmallField.frist: ["14", "21"]])
            #expect(
                try changes(.entry(3)) == [
                    SmallField.kurztext: ["Kurz", "Hier"], SmallField.frist: ["14", "21"],
                    SmallField.volltext: ["Frist 14 Tage", "Frist 21 Tage"],
                ])
            #expect(try changes(.entry(4)) == [SmallField.betrag: ["5.00", "6.00"]])
            #expect(try changes(.between(3, nil)) == [SmallField.betrag: ["5.00", "6.00"]])
            #expect(try changes(.between(4, 4)).isEmpty)
            #expect(try changes(.entry(2)).keys.sorted() == ["leistung", "merkblatt", "parameter:frist"])
        }
    }

    @Test("a clock that goes back is told; the order is that of the numbers")
    func clock() throws {
        try withTown { town, _ in
            try town.install(SmallService().package(), moment: "2026-11-23T12:00:00Z")
            try town.edit([(SmallField.kurztext, .text("A"))], moment: "2026-11-23T11:00:00Z")
            // One hour earlier by the hands, half an hour later in truth.
            try town.edit([(SmallField.kurztext, .text("B"))], moment: "2026-11-23T12:30:00+01:00")
            let entries = try town.history().entries
            #expect(entries.map(\.clockWentBack) == [false, true, false, false])
            #expect(entries.map(\.journal.nummer) == [4, 3, 2, 1])
            try town.rollBack()
            #expect(try town.value(SmallField.kurztext) == "A")
        }
    }

    @Test("a changed, a removed and a cut-off entry show")
    func tampering() throws {
        for statement in [
            "UPDATE journal SET wer = 'jemand' WHERE id = 2", "DELETE FROM journal WHERE id = 2",
            "DELETE FROM journal WHERE id = 3", "UPDATE journal SET stand = stand_vor WHERE id = 3",
        ] {
            try TestFiles.withTemporaryFolder { folder in
                let soest = try Samples.profile("soest")
                let town = Town(
                    store: try Samples.store(in: folder, soest), profile: soest, kennung: SmallService().kennung)
                try town.install(SmallService().package())
                try town.set(SmallField.kurztext, "Hier")
                #expect(try town.history().brokenAt == nil)
                try DatabaseQueue(path: town.store.path).write { try $0.execute(sql: statement) }
                #expect(try town.history().brokenAt != nil, "\(statement)")
            }
        }
    }

    @Test("a content that was altered in the store is noticed before a rollback")
    func alteredContent() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let town = Town(
                store: try Samples.store(in: folder, soest), profile: soest, kennung: SmallService().kennung)
            try town.install(SmallService().package())
            try town.set(SmallField.merkblatt, "Unseres")
            try town.rollBack()
            try DatabaseQueue(path: town.store.path).write {
                try $0.execute(
                    sql: "UPDATE blob SET bytes = ? WHERE bytes = ?",
                    arguments: [Data("Fremdes".utf8), Data("Unseres".utf8)])
            }
            #expect(code { _ = try town.rollBack() } == "store.corrupt")
        }
    }

    @Test("a service that another one needs is not removed, neither directly nor by a rollback")
    func dependents() throws {
        try withTown { town, _ in
            try town.install(SmallService().package())
            var files = try SmallService(kennung: "de.nrw.paderborn.zweiter", leistung: "99108901001000").package()
                .contents.files
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing(
                "</dienstpaket>",
                "<abhaengigkeiten><paket kennung=\"\(town.kennung)\" versionen=\"&gt;=1.0.0 &lt;2.0.0\"/></abhaengigkeiten></dienstpaket>"
            )
            let second = try PackageBuilder().pack(PackageContents(name: "k", isArchive: false, files: files)).package
            try town.install(second)
            #expect(code { _ = try town.remove() } == "transfer.still-needed")
            #expect(code { _ = try town.rollBack() } == "transfer.still-needed")
            try Town(store: town.store, profile: town.profile, kennung: second.manifest.kennung).remove()
            try town.remove()
            #expect(try services(town).isEmpty)
        }
    }

    @Test("the publisher's signature comes out with the unchanged package, and not with what the town made of it")
    func signature() throws {
        try withTown { town, _ in
            let key = SigningKey(generating: .ed25519)
            let plain = try SmallService().package()
            let signed = try Signed.sign(plain, key)
            // The same package with a signature later: the signature is kept, nothing else happens.
            try town.install(plain)
            #expect(try town.install(signed).isChanged)
            #expect(try !town.install(signed).isChanged)
            #expect(try !town.install(plain).isChanged)
            try town.set(SmallField.kurztext, "Hier")
            let options = PackageExporter.Options(
                ars: town.address.ars, kennung: town.kennung, moment: "2026-11-23T16:00:00Z")
            #expect(try PackageExporter(options: options).export(from: town.store).files == signed.contents.files)
            let bound = try town.bound()
            #expect(bound.files[Signatur.path] == nil)
            #expect(bound.files["leistung.xml"]?.text.contains(">Hier<") == true)
            #expect(PackageVerifier().verify(bound).result.verdict == .valid)
        }
    }

    @Test("a store of version 1 is read as it is, then updated; its services keep everything and can be rolled back")
    func oldStore() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let new = try Samples.store(in: folder, soest)
            let package = try SmallService().package()
            let town = Town(store: new, profile: soest, kennung: package.manifest.kennung)
            try town.install(package)
            let installed = try services(town)
            try new.close()
            let path = folder.appending(path: "alt.sqlite").path
            try makeVersion1(path, from: new.path)

            let reading = try PortalStore.open(path: path, options: .init(isReadOnly: true))
            #expect(try reading.everything().municipalities.flatMap(\.services) == installed)
            #expect(try HistoryReporter(options: .init(ars: town.address.ars)).history(of: reading).brokenAt == nil)
            try reading.close()

            let old = Town(store: try PortalStore.open(path: path), profile: soest, kennung: town.kennung)
            #expect(try services(old) == installed)
            // The installation itself was not kept; the state that the first change finds is.
            #expect(code { _ = try old.rollBack(to: 2) } == "store.state-unknown")
            // Texts can be edited; parameters only with the profile, which version 1 did not keep.
            #expect(code { _ = try old.set(SmallField.frist, "21") } == "profile.invalid")
            try old.set(SmallField.kurztext, "Hier")
            #expect(try old.value(SmallField.kurztext) == "Hier")
            try old.rollBack()
            #expect(try services(old) == installed)
            try old.install(SmallService(version: "1.1.0").package())
            #expect(try old.history().brokenAt == nil)
            let problem = try old.store.integrityProblem()
            #expect(problem == nil)
        }
    }

    /// A store as version 1 wrote it: its tables, the rows of another store, the chain without states.
    private func makeVersion1(_ path: String, from source: String) throws {
        let queue = try DatabaseQueue(path: path)
        try StoreSchema.migrator.migrate(queue, upTo: "1")
        try queue.inDatabase { db in
            try db.execute(sql: "ATTACH DATABASE ? AS neu", arguments: [source])
            for (table, columns) in [
                ("portal", "kennung, name, adresse"), ("kommune", "id, portal, ars, ags, name, kette"),
                ("blob", "sha256, groesse, bytes"),
                (
                    "paket",
                    "id, kommune, kennung, version, digest, bezeichnung, profil, installiert_am, installiert_von, ist_aktuell"
                ),
                ("paket_leistung", "paket, schluessel, kommune"),
                ("bestandteil", "paket, id, position, rolle, pfad, original, gebunden"),
                (
                    "bindung",
                    "kommune, art, quelle_agency, quelle_scheme, quelle_wert, paket, ziel_agency, ziel_scheme, ziel_wert, bestandteil, schluessel, original"
                ),
                ("parameterwert", "kommune, paket, name, wert, geheimnisverweis"),
                (
                    "journal",
                    "id, kommune, zeitpunkt, wer, vorgang, paket, von_version, nach_version, von_digest, nach_digest, einzelheiten, kette"
                ),
            ] {
                try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM neu.\(table)")
            }
            try db.execute(
                sql:
                    "DELETE FROM main.blob WHERE sha256 IN (SELECT stand FROM neu.journal) OR sha256 IN (SELECT profil FROM main.paket)"
            )
            var previous = ""
            for row in try Row.fetchAll(db, sql: "SELECT * FROM main.journal ORDER BY id") {
                let old = JournalEntry(
                    zeitpunkt: row["zeitpunkt"], wer: row["wer"], vorgang: row["vorgang"], paket: row["paket"],
                    vonVersion: row["von_version"], nachVersion: row["nach_version"], vonDigest: row["von_digest"],
                    nachDigest: row["nach_digest"], einzelheiten: row["einzelheiten"], previous: previous)
                previous = old.kette
                try db.execute(
                    sql: "UPDATE main.journal SET kette = ? WHERE id = ?", arguments: [old.kette, row["id"] as Int64])
            }
            try db.execute(sql: "UPDATE main.kommune SET kette = ?", arguments: [previous])
            try db.execute(sql: "DETACH DATABASE neu")
        }
        try queue.close()
    }
}
