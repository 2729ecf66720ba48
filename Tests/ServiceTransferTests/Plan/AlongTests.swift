import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Packages that come along with the one that needs them")
struct AlongTests {
    /// `a` needs `b`, which needs `c`, with the lock file of `a`.
    private struct Three {
        let a, b, c: LoadedPackage
        let lock: Festlegung

        var along: [LoadedPackage] { [c, b] }
        var options: TransferPlanner.Options { .init(lock: lock) }
    }

    private func three() throws -> Three {
        let (a, b, c) = (
            try Needing.package("a", needs: "b >=1.0.0"), try Needing.package("b", needs: "c >=1.0.0"),
            try Needing.package("c")
        )
        return Three(a: a, b: b, c: c, lock: try Needing.lock(a, b, c))
    }

    private func installed(_ store: PortalStore) throws -> [[String]] {
        try store.everything().municipalities.map { $0.services.map(\.kennung) }
    }

    @Test("a plan tells what comes along and changes nothing; applied, all is there, in one transaction")
    func apply() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (three, soest) = (try three(), try Samples.profile("soest"))
            let store = try Samples.store(in: folder, soest)
            let before = try store.everything()
            let planner = TransferPlanner(options: three.options)
            #expect(try !planner.plan(three.a, for: soest, in: store).isApplicable)
            let plan = try planner.plan(three.a, along: three.along, for: soest, in: store)
            #expect(try store.everything() == before)
            #expect(plan.isApplicable)
            #expect(plan.along?.map(\.package.kennung) == ["de.test.c", "de.test.b"])
            #expect(try TransferPlan(json: plan.json(), name: "plan.json") == plan)

            // Without what the plan counts on it is another plan.
            let error = #expect(throws: TransferError.self) {
                try Samples.applier.apply(plan, three.a, for: soest, in: store)
            }
            #expect(error?.code.id == "transfer.plan-mismatch")
            #expect(try store.everything() == before)

            #expect(try Samples.applier.apply(plan, three.a, along: three.along, for: soest, in: store).isChanged)
            #expect(try installed(store) == [["de.test.a", "de.test.b", "de.test.c"]])
            // Done twice is done once.
            let again = try planner.plan(three.a, along: three.along, for: soest, in: store)
            #expect(again.along == nil)
            #expect(again.changesNothing)
        }
    }

    @Test("what is installed stays as it is, also in another content: then the package is refused")
    func installedAlready() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (three, soest) = (try three(), try Samples.profile("soest"))
            let store = try Samples.store(in: folder, soest)
            try Samples.install(try Needing.package("c", merkblatt: "Anders"), for: soest, in: store)
            let before = try store.everything()
            let plan = try TransferPlanner(options: three.options)
                .plan(three.a, along: three.along, for: soest, in: store)
            #expect(plan.along?.map(\.package.kennung) == ["de.test.b"])
            #expect(!plan.isApplicable)
            #expect(plan.findings.contains { $0.id == "dependency.digest-changed" && $0.location.file == "de.test.b" })
            let outcome = try TransferUpgrade(
                options: .init(planning: three.options, actor: "test", moment: "2026-11-23T12:00:00Z")
            ).run(three.a, along: three.along, for: soest, in: store)
            #expect(outcome.change == .refused)
            #expect(try store.everything() == before)
        }
    }

    @Test("what comes along goes again when the package itself is refused")
    func refused() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (three, soest) = (try three(), try Samples.profile("soest"))
            let store = try Samples.store(in: folder, soest)
            let before = try store.everything()
            // The same service is there under another identity, in another package.
            let other = SmallService(kennung: "de.test.andere", leistung: "99102901104000")
            try Samples.install(try other.package(), for: soest, in: store)
            let withOther = try store.everything()
            #expect(withOther != before)
            let outcome = try TransferUpgrade(
                options: .init(planning: three.options, actor: "test", moment: "2026-11-23T12:00:00Z")
            ).run(three.a, along: three.along, for: soest, in: store)
            #expect(outcome.change == .refused)
            #expect(try store.everything() == withOther)
        }
    }

    @Test("a roll-out brings them to whoever lacks them, and its report says to whom")
    func rollout() throws {
        try TestFiles.withTemporaryFolder { folder in
            let three = try three()
            let towns = try Towns(3, in: folder)
            try Samples.install(three.c, for: towns.profiles[1], in: towns.store)
            let rollout = TransferRollout(options: towns.options { $0.planning = three.options })
            let planned = try rollout.plan(three.a, along: three.along, to: towns.targets, in: towns.store)
            #expect(planned.results == [.installed, .installed, .installed])
            #expect(try towns.installed == 1)
            let report = try rollout.run(three.a, along: three.along, to: towns.targets, in: towns.store)
            #expect(report.results == [.installed, .installed, .installed])
            #expect(
                report.municipalities.map(\.along) == [
                    ["de.test.c 1.0.0", "de.test.b 1.0.0"], ["de.test.b 1.0.0"],
                    ["de.test.c 1.0.0", "de.test.b 1.0.0"],
                ])
            #expect(try towns.installed == 9)
            // The entry is that of the package itself; those of the others say why they came.
            let entries = try HistoryReporter(options: .init(ars: towns.profiles[0].kommune.ars.text))
                .history(of: towns.store).entries.map(\.journal)
            #expect(entries.map(\.paket) == ["de.test.a", "de.test.b", "de.test.c", nil])
            #expect(entries[0].nummer == report.municipalities[0].entry)
            #expect(entries[1].einzelheiten.hasSuffix("mit de.test.a 1.0.0\nverteilung 1 welle 1"))
        }
    }

    @Test("packages are found by the content that the lock file names, those that others need first")
    func find() throws {
        try TestFiles.withTemporaryFolder { folder in
            let three = try three()
            let other = try Needing.package("c", merkblatt: "Anders")
            for (name, package) in [("a", three.a), ("b", three.b), ("c", three.c), ("d", other)] {
                try FolderWriter().write(package.contents, to: folder.appending(path: name).path)
            }
            try Data("kein Archiv".utf8).write(to: folder.appending(path: "e.dienst"))
            let found = try LockedPackages(three.lock).find(for: three.a, in: [folder.path])
            #expect(found.paths.map { URL(filePath: $0).lastPathComponent } == ["c", "b"])
            #expect(found.findings.isEmpty)
            // What cannot be read is told where something is missing.
            try FileManager.default.removeItem(at: folder.appending(path: "b"))
            let less = try LockedPackages(three.lock).find(for: three.a, in: [folder.path])
            #expect(less.paths.map { URL(filePath: $0).lastPathComponent } == ["c"])
            #expect(less.findings.map(\.severity) == [.warning])
            #expect(try LockedPackages(three.lock).find(for: three.c, in: [folder.path]).paths.isEmpty)
            #expect(throws: TransferError.self) {
                try LockedPackages(three.lock).find(for: three.a, in: [folder.appending(path: "fehlt").path])
            }
        }
    }
}

@Suite("A profile and the municipality that the store has under its key")
struct OtherMunicipalityTests {
    private func renamed() throws -> Portalprofil {
        try Samples.profile("soest", replacing: [("<name>Soest, Stadt<", "<name>Werl, Stadt<")])
    }

    @Test("another name is refused by plan and apply unless it is allowed, and then the plan keeps that")
    func name() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (soest, other) = (try Samples.profile("soest"), try renamed())
            let store = try Samples.store(in: folder, soest)
            let package = try SmallService().package()
            let error = #expect(throws: TransferError.self) {
                try TransferPlanner().plan(package, for: other, in: store)
            }
            #expect(error?.code == .otherMunicipality)
            #expect(error?.message.rendered(.de).contains("Soest, Stadt") == true)
            #expect(error?.message.rendered(.de).contains("Werl, Stadt") == true)
            let plan = try TransferPlanner(options: .init(allowsRenaming: true)).plan(package, for: other, in: store)
            let read = try TransferPlan(json: plan.json(), name: "plan.json")
            #expect(try Samples.applier.apply(read, package, for: other, in: store).isChanged)
        }
    }

    @Test("another AGS is refused even where renaming is allowed")
    func ags() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let other = try Samples.profile("soest", replacing: [("<ags>05974040", "<ags>05974044")])
            let store = try Samples.store(in: folder, soest)
            let error = #expect(throws: TransferError.self) {
                try TransferPlanner(options: .init(allowsRenaming: true))
                    .plan(try SmallService().package(), for: other, in: store)
            }
            #expect(error?.code == .otherMunicipality)
        }
    }
}
