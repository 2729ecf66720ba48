import Foundation
import ServiceTransfer
import Synchronization

/// Applies a transfer and kills itself (SIGKILL) at the n-th point between two writes:
/// `TransferCrash STORE PACKAGE PROFILE N`. Exits with 0 when there are fewer points, with 1 after an error.
@main
enum TransferCrash {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let stop = Int(arguments[4]) else { exit(2) }
        do {
            let store = try PortalStore.open(path: arguments[1])
            let package = try PackageReader().read(arguments[2])
            let profile = try ProfileReader().read(path: arguments[3])
            let plan = try TransferPlanner().plan(package, for: profile, in: store)
            var options = TransferApplier.Options(actor: "crash", moment: "2026-11-23T12:00:00Z")
            let count = Mutex(0)
            options.faultPoint = { _ in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                if number == stop { kill(getpid(), SIGKILL) }
            }
            _ = try TransferApplier(options: options).apply(plan, package, for: profile, in: store)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }
}
