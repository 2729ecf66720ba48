import Findings
import XMLCore

/// Builds the components of a set of schema documents: first all global names are collected, then each component is built
/// when it is first referred to, last the content of derived types is joined with that of their bases.
struct ComponentBuilder {
    struct Pending {
        var element: XMLTree.Element
        var scope: ComponentScope
    }

    private struct Instance: Hashable {
        var document: Int
        var namespace: String?
    }

    let parts: [SchemaPart]
    var model = SchemaComponents()
    private var symbols: [ComponentScope.Symbol: Pending] = [:]
    private var order: [ComponentScope.Symbol] = []
    private var instances = Set<Instance>()
    /// Definitions that were redefined: the name that they had. They are reached only as the base of the new one.
    private var redefined: [ComponentScope.Symbol: XMLName] = [:]
    private var attributesUnderWork = Set<XMLName>()
    private var groupsUnderWork = Set<ComponentScope.Symbol>()
    private var builtGroups: [ComponentScope.Symbol: ModelGroup] = [:]
    /// Types whose content refers to a group that was not built yet: groups may contain themselves by way of elements.
    private var unfinished: [(type: TypeID, holder: XMLTree.Element, scope: ComponentScope)] = []
    private var attributeGroupsUnderWork = Set<ComponentScope.Symbol>()
    private var typeIDs: [ComponentScope.Symbol: TypeID] = [:]
    var ownAttributes: [TypeID: [AttributeUse]] = [:]
    var ownAnyAttribute: [TypeID: Wildcard] = [:]
    var heads: [(member: ElementID, head: XMLName)] = []
    /// Elements without a type of their own take that of the head of their substitution group.
    var typedByHead: [(element: ElementID, head: XMLName)] = []
    /// Restrictions of simple content: the facets and, where given, the type they restrict.
    var simpleContent: [TypeID: (step: Facets, type: TypeID?)] = [:]
    /// Complex types whose content is said to be simple: what the base must provide.
    var isSimpleContent = Set<TypeID>()

    init(_ parts: [SchemaPart]) { self.parts = parts }

    mutating func build() -> SchemaComponents {
        addBuiltins()
        for part in parts {
            var prefixes: [String: String] = [:]
            for declaration in part.root.namespaces { prefixes[declaration.prefix ?? ""] = declaration.uri }
            model.documents.append(
                SchemaComponents.Document(
                    name: part.name, targetNamespace: part.root["targetNamespace"], version: part.root["version"],
                    prefixes: prefixes, annotation: part.root.schemaAnnotation, isEntry: part.isEntry, bytes: part.bytes
                ))
        }
        for (number, part) in parts.enumerated() where part.isEntry {
            collect(number, namespace: part.root["targetNamespace"])
        }
        for symbol in order {
            guard let pending = symbols[symbol] else { continue }
            switch symbol.space {
            case .type: _ = type(symbol)
            case .element: _ = element(symbol.name)
            case .attribute: _ = attribute(symbol.name)
            case .notation:
                model.notationsByName[symbol.name] = NotationDeclaration(
                    name: symbol.name, publicID: pending.element["public"]?.trimmedXML,
                    systemID: pending.element["system"]?.trimmedXML, annotation: pending.element.schemaAnnotation,
                    location: pending.scope.location(pending.element))
            case .group: model.groupsByName[symbol.name] = group(symbol, at: pending.element, in: pending.scope)
            case .attributeGroup:
                let (uses, wildcard) = attributes(of: pending.element, pending.scope)
                model.attributeGroupsByName[symbol.name] = AttributeGroup(
                    name: symbol.name, attributes: uses.filter { !$0.isProhibited }, anyAttribute: wildcard,
                    annotation: pending.element.schemaAnnotation, location: pending.scope.location(pending.element))
            }
        }
        while !unfinished.isEmpty {
            let (type, holder, scope) = unfinished.removeFirst()
            let particle = particle(in: holder, scope)
            guard var complex = model[type].complex else { continue }
            complex.ownParticle = particle
            model[type].kind = .complex(complex)
        }
        complete()
        return model
    }

    // MARK: Collecting

    private mutating func collect(_ number: Int, namespace: String?) {
        guard instances.insert(Instance(document: number, namespace: namespace)).inserted else { return }
        let part = parts[number]
        let scope = ComponentScope(document: number, part: part, namespace: namespace)
        var reference = 0
        for child in part.root.xsdChildren {
            switch child.name.local {
            case "include", "import", "redefine":
                let target = reference < part.references.count ? part.references[reference] : nil
                reference += 1
                guard let target else { continue }
                if child.name.local == "import" {
                    collect(target, namespace: parts[target].root["targetNamespace"])
                } else {
                    collect(target, namespace: parts[target].root["targetNamespace"] ?? namespace)
                }
                if child.name.local == "redefine" { redefine(child, scope.entering(child)) }
            default:
                if let symbol = Self.symbol(child, scope) { register(symbol, child, scope.entering(child)) }
            }
        }
    }

    private static func symbol(_ element: XMLTree.Element, _ scope: ComponentScope) -> ComponentScope.Symbol? {
        guard let name = element["name"]?.trimmedXML else { return nil }
        let space: ComponentScope.Space
        switch element.name.local {
        case "simpleType", "complexType": space = .type
        case "element": space = .element
        case "attribute": space = .attribute
        case "group": space = .group
        case "attributeGroup": space = .attributeGroup
        case "notation": space = .notation
        default: return nil
        }
        return ComponentScope.Symbol(space: space, name: XMLName(name, in: scope.targetNamespace))
    }

    private mutating func register(
        _ symbol: ComponentScope.Symbol, _ element: XMLTree.Element, _ scope: ComponentScope
    ) {
        if let known = symbols[symbol] {
            if known.element != element {
                let name = symbol.name.local
                let first = known.scope.location(known.element)
                report(
                    "schema.duplicate-component", .warning, scope.location(element),
                    de: "„\(name)“ ist schon festgelegt (\(first)); jene Fassung gilt.",
                    en: "“\(name)” is defined already (\(first)); that one is used.")
            }
            return
        }
        symbols[symbol] = Pending(element: element, scope: scope)
        order.append(symbol)
    }

    /// XML Schema Part 1, 4.2.2: the new definition takes the name, a reference to itself means the old one.
    private mutating func redefine(_ redefinition: XMLTree.Element, _ outer: ComponentScope) {
        for child in redefinition.xsdChildren {
            guard let symbol = Self.symbol(child, outer) else { continue }
            guard let old = symbols[symbol] else {
                let name = symbol.name.local
                report(
                    "schema.redefine-unknown", .error, outer.location(child),
                    de: "„\(name)“ soll neu festgelegt werden, fehlt aber im eingebundenen Schema.",
                    en: "“\(name)” is to be redefined but is not in the schema that is redefined.")
                continue
            }
            var hidden = symbol
            hidden.name.local += "·\(redefined.count + 1)"
            redefined[hidden] = symbol.name
            symbols[hidden] = old
            var scope = outer.entering(child)
            scope.redefined[symbol] = hidden
            symbols[symbol] = Pending(element: child, scope: scope)
        }
    }

    // MARK: Looking up

    /// The type of a symbol, built when it is first asked for.
    mutating func type(_ symbol: ComponentScope.Symbol) -> TypeID? {
        if let known = typeIDs[symbol] { return known }
        if symbol.name.namespace == BuiltinType.namespace, let builtin = BuiltinType(rawValue: symbol.name.local) {
            return model.builtin(builtin)
        }
        guard let pending = symbols[symbol] else { return nil }
        let id = reserveType()
        typeIDs[symbol] = id
        if let name = redefined[symbol] {
            defineType(id, name: nil, owner: name, pending.element, pending.scope)
        } else {
            model.typesByName[symbol.name] = id
            defineType(id, name: symbol.name, owner: nil, pending.element, pending.scope)
        }
        return id
    }

    /// A type by the QName that refers to it.
    mutating func type(named text: String, at element: XMLTree.Element, in scope: ComponentScope) -> TypeID {
        guard let name = scope.name(text), let id = type(scope.symbol(.type, name)) else {
            unresolved("type", text, element, scope)
            return model.builtin(.anyType)
        }
        return id
    }

    /// A global element by name.
    mutating func element(_ name: XMLName) -> ElementID? {
        if let known = model.elementsByName[name] { return known }
        guard let pending = symbols[ComponentScope.Symbol(space: .element, name: name)] else { return nil }
        let id = reserveElement()
        model.elementsByName[name] = id
        defineElement(id, name: name, isGlobal: true, pending.element, pending.scope)
        return id
    }

    /// A global attribute by name.
    mutating func attribute(_ name: XMLName) -> AttributeUse? {
        if let known = model.attributesByName[name] { return known }
        guard let pending = symbols[ComponentScope.Symbol(space: .attribute, name: name)] else { return nil }
        guard attributesUnderWork.insert(name).inserted else { return nil }
        let use = attributeDeclaration(pending.element, pending.scope, name: name)
        model.attributesByName[name] = use
        return use
    }

    /// The particles of a group reference.
    mutating func group(referredBy element: XMLTree.Element, in scope: ComponentScope) -> ModelGroup? {
        let text = element["ref"] ?? ""
        guard let name = scope.name(text), let pending = symbols[scope.symbol(.group, name)] else {
            unresolved("group", text, element, scope)
            return nil
        }
        return group(scope.symbol(.group, name), at: pending.element, in: pending.scope)
    }

    private mutating func group(
        _ symbol: ComponentScope.Symbol, at element: XMLTree.Element, in scope: ComponentScope
    ) -> ModelGroup? {
        if let known = builtGroups[symbol] { return known }
        guard groupsUnderWork.insert(symbol).inserted else {
            circular("group", symbol.name, element, scope)
            return nil
        }
        defer { groupsUnderWork.remove(symbol) }
        for child in element.xsdChildren {
            guard let compositor = ModelGroup.Compositor(rawValue: child.name.local) else { continue }
            var group = modelGroup(compositor, child, scope.entering(child))
            group.name = redefined[symbol] ?? symbol.name
            if group.annotation.isEmpty { group.annotation = element.schemaAnnotation }
            if redefined[symbol] == nil { model.groupsByName[symbol.name] = group }
            builtGroups[symbol] = group
            return group
        }
        return nil
    }

    /// The content of a complex type, or of the derivation in it. What refers to a group that is just being built waits until
    /// it is there.
    mutating func content(of type: TypeID, in holder: XMLTree.Element, _ scope: ComponentScope) -> Particle? {
        var seen = Set<ComponentScope.Symbol>()
        if !groupsUnderWork.isEmpty, refersToGroupUnderWork(holder, scope, &seen) {
            unfinished.append((type, holder, scope))
            return nil
        }
        return particle(in: holder, scope)
    }

    /// Whether a group that is just being built is part of a content model, elements left aside.
    private func refersToGroupUnderWork(
        _ holder: XMLTree.Element, _ outer: ComponentScope, _ seen: inout Set<ComponentScope.Symbol>
    ) -> Bool {
        for child in holder.xsdChildren {
            let scope = outer.entering(child)
            switch child.name.local {
            case "sequence", "choice", "all":
                if refersToGroupUnderWork(child, scope, &seen) { return true }
            case "group":
                guard let name = scope.name(child["ref"] ?? "") else { continue }
                let symbol = scope.symbol(.group, name)
                if groupsUnderWork.contains(symbol) { return true }
                guard builtGroups[symbol] == nil, seen.insert(symbol).inserted, let pending = symbols[symbol] else {
                    continue
                }
                if refersToGroupUnderWork(pending.element, pending.scope, &seen) { return true }
            default: continue
            }
        }
        return false
    }

    /// The attributes of an attribute group reference.
    mutating func attributeGroup(
        referredBy element: XMLTree.Element, in scope: ComponentScope
    ) -> (uses: [AttributeUse], wildcard: Wildcard?) {
        let text = element["ref"] ?? ""
        guard let name = scope.name(text), let pending = symbols[scope.symbol(.attributeGroup, name)] else {
            unresolved("attributeGroup", text, element, scope)
            return ([], nil)
        }
        let symbol = scope.symbol(.attributeGroup, name)
        guard attributeGroupsUnderWork.insert(symbol).inserted else {
            circular("attributeGroup", name, element, scope)
            return ([], nil)
        }
        defer { attributeGroupsUnderWork.remove(symbol) }
        return attributes(of: pending.element, pending.scope)
    }

    // MARK: Reporting

    mutating func report(
        _ id: FindingID, _ severity: Severity, _ location: Location, de: MessageText, en: MessageText
    ) {
        model.findings.append(Finding(id, severity, at: location, Message(de: de, en: en)))
    }

    mutating func unresolved(
        _ kind: String, _ name: String, _ element: XMLTree.Element, _ scope: ComponentScope
    ) {
        report(
            "schema.unresolved-reference", .error, scope.location(element),
            de: "„\(name)“ (\(kind)) ist in keinem der Schemas festgelegt.",
            en: "“\(name)” (\(kind)) is not defined in any of the schemas.")
    }

    mutating func circular(_ kind: String, _ name: XMLName, _ element: XMLTree.Element, _ scope: ComponentScope) {
        report(
            "schema.circular-definition", .error, scope.location(element),
            de: "„\(name.local)“ (\(kind)) enthält sich selbst.", en: "“\(name.local)” (\(kind)) contains itself.")
    }
}
