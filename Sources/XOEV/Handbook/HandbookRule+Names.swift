import Findings

extension HandbookRule {
    /// Names.
    static let nameRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.type-name", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Namen komplexer Datentypen sind in UpperCamelCase; Punkte trennen Teile.",
                en: "Names of complex types are in UpperCamelCase; dots separate parts."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.element-name", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Namen lokaler Elemente sind in lowerCamelCase; Punkte trennen Teile.",
                en: "Names of local elements are in lowerCamelCase; dots separate parts."),
            source: Message(
                de: "Alle Standards des Korpus außer xdomea; einzelne Ausnahmen in XJustiz.",
                en: "All standards of the corpus but xdomea; single exceptions in XJustiz.")),
        HandbookRule(
            id: "ndr.attribute-name", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Namen von Attributen sind in lowerCamelCase; Punkte trennen Teile.",
                en: "Names of attributes are in lowerCamelCase; dots separate parts."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.name-characters", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Namen bestehen aus Buchstaben ohne Umlaute, Ziffern und Punkten.",
                en: "Names consist of letters without umlauts, digits and dots."),
            source: Message(
                de: "Fast alle Namen im Korpus; Ausnahmen vor allem in XJustiz (auswahl_…).",
                en: "Nearly all names of the corpus; exceptions above all in XJustiz (auswahl_…).")),
        HandbookRule(
            id: "ndr.type-suffix", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Alle komplexen Datentypen eines Standards enden auf Type, oder keiner.",
                en: "All complex types of a standard end in Type, or none does."),
            source: Message(
                de: "Alle Standards des Korpus außer XJustiz.",
                en: "All standards of the corpus but XJustiz.")),
        HandbookRule(
            id: "ndr.code-type-name", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Namen von Code-Datentypen enthalten Code.",
                en: "Names of code types contain Code."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
    ]

    /// Messages.
    static let messageRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.message-name", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Nachrichten heißen <gruppe>.<name>.<nummer> mit mindestens vierstelliger Nummer.",
                en: "Messages are called <group>.<name>.<number> with a number of at least four digits."),
            source: Message(
                de: "Alle Standards des Korpus außer XBerufsbildung.",
                en: "All standards of the corpus but XBerufsbildung.")),
        HandbookRule(
            id: "ndr.message-number-repeated", severity: .error, certainty: .gesichert, section: .namingAndDesign,
            demand: Message(
                de: "Keine zwei Nachrichten eines Standards haben dieselbe Nummer.",
                en: "No two messages of a standard have the same number."),
            source: Message(
                de: "XÖV-Basisnachricht 1.1, Dokumentation von nachrichtentyp: eindeutige Kennzeichnung.",
                en: "XÖV basic message 1.1, documentation of nachrichtentyp: unique identification.")),
        HandbookRule(
            id: "ndr.message-number-length", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Alle Nachrichtennummern eines Standards sind gleich lang.",
                en: "All message numbers of a standard have the same length."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.message-title", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jede Nachricht hat einen Titel (title in xs:appinfo).",
                en: "Every message has a title (title in xs:appinfo)."),
            source: Message(
                de: "Angabe des XGenerators in XWasser.",
                en: "Given by the XGenerator in XWasser.")),
        HandbookRule(
            id: "ndr.message-legal-basis", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jede Nachricht nennt ihre Rechtsgrundlage, keinen Platzhalter.",
                en: "Every message names its legal basis, not a placeholder."),
            source: Message(
                de: "Angabe des XGenerators in XWasser, XBeteiligung, XBerufsbildung.",
                en: "Given by the XGenerator in XWasser, XBeteiligung, XBerufsbildung.")),
        HandbookRule(
            id: "ndr.message-header", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Eine Nachricht beginnt mit einem Nachrichtenkopf.",
                en: "A message begins with a message header."),
            source: Message(
                de: "Alle Standards des Korpus außer XBerufsbildung.",
                en: "All standards of the corpus but XBerufsbildung.")),
        HandbookRule(
            id: "ndr.message-type-list", severity: .warning, certainty: .erschlossen, section: .codeLists,
            demand: Message(
                de: "Zählt das Schema die Nachrichtentypen auf, so sind es genau die Nummern der Nachrichten.",
                en: "Where the schema lists the message types, they are exactly the numbers of the messages."),
            source: Message(
                de: "XÖV-Basisnachricht 1.1: Der Nachrichtentyp kennzeichnet die Nachricht.",
                en: "XÖV basic message 1.1: the message type identifies the message.")),
        HandbookRule(
            id: "ndr.header-version", severity: .error, certainty: .gesichert, section: .metadata,
            demand: Message(
                de: "Legt die Nachricht Standard oder Version fest (fixed), so sind es die der Metadaten.",
                en: "Where the message fixes standard or version (fixed), they are those of the metadata."),
            source: Message(
                de: "Widerspruch innerhalb der Schemas.",
                en: "Contradiction within the schemas.")),
    ]

    /// Documentation.
    static let documentationRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.documentation-message", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jede Nachricht ist dokumentiert.",
                en: "Every message is documented."),
            source: Message(
                de: "Fast vollständig in allen Standards des Korpus außer XJustiz.",
                en: "Nearly complete in all standards of the corpus but XJustiz.")),
        HandbookRule(
            id: "ndr.documentation-type", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jeder benannte Datentyp ist dokumentiert oder beschreibt seine Codeliste.",
                en: "Every named type is documented or describes its code list."),
            source: Message(
                de: "Fast vollständig in allen Standards des Korpus außer XJustiz.",
                en: "Nearly complete in all standards of the corpus but XJustiz.")),
        HandbookRule(
            id: "ndr.documentation-element", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jedes Element ist dokumentiert.",
                en: "Every element is documented."),
            source: Message(
                de: "Fast vollständig in allen Standards des Korpus außer XJustiz.",
                en: "Nearly complete in all standards of the corpus but XJustiz.")),
        HandbookRule(
            id: "ndr.documentation-attribute", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jedes Attribut ist dokumentiert.",
                en: "Every attribute is documented."),
            source: Message(
                de: "Fast vollständig in allen Standards des Korpus außer XJustiz.",
                en: "Nearly complete in all standards of the corpus but XJustiz.")),
    ]
}
