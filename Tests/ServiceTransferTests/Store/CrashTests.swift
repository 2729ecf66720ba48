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
            let profile = Samples.examples.appending(path: "profile/soest.xml").path
            // begin, paket, one per part, bindung, parameter, journal.
            let points = package.manifest.bestandteile.count + 5
            let store = try Samples.store(in: folder, soest)
            let before = try store.everything()
            for point in 1...points {
                let status = try crash(store.path, archive, profile, at: point)
                #expect(status == 9, "point \(point)")
                #expect(try store.everything() == before, "point \(point)")
                let problem = try store.integrityProblem()
                #expect(problem == nil, "point \(point)")
            }
            // One point more than there are: it runs to its end.
            #expect(try crash(store.path, archive, profile, at: points + 1) == 0)
            #expect(try store.everything().municipalities.first?.services.count == 1)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(plan.changesNothing)
        }
    }

    /// The signal that ended the process, or 0 when it came to its end.
    private func crash(_ store: String, _ package: String, _ profile: String, at point: Int) throws -> Int32 {
        let process = Process()
        process.executableURL = Tool.binary.deletingLastPathComponent().appending(path: "TransferCrash")
        process.arguments = [store, package, profile, String(point)]
        try process.run()
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { return process.terminationStatus }
        #expect(process.terminationStatus == 0)
        return 0
    }

    @Test("two processes that transfer at once: both come to an end, and the store has the sum")
    func twoAtOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let profile = Samples.examples.appending(path: "profile/soest.xml").path
            let processes = try ["hundesteuer", "bewohnerparkausweis"].map { name in
                let archive = folder.appending(path: "\(name).dienst").path
                _ = try PackageBuilder().pack(folder: Samples.examples.appending(path: name).path, to: archive)
                let process = Process()
                process.executableURL = Tool.binary.deletingLastPathComponent().appending(path: "TransferCrash")
                process.arguments = [store.path, archive, profile, "0"]
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in processes { process.waitUntilExit() }
            // One may have planned before the other was done: then it was told so and changed nothing.
            let done = processes.filter { $0.terminationStatus == 0 }.count
            #expect(done >= 1)
            #expect(try store.everything().municipalities.first?.services.count == done)
        }
    }
}
