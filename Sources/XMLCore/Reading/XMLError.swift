import CXMLEvents
import Findings
import Foundation

/// Why a document could not be read or written.
public struct XMLError: Error, FindingConvertible, Hashable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// The document breaks the rules of XML 1.0 or of Namespaces in XML 1.0.
        public static let notWellFormed = Code(id: "xml.not-well-formed")
        /// There is nothing in the document.
        public static let emptyInput = Code(id: "xml.empty")
        /// The document has a document type declaration, which messages must not have.
        public static let doctypeForbidden = Code(id: "xml.doctype-forbidden")
        /// The document refers to an entity outside of it.
        public static let externalEntity = Code(id: "xml.external-entity")
        /// Entities refer to themselves or grow beyond measure.
        public static let entityExpansion = Code(id: "xml.entity-expansion")
        /// The bytes do not fit the encoding, or the encoding is unknown.
        public static let encoding = Code(id: "xml.encoding")
        /// The document is larger than allowed.
        public static let limitTotal = Code(id: "xml.limit-total")
        /// A text, attribute value, comment or tag is longer than allowed.
        public static let limitText = Code(id: "xml.limit-text")
        /// Elements are nested deeper than allowed.
        public static let limitDepth = Code(id: "xml.limit-depth")
        /// An element has more attributes than allowed.
        public static let limitAttributes = Code(id: "xml.limit-attributes")
        /// A name is longer than allowed.
        public static let limitName = Code(id: "xml.limit-name")
        /// The file or stream could not be read.
        public static let unreadable = Code(id: "xml.unreadable")
        /// An element has other content than was asked for.
        public static let unexpectedContent = Code(id: "xml.unexpected-content")
        /// A tree cannot be written as XML: a name, a character or a comment that XML does not allow.
        public static let notWritable = Code(id: "xml.not-writable")
        /// There is not enough memory.
        public static let outOfMemory = Code(id: "xml.out-of-memory")
        /// An XPath expression is wrong.
        public static let xpath = Code(id: "xml.xpath")
    }

    /// The kind of error.
    public var code: Code
    /// Where it happened.
    public var location: Location
    /// What happened.
    public var message: Message
    /// How to mend it.
    public var hint: Message?

    /// An error from its parts.
    public init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// The error as a finding with the kind's identifier.
    public var finding: Finding { Finding(code.id, .error, at: location, message, hint: hint) }

    static func unreadable(name: String?, errno number: Int32) -> XMLError {
        let german =
            switch number {
            case ENOENT, ENOTDIR: "Es gibt sie nicht."
            case EACCES, EPERM: "Die Leserechte fehlen."
            case EISDIR: "Es ist ein Ordner."
            default: String(cString: strerror(number))
            }
        return unreadable(name: name, reason: String(cString: strerror(number)), german: german)
    }

    static func unreadable(name: String?, reason: String, german: String? = nil) -> XMLError {
        XMLError(
            .unreadable, at: Location(file: name),
            Message(
                de: "Die Eingabe ist nicht lesbar: \(german ?? reason)", en: "The input cannot be read: \(reason)"),
            hint: Message(
                de: "Prüfen Sie Pfad und Leserechte.", en: "Check the path and the permission to read it."))
    }

    /// The error that the C parser recorded.
    init(
        _ error: xev_error, name: String?, limits: XMLLimits, isTruncated: Bool
    ) {
        location = Location(file: name, line: Int(error.line), column: Int(error.column))
        hint = nil
        let detail = withUnsafeBytes(of: error.detail) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        switch error.status {
        case XEV_DOCTYPE_FORBIDDEN:
            code = .doctypeForbidden
            message = Message(
                de: "Das Dokument enthält eine Dokumenttypdeklaration (DOCTYPE); in Nachrichten ist sie nicht erlaubt.",
                en: "The document has a document type declaration (DOCTYPE), which messages must not have.")
            hint = Message(
                de: "Entfernen Sie den DOCTYPE und ersetzen Sie eigene Entities durch ihren Text.",
                en: "Remove the DOCTYPE and replace entities of your own by their text.")
        case XEV_EXTERNAL_ENTITY:
            code = .externalEntity
            message = Message(
                de: "Das Dokument verweist auf eine externe Entity; sie wird nicht geladen.",
                en: "The document refers to an external entity, which is not loaded.")
            hint = Message(
                de: "Entfernen Sie den Verweis oder fügen Sie den Inhalt ein.",
                en: "Remove the reference or put in its content.")
        case XEV_ENTITY_LOOP:
            code = .entityExpansion
            message = Message(
                de: "Entities verweisen auf sich selbst oder wachsen über jedes Maß.",
                en: "Entities refer to themselves or grow beyond measure.")
        case XEV_ENCODING:
            code = .encoding
            message = Message(
                de: "Die Bytes passen nicht zur Zeichenkodierung, oder diese ist unbekannt: \(value: detail)",
                en: "The bytes do not fit the encoding, or the encoding is unknown: \(value: detail)")
            hint = Message(
                de: "Die Angabe encoding=\"…\" muss der tatsächlichen Kodierung entsprechen; empfohlen ist UTF-8.",
                en: "What encoding=\"…\" says must be the encoding in which the file is stored; UTF-8 is best.")
        case XEV_EMPTY:
            code = .emptyInput
            message = Message(de: "Die Eingabe ist leer.", en: "The input is empty.")
        case XEV_LIMIT_TOTAL:
            (code, message, hint) = Self.limit(
                .limitTotal, de: "Das Dokument ist größer als", en: "The document is larger than",
                limits.maxTotalBytes, unitDe: "Bytes", unitEn: "bytes", option: "--limit-total")
        case XEV_LIMIT_TEXT:
            (code, message, hint) = Self.limit(
                .limitText, de: "Ein Text, Attributwert, Kommentar oder Tag ist länger als",
                en: "A text, attribute value, comment or tag is longer than", limits.maxTextBytes, unitDe: "Bytes",
                unitEn: "bytes", option: "--limit-text")
        case XEV_LIMIT_DEPTH:
            (code, message, hint) = Self.limit(
                .limitDepth, de: "Elemente sind tiefer verschachtelt als", en: "Elements are nested deeper than",
                limits.maxDepth, unitDe: "Ebenen", unitEn: "levels", option: "--limit-depth")
        case XEV_LIMIT_ATTRIBUTES:
            (code, message, hint) = Self.limit(
                .limitAttributes, de: "Ein Element hat mehr Attribute als", en: "An element has more attributes than",
                limits.maxAttributes, unitDe: "", unitEn: "", option: "--limit-attributes")
        case XEV_LIMIT_NAME:
            (code, message, hint) = Self.limit(
                .limitName, de: "Ein Name ist länger als", en: "A name is longer than", limits.maxNameBytes,
                unitDe: "Bytes", unitEn: "bytes", option: "--limit-name")
        case XEV_NO_MEMORY:
            code = .outOfMemory
            message = Message(de: "Der Speicher reicht nicht aus.", en: "There is not enough memory.")
        default:
            code = .notWellFormed
            let explained = WellFormednessMessage(code: Int(error.code), detail: detail, isTruncated: isTruncated)
            (message, hint) = (explained.message, explained.hint)
        }
    }

    private static func limit(
        _ code: Code, de: String, en: String, _ bound: Int, unitDe: String, unitEn: String, option: String
    ) -> (Code, Message, Message) {
        func words(_ start: String, _ unit: String) -> String {
            unit.isEmpty ? "\(start) \(bound)" : "\(start) \(bound) \(unit)"
        }
        return (
            code, Message(de: "\(words(de, unitDe)).", en: "\(words(en, unitEn))."),
            Message(
                de: "Ist die Eingabe vertrauenswürdig, heben Sie die Grenze mit \(option) an.",
                en: "If you trust the input, raise the limit with \(option).")
        )
    }
}
