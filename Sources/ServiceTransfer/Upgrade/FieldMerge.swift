import XMLCore

/// Merges three versions of an object field by field: what only one side changed is taken from that side, what both
/// changed alike is taken once, what both changed differently is for someone to decide.
struct FieldMerge {
    /// What becomes of a field on which the sides disagree.
    enum Decision: Hashable {
        case ours
        case theirs
        case value(String)
        case open
    }

    /// A field that is not in all three versions the same.
    struct Change {
        var steps: [FieldPath.Step]
        var base: XMLTree.Element?
        var theirs: XMLTree.Element?
        var ours: XMLTree.Element?
        var outcome: TransferPlan.Field.Outcome
        var result: XMLTree.Element?
    }

    /// Who decides about a conflict.
    let decide: (_ steps: [FieldPath.Step], _ base: String?, _ theirs: String?, _ ours: String?) -> Decision
    private(set) var changes: [Change] = []

    init(
        decide: @escaping (_ steps: [FieldPath.Step], _ base: String?, _ theirs: String?, _ ours: String?) -> Decision
    ) {
        self.decide = decide
    }

    /// The merged document. Where nothing decides a conflict, it has what is there (`ours`), and the change says so.
    mutating func merge(base: XMLTree, theirs: XMLTree, ours: XMLTree) -> XMLTree {
        var result = theirs
        guard let root = merged([], base.root, theirs.root, ours.root) else { return theirs }
        result.root = root
        // Prefixes also stand in values (`xsi:type`): those of our elements must be declared.
        for declaration in ours.root.namespaces
        where !result.root.namespaces.contains(where: { $0.prefix == declaration.prefix }) {
            result.root.namespaces.append(declaration)
        }
        return result
    }

    private mutating func merged(
        _ steps: [FieldPath.Step], _ base: XMLTree.Element?, _ theirs: XMLTree.Element?, _ ours: XMLTree.Element?
    ) -> XMLTree.Element? {
        if let theirs, let ours, Self.isGroup(base, theirs, ours) { return mergedGroup(steps, base, theirs, ours) }
        if Self.isSame(theirs, ours) {
            if !Self.isSame(base, ours) { note(steps, base, theirs, ours, .same, theirs) }
            return theirs
        }
        if Self.isSame(base, ours) {
            note(steps, base, theirs, ours, .theirs, theirs)
            return theirs
        }
        if Self.isSame(base, theirs) {
            note(steps, base, theirs, ours, .ours, ours)
            return ours
        }
        return resolved(steps, base, theirs, ours)
    }

    private mutating func resolved(
        _ steps: [FieldPath.Step], _ base: XMLTree.Element?, _ theirs: XMLTree.Element?, _ ours: XMLTree.Element?
    ) -> XMLTree.Element? {
        let values = [base, theirs, ours].map { $0.map(FieldKeys.value) }
        var decision = decide(steps, values[0], values[1], values[2])
        // A text cannot stand for a group of fields.
        if case .value = decision, (theirs ?? ours).map(FieldKeys.isLeaf) != true { decision = .open }
        switch decision {
        case .ours:
            note(steps, base, theirs, ours, .choseOurs, ours)
            return ours
        case .theirs:
            note(steps, base, theirs, ours, .choseTheirs, theirs)
            return theirs
        case .value(let text):
            var element = theirs ?? ours
            element?.setFieldValue(text)
            note(steps, base, theirs, ours, .choseValue, element)
            return element
        case .open:
            note(steps, base, theirs, ours, .conflict, ours)
            return ours
        }
    }

    private mutating func note(
        _ steps: [FieldPath.Step], _ base: XMLTree.Element?, _ theirs: XMLTree.Element?, _ ours: XMLTree.Element?,
        _ outcome: TransferPlan.Field.Outcome, _ result: XMLTree.Element?
    ) {
        changes.append(
            Change(steps: steps, base: base, theirs: theirs, ours: ours, outcome: outcome, result: result))
    }

    private static func isSame(_ left: XMLTree.Element?, _ right: XMLTree.Element?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.saysSame(as: right)
        default: false
        }
    }

    /// Whether the sides are the same kind of group, so that each child can be judged on its own. One that only one
    /// side added is judged as a whole.
    private static func isGroup(
        _ base: XMLTree.Element?, _ theirs: XMLTree.Element, _ ours: XMLTree.Element
    ) -> Bool {
        guard theirs.name == ours.name, theirs.hasSameAttributes(as: ours), !FieldKeys.isLeaf(theirs),
            !FieldKeys.isLeaf(ours)
        else { return false }
        guard let base else { return true }
        return base.name == ours.name && base.hasSameAttributes(as: ours) && !FieldKeys.isLeaf(base)
    }

    // MARK: Groups

    private mutating func mergedGroup(
        _ steps: [FieldPath.Step], _ base: XMLTree.Element?, _ theirs: XMLTree.Element, _ ours: XMLTree.Element
    ) -> XMLTree.Element {
        let sides = FieldAlignment(
            base: base.map { Array($0.elements) } ?? [], theirs: Array(theirs.elements), ours: Array(ours.elements))
        // Whoever alone changed the order has the order.
        let keepsOurOrder = sides.isInBaseOrder(sides.theirs) && !sides.isInBaseOrder(sides.ours)
        let (first, second) = keepsOurOrder ? (sides.ours, sides.theirs) : (sides.theirs, sides.ours)
        var results: [FieldAlignment.Key: XMLTree.Element] = [:]
        func elements(_ list: [FieldAlignment.Item]) -> [FieldAlignment.Key: XMLTree.Element] {
            Dictionary(list.map { ($0.key, $0.element) }, uniquingKeysWith: { first, _ in first })
        }
        let (bases, left, right) = (elements(sides.base), elements(sides.theirs), elements(sides.ours))
        var seen: Set<FieldAlignment.Key> = []
        for key in (sides.theirs + sides.ours + sides.base).map(\.key) where seen.insert(key).inserted {
            results[key] = merged(steps + [key.step], bases[key], left[key], right[key])
        }
        var group = GroupBuilder(skeleton: keepsOurOrder ? ours : theirs, items: first)
        for (index, item) in second.enumerated() where !first.contains(where: { $0.key == item.key }) {
            guard results[item.key] != nil else { continue }
            group.insert(item.key, after: second[..<index].map(\.key))
        }
        return group.element(results)
    }
}

extension XMLTree.Element {
    /// Sets a field: the code of a code element, whose name then no longer fits, else the text. A text that stood in a
    /// CDATA section does so again.
    mutating func setFieldValue(_ text: String) {
        guard first(local: "code") == nil else {
            updateElements { child in
                if child.name.local == "code" { child.setText(text) }
            }
            children.removeAll { $0.element?.name.local == "name" }
            return
        }
        let wasCDATA = children.contains { if case .cdata = $0 { true } else { false } }
        if wasCDATA, !text.contains("]]>"), !text.isEmpty {
            children = [.cdata(text)]
        } else {
            setText(text)
        }
    }
}
