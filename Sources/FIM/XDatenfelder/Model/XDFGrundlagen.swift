import XMLCore

/// The versions of XDatenfelder that this library reads.
public enum XDFVersion: String, Sendable, Hashable, CaseIterable {
    /// XDatenfelder 2.0.
    case v2 = "2.0"
    /// XDatenfelder 3.0.0.
    case v3 = "3.0.0"

    /// The namespace of the version's elements.
    public var namespace: String {
        switch self {
        case .v2: "urn:xoev-de:fim:standard:xdatenfelder_2"
        case .v3: "urn:xoev-de:fim:standard:xdatenfelder_3.0.0"
        }
    }
}

/// The four messages of XDatenfelder; the same in 2.0 and 3.0.0.
public enum XDFNachrichtenart: String, Sendable, Hashable, CaseIterable {
    /// A profile of documents.
    case dokumentsteckbrief = "xdatenfelder.dokumentsteckbrief.0101"
    /// A form.
    case stammdatenschema = "xdatenfelder.stammdatenschema.0102"
    /// A group of fields.
    case datenfeldgruppe = "xdatenfelder.datenfeldgruppe.0103"
    /// A field.
    case datenfeld = "xdatenfelder.datenfeld.0104"
}

/// Where something was read. It takes no part in comparisons: two forms are equal wherever they stood in their files.
public struct XDFPosition: Sendable, Hashable {
    /// Line and column, or nil for what was not read from a file.
    public var position: XMLPosition?
    /// The element path.
    public var path: String

    /// A place in a file.
    public init(_ position: XMLPosition? = nil, path: String = "") {
        self.position = position
        self.path = path
    }

    /// Places are always equal.
    public static func == (left: Self, right: Self) -> Bool { true }

    /// Adds nothing: places take no part in equality.
    public func hash(into hasher: inout Hasher) {}
}

/// The id and version of an element of the FIM building kit. Its identity is both.
public struct XDFIdentifikation: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The id: letter, two digits of the Hauptnummernkreis, in 3.0.0 three of the Unternummernkreis, six digits.
    public var id: String
    /// The version (`x.y` in 2.0, `x.y.z` in 3.0.0), or nil for a working copy.
    public var version: String?

    /// An identification from its parts.
    public init(_ id: String, version: String? = nil) {
        self.id = id
        self.version = version
    }

    /// `F05000000001V1.0.0`, as derived schemas name it.
    public var description: String { id + (version.map { "V" + $0 } ?? "") }

    /// The order for lists.
    public static func < (left: Self, right: Self) -> Bool {
        (left.id, left.version ?? "") < (right.id, right.version ?? "")
    }

    /// The two digits of the Hauptnummernkreis, if the id has them. `60` is the FIM building kit itself.
    public var nummernkreis: String? {
        let digits = id.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy(\.isASCIIDigit) ? String(digits) : nil
    }

    /// Whether the id has the form of a version: in 3.0.0 letter and 11 digits, in 2.0 letter and 8 digits.
    public func hasForm(of version: XDFVersion, letters: String) -> Bool {
        guard let letter = id.first, letters.contains(letter) else { return false }
        let digits = id.dropFirst()
        return digits.count == (version == .v3 ? 11 : 8) && digits.allSatisfy(\.isASCIIDigit)
    }
}

/// How often something occurs, `min:max`, where max may be `*`.
public struct XDFAnzahl: Sendable, Hashable, CustomStringConvertible {
    /// At least so often.
    public var min: Int
    /// At most so often, or nil for any number.
    public var max: Int?

    /// A multiplicity from its bounds.
    public init(_ min: Int, _ max: Int?) {
        self.min = min
        self.max = max
    }

    /// The multiplicity that a text says, or nil when it has not the form `\d+:(\d+|*)`.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isASCIIDigit), let min = Int(parts[0]) else {
            return nil
        }
        if parts[1] == "*" {
            self.init(min, nil)
        } else {
            guard !parts[1].isEmpty, parts[1].allSatisfy(\.isASCIIDigit), let max = Int(parts[1]) else { return nil }
            self.init(min, max)
        }
    }

    /// The text for people.
    public var description: String { "\(min):\(max.map(String.init) ?? "*")" }
}

/// The head of a message.
public struct XDFHeader: Sendable, Hashable {
    /// The message's id.
    public var nachrichtID: String
    /// When it was made (xs:dateTime).
    public var erstellungszeitpunkt: String
    /// The message it answers.
    public var referenzID: String?

    /// A head from its parts.
    public init(nachrichtID: String, erstellungszeitpunkt: String, referenzID: String? = nil) {
        self.nachrichtID = nachrichtID
        self.erstellungszeitpunkt = erstellungszeitpunkt
        self.referenzID = referenzID
    }
}

/// A code as it stands, with its list: an unknown one is kept, so that it can be reported and written back.
public struct XDFCode: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The code.
    public var code: String
    /// The list's URI, as the file says it.
    public var listURI: String?
    /// The list's version, as the file says it.
    public var listVersionID: String?

    /// A code from its parts.
    public init(_ code: String, listURI: String? = nil, listVersionID: String? = nil) {
        self.code = code
        self.listURI = listURI
        self.listVersionID = listVersionID
    }

    /// A code without its list.
    public init(stringLiteral value: String) { self.init(value) }
}

/// The code lists that XDatenfelder uses, with the codes that are known.
public struct XDFCodelist: Sendable, Hashable {
    /// The list's URI.
    public let uri: String
    /// The version that is written.
    public let version: String
    /// The codes.
    public let codes: [String]

    static let status = XDFCodelist(
        uri: "urn:xoev-de:xprozess:codeliste:status", version: "2020-03-19",
        codes: ["1", "2", "3", "4", "5", "6", "7", "8"])
    static let schemaelementart = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart", version: "1.0", codes: ["ABS", "HAR", "RNG"])
    static let feldart = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.feldart", version: "2.0",
        codes: ["input", "select", "label", "hidden", "locked"])
    static let datentyp = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp", version: "2.0",
        codes: [
            "text", "text_latin", "date", "time", "datetime", "bool", "num", "num_int", "num_currency", "file", "obj",
        ])
    static let vorbefuellung = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung", version: "1.0",
        codes: ["keine", "optional", "verpflichtend"])
    static let gruppenart = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.gruppenart", version: "1.0", codes: ["X"])
    static let regeltyp = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp", version: "1.0", codes: ["K", "M", "V", "B"])
    static let relation = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.relation", version: "1.1", codes: ["ABL", "ERS", "EQU", "VKN"])
    static let dokumentart = XDFCodelist(
        uri: "urn:xoev-de:fim-datenfelder:codeliste:dokumentart", version: "2022-01-01",
        codes: (1...14).map { ($0 < 10 ? "00" : "0") + String($0) } + ["999"])
    static let ableitungStruktur = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur", version: "1.0",
        codes: ["0", "1", "2", "3"])
    static let ableitungRepraesentation = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation", version: "1.0",
        codes: ["0", "1"])
    static let status2 = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.status", version: "1.0",
        codes: ["inVorbereitung", "aktiv", "inaktiv"])
    static let feldart2 = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.feldart", version: "1.0", codes: ["input", "select", "label"])
    static let datentyp2 = XDFCodelist(
        uri: "urn:xoev-de:fim:codeliste:xdatenfelder.datentyp", version: "1.0",
        codes: ["text", "date", "bool", "num", "num_int", "num_currency", "file", "obj"])

    /// A code of this list, with the list's address.
    func code(_ code: String) -> XDFCode { XDFCode(code, listURI: uri, listVersionID: version) }
}
