import CodeLists

/// Describes the data of a portal, its services and code lists, as a catalogue by DCAT-AP.de 2.0, for Open.NRW and
/// GovData.
public enum DCATExport {
    /// The catalogue and its publisher.
    public struct Options: Sendable {
        /// The IRI that all resources of the portal begin with.
        public var base: String
        /// The catalogue's title.
        public var title: String
        /// What it holds.
        public var description: String
        /// Who publishes it.
        public var publisher: String
        /// Where the publisher can be reached.
        public var email: String
        /// Who delivers the data (`http://dcat-ap.de/def/contributors/…`).
        public var contributorID: String
        /// The licence (`http://dcat-ap.de/def/licenses/…`).
        public var license: String
        /// When the data were changed last (xs:date), or nil where that is not to be said.
        public var modified: String?

        /// Options from their parts.
        public init(
            base: String, title: String, description: String, publisher: String, email: String,
            contributorID: String = "http://dcat-ap.de/def/contributors/openNRW",
            license: String = "http://dcat-ap.de/def/licenses/dl-zero-de/2.0", modified: String? = nil
        ) {
            self.base = base
            self.title = title
            self.description = description
            self.publisher = publisher
            self.email = email
            self.contributorID = contributorID
            self.license = license
            self.modified = modified
        }
    }

    /// A way to get the data of a dataset.
    private struct Distribution {
        let path: String
        let title: String
        let format: String
        let mediaType: String
    }

    /// The catalogue of these services and code lists. The files are said to lie below the base, by the names of
    /// `Documentation/Formate/XZuFi-Ausleitung.md`.
    public static func graph(_ objects: [XZuFi.Objekt], codeLists: [CodeListIdentification], options: Options)
        -> RDFGraph
    {
        var graph = RDFGraph()
        let names = FIMResourceNames(base: options.base)
        let catalog = names.base + "katalog"
        let publisher = names.base + "herausgeber"
        graph.add(catalog, type: "dcat:Catalog")
        graph.add(catalog, "dct:title", .text(options.title, language: "de"))
        graph.add(catalog, "dct:description", .text(options.description, language: "de"))
        graph.add(catalog, "dct:publisher", .iri(publisher))
        graph.add(publisher, type: "foaf:Agent")
        graph.add(publisher, "foaf:name", .literal(options.publisher))
        let areas = Set(
            objects.flatMap(\.gueltigkeitGebietID).filter {
                $0.schemeID == XZuFi.Gebiet.regionalschluesselSchema
            }.map(\.value)
        ).sorted()
        let services = objects.filter { $0.art == .leistung }
        if !services.isEmpty {
            let places = areas.map { CPSVExport.place($0) }
            for place in places { graph.add(place, type: "dct:Location") }
            add(
                "leistungen", "Leistungsbeschreibungen",
                services.count == 1
                    ? "Beschreibung einer Verwaltungsleistung."
                    : "Beschreibungen von \(services.count) Verwaltungsleistungen.",
                [
                    Distribution(
                        path: "leistungen.xml", title: "XZuFi 2.2.0", format: "XML", mediaType: "application/xml"),
                    Distribution(
                        path: "leistungen.ttl", title: "CPSV-AP 3.2", format: "RDF_TURTLE", mediaType: "text/turtle"),
                    Distribution(
                        path: "leistungen.jsonld", title: "CPSV-AP 3.2", format: "JSON_LD",
                        mediaType: "application/ld+json"),
                ], places, names, options, &graph)
        }
        for list in codeLists {
            let id = list.canonicalVersionURI
            let title = list.displayName
            add(
                "codelisten/" + FIMResourceNames.encode(id), "Codeliste \(title) (\(list.version))",
                "Die Codeliste \(list.canonicalURI) in der Version \(list.version).",
                [
                    Distribution(
                        path: "codelisten/\(FIMResourceNames.encode(id)).xml", title: "Genericode 1.0", format: "XML",
                        mediaType: "application/xml")
                ], [], names, options, &graph)
        }
        return graph
    }

    private static func add(
        _ path: String, _ title: String, _ description: String, _ distributions: [Distribution], _ places: [String],
        _ names: FIMResourceNames, _ options: Options, _ graph: inout RDFGraph
    ) {
        let dataset = names.base + "daten/" + path
        let contact = names.base + "kontakt"
        graph.add(dataset, type: "dcat:Dataset")
        graph.add(names.base + "katalog", "dcat:dataset", .iri(dataset))
        graph.add(dataset, "dct:title", .text(title, language: "de"))
        graph.add(dataset, "dct:description", .text(description, language: "de"))
        graph.add(dataset, "dct:publisher", .iri(names.base + "herausgeber"))
        graph.add(dataset, "dcatde:contributorID", .iri(options.contributorID))
        graph.add(dataset, "dcat:theme", .iri("http://publications.europa.eu/resource/authority/data-theme/GOVE"))
        graph.add(dataset, "dcat:contactPoint", .iri(contact))
        for place in places { graph.add(dataset, "dct:spatial", .iri(place)) }
        if let modified = options.modified {
            graph.add(dataset, "dct:modified", .literal(modified, datatype: "xsd:date"))
        }
        // Both: the shapes ask for the wider one, and not every reader knows that organisations are of it.
        graph.add(contact, type: "vcard:Kind")
        graph.add(contact, type: "vcard:Organization")
        graph.add(contact, "vcard:fn", .literal(options.publisher))
        graph.add(contact, "vcard:hasEmail", .iri("mailto:" + options.email))
        for item in distributions {
            let address = names.base + item.path
            let node = address + "#distribution"
            graph.add(node, type: "dcat:Distribution")
            graph.add(dataset, "dcat:distribution", .iri(node))
            graph.add(node, "dct:title", .text(item.title, language: "de"))
            graph.add(node, "dcat:accessURL", .iri(address))
            graph.add(node, "dcat:downloadURL", .iri(address))
            graph.add(node, "dct:license", .iri(options.license))
            graph.add(
                node, "dct:format", .iri("http://publications.europa.eu/resource/authority/file-type/" + item.format))
            graph.add(node, "dcat:mediaType", .iri("https://www.iana.org/assignments/media-types/" + item.mediaType))
        }
    }
}
