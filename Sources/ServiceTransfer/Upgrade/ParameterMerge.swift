/// The value of a parameter in an installed service: as package and profile had it, and as the municipality set it in
/// its portal.
struct StoredParameter: Hashable {
    var name: String
    /// By package and profile; nil where neither had a value.
    var bound: ResolvedParameter?
    /// Whether the municipality set another value.
    var isLocal: Bool
    /// That value; nil where the municipality took the value away.
    var local: ResolvedParameter?

    init(name: String, bound: ResolvedParameter?, isLocal: Bool = false, local: ResolvedParameter? = nil) {
        self.name = name
        self.bound = bound
        self.isLocal = isLocal
        self.local = local
    }

    /// The value that holds.
    var effective: ResolvedParameter? { isLocal ? local : bound }
}

/// Merges the values of parameters: base is what package and profile had, theirs what they have now, ours what the
/// municipality set.
struct ParameterMerge {
    let rules: MergeRules

    struct Outcome {
        var parameters: [StoredParameter] = []
        var fields: [TransferPlan.Field] = []

        var effective: [String: ResolvedParameter] {
            Dictionary(
                parameters.compactMap { item in item.effective.map { (item.name, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        var conflicts: Bool { fields.contains { $0.outcome == .conflict } }
    }

    func run(_ theirs: [String: ResolvedParameter], stored: [StoredParameter], isInstalled: Bool) -> Outcome {
        var outcome = Outcome()
        let known = Dictionary(stored.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for name in Set(theirs.keys).union(known.keys).sorted() {
            let (new, before) = (theirs[name], known[name])
            var parameter = StoredParameter(name: name, bound: new)
            let base = before?.bound
            let ours = before?.effective
            guard isInstalled, new != base || ours != base else {
                outcome.parameters.append(parameter)
                continue
            }
            var field = TransferPlan.Field(
                path: .parameter(name), outcome: .theirs, base: base?.text, theirs: new?.text, ours: ours?.text,
                result: new?.text)
            func keep(_ outcome: TransferPlan.Field.Outcome) {
                field.outcome = outcome
                field.result = ours?.text
                parameter.isLocal = true
                parameter.local = ours
            }
            if new == ours {
                field.outcome = .same
            } else if new == base {
                keep(.ours)
            } else if ours != base {
                switch rules.decision(field.path, theirs: field.theirs, ours: field.ours) {
                case .ours: keep(.choseOurs)
                case .theirs: field.outcome = .choseTheirs
                case .value(let text):
                    let isSecret = (new ?? ours)?.geheimnisverweis != nil
                    parameter.isLocal = true
                    parameter.local = ResolvedParameter(
                        name: name, wert: isSecret ? nil : text, geheimnisverweis: isSecret ? text : nil)
                    field.outcome = .choseValue
                    field.result = text
                case .open:
                    keep(.conflict)
                    field.isDecisionOutdated = rules.isOutdated(field.path, theirs: field.theirs, ours: field.ours)
                }
            }
            outcome.fields.append(field)
            if parameter.bound != nil || parameter.isLocal { outcome.parameters.append(parameter) }
        }
        return outcome
    }
}

extension ResolvedParameter {
    /// The value, or the reference to a secret, as it is shown.
    var text: String? { wert ?? geheimnisverweis }
}
