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
        let run = operation.start()
        let interrupt = cancelsOnInterrupt ? Interrupt { run.cancel() } : nil
        defer { interrupt?.end() }
        for await progress in run.progress {
            if let total = progress.total, let subject = progress.subject {
                self.progress(progress.done, of: total, subject)
            }
        }
        return try await run.outcome
    }
}

/// Does something on Ctrl-C instead of ending the process.
private struct Interrupt {
    private let source: any DispatchSourceSignal

    init(_ body: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler(handler: body)
        source.resume()
    }

    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
