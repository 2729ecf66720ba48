import Archives
import Findings
import Foundation
import GRDB

/// A municipality of a store.
public struct StoredMunicipality: Sendable, Hashable, Codable {
    let id: Int64
    /// The portal's identifier.
    public let portal: String
    /// The Amtlicher Regionalschlüssel.
    public let ars: String
    /// The Amtlicher Gemeindeschlüssel.
    public let ags: String
    /// The name.
    public let name: String
    let kette: String

    /// The digest of the state of the municipality's services: it changes with every change of them.
    public var stateDigest: String { SHA256Text.digest(of: [portal, ars, kette]) }
}

/// A version of a package in a store.
struct StoredPackage {
    var id: Int64
    var kennung: String
    var version: SemanticVersion
    var digest: String
    var bezeichnung: String
    var profil: String
    var installiertAm: String
    var installiertVon: String
    /// The digest of the signature file that the package came with.
    var signatur: String?
}

extension StoredPackage {
    init(_ row: Row) throws {
        id = row["id"]
        kennung = row["kennung"]
        version = try SemanticVersion(row["version"])
        digest = row["digest"]
        bezeichnung = row["bezeichnung"]
        profil = row["profil"]
        installiertAm = row["installiert_am"]
        installiertVon = row["installiert_von"]
        signatur = row["signatur"]
    }
}

/// A part of an installed package.
struct StoredPart {
    var id: String
    var rolle: String
    var pfad: String
    var original: String
    var gebunden: String
    /// What the municipality made of it; nil where it is as bound.
    var lokal: String?

    /// The digest of the part as it is in the portal.
    var lebend: String { lokal ?? gebunden }
    /// Whether the municipality changed it.
    var isEdited: Bool { lebend != gebunden }
}

extension StoredPart {
    init(_ row: Row) {
        id = row["id"]
        rolle = row["rolle"]
        pfad = row["pfad"]
        original = row["original"]
        gebunden = row["gebunden"]
        lokal = row["lokal"]
    }
}

/// Where an object of a municipality comes from and what it is called there.
struct StoredBinding {
    var art: String
    var quelle: ObjektKennung
    var ziel: ObjektKennung
    var paket: String
    var bestandteil: String
    var schluessel: String?
    var original: String

    init(
        art: String, quelle: ObjektKennung, ziel: ObjektKennung, paket: String, bestandteil: String,
        schluessel: String?, original: String
    ) {
        self.art = art
        self.quelle = quelle
        self.ziel = ziel
        self.paket = paket
        self.bestandteil = bestandteil
        self.schluessel = schluessel
        self.original = original
    }

    init(_ row: Row) {
        art = row["art"]
        quelle = ObjektKennung(
            schemeAgencyID: row["quelle_agency"], schemeID: row["quelle_scheme"], value: row["quelle_wert"])
        ziel = ObjektKennung(schemeAgencyID: row["ziel_agency"], schemeID: row["ziel_scheme"], value: row["ziel_wert"])
        paket = row["paket"]
        bestandteil = row["bestandteil"]
        schluessel = row["schluessel"]
        original = row["original"]
    }
}

/// An entry of a municipality's journal. Entries are chained: each one's `kette` is a digest over the one before and
/// itself, so that a change of the past shows.
public struct JournalEntry: Sendable, Hashable, Codable {
    /// The number by which history, diff and rollback name the entry; it only grows, whatever the clock does.
    public let nummer: Int64
    /// When, as the clock that was given to the operation said.
    public let zeitpunkt: String
    /// Who.
    public let wer: String
    /// What: `anlegen`, `installieren`, `aktualisieren`, `anpassen`, `zurueckstufen`, `bearbeiten`, `entfernen`,
    /// `zurueckrollen`.
    public let vorgang: String
    /// The package.
    public let paket: String?
    /// The version before.
    public let vonVersion: String?
    /// The version after.
    public let nachVersion: String?
    /// The package digest before.
    public let vonDigest: String?
    /// The package digest after.
    public let nachDigest: String?
    /// The parts that changed, one a line, `id: digest before → digest after`.
    public let einzelheiten: String
    /// The digest of the service's whole state before; nil where there was none, or in entries of stores of version 1.
    public let standVor: String?
    /// The digest of the service's whole state after; nil where there is none, or in entries of stores of version 1.
    public let stand: String?
    /// The link of the chain.
    public let kette: String

    init(
        zeitpunkt: String, wer: String, vorgang: String, paket: String?, vonVersion: String?, nachVersion: String?,
        vonDigest: String?, nachDigest: String?, einzelheiten: String, standVor: String? = nil, stand: String? = nil,
        previous: String
    ) {
        nummer = 0
        self.zeitpunkt = zeitpunkt
        self.wer = wer
        self.vorgang = vorgang
        self.paket = paket
        self.vonVersion = vonVersion
        self.nachVersion = nachVersion
        self.vonDigest = vonDigest
        self.nachDigest = nachDigest
        self.einzelheiten = einzelheiten
        self.standVor = standVor
        self.stand = stand
        kette = Self.link(
            [zeitpunkt, wer, vorgang, paket, vonVersion, nachVersion, vonDigest, nachDigest, einzelheiten],
            states: [standVor, stand], previous: previous)
    }

    /// The link of the chain. Entries of stores of version 1 know no states: their links stay as they were.
    private static func link(_ values: [String?], states: [String?], previous: String) -> String {
        let hasStates = states.contains { $0 != nil }
        return SHA256Text.digest(of: [previous] + (values + (hasStates ? states : [])).map { $0 ?? "" })
    }

    /// Whether the entry is what was written after an entry with this link.
    func follows(_ previous: String) -> Bool {
        kette
            == Self.link(
                [zeitpunkt, wer, vorgang, paket, vonVersion, nachVersion, vonDigest, nachDigest, einzelheiten],
                states: [standVor, stand], previous: previous)
    }

    init(_ row: Row) {
        nummer = row["id"]
        zeitpunkt = row["zeitpunkt"]
        wer = row["wer"]
        vorgang = row["vorgang"]
        paket = row["paket"]
        vonVersion = row["von_version"]
        nachVersion = row["nach_version"]
        vonDigest = row["von_digest"]
        nachDigest = row["nach_digest"]
        einzelheiten = row["einzelheiten"]
        standVor = row["stand_vor"]
        stand = row["stand"]
        kette = row["kette"]
    }
}

/// The queries of the store. Each reads through an index; none grows with the number of other municipalities.
extension Database {
    func municipality(portal: String, ars: String) throws -> StoredMunicipality? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM kommune WHERE portal = ? AND ars = ?"), arguments: [portal, ars]
        ).map(municipality)
    }

    func municipalities() throws -> [StoredMunicipality] {
        try Row.fetchAll(self, sql: "SELECT * FROM kommune ORDER BY portal, ars").map(municipality)
    }

    func municipality(_ row: Row) -> StoredMunicipality {
        StoredMunicipality(
            id: row["id"], portal: row["portal"], ars: row["ars"], ags: row["ags"], name: row["name"],
            kette: row["kette"])
    }

    func currentPackage(_ kennung: String, in kommune: Int64) throws -> StoredPackage? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM paket WHERE kommune = ? AND kennung = ? AND ist_aktuell = 1"),
            arguments: [kommune, kennung]
        ).map(StoredPackage.init)
    }

    func package(_ kennung: String, version: SemanticVersion, in kommune: Int64) throws -> StoredPackage? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM paket WHERE kommune = ? AND kennung = ? AND version = ?"),
            arguments: [kommune, kennung, version.description]
        ).map(StoredPackage.init)
    }

    func currentPackages(in kommune: Int64) throws -> [StoredPackage] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM paket WHERE kommune = ? AND ist_aktuell = 1 ORDER BY kennung"),
            arguments: [kommune]
        ).map(StoredPackage.init)
    }

    /// The other current packages of a municipality that provide a service.
    func packages(providing schluessel: String, otherThan kennung: String, in kommune: Int64) throws -> [String] {
        try String.fetchAll(
            cachedStatement(
                sql: """
                    SELECT DISTINCT p.kennung FROM paket_leistung l JOIN paket p ON p.id = l.paket
                    WHERE l.kommune = ? AND l.schluessel = ? AND p.ist_aktuell = 1 AND p.kennung <> ? ORDER BY p.kennung
                    """),
            arguments: [kommune, schluessel, kennung])
    }

    func parts(of package: Int64) throws -> [StoredPart] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM bestandteil WHERE paket = ? ORDER BY position"), arguments: [package]
        ).map(StoredPart.init)
    }

    func bindings(of paket: String, in kommune: Int64) throws -> [StoredBinding] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM bindung WHERE kommune = ? AND paket = ? ORDER BY bestandteil, art"),
            arguments: [kommune, paket]
        ).map(StoredBinding.init)
    }

    func bindings(source: ObjektKennung, art: String, in kommune: Int64) throws -> [StoredBinding] {
        try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT * FROM bindung WHERE kommune = ? AND art = ? AND quelle_agency = ? AND quelle_scheme = ?
                    AND quelle_wert = ? ORDER BY paket
                    """),
            arguments: [kommune, art, source.schemeAgencyID, source.schemeID, source.value]
        ).map(StoredBinding.init)
    }

    func bindings(target: ObjektKennung, art: String, in kommune: Int64) throws -> [StoredBinding] {
        try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT * FROM bindung WHERE kommune = ? AND ziel_wert = ? AND ziel_agency = ? AND ziel_scheme = ?
                    AND art = ? ORDER BY paket
                    """),
            arguments: [kommune, target.value, target.schemeAgencyID, target.schemeID, art]
        ).map(StoredBinding.init)
    }

    func bindings(key: String, art: String, in kommune: Int64) throws -> [StoredBinding] {
        try Row.fetchAll(
            cachedStatement(
                sql: "SELECT * FROM bindung WHERE kommune = ? AND art = ? AND schluessel = ? ORDER BY paket"),
            arguments: [kommune, art, key]
        ).map(StoredBinding.init)
    }

    func blob(_ digest: String) throws -> [UInt8]? {
        try Data.fetchOne(cachedStatement(sql: "SELECT bytes FROM blob WHERE sha256 = ?"), arguments: [digest])
            .map { [UInt8]($0) }
    }

    /// The bytes of a digest that other rows name.
    func requiredBlob(_ digest: String) throws -> [UInt8] {
        if let bytes = try blob(digest) { return bytes }
        throw TransferError(
            .storeCorrupt,
            Message(
                de: "Im Portalspeicher fehlt der Inhalt \(digest).", en: "The portal store lacks the content \(digest)."
            ),
            hint: Message(de: "Spielen Sie die letzte Sicherung ein.", en: "Restore the last backup."))
    }

    func storeBlob(_ bytes: [UInt8]) throws -> String {
        let digest = SHA256Text.digest(bytes)
        try execute(
            cached: "INSERT INTO blob (sha256, groesse, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            arguments: [digest, bytes.count, Data(bytes)])
        return digest
    }

    func parameters(of paket: String, in kommune: Int64) throws -> [StoredParameter] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM parameterwert WHERE kommune = ? AND paket = ? ORDER BY name"),
            arguments: [kommune, paket]
        ).map { row in
            let name: String = row["name"]
            func value(_ wert: String?, _ verweis: String?) -> ResolvedParameter? {
                wert == nil && verweis == nil
                    ? nil : ResolvedParameter(name: name, wert: wert, geheimnisverweis: verweis)
            }
            return StoredParameter(
                name: name, bound: value(row["wert"], row["geheimnisverweis"]),
                isLocal: (row["ist_lokal"] as Bool?) ?? false,
                local: value(row["lokal_wert"], row["lokal_verweis"]))
        }
    }

    func journal(of kommune: Int64, limit: Int) throws -> [JournalEntry] {
        try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM journal WHERE kommune = ? ORDER BY id DESC LIMIT ?"),
            arguments: [kommune, limit]
        ).map(JournalEntry.init)
    }

    func append(_ entry: JournalEntry, to kommune: Int64) throws {
        try execute(
            sql: """
                INSERT INTO journal (kommune, zeitpunkt, wer, vorgang, paket, von_version, nach_version, von_digest,
                nach_digest, einzelheiten, stand_vor, stand, kette) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                kommune, entry.zeitpunkt, entry.wer, entry.vorgang, entry.paket, entry.vonVersion, entry.nachVersion,
                entry.vonDigest, entry.nachDigest, entry.einzelheiten, entry.standVor, entry.stand, entry.kette,
            ])
        try execute(sql: "UPDATE kommune SET kette = ? WHERE id = ?", arguments: [entry.kette, kommune])
    }
}
