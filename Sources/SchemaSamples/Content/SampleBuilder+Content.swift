import Findings
import SchemaModel
import XMLCore

extension SampleBuilder {
    /// Adds what a particle asks for. `isFirst`: the type around is made for the first time.
    func append(_ particle: Particle, to children: inout [SampleElement], isFirst: Bool) throws(SampleError) {
        for _ in 0..<occurrences(of: particle, isFirst: isFirst) {
            switch particle.term {
            case .element(let id): children.append(try element(id))
            case .wildcard(let wildcard):
                if let child = try self.wildcard(wildcard, mustBe: particle.minimum > 0) { children.append(child) }
            case .group(let group): try append(group, to: &children, isFirst: isFirst)
            }
        }
    }

    private func append(
        _ group: ModelGroup, to children: inout [SampleElement], isFirst: Bool
    ) throws(SampleError) {
        switch group.compositor {
        case .sequence:
            for part in group.particles { try append(part, to: &children, isFirst: isFirst) }
        case .all:
            let parts = isLean ? group.particles : random.shuffled(group.particles)
            for part in parts { try append(part, to: &children, isFirst: isFirst) }
        case .choice:
            guard let branch = branch(of: group) else { return }
            var part = group.particles[branch]
            // A branch that was chosen shows, where that does not lead on without end.
            if part.minimum == 0, !isLean, !isAvoided(part.term), plan.cost(part.term) < SamplePlan.impossible {
                part.minimum = 1
            }
            try append(part, to: &children, isFirst: isFirst)
        }
    }

    /// The branch of a choice to take; nil where there is none.
    private func branch(of group: ModelGroup) -> Int? {
        let costs = group.particles.map { plan.cost($0) }
        var possible = costs.indices.filter { costs[$0] < SamplePlan.impossible }
        let welcome = possible.filter { !isAvoided(group.particles[$0].term) }
        if !welcome.isEmpty { possible = welcome }
        guard let cheapest = possible.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else { return nil }
        if isLean { return cheapest }
        if options.extent == .mixed { return random.pick(possible) }
        // In full, each branch has its turn.
        var counts = taken[group.location] ?? [Int](repeating: 0, count: group.particles.count)
        let least = possible.map { counts[$0] }.min() ?? 0
        guard let next = random.pick(possible.filter { counts[$0] == least }) else { return nil }
        counts[next] += 1
        taken[group.location] = counts
        return next
    }

    private func occurrences(of particle: Particle, isFirst: Bool) -> Int {
        let cost = plan.cost(particle.term)
        if cost >= SamplePlan.impossible { return 0 }
        var most = particle.maximum ?? max(particle.minimum, 1 << 20)
        if case .element(let id) = particle.term, plan.singleNames.contains(components[id].name) {
            most = min(most, max(particle.minimum, 1))
        }
        if case .element(let id) = particle.term, avoided.contains(id) { return particle.minimum }
        let isForced = isForced(particle.term)
        if isLean { return min(most, max(particle.minimum, isForced && particle.minimum == 0 ? 1 : 0)) }
        var wanted = particle.minimum
        switch options.extent {
        case .minimal: break
        case .mixed:
            if wanted == 0, isForced || random.percent(45) { wanted = 1 }
            while wanted > 0, wanted < most, random.percent(30) { wanted += 1 }
        case .full:
            if !isFirst, !isForced {
                if wanted == 0, random.percent(30) { wanted = 1 }
            } else if case .group(let group) = particle.term, group.compositor == .choice {
                // A repeated choice shows all its branches.
                wanted = max(wanted, min(most, most > 1 ? group.particles.count : 1))
            } else {
                wanted = max(wanted, min(most, 2))
            }
        }
        return min(wanted, most)
    }

    private func isAvoided(_ term: Particle.Term) -> Bool {
        guard case .element(let id) = term else { return false }
        return avoided.contains(id)
    }

    private func isForced(_ term: Particle.Term) -> Bool {
        guard case .element(let id) = term else { return false }
        let element = components[id]
        if plan.keyNames.contains(element.name) { return true }
        return needsTargets && (plan.targetNames.contains(element.name) || plan.carriesID(element.type))
    }

    // MARK: Wildcards

    private func wildcard(_ wildcard: Wildcard, mustBe: Bool) throws(SampleError) -> SampleElement? {
        let known = plan.globals(for: wildcard).filter { plan.cost($0) < 20 && !components[$0].isAbstract }
        if wildcard.processing == .strict {
            let cheapest = known.min { (plan.cost($0), $0) < (plan.cost($1), $1) }
            return try (isLean ? cheapest : random.pick(known)).map { id throws(SampleError) in
                try element(id, isRoot: true)
            }
        }
        if wildcard.processing == .lax, !isLean, random.percent(40), let id = random.pick(known) {
            return try element(id, isRoot: true)
        }
        guard let name = WildcardNames.unknown(for: wildcard, in: components) else { return nil }
        let result = SampleElement(name)
        result.text = TextMaker.word(&random)
        return result
    }
}

/// Names for elements and attributes that no schema declares.
enum WildcardNames {
    /// A namespace that nobody else uses (RFC 6963: names for examples).
    static let foreign = "urn:example:beispiel"

    /// An element that a wildcard allows and no schema declares; nil where there is none.
    static func unknown(for wildcard: Wildcard, in components: SchemaComponents) -> XMLName? {
        var namespaces: [String?] = [foreign]
        if case .listed(let listed) = wildcard.namespaces { namespaces = listed }
        for namespace in namespaces where wildcard.allows(namespace) {
            for local in ["beispiel", "beispiel-ohne-schema"] {
                let name = XMLName(local, in: namespace)
                if components.elementsByName[name] == nil { return name }
            }
        }
        return nil
    }
}
