import XMLCore

/// Writes code lists as genericode 1.0 in the form of XRepository: UTF-8, two spaces per level, only the root in the
/// namespace of genericode, the namespaces of the annotations declared at the root.
public struct GenericodeWriter: Sendable {
    /// How a list is written.
    public struct Options: Sendable, Hashable {
        /// The spaces per level, or nil for no line breaks.
        public var indent: Int?
        /// Whether the document ends with a line break. XRepository writes none.
        public var endsWithNewline: Bool
        /// Whether the root gets the attributes and the document the comments that it was read with.
        public var keepsPresentation: Bool

        /// Options; without arguments those of XRepository.
        public init(indent: Int? = 2, endsWithNewline: Bool = false, keepsPresentation: Bool = true) {
            self.indent = indent
            self.endsWithNewline = endsWithNewline
            self.keepsPresentation = keepsPresentation
        }
    }

    /// How a list is written.
    public var options: Options

    /// A writer.
    public init(options: Options = Options()) { self.options = options }

    /// The list as bytes.
    ///
    /// - Throws: `CodeListError` with code `notWritable` for what XML cannot carry, such as control characters.
    public func write(_ list: CodeList) throws(CodeListError) -> [UInt8] {
        do {
            var writing = GenericodeWriting(
                writer: XMLEventWriter(options: xmlOptions), keepsPresentation: options.keepsPresentation)
            try writing.write(list)
            return try writing.finish()
        } catch {
            throw CodeListError(error)
        }
    }

    /// Writes the list in pieces of about 64 kB.
    ///
    /// - Throws: `CodeListError` with code `notWritable` for what XML cannot carry, and for what `sink` throws.
    public func write(_ list: CodeList, to sink: @escaping XMLEventWriter.Sink) throws(CodeListError) {
        do {
            var writing = GenericodeWriting(
                writer: XMLEventWriter(options: xmlOptions, sink: sink), keepsPresentation: options.keepsPresentation)
            try writing.write(list)
            _ = try writing.finish()
        } catch {
            throw CodeListError(error)
        }
    }

    private var xmlOptions: XMLWriterOptions {
        XMLWriterOptions(indent: options.indent, endsWithNewline: options.endsWithNewline)
    }
}

/// One writing of one list.
private struct GenericodeWriting: ~Copyable {
    var writer: XMLEventWriter
    let keepsPresentation: Bool

    consuming func finish() throws(XMLError) -> [UInt8] { try writer.finish() }

    mutating func write(_ list: CodeList) throws(XMLError) {
        try writer.startDocument()
        try writer.startElement(
            XMLName("CodeList", in: Genericode.namespace10), prefix: "gc", namespaces: namespaces(of: list))
        if keepsPresentation {
            for attribute in list.presentation.attributes {
                try writer.attribute(attribute.name, prefix: attribute.prefix, attribute.value)
            }
            for comment in list.presentation.comments { try writer.comment(comment) }
        }
        try annotation(list.annotation)
        try identification(list.identification)
        if let reference = list.columnSetReference {
            try start("ColumnSetRef", ("xml:base", reference.base))
            try annotation(reference.annotation)
            try self.reference(reference)
            try writer.endElement()
        } else {
            try start("ColumnSet", ("DatatypeLibrary", list.datatypeLibrary))
            for column in list.columns { try self.column(column) }
            for key in list.keys { try self.key(key) }
            try writer.endElement()
        }
        if let rows = list.rows { try self.rows(rows, of: list) }
        try writer.endElement()
    }

    /// `gc`, what the annotations need, `xsi`: in the order of XRepository, each prefix once.
    private func namespaces(of list: CodeList) -> [XMLNamespaceDeclaration] {
        var result = [XMLNamespaceDeclaration(prefix: "gc", uri: Genericode.namespace10)]
        func add(_ prefix: String?, _ uri: String) {
            guard let prefix, prefix != "xml", !result.contains(where: { $0.prefix == prefix }) else { return }
            result.append(XMLNamespaceDeclaration(prefix: prefix, uri: uri))
        }
        func collect(_ element: XMLTree.Element, declared: Set<String>) {
            var declared = declared
            for declaration in element.namespaces { declared.insert(declaration.prefix ?? "") }
            if let prefix = element.prefix, !declared.contains(prefix), let uri = element.name.namespace {
                add(prefix, uri)
            }
            for attribute in element.attributes {
                if let prefix = attribute.prefix, !declared.contains(prefix), let uri = attribute.name.namespace {
                    add(prefix, uri)
                }
            }
            for child in element.elements { collect(child, declared: declared) }
        }
        var annotations = [list.annotation, list.rowsAnnotation, list.columnSetReference?.annotation]
        for column in list.columns { annotations += [column.annotation, column.data?.annotation] }
        for key in list.keys { annotations += [key.annotation] + key.columns.map(\.annotation) }
        annotations += list.rows?.annotations.values.map { $0 } ?? []
        annotations += list.rows?.cellAnnotations.values.map { $0 } ?? []
        let elements = annotations.compactMap { $0?.elements }.joined()
        let xsi = XMLNamespaceDeclaration(prefix: "xsi", uri: XMLName.schemaInstanceNamespace)
        guard keepsPresentation, !list.presentation.namespaces.isEmpty else {
            for element in elements { collect(element, declared: []) }
            add(xsi.prefix, xsi.uri)
            return result
        }
        let own = [Genericode.namespace10, Genericode.namespace04]
        let read = list.presentation.namespaces.filter { $0.prefix != nil }
        result = read.filter { !own.contains($0.uri) || $0.prefix == "gc" }.map { declaration in
            XMLNamespaceDeclaration(
                prefix: declaration.prefix, uri: declaration.prefix == "gc" ? Genericode.namespace10 : declaration.uri)
        }
        for element in elements { collect(element, declared: []) }
        return result
    }

    // MARK: Parts before the rows

    private mutating func start(_ local: String, _ attributes: (String, String?)...) throws(XMLError) {
        try writer.startElement(XMLName(local))
        for (name, value) in attributes {
            guard let value else { continue }
            if name.hasPrefix("xml:") {
                try writer.attribute(
                    XMLName(String(name.dropFirst(4)), in: XMLName.xmlNamespace), prefix: "xml", value)
            } else {
                try writer.attribute(XMLName(name), value)
            }
        }
    }

    private mutating func text(_ local: String, _ text: CodeListText) throws(XMLError) {
        try start(local, ("Identifier", text.identifier), ("xml:lang", text.language))
        try writer.text(text.value)
        try writer.endElement()
    }

    private mutating func text(_ local: String, _ text: String?) throws(XMLError) {
        guard let text else { return }
        try writer.element(XMLName(local), text: text)
    }

    private mutating func annotation(_ annotation: CodeListAnnotation?) throws(XMLError) {
        guard let annotation else { return }
        try start("Annotation")
        for description in annotation.descriptions {
            try start("Description", ("xml:lang", description.language))
            try content(description.content)
            try writer.endElement()
        }
        if let appInfo = annotation.appInfo {
            try start("AppInfo")
            try content(appInfo)
            try writer.endElement()
        }
        try writer.endElement()
    }

    private mutating func content(_ nodes: [XMLTree.Node]) throws(XMLError) {
        for node in nodes {
            switch node {
            case .element(let element): try writer.element(element)
            case .text(let text): try writer.text(text)
            case .cdata(let text): try writer.cdata(text)
            case .comment(let text): try writer.comment(text)
            case .processingInstruction(let target, let data):
                try writer.processingInstruction(target: target, data: data)
            }
        }
    }

    private mutating func identification(_ identification: CodeListIdentification) throws(XMLError) {
        try start("Identification")
        try text("ShortName", identification.shortName)
        for name in identification.longNames { try text("LongName", name) }
        try text("Version", identification.version)
        try text("CanonicalUri", identification.canonicalURI)
        try text("CanonicalVersionUri", identification.canonicalVersionURI)
        for uri in identification.locationURIs { try text("LocationUri", uri) }
        for format in identification.alternateFormats {
            try start("AlternateFormatLocationUri", ("MimeType", format.mimeType))
            try writer.text(format.uri)
            try writer.endElement()
        }
        if let agency = identification.agency {
            try start("Agency")
            if let name = agency.shortName { try text("ShortName", name) }
            for name in agency.longNames { try text("LongName", name) }
            for identifier in agency.identifiers { try text("Identifier", identifier) }
            try writer.endElement()
        }
        try writer.endElement()
    }

    private mutating func reference(_ reference: CodeListReference) throws(XMLError) {
        try text("CanonicalVersionUri", reference.canonicalVersionURI)
        for uri in reference.locationURIs { try text("LocationUri", uri) }
    }

    private mutating func column(_ column: CodeListColumn) throws(XMLError) {
        try start(
            column.reference == nil ? "Column" : "ColumnRef", ("Id", column.id),
            ("ExternalRef", column.reference?.externalID), ("Use", column.use?.rawValue),
            ("xml:base", column.reference?.base))
        try annotation(column.annotation)
        if let reference = column.reference {
            try self.reference(reference)
        } else {
            if let name = column.shortName { try text("ShortName", name) }
            for name in column.longNames { try text("LongName", name) }
            try text("CanonicalUri", column.canonicalURI)
            try text("CanonicalVersionUri", column.canonicalVersionURI)
        }
        if let data = column.data {
            try start("Data", ("Type", data.type), ("DatatypeLibrary", data.library), ("Lang", data.language))
            try annotation(data.annotation)
            for parameter in data.parameters {
                try start("Parameter", ("ShortName", parameter.shortName), ("LongName", parameter.longName))
                try writer.text(parameter.value)
                try writer.endElement()
            }
            try writer.endElement()
        }
        try writer.endElement()
    }

    private mutating func key(_ key: CodeListKey) throws(XMLError) {
        try start(
            key.reference == nil ? "Key" : "KeyRef", ("Id", key.id), ("ExternalRef", key.reference?.externalID),
            ("xml:base", key.reference?.base))
        try annotation(key.annotation)
        if let reference = key.reference {
            try self.reference(reference)
        } else {
            if let name = key.shortName { try text("ShortName", name) }
            for name in key.longNames { try text("LongName", name) }
            try text("CanonicalUri", key.canonicalURI)
            try text("CanonicalVersionUri", key.canonicalVersionURI)
            for column in key.columns {
                try start("ColumnRef", ("Ref", column.columnID))
                try annotation(column.annotation)
                try writer.endElement()
            }
        }
        try writer.endElement()
    }

    // MARK: Rows

    private mutating func rows(_ rows: CodeListRows, of list: CodeList) throws(XMLError) {
        let ids = list.columns.map(\.id)
        try start("SimpleCodeList")
        try annotation(list.rowsAnnotation)
        for row in rows.indices {
            try writer.startElement(XMLName("Row"))
            try annotation(rows.annotations[row])
            for column in ids.indices {
                let cell = rows[row, column]
                if cell == .missing { continue }
                try writer.startElement(XMLName("Value"))
                try writer.attribute(XMLName("ColumnRef"), ids[column])
                try annotation(rows.cellAnnotations[row * rows.columnCount + column])
                switch cell {
                case .text(let text): try writer.element(XMLName("SimpleValue"), text: text)
                case .complex(let nodes):
                    try writer.startElement(XMLName("ComplexValue"))
                    try content(nodes)
                    try writer.endElement()
                case .missing, .undefined: break
                }
                try writer.endElement()
            }
            try writer.endElement()
        }
        try writer.endElement()
    }
}
