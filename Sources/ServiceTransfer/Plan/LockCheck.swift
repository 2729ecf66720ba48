import Findings

/// Compares a package and what is installed in the target with a lock file (`Festlegung`): the package itself, every
/// package it needs, directly or through others, and every code list it needs from outside must be the ones that were
/// resolved, to the byte. What differs is refused, with the way that leads there.
struct LockCheck {
    let lock: Festlegung
    let package: LoadedPackage
    let state: PlanningState

    private var manifest: Dienstpaket { package.manifest }
    private var name: String { "\(manifest.kennung) \(manifest.version)" }

    func missing() throws -> [TransferPlan.Missing] {
        try own() + needed() + codeLists()
    }

    // MARK: The package

    private func own() -> [TransferPlan.Missing] {
        if let pinned = lock.pakete.first(where: { $0.kennung == manifest.kennung }) {
            let chain = chain(to: manifest.kennung)
            if pinned.version != manifest.version {
                return [otherVersion(manifest.kennung, pinned, found: "\(manifest.version)", chain)]
            }
            return pinned.sha256 == package.digest ? [] : [otherContent(manifest.kennung, pinned, chain)]
        }
        guard let root = lock.wurzeln.first(where: { $0.kennung == manifest.kennung }) else {
            return [
                item(
                    "dependency.lock-without-package", manifest.kennung,
                    de: "Die Festlegung nennt das Paket \(manifest.kennung) nicht.",
                    en: "The lock file does not name the package \(manifest.kennung).",
                    hintDE: "Nennen Sie die Festlegung dieses Pakets, oder lösen Sie auf mit „xoev package lock“.",
                    hintEN: "Name the lock file of this package, or resolve with “xoev package lock”.")
            ]
        }
        return root.version == manifest.version
            ? [] : [outdated("\(root.kennung) \(root.version) → \(manifest.version)")]
    }

    // MARK: What it needs

    /// The packages of the lock that this one needs, each with the way there, nearest first.
    private func reachable() -> (pinned: [(Festlegung.Paket, DependencyChain)], unknown: [String]) {
        var pinned: [(Festlegung.Paket, DependencyChain)] = []
        var unknown: [String] = []
        var pending = manifest.pakete.map { ($0.kennung, DependencyChain(names: [name])) }
        var seen: Set<String> = [manifest.kennung]
        while !pending.isEmpty {
            let (kennung, chain) = pending.removeFirst()
            guard seen.insert(kennung).inserted else { continue }
            guard let found = lock.pakete.first(where: { $0.kennung == kennung }) else {
                if !lock.wurzeln.contains(where: { $0.kennung == kennung }) {
                    unknown.append("\(chain.text) → \(kennung)")
                }
                continue
            }
            let way = DependencyChain(names: chain.names + ["\(kennung) \(found.version)"])
            pinned.append((found, way))
            pending += found.braucht.map { ($0.kennung, way) }
        }
        return (pinned, unknown)
    }

    private func needed() throws -> [TransferPlan.Missing] {
        let (pinned, unknown) = reachable()
        return unknown.map(outdated)
            + (try pinned.compactMap { pin, chain in
                guard let installed = try state.db.currentPackage(pin.kennung, in: state.municipality.id) else {
                    return notInstalled(pin, chain)
                }
                if installed.version != pin.version {
                    return otherVersion(pin.kennung, pin, found: "\(installed.version)", chain)
                }
                return installed.digest == pin.sha256 ? nil : otherContent(pin.kennung, pin, chain)
            })
    }

    private func codeLists() throws -> [TransferPlan.Missing] {
        guard !manifest.codelisten.isEmpty else { return [] }
        let own = CodeListIdentity.lists(in: package)
        return try manifest.codelisten.compactMap { list in
            let uri = list.canonicalVersionURI
            guard !own.contains(uri) else { return nil }
            guard let pin = lock.codelisten.first(where: { $0.uri == list.uri && $0.version == list.version }) else {
                return outdated("\(name) → \(uri)")
            }
            let key = ObjektKennung(schemeAgencyID: "", schemeID: CodeListIdentity.scheme, value: uri)
            let installed = try state.db.bindings(
                source: key, art: Rolle.codeliste.rawValue, in: state.municipality.id)
            // That it is not there at all is told as `transfer.codelist-missing`.
            guard !installed.isEmpty, !installed.contains(where: { $0.original == pin.sha256 }) else { return nil }
            return item(
                "dependency.digest-changed", uri,
                de:
                    "Die Codeliste \(uri) hat im Ziel einen anderen Inhalt, als die Festlegung nennt (\(name) braucht sie).",
                en:
                    "The code list \(uri) has another content in the target than the lock file says (\(name) needs it).",
                hintDE: "Eine Version einer Codeliste ändert sich nicht: Vergleichen Sie mit dem XRepository.",
                hintEN: "A version of a code list never changes: compare with XRepository.")
        }
    }

    /// The way from a root of the lock to a package, as the lock has it.
    private func chain(to kennung: String) -> DependencyChain {
        // A lock file names no needs of its roots: a way begins with the first package that nobody in it needs.
        var way = [kennung]
        while let first = way.first,
            let user = lock.pakete.first(where: { package in
                !way.contains(package.kennung) && package.braucht.contains { $0.kennung == first }
            })
        {
            way.insert(user.kennung, at: 0)
        }
        let roots = lock.wurzeln.map { "\($0.kennung) \($0.version)" }.joined(separator: ", ")
        let names = way.map { step in
            lock.pakete.first { $0.kennung == step }.map { "\(step) \($0.version)" } ?? step
        }
        return DependencyChain(names: (roots.isEmpty ? [] : [roots]) + names)
    }

    // MARK: What is told

    private func otherVersion(
        _ kennung: String, _ pin: Festlegung.Paket, found: String, _ chain: DependencyChain
    ) -> TransferPlan.Missing {
        item(
            "dependency.other-version", kennung,
            de: "Festgelegt ist \(kennung) \(pin.version), hier ist es \(found): \(chain.text).",
            en: "The lock file has \(kennung) \(pin.version), here it is \(found): \(chain.text).",
            hintDE: "Übertragen Sie die festgelegte Version, oder lösen Sie neu auf (xoev package lock --update).",
            hintEN: "Transfer the version of the lock file, or resolve again (xoev package lock --update).")
    }

    private func otherContent(
        _ kennung: String, _ pin: Festlegung.Paket, _ chain: DependencyChain
    ) -> TransferPlan.Missing {
        item(
            "dependency.digest-changed", kennung,
            de: "\(kennung) \(pin.version) hat einen anderen Inhalt, als die Festlegung nennt: \(chain.text).",
            en: "\(kennung) \(pin.version) has another content than the lock file says: \(chain.text).",
            hintDE: "Eine veröffentlichte Version ändert sich nicht: Fragen Sie den Herausgeber.",
            hintEN: "A published version never changes: ask the publisher.")
    }

    private func notInstalled(_ pin: Festlegung.Paket, _ chain: DependencyChain) -> TransferPlan.Missing {
        item(
            "transfer.package-missing", pin.kennung,
            de: "Der Dienst braucht das Paket \(pin.kennung) \(pin.version); es ist nicht installiert: \(chain.text).",
            en: "The service needs the package \(pin.kennung) \(pin.version); it is not installed: \(chain.text).",
            hintDE:
                "Nennen Sie mit --from den Ordner, in dem es liegt, oder übertragen Sie zuerst dieses Paket, in genau "
                + "der festgelegten Version.",
            hintEN:
                "Name the folder it is in with --from, or transfer that package first, in exactly the version of the "
                + "lock file.")
    }

    private func outdated(_ reason: String) -> TransferPlan.Missing {
        item(
            "dependency.lock-outdated", manifest.kennung,
            de: "Die Festlegung passt nicht mehr zum Paket: \(reason).",
            en: "The lock file does not fit the package any more: \(reason).",
            hintDE: "Lösen Sie neu auf mit „xoev package lock“ und prüfen Sie die Änderungen der Datei.",
            hintEN: "Resolve again with “xoev package lock” and review the changes of the file.")
    }

    private func item(
        _ id: String, _ name: String, de: String, en: String, hintDE: String, hintEN: String
    ) -> TransferPlan.Missing {
        TransferPlan.Missing(
            id, .dependency, name, isRequired: true, de: de, en: en, hintDE: hintDE, hintEN: hintEN)
    }
}
