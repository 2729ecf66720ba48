import SchemaModel
import XMLCore

/// Child elements: which ones, how often, in which order.
extension SchemaComparison {
    /// An element of a content model, with how often it may occur in all.
    struct Entry {
        var name: XMLName
        var minimum: Int
        var maximum: Int?
        var element: ElementID

        var bounds: String { "\(minimum)…\(maximum.map { String($0) } ?? "*")" }
        var isCounted: Bool { max(minimum, maximum ?? 0) <= ContentModels.countedTimes }
    }

    mutating func compareElements(_ left: ComplexType, _ right: ComplexType, _ label: String) {
        let before = entries(left, old)
        let after = entries(right, new)
        let matches = matched(before.map(\.name), after.map(\.name))
        let common = Dictionary(matches.map { ($1, $0) }) { first, _ in first }
        var projection = ContentModels.Projection()
        projection.removed = Set(before.map(\.name).filter { matches[$0] == nil }.map(names.new))
        projection.added = Set(after.map(\.name).filter { common[$0] == nil })
        var models = ContentModels(
            old: old, new: new, names: names, otherNames: matches.filter { names.new($0.key) != $0.value })
        let whole = models.compare(particle(left), particle(right))
        // The same without what is told as removed and added: what is left is a matter of structure.
        let isSame = projection.removed.isEmpty && projection.added.isEmpty
        let shared = isSame ? whole : models.compare(particle(left), particle(right), projection)

        let start = mark
        compareRemoved(before.filter { matches[$0.name] == nil }, wildcards(right), label, whole.forth)
        for entry in after {
            let name = "\(label)/\(entry.name.local)"
            guard let match = before.first(where: { $0.name == common[entry.name] }) else {
                compareAdded(entry, wildcards(left), name, whole.forth)
                continue
            }
            noteName(match.name, entry.name, name)
            compareDeclarations(match.element, entry.element, name)
            let pair = Pair(old: old[match.element].type, new: new[entry.element].type)
            compareKeyed(pair, entry.name, name)
            follow(pair, name)
        }
        let structure = mark
        for entry in after {
            guard let match = before.first(where: { $0.name == common[entry.name] }) else { continue }
            compareBounds(match, entry, "\(label)/\(entry.name.local)", shared)
        }
        if shared.forth != .isIncluded { compareOrder(before, after, matches, label) }
        compareAlternatives(left, right, label, whole.forth, shared)
        compareWildcards(wildcards(left), wildcards(right), label + "/*")
        compareThroughWildcards(wildcards(left), wildcards(right), label + "/*")
        let isTold =
            whole.forth == .isIncluded || foundBreaking(since: structure)
            || (shared.isImpossible && !projection.removed.isEmpty)
        if case .example(let letters, let isOpen) = shared.forth, !isTold {
            add(.narrowed, label, old: Self.text(letters, isOpen))
        } else if case .example(let letters, let isOpen) = whole.forth, !foundBreaking(since: start) {
            add(.narrowed, label, old: Self.text(letters, isOpen))
        }
        if isSame, case .example(let letters, let isOpen) = shared.back, !foundOther(since: structure),
            !foundBreaking(since: structure)
        {
            add(.widened, label, new: Self.text(letters, isOpen))
        }
    }

    /// A content, as an example of what is or was allowed.
    private static func text(_ letters: [ContentLanguage.Letter], _ isOpen: Bool) -> String {
        "(" + letters.map(\.text).joined(separator: ", ") + (isOpen ? ", …)" : ")")
    }

    func particle(_ type: ComplexType) -> Particle? {
        if case .elements(let particle) = type.content { particle } else { nil }
    }

    private mutating func compareRemoved(
        _ entries: [Entry], _ wildcards: [Wildcard], _ label: String, _ whole: ContentLanguage.Verdict
    ) {
        for entry in entries {
            let name = "\(label)/\(entry.name.local)"
            if whole == .isIncluded, let open = wildcards.first(where: { $0.isOpen(for: names.new(entry.name)) }) {
                add(.changed, name, old: entry.bounds, new: open.text, isBreaking: needsTypedValues)
            } else {
                add(.removed, name, old: entry.bounds)
            }
        }
    }

    private mutating func compareAdded(
        _ entry: Entry, _ wildcards: [Wildcard], _ name: String, _ whole: ContentLanguage.Verdict
    ) {
        if entry.minimum > 0, whole != .isIncluded {
            add(.required, name, new: entry.bounds)
        } else if let open = wildcards.map(names.new).first(where: { $0.allows(entry.name.namespace) }) {
            // What stood there was not bound to this type.
            add(.narrowed, name, old: open.text, new: entry.bounds)
        } else {
            add(.added, name, new: entry.bounds)
        }
    }

    /// What counting says is true only as far as the content models as a whole agree.
    private mutating func compareBounds(
        _ match: Entry, _ entry: Entry, _ name: String, _ shared: ContentModels.Comparison
    ) {
        let isCounted = match.isCounted && entry.isCounted
        let mayBreak = shared.forth != .isIncluded || !isCounted
        let mayWiden = shared.back != .isIncluded || !isCounted
        if entry.minimum > match.minimum, mayBreak {
            add(match.minimum == 0 ? .required : .narrowed, name, old: match.bounds, new: entry.bounds)
        } else if entry.minimum < match.minimum, mayWiden {
            add(.widened, name, old: match.bounds, new: entry.bounds)
        }
        let left = match.maximum ?? .max
        let right = entry.maximum ?? .max
        if right < left, mayBreak {
            add(.narrowed, name, old: match.bounds, new: entry.bounds)
        } else if right > left, mayWiden {
            add(.widened, name, old: match.bounds, new: entry.bounds)
        }
    }

    private mutating func compareOrder(
        _ before: [Entry], _ after: [Entry], _ matches: [XMLName: XMLName], _ label: String
    ) {
        let common = Set(matches.values)
        let left = before.compactMap { matches[$0.name] }
        let right = after.map(\.name).filter { common.contains($0) }
        if left != right {
            add(
                .reordered, label, old: left.map(\.local).joined(separator: ", "),
                new: right.map(\.local).joined(separator: ", "))
        }
    }

    /// The elements of a content model in their order, each name once, with how often it may occur in all.
    func entries(_ type: ComplexType, _ components: SchemaComponents) -> [Entry] {
        guard let particle = particle(type) else { return [] }
        var result: [Entry] = []
        func add(_ id: ElementID, _ least: Int, _ most: Int?) {
            let element = components[id]
            if let index = result.firstIndex(where: { $0.name == element.name }) {
                result[index].minimum += least
                result[index].maximum = result[index].maximum.flatMap { known in most.map { known + $0 } }
            } else {
                result.append(Entry(name: element.name, minimum: least, maximum: most, element: id))
            }
        }
        func product(_ left: Int?, _ right: Int?) -> Int? {
            if left == 0 || right == 0 { return 0 }
            guard let left, let right else { return nil }
            let (product, overflow) = left.multipliedReportingOverflow(by: right)
            return overflow ? nil : product
        }
        func visit(_ particle: Particle, _ minimum: Int, _ maximum: Int?) {
            let least = product(minimum, particle.minimum) ?? .max
            let most = product(maximum, particle.maximum)
            switch particle.term {
            case .element(let id):
                let members = components.standIns(for: id)
                for member in members { add(member, members.count == 1 ? least : 0, most) }
            case .wildcard: break
            case .group(let group):
                let inner = group.compositor == .choice && group.particles.count > 1 ? 0 : least
                for part in group.particles { visit(part, inner, most) }
            }
        }
        visit(particle, 1, 1)
        return result.filter { $0.maximum != 0 }
    }
}
