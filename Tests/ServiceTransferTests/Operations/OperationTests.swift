import Dispatch
import Findings
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("Operations: progress and cancellation")
struct OperationTests {
    /// Asks to stop at the n-th step.
    private func monitor(stoppingAt step: Int, _ seen: Steps) -> TransferMonitor {
        TransferMonitor(report: { seen.add($0) }, isCancelled: { seen.count >= step })
    }

    /// The progress of an operation, in its order.
    private final class Steps: Sendable {
        private let steps = Mutex<[TransferProgress]>([])
        var all: [TransferProgress] { steps.withLock { $0 } }
        var count: Int { all.count }
        func add(_ progress: TransferProgress) { steps.withLock { $0.append(progress) } }
    }

    /// Cancels something at each of its steps in turn, until it comes to its end: only then may the store differ.
    private func cancelEverywhere(_ store: PortalStore, _ body: (TransferMonitor) throws -> Void) throws {
        let before = try store.everything()
        for step in 0..<1_000 {
            let seen = Steps()
            do {
                try body(monitor(stoppingAt: step, seen))
            } catch let error as TransferError {
                #expect(error.code == .cancelled, "\(error)")
                #expect(try store.everything() == before, "step \(step)")
                continue
            }
            #expect(step > 1)
            #expect(try store.everything() != before)
            checkOrder(seen.all)
            return
        }
        Issue.record("never ends")
    }

    /// Phases follow one another and never come back; within a phase `done` grows to `total`.
    private func checkOrder(_ steps: [TransferProgress]) {
        var phases: [TransferProgress.Phase] = []
        for (index, step) in steps.enumerated() {
            #expect(step.total.map { step.done <= $0 } ?? true)
            if phases.last == step.phase {
                #expect(step.done >= steps[index - 1].done)
            } else {
                #expect(!phases.contains(step.phase))
                #expect(step.done == 0)
                phases.append(step.phase)
            }
        }
    }

    @Test("install, edit, upgrade, rollback, removal: cancelled at any step, the store is as it was")
    func oldState() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let small = SmallService()
            let town = Town(store: try Samples.store(in: folder, soest), profile: soest, kennung: small.kennung)
            let store = town.store
            let package = try small.package()
            let plan = try town.plan(package)
            let moment = "2026-11-23T12:00:00Z"
            try cancelEverywhere(store) { monitor in
                _ = try Samples.applier.apply(plan, package, along: [], for: soest, in: store, monitor)
            }
            try cancelEverywhere(store) { monitor in
                _ = try TransferEditor(options: .init(service: town.address, actor: "test", moment: moment))
                    .edit([.init(SmallField.kurztext, .text("Hier"))], in: store, monitor)
            }
            let new = try SmallService(version: "1.1.0", betrag: "6.00").package()
            try cancelEverywhere(store) { monitor in
                let outcome = try TransferUpgrade(options: .init(actor: "test", moment: moment))
                    .run(new, along: [], for: soest, in: store, monitor)
                #expect(outcome.change == .upgraded)
            }
            try cancelEverywhere(store) { monitor in
                _ = try TransferRollback(options: .init(service: town.address, actor: "test", moment: moment))
                    .run(in: store, monitor)
            }
            try cancelEverywhere(store) { monitor in
                _ = try TransferRemover(options: .init(service: town.address, actor: "test", moment: moment))
                    .run(in: store, monitor)
            }
            #expect(try store.integrityProblem() == nil)
        }
    }

    @Test("stock export and import: cancelled at any step nothing is written, and the phases come in order")
    func exchange() throws {
        try TestFiles.withTemporaryFolder { folder in
            let towns = try Towns(1, in: folder)
            _ = try towns.roll()
            let exporter = try StockExporter(options: .init())
            var before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let target = folder.appending(path: "bestand").path
            func cancelled(_ body: (TransferMonitor) throws -> Void) throws -> [TransferProgress] {
                for step in 0..<1_000 {
                    let seen = Steps()
                    do {
                        try body(monitor(stoppingAt: step, seen))
                        #expect(step > 3)
                        return seen.all
                    } catch let error as TransferError {
                        #expect(error.code == .cancelled, "\(error)")
                        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                        #expect(after == before)
                    }
                }
                return []
            }
            let exporting = try cancelled { monitor in
                let outcome = try exporter.export(from: towns.store, to: target, monitor)
                #expect(outcome.isWritten)
            }
            checkOrder(exporting)
            #expect(exporting.map(\.phase).contains(.municipalities))
            #expect(exporting.last == TransferProgress(.verifying, done: 1, total: 1))
            before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let importer = PackageImporter(
                options: try .init(leistungen: ["99102901104000"], erstellt: "2026-11-23T10:00:00Z"))
            let importing = try cancelled { monitor in _ = try importer.run([target], monitor) }
            checkOrder(importing)
            #expect(importing.map(\.phase).contains(.reading))
        }
    }

    @Test("a run tells its phases in order and then what it came to")
    func progress() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let soest = try Samples.profile("soest")
        let store = try Samples.store(in: folder, soest)
        let verifying = PackageVerifier().operation(Samples.examples.appending(path: "hundesteuer").path).start()
        var steps: [TransferProgress] = []
        for await step in verifying.progress { steps.append(step) }
        checkOrder(steps)
        #expect(steps.map(\.phase).first == .reading)
        #expect(
            steps.filter { $0.phase == .verifying }.compactMap(\.subject) == [
                "manifest", "files", "parts", "messages", "mappings", "links",
            ])
        let package = try #require(try await verifying.outcome.package)
        let run = TransferUpgrade(options: .init(actor: "test", moment: "2026-11-23T12:00:00Z"))
            .operation(package, for: soest, in: store).start()
        steps = []
        for await step in run.progress { steps.append(step) }
        checkOrder(steps)
        #expect(steps.last == TransferProgress(.writing, done: 18, total: 18))
        #expect(try await run.outcome.change == .installed)
        // Who reads no progress gets the same outcome, and may ask for it twice.
        #expect(try await StatusReporter().operation(of: store).run() == store.status)
        #expect(try await run.outcome.change == .installed)
    }

    @Test("a run that is cancelled while it writes throws and leaves the old state; so does one whose task is")
    func cancelling() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let soest = try Samples.profile("soest")
        let store = try Samples.store(in: folder, soest)
        let package = try SmallService().package()
        let before = try store.everything()
        for isTask in [false, true] {
            // It waits in the middle of its transaction until it has been cancelled.
            let go = DispatchSemaphore(value: 0)
            var options = TransferUpgrade.Options(actor: "test", moment: "2026-11-23T12:00:00Z")
            options.faultPoint = { if $0 == "paket" { go.wait() } }
            let run = TransferUpgrade(options: options).operation(package, for: soest, in: store).start()
            let waiting = Task { () -> TransferError? in
                do throws(TransferError) {
                    _ = try await run.outcome
                    return nil
                } catch { return error }
            }
            for await step in run.progress where step.phase == .writing {
                if isTask { waiting.cancel() } else { run.cancel() }
                go.signal()
            }
            #expect(await waiting.value?.code == .cancelled)
            #expect(try store.everything() == before)
        }
        let late = Task { () -> TransferError.Code? in
            do throws(TransferError) {
                _ = try await TransferUpgrade(options: .init(actor: "test", moment: "2026-11-23T12:00:00Z"))
                    .operation(package, for: soest, in: store).run()
                return nil
            } catch { return error.code }
        }
        late.cancel()
        // Cancelled before it began, or done: never half.
        let services = (await late.value) == .cancelled ? 0 : 1
        #expect(try store.everything().municipalities.first?.services.count == services)
    }

    @Test("a cancelled roll-out reports who is done, and goes on when it is resumed")
    func rollout() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let towns = try Towns(4, in: folder)
        let package = try towns.small.package()
        let go = DispatchSemaphore(value: 0)
        let number = Mutex(0)
        let options = towns.options { options in
            options.faultPoint = { point in
                guard point == "paket" else { return }
                // In the middle of the third.
                let isThird = number.withLock { number in
                    number += 1
                    return number == 3
                }
                if isThird { go.wait() }
            }
        }
        let run = TransferRollout(options: options).operation(package, to: towns.targets, in: towns.store).start()
        var subjects: [String] = []
        for await step in run.progress {
            #expect(step.phase == .municipalities && step.total == 4 && step.done == subjects.count)
            subjects.append(step.subject ?? "")
            guard step.done == 2 else { continue }
            run.cancel()
            go.signal()
        }
        #expect(subjects == ["Ort 0", "Ort 1", "Ort 2"])
        let report = try await run.outcome
        #expect(report.ending == .cancelled)
        #expect(report.results == [.installed, .installed, .notStarted, .notStarted])
        #expect(try towns.installed == 2)
        let rest = try towns.roll(package) { $0.resumes = true }
        #expect(rest.municipalities.map(\.isEarlier) == [true, true, false, false])
        #expect(rest.isDone)
    }

    @Test("a reader that is slow misses steps in the middle, never the last")
    func slowReader() async throws {
        let run = TransferOperation<Int> { monitor throws(TransferError) in
            for number in 0...5_000 { try monitor.step(.reading, number, of: 5_000) }
            return 1
        }.start()
        #expect(try await run.outcome == 1)
        var last = -1
        var count = 0
        for await step in run.progress {
            #expect(step.done > last)
            last = step.done
            count += 1
        }
        #expect(last == 5_000)
        #expect(count <= 256)
    }
}

extension PortalStore {
    fileprivate var status: TransferStatus { get throws { try StatusReporter().status(of: self) } }
}
