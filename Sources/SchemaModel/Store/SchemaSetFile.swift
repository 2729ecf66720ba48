import Archives
import Findings
import XMLCore

/// The file `schemaset.xml` of a stored set: what it is and what its files must be.
enum SchemaSetFile {
    static let name = "schemaset.xml"
    static let namespace = "urn:swift-xoev:schemaset:1.0"

    /// What is kept of a standard's metadata, under the names of `xs:appinfo`.
    private static var texts: [(name: String, path: WritableKeyPath<SchemaMetadata, String?>)] {
        [
            ("nameKurz", \.shortName), ("nameLang", \.longName), ("nameTechnisch", \.technicalName),
            ("kennung", \.kennung), ("beschreibung", \.description), ("version", \.version),
            ("beschreibungVersion", \.versionDescription), ("versionXOEVHandbuch", \.handbookVersion),
            ("versionXOEVProfil", \.profileVersion), ("versionXGenerator", \.generatorVersion),
            ("nameModellierungswerkzeug", \.modellingTool),
            ("versionModellierungswerkzeug", \.modellingToolVersion),
        ]
    }

    static func write(_ set: StoredSchemaSet, to folder: String) throws {
        var writer = XMLEventWriter(options: XMLWriterOptions(indent: 2))
        try writer.startDocument()
        try writer.startElement(XMLName("schemaset", in: namespace))
        try writer.attribute(XMLName("formatVersion"), "1.0")
        for standard in set.standards {
            try writer.startElement(XMLName("standard", in: namespace))
            let fields =
                texts.map { ($0.name, standard[keyPath: $0.path]) }
                + [("bibliothek", standard.isLibrary ? "true" : nil)]
            for (name, value) in fields { if let value { try writer.attribute(XMLName(name), value) } }
            try writer.endElement()
        }
        for uri in set.namespaces { try writer.element(XMLName("namensraum", in: namespace), text: uri) }
        for file in set.files {
            try writer.startElement(XMLName("datei", in: namespace))
            try writer.attribute(XMLName("pfad"), file.path)
            try writer.attribute(XMLName("sha256"), file.sha256)
            try writer.attribute(XMLName("groesse"), "\(file.size)")
            try writer.endElement()
        }
        try writer.endElement()
        try AtomicFile.write(try writer.finish(), to: "\(folder)/\(Self.name)")
    }

    static func read(_ path: String, name: String) throws(SchemaError) -> StoredSchemaSet {
        let root: XMLTree.Element
        do throws(XMLError) {
            root = try XMLTree(.file(path)).root
        } catch {
            throw SchemaError(.store, first: error.finding)
        }
        guard root.name == XMLName("schemaset", in: namespace), root["formatVersion"] == "1.0" else {
            throw SchemaError(
                .store, at: Location(file: path),
                Message(
                    de: "Die Datei beschreibt keinen Schemasatz der Formatversion 1.0.",
                    en: "The file does not describe a schema set of format version 1.0."),
                hint: Message(
                    de: "Löschen Sie den Ordner, und fügen Sie die Schemas neu hinzu.",
                    en: "Delete the folder and add the schemas again."))
        }
        let standards = root.all(XMLName("standard", in: namespace)).map { element in
            var metadata = SchemaMetadata(isLibrary: element["bibliothek"] == "true")
            for text in texts { metadata[keyPath: text.path] = element[text.name] }
            return metadata
        }
        let files = root.all(XMLName("datei", in: namespace)).map { element in
            StoredSchemaSet.File(
                path: element["pfad"] ?? "", sha256: element["sha256"] ?? "",
                size: element["groesse"].flatMap { Int($0) } ?? 0)
        }
        return StoredSchemaSet(
            name: name, standards: standards,
            namespaces: root.all(XMLName("namensraum", in: namespace)).map(\.text), files: files)
    }
}
