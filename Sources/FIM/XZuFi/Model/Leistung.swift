import XMLCore

/// What every object of XZuFi has.
public protocol XZuFiObjekt: XZuFiView {}

extension XZuFiObjekt {
    /// The object's id. Its identity is `id?.identity`, never the bare value.
    public var id: XZuFi.Identifikator? { identifikator("id") }
    /// Further ids: those of the origin after a transfer, delivery addresses and the like.
    public var idSekundaer: [XZuFi.Identifikator] { identifikatoren("idSekundaer") }
    /// Who publishes it.
    public var herausgeber: XZuFi.Herausgeber? { view("herausgeber") }
    /// Who made and changed it; 2.3.1 says `versionsinformationen`.
    public var versionsinformation: XZuFi.Versionsinformation? {
        view("versionsinformation") ?? view("versionsinformationen")
    }
    /// Its language versions.
    public var sprachversion: [XZuFi.Sprachversion] { views("sprachversion") }
    /// When it is valid.
    public var gueltigkeit: [XZuFi.Gueltigkeit] { views("gueltigkeit") }
    /// The areas it is valid for; the value of a regional key may be a prefix and then means all below it.
    public var gueltigkeitGebietID: [XZuFi.Identifikator] { identifikatoren("gueltigkeitGebietID") }
}

extension XZuFi {
    /// A public service.
    public struct Leistung: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// How the service is built: object, performance, detail (LeiKa).
        public var struktur: Leistungsstruktur? { view("struktur") }
        /// The Leistungsschlüssel: `referenzLeiKa` (2.1, 2.2) or `referenzLeistungsschluessel` (2.3.1).
        public var leistungsschluessel: [String] {
            codes("referenzLeiKa").map(\.code) + identifikatoren("referenzLeistungsschluessel").map(\.value)
        }
        /// The references to the LeiKa catalogue with their lists.
        public var referenzLeiKa: [Code] { codes("referenzLeiKa") }
        /// The texts by module.
        public var modulText: [Textmodul] { views("modulText") }
        /// Texts of modules that a publisher defined.
        public var modulTextIndividuell: [TextmodulIndividuell] { views("modulTextIndividuell") }
        /// Deadlines. At most one in 2.2.
        public var modulFrist: [Fristmodul] { views("modulFrist") }
        /// Costs. At most one in 2.2.
        public var modulKosten: [Kostenmodul] { views("modulKosten") }
        /// How long processing takes. At most one in 2.2.
        public var modulBearbeitungsdauer: [Bearbeitungsdauermodul] { views("modulBearbeitungsdauer") }
        /// Terms for search.
        public var modulBegriffImKontext: [BegriffImKontextModul] { views("modulBegriffImKontext") }
        /// The approval by the ministry responsible.
        public var modulFachlicheFreigabe: [FachlicheFreigabemodul] { views("modulFachlicheFreigabe") }
        /// Hints for those who give information.
        public var modulAuskunftshinweis: [Auskunftshinweismodul] { views("modulAuskunftshinweis") }
        /// Documents that go in and come out.
        public var modulDokument: [Dokumentmodul] { views("modulDokument") }
        /// The portal the text is from.
        public var modulUrsprungsportal: [Ursprungsportalmodul] { views("modulUrsprungsportal") }
        /// The type by who regulates and who executes (`urn:de:fim:leika:typisierung`).
        public var typisierung: [Code] { codes("typisierung") }
        /// The level of trust that is needed (`urn:xoev-de:fim:codeliste:vertrauensniveau`).
        public var vertrauensniveau: Code? { code("vertrauensniveau") }
        /// Whom it is for.
        public var leistungsadressat: [Code] { codes("leistungsadressat") }
        /// Whether written form is required.
        public var kennzeichenSchriftformerfordernis: Bool? { boolean("kennzeichenSchriftformerfordernis") }
        /// Categories.
        public var kategorie: [Kategorie] { views("kategorie") }
        /// Classifications, such as the situations of the portal federation.
        public var klassifizierung: [Code] { codes("klassifizierung") }
        /// Information areas of the Single Digital Gateway.
        public var informationsbereichSDG: [Code] { codes("informationsbereichSDG") }
        /// Related services.
        public var idLeistungImKontext: [Identifikator] { identifikatoren("idLeistungImKontext") }
        /// The processes behind it.
        public var idProzess: [Identifikator] { identifikatoren("idProzess") }
        /// Whether the Einheitlicher Ansprechpartner may handle it.
        public var kennzeichenEA: Bool? { boolean("kennzeichenEA") }
        /// Branches of trade it matters to.
        public var relevantFuerWirtschaftszweig: [Code] { codes("relevantFuerWirtschaftszweig") }
        /// Legal forms it matters to.
        public var relevantFuerRechtsform: [Code] { codes("relevantFuerRechtsform") }
        /// Nationalities it matters to.
        public var relevantFuerStaatsangehoerigkeit: [Code] { codes("relevantFuerStaatsangehoerigkeit") }

        /// The texts of a module of the list `urn:de:xzufi:codeliste:leistungstextmodulleika`, such as `.volltext`.
        public func text(_ module: Textmodul.Art) -> [LocalizedHTML] {
            modulText.filter { $0.leikaTextmodul?.code == module.rawValue }.flatMap(\.inhalt)
        }

        /// The official name (module 02) in a language.
        public func bezeichnung(_ languageCode: String = "de") -> String? {
            text(.leistungsbezeichnung).html(languageCode)?.plainText
        }
    }

    /// How a service is built from the parts of the LeiKa catalogue. The kind is in `xsi:type`.
    public struct Leistungsstruktur: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The local name of `xsi:type`, such as `LeistungsstrukturObjektMitVerrichtung`.
        public var art: String? {
            element.attribute(XMLName("type", in: XZuFi.schemaInstance))
                .map { String($0.split(separator: ":").last ?? "") }
        }
        /// The group of services.
        public var leistungsgruppierung: Code? { code("leistungsgruppierung") ?? code("leistungsgruppierungLeiKa") }
        /// The object the service is about.
        public var leistungsobjektID: Identifikator? { identifikator("leistungsobjektID") }
        /// What is done with it, as a code of the LeiKa catalogue.
        public var verrichtung: Code? {
            guard let verrichtung = child("verrichtung") else { return code("verrichtungLeiKa") }
            return Leistungsstruktur(verrichtung).code("verrichtungLeiKa") ?? Code(verrichtung)
        }
        /// The detail.
        public var verrichtungsdetail: [LocalizedString] { texts("verrichtungsdetail") }
    }

    /// A regional refinement of a service.
    public struct Spezialisierung: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The service that is refined.
        public var leistungID: Identifikator? { identifikator("leistungID") }
        /// The texts that refine it.
        public var modulText: [Textmodul] { views("modulText") }
    }
}
