extension StockGenerator {
    /// The form of this number: groups of eight fields of every data type, every fifth group repeatable, with a rule
    /// that demands one field where another is filled.
    public func formular(_ number: Int) -> XDF3.Nachricht {
        let subject = StockTexts.subjects[number % StockTexts.subjects.count]
        let base = (number + 1) * 100_000
        var schema = XDF3.Stammdatenschema(
            angaben("S", base, "Formular \(subject.de) \(number + 1)"), bezeichnung: "\(subject.de) beantragen")
        schema.hilfetext = "Füllen Sie alle Pflichtfelder aus."
        schema.ableitungsmodifikationenStruktur = XDFCodelist.ableitungStruktur.code("3")
        schema.ableitungsmodifikationenRepraesentation = XDFCodelist.ableitungRepraesentation.code("1")
        schema.dokumentsteckbrief = XDFIdentifikation("D99000000100")
        var chance = numbers(4, number)
        for (position, first) in stride(from: 0, to: options.fieldsPerForm, by: 8).enumerated() {
            let last = min(first + 8, options.fieldsPerForm)
            var group = XDF3.Datenfeldgruppe(
                angaben("G", base + position + 1, "Abschnitt \(number + 1).\(position + 1)"),
                element: labels("Abschnitt \(position + 1)"))
            group.struktur = (first..<last).map { index in
                place(index % 8 == 7 ? "0:*" : index % 3 == 0 ? "1:1" : "0:1", .datenfeld(field(base, index, &chance)))
            }
            schema.struktur.append(place(position % 5 == 4 ? "0:9" : "1:1", .datenfeldgruppe(group)))
        }
        if options.fieldsPerForm > 1 {
            var rule = XDF3.Regel(
                identifikation("R", base + 1), name: "Angabe erforderlich", letzteAenderung: options.date + "T00:00:00Z"
            )
            let fields = [1, 2].map { identifikation("F", base + $0).id }
            rule.freitextRegel = "Wenn \(fields[1]) angegeben ist, muss \(fields[0]) angegeben werden."
            rule.typ = XDFCodelist.regeltyp.code("V")
            schema.regel = [rule]
        }
        return XDF3.Nachricht(
            header: XDFHeader(
                nachrichtID: "sample-\(options.seed)-\(number + 1)", erstellungszeitpunkt: options.date + "T00:00:00Z"),
            inhalt: .stammdatenschema(schema))
    }

    private func field(_ base: Int, _ index: Int, _ chance: inout SeededNumbers) -> XDF3.Datenfeld {
        let kinds = [
            ("Name", "text_latin"), ("Geburtsdatum", "date"), ("Anzahl", "num_int"), ("Betrag", "num_currency"),
            ("Bestätigung", "bool"), ("Art", "text"), ("Bemerkung", "text"), ("Nachweis", "file"),
        ]
        let (name, type) = kinds[index % kinds.count]
        let label = "\(name) \(index + 1)"
        var field = XDF3.Datenfeld(angaben("F", base + index + 1, label), element: labels(label))
        let isSelect = name == "Art"
        field.feldart = XDFCodelist.feldart.code(isSelect ? "select" : "input")
        field.datentyp = XDFCodelist.datentyp.code(type)
        field.vorbefuellung = XDFCodelist.vorbefuellung.code("keine")
        switch type {
        case "text_latin", "text":
            if isSelect {
                field.werte = (0..<(3 + chance.below(5))).map {
                    XDF3.Wert(code: String($0 + 1), name: StockTexts.subjects[$0].de)
                }
            } else {
                field.praezisierung = XDF3.Praezisierung(minLength: "1", maxLength: String(20 * (1 + chance.below(10))))
            }
        case "date": field.praezisierung = XDF3.Praezisierung(minValue: "1900-01-01", maxValue: "2099-12-31")
        case "num_int": field.praezisierung = XDF3.Praezisierung(minValue: "0", maxValue: "99")
        case "num_currency": field.praezisierung = XDF3.Praezisierung(minValue: "0", maxValue: "99999")
        case "file":
            field.maxSize = "5000000"
            field.mediaType = ["application/pdf"]
        default: break
        }
        return field
    }

    private func place(_ count: String, _ element: XDF3.Struktur.Element) -> XDF3.Struktur {
        XDF3.Struktur(count, bezug: [XDF3.Bezug("§ 2 MustG")], element)
    }

    private func identifikation(_ letter: String, _ number: Int) -> XDFIdentifikation {
        XDFIdentifikation(letter + "99" + Self.digits(number % 1_000_000_000, 9), version: "1.0.0")
    }

    private func angaben(_ letter: String, _ number: Int, _ name: String) -> XDF3.Angaben {
        var result = XDF3.Angaben(
            identifikation(letter, number), name: name, letzteAenderung: options.date + "T00:00:00Z")
        result.definition = "Beispielinhalt, erfunden."
        result.bezug = [XDF3.Bezug("§ 1 MustG", link: "https://recht.example/mustg")]
        result.freigabestatus = XDFCodelist.status.code("6")
        result.statusGesetztAm = options.date
        result.statusGesetztDurch = options.publisher
        result.veroeffentlichungsdatum = options.date
        return result
    }

    private func labels(_ name: String) -> XDF3.Elementangaben {
        var result = XDF3.Elementangaben(bezeichnungEingabe: name)
        result.bezeichnungAusgabe = name
        result.schemaelementart = XDFCodelist.schemaelementart.code("RNG")
        result.hilfetextEingabe = "Hilfe zu \(name)."
        return result
    }
}
