import Archives
import Findings
import ServiceTransfer

/// Package, profile and store of a transfer, verified and opened.
struct TransferPreparation {
    let package: LoadedPackage
    let profile: Portalprofil
    let store: PortalStore
    /// The packages that are installed along where they are not installed yet.
    let along: [LoadedPackage]
    private let lock: Festlegung?
    private let options: TransferOptions
    private let session: Session

    /// Verifies the package and its signatures: one with errors is not transferred; what could not be checked is told.
    init(_ options: TransferOptions, session: Session, writes: Bool) async throws {
        package = try await session.verifiedPackage(options.package, options.signature)
        lock = try options.dependencies.lock(for: package, at: options.package)
        along = try await options.dependencies.along(with: package, lock, options.signature, session)
        profile = try session.readProfile(options.profile)
        store = try options.store.open(isReadOnly: !writes && along.isEmpty)
        self.options = options
        self.session = session
    }

    /// The plan for the store as it is. Conflicts are asked about where that is wanted, and written where that is.
    func plan() throws -> TransferPlan {
        try planned(\.self) { try $0.plan(package, along: along, for: profile, in: store) }
    }

    /// The plan, and what it changes in the package.
    func preview() throws -> TransferPlanner.Preview {
        try planned(\.plan) { try $0.preview(package, along: along, for: profile, in: store) }
    }

    private func planned<Result>(
        _ plan: KeyPath<Result, TransferPlan>, _ make: (TransferPlanner) throws -> Result
    ) throws -> Result {
        if let file = options.merge.writeResolutions { try AtomicFile(file).check() }
        let dialog = options.merge.interactive ? try ConflictDialog(session) : nil
        var rules = try options.merge.decided.rules()
        var result = try make(planner(rules))
        if let dialog, !result[keyPath: plan].conflicts.isEmpty {
            rules.decisions = dialog.decisions(result[keyPath: plan]) + rules.decisions
            result = try make(planner(rules))
        }
        if let file = options.merge.writeResolutions {
            try AtomicFile(file).write(Entscheidungen(result[keyPath: plan]).bytes())
        }
        return result
    }

    private func planner(_ rules: MergeRules) -> TransferPlanner {
        TransferPlanner(
            options: TransferPlanner.Options(
                sameService: options.adopt ? .adopt : .refuse, allowsDowngrade: options.allowDowngrade,
                allowsRenaming: options.allowRenaming, confirmsBreaking: options.merge.decided.confirmBreaking,
                merge: rules, lock: lock))
    }
}

extension Session {
    /// The package at a path, verified with its signatures: one with errors is not transferred; what could not be checked
    /// is told.
    func verifiedPackage(_ path: String, _ signature: SignatureOptions) async throws -> LoadedPackage {
        let verified = PackageVerifier().verify(path)
        let result = try await signature.judged(verified, self)
        let verdict = result.verdict
        for finding in result.findings where finding.severity > .hint { tell(finding) }
        guard let package = verified.package, verdict == .valid || verdict == .incomplete else {
            throw CLIError.packageNotValid(path, verdict, ExitCode(result))
        }
        if verdict == .incomplete {
            say(
                Message(
                    de: "Das Paket konnte nicht vollständig geprüft werden; „xoev package verify“ sagt, warum.",
                    en: "The package could not be checked completely; “xoev package verify” tells why."))
        }
        return package
    }

    /// The profile at a path; what should be looked at in it is told on standard error.
    func readProfile(_ path: String) throws -> Portalprofil {
        let outcome = try ProfileReader().check(path: path)
        let profile = try outcome.usableProfile()
        for finding in outcome.findings where finding.severity > .hint { tell(finding) }
        return profile
    }
}

extension CLIError {
    static func packageNotValid(
        _ path: String, _ verdict: Verdict, _ exitCode: Findings.ExitCode
    ) -> CLIError {
        CLIError(
            "cli.package-not-valid", exitCode, file: path,
            Message(
                de: "Das Paket hat die Prüfung nicht bestanden und wird nicht übertragen.",
                en: "The package did not pass verification and is not transferred."),
            hint: Message(
                de: "„xoev package verify \(path)“ zeigt alle Befunde.",
                en: "“xoev package verify \(path)” shows all findings."))
    }
}
