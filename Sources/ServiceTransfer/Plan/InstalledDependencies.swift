import Findings

/// Judges a package together with what is installed in the municipality and what those packages need themselves: no
/// circles (DP-61), one version that suits all, code lists where they are needed. Only what the package needs, directly or
/// through others, and what needs the package is read.
struct InstalledDependencies {
    let package: LoadedPackage
    let state: PlanningState

    func missing() throws -> [TransferPlan.Missing] {
        let manifest = package.manifest
        guard !manifest.pakete.isEmpty else { return [] }
        let root = PackageCandidate(manifest, digest: package.digest, bringt: [], origin: package.contents.name)
        var catalog = PackageCatalog()
        var pending = manifest.pakete.map(\.kennung)
        var seen: Set<String> = [manifest.kennung]
        while let kennung = pending.popLast() {
            guard seen.insert(kennung).inserted,
                let installed = try state.db.currentPackage(kennung, in: state.municipality.id),
                let bytes = try state.db.blob(installed.digest),
                let found = try ManifestReader().read(bytes, file: kennung).manifest
            else { continue }
            let candidate = PackageCandidate(found, digest: installed.digest, bringt: [], origin: kennung)
            catalog.add(candidate)
            pending += candidate.pakete.map(\.kennung)
        }
        let outcome = DependencyResolver().resolve([root], in: catalog)
        // What is not there or too old is told package by package, code lists by their rule.
        let told: Set<FindingID> = ["dependency.missing", "dependency.no-version", "dependency.codelist-missing"]
        return outcome.findings.filter { $0.severity == .error && !told.contains($0.id) }.map { finding in
            TransferPlan.Missing(finding, name: manifest.kennung)
        }
    }
}

extension TransferPlan.Missing {
    /// A finding about dependencies as something that stands against the plan.
    init(_ finding: Finding, name: String) {
        self.init(
            finding.id.rawValue, .dependency, name, isRequired: true, de: finding.message.rendered(.de),
            en: finding.message.rendered(.en), hintDE: finding.hint?.rendered(.de) ?? "",
            hintEN: finding.hint?.rendered(.en) ?? "")
    }
}
