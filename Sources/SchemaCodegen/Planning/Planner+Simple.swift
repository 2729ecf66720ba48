import Findings
import SchemaModel
import XMLCore

extension Planner {
    /// The type of the run time or of Swift that stands for a built-in type.
    static func content(of builtin: BuiltinType) -> SwiftPlan.Content {
        if let item = builtin.item { return .wrapped("XMLList", content(of: item)) }
        switch builtin {
        case .anyType: return .runtime("XMLAnyContent")
        case .boolean: return .runtime("Bool")
        case .decimal: return .runtime("XSDDecimal")
        case .float, .double: return .runtime("Double")
        case .duration: return .runtime("XSDDuration")
        case .dateTime: return .runtime("XSDDateTime")
        case .time: return .runtime("XSDTime")
        case .date: return .runtime("XSDDate")
        case .gYearMonth: return .runtime("XSDYearMonth")
        case .gYear: return .runtime("XSDYear")
        case .gMonthDay: return .runtime("XSDMonthDay")
        case .gDay: return .runtime("XSDDay")
        case .gMonth: return .runtime("XSDMonth")
        case .hexBinary: return .runtime("XSDHexBinary")
        case .base64Binary: return .runtime("XSDBase64")
        case .qName, .notation: return .runtime("XSDQName")
        case .integer: return .runtime("XSDInteger")
        case .nonPositiveInteger: return .runtime("XSDNonPositiveInteger")
        case .negativeInteger: return .runtime("XSDNegativeInteger")
        case .nonNegativeInteger: return .runtime("XSDNonNegativeInteger")
        case .positiveInteger: return .runtime("XSDPositiveInteger")
        case .long: return .runtime("Int")
        case .int: return .runtime("Int32")
        case .short: return .runtime("Int16")
        case .byte: return .runtime("Int8")
        case .unsignedLong: return .runtime("UInt64")
        case .unsignedInt: return .runtime("UInt32")
        case .unsignedShort: return .runtime("UInt16")
        case .unsignedByte: return .runtime("UInt8")
        case .ncName, .id, .idref, .entity: return .runtime("XSDNCName")
        case .name: return .runtime("XSDName")
        case .nmtoken: return .runtime("XSDNameToken")
        case .language: return .runtime("XSDLanguage")
        default: return .runtime("String")
        }
    }

    /// Whether white space of a value is collapsed although Swift holds it as a string.
    func isToken(_ id: TypeID, _ content: SwiftPlan.Content) -> Bool {
        guard let simple = components[id].simple, simple.facets.whiteSpace == .collapse else { return false }
        switch content {
        case .runtime("String"): return true
        case .generated(let index):
            if case .alias(let target) = plan.types[index].kind { return isToken(id, target) }
            if case .enumeration = plan.types[index].kind { return true }
            if case .refined(let base, _, _) = plan.types[index].kind { return isToken(id, base) }
            return false
        default: return false
        }
    }

    func simpleContent(
        _ id: TypeID, _ type: TypeDefinition, _ simple: SimpleType, name: String, parent: Int?
    ) -> SwiftPlan.Content {
        let kind: SwiftPlan.Kind
        var valueBase: SwiftPlan.Content?
        switch simple.variety {
        case .list(let item):
            if type.derivation == .restriction, !simple.ownFacets.isEmpty {
                tell(
                    "codegen.list-facets", id, type.location,
                    de: "Länge, Muster und Werte der Liste „\(type.name?.local ?? name)“ prüft erst der Validator.",
                    en:
                        "Length, patterns and values of the list “\(type.name?.local ?? name)” only the validator checks."
                )
            }
            let inner = content(of: item, name: name + "Element", parent: parent)
            return .wrapped("XMLList", inner)
        case .union(let members):
            if let values = simple.facets.enumeration {
                tellUnchecked(id, type, simple, name)
                if simple.ownFacets.enumeration == nil, let base = type.base {
                    return content(of: base, name: name, parent: parent)
                }
                kind = .enumeration(enumCases(values, of: type, name, parent), isOpen: isOpen(type))
            } else if type.derivation == .restriction, let base = type.base {
                let content = content(of: base, name: name, parent: parent)
                if simple.ownFacets.isEmpty { return content }
                kind = .refined(base: content, simple.ownFacets, collapses: true)
            } else if !isTyped(members) {
                tell(
                    "codegen.union-as-text", id, type.location,
                    de: "„\(type.name?.local ?? name)“ nimmt jeden Text an oder Listen; in Swift ist es ein String.",
                    en: "“\(type.name?.local ?? name)” takes any text, or lists; in Swift it is a String.")
                return .runtime("String")
            } else {
                let index = simpleType(id, type, name: name, parent: parent, kind: .union([]))
                plan.types[index].kind = .union(unionCases(members, of: index))
                return .generated(index)
            }
        case .atomic(let builtin):
            if let values = simple.facets.enumeration, builtin.primitive != .qName {
                tellUnchecked(id, type, simple, name)
                // A type that only inherits its values is that type.
                if simple.ownFacets.enumeration == nil, let base = type.base {
                    return content(of: base, name: name, parent: parent)
                }
                kind = .enumeration(enumCases(values, of: type, name, parent), isOpen: isOpen(type))
                if !isOpen(type) { valueBase = Self.valueBase(of: builtin) }
            } else if !simple.ownFacets.isEmpty, builtin.primitive != .qName {
                let facets = Self.withRules(of: builtin, simple.facets)
                kind = .refined(
                    base: Self.base(of: builtin, facets), facets, collapses: simple.facets.whiteSpace == .collapse)
            } else if let base = type.base {
                if !simple.ownFacets.isEmpty {
                    tell(
                        "codegen.qname-facets", id, type.location,
                        de: "Welche Namen „\(type.name?.local ?? name)“ annimmt, prüft erst der Validator.",
                        en: "Which names “\(type.name?.local ?? name)” takes only the validator checks.")
                }
                return content(of: base, name: name, parent: parent)
            } else {
                return Self.content(of: builtin)
            }
        }
        let index = simpleType(id, type, name: name, parent: parent, kind: kind)
        plan.types[index].valueBase = valueBase
        return .generated(index)
    }

    /// The type by whose values an enumeration is compared; nil where texts are.
    private static func valueBase(of builtin: BuiltinType) -> SwiftPlan.Content? {
        switch builtin.primitive {
        case .string, .anyURI, .anySimpleType, .anyType: nil
        default: content(of: builtin)
        }
    }

    /// Tells of patterns and bounds beside listed values.
    private func tellUnchecked(_ id: TypeID, _ type: TypeDefinition, _ simple: SimpleType, _ name: String) {
        var others = simple.ownFacets
        others.enumeration = nil
        if others.isEmpty { return }
        tell(
            "codegen.enumeration-facets", id, type.location,
            de: "Muster und Grenzen neben den Werten von „\(type.name?.local ?? name)“ prüft erst der Validator.",
            en: "Patterns and bounds beside the values of “\(type.name?.local ?? name)” only the validator checks.")
    }

    /// Tells once what Swift does not express of a type.
    func tell(_ finding: FindingID, _ id: TypeID, _ location: Location, de: MessageText, en: MessageText) {
        guard toldTypes.insert(id).inserted else { return }
        plan.findings.append(Finding(finding, .hint, at: location, Message(de: de, en: en)))
    }

    /// Adds the type that stands for a simple type.
    private func simpleType(
        _ id: TypeID, _ type: TypeDefinition, name: String, parent: Int?, kind: SwiftPlan.Kind
    ) -> Int {
        let index: Int
        if type.name != nil {
            index = add(
                named: globalName(id) ?? newTypeName(type), parent: nil,
                xmlName: type.name, namespace: type.name?.namespace, location: type.location,
                annotation: type.annotation, source: "Typ `\(type.name?.local ?? "")`", module: reuse.type(id)?.module)
        } else {
            let wanted = SwiftNames.type(name)
            index = add(
                named: parent == nil ? global(wanted, Key(text: name), at: type.location) : wanted, parent: parent,
                local: name,
                xmlName: nil,
                namespace: parent.flatMap { plan.types[$0].namespace }, location: type.location,
                annotation: type.annotation, source: "Wert von `\(name)`")
        }
        plan.types[index].kind = kind
        byType[id] = index
        return index
    }

    /// Whether the members of a union can be told apart: one that takes every text, or a list, leaves only text.
    private func isTyped(_ members: [TypeID]) -> Bool {
        members.allSatisfy { member in
            guard let simple = components[member].simple else { return false }
            switch simple.variety {
            case .list: return false
            case .union(let inner): return simple.facets.enumeration != nil || isTyped(inner)
            case .atomic(let builtin):
                if Self.content(of: builtin) == .runtime("String") {
                    return !simple.facets.isEmpty && builtin.rawValue != "anyURI"
                }
                return builtin.primitive != .qName && builtin.primitive != .notation
            }
        }
    }

    private func unionCases(_ members: [TypeID], of index: Int) -> [SwiftPlan.UnionCase] {
        var names = NameSpace(SwiftNames.reservedMembers.union(["xmlText", "description"]))
        return members.map { member in
            let content = content(of: member, name: "Wert", parent: index)
            guard let local = components[member].name?.local else {
                return SwiftPlan.UnionCase(name: names.assign("wert"), content: content)
            }
            let key = key("/\(local)", of: index)
            if let chosen = override(key) {
                if names.contains(chosen.name) { nameTaken(chosen) }
                return SwiftPlan.UnionCase(name: names.assign(chosen.name), content: content)
            }
            let wanted = SwiftNames.unionCase(local)
            let name = names.assign(wanted)
            if name != wanted { collision(key, wanted, name, at: components[member].location) }
            return SwiftPlan.UnionCase(name: name, content: content)
        }
    }

    /// Refined types rest on a type of Swift or of the run time, whatever stands between: facets are those of the whole
    /// chain. Whole numbers that the facets bound to 64 bits are Swift's.
    private static func base(of builtin: BuiltinType, _ facets: Facets) -> SwiftPlan.Content {
        switch builtin {
        case .integer, .nonPositiveInteger, .negativeInteger, .nonNegativeInteger, .positiveInteger:
            let low = (facets.minInclusive ?? facets.minExclusive).flatMap { Int($0) }
            let high = (facets.maxInclusive ?? facets.maxExclusive).flatMap { Int($0) }
            let isBounded = (low != nil && high != nil) || facets.totalDigits.map { $0 <= 18 } ?? false
            return .runtime(isBounded ? "Int" : "XSDInteger")
        case .ncName, .id, .idref, .entity, .name, .nmtoken, .language: return .runtime("String")
        default: return content(of: builtin)
        }
    }

    /// Facets with what a built-in type asks by itself: the sign of numbers, the characters of names.
    private static func withRules(of builtin: BuiltinType, _ facets: Facets) -> Facets {
        var facets = facets
        switch builtin {
        case .ncName, .id, .idref, .entity: facets.patterns.append(["[\\i-[:]][\\c-[:]]*"])
        case .name: facets.patterns.append(["\\i\\c*"])
        case .nmtoken: facets.patterns.append(["\\c+"])
        case .language: facets.patterns.append(["[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"])
        case .nonNegativeInteger where facets.minExclusive == nil: facets.minInclusive = facets.minInclusive ?? "0"
        case .positiveInteger where facets.minExclusive == nil: facets.minInclusive = facets.minInclusive ?? "1"
        case .nonPositiveInteger where facets.maxExclusive == nil: facets.maxInclusive = facets.maxInclusive ?? "0"
        case .negativeInteger where facets.maxExclusive == nil: facets.maxInclusive = facets.maxInclusive ?? "-1"
        default: break
        }
        return facets
    }

    private func isOpen(_ type: TypeDefinition) -> Bool {
        if options.opensAllEnumerations { return true }
        guard let name = type.name else { return false }
        enumerations.insert(name.local)
        for key in [name.local, "{\(name.namespace ?? "")}\(name.local)"] where options.openEnumerations.contains(key) {
            usedOpenEnumerations.insert(key)
            return true
        }
        return false
    }

    private func enumCases(
        _ values: [Facets.Enumeration], of type: TypeDefinition, _ name: String, _ parent: Int?
    ) -> [SwiftPlan.EnumCase] {
        var names = NameSpace(SwiftNames.reservedMembers.union(["allCases", "rawValue", "xmlText", "Base"]))
        var seen = Set<String>()
        var result: [SwiftPlan.EnumCase] = []
        for value in values where seen.insert(value.value).inserted {
            var documentation = value.annotation.documentation
            if documentation.isEmpty {
                let texts = value.annotation.appinfo.map {
                    $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                .filter { !$0.isEmpty && $0 != value.value }
                if !texts.isEmpty { documentation = [texts.joined(separator: " · ")] }
            }
            let key =
                type.name.map { Key(text: "\($0.local)=\(value.value)", namespace: $0.namespace) }
                ?? parent.map { self.key("/\(name)=\(value.value)", of: $0) } ?? Key(text: "\(name)=\(value.value)")
            let name: String
            if let chosen = override(key) {
                if names.contains(chosen.name) { nameTaken(chosen) }
                name = names.assign(chosen.name)
            } else {
                let wanted = SwiftNames.enumCase(value.value)
                name = names.assign(wanted)
                if name != wanted { collision(key, wanted, name, at: value.location) }
            }
            result.append(SwiftPlan.EnumCase(name: name, value: value.value, documentation: documentation))
        }
        return result
    }
}
