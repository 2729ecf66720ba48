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

    @Option(
        help: ArgumentHelp(
            "An archive, or a folder with packages below it: what the lock file names and the municipality does not have "
                + "is installed along. May be repeated.",
            valueName: "path"),
        completion: .file())
    var from: [String] = []

    func validate() throws {
        if lock != nil, noLock { throw ValidationError("--lock and --no-lock exclude each other.") }
        if noLock, !from.isEmpty {
            throw ValidationError("--from goes by the lock file; --no-lock takes no notice of it.")
        }
    }

    /// The packages of `--from` that the package needs by its lock file, verified, those that others need first.
    func along(
        with package: LoadedPackage, _ lock: Festlegung?, _ signature: SignatureOptions, _ session: Session
    ) async throws -> [LoadedPackage] {
        guard !from.isEmpty else { return [] }
        guard let lock else { throw CLIError.fromWithoutLock }
        let found = try LockedPackages(lock).find(for: package, in: from)
        for finding in found.findings { session.tell(finding) }
        var packages: [LoadedPackage] = []
        for path in found.paths { packages.append(try await session.verifiedPackage(path, signature)) }
        return packages
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

extension CLIError {
    fileprivate static let fromWithoutLock = CLIError(
        "cli.from-without-lock", .usage,
        Message(
            de: "--from braucht eine Festlegung, die das Paket nennt; hier ist keine.",
            en: "--from needs a lock file that names the package; there is none."),
        hint: Message(
            de: "Nennen Sie sie mit --lock, oder machen Sie eine mit „xoev package lock“.",
            en: "Name it with --lock, or make one with “xoev package lock”."))
}

extension Festlegung {
    /// Whether a package is a root or one that is needed.
    fileprivate func names(_ kennung: String) -> Bool {
        wurzeln.contains { $0.kennung == kennung } || pakete.contains { $0.kennung == kennung }
    }
}
