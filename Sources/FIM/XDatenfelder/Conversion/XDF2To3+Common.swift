import Findings

extension XDF2To3 {
    /// The common part, and what is to be kept of the original.
    mutating func angaben(
        _ source: XDF2.Angaben, _ inherited: Inherited, extra: [(String, String)]
    ) -> (XDF3.Angaben, XDFOriginalwerte) {
        let id = identifikation(source)
        var result = XDF3.Angaben(id, name: source.name, letzteAenderung: changed)
        assumed(source, "letzteAenderung", changed)
        result.beschreibung = source.beschreibung
        result.definition = source.definition
        result.bezug = references(source.bezug, source, "bezug")
        result.gueltigAb = source.gueltigAb
        result.gueltigBis = source.gueltigBis
        result.versionshinweis = source.versionshinweis
        result.statusGesetztDurch = source.fachlicherErsteller
        status(source, inherited, &result)
        result.veroeffentlichungsdatum = source.veroeffentlichungsdatum ?? inherited.veroeffentlichungsdatum
        if source.veroeffentlichungsdatum == nil, let date = inherited.veroeffentlichungsdatum {
            fromAbove(source, "veroeffentlichungsdatum", date)
        }
        result.quelle = source.quelle
        return (result, original(source, extra))
    }

    private func original(_ source: XDF2.Angaben, _ extra: [(String, String)]) -> XDFOriginalwerte {
        var values: [(String, String)] = [("ID", source.identifikation.id)]
        if let version = source.identifikation.version { values.append(("Version", version)) }
        if let status = source.status?.code { values.append(("Status", status)) }
        return XDFOriginalwerte(values: values + extra)
    }

    /// Keeps the original's values in the description, if that is wanted.
    func document(_ original: XDFOriginalwerte, _ result: inout XDF3.Angaben) {
        guard options.documentsOriginalValues else { return }
        result.beschreibung = original.appended(to: result.beschreibung)
    }

    private mutating func identifikation(_ source: XDF2.Angaben) -> XDFIdentifikation {
        let old = source.identifikation
        let new = XDFIdentifikation(
            widened(old.id), version: old.version.map { XDFIDs.widenVersion($0) })
        if !options.documentsOriginalValues, XDFIDs.narrow(new.id)?.id != old.id {
            change(
                source, "identifikation", old.description, new.description,
                Message(de: "Die ID hat nicht die Form von 2.0.", en: "The id has not the form of 2.0."))
        }
        return new
    }

    func widened(_ id: String) -> String {
        let main = String(id.dropFirst().prefix(2))
        return XDFIDs.widen(id, options.unternummernkreise[main] ?? options.unternummernkreis)
    }

    /// The state: inactive stays so; without version or date of approval it is in work; else approved (gold).
    private mutating func status(_ source: XDF2.Angaben, _ inherited: Inherited, _ result: inout XDF3.Angaben) {
        let code =
            if source.status?.code == "inaktiv" {
                "7"
            } else if source.identifikation.version == nil || source.freigabedatum == nil {
                "2"
            } else {
                "6"
            }
        result.freigabestatus = XDFCodelist.status.code(code)
        result.statusGesetztAm = source.freigabedatum ?? inherited.statusGesetztAm
        if source.freigabedatum == nil, let date = inherited.statusGesetztAm {
            fromAbove(source, "statusGesetztAm", date)
        }
        if !options.documentsOriginalValues || source.status == nil {
            change(
                source, "status", source.status?.code, code,
                Message(
                    de: "Der Freigabestatus wurde aus Status, Version und Freigabedatum erschlossen.",
                    en: "The state was inferred from status, version and date of approval."))
        }
    }

    mutating func references(_ text: String?, _ source: XDF2.Angaben, _ field: String) -> [XDF3.Bezug] {
        guard let text, !text.trimmedXML.isEmpty else { return [] }
        guard options.splitsReferences, text.contains(";") else { return [XDF3.Bezug(text)] }
        let parts = text.split(separator: ";").map { String($0).trimmedXML }.filter { !$0.isEmpty }
        let joined = parts.joined(separator: "; ")
        if joined != text {
            change(
                source, field, text, joined,
                Message(de: "Am Semikolon aufgeteilt.", en: "Cut at the semicolons."))
        }
        return parts.map { XDF3.Bezug($0) }
    }

    mutating func rule(_ source: XDF2.Regel) -> XDF3.Regel {
        let common = source.angaben
        var result = XDF3.Regel(identifikation(common), name: common.name, letzteAenderung: changed)
        assumed(common, "letzteAenderung", changed)
        result.beschreibung = common.beschreibung
        if options.documentsOriginalValues {
            result.beschreibung = original(common, []).appended(to: common.beschreibung)
        } else {
            lost(common, "status", common.status?.code)
        }
        if let text = common.definition {
            let wide = XDFIDs.rewrite(text, digits: 8) { widened($0) }
            result.freitextRegel = wide
            if options.unternummernkreis != "000" || !options.unternummernkreise.isEmpty, wide != text {
                change(
                    common, "definition", text, wide,
                    Message(de: "Die IDs im Text wurden erweitert.", en: "The ids in the text were widened."))
            }
        }
        result.bezug = references(common.bezug, common, "bezug")
        result.fachlicherErsteller = common.fachlicherErsteller
        result.typ = XDFCodelist.regeltyp.code("K")
        assumed(common, "typ", "K")
        lost(common, "bezeichnungEingabe", common.bezeichnungEingabe)
        lost(common, "bezeichnungAusgabe", common.bezeichnungAusgabe)
        lost(common, "gueltigAb", common.gueltigAb)
        lost(common, "gueltigBis", common.gueltigBis)
        lost(common, "versionshinweis", common.versionshinweis)
        lost(common, "freigabedatum", common.freigabedatum)
        lost(common, "veroeffentlichungsdatum", common.veroeffentlichungsdatum)
        if let script = source.script {
            // The editors write this stub into every rule that has no script.
            if script.filter({ !$0.isWhitespace }) == "functionscript(){}" {
                lost(common, "script", script)
            } else {
                result.skript = script
            }
        }
        result.quelle = common.quelle
        return result
    }

    mutating func lost(_ source: XDF2.Angaben, _ field: String, _ value: String?) {
        guard let value else { return }
        report.add(
            source.identifikation, source.quelle, field, .lost, before: value,
            Message(de: "3.0.0 hat dafür keinen Platz.", en: "3.0.0 has no place for it."))
    }

    mutating func assumed(_ source: XDF2.Angaben, _ field: String, _ value: String) {
        report.add(
            source.identifikation, source.quelle, field, .assumed, after: value,
            Message(de: "3.0.0 verlangt es, 2.0 hat es nicht.", en: "3.0.0 asks for it, 2.0 does not have it."))
    }

    mutating func fromAbove(_ source: XDF2.Angaben, _ field: String, _ value: String) {
        report.add(
            source.identifikation, source.quelle, field, .assumed, after: value,
            Message(de: "Vom umgebenden Element übernommen.", en: "Taken from the element around it."))
    }

    mutating func change(
        _ source: XDF2.Angaben, _ field: String, _ before: String?, _ after: String?, _ reason: Message
    ) {
        report.add(source.identifikation, source.quelle, field, .changed, before: before, after: after, reason)
    }
}
