import Findings
import SchemaModel
import XMLCore

extension Planner {
    /// Fills the struct of a complex type.
    func fillStruct(_ index: Int, _ id: TypeID) {
        guard let complex = components[id].complex else { return }
        plan.types[index].isComplexType = true
        var fields = FieldCollector(names: takenMembers)
        var isAll = false
        let typeName = components[id].name?.local ?? components[id].owner?.local ?? ""
        switch complex.content {
        case .empty:
            if complex.isMixed {
                let elements = add(
                    named: "Elemente", parent: index, xmlName: nil, namespace: plan.types[index].namespace,
                    location: components[id].location, source: "Elemente zwischen dem Text")
                plan.types[elements].kind = .structure(fields: [], isGroup: false, isAll: false)
                fields.addMixed(elements)
            }
        case .simple(let value):
            let content = content(of: value, name: "value", parent: index)
            fields.add(
                SwiftPlan.Field(
                    name: "value", xmlName: XMLName(""), kind: .value, content: content, occurrence: .one,
                    isToken: isToken(value, content), documentation: ["Der Wert des Elements."]))
        case .elements(let particle):
            if complex.isMixed {
                fields.addMixed(mixedElements(particle, owner: index, typeName: typeName))
            } else {
                flatten(particle, into: &fields, owner: index, typeName: typeName, isTop: true)
                isAll = isUnordered(particle, fields)
            }
        }
        for attribute in complex.attributes where !attribute.isProhibited {
            addAttribute(attribute, to: &fields, owner: index, typeName: typeName)
        }
        addTypeName(id, complex, to: &fields)
        if let wildcard = complex.anyAttribute {
            fields.add(
                SwiftPlan.Field(
                    name: "weitereAttribute", xmlName: XMLName("*"), kind: .anyAttribute(wildcard),
                    content: .runtime("XMLForeignAttributes"), occurrence: .one))
        }
        plan.types[index].kind = .structure(fields: fields.fields, isGroup: false, isAll: isAll)
        plan.types[index].codelist = codelist(id)
    }

    struct FieldCollector {
        var fields: [SwiftPlan.Field] = []
        var names: NameSpace

        init(names: NameSpace) { self.names = names }

        /// Adds a field and returns the name that it got.
        @discardableResult mutating func add(_ field: SwiftPlan.Field) -> String {
            var field = field
            field.name = names.assign(field.name)
            fields.append(field)
            return field.name
        }

        mutating func addMixed(_ elements: Int?) {
            add(
                SwiftPlan.Field(
                    name: "content", xmlName: XMLName(""), kind: .mixed(elements), content: .runtime("XMLMixedContent"),
                    occurrence: .one))
        }
    }

    /// The struct by which the elements of mixed content are checked; nil where any may stand.
    private func mixedElements(_ particle: Particle, owner: Int, typeName: String) -> Int? {
        var only = particle
        while case .group(let group) = only.term, group.particles.count == 1, let inner = merged(only, group) {
            only = inner
        }
        if case .wildcard(let wildcard) = only.term, wildcard.namespaces == .any, only.minimum == 0,
            only.maximum == nil
        {
            return nil
        }
        let index = add(
            named: "Elemente", parent: owner, xmlName: nil, namespace: plan.types[owner].namespace,
            location: Location(), source: "Elemente zwischen dem Text")
        var fields = FieldCollector(names: takenMembers)
        flatten(particle, into: &fields, owner: index, typeName: typeName, isTop: true)
        plan.types[index].kind = .structure(
            fields: fields.fields, isGroup: false, isAll: isUnordered(particle, fields))
        return index
    }

    /// Whether the fields of content are those of an `xs:all`, and not of a group that holds it.
    private func isUnordered(_ particle: Particle, _ fields: FieldCollector) -> Bool {
        guard case .group(let group) = particle.term, group.compositor == .all else { return false }
        return fields.fields.allSatisfy { $0.kind == .element || !$0.xmlName.local.isEmpty }
    }

    /// `xsi:type` may name a type that does nothing but restrict this one: its name is kept, its content is that of this one.
    private func addTypeName(_ id: TypeID, _ complex: ComplexType, to fields: inout FieldCollector) {
        guard components[id].name != nil, !complex.block.contains(.restriction) else { return }
        let restricting = components.descendants(of: id).filter { components[$0].complex?.isAbstract == false }
            .filter { restricts($0, id) }
            .compactMap { type in components[type].name.map { (name: $0, type: type) } }
            .sorted { $0.name < $1.name }
        guard !restricting.isEmpty else { return }
        let names = restricting.map(\.name)
        let locals = names.map { "`\($0.local)`" }
        let shown = locals.prefix(12).joined(separator: ", ") + (locals.count > 12 ? " …" : "")
        fields.add(
            SwiftPlan.Field(
                name: "schemaType", xmlName: XMLName("type", in: XMLName.schemaInstanceNamespace),
                kind: .typeName(names, restricting.map { structure($0.type) }), content: .runtime("XMLTypeName"),
                occurrence: .optional,
                documentation: ["Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): \(shown)"]))
    }

    /// Whether a type is derived from another by restrictions alone.
    private func restricts(_ type: TypeID, _ ancestor: TypeID) -> Bool {
        var current = type
        while current != ancestor {
            guard components[current].derivation == .restriction, let base = components[current].base else {
                return false
            }
            current = base
        }
        return true
    }

    private func addAttribute(
        _ attribute: AttributeUse, to fields: inout FieldCollector, owner: Int, typeName: String
    ) {
        let name = memberName(
            key("/@\(attribute.name.local)", of: owner), attribute.name.local, fields.names, suffix: "Attribut",
            at: attribute.location)
        let content = attributeContent(attribute, owner: owner)
        var documentation = attribute.annotation.documentation
        if let value = attribute.defaultValue { documentation.append("Fehlt das Attribut, gilt „\(value)“.") }
        fields.add(
            SwiftPlan.Field(
                name: name, xmlName: attribute.name, kind: .attribute, content: content,
                occurrence: attribute.isRequired ? .one : .optional, isToken: isToken(attribute.type, content),
                fixed: attribute.fixedValue, defaultValue: attribute.defaultValue,
                documentation: documentation))
    }

    private func attributeContent(_ attribute: AttributeUse, owner: Int) -> SwiftPlan.Content {
        // The schema of the XML namespace declares it as a union without a name, which every type that uses it would get anew.
        if attribute.name == XMLName("lang", in: XMLName.xmlNamespace),
            case .union? = components[attribute.type].simple?.variety
        {
            return .runtime("XMLLanguageTag")
        }
        return content(of: attribute.type, name: attribute.name.local, parent: owner)
    }

    /// A code type of the XÖV handbook is told by its form: a child `code`, attributes `listURI` and `listVersionID`.
    private func codelist(_ id: TypeID) -> (uri: String?, version: String?)? {
        guard let complex = components[id].complex, case .elements(let particle) = complex.content,
            case .group(let group) = particle.term, hasCode(group),
            let uri = complex.attributes.first(where: { $0.name == XMLName("listURI") }),
            let version = complex.attributes.first(where: { $0.name == XMLName("listVersionID") })
        else { return nil }
        return (uri.fixedValue, version.fixedValue)
    }

    private func hasCode(_ group: ModelGroup) -> Bool {
        group.particles.contains { part in
            switch part.term {
            case .element(let element): components[element].name == XMLName("code")
            case .group(let inner): hasCode(inner)
            case .wildcard: false
            }
        }
    }

    // MARK: Content models

    /// Adds the parts of a content model to the fields of a struct. What may be left out or repeated as a whole becomes a
    /// type of its own.
    private func flatten(
        _ particle: Particle, into fields: inout FieldCollector, owner: Int, typeName: String, isTop: Bool = false
    ) {
        switch particle.term {
        case .element(let id):
            addElement(id, particle, to: &fields, owner: owner, typeName: typeName)
        case .wildcard(let wildcard):
            let isMany = particle.maximum != 1
            fields.add(
                SwiftPlan.Field(
                    name: isMany ? "weitereElemente" : "weiteresElement", xmlName: XMLName("*"),
                    kind: .any(wildcard), content: .runtime("XMLAnyElement"), occurrence: occurrence(particle)))
        case .group(let group):
            if group.particles.isEmpty { return }
            if particle.minimum == 1, particle.maximum == 1,
                group.compositor != .choice || group.particles.count == 1
            {
                for part in group.particles {
                    flatten(part, into: &fields, owner: owner, typeName: typeName)
                }
                return
            }
            if isTop, group.compositor == .all {
                for part in group.particles {
                    var part = part
                    part.minimum = 0
                    flatten(part, into: &fields, owner: owner, typeName: typeName)
                }
                if group.particles.contains(where: { $0.minimum > 0 }) {
                    plan.findings.append(
                        Finding(
                            "codegen.optional-all", .hint, at: group.location,
                            Message(
                                de:
                                    "Alle Elemente von „\(typeName)“ dürfen fehlen; dass einige davon zusammengehören, prüft erst der Validator.",
                                en:
                                    "All elements of “\(typeName)” may be left out; that some of them belong together only the validator checks."
                            )))
                }
                return
            }
            if let merged = merged(particle, group) {
                return flatten(merged, into: &fields, owner: owner, typeName: typeName)
            }
            addGroup(group, particle, to: &fields, owner: owner, typeName: typeName)
        }
    }

    /// `(a){0,n}` is `a{0,n}`.
    private func merged(_ outer: Particle, _ group: ModelGroup) -> Particle? {
        guard group.particles.count == 1, var inner = group.particles.first else { return nil }
        if inner.minimum == 1, inner.maximum == 1 {
            inner.minimum = outer.minimum
            inner.maximum = outer.maximum
            return inner
        }
        if outer.maximum == 1, outer.minimum == 0, inner.minimum <= 1 {
            inner.minimum = 0
            return inner
        }
        return nil
    }

    private func occurrence(_ particle: Particle) -> SwiftPlan.Occurrence {
        if particle.maximum == 1 { return particle.minimum == 0 ? .optional : .one }
        return .many(minimum: particle.minimum, maximum: particle.maximum)
    }

    private func addElement(
        _ id: ElementID, _ particle: Particle, to fields: inout FieldCollector, owner: Int, typeName: String
    ) {
        guard var field = elementField(id, occurrence(particle), owner: owner) else { return }
        let element = components[id]
        let isReserved = takenMembers.contains(SwiftNames.member(element.name.local))
        field.name = memberName(
            key("/\(element.name.local)", of: owner), element.name.local, fields.names,
            suffix: isReserved ? "Element" : "", at: element.location)
        fields.add(field)
    }

    private func elementField(
        _ id: ElementID, _ occurrence: SwiftPlan.Occurrence, owner: Int
    ) -> SwiftPlan.Field? {
        let element = components[id]
        let documentation =
            element.annotation.documentation.isEmpty
            ? components[element.type].annotation.documentation : element.annotation.documentation
        if element.isAbstract || components.substitutes[id]?.isEmpty == false {
            guard let choice = substitution(id) else { return nil }
            return SwiftPlan.Field(
                name: "", xmlName: element.name, kind: .group, content: .generated(choice), occurrence: occurrence,
                documentation: documentation)
        }
        var content = content(
            of: element.type, name: element.name.local, parent: owner, blocked: element.block)
        let isToken = isToken(element.type, content)
        if element.isNillable { content = .wrapped("XMLNillable", content) }
        let isSimple = components[element.type].simple != nil
        if !isSimple, let value = element.defaultValue ?? element.fixedValue {
            tell(
                "codegen.default-of-complex-type", element.type, element.location,
                de:
                    "Für „\(element.name.local)“ mit Attributen ergänzt der Decoder „\(value)“ nicht; leer weist er es ab.",
                en:
                    "For “\(element.name.local)” with attributes the decoder does not fill in “\(value)”; it refuses it empty."
            )
        }
        return SwiftPlan.Field(
            name: "", xmlName: element.name, kind: .element, content: content, occurrence: occurrence,
            isToken: isToken, fixed: isSimple ? element.fixedValue : nil,
            defaultValue: isSimple ? element.defaultValue : nil, documentation: documentation)
    }

    /// The enum for an element and those that may stand in for it; nil when there is none that may.
    private func substitution(_ id: ElementID) -> Int? {
        if let known = substitutionsByElement[id] { return known }
        let head = components[id]
        let members = ([id] + (components.substitutes[id] ?? [])).filter { !components[$0].isAbstract }
        guard !members.isEmpty else { return nil }
        let memberNames = members.map { components[$0].name }
        let reused = reuse.group(of: id, members: memberNames, &plan.findings)
        let name =
            reused?.swift
            ?? global(
                SwiftNames.type(head.name.local) + "Element",
                Key(text: "\(head.name.local)/Element", namespace: head.name.namespace), at: head.location)
        let index = add(
            named: name, parent: nil, xmlName: nil, namespace: head.name.namespace, location: head.location,
            annotation: head.annotation, source: "Ersetzungsgruppe von `\(head.name.local)`", module: reused?.module)
        substitutionsByElement[id] = index
        schemaNames[index] = head.name.local
        familiesByIndex[index] = (head.name, memberNames, isElement: true)
        plan.types[index].kind = .variants([])
        guard reused == nil else { return index }
        later {
            var cases = FieldCollector(names: self.takenMembers)
            for member in members {
                let element = self.components[member]
                let content = self.content(
                    of: element.type, name: element.name.local, parent: index, blocked: element.block)
                let name = self.memberName(
                    self.key("/\(element.name.local)", of: index), element.name.local, cases.names,
                    at: element.location)
                cases.add(
                    SwiftPlan.Field(
                        name: name, xmlName: element.name, kind: .element,
                        content: element.isNillable ? .wrapped("XMLNillable", content) : content, occurrence: .one,
                        isToken: self.isToken(element.type, content),
                        documentation: element.annotation.documentation))
            }
            self.plan.types[index].kind = .choice(cases: cases.fields)
        }
        return index
    }

    // MARK: Groups

    private func addGroup(
        _ group: ModelGroup, _ particle: Particle, to fields: inout FieldCollector, owner: Int, typeName: String
    ) {
        let isChoice = group.compositor == .choice
        let index = nested(
            group, named: group.name.map { SwiftNames.type($0.local) } ?? (isChoice ? "Auswahl" : "Gruppe"),
            owner: owner, typeName: typeName)
        let base = plan.types[index].name
        var particle = particle
        if isEmptiable(Particle(term: .group(group))) { particle.minimum = 0 }
        fields.add(
            SwiftPlan.Field(
                name: SwiftNames.member(base), xmlName: XMLName(""), kind: .group, content: .generated(index),
                occurrence: occurrence(particle), documentation: group.annotation.documentation))
    }

    /// A choice as an enum, a sequence as a struct, nested in the type where it stands.
    private func nested(_ group: ModelGroup, named base: String, owner: Int, typeName: String) -> Int {
        let index = add(
            named: base, parent: owner, xmlName: nil, namespace: plan.types[owner].namespace,
            location: group.location, annotation: group.annotation,
            source: group.compositor == .choice ? "Auswahl" : "Gruppe")
        if group.compositor == .choice {
            var cases = FieldCollector(names: takenMembers)
            addAlternatives(group, to: &cases, owner: index, typeName: typeName)
            plan.types[index].kind = .choice(cases: cases.fields)
        } else {
            var fields = FieldCollector(names: takenMembers)
            for part in group.particles { flatten(part, into: &fields, owner: index, typeName: typeName) }
            plan.types[index].kind = .structure(fields: fields.fields, isGroup: true, isAll: false)
        }
        return index
    }

    private func addAlternatives(
        _ choice: ModelGroup, to cases: inout FieldCollector, owner: Int, typeName: String
    ) {
        for alternative in choice.particles {
            var part = alternative
            // `(a)` as an alternative is `a`.
            while case .group(let group) = part.term, group.compositor != .choice,
                let inner = merged(part, group)
                    ?? (group.particles.count == 1 && part.minimum == 1 && part.maximum == 1
                        ? group.particles.first : nil)
            {
                part = inner
            }
            // An alternative that may be empty is the choice left out; where it is taken, it is there.
            part.minimum = max(1, part.minimum)
            switch part.term {
            case .element(let id):
                guard var field = elementField(id, occurrence(part), owner: owner) else { continue }
                let element = components[id]
                field.name = memberName(
                    key("/\(element.name.local)", of: owner), element.name.local, cases.names, at: element.location)
                cases.add(field)
            case .wildcard(let wildcard):
                cases.add(
                    SwiftPlan.Field(
                        name: part.maximum == 1 ? "weiteresElement" : "weitereElemente", xmlName: XMLName("*"),
                        kind: .any(wildcard), content: .runtime("XMLAnyElement"), occurrence: occurrence(part)))
            case .group(let group):
                if group.particles.isEmpty { continue }
                if group.compositor == .choice, part.maximum == 1 {
                    addAlternatives(group, to: &cases, owner: owner, typeName: typeName)
                    continue
                }
                let base =
                    group.name.map { SwiftNames.type($0.local) } ?? groupName(group) ?? "Gruppe"
                let index = nested(group, named: base, owner: owner, typeName: typeName)
                cases.add(
                    SwiftPlan.Field(
                        name: SwiftNames.member(plan.types[index].name), xmlName: XMLName(""), kind: .group,
                        content: .generated(index), occurrence: occurrence(part),
                        documentation: group.annotation.documentation))
            }
        }
    }

    /// A sequence in a choice is called after its first element.
    private func groupName(_ group: ModelGroup) -> String? {
        guard case .element(let id)? = group.particles.first?.term else { return nil }
        return SwiftNames.type(components[id].name.local) + "Gruppe"
    }

    private func isEmptiable(_ particle: Particle) -> Bool {
        if particle.minimum == 0 { return true }
        guard case .group(let group) = particle.term else { return false }
        if group.particles.isEmpty { return true }
        return group.compositor == .choice
            ? group.particles.contains { isEmptiable($0) } : group.particles.allSatisfy { isEmptiable($0) }
    }
}
