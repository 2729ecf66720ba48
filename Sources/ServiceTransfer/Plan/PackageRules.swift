/// The rules for a package as a whole: versions and services that another package already provides.
struct PackageRules {
    let options: TransferPlanner.Options
    let package: LoadedPackage
    let state: PlanningState

    func objection() throws -> Objection? {
        try contents() ?? downgrade() ?? sameService()
    }

    /// DP-13: one version has one content.
    private func contents() -> Objection? {
        guard let known = state.sameVersion, known.digest != package.digest else { return nil }
        return Objection(
            action: .conflict, id: "transfer.same-version-other-contents",
            reason: TransferPlan.Text(
                de: "Version \(package.manifest.version) ist schon mit anderem Inhalt installiert worden.",
                en: "Version \(package.manifest.version) has already been installed with other contents."),
            hint: TransferPlan.Text(
                de: "Der Herausgeber muss dem geänderten Paket eine neue Version geben.",
                en: "The publisher must give the changed package a new version."))
    }

    private func downgrade() -> Objection? {
        guard let current = state.current, package.manifest.version < current.version, !options.allowsDowngrade else {
            return nil
        }
        return Objection(
            action: .refused, id: "transfer.downgrade",
            reason: TransferPlan.Text(
                de: "Installiert ist die neuere Version \(current.version).",
                en: "The newer version \(current.version) is installed."),
            hint: TransferPlan.Text(
                de: "Erlauben Sie die ältere Version ausdrücklich, wenn Sie zurück wollen.",
                en: "Allow the older version explicitly if you want to go back."))
    }

    /// DP-12: the same service under two identifiers is for a person to decide.
    private func sameService() throws -> Objection? {
        guard options.sameService == .refuse else { return nil }
        for service in package.manifest.leistungen {
            let others = try state.db.packages(
                providing: service.schluessel, otherThan: state.kennung, in: state.municipality.id)
            guard let other = others.first else { continue }
            return Objection(
                action: .refused, id: "transfer.same-service",
                reason: TransferPlan.Text(
                    de: "Die Leistung \(service.schluessel) bietet schon das Paket \(other) an.",
                    en: "The service \(service.schluessel) is already provided by the package \(other)."),
                hint: TransferPlan.Text(
                    de: "Entscheiden Sie, ob beide nebeneinander bestehen sollen, und erlauben Sie es ausdrücklich.",
                    en: "Decide whether both shall exist side by side and allow it explicitly."))
        }
        return nil
    }
}
