import XMLCore

/// Writes messages of XDatenfelder 2.0: elements in the order of the standard, `code` unqualified, lists named.
public enum XDF2Writer {
    /// The bytes of a message, UTF-8, indented by two; the same message gives the same bytes.
    ///
    /// - Throws: `XMLError` when a text holds a character that XML does not allow.
    public static func write(_ message: XDF2.Nachricht) throws(XMLError) -> [UInt8] {
        let object =
            switch message.inhalt {
            case .dokumentsteckbrief(let profile): build(profile)
            case .stammdatenschema(let schema): build(schema)
            case .datenfeldgruppe(let group): build(group)
            case .datenfeld(let field): build(field)
            }
        return try XDFBuilder.message(message.art, .v2, message.header, object)
    }

    private static func build(_ schema: XDF2.Stammdatenschema) -> XDFBuilder {
        var result = XDFBuilder("stammdatenschema", .v2)
        common(schema.angaben, &result)
        result.text("hilfetext", schema.hilfetext)
        result.code(
            "ableitungsmodifikationenStruktur", schema.ableitungsmodifikationenStruktur, .ableitungStruktur)
        result.code(
            "ableitungsmodifikationenRepraesentation", schema.ableitungsmodifikationenRepraesentation,
            .ableitungRepraesentation)
        for rule in schema.regel { result.add(build(rule)) }
        for place in schema.struktur { result.add(build(place)) }
        return result
    }

    private static func build(_ group: XDF2.Datenfeldgruppe) -> XDFBuilder {
        var result = XDFBuilder("datenfeldgruppe", .v2)
        common(group.angaben, &result)
        result.code("schemaelementart", group.schemaelementart, .schemaelementart)
        result.text("hilfetextEingabe", group.hilfetextEingabe)
        result.text("hilfetextAusgabe", group.hilfetextAusgabe)
        for rule in group.regel { result.add(build(rule)) }
        for place in group.struktur { result.add(build(place)) }
        return result
    }

    private static func build(_ field: XDF2.Datenfeld) -> XDFBuilder {
        var result = XDFBuilder("datenfeld", .v2)
        common(field.angaben, &result)
        result.code("schemaelementart", field.schemaelementart, .schemaelementart)
        result.text("hilfetextEingabe", field.hilfetextEingabe)
        result.text("hilfetextAusgabe", field.hilfetextAusgabe)
        result.code("feldart", field.feldart, .feldart2)
        result.code("datentyp", field.datentyp, .datentyp2)
        result.text("praezisierung", field.praezisierung)
        result.text("inhalt", field.inhalt)
        if let reference = field.codelisteReferenz {
            var list = result.new("codelisteReferenz")
            list.identifikation("identifikation", reference.identifikation)
            if reference.canonicalIdentification != nil || reference.version != nil
                || reference.canonicalVersionUri != nil
            {
                var genericode = list.new("genericodeIdentification")
                genericode.text("canonicalIdentification", reference.canonicalIdentification)
                genericode.text("version", reference.version)
                genericode.text("canonicalVersionUri", reference.canonicalVersionUri)
                list.add(genericode)
            }
            result.add(list)
        }
        for rule in field.regel { result.add(build(rule)) }
        return result
    }

    private static func build(_ profile: XDF2.Dokumentsteckbrief) -> XDFBuilder {
        var result = XDFBuilder("dokumentensteckbrief", .v2)
        common(profile.angaben, &result)
        result.text("isReferenz", profile.isReferenz)
        result.code("dokumentart", profile.dokumentart, .dokumentart)
        result.text("hilfetext", profile.hilfetext)
        return result
    }

    private static func build(_ rule: XDF2.Regel) -> XDFBuilder {
        var result = XDFBuilder("regel", .v2)
        common(rule.angaben, &result)
        result.text("script", rule.script)
        return result
    }

    private static func build(_ place: XDF2.Struktur) -> XDFBuilder {
        var result = XDFBuilder("struktur", .v2)
        result.text("anzahl", place.anzahl)
        result.text("bezug", place.bezug)
        var holder = result.new("enthaelt")
        switch place.element {
        case .datenfeldgruppe(let group): holder.add(build(group))
        case .datenfeld(let field): holder.add(build(field))
        }
        result.add(holder)
        return result
    }

    private static func common(_ angaben: XDF2.Angaben, _ result: inout XDFBuilder) {
        result.identifikation("identifikation", angaben.identifikation)
        result.text("name", angaben.name)
        // Every 2.0 file seen has these two, empty if need be: others may take them for required.
        result.text("bezeichnungEingabe", angaben.bezeichnungEingabe ?? "")
        result.text("bezeichnungAusgabe", angaben.bezeichnungAusgabe)
        result.text("beschreibung", angaben.beschreibung)
        result.text("definition", angaben.definition)
        result.text("bezug", angaben.bezug)
        result.code("status", angaben.status, .status2)
        result.text("gueltigAb", angaben.gueltigAb)
        result.text("gueltigBis", angaben.gueltigBis)
        result.text("fachlicherErsteller", angaben.fachlicherErsteller ?? "")
        result.text("versionshinweis", angaben.versionshinweis)
        result.text("freigabedatum", angaben.freigabedatum)
        result.text("veroeffentlichungsdatum", angaben.veroeffentlichungsdatum)
    }
}
