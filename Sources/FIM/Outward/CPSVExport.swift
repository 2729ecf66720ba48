/// Describes services by CPSV-AP 3.2, the core vocabulary of public services of the EU. The mapping is in
/// `Documentation/Formate/XZuFi-Ausleitung.md`.
public struct CPSVExport {
    /// How to export.
    public struct Options: Sendable {
        /// The IRI that all resources of the portal begin with.
        public var base: String

        /// Options from their parts.
        public init(base: String = "https://portal.example/") { self.base = base }
    }

    private let names: FIMResourceNames
    private var graph = RDFGraph()
    private let directory: ServiceDirectory

    /// The graph of all services among these objects, with the units responsible and the online services for them.
    /// Services without name or id are left out: CPSV-AP asks for both.
    public static func graph(_ objects: [XZuFi.Objekt], options: Options = Options()) -> RDFGraph {
        var export = CPSVExport(names: FIMResourceNames(base: options.base), objects: objects)
        for object in objects {
            if let service = object.leistung { export.add(service) }
        }
        return export.graph
    }

    private init(names: FIMResourceNames, objects: [XZuFi.Objekt]) {
        self.names = names
        directory = ServiceDirectory(objects)
    }

    private mutating func add(_ service: XZuFi.Leistung) {
        let titles = service.text(.leistungsbezeichnung)
        guard let id = service.id, !id.value.isEmpty, !titles.isEmpty else { return }
        let iri = names.iri("leistung", id)
        graph.add(iri, type: "cpsv:PublicService")
        graph.add(iri, "dct:identifier", .literal(id.value))
        for title in titles { graph.add(iri, "dct:title", .text(title.plainText, language: title.languageCode)) }
        let texts = [XZuFi.Textmodul.Art.volltext, .kurztext, .teaser].lazy.map { service.text($0) }
        for text in texts.first(where: { !$0.isEmpty }) ?? titles {
            graph.add(iri, "dct:description", .text(text.plainText, language: text.languageCode))
        }
        for language in Set(titles.map(\.languageCode)).sorted() { addLanguage(language, iri) }
        for area in service.gueltigkeitGebietID { addArea(area, iri) }
        for key in service.leistungsschluessel {
            addConcept("urn:de:fim:leika:leistung:" + key, key, "cv:isClassifiedBy", iri)
        }
        for code in service.klassifizierung {
            addConcept(
                (code.listURI ?? "urn:unbekannt") + ":" + code.code, code.name ?? code.code, "cv:thematicArea", iri)
        }
        for word in service.modulBegriffImKontext.flatMap(\.begriffe) {
            graph.add(iri, "dcat:keyword", .text(word.value, language: word.languageCode))
        }
        for link in service.modulText.filter({ $0.art == .rechtsgrundlagen }).flatMap(\.weiterfuehrenderLink) {
            guard let address = link.uri, FIMResourceNames.isIRI(address) else { continue }
            graph.add(address, type: "eli:LegalResource")
            graph.add(iri, "cv:hasLegalResource", .iri(address))
        }
        addCosts(service, iri)
        addDuration(service, iri)
        addDocuments(service, iri)
        addAuthorities(service, id, iri)
        addChannels(id, iri)
    }

    private mutating func addConcept(_ concept: String, _ label: String, _ predicate: String, _ iri: String) {
        graph.add(concept, type: "skos:Concept")
        graph.add(concept, "skos:prefLabel", .text(label, language: "de"))
        graph.add(iri, predicate, .iri(concept))
    }

    private mutating func addLanguage(_ code: String, _ iri: String) {
        let authority = ["de": "DEU", "en": "ENG", "fr": "FRA", "nl": "NLD", "pl": "POL", "tr": "TUR", "uk": "UKR"]
        guard let name = authority[code] else { return }
        let language = "http://publications.europa.eu/resource/authority/language/" + name
        graph.add(language, type: "dct:LinguisticSystem")
        graph.add(iri, "dct:language", .iri(language))
    }

    /// A regional key as a place; its prefix of five digits is a district, two a state.
    private mutating func addArea(_ area: XZuFi.Identifikator, _ iri: String) {
        guard area.schemeID == XZuFi.Gebiet.regionalschluesselSchema, area.value.allSatisfy(\.isASCIIDigit) else {
            return
        }
        let place = Self.place(area.value)
        graph.add(place, type: "dct:Location")
        graph.add(iri, "dct:spatial", .iri(place))
    }

    static func place(_ key: String) -> String {
        let vocabulary =
            switch key.count {
            case 2: "stateKey"
            case 5: "districtKey"
            case 9: "municipalAssociationKey"
            default: "regionalKey"
            }
        return "http://dcat-ap.de/def/politicalGeocoding/\(vocabulary)/\(key)"
    }

    private mutating func addCosts(_ service: XZuFi.Leistung, _ iri: String) {
        let costs = service.modulKosten.flatMap(\.kosten)
        for (index, cost) in costs.enumerated() {
            let node = iri + "/kosten/\(index + 1)"
            graph.add(node, type: "cv:Cost")
            graph.add(node, "dct:identifier", .literal("\(index + 1)"))
            switch cost.auswahl {
            case .fix(let amount)?:
                if QualityValues.number(amount.wert) != nil {
                    graph.add(node, "cv:hasValue", .literal(amount.wert, datatype: "xsd:double"))
                    let currency = "http://publications.europa.eu/resource/authority/currency/" + amount.currencyCode
                    graph.add(currency, type: "skos:Concept")
                    graph.add(node, "cv:currency", .iri(currency))
                }
            case .frei(let texts)?: describe(node, texts)
            case .variabel(let from, let to, let texts)?:
                let bounds = [from, to].compactMap { $0 }.map { "\($0.wert) \($0.currencyCode)" }
                if !bounds.isEmpty { describe(node, bounds.joined(separator: " – "), "de") }
                describe(node, texts)
            case nil: break
            }
            for text in cost.beschreibung { describe(node, text.plainText, text.languageCode) }
            graph.add(iri, "cv:hasCost", .iri(node))
        }
    }

    /// Texts without markup: some files hold HTML where plain text is meant.
    private mutating func describe(_ node: String, _ texts: [XZuFi.LocalizedString]) {
        for text in texts { describe(node, XZuFi.LocalizedHTML(text.value).plainText, text.languageCode) }
    }

    private mutating func describe(_ node: String, _ text: String, _ language: String) {
        guard !text.trimmedXML.isEmpty else { return }
        graph.add(node, "dct:description", .text(text.trimmedXML, language: language))
    }

    /// One duration; of a span the upper end, as people plan by it.
    private mutating func addDuration(_ service: XZuFi.Leistung, _ iri: String) {
        for duration in service.modulBearbeitungsdauer.flatMap(\.bearbeitungsdauer) {
            guard case .dauer(let number, let unit, let to, let unitTo)? = duration.auswahl else { continue }
            let count = to ?? number
            let text: String? =
                switch to == nil ? unit : unitTo ?? unit {
                case "JAHR": "P\(count)Y"
                case "MONAT": "P\(count)M"
                case "WOCHE": "P\(count * 7)D"
                case "TAG", "WERKTAG", "ARBEITSTAG": "P\(count)D"
                case "STUNDE": "PT\(count)H"
                case "MINUTE": "PT\(count)M"
                case "SEKUNDE": "PT\(count)S"
                default: nil
                }
            guard let text else { continue }
            graph.add(iri, "cv:processingTime", .literal(text, datatype: "xsd:duration"))
            return
        }
    }

    private mutating func addDocuments(_ service: XZuFi.Leistung, _ iri: String) {
        let modules = service.modulDokument
        let groups: [(String, String, String, [XZuFi.Dokument])] = [
            ("eingehend", "cv:Evidence", "cpsv:hasInput", modules.flatMap(\.dokumentEingehend)),
            ("ausgehend", "cv:Output", "cpsv:produces", modules.flatMap(\.dokumentAusgehend)),
        ]
        for (path, type, predicate, documents) in groups {
            for (index, document) in documents.enumerated() where !document.bezeichnung.isEmpty {
                let node = iri + "/\(path)/\(index + 1)"
                graph.add(node, type: type)
                graph.add(node, "dct:identifier", .literal("\(index + 1)"))
                for name in document.bezeichnung {
                    graph.add(node, "dct:title", .text(name.value, language: name.languageCode))
                }
                for text in document.beschreibung { describe(node, text.plainText, text.languageCode) }
                graph.add(iri, predicate, .iri(node))
            }
        }
    }

    /// The units that are responsible for the service; without any, its publisher.
    private mutating func addAuthorities(_ service: XZuFi.Leistung, _ id: XZuFi.Identifikator, _ iri: String) {
        let responsible = directory.units[id.identity] ?? []
        for (unit, areas) in responsible {
            organisation(
                names.iri("organisationseinheit", unit.id), unit.name,
                areas.isEmpty ? service.gueltigkeitGebietID : areas)
            graph.add(iri, "cv:hasCompetentAuthority", .iri(names.iri("organisationseinheit", unit.id)))
            contact(unit, iri)
        }
        guard responsible.isEmpty, let publisher = service.herausgeber else { return }
        let node = names.iri("herausgeber", publisher.id)
        let label =
            publisher.bezeichnung.isEmpty ? [XZuFi.LocalizedString(publisher.id?.value ?? "–")] : publisher.bezeichnung
        let areas = publisher.standardZustaendigkeitsgebiet.compactMap(\.id)
        organisation(node, label, areas.isEmpty ? service.gueltigkeitGebietID : areas)
        graph.add(iri, "cv:hasCompetentAuthority", .iri(node))
    }

    private mutating func organisation(
        _ node: String, _ label: [XZuFi.LocalizedString], _ areas: [XZuFi.Identifikator]
    ) {
        graph.add(node, type: "cv:PublicOrganisation")
        for name in label {
            graph.add(node, "skos:prefLabel", .text(name.value.trimmedXML, language: name.languageCode))
        }
        for area in areas { addArea(area, node) }
        // An organisation must have a place; where no key tells it, it is Germany.
        if !graph.says(node, "dct:spatial") {
            let germany = "http://publications.europa.eu/resource/authority/country/DEU"
            graph.add(germany, type: "dct:Location")
            graph.add(node, "dct:spatial", .iri(germany))
        }
    }

    private mutating func contact(_ unit: XZuFi.Organisationseinheit, _ iri: String) {
        let reach = unit.erreichbarkeit.filter { $0.kennung != nil }
        guard !reach.isEmpty else { return }
        let node = names.iri("organisationseinheit", unit.id) + "/kontakt"
        graph.add(node, type: "cv:ContactPoint")
        for channel in reach {
            guard let value = channel.kennung else { continue }
            switch channel.kanal?.code {
            case "01": graph.add(node, "cv:email", .literal(value))
            case "02", "03": graph.add(node, "cv:telephone", .literal(value))
            case "09" where FIMResourceNames.isIRI(value):
                graph.add(value, type: "foaf:Document")
                graph.add(node, "cv:contactPage", .iri(value))
            default: break
            }
        }
        graph.add(iri, "cv:contactPoint", .iri(node))
    }

    /// Online services that are responsible for the service.
    private mutating func addChannels(_ id: XZuFi.Identifikator, _ iri: String) {
        for online in directory.online[id.identity] ?? [] {
            for link in online.link {
                guard let address = link.link, FIMResourceNames.isIRI(address) else { continue }
                graph.add(address, type: "cv:Channel")
                graph.add(address, "dct:identifier", .literal(online.id?.value ?? address))
                for name in online.bezeichnung { describe(address, name.value, name.languageCode) }
                graph.add(iri, "cv:hasChannel", .iri(address))
            }
        }
    }
}
