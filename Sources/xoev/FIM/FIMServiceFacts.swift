import FIM
import Findings

/// What an object of XZuFi says besides its ids and texts, in words.
struct FIMServiceFacts {
    struct Fact {
        /// The name in JSON.
        var key: String
        var label: Message
        var values: [String]
    }

    /// The facts there are, in a fixed order.
    private(set) var facts: [Fact] = []
    private let language: String

    init(_ object: XZuFi.Objekt, language: String) {
        self.language = language
        if let service = object.leistung { add(service) }
        if let refinement = object.spezialisierung {
            add("service", Message(de: "zu Leistung", en: "of service"), [id(refinement.leistungID)])
        }
        if let unit = object.organisationseinheit { add(unit) }
        if let service = object.onlinedienst { add(service) }
        if let duty = object.zustaendigkeit {
            add(responsible: [duty])
            add("unit", Message(de: "Stelle", en: "unit"), [id(duty.organisationseinheitID)])
        }
        switch object.art {
        case .formular:
            let form = XZuFi.Formular(object.element)
            add("description", Message(de: "Beschreibung", en: "description"), [plain(form.beschreibung)])
            add("links", Message(de: "Adresse", en: "address"), form.link.map(\.uri))
        case .kategorie:
            let category = XZuFi.Kategorie(object.element)
            add("class", Message(de: "Klasse", en: "class"), [id(category.klasseID)])
            add("above", Message(de: "übergeordnet", en: "above"), [id(category.uebergeordneteKategorieID)])
        case .gebiet:
            let area = XZuFi.Gebiet(object.element)
            add("above", Message(de: "übergeordnet", en: "above"), area.uebergeordnetesGebietID.map(id))
            add("below", Message(de: "untergeordnet", en: "below"), area.untergeordnetesGebietID.map(id))
        case .herausgeber:
            let publisher = XZuFi.Herausgeber(object.element)
            add(
                "shortName", Message(de: "Kurzname", en: "short name"),
                [publisher.kurzbezeichnung.text(language)])
        default: break
        }
        add(
            "valid", Message(de: "gültig", en: "valid"),
            object.gueltigkeit.map { "\($0.beginn ?? "") – \($0.ende ?? "")" })
        add("languages", Message(de: "Sprachen", en: "languages"), object.sprachversion.map(\.languageCode))
    }

    private mutating func add(_ key: String, _ label: Message, _ values: [String?]) {
        let values = values.compactMap { $0 }.filter { !$0.isEmpty }
        if !values.isEmpty { facts.append(Fact(key: key, label: label, values: values)) }
    }

    // MARK: Kinds of objects

    private mutating func add(_ service: XZuFi.Leistung) {
        add(
            "ownTexts", Message(de: "eigener Text", en: "own text"),
            service.modulTextIndividuell.map { module in
                plain(module.inhalt).map { "\(module.individuellesTextmodultyp.map(name) ?? "–"): \($0)" }
            })
        add(
            "deadlines", Message(de: "Frist", en: "deadline"),
            service.modulFrist.flatMap { $0.frist.map(time) + [plain($0.beschreibung)] })
        add(
            "processingTimes", Message(de: "Dauer", en: "processing time"),
            service.modulBearbeitungsdauer.flatMap { $0.bearbeitungsdauer.map(time) + [plain($0.beschreibung)] })
        add(
            "costs", Message(de: "Kosten", en: "costs"),
            service.modulKosten.flatMap { $0.kosten.map(cost) + [plain($0.beschreibung)] })
        let documents = service.modulDokument
        add(
            "documentsIn", Message(de: "Unterlage", en: "document"),
            documents.flatMap { $0.dokumentEingehend.map(document) })
        add(
            "documentsOut", Message(de: "Ergebnis", en: "result"),
            documents.flatMap { $0.dokumentAusgehend.map(document) })
        add(
            "terms", Message(de: "Begriffe", en: "terms"),
            [
                service.modulBegriffImKontext.flatMap(\.begriffe).map(\.value).joined(separator: ", ")
            ])
        add(
            "approval", Message(de: "Freigabe", en: "approval"),
            service.modulFachlicheFreigabe.map {
                [$0.fachlichFreigegebenAm, $0.fachlichFreigegebenDurch.text(language)].compactMap { $0 }
                    .joined(separator: ", ")
            })
        add(
            "hints", Message(de: "Auskunft", en: "for information"),
            service.modulAuskunftshinweis.map { plain($0.inhalt) })
        add("origin", Message(de: "Ursprung", en: "origin"), service.modulUrsprungsportal.map(\.uri))
        add("types", Message(de: "Typisierung", en: "type"), service.typisierung.map(name))
        add("trustLevel", Message(de: "Vertrauen", en: "level of trust"), [service.vertrauensniveau.map(name)])
        add("addressees", Message(de: "Adressaten", en: "addressees"), service.leistungsadressat.map(name))
        add(
            "categories", Message(de: "Kategorie", en: "category"),
            service.kategorie.map {
                $0.bezeichnung.text(language) ?? id($0.id)
            })
        add("classifications", Message(de: "Einordnung", en: "classification"), service.klassifizierung.map(name))
        add("relatedServices", Message(de: "verwandt", en: "related"), service.idLeistungImKontext.map(id))
        add("processes", Message(de: "Prozess", en: "process"), service.idProzess.map(id))
    }

    private mutating func add(_ unit: XZuFi.Organisationseinheit) {
        add(
            "addresses", Message(de: "Anschrift", en: "address"),
            unit.anschrift.map { address in
                let street = [address.strasse, address.hausnummer].compactMap { $0 }.joined(separator: " ")
                let box = address.postfach.map { "Postfach \($0)" } ?? ""
                let town = [address.postleitzahl, address.ort].compactMap { $0 }.joined(separator: " ")
                return [street, box, town].filter { !$0.isEmpty }.joined(separator: ", ")
            })
        add(
            "contacts", Message(de: "erreichbar", en: "reached by"),
            unit.erreichbarkeit.map { [$0.kanal.map(name), $0.kennung].compactMap { $0 }.joined(separator: ": ") })
        add(
            "systems", Message(de: "System", en: "system"),
            unit.kommunikationssystem.map {
                [$0.kanal.map(name), $0.kennung].compactMap { $0 }.joined(separator: ": ")
            })
        add("openingHours", Message(de: "geöffnet", en: "open"), [plain(unit.infoOeffnungszeitenText)])
        add("above", Message(de: "übergeordnet", en: "above"), [id(unit.uebergeordneteOrganisationseinheitID)])
        add(responsible: unit.zustaendigkeit)
    }

    private mutating func add(_ service: XZuFi.Onlinedienst) {
        add("description", Message(de: "Beschreibung", en: "description"), [plain(service.beschreibung)])
        add("links", Message(de: "Adresse", en: "address"), service.link.map(\.link))
        add(
            "parameters", Message(de: "Parameter", en: "parameter"),
            service.parameter.map { "\($0.parameterName ?? "–")=\($0.parameterWert ?? "")" })
        add("trustLevel", Message(de: "Vertrauen", en: "level of trust"), [service.vertrauensniveau.map(name)])
        add(
            "identification", Message(de: "Anmeldung", en: "identification"), service.identifizierungsmittel.map(name))
        add("payment", Message(de: "Zahlung", en: "payment"), service.zahlungsweise.map(name))
        add(responsible: service.zustaendigkeit)
    }

    private mutating func add(responsible duties: [XZuFi.Zustaendigkeit]) {
        add(
            "responsibleFor", Message(de: "zuständig für", en: "responsible for"),
            duties.map { duty in
                let service = id(duty.leistungID)
                let areas = duty.gebietID.map(\.value)
                if service == nil, areas.isEmpty { return nil }
                let details = [areas.joined(separator: " "), duty.rolle.map(name) ?? ""].filter { !$0.isEmpty }
                return "\(service ?? "–") (\(details.joined(separator: ", ")))"
            })
    }

    // MARK: Words

    private func id(_ id: XZuFi.Identifikator?) -> String? { id?.identity.description }

    private func name(_ code: XZuFi.Code) -> String { code.name.map { "\($0) (\(code.code))" } ?? code.code }

    private func plain(_ texts: [XZuFi.LocalizedHTML]) -> String? { texts.html(language)?.plainText }

    private func time(_ time: XZuFi.Frist) -> String {
        let when: String? =
            switch time.auswahl {
            case .dauer(let from, let unit, let to, let lastUnit):
                to.map { "\(from)\(lastUnit == nil || lastUnit == unit ? "" : " \(unit)")–\($0) \(lastUnit ?? unit)" }
                    ?? "\(from) \(unit)"
            case .stichtag(let from, let to): "\(from ?? "") – \(to ?? "")"
            case nil: nil
            }
        return [when, plain(time.beschreibung)].compactMap { $0 }.joined(separator: ": ")
    }

    private func cost(_ cost: XZuFi.Kosten) -> String {
        func amount(_ amount: XZuFi.Betrag?) -> String { amount.map { "\($0.wert) \($0.currencyCode)" } ?? "" }
        let what: String =
            switch cost.auswahl {
            case .fix(let fixed): amount(fixed)
            case .frei: "0 EUR"
            case .variabel(let from, let to, let words):
                [
                    from == nil && to == nil ? nil : "\(amount(from)) – \(amount(to))",
                    words.text(language).map { XZuFi.LocalizedHTML($0).plainText },
                ].compactMap { $0 }.joined(separator: ", ")
            case nil: "–"
            }
        return [what, plain(cost.beschreibung)].compactMap { $0 }.joined(separator: ": ")
    }

    private func document(_ document: XZuFi.Dokument) -> String {
        let forms = document.referenzFormularID.compactMap(id).joined(separator: ", ")
        let title = document.bezeichnung.text(language) ?? document.typ.map(name) ?? "–"
        return forms.isEmpty ? title : "\(title) (\(forms))"
    }
}
