import CXMLEvents
import Findings

/// What breaks the well-formedness of a document, in words that help to mend it. libxml2 tells a number and an English
/// phrase for people who know its source; the phrase may quote the document, so it is shown as an instance value.
struct WellFormednessMessage {
    let message: Message
    let hint: Message?

    /// - Parameters:
    ///   - code: libxml2's number (`xmlParserErrors` in `xmlerror.h`).
    ///   - detail: libxml2's phrase.
    ///   - isTruncated: Whether the input had come to its end.
    init(code: Int, detail: String, isTruncated: Bool) {
        if code == 76, let (open, line) = Self.mismatch(detail) {
            self.init(
                Message(
                    de: "Hier schließt ein anderes Element als das offene \(open) aus Zeile \(line).",
                    en: "Another element is closed here than the open one, \(open) of line \(line)."),
                hint: Message(de: "Schließen Sie zuerst </\(open)>.", en: "Close </\(open)> first."))
        } else if isTruncated, [5, 74, 77, 85].contains(code) {
            self.init(
                Message(
                    de: "Das Dokument endet, bevor alle Elemente geschlossen sind.",
                    en: "The document ends before all elements are closed."),
                hint: Message(
                    de: "Vermutlich ist die Datei unvollständig übertragen oder gespeichert worden.",
                    en: "The file was probably not transferred or stored completely."))
        } else if code == 68, detail.contains("EntityRef") {
            self = Self.ampersand
        } else if let known = Self.known[code] {
            self = known
        } else {
            self.init(
                Message(
                    de: "Das Dokument ist nicht wohlgeformt (\(value: detail)).",
                    en: "The document is not well-formed (\(value: detail))."))
        }
    }

    /// Name and line of the open element in `Opening and ending tag mismatch: b line 1 and c`.
    private static func mismatch(_ detail: String) -> (String, String)? {
        let words = detail.split(separator: " ")
        guard let line = words.lastIndex(of: "line"), line > 0, line + 1 < words.count else { return nil }
        return (String(words[line - 1]), String(words[line + 1]))
    }

    private static let ampersand = WellFormednessMessage(
        "Hier steht ein & ohne den Namen einer Entity.", "An & stands here without the name of an entity.",
        "Ein & im Text wird als &amp; geschrieben.", "An & in text is written &amp;.")

    private init(_ message: Message, hint: Message? = nil) {
        self.message = message
        self.hint = hint
    }

    private init(_ de: MessageText, _ en: MessageText, _ hintDe: MessageText, _ hintEn: MessageText) {
        self.init(Message(de: de, en: en), hint: Message(de: hintDe, en: hintEn))
    }

    /// The kinds that happen in practice, by libxml2's number.
    private static let known: [Int: WellFormednessMessage] = {
        let attribute = WellFormednessMessage(
            "Ein Attributwert beginnt oder endet nicht mit einem Anführungszeichen.",
            "An attribute value does not begin or end with a quotation mark.",
            "Attribute haben die Form name=\"wert\".", "Attributes have the form name=\"value\".")
        let tag = WellFormednessMessage(
            "Ein Tag ist nicht richtig abgeschlossen.", "A tag is not properly finished.",
            "Erwartet wird > oder />; zwischen Attributen steht ein Leerzeichen.",
            "Expected is > or />, and a blank between attributes.")
        let name = WellFormednessMessage(
            "Hier wird ein Name erwartet.", "A name is expected here.",
            "Namen beginnen mit einem Buchstaben oder _; ein < im Text wird als &lt; geschrieben.",
            "Names begin with a letter or _; a < in text is written &lt;.")
        let character = WellFormednessMessage(
            "Hier steht ein Zeichen, das in XML nicht erlaubt ist, oder Bytes, die nicht zur Kodierung passen.",
            "Here is a character that XML does not allow, or bytes that do not fit the encoding.",
            "Entfernen Sie Steuerzeichen; prüfen Sie, ob encoding=\"…\" zur gespeicherten Kodierung passt.",
            "Remove control characters; check that encoding=\"…\" says how the file is stored.")
        let declaration = WellFormednessMessage(
            "Die XML-Deklaration ist fehlerhaft.", "The XML declaration is malformed.",
            "Sie steht ganz am Anfang, etwa <?xml version=\"1.0\" encoding=\"UTF-8\"?>.",
            "It stands at the very beginning, such as <?xml version=\"1.0\" encoding=\"UTF-8\"?>.")
        return [
            4: WellFormednessMessage(
                "Das ist kein XML-Dokument: Am Anfang steht kein Element.",
                "This is no XML document: there is no element at its beginning.",
                "Prüfen Sie, ob die richtige Datei genannt ist.", "Check whether the right file is named."),
            5: WellFormednessMessage(
                "Nach dem Ende des Wurzelelements steht weiterer Inhalt.",
                "More content follows after the end of the root element.",
                "Ein XML-Dokument hat genau ein Wurzelelement; prüfen Sie, ob Dateien aneinandergehängt wurden.",
                "An XML document has exactly one root element; check whether files were joined."),
            6: character, 7: character, 8: character, 9: character,
            22: ampersand, 23: ampersand, 68: name,
            26: WellFormednessMessage(
                "Hier steht eine Entity, die es in XML nicht gibt.", "An entity stands here that XML does not know.",
                "Vordefiniert sind nur &lt; &gt; &amp; &quot; &apos;. Schreiben Sie das Zeichen selbst.",
                "Only &lt; &gt; &amp; &quot; &apos; are predefined. Write the character itself."),
            38: WellFormednessMessage(
                "In einem Attributwert steht ein <.", "A < stands in an attribute value.",
                "Ein < wird als &lt; geschrieben.", "A < is written &lt;."),
            39: attribute, 40: attribute, 41: attribute,
            42: WellFormednessMessage(
                "Ein Attribut ist doppelt angegeben.", "An attribute is given twice.",
                "Entfernen Sie eine der Angaben.", "Remove one of them."),
            45: WellFormednessMessage(
                "Ein Kommentar ist nicht abgeschlossen.", "A comment is not finished.",
                "Kommentare enden mit -->.", "Comments end with -->."),
            47: WellFormednessMessage(
                "Eine Verarbeitungsanweisung ist nicht abgeschlossen.", "A processing instruction is not finished.",
                "Sie endet mit ?>.", "It ends with ?>."),
            57: declaration, 64: declaration, 96: declaration, 65: tag, 73: tag, 75: tag,
            62: WellFormednessMessage(
                "Im Text steht ]]>.", "]]> stands in text.", "Schreiben Sie ]]&gt;.", "Write ]]&gt;."),
            63: WellFormednessMessage(
                "Ein CDATA-Abschnitt ist nicht abgeschlossen.", "A CDATA section is not finished.",
                "Er endet mit ]]>.", "It ends with ]]>."),
            80: WellFormednessMessage(
                "In einem Kommentar steht --.", "-- stands in a comment.",
                "Kommentare dürfen -- nicht enthalten.", "Comments must not hold --."),
            201: WellFormednessMessage(
                "Ein Namensraumpräfix ist nicht deklariert.", "A namespace prefix is not declared.",
                "Deklarieren Sie es mit xmlns:präfix=\"…\".", "Declare it with xmlns:prefix=\"…\"."),
            203: WellFormednessMessage(
                "Ein Attribut ist unter zwei Präfixen desselben Namensraums doppelt angegeben.",
                "An attribute is given twice under two prefixes of one namespace.",
                "Entfernen Sie eine der Angaben.", "Remove one of them."),
        ]
    }()
}
