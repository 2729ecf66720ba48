import FIM
import Foundation
import ServiceTransfer
import TestSupport
import Testing
import XMLCore

@Suite("A service moves")
struct TransferTests {
    @Test(
        "both examples move to Soest: planned, applied, and the second time nothing happens",
        arguments: ["hundesteuer", "bewohnerparkausweis"])
    func examplesMove(name: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example(name)
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)

            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(plan.isApplicable, "\(plan.findings)")
            #expect(plan.count(.create) == package.manifest.bestandteile.count + 1)
            #expect(plan.package.installedVersion == nil)

            let first = try Samples.applier.apply(plan, package, for: soest, in: store)
            #expect(first.isChanged)
            let after = try store.everything()
            let service = try #require(after.municipalities.first?.services.first)
            #expect(service.kennung == package.manifest.kennung)
            #expect(service.parts.map(\.original) == package.manifest.bestandteile.map(\.sha256))

            // The same plan again, and a new plan: neither changes anything.
            let second = try Samples.applier.apply(plan, package, for: soest, in: store)
            #expect(!second.isChanged)
            let again = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(again.changesNothing)
            #expect(try !Samples.applier.apply(again, package, for: soest, in: store).isChanged)
            #expect(try store.everything() == after)
            let problem = try store.integrityProblem()
            #expect(problem == nil, "\(problem ?? "")")
        }
    }

    @Test("a plan is the same value after JSON, and the same bytes each time")
    func planJSON() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            let bytes = try plan.json()
            #expect(try TransferPlan(json: bytes, name: "plan.json") == plan)
            #expect(try TransferPlanner().plan(package, for: soest, in: store).json() == bytes)
            #expect(throws: TransferError.self) { try TransferPlan(json: Array("{}".utf8), name: "plan.json") }
        }
    }

    @Test("export writes back what was installed: every file has the original's bytes")
    func exportOriginal() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(package, for: soest, in: store)
            let path = folder.appending(path: "export.dienst").path
            let options = PackageExporter.Options(
                ars: "059740040040", kennung: package.manifest.kennung, moment: "2026-11-23T12:00:00Z")
            try PackageExporter(options: options).export(from: store, to: path)
            let exported = try PackageReader().read(path)
            #expect(exported.digest == package.digest)
            #expect(exported.contents.files == package.contents.files)
            // A folder holds the same.
            try PackageExporter(options: options).export(from: store, to: folder.appending(path: "ordner").path)
            #expect(
                try PackageReader().read(folder.appending(path: "ordner").path).contents.files == package.contents.files
            )
            #expect(throws: TransferError.self) { try PackageExporter(options: options).export(from: store, to: path) }
        }
    }

    @Test("a bound export is a package of its own that Paderborn recognises as its service coming home")
    func boundExportComesHome() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let (paderborn, soest) = (try Samples.profile("paderborn"), try Samples.profile("soest"))
            let store = try Samples.store(in: folder, paderborn, soest)
            try Samples.install(package, for: paderborn, in: store)
            try Samples.install(package, for: soest, in: store)

            var options = PackageExporter.Options(
                ars: "059740040040", kennung: package.manifest.kennung, moment: "2026-11-24T12:00:00Z")
            options.isBound = true
            let contents = try PackageExporter(options: options).export(from: store)
            let home = try PackageReader().load(contents)
            #expect(home.manifest.version.description == "1.0.0+ars.059740040040")
            #expect(home.manifest.herkunft?.ars == "059740040040")

            let plan = try TransferPlanner().plan(home, for: paderborn, in: store)
            let services = plan.entries.filter { $0.kind == "leistung" }
            // Known by its earlier identity, so updated and not created a second time.
            #expect(services.map(\.action) == [.update])
            #expect(services.first?.target == "X05774032|leistung|100200")
        }
    }

    @Test("what Paderborn has is Paderborn's: its own objects keep their identities and texts")
    func ownMunicipality() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let paderborn = try Samples.profile("paderborn")
            let store = try Samples.store(in: folder, paderborn)
            let plan = try TransferPlanner().plan(package, for: paderborn, in: store)
            #expect(plan.isApplicable, "\(plan.findings)")
            #expect(plan.entries.first { $0.kind == "leistung" }?.target == "X05774032|leistung|100200")
        }
    }
}

@Suite("Identity rules")
struct IdentityRuleTests {
    private func withInstalled(
        _ body: (LoadedPackage, Portalprofil, PortalStore) throws -> Void
    ) throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(package, for: soest, in: store)
            try body(package, soest, store)
        }
    }

    private func newVersion(_ version: String, _ change: (inout [String: [UInt8]]) -> Void = { _ in }) throws
        -> LoadedPackage
    {
        try Samples.example("hundesteuer") { files in
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?
                .replacing("<version>1.0.0</version>", "<version>\(version)</version>")
            change(&files)
        }
    }

    @Test("a newer version updates what it changes and leaves the rest")
    func update() throws {
        try withInstalled { package, soest, store in
            let newer = try newVersion("1.1.0") { files in
                files["text/merkblatt.md"] = Array("# Neu\n".utf8)
            }
            let plan = try TransferPlanner().plan(newer, for: soest, in: store)
            #expect(plan.entries.filter { $0.action == .update }.map(\.id) == [package.manifest.kennung, "merkblatt"])
            #expect(plan.count(.unchanged) == package.manifest.bestandteile.count - 1)
            try Samples.install(newer, for: soest, in: store)
            let journal = try #require(try store.everything().municipalities.first?.journal)
            #expect(journal.map(\.vorgang) == ["aktualisieren", "installieren", "anlegen"])
            #expect(journal.first?.vonVersion == "1.0.0")
            #expect(journal.first?.nachVersion == "1.1.0")
            #expect(journal.first?.vonDigest == package.digest)
        }
    }

    @Test("an older version over a newer one is refused unless it is allowed")
    func downgrade() throws {
        try withInstalled { _, soest, store in
            let older = try newVersion("0.9.0")
            let plan = try TransferPlanner().plan(older, for: soest, in: store)
            #expect(plan.entries.first?.action == .refused)
            #expect(plan.entries.first?.reasonID == "transfer.downgrade")
            let before = try store.everything()
            let error = #expect(throws: TransferError.self) {
                try Samples.applier.apply(plan, older, for: soest, in: store)
            }
            #expect(error?.code.id == "transfer.refused")
            #expect(try store.everything() == before)
            #expect(
                try Samples.install(older, for: soest, in: store, options: .init(allowsDowngrade: true)).isChanged)
        }
    }

    @Test("the same version with other contents is a conflict: two packages with one id")
    func sameVersion() throws {
        try withInstalled { _, soest, store in
            let other = try newVersion("1.0.0") { files in files["text/merkblatt.md"] = Array("anders".utf8) }
            let plan = try TransferPlanner().plan(other, for: soest, in: store)
            #expect(plan.entries.first?.action == .conflict)
            #expect(plan.entries.first?.reasonID == "transfer.same-version-other-contents")
            #expect(!plan.isApplicable)
        }
    }

    @Test("the same service in another package is refused until told otherwise")
    func sameServiceInOtherPackage() throws {
        try withInstalled { _, soest, store in
            let other = try Samples.example("hundesteuer") { files in
                files["dienstpaket.xml"] = files["dienstpaket.xml"]?
                    .replacing("de.nrw.paderborn.hundesteuer", "de.nrw.dortmund.hundesteuer")
                for path in ["xzufi/leistung.xml", "xzufi/onlinedienst.xml", "xzufi/organisationseinheit.xml"] {
                    files[path] = files[path]?.replacing("X05774032", "X05913000")
                }
            }
            let plan = try TransferPlanner().plan(other, for: soest, in: store)
            #expect(plan.entries.first?.reasonID == "transfer.same-service")
            #expect(plan.entries.first { $0.kind == "leistung" }?.action == .refused)
            let allowed = try TransferPlanner(options: .init(sameService: .adopt)).plan(other, for: soest, in: store)
            #expect(allowed.entries.first?.action == .create)
            #expect(allowed.isApplicable == false, "the values of the profile name the package")
        }
    }

    @Test("the same service under a new id in a new version is refused, or takes over the identity that is there")
    func sameServiceNewID() throws {
        try withInstalled { _, soest, store in
            let before = try TransferPlanner().plan(newVersion("1.0.1"), for: soest, in: store)
            let target = try #require(before.entries.first { $0.kind == "leistung" }?.target)
            let renumbered = try newVersion("2.0.0") { files in
                for path in ["xzufi/leistung.xml", "xzufi/onlinedienst.xml", "xzufi/organisationseinheit.xml"] {
                    files[path] = files[path]?.replacing(">100200<", ">100201<")
                }
            }
            let plan = try TransferPlanner().plan(renumbered, for: soest, in: store)
            #expect(plan.entries.first { $0.kind == "leistung" }?.action == .refused)
            let adopted = try TransferPlanner(options: .init(sameService: .adopt)).plan(
                renumbered, for: soest, in: store)
            let entry = try #require(adopted.entries.first { $0.kind == "leistung" })
            #expect(entry.action == .update)
            #expect(entry.target == target)
            #expect(adopted.isApplicable)
        }
    }

    @Test("an object of another package is a conflict")
    func objectOfOtherPackage() throws {
        try withInstalled { _, soest, store in
            let thief = try Samples.example("hundesteuer") { files in
                files["dienstpaket.xml"] = files["dienstpaket.xml"]?
                    .replacing("de.nrw.paderborn.hundesteuer", "de.nrw.paderborn.hundemarke")
            }
            let plan = try TransferPlanner(options: .init(sameService: .adopt)).plan(thief, for: soest, in: store)
            let entry = try #require(plan.entries.first { $0.kind == "leistung" })
            #expect(entry.action == .conflict)
            #expect(entry.reasonID == "transfer.object-of-other-package")
        }
    }

    @Test("a part that the new version no longer has is removed, and only in the new version")
    func removedPart() throws {
        try withInstalled { package, soest, store in
            let smaller = try newVersion("1.1.0") { files in
                files["text/merkblatt.md"] = nil
                let manifest = files["dienstpaket.xml"]?.text ?? ""
                let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false)
                    .filter { !$0.contains("\"merkblatt\"") }
                files["dienstpaket.xml"] = Array(lines.joined(separator: "\n").utf8)
            }
            let plan = try TransferPlanner().plan(smaller, for: soest, in: store)
            #expect(plan.entries.filter { $0.action == .remove }.map(\.id) == ["merkblatt"])
            try Samples.install(smaller, for: soest, in: store)
            let old = PackageExporter.Options(
                ars: "059740040040", kennung: package.manifest.kennung, version: try SemanticVersion("1.0.0"),
                moment: "2026-11-23T12:00:00Z")
            #expect(try PackageExporter(options: old).export(from: store).files == package.contents.files)
        }
    }
}
