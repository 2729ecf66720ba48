import Findings
import JSONCore
import SchemaModel
import XMLCore

/// One conversion of a message to JSON.
final class XMLToJSON {
    private static let schemaType = XMLName("type", in: XMLName.schemaInstanceNamespace)
    private static let schemaNil = XMLName("nil", in: XMLName.schemaInstanceNamespace)

    private let components: SchemaComponents
    private let isLenient: Bool
    private let shapes: Shapes
    private let events: DocumentEvents
    private var writer: JSONWriter
    /// The prefixes in force, the innermost last.
    private var bindings: [XMLNamespaceDeclaration] = []
    private var path: [String] = []
    private(set) var findings: [Finding] = []

    init(_ converter: MessageConverter, _ source: XMLSource, _ writer: JSONWriter) throws(XMLError) {
        components = converter.components
        isLenient = converter.options.isLenient
        shapes = Shapes(components)
        events = try DocumentEvents(source, limits: converter.options.limits, isHeld: isLenient)
        self.writer = writer
    }

    func run() throws -> [UInt8] {
        while let event = try events.next() {
            guard case .startElement(let start) = event else { continue }
            guard let id = components.elementsByName[start.name] else {
                let known = components.rootElements.map { components[$0].name.local }
                throw ConversionError(
                    .unknownRoot, at: location(start.position),
                    Message(
                        de: "Das Schema kennt das Wurzelelement \(start.name) nicht.",
                        en: "The schema does not know the root element \(start.name)."),
                    hint: Self.meant(start.name.local, among: known))
            }
            try writer.beginObject()
            writer.name("$message")
            try writer.string(start.name.local)
            if let namespace = start.name.namespace {
                writer.name("$namespace")
                try writer.string(namespace)
            }
            try element(start, id, isRoot: true)
        }
        return try writer.finish()
    }

    // MARK: Elements

    /// Writes the value of an element whose start tag was read.
    private func element(_ start: XMLStartElement, _ id: ElementID, isRoot: Bool = false) throws {
        let outer = bindings.count
        bindings += start.namespaces
        path.append(start.name.local)
        defer {
            bindings.removeSubrange(outer...)
            path.removeLast()
        }
        let shape = shapes[try type(of: start, declared: components[id].type)]
        let isNil = start[Self.schemaNil].map { ["true", "1"].contains($0.trimmed) } ?? false
        if isNil, !isRoot, start.attributes.count == 1, start.attributes[0].value == "true" {
            try expectNothing(start)
            return try writer.literal("null")
        }
        if shape.isPlain, start.attributes.isEmpty, !isRoot, case .value(let value) = shape.content {
            if try !keepsAsXML(shape, start, opensObject: true) { try write(try text(), value) }
            return
        }
        if !isRoot { try writer.beginObject() }
        try attributes(start, shape)
        if try keepsAsXML(shape, start, opensObject: false) { return try writer.end() }
        switch shape.content {
        case _ where isNil: try expectNothing(start)
        case .value(let value):
            let text = try text()
            writer.name("#text")
            try write(text, value)
        case .xml:
            writer.name("#xml")
            try writer.string(try innerXML(start))
        case .elements(let scope): try children(scope, of: start)
        }
        try writer.end()
    }

    private func type(of start: XMLStartElement, declared: TypeID) throws -> TypeID {
        guard let text = (start[Self.schemaType]?.trimmed).map(String.init) else { return declared }
        guard let name = name(text), let type = components.typesByName[name] else {
            if isLenient { return components.builtin(.anyType) }
            throw ConversionError(
                .unknownType, at: location(start.position),
                Message(
                    de: "xsi:type nennt einen Typ, den das Schema nicht kennt: \(text)",
                    en: "xsi:type names a type that the schema does not know: \(text)"))
        }
        return shapes.shapeType(type, declared: declared)
    }

    private func children(_ scope: ScopeShape?, of start: XMLStartElement) throws {
        let state = scope.map { ScopeState($0) }
        while let event = try events.next() {
            switch event {
            case .startElement(let child):
                guard let place = try state?.accept(child.name, &writer) else {
                    throw unexpected(child, in: scope)
                }
                switch place {
                case .element(let id): try element(child, id)
                case .wildcard: try writer.string(try outerXML(child))
                }
            case .text(let text), .cdata(let text):
                guard text.trimmed.isEmpty else {
                    throw ConversionError(
                        .unexpectedText, at: location(events.position),
                        Message(
                            de: "In „\(start.name.local)“ ist kein Text erlaubt.",
                            en: "No text is allowed in “\(start.name.local)”."))
                }
            case .endElement: return try state?.close(&writer) ?? ()
            case .comment, .processingInstruction: continue
            }
        }
    }

    private func unexpected(_ child: XMLStartElement, in scope: ScopeShape?) -> ConversionError {
        let isKnown = scope?.takes(child.name) ?? false
        return ConversionError(
            .unexpectedElement, at: location(child.position, below: child.name.local),
            isKnown
                ? Message(
                    de:
                        "„\(child.name.local)“ darf hier nicht stehen: die Reihenfolge stimmt nicht, oder es steht zu oft.",
                    en: "“\(child.name.local)” may not stand here: the order is wrong, or there are too many.")
                : Message(
                    de: "Das Schema kennt hier kein Element „\(child.name.local)“.",
                    en: "The schema knows no element “\(child.name.local)” here."),
            hint: isKnown ? nil : Self.meant(child.name.local, among: scope?.elements.keys.map(\.local) ?? []))
    }

    /// The text of an element to its end.
    private func text() throws -> String {
        var result = ""
        while let event = try events.next() {
            switch event {
            case .text(let text), .cdata(let text): result += text
            case .endElement: return result
            case .startElement(let child): throw unexpected(child, in: nil)
            case .comment, .processingInstruction: continue
            }
        }
        return result
    }

    private func expectNothing(_ start: XMLStartElement) throws {
        guard try text().trimmed.isEmpty else {
            throw ConversionError(
                .unexpectedText, at: location(start.position),
                Message(
                    de: "„\(start.name.local)“ ist mit xsi:nil leer, hat aber Inhalt.",
                    en: "“\(start.name.local)” is empty by xsi:nil but has content."))
        }
    }

    // MARK: XML that stays XML

    private func innerXML(_ start: XMLStartElement) throws -> String {
        try XMLFragment.text(try events.readElement(start).children, bindings: bindings)
    }

    private func outerXML(_ start: XMLStartElement) throws -> String {
        try XMLFragment.text([.element(try events.readElement(start))], bindings: bindings)
    }

    /// With a lenient conversion: keeps content that does not fit its type as XML, and tells so.
    private func keepsAsXML(_ shape: TypeShape, _ start: XMLStartElement, opensObject: Bool) throws -> Bool {
        guard isLenient, let element = events.current, try !fits(element, shape) else { return false }
        findings.append(
            Finding(
                "convert.kept-as-xml", .warning, at: location(start.position),
                Message(
                    de: "Der Inhalt von „\(start.name.local)“ passt nicht zum Schema und bleibt XML.",
                    en: "The content of “\(start.name.local)” does not fit the schema and stays XML.")))
        if opensObject { try writer.beginObject() }
        writer.name("#xml")
        try writer.string(try innerXML(start))
        if opensObject { try writer.end() }
        return true
    }

    private func fits(_ element: XMLTree.Element, _ shape: TypeShape) throws -> Bool {
        switch shape.content {
        case .xml: return true
        case .value: return !element.children.contains { $0.element != nil }
        case .elements(let scope):
            let state = scope.map { ScopeState($0) }
            var scratch = JSONWriter()
            for child in element.children {
                switch child {
                case .element(let child): if try state?.accept(child.name, &scratch) == nil { return false }
                case .text(let text), .cdata(let text): if !text.trimmed.isEmpty { return false }
                case .comment, .processingInstruction: continue
                }
            }
            return true
        }
    }

    // MARK: Attributes and values

    /// Attributes in the order of the schema, so that the order of the document does not show.
    private func attributes(_ start: XMLStartElement, _ shape: TypeShape) throws {
        guard !start.attributes.isEmpty else { return }
        var found: [(place: Int, member: String, value: String, shape: ValueShape)] = []
        for attribute in start.attributes {
            let name = attribute.name
            if name.namespace == XMLName.schemaInstanceNamespace {
                let place = name == Self.schemaType ? -3 : name == Self.schemaNil ? -2 : -1
                let shape: ValueShape =
                    name == Self.schemaType ? .name : name == Self.schemaNil ? .boolean : .text(.preserve)
                found.append((place, "@xsi:" + name.local, attribute.value, shape))
            } else if let known = shape.attributes[name] {
                found.append((known.place, known.member, attribute.value, known.shape))
            } else {
                if shape.anyAttribute?.allows(name.namespace) != true, !isLenient {
                    throw ConversionError(
                        .unexpectedAttribute, at: location(start.position),
                        Message(
                            de: "Das Schema kennt an „\(start.name.local)“ kein Attribut „\(name.local)“.",
                            en: "The schema knows no attribute “\(name.local)” of “\(start.name.local)”."),
                        hint: Self.meant(name.local, among: shape.attributes.keys.map(\.local)))
                }
                let member = name.namespace == XMLName.xmlNamespace ? "xml:" + name.local : name.description
                found.append((.max, "@" + member, attribute.value, .text(.preserve)))
            }
        }
        found.sort { ($0.place, $0.member) < ($1.place, $1.member) }
        for attribute in found {
            writer.name(attribute.member)
            try write(attribute.value, attribute.shape)
        }
    }

    private func write(_ text: String, _ shape: ValueShape) throws {
        let value = shape.normalised(text)
        switch shape {
        case .text: try writer.string(value)
        case .boolean where value == "true" || value == "false": try writer.literal(value)
        case .number where ValueShape.isCanonicalNumber(value): try writer.literal(value)
        case .boolean, .number: try writer.string(value)
        case .name: try writer.string(name(value)?.description ?? value)
        case .list(let item):
            try writer.beginArray()
            for part in value.split(separator: " ") { try write(String(part), item) }
            try writer.end()
        }
    }

    /// The name that a QName means here; nil where its prefix is not declared.
    private func name(_ text: String) -> XMLName? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : nil
        if prefix == "xml" { return XMLName(String(parts[1]), in: XMLName.xmlNamespace) }
        let namespace = bindings.last { $0.prefix == prefix }?.uri
        if prefix != nil, namespace == nil { return nil }
        return XMLName(String(parts.last ?? ""), in: namespace)
    }

    // MARK: Telling

    private func location(_ position: XMLPosition, below child: String? = nil) -> Location {
        Location(
            file: events.name, line: position.line, column: position.column,
            path: "/" + (path + [child].compactMap { $0 }).joined(separator: "/"))
    }

    static func meant(_ word: String, among words: [String]) -> Message? {
        guard let likely = NearestWords.likely(word, among: Set(words).sorted()) else { return nil }
        return Message(de: "Gemeint ist vielleicht „\(likely)“.", en: "Perhaps “\(likely)” is meant.")
    }
}

extension String {
    /// Without white space of XML at both ends.
    var trimmed: Substring {
        var text = self[...]
        while let last = text.unicodeScalars.last, " \t\n\r".unicodeScalars.contains(last) {
            text.unicodeScalars.removeLast()
        }
        while let first = text.unicodeScalars.first, " \t\n\r".unicodeScalars.contains(first) {
            text.unicodeScalars.removeFirst()
        }
        return text
    }
}
