import Dispatch
import Findings
import Foundation
import ServiceTransfer

extension Session {
    /// Runs an operation of the SDK and shows at a terminal how far it is. With `cancelsOnInterrupt`, Ctrl-C ends it where
    /// the store is consistent, and what it came to is told; without, it ends the process.
    func following<Outcome: Sendable>(
        _ operation: TransferOperation<Outcome>, cancelsOnInterrupt: Bool = false
    ) async throws -> Outcome {
        // Ctrl-C counts from before the beginning: an operation that has begun may not be torn down.
        let interrupt = cancelsOnInterrupt ? Interrupt() : nil
        defer { interrupt?.end() }
        let run = operation.start()
        interrupt?.cancels { run.cancel() }
        for await progress in run.progress {
            if let total = progress.total, let subject = progress.subject {
                self.progress(progress.done, of: total, subject)
            }
        }
        return try await run.outcome
    }
}

/// Does something on Ctrl-C instead of ending the process, now or, when Ctrl-C came first, as soon as it is told what.
///
/// Unchecked: the variables are touched with the lock held only.
private final class Interrupt: @unchecked Sendable {
    private let source: any DispatchSourceSignal
    private let lock = NSLock()
    private var isRequested = false
    private var body: (@Sendable () -> Void)?

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [weak self] in self?.request() }
        source.resume()
    }

    func cancels(_ body: @escaping @Sendable () -> Void) {
        let isLate = lock.withLock {
            self.body = body
            return isRequested
        }
        if isLate { body() }
    }

    private func request() {
        let body = lock.withLock {
            isRequested = true
            return self.body
        }
        body?()
    }

    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
