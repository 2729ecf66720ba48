import Findings
import GRDB
import XMLCore

/// A field of an installed service that can be edited.
public struct ServiceField: Sendable, Hashable, Codable {
    /// Its address.
    public let path: FieldPath
    /// Its value in the portal; nil where it was removed or has none. Whole parts show their digest.
    public let value: String?
    /// Its value by package and profile; nil where they have none.
    public let packageValue: String?
    /// Whether the municipality changed it.
    public let isEdited: Bool
}

/// Tells the fields of an installed service.
public struct FieldReporter: Sendable {
    /// What is told.
    public struct Options: Sendable {
        /// The service.
        public var service: ServiceAddress
        /// Only the fields that this covers.
        public var pattern: FieldPattern?
        /// Only the fields that the municipality changed.
        public var onlyEdited: Bool

        /// Options from their parts.
        public init(service: ServiceAddress, pattern: FieldPattern? = nil, onlyEdited: Bool = false) {
            self.service = service
            self.pattern = pattern
            self.onlyEdited = onlyEdited
        }
    }

    private let options: Options

    /// A reporter with options.
    public init(options: Options) { self.options = options }

    /// The fields: parameters first, then the parts in the package's order. Throws `store.unknown-service`.
    public func fields(in store: PortalStore) throws(TransferError) -> [ServiceField] {
        try store.read { db in
            let municipality = try options.service.municipality(in: db, path: store.path)
            guard let state = try db.serviceState(of: options.service.kennung, in: municipality.id) else {
                throw options.service.notInstalled(in: municipality, path: store.path)
            }
            let service = try InstalledService(state: state, db: db)
            var fields = parameters(service)
            for part in state.teile { fields += try self.fields(of: part, db) }
            return fields.filter { field in
                (options.pattern?.matches(field.path) ?? true) && (field.isEdited || !options.onlyEdited)
            }
        }
    }

    private func parameters(_ service: InstalledService) -> [ServiceField] {
        service.manifest.parameter.map { declaration in
            let stored = service.state.parameter.first { $0.name == declaration.name }
            return ServiceField(
                path: .parameter(declaration.name), value: stored?.effective,
                packageValue: stored.flatMap { $0.wert ?? $0.verweis }, isEdited: stored?.lokal != nil)
        }
    }

    private func fields(of part: ServiceState.Part, _ db: Database) throws -> [ServiceField] {
        let isStructured =
            part.rolle == Rolle.leistungsbeschreibung.rawValue || part.rolle == Rolle.onlinedienst.rawValue
        guard isStructured, let local = try? XMLTree(bytes: db.requiredBlob(part.lebend), name: part.id),
            let bound = try? XMLTree(bytes: db.requiredBlob(part.gebunden), name: part.id)
        else {
            return [
                ServiceField(
                    path: FieldPath(part: part.id), value: "sha256:" + part.lebend,
                    packageValue: "sha256:" + part.gebunden, isEdited: part.lebend != part.gebunden)
            ]
        }
        func leaves(_ tree: XMLTree) -> [(steps: [FieldPath.Step], value: String)] {
            FieldTree(root: tree.root).fields().filter(\.isLeaf).map { ($0.steps, FieldKeys.value(of: $0.element)) }
        }
        let own = leaves(local)
        let package = leaves(bound)
        let values = Dictionary(package.map { ($0.steps, $0.value) }, uniquingKeysWith: { first, _ in first })
        let present = Set(own.map(\.steps))
        let removed = package.filter { !present.contains($0.steps) }
        return own.map { steps, value in
            ServiceField(
                path: FieldPath(part: part.id, steps: steps), value: value, packageValue: values[steps],
                isEdited: values[steps] != value)
        }
            + removed.map { steps, value in
                ServiceField(
                    path: FieldPath(part: part.id, steps: steps), value: nil, packageValue: value, isEdited: true)
            }
    }
}
