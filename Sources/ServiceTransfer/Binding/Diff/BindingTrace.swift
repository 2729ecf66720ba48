import XMLCore

/// Notes what each rule of binding changes in a tree, by comparing the tree before and after the rule.
struct BindingTrace {
    private let part: String
    /// Whether anything is noted; without, the rules only run.
    private let isRecording: Bool
    private(set) var changes: [BindingDiff.Change] = []

    init(part: String, isRecording: Bool) {
        self.part = part
        self.isRecording = isRecording
    }

    /// Runs a rule.
    mutating func apply(
        _ rule: BindingDiff.Rule, to element: inout XMLTree.Element, _ body: (inout XMLTree.Element) -> Void
    ) {
        guard isRecording else {
            body(&element)
            return
        }
        let before = element
        body(&element)
        compare(before, element, [], rule)
    }

    /// Notes what a rule made of the lines of a file.
    mutating func note(_ rule: BindingDiff.Rule, lines before: [UInt8], _ after: [UInt8]) {
        guard isRecording, before != after else { return }
        func lines(_ bytes: [UInt8]) -> [Substring] {
            String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let (old, new) = (lines(before), lines(after))
        for (index, (old, new)) in zip(old, new).enumerated() where old != new {
            changes.append(
                BindingDiff.Change(
                    path: FieldPath(part: part), rule: rule, parameters: PlaceholderText.names(in: String(old)),
                    before: String(old), after: String(new), line: index + 1))
        }
    }

    private mutating func compare(
        _ before: XMLTree.Element, _ after: XMLTree.Element, _ steps: [FieldPath.Step], _ rule: BindingDiff.Rule
    ) {
        guard before != after else { return }
        let hasElements = { (element: XMLTree.Element) in element.elements.contains { _ in true } }
        let isField = FieldKeys.isLeaf(before) && FieldKeys.isLeaf(after) && !steps.isEmpty
        if isField || !hasElements(before) && !hasElements(after) {
            let (old, new) = (Self.value(of: before), Self.value(of: after))
            if old != new {
                note(steps, rule, old, new, at: before.position)
                return
            }
        }
        for name in Self.names(before, after) {
            let (old, new) = (before.attribute(name), after.attribute(name))
            if old != new { note(steps, rule, old, new, at: before.position, attribute: name.local) }
        }
        guard !isField else { return }
        let (old, new) = (Array(before.elements), Array(after.elements))
        let (oldSteps, newSteps) = (TreeSteps.steps(old), TreeSteps.steps(new))
        for pair in Self.pairs(old, new) {
            switch pair {
            case (let i?, let j?): compare(old[i], new[j], steps + [newSteps[j]], rule)
            case (let i?, nil): note(steps + [oldSteps[i]], rule, Self.value(of: old[i]), nil, at: old[i].position)
            case (nil, let j?): note(steps + [newSteps[j]], rule, nil, Self.value(of: new[j]), at: before.position)
            case (nil, nil): break
            }
        }
    }

    private mutating func note(
        _ steps: [FieldPath.Step], _ rule: BindingDiff.Rule, _ before: String?, _ after: String?,
        at position: XMLPosition?, attribute: String? = nil
    ) {
        changes.append(
            BindingDiff.Change(
                path: FieldPath(part: part, steps: steps), attribute: attribute, rule: rule,
                parameters: rule == .platzhalter ? PlaceholderText.names(in: before ?? "") : [], before: before,
                after: after, line: position?.line, column: position?.column))
    }

    private static func names(_ before: XMLTree.Element, _ after: XMLTree.Element) -> [XMLName] {
        let old = before.attributes.map(\.name)
        return old + after.attributes.map(\.name).filter { !old.contains($0) }
    }

    /// A field as a person reads it; an identity with agency and scheme, without which it says nothing.
    private static func value(of element: XMLTree.Element) -> String {
        if element["schemeID"] != nil || element["schemeAgencyID"] != nil {
            return ObjektKennung(
                schemeAgencyID: element["schemeAgencyID"] ?? "", schemeID: element["schemeID"] ?? "",
                value: element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            ).description
        }
        return FieldKeys.value(of: element)
    }

    /// Which children before and after are the same, in order: equal ones first, then those of one name.
    private static func pairs(_ old: [XMLTree.Element], _ new: [XMLTree.Element]) -> [(Int?, Int?)] {
        if old.map(\.name) == new.map(\.name) { return old.indices.map { ($0, $0) } }
        // The longest common sequence, where an equal element counts more than one that only has the name.
        var best = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                let match = old[i].name == new[j].name ? (old[i] == new[j] ? 3 : 1) + best[i + 1][j + 1] : 0
                best[i][j] = max(match, best[i + 1][j], best[i][j + 1])
            }
        }
        var result: [(Int?, Int?)] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i].name == new[j].name,
                best[i][j] == (old[i] == new[j] ? 3 : 1) + best[i + 1][j + 1]
            {
                result.append((i, j))
                i += 1
                j += 1
            } else if i < old.count, best[i][j] == best[i + 1][j] {
                result.append((i, nil))
                i += 1
            } else {
                result.append((nil, j))
                j += 1
            }
        }
        return result
    }
}
