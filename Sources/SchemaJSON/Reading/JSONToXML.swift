import Findings
import JSONCore
import SchemaModel
import XMLCore

/// One conversion of JSON to a message.
struct JSONToXML {
    typealias Member = JSONNode.Member

    let components: SchemaComponents
    let document: JSONDocument
    private let options: MessageConverter.Options
    private let shapes: Shapes
    private var prefixes: SchemaPrefixes
    private(set) var findings: [Finding] = []

    init(_ converter: MessageConverter, _ document: JSONDocument) {
        components = converter.components
        options = converter.options
        self.document = document
        shapes = Shapes(components)
        prefixes = SchemaPrefixes(components)
    }

    mutating func run(message: String?) throws(ConversionError) -> XMLTree {
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
        var root = try element(
            id, JSONNode(value: .object(members.filter { !["$message", "$namespace"].contains($0.name) }), offset: 0),
            depth: 0)
        root.namespaces = prefixes.declarations
        return XMLTree(root: root)
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

    private mutating func element(_ id: ElementID, _ node: JSONNode, depth: Int) throws(ConversionError)
        -> XMLTree.Element
    {
        let declaration = components[id]
        var result = XMLTree.Element(declaration.name, prefix: prefixes.prefix(for: declaration.name.namespace))
        guard case .object(let members) = node.value else {
            if case .null = node.value {
                add(XMLName("nil", in: XMLName.schemaInstanceNamespace), "true", to: &result)
                return result
            }
            guard case .value(let shape) = shapes[declaration.type].content else {
                throw wrongType(node, "ein Objekt", "an object", declaration.name.local)
            }
            setText(try text(node, shape, declaration.name.local), of: &result)
            return result
        }
        var type = declaration.type
        if let member = members.first(where: { $0.name == "@xsi:type" }) {
            type = shapes.shapeType(try schemaType(member), declared: type)
        }
        let shape = shapes[type]
        try attributes(members, shape, of: &result)
        let content = members.filter { !$0.name.hasPrefix("@") }
        if let xml = content.first(where: { $0.name == "#xml" }) {
            if let other = content.first(where: { $0.name != "#xml" }) {
                throw unknown(other, among: ["#xml"], declaration.name.local)
            }
            result.children = try nodes(xml.node)
            return result
        }
        switch shape.content {
        case .value(let value):
            for member in content {
                guard member.name == "#text" else { throw unknown(member, among: ["#text"], declaration.name.local) }
                setText(try text(member.node, value, declaration.name.local), of: &result)
            }
        case .xml:
            if let member = content.first { throw unknown(member, among: ["#xml"], declaration.name.local) }
        case .elements(let scope):
            guard let scope else {
                if let member = content.first { throw unknown(member, among: [], declaration.name.local) }
                break
            }
            var children: [XMLTree.Element] = []
            try append(content, scope, to: &children, depth: depth + 1, in: declaration.name.local)
            layOut(children, of: &result, depth: depth)
        }
        return result
    }

    private func setText(_ text: String, of element: inout XMLTree.Element) {
        if !text.isEmpty { element.children = [.text(text)] }
    }

    private func layOut(_ children: [XMLTree.Element], of element: inout XMLTree.Element, depth: Int) {
        guard !children.isEmpty else { return }
        let indent = "\n" + String(repeating: " ", count: 2 * (depth + 1))
        for child in children { element.children += [.text(indent), .element(child)] }
        element.children.append(.text(String(indent.dropLast(2))))
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

    private mutating func append(
        _ members: [Member], _ scope: ScopeShape, to children: inout [XMLTree.Element], depth: Int, in owner: String
    ) throws(ConversionError) {
        if scope.isAmbiguous { return try appendSingles(members, scope, to: &children, depth: depth, in: owner) }
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
        for index in order {
            guard let member = byField[index] else { continue }
            let field = scope.fields[index]
            var nodes = [member.node]
            if field.repeats {
                guard case .array(let items) = member.node.value else {
                    throw wrongType(member.node, "ein Array", "an array", member.name)
                }
                nodes = items
            }
            for node in nodes { try append(node, field.kind, to: &children, depth: depth, in: member.name) }
        }
    }

    private mutating func append(
        _ node: JSONNode, _ kind: ScopeShape.Field.Kind, to children: inout [XMLTree.Element], depth: Int,
        in owner: String
    ) throws(ConversionError) {
        switch kind {
        case .element(_, let id): children.append(try element(id, node, depth: depth))
        case .wildcard:
            let elements = try nodes(node).compactMap(\.element)
            guard let only = elements.first, elements.count == 1 else {
                throw ConversionError(
                    .badXML, at: document.location(of: node.offset),
                    Message(
                        de: "„\(owner)“ muss genau ein XML-Element enthalten.",
                        en: "“\(owner)” must hold exactly one XML element."))
            }
            children.append(only)
        case .group(let scope):
            guard case .object(let members) = node.value else {
                throw wrongType(node, "ein Objekt", "an object", owner)
            }
            try append(members, scope, to: &children, depth: depth, in: owner)
        }
    }

    /// Content in which a name has several places: a list of objects of one member each.
    private mutating func appendSingles(
        _ members: [Member], _ scope: ScopeShape, to children: inout [XMLTree.Element], depth: Int, in owner: String
    ) throws(ConversionError) {
        for member in members {
            guard member.name == "#content" else { throw unknown(member, among: ["#content"], owner) }
            guard case .array(let items) = member.node.value else {
                throw wrongType(member.node, "ein Array", "an array", member.name)
            }
            for item in items {
                guard case .object(let inner) = item.value, let only = inner.first, inner.count == 1 else {
                    throw wrongType(item, "ein Objekt mit einem Eintrag", "an object of one member", member.name)
                }
                if only.name == "#any", let wildcard = scope.wildcards.first {
                    try append(only.node, .wildcard(wildcard), to: &children, depth: depth, in: only.name)
                } else if let name = scope.namesByMember[only.name], let id = scope.elements[name] {
                    children.append(try element(id, only.node, depth: depth))
                } else {
                    throw unknown(only, among: Array(scope.namesByMember.keys), owner)
                }
            }
        }
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
        _ members: [Member], _ shape: TypeShape, of element: inout XMLTree.Element
    ) throws(ConversionError) {
        var found: [(place: Int, name: XMLName, value: String)] = []
        for member in members where member.name.hasPrefix("@") {
            let written = String(member.name.dropFirst())
            if written.hasPrefix("xsi:") {
                let local = String(written.dropFirst(4))
                let value: ValueShape = local == "type" ? .name : local == "nil" ? .boolean : .text(.preserve)
                found.append(
                    (
                        local == "type" ? -3 : local == "nil" ? -2 : -1,
                        XMLName(local, in: XMLName.schemaInstanceNamespace), try text(member.node, value, written)
                    ))
            } else if let known = shape.attributesByMember[member.name] {
                found.append((known.place, known.name, try text(member.node, known.shape, written)))
            } else {
                let name =
                    written.hasPrefix("xml:")
                    ? XMLName(String(written.dropFirst(4)), in: XMLName.xmlNamespace) : ClarkName.parse(written)
                guard let name, options.isLenient || shape.anyAttribute?.allows(name.namespace) == true else {
                    throw unknown(member, among: Array(shape.attributesByMember.keys), element.name.local)
                }
                found.append((.max, name, try text(member.node, .text(.preserve), written)))
            }
        }
        for attribute in found.sorted(by: { ($0.place, $0.name) < ($1.place, $1.name) }) {
            add(attribute.name, attribute.value, to: &element)
        }
    }

    private mutating func add(_ name: XMLName, _ value: String, to element: inout XMLTree.Element) {
        element.attributes.append(XMLAttribute(name, prefix: prefixes.prefix(for: name.namespace), value: value))
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
