import SchemaModel
import XMLCore

/// What a document says it is. Only its beginning is read: nothing is said about the rest.
public struct DocumentInspection: Hashable, Sendable {
    /// The root element.
    public var root: XMLName
    /// The standard, such as `XBeteiligung`, or nil where it is not recognised.
    public var standard: String?
    /// The standard's version, such as `1.2`.
    public var version: String?
    /// The message's name or, for a list or a schema, its identity; nil where the document is no message.
    public var message: String?
    /// The product that made the document, with vendor and version.
    public var product: String?
    /// Whether the message is marked as a test: the attribute `test` of the XÖV basic message is there, whatever its
    /// value. Nil for documents without that marking.
    public var isTest: Bool?
    /// The header, for messages that have one.
    public var header: MessageHeader?
    /// The encoding that the document declares or shows, or nil for UTF-8 without saying so.
    public var encoding: String?
}

/// How far an inspection looks.
public struct InspectionOptions: Hashable, Sendable {
    /// The bounds of reading.
    public var limits: XMLLimits

    /// Options from their parts. Schemas may carry a document type declaration, so the default allows one.
    public init(limits: XMLLimits = .schema) { self.limits = limits }
}

/// Tells what a document is from its root, its header and, where a standard hides its version there, from the first
/// elements below the root.
public struct DocumentInspector: Sendable {
    /// How many children of the root are looked at.
    private static let maximumChildren = 12

    private let options: InspectionOptions

    /// An inspector with options.
    public init(_ options: InspectionOptions = InspectionOptions()) { self.options = options }

    /// Reads the beginning of a document.
    ///
    /// - Throws: `XMLError` when it cannot be read or is not XML.
    public func inspect(_ source: XMLSource) throws(XMLError) -> DocumentInspection {
        var reader = try XMLEventReader(source, limits: options.limits)
        var inspection = DocumentInspection(root: XMLName(""))
        var children = 0
        while let event = try reader.next() {
            guard case .startElement(let start) = event else { continue }
            if reader.depth == 1 {
                inspection = DocumentInspection(start)
                inspection.encoding = reader.encoding
                continue
            }
            children += 1
            if Self.isTelling(start.name.local) {
                inspection.take(try reader.readElement(start))
                if inspection.header != nil { break }
            } else {
                try reader.skipElement()
            }
            if children == Self.maximumChildren { break }
        }
        return inspection
    }

    private static func isTelling(_ name: String) -> Bool {
        MessageHeader.elementNames.contains(name)
            || ["CustomizationID", "ExchangedDocumentContext", "Identification", "annotation", "kennung", "version"]
                .contains(name)
    }
}

extension DocumentInspection {
    /// What the root element tells.
    init(_ root: XMLStartElement) {
        self.root = root.name
        let known = KnownStandard(root: root)
        standard = known?.name
        version = known?.version
        if Self.isMessageName(root.name.local) { message = root.name.local }
        if let name = root["produkt"] ?? root["produktbezeichnung"] {
            let parts = [name, root["produktversion"], root["produkthersteller"].map { "(\($0))" }]
            product = parts.compactMap { $0 }.joined(separator: " ")
        }
        if root["standard"] != nil { isTest = root["test"] != nil }
        if standard == "XML Schema" {
            message = root["targetNamespace"]
            version = root["version"]
        }
    }

    /// XÖV names messages `gruppe.name.0401`: the last part is the number (XÖV handbook, naming rules).
    private static func isMessageName(_ name: String) -> Bool {
        let parts = name.split(separator: ".")
        guard parts.count > 1, let last = parts.last else { return false }
        return last.allSatisfy(\.isNumber) || parts[0].first?.isLowercase == true
    }

    /// What a child of the root tells.
    mutating func take(_ element: XMLTree.Element) {
        switch (standard, element.name.local) {
        case (_, let name) where MessageHeader.elementNames.contains(name):
            header = MessageHeader(element)
            if standard == "XJustiz" { version = element["xjustizVersion"] ?? version }
        case ("UBL", "CustomizationID"): takeInvoiceProfile(element.text)
        case ("CII", "ExchangedDocumentContext"):
            takeInvoiceProfile(element.child("GuidelineSpecifiedDocumentContextParameter")?.text(of: "ID") ?? "")
        case ("Genericode", "Identification"): message = element.text(of: "CanonicalVersionUri") ?? message
        case ("XML Schema", "annotation"):
            guard let appinfo = element.child("appinfo"), let metadata = SchemaMetadata(appinfo: appinfo.elements)
            else { return }
            product = metadata.displayName
            version = metadata.version ?? version
        case ("Dienstpaket", "kennung"): message = element.text.trimmed
        case ("Dienstpaket", "version"):
            message = [message, element.text.trimmed].compactMap { $0 }.joined(separator: " ")
        default: break
        }
    }

    /// Invoices name their standard in the specification identifier (EN 16931-1, BT-24), after the last
    /// `urn:xeinkauf.de:kosit:` or the like: `…#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`.
    private mutating func takeInvoiceProfile(_ identifier: String) {
        let syntax = standard
        for part in identifier.split(whereSeparator: { "#:".contains($0) }) where part.hasPrefix("xrechnung_") {
            standard = "XRechnung"
            version = String(part.dropFirst("xrechnung_".count))
            message = [syntax, root.local].compactMap { $0 }.joined(separator: " ")
            return
        }
        if identifier.contains("en16931") {
            standard = "EN 16931"
            version = nil
            message = [syntax, root.local].compactMap { $0 }.joined(separator: " ")
        }
    }
}
