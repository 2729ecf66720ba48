import XMLCore

/// What every module of a service has.
public protocol XZuFiModul: XZuFiView {}

extension XZuFiModul {
    /// Where it stands among its kind.
    public var positionDarstellung: Int? { integer("positionDarstellung") }
    /// The module's id.
    public var id: XZuFi.Identifikator? { identifikator("id") }
    /// Further ids.
    public var idSekundaer: [XZuFi.Identifikator] { identifikatoren("idSekundaer") }
    /// When it is valid.
    public var gueltigkeit: [XZuFi.Gueltigkeit] { views("gueltigkeit") }
    /// The channel of access it is about (since 2.3.1).
    public var zugangskanal: XZuFi.Code? { code("zugangskanal") }
    /// Links to more.
    public var weiterfuehrenderLink: [XZuFi.HyperlinkErweitert] { views("weiterfuehrenderLink") }
}

extension XZuFi {
    /// A text of a service.
    public struct Textmodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// The modules of the list `urn:de:xzufi:codeliste:leistungstextmodulleika` (2024-02-16).
        public enum Art: String, Sendable, Hashable, CaseIterable {
            case leistungsbezeichnung = "02"
            case leistungsbezeichnungII = "03"
            case kurztext = "05"
            case volltext = "06"
            case rechtsgrundlagen = "07"
            case erforderlicheUnterlagen = "08"
            case voraussetzungen = "09"
            case verfahrensablauf = "11"
            case formulare = "14"
            case weiterfuehrendeInformationen = "15"
            case hinweise = "16"
            case urheber = "18"
            case zustaendigeStelle = "22"
            case ansprechpunkt = "23"
            case teaser = "24"
            case rechtsbehelf = "25"

            /// The module's name in German.
            public var bezeichnung: String {
                switch self {
                case .leistungsbezeichnung: "Leistungsbezeichnung"
                case .leistungsbezeichnungII: "Leistungsbezeichnung II"
                case .kurztext: "Kurztext"
                case .volltext: "Volltext"
                case .rechtsgrundlagen: "Handlungsgrundlage(n)"
                case .erforderlicheUnterlagen: "Erforderliche Unterlagen"
                case .voraussetzungen: "Voraussetzungen"
                case .verfahrensablauf: "Verfahrensablauf"
                case .formulare: "Formulare"
                case .weiterfuehrendeInformationen: "Weiterführende Informationen"
                case .hinweise: "Hinweise (Besonderheiten)"
                case .urheber: "Urheber"
                case .zustaendigeStelle: "Zuständige Stelle"
                case .ansprechpunkt: "Ansprechpunkt"
                case .teaser: "Teaser"
                case .rechtsbehelf: "Rechtsbehelf"
                }
            }
        }

        /// The module as the file codes it.
        public var leikaTextmodul: Code? { code("leikaTextmodul") }
        /// The module, where it is one of the list.
        public var art: Art? { leikaTextmodul.flatMap { Art(rawValue: $0.code) } }
        /// Another heading.
        public var leikaTextmodulAbweichendeBezeichnung: [LocalizedString] {
            texts("leikaTextmodulAbweichendeBezeichnung")
        }
        /// The text, per language.
        public var inhalt: [LocalizedHTML] { htmlTexts("inhalt") }
    }

    /// A text of a module that a publisher defined.
    public struct TextmodulIndividuell: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The module's type.
        public var individuellesTextmodultyp: Code? { code("individuellesTextmodultyp") }
        /// The text, per language.
        public var inhalt: [LocalizedHTML] { htmlTexts("inhalt") }
    }

    /// Deadlines.
    public struct Fristmodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The deadlines.
        public var frist: [Frist] { views("frist") }
        /// What is to be said of all.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
    }

    /// How long processing takes.
    public struct Bearbeitungsdauermodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The durations.
        public var bearbeitungsdauer: [Frist] { views("bearbeitungsdauer") }
        /// What is to be said of all.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
    }

    /// A deadline or a duration.
    public struct Frist: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// A duration or a day.
        public enum Auswahl: Sendable, Hashable {
            /// `dauer` units, or from `dauer` to `dauerBis`.
            case dauer(dauer: Int, einheit: String, dauerBis: Int?, einheitBis: String?)
            /// From and to a date, a day of a month or a text.
            case stichtag(von: String?, bis: String?)
        }

        /// The kind of deadline; none for durations of processing.
        public var typ: Code? { code("typ") }
        /// Duration or day, read by what is there, whatever `xsi:type` says.
        public var auswahl: Auswahl? {
            guard let choice = child("fristauswahl").map(Frist.init) else { return nil }
            let inner =
                choice.view("fristDauer", as: Frist.self) ?? choice.view("fristStichtag", as: Frist.self) ?? choice
            if let dauer = inner.integer("dauer") {
                return .dauer(
                    dauer: dauer, einheit: inner.code("einheit")?.code ?? "", dauerBis: inner.integer("dauerBis"),
                    einheitBis: inner.code("einheitBis")?.code)
            }
            let von = inner.value("von")
            let bis = inner.value("bis")
            return von == nil && bis == nil ? nil : .stichtag(von: von, bis: bis)
        }
        /// What is to be said of it.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// Where it stands among its kind.
        public var positionDarstellung: Int? { integer("positionDarstellung") }
        /// When it is valid.
        public var gueltigkeit: [Gueltigkeit] { views("gueltigkeit") }
    }

    /// Costs.
    public struct Kostenmodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The costs.
        public var kosten: [Kosten] { views("kosten") }
        /// What is to be said of all.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
    }

    /// An amount of money: a decimal number as it is written, and a currency.
    public struct Betrag: Sendable, Hashable {
        /// The amount, a decimal number with `.`.
        public var wert: String
        /// The currency (ISO 4217), `EUR` where none is said.
        public var currencyCode: String

        init(_ element: XMLTree.Element) {
            let view = Gueltigkeit(element)
            wert = view.value("value") ?? view.value("wert") ?? element.text.trimmedXML
            currencyCode = element["currencyCode"] ?? element["currencyID"] ?? view.value("currencyCode") ?? "EUR"
        }
    }

    /// One cost.
    public struct Kosten: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// What it costs.
        public enum Auswahl: Sendable, Hashable {
            /// A fixed amount.
            case fix(Betrag)
            /// Nothing.
            case frei([LocalizedString])
            /// Between two amounts.
            case variabel(von: Betrag?, bis: Betrag?, beschreibung: [LocalizedString])
        }

        /// The kind of cost.
        public var typ: Code? { code("typ") }
        /// What it costs, read by what is there, whatever `xsi:type` says.
        public var auswahl: Auswahl? {
            guard let choice = child("kostenauswahl").map(Kosten.init) else { return nil }
            let inner =
                ["kostenFix", "kostenFrei", "kostenVariabel"].lazy.compactMap { choice.view($0, as: Kosten.self) }.first
                ?? choice
            if let betrag = inner.child("betrag") { return .fix(Betrag(betrag)) }
            let from = inner.child("betragUntergrenze").map(Betrag.init)
            let to = inner.child("betragObergrenze").map(Betrag.init)
            let variability = inner.texts("beschreibungVariabilitaet")
            if from != nil || to != nil || !variability.isEmpty {
                return .variabel(von: from, bis: to, beschreibung: variability)
            }
            return .frei(inner.texts("beschreibungKostenfreiheit"))
        }
        /// What is to be said of it.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// Whether to pay in advance.
        public var vorkasse: Bool? { boolean("vorkasse") }
        /// Where the cost is explained: an address in 2.2, a link in 2.3.1.
        public var linkKostenbildung: String? {
            child("linkKostenbildung").flatMap { HyperlinkErweitert($0).uri } ?? value("linkKostenbildung")
        }
    }

    /// Terms for search.
    public struct BegriffImKontextModul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The terms, per language.
        public var begriffe: [LocalizedString] {
            children("begriffImKontext").flatMap { BegriffImKontextModul($0).texts("begriff") }
        }
    }

    /// The approval by the ministry responsible.
    public struct FachlicheFreigabemodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// When (xs:date).
        public var fachlichFreigegebenAm: String? { value("fachlichFreigegebenAm") }
        /// By whom.
        public var fachlichFreigegebenDurch: [LocalizedString] { texts("fachlichFreigegebenDurch") }
    }

    /// Hints for those who give information.
    public struct Auskunftshinweismodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The hint, per language.
        public var inhalt: [LocalizedHTML] { htmlTexts("inhalt") }
    }

    /// Documents that go in and come out.
    public struct Dokumentmodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// What is to be handed in; 2.3.1 wraps it in `dokument`.
        public var dokumentEingehend: [Dokument] {
            children("dokumentEingehend").map { Dokumentmodul($0).view("dokument") ?? Dokument($0) }
        }
        /// What comes out.
        public var dokumentAusgehend: [Dokument] { views("dokumentAusgehend") }
        /// What is to be said of all.
        public var beschreibung: [LocalizedHTML] {
            htmlTexts("beschreibung") + htmlTexts("beschreibungEingehend") + htmlTexts("beschreibungAusgehend")
        }
    }

    /// A document.
    public struct Dokument: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The kind of document (`urn:de:fim:codeliste:dokumenttyp`); 2.3.1 says `art`.
        public var typ: Code? { code("typ") ?? code("art") }
        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// What it is.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// The forms for it; 2.3.1 says `formularReferenz`.
        public var referenzFormularID: [Identifikator] {
            identifikatoren("referenzFormularID") + identifikatoren("formularReferenz")
        }
        /// How it is to be signed.
        public var angabeSignatur: Code? { code("angabeSignatur") }
    }

    /// The portal a text is from.
    public struct Ursprungsportalmodul: XZuFiModul {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The language.
        public var languageCode: String? { element["languageCode"] ?? value("languageCode") }
        /// The address.
        public var uri: String? { value("uri") }
        /// The title.
        public var titel: String? { value("titel") }
    }
}
