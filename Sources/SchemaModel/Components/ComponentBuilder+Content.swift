import Findings
import XMLCore

extension ComponentBuilder {
    mutating func reserveElement() -> ElementID {
        model.elements.append(
            ElementDeclaration(
                name: XMLName(""), isGlobal: false, type: model.builtin(.anyType), isNillable: false,
                isAbstract: false, defaultValue: nil, fixedValue: nil, block: [], final: [], substitutionHead: nil,
                identityConstraints: [], annotation: SchemaAnnotation(), location: Location()))
        return ElementID(index: model.elements.count - 1)
    }

    mutating func defineElement(
        _ id: ElementID, name: XMLName, isGlobal: Bool, _ element: XMLTree.Element, _ scope: ComponentScope
    ) {
        model[id].name = name
        model[id].isGlobal = isGlobal
        model[id].isNillable = Self.isTrue(element["nillable"])
        model[id].isAbstract = Self.isTrue(element["abstract"])
        model[id].defaultValue = element["default"]
        model[id].fixedValue = element["fixed"]
        model[id].block = scope.block(element)
        model[id].final = scope.final(element)
        model[id].annotation = element.schemaAnnotation
        model[id].location = scope.location(element)
        model[id].identityConstraints = identityConstraints(element, scope)
        let head = element["substitutionGroup"].flatMap { scope.name($0) }
        if let head {
            model[id].substitutionHead = head
            heads.append((id, head))
        }
        if let text = element["type"] {
            model[id].type = type(named: text, at: element, in: scope)
        } else if let own = element.xsdChildren.first(where: {
            $0.name.local == "complexType" || $0.name.local == "simpleType"
        }) {
            model[id].type = anonymousType(own, scope, owner: name)
        } else if let head {
            typedByHead.append((id, head))
        }
    }

    private func identityConstraints(_ element: XMLTree.Element, _ scope: ComponentScope) -> [IdentityConstraint] {
        element.xsdChildren.compactMap { child in
            let kind: IdentityConstraint.Kind
            let inner = scope.entering(child)
            switch child.name.local {
            case "unique": kind = .unique
            case "key": kind = .key
            case "keyref": kind = .keyReference(to: child["refer"].flatMap { inner.name($0) } ?? XMLName(""))
            default: return nil
            }
            return IdentityConstraint(
                name: XMLName(child["name"] ?? "", in: scope.targetNamespace), kind: kind,
                selector: child.xsd("selector")?["xpath"] ?? "",
                fields: child.xsdChildren.filter { $0.name.local == "field" }.compactMap { $0["xpath"] },
                namespaces: inner.prefixes, location: scope.location(child))
        }
    }

    // MARK: Particles

    /// The content model in a complex type, an extension or a restriction; nil for none.
    mutating func particle(in holder: XMLTree.Element, _ scope: ComponentScope) -> Particle? {
        for child in holder.xsdChildren {
            switch child.name.local {
            case "sequence", "choice", "all", "group": return particle(child, scope.entering(child))
            default: continue
            }
        }
        return nil
    }

    private mutating func particle(_ element: XMLTree.Element, _ scope: ComponentScope) -> Particle? {
        let minimum = element["minOccurs"].flatMap { Int($0.trimmedXML) } ?? 1
        let text = element["maxOccurs"]?.trimmedXML
        let maximum = text == "unbounded" ? nil : text.flatMap { Int($0) } ?? 1
        if maximum == 0 { return nil }
        let term: Particle.Term
        switch element.name.local {
        case "element":
            guard let id = elementParticle(element, scope) else { return nil }
            term = .element(id)
        case "any": term = .wildcard(wildcard(element, scope))
        case "group":
            guard let group = group(referredBy: element, in: scope) else { return nil }
            term = .group(group)
        default:
            guard let compositor = ModelGroup.Compositor(rawValue: element.name.local) else { return nil }
            term = .group(modelGroup(compositor, element, scope))
        }
        return Particle(minimum: minimum, maximum: maximum, term: term)
    }

    mutating func modelGroup(
        _ compositor: ModelGroup.Compositor, _ element: XMLTree.Element, _ scope: ComponentScope
    ) -> ModelGroup {
        var particles: [Particle] = []
        for child in element.xsdChildren where child.name.local != "annotation" {
            if let part = particle(child, scope.entering(child)) { particles.append(part) }
        }
        return ModelGroup(
            compositor: compositor, particles: particles, name: nil, annotation: element.schemaAnnotation,
            location: scope.location(element))
    }

    private mutating func elementParticle(_ element: XMLTree.Element, _ scope: ComponentScope) -> ElementID? {
        if let reference = element["ref"] {
            guard let name = scope.name(reference), let id = self.element(name) else {
                unresolved("element", reference, element, scope)
                return nil
            }
            return id
        }
        guard let local = element["name"]?.trimmedXML else { return nil }
        let isQualified = element["form"].map { $0 == "qualified" } ?? scope.qualifiesElements
        let id = reserveElement()
        defineElement(
            id, name: XMLName(local, in: isQualified ? scope.targetNamespace : nil), isGlobal: false, element, scope)
        return id
    }

    private func wildcard(_ element: XMLTree.Element, _ scope: ComponentScope) -> Wildcard {
        let namespaces: Wildcard.Namespaces
        switch element["namespace"]?.trimmedXML ?? "##any" {
        case "##any": namespaces = .any
        case "##other": namespaces = .other(than: scope.targetNamespace)
        case let list:
            namespaces = .listed(
                list.split(whereSeparator: \.isWhitespace).map { word in
                    switch word {
                    case "##targetNamespace": scope.targetNamespace
                    case "##local": nil
                    default: String(word)
                    }
                })
        }
        return Wildcard(
            namespaces: namespaces,
            processing: element["processContents"].flatMap { Wildcard.Processing(rawValue: $0) } ?? .strict,
            location: scope.location(element))
    }

    // MARK: Attributes

    /// The attributes that an element of the schema holds, those of its attribute groups included.
    mutating func attributes(
        of holder: XMLTree.Element, _ scope: ComponentScope
    ) -> (uses: [AttributeUse], wildcard: Wildcard?) {
        var uses: [AttributeUse] = []
        var own: Wildcard?
        var groups: [Wildcard] = []
        for child in holder.xsdChildren {
            let inner = scope.entering(child)
            switch child.name.local {
            case "attribute":
                if let use = attributeUse(child, inner) { uses.append(use) }
            case "attributeGroup":
                let group = attributeGroup(referredBy: child, in: inner)
                uses += group.uses
                if let any = group.wildcard { groups.append(any) }
            case "anyAttribute": own = wildcard(child, inner)
            default: break
            }
        }
        // What all of them allow, checked as the type's own wildcard says, else the first group's.
        var result = own ?? groups.first
        for group in groups {
            if let both = result?.namespaces.intersection(group.namespaces) { result?.namespaces = both }
        }
        return (uses, result)
    }

    private mutating func attributeUse(_ element: XMLTree.Element, _ scope: ComponentScope) -> AttributeUse? {
        var use: AttributeUse
        if let reference = element["ref"] {
            guard let name = scope.name(reference), let declared = attribute(name) else {
                unresolved("attribute", reference, element, scope)
                return nil
            }
            use = declared
            use.defaultValue = element["default"] ?? use.defaultValue
            use.fixedValue = element["fixed"] ?? use.fixedValue
            use.location = scope.location(element)
            let annotation = element.schemaAnnotation
            if !annotation.isEmpty { use.annotation = annotation }
        } else {
            guard let local = element["name"]?.trimmedXML else { return nil }
            let isQualified = element["form"].map { $0 == "qualified" } ?? scope.qualifiesAttributes
            use = attributeDeclaration(
                element, scope, name: XMLName(local, in: isQualified ? scope.targetNamespace : nil))
        }
        use.isRequired = element["use"] == "required"
        use.isProhibited = element["use"] == "prohibited"
        return use
    }

    mutating func attributeDeclaration(
        _ element: XMLTree.Element, _ scope: ComponentScope, name: XMLName
    ) -> AttributeUse {
        var typeID = model.builtin(.anySimpleType)
        if let text = element["type"] {
            typeID = type(named: text, at: element, in: scope)
        } else if let own = element.xsd("simpleType") {
            typeID = anonymousType(own, scope, owner: name)
        }
        return AttributeUse(
            name: name, type: typeID, isRequired: false, isProhibited: false, defaultValue: element["default"],
            fixedValue: element["fixed"], annotation: element.schemaAnnotation, location: scope.location(element))
    }
}
