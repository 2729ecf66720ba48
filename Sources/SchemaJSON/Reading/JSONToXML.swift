import Findings
import JSONCore
import SchemaModel
import XMLCore

/// One conversion of JSON to a message, written while the JSON text is walked through. That is done twice: the first time nothing
/// is written, but what is wrong is found, and which prefixes the root has to declare.
struct JSONToXML: ~Copyable {
    typealias Member = JSONNode.Member

    let components: SchemaComponents
    let document: JSONDocument
    private let options: MessageConverter.Options
    private let shapes: Shapes
    private var prefixes: SchemaPrefixes
    private var isWriting = false
    private var writer: XMLEventWriter
    /// A line break with the indent of each depth.
    private var indents: [String] = []

    init(_ converter: MessageConverter, _ document: JSONDocument) {
        components = converter.components
        options = converter.options
        self.document = document
        shapes = Shapes(components)
        prefixes = SchemaPrefixes(components)
        writer = XMLEventWriter(options: XMLWriterOptions())
    }

    consuming func run(message: String?) throws(ConversionError) -> [UInt8] {
        guard let head = MessageConverter.head(of: document, message: message),
            case .object(let members) = document.root.value
        else {
            throw ConversionError(
                .noMessage, at: document.location(of: document.root.offset),
                Message(
                    de: "Der JSON-Text sagt nicht, welche Nachricht er ist.",
                    en: "The JSON text does not say which message it is."),
                hint: Message(
                    de: "Ergänzen Sie „$message“ (und „$namespace“) oder nennen Sie die Nachricht mit --message.",
                    en: "Add “$message” (and “$namespace”), or name the message with --message."))
        }
        let id = try root(head.name, members)
        let content = JSONNode(
            value: .object(members.filter { !["$message", "$namespace"].contains($0.name) }), offset: 0)
        try element(id, content, depth: 0)
        isWriting = true
        try write(content) { writer throws(XMLError) in try writer.startDocument() }
        try element(id, content, depth: 0)
        do throws(XMLError) {
            return try writer.finish()
        } catch {
            throw ConversionError(error.finding)
        }
    }

    /// Writes something, the second time. What XML cannot carry is told at the place of the JSON value.
    private mutating func write(
        _ node: JSONNode, _ body: (inout XMLEventWriter) throws(XMLError) -> Void
    ) throws(ConversionError) {
        guard isWriting else { return }
        do throws(XMLError) {
            try body(&writer)
        } catch {
            throw ConversionError(.badValue, at: document.location(of: node.offset), error.message, hint: error.hint)
        }
    }

    private func root(_ name: XMLName, _ members: [Member]) throws(ConversionError) -> ElementID {
        if let id = components.elementsByName[name] { return id }
        let roots = components.rootElements
        let same = roots.filter { components[$0].name.local == name.local }
        if let only = same.first, same.count == 1, name.namespace == nil { return only }
        let offset = members.first { $0.name == "$message" }?.node.offset ?? 0
        throw ConversionError(
            .unknownRoot, at: document.location(of: offset),
            Message(
                de: "Das Schema kennt keine Nachricht „\(name)“.", en: "The schema knows no message “\(name)”."),
            hint: XMLToJSON.meant(name.local, among: roots.map { components[$0].name.local }))
    }

    // MARK: Elements

    private mutating func element(_ id: ElementID, _ node: JSONNode, depth: Int) throws(ConversionError) {
        let name = components[id].name
        let prefix = prefixes.prefix(for: name.namespace)
        let namespaces = depth == 0 ? prefixes.declarations : []
        try write(node) { writer throws(XMLError) in
            try writer.startElement(name, prefix: prefix, namespaces: namespaces)
        }
        try content(id, node, depth: depth)
        try write(node) { writer throws(XMLError) in try writer.endElement() }
    }

    /// Attributes and content of the element that was begun.
    private mutating func content(_ id: ElementID, _ node: JSONNode, depth: Int) throws(ConversionError) {
        let declaration = components[id]
        let owner = declaration.name.local
        guard case .object(let members) = node.value else {
            if case .null = node.value {
                return try attribute(XMLName("nil", in: XMLName.schemaInstanceNamespace), "true", node)
            }
            guard case .value(let shape) = shapes[declaration.type].content else {
                throw wrongType(node, "ein Objekt", "an object", owner)
            }
            return try write(try text(node, shape, owner), node)
        }
        var type = declaration.type
        if let member = members.first(where: { $0.name == "@xsi:type" }) {
            type = shapes.shapeType(try schemaType(member), declared: type)
        }
        let shape = shapes[type]
        try attributes(members, shape, owner)
        let content = members.filter { !$0.name.hasPrefix("@") }
        if let xml = content.first(where: { $0.name == "#xml" }) {
            if let other = content.first(where: { $0.name != "#xml" }) { throw unknown(other, among: ["#xml"], owner) }
            let nodes = try nodes(xml.node)
            return try write(xml.node) { writer throws(XMLError) in try XMLFragment.write(nodes, &writer) }
        }
        switch shape.content {
        case .value(let value):
            for member in content {
                guard member.name == "#text" else { throw unknown(member, among: ["#text"], owner) }
                try write(try text(member.node, value, owner), member.node)
            }
        case .xml:
            if let member = content.first { throw unknown(member, among: ["#xml"], owner) }
        case .elements(let scope):
            guard let scope else {
                if let member = content.first { throw unknown(member, among: [], owner) }
                return
            }
            if try append(content, scope, depth: depth + 1, in: owner) { try breakLine(depth, node) }
        }
    }

    private mutating func write(_ text: String, _ node: JSONNode) throws(ConversionError) {
        try write(node) { writer throws(XMLError) in try writer.text(text) }
    }

    private mutating func breakLine(_ depth: Int, _ node: JSONNode) throws(ConversionError) {
        guard isWriting else { return }
        while indents.count <= depth { indents.append("\n" + String(repeating: " ", count: 2 * indents.count)) }
        try write(indents[depth], node)
    }

    private func schemaType(_ member: Member) throws(ConversionError) -> TypeID {
        guard case .string(let text) = member.node.value else {
            throw wrongType(member.node, "ein Text", "a string", "xsi:type")
        }
        if let name = ClarkName.parse(text), let type = components.typesByName[name] { return type }
        throw ConversionError(
            .unknownType, at: document.location(of: member.node.offset),
            Message(
                de: "Das Schema kennt den Typ „\(text)“ nicht.", en: "The schema does not know the type “\(text)”."),
            hint: XMLToJSON.meant(text, among: components.typesByName.keys.map(\.description)))
    }

    // MARK: Content

    /// Writes the child elements of an object; false when there are none.
    private mutating func append(
        _ members: [Member], _ scope: ScopeShape, depth: Int, in owner: String
    ) throws(ConversionError) -> Bool {
        if scope.isAmbiguous { return try appendSingles(members, scope, depth: depth, in: owner) }
        var byField: [Int: Member] = [:]
        var order = Array(scope.fields.indices)
        for member in members {
            if member.name == "#order" {
                order = try self.order(member, scope, owner)
            } else if let field = scope.field(member.name) {
                byField[field] = member
            } else {
                throw unknown(member, among: scope.memberNames, owner)
            }
        }
        var hasElements = false
        for index in order {
            guard let member = byField[index] else { continue }
            let field = scope.fields[index]
            guard field.repeats else {
                if try append(member.node, field.kind, depth: depth, in: member.name) { hasElements = true }
                continue
            }
            guard case .array(let items) = member.node.value else {
                throw wrongType(member.node, "ein Array", "an array", member.name)
            }
            for item in items where try append(item, field.kind, depth: depth, in: member.name) { hasElements = true }
        }
        return hasElements
    }

    private mutating func append(
        _ node: JSONNode, _ kind: ScopeShape.Field.Kind, depth: Int, in owner: String
    ) throws(ConversionError) -> Bool {
        switch kind {
        case .element(_, let id):
            try breakLine(depth, node)
            try element(id, node, depth: depth)
        case .wildcard:
            let elements = try nodes(node).compactMap(\.element)
            guard let only = elements.first, elements.count == 1 else {
                throw ConversionError(
                    .badXML, at: document.location(of: node.offset),
                    Message(
                        de: "„\(owner)“ muss genau ein XML-Element enthalten.",
                        en: "“\(owner)” must hold exactly one XML element."))
            }
            try breakLine(depth, node)
            try write(node) { writer throws(XMLError) in try writer.element(only) }
        case .group(let scope):
            guard case .object(let members) = node.value else {
                throw wrongType(node, "ein Objekt", "an object", owner)
            }
            return try append(members, scope, depth: depth, in: owner)
        }
        return true
    }

    /// Content in which a name has several places: a list of objects of one member each.
    private mutating func appendSingles(
        _ members: [Member], _ scope: ScopeShape, depth: Int, in owner: String
    ) throws(ConversionError) -> Bool {
        var hasElements = false
        for member in members {
            guard member.name == "#content" else { throw unknown(member, among: ["#content"], owner) }
            guard case .array(let items) = member.node.value else {
                throw wrongType(member.node, "ein Array", "an array", member.name)
            }
            for item in items {
                guard case .object(let inner) = item.value, let only = inner.first, inner.count == 1 else {
                    throw wrongType(item, "ein Objekt mit einem Eintrag", "an object of one member", member.name)
                }
                let kind: ScopeShape.Field.Kind
                if only.name == "#any", let wildcard = scope.wildcards.first {
                    kind = .wildcard(wildcard)
                } else if let name = scope.namesByMember[only.name], let id = scope.elements[name] {
                    kind = .element(name, id)
                } else {
                    throw unknown(only, among: Array(scope.namesByMember.keys), owner)
                }
                if try append(only.node, kind, depth: depth, in: only.name) { hasElements = true }
            }
        }
        return hasElements
    }

    /// The fields in the order that `#order` gives, then the others.
    private func order(_ member: Member, _ scope: ScopeShape, _ owner: String) throws(ConversionError) -> [Int] {
        guard case .array(let items) = member.node.value else {
            throw wrongType(member.node, "ein Array", "an array", member.name)
        }
        var result: [Int] = []
        for item in items {
            guard case .string(let name) = item.value else { throw wrongType(item, "ein Text", "a string", "#order") }
            guard let field = scope.field(name) else {
                throw unknown(Member(name: name, offset: item.offset, node: item), among: scope.memberNames, owner)
            }
            if !result.contains(field) { result.append(field) }
        }
        return result + scope.fields.indices.filter { !result.contains($0) }
    }

    private func nodes(_ node: JSONNode) throws(ConversionError) -> [XMLTree.Node] {
        guard case .string(let text) = node.value else {
            throw wrongType(node, "XML als Text", "XML as a string", "#xml")
        }
        do throws(XMLError) {
            return try XMLFragment.nodes(text, limits: options.limits)
        } catch {
            throw ConversionError(
                .badXML, at: document.location(of: node.offset),
                Message(
                    de: "Das XML in diesem Text ist nicht wohlgeformt: \(text: error.message.de)",
                    en: "The XML in this string is not well-formed: \(text: error.message.en)"), hint: error.hint)
        }
    }

    // MARK: Attributes and values

    private mutating func attributes(
        _ members: [Member], _ shape: TypeShape, _ owner: String
    ) throws(ConversionError) {
        var found: [(place: Int, name: XMLName, value: String, node: JSONNode)] = []
        for member in members where member.name.hasPrefix("@") {
            let written = String(member.name.dropFirst())
            let node = member.node
            if written.hasPrefix("xsi:") {
                let local = String(written.dropFirst(4))
                let value: ValueShape = local == "type" ? .name : local == "nil" ? .boolean : .text(.preserve)
                let place = local == "type" ? -3 : local == "nil" ? -2 : -1
                let name = XMLName(local, in: XMLName.schemaInstanceNamespace)
                found.append((place, name, try text(node, value, written), node))
            } else if let known = shape.attributesByMember[member.name] {
                found.append((known.place, known.name, try text(node, known.shape, written), node))
            } else {
                let name =
                    written.hasPrefix("xml:")
                    ? XMLName(String(written.dropFirst(4)), in: XMLName.xmlNamespace) : ClarkName.parse(written)
                guard let name, options.isLenient || shape.anyAttribute?.allows(name.namespace) == true else {
                    throw unknown(member, among: Array(shape.attributesByMember.keys), owner)
                }
                found.append((.max, name, try text(node, .text(.preserve), written), node))
            }
        }
        for attribute in found.sorted(by: { ($0.place, $0.name) < ($1.place, $1.name) }) {
            try self.attribute(attribute.name, attribute.value, attribute.node)
        }
    }

    private mutating func attribute(_ name: XMLName, _ value: String, _ node: JSONNode) throws(ConversionError) {
        let prefix = prefixes.prefix(for: name.namespace)
        try write(node) { writer throws(XMLError) in try writer.attribute(name, prefix: prefix, value) }
    }

    private mutating func text(
        _ node: JSONNode, _ shape: ValueShape, _ owner: String
    ) throws(ConversionError) -> String {
        switch (shape, node.value) {
        case (.text, .string(let text)): return text
        case (.text, _): throw wrongType(node, "ein Text", "a string", owner)
        case (.boolean, .bool(let flag)): return flag ? "true" : "false"
        case (.boolean, .string(let text)):
            if ["true", "false", "1", "0", ""].contains(shape.normalised(text)) { return text }
            throw badValue(node, text, "true, false", owner)
        case (.boolean, _): throw wrongType(node, "true oder false", "true or false", owner)
        case (.number(let isWhole, let isFloating), .number(let text)),
            (.number(let isWhole, let isFloating), .string(let text)):
            let value = shape.normalised(text)
            if value.isEmpty || ValueShape.isNumber(value, isWhole: isWhole, isFloating: isFloating) { return text }
            throw badValue(node, text, isWhole ? "1, -20, 300" : "1, -2.5", owner)
        case (.number, _): throw wrongType(node, "eine Zahl", "a number", owner)
        case (.name, .string(let text)):
            guard let name = ClarkName.parse(text) else { throw badValue(node, text, "{namespace}name", owner) }
            return prefixes.prefix(for: name.namespace).map { "\($0):\(name.local)" } ?? name.local
        case (.name, _): throw wrongType(node, "ein Text", "a string", owner)
        case (.list(let item), .array(let items)):
            var parts: [String] = []
            for part in items { parts.append(try text(part, item, owner)) }
            return parts.joined(separator: " ")
        case (.list, _): throw wrongType(node, "ein Array", "an array", owner)
        }
    }

    // MARK: Telling

    private func wrongType(_ node: JSONNode, _ de: String, _ en: String, _ owner: String) -> ConversionError {
        let (foundDe, foundEn) =
            switch node.value {
            case .object: ("ein Objekt", "an object")
            case .array: ("ein Array", "an array")
            case .string: ("ein Text", "a string")
            case .number: ("eine Zahl", "a number")
            case .bool: ("ein Wahrheitswert", "a truth value")
            case .null: ("null", "null")
            }
        return ConversionError(
            .wrongType, at: document.location(of: node.offset),
            Message(
                de: "„\(owner)“: erwartet wird \(de), gefunden wurde \(foundDe).",
                en: "“\(owner)”: \(en) is expected, \(foundEn) was found."))
    }

    private func badValue(_ node: JSONNode, _ text: String, _ examples: String, _ owner: String) -> ConversionError {
        ConversionError(
            .badValue, at: document.location(of: node.offset),
            Message(
                de: "„\(owner)“: der Wert \(value: text) passt nicht zum Typ.",
                en: "“\(owner)”: the value \(value: text) does not fit the type."),
            hint: Message(de: "Möglich sind Werte wie \(examples).", en: "Values such as \(examples) are possible."))
    }

    private func unknown(_ member: Member, among names: [String], _ owner: String) -> ConversionError {
        ConversionError(
            .unknownMember, at: document.location(of: member.offset),
            Message(
                de: "Das Schema kennt in „\(owner)“ keinen Eintrag „\(member.name)“.",
                en: "The schema knows no member “\(member.name)” in “\(owner)”."),
            hint: XMLToJSON.meant(member.name, among: names)
                ?? (names.isEmpty || names.count > 12
                    ? nil
                    : Message(
                        de: "Es gibt: \(names.sorted().joined(separator: ", "))",
                        en: "There are: \(names.sorted().joined(separator: ", "))")))
    }
}
