import Findings

extension HandbookRule {
    /// Codes.
    static let codeRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.code-base", severity: .warning, certainty: .erschlossen, section: .codeLists,
            demand: Message(
                de: "Code-Datentypen sind vom XÖV-Datentyp Code abgeleitet.",
                en: "Code types are derived from the XÖV data type Code."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.code-list-unknown", severity: .warning, certainty: .gesichert, section: .codeLists,
            demand: Message(
                de:
                    "Aus einer Nachricht geht hervor, aus welcher Codeliste ein Code stammt: listURI ist festgelegt oder Pflicht.",
                en: "A message tells from which code list a code is taken: listURI is fixed or required."),
            source: Message(
                de: "XÖV-Datentyp Code 1.0, Dokumentation von listURI.",
                en: "XÖV data type Code 1.0, documentation of listURI.")),
        HandbookRule(
            id: "ndr.code-version-unknown", severity: .warning, certainty: .gesichert, section: .codeLists,
            demand: Message(
                de:
                    "Aus einer Nachricht geht hervor, aus welcher Version der Codeliste ein Code stammt: listVersionID ist festgelegt oder Pflicht.",
                en:
                    "A message tells from which version of the list a code is taken: listVersionID is fixed or required."
            ),
            source: Message(
                de: "XÖV-Datentyp Code 1.0, Dokumentation von listVersionID.",
                en: "XÖV data type Code 1.0, documentation of listVersionID.")),
        HandbookRule(
            id: "ndr.code-metadata-missing", severity: .warning, certainty: .erschlossen, section: .codeLists,
            demand: Message(
                de: "Ein Code-Datentyp, der seine Liste festlegt, beschreibt sie in xs:appinfo (codeliste).",
                en: "A code type that fixes its list describes it in xs:appinfo (codeliste)."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.code-metadata-contradictory", severity: .error, certainty: .gesichert, section: .codeLists,
            demand: Message(
                de: "Kennung und Version in xs:appinfo sind die, die der Code-Datentyp festlegt.",
                en: "Kennung and version in xs:appinfo are those that the code type fixes."),
            source: Message(
                de: "Widerspruch innerhalb der Schemas.",
                en: "Contradiction within the schemas.")),
        HandbookRule(
            id: "ndr.code-column-unknown", severity: .error, certainty: .gesichert, section: .codeLists,
            demand: Message(
                de: "genutzteCodeSpalte nennt eine der codelistenspalten.",
                en: "genutzteCodeSpalte names one of the codelistenspalten."),
            source: Message(
                de: "Widerspruch innerhalb der Schemas.",
                en: "Contradiction within the schemas.")),
        HandbookRule(
            id: "ndr.code-enumeration-open", severity: .warning, certainty: .erschlossen, section: .codeLists,
            demand: Message(
                de: "Zählt das Schema die Codes auf (Code-Typ 1), so legt es auch die Version der Liste fest.",
                en: "Where the schema lists the codes (code type 1), it also fixes the list's version."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.code-repeated", severity: .error, certainty: .gesichert, section: .codeLists,
            demand: Message(
                de: "Kein Code ist in einer Aufzählung doppelt.",
                en: "No code is listed twice."),
            source: Message(
                de: "Die Codespalte einer Liste ist ein Schlüssel (Genericode 1.0, Key).",
                en: "The code column of a list is a key (genericode 1.0, Key).")),
    ]

    /// Constructs of XML Schema.
    static let constructRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.construct-all", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:all wird nicht verwendet.",
                en: "xs:all is not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-redefine", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:redefine wird nicht verwendet.",
                en: "xs:redefine is not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-substitution", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Ersetzungsgruppen werden nicht verwendet.",
                en: "Substitution groups are not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-mixed", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Gemischter Inhalt wird nicht verwendet.",
                en: "Mixed content is not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-any-type", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:anyType und xs:anySimpleType werden nicht verwendet, und jedes Element hat einen Typ.",
                en: "xs:anyType and xs:anySimpleType are not used, and every element has a type."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-wildcard", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:any und xs:anyAttribute werden nicht verwendet.",
                en: "xs:any and xs:anyAttribute are not used."),
            source: Message(
                de: "Im Korpus nur je einmal, in XWasser und xdomea.",
                en: "In the corpus only once each, in XWasser and xdomea.")),
        HandbookRule(
            id: "ndr.construct-default", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Vorgabewerte (default) werden nicht verwendet.",
                en: "Default values are not used."),
            source: Message(
                de: "Im Korpus nur in XJustiz.",
                en: "In the corpus only in XJustiz.")),
        HandbookRule(
            id: "ndr.construct-nillable", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "nillable wird nicht verwendet.",
                en: "nillable is not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-group", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Benannte Gruppen (xs:group, xs:attributeGroup) und globale Attribute werden nicht verwendet.",
                en: "Named groups (xs:group, xs:attributeGroup) and global attributes are not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-list-union", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:list und xs:union werden nicht verwendet.",
                en: "xs:list and xs:union are not used."),
            source: Message(
                de: "Kommt in keinem Standard des Korpus vor.",
                en: "Occurs in no standard of the corpus.")),
        HandbookRule(
            id: "ndr.construct-document-type", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Schemadateien haben keine Dokumenttypdeklaration.",
                en: "Schema files have no document type declaration."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.text-type", severity: .hint, certainty: .erschlossen, section: .dataTypes,
            demand: Message(
                de: "Freie Texte haben einen Datentyp nach DIN 91379 (oder String.Latin), nicht xs:string.",
                en: "Free texts have a data type after DIN 91379 (or String.Latin), not xs:string."),
            source: Message(
                de: "XWasser, XBeteiligung und XJustiz, von wenigen Stellen abgesehen.",
                en: "XWasser, XBeteiligung and XJustiz, apart from a few places.")),
    ]
}
