import Findings

/// An Amtlicher Regionalschlüssel: twelve digits `LL R KK VVVV GGG` for Land, Regierungsbezirk, Kreis, Gemeindeverband
/// and Gemeinde (Statistisches Bundesamt; code list `urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs`).
///
/// The form is checked, not the existence: that only the code list of a date can tell. Areas above the Gemeinde are
/// written with zeros to twelve digits, as portals do (`050000000000` for Nordrhein-Westfalen).
public struct ARS: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The level of the administration an ARS stands for.
    public enum Ebene: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// All of Germany: twelve zeros.
        case bund
        /// A Land.
        case land
        /// A Regierungsbezirk.
        case regierungsbezirk
        /// A Kreis or a kreisfreie Stadt, which is Kreis and Gemeinde in one.
        case kreis
        /// A Gemeindeverband such as an Amt or a Verbandsgemeinde.
        case gemeindeverband
        /// A Gemeinde.
        case gemeinde

        /// Whether the left one sorts before the right one.
        public static func < (left: Ebene, right: Ebene) -> Bool { left.rawValue < right.rawValue }

        var significantDigits: Int {
            switch self {
            case .bund: 0
            case .land: 2
            case .regierungsbezirk: 3
            case .kreis: 5
            case .gemeindeverband: 9
            case .gemeinde: 12
            }
        }
    }

    /// How a Gemeinde stands to a Gemeindeverband, told by the sixth digit.
    public enum Verbandszugehoerigkeit: Sendable, Hashable {
        /// `0`: the Gemeinde administers itself.
        case verbandsfrei
        /// `5`: the Gemeinde belongs to a Gemeindeverband.
        case verbandsangehoerig
        /// `9`: a gemeindefreies Gebiet.
        case gemeindefrei
    }

    /// The twelve digits.
    public let text: String

    /// Reads twelve digits.
    ///
    /// - Throws: `KeyError` with code `ars` when the text is anything but twelve digits, names a Land beyond 16 or has
    ///   a sixth digit other than 0, 5 or 9.
    public init(_ text: String) throws(KeyError) {
        guard text.utf8.count == 12, Digits.areAll(text) else {
            throw Self.error(
                text,
                Message(
                    de: "Der Regionalschlüssel „\(text)“ hat nicht zwölf Ziffern.",
                    en: "The Regionalschlüssel “\(text)” does not have twelve digits."))
        }
        let land = text.prefix(2)
        guard land <= "16" else {
            throw Self.error(
                text,
                Message(
                    de: "Der Regionalschlüssel „\(text)“ nennt das Land \(land), das es nicht gibt.",
                    en: "The Regionalschlüssel “\(text)” names Land \(land), which does not exist."))
        }
        guard land != "00" || Digits.areZero(text, 0..<12) else {
            throw Self.error(
                text,
                Message(
                    de: "Der Regionalschlüssel „\(text)“ nennt kein Land, aber ein Gebiet darin.",
                    en: "The Regionalschlüssel “\(text)” names no Land but an area within one."))
        }
        guard "059".contains(Digits.part(text, 5..<6)) else {
            throw Self.error(
                text,
                Message(
                    de: "Die sechste Ziffer des Regionalschlüssels „\(text)“ ist weder 0 noch 5 noch 9.",
                    en: "The sixth digit of the Regionalschlüssel “\(text)” is none of 0, 5 and 9."))
        }
        self.text = text
    }

    private static func error(_ text: String, _ message: Message) -> KeyError {
        KeyError(
            .ars, text, message,
            hint: Message(
                de: """
                    Ein Regionalschlüssel besteht aus Land (01–16), Regierungsbezirk (1), Kreis (2), \
                    Gemeindeverband (4) und Gemeinde (3), etwa 057740032032 für Paderborn.
                    """,
                en: """
                    A Regionalschlüssel consists of Land (01–16), Regierungsbezirk (1), Kreis (2), \
                    Gemeindeverband (4) and Gemeinde (3), such as 057740032032 for Paderborn.
                    """))
    }

    /// The two digits of the Land.
    public var land: String { Digits.part(text, 0..<2) }
    /// The digit of the Regierungsbezirk, `0` where there is none.
    public var regierungsbezirk: String { Digits.part(text, 2..<3) }
    /// The two digits of the Kreis.
    public var kreis: String { Digits.part(text, 3..<5) }
    /// The four digits of the Gemeindeverband.
    public var gemeindeverband: String { Digits.part(text, 5..<9) }
    /// The three digits of the Gemeinde.
    public var gemeinde: String { Digits.part(text, 9..<12) }

    /// How the Gemeinde stands to a Gemeindeverband.
    public var verbandszugehoerigkeit: Verbandszugehoerigkeit {
        switch Digits.part(text, 5..<6) {
        case "5": .verbandsangehoerig
        case "9": .gemeindefrei
        default: .verbandsfrei
        }
    }

    /// The lowest level that the digits name. A kreisfreie Stadt is `kreis`, for its ARS is that of its Kreis; the
    /// Länder that are one Gemeinde (`020000000000` Hamburg) are `land`.
    public var ebene: Ebene {
        if !Digits.areZero(text, 9..<12) { return .gemeinde }
        if !Digits.areZero(text, 5..<9) { return .gemeindeverband }
        if !Digits.areZero(text, 3..<5) { return .kreis }
        if !Digits.areZero(text, 2..<3) { return .regierungsbezirk }
        return Digits.areZero(text, 0..<2) ? .bund : .land
    }

    /// The area of the next level above, with zeros to twelve digits: of a Gemeinde its Gemeindeverband if it belongs
    /// to one, else its Kreis; nil for the Bund.
    public var parent: ARS? {
        switch ebene {
        case .gemeinde where verbandszugehoerigkeit == .verbandsangehoerig: ancestor(.gemeindeverband)
        case .gemeinde, .gemeindeverband: ancestor(.kreis)
        case .kreis where regierungsbezirk != "0": ancestor(.regierungsbezirk)
        case .kreis, .regierungsbezirk: ancestor(.land)
        case .land: ancestor(.bund)
        case .bund: nil
        }
    }

    /// The area of a level that this one lies in (or is), with zeros to twelve digits.
    public func ancestor(_ ebene: Ebene) -> ARS {
        let digits = ebene.significantDigits
        return ARS(checked: Digits.part(text, 0..<digits) + String(repeating: "0", count: 12 - digits))
    }

    /// The digits that name the area, without the zeros that fill up to twelve.
    public var area: ARSBereich { ARSBereich(checked: Digits.part(text, 0..<ebene.significantDigits)) }

    /// Whether `other` is this area or lies in it.
    public func contains(_ other: ARS) -> Bool { area.contains(other) }

    /// The Gemeindeschlüssel that belongs to this key: Land, Regierungsbezirk and Kreis followed by the Gemeinde.
    ///
    /// The rule holds for all rows of the lists of 2026-04-30 except one (160615051097); who must be certain compares
    /// with the list of the date.
    public var derivedAGS: AGS { AGS(checked: Digits.part(text, 0..<5) + gemeinde) }

    /// The text form.
    public var description: String { text }

    /// Whether the left one sorts before the right one.
    public static func < (left: ARS, right: ARS) -> Bool { left.text < right.text }

    init(checked text: String) { self.text = text }
}

/// An area written as the leading digits of an ARS: 2 (Land), 3, 5, 9 or 12 digits, or none for all of Germany. FIT-Connect
/// and XZuFi allow such prefixes where an area is meant.
public struct ARSBereich: Sendable, Hashable, CustomStringConvertible {
    /// The leading digits.
    public let text: String

    /// Reads a prefix of an ARS. Zeros that fill up to twelve digits are kept as they are: `055150000000` then is the
    /// key itself; use `ARS.area` for the area it stands for.
    ///
    /// - Throws: `KeyError` with code `ars` when the text has another length or is no beginning of an ARS.
    public init(_ text: String) throws(KeyError) {
        guard [0, 2, 3, 5, 9, 12].contains(text.utf8.count), text.isEmpty || Digits.areAll(text) else {
            throw KeyError(
                .ars, text,
                Message(
                    de: "„\(text)“ ist kein Anfang eines Regionalschlüssels.",
                    en: "“\(text)” is no beginning of a Regionalschlüssel."),
                hint: Message(
                    de: "Ein Gebiet hat 2, 3, 5, 9 oder 12 Ziffern.", en: "An area has 2, 3, 5, 9 or 12 digits."))
        }
        _ = try ARS(text + String(repeating: "0", count: 12 - text.utf8.count))
        self.text = text
    }

    /// Whether a Gemeinde or area lies in this one or is it.
    public func contains(_ ars: ARS) -> Bool { ars.text.utf8.starts(with: text.utf8) }

    /// Whether another area lies in this one or is it.
    public func contains(_ other: ARSBereich) -> Bool { other.text.utf8.starts(with: text.utf8) }

    /// The text form.
    public var description: String { text }

    init(checked text: String) { self.text = text }
}
