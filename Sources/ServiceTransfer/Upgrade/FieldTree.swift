import XMLCore

/// The fields of an object: found, read, set, added and removed by their paths.
struct FieldTree {
    var root: XMLTree.Element

    /// A field with its full path.
    struct Field {
        var steps: [FieldPath.Step]
        var element: XMLTree.Element
        var isLeaf: Bool
    }

    /// All fields and groups of fields, in the order of the document.
    func fields() -> [Field] {
        var result: [Field] = []
        func visit(_ element: XMLTree.Element, _ steps: [FieldPath.Step]) {
            let isLeaf = FieldKeys.isLeaf(element)
            if !steps.isEmpty { result.append(Field(steps: steps, element: element, isLeaf: isLeaf)) }
            guard !isLeaf else { return }
            for item in FieldAlignment(base: Array(element.elements)).base {
                visit(item.element, steps + [item.key.step])
            }
        }
        visit(root, [])
        return result
    }

    /// Replaces, adds or removes the element at the end of full steps: `body` gets what is there and gives what shall be.
    /// What is added goes behind the last of `predecessors` that is there. False when the way there does not exist.
    mutating func update(
        _ steps: [FieldPath.Step], after predecessors: [FieldAlignment.Key] = [], as key: FieldAlignment.Key? = nil,
        _ body: (XMLTree.Element?) -> XMLTree.Element?
    ) -> Bool {
        Self.update(&root, steps[...], predecessors, key, body)
    }

    private static func update(
        _ element: inout XMLTree.Element, _ steps: ArraySlice<FieldPath.Step>, _ predecessors: [FieldAlignment.Key],
        _ key: FieldAlignment.Key?, _ body: (XMLTree.Element?) -> XMLTree.Element?
    ) -> Bool {
        guard let step = steps.first else { return false }
        let items = FieldAlignment(base: Array(element.elements)).base
        let found = items.first { $0.key.step == step }
        if steps.count > 1 {
            guard let found else { return false }
            var inner = found.element
            guard update(&inner, steps.dropFirst(), predecessors, key, body) else { return false }
            element = rebuilt(element, items, replacing: found.key, by: inner)
            return true
        }
        let result = body(found?.element)
        if let found {
            element = rebuilt(element, items, replacing: found.key, by: result)
            return true
        }
        guard let result, let key else { return result == nil }
        var group = GroupBuilder(skeleton: element, items: items)
        group.insert(key, after: predecessors)
        var results = Dictionary(items.map { ($0.key, $0.element) }, uniquingKeysWith: { first, _ in first })
        results[key] = result
        element = group.element(results)
        return true
    }

    private static func rebuilt(
        _ element: XMLTree.Element, _ items: [FieldAlignment.Item], replacing key: FieldAlignment.Key,
        by new: XMLTree.Element?
    ) -> XMLTree.Element {
        var results = Dictionary(items.map { ($0.key, $0.element) }, uniquingKeysWith: { first, _ in first })
        results[key] = new
        return GroupBuilder(skeleton: element, items: items).element(results)
    }

    /// The children of the group that the steps lead to, with their keys.
    func items(_ steps: some Collection<FieldPath.Step>) -> [FieldAlignment.Item]? {
        var element = root
        for step in steps {
            let items = FieldAlignment(base: Array(element.elements)).base
            guard let next = items.first(where: { $0.key.step == step }) else { return nil }
            element = next.element
        }
        return FieldAlignment(base: Array(element.elements)).base
    }
}
