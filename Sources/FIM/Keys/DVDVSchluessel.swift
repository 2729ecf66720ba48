import Findings

/// The key of an authority in the Deutsches Verwaltungsdiensteverzeichnis: `prefix:kennung`, such as `psw:05774032`.
///
/// The prefixes are the code list `urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix`; the form is checked, not whether
/// the list has the prefix.
public struct DVDVSchluessel: Sendable, Hashable, CustomStringConvertible {
    /// The prefix: the kind of authority.
    public let praefix: String
    /// What identifies the authority among those of its prefix, often an AGS.
    public let kennung: String

    /// Reads `prefix:kennung`.
    ///
    /// - Throws: `KeyError` with code `dvdv` when there is no colon, the prefix is anything but letters (version 51 of
    ///   the list has `töj` and `MELDID` beside lower-case ASCII), or the kennung is empty or holds white space.
    public init(_ text: String) throws(KeyError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter), !parts[1].isEmpty,
            !parts[1].unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 })
        else {
            throw KeyError(
                .dvdv, text,
                Message(de: "„\(text)“ ist keine Kennung des DVDV.", en: "“\(text)” is not a key of the DVDV."),
                hint: Message(
                    de: "Erwartet wird Präfix, Doppelpunkt und Kennung ohne Leerzeichen, etwa psw:05774032.",
                    en: "Expected is prefix, colon and key without blanks, such as psw:05774032."))
        }
        praefix = String(parts[0])
        kennung = String(parts[1])
    }

    /// The Gemeindeschlüssel in the kennung, where it has that form.
    public var ags: AGS? { try? AGS(kennung) }

    /// The key as text.
    public var text: String { praefix + ":" + kennung }

    /// The text form.
    public var description: String { text }
}
