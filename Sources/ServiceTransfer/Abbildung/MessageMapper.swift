import FIM
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import XMLCore

/// Runs a mapping: makes a message of an XÖV standard from data that were filled into a form. What comes out is valid
/// after the schemas, or it does not come out.
public struct MessageMapper: Sendable {
    /// What a message is made with.
    public struct Options: Sendable {
        /// Values of parameters by name. Secrets do not belong here.
        public var parameters: [String: String]
        /// The moment that `laufwert art="zeitpunkt"` and `"datum"` write.
        public var now: Date
        /// The zone they are written in.
        public var timeZone: TimeZone
        /// Makes the UUIDs of `laufwert art="uuid"`, in lower case.
        public var uuid: @Sendable () -> String

        /// Options from their parts.
        public init(
            parameters: [String: String] = [:], now: Date = Date(),
            timeZone: TimeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt,
            uuid: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
        ) {
            self.parameters = parameters
            self.now = now
            self.timeZone = timeZone
            self.uuid = uuid
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// The message, UTF-8; nil when there are errors.
        public var message: [UInt8]?
        /// What is wrong with the data, or with the message made from them.
        public var findings: [Finding]
    }

    private let mapping: Nachrichtenabbildung
    private let form: XDF3.Stammdatenschema
    private let plan: MappingPlan
    private let shape: MessageShape
    private let validator: DocumentValidator
    private let codeList: @Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?

    /// A mapper for a mapping that was checked.
    ///
    /// - Parameters:
    ///   - schemas: the same schemas as `components`, compiled; the message is validated against them.
    ///   - codeList: the code lists of the form, for checking the data.
    /// - Throws: `TransferError` `mapping.invalid` with the findings of the check when it has errors.
    public init(
        _ mapping: Nachrichtenabbildung, form: XDF3.Stammdatenschema, components: SchemaComponents, schemas: SchemaSet,
        options: MappingCheck.Options = .init(),
        codeList: @escaping @Sendable (XDF3.CodelisteReferenz) -> QualityCodeList? = { _ in nil }
    ) throws(TransferError) {
        let check = MappingCheck(mapping, form: form, components: components, options: options)
        guard check.isExecutable else {
            throw TransferError(
                .mappingInvalid, at: Location(file: mapping.datei),
                Message(de: "Die Abbildung hat Fehler.", en: "The mapping has errors."),
                hint: Message(de: "Prüfen Sie sie: xoev mapping check.", en: "Check it: xoev mapping check."),
                findings: check.findings)
        }
        self.mapping = mapping
        self.form = form
        plan = check.plan
        shape = MessageShape(components)
        validator = DocumentValidator(schemas)
        self.codeList = codeList
    }

    /// Makes a message from data, as ``XDF3FormData`` has them: members named by id and version.
    ///
    /// - Throws: `TransferError` when the form cannot be derived or the message cannot be written; what is wrong with the
    ///   data is in the outcome.
    public func run(_ data: JSONValue, options: Options = Options()) throws(TransferError) -> Outcome {
        do throws(XDFError) {
            let findings = try XDF3FormData.validate(data, form, codeList: codeList)
            if findings.contains(where: { $0.severity == .error }) { return Outcome(message: nil, findings: findings) }
        } catch {
            throw TransferError(.init(id: error.finding.id), error.finding.message, hint: error.finding.hint)
        }
        var run = MappingRun(plan: plan, data: data, options: options, mapping: mapping)
        run.execute(plan.steps, scope: data, number: nil, context: run.root)
        if !run.findings.isEmpty { return Outcome(message: nil, findings: run.findings) }
        var root = run.root.element(plan, shape, prefixes: mapping.praefixe)
        root.namespaces = mapping.praefixe
        let bytes: [UInt8]
        do throws(XMLError) {
            bytes = try XMLTree(root: root).serialized(XMLWriterOptions(indent: 2))
        } catch {
            throw TransferError(error)
        }
        let findings = validator.validate(.bytes(bytes, name: mapping.nachricht.local)).findings
        let isValid = !findings.contains { $0.severity == .error }
        return Outcome(message: isValid ? bytes : nil, findings: findings.map { run.explained($0) })
    }
}

/// One run: the elements as they arise.
private struct MappingRun {
    /// An element of the message. A class, because rules come back to elements that others have begun.
    final class Output {
        let node: Int
        var children: [Output] = []
        var text: String?
        var attributes: [(XMLName, String)] = []
        var rule: Location?

        init(_ node: Int) { self.node = node }
    }

    let plan: MappingPlan
    let data: JSONValue
    let options: MessageMapper.Options
    let mapping: Nachrichtenabbildung
    let root = Output(0)
    var findings: [Finding] = []

    init(plan: MappingPlan, data: JSONValue, options: MessageMapper.Options, mapping: Nachrichtenabbildung) {
        self.plan = plan
        self.data = data
        self.options = options
        self.mapping = mapping
    }

    // MARK: Values

    private func values(_ source: MappingPlan.Source, _ scope: JSONValue) -> [JSONValue] {
        var found = [source.isAbsolute ? data : scope]
        for step in source.steps {
            found = found.flatMap { value -> [JSONValue] in
                switch value[step] {
                case .array(let list)?: list
                case .null?, nil: []
                case let value?: [value]
                }
            }
        }
        return found
    }

    private func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        case .bool(let flag): flag ? "true" : "false"
        case .object, .array, .null: nil
        }
    }

    private mutating func made(_ kind: Nachrichtenabbildung.Laufwert, _ number: Int?) -> String {
        switch kind {
        case .uuid: return options.uuid()
        case .nummer: return String(number ?? 1)
        case .zeitpunkt, .datum:
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = options.timeZone
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: options.now)
            func two(_ value: Int?) -> String { String(format: "%02d", value ?? 0) }
            let date = String(format: "%04d", parts.year ?? 0) + "-\(two(parts.month))-\(two(parts.day))"
            if kind == .datum { return date }
            let offset = options.timeZone.secondsFromGMT(for: options.now) / 60
            let zone = "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
            // Milliseconds are written always: heads of XÖV messages ask for them.
            let fraction = options.now.timeIntervalSince1970.truncatingRemainder(dividingBy: 1)
            let milliseconds = String(format: "%03d", Int(fraction * 1000) % 1000)
            return "\(date)T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)).\(milliseconds)\(zone)"
        }
    }

    /// The values that a rule writes, none where there is nothing to write.
    private mutating func values(
        _ rule: Nachrichtenabbildung.Regel, _ source: MappingPlan.Source?, _ scope: JSONValue, _ number: Int?
    ) -> [String] {
        switch rule.art {
        case .feld(_, let preset, let table, let conversion, let separator):
            var found = source.map { values($0, scope).compactMap { text($0) } } ?? []
            if let table = table.flatMap({ mapping.uebersetzung($0) }) {
                found = found.compactMap { translated($0, table, rule) }
            }
            if let conversion { found = found.map { conversion($0) } }
            if let separator, !found.isEmpty { found = [found.joined(separator: separator)] }
            return found.isEmpty ? [preset].compactMap { $0 } : found
        case .konstante(let text): return [text]
        case .parameter(let name, let preset):
            return [options.parameters[name].flatMap { $0.isEmpty ? nil : $0 } ?? preset].compactMap { $0 }
        case .laufwert(let kind, let prefix): return [prefix + made(kind, number)]
        case .text(let parts): return [joined(parts, rule, scope)].compactMap { $0 }
        case .gruppe, .wenn: return []
        }
    }

    private mutating func translated(
        _ code: String, _ table: Nachrichtenabbildung.Uebersetzung, _ rule: Nachrichtenabbildung.Regel
    ) -> String? {
        if let target = table.ziel(code) { return target }
        findings.append(
            Finding(
                "mapping.untranslated-code", .error, at: rule.ort,
                Message(
                    de: "Die Übersetzung „\(table.id)“ sagt nicht, was aus „\(value: code)“ wird.",
                    en: "The translation “\(table.id)” does not say what becomes of “\(value: code)”."),
                hint: Message(de: "Ergänzen Sie eine Zeile.", en: "Add a row.")))
        return nil
    }

    private func joined(
        _ parts: [Nachrichtenabbildung.Textteil], _ rule: Nachrichtenabbildung.Regel, _ scope: JSONValue
    ) -> String? {
        var result = ""
        var hasSource = false
        var hasValue = false
        for part in parts {
            var piece: String?
            switch part {
            case .text(let text):
                result += text
                continue
            case .feld(let path):
                piece = plan.templates[rule]?[path].flatMap { values($0, scope).first }.flatMap { text($0) }
            case .parameter(let name): piece = options.parameters[name]
            }
            hasSource = true
            if let piece, !piece.isEmpty {
                hasValue = true
                result += piece
            }
        }
        return hasSource && !hasValue ? nil : result
    }

    // MARK: Rules

    mutating func execute(_ steps: [MappingPlan.Step], scope: JSONValue, number: Int?, context: Output) {
        for step in steps {
            switch step {
            case .value(let rule, let source, let node, let slot):
                for (index, value) in values(rule, source, scope, number).enumerated() {
                    write(value, rule, node, slot, in: context, isFurther: index > 0)
                }
            case .group(let source, let node, let inner):
                let occurrences = source.map { values($0, scope) } ?? [scope]
                for (index, occurrence) in occurrences.enumerated() {
                    let target = node.map { output($0, in: context, isNew: true) } ?? context
                    execute(
                        inner, scope: occurrence, number: source == nil ? number : index + 1, context: target)
                }
            case .condition(let source, let condition, let inner):
                let found = values(source, scope)
                let holds =
                    switch condition {
                    case .vorhanden: !found.isEmpty
                    case .fehlt: found.isEmpty
                    case .gleich(let wanted): found.contains { text($0).map(wanted.contains) ?? false }
                    }
                if holds { execute(inner, scope: scope, number: number, context: context) }
            }
        }
    }

    /// The element of a node below another element; a new one, or the last that is there.
    private func output(_ node: Int, in context: Output, isNew: Bool) -> Output {
        guard node != context.node else { return context }
        var chain: [Int] = []
        var current: Int? = node
        while let index = current, index != context.node {
            chain.append(index)
            current = plan.nodes[index].parent
        }
        var place = context
        for index in chain.reversed() {
            if !(isNew && index == node), let known = place.children.last(where: { $0.node == index }) {
                place = known
            } else {
                let made = Output(index)
                place.children.append(made)
                place = made
            }
        }
        return place
    }

    private mutating func write(
        _ value: String, _ rule: Nachrichtenabbildung.Regel, _ node: Int, _ slot: MappingPlan.Slot, in context: Output,
        isFurther: Bool
    ) {
        let place = output(node, in: context, isNew: isFurther)
        switch slot {
        case .attribute(let name):
            guard !place.attributes.contains(where: { $0.0 == name }) else { return conflict(rule, node) }
            place.attributes.append((name, value))
        case .text:
            guard place.text == nil else { return conflict(rule, node) }
            place.text = value
        case .code(let code):
            let index = plan.nodes[node].children.first { plan.nodes[$0].name == code.element }
            guard let index, !place.children.contains(where: { plan.nodes[$0.node].name == code.element }) else {
                return conflict(rule, node)
            }
            let child = Output(index)
            child.text = value
            child.rule = rule.ort
            place.children.append(child)
            for (name, value) in code.attributes where !place.attributes.contains(where: { $0.0 == name }) {
                if let text = text(value, rule) { place.attributes.append((name, text)) }
            }
        }
        place.rule = rule.ort
    }

    /// What an attribute of a coded element gets; nil after a finding.
    private mutating func text(_ value: MappingPlan.CodeAttribute, _ rule: Nachrichtenabbildung.Regel) -> String? {
        let name: String
        switch value {
        case .text(let text): return text
        case .list(let parameter), .version(let parameter): name = parameter
        }
        guard let text = options.parameters[name], let separator = text.lastIndex(of: "_"), separator != text.startIndex
        else {
            findings.append(
                Finding(
                    "mapping.list-parameter", .error, at: rule.ort,
                    Message(
                        de: "Der Parameter „\(name)“ nennt keine Codeliste mit Version.",
                        en: "The parameter “\(name)” names no code list with version."),
                    hint: Message(
                        de: "Setzen Sie ihn auf URN_VERSION, zum Beispiel urn:beispiel:codeliste:zonen_2026-01-01.",
                        en: "Set it to URN_VERSION, such as urn:beispiel:codeliste:zonen_2026-01-01.")))
            return nil
        }
        if case .list = value { return String(text[..<separator]) }
        return String(text[text.index(after: separator)...])
    }

    private mutating func conflict(_ rule: Nachrichtenabbildung.Regel, _ node: Int) {
        let path = plan.nodes[node].path
        findings.append(
            Finding(
                "mapping.conflict", .error, at: rule.ort,
                Message(
                    de: "Bei diesen Daten setzen zwei Regeln \(path).", en: "With these data two rules set \(path)."),
                hint: Message(
                    de: "Stellen Sie die Regeln unter Bedingungen, die sich ausschließen.",
                    en: "Put the rules under conditions that exclude each other.")))
    }

    /// A finding about the message, with the rule that wrote the place.
    func explained(_ finding: Finding) -> Finding {
        guard let path = finding.location.path, let rule = rule(at: path) else { return finding }
        var result = finding
        let line = rule.line.map(String.init) ?? "?"
        result.hint = Message(
            de: "Geschrieben von der Regel in Zeile \(line) der Abbildung.",
            en: "Written by the rule in line \(line) of the mapping.")
        return result
    }

    private func rule(at path: String) -> Location? {
        var place = root
        var found = root.rule
        for step in path.split(separator: "/").dropFirst() {
            let parts = step.split(separator: "[")
            let local = parts[0].split(separator: ":").last.map(String.init) ?? ""
            let position = parts.count > 1 ? Int(parts[1].dropLast()) ?? 1 : 1
            let same = place.children.filter { plan.nodes[$0.node].name.local == local }
            guard same.indices.contains(position - 1) else { break }
            place = same[position - 1]
            found = place.rule ?? found
        }
        return found
    }
}

extension MappingRun.Output {
    /// The element as XML: children in the order of the schema, fixed attributes that are required filled in.
    func element(
        _ plan: MappingPlan, _ shape: MessageShape, prefixes: [XMLNamespaceDeclaration]
    ) -> XMLTree.Element {
        func prefix(_ namespace: String?) -> String? { prefixes.first { $0.uri == namespace }?.prefix }
        let node = plan.nodes[self.node]
        var result = XMLTree.Element(node.name, prefix: prefix(node.name.namespace))
        if let type = node.typeName {
            let name = prefix(type.namespace).map { "\($0):\(type.local)" } ?? type.local
            result.attributes.append(
                XMLAttribute(XMLName("type", in: XMLName.schemaInstanceNamespace), prefix: "xsi", value: name))
        }
        for (name, value) in attributes { result.attributes.append(XMLAttribute(name, value: value)) }
        if let type = node.type {
            let declared = shape.complex(type)?.attributes ?? []
            for use in declared where use.isRequired && !use.isProhibited {
                if let fixed = use.fixedValue, result.attribute(use.name) == nil {
                    result.attributes.append(XMLAttribute(use.name, value: fixed))
                }
            }
            let order = declared.map(\.name)
            result.attributes = result.attributes.enumerated().sorted { left, right in
                (order.firstIndex(of: left.element.name) ?? -1, left.offset)
                    < (order.firstIndex(of: right.element.name) ?? -1, right.offset)
            }.map(\.element)
        }
        if let text { result.setText(text) }
        var sorted = children
        if node.type.map(shape.hasFixedOrder) ?? false {
            sorted = children.enumerated().sorted {
                (plan.nodes[$0.element.node].order, $0.offset) < (plan.nodes[$1.element.node].order, $1.offset)
            }.map(\.element)
        }
        for child in sorted { result.append(child.element(plan, shape, prefixes: prefixes)) }
        return result
    }
}
