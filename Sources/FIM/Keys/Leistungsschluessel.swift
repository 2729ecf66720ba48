import Findings

/// A Leistungsschlüssel: the key of a service of the administration.
///
/// A key of the LeiKa has fourteen digits and begins with 99: `99` + Leistungsgruppierung (3) + Leistungsobjekt (3) +
/// Verrichtung (3) + Verrichtungsdetail (3). Länder and municipalities also use keys of their own: fourteen digits that
/// begin otherwise, or an identifier that begins with a letter. They are accepted and marked as not of the LeiKa.
/// The keys have no check digit.
public struct Leistungsschluessel: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How far a key of the LeiKa narrows the service down (FIM-Baustein Leistungen).
    public enum Typ: String, Sendable, Hashable, CaseIterable {
        /// Leistungsobjekt: Verrichtung and detail are zero.
        case leistungsobjekt = "LO"
        /// Leistungsobjekt mit Verrichtung: the detail is zero.
        case leistungsobjektMitVerrichtung = "LOV"
        /// Leistungsobjekt mit Verrichtung und Detail.
        case leistungsobjektMitVerrichtungUndDetail = "LOVD"
    }

    /// The key.
    public let text: String

    /// Reads a key.
    ///
    /// - Throws: `KeyError` with code `leistungsschluessel` when the text is neither fourteen digits nor an identifier
    ///   of at most 64 ASCII letters, digits, `.`, `_` and `-` that begins with a letter.
    public init(_ text: String) throws(KeyError) {
        guard Self.hasDigitForm(text) || Self.isOwnIdentifier(text) else {
            throw KeyError(
                .leistungsschluessel, text,
                Message(
                    de: "„\(text)“ ist kein Leistungsschlüssel.", en: "“\(text)” is not a Leistungsschlüssel."),
                hint: Message(
                    de: """
                        Ein Leistungsschlüssel hat 14 Ziffern ohne Leerzeichen, im LeiKa beginnt er mit 99; eigene \
                        Schlüssel eines Landes oder einer Kommune beginnen mit einem Buchstaben.
                        """,
                    en: """
                        A Leistungsschlüssel has 14 digits without blanks, in the LeiKa it begins with 99; own keys of \
                        a Land or a municipality begin with a letter.
                        """))
        }
        self.text = text
    }

    private static func hasDigitForm(_ text: String) -> Bool { text.utf8.count == 14 && Digits.areAll(text) }

    private static func isOwnIdentifier(_ text: String) -> Bool {
        guard text.utf8.count <= 64, let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
        }
    }

    /// Whether this is a key of the LeiKa: fourteen digits that begin with 99.
    public var isLeiKa: Bool { Self.hasDigitForm(text) && text.hasPrefix("99") }

    /// How far the key narrows the service down; nil when it is not of the LeiKa.
    public var typ: Typ? {
        guard isLeiKa else { return nil }
        if Digits.areZero(text, 8..<14) { return .leistungsobjekt }
        return Digits.areZero(text, 11..<14)
            ? .leistungsobjektMitVerrichtung : .leistungsobjektMitVerrichtungUndDetail
    }

    /// The three digits of the Leistungsgruppierung; nil when the key is not of the LeiKa.
    public var leistungsgruppierung: String? { isLeiKa ? Digits.part(text, 2..<5) : nil }
    /// The three digits of the Leistungsobjekt; nil when the key is not of the LeiKa.
    public var leistungsobjekt: String? { isLeiKa ? Digits.part(text, 5..<8) : nil }
    /// The three digits of the Verrichtung; nil when the key is not of the LeiKa.
    public var verrichtung: String? { isLeiKa ? Digits.part(text, 8..<11) : nil }
    /// The three digits of the Verrichtungsdetail; nil when the key is not of the LeiKa.
    public var verrichtungsdetail: String? { isLeiKa ? Digits.part(text, 11..<14) : nil }

    /// The key of the next level above: of a LOVD its LOV, of a LOV its LO; nil otherwise.
    public var parent: Leistungsschluessel? {
        switch typ {
        case .leistungsobjektMitVerrichtungUndDetail:
            Leistungsschluessel(checked: Digits.part(text, 0..<11) + "000")
        case .leistungsobjektMitVerrichtung: Leistungsschluessel(checked: Digits.part(text, 0..<8) + "000000")
        case .leistungsobjekt, nil: nil
        }
    }

    /// What a LeiKa key's URN begins with (FIT-Connect, `publicServiceType.identifier`).
    public static let urnPrefix = "urn:de:fim:leika:leistung:"

    /// The key as a URN, `urn:de:fim:leika:leistung:` followed by the digits; nil when it is not of the LeiKa.
    public var urn: String? { isLeiKa ? Self.urnPrefix + text : nil }

    /// Reads the URN form of a LeiKa key.
    ///
    /// - Throws: `KeyError` with code `leistungsschluessel` when the text is not the URN of a LeiKa key.
    public init(urn: String) throws(KeyError) {
        let key = urn.hasPrefix(Self.urnPrefix) ? String(urn.dropFirst(Self.urnPrefix.count)) : ""
        guard Self.hasDigitForm(key), key.hasPrefix("99") else {
            throw KeyError(
                .leistungsschluessel, urn,
                Message(
                    de: "„\(urn)“ ist nicht die URN eines Leistungsschlüssels des LeiKa.",
                    en: "“\(urn)” is not the URN of a LeiKa key."),
                hint: Message(
                    de: "Erwartet wird \(Self.urnPrefix) und danach 14 Ziffern, die mit 99 beginnen.",
                    en: "Expected is \(Self.urnPrefix) followed by 14 digits that begin with 99."))
        }
        text = key
    }

    /// The text form.
    public var description: String { text }

    /// Whether the left one sorts before the right one.
    public static func < (left: Leistungsschluessel, right: Leistungsschluessel) -> Bool { left.text < right.text }

    private init(checked text: String) { self.text = text }
}
