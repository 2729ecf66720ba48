import XMLCore

extension XZuFi {
    /// An organisation unit.
    public struct Organisationseinheit: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// Its names; in the file `name/name`, in some files `name` alone.
        public var name: [LocalizedString] {
            children("name").flatMap { outer in
                let inner = Organisationseinheit(outer).texts("name")
                return inner.isEmpty ? [LocalizedString(outer)] : inner
            }
        }
        /// The unit above.
        public var uebergeordneteOrganisationseinheitID: Identifikator? {
            identifikator("uebergeordneteOrganisationseinheitID")
        }
        /// What it does.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// Opening hours as text.
        public var infoOeffnungszeitenText: [LocalizedHTML] { htmlTexts("infoOeffnungszeitenText") }
        /// Where it is and gets post.
        public var anschrift: [Anschrift] { views("anschrift") }
        /// How to reach it.
        public var erreichbarkeit: [Erreichbarkeit] { views("erreichbarkeit") }
        /// Addresses of communication systems.
        public var kommunikationssystem: [Kommunikationssystem] { views("kommunikationssystem") }
        /// What it is responsible for, and where.
        public var zustaendigkeit: [Zustaendigkeit] { views("zustaendigkeit") }
    }

    /// A postal or visiting address.
    public struct Anschrift: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The kind of address (`urn:xoev-de:fim:codeliste:xzufi.anschrifttyp`).
        public var typ: Code? { code("typ") }
        /// The street.
        public var strasse: String? { value("strasse") }
        /// The house number.
        public var hausnummer: String? { value("hausnummer") }
        /// The PO box.
        public var postfach: String? { value("postfach") }
        /// The postal code.
        public var postleitzahl: String? { value("postleitzahl") }
        /// The town.
        public var ort: String? { value("ort") }
        /// More.
        public var zusatz: [LocalizedString] { texts("zusatz") }
    }

    /// A way to reach a unit.
    public struct Erreichbarkeit: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The channel (`urn:de:xoev:codeliste:erreichbarkeit`): 01 e-mail, 02 telephone, 04 fax, 09 web and so on.
        public var kanal: Code? { code("kanal") }
        /// The address or number.
        public var kennung: String? { value("kennung") }
        /// More.
        public var zusatz: String? { value("zusatz") }
    }

    /// The address of a unit in a communication system.
    public struct Kommunikationssystem: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The system.
        public var kanal: Code? { code("kanal") }
        /// The address in it.
        public var kennung: String? { value("kennung") }
        /// More.
        public var kennungszusatz: String? { value("kennungszusatz") }
    }

    /// Who is responsible for a service, and where.
    public struct Zustaendigkeit: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// The scheme of a FIT-Connect destination signature in `idSekundaer` (EfA-Parametrisierungsleitfaden).
        public static let fitConnectDestination = "urn:de:fitko:fit-connect:xzufi:destination"

        /// The service.
        public var leistungID: Identifikator? { identifikator("leistungID") }
        /// The areas; a regional key's value may be a prefix.
        public var gebietID: [Identifikator] { identifikatoren("gebietID") }
        /// In which role.
        public var rolle: Code? { code("rolle") }
        /// The unit, in a transfer object.
        public var organisationseinheitID: Identifikator? { identifikator("organisationseinheitID") }
        /// The FIT-Connect destination signature, if there is one.
        public var zustellkanal: Identifikator? {
            idSekundaer.first { $0.schemeID == Self.fitConnectDestination }
        }
    }

    /// An online service.
    public struct Onlinedienst: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// What it is.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// Where it is found.
        public var link: [OnlinedienstLink] { views("link") }
        /// Key and value pairs that the service reads.
        public var parameter: [OnlinedienstParameter] { views("parameter") }
        /// The level of trust that is needed.
        public var vertrauensniveau: Code? { code("vertrauensniveau") }
        /// The means of identification that are accepted.
        public var identifizierungsmittel: [Code] { codes("identifizierungsmittel") }
        /// The means of payment that are accepted.
        public var zahlungsweise: [Code] { codes("zahlungsweise") }
        /// The logo.
        public var logo: Bild? { view("logo") }
        /// What it is responsible for, and where.
        public var zustaendigkeit: [Zustaendigkeit] { views("zustaendigkeit") }
    }

    /// A link of an online service.
    public struct OnlinedienstLink: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The kind of link (`urn:xoev-de:fim:codeliste:onlinedienstlinktyp`; `01` is the service itself).
        public var typ: Code? { code("typ") }
        /// The address.
        public var link: String? { value("link") }
        /// The title.
        public var titel: [LocalizedString] { texts("titel") }
    }

    /// A parameter of an online service. The element names are not verified against the official schema.
    public struct OnlinedienstParameter: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The name.
        public var parameterName: String? { value("parameterName") }
        /// The value.
        public var parameterWert: String? { value("parameterWert") }
    }

    /// A publisher.
    public struct Herausgeber: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// Its short names.
        public var kurzbezeichnung: [LocalizedString] { texts("kurzbezeichnung") }
        /// The areas it stands for unless something else is said.
        public var standardZustaendigkeitsgebiet: [Gebiet] { views("standardZustaendigkeitsgebiet") }
    }

    /// An area.
    public struct Gebiet: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }

        /// The scheme of regional keys (Amtlicher Regionalschlüssel).
        public static let regionalschluesselSchema = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs"

        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// The areas above.
        public var uebergeordnetesGebietID: [Identifikator] { identifikatoren("uebergeordnetesGebietID") }
        /// The areas below.
        public var untergeordnetesGebietID: [Identifikator] { identifikatoren("untergeordnetesGebietID") }
        /// A code of the administrative order, such as `regionalschluessel`, `gemeindeschluessel`, `kreis`.
        public func verwaltungspolitischeKodierung(_ name: String) -> Code? {
            child("verwaltungspolitischeKodierung").flatMap { Gebiet($0).code(name) }
        }
    }

    /// A category.
    public struct Kategorie: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// What it is.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// The category above.
        public var uebergeordneteKategorieID: Identifikator? { identifikator("uebergeordneteKategorieID") }
        /// The class of categories it belongs to, by id.
        public var klasseID: Identifikator? { child("klasse").flatMap { Kategorie($0).id } }
    }

    /// A form, as XZuFi refers to it.
    public struct Formular: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// What it is for.
        public var beschreibung: [LocalizedHTML] { htmlTexts("beschreibung") }
        /// Where it is found.
        public var link: [HyperlinkErweitert] { views("link") }
    }
}
