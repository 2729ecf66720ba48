import Findings
import XMLCore

/// One of the official quality messages for forms.
public struct QualityMessage: Sendable, Hashable {
    /// The number, 1001 to 1144; the finding's id is `xdf.` and the number.
    public let number: Int
    /// Its official weight.
    public let gewicht: Gewicht
    /// Whether the check raises it.
    public let coverage: Coverage
    /// A short text of this library.
    public let text: Message

    /// The official weights.
    public enum Gewicht: String, Sendable, Hashable, CaseIterable {
        /// `FehlerKritisch`.
        case kritisch = "FehlerKritisch"
        /// `FehlerMethodisch`.
        case methodisch = "FehlerMethodisch"
        /// `Warnung`.
        case warnung = "Warnung"
        /// `Hinweis`.
        case hinweis = "Hinweis"
        /// `Deaktiviert`: never raised.
        case deaktiviert = "Deaktiviert"

        /// The weight of a finding.
        public var severity: Severity {
            switch self {
            case .kritisch, .methodisch: .error
            case .warnung: .warning
            case .hinweis, .deaktiviert: .hint
            }
        }
    }

    /// Whether the check raises a message.
    public enum Coverage: String, Sendable, Hashable, CaseIterable {
        /// It does.
        case implemented
        /// It does where the code list is at hand.
        case needsCodeList
        /// It does not, as that needs the network.
        case needsNetwork
        /// It is switched off in the list, or is not about a single file of 3.0.0.
        case notApplicable
    }

    init(_ number: Int, _ gewicht: Gewicht, _ coverage: Coverage, _ de: String, _ en: String) {
        self.number = number
        self.gewicht = gewicht
        self.coverage = coverage
        text = Message(de: MessageText(de), en: MessageText(en))
    }

    /// All messages, by number.
    public static var all: [QualityMessage] { catalogue }
}

/// The official texts and weights, read from the list's genericode file (`xdfm_1.8`).
public struct QualityMessageList: Sendable, Hashable {
    /// One entry of the list.
    public struct Entry: Sendable, Hashable {
        /// The official weight as the list says it.
        public var typ: String
        /// The official text.
        public var text: String
        /// The official help, if there is any.
        public var hilfe: String?
    }

    /// The entries by number.
    public var entries: [Int: Entry]
    /// The list's version.
    public var version: String?

    /// Reads the list: genericode with the columns `Code`, `Typ`, `Meldungstext`, `Meldungshilfe`.
    ///
    /// - Throws: `XDFError` when it is not well-formed or has no such rows.
    public init(bytes: [UInt8], name: String? = nil) throws(XDFError) {
        let tree: XMLTree
        do {
            tree = try XMLTree(bytes: bytes, name: name)
        } catch {
            throw XDFError(.notReadable, at: error.location, error.message, hint: error.hint)
        }
        entries = [:]
        version = tree.root.first(local: "Identification")?.first(local: "Version")?.text.trimmedXML
        for row in tree.root.first(local: "SimpleCodeList")?.all(local: "Row") ?? [] {
            var values: [String: String] = [:]
            for value in row.all(local: "Value") {
                values[value["ColumnRef"] ?? ""] = value.text.trimmedXML
            }
            guard let number = values["Code"].flatMap({ Int($0) }), let text = values["Meldungstext"] else { continue }
            let help = values["Meldungshilfe"] ?? ""
            entries[number] = Entry(typ: values["Typ"] ?? "", text: text, hilfe: help.isEmpty ? nil : help)
        }
        guard !entries.isEmpty else {
            throw XDFError(
                .notReadable, at: Location(file: name),
                Message(
                    de: "Die Datei ist keine Liste von Qualitätsmeldungen: es fehlen Zeilen mit Code und Meldungstext.",
                    en: "The file is no list of quality messages: rows with Code and Meldungstext are missing."))
        }
    }
}
