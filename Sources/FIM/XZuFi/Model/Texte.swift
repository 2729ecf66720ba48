import XMLCore
import XOEV

extension XZuFi {
    /// Plain text in a language.
    public struct LocalizedString: Sendable, Hashable {
        /// The language (`de`, `en`; PVOG takes two letters only).
        public var languageCode: String
        /// The text.
        public var value: String

        /// Text from its parts.
        public init(_ value: String, languageCode: String = "de") {
            self.value = value
            self.languageCode = languageCode
        }

        /// The text that an element holds; without `languageCode` it counts as German.
        public init(_ element: XMLTree.Element) {
            self.init(element.text, languageCode: element["languageCode"] ?? "de")
        }

        /// The text as an element of this name, written beside `sibling`.
        public func element(named local: String, like sibling: XMLTree.Element) -> XMLTree.Element {
            XMLTree.Element(
                XMLName(local, in: sibling.name.namespace), prefix: sibling.prefix,
                attributes: [XMLAttribute(XMLName("languageCode"), value: languageCode)],
                children: [.text(value)])
        }
    }

    /// HTML in a language. In the file it is text (escaped or CDATA), not markup.
    public struct LocalizedHTML: Sendable, Hashable {
        /// The language.
        public var languageCode: String
        /// The HTML source, as it stands in the file: never show it without `sanitized`.
        public var value: String

        /// HTML from its parts.
        public init(_ value: String, languageCode: String = "de") {
            self.value = value
            self.languageCode = languageCode
        }

        /// The HTML that an element holds.
        public init(_ element: XMLTree.Element) {
            self.init(element.text, languageCode: element["languageCode"] ?? "de")
        }

        /// The HTML with only what PVOG allows.
        public var sanitized: String { HTMLText(value).sanitized }

        /// The text without markup.
        public var plainText: String { HTMLText(value).plainText }

        /// The HTML as an element of this name, written beside `sibling`.
        public func element(named local: String, like sibling: XMLTree.Element) -> XMLTree.Element {
            LocalizedString(value, languageCode: languageCode).element(named: local, like: sibling)
        }
    }

    /// A period in which something is valid (`gueltigkeit`).
    public struct Gueltigkeit: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// When it begins (xs:date or xs:dateTime), or nil for always.
        public var beginn: String? { value("beginn") }
        /// When it ends, or nil for never.
        public var ende: String? { value("ende") }
        /// A remark.
        public var zusatz: [LocalizedString] { texts("zusatz") }
    }

    /// Who made and changed an object, and when.
    public struct Versionsinformation: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// When it was made (xs:dateTime).
        public var erstelltDatumZeit: String? { value("erstelltDatumZeit") }
        /// Who made it.
        public var erstelltDurch: String? { value("erstelltDurch") }
        /// When it was last changed (xs:dateTime).
        public var geaendertDatumZeit: String? { value("geaendertDatumZeit") }
        /// Who changed it last.
        public var geaendertDurch: String? { value("geaendertDurch") }
        /// The version's name.
        public var version: String? { value("version") }
    }

    /// The state of an object in one language.
    public struct Sprachversion: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The language; read from the attribute or from a child of that name.
        public var languageCode: String? { element["languageCode"] ?? value("languageCode") }
        /// The language's name in German.
        public var sprachbezeichnungDeutsch: String? { value("sprachbezeichnungDeutsch") }
        /// The language's name in itself.
        public var sprachbezeichnungNativ: String? { value("sprachbezeichnungNativ") }
        /// When and by whom the language version was made and changed.
        public var versionsinformation: Versionsinformation { Versionsinformation(element) }
        /// Whether a machine translated it (since 2.3.1).
        public var kennzeichenMaschinelleUebersetzung: Bool? { boolean("kennzeichenMaschinelleUebersetzung") }
    }

    /// A link with title and description.
    public struct HyperlinkErweitert: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The language of the target.
        public var languageCode: String? { element["languageCode"] ?? value("languageCode") }
        /// The address.
        public var uri: String? { value("uri") }
        /// The title.
        public var titel: String? { value("titel") }
        /// The description.
        public var beschreibung: String? { value("beschreibung") }
        /// Where it stands among its kind.
        public var positionDarstellung: Int? { integer("positionDarstellung") }
    }

    /// A picture or logo.
    public struct Bild: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// Its names.
        public var bezeichnung: [LocalizedString] { texts("bezeichnung") }
        /// What it shows, for those who cannot see it.
        public var alternativeBeschreibung: [LocalizedString] { texts("alternativeBeschreibung") }
        /// The file's id.
        public var dateiID: Identifikator? {
            child("dateiReferenz").flatMap { Gueltigkeit($0).identifikator("dateiID") }
        }
        /// The file's address.
        public var dateiURL: String? { child("dateiReferenz").flatMap { Gueltigkeit($0).value("dateiURL") } }
    }
}

extension Collection where Element == XZuFi.LocalizedString {
    /// The text in a language, else the German one, else the first.
    public func text(_ languageCode: String = "de") -> String? {
        (first { $0.languageCode == languageCode } ?? first { $0.languageCode == "de" } ?? first)?.value
    }
}

extension Collection where Element == XZuFi.LocalizedHTML {
    /// The HTML in a language, else the German one, else the first.
    public func html(_ languageCode: String = "de") -> XZuFi.LocalizedHTML? {
        first { $0.languageCode == languageCode } ?? first { $0.languageCode == "de" } ?? first
    }
}
