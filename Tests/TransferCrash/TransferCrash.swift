import Foundation
import ServiceTransfer
import Synchronization

/// Changes a service and kills itself (SIGKILL) at the n-th point between two writes:
///
///     TransferCrash apply STORE N PACKAGE PROFILE
///     TransferCrash edit STORE N KENNUNG ARS FIELD VALUE
///     TransferCrash rollback STORE N KENNUNG ARS
///     TransferCrash remove STORE N KENNUNG ARS
///     TransferCrash rollout STORE N PACKAGE PROFILES [resume]
///
/// Exits with 0 when there are fewer points, with 1 after an error.
@main
enum TransferCrash {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 6, let stop = Int(arguments[3]) else { exit(2) }
        let count = Mutex(0)
        let faultPoint: @Sendable (String) -> Void = { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number == stop { kill(getpid(), SIGKILL) }
        }
        do {
            let store = try PortalStore.open(path: arguments[2])
            try run(arguments[1], Array(arguments[4...]), store, faultPoint)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(
        _ operation: String, _ arguments: [String], _ store: PortalStore,
        _ faultPoint: @escaping @Sendable (String) -> Void
    ) throws {
        let moment = "2026-11-23T12:00:00Z"
        let service = ServiceAddress(ars: arguments[1], kennung: arguments[0])
        switch operation {
        case "apply":
            let package = try PackageReader().read(arguments[0])
            let profile = try ProfileReader().read(path: arguments[1])
            let plan = try TransferPlanner().plan(package, for: profile, in: store)
            var options = TransferApplier.Options(actor: "crash", moment: moment)
            options.faultPoint = faultPoint
            _ = try TransferApplier(options: options).apply(plan, package, for: profile, in: store)
        case "edit":
            var options = TransferEditor.Options(service: service, actor: "crash", moment: moment)
            options.faultPoint = faultPoint
            _ = try TransferEditor(options: options).edit([.init(arguments[2], .text(arguments[3]))], in: store)
        case "rollback":
            var options = TransferRollback.Options(service: service, actor: "crash", moment: moment)
            options.faultPoint = faultPoint
            _ = try TransferRollback(options: options).run(in: store)
        case "remove":
            var options = TransferRemover.Options(service: service, actor: "crash", moment: moment)
            options.faultPoint = faultPoint
            _ = try TransferRemover(options: options).run(in: store)
        case "rollout":
            let package = try PackageReader().read(arguments[0])
            let targets = arguments[1].split(separator: ",").map { RolloutTarget(path: String($0)) }
            var options = TransferRollout.Options(
                resumes: arguments.dropFirst(2).first == "resume", actor: "crash", moment: moment)
            options.faultPoint = faultPoint
            let report = try TransferRollout(options: options).run(package, to: targets, in: store)
            if !report.isDone { exit(1) }
        default: exit(2)
        }
    }
}
