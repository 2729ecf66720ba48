import CodeLists
import FIM
import Findings
import SchemaModel
import XMLCore

/// Checks a mapping against the form it reads and the schemas of the message it writes, before any data are there: sources
/// and targets exist, values fit, codes are translated, nothing required is left out.
public struct MappingCheck: Sendable {
    /// What to check against.
    public struct Options: Sendable {
        /// The code lists at hand: those of the form and of the message.
        public var lists: CodeListRegistry?
        /// The parameters that a package declares; nil when the caller brings them.
        public var parameters: [ParameterDeklaration]?

        /// Options from their parts.
        public init(lists: CodeListRegistry? = nil, parameters: [ParameterDeklaration]? = nil) {
            self.lists = lists
            self.parameters = parameters
        }
    }

    /// The findings, sorted by place. An error means that no data, or not all data that the form allows, become a valid
    /// message; a warning that some data may not.
    public let findings: [Finding]
    /// The mapping made ready; only to be run when there are no errors.
    let plan: MappingPlan

    /// Checks a mapping.
    ///
    /// - Parameters:
    ///   - mapping: the mapping.
    ///   - form: the form that it reads.
    ///   - components: the schemas that define the message.
    public init(
        _ mapping: Nachrichtenabbildung, form: XDF3.Stammdatenschema, components: SchemaComponents,
        options: Options = Options()
    ) {
        let shape = MessageShape(components)
        var findings = Self.formFindings(mapping, form)
        guard let root = components.element(mapping.nachricht), !root.isAbstract else {
            let names = components.rootElements.map { components[$0].name.local }
            let near = NearestWords.nearest(to: mapping.nachricht.local, among: names, count: 3).joined(separator: ", ")
            findings.append(
                Finding(
                    "mapping.unknown-message", .error, at: Location(file: mapping.datei),
                    Message(
                        de: "Die Schemas kennen keine Nachricht \(mapping.nachricht).",
                        en: "The schemas know no message \(mapping.nachricht)."),
                    hint: near.isEmpty
                        ? nil : Message(de: "Meinten Sie: \(near)?", en: "Did you mean: \(near)?")))
            self.findings = findings
            plan = MappingPlan()
            return
        }
        let parameters = options.parameters.map { list in
            Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var compiler = MappingCompiler(
            mapping, paths: FormPaths(form), shape: shape, types: MappingTypeCheck(shape: shape, lists: options.lists),
            parameters: parameters)
        compiler.run(root: root)
        findings += compiler.findings
        var required = RequiredCheck(shape: shape, nodes: compiler.plan.nodes)
        required.run()
        findings += required.findings
        findings += Self.leftOver(compiler, mapping)
        var seen: Set<Finding> = []
        self.findings = findings.filter { seen.insert($0).inserted }
            .enumerated().sorted {
                ($0.element.location.line ?? 0, $0.offset) < ($1.element.location.line ?? 0, $1.offset)
            }
            .map(\.element)
        plan = compiler.plan
    }

    /// Whether the mapping can be run.
    public var isExecutable: Bool { !findings.contains { $0.severity == .error } }

    private static func formFindings(_ mapping: Nachrichtenabbildung, _ form: XDF3.Stammdatenschema) -> [Finding] {
        let id = form.angaben.identifikation
        let isOther = id.id != mapping.formular
        let isOtherVersion = mapping.formularVersion.map { $0 != id.version } ?? false
        guard isOther || isOtherVersion else { return [] }
        let wanted = XDFIdentifikation(mapping.formular, version: mapping.formularVersion)
        return [
            Finding(
                "mapping.form-mismatch", .error, at: Location(file: mapping.datei),
                Message(
                    de: "Die Abbildung ist für das Formular \(wanted), nicht für \(id).",
                    en: "The mapping is for the form \(wanted), not for \(id)."),
                hint: Message(
                    de: "Nehmen Sie das Formular, für das sie gemacht ist, oder ändern Sie das Element quelle.",
                    en: "Take the form it was made for, or change the element quelle."))
        ]
    }

    /// Fields whose entries reach no message, and tables that no rule uses.
    private static func leftOver(_ compiler: MappingCompiler, _ mapping: Nachrichtenabbildung) -> [Finding] {
        var findings: [Finding] = []
        for table in mapping.uebersetzungen where !compiler.usedTables.contains(table.id) {
            findings.append(
                Finding(
                    "mapping.unused-translation", .warning, at: table.ort,
                    Message(
                        de: "Keine Regel verwendet die Übersetzung „\(table.id)“.",
                        en: "No rule uses the translation “\(table.id)”."),
                    hint: Message(de: "Entfernen Sie sie.", en: "Remove it.")))
        }
        let unused = compiler.paths.fields.filter { !compiler.usedFields.contains($0.path) }
        if !unused.isEmpty {
            let list = unused.map { "\($0.path.split(separator: "/").last ?? "") (\($0.field.angaben.name))" }
                .joined(separator: ", ")
            findings.append(
                Finding(
                    "mapping.unused-field", .hint, at: Location(file: mapping.datei),
                    Message(
                        de: "\(unused.count) Felder kommen in keine Nachricht: \(list).",
                        en: "\(unused.count) fields go into no message: \(list)."),
                    hint: nil))
        }
        return findings
    }
}

/// Finds what the schema requires and no rule writes.
private struct RequiredCheck {
    let shape: MessageShape
    let nodes: [MappingPlan.Node]
    var findings: [Finding] = []

    /// Whether something is there.
    private enum Presence {
        case certain
        case possible([String])
        case missing([String])

        var isCertain: Bool {
            if case .certain = self { true } else { false }
        }
    }

    mutating func run() {
        for (index, node) in nodes.enumerated() {
            guard let type = node.type else { continue }
            if shape.complex(type)?.isAbstract == true { abstract(node) }
            attributes(node, type)
            if let content = shape.content(type) {
                // An element that a rule fills with text was refused where it holds elements.
                for guards in node.coverage.contexts { elements(content, index, guards) }
                tooMany(index)
            } else if shape.textType(type) != nil, !node.text.contexts.isEmpty || needsText(type) {
                text(node)
            }
        }
    }

    private func needsText(_ type: TypeID) -> Bool {
        guard let simple = shape.simple(type), case .atomic(let builtin) = simple.variety else { return false }
        return builtin.primitive != .string || !simple.facets.isEmpty
    }

    private mutating func text(_ node: MappingPlan.Node) {
        guard node.children.isEmpty, node.text.contexts.isEmpty, !node.path.hasSuffix("/code")
        else { return }
        add("mapping.target-missing", .error, node, ["Text"], [])
    }

    private mutating func abstract(_ node: MappingPlan.Node) {
        findings.append(
            Finding(
                "mapping.abstract-type", .error, at: node.location,
                Message(
                    de: "Der Typ von \(node.path) ist abstrakt.", en: "The type of \(node.path) is abstract."),
                hint: Message(
                    de: "Nennen Sie in einer gruppe mit typ=\"…\" einen abgeleiteten Typ.",
                    en: "Name a derived type in a gruppe with typ=\"…\".")))
    }

    private mutating func attributes(_ node: MappingPlan.Node, _ type: TypeID) {
        for attribute in shape.complex(type)?.attributes ?? []
        where attribute.isRequired && !attribute.isProhibited && attribute.fixedValue == nil {
            let coverage = node.attributes[attribute.name]
            let missing = node.coverage.contexts.filter { !(coverage?.holds(under: $0) ?? false) }
            guard !missing.isEmpty else { continue }
            let name = "@\(attribute.name.local)"
            if coverage == nil {
                add("mapping.target-missing", .error, node, [name], [])
            } else {
                add("mapping.target-uncertain", .warning, node, [name], missing.first ?? [])
            }
        }
    }

    private mutating func elements(_ content: Particle, _ index: Int, _ guards: [FormGuard]) {
        switch presence(content, of: nodes[index], guards, isRequired: true) {
        case .certain: break
        case .possible(let names): add("mapping.target-uncertain", .warning, nodes[index], names, guards)
        case .missing(let names): add("mapping.target-missing", .error, nodes[index], names, guards)
        }
    }

    private func children(_ node: MappingPlan.Node, in particle: Particle) -> [MappingPlan.Node] {
        let names = self.names(particle)
        return node.children.map { nodes[$0] }.filter { names.contains($0.name) }
    }

    private func names(_ particle: Particle) -> Set<XMLName> {
        switch particle.term {
        case .element(let id):
            Set([id] + (shape.components.substitutes[id] ?? [])).reduce(into: []) {
                $0.insert(shape.components[$1].name)
            }
        case .group(let group): group.particles.reduce(into: []) { $0.formUnion(names($1)) }
        case .wildcard: []
        }
    }

    private func presence(
        _ particle: Particle, of node: MappingPlan.Node, _ guards: [FormGuard], isRequired: Bool
    ) -> Presence {
        let isRequired = isRequired && particle.minimum > 0
        let used = children(node, in: particle)
        if !isRequired, used.isEmpty { return .certain }
        switch particle.term {
        case .wildcard: return .certain
        case .element(let id):
            guard isRequired else { return .certain }
            let name = shape.components[id].name.local
            guard !used.isEmpty else { return .missing([name]) }
            return Coverage.union(used.map(\.coverage)).holds(under: guards) ? .certain : .possible([name])
        case .group(let group) where group.compositor == .choice:
            return choice(group, used, of: node, guards, isRequired: isRequired)
        case .group(let group):
            var missing: [String] = []
            var possible: [String] = []
            for part in group.particles {
                switch presence(part, of: node, guards, isRequired: true) {
                case .certain: break
                case .possible(let names): possible += names
                case .missing(let names): missing += names
                }
            }
            // In a group that may be left out, something is missing only when the rest is written.
            if !missing.isEmpty { return isRequired ? .missing(missing) : .possible(missing) }
            return possible.isEmpty || !isRequired ? .certain : .possible(possible)
        }
    }

    private func choice(
        _ group: ModelGroup, _ used: [MappingPlan.Node], of node: MappingPlan.Node, _ guards: [FormGuard],
        isRequired: Bool
    ) -> Presence {
        guard isRequired else { return .certain }
        let all = group.particles.map { names($0).map(\.local).sorted().first ?? "*" }.joined(separator: " | ")
        let branches = group.particles.filter { !children(node, in: $0).isEmpty }
        guard !branches.isEmpty else {
            return group.particles.contains { presence($0, of: node, guards, isRequired: true).isCertain }
                ? .certain : .missing([all])
        }
        if Coverage.union(used.map(\.coverage)).holds(under: guards) {
            // Each branch is judged where it is written.
            for branch in branches {
                let inner = children(node, in: branch).flatMap(\.coverage.contexts)
                for context in Set(inner) {
                    if case .missing(let names) = presence(branch, of: node, context, isRequired: true) {
                        return .missing(names)
                    }
                }
            }
            return .certain
        }
        return .possible([all])
    }

    /// More elements of one name, all of them sure, than the schema allows.
    private mutating func tooMany(_ index: Int) {
        let children = nodes[index].children.map { nodes[$0] }
        for (name, same) in Dictionary(grouping: children, by: \.name).sorted(by: { $0.key < $1.key }) {
            guard let maximum = same.first?.maximum, same.count > maximum else { continue }
            for guards in nodes[index].coverage.contexts {
                let sure = same.filter { $0.coverage.holds(under: guards) }
                guard sure.count > maximum, let last = sure.last else { continue }
                findings.append(
                    Finding(
                        "mapping.conflict", .error, at: last.location,
                        Message(
                            de: "\(last.path) entsteht \(sure.count)-mal, erlaubt ist \(maximum)-mal.",
                            en: "\(last.path) arises \(sure.count) times; \(maximum) are allowed."),
                        hint: Message(
                            de: "Fassen Sie die Regeln zu „\(name.local)“ zusammen.",
                            en: "Join the rules for “\(name.local)”.")))
                break
            }
        }
    }

    private mutating func add(
        _ id: FindingID, _ severity: Severity, _ node: MappingPlan.Node, _ names: [String], _ guards: [FormGuard]
    ) {
        let list = names.joined(separator: ", ")
        let message =
            severity == .error
            ? Message(
                de: "\(node.path) verlangt \(list), aber keine Regel schreibt es.",
                en: "\(node.path) demands \(list), but no rule writes it.")
            : Message(
                de:
                    "\(node.path) verlangt \(list), aber die Regeln schreiben es nicht in jedem Fall\(text(guards).de).",
                en: "\(node.path) demands \(list), but the rules do not write it in every case\(text(guards).en).")
        findings.append(
            Finding(
                id, severity, at: node.location, message,
                hint: Message(
                    de: "Ergänzen Sie eine Regel oder eine vorgabe, oder machen Sie die Quelle zur Pflicht.",
                    en: "Add a rule or a vorgabe, or make the source required.")))
    }

    private func text(_ guards: [FormGuard]) -> (de: String, en: String) {
        guard let last = guards.last else { return ("", "") }
        switch last {
        case .present(let path, _): return (" (wenn \(path) ausgefüllt ist)", " (when \(path) is filled in)")
        case .absent(let path): return (" (wenn \(path) fehlt)", " (when \(path) is missing)")
        case .equals(let path, let values):
            let list = values.joined(separator: ", ")
            return (" (wenn \(path) \(list) ist)", " (when \(path) is \(list))")
        }
    }
}
