import Archives
import ArgumentParser
import Findings
import ServiceTransfer

/// Which lock file a transfer keeps to.
struct LockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The lock file: package, what it needs and code lists must be those it names. Default: dienstpaket.lock in this "
                + "folder or beside the package, where it names the package.",
            valueName: "file"),
        completion: .file())
    var lock: String?

    @Flag(help: "Takes no notice of a lock file.")
    var noLock = false

    func validate() throws {
        if lock != nil, noLock { throw ValidationError("--lock and --no-lock exclude each other.") }
    }

    /// The lock file that is named, or one at hand that names the package; nil where there is none.
    func lock(for package: LoadedPackage, at path: String) throws -> Festlegung? {
        if let lock { return try Festlegung.read(lock) }
        guard !noLock else { return nil }
        let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
        let folder = trimmed.lastIndex(of: "/").map { trimmed[...$0] } ?? ""
        for candidate in [Festlegung.fileName, folder + Festlegung.fileName] where AtomicFile(candidate).exists {
            let lock = try Festlegung.read(candidate)
            if lock.names(package.manifest.kennung) { return lock }
        }
        return nil
    }
}

extension Festlegung {
    /// Whether a package is a root or one that is needed.
    fileprivate func names(_ kennung: String) -> Bool {
        wurzeln.contains { $0.kennung == kennung } || pakete.contains { $0.kennung == kennung }
    }
}
