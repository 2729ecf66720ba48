import Findings

/// The search for one version of every package that is needed: the newest that suits comes first, and a dead end leads
/// back to the last choice that has to do with it (conflict-directed backjumping), so that choices without any bearing
/// on the conflict are not tried in all combinations.
struct DependencySearch {
    let catalog: PackageCatalog
    let pins: [String: Festlegung.Paket]
    let useOnlyPins: Bool
    let maxPackages: Int
    private(set) var stepsLeft: Int

    init(
        catalog: PackageCatalog, pins: [Festlegung.Paket], useOnlyPins: Bool, maxSteps: Int, maxPackages: Int
    ) {
        self.catalog = catalog
        self.pins = Dictionary(pins.map { ($0.kennung, $0) }) { first, _ in first }
        self.useOnlyPins = useOnlyPins
        self.maxPackages = maxPackages
        stepsLeft = maxSteps
    }

    /// The choices so far.
    struct State {
        let roots: [String]
        var chosen: [String: PackageCandidate]

        init(roots: [PackageCandidate]) {
            self.roots = roots.map(\.kennung)
            chosen = Dictionary(roots.map { ($0.kennung, $0) }) { first, _ in first }
        }

        /// What the chosen packages ask of another, by who asks.
        func demands(on kennung: String) -> [(by: PackageCandidate, range: VersionRange)] {
            sorted(chosen.keys).compactMap { chosen[$0] }.flatMap { package in
                package.pakete.filter { $0.kennung == kennung }.map { (package, $0.versionen) }
            }
        }

        /// What is needed and not chosen, by identifier, with what the chosen packages ask of it.
        var open: [(kennung: String, demands: [(by: PackageCandidate, range: VersionRange)])] {
            var result: [String: [(by: PackageCandidate, range: VersionRange)]] = [:]
            for package in sorted(chosen.keys).compactMap({ chosen[$0] }) {
                for need in package.pakete where chosen[need.kennung] == nil {
                    result[need.kennung, default: []].append((package, need.versionen))
                }
            }
            return sorted(result.keys).map { ($0, result[$0] ?? []) }
        }

        /// The shortest way from a root to a chosen package; among ways of one length the order of names decides.
        func chain(to kennung: String) -> DependencyChain {
            var pending = roots.map { [$0] }
            var seen = Set(roots)
            while !pending.isEmpty {
                let path = pending.removeFirst()
                guard let last = path.last else { continue }
                if last == kennung { return DependencyChain(names: path.map { chosen[$0]?.name ?? $0 }) }
                for next in sorted(chosen[last]?.pakete.map(\.kennung) ?? []) where chosen[next] != nil {
                    if seen.insert(next).inserted { pending.append(path + [next]) }
                }
            }
            return DependencyChain(names: [chosen[kennung]?.name ?? kennung])
        }

        /// The circle that a package closes when it joins the chosen ones, as identifiers from it to itself.
        func circle(closedBy candidate: PackageCandidate) -> [String]? {
            var pending = sorted(candidate.pakete.map(\.kennung)).map { [candidate.kennung, $0] }
            var seen: Set<String> = []
            while !pending.isEmpty {
                let path = pending.removeFirst()
                guard let last = path.last else { continue }
                if last == candidate.kennung { return path }
                guard seen.insert(last).inserted, let package = chosen[last] else { continue }
                pending += sorted(package.pakete.map(\.kennung)).map { path + [$0] }
            }
            return nil
        }

        private func sorted(_ names: some Sequence<String>) -> [String] {
            names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// Why a branch of the search has no solution.
    struct Failure: Error {
        /// The packages whose choice has to do with it.
        var culprits: Set<String>
        /// What stands against the newest versions, then what stands against the others.
        var conflicts: [DependencyConflict]
    }

    /// The search takes too long or grows too large.
    struct TooComplex: Error {}

    /// Checks the roots against each other and searches the rest.
    mutating func solve(_ roots: [PackageCandidate]) throws -> State {
        let state = State(roots: roots)
        for root in roots {
            for (by, range) in state.demands(on: root.kennung) where !range.contains(root.version) {
                throw Failure(
                    culprits: [],
                    conflicts: [
                        DependencyConflict(
                            kennung: root.kennung, kind: .noVersion(available: ["\(root.version)"]),
                            demands: [.init(chain: state.chain(to: by.kennung), range: range)])
                    ])
            }
            if let circle = state.circle(closedBy: root) {
                throw Failure(culprits: [], conflicts: [cycle(circle, closedBy: root, state)])
            }
        }
        return try solve(state)
    }

    private mutating func solve(_ state: State) throws -> State {
        guard stepsLeft > 0, state.chosen.count <= maxPackages else { throw TooComplex() }
        stepsLeft -= 1
        guard let (kennung, demands, options) = mostConstrained(state) else { return state }
        var failure = Failure(culprits: Set(demands.map(\.by.kennung)), conflicts: [])
        var conflict = DependencyConflict(
            kennung: kennung, kind: .missing,
            demands: demands.map { .init(chain: state.chain(to: $0.by.kennung), range: $0.range) })
        let available = catalog.candidates(of: kennung)
        guard !options.isEmpty else {
            if !available.isEmpty {
                var versions: [String] = []
                for candidate in available where !versions.contains("\(candidate.version)") {
                    versions.append("\(candidate.version)")
                }
                conflict.kind = .noVersion(available: versions)
            }
            failure.conflicts = [conflict]
            throw failure
        }
        for candidate in options {
            if let (objection, culprits) = objection(to: candidate, conflict, state) {
                failure.culprits.formUnion(culprits)
                failure.conflicts.append(objection)
                continue
            }
            var next = state
            next.chosen[kennung] = candidate
            do {
                return try solve(next)
            } catch let deeper as Failure {
                guard deeper.culprits.contains(kennung) else { throw deeper }
                failure.culprits.formUnion(deeper.culprits.subtracting([kennung]))
                failure.conflicts += deeper.conflicts
            }
        }
        throw failure
    }

    /// The open package with the fewest suitable versions; among equals the order of names decides.
    private func mostConstrained(
        _ state: State
    ) -> (kennung: String, demands: [(by: PackageCandidate, range: VersionRange)], options: [PackageCandidate])? {
        state.open.map { kennung, demands in
            let suitable = catalog.candidates(of: kennung).filter { candidate in
                demands.allSatisfy { $0.range.contains(candidate.version) }
            }
            return (kennung, demands, preferred(suitable, pin: pins[kennung]))
        }.min { $0.2.count < $1.2.count }
    }

    /// The pinned version first, then as the catalog has them.
    private func preferred(_ candidates: [PackageCandidate], pin: Festlegung.Paket?) -> [PackageCandidate] {
        guard let pin else { return useOnlyPins ? [] : candidates }
        let pinned = candidates.filter { $0.version == pin.version }
        // Of several with the pinned version only the one with the pinned content is meant.
        let exact = pinned.filter { $0.digest == pin.sha256 }
        let first = exact.isEmpty ? pinned : exact
        return useOnlyPins ? first : first + candidates.filter { $0.version != pin.version }
    }

    /// What stands against a version, and the packages whose choice has to do with it.
    private func objection(
        to candidate: PackageCandidate, _ conflict: DependencyConflict, _ state: State
    ) -> (DependencyConflict, culprits: [String])? {
        var objection = conflict
        if let pin = pins[candidate.kennung], pin.version == candidate.version {
            if pin.sha256 != candidate.digest {
                objection.kind = .digestChanged(version: "\(candidate.version)", origin: candidate.origin)
                return (objection, [])
            }
        } else {
            let twins = catalog.candidates(of: candidate.kennung).filter { $0.version == candidate.version }
            if twins.count > 1 {
                objection.kind = .ambiguous(version: "\(candidate.version)", origins: twins.map(\.origin).sorted())
                return (objection, [])
            }
        }
        for need in candidate.pakete {
            guard let other = state.chosen[need.kennung], !need.versionen.contains(other.version) else { continue }
            var demands = state.demands(on: need.kennung)
                .map { DependencyConflict.Demand(chain: state.chain(to: $0.by.kennung), range: $0.range) }
            var chain = conflict.demands.first?.chain ?? DependencyChain(names: [])
            chain.names.append(candidate.name)
            demands.append(.init(chain: chain, range: need.versionen))
            objection = DependencyConflict(
                kennung: need.kennung,
                kind: .noVersion(available: catalog.candidates(of: need.kennung).map { "\($0.version)" }),
                demands: demands)
            if state.roots.contains(need.kennung) { objection.kind = .noVersion(available: ["\(other.version)"]) }
            return (objection, [need.kennung])
        }
        if let circle = state.circle(closedBy: candidate) {
            return (cycle(circle, closedBy: candidate, state), circle.filter { $0 != candidate.kennung })
        }
        return nil
    }

    private func cycle(
        _ circle: [String], closedBy candidate: PackageCandidate, _ state: State
    ) -> DependencyConflict {
        let names = circle.map { $0 == candidate.kennung ? candidate.name : state.chosen[$0]?.name ?? $0 }
        return DependencyConflict(
            kennung: candidate.kennung, kind: .cycle(DependencyChain(names: names)), demands: [])
    }
}
