import Findings
import SchemaModel
import XMLCore

extension Planner {
    /// The type of the run time or of Swift that stands for a built-in type.
    static func content(of builtin: BuiltinType) -> SwiftPlan.Content {
        if builtin.item != nil { return .wrapped("XMLList", .runtime("String")) }
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
        case .integer, .nonPositiveInteger, .negativeInteger, .nonNegativeInteger, .positiveInteger, .long:
            return .runtime("Int")
        case .int: return .runtime("Int32")
        case .short: return .runtime("Int16")
        case .byte: return .runtime("Int8")
        case .unsignedLong: return .runtime("UInt64")
        case .unsignedInt: return .runtime("UInt32")
        case .unsignedShort: return .runtime("UInt16")
        case .unsignedByte: return .runtime("UInt8")
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
        _ id: TypeID, _ type: TypeDefinition, _ simple: SimpleType, name: String, parent: Int
    ) -> SwiftPlan.Content {
        let kind: SwiftPlan.Kind
        switch simple.variety {
        case .list(let item):
            let inner = content(of: item, name: name + "Element", parent: parent)
            return .wrapped("XMLList", inner)
        case .union: return .runtime("String")
        case .atomic(let builtin):
            if let values = simple.facets.enumeration, builtin.primitive != .qName {
                // A type that only inherits its values is that type.
                if simple.ownFacets.enumeration == nil, let base = type.base {
                    return content(of: base, name: name, parent: parent)
                }
                kind = .enumeration(enumCases(values), isOpen: isOpen(type))
            } else if !simple.ownFacets.isEmpty, builtin.primitive != .qName {
                let base = type.base.map { rootContent(of: $0, builtin) } ?? Self.content(of: builtin)
                kind = .refined(
                    base: base, simple.facets, collapses: simple.facets.whiteSpace == .collapse)
            } else if let base = type.base {
                return content(of: base, name: name, parent: parent)
            } else {
                return Self.content(of: builtin)
            }
        }
        let index: Int
        if type.name != nil {
            index = add(
                named: globalName(id) ?? globalNames.assign(SwiftNames.type(type.name?.local ?? name)), parent: nil,
                xmlName: type.name, namespace: type.name?.namespace, location: type.location,
                annotation: type.annotation, source: "Typ `\(type.name?.local ?? "")`")
        } else {
            index = add(
                named: SwiftNames.type(name), parent: parent, xmlName: nil, namespace: plan.types[parent].namespace,
                location: type.location, annotation: type.annotation, source: "Wert von `\(name)`")
        }
        plan.types[index].kind = kind
        byType[id] = index
        return .generated(index)
    }

    /// Refined types rest on a type of Swift or of the run time, whatever stands between: facets are those of the whole
    /// chain.
    private func rootContent(of id: TypeID, _ builtin: BuiltinType) -> SwiftPlan.Content { Self.content(of: builtin) }

    private func isOpen(_ type: TypeDefinition) -> Bool {
        if options.opensAllEnumerations { return true }
        return type.name.map { options.openEnumerations.contains($0.local) } ?? false
    }

    private func enumCases(_ values: [Facets.Enumeration]) -> [SwiftPlan.EnumCase] {
        var names = NameSpace(SwiftNames.reservedMembers.union(["allCases", "rawValue", "xmlText"]))
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
            result.append(
                SwiftPlan.EnumCase(
                    name: names.assign(SwiftNames.enumCase(value.value)), value: value.value,
                    documentation: documentation))
        }
        return result
    }
}
