import Findings

/// Converts XDatenfelder 2.0 to 3.0.0, by the rules that the FIM editors use, with a report of what is lost.
public struct XDF2To3 {
    /// How to convert; the names in brackets are those of the FIM editors' converter.
    public struct Options: Sendable {
        /// The three digits that come behind the Hauptnummernkreis (Unternummernkreis).
        public var unternummernkreis = "000"
        /// Other Unternummernkreise by Hauptnummernkreis (SubstitutionS/B).
        public var unternummernkreise: [String: String] = [:]
        /// Whether references to laws are cut at `;` (BezuegeAufteilen).
        public var splitsReferences = true
        /// The profile that the form gets (DokumentsteckbriefID).
        public var dokumentsteckbriefID = "D99000000001"
        /// Whether the values of the 2.0 file are kept in the descriptions (OriginalwerteDoku).
        public var documentsOriginalValues = true
        /// Which code lists become values of the field (Codelisten2Wertelisten).
        public var inlines = Inlining.fimOnly
        /// The entries of a code list, where it is at hand.
        public var values: (@Sendable (XDF2.CodelisteReferenz) -> [XDF3.Wert]?)?

        /// Which code lists become values of the field.
        public enum Inlining: String, Sendable, Hashable, CaseIterable {
            /// None: all stay references.
            case none
            /// Those of the FIM editors themselves (`urn:de:fim:`, `urn:xoev-de:fim:`), where at hand.
            case fimOnly
            /// All that are at hand.
            case all
        }

        /// The defaults.
        public init() {}
    }

    /// What a conversion gives.
    public struct Result: Sendable, Hashable {
        /// The message of 3.0.0.
        public var nachricht: XDF3.Nachricht
        /// What was lost, changed or assumed.
        public var report: LossReport
    }

    /// Converts a message.
    public static func convert(_ message: XDF2.Nachricht, options: Options = Options()) -> Result {
        var conversion = XDF2To3(options: options, changed: message.header.erstellungszeitpunkt)
        let content: XDF3.Nachricht.Inhalt =
            switch message.inhalt {
            case .stammdatenschema(let schema): .stammdatenschema(conversion.schema(schema))
            case .datenfeldgruppe(let group): .datenfeldgruppe(conversion.group(group, Inherited()))
            case .datenfeld(let field): .datenfeld(conversion.field(field, Inherited()))
            case .dokumentsteckbrief(let profile): .dokumentsteckbrief(conversion.profile(profile))
            }
        return Result(nachricht: XDF3.Nachricht(header: message.header, inhalt: content), report: conversion.report)
    }

    let options: Options
    /// The date of last change, which 2.0 does not have: that of the message.
    let changed: String
    var report = LossReport()

    /// What an element takes from the one around it where it has none itself.
    struct Inherited {
        var statusGesetztAm: String?
        var veroeffentlichungsdatum: String?
    }

    private mutating func schema(_ source: XDF2.Stammdatenschema) -> XDF3.Stammdatenschema {
        let (common, original) = angaben(source.angaben, Inherited(), extra: [])
        var result = XDF3.Stammdatenschema(common, bezeichnung: source.angaben.bezeichnungEingabe ?? "")
        lost(source.angaben, "bezeichnungAusgabe", source.angaben.bezeichnungAusgabe)
        result.hilfetext = source.hilfetext
        result.ableitungsmodifikationenStruktur = source.ableitungsmodifikationenStruktur
        result.ableitungsmodifikationenRepraesentation = source.ableitungsmodifikationenRepraesentation
        result.dokumentsteckbrief = XDFIdentifikation(options.dokumentsteckbriefID)
        assumed(source.angaben, "dokumentsteckbrief", options.dokumentsteckbriefID)
        result.regel = source.regel.map { rule($0) }
        let inherited = Inherited(
            statusGesetztAm: common.statusGesetztAm, veroeffentlichungsdatum: common.veroeffentlichungsdatum)
        result.struktur = places(source.struktur, inherited, source.angaben)
        document(original, &result.angaben)
        return result
    }

    private mutating func group(_ source: XDF2.Datenfeldgruppe, _ inherited: Inherited) -> XDF3.Datenfeldgruppe {
        let (common, original) = angaben(source.angaben, inherited, extra: [])
        var result = XDF3.Datenfeldgruppe(
            common,
            element: labels(source.angaben, source.schemaelementart, source.hilfetextEingabe, source.hilfetextAusgabe))
        result.regel = source.regel.map { rule($0) }
        let inner = Inherited(
            statusGesetztAm: common.statusGesetztAm, veroeffentlichungsdatum: common.veroeffentlichungsdatum)
        result.struktur = places(source.struktur, inner, source.angaben)
        document(original, &result.angaben)
        return result
    }

    private mutating func field(_ source: XDF2.Datenfeld, _ inherited: Inherited) -> XDF3.Datenfeld {
        var extra: [(String, String)] = []
        if let list = source.codelisteReferenz {
            extra.append(("Codeliste", list.identifikation.description))
            if let urn = list.canonicalIdentification { extra.append(("Codeliste-Canonical-Identification", urn)) }
            if let version = list.version { extra.append(("Codeliste-Version", version)) }
        }
        let (common, original) = angaben(source.angaben, inherited, extra: extra)
        var result = XDF3.Datenfeld(
            common,
            element: labels(source.angaben, source.schemaelementart, source.hilfetextEingabe, source.hilfetextAusgabe))
        result.feldart = source.feldart.map { XDFCodelist.feldart.code($0.code) }
        result.datentyp = source.datentyp.map { XDFCodelist.datentyp.code($0.code) }
        result.praezisierung = bounds(source)
        result.inhalt = source.inhalt
        result.vorbefuellung = XDFCodelist.vorbefuellung.code("keine")
        assumed(source.angaben, "vorbefuellung", "keine")
        if let list = source.codelisteReferenz { codeList(list, source, &result) }
        result.regel = source.regel.map { rule($0) }
        document(original, &result.angaben)
        return result
    }

    private mutating func profile(_ source: XDF2.Dokumentsteckbrief) -> XDF3.Dokumentsteckbrief {
        let (common, original) = angaben(source.angaben, Inherited(), extra: [])
        var result = XDF3.Dokumentsteckbrief(common, bezeichnung: source.angaben.bezeichnungEingabe ?? "")
        lost(source.angaben, "bezeichnungAusgabe", source.angaben.bezeichnungAusgabe)
        result.istAbstrakt = source.isReferenz ?? "false"
        if source.isReferenz == nil { assumed(source.angaben, "istAbstrakt", "false") }
        result.dokumentart = source.dokumentart ?? XDFCodelist.dokumentart.code("999")
        if source.dokumentart == nil { assumed(source.angaben, "dokumentart", "999") }
        result.hilfetext = source.hilfetext
        document(original, &result.angaben)
        return result
    }

    private mutating func codeList(
        _ list: XDF2.CodelisteReferenz, _ source: XDF2.Datenfeld, _ result: inout XDF3.Datenfeld
    ) {
        let urn = list.canonicalIdentification ?? ""
        let isFIM = urn.hasPrefix("urn:de:fim:") || urn.hasPrefix("urn:xoev-de:fim:")
        let isWanted = options.inlines == .all || (options.inlines == .fimOnly && (isFIM || urn.isEmpty))
        if isWanted, let values = options.values?(list) {
            result.werte = values
            change(
                source.angaben, "codelisteReferenz", list.identifikation.description, "werte",
                Message(
                    de: "Die Einträge der Codeliste stehen nun als Werte am Feld.",
                    en: "The list's entries now stand as values of the field."))
        } else {
            result.codelisteReferenz = XDF3.CodelisteReferenz(
                urn, version: list.version, canonicalVersionUri: list.canonicalVersionUri)
        }
        if !options.documentsOriginalValues {
            lost(source.angaben, "codelisteReferenz/identifikation", list.identifikation.description)
        }
    }

    private mutating func bounds(_ source: XDF2.Datenfeld) -> XDF3.Praezisierung {
        var result = XDF3.Praezisierung()
        guard let text = source.praezisierung else { return result }
        guard let parsed = XDF2Praezisierung(text) else {
            lost(source.angaben, "praezisierung", text)
            return result
        }
        for (name, value) in parsed.members where !value.isEmpty {
            let isLength = name == "minLength" || name == "maxLength"
            if isLength, Int(value) == nil {
                lost(source.angaben, "praezisierung/" + name, value)
                continue
            }
            switch name {
            case "minLength": result.minLength = value
            case "maxLength": result.maxLength = value
            case "minValue": result.minValue = value
            case "maxValue": result.maxValue = value
            case "pattern": result.pattern = value
            default: lost(source.angaben, "praezisierung/" + name, value)
            }
        }
        let back = XDF2Praezisierung.text(result)
        if back != text.trimmedXML {
            change(
                source.angaben, "praezisierung", text, back,
                Message(de: "Der JSON-Text wurde zu Attributen.", en: "The JSON text became attributes."))
        }
        return result
    }

    private mutating func labels(
        _ source: XDF2.Angaben, _ kind: XDFCode?, _ input: String?, _ output: String?
    ) -> XDF3.Elementangaben {
        var result = XDF3.Elementangaben(bezeichnungEingabe: source.bezeichnungEingabe ?? "")
        result.bezeichnungAusgabe = source.bezeichnungAusgabe
        result.schemaelementart = kind ?? XDFCodelist.schemaelementart.code("RNG")
        if kind == nil { assumed(source, "schemaelementart", "RNG") }
        result.hilfetextEingabe = input
        result.hilfetextAusgabe = output
        return result
    }

    private mutating func places(
        _ source: [XDF2.Struktur], _ inherited: Inherited, _ owner: XDF2.Angaben
    ) -> [XDF3.Struktur] {
        var result: [XDF3.Struktur] = []
        for place in source {
            let element: XDF3.Struktur.Element =
                switch place.element {
                case .datenfeldgruppe(let inner): .datenfeldgruppe(group(inner, inherited))
                case .datenfeld(let inner): .datenfeld(field(inner, inherited))
                }
            var converted = XDF3.Struktur(
                place.anzahl, bezug: references(place.bezug, owner, "struktur/bezug"), element)
            converted.quelle = place.quelle
            result.append(converted)
        }
        guard result.isEmpty else { return result }
        report.add(
            owner.identifikation, owner.quelle, "struktur", .assumed, after: XDFDefaultField.id,
            Message(
                de: "3.0.0 verlangt ein Unterelement; das Default-Datenfeld wurde eingesetzt.",
                en: "3.0.0 asks for an element inside; the default field was put in."))
        return [XDF3.Struktur("1:1", .datenfeld(XDFDefaultField.field))]
    }
}

/// The field that stands in for missing content (`F60000000001`).
enum XDFDefaultField {
    static let id = "F60000000001"

    static let field: XDF3.Datenfeld = {
        var common = XDF3.Angaben(
            XDFIdentifikation(id, version: "1.0.0"), name: "Default-Datenfeld",
            letzteAenderung: "2024-03-21T13:14:56.226717Z")
        common.definition = "Platzhalter, wo 3.0.0 ein Unterelement verlangt und noch keines festgelegt ist."
        common.freigabestatus = XDFCodelist.status.code("6")
        common.statusGesetztAm = "2024-03-21"
        common.statusGesetztDurch = "FIM-Baustein Datenfelder"
        common.veroeffentlichungsdatum = "2024-03-21"
        var labels = XDF3.Elementangaben(bezeichnungEingabe: "Default-Datenfeld")
        labels.bezeichnungAusgabe = "Default-Datenfeld"
        labels.schemaelementart = XDFCodelist.schemaelementart.code("HAR")
        labels.hilfetextEingabe = "Platzhalter."
        labels.hilfetextAusgabe = "Platzhalter."
        var field = XDF3.Datenfeld(common, element: labels)
        field.feldart = XDFCodelist.feldart.code("hidden")
        field.datentyp = XDFCodelist.datentyp.code("text")
        field.vorbefuellung = XDFCodelist.vorbefuellung.code("keine")
        return field
    }()
}
