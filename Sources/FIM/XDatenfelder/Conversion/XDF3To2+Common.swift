import Findings

extension XDF3To2 {
    /// The common part, and the original's values where an earlier conversion kept them.
    mutating func angaben(_ source: XDF3.Angaben) -> (XDF2.Angaben, XDFOriginalwerte?) {
        var description = source.beschreibung
        let original = XDFOriginalwerte.take(from: &description)
        var result = XDF2.Angaben(identifikation(source.identifikation, original, source.quelle), name: source.name)
        result.beschreibung = description
        result.definition = source.definition
        result.bezug = references(source.bezug, source, "bezug")
        result.gueltigAb = source.gueltigAb
        result.gueltigBis = source.gueltigBis
        result.versionshinweis = source.versionshinweis
        result.fachlicherErsteller = source.statusGesetztDurch
        result.veroeffentlichungsdatum = source.veroeffentlichungsdatum
        status(source, original, &result)
        for relation in source.relation {
            lost(source, "relation", "\(relation.praedikat?.code ?? "") \(relation.objekt.description)")
        }
        for keyword in source.stichwort { lost(source, "stichwort", keyword.text) }
        result.quelle = source.quelle
        return (result, original)
    }

    /// Back to the original's id, where it was kept; else without the Unternummernkreis.
    mutating func identifikation(
        _ source: XDFIdentifikation, _ original: XDFOriginalwerte?, _ place: XDFPosition
    ) -> XDFIdentifikation {
        var result = source
        if let id = original?["ID"] {
            result.id = id
        } else if let narrow = XDFIDs.narrow(source.id) {
            result.id = narrow.id
            if narrow.kreis != options.unternummernkreis {
                report.add(
                    source, place, "identifikation/id", .changed, before: source.id, after: narrow.id,
                    Message(
                        de: "Der Unternummernkreis \(narrow.kreis) hat in 2.0 keinen Platz.",
                        en: "2.0 has no place for the Unternummernkreis \(narrow.kreis)."))
            }
        }
        guard let version = source.version else { return result }
        if let kept = original?["Version"] {
            result.version = kept
            return result
        }
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return result }
        let short = parts[0] + "." + parts[1]
        result.version = String(short)
        if parts[2] != "0" {
            report.add(
                source, place, "identifikation/version", .changed, before: version, after: String(short),
                Message(de: "2.0 hat nur zwei Stellen.", en: "2.0 has two places only."))
        }
        return result
    }

    private mutating func status(_ source: XDF3.Angaben, _ original: XDFOriginalwerte?, _ result: inout XDF2.Angaben) {
        let code = source.freigabestatus?.code ?? ""
        let isReleased = code == "5" || code == "6"
        if isReleased { result.freigabedatum = source.statusGesetztAm }
        if let kept = original?["Status"] {
            result.status = XDFCodelist.status2.code(kept)
            return
        }
        let new = code == "7" ? "inaktiv" : ["4", "5", "6"].contains(code) ? "aktiv" : "inVorbereitung"
        result.status = XDFCodelist.status2.code(new)
        if code != "6", code != "7", code != "2" { changed(source, "freigabestatus", code, new) }
        if !isReleased { lost(source, "statusGesetztAm", source.statusGesetztAm) }
    }

    func labels(_ source: XDF3.Elementangaben, _ result: inout XDF2.Angaben) {
        result.bezeichnungEingabe = source.bezeichnungEingabe.isEmpty ? nil : source.bezeichnungEingabe
        result.bezeichnungAusgabe = source.bezeichnungAusgabe
    }

    mutating func references(_ references: [XDF3.Bezug], _ source: XDF3.Angaben, _ field: String) -> String? {
        for reference in references { lost(source, field + "/@link", reference.link) }
        return references.isEmpty ? nil : references.map(\.text).joined(separator: "; ")
    }

    mutating func rule(_ source: XDF3.Regel) -> XDF2.Regel {
        var description = source.beschreibung
        let original = XDFOriginalwerte.take(from: &description)
        var common = XDF2.Angaben(
            identifikation(source.identifikation, original, source.quelle), name: source.name)
        common.beschreibung = description
        common.definition = source.freitextRegel.map { text in
            XDFIDs.rewrite(text, digits: 11) { XDFIDs.narrow($0)?.id ?? $0 }
        }
        for reference in source.bezug { lostOfRule(source, "bezug/@link", reference.link) }
        common.bezug = source.bezug.isEmpty ? nil : source.bezug.map(\.text).joined(separator: "; ")
        common.fachlicherErsteller = source.fachlicherErsteller
        common.status = XDFCodelist.status2.code(original?["Status"] ?? "aktiv")
        var result = XDF2.Regel(common)
        result.script = source.skript
        for keyword in source.stichwort { lostOfRule(source, "stichwort", keyword.text) }
        for value in source.param { lostOfRule(source, "param", value) }
        for value in source.ziel { lostOfRule(source, "ziel", value) }
        for value in source.fehler { lostOfRule(source, "fehler", value) }
        if let kind = source.typ?.code, kind != "K" { lostOfRule(source, "typ", kind) }
        result.angaben.quelle = source.quelle
        return result
    }

    private mutating func lostOfRule(_ source: XDF3.Regel, _ field: String, _ value: String?) {
        guard let value else { return }
        report.add(source.identifikation, source.quelle, field, .lost, before: value, Self.noPlace)
    }

    mutating func lost(_ source: XDF3.Angaben, _ field: String, _ value: String?) {
        guard let value else { return }
        report.add(source.identifikation, source.quelle, field, .lost, before: value, Self.noPlace)
    }

    mutating func assumed(_ source: XDF3.Angaben, _ field: String, _ value: String) {
        report.add(
            source.identifikation, source.quelle, field, .assumed, after: value,
            Message(de: "2.0 verlangt es, 3.0.0 hat es nicht.", en: "2.0 asks for it, 3.0.0 does not have it."))
    }

    mutating func changed(_ source: XDF3.Angaben, _ field: String, _ before: String, _ after: String) {
        report.add(
            source.identifikation, source.quelle, field, .changed, before: before, after: after,
            Message(de: "2.0 kennt den Wert nicht.", en: "2.0 does not know the value."))
    }

    private static let noPlace = Message(de: "2.0 hat dafür keinen Platz.", en: "2.0 has no place for it.")
}
