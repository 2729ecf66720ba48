import FIM
import Findings
import SchemaModel
import XMLCore

/// A mapping with every path resolved in form and schemas: what ``MappingCheck`` judges and ``MessageMapper`` runs.
struct MappingPlan: Sendable {
    /// An element of the message that rules write. Rules that name the same path share it; every `gruppe` with a target
    /// has its own.
    struct Node: Sendable {
        var name: XMLName
        /// Its type; nil below a wildcard.
        var type: TypeID?
        /// The type to be named in `xsi:type`.
        var typeName: XMLName?
        var parent: Int?
        var children: [Int] = []
        var isOwn = false
        /// How often the schema allows it in its parent; nil for any number.
        var maximum: Int?
        /// Its place in the content of its parent.
        var order = Int.max
        /// The path, for messages.
        var path: String
        /// The rule that wrote it first.
        var location: Location
        var coverage = Coverage()
        var text = Coverage()
        var attributes: [XMLName: Coverage] = [:]
    }

    /// Where a value goes in the element of a node.
    enum Slot: Sendable {
        case text
        case attribute(XMLName)
        /// To the code inside, with list and version where the element carries them.
        case code(MessageCode)
    }

    /// The parts of a coded element that a rule fills in.
    struct MessageCode: Sendable {
        var element: XMLName
        var attributes: [(XMLName, CodeAttribute)]
    }

    /// What an attribute of a coded element gets.
    enum CodeAttribute: Sendable {
        case text(String)
        /// The list that a parameter's value names, without its version.
        case list(parameter: String)
        /// The version that it names.
        case version(parameter: String)
    }

    /// A rule, ready to run.
    indirect enum Step: Sendable {
        case value(Nachrichtenabbildung.Regel, source: Source?, node: Int, Slot)
        case group(Source?, node: Int?, [Step])
        case condition(Source, Nachrichtenabbildung.Bedingung, [Step])
    }

    /// Members of JSON objects that lead to a place.
    struct Source: Sendable {
        var isAbsolute: Bool
        var steps: [String]
        var path: String
    }

    var nodes: [Node] = []
    var steps: [Step] = []
    /// Sources of the texts that are put together, by path as written and rule.
    var templates: [Nachrichtenabbildung.Regel: [Nachrichtenabbildung.Quellpfad: Source]] = [:]
}

/// Resolves a mapping and notes what does not fit.
struct MappingCompiler {
    typealias Regel = Nachrichtenabbildung.Regel

    let mapping: Nachrichtenabbildung
    let paths: FormPaths
    let shape: MessageShape
    let types: MappingTypeCheck
    /// The declared parameters by name; nil when it is not known which there are.
    let parameters: [String: ParameterDeklaration]?
    private(set) var plan = MappingPlan()
    private(set) var findings: [Finding] = []
    private(set) var usedFields: Set<String> = []
    private(set) var usedTables: Set<String> = []

    init(
        _ mapping: Nachrichtenabbildung, paths: FormPaths, shape: MessageShape, types: MappingTypeCheck,
        parameters: [String: ParameterDeklaration]?
    ) {
        self.mapping = mapping
        self.paths = paths
        self.shape = shape
        self.types = types
        self.parameters = parameters
    }

    mutating func run(root: ElementDeclaration) {
        var node = MappingPlan.Node(
            name: root.name, type: root.type, parent: nil, maximum: 1, path: "/\(root.name.local)",
            location: Location(file: mapping.datei))
        node.coverage.add([], isCertain: true)
        plan.nodes = [node]
        plan.steps = compile(mapping.regeln, scope: paths.root, guards: [], node: 0)
    }

    // MARK: Rules

    private mutating func compile(_ rules: [Regel], scope: FormPlace, guards: [FormGuard], node: Int)
        -> [MappingPlan.Step]
    {
        rules.compactMap { rule in
            switch rule.art {
            case .gruppe(let source, let type, let inner):
                group(rule, source, type, inner, scope: scope, guards: guards, node: node)
            case .wenn(let source, let condition, let inner):
                self.condition(rule, source, condition, inner, scope: scope, guards: guards, node: node)
            default: value(rule, scope: scope, guards: guards, node: node)
            }
        }
    }

    private mutating func place(_ path: Nachrichtenabbildung.Quellpfad, _ scope: FormPlace, _ rule: Regel) -> FormPlace?
    {
        guard let place = paths.place(path, from: scope) else {
            let near = paths.suggestions(for: path).joined(separator: ", ")
            add(
                "mapping.unknown-source", rule,
                Message(
                    de:
                        "„\(path)“ gibt es hier nicht im Formular\(scope.path.isEmpty ? "" : " (gesucht ab \(scope.path))").",
                    en: "The form has no “\(path)” here\(scope.path.isEmpty ? "" : " (searched from \(scope.path))")."),
                near.isEmpty
                    ? Message(de: "Prüfen Sie die Kennung.", en: "Check the id.")
                    : Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?"))
            return nil
        }
        if place.field != nil { usedFields.insert(place.path) }
        return place
    }

    private func source(_ path: Nachrichtenabbildung.Quellpfad, _ place: FormPlace) -> MappingPlan.Source {
        MappingPlan.Source(isAbsolute: path.istAbsolut, steps: place.steps, path: place.path)
    }

    private mutating func group(
        _ rule: Regel, _ path: Nachrichtenabbildung.Quellpfad?, _ type: XMLName?, _ inner: [Regel], scope: FormPlace,
        guards: [FormGuard], node: Int
    ) -> MappingPlan.Step? {
        var scope = scope
        var guards = guards
        var source: MappingPlan.Source?
        var maximum: Int? = 1
        if let path {
            guard let place = place(path, scope, rule) else { return nil }
            source = self.source(path, place)
            guards += place.guards
            maximum = place.maximum
            scope = place
        }
        var target: Int?
        if let path = rule.ziel, !path.elemente.isEmpty, path.attribut == nil {
            guard let found = descend(path, from: node, guards, isCertain: true, rule, ownsLast: true) else {
                return nil
            }
            target = found
            if let type { self.type(type, of: found, rule) }
            checkCount(maximum, of: found, path: scope.path, rule)
        } else if maximum != 1 {
            repeats(scope.path, rule)
        }
        let steps = compile(inner, scope: scope, guards: guards, node: target ?? node)
        return .group(source, node: target, steps)
    }

    private mutating func type(_ name: XMLName, of node: Int, _ rule: Regel) {
        guard let id = shape.components.typesByName[name] else {
            let names = shape.components.typesByName.keys.map(\.local).sorted()
            let near = NearestWords.nearest(to: name.local, among: names, count: 3).joined(separator: ", ")
            add(
                "mapping.unknown-type", rule,
                Message(de: "Den Typ „\(name.local)“ gibt es nicht.", en: "There is no type “\(name.local)”."),
                Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?"))
            return
        }
        if let declared = plan.nodes[node].type, !shape.components.isType(id, derivedFrom: declared) {
            add(
                "mapping.unknown-type", rule,
                Message(
                    de: "Der Typ „\(name.local)“ ist nicht vom Typ des Elements abgeleitet.",
                    en: "The type “\(name.local)” is not derived from the element's type."),
                Message(de: "Wählen Sie einen abgeleiteten Typ.", en: "Choose a derived type."))
            return
        }
        plan.nodes[node].type = id
        plan.nodes[node].typeName = name
    }

    private mutating func condition(
        _ rule: Regel, _ path: Nachrichtenabbildung.Quellpfad, _ condition: Nachrichtenabbildung.Bedingung,
        _ inner: [Regel], scope: FormPlace, guards: [FormGuard], node: Int
    ) -> MappingPlan.Step? {
        guard let place = place(path, scope, rule) else { return nil }
        var guards = guards
        switch condition {
        case .vorhanden: guards += place.guards
        case .fehlt:
            // What is missing may be the last step or any before; of the guards only the last has a name to it.
            guards.append(.absent(place.guards.isEmpty ? place.path : lastPresent(place.guards) ?? place.path))
        case .gleich(let values):
            guards.append(.equals(place.path, values))
            if let field = place.field { findings += types.condition(values, field, rule) }
        }
        return .condition(
            source(path, place), condition, compile(inner, scope: scope, guards: guards, node: node))
    }

    private func lastPresent(_ guards: [FormGuard]) -> String? {
        guards.reversed().lazy.compactMap { if case .present(let path, _) = $0 { path } else { nil } }.first
    }

    private mutating func value(_ rule: Regel, scope: FormPlace, guards: [FormGuard], node: Int) -> MappingPlan.Step? {
        guard let target = rule.ziel else { return nil }
        var guards = guards
        var isCertain = true
        var source: MappingPlan.Source?
        var from = MappingTypeCheck.Value.text
        var count: Int? = 1
        switch rule.art {
        case .feld(let path, let preset, let table, _, let separator):
            guard let place = place(path, scope, rule) else { return nil }
            guard let field = place.field else {
                add(
                    "mapping.unknown-source", rule,
                    Message(
                        de: "„\(path)“ ist eine Gruppe, kein Feld.", en: "“\(path)” is a group, not a field."),
                    Message(de: "Nennen Sie ein Feld darin.", en: "Name a field in it."))
                return nil
            }
            source = self.source(path, place)
            if preset == nil { guards += place.guards }
            count = separator == nil ? place.maximum : 1
            if let table { usedTables.insert(table) }
            from = .field(field, table: table.flatMap { mapping.uebersetzung($0) }, preset: preset)
            if let table, mapping.uebersetzung(table) == nil {
                let names = mapping.uebersetzungen.map(\.id).joined(separator: ", ")
                add(
                    "mapping.unknown-translation", rule,
                    Message(
                        de: "Die Übersetzung „\(table)“ gibt es nicht.", en: "There is no translation “\(table)”."),
                    Message(de: "Vorhanden sind: \(names).", en: "There are: \(names)."))
            }
        case .konstante(let text): from = .constant(text)
        case .parameter(let name, let preset):
            isCertain = parameter(name, rule) || preset != nil
            from = .parameter(parameters?[name]?.typ, preset: preset)
        case .laufwert(let kind, let prefix): from = .made(kind, prefix: prefix)
        case .text(let parts): isCertain = template(parts, rule, scope)
        case .gruppe, .wenn: return nil
        }
        guard let found = descend(target, from: node, guards, isCertain: isCertain, rule, ownsLast: false) else {
            return nil
        }
        if target.attribut == nil { checkCount(count, of: found, path: source?.path ?? "", rule) }
        guard let slot = slot(target, found, from, guards, isCertain: isCertain, rule) else { return nil }
        return .value(rule, source: source, node: found, slot)
    }

    /// Whether the parameter always has a value.
    private mutating func parameter(_ name: String, _ rule: Regel) -> Bool {
        guard let parameters else { return true }
        guard let declared = parameters[name] else {
            let near = NearestWords.nearest(to: name, among: parameters.keys.sorted(), count: 3)
                .joined(separator: ", ")
            add(
                "mapping.unknown-parameter", rule,
                Message(
                    de: "Den Parameter „\(name)“ erklärt das Paket nicht.",
                    en: "The package does not declare the parameter “\(name)”."),
                Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?"))
            return true
        }
        if declared.geheim {
            add(
                "mapping.secret", rule,
                Message(
                    de: "Der Parameter „\(name)“ ist geheim und gehört in keine Nachricht.",
                    en: "The parameter “\(name)” is secret and belongs into no message."),
                Message(de: "Nehmen Sie die Regel heraus.", en: "Take the rule out."))
        }
        return declared.pflicht || declared.vorgabe != nil
    }

    /// Whether the text always has something in it.
    private mutating func template(_ parts: [Nachrichtenabbildung.Textteil], _ rule: Regel, _ scope: FormPlace) -> Bool
    {
        var isCertain = false
        var hasSource = false
        for part in parts {
            switch part {
            case .text: break
            case .parameter(let name):
                hasSource = true
                if parameter(name, rule) { isCertain = true }
            case .feld(let path):
                hasSource = true
                guard let place = place(path, scope, rule) else { continue }
                if place.isRepeated { repeats(place.path, rule) }
                if place.guards.isEmpty { isCertain = true }
                plan.templates[rule, default: [:]][path] = source(path, place)
            }
        }
        return isCertain || !hasSource
    }

    // MARK: Targets

    /// The node that a path leads to. Every element on the way is written under the same guards.
    private mutating func descend(
        _ path: Nachrichtenabbildung.Zielpfad, from start: Int, _ guards: [FormGuard], isCertain: Bool, _ rule: Regel,
        ownsLast: Bool
    ) -> Int? {
        var current = start
        for (index, name) in path.elemente.enumerated() {
            let isOwn = ownsLast && index == path.elemente.count - 1
            let known = plan.nodes[current].children.first {
                plan.nodes[$0].name == name && !plan.nodes[$0].isOwn
            }
            if let known, !isOwn {
                current = known
            } else {
                guard let made = make(name, in: current, isOwn: isOwn, rule) else { return nil }
                current = made
            }
            plan.nodes[current].coverage.add(guards, isCertain: isCertain)
        }
        return current
    }

    private mutating func make(_ name: XMLName, in parent: Int, isOwn: Bool, _ rule: Regel) -> Int? {
        let parentNode = plan.nodes[parent]
        var node = MappingPlan.Node(
            name: name, parent: parent, isOwn: isOwn, path: "\(parentNode.path)/\(name.local)", location: rule.ort)
        if let type = parentNode.type {
            let children = shape.children(type)
            if let child = children[name] {
                node.type = child.element.type
                node.maximum = child.maximum
                node.order = child.order
            } else if shape.allowsOthers(type, namespace: name.namespace) {
                node.type = shape.components.element(name)?.type
            } else {
                unknown(name, in: parentNode, children.keys.sorted(), rule)
                return nil
            }
        }
        plan.nodes.append(node)
        plan.nodes[parent].children.append(plan.nodes.count - 1)
        return plan.nodes.count - 1
    }

    private mutating func unknown(_ name: XMLName, in parent: MappingPlan.Node, _ allowed: [XMLName], _ rule: Regel) {
        let other = allowed.first { $0.local == name.local }
        let hint: Message
        if let other {
            hint = Message(
                de:
                    "„\(name.local)“ hat dort \(other.namespace.map { "den Namensraum \($0)" } ?? "keinen Namensraum").",
                en: "“\(name.local)” has \(other.namespace.map { "the namespace \($0)" } ?? "no namespace") there.")
        } else {
            let near = NearestWords.nearest(to: name.local, among: allowed.map(\.local), count: 3)
                .joined(separator: ", ")
            hint =
                near.isEmpty
                ? Message(de: "Dort stehen keine Elemente.", en: "There are no elements there.")
                : Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?")
        }
        add(
            "mapping.unknown-target", rule,
            Message(
                de: "In \(parent.path) gibt es kein Element „\(name.local)“.",
                en: "There is no element “\(name.local)” in \(parent.path)."), hint)
    }

    private mutating func slot(
        _ target: Nachrichtenabbildung.Zielpfad, _ node: Int, _ value: MappingTypeCheck.Value, _ guards: [FormGuard],
        isCertain: Bool, _ rule: Regel
    ) -> MappingPlan.Slot? {
        let type = plan.nodes[node].type
        if let name = target.attribut {
            if let type {
                guard let attribute = shape.attribute(name, of: type) else {
                    let names = shape.complex(type)?.attributes.filter { !$0.isProhibited }.map(\.name.local) ?? []
                    let near = NearestWords.nearest(to: name.local, among: names, count: 3).joined(separator: ", ")
                    add(
                        "mapping.unknown-target", rule,
                        Message(
                            de: "\(plan.nodes[node].path) hat kein Attribut „\(name.local)“.",
                            en: "\(plan.nodes[node].path) has no attribute “\(name.local)”."),
                        near.isEmpty ? nil : Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?"))
                    return nil
                }
                findings += types.check(
                    value, attribute.type, fixed: attribute.fixedValue, at: rule,
                    "\(plan.nodes[node].path)/@\(name.local)")
            }
            conflicts(plan.nodes[node].attributes[name], guards, rule, "\(plan.nodes[node].path)/@\(name.local)")
            plan.nodes[node].attributes[name, default: Coverage()].add(guards, isCertain: isCertain)
            return .attribute(name)
        }
        if plan.nodes[node].maximum == 1 { conflicts(plan.nodes[node].text, guards, rule, plan.nodes[node].path) }
        plan.nodes[node].text.add(guards, isCertain: isCertain)
        guard let type else { return .text }
        if let code = shape.code(type) {
            return coded(code, node, value, guards, isCertain: isCertain, rule)
        }
        guard shape.textType(type) != nil || shape.complex(type)?.isMixed == true else {
            add(
                "mapping.target-has-no-text", rule,
                Message(
                    de: "\(plan.nodes[node].path) hält Elemente, keinen Wert.",
                    en: "\(plan.nodes[node].path) holds elements, not a value."),
                Message(
                    de: "Nennen Sie eines der Elemente darin: \(childNames(type)).",
                    en: "Name one of the elements in it: \(childNames(type))."))
            return nil
        }
        if let text = shape.textType(type) {
            findings += types.check(value, text, fixed: nil, at: rule, plan.nodes[node].path)
        }
        return .text
    }

    private mutating func coded(
        _ code: MessageShape.CodeShape, _ node: Int, _ value: MappingTypeCheck.Value, _ guards: [FormGuard],
        isCertain: Bool, _ rule: Regel
    ) -> MappingPlan.Slot? {
        let path = plan.nodes[node].path
        var attributes: [(XMLName, MappingPlan.CodeAttribute)] = []
        if let name = rule.code.parameter { _ = parameter(name, rule) }
        let given: [(AttributeUse?, String?, MappingPlan.CodeAttribute?)] = [
            (
                code.listURI, rule.code.liste ?? types.listURI(of: value),
                rule.code.parameter.map { .list(parameter: $0) }
            ),
            (
                code.listVersion, rule.code.version ?? types.listVersion(of: value),
                rule.code.parameter.map { .version(parameter: $0) }
            ),
        ]
        var known: [String: String] = [:]
        for case (let use?, let text, let fromParameter) in given {
            if let fixed = use.fixedValue {
                known[use.name.local] = fixed
                // A fixed value that nobody names may be left out where the schema allows it.
                if use.isRequired || text == fixed { attributes.append((use.name, .text(fixed))) }
                if let text, text != fixed { otherList(use.name.local, text, fixed, path, rule) }
            } else if let fromParameter {
                attributes.append((use.name, fromParameter))
            } else if let text {
                known[use.name.local] = text
                attributes.append((use.name, .text(text)))
            } else {
                // Another rule may set it; what is required and missing is found at the end.
                continue
            }
            plan.nodes[node].attributes[use.name, default: Coverage()].add(guards, isCertain: true)
        }
        findings += types.check(value, code.code.type, fixed: code.code.fixedValue, at: rule, path)
        findings += types.codes(
            value, listURI: known["listURI"], version: known["listVersionID"], at: rule, path)
        // The code itself stands for its element in the check of what is required.
        var child = MappingPlan.Node(
            name: code.code.name, type: code.code.type, parent: node, maximum: 1, path: "\(path)/code",
            location: rule.ort)
        child.coverage.add(guards, isCertain: true)
        plan.nodes.append(child)
        plan.nodes[node].children.append(plan.nodes.count - 1)
        return .code(MappingPlan.MessageCode(element: code.code.name, attributes: attributes))
    }

    /// The code comes from another list or version than the one that the schema fixes.
    private mutating func otherList(_ name: String, _ text: String, _ fixed: String, _ path: String, _ rule: Regel) {
        add(
            "mapping.other-list", rule,
            Message(
                de: "\(path) nimmt Codes aus \(fixed), nicht aus \(text) (\(name)).",
                en: "\(path) takes codes from \(fixed), not from \(text) (\(name))."),
            Message(
                de: "Übersetzen Sie die Codes mit einer uebersetzung.",
                en: "Translate the codes with an uebersetzung."),
            severity: rule.code.liste == text || rule.code.version == text ? .error : .warning)
    }

    private func childNames(_ type: TypeID) -> String {
        shape.children(type).sorted { $0.value.order < $1.value.order }.prefix(8).map(\.key.local)
            .joined(separator: ", ")
    }

    // MARK: Findings

    /// Two rules for one place are a conflict when the one holds whenever the other does.
    private mutating func conflicts(_ coverage: Coverage?, _ guards: [FormGuard], _ rule: Regel, _ path: String) {
        guard let coverage, coverage.contexts.contains(where: { guards.starts(with: $0) || $0.starts(with: guards) })
        else { return }
        add(
            "mapping.conflict", rule,
            Message(
                de: "\(path) wird schon von einer anderen Regel gesetzt.", en: "Another rule sets \(path) already."),
            Message(
                de: "Entfernen Sie eine der Regeln oder stellen Sie beide unter Bedingungen, die sich ausschließen.",
                en: "Remove one of the rules, or put both under conditions that exclude each other."))
    }

    private mutating func checkCount(_ count: Int?, of node: Int, path: String, _ rule: Regel) {
        let target = plan.nodes[node]
        guard target.type != nil, let allowed = target.maximum else { return }
        if allowed == 1, count != 1 {
            repeats(path, rule)
        } else if count.map({ $0 > allowed }) ?? true {
            add(
                "mapping.too-many", rule,
                Message(
                    de: "\(path) kann öfter vorkommen als \(target.path) (höchstens \(allowed)-mal).",
                    en: "\(path) may occur more often than \(target.path) (at most \(allowed) times)."),
                Message(
                    de: "Begrenzen Sie das Formular; sonst scheitert die Nachricht.",
                    en: "Limit the form; else the message will fail."), severity: .warning)
        }
    }

    private mutating func repeats(_ path: String, _ rule: Regel) {
        add(
            "mapping.source-repeats", rule,
            Message(
                de: "\(path) kann mehrmals vorkommen, das Ziel nur einmal.",
                en: "\(path) may occur several times, the target only once."),
            Message(
                de:
                    "Setzen Sie die Regel in eine gruppe mit einem wiederholbaren Ziel, oder verbinden Sie die Werte mit trenner.",
                en: "Put the rule into a gruppe with a repeatable target, or join the values with trenner."))
    }

    private mutating func add(
        _ id: FindingID, _ rule: Regel, _ message: Message, _ hint: Message?, severity: Severity = .error
    ) {
        findings.append(Finding(id, severity, at: rule.ort, message, hint: hint))
    }
}
