import Findings
import Foundation
import GRDB

/// Turns what SQLite says into what a user can act on.
enum StoreFailure {
    static func error(_ error: any Error, path: String) -> TransferError {
        if let error = error as? TransferError { return error }
        let place = Location(file: path)
        guard let failure = error as? DatabaseError else { return failed(String(describing: error), at: place) }
        switch failure.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return TransferError(
                .storeLocked, at: place,
                Message(
                    de: "Der Portalspeicher ist von einem anderen Prozess gesperrt.",
                    en: "Another process has locked the portal store."),
                hint: Message(
                    de:
                        "Warten Sie, bis der andere Vorgang beendet ist, und versuchen Sie es erneut; es ist nichts geändert.",
                    en: "Wait until the other operation has ended and try again; nothing has been changed."))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
            return readOnly(place)
        case .SQLITE_FULL:
            return TransferError(
                .storeFull, at: place,
                Message(
                    de: "Der Datenträger ist voll oder der Portalspeicher hat seine Höchstgröße erreicht.",
                    en: "The disk is full or the portal store has reached its maximum size."),
                hint: Message(
                    de: "Schaffen Sie Platz und versuchen Sie es erneut; der Speicher ist wie zuvor.",
                    en: "Make room and try again; the store is as it was."))
        case .SQLITE_NOTADB: return notADatabase(place)
        case .SQLITE_CORRUPT:
            return TransferError(
                .storeCorrupt, at: place,
                Message(de: "Der Portalspeicher ist beschädigt.", en: "The portal store is damaged."),
                hint: Message(
                    de: "Spielen Sie die letzte Sicherung ein; sichern Sie vorher die beschädigte Datei.",
                    en: "Restore the last backup; keep the damaged file before that."))
        default:
            // Write errors of a full disk arrive as SQLITE_IOERR.
            if failure.resultCode == .SQLITE_IOERR, errno == ENOSPC {
                return Self.error(DatabaseError(resultCode: .SQLITE_FULL), path: path)
            }
            return failed(failure.message ?? "\(failure.resultCode)", at: place)
        }
    }

    static func readOnly(_ place: Location) -> TransferError {
        TransferError(
            .storeReadOnly, at: place,
            Message(
                de: "Der Portalspeicher kann nicht beschrieben werden.", en: "The portal store cannot be written."),
            hint: Message(
                de: "Prüfen Sie die Schreibrechte an der Datei und ihrem Ordner (SQLite legt daneben Dateien an).",
                en: "Check the permission to write the file and its folder (SQLite makes files beside it)."))
    }

    static func notADatabase(_ place: Location) -> TransferError {
        TransferError(
            .notADatabase, at: place,
            Message(de: "Die Datei ist kein Portalspeicher.", en: "The file is not a portal store."),
            hint: Message(
                de: "Geben Sie die Datei an, die „xoev portal init“ angelegt hat; die Datei ist unverändert.",
                en: "Name the file that “xoev portal init” made; the file has not been changed."))
    }

    private static func failed(_ reason: String, at place: Location) -> TransferError {
        TransferError(
            .storeFailed, at: place,
            Message(
                de: "Der Zugriff auf den Portalspeicher ist fehlgeschlagen: \(reason).",
                en: "Access to the portal store failed: \(reason)."),
            hint: Message(
                de: "Es ist nichts geändert. Melden Sie den Fehler, wenn er wiederkehrt.",
                en: "Nothing has been changed. Report the error if it comes again."))
    }
}
