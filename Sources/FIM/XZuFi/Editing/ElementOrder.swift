import XMLCore

/// The order of child elements, and how to put one in its place without touching the others.
struct ElementOrder: Sendable {
    /// Child names in the order of the schema.
    let names: [String]

    init(_ names: [String]) { self.names = names }

    func rank(_ local: String) -> Int? { names.firstIndex(of: local) }

    /// Puts `child` behind the last element that stands before it or beside it in the schema. An unknown element
    /// keeps its place behind the one it follows.
    func insert(_ child: XMLTree.Element, into parent: inout XMLTree.Element) {
        guard let rank = rank(child.name.local) else {
            parent.append(child)
            return
        }
        var anchor: Int?
        var firstLater: Int?
        for (index, node) in parent.children.enumerated() {
            guard case .element(let element) = node else { continue }
            if let other = self.rank(element.name.local) {
                if other <= rank {
                    anchor = index
                    firstLater = nil
                } else if firstLater == nil {
                    firstLater = index
                }
            } else if firstLater == nil, anchor != nil {
                anchor = index
            }
        }
        if let anchor {
            let space = Self.space(before: anchor, in: parent)
            parent.children.insert(contentsOf: space + [.element(child)], at: anchor + 1)
        } else if let firstLater {
            let space = Self.space(before: firstLater, in: parent)
            parent.children.insert(contentsOf: [.element(child)] + space, at: firstLater)
        } else {
            parent.append(child)
        }
    }

    /// Takes all children of a name away and puts these in their place.
    func replaceAll(_ local: String, with replacement: [XMLTree.Element], in parent: inout XMLTree.Element) {
        remove(local, from: &parent)
        for element in replacement { insert(element, into: &parent) }
    }

    /// Takes all children of a name away, with the white space before them.
    func remove(_ local: String, from parent: inout XMLTree.Element) {
        var result: [XMLTree.Node] = []
        for node in parent.children {
            if case .element(let element) = node, element.name.local == local,
                element.name.namespace == parent.name.namespace
            {
                if case .text(let text)? = result.last, text.trimmedXML.isEmpty { result.removeLast() }
                continue
            }
            result.append(node)
        }
        parent.children = result
    }

    private static func space(before index: Int, in parent: XMLTree.Element) -> [XMLTree.Node] {
        guard index > 0, case .text(let text) = parent.children[index - 1], text.trimmedXML.isEmpty else { return [] }
        return [.text(text)]
    }
}

extension ElementOrder {
    /// The order for an XZuFi element of this name. Orders marked in `Documentation/Formate/XZuFi.md` as inferred
    /// follow the order of the public models.
    static func xzufi(_ element: XMLName) -> ElementOrder {
        switch XZuFi.Objektart(elementName: element.local) {
        case .leistung, .spezialisierung:
            element.namespace == XZuFi.Version.v231.namespace ? leistung231 : leistung220
        case .organisationseinheit: organisationseinheit
        case .onlinedienst: onlinedienst
        case .zustaendigkeit: zustaendigkeit
        case .herausgeber: herausgeber
        default: other
        }
    }

    /// A service of 2.1.0 or 2.2.0, in the order of the model of the FIM portal's interface.
    static let leistung220 = ElementOrder([
        "id", "idSekundaer", "leistungID", "struktur", "referenzLeiKa", "modulText", "modulTextIndividuell",
        "modulFrist", "modulKosten", "modulBearbeitungsdauer", "modulBegriffImKontext", "modulFachlicheFreigabe",
        "modulAuskunftshinweis", "modulDokument", "modulUrsprungsportal", "typisierung", "vertrauensniveau",
        "leistungsadressat", "kennzeichenSchriftformerfordernis", "kategorie", "klassifizierung",
        "informationsbereichSDG", "idLeistungImKontext", "idProzess", "herausgeber", "gueltigkeitGebietID",
        "kennzeichenEA", "relevantFuerWirtschaftszweig", "relevantFuerRechtsform", "relevantFuerStaatsangehoerigkeit",
        "versionsinformation", "sprachversion", "gueltigkeit",
    ])

    /// A service of 2.3.1, likewise.
    static let leistung231 = ElementOrder([
        "id", "idSekundaer", "leistungID", "struktur", "statusKatalog", "statusBibliothek", "detailstufe",
        "referenzLeistungsschluessel", "leistungsadressat", "bezugsortTyp", "modulText", "modulTextIndividuell",
        "modulFrist", "modulBearbeitungsdauer", "modulKosten", "modulDokument", "modulBegriffImKontext",
        "modulFachlicheFreigabe", "modulAuskunftshinweis", "modulUrsprungsportal", "typisierung", "vertrauensniveau",
        "kennzeichenFormularSchriftformerfordernis", "kennzeichenFormularPersoenlich", "kennzeichenFormularFormlos",
        "kategorie", "klassifizierung", "informationsbereicheSDG", "leistungImKontextID", "prozessID", "herausgeber",
        "gueltigkeitGebietID", "durchfuehrbarEinheitlicheStelle", "relevantFuerWirtschaftszweig",
        "relevantFuerRechtsform", "relevantFuerStaatsangehoerigkeit", "versionsinformationen", "sprachversion",
        "gueltigkeit",
    ])

    static let sprachversion231 = ElementOrder([
        "languageCode", "sprachbezeichnungDeutsch", "sprachbezeichnungNativ", "kennzeichenMaschinelleUebersetzung",
        "maschinelleUebersetzung", "erstelltDatumZeit", "erstelltDurch", "geaendertDatumZeit", "geaendertDurch",
        "version",
    ])

    /// The modules that hold several entries.
    static let modul = ElementOrder([
        "zugangskanal", "positionDarstellung", "id", "idSekundaer", "gueltigkeit", "frist", "kosten",
        "bearbeitungsdauer", "dokumentEingehend", "dokumentAusgehend", "beschreibung", "weiterfuehrenderLink",
    ])

    static let organisationseinheit = ElementOrder([
        "id", "idSekundaer", "uebergeordneteOrganisationseinheitID", "untergeordneteOrganisationseinheitID",
        "kategorie", "name", "beschreibung", "kurzbeschreibung", "infoOeffnungszeitenText",
        "infoOeffnungszeitenStrukturiert", "infoInternesServicepersonal", "infoParkplatz", "infoVerkehrsmittel",
        "infoBarrierefreiheit", "bild", "anschrift", "erreichbarkeit", "kommunikationssystem", "internetadresse",
        "bankverbindung", "glaeubigeridentifikationsnummer", "zahlungsweise", "kontaktperson", "zustaendigkeit",
        "herausgeber", "gueltigkeitGebietID", "versionsinformation", "sprachversion", "gueltigkeit",
    ])

    static let onlinedienst = ElementOrder([
        "id", "idSekundaer", "bezeichnung", "kurzbezeichnung", "teaser", "beschreibung", "link", "logo",
        "identifizierungsmittel", "vertrauensniveau", "zahlungsweise", "durchfuehrungSprache", "parameter",
        "dynamischeParameter", "zustaendigkeit", "herausgeber", "gueltigkeitGebietID", "versionsinformation",
        "sprachversion", "gueltigkeit",
    ])

    static let zustaendigkeit = ElementOrder([
        "id", "idSekundaer", "leistungID", "organisationseinheitID", "onlinedienstID", "gebietID", "rolle",
        "kriterium", "herausgeber", "versionsinformation", "sprachversion", "gueltigkeit",
    ])

    static let herausgeber = ElementOrder([
        "id", "idSekundaer", "bezeichnung", "kurzbezeichnung", "beschreibung", "standardZustaendigkeitsgebiet",
    ])

    static let anschrift = ElementOrder([
        "typ", "strasse", "hausnummer", "postfach", "postleitzahl", "ort", "ortID", "verwaltungspolitischeKodierung",
        "zusatz", "positionDarstellung", "gueltigkeit",
    ])

    static let modulText = ElementOrder([
        "zugangskanal", "positionDarstellung", "id", "idSekundaer", "gueltigkeit", "leikaTextmodul",
        "leikaTextmodulAbweichendeBezeichnung", "inhalt", "weiterfuehrenderLink",
    ])

    static let other = ElementOrder([
        "id", "idSekundaer", "uebergeordnetesGebietID", "untergeordnetesGebietID", "uebergeordneteKategorieID",
        "untergeordneteKategorieID", "typ", "klasse", "verwaltungspolitischeKodierung", "bezeichnung",
        "kurzbezeichnung", "beschreibung", "link", "herausgeber", "gueltigkeitGebietID", "versionsinformation",
        "sprachversion", "gueltigkeit",
    ])
}
