import Findings
import SchemaModel

/// The findings about documents that are not well-formed. libxml2's codes are part of its ABI (`xmlerror.h`).
enum MalformedWording {
    static func finding(_ problem: SchemaProblem, first: String?, second: String?, at location: Location) -> Finding {
        switch problem.code {
        case 4 where location.line == nil || location.line == 1:
            return Finding(
                "xml.empty", .error, at: location,
                Message(
                    de: "Die Eingabe ist leer oder beginnt nicht mit XML.",
                    en: "The input is empty or does not begin with XML."))
        case 31, 32, 81, 6003: return encoding(location)
        case 9 where problem.message.hasPrefix("Input is not proper UTF-8"): return encoding(location)
        default:
            return Finding(
                "xml.not-well-formed", .error, at: location, message(problem, first ?? "", second ?? ""))
        }
    }

    private static func encoding(_ location: Location) -> Finding {
        Finding(
            "xml.encoding", .error, at: location,
            Message(
                de: "Die Bytes passen nicht zur Zeichenkodierung, oder diese ist unbekannt.",
                en: "The bytes do not fit the encoding, or the encoding is unknown."),
            hint: Message(
                de: "Die Angabe encoding=\"…\" muss der tatsächlichen Kodierung entsprechen; empfohlen ist UTF-8.",
                en: "What encoding=\"…\" says must be the encoding in which the file is stored; UTF-8 is best."))
    }

    private static func message(_ problem: SchemaProblem, _ first: String, _ second: String) -> Message {
        switch problem.code {
        case 5:
            Message(
                de: "Nach dem Ende des Wurzelelements steht noch etwas.",
                en: "There is something after the end of the root element.")
        case 8, 9:
            Message(
                de: "Hier steht ein Zeichen, das XML nicht erlaubt.", en: "Here is a character that XML does not allow."
            )
        case 22, 23:
            Message(
                de: "„&“ beginnt einen Verweis, der nicht mit „;“ endet. Ein kaufmännisches Und schreibt man „&amp;“.",
                en: "“&” begins a reference that does not end in “;”. An ampersand is written “&amp;”.")
        case 26:
            Message(
                de: "Die Entity „&\(first);“ ist nicht erklärt.", en: "The entity “&\(first);” is not declared.")
        case 38:
            Message(
                de: "In einem Attributwert steht „<“; es muss „&lt;“ heißen.",
                en: "There is “<” in an attribute value; it must be written “&lt;”.")
        case 39, 40:
            Message(
                de: "Ein Attributwert muss in Anführungszeichen stehen und auch so enden.",
                en: "An attribute value must begin and end with a quotation mark.")
        case 41:
            Message(de: "Einem Attribut fehlt sein Wert.", en: "An attribute has no value.")
        case 42:
            Message(
                de: "Das Attribut „\(first)“ steht zweimal da.", en: "The attribute “\(first)” stands there twice.")
        case 65:
            Message(de: "Hier fehlt ein Leerzeichen.", en: "A space is missing here.")
        case 68:
            Message(de: "Hier wird ein Name erwartet.", en: "A name is expected here.")
        case 73:
            Message(de: "Hier wird „>“ erwartet.", en: "“>” is expected here.")
        case 76:
            Message(
                de: "Das Endtag „</\(second)>“ passt nicht zum offenen Element „\(first)“.",
                en: "The end tag “</\(second)>” does not fit the open element “\(first)”.")
        case 77:
            Message(
                de: "Das Dokument endet, bevor das Element „\(first)“ geschlossen ist.",
                en: "The document ends before the element “\(first)” is closed.")
        case 201:
            Message(
                de: "Das Präfix „\(first)“ ist an keinen Namensraum gebunden.",
                en: "The prefix “\(first)” is bound to no namespace.")
        default:
            Message(
                de: "Das Dokument ist nicht wohlgeformt: \(value: problem.message)",
                en: "The document is not well-formed: \(value: problem.message)")
        }
    }
}
