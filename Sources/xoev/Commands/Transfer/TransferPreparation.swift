import Findings
import ServiceTransfer

/// Package, profile and store of a transfer, verified and opened.
struct TransferPreparation {
    let package: LoadedPackage
    let profile: Portalprofil
    let store: PortalStore
    let planner: TransferPlanner

    /// Verifies the package; a package with errors is not transferred.
    init(_ options: TransferOptions, session: Session, writes: Bool) throws {
        let package = try PackageReader().read(options.package)
        self.package = package
        profile = try ProfileReader().read(path: options.profile)
        store = try options.store.open(isReadOnly: !writes)
        planner = TransferPlanner(
            options: TransferPlanner.Options(
                sameService: options.adopt ? .adopt : .refuse, allowsDowngrade: options.allowDowngrade))
    }

    /// The plan for the store as it is.
    func plan() throws -> TransferPlan { try planner.plan(package, for: profile, in: store) }
}

extension CLIError {
    static func packageNotValid(_ path: String, _ verdict: Verdict) -> CLIError {
        CLIError(
            "cli.package-not-valid", ExitCode(verdict), file: path,
            Message(
                de: "Das Paket hat die Prüfung nicht bestanden und wird nicht übertragen.",
                en: "The package did not pass verification and is not transferred."),
            hint: Message(
                de: "„xoev package verify \(path)“ zeigt alle Befunde.",
                en: "“xoev package verify \(path)” shows all findings."))
    }
}
