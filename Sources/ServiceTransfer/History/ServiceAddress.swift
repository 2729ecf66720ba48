import Findings
import GRDB

/// Which service of which municipality of a store.
public struct ServiceAddress: Sendable, Hashable {
    /// The municipality's Amtlicher Regionalschlüssel.
    public var ars: String
    /// The portal; the only one with this municipality where it is nil.
    public var portal: String?
    /// The package.
    public var kennung: String

    /// An address from its parts.
    public init(ars: String, portal: String? = nil, kennung: String) {
        self.ars = ars
        self.portal = portal
        self.kennung = kennung
    }

    /// The municipality. Throws `store.unknown-municipality`.
    func municipality(in db: Database, path: String) throws -> StoredMunicipality {
        let candidates = try db.municipalities(ars: ars).filter { portal == nil || $0.portal == portal }
        if let municipality = candidates.first, candidates.count == 1 { return municipality }
        guard candidates.count > 1 else { throw StoreQuery.unknownMunicipality("ARS \(ars)", path: path) }
        let portals = candidates.map(\.portal).joined(separator: ", ")
        throw TransferError(
            .unknownMunicipality, at: Location(file: path),
            Message(
                de: "Mehrere Portale haben die Kommune ARS \(ars): \(portals).",
                en: "Several portals have the municipality ARS \(ars): \(portals)."),
            hint: Message(de: "Nennen Sie das Portal mit --portal.", en: "Name the portal with --portal."))
    }

    /// Says that the municipality has not installed the service.
    func notInstalled(in municipality: StoredMunicipality, path: String) -> TransferError {
        TransferError(
            .unknownService, at: Location(file: path),
            Message(
                de: "\(municipality.name) hat den Dienst \(kennung) nicht installiert.",
                en: "\(municipality.name) has not installed the service \(kennung)."),
            hint: Message(
                de: "„xoev transfer status“ zeigt, was installiert ist, „xoev transfer history“, was es war.",
                en: "“xoev transfer status” shows what is installed, “xoev transfer history” what was."))
    }
}

extension Database {
    func municipalities(ars: String) throws -> [StoredMunicipality] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM kommune WHERE ars = ? ORDER BY portal"), arguments: [ars]
        ).map(municipality)
    }

    /// An entry of a municipality's journal.
    func journalEntry(_ nummer: Int64, of kommune: Int64) throws -> JournalEntry? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM journal WHERE kommune = ? AND id = ?"), arguments: [kommune, nummer]
        ).map(JournalEntry.init)
    }

    /// The entries about a package, the newest first.
    func journal(of kommune: Int64, paket: String, limit: Int) throws -> [JournalEntry] {
        try Row.fetchAll(
            cachedStatement(
                sql: "SELECT * FROM journal WHERE kommune = ? AND paket = ? ORDER BY id DESC LIMIT ?"),
            arguments: [kommune, paket, limit]
        ).map(JournalEntry.init)
    }

    /// The state that an entry names; nil where the service was not installed.
    func state(_ digest: String?, exists: Bool, entry: JournalEntry, path: String) throws -> ServiceState? {
        guard exists else { return nil }
        guard let digest else {
            throw TransferError(
                .stateUnknown, at: Location(file: path),
                Message(
                    de:
                        "Der Stand zum Eintrag \(entry.nummer) ist nicht festgehalten; ihn schrieb eine ältere Version.",
                    en: "The state of entry \(entry.nummer) was not kept; an earlier version wrote it."),
                hint: Message(
                    de: "Wählen Sie einen späteren Eintrag; „xoev transfer history“ zeigt sie.",
                    en: "Choose a later entry; “xoev transfer history” shows them."))
        }
        return try ServiceState(bytes: requiredBlob(digest))
    }

    /// The state after an entry.
    func stateAfter(_ entry: JournalEntry, path: String) throws -> ServiceState? {
        try state(entry.stand, exists: entry.nachVersion != nil, entry: entry, path: path)
    }

    /// The state before an entry.
    func stateBefore(_ entry: JournalEntry, path: String) throws -> ServiceState? {
        try state(entry.standVor, exists: entry.vonVersion != nil, entry: entry, path: path)
    }
}
