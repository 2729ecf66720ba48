import Foundation
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("A transfer that keeps to a lock file")
struct LockTests {
    private struct Place {
        let store: PortalStore
        let profile: Portalprofil

        func install(_ package: LoadedPackage) throws {
            try Samples.install(package, for: profile, in: store, options: .init(sameService: .adopt))
        }

        /// What stands against a plan: `id name`.
        func objections(_ package: LoadedPackage, _ lock: Festlegung?) throws -> [TransferPlan.Missing] {
            try TransferPlanner(options: .init(sameService: .adopt, lock: lock)).plan(package, for: profile, in: store)
                .missing.filter { $0.kind == .dependency }
        }
    }

    private func withPlace(_ body: (Place) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            try body(Place(store: try Samples.store(in: folder, soest), profile: soest))
        }
    }

    @Test("what is installed as it was resolved can be built upon; the lock goes with the plan through its file")
    func fits() throws {
        try withPlace { place in
            let (a, b, c) = (
                try Needing.package("a", needs: "b >=1.0.0"), try Needing.package("b", needs: "c >=1.0.0"),
                try Needing.package("c")
            )
            let lock = try Needing.lock(a, b, c)
            try place.install(c)
            try place.install(b)
            #expect(try place.objections(a, lock).isEmpty)
            let plan = try TransferPlanner(options: .init(lock: lock)).plan(a, for: place.profile, in: place.store)
            let read = try TransferPlan(json: plan.json(), name: "plan.json")
            #expect(read == plan)
            #expect(read.options.lock == lock)
            #expect(try Samples.applier.apply(read, a, for: place.profile, in: place.store).isChanged)
        }
    }

    @Test("a needed package that is missing, of another version or of other content is refused with the way to it")
    func differs() throws {
        try withPlace { place in
            let (a, b, c) = (
                try Needing.package("a", needs: "b >=1.0.0"), try Needing.package("b", needs: "c >=1.0.0"),
                try Needing.package("c")
            )
            let lock = try Needing.lock(a, b, c)
            let missing = try place.objections(a, lock)
            #expect(
                missing.map { "\($0.id) \($0.name)" } == [
                    "transfer.package-missing de.test.b", "transfer.package-missing de.test.c",
                ])
            #expect(missing.last?.text.de.contains("de.test.a 1.0.0 → de.test.b 1.0.0 → de.test.c 1.0.0") == true)

            // The same version of c with other content.
            try place.install(try Needing.package("c", merkblatt: "Anders"))
            try place.install(b)
            let changed = try place.objections(a, lock)
            #expect(changed.map { "\($0.id) \($0.name)" } == ["dependency.digest-changed de.test.c"])
            #expect(changed.first?.text.en.contains("de.test.a 1.0.0 → de.test.b 1.0.0 → de.test.c 1.0.0") == true)

            try place.install(try Needing.package("c", "1.1.0"))
            #expect(try place.objections(a, lock).map(\.id) == ["dependency.other-version"])
            // Without the lock the range is all that counts.
            #expect(try place.objections(a, nil).isEmpty)
        }
    }

    @Test("the package itself is held against the lock: as a root by version, as a needed one by content")
    func own() throws {
        try withPlace { place in
            let (a, b) = (try Needing.package("a", needs: "b >=1.0.0"), try Needing.package("b"))
            let lock = try Needing.lock(a, b)
            #expect(
                try place.objections(try Needing.package("a", "1.0.1", needs: "b >=1.0.0"), lock).first?.id
                    == "dependency.lock-outdated")
            let forged = try place.objections(try Needing.package("b", merkblatt: "Anders"), lock)
            #expect(forged.map(\.id) == ["dependency.digest-changed"])
            #expect(forged.first?.text.de.contains("de.test.a 1.0.0 → de.test.b 1.0.0") == true)
            #expect(try place.objections(b, lock).isEmpty)
            #expect(
                try place.objections(try Needing.package("c"), lock).map(\.id) == ["dependency.lock-without-package"])
            // What the lock does not know is no longer what was resolved.
            let more = try place.objections(try Needing.package("a", needs: "b >=1.0.0", "c >=1.0.0"), lock)
            #expect(more.contains { $0.id == "dependency.lock-outdated" && $0.text.de.contains("de.test.c") })
        }
    }

    @Test("a circle through installed packages is refused with all that are on it (DP-61)")
    func circle() throws {
        try withPlace { place in
            try place.install(try Needing.package("a"))
            try place.install(try Needing.package("b", needs: "a >=1.0.0"))
            try place.install(try Needing.package("c", needs: "b >=1.0.0"))
            let found = try place.objections(try Needing.package("a", "1.1.0", needs: "c >=1.0.0"), nil)
            #expect(found.map(\.id) == ["dependency.cycle"])
            let text = try #require(found.first?.text.de)
            for name in ["de.test.a 1.1.0", "de.test.b 1.0.0", "de.test.c 1.0.0"] { #expect(text.contains(name)) }
        }
    }

    @Test("a version that no longer suits an installed service is a conflict that names it and its range")
    func conflict() throws {
        try withPlace { place in
            try place.install(try Needing.package("c", "1.0.0"))
            try place.install(try Needing.package("b", needs: "c >=1.0.0 <2.0.0"))
            #expect(try place.objections(try Needing.package("c", "1.5.0"), nil).isEmpty)
            let found = try place.objections(try Needing.package("c", "2.0.0"), nil)
            #expect(found.map { "\($0.id) \($0.name)" } == ["dependency.conflict de.test.b"])
            #expect(found.first?.text.de.contains("de.test.b 1.0.0 → de.test.c >=1.0.0 <2.0.0") == true)
        }
    }
}
