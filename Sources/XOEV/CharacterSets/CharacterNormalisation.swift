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
/// Letters follow the search form that belongs to DIN 91379 (String.Latin+ 1.2, table 9; published as a list for the edition of
/// 2022 in the repository String-Latin/DIN-91379-Characters-and-Sequences): Ä = AE, Å = AA, Ø = OE, ß = SS, Þ = TH, Ə = E, Ʒ = Z …,
/// also beneath further marks (Ǟ = AE); of all other letters the marks are dropped. Digits are kept, apostrophes and modifier
/// letters are dropped and other characters become a blank: that is the choice of this library. Letters for which there is no
/// rule are told, not guessed.
public struct SearchForm: Sendable, Hashable {
    /// The letters A to Z and digits of the text, words apart by one blank.
    public let text: String
    /// The letters for which there is no rule, in their order; they are not in `text`.
    public let unknown: [Unicode.Scalar]

    /// The search form of a text.
    public init(_ original: String) {
        var result = ""
        var unknown: [Unicode.Scalar] = []
        let scalars = Array(original.decomposedStringWithCanonicalMapping.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let base = scalars[index]
            index += 1
            var marks: Set<Unicode.Scalar> = []
            while index < scalars.count, Self.isMark(scalars[index]) {
                marks.insert(scalars[index])
                index += 1
            }
            if Self.isMark(base) { continue }
            if marks.contains("\u{308}"), let umlaut = Self.umlauts[base] {
                result += umlaut
            } else if marks.contains("\u{30A}"), base == "A" || base == "a" {
                result += "AA"
            } else if let replacement = Self.replacements[base] {
                result += replacement
            } else if base.isASCII, base.properties.isAlphabetic {
                result += base.properties.uppercaseMapping
            } else if ("0"..."9").contains(base) {
                result.unicodeScalars.append(base)
            } else if base.properties.isAlphabetic, !Self.modifiers.contains(base) {
                unknown.append(base)
            } else if !Self.apostrophes.contains(base), !Self.modifiers.contains(base) {
                result += " "
            }
        }
        text = result.split(separator: " ").joined(separator: " ")
        self.unknown = unknown
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass != .notReordered
    }

    private static let umlauts: [Unicode.Scalar: String] = [
        "A": "AE", "a": "AE", "O": "OE", "o": "OE", "U": "UE", "u": "UE",
    ]
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "\u{B4}", "\u{2019}"]
    private static let modifiers: Set<Unicode.Scalar> = [
        "\u{2B9}", "\u{2BA}", "\u{2BE}", "\u{2BF}", "\u{2C8}", "\u{2CC}",
    ]

    /// The letters that are more than a base letter with marks.
    private static let replacements: [Unicode.Scalar: String] = {
        let pairs: [(Unicode.Scalar, Unicode.Scalar, String)] = [
            ("ẞ", "ß", "SS"), ("Æ", "æ", "AE"), ("Ø", "ø", "OE"), ("Œ", "œ", "OE"), ("Þ", "þ", "TH"), ("Ð", "ð", "D"),
            ("Đ", "đ", "D"), ("Ħ", "ħ", "H"), ("Ĳ", "ĳ", "IJ"), ("Ŀ", "ŀ", "L"), ("Ł", "ł", "L"), ("Ŋ", "ŋ", "N"),
            ("Ŧ", "ŧ", "T"), ("Ƈ", "ƈ", "C"), ("Ə", "ə", "E"), ("Ɨ", "ɨ", "I"), ("Ʒ", "ʒ", "Z"), ("Ǥ", "ǥ", "G"),
        ]
        var result: [Unicode.Scalar: String] = ["ı": "I", "ĸ": "K", "ŉ": "N"]
        for (large, small, text) in pairs {
            result[large] = text
            result[small] = text
        }
        return result
    }()
}
