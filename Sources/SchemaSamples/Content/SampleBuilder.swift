import CodeLists
import Findings
import SchemaModel
import XMLCore

/// Builds one sample: the elements from the root down, then what depends on the whole document (references, keys).
final class SampleBuilder {
    typealias Extent = SampleGenerator.Options.Extent

    let plan: SamplePlan
    let options: SampleGenerator.Options
    /// Whether optional `xs:ID`s and keys are made, for references to have a target.
    let needsTargets: Bool
    var random: SampleRandom
    /// The values of `xs:ID` that were given out.
    var ids: [String] = []
    /// The places of `xs:IDREF` and `xs:IDREFS`, with their rules.
    var references: [(field: SampleField, rules: SimpleRules)] = []
    /// Prefixes that values of type `xs:QName` use.
    var valuePrefixes: [String: String] = [:]
    /// Elements that are left out wherever they may be missing.
    let avoided: Set<ElementID>
    /// After a failure: the declaration of an element without which there may be a sample.
    private(set) var obstacle: ElementID?
    private var count = 0
    private var depth = 0
    /// How often each type is being made on the way from the root.
    private var active: [TypeID: Int] = [:]
    /// With `full`: the types that were made in full, and how often each branch of a choice was taken.
    var expanded = Set<TypeID>()
    var taken: [Location: [Int]] = [:]

    init(
        _ plan: SamplePlan, options: SampleGenerator.Options, random: SampleRandom, needsTargets: Bool,
        avoided: Set<ElementID> = []
    ) {
        self.avoided = avoided
        self.plan = plan
        self.options = options
        self.random = random
        self.needsTargets = needsTargets
    }

    var components: SchemaComponents { plan.components }

    /// Whether only what must be there is made here: asked for, or else there would be no end.
    var isLean: Bool {
        options.extent == .minimal || count > options.maxElements || depth > options.maxDepth
            || active.values.contains { $0 > 2 }
    }

    func build() throws(SampleError) -> XMLTree {
        let root = try element(plan.root, isRoot: true)
        var keeper = IdentityKeeper(plan, random: random)
        do throws(SampleError) {
            try keeper.settle(root)
        } catch {
            obstacle = keeper.obstacle
            throw error
        }
        try resolveReferences()
        var writer = SampleWriter(components, valuePrefixes: valuePrefixes)
        return writer.tree(root)
    }

    // MARK: Elements

    /// An element where one is declared: the declared one, or one that may stand for it.
    func element(_ declared: ElementID, isRoot: Bool = false) throws(SampleError) -> SampleElement {
        let possible = plan.substitutes(for: declared).filter { plan.cost($0, alone: true) < SamplePlan.impossible }
        var id = possible.min { (plan.cost($0, alone: true), $0) < (plan.cost($1, alone: true), $1) } ?? declared
        if isRoot {
            id = declared
        } else if !isLean, possible.count > 1 {
            id = possible.first == declared && random.percent(60) ? declared : random.pick(possible) ?? id
        }
        let element = components[id]
        let result = SampleElement(element.name)
        result.declaration = id
        count += 1
        depth += 1
        defer { depth -= 1 }
        let type = chooseType(of: element, result)
        active[type, default: 0] += 1
        defer { active[type, default: 0] -= 1 }
        let isForced = plan.keyNames.contains(element.name) || plan.singleNames.contains(element.name)
        if element.isNillable, element.fixedValue == nil, !isRoot,
            plan.cost(type) >= SamplePlan.impossible || (!isLean && !isForced && random.percent(8))
        {
            result.isNil = true
            if let complex = components[type].complex { try attributes(of: complex, type, result) }
            return result
        }
        try fill(result, type, fixed: element.fixedValue, default: element.defaultValue)
        return result
    }

    private func chooseType(of element: ElementDeclaration, _ result: SampleElement) -> TypeID {
        let types = plan.types(for: element).filter { plan.cost($0) < SamplePlan.impossible }
        guard types.count > 1 || types.first != element.type else { return element.type }
        var chosen = types.min { (plan.cost($0), $0) < (plan.cost($1), $1) } ?? element.type
        if types.contains(element.type) {
            chosen = element.type
            if !isLean, random.percent(15), let other = random.pick(types) { chosen = other }
        } else if !isLean, let other = random.pick(types) {
            chosen = other
        }
        if chosen != element.type { result.schemaType = components[chosen].name }
        return chosen
    }

    private func fill(
        _ result: SampleElement, _ type: TypeID, fixed: String?, default: String?
    ) throws(SampleError) {
        guard let complex = components[type].complex else {
            return text(of: type, fixed: fixed, default: `default`, result)
        }
        try attributes(of: complex, type, result)
        if components.builtin(type) == .anyType {
            if !isLean { result.children = [.text(TextMaker.word(&random))] }
            return
        }
        switch complex.content {
        case .empty: if let fixed, complex.isMixed { result.children = [.text(fixed)] }
        case .simple(let content): text(of: content, fixed: fixed, default: `default`, result)
        case .elements(let particle):
            if let fixed, complex.isMixed {
                result.children = [.text(fixed)]
                return
            }
            var children: [SampleElement] = []
            let isFirst = expanded.insert(type).inserted
            try append(particle, to: &children, isFirst: isFirst)
            if complex.isMixed, !isLean {
                for child in children {
                    if random.percent(50) { result.children.append(.text(TextMaker.word(&random) + " ")) }
                    result.children.append(.element(child))
                }
                if children.isEmpty || random.percent(50) { result.children.append(.text(TextMaker.word(&random))) }
            } else {
                result.children = children.map { .element($0) }
            }
        }
        if let code = plan.codes.entry(type)?.code { setCode(code, of: result) }
    }

    private func text(of type: TypeID, fixed: String?, default: String?, _ result: SampleElement) {
        if let fixed {
            result.text = fixed
            return
        }
        result.valueType = type
        if let value = `default`, random.percent(40) {
            result.text = value
        } else {
            result.text = value(of: type)
            note(SampleField(element: result, attribute: nil))
        }
    }

    // MARK: Values

    /// A value of a simple type.
    func value(of type: TypeID) -> String {
        guard let rules = plan.rules[type] else { return TextMaker.word(&random) }
        let value = rules.make(&random) ?? ""
        if case .atomic(let builtin) = rules.variety, builtin == .qName || builtin == .notation {
            declarePrefix(of: value, in: rules)
        }
        return value
    }

    /// Enumerated names have the prefixes of the schema document that lists them.
    private func declarePrefix(of value: String, in rules: SimpleRules) {
        guard let colon = value.firstIndex(of: ":"),
            let item = rules.facets.enumeration?.first(where: { $0.value == value }),
            let document = components.documents.first(where: { $0.name == item.location.file })
        else { return }
        let prefix = String(value[..<colon])
        valuePrefixes[prefix] = document.prefixes[prefix]
    }

    /// Remembers identifiers and references, which only the whole document can settle.
    private func note(_ field: SampleField) {
        guard let type = field.type, let rules = plan.rules[type] else { return }
        if rules.isOrHolds(.id) {
            for _ in 0..<200 where ids.contains(field.value) {
                field.value = rules.make(&random) ?? field.value
            }
            ids.append(field.value)
        } else if rules.isOrHolds(.idref) {
            references.append((field, rules))
        }
    }

    private func resolveReferences() throws(SampleError) {
        for (field, rules) in references {
            let targets: [String]
            if case .list(let item) = rules.variety {
                targets = ids.filter { item.accepts($0) }
            } else {
                targets = ids.filter { rules.accepts($0) }
            }
            var value = random.pick(targets)
            if case .list = rules.variety, let first = value {
                let count = max(rules.facets.length ?? rules.facets.minLength ?? 1, 1)
                value = ([first] + (1..<count).map { _ in random.pick(targets) ?? first }).joined(separator: " ")
            }
            guard let value else {
                throw SampleError(
                    .unsatisfied, at: Location(path: field.element.name.local),
                    Message(
                        de:
                            "„\(field.element.name.local)“ verweist auf eine xs:ID, aber die Nachricht hat keine, die passt.",
                        en: "“\(field.element.name.local)” refers to an xs:ID, but the message has none that fits."))
            }
            field.value = value
        }
    }

    // MARK: Attributes

    private func attributes(of complex: ComplexType, _ type: TypeID, _ result: SampleElement) throws(SampleError) {
        for use in complex.attributes where !use.isProhibited {
            let isPossible = use.fixedValue != nil || plan.cost(use.type) < SamplePlan.impossible
            guard use.isRequired || (isPossible && wants(use)) else { continue }
            if let fixed = use.fixedValue {
                result.attributes.append(.init(name: use.name, value: fixed, type: nil))
            } else if let value = use.defaultValue, random.percent(40) {
                result.attributes.append(.init(name: use.name, value: value, type: use.type))
            } else {
                result.attributes.append(.init(name: use.name, value: value(of: use.type), type: use.type))
                note(SampleField(element: result, attribute: result.attributes.count - 1))
            }
        }
        guard let wildcard = complex.anyAttribute, !isLean, random.percent(options.extent == .full ? 100 : 20),
            wildcard.processing != .strict
        else { return }
        let namespace = WildcardNames.foreign
        if wildcard.allows(namespace) {
            result.attributes.append(
                .init(name: XMLName("hinweis", in: namespace), value: TextMaker.word(&random), type: nil))
        }
    }

    private func wants(_ use: AttributeUse) -> Bool {
        if plan.keyNames.contains(use.name) { return true }
        if let rules = plan.rules[use.type] {
            if rules.isOrHolds(.id), needsTargets { return true }
            // A reference only where there is, or may be, a target.
            if rules.isOrHolds(.idref), ids.isEmpty, !needsTargets { return false }
        }
        if isLean { return false }
        return options.extent == .full || random.percent(50)
    }
}
