import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Rolling a service out to many municipalities")
struct RolloutTests {
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

    @Test(
        "waves are read from their text",
        arguments: [
            ("1,10,rest", [1, 10]), ("1,10", [1, 10]), ("rest", []), ("5", [5]), ("1, 2", [1, 2]),
        ])
    func waves(text: String, sizes: [Int]) { #expect(RolloutWaves(text)?.sizes == sizes) }

    @Test("what are no waves is refused", arguments: ["", "0", "-1", "1,,2", "rest,1", "eins", "1.5", "1,rest,rest"])
    func noWaves(text: String) { #expect(RolloutWaves(text) == nil) }

    @Test("the first 1, the next 10 and the rest are waves 1, 2 and 3")
    func waveNumbers() throws {
        let waves = try #require(RolloutWaves("1,10,rest"))
        #expect([0, 1, 10, 11, 395].map(waves.wave) == [1, 2, 2, 3, 3])
        #expect(RolloutWaves.together.wave(at: 395) == 1)
        #expect(try #require(RolloutWaves("9223372036854775807,1")).wave(at: 5) == 1)
    }

    @Test("every municipality has the service, with an entry in its journal that names the roll-out")
    func all() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(4, in: folder)
            let report = try towns.roll { $0.waves = RolloutWaves("1,2,rest") }
            #expect(report.results == [.installed, .installed, .installed, .installed])
            #expect(report.municipalities.map(\.wave) == [1, 2, 2, 3])
            #expect(report.ending == .complete)
            #expect(report.number == 1)
            #expect(report.isDone)
            for (number, row) in report.municipalities.enumerated() {
                let entry = try #require(try towns.town(number).history().entries.first?.journal)
                #expect(entry.nummer == row.entry)
                #expect(entry.vorgang == "installieren")
                #expect(entry.einzelheiten.hasSuffix("verteilung 1 welle \(row.wave)"))
                #expect(try towns.town(number).value(SmallField.kurztext) == "Kurz")
            }
            let before = try towns.store.everything()
            let again = try towns.roll()
            #expect(again.results == [.unchanged, .unchanged, .unchanged, .unchanged])
            #expect(try towns.store.everything() == before)
            #expect(again.number == 2)
        }
    }

    @Test("a plan tells of every municipality and changes nothing")
    func plan() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(3, in: folder)
            let before = try towns.store.everything()
            var targets = towns.targets
            targets[0] = try towns.unfinished(0)
            let rollout = TransferRollout(options: towns.options { $0.waves = RolloutWaves("1") })
            let report = try rollout.plan(towns.small.package(), to: targets, in: towns.store)
            #expect(report.results == [.failed, .installed, .installed])
            #expect(report.reasons[0].contains("transfer.publisher-missing"))
            #expect(report.number == nil)
            #expect(try towns.store.everything() == before)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix("rollout") }
            )
        }
    }

    @Test("a wave with a failure is brought to its end and stops the next; mended, the roll-out goes on")
    func failingWave() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(6, in: folder)
            var targets = towns.targets
            targets[2] = try towns.unfinished(2)
            let stopped = try towns.roll(to: targets) { $0.waves = RolloutWaves("1,3,rest") }
            #expect(stopped.results == [.installed, .installed, .failed, .installed, .notStarted, .notStarted])
            #expect(stopped.ending == .stopped)
            #expect(try towns.installed == 3)
            let resumed = try towns.roll { $0.resumes = true }
            #expect(resumed.results == Array(repeating: .installed, count: 6))
            #expect(resumed.municipalities.map(\.isEarlier) == [true, true, false, true, false, false])
            #expect(resumed.municipalities.map(\.wave) == [1, 2, 2, 2, 3, 3])
            #expect(resumed.number == stopped.number)
            #expect(resumed.ending == .complete)
            for number in 0..<6 { #expect(try towns.town(number).history().entries.count == 2) }
        }
    }

    @Test("with a bound, so many failures stop at once and fewer stop nothing")
    func stopAfter() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(5, in: folder)
            var targets = towns.targets
            for number in [0, 2] { targets[number] = try towns.unfinished(number) }
            let report = try towns.roll(to: targets) {
                $0.waves = RolloutWaves("1,rest")
                $0.stopAfter = 2
            }
            #expect(report.results == [.failed, .installed, .failed, .notStarted, .notStarted])
            #expect(report.ending == .stopped)
            let last = try towns.roll(to: targets) { $0.stopAfter = 3 }
            #expect(last.results == [.failed, .unchanged, .failed, .installed, .installed])
            #expect(last.ending == .complete)
        }
    }

    @Test("who has been done is left alone when the roll-out goes on, even who took it back")
    func leftAlone() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(3, in: folder)
            let first = try towns.roll {
                $0.waves = RolloutWaves("1,1,1")
                $0.lastWave = 2
            }
            #expect(first.results == [.installed, .installed, .notStarted])
            #expect(first.ending == .lastWave)
            try towns.town(0).rollBack()
            let second = try towns.roll { $0.resumes = true }
            #expect(second.results == [.installed, .installed, .installed])
            #expect(second.municipalities.map(\.isEarlier) == [true, true, false])
            let services = try towns.store.everything().municipalities.map(\.services.count)
            #expect(services == [0, 1, 1])
        }
    }

    @Test("going on with another package, other waves or without a beginning is refused")
    func mismatch() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(2, in: folder)
            #expect(code { _ = try towns.roll { $0.resumes = true } } == "rollout.unknown")
            _ = try towns.roll { $0.waves = RolloutWaves("1,rest") }
            let before = try towns.store.everything()
            let other = try SmallService(version: "1.1.0").package()
            #expect(code { _ = try towns.roll(other) { $0.resumes = true } } == "rollout.mismatch")
            #expect(
                code {
                    _ = try towns.roll {
                        $0.resumes = true
                        $0.waves = RolloutWaves("2,rest")
                    }
                } == "rollout.mismatch")
            #expect(code { _ = try towns.roll(to: []) } == "rollout.no-profiles")
            #expect(try towns.store.everything() == before)
        }
    }

    @Test("profiles that are missing when it goes on are told, new ones come last")
    func otherProfiles() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(4, in: folder)
            _ = try towns.roll(to: Array(towns.targets[0..<3])) {
                $0.waves = RolloutWaves("1,1,1")
                $0.lastWave = 1
            }
            let targets = [towns.targets[3], towns.targets[2]]
            let report = try towns.roll(to: targets) { $0.resumes = true }
            #expect(report.municipalities.map(\.name) == ["Ort 0", "Ort 1", "Ort 2", "Ort 3"])
            #expect(report.results == [.installed, .notStarted, .installed, .installed])
            #expect(report.reasons == [[], ["rollout.profile-missing"], [], []])
            #expect(report.municipalities.map(\.wave) == [1, 2, 3, 4])
        }
    }

    @Test(
        "a profile that cannot be read, is given twice, is another town's, or whose town is unknown: the others go on")
    func badProfiles() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(6, in: folder, storing: 5)
            let broken = folder.appending(path: "kaputt.xml").path
            try Data("<portalprofil".utf8).write(to: URL(filePath: broken))
            let renamed = try Samples.profile(
                "soest", replacing: Towns.changes(3).dropLast() + [("<name>Soest, Stadt<", "<name>Ort 4<")])
            let targets = [
                RolloutTarget(path: broken), RolloutTarget(path: folder.appending(path: "fehlt.xml").path),
                towns.targets[0], towns.targets[1], RolloutTarget(towns.profiles[1], file: "kopie.xml"),
                RolloutTarget(renamed, file: "ort-3.xml"), towns.targets[4], towns.targets[5],
            ]
            let report = try towns.roll(to: targets)
            #expect(
                report.results == [
                    .failed, .failed, .installed, .failed, .failed, .failed, .installed, .failed,
                ])
            #expect(report.reasons[0].first?.hasPrefix("xml.") == true)
            #expect(report.reasons[1].count == 1)
            #expect(report.reasons[3] == ["rollout.municipality-twice"])
            #expect(report.reasons[4] == ["rollout.municipality-twice"])
            #expect(report.reasons[5] == ["transfer.other-municipality"])
            #expect(report.reasons[7] == ["store.unknown-municipality"])
            #expect(try towns.installed == 2)
            #expect(try towns.roll(to: [targets[5]]) { $0.planning.allowsRenaming = true }.results == [.installed])
        }
    }

    @Test("local changes are merged; where both changed a field, the town is a conflict until someone decides")
    func conflicts() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(3, in: folder)
            _ = try towns.roll()
            try towns.town(0).set(SmallField.betrag, "7.00")
            try towns.town(1).set(SmallField.kurztext, "Hier")
            let new = try SmallService(version: "1.1.0", kurztext: "Kurz neu").package()
            let report = try towns.roll(new)
            #expect(report.results == [.upgraded, .conflict, .upgraded])
            #expect(report.reasons[1] == ["transfer.merge-conflict"])
            #expect(report.municipalities.map(\.fromVersion) == ["1.0.0", "1.0.0", "1.0.0"])
            #expect(try towns.town(0).value(SmallField.betrag) == "7.00")
            let decided = try towns.roll(new) {
                $0.resumes = true
                $0.planning.merge = .ours
            }
            #expect(decided.results == [.upgraded, .upgraded, .upgraded])
            #expect(decided.municipalities.map(\.isEarlier) == [true, false, true])
            #expect(try towns.town(1).value(SmallField.kurztext) == "Hier")
            let older = try towns.roll()
            #expect(older.results == [.failed, .failed, .failed])
            #expect(older.reasons[0] == ["transfer.downgrade"])
        }
    }

    @Test("a second roll-out while one runs is told, and changes nothing")
    func twoAtOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(2, in: folder)
            let package = try towns.small.package()
            let second = TransferRollout(options: towns.options())
            let (store, targets) = (towns.store, towns.targets)
            let report = try towns.roll { options in
                options.faultPoint = { point in
                    guard point == "kommune" else { return }
                    do throws(TransferError) {
                        _ = try second.run(package, to: targets, in: store)
                        Issue.record("both run")
                    } catch {
                        #expect(error.code == .rolloutRunning)
                    }
                }
            }
            #expect(report.results == [.installed, .installed])
            #expect(!FileManager.default.fileExists(atPath: towns.store.path + "-rollout"))
            // Afterwards the lock is free.
            #expect(try towns.roll().results == [.unchanged, .unchanged])
        }
    }

    @Test("a full disk ends the roll-out; with room it goes on")
    func diskFull() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(40, in: folder)
            let path = towns.store.path
            try towns.store.close()
            let pages = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0) / 4_096
            let small = try PortalStore.open(path: path, options: .init(maxPages: pages + 60))
            let package = try towns.small.package()
            let stopped = try TransferRollout(options: towns.options()).run(package, to: towns.targets, in: small)
            #expect(stopped.ending == .store)
            let done = stopped.count(.installed)
            #expect(done > 0 && done < 40)
            #expect(
                stopped.results == Array(repeating: .installed, count: done) + [.failed]
                    + Array(repeating: .notStarted, count: 39 - done))
            #expect(stopped.reasons[done] == ["store.disk-full"])
            try small.close()
            let large = try PortalStore.open(path: path)
            let rest = try TransferRollout(options: towns.options { $0.resumes = true })
                .run(package, to: towns.targets, in: large)
            #expect(rest.municipalities.count(where: \.isEarlier) == done)
            #expect(rest.isDone)
            #expect(try large.integrityProblem() == nil)
        }
    }

    @Test("a store that may only be read can be planned for, and a roll-out is refused")
    func readOnly() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(1, in: folder)
            try towns.store.close()
            let store = try PortalStore.open(path: towns.store.path, options: .init(isReadOnly: true))
            let rollout = TransferRollout(options: towns.options())
            let package = try towns.small.package()
            #expect(try rollout.plan(package, to: towns.targets, in: store).results == [.installed])
            #expect(code { _ = try rollout.run(package, to: towns.targets, in: store) } == "store.read-only")
        }
    }

    @Test("a clock that goes backwards changes nothing: numbers order the journal")
    func clock() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(2, in: folder)
            _ = try towns.roll {
                $0.lastWave = 1
                $0.waves = RolloutWaves("1")
            }
            let report = try towns.roll {
                $0.resumes = true
                $0.moment = "1999-12-31T23:59:59Z"
            }
            #expect(report.results == [.installed, .installed])
            #expect(try towns.town(1).history().brokenAt == nil)
            try towns.town(1).rollBack(moment: "1998-01-01T00:00:00Z")
            #expect(try towns.installed == 1)
        }
    }

    @Test("the report as table, CSV and page has every municipality and says why one failed")
    func table() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(2, in: folder)
            var targets = towns.targets
            targets[1] = try towns.unfinished(1)
            let report = try towns.roll(to: targets)
            #expect(report.rows(.de).map(\.count) == [8, 8, 8])
            #expect(
                report.csv(.de).hasPrefix(
                    "Kommune,ARS,Welle,Ergebnis,von,auf,Protokoll,Grund\r\nOrt 0,059740000000,1,eingerichtet,,1.0.0,"))
            let page = report.html(.en)
            #expect(page.contains("<td class=\"done\">installed</td>"))
            #expect(page.contains("<td class=\"open\">failed</td>"))
            #expect(page.contains("transfer.publisher-missing"))
            #expect(report.summary(.de) == "Kommunen: 2 (1 eingerichtet, 1 fehlgeschlagen).")
            let bytes = try JSONEncoder().encode(report)
            #expect(try JSONDecoder().decode(RolloutReport.self, from: bytes) == report)
        }
    }
}
