import Findings
import XMLCore

/// Filled data between JSON, as the derived JSON Schema describes them, and XML, as the derived XSD does.
struct XDF3FormXML {
    private let model: FormModel
    private let style: XDF3XMLSchema.Style
    private let target: String

    init(_ schema: XDF3.Stammdatenschema, style: XDF3XMLSchema.Style) throws(XDFError) {
        let naming: FormModel.Naming = style == .versioned ? .versioned : .plain
        // Names without versions have to tell the elements apart; members are named with versions in any case.
        _ = try FormModel(schema, naming: naming, codeList: nil)
        model = try FormModel(schema, naming: .versioned, codeList: nil)
        self.style = style
        target = XDF3XMLSchema.targetNamespace(schema, style: style)
    }

    private func name(_ id: XDFIdentifikation) -> XMLName {
        XMLName(style == .versioned ? id.description : id.id, in: target)
    }

    private func name(_ child: FormModel.Child) -> XMLName { name(child.place.angaben.identifikation) }

    // MARK: Writing

    func xml(_ data: JSONValue) -> XMLTree {
        var root = XMLTree.Element(
            name(model.schema.angaben.identifikation), prefix: "f",
            namespaces: [XMLNamespaceDeclaration(prefix: "f", uri: target)])
        write(data, model.children(model.schema.struktur), &root)
        return XMLTree(root: root)
    }

    private func write(_ data: JSONValue, _ children: [FormModel.Child], _ parent: inout XMLTree.Element) {
        guard case .object(let members) = data else {
            generic(data, &parent)
            return
        }
        for child in children {
            guard let value = data[child.name] else { continue }
            for value in Self.each(value) {
                var element = XMLTree.Element(name(child), prefix: "f")
                switch (child.place.element, value) {
                case (.datenfeldgruppe(let group), _): write(value, model.children(group.struktur), &element)
                case (.datenfeld(let field), .number(let text)):
                    element.setText(Self.lexical(text, type: field.datentyp?.code))
                case (.datenfeld, _): generic(value, &element)
                }
                parent.append(element)
            }
        }
        // What the form does not know is written, too, so that the schema refuses it.
        let known = Set(children.map(\.name))
        for (name, value) in members where !known.contains(name) && Self.isName(name) {
            for value in Self.each(value) {
                var element = XMLTree.Element(XMLName(name, in: target), prefix: "f")
                generic(value, &element)
                parent.append(element)
            }
        }
    }

    private static func each(_ value: JSONValue) -> [JSONValue] {
        if case .array(let list) = value { list } else { [value] }
    }

    /// A value by its own kind.
    private func generic(_ value: JSONValue, _ element: inout XMLTree.Element) {
        switch value {
        case .string(let text), .number(let text): element.setText(text)
        case .bool(let flag): element.setText(flag ? "true" : "false")
        case .object: write(value, [], &element)
        case .array(let values): for value in values { generic(value, &element) }
        case .null: break
        }
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
        return name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789_-.".unicodeScalars.contains($0)
        }
    }

    /// A number of JSON in the form that XSD has for the type: integers without point, decimals without exponent.
    static func lexical(_ text: String, type: String?) -> String {
        guard type == "num_int" || type == "num_currency", let plain = plainDecimal(text) else { return text }
        guard type == "num_int", let point = plain.firstIndex(of: ".") else { return plain }
        let isWhole = plain[plain.index(after: point)...].allSatisfy { $0 == "0" }
        return isWhole ? String(plain[..<point]) : plain
    }

    /// A number of JSON without exponent; nil where that would take more than 400 digits.
    static func plainDecimal(_ text: String) -> String? {
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text }
        guard let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }), abs(exponent) <= 400 else {
            return nil
        }
        let mantissa = text[..<mark]
        let isNegative = mantissa.first == "-"
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(parts[0])
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        if exponent >= 0 {
            fraction += String(repeating: "0", count: max(0, exponent - fraction.count))
            whole += fraction.prefix(exponent)
            fraction.removeFirst(exponent)
        } else {
            whole = String(repeating: "0", count: max(0, 1 - exponent - whole.count)) + whole
            fraction = whole.suffix(-exponent) + fraction
            whole.removeLast(-exponent)
        }
        let digits = whole.drop { $0 == "0" }
        let result = (digits.isEmpty ? "0" : digits) + (fraction.isEmpty ? "" : "." + fraction)
        return (isNegative ? "-" : "") + result
    }

    // MARK: Reading

    func json(_ tree: XMLTree) throws(XDFError) -> JSONValue {
        let expected = name(model.schema.angaben.identifikation)
        guard tree.root.name == expected else {
            throw XDFError(
                .unknownRoot,
                Message(
                    de: "Das sind keine Daten dieses Formulars: Wurzelelement \(tree.root.name), erwartet \(expected).",
                    en: "These are no data of this form: root element \(tree.root.name), expected \(expected)."),
                hint: Message(
                    de: "Die Form der Daten zeigt „xoev fim export FORMULAR --as xsd“.",
                    en: "“xoev fim export FORM --as xsd” shows what the data look like."))
        }
        return read(tree.root, model.children(model.schema.struktur))
    }

    private func read(_ element: XMLTree.Element, _ children: [FormModel.Child]) -> JSONValue {
        var members: [(String, JSONValue)] = []
        var known: Set<XMLName> = []
        for child in children where known.insert(name(child)).inserted {
            let values = element.all(name(child)).map { found -> JSONValue in
                switch child.place.element {
                case .datenfeldgruppe(let group): return read(found, model.children(group.struktur))
                case .datenfeld(let field): return value(found.text, field)
                }
            }
            guard let first = values.first else { continue }
            members.append((child.name, child.isRepeated || values.count > 1 ? .array(values) : first))
        }
        // What the form does not know is kept, so that checking finds it.
        for other in element.elements where !known.contains(other.name) {
            if !members.contains(where: { $0.0 == other.name.local }) {
                members.append((other.name.local, .string(other.text)))
            }
        }
        return .object(members)
    }

    private func value(_ text: String, _ field: XDF3.Datenfeld) -> JSONValue {
        let token = text.trimmedXML
        if field.werte != nil || field.codelisteReferenz != nil { return .string(token) }
        switch field.datentyp?.code {
        case "bool":
            return token == "true" || token == "1"
                ? .bool(true) : token == "false" || token == "0" ? .bool(false) : .string(text)
        case "num", "num_int", "num_currency":
            let type = field.datentyp?.code ?? ""
            guard QualityValues.value(token, type: type) != nil, let number = XDF3JSONSchema.number(token) else {
                return .string(text)
            }
            return number
        case "date", "time", "datetime": return .string(token)
        default: return .string(text)
        }
    }
}

extension XDF3FormData {
    /// The XML of the XFall kind for JSON data, elements in the order of the form; what the form does not know comes
    /// last. Nothing is checked.
    ///
    /// - Throws: `XDFError` when the form cannot be derived.
    public static func xml(
        _ data: JSONValue, _ schema: XDF3.Stammdatenschema, style: XDF3XMLSchema.Style = .versioned
    ) throws(XDFError) -> XMLTree {
        try XDF3FormXML(schema, style: style).xml(data)
    }

    /// The JSON for XML of the XFall kind, in either style of namespaces: numbers and truth values by the form's types.
    ///
    /// - Throws: `XDFError` when the form cannot be derived, or the root element is not the form's.
    public static func json(_ tree: XMLTree, _ schema: XDF3.Stammdatenschema) throws(XDFError) -> JSONValue {
        let isPerForm = tree.root.name.namespace == XDF3XMLSchema.targetNamespace(schema, style: .perForm)
        return try XDF3FormXML(schema, style: isPerForm ? .perForm : .versioned).json(tree)
    }
}
