import Findings

/// What an operation tells while it works, and by which it learns that it shall stop. Asked only where the store is
/// consistent, or where the transaction can still be taken back.
struct TransferMonitor: Sendable {
    var report: (@Sendable (TransferProgress) -> Void)?
    var isCancelled: @Sendable () -> Bool = { false }

    /// Tells nothing and never stops.
    static let silent = TransferMonitor()

    /// Tells how far the work is. Throws `transfer.cancelled` when it shall stop.
    func step(
        _ phase: TransferProgress.Phase, _ done: Int, of total: Int? = nil, _ subject: @autoclosure () -> String? = nil
    ) throws(TransferError) {
        if isCancelled() { throw .cancelled }
        report?(TransferProgress(phase, done: done, total: total, subject: subject()))
    }

    /// The same monitor without progress, for a step of a longer operation that tells its own.
    var quiet: TransferMonitor { TransferMonitor(report: nil, isCancelled: isCancelled) }
}

extension TransferError {
    static var cancelled: TransferError {
        TransferError(
            .cancelled,
            Message(
                de: "Der Vorgang wurde abgebrochen; es ist nichts geändert.",
                en: "The operation was cancelled; nothing has been changed."),
            hint: Message(de: "Starten Sie ihn neu, wenn er gelten soll.", en: "Start it again if it shall count."))
    }
}
