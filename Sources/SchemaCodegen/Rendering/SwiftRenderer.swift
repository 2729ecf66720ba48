import SchemaModel
import XMLCore

/// Writes the planned types as Swift source: one file for each schema document, and one for what they share.
struct SwiftRenderer {
    let plan: SwiftPlan
    let components: SchemaComponents
    let options: SwiftGenerator.Options
    private let digests: [String]

    init(plan: SwiftPlan, components: SchemaComponents, options: SwiftGenerator.Options) {
        self.plan = plan
        self.components = components
        self.options = options
        digests = components.documents.map { SwiftGenerator.digest($0.bytes) }
    }

    private var access: String { options.access == "internal" ? "" : options.access + " " }

    func files() -> [SwiftGenerator.File] {
        var byDocument: [Int: [Int]] = [:]
        for (index, type) in plan.types.enumerated() where type.parent == nil && type.module == nil {
            byDocument[type.document, default: []].append(index)
        }
        let documents = components.documents.indices.filter { byDocument[$0] != nil }
        var files = [SwiftGenerator.File(name: "Schema.swift", text: shared())]
        if let count = options.fileCount {
            files += spread(documents.flatMap { byDocument[$0] ?? [] }, over: max(1, count))
        } else {
            var names = NameSpace(["Schema"])
            for document in documents {
                let base = fileName(document)
                let stem = base.hasSuffix(".xsd") ? String(base.dropLast(4)) : base
                files.append(file(names.assign(SwiftNames.type(stem)), byDocument[document] ?? [], of: [document]))
            }
        }
        return files.sorted { $0.name < $1.name }
    }

    /// A fixed number of files, about equally long: build tools must know their names beforehand.
    private func spread(_ types: [Int], over count: Int) -> [SwiftGenerator.File] {
        var sizes: [Int] = []
        for index in types {
            var text = SwiftText()
            type(index, &text)
            sizes.append(text.lines.count)
        }
        let share = max(1, (sizes.reduce(0, +) + count - 1) / count)
        var shares = [[Int]](repeating: [], count: count)
        var before = 0
        for (index, size) in zip(types, sizes) {
            shares[min(before / share, count - 1)].append(index)
            before += size
        }
        return shares.enumerated().map { number, part in
            file("Types\(number + 1)", part, of: Set(part.map { plan.types[$0].document }).sorted())
        }
    }

    private func file(_ name: String, _ types: [Int], of documents: [Int]) -> SwiftGenerator.File {
        var text = SwiftText()
        header(&text, documents: documents)
        for index in types { type(index, &text) }
        return SwiftGenerator.File(name: name + ".swift", text: text.lines.joined(separator: "\n") + "\n")
    }

    private func fileName(_ document: Int) -> String {
        let name = components.documents[document].name
        return name.split(separator: "/").last.map(String.init) ?? name
    }

    // MARK: What files share

    private func header(_ text: inout SwiftText, documents: [Int], isShared: Bool = false) {
        text.line("// Made by `\(options.commandLine)`. Do not edit: make it again instead.")
        // Only here: a file whose types stay the same stays the same, and is not compiled again.
        if isShared, let configuration = options.configuration { text.line("// \(configuration)") }
        for document in documents {
            text.line("// \(fileName(document)) sha256:\(digests[document])")
        }
        text.line("// swift-format-ignore-file")
        text.line()
        for module in (["SchemaBinding", "XMLCore"] + options.reuse.map(\.module)).sorted() {
            text.line("import \(module)")
        }
    }

    private func shared() -> String {
        var text = SwiftText()
        header(&text, documents: Array(components.documents.indices), isShared: true)
        text.line()
        for namespace in plan.namespaces {
            let uri = SwiftText.literal(namespace.uri)
            text.line(
                "let \(namespace.constant) = XMLNamespace(\(uri), prefix: \(SwiftText.literal(namespace.prefix)))")
        }
        text.line()
        text.documentation(["Alle Typen, deren Elemente Wurzel eines Dokuments sein können."])
        text.block("\(access)let schemaRoots: [any XMLComplex.Type] = [", "]") { text in
            for index in plan.roots { text.line("\(plan.fullName(index)).self,") }
        }
        return text.lines.joined(separator: "\n") + "\n"
    }

    private func constant(_ namespace: String?) -> String {
        guard let namespace, let found = plan.namespaces.first(where: { $0.uri == namespace }) else {
            return ".unqualified"
        }
        return found.constant
    }

    // MARK: Types

    private func type(_ index: Int, _ text: inout SwiftText) {
        let type = plan.types[index]
        text.line()
        var documentation = type.documentation
        documentation.append("Schema: \(type.source)")
        text.documentation(documentation)
        switch type.kind {
        case .structure(let fields, let isGroup, let isAll):
            structure(index, fields, isGroup: isGroup, isAll: isAll, &text)
        case .choice(let cases): choice(index, cases, &text)
        case .variants(let variants): self.variants(index, variants, &text)
        case .enumeration(let cases, let isOpen):
            if isOpen { openEnumeration(type, cases, &text) } else { enumeration(type, cases, &text) }
        case .refined(let base, let facets, let collapses): refined(type, base, facets, collapses, &text)
        case .union(let cases): union(type, cases, &text)
        case .alias(let content): text.line("\(access)typealias \(type.name) = \(plan.text(content))")
        }
    }

    private func fieldType(_ field: SwiftPlan.Field, stored: Bool) -> String {
        var base = plan.text(field.content)
        if stored, field.isIndirect { base = "XMLIndirect<\(base)>" }
        switch field.occurrence {
        case .one: return base
        case .optional: return base + "?"
        case .many: return "[\(base)]"
        }
    }

    private func structure(
        _ index: Int, _ fields: [SwiftPlan.Field], isGroup: Bool, isAll: Bool, _ text: inout SwiftText
    ) {
        let type = plan.types[index]
        let isCode = type.codelist != nil && fields.contains { $0.name == "code" && $0.occurrence == .one }
        text.block("\(access)struct \(type.name): \(isCode ? "XOEVCode" : "XMLComplex") {") { text in
            for field in fields { property(field, &text) }
            initializer(fields, &text)
            if isCode { codelist(type, &text) }
            if !type.rootNames.isEmpty {
                let names = type.rootNames.map { name in
                    name.namespace == nil
                        ? "XMLName(\(SwiftText.literal(name.local)))"
                        : "\(constant(name.namespace)).name(\(SwiftText.literal(name.local)))"
                }
                text.line("\(access)static let rootNames = [\(names.joined(separator: ", "))]")
            }
            table(type, fields, isGroup: isGroup, isAll: isAll, &text)
            for child in type.children { self.type(child, &text) }
        }
    }

    private func property(_ field: SwiftPlan.Field, _ text: inout SwiftText) {
        text.documentation(field.documentation)
        let name = SwiftNames.quoted(field.name)
        let type = fieldType(field, stored: false)
        guard field.isIndirect else {
            text.line("\(access)var \(name): \(type)")
            return
        }
        text.block("\(access)var \(name): \(type) {") { text in
            if field.occurrence == .optional {
                text.line("get { _\(field.name)?.value }")
                text.line("set { _\(field.name) = newValue.map { XMLIndirect($0) } }")
            } else {
                text.line("get { _\(field.name).value }")
                text.line("_modify { yield &_\(field.name).value }")
            }
        }
        text.line("var _\(field.name): \(fieldType(field, stored: true))")
    }

    private func initializer(_ fields: [SwiftPlan.Field], _ text: inout SwiftText) {
        let parameters = fields.map { field in
            "\(parameterName(field)): \(fieldType(field, stored: false))\(defaultText(field))"
        }
        let head = "\(access)init("
        let single = head + parameters.joined(separator: ", ") + ") {"
        func assignments(_ text: inout SwiftText) {
            for field in fields {
                let name = SwiftNames.quoted(field.name)
                guard field.isIndirect else {
                    text.line("self.\(name) = \(name)")
                    continue
                }
                let value = field.occurrence == .optional ? "\(name).map { XMLIndirect($0) }" : "XMLIndirect(\(name))"
                text.line("self._\(field.name) = \(value)")
            }
        }
        if fields.isEmpty {
            text.line("\(access)init() {}")
        } else if single.count < 100 {
            text.block(single) { assignments(&$0) }
        } else {
            text.line(head)
            for (index, parameter) in parameters.enumerated() {
                text.line("    " + parameter + (index < parameters.count - 1 ? "," : ""))
            }
            text.block(") {") { assignments(&$0) }
        }
    }

    private func parameterName(_ field: SwiftPlan.Field) -> String {
        // Only these may not be the label of a parameter.
        ["inout", "var", "let"].contains(field.name) ? "`\(field.name)`" : SwiftNames.quoted(field.name)
    }

    private func defaultText(_ field: SwiftPlan.Field) -> String {
        switch field.occurrence {
        case .many(let minimum, _): return minimum == 0 ? " = []" : ""
        case .optional:
            if let fixed = field.fixed, field.kind == .attribute, field.content == .runtime("String") {
                return " = " + SwiftText.literal(fixed)
            }
            return " = nil"
        case .one:
            if let fixed = field.fixed, field.content == .runtime("String") {
                return " = " + SwiftText.literal(fixed)
            }
            switch field.kind {
            case .anyAttribute: return " = XMLForeignAttributes()"
            case .mixed: return " = XMLMixedContent()"
            default: return ""
            }
        }
    }

    private func codelist(_ type: SwiftPlan.TypePlan, _ text: inout SwiftText) {
        func value(_ fixed: String?) -> String { fixed.map { SwiftText.literal($0) } ?? "nil" }
        text.line("\(access)static var codelistURI: String? { \(value(type.codelist?.uri)) }")
        text.line("\(access)static var codelistVersion: String? { \(value(type.codelist?.version)) }")
    }

    // MARK: Tables

    private func table(
        _ type: SwiftPlan.TypePlan, _ fields: [SwiftPlan.Field], isGroup: Bool, isAll: Bool, _ text: inout SwiftText
    ) {
        var arguments = ["Self.self"]
        if let name = type.xmlName { arguments.append(SwiftText.literal(name.local)) }
        arguments.append("in: \(constant(type.namespace))")
        if isGroup { arguments.append("group: true") }
        let head = "\(access)static let xml = XMLTable(\(arguments.joined(separator: ", "))) {"
        if fields.isEmpty {
            text.line(head + " _ in }")
            return
        }
        text.block(head) { text in
            if isAll { text.line("$0.isAll = true") }
            for field in fields { text.line("$0." + entry(field, type)) }
        }
    }

    private func entry(_ field: SwiftPlan.Field, _ type: SwiftPlan.TypePlan) -> String {
        let path = "\\." + (field.isIndirect ? "_" + field.name : SwiftNames.quoted(field.name))
        return call(field, type, path, closure: nil)
    }

    /// One line of a table; for choices the path is how the case is made, and the closure how it is taken apart.
    private func call(
        _ field: SwiftPlan.Field, _ type: SwiftPlan.TypePlan, _ path: String, closure: String?
    ) -> String {
        var arguments: [String] = []
        let function: String
        let local = SwiftText.literal(field.xmlName.local)
        switch field.kind {
        case .element:
            function = "element"
            arguments = [local, path]
            if field.xmlName.namespace != type.namespace {
                arguments.append("in: \(constant(field.xmlName.namespace))")
            }
            arguments += bounds(field)
            arguments += rules(field)
        case .group:
            function = "group"
            arguments = [path] + bounds(field)
        case .any(let wildcard):
            function = "any"
            arguments = [path] + self.wildcard(wildcard) + bounds(field)
        case .attribute:
            function = "attribute"
            arguments = [local, path]
            if field.xmlName.namespace != nil { arguments.append("in: \(constant(field.xmlName.namespace))") }
            if field.isToken { arguments.append("token: true") }
            if let fixed = field.fixed { arguments.append("fixed: \(SwiftText.literal(fixed))") }
        case .anyAttribute(let wildcard): (function, arguments) = ("anyAttribute", [path] + self.wildcard(wildcard))
        case .value:
            function = "value"
            arguments = [path] + (field.isToken ? ["token: true"] : [])
        case .mixed(let elements):
            (function, arguments) = ("mixed", [path] + (elements.map { ["of: \(plan.fullName($0)).self"] } ?? []))
        case .typeName(let names, let types):
            let list = names.map { "\(constant($0.namespace)).name(\(SwiftText.literal($0.local)))" }
            let structs = types.map { plan.fullName($0) + ".self" }
            function = "typeName"
            arguments = [path, "[\(list.joined(separator: ", "))]", "[\(structs.joined(separator: ", "))]"]
        }
        return "\(function)(\(arguments.joined(separator: ", ")))\(closure.map { " " + $0 } ?? "")"
    }

    private func bounds(_ field: SwiftPlan.Field) -> [String] {
        guard case .many(let minimum, let maximum) = field.occurrence else { return [] }
        return (minimum > 0 ? ["min: \(minimum)"] : []) + (maximum.map { ["max: \($0)"] } ?? [])
    }

    private func rules(_ field: SwiftPlan.Field) -> [String] {
        var result: [String] = []
        if field.isToken { result.append("token: true") }
        if let fixed = field.fixed { result.append("fixed: \(SwiftText.literal(fixed))") }
        if let value = field.defaultValue { result.append("default: \(SwiftText.literal(value))") }
        return result
    }

    private func wildcard(_ wildcard: Wildcard) -> [String] {
        func literal(_ name: String?) -> String { name.map { SwiftText.literal($0) } ?? "nil" }
        switch wildcard.namespaces {
        case .any: return []
        case .other(let own): return [".other(than: \(literal(own)))"]
        case .listed(let names): return [".only([\(names.map(literal).joined(separator: ", "))])"]
        }
    }

    // MARK: Enums

    private func choice(_ index: Int, _ cases: [SwiftPlan.Field], _ text: inout SwiftText) {
        let type = plan.types[index]
        text.block("\(access)enum \(type.name): XMLChoice {") { text in
            for field in cases {
                text.documentation(field.documentation)
                let keyword = field.isIndirect ? "indirect case" : "case"
                text.line("\(keyword) \(SwiftNames.quoted(field.name))(\(fieldType(field, stored: false)))")
            }
            text.block("\(access)static let xml = XMLChoiceTable(Self.self, in: \(constant(type.namespace))) {") {
                text in
                for field in cases {
                    let name = SwiftNames.quoted(field.name)
                    let take = "{ if case .\(name)(let value) = $0 { value } else { nil } }"
                    text.line("$0." + call(field, type, "{ .\(name)($0) }", closure: take))
                }
            }
            for child in type.children { self.type(child, &text) }
        }
    }

    private func variants(_ index: Int, _ variants: [SwiftPlan.Variant], _ text: inout SwiftText) {
        let type = plan.types[index]
        text.block("\(access)indirect enum \(type.name): XMLVariants {") { text in
            for variant in variants {
                text.line("case \(SwiftNames.quoted(variant.name))(\(plan.text(variant.content)))")
            }
            text.block("\(access)static let xml = XMLVariantTable(Self.self) {") { text in
                for variant in variants {
                    let name = SwiftNames.quoted(variant.name)
                    let declared = variant.isDeclared ? ", declared: true" : ""
                    text.line(
                        "$0.type(\(SwiftText.literal(variant.type.local)), in: \(constant(variant.type.namespace))\(declared), { .\(name)($0) }) { if case .\(name)(let value) = $0 { value } else { nil } }"
                    )
                }
            }
        }
    }

    private func enumeration(
        _ type: SwiftPlan.TypePlan, _ cases: [SwiftPlan.EnumCase], _ text: inout SwiftText
    ) {
        let form = type.valueBase == nil ? "XMLEnumeration" : "XMLValueEnumeration"
        text.block("\(access)enum \(type.name): String, \(form) {") { text in
            if let base = type.valueBase { text.line("\(access)typealias Base = \(plan.text(base))") }
            for value in cases {
                text.documentation(value.documentation)
                text.line("case \(SwiftNames.quoted(value.name)) = \(SwiftText.literal(value.value))")
            }
        }
    }

    private func openEnumeration(
        _ type: SwiftPlan.TypePlan, _ cases: [SwiftPlan.EnumCase], _ text: inout SwiftText
    ) {
        text.block("\(access)struct \(type.name): XMLOpenEnumeration {") { text in
            text.line("\(access)var rawValue: String")
            text.line("\(access)init(rawValue: String) { self.rawValue = rawValue }")
            for value in cases {
                text.documentation(value.documentation)
                text.line(
                    "\(access)static let \(SwiftNames.quoted(value.name)) = Self(rawValue: \(SwiftText.literal(value.value)))"
                )
            }
        }
    }

    private func refined(
        _ type: SwiftPlan.TypePlan, _ base: SwiftPlan.Content, _ facets: Facets, _ collapses: Bool,
        _ text: inout SwiftText
    ) {
        var arguments: [String] = []
        if !facets.patterns.isEmpty {
            let groups = facets.patterns.map { group in
                "[" + group.map { SwiftText.literal($0) }.joined(separator: ", ") + "]"
            }
            arguments.append("patterns: [\(groups.joined(separator: ", "))]")
        }
        for (name, value) in [
            ("length", facets.length), ("minLength", facets.minLength), ("maxLength", facets.maxLength),
        ] {
            if let value { arguments.append("\(name): \(value)") }
        }
        for (name, value) in [
            ("minInclusive", facets.minInclusive), ("maxInclusive", facets.maxInclusive),
            ("minExclusive", facets.minExclusive), ("maxExclusive", facets.maxExclusive),
        ] {
            if let value { arguments.append("\(name): \(SwiftText.literal(value))") }
        }
        if let value = facets.totalDigits { arguments.append("totalDigits: \(value)") }
        if let value = facets.fractionDigits { arguments.append("fractionDigits: \(value)") }
        if collapses { arguments.append("collapses: true") }
        text.block("\(access)struct \(type.name): XMLRefined {") { text in
            text.line("\(access)let value: \(plan.text(base))")
            text.line("\(access)init(unchecked value: \(plan.text(base))) { self.value = value }")
            text.line("\(access)static let facets = XMLFacets(\(arguments.joined(separator: ", ")))")
        }
    }

    private func union(_ type: SwiftPlan.TypePlan, _ cases: [SwiftPlan.UnionCase], _ text: inout SwiftText) {
        text.block("\(access)enum \(type.name): XMLUnion {") { text in
            for member in cases {
                text.line("case \(SwiftNames.quoted(member.name))(\(plan.text(member.content)))")
            }
            text.block("\(access)init?(xmlText: String) {") { text in
                for member in cases {
                    text.line(
                        "if let value = \(plan.text(member.content))(xmlText: xmlText) { self = .\(SwiftNames.quoted(member.name))(value); return }"
                    )
                }
                text.line("return nil")
            }
            text.block("\(access)var xmlText: String {") { text in
                text.block("switch self {") { text in
                    for member in cases {
                        text.line("case .\(SwiftNames.quoted(member.name))(let value): value.xmlText")
                    }
                }
            }
            for child in type.children { self.type(child, &text) }
        }
    }
}
