/// Which children an element may have, how often and in which order: the reader checks by it, so that the rules stand
/// in one place. The official XSD is not public; the orders are those of the FIM editors' converters.
struct XDFShape: Sendable {
    struct Child: Sendable {
        let name: String
        let min: Int
        let max: Int
    }

    let children: [Child]
    let rank: [String: Int]

    init(_ children: [Child]) {
        self.children = children
        rank = Dictionary(uniqueKeysWithValues: children.enumerated().map { ($1.name, $0) })
    }

    /// Children from their names: `name` once, `name?` at most once, `name*` any number.
    init(_ names: [String]) {
        self.init(
            names.map { name in
                if name.hasSuffix("?") {
                    Child(name: String(name.dropLast()), min: 0, max: 1)
                } else if name.hasSuffix("*") {
                    Child(name: String(name.dropLast()), min: 0, max: .max)
                } else {
                    Child(name: name, min: 1, max: 1)
                }
            })
    }

    static let header = XDFShape(["nachrichtID", "erstellungszeitpunkt", "referenzID?"])
    static let identifikation = XDFShape(["id", "version?"])
    static let struktur = XDFShape(["anzahl", "bezug*", "enthaelt"])

    enum V3 {
        static let angaben = [
            "identifikation", "name", "beschreibung?", "definition?", "bezug*", "freigabestatus", "statusGesetztAm?",
            "statusGesetztDurch?", "gueltigAb?", "gueltigBis?", "versionshinweis?", "veroeffentlichungsdatum?",
            "letzteAenderung", "relation*", "stichwort*",
        ]
        static let element = [
            "bezeichnungEingabe", "bezeichnungAusgabe?", "schemaelementart", "hilfetextEingabe?", "hilfetextAusgabe?",
        ]
        static let schema = XDFShape(
            angaben + [
                "bezeichnung", "hilfetext?", "ableitungsmodifikationenStruktur",
                "ableitungsmodifikationenRepraesentation", "dokumentsteckbrief", "regel*", "struktur*",
            ])
        static let gruppe = XDFShape(angaben + element + ["art?", "regel*", "struktur*"])
        static let feld = XDFShape(
            angaben + element + [
                "feldart", "datentyp", "praezisierung?", "inhalt?", "vorbefuellung?", "werte?", "codelisteReferenz?",
                "codeKey?", "nameKey?", "helpKey?", "regel*", "maxSize?", "mediaType*",
            ])
        static let regel = XDFShape([
            "identifikation", "name", "beschreibung?", "freitextRegel?", "bezug*", "stichwort*",
            "fachlicherErsteller?", "letzteAenderung", "typ", "param*", "ziel*", "skript?", "fehler*",
        ])
        static let steckbrief = XDFShape(angaben + ["istAbstrakt", "dokumentart", "bezeichnung", "hilfetext?"])
        static let relation = XDFShape(["praedikat", "objekt"])
        static let werte = XDFShape(["wert*"])
        static let wert = XDFShape(["code", "name", "hilfe?"])
        static let codeliste = XDFShape(["canonicalIdentification", "version?", "canonicalVersionUri?"])
    }

    enum V2 {
        static let angaben = [
            "identifikation", "name", "bezeichnungEingabe?", "bezeichnungAusgabe?", "beschreibung?", "definition?",
            "bezug?", "status?", "gueltigAb?", "gueltigBis?", "fachlicherErsteller?", "versionshinweis?",
            "freigabedatum?", "veroeffentlichungsdatum?",
        ]
        static let schema = XDFShape(
            angaben + [
                "hilfetext?", "ableitungsmodifikationenStruktur?", "ableitungsmodifikationenRepraesentation?",
                "regel*", "struktur*",
            ])
        static let element = ["schemaelementart?", "hilfetextEingabe?", "hilfetextAusgabe?"]
        static let gruppe = XDFShape(angaben + element + ["regel*", "struktur*"])
        static let feld = XDFShape(
            angaben + element + [
                "feldart", "datentyp", "praezisierung?", "inhalt?", "codelisteReferenz?", "regel*",
            ])
        static let regel = XDFShape(angaben + ["script?"])
        static let steckbrief = XDFShape(angaben + ["isReferenz?", "dokumentart?", "hilfetext?"])
        static let struktur = XDFShape(["anzahl", "bezug?", "enthaelt"])
        static let codeliste = XDFShape(["identifikation", "genericodeIdentification?"])
        static let genericode = XDFShape(["canonicalIdentification?", "version?", "canonicalVersionUri?"])
    }
}
