import Archives
import Findings

/// Finds the packages that a package needs by a lock file, to the byte.
public struct LockedPackages: Sendable {
    /// What was found.
    public struct Outcome: Sendable {
        /// Where the packages are, those that others need first. What is installed already is among them, too.
        public var paths: [String] = []
        /// What cannot be read on the way, as warnings, unless all was found that is needed.
        public var findings: [Finding] = []
    }

    private let lock: Festlegung

    /// A search for what a lock file names.
    public init(_ lock: Festlegung) { self.lock = lock }

    /// Seeks the packages that a package needs, directly or through others, below folders and in archives. A package of
    /// other content than the lock file says is not among them: the plan then tells that it is missing.
    ///
    /// - Throws: `TransferError` when there is nothing at a path.
    public func find(for package: LoadedPackage, in paths: [String]) throws(TransferError) -> Outcome {
        var outcome = Outcome()
        var found: [String: String] = [:]
        for path in paths {
            let catalog = try PackageCatalog.reading(path) { place, candidate in
                if found[candidate.digest] == nil { found[candidate.digest] = place }
            }
            outcome.findings += catalog.findings
        }
        let needed = needed(by: package)
        outcome.paths = needed.compactMap { found[$0.sha256] }
        if outcome.paths.count == needed.count { outcome.findings = [] }
        return outcome
    }

    /// What the package needs, those that others need first.
    private func needed(by package: LoadedPackage) -> [Festlegung.Paket] {
        let pins = Dictionary(lock.pakete.map { ($0.kennung, $0) }) { first, _ in first }
        var order: [Festlegung.Paket] = []
        var seen: Set<String> = [package.manifest.kennung]
        // A package comes after all that it needs: it is put down when it is met for the second time.
        var pending = package.manifest.pakete.reversed().map { (kennung: $0.kennung, isOpen: true) }
        while let (kennung, isOpen) = pending.popLast() {
            guard let pin = pins[kennung] else { continue }
            guard isOpen else {
                order.append(pin)
                continue
            }
            guard seen.insert(kennung).inserted else { continue }
            pending.append((kennung, false))
            pending += pin.braucht.reversed().map { ($0.kennung, true) }
        }
        return order
    }
}
