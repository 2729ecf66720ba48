import Findings

/// The findings about `xs:ID` and `xs:IDREF`.
enum IdentityWording {
    static func duplicate(_ value: String, first: Int, at place: IdentityCheck.Place, path: String?) -> Finding {
        let what = place.attribute.map { " (Attribut „\($0)“)" } ?? ""
        let whatEn = place.attribute.map { " (attribute “\($0)”)" } ?? ""
        return Finding(
            "xsd.id-duplicate", .error, at: location(place, path),
            Message(
                de: "Die ID „\(value: value)“\(what) kommt zum zweiten Mal vor; zuerst steht sie in Zeile \(first).",
                en: "The ID “\(value: value)”\(whatEn) occurs for the second time; first it stands in line \(first)."),
            hint: Message(
                de: "Werte vom Typ xs:ID müssen im ganzen Dokument eindeutig sein.",
                en: "Values of type xs:ID must be unique in the whole document."))
    }

    static func unresolved(_ reference: IdentityCheck.Reference, known: Int) -> Finding {
        let what = reference.place.attribute.map { " (Attribut „\($0)“)" } ?? ""
        let whatEn = reference.place.attribute.map { " (attribute “\($0)”)" } ?? ""
        return Finding(
            "xsd.idref-unresolved", .error, at: location(reference.place, reference.path),
            Message(
                de: "Der Verweis „\(value: reference.value)“\(what) führt auf keine ID im Dokument.",
                en: "The reference “\(value: reference.value)”\(whatEn) names no ID in the document."),
            hint: known == 0
                ? Message(de: "Das Dokument enthält keine ID.", en: "The document has no ID.")
                : Message(
                    de: "Das Dokument enthält \(known) IDs; der Verweis muss einer davon buchstabengetreu gleichen.",
                    en: "The document has \(known) IDs; the reference must equal one of them to the letter."))
    }

    private static func location(_ place: IdentityCheck.Place, _ path: String?) -> Location {
        Location(
            line: place.line > 0 ? place.line : nil, column: place.column > 0 ? place.column : nil,
            path: path)
    }
}
