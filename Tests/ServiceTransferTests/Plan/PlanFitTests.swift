import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("A plan and what it no longer fits")
struct PlanFitTests {
    @Test("a plan made before another change of the municipality is refused, and nothing happens")
    func outdated() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (dogs, parking) = (try Samples.example("hundesteuer"), try Samples.example("bewohnerparkausweis"))
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let plan = try TransferPlanner().plan(dogs, for: soest, in: store)
            try Samples.install(parking, for: soest, in: store)
            let before = try store.everything()
            let error = #expect(throws: TransferError.self) {
                try Samples.applier.apply(plan, dogs, for: soest, in: store)
            }
            #expect(error?.code.id == "transfer.plan-outdated")
            #expect(try store.everything() == before)
        }
    }

    @Test("a change in another municipality does not touch a plan")
    func otherMunicipality() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let (paderborn, soest) = (try Samples.profile("paderborn"), try Samples.profile("soest"))
            let store = try Samples.store(in: folder, paderborn, soest)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            try Samples.install(package, for: paderborn, in: store)
            #expect(try Samples.applier.apply(plan, package, for: soest, in: store).isChanged)
        }
    }

    @Test("a plan for another package or profile, or one that was edited, is refused")
    func mismatch() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            let before = try store.everything()
            let otherPackage = try Samples.example("hundesteuer") { $0["text/merkblatt.md"] = [0x23] }
            let otherProfile = try Samples.profile("soest", replacing: [("<wert>84.00</wert>", "<wert>85.00</wert>")])
            var edited = plan
            edited.entries[1].to = String(repeating: "0", count: 64)
            for attempt in [
                { try Samples.applier.apply(plan, otherPackage, for: soest, in: store) },
                { try Samples.applier.apply(plan, package, for: otherProfile, in: store) },
                { try Samples.applier.apply(edited, package, for: soest, in: store) },
            ] {
                let error = #expect(throws: TransferError.self) { _ = try attempt() }
                #expect(error?.code.id == "transfer.plan-mismatch")
            }
            #expect(try store.everything() == before)
        }
    }

    @Test("a municipality that the store does not know is an error that says how to enter it")
    func unknownMunicipality() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = try Samples.store(in: folder, try Samples.profile("paderborn"))
            let error = #expect(throws: TransferError.self) {
                try TransferPlanner().plan(Samples.example("hundesteuer"), for: Samples.profile("soest"), in: store)
            }
            #expect(error?.code.id == "store.unknown-municipality")
            #expect(error?.hint != nil)
        }
    }

    @Test("settings that change are an update of the parts they stand in")
    func changedSettings() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer")
            let store = try Samples.store(in: folder, try Samples.profile("soest"))
            try Samples.install(package, for: try Samples.profile("soest"), in: store)
            let changed = try Samples.profile("soest", replacing: [("<wert>84.00</wert>", "<wert>99.50</wert>")])
            let plan = try TransferPlanner().plan(package, for: changed, in: store)
            #expect(plan.entries.first?.action == .update)
            #expect(plan.entries.filter { $0.action == .update }.map(\.kind) == ["paket", "leistung"])
            try Samples.install(package, for: changed, in: store)
            #expect(try store.everything().municipalities.first?.journal.first?.vorgang == "anpassen")
        }
    }

    /// What is missing, by finding id and name.
    private func missing(_ changes: [(String, String)]) throws -> [(String, Bool)] {
        try TestFiles.withTemporaryFolder { folder in
            let profile = try Samples.profile("soest", replacing: changes)
            let store = try Samples.store(in: folder, profile)
            let plan = try TransferPlanner().plan(Samples.example("hundesteuer"), for: profile, in: store)
            #expect(plan.isApplicable == !plan.missing.contains(where: \.isRequired))
            return plan.missing.filter { $0.id != "transfer.profile-part-incomplete" }.map {
                ("\($0.id) \($0.name)", $0.isRequired)
            }
        }
    }

    @Test("a parameter without a value is missing")
    func missingParameter() throws {
        let found = try missing([("name=\"kommuneName\"", "name=\"andererName\"")])
        #expect(found.filter(\.1).map(\.0) == ["transfer.parameter-missing kommuneName"])
        // What the service could use but does not need is told, too.
        #expect(found.filter { !$0.1 }.map(\.0) == ["transfer.capability-missing zustellkanal/fit-connect"])
    }

    @Test("a value of the wrong type is said to be one, without showing it")
    func wrongType() throws {
        let found = try missing([("<wert>84.00</wert>", "<wert>84,00</wert>")])
        #expect(found.first?.0 == "transfer.parameter-invalid hundesteuerErsterHund")
    }

    @Test("a value on a wider level than the declared one does not hold (PP section 4), and is told")
    func widerLevel() throws {
        let found = try missing([
            (
                "<parameterwert name=\"kommuneName\" ebene=\"kommune\">",
                "<parameterwert name=\"zustellkanal\" ebene=\"kommune\"><wert>fit-connect</wert></parameterwert>"
                    + "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
            )
        ])
        #expect(found.contains { $0.0 == "transfer.parameter-value-unused zustellkanal" && !$0.1 })
    }

    @Test("a code that is not in the package's list is said not to be")
    func notInList() throws {
        let found = try missing([
            (
                "<parameterwert name=\"kommuneName\" ebene=\"kommune\">",
                "<parameterwert name=\"zustellkanal\" ebene=\"dienst\" paket=\"de.nrw.paderborn.hundesteuer\">"
                    + "<wert>brieftaube</wert></parameterwert>"
                    + "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
            )
        ])
        #expect(found.filter(\.1).map(\.0) == ["transfer.parameter-not-in-list zustellkanal"])
    }

    @Test("the narrower level wins: the service over the unit over the municipality")
    func levels() throws {
        try TestFiles.withTemporaryFolder { folder in
            func profile(_ extra: String) throws -> Portalprofil {
                let anchor = "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
                return try Samples.profile("soest", replacing: [(anchor, extra + anchor)])
            }
            let soest = try profile(
                "<parameterwert name=\"kontaktEmail\" ebene=\"land\"><wert>land@example.org</wert></parameterwert>"
                    + "<parameterwert name=\"kontaktEmail\" ebene=\"kommune\"><wert>stadt@example.org</wert></parameterwert>"
            )
            let store = try Samples.store(in: folder, soest)
            let package = try Samples.example("hundesteuer")
            func email(_ profile: Portalprofil) throws -> Bool {
                try Samples.install(package, for: profile, in: store)
                let options = PackageExporter.Options(
                    ars: "059740040040", kennung: package.manifest.kennung, isBound: true, moment: "x")
                let text = try PackageExporter(options: options).export(from: store).files["xzufi/onlinedienst.xml"]?
                    .text
                return text?.contains("dienst@example.org") ?? false
            }
            #expect(try !email(soest))
            let narrower = try profile(
                "<parameterwert name=\"kontaktEmail\" ebene=\"dienst\" paket=\"de.nrw.paderborn.hundesteuer\">"
                    + "<wert>dienst@example.org</wert></parameterwert>")
            #expect(try email(narrower))
            let foreign = try profile(
                "<parameterwert name=\"kontaktEmail\" ebene=\"dienst\" paket=\"de.nrw.anders.dienst\">"
                    + "<wert>dienst@example.org</wert></parameterwert>")
            #expect(try !email(foreign), "a value for another package does not count")
        }
    }

    @Test("a package whose files are not those of its table of contents is never planned")
    func damagedPackage() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            var files = try Samples.example("hundesteuer").contents.files
            files["text/merkblatt.md"]?.append(0x20)
            let package = try PackageReader().load(PackageContents(name: "a", isArchive: false, files: files))
            let error = #expect(throws: TransferError.self) {
                try TransferPlanner().plan(package, for: soest, in: store)
            }
            #expect(error?.code.id == "package.invalid")
            #expect(error?.findings.map(\.id) == ["package.part-altered"])
        }
    }

    @Test("a unit that nobody is responsible for is missing")
    func missingUnit() throws {
        let found = try missing([("leistungsschluessel=\"99102901104000\"", "leistungsschluessel=\"99102901104001\"")])
        #expect(found.map(\.0).contains("transfer.unit-missing organisationseinheiten/99102901104000"))
    }

    @Test("a capability that the portal does not offer is missing")
    func missingCapability() throws {
        let found = try missing([
            ("<faehigkeit art=\"vertrauensniveau\" wert=\"30\"/>", "<faehigkeit art=\"vertrauensniveau\" wert=\"00\"/>")
        ])
        #expect(found.contains { $0.0.hasPrefix("transfer.capability-missing vertrauensniveau/") && $0.1 })
    }
}
