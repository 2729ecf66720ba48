import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("A transfer that is killed", .serialized)
struct CrashTests {
    @Test("kill -9 between any two writes leaves the store as it was before, and the transfer can be done again")
    func killedAnywhere() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let archive = folder.appending(path: "a.dienst").path
            let package = try PackageBuilder()
                .pack(folder: Samples.examples.appending(path: "hundesteuer").path, to: archive).package
            let store = try Samples.store(in: folder, soest)
            // blob, begin, entfernt, paket, one per part, bindung, parameter, journal.
            try killAnywhere(
                ["apply", archive, Self.profile], points: package.manifest.bestandteile.count + 7, store)
            #expect(try store.everything().municipalities.first?.services.count == 1)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(plan.changesNothing)
        }
    }

    @Test("kill -9 between any two writes of an upgrade with merges, an edit, a rollback and a removal")
    func killedLater() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let small = SmallService()
            let town = Town(store: try Samples.store(in: folder, soest), profile: soest, kennung: small.kennung)
            try town.install(small.package())
            let service = [small.kennung, town.address.ars]
            // begin, entfernt, paket, two parts, bindung, parameter, journal.
            try killAnywhere(["edit"] + service + [SmallField.kurztext, "Hier"], points: 8, town.store)
            try killAnywhere(["edit"] + service + [SmallField.frist, "21"], points: 8, town.store)
            let archive = folder.appending(path: "neu.dienst").path
            let new = try SmallService(version: "1.1.0", betrag: "6.00").package()
            try Data(PackageSigner.archive(new.contents)).write(to: URL(filePath: archive))
            try killAnywhere(["apply", archive, Self.profile], points: 9, town.store)
            #expect(try town.value(SmallField.kurztext) == "Hier")
            #expect(try town.value(SmallField.volltext) == "Frist 21 Tage")
            #expect(try town.value(SmallField.betrag) == "6.00")
            try killAnywhere(["rollback"] + service, points: 8, town.store)
            #expect(try town.value(SmallField.betrag) == "5.00")
            // begin, entfernt, journal.
            try killAnywhere(["remove"] + service, points: 3, town.store)
            #expect(try town.store.everything().municipalities.first?.services.isEmpty == true)
            try killAnywhere(["rollback"] + service, points: 8, town.store)
            #expect(try town.value(SmallField.kurztext) == "Hier")
            #expect(try town.history().brokenAt == nil)
        }
    }

    @Test("kill -9 anywhere in a roll-out: who is done is done, who is not is as before, and it goes on from there")
    func killedRollout() throws {
        try TestFiles.withTemporaryFolder { folder in
            let files = try Towns.write(4, to: folder.appending(path: "profile"))
            let archive = folder.appending(path: "a.dienst").path
            try Data(PackageSigner.archive(SmallService().package().contents)).write(to: URL(filePath: archive))
            // verteilung; then for each town: blob, begin, entfernt, paket, two parts, bindung, parameter, journal, kommune.
            let perTown = 10
            for point in [1, 2, 9, 10, 11, 15, 21, 30, 40, 41] {
                let work = folder.appending(path: "\(point)")
                try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
                let towns = try Towns(4, in: work)
                let arguments = ["rollout", towns.store.path, String(point), archive, files.joined(separator: ",")]
                #expect(try crash(arguments) == 9, "point \(point)")
                // The transaction of a town ends before its last point.
                let done = (point - 1) / perTown
                #expect(try towns.installed == done, "point \(point)")
                let problem = try towns.store.integrityProblem()
                #expect(problem == nil)
                #expect(try crash(["rollout", towns.store.path, "0", archive, arguments[4], "resume"]) == 0)
                #expect(try towns.installed == 4)
                for number in 0..<4 {
                    // Entered and installed: nobody was done twice.
                    #expect(try towns.town(number).history().entries.count == 2)
                }
            }
        }
    }

    @Test("two processes that roll out at once: one does it, the other is told")
    func rolloutsAtOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            let files = try Towns.write(6, to: folder.appending(path: "profile"))
            let archive = folder.appending(path: "a.dienst").path
            try Data(PackageSigner.archive(SmallService().package().contents)).write(to: URL(filePath: archive))
            let towns = try Towns(6, in: folder)
            let arguments = ["rollout", towns.store.path, "0", archive, files.joined(separator: ",")]
            let processes = try (0..<3).map { _ in try start(arguments) }
            for process in processes { process.waitUntilExit() }
            #expect(processes.contains { $0.terminationStatus == 0 })
            #expect(try towns.installed == 6)
            for number in 0..<6 { #expect(try towns.town(number).history().entries.count == 2) }
            #expect(!FileManager.default.fileExists(atPath: towns.store.path + "-rollout"))
        }
    }

    private static let profile = Samples.examples.appending(path: "profile/soest.xml").path

    /// Kills the operation at each point, then lets it run to its end.
    private func killAnywhere(_ arguments: [String], points: Int, _ store: PortalStore) throws {
        let before = try store.everything()
        let rest = Array(arguments.dropFirst())
        for point in 1...points {
            let status = try crash([arguments[0], store.path, String(point)] + rest)
            #expect(status == 9, "\(arguments[0]) point \(point)")
            #expect(try store.everything() == before, "\(arguments[0]) point \(point)")
            let problem = try store.integrityProblem()
            #expect(problem == nil, "\(arguments[0]) point \(point)")
        }
        // One point more than there are: it runs to its end.
        #expect(try crash([arguments[0], store.path, String(points + 1)] + rest) == 0)
        #expect(try store.everything() != before)
    }

    /// The signal that ended the process, or 0 when it came to its end.
    private func crash(_ arguments: [String]) throws -> Int32 {
        let process = try start(arguments)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { return process.terminationStatus }
        #expect(process.terminationStatus == 0)
        return 0
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Tool.binary.deletingLastPathComponent().appending(path: "TransferCrash")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test("two processes that transfer at once: both come to an end, and the store has the sum")
    func twoAtOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let processes = try ["hundesteuer", "bewohnerparkausweis"].map { name in
                let archive = folder.appending(path: "\(name).dienst").path
                _ = try PackageBuilder().pack(folder: Samples.examples.appending(path: name).path, to: archive)
                return try start(["apply", store.path, "0", archive, Self.profile])
            }
            for process in processes { process.waitUntilExit() }
            // One may have planned before the other was done: then it was told so and changed nothing.
            let done = processes.filter { $0.terminationStatus == 0 }.count
            #expect(done >= 1)
            #expect(try store.everything().municipalities.first?.services.count == done)
        }
    }

    @Test("eight processes edit one service at once: each waits for the others, and no edit is lost")
    func editsAtOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let small = SmallService()
            let town = Town(store: try Samples.store(in: folder, soest), profile: soest, kennung: small.kennung)
            try town.install(small.package())
            let languages = ["ar", "es", "fr", "it", "pl", "ru", "tr", "uk"]
            let processes = try languages.map { language in
                try start([
                    "edit", town.store.path, "0", small.kennung, town.address.ars,
                    "leistung/modulText[05]/inhalt[\(language)]", "Text \(language)",
                ])
            }
            for process in processes { process.waitUntilExit() }
            #expect(processes.allSatisfy { $0.terminationStatus == 0 })
            for language in languages {
                #expect(try town.value("leistung/modulText[05]/inhalt[\(language)]") == "Text \(language)")
            }
            #expect(try town.history().entries.count == 2 + languages.count)
            #expect(try town.history().brokenAt == nil)
        }
    }
}
