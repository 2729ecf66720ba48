import XMLCore

extension StockGenerator {
    /// The service of this number.
    public func leistung(_ number: Int) -> XZuFi.Leistung {
        var chance = numbers(1, number)
        let subject = StockTexts.subjects[number % StockTexts.subjects.count]
        let action = StockTexts.actions[number / StockTexts.subjects.count % StockTexts.actions.count]
        let round = number / (StockTexts.subjects.count * StockTexts.actions.count)
        let suffix = round == 0 ? "" : " (\(round + 1))"
        let title = (de: "\(subject.de) \(action.de)\(suffix)", en: "\(subject.en): \(action.en)\(suffix)")
        var children = [
            maker.id("id", id("leistung", number)),
            maker.typed(
                "struktur", "LeistungsstrukturObjektMitVerrichtung",
                [
                    maker.id(
                        "leistungsobjektID",
                        XZuFi.Identifikator(
                            String(schluessel(number).prefix(8)) + "000000", schemeID: "leistung",
                            schemeAgencyID: "urn:de:fim:leika")),
                    maker.typed(
                        "verrichtung", "VerrichtungLeiKa",
                        [
                            maker.code(
                                "verrichtungLeiKa", action.code, action.de, list: "urn:de:fim:leika:verrichtung",
                                "20240401")
                        ]),
                ]),
            maker.code(
                "referenzLeiKa", schluessel(number), title.de, list: "urn:de:fim:leika:leistung", "20260101"),
        ]
        for (position, module) in StockTexts.modules.enumerated() {
            children.append(textModule(module, position + 1, number, title, subject, &chance))
        }
        children += modules(subject, number, &chance)
        children += [
            maker.code(
                "typisierung", chance.pick(["2", "3", "4", "5"]), list: "urn:de:fim:leika:typisierung", "20240101"),
            maker.code(
                "vertrauensniveau", chance.pick(["10", "20", "30"]),
                list: "urn:xoev-de:fim:codeliste:vertrauensniveau", "1.0"),
            maker.code(
                "leistungsadressat", chance.pick(["001", "002"]), list: "urn:de:fim:codeliste:leistungsadressat",
                "1.0"),
            maker.make("kennzeichenSchriftformerfordernis", text: chance.below(5) == 0 ? "true" : "false"),
            publisher(), area("gueltigkeitGebietID"), maker.make("kennzeichenEA", text: "false"), version(&chance),
        ]
        children += languages()
        return XZuFi.Leistung(maker.make("leistung", [], children))
    }

    /// The invented Leistungsschlüssel of a service: 14 digits, different for each of up to ten million.
    func schluessel(_ number: Int) -> String {
        "99" + Self.digits(900 + number / 1_000_000 % 100, 3) + Self.digits(number / 1_000 % 1_000, 3)
            + Self.digits(number % 1_000, 3) + "000"
    }

    private func textModule(
        _ module: XZuFi.Textmodul.Art, _ position: Int, _ number: Int, _ title: (de: String, en: String),
        _ subject: StockTexts.Subject, _ chance: inout SeededNumbers
    ) -> XMLTree.Element {
        let texts: [(language: String, text: String)] =
            switch module {
            case .leistungsbezeichnung, .leistungsbezeichnungII: [("de", title.de), ("en", title.en)]
            default:
                [
                    ("de", StockTexts.html(module, subject.de, StockTexts.german, &chance)),
                    ("en", StockTexts.html(module, subject.en, StockTexts.english, &chance)),
                ]
            }
        var children = [
            maker.make("positionDarstellung", text: String(position)),
            maker.id(
                "id",
                XZuFi.Identifikator(
                    "\(100_000 + number)-t\(module.rawValue)", schemeID: "textmodul", schemeAgencyID: options.agency)),
            maker.code(
                "leikaTextmodul", module.rawValue, module.bezeichnung,
                list: "urn:de:xzufi:codeliste:leistungstextmodulleika", "20240216"),
        ]
        children += maker.text("inhalt", texts)
        if module == .rechtsgrundlagen {
            children.append(
                maker.make(
                    "weiterfuehrenderLink", [("languageCode", "de")],
                    [
                        maker.make("uri", text: "https://recht.example/\(schluessel(number))"),
                        maker.make("titel", text: "Satzung: \(subject.de)"),
                    ]))
        }
        return maker.make("modulText", [], children)
    }

    /// Deadline, costs, duration, term for search and documents.
    private func modules(
        _ subject: StockTexts.Subject, _ number: Int, _ chance: inout SeededNumbers
    ) -> [XMLTree.Element] {
        func unit(_ local: String, _ code: String) -> XMLTree.Element {
            maker.code(local, code, list: "urn:de:xzufi:codeliste:zeiteinheit", "1.0")
        }
        let days = String(7 * (1 + chance.below(8)))
        let weeks = 1 + chance.below(6)
        let euros = String(5 * (1 + chance.below(60))) + ".00"
        let cost =
            chance.below(4) == 0
            ? maker.typed(
                "kostenauswahl", "KostenFrei",
                maker.text(
                    "beschreibungKostenfreiheit", [("de", "Es fallen keine Kosten an."), ("en", "Free of charge.")]))
            : maker.typed("kostenauswahl", "KostenFix", [maker.make("betrag", [("currencyCode", "EUR")], text: euros)])
        return [
            maker.make(
                "modulFrist", [],
                [
                    maker.make(
                        "frist", [],
                        [
                            maker.code("typ", "001", list: "urn:de:fim:codeliste:fristtyp", "1.0"),
                            maker.typed(
                                "fristauswahl", "FristDauer",
                                [maker.make("dauer", text: days), unit("einheit", "TAG")]),
                        ]
                            + maker.text(
                                "beschreibung",
                                [("de", "Frist für \(subject.de)"), ("en", "Deadline for \(subject.en)")]))
                ]),
            maker.make(
                "modulKosten", [],
                [
                    maker.make(
                        "kosten", [],
                        [
                            maker.code("typ", "001", list: "urn:de:fim:codeliste:kostentyp", "1.0"), cost,
                            maker.make("vorkasse", text: "false"),
                        ])
                ]),
            maker.make(
                "modulBearbeitungsdauer", [],
                [
                    maker.make(
                        "bearbeitungsdauer", [],
                        [
                            maker.typed(
                                "fristauswahl", "FristDauer",
                                [
                                    maker.make("dauer", text: String(weeks)), unit("einheit", "WOCHE"),
                                    maker.make("dauerBis", text: String(weeks + 2)), unit("einheitBis", "WOCHE"),
                                ])
                        ])
                ]),
            maker.make(
                "modulBegriffImKontext", [],
                [
                    maker.make(
                        "begriffImKontext", [],
                        maker.text("begriff", [("de", subject.de)]))
                ]),
            maker.make(
                "modulDokument", [],
                [
                    maker.make(
                        "dokumentEingehend", [],
                        [maker.code("typ", "001", list: "urn:de:fim:codeliste:dokumenttyp", "5")]
                            + maker.text(
                                "bezeichnung", [("de", "Antrag: \(subject.de)"), ("en", "Form: \(subject.en)")]))
                ]),
        ]
    }

    /// The organisation unit of this number, responsible for every service that falls to it.
    public func organisationseinheit(_ number: Int) -> XZuFi.Organisationseinheit {
        var chance = numbers(2, number)
        let office = StockTexts.offices[number % StockTexts.offices.count]
        let round = number / StockTexts.offices.count
        let suffix = round == 0 ? "" : " \(round + 1)"
        var children = [
            maker.id("id", id("organisationseinheit", number)),
            maker.make("name", [], maker.text("name", [("de", office.de + suffix), ("en", office.en + suffix)])),
            maker.make(
                "anschrift", [],
                [
                    maker.code("typ", "001", list: "urn:xoev-de:fim:codeliste:xzufi.anschrifttyp", "2.0"),
                    maker.make("strasse", text: chance.pick(StockTexts.streets)),
                    maker.make("hausnummer", text: String(1 + chance.below(120))),
                    maker.make("postleitzahl", text: Self.digits(10_000 + chance.below(80_000), 5)),
                    maker.make("ort", text: "Musterstadt"),
                ]),
        ]
        for (channel, value) in [
            ("01", "stelle\(number)@musterstadt.example"), ("02", "+49 5251 88\(Self.digits(number % 10_000, 4))"),
        ] {
            children.append(
                maker.make(
                    "erreichbarkeit", [],
                    [
                        maker.code("kanal", channel, list: "urn:de:xoev:codeliste:erreichbarkeit", "3"),
                        maker.make("kennung", text: value),
                    ]))
        }
        for service in stride(from: number, to: options.services, by: max(1, options.units)) {
            children.append(responsibility("ZustaendigkeitOrganisationseinheit", "z", service))
        }
        children += [publisher(), version(&chance)]
        var unit = XZuFi.Organisationseinheit(maker.make("organisationseinheit", [], children))
        unit.element.attributes = maker.typed("x", "OrganisationseinheitErweitert", []).attributes
        return unit
    }

    /// The online service of this number.
    public func onlinedienst(_ number: Int) -> XZuFi.Onlinedienst {
        var chance = numbers(3, number)
        let subject = StockTexts.subjects[number % StockTexts.subjects.count]
        var children = [maker.id("id", id("onlinedienst", number))]
        children += maker.text("bezeichnung", [("de", "\(subject.de) online"), ("en", "\(subject.en) online")])
        children.append(
            maker.make(
                "link", [],
                [
                    maker.code("typ", "01", list: "urn:xoev-de:fim:codeliste:onlinedienstlinktyp", "1.0"),
                    maker.make("link", text: "https://musterstadt.example/dienst/\(100_000 + number)"),
                ]))
        if options.services > 0 {
            children.append(responsibility("ZustaendigkeitOnlinedienst", "o", number % options.services))
        }
        children += [publisher(), version(&chance)]
        var service = XZuFi.Onlinedienst(maker.make("onlinedienst", [], children))
        service.element.attributes = maker.typed("x", "OnlinedienstErweitert", []).attributes
        return service
    }

    private func responsibility(_ type: String, _ prefix: String, _ service: Int) -> XMLTree.Element {
        maker.typed(
            "zustaendigkeit", type,
            [
                maker.id(
                    "id",
                    XZuFi.Identifikator(
                        "\(prefix)\(100_000 + service)", schemeID: "zustaendigkeit", schemeAgencyID: options.agency)),
                maker.id("leistungID", id("leistung", service)), area("gebietID"),
                maker.code("rolle", "01", list: "urn:de:xzufi:codeliste:zustaendigkeitsrolle", "1.0"),
            ])
    }

    private func publisher() -> XMLTree.Element {
        maker.make(
            "herausgeber", [],
            [
                maker.id(
                    "id",
                    XZuFi.Identifikator(options.agency, schemeID: "herausgeber", schemeAgencyID: options.agency))
            ] + maker.text("bezeichnung", [("de", options.publisher)]))
    }

    private func area(_ local: String) -> XMLTree.Element {
        maker.id(
            local,
            XZuFi.Identifikator(
                options.area, schemeID: XZuFi.Gebiet.regionalschluesselSchema,
                schemeAgencyID: "urn:de:bund:destatis"))
    }

    private func version(_ chance: inout SeededNumbers) -> XMLTree.Element {
        maker.make(
            "versionsinformation", [],
            [
                maker.make("erstelltDatumZeit", text: "2025-01-15T10:00:00Z"),
                maker.make("geaendertDatumZeit", text: options.date + "T\(Self.digits(chance.below(24), 2)):00:00Z"),
                maker.make("version", text: String(1 + chance.below(20))),
            ])
    }

    private func languages() -> [XMLTree.Element] {
        [("de", "Deutsch", "Deutsch"), ("en", "Englisch", "English")].map { code, german, native in
            maker.make(
                "sprachversion", [],
                [
                    maker.make("languageCode", text: code), maker.make("sprachbezeichnungDeutsch", text: german),
                    maker.make("sprachbezeichnungNativ", text: native),
                ])
        }
    }
}
