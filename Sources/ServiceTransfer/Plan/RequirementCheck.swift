/// Compares what a package needs with what the profile and the store offer: capabilities, parts of the profile, code
/// lists, other packages (DP section 7).
struct RequirementCheck {
    let package: LoadedPackage
    let profile: Portalprofil
    let state: PlanningState
    /// What the packages were resolved to; nil where nothing was fixed.
    var lock: Festlegung?

    private var manifest: Dienstpaket { package.manifest }

    func missing() throws -> [TransferPlan.Missing] {
        let locked = try lock.map { try LockCheck(lock: $0, package: package, state: state).missing() } ?? []
        // What the lock file says about a package is more than its range.
        let told = Set(locked.map(\.name))
        return capabilities() + profileParts() + (try codeLists()) + (try packages()).filter { !told.contains($0.name) }
            + locked + (try InstalledDependencies(package: package, state: state).missing())
    }

    private func capabilities() -> [TransferPlan.Missing] {
        manifest.voraussetzungen.filter { !Self.isOffered($0, by: profile) }.map { requirement in
            TransferPlan.Missing(
                "transfer.capability-missing", .capability, "\(requirement.art.rawValue)/\(requirement.wert)",
                isRequired: requirement.pflicht,
                de: "Das Portal bietet nicht, was der Dienst \(requirement.pflicht ? "braucht" : "nutzen kann"): "
                    + "\(requirement.art.rawValue) \(requirement.wert).",
                en: "The portal does not offer what the service \(requirement.pflicht ? "needs" : "can use"): "
                    + "\(requirement.art.rawValue) \(requirement.wert).",
                hintDE: "Richten Sie die Fähigkeit ein und nennen Sie sie im Profil unter faehigkeiten.",
                hintEN: "Set up the capability and name it in the profile under faehigkeiten.")
        }
    }

    /// Whether the portal of a profile offers what a service needs (DP section 7.1).
    static func isOffered(_ requirement: Voraussetzung, by profile: Portalprofil) -> Bool {
        let offered = profile.faehigkeiten.filter { $0.art == requirement.art }
        if requirement.art == .vertrauensniveau, let needed = Int(requirement.wert) {
            return offered.contains { (Int($0.wert) ?? -1) >= needed }
        }
        return offered.contains { $0.wert == requirement.wert }
    }

    private func profileParts() -> [TransferPlan.Missing] {
        profile.teile.filter { $0.status < .vollstaendig }.map { part in
            TransferPlan.Missing(
                "transfer.profile-part-incomplete", .profilePart, part.name, isRequired: false,
                de: "Der Teil „\(part.name)“ des Profils ist \(part.status == .neu ? "noch leer" : "unvollständig").",
                en: "The part “\(part.name)” of the profile is \(part.status == .neu ? "still empty" : "incomplete").",
                hintDE: "Vervollständigen Sie ihn und setzen Sie den Status auf 9.",
                hintEN: "Complete it and set its status to 9.")
        }
    }

    private func codeLists() throws -> [TransferPlan.Missing] {
        let own = manifest.codelisten.isEmpty ? [] : CodeListIdentity.lists(in: package)
        return try manifest.codelisten.compactMap { list in
            let uri = list.canonicalVersionURI
            if own.contains(uri) { return nil }
            let key = ObjektKennung(schemeAgencyID: "", schemeID: CodeListIdentity.scheme, value: uri)
            if try !state.db.bindings(source: key, art: Rolle.codeliste.rawValue, in: state.municipality.id).isEmpty {
                return nil
            }
            return TransferPlan.Missing(
                "transfer.codelist-missing", .dependency, uri, isRequired: true,
                de: "Die Codeliste \(list.uri) in Version \(list.version) liegt im Ziel nicht vor.",
                en: "The code list \(list.uri) in version \(list.version) is not in the target.",
                hintDE: "Installieren Sie zuerst ein Paket, das die Liste enthält, oder nehmen Sie sie ins Paket auf.",
                hintEN: "First install a package that holds the list, or put it into the package.")
        }
    }

    private func packages() throws -> [TransferPlan.Missing] {
        try manifest.pakete.compactMap { dependency in
            let installed = try state.db.currentPackage(dependency.kennung, in: state.municipality.id)
            if let installed, dependency.versionen.contains(installed.version) { return nil }
            let found =
                installed.map {
                    TransferPlan.Text(de: "installiert ist \($0.version)", en: "\($0.version) is installed")
                }
                ?? TransferPlan.Text(de: "es ist nicht installiert", en: "it is not installed")
            return TransferPlan.Missing(
                "transfer.package-missing", .dependency, dependency.kennung, isRequired: true,
                de: "Der Dienst braucht das Paket \(dependency.kennung) \(dependency.versionen); \(found.de).",
                en: "The service needs the package \(dependency.kennung) \(dependency.versionen); \(found.en).",
                hintDE: "Übertragen Sie zuerst dieses Paket.", hintEN: "Transfer that package first.")
        }
    }
}
