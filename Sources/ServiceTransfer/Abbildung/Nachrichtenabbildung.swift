import Findings
import XMLCore

/// How the entries of a form (XDatenfelder) become a message of an XÖV standard: rules as data
/// (`Documentation/Formate/Abbildung.md`, schema `Schemas/abbildung/1.0`).
///
/// Read it with ``read(_:)``, check it against form and schemas with ``MappingCheck``, run it with ``MessageMapper``.
public struct Nachrichtenabbildung: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:abbildung:1.0"
    /// The version of the format that is read.
    public static let formatVersion = "1.0"
    /// How the table of contents of a package names the standard of a part that is a mapping.
    public static let standard = "urn:swift-xoev:abbildung"

    /// The mapping's identifier.
    public var kennung: String
    /// The mapping's version, as written.
    public var version: String
    /// Its name, by language.
    public var bezeichnung: MehrsprachigerText
    /// The id of the form it reads, such as `S05999000100`.
    public var formular: String
    /// The version of the form, where the mapping insists on one.
    public var formularVersion: String?
    /// The root element of the message it writes.
    public var nachricht: XMLName
    /// The tables for codes.
    public var uebersetzungen: [Uebersetzung]
    /// The rules, in the order of the file.
    public var regeln: [Regel]
    /// The prefixes that the file declares, for the message: prefix and namespace, in their order.
    public var praefixe: [XMLNamespaceDeclaration]
    /// The file, as findings call it.
    public var datei: String?

    /// A table that translates codes of the form into codes of the message.
    public struct Uebersetzung: Sendable, Hashable {
        /// Its name in the mapping.
        public var id: String
        /// Pairs of codes in the order of the file.
        public var eintraege: [Eintrag]
        /// What every other code becomes.
        public var sonst: String?
        /// Whether other codes stay what they are.
        public var istIdentisch: Bool
        /// Where it stands.
        public var ort: Location

        /// A row of the table.
        public struct Eintrag: Sendable, Hashable {
            /// The code in the form.
            public var von: String
            /// The code in the message.
            public var nach: String
            /// Where it stands.
            public var ort: Location
        }

        /// What a code becomes, or nil when the table does not say.
        public func ziel(_ code: String) -> String? {
            eintraege.first { $0.von == code }?.nach ?? (istIdentisch ? code : sonst)
        }
    }

    /// A path through the form: ids of groups and fields.
    public struct Quellpfad: Sendable, Hashable, CustomStringConvertible {
        /// Whether it starts at the form and not at the occurrence around.
        public var istAbsolut: Bool
        /// The ids; none for the occurrence itself.
        public var ids: [String]

        /// The path as it is written.
        public var description: String { ids.isEmpty ? "." : (istAbsolut ? "/" : "") + ids.joined(separator: "/") }
    }

    /// A path in the message: elements, and at its end perhaps an attribute.
    public struct Zielpfad: Sendable, Hashable, CustomStringConvertible {
        /// The elements, from the element around.
        public var elemente: [XMLName]
        /// The attribute at the end.
        public var attribut: XMLName?
        /// The path as it is written.
        public var description: String
    }

    /// What goes to a code of types 3 and 4 besides the code.
    public struct Codeangabe: Sendable, Hashable {
        /// The list's URN.
        public var liste: String?
        /// The list's version.
        public var version: String?
        /// The parameter whose value names both: `URN_VERSION`.
        public var parameter: String?
    }

    /// What happens to a value on its way.
    public enum Umwandlung: String, Sendable, Hashable, CaseIterable {
        case ohneLeerzeichen, gross, klein

        /// The value after it.
        public func callAsFunction(_ text: String) -> String {
            switch self {
            case .ohneLeerzeichen: String(text.filter { !$0.isWhitespace })
            case .gross: text.uppercased()
            case .klein: text.lowercased()
            }
        }
    }

    /// A piece of a text that is put together.
    public enum Textteil: Sendable, Hashable {
        case text(String)
        case feld(Quellpfad)
        case parameter(String)
    }

    /// What arises when the message is made.
    public enum Laufwert: String, Sendable, Hashable, CaseIterable {
        case uuid, zeitpunkt, datum, nummer
    }

    /// When the rules inside hold.
    public enum Bedingung: Sendable, Hashable {
        case vorhanden, fehlt
        case gleich([String])
    }

    /// One rule.
    public struct Regel: Sendable, Hashable {
        /// What it does.
        public indirect enum Art: Sendable, Hashable {
            case feld(Quellpfad, vorgabe: String?, uebersetzung: String?, umwandlung: Umwandlung?, trenner: String?)
            case konstante(String)
            case parameter(String, vorgabe: String?)
            case laufwert(Laufwert, vorsatz: String)
            case text([Textteil])
            case gruppe(Quellpfad?, typ: XMLName?, [Regel])
            case wenn(Quellpfad, Bedingung, [Regel])
        }

        /// What it does.
        public var art: Art
        /// Where its value goes; nil for a condition, and for a group that makes no element.
        public var ziel: Zielpfad?
        /// List and version, where the target is a code.
        public var code: Codeangabe
        /// Where it stands.
        public var ort: Location
    }

    /// A table by its name.
    public func uebersetzung(_ id: String) -> Uebersetzung? { uebersetzungen.first { $0.id == id } }

    /// The names of the parameters that the rules use, sorted, each once.
    public var parameternamen: [String] {
        var names: Set<String> = []
        func visit(_ rules: [Regel]) {
            for rule in rules {
                if let name = rule.code.parameter { names.insert(name) }
                switch rule.art {
                case .parameter(let name, _): names.insert(name)
                case .text(let parts):
                    for case .parameter(let name) in parts { names.insert(name) }
                case .gruppe(_, _, let inner), .wenn(_, _, let inner): visit(inner)
                case .feld, .konstante, .laufwert: break
                }
            }
        }
        visit(regeln)
        return names.sorted()
    }
}
