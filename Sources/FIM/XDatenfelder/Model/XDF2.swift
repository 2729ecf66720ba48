/// XDatenfelder 2.0: forms (Stammdatenschemata) and their parts.
public enum XDF2 {
    /// A message: head and one object.
    public struct Nachricht: Sendable, Hashable {
        /// The head.
        public var header: XDFHeader
        /// The object.
        public var inhalt: Inhalt

        /// What a message holds.
        public enum Inhalt: Sendable, Hashable {
            /// Message 0101; only the common part is modelled, as no example is at hand.
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

        /// The common part of the object at the top.
        public var angaben: Angaben {
            switch inhalt {
            case .dokumentsteckbrief(let profile): profile.angaben
            case .stammdatenschema(let schema): schema.angaben
            case .datenfeldgruppe(let group): group.angaben
            case .datenfeld(let field): field.angaben
            }
        }
    }

    /// What every element of the building kit has.
    public struct Angaben: Sendable, Hashable {
        /// Id and version.
        public var identifikation: XDFIdentifikation
        /// The name, for editors.
        public var name: String
        /// The label for input.
        public var bezeichnungEingabe: String?
        /// The label for output.
        public var bezeichnungAusgabe: String?
        /// What it is for.
        public var beschreibung: String?
        /// What it means; for a rule, the rule in words.
        public var definition: String?
        /// The laws it rests on, often several with `;` between.
        public var bezug: String?
        /// `inVorbereitung`, `aktiv`, `inaktiv`.
        public var status: XDFCode?
        /// From when it is valid (xs:date).
        public var gueltigAb: String?
        /// Until when it is valid (xs:date).
        public var gueltigBis: String?
        /// Who made it.
        public var fachlicherErsteller: String?
        /// What is new in this version.
        public var versionshinweis: String?
        /// When it was approved (xs:date).
        public var freigabedatum: String?
        /// When it was published (xs:date).
        public var veroeffentlichungsdatum: String?
        /// Where it was read.
        public var quelle = XDFPosition()

        /// The required parts; all else is empty.
        public init(_ identifikation: XDFIdentifikation, name: String) {
            self.identifikation = identifikation
            self.name = name
        }
    }

    /// A form.
    public struct Stammdatenschema: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// Help.
        public var hilfetext: String?
        /// How far its structure may be changed when it is derived.
        public var ableitungsmodifikationenStruktur: XDFCode?
        /// How far its presentation may be changed when it is derived.
        public var ableitungsmodifikationenRepraesentation: XDFCode?
        /// Rules over the form.
        public var regel: [Regel] = []
        /// What it holds.
        public var struktur: [Struktur] = []

        /// A form from its required parts.
        public init(_ angaben: Angaben) { self.angaben = angaben }
    }

    /// A group of fields.
    public struct Datenfeldgruppe: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// `ABS` abstract, `HAR` harmonised, `RNG` bound to a law.
        public var schemaelementart: XDFCode?
        /// Help for input.
        public var hilfetextEingabe: String?
        /// Help for output.
        public var hilfetextAusgabe: String?
        /// Rules over the group.
        public var regel: [Regel] = []
        /// What it holds.
        public var struktur: [Struktur] = []

        /// A group from its required parts.
        public init(_ angaben: Angaben) { self.angaben = angaben }
    }

    /// A reference to a code list, which travels as a file of its own.
    public struct CodelisteReferenz: Sendable, Hashable {
        /// The list's id in the building kit (`C…`).
        public var identifikation: XDFIdentifikation
        /// The list's URN.
        public var canonicalIdentification: String?
        /// The list's version.
        public var version: String?
        /// URN and version in one.
        public var canonicalVersionUri: String?

        /// A reference from its parts.
        public init(
            _ identifikation: XDFIdentifikation, canonicalIdentification: String? = nil, version: String? = nil,
            canonicalVersionUri: String? = nil
        ) {
            self.identifikation = identifikation
            self.canonicalIdentification = canonicalIdentification
            self.version = version
            self.canonicalVersionUri = canonicalVersionUri
        }
    }

    /// A field.
    public struct Datenfeld: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// `ABS` abstract, `HAR` harmonised, `RNG` bound to a law.
        public var schemaelementart: XDFCode?
        /// Help for input.
        public var hilfetextEingabe: String?
        /// Help for output.
        public var hilfetextAusgabe: String?
        /// `input`, `select`, `label`.
        public var feldart: XDFCode?
        /// `text`, `date`, `bool`, `num`, `num_int`, `num_currency`, `file`, `obj`.
        public var datentyp: XDFCode?
        /// Bounds, as the JSON text of the file.
        public var praezisierung: String?
        /// What is filled in at first, or the text of a label.
        public var inhalt: String?
        /// A code list.
        public var codelisteReferenz: CodelisteReferenz?
        /// Rules over the field.
        public var regel: [Regel] = []

        /// A field from its required parts.
        public init(_ angaben: Angaben) { self.angaben = angaben }
    }

    /// A place in a form: what stands there, how often, and why.
    public struct Struktur: Sendable, Hashable {
        /// How often, as it stands.
        public var anzahl: String?
        /// The law for it.
        public var bezug: String?
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
        public init(_ anzahl: String?, bezug: String? = nil, _ element: Element) {
            self.anzahl = anzahl
            self.bezug = bezug
            self.element = element
        }
    }

    /// A rule.
    public struct Regel: Sendable, Hashable {
        /// What every element has; `definition` is the rule in words.
        public var angaben: Angaben
        /// The rule as a script.
        public var script: String?

        /// A rule from its required parts.
        public init(_ angaben: Angaben) { self.angaben = angaben }
    }

    /// A profile of documents.
    public struct Dokumentsteckbrief: Sendable, Hashable {
        /// What every element has.
        public var angaben: Angaben
        /// Whether it is a reference profile, as it stands.
        public var isReferenz: String?
        /// The kind of document.
        public var dokumentart: XDFCode?
        /// Help.
        public var hilfetext: String?

        /// A profile from its required parts.
        public init(_ angaben: Angaben) { self.angaben = angaben }
    }
}
