import XMLCore

/// Makes JSON of an element by the table of its type.
struct XMLJSONWriter {
    /// Prefixes in force, the innermost last.
    private var bindings: [XMLNamespaceDeclaration] = []

    /// The members of a root.
    static func members(_ root: XMLTree.Element, _ table: XMLTable) throws -> [String: XMLJSONValue] {
        var writer = XMLJSONWriter()
        let value = try writer.element(root, .complex(table))
        if case .object(let members) = value { return members }
        return ["#text": value]
    }

    private mutating func element(_ element: XMLTree.Element, _ shape: XMLJSONShape) throws -> XMLJSONValue {
        let mark = bindings.count
        bindings += element.namespaces
        defer { bindings.removeSubrange(mark...) }
        switch shape {
        case .value, .list: return value(element.text, shape)
        case .nillable(let type):
            let isNil = element.attribute(XMLName("nil", in: XMLName.schemaInstanceNamespace)) == "true"
            guard isNil else { return try self.element(element, XMLJSONShape(type)) }
            return nilValue(element, XMLJSONShape(type))
        case .variants(let variants): return try variant(element, variants)
        case .complex(let table): return try complex(element, table)
        case .anything:
            var members = attributes(element, [])
            if let type = element.attribute(XMLName("type", in: XMLName.schemaInstanceNamespace)) {
                members["@xsi:type"] = .string(XMLJSONName.expanded(name(type)))
            }
            members["#xml"] = .string(try XMLJSONFragment.text(element.children, bindings))
            return .object(members)
        }
    }

    /// An element without a value: null, or an object where it has other attributes.
    private func nilValue(_ element: XMLTree.Element, _ shape: XMLJSONShape) -> XMLJSONValue {
        var declared: [XMLTable.Field] = []
        if case .complex(let table) = shape { declared = Array(table.fields.prefix(table.attributeCount)) }
        var members = attributes(element, declared)
        if members.isEmpty { return .null }
        members["@xsi:nil"] = .bool(true)
        return .object(members)
    }

    private mutating func variant(_ element: XMLTree.Element, _ variants: XMLVariantLayout) throws -> XMLJSONValue {
        let text = element.attribute(XMLName("type", in: XMLName.schemaInstanceNamespace))
        let type = text.map { name($0) }
        guard let variant = variants.variant(type) else {
            return .null
        }
        let value = try self.element(element, XMLJSONShape(variant.content))
        guard let type else { return value }
        var members: [String: XMLJSONValue] = [:]
        if case .object(let found) = value { members = found } else { members["#text"] = value }
        members["@xsi:type"] = .string(XMLJSONName.expanded(type))
        return .object(members)
    }

    private mutating func complex(_ element: XMLTree.Element, _ table: XMLTable) throws -> XMLJSONValue {
        let declared = table.fields.prefix(table.attributeCount)
        var members = attributes(element, Array(declared))
        switch table.content {
        case .value:
            let field = table.fields[table.attributeCount]
            let text = value(element.text, XMLJSONShape(field.inner))
            if table.attributeCount == 0 { return text }
            members["#text"] = text
        case .mixed: members["#xml"] = .string(try XMLJSONFragment.text(element.children, bindings))
        case .empty: break
        case .sequence, .all:
            let scope = XMLJSONScope.of(Array(table.fields.dropFirst(table.attributeCount)), owner: table)
            var children = Array(element.elements)[...]
            try fill(&members, scope, &children, inAnyOrder: table.content == .all)
        }
        return .object(members)
    }

    private func attributes(_ element: XMLTree.Element, _ declared: [XMLTable.Field]) -> [String: XMLJSONValue] {
        let names = declared.filter { $0.kind == .attribute }.map(\.name)
        var members: [String: XMLJSONValue] = [:]
        for attribute in element.attributes {
            let field = declared.first { $0.kind == .attribute && $0.name == attribute.name }
            // Only the name of a type that the table has a place for; `xsi:nil` is a value of its own.
            if field == nil, attribute.name.namespace == XMLName.schemaInstanceNamespace { continue }
            members[XMLJSONName.attribute(attribute.name, among: names)] = value(
                attribute.value, field.map { XMLJSONShape($0.inner) } ?? .value(.text))
        }
        return members
    }

    // MARK: Content

    private mutating func fill(
        _ members: inout [String: XMLJSONValue], _ scope: XMLJSONScope,
        _ children: inout ArraySlice<XMLTree.Element>, inAnyOrder: Bool = false
    ) throws {
        var list: [XMLJSONValue] = []
        if inAnyOrder {
            while let next = children.first, let field = scope.fields.first(where: { $0.accepts(next.name) }) {
                try take(field, scope, &children, &members, &list)
            }
        } else {
            for field in scope.fields { try take(field, scope, &children, &members, &list) }
        }
        if scope.isAmbiguous, !list.isEmpty { members["#content"] = .array(list) }
    }

    private mutating func take(
        _ field: XMLTable.Field, _ scope: XMLJSONScope, _ children: inout ArraySlice<XMLTree.Element>,
        _ members: inout [String: XMLJSONValue], _ list: inout [XMLJSONValue]
    ) throws {
        var items: [XMLJSONValue] = []
        var count: Int32 = 0
        while count < field.maximum, let next = children.first, field.accepts(next.name) {
            count += 1
            if field.kind == .group {
                if field.maximum == 1 || scope.isAmbiguous || field.isPlainRepetition {
                    // The group dissolves; several rounds only where the order is kept, or the one element is repeated.
                    try takeParts(field, scope, &children, &members, &list)
                } else {
                    let inner = XMLJSONScope.of(field.parts, owner: field.scopeOwner)
                    var round: [String: XMLJSONValue] = [:]
                    var innerList: [XMLJSONValue] = []
                    try takeParts(field, inner, &children, &round, &innerList)
                    if inner.isAmbiguous { round["#content"] = .array(innerList) }
                    items.append(.object(round))
                }
                continue
            }
            children.removeFirst()
            let value =
                field.kind == .wildcard
                ? .string(try XMLJSONFragment.text([.element(next)], bindings))
                : try element(next, XMLJSONShape(field.inner))
            if scope.isAmbiguous { list.append(.object([scope.key(field): value])) } else { items.append(value) }
        }
        guard !items.isEmpty else { return }
        let key = scope.key(field)
        if field.maximum > 1 || isRepeatedElsewhere(field, members[key]) {
            var all = items
            if case .array(let before)? = members[key] { all = before + items }
            members[key] = .array(all)
        } else if case .array(let before)? = members[key] {
            members[key] = .array(before + items)
        } else {
            members[key] = items[0]
        }
    }

    private func isRepeatedElsewhere(_ field: XMLTable.Field, _ before: XMLJSONValue?) -> Bool {
        if case .array? = before { true } else { false }
    }

    /// One round of a group: its fields in order, or the case that the next element begins.
    private mutating func takeParts(
        _ field: XMLTable.Field, _ scope: XMLJSONScope, _ children: inout ArraySlice<XMLTree.Element>,
        _ members: inout [String: XMLJSONValue], _ list: inout [XMLJSONValue]
    ) throws {
        guard case .choice = field.inner.xmlKind.form else {
            for part in field.parts { try take(part, scope, &children, &members, &list) }
            return
        }
        guard let next = children.first, let part = field.parts.first(where: { $0.accepts(next.name) }) else { return }
        if field.isPlainRepetition, !scope.isAmbiguous {
            children.removeFirst()
            let key = scope.key(part)
            var all: [XMLJSONValue] = []
            if case .array(let before)? = members[key] { all = before }
            members[key] = .array(all + [try element(next, XMLJSONShape(part.inner))])
            return
        }
        try take(part, scope, &children, &members, &list)
    }

    // MARK: Values

    private func value(_ text: String, _ shape: XMLJSONShape) -> XMLJSONValue {
        switch shape {
        case .value(.bool): text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        case .value(.number): XMLJSONNumber.isCanonical(text) ? .number(text) : .string(text)
        case .value(.name): .string(XMLJSONName.expanded(name(text)))
        case .list(let type):
            .array(
                text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
                    .map { value(String($0), XMLJSONShape(type)) })
        case .nillable(let type): value(text, XMLJSONShape(type))
        default: .string(text)
        }
    }

    private func name(_ text: String) -> XMLName {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return XMLName(text) }
        let uri = bindings.last { $0.prefix == parts[0] }?.uri
        return XMLName(parts[1], in: parts[0] == "xml" ? XMLName.xmlNamespace : uri)
    }
}

extension XMLTable.Field {
    /// Whether an element of a name can begin the field.
    func accepts(_ name: XMLName) -> Bool {
        if kind == .element { return self.name == name }
        if first.names.contains(XMLNameRegistry.find(name)) { return true }
        return first.wildcards.contains { $0.accepts(name.namespace) }
    }
}

/// XML inside of JSON: nodes as text that stands for itself, all namespaces declared in it.
enum XMLJSONFragment {
    private static let wrapper = XMLName("x")

    /// The text of nodes. `bindings`: the prefixes in force around them.
    static func text(_ nodes: [XMLTree.Node], _ bindings: [XMLNamespaceDeclaration]) throws -> String {
        var root = XMLTree.Element(wrapper)
        root.children = nodes.map { node in
            guard case .element(var element) = node else { return node }
            var own = Set(element.namespaces.map { $0.prefix ?? "" })
            for binding in bindings.reversed() {
                guard let prefix = binding.prefix, own.insert(prefix).inserted, mentions(prefix, element) else {
                    continue
                }
                element.namespaces.append(binding)
            }
            return .element(element)
        }
        let options = XMLWriterOptions(writesDeclaration: false, endsWithNewline: false)
        let text = String(decoding: try XMLTree(root: root).serialized(options), as: UTF8.self)
        return text == "<x/>" ? "" : String(text.dropFirst(3).dropLast(4))
    }

    private static func mentions(_ prefix: String, _ element: XMLTree.Element) -> Bool {
        if element.prefix == prefix { return true }
        let mark = prefix + ":"
        if element.attributes.contains(where: { $0.prefix == prefix || $0.value.contains(mark) }) { return true }
        return element.children.contains { node in
            switch node {
            case .element(let child): mentions(prefix, child)
            case .text(let text), .cdata(let text): text.contains(mark)
            case .comment, .processingInstruction: false
            }
        }
    }

    /// The nodes of a text.
    static func nodes(_ text: String) throws -> [XMLTree.Node] {
        try XMLTree(bytes: Array("<x>\(text)</x>".utf8)).root.children
    }
}
