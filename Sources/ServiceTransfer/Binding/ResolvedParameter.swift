import Findings

/// The value of a parameter for one municipality, or the reference to its secret.
public struct ResolvedParameter: Sendable, Hashable, Codable {
    /// The parameter's name.
    public let name: String
    /// The value; nil for a secret.
    public let wert: String?
    /// Where the secret is found; nil for a value.
    public let geheimnisverweis: String?
}

/// Finds the value of every parameter: of the values that the profile sets for this package and its responsible unit, the
/// one on the narrowest level; else the default of the declaration (DP section 6).
struct ParameterResolver {
    let package: LoadedPackage
    let profile: Portalprofil

    private var manifest: Dienstpaket { package.manifest }

    struct Outcome {
        var values: [String: ResolvedParameter] = [:]
        var problems: [TransferPlan.Missing] = []
    }

    func resolve() -> Outcome {
        var outcome = Outcome()
        for declaration in manifest.parameter {
            let set = narrowest(declaration.name)
            switch set?.inhalt {
            case .geheimnis(let reference)?:
                if declaration.geheim {
                    outcome.values[declaration.name] = ResolvedParameter(
                        name: declaration.name, wert: nil, geheimnisverweis: reference)
                } else {
                    outcome.problems.append(invalid(declaration, expected: declaration.typ.expectation(for: "")))
                }
            case .wert(let value)?: use(value, of: declaration, in: &outcome)
            case nil:
                if let value = declaration.vorgabe, !declaration.geheim {
                    use(value, of: declaration, in: &outcome)
                } else if declaration.pflicht {
                    outcome.problems.append(missing(declaration))
                }
            }
        }
        return outcome
    }

    /// What is wrong with the values that the municipality set itself, by the declarations of this package.
    func problems(of parameters: [StoredParameter]) -> [TransferPlan.Missing] {
        parameters.filter(\.isLocal).compactMap { item in
            guard let declaration = manifest.parameter.first(where: { $0.name == item.name }) else { return nil }
            return problem(of: item.local, declaration)
        }
    }

    /// What is wrong with a value that the municipality set itself; nil where it fits the declaration.
    func problem(of value: ResolvedParameter?, _ declaration: ParameterDeklaration) -> TransferPlan.Missing? {
        guard let value else { return declaration.pflicht ? missing(declaration) : nil }
        if let reference = value.geheimnisverweis {
            let isRight = declaration.geheim && SecretReference.isValid(reference)
            return isRight ? nil : invalid(declaration, expected: declaration.typ.expectation(for: reference))
        }
        var outcome = Outcome()
        use(value.wert ?? "", of: declaration, in: &outcome)
        return outcome.problems.first
    }

    /// The units of the profile that are responsible for the package's services, in the order of the services.
    var responsibleUnits: [Portalprofil.Organisationseinheit] {
        var result: [Portalprofil.Organisationseinheit] = []
        for service in manifest.leistungen {
            guard let unit = profile.zustaendigeStelle(fuer: service.schluessel) else { continue }
            if !result.contains(where: { $0.id == unit.id }) { result.append(unit) }
        }
        return result
    }

    private func narrowest(_ name: String) -> Portalprofil.Parameterwert? {
        let units = responsibleUnits.map(\.id)
        let candidates = profile.parameterwerte.filter { value in
            guard value.name == name, value.paket == nil || value.paket == manifest.kennung else { return false }
            return value.organisationseinheit.map { units.contains($0) } ?? true
        }
        return candidates.max { left, right in
            if left.ebene != right.ebene { return left.ebene < right.ebene }
            return left.paket == nil && right.paket != nil
        }
    }

    private func use(_ value: String, of declaration: ParameterDeklaration, in outcome: inout Outcome) {
        if declaration.geheim {
            outcome.problems.append(
                TransferPlan.Missing(
                    "transfer.secret-in-clear", .parameter, declaration.name, isRequired: true,
                    de: "Der Parameter „\(declaration.name)“ ist geheim; das Profil darf nur einen Verweis nennen.",
                    en: "The parameter “\(declaration.name)” is secret; the profile may name a reference only.",
                    hintDE:
                        "Ersetzen Sie <wert> durch <geheimnis secretRef=\"…\"/> und tauschen Sie das Geheimnis aus.",
                    hintEN: "Replace <wert> by <geheimnis secretRef=\"…\"/> and change the secret."))
            return
        }
        if let expected = declaration.typ.expectation(for: value) {
            outcome.problems.append(invalid(declaration, expected: expected))
            return
        }
        if declaration.typ == .code, let uri = declaration.codeliste,
            let codes = CodeListIdentity.lookup(uri, in: package), !codes.contains(value)
        {
            outcome.problems.append(notInList(declaration, uri, nearest: codes.nearest(to: value)))
            return
        }
        outcome.values[declaration.name] = ResolvedParameter(
            name: declaration.name, wert: value, geheimnisverweis: nil)
    }

    private func notInList(
        _ declaration: ParameterDeklaration, _ uri: String, nearest: [String]
    ) -> TransferPlan.Missing {
        let known = nearest.joined(separator: ", ")
        return TransferPlan.Missing(
            "transfer.parameter-not-in-list", .parameter, declaration.name, isRequired: true,
            de: "Der Wert des Parameters „\(declaration.name)“ steht nicht in der Codeliste \(uri).",
            en: "The value of the parameter “\(declaration.name)” is not in the code list \(uri).",
            hintDE: known.isEmpty ? "Wählen Sie einen Code der Liste." : "Ähnliche Codes: \(known).",
            hintEN: known.isEmpty ? "Choose a code of the list." : "Similar codes: \(known).")
    }

    private func missing(_ declaration: ParameterDeklaration) -> TransferPlan.Missing {
        let name = declaration.bezeichnung
        return TransferPlan.Missing(
            "transfer.parameter-missing", .parameter, declaration.name, isRequired: true,
            de: "Der Parameter „\(declaration.name)“ (\(name.best("de"))) hat keinen Wert.",
            en: "The parameter “\(declaration.name)” (\(name.best("en"))) has no value.",
            hintDE:
                "Setzen Sie ihn im Profil unter parameterwerte, üblicherweise auf der Ebene \(declaration.ebene.rawValue).",
            hintEN: "Set it in the profile under parameterwerte, usually on the level \(declaration.ebene.rawValue).")
    }

    private func invalid(_ declaration: ParameterDeklaration, expected: Message?) -> TransferPlan.Missing {
        // The value itself is not shown: it may be personal or, entered by mistake, a secret.
        let form = expected ?? Message(de: "ein Wert", en: "a value")
        return TransferPlan.Missing(
            "transfer.parameter-invalid", .parameter, declaration.name, isRequired: true,
            de:
                "Der Wert des Parameters „\(declaration.name)“ hat nicht die Form des Typs \(declaration.typ.rawValue).",
            en:
                "The value of the parameter “\(declaration.name)” does not have the form of type \(declaration.typ.rawValue).",
            hintDE: "Erwartet wird \(form.rendered(.de)).", hintEN: "Expected is \(form.rendered(.en)).")
    }
}
