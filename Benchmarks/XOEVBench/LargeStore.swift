import Archives
import Foundation
import GRDB

/// Fills a store with made-up services, so that operations can be measured in a large one. Each has four parts, whose
/// contents are shared, and a journal entry.
enum LargeStore {
    static func fill(path: String, municipalities: Int, servicesEach: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            let blobs = try (0..<4).map { number in
                let bytes = Array("<teil nummer=\"\(number)\"/>".utf8)
                let digest = SHA256Text.digest(bytes)
                try db.execute(
                    sql: "INSERT INTO blob (sha256, groesse, bytes) VALUES (?, ?, ?)",
                    arguments: [digest, bytes.count, Data(bytes)])
                return digest
            }
            try db.execute(
                sql: "INSERT INTO portal (kennung, name, adresse) VALUES ('gross', 'Gross', 'https://x.example')")
            for municipality in 0..<municipalities {
                let ars = String(100_000_000_000 + municipality)
                try db.execute(
                    sql: "INSERT INTO kommune (portal, ars, ags, name) VALUES ('gross', ?, ?, ?)",
                    arguments: [ars, String(ars.prefix(8)), "Ort \(municipality)"])
                let id = db.lastInsertedRowID
                for service in 0..<servicesEach { try fill(db, id, service, blobs) }
            }
        }
        try queue.close()
    }

    private static func fill(_ db: Database, _ municipality: Int64, _ service: Int, _ blobs: [String]) throws {
        let kennung = "de.gross.dienst\(service)"
        try db.execute(
            sql: """
                INSERT INTO paket (kommune, kennung, version, digest, bezeichnung, profil, installiert_am,
                installiert_von, ist_aktuell) VALUES (?, ?, '1.0.0', ?, ?, ?, '2026-01-01T00:00:00Z', 'x', 1)
                """,
            arguments: [municipality, kennung, blobs[0], "Dienst \(service)", blobs[1]])
        let package = db.lastInsertedRowID
        try db.execute(
            sql: "INSERT INTO paket_leistung (paket, kommune, schluessel) VALUES (?, ?, ?)",
            arguments: [package, municipality, String(99_000_000_000_000 + service)])
        for (position, blob) in blobs.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO bestandteil (paket, id, position, rolle, pfad, original, gebunden)
                    VALUES (?, ?, ?, 'text', ?, ?, ?)
                    """,
                arguments: [package, "teil\(position)", position, "teil\(position).xml", blob, blob])
            try db.execute(
                sql: """
                    INSERT INTO bindung (kommune, art, quelle_agency, quelle_scheme, quelle_wert, ziel_agency,
                    ziel_scheme, ziel_wert, paket, bestandteil, schluessel, original)
                    VALUES (?, 'leistung', 'a', 's', ?, 'b', 's', ?, ?, ?, NULL, ?)
                    """,
                arguments: [
                    municipality, "\(service)-\(position)", "z\(service)-\(position)", kennung, "teil\(position)", blob,
                ])
        }
        try db.execute(
            sql: "INSERT INTO parameterwert (kommune, paket, name, wert) VALUES (?, ?, 'frist', '14')",
            arguments: [municipality, kennung])
        try db.execute(
            sql: """
                INSERT INTO journal (kommune, zeitpunkt, wer, vorgang, paket, nach_version, nach_digest, einzelheiten,
                kette) VALUES (?, '2026-01-01T00:00:00Z', 'x', 'installieren', ?, '1.0.0', ?, '', ?)
                """,
            arguments: [municipality, kennung, blobs[0], blobs[2]])
    }
}
