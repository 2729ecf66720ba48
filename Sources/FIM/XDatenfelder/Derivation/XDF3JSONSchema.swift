import Findings

/// Derives a JSON Schema (2020-12) from a form.
///
/// Dates and times carry their bounds as `xdfMinimum` and `xdfMaximum`, which plain validators ignore: JSON Schema
/// cannot compare dates. Times may lack a zone, as in XSD, so they have a pattern instead of a format.
public enum XDF3JSONSchema {
    /// How to derive.
    public struct Options: Sendable {
        /// The schema's `$id`; by default `<S-id>V<version>.schema.json`.
        public var id: String?
        /// Finds code lists; without it a field with a list takes any text.
        public var codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)?
        /// Whether rules that are understood, and that JSON Schema can say exactly, are in the schema.
        public var rules: Bool

        /// Options from their parts.
        public init(
            id: String? = nil, rules: Bool = true,
            codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil
        ) {
            self.id = id
            self.rules = rules
            self.codeList = codeList
        }
    }

    /// The schema of a form.
    ///
    /// - Throws: `XDFError.Code.notConvertible` when an element has no id.
    public static func derive(
        _ schema: XDF3.Stammdatenschema, options: Options = Options()
    ) throws(XDFError) -> JSONValue {
        let model = try FormModel(schema, naming: .versioned, codeList: options.codeList)
        var members: [(String, JSONValue)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .string(options.id ?? schema.angaben.identifikation.description + ".schema.json")),
            ("title", .string(schema.bezeichnung)),
        ]
        if let help = schema.hilfetext { members.append(("description", .string(help))) }
        let rules = options.rules ? Rules(XDF3Regeln(schema, values: model.values)) : Rules()
        if !rules.missing.isEmpty {
            let names = rules.missing.map(\.description).joined(separator: ", ")
            members.append(("$comment", .string("Regeln, die dieses Schema nicht prüft: \(names)")))
        }
        members += object(model.children(schema.struktur), isChoice: false)
        members += rules.members("")
        var definitions: [(String, JSONValue)] = model.elements.compactMap { name, element in
            switch element {
            case .datenfeldgruppe(let group):
                var parts = head(group.angaben, group.element)
                parts += object(model.children(group.struktur), isChoice: group.istAuswahlgruppe)
                parts += rules.members(name)
                return (name, .object(parts))
            case .datenfeld(let field):
                guard field.feldart?.code != "label" else { return nil }
                return (name, .object(head(field.angaben, field.element) + self.field(field, model.values(field))))
            }
        }
        if !rules.constraints.isEmpty { definitions.append(RegelJSONSchema.definition) }
        members.append(("$defs", .object(definitions)))
        return .object(members)
    }

    /// The rules of a form, as far as JSON Schema can say them.
    private struct Rules {
        /// By the name of the group that has them; those of the form under the empty name.
        var constraints: [String: [JSONValue]] = [:]
        /// The rules that are not in the schema.
        var missing: [XDFIdentifikation] = []

        init() {}

        init(_ rules: XDF3Regeln) {
            for entry in rules.eintraege {
                if entry.form != nil, let parts = RegelJSONSchema.constraints(entry) {
                    constraints[entry.ort ?? "", default: []] += parts
                } else {
                    missing.append(entry.regel.identifikation)
                }
            }
        }

        func members(_ holder: String) -> [(String, JSONValue)] {
            constraints[holder].map { [("allOf", .array($0))] } ?? []
        }
    }

    private static func head(_ angaben: XDF3.Angaben, _ labels: XDF3.Elementangaben) -> [(String, JSONValue)] {
        var result: [(String, JSONValue)] = [
            ("title", .string(labels.bezeichnungEingabe.isEmpty ? angaben.name : labels.bezeichnungEingabe))
        ]
        if let help = labels.hilfetextEingabe { result.append(("description", .string(help))) }
        return result
    }

    private static func object(_ children: [FormModel.Child], isChoice: Bool) -> [(String, JSONValue)] {
        let fillable = children.filter { !$0.isLabel && $0.max != 0 }
        var seen: Set<String> = []
        let properties: [(String, JSONValue)] = fillable.filter { seen.insert($0.name).inserted }.map { child in
            let reference = JSONValue.object([("$ref", .string("#/$defs/" + child.name))])
            guard child.isRepeated else { return (child.name, reference) }
            var array: [(String, JSONValue)] = [
                ("type", .string("array")), ("items", reference), ("minItems", .integer(child.min)),
            ]
            if let max = child.max { array.append(("maxItems", .integer(max))) }
            return (child.name, .object(array))
        }
        var result: [(String, JSONValue)] = [("type", .string("object")), ("properties", .object(properties))]
        if isChoice {
            var alternatives: [JSONValue] = properties.map { .object([("required", .array([.string($0.0)]))]) }
            // A choice among optional elements may stay empty, as in the schemas of the XFall kind.
            if fillable.contains(where: { $0.min == 0 }) {
                alternatives.append(.object([("maxProperties", .integer(0))]))
            }
            if !alternatives.isEmpty { result.append(("oneOf", .array(alternatives))) }
        } else {
            let required = fillable.filter { $0.min > 0 }.map { JSONValue.string($0.name) }
            if !required.isEmpty { result.append(("required", .array(required))) }
        }
        result.append(("additionalProperties", .bool(false)))
        return result
    }

    private static func field(_ field: XDF3.Datenfeld, _ values: [XDF3.Wert]?) -> [(String, JSONValue)] {
        let type = field.datentyp?.code ?? "text"
        let bounds = field.praezisierung
        var result: [(String, JSONValue)] = []
        func add(_ name: String, _ value: JSONValue?) {
            if let value { result.append((name, value)) }
        }
        if let values {
            add("type", .string("string"))
            if values.count <= 100 {
                add(
                    "oneOf",
                    .array(values.map { .object([("const", .string($0.code)), ("title", .string($0.name))]) }))
            } else {
                add("enum", .array(values.map { .string($0.code) }))
            }
            return result
        }
        switch type {
        case "bool": add("type", .string("boolean"))
        case "num", "num_int", "num_currency":
            add("type", .string(type == "num_int" ? "integer" : "number"))
            add("minimum", FormModel.bound(bounds.minValue, type).flatMap(number))
            add("maximum", FormModel.bound(bounds.maxValue, type).flatMap(number))
        case "date", "time", "datetime":
            add("type", .string("string"))
            let zone = "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
            let clock = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?\(zone)"
            let day =
                "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
            switch type {
            case "date": add("format", .string("date"))
            case "time": add("pattern", .string("^\(clock)$"))
            default: add("pattern", .string("^[0-9]{4,}-\(day)T\(clock)$"))
            }
            add("xdfMinimum", FormModel.bound(bounds.minValue, type).map { .string($0) })
            add("xdfMaximum", FormModel.bound(bounds.maxValue, type).map { .string($0) })
        case "file":
            add("type", .string("string"))
            add("contentEncoding", .string("base64"))
            if field.mediaType.count == 1 { add("contentMediaType", .string(field.mediaType[0])) }
        default:
            add("type", .string("string"))
            add("minLength", FormModel.length(bounds.minLength).map { .integer($0) })
            add("maxLength", FormModel.length(bounds.maxLength).map { .integer($0) })
            add("pattern", bounds.pattern.flatMap(RegexTranslation.ecma).map { .string($0) })
        }
        if let list = field.codelisteReferenz {
            add("xdfCodelist", .string(list.canonicalVersionUri ?? list.canonicalIdentification))
        }
        return result
    }

    /// A number in the syntax of JSON: no plus sign, no leading zeros, a digit on both sides of the point.
    static func number(_ text: String) -> JSONValue? {
        guard let value = Double(text), value.isFinite else { return nil }
        if let integer = Int(exactly: value), !text.contains(".") { return .integer(integer) }
        var plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
        let isNegative = plain.hasPrefix("-")
        if isNegative { plain.removeFirst() }
        while plain.count > 1, plain.hasPrefix("0"), plain.dropFirst().first?.isASCIIDigit == true {
            plain.removeFirst()
        }
        if plain.hasPrefix(".") { plain = "0" + plain }
        if plain.hasSuffix(".") { plain.removeLast() }
        return .number((isNegative ? "-" : "") + plain)
    }
}

/// Regular expressions of XSD in other dialects.
enum RegexTranslation {
    /// The expression for ECMAScript, anchored at both ends as XSD means it; nil where it uses what only XSD has
    /// (name characters, blocks, subtraction).
    static func ecma(_ pattern: String) -> String? { plain(pattern).map { "^(?:\($0))$" } }

    /// The expression without anchors, as ECMAScript and Swift read it: `^` and `$`, which XSD takes for themselves, are
    /// escaped. Nil as above.
    static func plain(_ pattern: String) -> String? {
        var result = ""
        var isEscaped = false
        var isInClass = false
        for character in pattern {
            if isEscaped {
                if "icIC".contains(character) { return nil }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if isInClass {
                if character == "[" { return nil }
                if character == "]" { isInClass = false }
            } else if character == "[" {
                isInClass = true
            } else if character == "^" || character == "$" {
                result.append("\\")
            }
            result.append(character)
        }
        if isEscaped || isInClass || pattern.contains("\\p{Is") || pattern.contains("\\P{Is") { return nil }
        return result
    }
}
