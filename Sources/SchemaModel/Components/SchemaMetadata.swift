import CXMLSchemas

/// What an XÖV schema tells of itself in `xs:appinfo` (XÖV handbook 3.0, chapter on metadata): the standard or library it
/// belongs to, and the version.
public struct SchemaMetadata: Sendable, Hashable {
    /// `nameKurz`, such as `XWasser`.
    public var shortName: String?
    /// `nameLang`.
    public var longName: String?
    /// `nameTechnisch`, such as `xwasser`.
    public var technicalName: String?
    /// `kennung`, such as `urn:xoev-de:lgl:standard:xwasser`.
    public var kennung: String?
    /// `version` of the standard's version.
    public var version: String?
    /// `versionXOEVHandbuch`.
    public var handbookVersion: String?
    /// Whether the schema is a library (`XOEVBibliothek`) and not a standard of its own.
    public var isLibrary: Bool
}

extension SchemaGraph {
    /// The metadata of a document; of an umbrella that has none, that of the first document it includes that has.
    func metadata(of document: Int) -> SchemaMetadata? {
        if let own = ownMetadata(of: document) { return own }
        let included = included(from: document).sorted().compactMap { ownMetadata(of: $0) }
        return included.first { !$0.isLibrary } ?? included.first
    }

    private func ownMetadata(of document: Int) -> SchemaMetadata? {
        let outline = documents[document].outline
        var values: [String: String] = [:]
        var isLibrary = false
        for annotation in outline.children(0, XSS_KIND_ANNOTATION.asInt32) {
            for appinfo in outline.children(annotation, XSS_KIND_APPINFO.asInt32) {
                for part in outline.children(appinfo) {
                    let partName = names[outline.nodes[part].name]
                    guard ["standard", "versionStandard", "XOEVBibliothek", "versionXOEVBibliothek"].contains(partName)
                    else { continue }
                    if partName.hasSuffix("Bibliothek") { isLibrary = true }
                    for field in outline.children(part) where outline.nodes[field].text >= 0 {
                        let name = names[outline.nodes[field].name]
                        if values[name] == nil { values[name] = names[outline.nodes[field].text] }
                    }
                }
            }
        }
        guard !values.isEmpty else { return nil }
        return SchemaMetadata(
            shortName: values["nameKurz"], longName: values["nameLang"], technicalName: values["nameTechnisch"],
            kennung: values["kennung"], version: values["version"], handbookVersion: values["versionXOEVHandbuch"],
            isLibrary: isLibrary)
    }
}
