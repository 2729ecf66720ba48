import XMLCore

/// The members that the content of a type, or one repetition of a group, has in JSON (Documentation/Formate/JSON.md, 3).
final class XMLJSONScope: Sendable {
    let fields: [XMLTable.Field]
    /// The name of the member of each element, repeated group and wildcard.
    private let keys: [ObjectIdentifier: String]
    /// An element stands in more than one place: all content is one list in the order of the document.
    let isAmbiguous: Bool

    private init(_ fields: [XMLTable.Field]) {
        self.fields = fields
        var elements: [XMLTable.Field] = []
        var groups: [XMLTable.Field] = []
        var wildcards: [XMLTable.Field] = []
        Self.collect(fields, &elements, &groups, &wildcards)
        var seen = Set<XMLName>()
        var isAmbiguous = false
        for field in elements where !seen.insert(field.name).inserted { isAmbiguous = true }
        let byLocal = Dictionary(grouping: seen, by: \.local)
        var keys: [ObjectIdentifier: String] = [:]
        for field in elements {
            let isShared = (byLocal[field.name.local]?.count ?? 0) > 1
            keys[ObjectIdentifier(field)] =
                isShared ? XMLJSONName.expanded(field.name) : field.name.local
        }
        for (index, field) in groups.enumerated() {
            keys[ObjectIdentifier(field)] = index == 0 ? "#content" : "#content\(index + 1)"
        }
        for (index, field) in wildcards.enumerated() {
            keys[ObjectIdentifier(field)] = index == 0 || isAmbiguous ? "#any" : "#any\(index + 1)"
        }
        self.keys = keys
        self.isAmbiguous = isAmbiguous
    }

    func key(_ field: XMLTable.Field) -> String { keys[ObjectIdentifier(field)] ?? field.name.local }

    private static func collect(
        _ fields: [XMLTable.Field], _ elements: inout [XMLTable.Field], _ groups: inout [XMLTable.Field],
        _ wildcards: inout [XMLTable.Field]
    ) {
        for field in fields {
            switch field.kind {
            case .element: elements.append(field)
            case .wildcard: wildcards.append(field)
            case .group:
                if field.maximum > 1, !field.isPlainRepetition {
                    groups.append(field)
                } else {
                    collect(field.parts, &elements, &groups, &wildcards)
                }
            default: break
            }
        }
    }

    /// The scope of the fields of a struct, or of one field.
    static func of(_ fields: [XMLTable.Field], owner: AnyObject) -> XMLJSONScope {
        known.find(ObjectIdentifier(owner)) { XMLJSONScope(fields) }
    }

    private static let known = XMLKnownTables<XMLJSONScope>()
}

extension XMLTable.Field {
    /// The type that a field holds once what surrounds it (boxes) is taken away.
    var inner: any XMLContent.Type {
        if case .box(let inner) = codec.content.xmlKind.form { return inner }
        return codec.content
    }

    /// The fields of a group: those of a struct, or the cases of an enum.
    var parts: [XMLTable.Field] {
        switch inner.xmlKind.form {
        case .complex(let table): table().fields
        case .choice(let choice): choice().alternatives.map(\.field)
        default: []
        }
    }

    /// A repeated choice of one element is that element repeated (an abstract element with one substitute).
    var isPlainRepetition: Bool {
        guard kind == .group, maximum > 1, case .choice(let choice) = inner.xmlKind.form,
            choice().alternatives.count == 1, let only = choice().alternatives.first?.field
        else { return false }
        return only.kind == .element && only.maximum == 1
    }

    /// What the scope of one repetition is known by.
    var scopeOwner: AnyObject {
        switch inner.xmlKind.form {
        case .complex(let table): table()
        case .choice(let choice): choice()
        default: self
        }
    }
}

/// Names in JSON.
enum XMLJSONName {
    /// `{uri}local`, or `local` without namespace.
    static func expanded(_ name: XMLName) -> String { name.namespace.map { "{\($0)}\(name.local)" } ?? name.local }

    static func name(_ text: String) -> XMLName {
        guard text.first == "{", let end = text.firstIndex(of: "}") else { return XMLName(text) }
        return XMLName(
            String(text[text.index(after: end)...]), in: String(text[text.index(after: text.startIndex)..<end]))
    }

    /// The member of an attribute. `declared`: the names of the type's attributes.
    static func attribute(_ name: XMLName, among declared: [XMLName]) -> String {
        if name.namespace == XMLName.xmlNamespace { return "@xml:" + name.local }
        if name.namespace == XMLName.schemaInstanceNamespace { return "@xsi:" + name.local }
        let isDeclared = declared.contains(name)
        let isShared = declared.filter { $0.local == name.local }.count > (isDeclared ? 1 : 0)
        return "@" + (isDeclared && !isShared ? name.local : expanded(name))
    }
}
