import Foundation
import TestSupport
import Testing

/// Ctrl-C as a terminal sends it: SIGINT to the process.
@Suite("Ctrl-C during a roll-out")
struct InterruptTests {
    @Test("it ends where the store is consistent, with exit code 5, and goes on with --resume")
    func rollout() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let scenario = TestFiles.fixtures.appending(path: "xoev/scenario")
            let profiles = folder.appending(path: "profile")
            try FileManager.default.createDirectory(at: profiles, withIntermediateDirectories: true)
            let soest = try String(contentsOf: scenario.appending(path: "soest-markt.xml"), encoding: .utf8)
            for number in 0..<150 {
                let digits = String(1_000 + number).suffix(3)
                let text = soest.replacing("059740040040", with: "059740\(digits)\(digits)")
                    .replacing("<ags>05974040", with: "<ags>05974\(digits)")
                try Data(text.utf8).write(to: profiles.appending(path: "\(digits).xml"))
            }
            let package = scenario.appending(path: "flohmarkt-1").path
            #expect(try Tool.run(["package", "pack", package, "--output", "m.dienst"], in: folder).exitCode == 0)
            let place = ["--store", "kreis.sqlite"]
            #expect(try Tool.run(["portal", "init", "--profile", "profile"] + place, in: folder).exitCode == 0)
            let rollout = ["transfer", "rollout", "m.dienst", "--profiles", "profile"] + place

            let process = Process()
            process.executableURL = Tool.binary
            process.arguments = rollout
            process.currentDirectoryURL = folder
            process.environment = ["LC_ALL": "C", "LOGNAME": "erika"]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            // Once the lock is held the roll-out has begun.
            let lock = folder.appending(path: "kreis.sqlite-rollout").path
            while process.isRunning, !FileManager.default.fileExists(atPath: lock) { usleep(1_000) }
            process.interrupt()
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 5)
            #expect(text.contains("Cancelled; --resume goes on."))
            #expect(!FileManager.default.fileExists(atPath: lock))

            let history = try Tool.run(["transfer", "rollouts"] + place, in: folder)
            #expect(history.output.contains("open") && history.output.contains("(can be resumed)"))
            let resumed = try Tool.run(rollout + ["--resume"], in: folder)
            #expect(resumed.exitCode == 0, "\(resumed.errors)")
            let after = try Tool.run(["transfer", "rollouts"] + place, in: folder)
            #expect(after.output.contains("150: 150 installed"))
        }
    }
}
