import Findings
import XMLCore

/// Makes an element of JSON by the table of its type. What does not fit the type is found when the element is read: here
/// only members are refused that have no place.
struct XMLJSONReader {
    static func root(_ members: [String: XMLJSONValue], _ name: XMLName, _ table: XMLTable) throws -> XMLTree.Element {
        try element(.object(members), name, .complex(table))
    }

    private static func element(
        _ value: XMLJSONValue, _ name: XMLName, _ shape: XMLJSONShape
    ) throws -> XMLTree.Element {
        // With a prefix: a default namespace would take hold of names without one in values.
        var element = XMLTree.Element(name, prefix: name.namespace == nil ? nil : "e")
        try fill(&element, value, shape)
        return element
    }

    private static func fill(_ element: inout XMLTree.Element, _ value: XMLJSONValue, _ shape: XMLJSONShape) throws {
        switch shape {
        case .value, .list: try setText(&element, value, shape)
        case .nillable(let type):
            guard var members = nilMembers(value) else { return try fill(&element, value, XMLJSONShape(type)) }
            let name = XMLName("nil", in: XMLName.schemaInstanceNamespace)
            element.attributes.append(XMLAttribute(name, prefix: "xsi", value: "true"))
            guard case .complex(let table) = XMLJSONShape(type) else { return try refuse(members, element.name) }
            let declared = Array(table.fields.prefix(table.attributeCount))
            let allowsOthers = declared.contains { $0.kind == .anyAttribute }
            try setAttributes(&element, &members, declared, allowsOthers: allowsOthers)
            try refuse(members, element.name)
        case .variants(let variants):
            var value = value
            var type: XMLName?
            if case .object(var members) = value, case .string(let text)? = members.removeValue(forKey: "@xsi:type") {
                type = XMLJSONName.name(text)
                value = .object(members)
            }
            guard let variant = variants.variant(type) else {
                throw fault("@xsi:type", element.name)
            }
            if let type { setType(type, &element) }
            try fill(&element, value, XMLJSONShape(variant.content))
        case .complex(let table): try complex(&element, value, table)
        case .anything:
            guard case .object(var members) = value else { throw fault("#xml", element.name) }
            try setXML(&element, members.removeValue(forKey: "#xml"))
            if let type = members.removeValue(forKey: "@xsi:type") {
                guard case .string(let text) = type else { throw fault("@xsi:type", element.name) }
                setType(XMLJSONName.name(text), &element)
            }
            try setAttributes(&element, &members, [], allowsOthers: true)
            try refuse(members, element.name)
        }
    }

    /// The members beside `@xsi:nil` of an element without a value; nil for one that has a value.
    private static func nilMembers(_ value: XMLJSONValue) -> [String: XMLJSONValue]? {
        if value == .null { return [:] }
        guard case .object(var members) = value, members.removeValue(forKey: "@xsi:nil") == .bool(true) else {
            return nil
        }
        return members
    }

    private static func complex(
        _ element: inout XMLTree.Element, _ value: XMLJSONValue, _ table: XMLTable
    ) throws {
        let declared = Array(table.fields.prefix(table.attributeCount))
        if table.content == .value, declared.isEmpty {
            return try setText(&element, value, XMLJSONShape(table.fields[0].inner))
        }
        guard case .object(var members) = value else { throw fault(element.name.local, element.name) }
        let allowsOthers = declared.contains { $0.kind == .anyAttribute }
        try setAttributes(&element, &members, declared, allowsOthers: allowsOthers)
        switch table.content {
        case .value:
            let shape = XMLJSONShape(table.fields[table.attributeCount].inner)
            try setText(&element, members.removeValue(forKey: "#text") ?? .string(""), shape)
        case .mixed: try setXML(&element, members.removeValue(forKey: "#xml"))
        case .empty: break
        case .sequence, .all:
            let scope = XMLJSONScope.of(Array(table.fields.dropFirst(table.attributeCount)), owner: table)
            // The order of a document says nothing where any is allowed; a struct has none.
            if table.content == .all, let order = members.removeValue(forKey: "#order") {
                try checkOrder(order, scope, element.name)
            }
            element.children = try children(scope, &members, element.name)
        }
        try refuse(members, element.name)
    }

    private static func setType(_ type: XMLName, _ element: inout XMLTree.Element) {
        let attribute = XMLName("type", in: XMLName.schemaInstanceNamespace)
        let text = declare(type, in: &element)
        element.attributes.append(XMLAttribute(attribute, prefix: "xsi", value: text))
    }

    // MARK: Content

    private static func checkOrder(_ value: XMLJSONValue, _ scope: XMLJSONScope, _ owner: XMLName) throws {
        guard case .array(let items) = value else { throw fault("#order", owner) }
        for item in items {
            guard case .string(let key) = item else { throw fault("#order", owner) }
            if find(key, scope.fields, scope) == nil { throw fault(key, owner) }
        }
    }

    private static func children(
        _ scope: XMLJSONScope, _ members: inout [String: XMLJSONValue], _ owner: XMLName
    ) throws -> [XMLTree.Node] {
        guard scope.isAmbiguous else { return try children(scope.fields, scope, &members, owner) }
        guard case .array(let list)? = members.removeValue(forKey: "#content") else { return [] }
        var result: [XMLTree.Node] = []
        for item in list {
            guard case .object(let single) = item, single.count == 1, let (key, value) = single.first,
                let field = find(key, scope.fields, scope)
            else { throw fault("#content", owner) }
            result += try nodes(field, value)
        }
        return result
    }

    private static func find(_ key: String, _ fields: [XMLTable.Field], _ scope: XMLJSONScope) -> XMLTable.Field? {
        for field in fields {
            if field.kind == .group {
                if let found = find(key, field.parts, scope) { return found }
            } else if scope.key(field) == key {
                return field
            }
        }
        return nil
    }

    private static func children(
        _ fields: [XMLTable.Field], _ scope: XMLJSONScope, _ members: inout [String: XMLJSONValue], _ owner: XMLName
    ) throws -> [XMLTree.Node] {
        var result: [XMLTree.Node] = []
        for field in fields {
            if field.kind == .group, field.maximum == 1 {
                result += try children(field.parts, scope, &members, owner)
                continue
            }
            if field.kind == .group, field.isPlainRepetition, let only = field.parts.first {
                guard let value = members.removeValue(forKey: scope.key(only)) else { continue }
                guard case .array(let items) = value else { throw fault(scope.key(only), owner) }
                for item in items { result += try nodes(only, item) }
                continue
            }
            let key = scope.key(field)
            guard let value = members.removeValue(forKey: key) else { continue }
            guard field.maximum > 1 else {
                result += try nodes(field, value)
                continue
            }
            guard case .array(let items) = value else { throw fault(key, owner) }
            for item in items {
                guard field.kind == .group else {
                    result += try nodes(field, item)
                    continue
                }
                guard case .object(var round) = item else { throw fault(key, owner) }
                result += try children(XMLJSONScope.of(field.parts, owner: field.scopeOwner), &round, owner)
                try refuse(round, owner)
            }
        }
        return result
    }

    private static func nodes(_ field: XMLTable.Field, _ value: XMLJSONValue) throws -> [XMLTree.Node] {
        if field.kind == .wildcard {
            guard case .string(let text) = value else { throw fault("#any", field.name) }
            return try XMLJSONFragment.nodes(text)
        }
        return [.element(try element(value, field.name, XMLJSONShape(field.inner)))]
    }

    // MARK: Values and attributes

    private static func setText(
        _ element: inout XMLTree.Element, _ value: XMLJSONValue, _ shape: XMLJSONShape
    ) throws {
        let text = try text(value, shape, &element)
        if !text.isEmpty { element.children = [.text(text)] }
    }

    private static func setXML(_ element: inout XMLTree.Element, _ value: XMLJSONValue?) throws {
        guard case .string(let text) = value ?? .string("") else { throw fault("#xml", element.name) }
        element.children = try XMLJSONFragment.nodes(text)
    }

    private static func setAttributes(
        _ element: inout XMLTree.Element, _ members: inout [String: XMLJSONValue], _ declared: [XMLTable.Field],
        allowsOthers: Bool
    ) throws {
        let names = declared.filter { $0.kind == .attribute }.map(\.name)
        for field in declared where field.kind == .attribute {
            guard let value = members.removeValue(forKey: XMLJSONName.attribute(field.name, among: names)) else {
                continue
            }
            let text = try text(value, XMLJSONShape(field.inner), &element)
            let prefix = field.name.namespace == XMLName.schemaInstanceNamespace ? "xsi" : nil
            element.attributes.append(XMLAttribute(field.name, prefix: prefix, value: text))
        }
        guard allowsOthers else { return }
        for key in members.keys.sorted() where key.hasPrefix("@") && !key.hasPrefix("@xsi:") {
            guard case .string(let text)? = members.removeValue(forKey: key) else { throw fault(key, element.name) }
            let isXML = key.hasPrefix("@xml:")
            let name =
                isXML
                ? XMLName(String(key.dropFirst(5)), in: XMLName.xmlNamespace)
                : XMLJSONName.name(String(key.dropFirst()))
            element.attributes.append(XMLAttribute(name, prefix: isXML ? "xml" : nil, value: text))
        }
    }

    private static func text(
        _ value: XMLJSONValue, _ shape: XMLJSONShape, _ element: inout XMLTree.Element
    ) throws -> String {
        switch (shape, value) {
        case (.value(.bool), .bool(let value)): return value ? "true" : "false"
        case (.value(.number), .number(let text)): return text
        case (.value(.name), .string(let text)): return declare(XMLJSONName.name(text), in: &element)
        case (.list(let type), .array(let items)):
            return try items.map { try text($0, XMLJSONShape(type), &element) }.joined(separator: " ")
        case (.nillable(let type), let value): return try text(value, XMLJSONShape(type), &element)
        case (.value, .string(let text)): return text
        default: throw fault("#text", element.name)
        }
    }

    /// A name as text, its namespace declared at the element.
    private static func declare(_ name: XMLName, in element: inout XMLTree.Element) -> String {
        guard let uri = name.namespace else { return name.local }
        if let known = element.namespaces.first(where: { $0.uri == uri })?.prefix { return "\(known):\(name.local)" }
        let prefix = "n\(element.namespaces.count + 1)"
        element.namespaces.append(XMLNamespaceDeclaration(prefix: prefix, uri: uri))
        return "\(prefix):\(name.local)"
    }

    // MARK: Faults

    private static func refuse(_ members: [String: XMLJSONValue], _ owner: XMLName) throws {
        if let key = members.keys.min() { throw fault(key, owner) }
    }

    private static func fault(_ member: String, _ owner: XMLName) -> XMLBindingError {
        XMLBindingError(
            .badJSON,
            Message(
                de: "Das JSON-Mitglied „\(member)“ passt hier nicht (Element „\(owner.local)“).",
                en: "The JSON member “\(member)” does not fit here (element “\(owner.local)”)."),
            hint: Message(
                de: "Die Abbildung steht in Documentation/Formate/JSON.md.",
                en: "The mapping is described in Documentation/Formate/JSON.md."))
    }
}
