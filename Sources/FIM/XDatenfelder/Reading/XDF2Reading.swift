import Findings
import XMLCore

/// Reads the objects of XDatenfelder 2.0.
struct XDF2Reading {
    let context: XDFContext

    func schema(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF2.Stammdatenschema {
        let fields = XDFFields(element, path: path, XDFShape.V2.schema, context)
        var schema = XDF2.Stammdatenschema(common(fields))
        schema.hilfetext = fields.text("hilfetext")
        schema.ableitungsmodifikationenStruktur = fields.code("ableitungsmodifikationenStruktur", .ableitungStruktur)
        schema.ableitungsmodifikationenRepraesentation = fields.code(
            "ableitungsmodifikationenRepraesentation", .ableitungRepraesentation)
        schema.regel = fields.all("regel").map { rule($0.element, $0.path) }
        schema.struktur = try places(fields)
        return schema
    }

    func group(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF2.Datenfeldgruppe {
        try context.count(element)
        let fields = XDFFields(element, path: path, XDFShape.V2.gruppe, context)
        var group = XDF2.Datenfeldgruppe(common(fields))
        group.schemaelementart = fields.code("schemaelementart", .schemaelementart)
        group.hilfetextEingabe = fields.text("hilfetextEingabe")
        group.hilfetextAusgabe = fields.text("hilfetextAusgabe")
        group.regel = fields.all("regel").map { rule($0.element, $0.path) }
        group.struktur = try context.entering(group.angaben.identifikation, element, path: path) {
            () throws(XDFError) -> [XDF2.Struktur] in try places(fields)
        }
        return group
    }

    func field(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF2.Datenfeld {
        try context.count(element)
        let fields = XDFFields(element, path: path, XDFShape.V2.feld, context)
        var field = XDF2.Datenfeld(common(fields))
        field.schemaelementart = fields.code("schemaelementart", .schemaelementart)
        field.hilfetextEingabe = fields.text("hilfetextEingabe")
        field.hilfetextAusgabe = fields.text("hilfetextAusgabe")
        field.feldart = fields.code("feldart", .feldart2)
        field.datentyp = fields.code("datentyp", .datentyp2)
        field.praezisierung = fields.text("praezisierung")
        field.inhalt = fields.text("inhalt")
        if let reference = fields.first("codelisteReferenz") {
            let parts = XDFFields(reference, path: path + "/codelisteReferenz", XDFShape.V2.codeliste, context)
            var list = XDF2.CodelisteReferenz(parts.identifikation())
            if let genericode = parts.first("genericodeIdentification") {
                let names = XDFFields(
                    genericode, path: parts.path + "/genericodeIdentification", XDFShape.V2.genericode, context)
                list.canonicalIdentification = names.token("canonicalIdentification")
                list.version = names.token("version")
                list.canonicalVersionUri = names.token("canonicalVersionUri")
            }
            field.codelisteReferenz = list
        }
        field.regel = fields.all("regel").map { rule($0.element, $0.path) }
        return field
    }

    func profile(_ element: XMLTree.Element, _ path: String) -> XDF2.Dokumentsteckbrief {
        let fields = XDFFields(element, path: path, XDFShape.V2.steckbrief, context)
        var profile = XDF2.Dokumentsteckbrief(common(fields))
        profile.isReferenz = fields.token("isReferenz")
        if fields.first("dokumentart") != nil { profile.dokumentart = fields.code("dokumentart", .dokumentart) }
        profile.hilfetext = fields.text("hilfetext")
        return profile
    }

    private func common(_ fields: XDFFields) -> XDF2.Angaben {
        var result = XDF2.Angaben(fields.identifikation(), name: fields.required("name"))
        result.bezeichnungEingabe = fields.text("bezeichnungEingabe")
        result.bezeichnungAusgabe = fields.text("bezeichnungAusgabe")
        result.beschreibung = fields.text("beschreibung")
        result.definition = fields.text("definition")
        result.bezug = fields.text("bezug")
        if fields.first("status") != nil { result.status = fields.code("status", .status2) }
        result.gueltigAb = fields.token("gueltigAb")
        result.gueltigBis = fields.token("gueltigBis")
        result.fachlicherErsteller = fields.text("fachlicherErsteller")
        result.versionshinweis = fields.text("versionshinweis")
        result.freigabedatum = fields.token("freigabedatum")
        result.veroeffentlichungsdatum = fields.token("veroeffentlichungsdatum")
        result.quelle = fields.quelle
        return result
    }

    private func rule(_ element: XMLTree.Element, _ path: String) -> XDF2.Regel {
        let fields = XDFFields(element, path: path, XDFShape.V2.regel, context)
        var rule = XDF2.Regel(common(fields))
        rule.script = fields.text("script")
        return rule
    }

    private func places(_ fields: XDFFields) throws(XDFError) -> [XDF2.Struktur] {
        var result: [XDF2.Struktur] = []
        for place in fields.all("struktur") {
            let parts = XDFFields(place.element, path: place.path, XDFShape.V2.struktur, context)
            guard let holder = parts.first("enthaelt") else { continue }
            let inner = XDFFields(
                holder, path: place.path + "/enthaelt", XDFShape(["datenfeldgruppe?", "datenfeld?"]), context)
            let element: XDF2.Struktur.Element
            if let child = inner.first("datenfeldgruppe") {
                element = .datenfeldgruppe(try group(child, inner.path + "/datenfeldgruppe"))
            } else if let child = inner.first("datenfeld") {
                element = .datenfeld(try field(child, inner.path + "/datenfeld"))
            } else {
                context.add(
                    .missingElement, context.breach, holder, path: inner.path,
                    Message(
                        de: "enthaelt hat weder datenfeld noch datenfeldgruppe.",
                        en: "enthaelt holds neither datenfeld nor datenfeldgruppe."))
                continue
            }
            var structure = XDF2.Struktur(
                parts.first("anzahl")?.text.trimmedXML, bezug: parts.text("bezug"), element)
            structure.quelle = parts.quelle
            result.append(structure)
        }
        return result
    }
}
