import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Properties of transfers")
struct TransferPropertyTests {
    /// What the store should hold, by a model that knows nothing of it: version by package and municipality.
    private typealias Model = [String: [String: SemanticVersion]]

    @Test(
        "random transfers: the store agrees with a simple model, a second apply changes nothing, a refusal changes nothing",
        arguments: [1, 2, 3] as [UInt64])
    func randomTransfers(seed: UInt64) throws {
        try TestFiles.withTemporaryFolder { folder in
            var random = SeededGenerator(state: seed)
            let profiles = [try Samples.profile("paderborn"), try Samples.profile("soest")]
            let store = try Samples.store(in: folder, profiles[0], profiles[1])
            let versions = try ["1.0.0", "1.0.1", "1.1.0", "2.0.0-rc.1", "2.0.0"].map { try SemanticVersion($0) }
            var packages: [String: [SemanticVersion: LoadedPackage]] = [:]
            for name in ["hundesteuer", "bewohnerparkausweis"] {
                for version in versions { packages[name, default: [:]][version] = try package(name, version) }
            }
            var model: Model = [:]
            for _ in 0..<30 {
                let name = try #require(packages.keys.sorted().randomElement(using: &random))
                let version = try #require(versions.randomElement(using: &random))
                let profile = try #require(profiles.randomElement(using: &random))
                let downgrades = Bool.random(using: &random)
                let package = try #require(packages[name]?[version])
                let ars = profile.kommune.ars.text
                let installed = model[ars]?[package.manifest.kennung]

                let before = try store.everything()
                let planner = TransferPlanner(options: .init(allowsDowngrade: downgrades))
                let plan = try planner.plan(package, for: profile, in: store)
                #expect(try planner.plan(package, for: profile, in: store) == plan, "a plan depends on nothing else")
                #expect(try store.everything() == before, "planning changes nothing")

                let isDowngrade = installed.map { version < $0 } ?? false
                if isDowngrade, !downgrades {
                    #expect(!plan.isApplicable)
                    #expect(throws: TransferError.self) {
                        try Samples.applier.apply(plan, package, for: profile, in: store)
                    }
                    #expect(try store.everything() == before)
                    continue
                }
                #expect(plan.isApplicable, "\(plan.findings)")
                #expect(plan.changesNothing == (installed == version))
                let outcome = try Samples.applier.apply(plan, package, for: profile, in: store)
                #expect(outcome.isChanged == (installed != version))
                model[ars, default: [:]][package.manifest.kennung] = version

                let after = try store.everything()
                #expect(try !Samples.applier.apply(plan, package, for: profile, in: store).isChanged)
                #expect(try store.everything() == after)
                #expect(installedVersions(after) == model.mapValues { $0.mapValues(\.description) })
                let export = PackageExporter.Options(ars: ars, kennung: package.manifest.kennung, moment: "")
                #expect(try PackageExporter(options: export).export(from: store).files == package.contents.files)
            }
            let problem = try store.integrityProblem()
            #expect(problem == nil)
        }
    }

    private func package(_ name: String, _ version: SemanticVersion) throws -> LoadedPackage {
        try Samples.example(name) { files in
            let text = files["dienstpaket.xml"]?.text ?? ""
            let changed = text.replacing(
                /<version>[^<]*<\/version>/, with: "<version>\(version)</version>", maxReplacements: 1)
            files["dienstpaket.xml"] = Array(changed.utf8)
            files["dokumentation/README.md"] = Array("# Version \(version)\n".utf8)
        }
    }

    private func installedVersions(_ status: TransferStatus) -> [String: [String: String]] {
        var result: [String: [String: String]] = [:]
        for municipality in status.municipalities {
            for service in municipality.services {
                result[municipality.ars, default: [:]][service.kennung] = service.version
            }
        }
        return result
    }
}
