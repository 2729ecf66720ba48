import Findings
import XMLCore

extension ComponentBuilder {
    mutating func addBuiltins() {
        for builtin in BuiltinType.allCases {
            let id = model.types.count
            let kind: TypeDefinition.Kind
            if builtin == .anyType {
                let anything = Particle(
                    minimum: 0, maximum: nil,
                    term: .wildcard(Wildcard(namespaces: .any, processing: .lax, location: Location())))
                kind = .complex(
                    ComplexType(
                        isAbstract: false, block: [], isMixed: true, content: .elements(anything),
                        ownParticle: anything, attributes: [],
                        anyAttribute: Wildcard(namespaces: .any, processing: .lax, location: Location())))
            } else {
                var facets = Facets()
                switch builtin {
                case .anySimpleType, .string: facets.whiteSpace = .preserve
                case .normalizedString: facets.whiteSpace = .replace
                default: facets.whiteSpace = .collapse
                }
                let variety: SimpleType.Variety =
                    builtin.item.map { .list(item: model.builtin($0)) } ?? .atomic(builtin)
                if builtin.item != nil { facets.minLength = 1 }
                kind = .simple(SimpleType(variety: variety, ownFacets: facets, facets: facets))
            }
            let name = XMLName(builtin.rawValue, in: BuiltinType.namespace)
            model.types.append(
                TypeDefinition(
                    name: name, owner: nil, base: builtin.base.map { model.builtin($0) }, derivation: .restriction,
                    final: [], kind: kind, annotation: SchemaAnnotation(), location: Location()))
            model.typesByName[name] = TypeID(index: id)
        }
    }

    mutating func reserveType() -> TypeID {
        model.types.append(model.types[0])
        return TypeID(index: model.types.count - 1)
    }

    mutating func defineType(
        _ id: TypeID, name: XMLName?, owner: XMLName?, _ element: XMLTree.Element, _ scope: ComponentScope
    ) {
        // A reference to the type itself, while it is being built, already finds its name and place.
        model[id].name = name
        model[id].owner = owner
        model[id].location = scope.location(element)
        if element.name.local == "simpleType" {
            defineSimple(id, element, scope)
        } else {
            defineComplex(id, element, scope)
        }
        model[id].annotation = element.schemaAnnotation
        model[id].final = scope.final(element)
    }

    /// The type that stands inside of an element or attribute declaration.
    mutating func anonymousType(
        _ element: XMLTree.Element, _ scope: ComponentScope, owner: XMLName?
    ) -> TypeID {
        let id = reserveType()
        defineType(id, name: nil, owner: owner, element, scope.entering(element))
        return id
    }

    // MARK: Simple types

    private mutating func defineSimple(_ id: TypeID, _ element: XMLTree.Element, _ scope: ComponentScope) {
        var base = model.builtin(.anySimpleType)
        var derivation = Derivation.restriction
        var variety = SimpleType.Variety.atomic(.anySimpleType)
        var step = Facets()
        for child in element.xsdChildren {
            let inner = scope.entering(child)
            switch child.name.local {
            case "restriction":
                base = restrictionBase(child, inner) ?? base
                step = facets(child, inner)
            case "list":
                derivation = .list
                if let name = child["itemType"] {
                    variety = .list(item: type(named: name, at: child, in: inner))
                } else if let item = child.xsd("simpleType") {
                    variety = .list(item: anonymousType(item, inner, owner: nil))
                }
                step.whiteSpace = .collapse
            case "union":
                derivation = .union
                var members: [TypeID] = []
                for name in (child["memberTypes"] ?? "").split(whereSeparator: \.isWhitespace) {
                    members.append(type(named: String(name), at: child, in: inner))
                }
                for member in child.xsdChildren where member.name.local == "simpleType" {
                    members.append(anonymousType(member, inner, owner: nil))
                }
                variety = .union(members: members)
            default: break
            }
        }
        model[id].base = base
        model[id].derivation = derivation
        model[id].kind = .simple(SimpleType(variety: variety, ownFacets: step, facets: step))
    }

    private mutating func restrictionBase(_ element: XMLTree.Element, _ scope: ComponentScope) -> TypeID? {
        if let name = element["base"] { return type(named: name, at: element, in: scope) }
        return element.xsd("simpleType").map { anonymousType($0, scope, owner: nil) }
    }

    func facets(_ restriction: XMLTree.Element, _ scope: ComponentScope) -> Facets {
        var result = Facets()
        var patterns: [String] = []
        for facet in restriction.xsdChildren {
            guard let value = facet["value"] else { continue }
            switch facet.name.local {
            case "enumeration":
                result.enumeration =
                    (result.enumeration ?? []) + [
                        Facets.Enumeration(
                            value: value, annotation: facet.schemaAnnotation, location: scope.location(facet))
                    ]
            case "pattern": patterns.append(value)
            case "length": result.length = Int(value.trimmedXML)
            case "minLength": result.minLength = Int(value.trimmedXML)
            case "maxLength": result.maxLength = Int(value.trimmedXML)
            case "minInclusive": result.minInclusive = value.trimmedXML
            case "maxInclusive": result.maxInclusive = value.trimmedXML
            case "minExclusive": result.minExclusive = value.trimmedXML
            case "maxExclusive": result.maxExclusive = value.trimmedXML
            case "totalDigits": result.totalDigits = Int(value.trimmedXML)
            case "fractionDigits": result.fractionDigits = Int(value.trimmedXML)
            case "whiteSpace": result.whiteSpace = Facets.WhiteSpace(rawValue: value.trimmedXML)
            default: continue
            }
            if facet["fixed"] == "true" || facet["fixed"] == "1" { result.fixed.insert(facet.name.local) }
        }
        if !patterns.isEmpty { result.patterns = [patterns] }
        return result
    }

    // MARK: Complex types

    private mutating func defineComplex(_ id: TypeID, _ element: XMLTree.Element, _ scope: ComponentScope) {
        let anyType = model.builtin(.anyType)
        var complex = ComplexType(
            isAbstract: Self.isTrue(element["abstract"]), block: scope.block(element),
            isMixed: Self.isTrue(element["mixed"]), content: .empty, ownParticle: nil, attributes: [],
            anyAttribute: nil)
        model[id].base = anyType
        model[id].derivation = .restriction
        // Set before children are built, so that recursion finds a complex type.
        model[id].kind = .complex(complex)
        var holder = element
        var inner = scope
        for child in element.xsdChildren
        where child.name.local == "complexContent" || child.name.local == "simpleContent" {
            let isSimple = child.name.local == "simpleContent"
            if let written = child["mixed"] { complex.isMixed = Self.isTrue(written) }
            for derivation in child.xsdChildren {
                guard let kind = Derivation(rawValue: derivation.name.local) else { continue }
                holder = derivation
                inner = scope.entering(child).entering(derivation)
                model[id].derivation = kind
                if let name = derivation["base"] { model[id].base = type(named: name, at: derivation, in: inner) }
                guard isSimple else { continue }
                isSimpleContent.insert(id)
                if kind == .restriction {
                    let own = derivation.xsd("simpleType").map { anonymousType($0, inner, owner: nil) }
                    simpleContent[id] = (facets(derivation, inner), own)
                }
            }
        }
        if !isSimpleContent.contains(id) { complex.ownParticle = content(of: id, in: holder, inner) }
        let (uses, wildcard) = attributes(of: holder, inner)
        ownAttributes[id] = uses
        ownAnyAttribute[id] = wildcard
        model[id].kind = .complex(complex)
    }

    static func isTrue(_ text: String?) -> Bool {
        guard let text = text?.trimmedXML else { return false }
        return text == "true" || text == "1"
    }
}
