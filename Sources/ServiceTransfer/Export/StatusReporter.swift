import Findings
import GRDB

/// What is installed in the municipalities of a store.
public struct TransferStatus: Sendable, Hashable, Codable {
    /// An installed service.
    public struct Service: Sendable, Hashable, Codable {
        /// The package.
        public let kennung: String
        /// The version.
        public let version: String
        /// The name in German.
        public let bezeichnung: String
        /// The package digest.
        public let digest: String
        /// When it was installed in this version.
        public let installedAt: String
        /// Who installed it.
        public let installedBy: String
        /// The digest of the profile it is bound to.
        public let profileDigest: String
        /// Its parts.
        public let parts: [Part]
        /// Where its objects come from and what they are called here.
        public let bindings: [Binding]
        /// The names of the parameters that have a value, and of the secrets that have a reference.
        public let parameters: [String]
        /// The names of the parameters that the municipality set itself.
        public let localParameters: [String]
        /// Whether the package came with a signature that is kept.
        public let isSigned: Bool
    }

    /// A part of an installed service.
    public struct Part: Sendable, Hashable, Codable {
        /// The part.
        public let id: String
        /// Its role.
        public let role: String
        /// Its path in the package.
        public let path: String
        /// The digest of the part as it came.
        public let original: String
        /// The digest of the part as it is bound.
        public let bound: String
        /// The digest of the part as it is in the portal: another one where the municipality changed it.
        public let local: String
    }

    /// A row of the table source id → target id.
    public struct Binding: Sendable, Hashable, Codable {
        /// The kind of object.
        public let kind: String
        /// The part.
        public let part: String
        /// The identity where it comes from.
        public let source: ObjektKennung
        /// The identity here.
        public let target: ObjektKennung
        /// The key of the service.
        public let schluessel: String?
    }

    /// A municipality and its services.
    public struct Municipality: Sendable, Hashable, Codable {
        /// The portal.
        public let portal: String
        /// The Amtlicher Regionalschlüssel.
        public let ars: String
        /// The name.
        public let name: String
        /// The digest of the state of its services.
        public let stateDigest: String
        /// Its services by identifier.
        public let services: [Service]
        /// The latest entries of its journal, the newest first.
        public let journal: [JournalEntry]
    }

    /// The municipalities by portal and ARS.
    public let municipalities: [Municipality]
}

/// Reads the status of a store.
public struct StatusReporter: Sendable {
    /// What is told.
    public struct Options: Sendable {
        /// Only the municipality of this ARS; all where it is nil.
        public var ars: String?
        /// The most entries of a journal.
        public var journalLimit: Int

        /// Options from their parts.
        public init(ars: String? = nil, journalLimit: Int = 20) {
            self.ars = ars
            self.journalLimit = journalLimit
        }
    }

    private let options: Options

    /// A reporter with options.
    public init(options: Options = Options()) { self.options = options }

    /// The status of a store. Throws `store.unknown-municipality` when the ARS asked for is not there.
    public func status(of store: PortalStore) throws(TransferError) -> TransferStatus {
        try status(of: store, .silent)
    }

    func status(of store: PortalStore, _ monitor: TransferMonitor) throws(TransferError) -> TransferStatus {
        try store.read { db in
            let found = try db.municipalities().filter { options.ars == nil || $0.ars == options.ars }
            if let ars = options.ars, found.isEmpty {
                throw StoreQuery.unknownMunicipality("ARS \(ars)", path: store.path)
            }
            let municipalities = try found.enumerated().map { number, municipality in
                try monitor.step(.municipalities, number, of: found.count, municipality.name)
                return try self.municipality(municipality, db)
            }
            try monitor.step(.municipalities, found.count, of: found.count)
            return TransferStatus(municipalities: municipalities)
        }
    }

    private func municipality(_ found: StoredMunicipality, _ db: Database) throws -> TransferStatus.Municipality {
        TransferStatus.Municipality(
            portal: found.portal, ars: found.ars, name: found.name, stateDigest: found.stateDigest,
            services: try db.currentPackages(in: found.id).map { try service($0, in: found.id, db) },
            journal: try db.journal(of: found.id, limit: options.journalLimit))
    }

    private func service(
        _ package: StoredPackage, in kommune: Int64, _ db: Database
    ) throws -> TransferStatus.Service {
        let parameters = try db.parameters(of: package.kennung, in: kommune)
        return TransferStatus.Service(
            kennung: package.kennung, version: package.version.description, bezeichnung: package.bezeichnung,
            digest: package.digest, installedAt: package.installiertAm, installedBy: package.installiertVon,
            profileDigest: package.profil,
            parts: try db.parts(of: package.id).map {
                TransferStatus.Part(
                    id: $0.id, role: $0.rolle, path: $0.pfad, original: $0.original, bound: $0.gebunden,
                    local: $0.lebend)
            },
            bindings: try db.bindings(of: package.kennung, in: kommune).map {
                TransferStatus.Binding(
                    kind: $0.art, part: $0.bestandteil, source: $0.quelle, target: $0.ziel, schluessel: $0.schluessel)
            },
            parameters: parameters.filter { $0.effective != nil }.map(\.name),
            localParameters: parameters.filter(\.isLocal).map(\.name), isSigned: package.signatur != nil)
    }
}
