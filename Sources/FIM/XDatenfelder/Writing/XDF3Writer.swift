import XMLCore

/// Writes messages of XDatenfelder 3.0.0: elements in the order of the standard, `code` unqualified, lists named.
public enum XDF3Writer {
    /// The bytes of a message, UTF-8, indented by two; the same message gives the same bytes.
    ///
    /// - Throws: `XMLError` when a text holds a character that XML does not allow.
    public static func write(_ message: XDF3.Nachricht) throws(XMLError) -> [UInt8] {
        let object =
            switch message.inhalt {
            case .dokumentsteckbrief(let profile): build(profile)
            case .stammdatenschema(let schema): build(schema)
            case .datenfeldgruppe(let group): build(group)
            case .datenfeld(let field): build(field)
            }
        return try XDFBuilder.message(message.art, .v3, message.header, object)
    }

    private static func build(_ schema: XDF3.Stammdatenschema) -> XDFBuilder {
        var result = XDFBuilder("stammdatenschema", .v3)
        common(schema.angaben, &result)
        result.text("bezeichnung", schema.bezeichnung)
        result.text("hilfetext", schema.hilfetext)
        result.code(
            "ableitungsmodifikationenStruktur", schema.ableitungsmodifikationenStruktur, .ableitungStruktur)
        result.code(
            "ableitungsmodifikationenRepraesentation", schema.ableitungsmodifikationenRepraesentation,
            .ableitungRepraesentation)
        result.identifikation("dokumentsteckbrief", schema.dokumentsteckbrief)
        for rule in schema.regel { result.add(build(rule)) }
        for place in schema.struktur { result.add(build(place)) }
        return result
    }

    private static func build(_ group: XDF3.Datenfeldgruppe) -> XDFBuilder {
        var result = XDFBuilder("datenfeldgruppe", .v3)
        common(group.angaben, &result)
        labels(group.element, &result)
        result.code("art", group.art, .gruppenart)
        for rule in group.regel { result.add(build(rule)) }
        for place in group.struktur { result.add(build(place)) }
        return result
    }

    private static func build(_ field: XDF3.Datenfeld) -> XDFBuilder {
        var result = XDFBuilder("datenfeld", .v3)
        common(field.angaben, &result)
        labels(field.element, &result)
        result.code("feldart", field.feldart, .feldart)
        result.code("datentyp", field.datentyp, .datentyp)
        if !field.praezisierung.isEmpty {
            var bounds = result.new("praezisierung")
            bounds.attribute("minLength", field.praezisierung.minLength)
            bounds.attribute("maxLength", field.praezisierung.maxLength)
            bounds.attribute("minValue", field.praezisierung.minValue)
            bounds.attribute("maxValue", field.praezisierung.maxValue)
            bounds.attribute("pattern", field.praezisierung.pattern)
            result.add(bounds)
        }
        result.text("inhalt", field.inhalt)
        result.code("vorbefuellung", field.vorbefuellung, .vorbefuellung)
        if let values = field.werte {
            var list = result.new("werte")
            for value in values {
                var entry = list.new("wert")
                entry.text("code", value.code)
                entry.text("name", value.name)
                entry.text("hilfe", value.hilfe)
                list.add(entry)
            }
            result.add(list)
        }
        if let reference = field.codelisteReferenz {
            var list = result.new("codelisteReferenz")
            list.text("canonicalIdentification", reference.canonicalIdentification)
            list.text("version", reference.version)
            list.text("canonicalVersionUri", reference.canonicalVersionUri)
            result.add(list)
        }
        result.text("codeKey", field.codeKey)
        result.text("nameKey", field.nameKey)
        result.text("helpKey", field.helpKey)
        for rule in field.regel { result.add(build(rule)) }
        result.text("maxSize", field.maxSize)
        for type in field.mediaType { result.text("mediaType", type) }
        return result
    }

    private static func build(_ profile: XDF3.Dokumentsteckbrief) -> XDFBuilder {
        var result = XDFBuilder("dokumentsteckbrief", .v3)
        common(profile.angaben, &result)
        result.text("istAbstrakt", profile.istAbstrakt)
        result.code("dokumentart", profile.dokumentart, .dokumentart)
        result.text("bezeichnung", profile.bezeichnung)
        result.text("hilfetext", profile.hilfetext)
        return result
    }

    private static func build(_ rule: XDF3.Regel) -> XDFBuilder {
        var result = XDFBuilder("regel", .v3)
        result.identifikation("identifikation", rule.identifikation)
        result.text("name", rule.name)
        result.text("beschreibung", rule.beschreibung)
        result.text("freitextRegel", rule.freitextRegel)
        references(rule.bezug, &result)
        keywords(rule.stichwort, &result)
        result.text("fachlicherErsteller", rule.fachlicherErsteller)
        result.text("letzteAenderung", rule.letzteAenderung)
        result.code("typ", rule.typ, .regeltyp)
        for text in rule.param { result.text("param", text) }
        for text in rule.ziel { result.text("ziel", text) }
        result.text("skript", rule.skript)
        for text in rule.fehler { result.text("fehler", text) }
        return result
    }

    private static func build(_ place: XDF3.Struktur) -> XDFBuilder {
        var result = XDFBuilder("struktur", .v3)
        result.text("anzahl", place.anzahl)
        references(place.bezug, &result)
        var holder = result.new("enthaelt")
        switch place.element {
        case .datenfeldgruppe(let group): holder.add(build(group))
        case .datenfeld(let field): holder.add(build(field))
        }
        result.add(holder)
        return result
    }

    private static func common(_ angaben: XDF3.Angaben, _ result: inout XDFBuilder) {
        result.identifikation("identifikation", angaben.identifikation)
        result.text("name", angaben.name)
        result.text("beschreibung", angaben.beschreibung)
        result.text("definition", angaben.definition)
        references(angaben.bezug, &result)
        result.code("freigabestatus", angaben.freigabestatus, .status)
        result.text("statusGesetztAm", angaben.statusGesetztAm)
        result.text("statusGesetztDurch", angaben.statusGesetztDurch)
        result.text("gueltigAb", angaben.gueltigAb)
        result.text("gueltigBis", angaben.gueltigBis)
        result.text("versionshinweis", angaben.versionshinweis)
        result.text("veroeffentlichungsdatum", angaben.veroeffentlichungsdatum)
        result.text("letzteAenderung", angaben.letzteAenderung)
        for relation in angaben.relation {
            var entry = result.new("relation")
            entry.code("praedikat", relation.praedikat, .relation)
            entry.identifikation("objekt", relation.objekt)
            result.add(entry)
        }
        keywords(angaben.stichwort, &result)
    }

    private static func labels(_ element: XDF3.Elementangaben, _ result: inout XDFBuilder) {
        result.text("bezeichnungEingabe", element.bezeichnungEingabe)
        result.text("bezeichnungAusgabe", element.bezeichnungAusgabe)
        result.code("schemaelementart", element.schemaelementart, .schemaelementart)
        result.text("hilfetextEingabe", element.hilfetextEingabe)
        result.text("hilfetextAusgabe", element.hilfetextAusgabe)
    }

    private static func references(_ references: [XDF3.Bezug], _ result: inout XDFBuilder) {
        for reference in references {
            var entry = result.new("bezug")
            entry.attribute("link", reference.link)
            entry.setText(reference.text)
            result.add(entry)
        }
    }

    private static func keywords(_ keywords: [XDF3.Stichwort], _ result: inout XDFBuilder) {
        for keyword in keywords {
            var entry = result.new("stichwort")
            entry.attribute("uri", keyword.uri)
            entry.setText(keyword.text)
            result.add(entry)
        }
    }
}
