import XMLCore

/// What a content model leaves open: which elements exclude one another, foreign content, what may stand in for a type or an
/// element.
extension SchemaComparison {
    mutating func compareOpenness(
        _ left: ComplexType, _ right: ComplexType, _ pair: Pair, _ label: String, _ next: inout [Pair]
    ) {
        if left.isAbstract != right.isAbstract {
            add(right.isAbstract ? .narrowed : .widened, label, new: right.isAbstract ? "abstract" : "not abstract")
        }
        compareAlternatives(left, right, label)
        compareWildcards(wildcards(left), wildcards(right), label + "/*")
        compareWildcards(left.anyAttribute.map { [$0] } ?? [], right.anyAttribute.map { [$0] } ?? [], label + "/@*")
        compareDerived(pair, label, &next)
    }

    // MARK: Choices

    /// Pairs of elements of which a document has one or the other, and choices of which it must have one.
    private struct Alternatives {
        var exclusive = Set<Set<String>>()
        var demanded = Set<Set<String>>()
        var names = Set<String>()
    }

    private func alternatives(_ type: ComplexType, _ components: SchemaComponents) -> Alternatives {
        var result = Alternatives()
        guard case .elements(let particle) = type.content else { return result }
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

    private mutating func compareAlternatives(_ left: ComplexType, _ right: ComplexType, _ label: String) {
        let before = alternatives(left, old)
        let after = alternatives(right, new)
        func text(_ names: Set<String>) -> String { names.sorted().joined(separator: " | ") }
        // Only what both versions have: the rest is told as removed or added.
        let both = before.names.intersection(after.names)
        for pair in after.exclusive.subtracting(before.exclusive) where pair.isSubset(of: both) {
            add(.narrowed, label, new: text(pair))
        }
        for pair in before.exclusive.subtracting(after.exclusive) where pair.isSubset(of: both) {
            add(.widened, label, old: text(pair))
        }
        // A choice that demanded one of fewer elements is met by what met the old one.
        for names in after.demanded where !before.demanded.contains(where: { $0.isSubset(of: names) }) {
            if !names.contains(where: { minimum(of: $0, left, old) > 0 }) { add(.required, label, new: text(names)) }
        }
    }

    private func minimum(of name: String, _ type: ComplexType, _ components: SchemaComponents) -> Int {
        entries(type, components).first { $0.name.local == name }?.minimum ?? 0
    }

    // MARK: Wildcards

    private func wildcards(_ type: ComplexType) -> [Wildcard] {
        guard case .elements(let particle) = type.content else { return [] }
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

    private mutating func compareWildcards(_ before: [Wildcard], _ after: [Wildcard], _ component: String) {
        let left = before.map(\.text).joined(separator: ", ")
        let right = after.map(\.text).joined(separator: ", ")
        if left == right { return }
        if after.isEmpty { add(.removed, component, old: left) }
        if before.isEmpty { add(.added, component, new: right) }
        guard !before.isEmpty, !after.isEmpty else { return }
        let isWider = before.allSatisfy { one in after.contains { $0.covers(one) } }
        add(isWider ? .widened : .narrowed, component, old: left, new: right)
    }

    // MARK: Substitution

    /// Types that may stand in by `xsi:type`, by their names.
    private mutating func compareDerived(_ pair: Pair, _ label: String, _ next: inout [Pair]) {
        func derived(_ type: TypeID, _ components: SchemaComponents) -> [String: TypeID] {
            guard components.builtin(type) == nil, components[type].name != nil else { return [:] }
            var result: [String: TypeID] = [:]
            for id in components.descendants(of: type) {
                if let name = components[id].name, components[id].complex?.isAbstract == false {
                    result[name.local] = id
                }
            }
            return result
        }
        let before = derived(pair.old, old)
        let after = derived(pair.new, new)
        for name in before.keys.sorted() {
            if let match = after[name], let type = before[name] {
                follow(Pair(old: type, new: match), name, &next)
            } else {
                add(.removed, "\(label)/xsi:type=\(name)", old: name)
            }
        }
        for name in after.keys.sorted() where before[name] == nil {
            add(.added, "\(label)/xsi:type=\(name)", new: name)
        }
    }
}

extension Wildcard {
    /// As it is written in a diff.
    fileprivate var text: String {
        switch namespaces {
        case .any: return "##any \(processing.rawValue)"
        // The own namespace may have another name in each version.
        case .other: return "##other \(processing.rawValue)"
        case .listed(let names):
            return names.map { $0 ?? "##local" }.sorted().joined(separator: " ") + " \(processing.rawValue)"
        }
    }

    /// Whether all that another wildcard allows is allowed.
    fileprivate func covers(_ other: Wildcard) -> Bool {
        let order: [Processing] = [.skip, .lax, .strict]
        guard let mine = order.firstIndex(of: processing), let its = order.firstIndex(of: other.processing), mine <= its
        else { return false }
        switch (namespaces, other.namespaces) {
        case (.any, _), (.other, .other): return true
        case (.listed(let left), .listed(let right)): return right.allSatisfy { left.contains($0) }
        case (.other(let own), .listed(let right)): return right.allSatisfy { $0 != nil && $0 != own }
        default: return false
        }
    }
}
