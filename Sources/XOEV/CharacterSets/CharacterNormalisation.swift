import Foundation

/// Unicode normal form C, which DIN 91379 asks of all texts.
public enum CharacterNormalisation {
    /// The text in normal form C (Unicode Standard Annex 15).
    public static func nfc(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Whether a text is in normal form C.
    public static func isNFC(_ text: String) -> Bool {
        nfc(text).unicodeScalars.elementsEqual(text.unicodeScalars)
    }
}

/// A name in the letters A to Z, for searching and for comparing: `Đặng-Müßiggängér` becomes `DANG MUESSIGGAENGER`.
///
/// The letters that are more than a base letter with marks follow ICAO Doc 9303, part 3, section 6 A (Ä = AE, Å = AA,
/// Ø = OE, ß = SS, Þ = TH …); for all others the marks are dropped. The table of DIN 91379 for its search form is not
/// published with the schemas, so that single letters may differ from it; what has no rule here is told, not guessed.
public struct SearchForm: Sendable, Hashable {
    /// The letters A to Z and digits of the text, words apart by one blank.
    public let text: String
    /// The letters for which there is no rule, in their order; they are not in `text`.
    public let unknown: [Unicode.Scalar]

    /// The search form of a text.
    public init(_ original: String) {
        var result = ""
        var unknown: [Unicode.Scalar] = []
        for scalar in CharacterNormalisation.nfc(original).unicodeScalars {
            if let replacement = Self.replacements[scalar] {
                result += replacement
                continue
            }
            // Letters with marks decompose into the base letter and combining marks, which are dropped.
            for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
                if part.properties.canonicalCombiningClass != .notReordered || part == "\u{315}" { continue }
                if let replacement = Self.replacements[part] {
                    result += replacement
                } else if part.isASCII, part.properties.isAlphabetic {
                    result += part.properties.uppercaseMapping
                } else if ("0"..."9").contains(part) {
                    result.unicodeScalars.append(part)
                } else if part.properties.isAlphabetic, !Self.modifiers.contains(part) {
                    unknown.append(part)
                } else if !Self.apostrophes.contains(part), !Self.modifiers.contains(part) {
                    result += " "
                }
            }
        }
        text = result.split(separator: " ").joined(separator: " ")
        self.unknown = unknown
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "\u{B4}", "\u{2019}"]
    private static let modifiers: Set<Unicode.Scalar> = [
        "\u{2B9}", "\u{2BA}", "\u{2BE}", "\u{2BF}", "\u{2C8}", "\u{2CC}",
    ]

    private static let replacements: [Unicode.Scalar: String] = {
        let upper: [(Unicode.Scalar, Unicode.Scalar, String)] = [
            ("Ä", "ä", "AE"), ("Ö", "ö", "OE"), ("Ü", "ü", "UE"), ("ẞ", "ß", "SS"), ("Å", "å", "AA"), ("Æ", "æ", "AE"),
            ("Ø", "ø", "OE"), ("Œ", "œ", "OE"), ("Þ", "þ", "TH"), ("Ð", "ð", "D"), ("Đ", "đ", "D"), ("Ħ", "ħ", "H"),
            ("Ĳ", "ĳ", "IJ"), ("Ł", "ł", "L"), ("Ŋ", "ŋ", "N"), ("Ŧ", "ŧ", "T"),
        ]
        var result: [Unicode.Scalar: String] = ["ı": "I", "ĸ": "Q"]
        for (large, small, text) in upper {
            result[large] = text
            result[small] = text
        }
        return result
    }()
}
