import FIM
import Findings

/// The declaration of something that a municipality sets (DP section 6).
public struct ParameterDeklaration: Sendable, Hashable {
    /// The level on which a value is set. The narrower level wins.
    public enum Ebene: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// A state.
        case land
        /// A district or a city that is none's.
        case kreis
        /// A municipality.
        case kommune
        /// A unit of a municipality.
        case organisationseinheit
        /// This service in this municipality.
        case dienst

        /// The wider level comes first.
        public static func < (left: Ebene, right: Ebene) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Where the value is read at run time.
    public enum Quelle: String, Sendable, Hashable, Codable, CaseIterable {
        /// The Portalverbund Online-Gateway.
        case pvog
        /// The Deutsches Verwaltungsdiensteverzeichnis.
        case dvdv
        /// The portal profile.
        case lokal
    }

    /// The technical name, unique in the package.
    public var name: String
    /// The type of its values.
    public var typ: ParameterTyp
    /// The level on which it is usually set.
    public var ebene: Ebene
    /// Whether the service cannot go live without a value.
    public var pflicht: Bool
    /// Whether its value is a secret, of which only a reference is ever written.
    public var geheim: Bool
    /// Where the value is read at run time.
    public var quelle: Quelle
    /// The list that holds the codes of a `code`, with or without version.
    public var codeliste: String?
    /// Its name for people per language.
    public var bezeichnung: MehrsprachigerText
    /// What it means per language.
    public var beschreibung: MehrsprachigerText
    /// The value that holds as long as the municipality sets none.
    public var vorgabe: String?

    /// A declaration from its parts.
    public init(
        name: String, typ: ParameterTyp, ebene: Ebene, pflicht: Bool, geheim: Bool = false, quelle: Quelle = .lokal,
        codeliste: String? = nil, bezeichnung: MehrsprachigerText,
        beschreibung: MehrsprachigerText = MehrsprachigerText(), vorgabe: String? = nil
    ) {
        self.name = name
        self.typ = typ
        self.ebene = ebene
        self.pflicht = pflicht
        self.geheim = geheim
        self.quelle = quelle
        self.codeliste = codeliste
        self.bezeichnung = bezeichnung
        self.beschreibung = beschreibung
        self.vorgabe = vorgabe
    }
}

/// The type of a parameter's values (DP section 6).
public enum ParameterTyp: String, Sendable, Hashable, Codable, CaseIterable {
    /// Text, not empty, at most 4000 characters.
    case text
    /// A whole number of 64 bits.
    case integer
    /// `true` or `false`.
    case boolean
    /// A day that exists, `JJJJ-MM-TT`.
    case date
    /// An address with `http:` or `https:`.
    case url
    /// An e-mail address.
    case email
    /// An Amtlicher Regionalschlüssel of twelve digits.
    case ars
    /// A key of the DVDV, `präfix:kennung`.
    case dvdv
    /// A code of the list that the declaration names.
    case code
    /// Euros with a point and exactly two decimals.
    case amount
    /// A reference to a secret.
    case secret

    /// What a value of this type looks like when `value` is not one, else nil. Whether a code is in its list is not
    /// decided here.
    public func expectation(for value: String) -> Message? {
        switch self {
        case .text where !value.contains(where: { !$0.isWhitespace }) || value.count > 4_000:
            Message(
                de: "nicht leerer Text mit höchstens 4000 Zeichen", en: "text, not empty, of at most 4000 characters")
        case .integer where !Self.isInteger(value):
            Message(de: "eine ganze Zahl wie 12", en: "a whole number such as 12")
        case .boolean where value != "true" && value != "false":
            Message(de: "true oder false", en: "true or false")
        case .date where !Self.isDate(value):
            Message(de: "ein Datum wie 2026-12-31, das es gibt", en: "an existing date such as 2026-12-31")
        case .url where !Self.isWebAddress(value):
            Message(de: "eine Adresse mit https:// oder http://", en: "an address with https:// or http://")
        case .email where !Self.isEmail(value):
            Message(
                de: "eine E-Mail-Adresse wie amt@stadt.example", en: "an e-mail address such as office@town.example")
        case .ars where (try? ARS(value)) == nil:
            Message(
                de: "ein Amtlicher Regionalschlüssel aus zwölf Ziffern",
                en: "an Amtlicher Regionalschlüssel of twelve digits")
        case .dvdv where (try? DVDVSchluessel(value)) == nil:
            Message(de: "ein DVDV-Schlüssel wie ags:05974040", en: "a key of the DVDV such as ags:05974040")
        case .code where value.isEmpty || value.contains(where: \.isWhitespace):
            Message(de: "ein Code der genannten Codeliste", en: "a code of the list that is named")
        case .amount where !Self.isAmount(value):
            Message(
                de: "ein Betrag in Euro mit Punkt und zwei Nachkommastellen wie 96.00",
                en: "an amount in euros with a point and two decimals such as 96.00")
        case .secret where !SecretReference.isValid(value):
            Message(
                de: "ein Verweis auf ein Geheimnis wie env:NAME oder vault:pfad/eintrag#feld, nie das Geheimnis selbst",
                en: "a reference to a secret such as env:NAME or vault:path/entry#field, never the secret itself")
        default: nil
        }
    }

    private static func areDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isInteger(_ value: String) -> Bool {
        areDigits(value.hasPrefix("-") ? value.dropFirst() : value[...]) && Int64(value) != nil
    }

    private static func isAmount(_ value: String) -> Bool {
        let parts = (value.hasPrefix("-") ? value.dropFirst() : value[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && areDigits(parts[0]) && areDigits(parts[1]) && parts[1].count == 2
    }

    static func isDate(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ areDigits($0) }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return (1...days).contains(day)
    }

    static func isWebAddress(_ value: String) -> Bool {
        let lower = value.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
        let rest = value.dropFirst(scheme.count)
        return !rest.isEmpty && !rest.hasPrefix("/") && !value.contains(where: \.isWhitespace)
    }

    private static func isEmail(_ value: String) -> Bool {
        let parts = value.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, value.count <= 254 else { return false }
        guard !value.contains(where: { $0.isWhitespace || "<>,;".contains($0) }) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }
}

/// References to secrets: `env:NAME`, `vault:path/entry#field`, `file:/run/secrets/name`. The secret itself is in no
/// file of this project (PP `SecretRefType`).
enum SecretReference {
    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 250 else { return false }
        if text.hasPrefix("env:") {
            let name = text.dropFirst(4)
            guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return false }
            return name.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        }
        if text.hasPrefix("vault:") {
            let parts = text.dropFirst(6).split(separator: "#", omittingEmptySubsequences: false)
            guard parts.count == 2, isName(parts[1], extra: "") else { return false }
            let path = parts[0].split(separator: "/", omittingEmptySubsequences: false)
            return path.count >= 2 && path.allSatisfy { isName($0, extra: "") }
        }
        if text.hasPrefix("file:/run/secrets/") {
            let labels = text.dropFirst("file:/run/secrets/".count).split(
                separator: ".", omittingEmptySubsequences: false)
            return labels.allSatisfy { isName($0, extra: "") }
        }
        return false
    }

    private static func isName(_ text: Substring, extra: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "_-".unicodeScalars.contains(scalar))
            }
    }
}
