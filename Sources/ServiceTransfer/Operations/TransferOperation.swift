import Findings
import Foundation

/// Something that takes its time, as a value: it has not begun, can be run, and can be run again. Every type of this
/// library that does something makes one with `operation(…)`, from the same arguments as its plain call:
///
/// ```swift
/// let plan = try await TransferPlanner().operation(package, for: profile, in: store).run()
///
/// let run = TransferRollout(options: options).operation(package, to: targets, in: store).start()
/// for await progress in run.progress { print(progress.done, progress.subject ?? "") }
/// let report = try await run.outcome
/// ```
///
/// The work is done on a thread of its own, so that a task that waits for it blocks no other. It can be cancelled
/// through the task that waits, or with `TransferRun.cancel()`. Cancellation counts only where nothing has been written
/// or all can be taken back: a cancelled operation throws `transfer.cancelled` and leaves the store as it was. A
/// cancelled roll-out does not throw: it reports the municipalities that are done and can be resumed.
public struct TransferOperation<Outcome: Sendable>: Sendable {
    private let body: @Sendable (TransferMonitor) throws(TransferError) -> Outcome

    init(_ body: @escaping @Sendable (TransferMonitor) throws(TransferError) -> Outcome) { self.body = body }

    /// Runs the operation and gives what it comes to. Cancelled along with the task that calls it.
    ///
    /// - Throws: What the plain call throws, and `transfer.cancelled`.
    public func run() async throws(TransferError) -> Outcome {
        if Task.isCancelled { throw .cancelled }
        return try await start(TransferMonitor(), TransferProgressSequence(stream: AsyncStream { $0.finish() })).outcome
    }

    /// Begins the operation. It runs to its end, whether or not anybody reads its progress or waits for its outcome.
    public func start() -> TransferRun<Outcome> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: TransferProgress.self, bufferingPolicy: .bufferingNewest(256))
        return start(
            TransferMonitor(report: { continuation.yield($0) }), TransferProgressSequence(stream: stream), continuation)
    }

    private func start(
        _ monitor: TransferMonitor, _ progress: TransferProgressSequence,
        _ continuation: AsyncStream<TransferProgress>.Continuation? = nil
    ) -> TransferRun<Outcome> {
        let cancellation = Cancellation()
        var monitor = monitor
        monitor.isCancelled = { cancellation.isRequested }
        let task = Task<Result<Outcome, TransferError>, Never> { [body, monitor] in
            await withCheckedContinuation { ended in
                let thread = Thread {
                    let outcome: Result<Outcome, TransferError>
                    do throws(TransferError) { outcome = .success(try body(monitor)) } catch {
                        outcome = .failure(error)
                    }
                    continuation?.finish()
                    ended.resume(returning: outcome)
                }
                // As much as a main thread has: libxml2 compiles schemas recursively.
                thread.stackSize = 8 << 20
                thread.start()
            }
        }
        return TransferRun(progress: progress, task: task, cancellation: cancellation)
    }
}

/// A run of an operation: its progress while it lasts, and what it comes to.
public struct TransferRun<Outcome: Sendable>: Sendable {
    /// How far it is, as it comes. May be left unread.
    public let progress: TransferProgressSequence
    fileprivate let task: Task<Result<Outcome, TransferError>, Never>
    fileprivate let cancellation: Cancellation

    /// What the operation comes to; waits for its end. When the task that waits is cancelled, so is the run.
    public var outcome: Outcome {
        get async throws(TransferError) {
            let result = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                cancellation.request()
            }
            return try result.get()
        }
    }

    /// Asks the run to stop as soon as the store is consistent. Comes to nothing when it has ended or can no longer be
    /// taken back.
    public func cancel() { cancellation.request() }
}

/// Whether a run shall stop.
///
/// Unchecked: the only variable is touched with the lock held only.
final class Cancellation: @unchecked Sendable {
    private let lock = NSLock()
    private var requested = false

    var isRequested: Bool { lock.withLock { requested } }

    func request() { lock.withLock { requested = true } }
}
