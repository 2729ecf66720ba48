import SchemaModel
import XMLCore

/// What a content model leaves open: which elements exclude one another, foreign content, what may stand in for a type or an
/// element.
extension SchemaComparison {
    // MARK: Choices

    /// Pairs of elements of which a document has one or the other, and choices of which it must have one.
    private struct Alternatives {
        var exclusive = Set<Set<String>>()
        var demanded = Set<Set<String>>()
        var names = Set<String>()
    }

    private func alternatives(_ type: ComplexType, _ components: SchemaComponents) -> Alternatives {
        var result = Alternatives()
        guard let particle = particle(type) else { return result }
        func canBeEmpty(_ particle: Particle) -> Bool {
            if particle.minimum == 0 { return true }
            guard case .group(let group) = particle.term else { return false }
            return group.compositor == .choice
                ? group.particles.isEmpty || group.particles.contains(where: canBeEmpty)
                : group.particles.allSatisfy(canBeEmpty)
        }
        func visit(_ particle: Particle, isDemanded: Bool) -> Set<String> {
            switch particle.term {
            case .wildcard: return []
            case .element(let id): return [components[id].name.local]
            case .group(let group):
                let isChoice = group.compositor == .choice && group.particles.count > 1
                let isOnce = particle.maximum == 1
                let must = isDemanded && particle.minimum > 0
                let parts = group.particles.map { visit($0, isDemanded: must && !isChoice) }
                let all = parts.reduce(into: Set<String>()) { $0.formUnion($1) }
                guard isChoice else { return all }
                if must, !canBeEmpty(particle) { result.demanded.insert(all) }
                for (index, part) in parts.enumerated() where isOnce {
                    for other in parts[(index + 1)...] {
                        for one in part { for two in other where one != two { result.exclusive.insert([one, two]) } }
                    }
                }
                return all
            }
        }
        result.names = visit(particle, isDemanded: true)
        return result
    }

    mutating func compareAlternatives(
        _ left: ComplexType, _ right: ComplexType, _ label: String, _ whole: ContentLanguage.Verdict,
        _ shared: ContentModels.Comparison
    ) {
        let before = alternatives(left, old)
        let after = alternatives(right, new)
        func text(_ names: Set<String>) -> String { names.sorted().joined(separator: " | ") }
        // Only what both versions have: the rest is told as removed or added.
        let both = before.names.intersection(after.names)
        if shared.forth != .isIncluded {
            for pair in after.exclusive.subtracting(before.exclusive) where pair.isSubset(of: both) {
                add(.narrowed, label, new: text(pair))
            }
        }
        if shared.back != .isIncluded {
            for pair in before.exclusive.subtracting(after.exclusive) where pair.isSubset(of: both) {
                add(.widened, label, old: text(pair))
            }
        }
        if whole == .isIncluded { return }
        // A choice that demanded one of fewer elements is met by what met the old one.
        for names in after.demanded where !before.demanded.contains(where: { $0.isSubset(of: names) }) {
            if !names.contains(where: { minimum(of: $0, left) > 0 }) { add(.required, label, new: text(names)) }
        }
    }

    private func minimum(of name: String, _ type: ComplexType) -> Int {
        entries(type, old).first { $0.name.local == name }?.minimum ?? 0
    }

    // MARK: Wildcards

    func wildcards(_ type: ComplexType) -> [Wildcard] {
        guard let particle = particle(type) else { return [] }
        var result: [Wildcard] = []
        func visit(_ particle: Particle) {
            switch particle.term {
            case .element: break
            case .wildcard(let wildcard): result.append(wildcard)
            case .group(let group): group.particles.forEach(visit)
            }
        }
        visit(particle)
        return result
    }

    mutating func compareWildcards(_ before: [Wildcard], _ after: [Wildcard], _ component: String) {
        let before = before.map(names.new)
        if before.elementsEqual(after, by: { $0.namespaces == $1.namespaces && $0.processing == $1.processing }) {
            return
        }
        let left = before.map(\.text).joined(separator: ", ")
        let right = after.map(\.text).joined(separator: ", ")
        if after.isEmpty { add(.removed, component, old: left) }
        if before.isEmpty { add(.added, component, new: right) }
        guard !before.isEmpty, !after.isEmpty else { return }
        let isNarrower = !before.allSatisfy { one in after.contains { $0.covers(one) } }
        let isWider = !after.allSatisfy { one in before.contains { $0.covers(one) } }
        if isNarrower || isWider { add(isNarrower ? .narrowed : .widened, component, old: left, new: right) }
    }

    /// What stands where a wildcard is, is checked by its global declaration: `strict` demands one, `lax` takes one.
    mutating func compareThroughWildcards(_ before: [Wildcard], _ after: [Wildcard], _ component: String) {
        if before.isEmpty || after.isEmpty { return }
        let left = old.elementsByName.keys.filter { name in before.contains { $0.allows(name.namespace) } }.sorted()
        for name in left {
            guard let element = old.elementsByName[name], !old[element].isAbstract else { continue }
            let other = names.new(name)
            let open = after.filter { $0.allows(other.namespace) && $0.processing != .skip }
            if open.isEmpty { continue }
            if let match = new.elementsByName[other], !new[match].isAbstract {
                compareDeclarations(element, match, name.local)
                follow(Pair(old: old[element].type, new: new[match].type), name.local)
            } else if open.allSatisfy({ $0.processing == .strict }) {
                add(.removed, component, old: name.local)
            }
        }
    }

    // MARK: Substitution

    /// Types that may stand in by `xsi:type`, by their names.
    mutating func compareDerived(_ pair: Pair, _ label: String) {
        func derived(_ type: TypeID, _ components: SchemaComponents) -> [XMLName: TypeID] {
            guard components.builtin(type) == nil, components[type].name != nil else { return [:] }
            var result: [XMLName: TypeID] = [:]
            for id in components.descendants(of: type) {
                if let name = components[id].name, components[id].complex?.isAbstract == false { result[name] = id }
            }
            return result
        }
        let before = derived(pair.old, old)
        let after = derived(pair.new, new)
        let matches = matched(before.keys.sorted(), after.keys.sorted())
        for name in before.keys.sorted() {
            if let match = matches[name], let left = before[name], let right = after[match] {
                noteRename(name, match)
                follow(Pair(old: left, new: right), name.local)
            } else {
                add(.removed, "\(label)/xsi:type=\(name.local)", old: name.local)
            }
        }
        let common = Set(matches.values)
        for name in after.keys.sorted() where !common.contains(name) {
            add(.added, "\(label)/xsi:type=\(name.local)", new: name.local)
        }
    }
}

extension Wildcard {
    /// As it is written in a diff.
    var text: String {
        switch namespaces {
        case .any: return "##any \(processing.rawValue)"
        // The own namespace may have another name in each version.
        case .other: return "##other \(processing.rawValue)"
        case .listed(let names):
            return names.map { $0 ?? "##local" }.sorted().joined(separator: " ") + " \(processing.rawValue)"
        }
    }

    /// Whether a name is allowed without a declaration.
    func isOpen(for name: XMLName) -> Bool { processing != .strict && allows(name.namespace) }

    /// Whether all that another wildcard allows is allowed.
    func covers(_ other: Wildcard) -> Bool {
        let order: [Processing] = [.skip, .lax, .strict]
        guard let mine = order.firstIndex(of: processing), let its = order.firstIndex(of: other.processing), mine <= its
        else { return false }
        switch (namespaces, other.namespaces) {
        case (.any, _): return true
        case (.other(let left), .other(let right)): return left == right
        case (.listed(let left), .listed(let right)): return right.allSatisfy { left.contains($0) }
        case (.other(let own), .listed(let right)): return right.allSatisfy { $0 != nil && $0 != own }
        default: return false
        }
    }
}
