import Findings
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Keeps a second roll-out out of a store while one runs. The system lets go of it when the process ends, however it
/// ends; a store that is locked by SQLite's own locks would wait instead of telling.
///
/// It is a file beside the store, never the store itself: closing a second descriptor of a database file would drop
/// the locks that SQLite holds on it (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).
enum RolloutLock {
    /// Does something with the lock of a store. Throws `rollout.running` when another roll-out has it.
    static func hold<Outcome>(
        store: String, _ body: () throws(TransferError) -> Outcome
    ) throws(TransferError) -> Outcome {
        let path = store + "-rollout"
        let descriptor = try take(path, store: store)
        defer {
            unlink(path)
            close(descriptor)
        }
        return try body()
    }

    private static func take(_ path: String, store: String) throws(TransferError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw StoreFailure.readOnly(Location(file: store)) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw running(store)
            }
            // Whoever held it may have removed the file between opening and locking: then the lock is one of nothing.
            var own = stat()
            var named = stat()
            if fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino { return descriptor }
            close(descriptor)
        }
    }

    private static func running(_ store: String) -> TransferError {
        TransferError(
            .rolloutRunning, at: Location(file: store),
            Message(
                de: "In diesem Portalspeicher läuft schon eine Verteilung.",
                en: "A roll-out is already running in this portal store."),
            hint: Message(
                de: "Warten Sie, bis sie beendet ist, und starten Sie dann neu; diese hat nichts geändert.",
                en: "Wait until it has ended, then start again; this one has changed nothing."))
    }
}
