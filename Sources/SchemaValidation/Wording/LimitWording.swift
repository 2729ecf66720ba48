import CXMLSchemas
import Findings
import XMLCore

/// The findings about limits, as `XMLError` words them.
enum LimitWording {
    static func finding(_ code: Int32, limits: XMLLimits, at location: Location) -> Finding {
        func limit(_ id: FindingID, _ de: String, _ en: String, _ option: String?) -> Finding {
            Finding(
                id, .error, at: location, Message(de: "\(de).", en: "\(en)."),
                hint: option.map {
                    Message(
                        de: "Ist die Eingabe vertrauenswürdig, heben Sie die Grenze mit \($0) an.",
                        en: "If you trust the input, raise the limit with \($0).")
                })
        }
        switch code {
        case Int32(truncatingIfNeeded: XSS_LIMIT_DEPTH):
            return limit(
                "xml.limit-depth", "Elemente sind tiefer verschachtelt als \(limits.maxDepth) Ebenen",
                "Elements are nested deeper than \(limits.maxDepth) levels", "--limit-depth")
        case Int32(truncatingIfNeeded: XSS_LIMIT_ATTRIBUTES):
            return limit(
                "xml.limit-attributes", "Ein Element hat mehr Attribute als \(limits.maxAttributes)",
                "An element has more attributes than \(limits.maxAttributes)", "--limit-attributes")
        case Int32(truncatingIfNeeded: XSS_LIMIT_NAME):
            return limit(
                "xml.limit-name", "Ein Name ist länger als \(limits.maxNameBytes) Bytes",
                "A name is longer than \(limits.maxNameBytes) bytes", "--limit-name")
        case Int32(truncatingIfNeeded: XSS_LIMIT_TEXT):
            return limit(
                "xml.limit-text",
                "Ein Text, Attributwert, Kommentar oder Tag ist länger als \(limits.maxTextBytes) Bytes",
                "A text, attribute value, comment or tag is longer than \(limits.maxTextBytes) bytes", "--limit-text")
        case Int32(truncatingIfNeeded: XSS_LIMIT_TOTAL):
            return limit(
                "xml.limit-total", "Das Dokument ist größer als \(limits.maxTotalBytes) Bytes",
                "The document is larger than \(limits.maxTotalBytes) bytes", "--limit-total")
        case Int32(truncatingIfNeeded: XSS_LIMIT_NAMES):
            return limit(
                "xml.limit-names", "Das Dokument hat mehr als eine Million verschiedene Elementnamen",
                "The document has more than a million different element names", nil)
        case Int32(truncatingIfNeeded: XSS_LIMIT_DOCTYPE):
            return Finding(
                "xml.doctype-forbidden", .error, at: location,
                Message(
                    de:
                        "Das Dokument enthält eine Dokumenttypdeklaration (DOCTYPE); in Nachrichten ist sie nicht erlaubt.",
                    en: "The document has a document type declaration (DOCTYPE), which messages must not have."),
                hint: Message(
                    de: "Entfernen Sie den DOCTYPE und ersetzen Sie eigene Entities durch ihren Text.",
                    en: "Remove the DOCTYPE and replace entities of your own by their text."))
        default:
            return limit("xml.out-of-memory", "Der Speicher reicht nicht aus", "There is not enough memory", nil)
        }
    }
}
