/// A rule whose text was understood to its last word: statements about elements of a form, all of which hold.
///
/// The free text of a rule is German and has no formal grammar. What is here is what texts of the common forms say
/// (`Documentation/Formate/XDatenfelder.md`, Regeln); a text that says anything else has no `Regelform`.
public struct Regelform: Sendable, Hashable {
    /// The statements, in the order of the text.
    public var aussagen: [Aussage]

    /// A rule from its statements.
    public init(aussagen: [Aussage]) { self.aussagen = aussagen }

    /// A statement: under a condition something holds.
    public struct Aussage: Sendable, Hashable {
        /// When it holds; nil for always.
        public var bedingung: Bedingung?
        /// What holds.
        public var folge: Folge

        /// A statement from its parts.
        public init(bedingung: Bedingung? = nil, folge: Folge) {
            self.bedingung = bedingung
            self.folge = folge
        }
    }

    /// An element that a rule names.
    public struct Verweis: Sendable, Hashable {
        /// The ids as they stand, from the outer to the inner element: `G05000000001.F05000000003`.
        public var ids: [String]
        /// The version that stands behind the last id, which official message 1019 forbids.
        public var version: String?
        /// The element's name, as the text quotes it behind the id.
        public var name: String?
        /// The names of the elements from the rule's holder down to this one, as derived schemas have them; empty as
        /// long as the reference is not resolved.
        public var pfad: [String] = []

        /// A reference from its parts.
        public init(ids: [String], version: String? = nil, name: String? = nil) {
            self.ids = ids
            self.version = version
            self.name = name
        }
    }

    /// A value that a text names. Which kind it is follows from the element it is compared with.
    public enum Wert: Sendable, Hashable {
        /// A code, with its name where the text has it.
        case code(String, bezeichnung: String?)
        /// A text.
        case text(String)
        /// A number, with a decimal point.
        case zahl(String)
        /// A date (xs:date) or time (xs:time).
        case zeit(String)
        /// Yes or no.
        case wahrheit(Bool)
    }

    /// How two values are compared.
    public enum Vergleich: String, Sendable, Hashable {
        /// The same.
        case gleich = "="
        /// Another.
        case ungleich = "≠"
        /// Less, or before.
        case kleiner = "<"
        /// Less or the same.
        case kleinerGleich = "≤"
        /// Greater, or after.
        case groesser = ">"
        /// Greater or the same.
        case groesserGleich = "≥"

        /// What holds exactly when this does not.
        var umkehrung: Vergleich {
            switch self {
            case .gleich: .ungleich
            case .ungleich: .gleich
            case .kleiner: .groesserGleich
            case .kleinerGleich: .groesser
            case .groesser: .kleinerGleich
            case .groesserGleich: .kleiner
            }
        }

        /// Whether the comparison asks for an order.
        var istOrdnung: Bool { self != .gleich && self != .ungleich }
    }

    /// What an element is compared with.
    public enum Operand: Sendable, Hashable {
        /// A value.
        case wert(Wert)
        /// The value of another element.
        case element(Verweis)
    }

    /// When a statement holds. A comparison holds only where both sides are filled in.
    public indirect enum Bedingung: Sendable, Hashable {
        /// The element is filled in; of a group, something in it.
        case befuellt(Verweis)
        /// The element is not filled in.
        case leer(Verweis)
        /// The element's value compares so.
        case vergleich(Verweis, Vergleich, Operand)
        /// All of them hold.
        case alle([Bedingung])
        /// At least one of them holds.
        case eine([Bedingung])
        /// It does not hold (`sonst`).
        case nichtErfuellt(Bedingung)
    }

    /// What holds.
    public enum Folge: Sendable, Hashable {
        /// All of them are filled in.
        case erforderlich([Verweis])
        /// None of them is filled in.
        case unzulaessig([Verweis])
        /// Exactly one of them is filled in.
        case genauEines([Verweis])
        /// At least one of them is filled in.
        case mindestensEines([Verweis])
        /// At most one of them is filled in.
        case hoechstensEines([Verweis])
        /// Where both sides are filled in, they compare so.
        case vergleich(Verweis, Vergleich, Operand)
        /// They are filled in only where the condition holds.
        case nurWenn([Verweis], Bedingung)
        /// They are shown, or may be filled in: nothing that data could break.
        case zulaessig([Verweis])

        /// Whether data can break it.
        var bindet: Bool { if case .zulaessig = self { false } else { true } }
    }
}

extension Regelform.Bedingung {
    /// The elements it names, in the order of the text.
    var verweise: [Regelform.Verweis] {
        switch self {
        case .befuellt(let element), .leer(let element): [element]
        case .vergleich(let element, _, .element(let other)): [element, other]
        case .vergleich(let element, _, .wert): [element]
        case .alle(let parts), .eine(let parts): parts.flatMap(\.verweise)
        case .nichtErfuellt(let inner): inner.verweise
        }
    }
}

extension Regelform.Folge {
    /// The elements it names, in the order of the text.
    var verweise: [Regelform.Verweis] {
        switch self {
        case .erforderlich(let elements), .unzulaessig(let elements), .genauEines(let elements),
            .mindestensEines(let elements), .hoechstensEines(let elements), .zulaessig(let elements):
            elements
        case .vergleich(let element, _, .element(let other)): [element, other]
        case .vergleich(let element, _, .wert): [element]
        case .nurWenn(let elements, let condition): elements + condition.verweise
        }
    }
}

extension Regelform.Aussage {
    /// The elements it names.
    var verweise: [Regelform.Verweis] { (bedingung?.verweise ?? []) + folge.verweise }
}
