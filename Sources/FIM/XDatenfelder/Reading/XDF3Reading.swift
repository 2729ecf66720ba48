import Findings
import XMLCore

/// Reads the objects of XDatenfelder 3.0.0.
struct XDF3Reading {
    let context: XDFContext

    func schema(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF3.Stammdatenschema {
        let fields = XDFFields(element, path: path, XDFShape.V3.schema, context)
        var schema = XDF3.Stammdatenschema(common(fields), bezeichnung: fields.required("bezeichnung"))
        schema.hilfetext = fields.text("hilfetext")
        schema.ableitungsmodifikationenStruktur = fields.code("ableitungsmodifikationenStruktur", .ableitungStruktur)
        schema.ableitungsmodifikationenRepraesentation = fields.code(
            "ableitungsmodifikationenRepraesentation", .ableitungRepraesentation)
        if fields.first("dokumentsteckbrief") != nil {
            schema.dokumentsteckbrief = fields.identifikation("dokumentsteckbrief")
        }
        schema.regel = fields.all("regel").map { rule($0.element, $0.path) }
        schema.struktur = try places(fields)
        return schema
    }

    func group(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF3.Datenfeldgruppe {
        try context.count(element)
        let fields = XDFFields(element, path: path, XDFShape.V3.gruppe, context)
        var group = XDF3.Datenfeldgruppe(common(fields), element: labels(fields))
        if fields.first("art") != nil { group.art = fields.code("art", .gruppenart) }
        group.regel = fields.all("regel").map { rule($0.element, $0.path) }
        group.struktur = try context.entering(group.identifikation, element, path: path) {
            () throws(XDFError) -> [XDF3.Struktur] in try places(fields)
        }
        return group
    }

    func field(_ element: XMLTree.Element, _ path: String) throws(XDFError) -> XDF3.Datenfeld {
        try context.count(element)
        let fields = XDFFields(element, path: path, XDFShape.V3.feld, context)
        var field = XDF3.Datenfeld(common(fields), element: labels(fields))
        field.feldart = fields.code("feldart", .feldart)
        field.datentyp = fields.code("datentyp", .datentyp)
        if let bounds = fields.first("praezisierung") {
            func bound(_ name: String) -> String? { bounds[name].flatMap { $0.isEmpty ? nil : $0 } }
            field.praezisierung = XDF3.Praezisierung(
                minLength: bound("minLength"), maxLength: bound("maxLength"), minValue: bound("minValue"),
                maxValue: bound("maxValue"), pattern: bound("pattern"))
        }
        field.inhalt = fields.text("inhalt")
        if fields.first("vorbefuellung") != nil {
            field.vorbefuellung = fields.code("vorbefuellung", .vorbefuellung)
        }
        if let values = fields.first("werte") {
            let list = XDFFields(values, path: path + "/werte", XDFShape.V3.werte, context)
            field.werte = list.all("wert").map { value in
                let parts = XDFFields(value.element, path: value.path, XDFShape.V3.wert, context)
                return XDF3.Wert(
                    code: parts.required("code"), name: parts.required("name"), hilfe: parts.text("hilfe"))
            }
        }
        if let reference = fields.first("codelisteReferenz") {
            let parts = XDFFields(reference, path: path + "/codelisteReferenz", XDFShape.V3.codeliste, context)
            field.codelisteReferenz = XDF3.CodelisteReferenz(
                parts.requiredToken("canonicalIdentification"), version: parts.token("version"),
                canonicalVersionUri: parts.token("canonicalVersionUri"))
        }
        field.codeKey = fields.token("codeKey")
        field.nameKey = fields.token("nameKey")
        field.helpKey = fields.token("helpKey")
        field.regel = fields.all("regel").map { rule($0.element, $0.path) }
        field.maxSize = fields.token("maxSize")
        field.mediaType = fields.all("mediaType").map { $0.element.text.trimmedXML }
        return field
    }

    func profile(_ element: XMLTree.Element, _ path: String) -> XDF3.Dokumentsteckbrief {
        let fields = XDFFields(element, path: path, XDFShape.V3.steckbrief, context)
        var profile = XDF3.Dokumentsteckbrief(common(fields), bezeichnung: fields.required("bezeichnung"))
        profile.istAbstrakt = fields.token("istAbstrakt")
        profile.dokumentart = fields.code("dokumentart", .dokumentart)
        profile.hilfetext = fields.text("hilfetext")
        return profile
    }

    private func common(_ fields: XDFFields) -> XDF3.Angaben {
        var result = XDF3.Angaben(
            fields.identifikation(), name: fields.required("name"),
            letzteAenderung: fields.required("letzteAenderung").trimmedXML)
        result.beschreibung = fields.text("beschreibung")
        result.definition = fields.text("definition")
        result.bezug = references(fields)
        result.freigabestatus = fields.code("freigabestatus", .status)
        result.statusGesetztAm = fields.token("statusGesetztAm")
        result.statusGesetztDurch = fields.text("statusGesetztDurch")
        result.gueltigAb = fields.token("gueltigAb")
        result.gueltigBis = fields.token("gueltigBis")
        result.versionshinweis = fields.text("versionshinweis")
        result.veroeffentlichungsdatum = fields.token("veroeffentlichungsdatum")
        result.relation = fields.all("relation").map { relation in
            let parts = XDFFields(relation.element, path: relation.path, XDFShape.V3.relation, context)
            return XDF3.Relation(
                praedikat: parts.code("praedikat", .relation), objekt: parts.identifikation("objekt"))
        }
        result.stichwort = keywords(fields)
        result.quelle = fields.quelle
        return result
    }

    private func labels(_ fields: XDFFields) -> XDF3.Elementangaben {
        var result = XDF3.Elementangaben(bezeichnungEingabe: fields.required("bezeichnungEingabe"))
        result.bezeichnungAusgabe = fields.text("bezeichnungAusgabe")
        result.schemaelementart = fields.code("schemaelementart", .schemaelementart)
        result.hilfetextEingabe = fields.text("hilfetextEingabe")
        result.hilfetextAusgabe = fields.text("hilfetextAusgabe")
        return result
    }

    private func references(_ fields: XDFFields) -> [XDF3.Bezug] {
        fields.all("bezug").compactMap { reference in
            let text = reference.element.text
            let link = reference.element["link"].flatMap { $0.isEmpty ? nil : $0 }
            return text.trimmedXML.isEmpty && link == nil ? nil : XDF3.Bezug(text, link: link)
        }
    }

    private func keywords(_ fields: XDFFields) -> [XDF3.Stichwort] {
        fields.all("stichwort").compactMap { keyword in
            let text = keyword.element.text
            return text.trimmedXML.isEmpty ? nil : XDF3.Stichwort(text, uri: keyword.element["uri"])
        }
    }

    private func rule(_ element: XMLTree.Element, _ path: String) -> XDF3.Regel {
        let fields = XDFFields(element, path: path, XDFShape.V3.regel, context)
        var rule = XDF3.Regel(
            fields.identifikation(), name: fields.required("name"),
            letzteAenderung: fields.required("letzteAenderung").trimmedXML)
        rule.beschreibung = fields.text("beschreibung")
        rule.freitextRegel = fields.text("freitextRegel")
        rule.bezug = references(fields)
        rule.stichwort = keywords(fields)
        rule.fachlicherErsteller = fields.text("fachlicherErsteller")
        rule.typ = fields.code("typ", .regeltyp)
        rule.param = fields.all("param").map(\.element.text)
        rule.ziel = fields.all("ziel").map(\.element.text)
        rule.skript = fields.text("skript")
        rule.fehler = fields.all("fehler").map(\.element.text)
        rule.quelle = fields.quelle
        return rule
    }

    private func places(_ fields: XDFFields) throws(XDFError) -> [XDF3.Struktur] {
        var result: [XDF3.Struktur] = []
        for place in fields.all("struktur") {
            let parts = XDFFields(place.element, path: place.path, .struktur, context)
            guard let holder = parts.first("enthaelt") else { continue }
            let inner = XDFFields(
                holder, path: place.path + "/enthaelt", XDFShape(["datenfeldgruppe?", "datenfeld?"]), context)
            let element: XDF3.Struktur.Element
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
            var structure = XDF3.Struktur(parts.first("anzahl")?.text.trimmedXML, bezug: references(parts), element)
            structure.quelle = parts.quelle
            result.append(structure)
        }
        return result
    }
}
