/// XDatenfelder 3.0.0: forms (Stammdatenschemata) and their parts.
public enum XDF3 {
    /// A message: head and one object.
    public struct Nachricht: Sendable, Hashable {
        /// The head.
        public var header: XDFHeader
        /// The object.
        public var inhalt: Inhalt

        /// What a message holds.
        public enum Inhalt: Sendable, Hashable {
            /// Message 0101.
            case dokumentsteckbrief(Dokumentsteckbrief)
            /// Message 0102.
            case stammdatenschema(Stammdatenschema)
            /// Message 0103.
            case datenfeldgruppe(Datenfeldgruppe)
            /// Message 0104.
            case datenfeld(Datenfeld)
        }

        /// A message from its parts.
        public init(header: XDFHeader, inhalt: Inhalt) {
            self.header = header
            self.inhalt = inhalt
        }

        /// Which message it is.
        public var art: XDFNachrichtenart {
            switch inhalt {
            case .dokumentsteckbrief: .dokumentsteckbrief
            case .stammdatenschema: .stammdatenschema
            case .datenfeldgruppe: .datenfeldgruppe
            case .datenfeld: .datenfeld
            }
        }

        /// The form, if the message holds one.
        public var stammdatenschema: Stammdatenschema? {
            if case .stammdatenschema(let schema) = inhalt { schema } else { nil }
        }
    }

    /// A reference to a law or another ground, with a link.
    public struct Bezug: Sendable, Hashable {
        /// The text.
        public var text: String
        /// The address.
        public var link: String?

        /// A reference from its parts.
        public init(_ text: String, link: String? = nil) {
            self.text = text
            self.link = link
        }
    }

    /// A keyword, with the address of its vocabulary.
    public struct Stichwort: Sendable, Hashable {
        /// The keyword.
        public var text: String
        /// The address.
        public var uri: String?

        /// A keyword from its parts.
        public init(_ text: String, uri: String? = nil) {
            self.text = text
            self.uri = uri
        }
    }

    /// A relation to another element of the building kit.
    public struct Relation: Sendable, Hashable {
        /// `ABL` derived from, `ERS` replaces, `EQU` equivalent, `VKN` linked.
        public var praedikat: XDFCode?
        /// The other element.
        public var objekt: XDFIdentifikation

        /// A relation from its parts.
        public init(praedikat: XDFCode?, objekt: XDFIdentifikation) {
            self.praedikat = praedikat
            self.objekt = objekt
        }
    }

    /// What every element of the building kit has.
    public struct Angaben: Sendable, Hashable {
        /// Id and version.
        public var identifikation: XDFIdentifikation
        /// The name, for editors.
        public var name: String
        /// What it is for.
        public var beschreibung: String?
        /// What it means.
        public var definition: String?
        /// The laws it rests on.
        public var bezug: [Bezug] = []
        /// The state of approval.
        public var freigabestatus: XDFCode?
        /// When the state was set (xs:date).
        public var statusGesetztAm: String?
        /// Who set it.
        public var statusGesetztDurch: String?
        /// From when it is valid (xs:date).
        public var gueltigAb: String?
        /// Until when it is valid (xs:date).
        public var gueltigBis: String?
        /// What is new in this version.
        public var versionshinweis: String?
        /// When it was published (xs:date).
        public var veroeffentlichungsdatum: String?
        /// When it was changed last (xs:dateTime).
        public var letzteAenderung: String
        /// Relations to other elements.
        public var relation: [Relation] = []
        /// Keywords.
        public var stichwort: [Stichwort] = []
        /// Where it was read.
        public var quelle = XDFPosition()

        /// The required parts; all else is empty.
        public init(_ identifikation: XDFIdentifikation, name: String, letzteAenderung: String) {
            self.identifikation = identifikation
            self.name = name
            self.letzteAenderung = letzteAenderung
        }
    }

    /// A form.
    @dynamicMemberLookup
    public struct Stammdatenschema: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// The title people see.
        public var bezeichnung: String
        /// Help.
        public var hilfetext: String?
        /// How far its structure may be changed when it is derived.
        public var ableitungsmodifikationenStruktur: XDFCode?
        /// How far its presentation may be changed when it is derived.
        public var ableitungsmodifikationenRepraesentation: XDFCode?
        /// The profile of documents it belongs to.
        public var dokumentsteckbrief: XDFIdentifikation?
        /// Rules over the form.
        public var regel: [Regel] = []
        /// What it holds.
        public var struktur: [Struktur] = []

        /// A form from its required parts.
        public init(_ angaben: Angaben, bezeichnung: String) {
            self.angaben = angaben
            self.bezeichnung = bezeichnung
        }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Angaben, T>) -> T {
            get { angaben[keyPath: path] }
            set { angaben[keyPath: path] = newValue }
        }
    }

    /// What groups and fields have besides.
    public struct Elementangaben: Sendable, Hashable {
        /// The label for input.
        public var bezeichnungEingabe: String
        /// The label for output.
        public var bezeichnungAusgabe: String?
        /// `ABS` abstract, `HAR` harmonised, `RNG` bound to a law.
        public var schemaelementart: XDFCode?
        /// Help for input.
        public var hilfetextEingabe: String?
        /// Help for output.
        public var hilfetextAusgabe: String?

        /// The required part.
        public init(bezeichnungEingabe: String) { self.bezeichnungEingabe = bezeichnungEingabe }
    }

    /// A group of fields.
    @dynamicMemberLookup
    public struct Datenfeldgruppe: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// Labels and help.
        public var element: Elementangaben
        /// `X`: exactly one of the elements is filled in.
        public var art: XDFCode?
        /// Rules over the group.
        public var regel: [Regel] = []
        /// What it holds.
        public var struktur: [Struktur] = []

        /// A group from its required parts.
        public init(_ angaben: Angaben, element: Elementangaben) {
            self.angaben = angaben
            self.element = element
        }

        /// Whether exactly one of the elements is to be filled in.
        public var istAuswahlgruppe: Bool { art?.code == "X" }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Angaben, T>) -> T {
            get { angaben[keyPath: path] }
            set { angaben[keyPath: path] = newValue }
        }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Elementangaben, T>) -> T {
            get { element[keyPath: path] }
            set { element[keyPath: path] = newValue }
        }
    }

    /// The bounds of a field, as they stand: what is no number is kept and reported.
    public struct Praezisierung: Sendable, Hashable {
        /// The least number of characters.
        public var minLength: String?
        /// The greatest number of characters.
        public var maxLength: String?
        /// The least value.
        public var minValue: String?
        /// The greatest value.
        public var maxValue: String?
        /// A regular expression of XSD that the whole value matches.
        public var pattern: String?

        /// Bounds from their parts.
        public init(
            minLength: String? = nil, maxLength: String? = nil, minValue: String? = nil, maxValue: String? = nil,
            pattern: String? = nil
        ) {
            self.minLength = minLength
            self.maxLength = maxLength
            self.minValue = minValue
            self.maxValue = maxValue
            self.pattern = pattern
        }

        /// Whether nothing is bounded.
        public var isEmpty: Bool { self == Praezisierung() }
    }

    /// A value of an own list.
    public struct Wert: Sendable, Hashable {
        /// The code that is stored.
        public var code: String
        /// The name people see.
        public var name: String
        /// Help.
        public var hilfe: String?

        /// A value from its parts.
        public init(code: String, name: String, hilfe: String? = nil) {
            self.code = code
            self.name = name
            self.hilfe = hilfe
        }
    }

    /// A reference to a code list.
    public struct CodelisteReferenz: Sendable, Hashable {
        /// The list's URN.
        public var canonicalIdentification: String
        /// The list's version, or nil for the newest.
        public var version: String?
        /// URN and version in one.
        public var canonicalVersionUri: String?

        /// A reference from its parts.
        public init(_ canonicalIdentification: String, version: String? = nil, canonicalVersionUri: String? = nil) {
            self.canonicalIdentification = canonicalIdentification
            self.version = version
            self.canonicalVersionUri = canonicalVersionUri
        }
    }

    /// A field.
    @dynamicMemberLookup
    public struct Datenfeld: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// Labels and help.
        public var element: Elementangaben
        /// `input`, `select`, `label`, `hidden`, `locked`.
        public var feldart: XDFCode?
        /// `text`, `text_latin`, `date`, `time`, `datetime`, `bool`, `num`, `num_int`, `num_currency`, `file`, `obj`.
        public var datentyp: XDFCode?
        /// Bounds.
        public var praezisierung = Praezisierung()
        /// What is filled in at first, or the text of a label.
        public var inhalt: String?
        /// Whether it is filled in from a register: `keine`, `optional`, `verpflichtend`.
        public var vorbefuellung: XDFCode?
        /// An own list of values, or nil where there is none.
        public var werte: [Wert]?
        /// A code list.
        public var codelisteReferenz: CodelisteReferenz?
        /// The list's column with the code.
        public var codeKey: String?
        /// The list's column with the name.
        public var nameKey: String?
        /// The list's column with help.
        public var helpKey: String?
        /// Rules over the field.
        public var regel: [Regel] = []
        /// The greatest size of a file in bytes, as it stands.
        public var maxSize: String?
        /// The media types of a file.
        public var mediaType: [String] = []

        /// A field from its required parts.
        public init(_ angaben: Angaben, element: Elementangaben) {
            self.angaben = angaben
            self.element = element
        }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Angaben, T>) -> T {
            get { angaben[keyPath: path] }
            set { angaben[keyPath: path] = newValue }
        }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Elementangaben, T>) -> T {
            get { element[keyPath: path] }
            set { element[keyPath: path] = newValue }
        }
    }

    /// A place in a form: what stands there, how often, and why.
    public struct Struktur: Sendable, Hashable {
        /// How often, as it stands: nil when the element is missing, empty when it is empty.
        public var anzahl: String?
        /// The law for it.
        public var bezug: [Bezug] = []
        /// What stands there.
        public var element: Element
        /// Where it was read.
        public var quelle = XDFPosition()

        /// What can stand in a form.
        public indirect enum Element: Sendable, Hashable {
            /// A group.
            case datenfeldgruppe(Datenfeldgruppe)
            /// A field.
            case datenfeld(Datenfeld)
        }

        /// A place from its parts.
        public init(_ anzahl: String?, bezug: [Bezug] = [], _ element: Element) {
            self.anzahl = anzahl
            self.bezug = bezug
            self.element = element
        }

        /// How often, where it has the right form; else `1:1`.
        public var haeufigkeit: XDFAnzahl { anzahl.flatMap { XDFAnzahl($0) } ?? XDFAnzahl(1, 1) }

        /// The element's common part.
        public var angaben: Angaben {
            switch element {
            case .datenfeldgruppe(let group): group.angaben
            case .datenfeld(let field): field.angaben
            }
        }

        /// The element's labels and help.
        public var elementangaben: Elementangaben {
            switch element {
            case .datenfeldgruppe(let group): group.element
            case .datenfeld(let field): field.element
            }
        }
    }

    /// A rule.
    public struct Regel: Sendable, Hashable {
        /// Id and version.
        public var identifikation: XDFIdentifikation
        /// The name.
        public var name: String
        /// What it is for.
        public var beschreibung: String?
        /// The rule in words.
        public var freitextRegel: String?
        /// The laws it rests on.
        public var bezug: [Bezug] = []
        /// Keywords.
        public var stichwort: [Stichwort] = []
        /// Who made it.
        public var fachlicherErsteller: String?
        /// When it was changed last (xs:dateTime).
        public var letzteAenderung: String
        /// `K` complex, `M` multiplicity, `V` validation, `B` calculation.
        public var typ: XDFCode?
        /// What the rule reads, as it stands (names are known from the FIM converters only).
        public var param: [String] = []
        /// What the rule acts on, as it stands.
        public var ziel: [String] = []
        /// The rule as a script.
        public var skript: String?
        /// Error messages, as they stand.
        public var fehler: [String] = []
        /// Where it was read.
        public var quelle = XDFPosition()

        /// A rule from its required parts.
        public init(_ identifikation: XDFIdentifikation, name: String, letzteAenderung: String) {
            self.identifikation = identifikation
            self.name = name
            self.letzteAenderung = letzteAenderung
        }
    }

    /// A profile of documents.
    @dynamicMemberLookup
    public struct Dokumentsteckbrief: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// Whether it is abstract, as it stands.
        public var istAbstrakt: String?
        /// The kind of document.
        public var dokumentart: XDFCode?
        /// The title people see.
        public var bezeichnung: String
        /// Help.
        public var hilfetext: String?

        /// A profile from its required parts.
        public init(_ angaben: Angaben, bezeichnung: String) {
            self.angaben = angaben
            self.bezeichnung = bezeichnung
        }

        /// Reaches what the element has in common with others.
        public subscript<T>(dynamicMember path: WritableKeyPath<Angaben, T>) -> T {
            get { angaben[keyPath: path] }
            set { angaben[keyPath: path] = newValue }
        }
    }
}
