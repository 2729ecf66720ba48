import Findings

extension HandbookRule {
    /// What schemas say of their standard.
    static let metadataRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.metadata-missing", severity: .warning, certainty: .erschlossen, section: .metadata,
            demand: Message(
                de:
                    "Jede Schemadatei eines Standards trägt dessen Metadaten (standard, versionStandard) in xs:appinfo; nur eine Rahmendatei aus xs:include darf darauf verzichten.",
                en:
                    "Every schema file of a standard carries its metadata (standard, versionStandard) in xs:appinfo; only an umbrella of xs:include may do without."
            ),
            source: Message(
                de: "Der XGenerator schreibt sie in jede Datei aller Standards des Korpus.",
                en: "The XGenerator writes them into every file of all standards of the corpus.")),
        HandbookRule(
            id: "ndr.metadata-incomplete", severity: .warning, certainty: .erschlossen, section: .metadata,
            demand: Message(
                de:
                    "Die Metadaten sind vollständig: nameLang, nameKurz, nameTechnisch, kennung, beschreibung, version, versionXOEVProfil, versionXOEVHandbuch, versionXGenerator.",
                en:
                    "The metadata are complete: nameLang, nameKurz, nameTechnisch, kennung, beschreibung, version, versionXOEVProfil, versionXOEVHandbuch, versionXGenerator."
            ),
            source: Message(
                de: "Diese Felder haben alle Standards des Korpus.",
                en: "All standards of the corpus have these fields.")),
        HandbookRule(
            id: "ndr.metadata-contradictory", severity: .error, certainty: .gesichert, section: .metadata,
            demand: Message(
                de: "Alle Schemadateien eines Standards sagen dasselbe über ihn.",
                en: "All schema files of a standard say the same of it."),
            source: Message(
                de: "Widerspruch innerhalb der Schemas.",
                en: "Contradiction within the schemas.")),
        HandbookRule(
            id: "ndr.identifier-form", severity: .warning, certainty: .erschlossen, section: .metadata,
            demand: Message(
                de: "Die Kennung ist eine URN der Form urn:xoev-de:…:standard:<nameTechnisch>.",
                en: "The kennung is a URN of the form urn:xoev-de:…:standard:<nameTechnisch>."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.technical-name-form", severity: .warning, certainty: .erschlossen, section: .metadata,
            demand: Message(
                de:
                    "nameTechnisch besteht aus Kleinbuchstaben, Ziffern, Punkt und Bindestrich und beginnt mit einem Buchstaben.",
                en: "nameTechnisch consists of lower-case letters, digits, dot and hyphen, and begins with a letter."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.version-form", severity: .hint, certainty: .erschlossen, section: .metadata,
            demand: Message(
                de: "Die Version besteht aus Zahlen mit Punkten.",
                en: "The version consists of numbers with dots."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.handbook-version-unknown", severity: .warning, certainty: .gesichert, section: .metadata,
            demand: Message(
                de: "versionXOEVHandbuch nennt eine erschienene Fassung des Handbuchs.",
                en: "versionXOEVHandbuch names a published edition of the handbook."),
            source: Message(
                de: "Versionshistorie des XÖV-Handbuchs 4.0.0.",
                en: "Version history of XÖV handbook 4.0.0.")),
    ]

    /// Namespaces and versions.
    static let namespaceRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.namespace-missing", severity: .error, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Jede Schemadatei hat einen Ziel-Namensraum.",
                en: "Every schema file has a target namespace."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.namespace-version", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Der Ziel-Namensraum enthält die Version des Standards.",
                en: "The target namespace holds the standard's version."),
            source: Message(
                de: "Alle Standards des Korpus außer XJustiz.",
                en: "All standards of the corpus but XJustiz.")),
        HandbookRule(
            id: "ndr.namespace-uniform", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Alle Schemadateien eines Standards haben denselben Ziel-Namensraum.",
                en: "All schema files of a standard have the same target namespace."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.schema-version-missing", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:schema trägt das Attribut version.",
                en: "xs:schema carries the attribute version."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.schema-version-uniform", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Das Attribut version von xs:schema ist in allen Dateien die Version des Standards.",
                en: "The attribute version of xs:schema is the standard's version in all files."),
            source: Message(
                de: "Alle Standards des Korpus außer XJustiz und XInneres, die Dateien einzeln zählen.",
                en: "All standards of the corpus but XJustiz and XInneres, which count files one by one.")),
        HandbookRule(
            id: "ndr.form-default", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "xs:schema nennt elementFormDefault, und attributeFormDefault ist unqualified.",
                en: "xs:schema states elementFormDefault, and attributeFormDefault is unqualified."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
    ]

    /// Schema files.
    static let fileRules: [HandbookRule] = [
        HandbookRule(
            id: "ndr.umbrella-missing", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Es gibt genau eine Rahmendatei, die alle anderen Schemadateien des Standards einbindet.",
                en: "There is exactly one umbrella file that includes all other schema files of the standard."),
            source: Message(
                de: "Alle Standards des Korpus außer XJustiz 3.5.1.",
                en: "All standards of the corpus but XJustiz 3.5.1.")),
        HandbookRule(
            id: "ndr.umbrella-content", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Die Rahmendatei enthält nur xs:include und xs:import.",
                en: "The umbrella file holds nothing but xs:include and xs:import."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.file-name", severity: .hint, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Der Name einer Schemadatei beginnt mit nameTechnisch.",
                en: "The name of a schema file begins with nameTechnisch."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.file-encoding", severity: .warning, certainty: .erschlossen, section: .namingAndDesign,
            demand: Message(
                de: "Schemadateien sind in UTF-8 geschrieben.",
                en: "Schema files are written in UTF-8."),
            source: Message(
                de: "Alle XÖV-Standards des Korpus.",
                en: "All XÖV standards of the corpus.")),
        HandbookRule(
            id: "ndr.library-version-mixed", severity: .warning, certainty: .erschlossen, section: .library,
            demand: Message(
                de: "Von einem Baustein der XÖV-Bibliothek wird nur eine Version eingebunden.",
                en: "Of a component of the XÖV library only one version is imported."),
            source: Message(
                de: "Gemischte Versionen haben im Betrieb Codegeneratoren gestört.",
                en: "Mixed versions broke code generators in practice.")),
    ]
}
