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
        /// Where each value comes from.
        var sources: [String: ParameterSource] = [:]
        var problems: [TransferPlan.Missing] = []
    }

    func resolve() -> Outcome {
        var outcome = Outcome()
        for declaration in manifest.parameter {
            let candidates = candidates(for: declaration)
            let set = candidates.first
            if let other = candidates.first(where: { $0.inhalt != set?.inhalt }), let set {
                outcome.problems.append(ambiguous(declaration, set, other))
                continue
            }
            outcome.sources[declaration.name] =
                set.map { ParameterSource($0) }
                ?? (declaration.vorgabe == nil || declaration.geheim ? nil : ParameterSource(kind: .vorgabe))
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
                let unused = unusedValue(declaration.name)
                if let unused, unused.ebene < declaration.ebene, !declaration.pflicht || declaration.vorgabe != nil {
                    outcome.problems.append(unusedValue(declaration, ParameterSource(unused).text))
                }
                if let value = declaration.vorgabe, !declaration.geheim {
                    use(value, of: declaration, in: &outcome)
                } else if declaration.pflicht {
                    outcome.problems.append(missing(declaration, unused: unused))
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

    /// The values that hold for a parameter (PP section 4), the first in the profile first. Several with differing values
    /// are ambiguous.
    private func candidates(for declaration: ParameterDeklaration) -> [Portalprofil.Parameterwert] {
        let units = responsibleUnits.map(\.id)
        let known = profile.parameterwerte.filter { value in
            guard value.name == declaration.name, value.paket == nil || value.paket == manifest.kennung,
                value.ebene >= declaration.ebene
            else { return false }
            return value.organisationseinheit.map { units.contains($0) } ?? true
        }
        let rank = { (value: Portalprofil.Parameterwert) in (value.paket == nil ? 0 : 1, value.ebene) }
        guard let best = known.map(rank).max(by: <) else { return [] }
        return known.filter { rank($0) == best }
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

    private func ambiguous(
        _ declaration: ParameterDeklaration, _ first: Portalprofil.Parameterwert, _ second: Portalprofil.Parameterwert
    ) -> TransferPlan.Missing {
        let (one, two) = (ParameterSource(first).text, ParameterSource(second).text)
        return TransferPlan.Missing(
            "transfer.parameter-ambiguous", .parameter, declaration.name, isRequired: true,
            de:
                "Für den Parameter „\(declaration.name)“ gibt es zwei verschiedene Werte gleichen Rangs: \(one.de); \(two.de).",
            en: "The parameter “\(declaration.name)” has two different values of the same rank: \(one.en); \(two.en).",
            hintDE:
                "Setzen Sie einen Wert für dieses Paket (paket=\"\(manifest.kennung)\") oder streichen Sie einen der beiden.",
            hintEN: "Set a value for this package (paket=\"\(manifest.kennung)\"), or strike one of the two.")
    }

    /// A value that the profile has, but on a level above the declared one or for a unit that is not responsible.
    private func unusedValue(_ name: String) -> Portalprofil.Parameterwert? {
        profile.parameterwerte.first { $0.name == name && ($0.paket == nil || $0.paket == manifest.kennung) }
    }

    private func unusedValue(
        _ declaration: ParameterDeklaration, _ source: TransferPlan.Text
    ) -> TransferPlan.Missing {
        TransferPlan.Missing(
            "transfer.parameter-value-unused", .parameter, declaration.name, isRequired: false,
            de:
                "Der Wert des Parameters „\(declaration.name)“ gilt hier nicht (\(source.de)): Das Paket erklärt ihn für die "
                + "Ebene \(declaration.ebene.rawValue).",
            en:
                "The value of the parameter “\(declaration.name)” does not hold here (\(source.en)): the package declares it "
                + "for the level \(declaration.ebene.rawValue).",
            hintDE: "Setzen Sie ihn auf dieser Ebene oder einer engeren.",
            hintEN: "Set it on that level or a narrower one.")
    }

    private func missing(
        _ declaration: ParameterDeklaration, unused: Portalprofil.Parameterwert? = nil
    ) -> TransferPlan.Missing {
        let name = declaration.bezeichnung
        if let unused = unused.map({ ParameterSource($0).text }) {
            return TransferPlan.Missing(
                "transfer.parameter-missing", .parameter, declaration.name, isRequired: true,
                de:
                    "Der Parameter „\(declaration.name)“ (\(name.best("de"))) hat keinen Wert, der hier gilt (\(unused.de)).",
                en:
                    "The parameter “\(declaration.name)” (\(name.best("en"))) has no value that holds here (\(unused.en)).",
                hintDE:
                    "Setzen Sie ihn auf der Ebene \(declaration.ebene.rawValue) oder einer engeren, bei einer Stelle, die zuständig ist.",
                hintEN:
                    "Set it on the level \(declaration.ebene.rawValue) or a narrower one, for a unit that is responsible."
            )
        }
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
