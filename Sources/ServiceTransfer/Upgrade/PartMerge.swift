import Archives
import GRDB
import XMLCore

/// Merges the parts of an installed service with those of a new package, bound to the municipality: parts in XZuFi
/// field by field, all others as a whole.
struct PartMerge {
    let rules: MergeRules
    /// Reads the bytes of a digest.
    let blob: (String) throws -> [UInt8]

    struct Outcome {
        /// What each part of the package will be in the portal.
        var parts: [String: [UInt8]] = [:]
        var fields: [TransferPlan.Field] = []
        /// The parts with an open conflict.
        var conflicts: Set<String> = []
    }

    /// Merges; `bound` has the parts of the new package, in its order.
    func run(_ parts: [(id: String, rolle: Rolle, bytes: [UInt8])], stored: [StoredPart]) throws -> Outcome {
        var outcome = Outcome()
        let known = Dictionary(stored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for part in parts {
            guard let before = known[part.id] else {
                outcome.parts[part.id] = part.bytes
                continue
            }
            try merge(part, before, &outcome)
        }
        let kept = Set(parts.map(\.id))
        for before in stored where !kept.contains(before.id) { remove(before, &outcome) }
        return outcome
    }

    private func merge(
        _ part: (id: String, rolle: Rolle, bytes: [UInt8]), _ before: StoredPart, _ outcome: inout Outcome
    ) throws {
        let theirs = SHA256Text.digest(part.bytes)
        if theirs == before.gebunden, !before.isEdited {
            outcome.parts[part.id] = part.bytes
            return
        }
        let isStructured = part.rolle == .leistungsbeschreibung || part.rolle == .onlinedienst
        if isStructured, let merged = try mergeFields(part, before) {
            // Untouched by both sides but one: the bytes of that side, not a copy that was written anew.
            let bytes: [UInt8]? =
                !before.isEdited ? part.bytes : theirs == before.gebunden ? try blob(before.lebend) : merged.bytes
            outcome.parts[part.id] = bytes
            outcome.fields += merged.fields
            if merged.fields.contains(where: { $0.outcome == .conflict }) { outcome.conflicts.insert(part.id) }
            return
        }
        let field = whole(FieldPath(part: part.id), base: before.gebunden, theirs: theirs, ours: before.lebend)
        outcome.fields.append(field)
        if field.outcome == .conflict { outcome.conflicts.insert(part.id) }
        switch field.outcome {
        case .theirs, .same, .choseTheirs: outcome.parts[part.id] = part.bytes
        default: outcome.parts[part.id] = try blob(before.lebend)
        }
    }

    private func mergeFields(
        _ part: (id: String, rolle: Rolle, bytes: [UInt8]), _ before: StoredPart
    ) throws -> (bytes: [UInt8], fields: [TransferPlan.Field])? {
        guard let base = try? XMLTree(bytes: try blob(before.gebunden), name: part.id),
            let theirs = try? XMLTree(bytes: part.bytes, name: part.id)
        else { return nil }
        var ours = base
        if before.isEdited {
            guard let local = try? XMLTree(bytes: try blob(before.lebend), name: part.id) else { return nil }
            ours = local
        }
        // Another version of the standard, another kind of object: nothing that could be compared field by field.
        guard base.root.name == theirs.root.name, base.root.name == ours.root.name else { return nil }
        var merge = FieldMerge { steps, _, theirs, ours in
            rules.decision(FieldPath(part: part.id, steps: steps), theirs: theirs, ours: ours)
        }
        let tree = merge.merge(base: base, theirs: theirs, ours: ours)
        guard let bytes = try? tree.serialized() else { return nil }
        return (bytes, merge.changes.map { TransferPlan.Field($0, part: part.id, rules) })
    }

    private func whole(_ path: FieldPath, base: String, theirs: String?, ours: String) -> TransferPlan.Field {
        func name(_ digest: String?) -> String? { digest.map { "sha256:" + $0 } }
        var outcome: TransferPlan.Field.Outcome
        if theirs == ours {
            outcome = .same
        } else if base == ours {
            outcome = .theirs
        } else if base == theirs {
            outcome = .ours
        } else {
            switch rules.decision(path, theirs: name(theirs), ours: name(ours)) {
            case .theirs: outcome = .choseTheirs
            // What the new package has no place for cannot stay.
            case .ours where theirs != nil: outcome = .choseOurs
            default: outcome = .conflict
            }
        }
        let result = [.theirs, .same, .choseTheirs].contains(outcome) ? theirs : ours
        return TransferPlan.Field(
            path: path, outcome: outcome, base: name(base), theirs: name(theirs), ours: name(ours),
            result: name(result),
            isDecisionOutdated: outcome == .conflict
                && rules.isOutdated(path, theirs: name(theirs), ours: name(ours)))
    }

    private func remove(_ before: StoredPart, _ outcome: inout Outcome) {
        guard before.isEdited else { return }
        let field = whole(FieldPath(part: before.id), base: before.gebunden, theirs: nil, ours: before.lebend)
        outcome.fields.append(field)
        if field.outcome == .conflict { outcome.conflicts.insert(before.id) }
    }
}

extension TransferPlan.Field {
    init(_ change: FieldMerge.Change, part: String, _ rules: MergeRules) {
        let path = FieldPath(part: part, steps: change.steps)
        let theirs = change.theirs.map(FieldKeys.value)
        let ours = change.ours.map(FieldKeys.value)
        self.init(
            path: path, outcome: change.outcome, base: change.base.map(FieldKeys.value), theirs: theirs, ours: ours,
            result: change.result.map(FieldKeys.value),
            isDecisionOutdated: change.outcome == .conflict && rules.isOutdated(path, theirs: theirs, ours: ours))
    }
}
