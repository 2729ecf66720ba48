import XMLCore

/// Finds which children of three versions of an element are the same thing.
struct FieldAlignment {
    /// What a child is known by among its siblings.
    struct Key: Hashable {
        var name: XMLName
        var discriminator: String?
        /// Which one it is of those that nothing else tells apart, from 1.
        var ordinal: Int

        var step: FieldPath.Step {
            guard ordinal > 1 else { return FieldPath.Step(name.local, key: discriminator) }
            return FieldPath.Step(name.local, key: (discriminator ?? "") + "#\(ordinal)")
        }
    }

    struct Item {
        var key: Key
        var element: XMLTree.Element
    }

    let base: [Item]
    let theirs: [Item]
    let ours: [Item]

    init(base: [XMLTree.Element], theirs: [XMLTree.Element] = [], ours: [XMLTree.Element] = []) {
        let numbered = Self.numbered(base)
        let aligned = Self.aligned(theirs, with: numbered)
        // What both sides added and is the same is one thing; what differs are two.
        let added = aligned.filter { item in !numbered.contains { $0.key == item.key } }
        self.base = numbered
        self.theirs = aligned
        self.ours = Self.aligned(ours, with: numbered, beside: added)
    }

    /// Whether the children that base has, too, come in the same order.
    func isInBaseOrder(_ side: [Item]) -> Bool {
        let own = side.map(\.key)
        let known = Set(own)
        let shared = base.map(\.key).filter(known.contains)
        let inBase = Set(shared)
        return own.filter(inBase.contains) == shared
    }

    private struct Group: Hashable {
        var name: XMLName
        var discriminator: String?

        init(_ element: XMLTree.Element) {
            name = element.name
            discriminator = FieldKeys.key(of: element)
        }

        init(_ key: Key) {
            name = key.name
            discriminator = key.discriminator
        }

        func key(_ ordinal: Int) -> Key { Key(name: name, discriminator: discriminator, ordinal: ordinal) }
    }

    private static func numbered(_ elements: [XMLTree.Element]) -> [Item] {
        var counts: [Group: Int] = [:]
        return elements.map { element in
            let group = Group(element)
            counts[group, default: 0] += 1
            return Item(key: group.key(counts[group] ?? 1), element: element)
        }
    }

    /// Gives each element the key of the base's element it is: of several that only their place tells apart, first the
    /// equal ones find each other, then the rest in their order.
    private static func aligned(_ elements: [XMLTree.Element], with base: [Item], beside added: [Item] = []) -> [Item] {
        let groups = elements.map(Group.init)
        var members: [Group: [Int]] = [:]
        for (index, group) in groups.enumerated() { members[group, default: []].append(index) }
        let known = Dictionary(grouping: base, by: { Group($0.key) })
        let foreign = Dictionary(grouping: added, by: { Group($0.key) })
        var ordinals = [Int](repeating: 1, count: elements.count)
        for (group, indices) in members {
            let candidates = known[group] ?? []
            let others = foreign[group] ?? []
            if indices.count == 1, candidates.count <= 1, others.count <= 1 { continue }
            var open = indices
            var free = candidates
            func pair(_ pool: inout [Item]) {
                open.removeAll { index in
                    guard let found = pool.firstIndex(where: { $0.element.saysSame(as: elements[index]) }) else {
                        return false
                    }
                    ordinals[index] = pool.remove(at: found).key.ordinal
                    return true
                }
            }
            pair(&free)
            var additions = others
            pair(&additions)
            for (index, item) in zip(open, free) { ordinals[index] = item.key.ordinal }
            var next = max(candidates.count, others.map(\.key.ordinal).max() ?? 0)
            for index in open.dropFirst(free.count) {
                next += 1
                ordinals[index] = next
            }
        }
        return elements.indices.map { Item(key: groups[$0].key(ordinals[$0]), element: elements[$0]) }
    }
}

/// Puts merged children into the place, order and white space of one version, those that only the other has where the
/// schema's order of names allows them.
struct GroupBuilder {
    private struct Entry {
        /// What stands before the element: white space, comments.
        var leading: [XMLTree.Node]
        var key: FieldAlignment.Key
    }

    private let skeleton: XMLTree.Element
    private var entries: [Entry] = []
    private var trailing: [XMLTree.Node] = []

    init(skeleton: XMLTree.Element, items: [FieldAlignment.Item]) {
        self.skeleton = skeleton
        var keys = items.map(\.key)[...]
        for node in skeleton.children {
            if node.element != nil, let key = keys.popFirst() {
                entries.append(Entry(leading: trailing, key: key))
                trailing = []
            } else {
                trailing.append(node)
            }
        }
    }

    /// Inserts a child that followed `predecessors` where it comes from.
    mutating func insert(_ key: FieldAlignment.Key, after predecessors: [FieldAlignment.Key]) {
        let space = entries.first?.leading.first { if case .text = $0 { true } else { false } }
        let entry = Entry(leading: space.map { [$0] } ?? [], key: key)
        entries.insert(entry, at: place(of: key, after: predecessors))
    }

    private func place(of key: FieldAlignment.Key, after predecessors: [FieldAlignment.Key]) -> Int {
        for predecessor in predecessors.reversed() {
            guard let index = entries.firstIndex(where: { $0.key == predecessor }) else { continue }
            if predecessor.name == key.name { return index + 1 }
            // Elements of one name stand together: never between two of another name.
            if let own = entries.firstIndex(where: { $0.key.name == key.name }) { return own }
            let last = entries.lastIndex { $0.key.name == predecessor.name } ?? index
            return last + 1
        }
        return entries.firstIndex { $0.key.name == key.name } ?? 0
    }

    /// The element with the children that are left.
    func element(_ results: [FieldAlignment.Key: XMLTree.Element]) -> XMLTree.Element {
        var element = skeleton
        element.children = []
        for entry in entries {
            guard let child = results[entry.key] else {
                // The comment of a removed element goes with it; white space stays where it separates.
                continue
            }
            element.children += entry.leading
            element.children.append(.element(child))
        }
        element.children += trailing
        return element
    }
}
