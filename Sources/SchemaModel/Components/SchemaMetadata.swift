import CXMLSchemas
import XMLCore

/// What an XÖV schema tells of itself in `xs:appinfo` (XÖV handbook 2.4, 4.2 “Metadaten eines XÖV-Standards”): the
/// standard or library it belongs to, the version, and with what it was made. Values are trimmed, white space collapsed.
public struct SchemaMetadata: Sendable, Hashable {
    /// `nameKurz`, such as `XWasser`.
    public var shortName: String?
    /// `nameLang`.
    public var longName: String?
    /// `nameTechnisch`, such as `xwasser`.
    public var technicalName: String?
    /// `kennung`, such as `urn:xoev-de:lgl:standard:xwasser`.
    public var kennung: String?
    /// `beschreibung` of the standard.
    public var description: String?
    /// `version` of the standard's version.
    public var version: String?
    /// `beschreibung` of the version.
    public var versionDescription: String?
    /// `versionXOEVHandbuch`.
    public var handbookVersion: String?
    /// `versionXOEVProfil`: the UML profile that the model uses.
    public var profileVersion: String?
    /// `versionXGenerator`: the generator that wrote the schemas.
    public var generatorVersion: String?
    /// `nameModellierungswerkzeug`.
    public var modellingTool: String?
    /// `versionModellierungswerkzeug`.
    public var modellingToolVersion: String?
    /// Whether the schema is a library (`XOEVBibliothek`) and not a standard of its own.
    public var isLibrary: Bool

    /// One value of `xs:appinfo`: in which part it stands (`standard`, `versionStandard`, …), its name and its text.
    package typealias Field = (part: String, name: String, text: String)

    /// The parts of `xs:appinfo` that describe a standard or a library.
    package static let parts: Set<String> = [
        "standard", "versionStandard", "XOEVBibliothek", "versionXOEVBibliothek",
    ]

    /// The metadata that fields make up; nil where no part of them describes a standard. Of a repeated field the first
    /// counts.
    package init?(fields: [Field]) {
        let fields = fields.filter { Self.parts.contains($0.part) }
        guard !fields.isEmpty else { return nil }
        func value(_ name: String, ofVersion: Bool) -> String? {
            let field = fields.first { $0.name == name && $0.part.hasPrefix("version") == ofVersion }
            let text = field.map { $0.text.collapsed }
            return text?.isEmpty == false ? text : nil
        }
        self.init(isLibrary: fields.contains { $0.part.hasSuffix("Bibliothek") })
        shortName = value("nameKurz", ofVersion: false)
        longName = value("nameLang", ofVersion: false)
        technicalName = value("nameTechnisch", ofVersion: false)
        kennung = value("kennung", ofVersion: false)
        version = value("version", ofVersion: true)
        handbookVersion = value("versionXOEVHandbuch", ofVersion: true)
        description = value("beschreibung", ofVersion: false)
        versionDescription = value("beschreibung", ofVersion: true)
        profileVersion = value("versionXOEVProfil", ofVersion: true)
        generatorVersion = value("versionXGenerator", ofVersion: true)
        modellingTool = value("nameModellierungswerkzeug", ofVersion: true)
        modellingToolVersion = value("versionModellierungswerkzeug", ofVersion: true)
    }

    /// Metadata of which nothing is known.
    init(isLibrary: Bool) { self.isLibrary = isLibrary }

    /// The metadata in the elements of `xs:appinfo`, or nil where none of them describes a standard.
    public init?(appinfo: some Sequence<XMLTree.Element>) {
        self.init(
            fields: appinfo.flatMap { part in part.elements.map { (part.name.local, $0.name.local, $0.text) } })
    }

    /// How the standard is called, the shortest name first; nil where it has none.
    public var displayName: String? { shortName ?? longName ?? technicalName ?? kennung }
}

extension String {
    /// The text without white space at its ends, and with one space for each run of it (XSD part 2, 4.3.6 “collapse”).
    fileprivate var collapsed: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            if !isSpace { bytes.append(byte) } else if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return bytes.count == utf8.count ? self : String(decoding: bytes, as: UTF8.self)
    }
}

extension SchemaGraph {
    /// The metadata of a document; of an umbrella that has none, that of the first document it includes that has.
    func metadata(of document: Int) -> SchemaMetadata? {
        if let own = ownMetadata(of: document) { return own }
        let included = includedInOrder(from: document).compactMap { ownMetadata(of: $0) }
        return included.first { !$0.isLibrary } ?? included.first
    }

    private func ownMetadata(of document: Int) -> SchemaMetadata? {
        let outline = documents[document].outline
        var fields: [SchemaMetadata.Field] = []
        for annotation in outline.children(0, XSS_KIND_ANNOTATION.asInt32) {
            for appinfo in outline.children(annotation, XSS_KIND_APPINFO.asInt32) {
                for part in outline.children(appinfo) {
                    let partName = names[outline.nodes[part].name]
                    for field in outline.children(part) where outline.nodes[field].text >= 0 {
                        fields.append((partName, names[outline.nodes[field].name], names[outline.nodes[field].text]))
                    }
                }
            }
        }
        return SchemaMetadata(fields: fields)
    }
}
