import Findings

/// An Amtlicher Gemeindeschlüssel: eight digits `LL R KK GGG` for Land, Regierungsbezirk, Kreis and Gemeinde
/// (Statistisches Bundesamt; code list `urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags`).
///
/// There is no rule from AGS to ARS: the Gemeindeverband is not in the AGS. That way needs the code list.
public struct AGS: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The eight digits.
    public let text: String

    /// Reads eight digits.
    ///
    /// - Throws: `KeyError` with code `ags` when the text is anything but eight digits or names a Land outside 01–16.
    public init(_ text: String) throws(KeyError) {
        let hint = Message(
            de: """
                Ein Gemeindeschlüssel besteht aus Land (01–16), Regierungsbezirk (1), Kreis (2) und Gemeinde (3), \
                etwa 05774032 für Paderborn.
                """,
            en: """
                A Gemeindeschlüssel consists of Land (01–16), Regierungsbezirk (1), Kreis (2) and Gemeinde (3), \
                such as 05774032 for Paderborn.
                """)
        guard text.utf8.count == 8, Digits.areAll(text) else {
            throw KeyError(
                .ags, text,
                Message(
                    de: "Der Gemeindeschlüssel „\(text)“ hat nicht acht Ziffern.",
                    en: "The Gemeindeschlüssel “\(text)” does not have eight digits."), hint: hint)
        }
        let land = text.prefix(2)
        guard land >= "01", land <= "16" else {
            throw KeyError(
                .ags, text,
                Message(
                    de: "Der Gemeindeschlüssel „\(text)“ nennt das Land \(land), das es nicht gibt.",
                    en: "The Gemeindeschlüssel “\(text)” names Land \(land), which does not exist."), hint: hint)
        }
        self.text = text
    }

    /// The two digits of the Land.
    public var land: String { Digits.part(text, 0..<2) }
    /// The digit of the Regierungsbezirk, `0` where there is none.
    public var regierungsbezirk: String { Digits.part(text, 2..<3) }
    /// The two digits of the Kreis.
    public var kreis: String { Digits.part(text, 3..<5) }
    /// The three digits of the Gemeinde.
    public var gemeinde: String { Digits.part(text, 5..<8) }

    /// The text form.
    public var description: String { text }

    /// Whether the left one sorts before the right one.
    public static func < (left: AGS, right: AGS) -> Bool { left.text < right.text }

    init(checked text: String) { self.text = text }
}
