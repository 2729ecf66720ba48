/// The words of which the texts of a sample stock are made.
enum StockTexts {
    /// What a service is about.
    struct Subject: Sendable {
        let de: String
        let en: String

        init(_ de: String, _ en: String) {
            self.de = de
            self.en = en
        }
    }

    static let subjects = [
        Subject("Hundesteuer", "Dog tax"), Subject("Bewohnerparkausweis", "Resident parking permit"),
        Subject("Personalausweis", "Identity card"), Subject("Meldebescheinigung", "Certificate of registration"),
        Subject("Führungszeugnis", "Certificate of conduct"), Subject("Baugenehmigung", "Building permit"),
        Subject("Gewerbe", "Trade"), Subject("Kindergartenplatz", "Place in a nursery"),
        Subject("Sondernutzung einer Straße", "Special use of a road"), Subject("Fischereischein", "Fishing licence"),
        Subject("Wohngeld", "Housing benefit"), Subject("Eheschließung", "Marriage"),
        Subject("Geburtsurkunde", "Birth certificate"), Subject("Sperrmüll", "Bulky waste"),
        Subject("Bibliotheksausweis", "Library card"), Subject("Grundsteuer", "Property tax"),
        Subject("Führerschein", "Driving licence"), Subject("Kraftfahrzeug", "Motor vehicle"),
        Subject("Gaststättenerlaubnis", "Restaurant licence"), Subject("Baumfällung", "Tree felling"),
        Subject("Straßenfest", "Street festival"), Subject("Elterngeld", "Parental allowance"),
        Subject("Schwerbehindertenausweis", "Disability card"), Subject("Denkmalpflege", "Care of monuments"),
        Subject("Abwasseranschluss", "Sewer connection"), Subject("Feuerstätte", "Fireplace"),
        Subject("Waffenbesitzkarte", "Firearms certificate"), Subject("Melderegisterauskunft", "Register information"),
    ]

    /// What is done with it, with the code of the LeiKa catalogue's kind.
    static let actions: [(de: String, en: String, code: String)] = [
        ("Anmeldung", "registration", "104"), ("Ausstellung", "issue", "012"), ("Verlängerung", "extension", "020"),
        ("Änderung", "change", "011"), ("Abmeldung", "deregistration", "070"), ("Genehmigung", "approval", "006"),
        ("Ersatz", "replacement", "030"), ("Befreiung", "exemption", "035"), ("Ermäßigung", "reduction", "037"),
        ("Auskunft", "information", "099"),
    ]

    static let offices = [
        Subject("Bürgeramt", "Citizens' office"), Subject("Ordnungsamt", "Public order office"),
        Subject("Steueramt", "Tax office"), Subject("Bauamt", "Building office"),
        Subject("Jugendamt", "Youth welfare office"), Subject("Standesamt", "Registry office"),
        Subject("Straßenverkehrsamt", "Road traffic office"), Subject("Umweltamt", "Environment office"),
        Subject("Sozialamt", "Social welfare office"), Subject("Kulturamt", "Office of culture"),
    ]

    static let streets = [
        "Am Abdinghof", "Marienplatz", "Bahnhofstraße", "Am Hoppenhof", "Rathausplatz", "Königstraße",
    ]

    /// The text modules of a service, in the order in which they are written.
    static let modules: [XZuFi.Textmodul.Art] = [
        .leistungsbezeichnung, .leistungsbezeichnungII, .kurztext, .volltext, .rechtsgrundlagen,
        .erforderlicheUnterlagen, .voraussetzungen, .verfahrensablauf, .hinweise, .teaser,
    ]

    /// Sentences of one language; `%` stands for the subject.
    struct Sentences: Sendable {
        let running: [String]
        let items: [String]
    }

    static let german = Sentences(
        running: [
            "Wenn Sie in Musterstadt wohnen, können Sie %1 online, schriftlich oder persönlich beantragen.",
            "Zuständig ist die Gemeinde, in der Sie mit Hauptwohnung gemeldet sind.",
            "Bitte stellen Sie den Antrag rechtzeitig, denn ohne Bescheid dürfen Sie nicht beginnen.",
            "Für „%1“ gelten die Satzungen der Gemeinde & das Recht des Landes.",
            "Sie erhalten den Bescheid mit der Post oder in Ihr <strong>elektronisches Postfach</strong>.",
            "Änderungen Ihrer Verhältnisse teilen Sie der zuständigen Stelle unverzüglich mit.",
            "In bestimmten Fällen können Sie eine Befreiung oder Ermäßigung erhalten.",
            "Auskünfte zu %1 geben die Mitarbeiterinnen und Mitarbeiter während der Öffnungszeiten.",
        ],
        items: [
            "gültiger Personalausweis oder Reisepass", "ausgefüllter Antrag zu %1", "Nachweis über die Wohnung",
            "bei Vertretung: <em>schriftliche Vollmacht</em>", "aktueller Bescheid über Sozialleistungen",
            "Sie reichen die Unterlagen ein.", "Die Behörde prüft Ihre Angaben & fordert Fehlendes an.",
            "§ 3 Kommunalabgabengesetz", "§ 149 Abgabenordnung (AO)",
        ])

    static let english = Sentences(
        running: [
            "If you live in Musterstadt, you can apply for %1 online, in writing or in person.",
            "The municipality in which you have registered your main residence is responsible.",
            "Please apply in good time: you may not begin without the notice.",
            "The by-laws of the municipality & the law of the state apply to %1.",
            "You receive the notice by post or in your <strong>electronic mailbox</strong>.",
            "Tell the responsible office at once if your circumstances change.",
            "In certain cases you can be exempted or pay less.",
            "The staff will tell you more about %1 during opening hours.",
        ],
        items: [
            "valid identity card or passport", "completed application for %1", "proof of residence",
            "if somebody acts for you: <em>written authority</em>", "current notice of social benefits",
            "You hand in the documents.", "The authority checks your details & asks for what is missing.",
            "Section 3 of the Municipal Charges Act", "Section 149 of the Fiscal Code (AO)",
        ])

    /// The HTML of a module: lists where modules hold lists, else paragraphs, longer ones for the full text.
    static func html(
        _ module: XZuFi.Textmodul.Art, _ subject: String, _ sentences: Sentences, _ chance: inout SeededNumbers
    ) -> String {
        func some(_ count: Int, of pool: [String]) -> [String] {
            let first = chance.below(pool.count)
            return (0..<count).map { escaped(pool[(first + $0) % pool.count], subject) }
        }
        switch module {
        case .teaser: return some(1, of: sentences.running)[0]
        case .volltext:
            return (0..<(2 + chance.below(3))).map { _ in
                "<p>" + some(3, of: sentences.running).joined(separator: " ") + "</p>"
            }.joined()
        case .kurztext, .rechtsgrundlagen, .erforderlicheUnterlagen, .voraussetzungen, .formulare:
            return "<ul>" + some(2 + chance.below(3), of: sentences.items).map { "<li>\($0)</li>" }.joined() + "</ul>"
        case .verfahrensablauf:
            return "<ol>" + some(4, of: sentences.items).map { "<li>\($0)</li>" }.joined() + "</ol>"
        default: return "<p>" + some(1 + chance.below(2), of: sentences.running).joined(separator: " ") + "</p>"
        }
    }

    private static func escaped(_ sentence: String, _ subject: String) -> String {
        sentence.replacing(" & ", with: " &amp; ").replacing("%1", with: subject)
    }
}
