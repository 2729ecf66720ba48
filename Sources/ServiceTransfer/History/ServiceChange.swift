import Archives
import Findings
import GRDB

/// One change of one service of one municipality: writes the new state and the journal entry that holds both the state
/// before and the state after. Everything that changes a service goes through here.
struct ServiceChange {
    var actor: String
    var moment: String
    var municipality: StoredMunicipality
    var kennung: String
    /// What it is called in the journal.
    var vorgang: String
    /// What changed, one a line.
    var einzelheiten: [String]
    /// Called between the writes. Tests stop or kill the process here.
    var faultPoint: (@Sendable (String) -> Void)?
    var monitor = TransferMonitor.silent

    /// Writes the state; nil removes the service. Afterwards the rows are read again and must be that state, byte for
    /// byte; contents that it names must be there.
    @discardableResult
    func write(_ state: ServiceState?, to db: Database, path: String) throws -> JournalEntry {
        let total = state?.teile.count ?? 0
        try monitor.step(.writing, 0, of: total, kennung)
        faultPoint?("begin")
        let before = try db.serviceState(of: kennung, in: municipality.id)
        let beforeDigest = try before.map { try db.storeBlob($0.bytes()) }
        let afterDigest = try state.map { try db.storeBlob($0.bytes()) }
        try removeRows(of: state?.version, from: db)
        faultPoint?("entfernt")
        if let state { try insertRows(state, to: db) }
        let written = try db.serviceState(of: kennung, in: municipality.id)
        let writtenDigest = try written.map { SHA256Text.digest(try $0.bytes()) }
        guard writtenDigest == afterDigest else { throw Self.notExact(path: path) }
        let entry = JournalEntry(
            zeitpunkt: moment, wer: actor, vorgang: vorgang, paket: kennung, vonVersion: before?.version,
            nachVersion: state?.version, vonDigest: before?.digest, nachDigest: state?.digest,
            einzelheiten: einzelheiten.joined(separator: "\n"), standVor: beforeDigest, stand: afterDigest,
            previous: municipality.kette)
        try db.append(entry, to: municipality.id)
        faultPoint?("journal")
        // The last moment at which all can be taken back.
        try monitor.step(.writing, total, of: total)
        return entry
    }

    private func removeRows(of version: String?, from db: Database) throws {
        try db.execute(
            cached: "UPDATE paket SET ist_aktuell = 0 WHERE kommune = ? AND kennung = ? AND ist_aktuell = 1",
            arguments: [municipality.id, kennung])
        // The earlier installation of the same version is the one that is written anew.
        try db.execute(
            cached: "DELETE FROM paket WHERE kommune = ? AND kennung = ? AND version = ?",
            arguments: [municipality.id, kennung, version])
        for table in ["bindung", "parameterwert"] {
            try db.execute(
                cached: "DELETE FROM \(table) WHERE kommune = ? AND paket = ?",
                arguments: [municipality.id, kennung])
        }
    }

    private func insertRows(_ state: ServiceState, to db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO paket (kommune, kennung, version, digest, bezeichnung, profil, installiert_am,
                installiert_von, ist_aktuell, signatur) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                """,
            arguments: [
                municipality.id, state.kennung, state.version, state.digest, state.bezeichnung, state.profil,
                state.installiertAm, state.installiertVon, state.signatur,
            ])
        let id = db.lastInsertedRowID
        faultPoint?("paket")
        for key in state.leistungen {
            try db.execute(
                cached: "INSERT INTO paket_leistung (paket, kommune, schluessel) VALUES (?, ?, ?)",
                arguments: [id, municipality.id, key])
        }
        for (position, part) in state.teile.enumerated() {
            try db.execute(
                cached: """
                    INSERT INTO bestandteil (paket, id, position, rolle, pfad, original, gebunden, lokal)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, part.id, position, part.rolle, part.pfad, part.original, part.gebunden, part.lokal])
            faultPoint?("bestandteil")
            try monitor.step(.writing, position, of: state.teile.count, part.id)
        }
        for binding in state.bindungen {
            try db.execute(
                cached: """
                    INSERT INTO bindung (kommune, art, quelle_agency, quelle_scheme, quelle_wert, ziel_agency,
                    ziel_scheme, ziel_wert, paket, bestandteil, schluessel, original)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    municipality.id, binding.art, binding.quelle.schemeAgencyID, binding.quelle.schemeID,
                    binding.quelle.value, binding.ziel.schemeAgencyID, binding.ziel.schemeID, binding.ziel.value,
                    state.kennung, binding.bestandteil, binding.schluessel, binding.original,
                ])
        }
        faultPoint?("bindung")
        for parameter in state.parameter {
            try db.execute(
                cached: """
                    INSERT INTO parameterwert (kommune, paket, name, wert, geheimnisverweis, ist_lokal, lokal_wert,
                    lokal_verweis) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    municipality.id, state.kennung, parameter.name, parameter.wert, parameter.verweis,
                    parameter.lokal != nil, parameter.lokal?.wert, parameter.lokal?.verweis,
                ])
        }
        faultPoint?("parameter")
    }

    private static func notExact(path: String) -> TransferError {
        TransferError(
            .storeFailed, at: Location(file: path),
            Message(
                de: "Der geschriebene Stand ist nicht der verlangte.",
                en: "The state that was written is not the one that was asked for."),
            hint: Message(
                de: "Es ist nichts geändert; melden Sie den Fehler.", en: "Nothing has been changed; report the fault.")
        )
    }
}

extension Database {
    /// Runs a statement that is kept prepared for the next time.
    func execute(cached sql: String, arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
