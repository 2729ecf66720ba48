/// Describes services as `GovernmentService` of schema.org, for search engines and for pages of portals.
public enum SchemaOrgExport {
    /// The JSON-LD of all services among these objects.
    public static func jsonLD(
        _ objects: [XZuFi.Objekt], language: String = "de", base: String = "https://portal.example/"
    )
        -> JSONValue
    {
        let names = FIMResourceNames(base: base)
        let directory = ServiceDirectory(objects)
        let services = objects.compactMap { object -> JSONValue? in
            guard let service = object.leistung, let name = service.bezeichnung(language) else { return nil }
            return .object(self.service(service, name, directory, language, names))
        }
        return .object([("@context", .string("https://schema.org")), ("@graph", .array(services))])
    }

    private static func service(
        _ service: XZuFi.Leistung, _ name: String, _ directory: ServiceDirectory, _ language: String,
        _ names: FIMResourceNames
    ) -> [(String, JSONValue)] {
        var result: [(String, JSONValue)] = [
            ("@type", .string("GovernmentService")), ("@id", .string(names.iri("leistung", service.id))),
            ("name", .string(name)),
        ]
        let text = [XZuFi.Textmodul.Art.kurztext, .teaser, .volltext].lazy.compactMap {
            service.text($0).html(language)
        }.first
        if let text { result.append(("description", .string(text.plainText))) }
        if let id = service.id { result.append(("identifier", .string(id.value))) }
        if let key = service.leistungsschluessel.first { result.append(("serviceType", .string(key))) }
        let identity = service.id?.identity
        let units = identity.flatMap { directory.units[$0] } ?? []
        let providers = units.map { organisation($0.unit, language, names) }
        if let publisher = service.herausgeber, providers.isEmpty {
            result.append(
                (
                    "provider",
                    .object([
                        ("@type", .string("GovernmentOrganization")),
                        ("name", .string(publisher.bezeichnung.text(language) ?? publisher.id?.value ?? "–")),
                    ])
                ))
        } else if !providers.isEmpty {
            result.append(("provider", providers.count == 1 ? providers[0] : .array(providers)))
        }
        let areas = service.gueltigkeitGebietID.filter { $0.schemeID == XZuFi.Gebiet.regionalschluesselSchema }
        if !areas.isEmpty {
            result.append(
                (
                    "areaServed",
                    .array(
                        areas.map {
                            .object([("@type", .string("AdministrativeArea")), ("identifier", .string($0.value))])
                        })
                ))
        }
        let online = identity.flatMap { directory.online[$0] } ?? []
        let channels = online.flatMap(\.link).compactMap(\.link).filter(FIMResourceNames.isIRI).map { address in
            JSONValue.object([
                ("@type", .string("ServiceChannel")), ("serviceUrl", .string(address)),
                ("availableLanguage", .string(language)),
            ])
        }
        if !channels.isEmpty { result.append(("availableChannel", .array(channels))) }
        let offers = service.modulKosten.flatMap(\.kosten).compactMap { cost -> JSONValue? in
            guard case .fix(let amount)? = cost.auswahl else { return nil }
            return .object([
                ("@type", .string("Offer")), ("price", .string(amount.wert)),
                ("priceCurrency", .string(amount.currencyCode)),
            ])
        }
        if !offers.isEmpty { result.append(("offers", .array(offers))) }
        return result
    }

    private static func organisation(
        _ unit: XZuFi.Organisationseinheit, _ language: String, _ names: FIMResourceNames
    ) -> JSONValue {
        var result: [(String, JSONValue)] = [
            ("@type", .string("GovernmentOrganization")),
            ("@id", .string(names.iri("organisationseinheit", unit.id))),
            ("name", .string(unit.name.text(language)?.trimmedXML ?? "–")),
        ]
        if let address = unit.anschrift.first {
            var parts: [(String, JSONValue)] = [("@type", .string("PostalAddress"))]
            let street = [address.strasse, address.hausnummer].compactMap { $0 }.joined(separator: " ")
            if !street.isEmpty { parts.append(("streetAddress", .string(street))) }
            if let code = address.postleitzahl { parts.append(("postalCode", .string(code))) }
            if let town = address.ort { parts.append(("addressLocality", .string(town))) }
            parts.append(("addressCountry", .string("DE")))
            result.append(("address", .object(parts)))
        }
        for channel in unit.erreichbarkeit {
            guard let value = channel.kennung else { continue }
            if channel.kanal?.code == "01" { result.append(("email", .string(value))) }
            if channel.kanal?.code == "02" { result.append(("telephone", .string(value))) }
        }
        var seen: Set<String> = []
        return .object(result.filter { seen.insert($0.0).inserted })
    }
}
