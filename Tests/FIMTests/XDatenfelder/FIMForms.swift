@testable import FIM

/// Forms made for tests.
enum FIMForms {
    static func angaben(_ id: String, _ name: String) -> XDF3.Angaben {
        var result = XDF3.Angaben(
            XDFIdentifikation(id, version: "1.0.0"), name: name, letzteAenderung: "2026-01-01T00:00:00Z")
        result.definition = "Definition."
        result.bezug = [XDF3.Bezug("§ 1 MustG", link: "https://gesetze.example/mustg")]
        result.freigabestatus = "6"
        result.statusGesetztAm = "2026-01-01"
        result.statusGesetztDurch = "Musterstadt"
        result.veroeffentlichungsdatum = "2026-01-02"
        return result
    }

    static func labels(_ name: String) -> XDF3.Elementangaben {
        var result = XDF3.Elementangaben(bezeichnungEingabe: name)
        result.bezeichnungAusgabe = name
        result.schemaelementart = "RNG"
        result.hilfetextEingabe = "Hilfe zu \(name)."
        return result
    }

    static func field(
        _ number: Int, _ name: String, _ type: String = "text", kind: String = "input"
    ) -> XDF3.Datenfeld {
        let id = "F17000" + String(String(1_000_000 + number).dropFirst())
        var field = XDF3.Datenfeld(angaben(id, name), element: labels(name))
        field.feldart = XDFCode(kind)
        field.datentyp = XDFCode(type)
        field.vorbefuellung = "keine"
        switch type {
        case "text", "text_latin":
            if kind == "input" { field.praezisierung = XDF3.Praezisierung(minLength: "1", maxLength: "40") }
        case "num", "num_currency": field.praezisierung = XDF3.Praezisierung(minValue: "0.5", maxValue: "99.5")
        case "num_int": field.praezisierung = XDF3.Praezisierung(minValue: "0", maxValue: "20")
        case "date": field.praezisierung = XDF3.Praezisierung(minValue: "2000-01-01", maxValue: "2030-12-31")
        case "datetime":
            field.praezisierung = XDF3.Praezisierung(minValue: "2000-01-01T00:00:00", maxValue: "2030-12-31T00:00:00")
        case "time": field.praezisierung = XDF3.Praezisierung(minValue: "08:00:00", maxValue: "18:00:00")
        default: break
        }
        if kind == "select" {
            field.werte = [XDF3.Wert(code: "1", name: "eins"), XDF3.Wert(code: "2", name: "zwei")]
        }
        return field
    }

    static func group(_ number: Int, _ name: String, _ places: [XDF3.Struktur]) -> XDF3.Datenfeldgruppe {
        let id = "G17000" + String(String(1_000_000 + number).dropFirst())
        var group = XDF3.Datenfeldgruppe(angaben(id, name), element: labels(name))
        group.struktur = places
        return group
    }

    static func place(_ count: String, _ field: XDF3.Datenfeld) -> XDF3.Struktur {
        XDF3.Struktur(count, bezug: [XDF3.Bezug("§ 2 MustG")], .datenfeld(field))
    }

    static func place(_ count: String, _ group: XDF3.Datenfeldgruppe) -> XDF3.Struktur {
        XDF3.Struktur(count, bezug: [XDF3.Bezug("§ 2 MustG")], .datenfeldgruppe(group))
    }

    /// A form with a field of every type, a choice and a repeated group, against which no message is raised.
    static func schema() -> XDF3.Stammdatenschema {
        var schema = XDF3.Stammdatenschema(angaben("S17000000001", "Muster"), bezeichnung: "Musterformular")
        schema.hilfetext = "Hilfe."
        schema.ableitungsmodifikationenStruktur = "3"
        schema.ableitungsmodifikationenRepraesentation = "1"
        schema.dokumentsteckbrief = XDFIdentifikation("D99000000123")
        var rule = XDF3.Regel(
            XDFIdentifikation("R17000000001", version: "1.0.0"), name: "Regel", letzteAenderung: "2026-01-01T00:00:00Z")
        rule.freitextRegel = "F17000000001 oder F17000000002 ist anzugeben."
        rule.typ = "V"
        schema.regel = [rule]
        var label = field(10, "Hinweis", "text", kind: "label")
        label.inhalt = "Bitte beachten."
        var choice = group(2, "Wahl", [place("0:1", field(3, "Telefon")), place("0:1", field(4, "E-Mail"))])
        choice.art = "X"
        schema.struktur = [
            place(
                "1:3", group(1, "Person", [place("1:1", field(1, "Name")), place("0:1", field(2, "Geburt", "date"))])),
            place("1:1", choice),
            place("1:1", field(5, "Art", "text", kind: "select")),
            place("0:1", field(6, "Anzahl", "num_int")),
            place("0:1", field(7, "Gewicht", "num")),
            place("0:1", field(8, "Betrag", "num_currency")),
            place("0:*", field(9, "Nachweis", "file")),
            place("1:1", label),
            place("1:1", field(11, "Bestätigt", "bool")),
            place("0:1", field(12, "Zeitpunkt", "datetime")),
            place("0:1", field(13, "Uhrzeit", "time")),
        ]
        return schema
    }

    static func message(_ schema: XDF3.Stammdatenschema) -> XDF3.Nachricht {
        XDF3.Nachricht(
            header: XDFHeader(nachrichtID: "1", erstellungszeitpunkt: "2026-01-01T00:00:00Z"),
            inhalt: .stammdatenschema(schema))
    }
}

extension XDF3.Stammdatenschema {
    /// Changes a field, wherever it stands.
    mutating func change(_ number: Int, _ body: (inout XDF3.Datenfeld) -> Void) {
        let id = "F17000" + String(String(1_000_000 + number).dropFirst())
        func visit(_ places: inout [XDF3.Struktur]) {
            for index in places.indices {
                switch places[index].element {
                case .datenfeld(var field):
                    guard field.angaben.identifikation.id == id else { continue }
                    body(&field)
                    places[index].element = .datenfeld(field)
                case .datenfeldgruppe(var group):
                    visit(&group.struktur)
                    places[index].element = .datenfeldgruppe(group)
                }
            }
        }
        visit(&struktur)
    }

    /// Changes the group at a place of the top level.
    mutating func changeGroup(_ index: Int, _ body: (inout XDF3.Datenfeldgruppe) -> Void) {
        guard case .datenfeldgruppe(var group) = struktur[index].element else { return }
        body(&group)
        struktur[index].element = .datenfeldgruppe(group)
    }
}
