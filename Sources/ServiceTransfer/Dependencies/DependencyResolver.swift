import Findings

/// Finds for packages one version of every package they need, directly or through others, and every code list, among
/// what is at hand. The same input gives the same result on every machine.
///
/// Of every package exactly one version is chosen: the one the lock file names, else the newest that suits all that need
/// it. Code lists are needed in fixed versions (DP section 7.2); several versions of a list can be needed side by side.
public struct DependencyResolver: Sendable {
    /// What a lock file is for.
    public enum LockUse: Sendable, Hashable {
        /// What it names comes first; what suits no longer is replaced.
        case prefer
        /// Nothing but what it names is taken, and all of it must be needed.
        case require
    }

    /// How dependencies are resolved.
    public struct Options: Sendable {
        /// What was resolved before.
        public var lock: Festlegung?
        /// What the lock file is for.
        public var lockUse: LockUse
        /// How many choices are tried before the search is given up.
        public var maxSteps: Int
        /// How many packages a result may have.
        public var maxPackages: Int

        /// Options from their parts.
        public init(
            lock: Festlegung? = nil, lockUse: LockUse = .prefer, maxSteps: Int = 100_000, maxPackages: Int = 1_000
        ) {
            self.lock = lock
            self.lockUse = lockUse
            self.maxSteps = maxSteps
            self.maxPackages = maxPackages
        }
    }

    /// What resolving came to.
    public struct Outcome: Sendable {
        /// The packages and lists, or nil when a finding of severity error stands against it.
        public let resolution: Resolution?
        /// What stands against it, with the chain of packages that leads there, and warnings of the catalog.
        public let findings: [Finding]
    }

    private let options: Options

    /// A resolver with options.
    public init(options: Options = Options()) { self.options = options }

    /// Resolves what packages need. The roots themselves are given, whatever the catalog has of their identifiers; they
    /// bring their code lists along.
    public func resolve(_ roots: [PackageCandidate], in catalog: PackageCatalog) -> Outcome {
        var roots = roots
        if let twice = Self.duplicate(among: roots) { return Outcome(resolution: nil, findings: [twice]) }
        // The same package named twice is one root.
        var seen: Set<String> = []
        roots.removeAll { !seen.insert($0.kennung).inserted }

        var search = DependencySearch(
            catalog: catalog, pins: options.lock?.pakete ?? [],
            useOnlyPins: options.lock != nil && options.lockUse == .require, maxSteps: options.maxSteps,
            maxPackages: options.maxPackages)
        let state: DependencySearch.State
        do {
            state = try search.solve(roots)
        } catch let failure as DependencySearch.Failure {
            var findings = catalog.findings
            if let first = failure.conflicts.first {
                findings.append(first.finding(others: Array(failure.conflicts.dropFirst())))
            }
            if let outdated = outdatedLock(failure) { findings.append(outdated) }
            return Outcome(resolution: nil, findings: findings)
        } catch {
            return Outcome(resolution: nil, findings: catalog.findings + [tooComplex])
        }

        var lists = CodeListChoice(catalog: catalog, pins: options.lock?.codelisten ?? [])
        for root in roots { root.bringt.forEach { lists.brought($0) } }
        let packages = Self.installationOrder(state, roots: roots)
        for package in packages { package.bringt.forEach { lists.brought($0) } }
        for package in roots + packages {
            // A list that the package brings along is not needed from outside (DP section 7.2).
            for need in package.codelisten where !package.brings(need) {
                lists.choose(need, for: state.chain(to: package.kennung))
            }
        }
        let resolution = Resolution(roots: roots, packages: packages, codeLists: lists.chosen)
        var findings = catalog.findings + lists.findings
        if options.lockUse == .require, let lock = options.lock, lists.findings.isEmpty {
            findings += lock.differences(from: resolution.lock)
        }
        let hasErrors = findings.contains { $0.severity == .error }
        return Outcome(resolution: hasErrors ? nil : resolution, findings: findings)
    }

    private static func duplicate(among roots: [PackageCandidate]) -> Finding? {
        for (index, root) in roots.enumerated() {
            let other = roots[..<index].first { $0.kennung == root.kennung && $0.digest != root.digest }
            guard let other else { continue }
            return Finding(
                "dependency.roots-differ", at: Location(file: root.origin),
                Message(
                    de: """
                        \(root.kennung) ist zweimal verschieden genannt: \(other.origin) (\(other.version)) und \
                        \(root.origin) (\(root.version)).
                        """,
                    en: """
                        \(root.kennung) is named twice with differences: \(other.origin) (\(other.version)) and \
                        \(root.origin) (\(root.version)).
                        """),
                hint: Message(
                    de: "In einem Portal gilt eine Version; nennen Sie eines der beiden.",
                    en: "A portal has one version; name one of the two."))
        }
        return nil
    }

    /// With a lock file that must be kept, a missing package may just be one that the lock file does not know.
    private func outdatedLock(_ failure: DependencySearch.Failure) -> Finding? {
        guard options.lockUse == .require, options.lock != nil else { return nil }
        let isChanged = failure.conflicts.contains { conflict in
            if case .digestChanged = conflict.kind { true } else { false }
        }
        return isChanged ? nil : Festlegung.outdated(reasons: [])
    }

    private var tooComplex: Finding {
        Finding(
            "dependency.too-complex", .error,
            Message(
                de: """
                    Die Auflösung wurde abgebrochen: mehr als \(options.maxSteps) Versuche oder \
                    \(options.maxPackages) Pakete (Grenzen maxSteps, maxPackages).
                    """,
                en: """
                    The resolution was given up: more than \(options.maxSteps) tries or \(options.maxPackages) packages \
                    (limits maxSteps, maxPackages).
                    """),
            hint: Message(
                de: "Nehmen Sie alte Versionen aus den Ordnern, oder legen Sie Versionen fest (dienstpaket.lock).",
                en: "Take old versions out of the folders, or fix versions (dienstpaket.lock)."))
    }

    /// What a package needs stands before it; among packages that are free the order of identifiers decides.
    private static func installationOrder(
        _ state: DependencySearch.State, roots: [PackageCandidate]
    ) -> [PackageCandidate] {
        let isRoot = Set(roots.map(\.kennung))
        var waiting = state.chosen.filter { !isRoot.contains($0.key) }
        var result: [PackageCandidate] = []
        while !waiting.isEmpty {
            // A root that is needed by another counts as there. There are no circles: the search refuses them.
            let free = waiting.values.filter { package in package.pakete.allSatisfy { waiting[$0.kennung] == nil } }
            guard let next = free.min(by: { $0.kennung.utf8.lexicographicallyPrecedes($1.kennung.utf8) }) else { break }
            waiting[next.kennung] = nil
            result.append(next)
        }
        return result
    }
}

/// The code lists that packages need, each in one file.
private struct CodeListChoice {
    private struct Key: Hashable {
        var uri: String
        var version: String
    }

    let catalog: PackageCatalog
    private let pins: [Key: String]
    private var own: [Key: CodeListPin] = [:]
    private var found: [Key: CodeListPin] = [:]
    private var judged: Set<Key> = []
    private(set) var findings: [Finding] = []

    init(catalog: PackageCatalog, pins: [Festlegung.Codeliste]) {
        self.catalog = catalog
        self.pins = Dictionary(pins.map { (Key(uri: $0.uri, version: $0.version), $0.sha256) }) { first, _ in first }
    }

    var chosen: [CodeListPin] {
        found.values.sorted { left, right in
            left.uri == right.uri
                ? left.version.utf8.lexicographicallyPrecedes(right.version.utf8)
                : left.uri.utf8.lexicographicallyPrecedes(right.uri.utf8)
        }
    }

    /// A list that a chosen package brings is preferred to one of the same name elsewhere.
    mutating func brought(_ list: CodeListPin) {
        let key = Key(uri: list.uri, version: list.version)
        if own[key] == nil { own[key] = list }
    }

    mutating func choose(_ need: CodelisteAbhaengigkeit, for chain: DependencyChain) {
        let key = Key(uri: need.uri, version: need.version)
        guard judged.insert(key).inserted else { return }
        let atHand = (own[key].map { [$0] } ?? []) + catalog.codeLists(need.uri, version: need.version)
        guard let first = atHand.first else {
            findings.append(missing(need, chain))
            return
        }
        guard let pin = pins[key] else {
            found[key] = first
            return
        }
        if let pinned = atHand.first(where: { $0.sha256 == pin }) {
            found[key] = pinned
        } else {
            findings.append(changed(need, first))
        }
    }

    private func missing(_ need: CodelisteAbhaengigkeit, _ chain: DependencyChain) -> Finding {
        let versions = catalog.versions(ofCodeList: need.uri)
        let atHand = versions.isEmpty ? "–" : versions.joined(separator: ", ")
        return Finding(
            "dependency.codelist-missing", .error,
            Message(
                de: """
                    Die Codeliste \(need.uri) liegt nicht in Version \(need.version) vor.\n  \(chain.text) braucht sie.\n\
                      Vorhandene Versionen: \(atHand)
                    """,
                en: """
                    The code list \(need.uri) is not at hand in version \(need.version).\n  \(chain.text) needs it.\n\
                      Versions at hand: \(atHand)
                    """),
            hint: Message(
                de: """
                    Laden Sie sie aus dem XRepository und nennen Sie ihren Ordner mit --lists; aus dem Netz wird nichts \
                    geladen.
                    """,
                en: "Download it from XRepository and name its folder with --lists; nothing is fetched from a network.")
        )
    }

    private func changed(_ need: CodelisteAbhaengigkeit, _ list: CodeListPin) -> Finding {
        Finding(
            "dependency.digest-changed", at: Location(file: list.origin),
            Message(
                de: "Die Codeliste \(need.uri) \(need.version) hat einen anderen Inhalt, als die Festlegung nennt.",
                en: "The code list \(need.uri) \(need.version) has another content than the lock file says."),
            hint: Message(
                de: """
                    Eine Version einer Codeliste ändert sich nicht: Vergleichen Sie mit dem XRepository. Ist der neue \
                    Inhalt gewollt, lösen Sie neu auf (--update).
                    """,
                en: """
                    A version of a code list never changes: compare with XRepository. If the new content is meant, \
                    resolve again (--update).
                    """))
    }
}
