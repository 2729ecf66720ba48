import Findings
import GRDB
import XMLCore

/// What differs between two states of a service, field by field.
public struct TransferDiff: Sendable, Hashable, Codable {
    /// A field that differs.
    public struct Change: Sendable, Hashable, Codable {
        /// Which field; whole parts show their digest.
        public var path: FieldPath
        /// Its value in the older state; nil where it had none.
        public var before: String?
        /// Its value in the newer state; nil where it has none.
        public var after: String?
    }

    /// The package.
    public let kennung: String
    /// The version of the older state; nil where the service was not installed.
    public let fromVersion: String?
    /// The version of the newer state; nil where the service is not installed.
    public let toVersion: String?
    /// The fields that differ: parameters first, then the parts in the package's order.
    public let changes: [Change]
}

/// Compares states of a service.
public struct StateComparer: Sendable {
    /// Which states are compared.
    public enum Range: Sendable, Hashable {
        /// What the municipality changed: the package as it was bound, and as it is in the portal.
        case localChanges
        /// What one entry of the journal changed.
        case entry(Int64)
        /// From the state after one entry to the state after another, or to the present one.
        case between(Int64, Int64?)
    }

    private let service: ServiceAddress

    /// A comparer for a service.
    public init(service: ServiceAddress) { self.service = service }

    /// The differences. Throws `store.unknown-service`, `store.unknown-entry`, `store.state-unknown`.
    public func compare(_ range: Range, in store: PortalStore) throws(TransferError) -> TransferDiff {
        try store.read { db in
            let municipality = try service.municipality(in: db, path: store.path)
            func entry(_ number: Int64) throws -> JournalEntry {
                guard let entry = try db.journalEntry(number, of: municipality.id), entry.paket == service.kennung
                else {
                    throw TransferRollback.unknownEntry(number, service.kennung, path: store.path)
                }
                return entry
            }
            func current() throws -> ServiceState? {
                try db.serviceState(of: service.kennung, in: municipality.id)
            }
            let (before, after): (ServiceState?, ServiceState?)
            switch range {
            case .localChanges:
                guard let state = try current() else {
                    throw service.notInstalled(in: municipality, path: store.path)
                }
                (before, after) = (state.withoutLocalChanges, state)
            case .entry(let number):
                let found = try entry(number)
                before = try db.stateBefore(found, path: store.path)
                after = try db.stateAfter(found, path: store.path)
            case .between(let first, let second):
                before = try db.stateAfter(entry(first), path: store.path)
                after = try second.map { try db.stateAfter(entry($0), path: store.path) } ?? current()
            }
            return TransferDiff(
                kennung: service.kennung, fromVersion: before?.version, toVersion: after?.version,
                changes: try StateDifference(blob: { try db.requiredBlob($0) }).changes(from: before, to: after))
        }
    }
}

extension ServiceState {
    /// The state as package and profile alone would have it.
    var withoutLocalChanges: ServiceState {
        var state = self
        for index in state.teile.indices { state.teile[index].lokal = nil }
        for index in state.parameter.indices { state.parameter[index].lokal = nil }
        return state
    }
}

extension ServiceState.Parameter {
    /// The value that holds, or the reference to a secret.
    var effective: String? { lokal.map { $0.wert ?? $0.verweis } ?? (wert ?? verweis) }
}

/// Finds the fields in which two states differ.
struct StateDifference {
    let blob: (String) throws -> [UInt8]

    func changes(from before: ServiceState?, to after: ServiceState?) throws -> [TransferDiff.Change] {
        parameters(before, after) + (try parts(before, after))
    }

    private func parameters(_ before: ServiceState?, _ after: ServiceState?) -> [TransferDiff.Change] {
        func values(_ state: ServiceState?) -> [String: String] {
            Dictionary(
                (state?.parameter ?? []).compactMap { item in item.effective.map { (item.name, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (values(before), values(after))
        return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { name in
            TransferDiff.Change(path: .parameter(name), before: old[name], after: new[name])
        }
    }

    private func parts(_ before: ServiceState?, _ after: ServiceState?) throws -> [TransferDiff.Change] {
        let old = before?.teile ?? []
        let new = after?.teile ?? []
        var changes: [TransferDiff.Change] = []
        for part in new {
            guard let earlier = old.first(where: { $0.id == part.id }) else {
                changes.append(
                    TransferDiff.Change(
                        path: FieldPath(part: part.id), before: nil, after: "sha256:" + part.lebend))
                continue
            }
            guard earlier.lebend != part.lebend else { continue }
            changes += try fields(part.id, part.rolle, earlier.lebend, part.lebend)
        }
        for part in old where !new.contains(where: { $0.id == part.id }) {
            changes.append(
                TransferDiff.Change(path: FieldPath(part: part.id), before: "sha256:" + part.lebend, after: nil))
        }
        return changes
    }

    private func fields(_ id: String, _ role: String, _ before: String, _ after: String) throws -> [TransferDiff.Change]
    {
        let whole = [
            TransferDiff.Change(path: FieldPath(part: id), before: "sha256:" + before, after: "sha256:" + after)
        ]
        guard role == Rolle.leistungsbeschreibung.rawValue || role == Rolle.onlinedienst.rawValue,
            let old = try? XMLTree(bytes: blob(before), name: id), let new = try? XMLTree(bytes: blob(after), name: id),
            old.root.name == new.root.name
        else { return whole }
        var merge = FieldMerge { _, _, _, _ in .theirs }
        _ = merge.merge(base: old, theirs: new, ours: old)
        let changes = merge.changes.map { change in
            TransferDiff.Change(
                path: FieldPath(part: id, steps: change.steps), before: change.base.map(FieldKeys.value),
                after: change.theirs.map(FieldKeys.value))
        }
        // Only white space, comments or prefixes differ.
        return changes.isEmpty ? whole : changes
    }
}
