import Findings
import Foundation
import GRDB

/// Judges a package together with what is installed in the municipality and what those packages need themselves: no
/// circles (DP-61), one version that suits all, code lists where they are needed. Only what the package needs, directly or
/// through others, and what needs the package is read.
struct InstalledDependencies {
    let package: LoadedPackage
    let state: PlanningState

    func missing() throws -> [TransferPlan.Missing] { try forward() + dependents() }

    /// The installed services that the new version would no longer suit.
    private func dependents() throws -> [TransferPlan.Missing] {
        let manifest = package.manifest
        guard let current = state.current, current.version != manifest.version else { return [] }
        // Most tables of contents do not even name the package: those need not be read.
        let rows = try Row.fetchAll(
            state.db.cachedStatement(
                sql: """
                    SELECT paket.* FROM paket JOIN blob ON blob.sha256 = paket.digest
                    WHERE paket.kommune = ? AND paket.ist_aktuell = 1 AND paket.kennung <> ? AND instr(blob.bytes, ?) > 0
                    ORDER BY paket.kennung
                    """),
            arguments: [state.municipality.id, manifest.kennung, Data(manifest.kennung.utf8)])
        return try rows.compactMap { row in
            let other = try StoredPackage(row)
            let bytes = try state.db.requiredBlob(other.digest)
            guard let found = try ManifestReader().read(bytes, file: other.kennung).manifest,
                let need = found.pakete.first(where: { $0.kennung == manifest.kennung }),
                !need.versionen.contains(manifest.version)
            else { return nil }
            let chain = "\(other.kennung) \(other.version) → \(need.kennung) \(need.versionen)"
            return TransferPlan.Missing(
                "dependency.conflict", .dependency, other.kennung, isRequired: true,
                de: "Mit Version \(manifest.version) passte der eingerichtete Dienst "
                    + "\(other.kennung) nicht mehr: \(chain).",
                en: "With version \(manifest.version) the installed service \(other.kennung) "
                    + "would no longer fit: \(chain).",
                hintDE: "Aktualisieren Sie zuerst diesen Dienst auf eine Version, die die neue zulässt.",
                hintEN: "First upgrade that service to a version that allows the new one.")
        }
    }

    private func forward() throws -> [TransferPlan.Missing] {
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
