import XMLCore

/// Names elements by what they are, so that a path stays when others come or go. In XZuFi these are the steps of
/// `FieldPath`, as `xoev transfer edit` takes them; in forms the identifier of XDatenfelder, in processes the `id`.
enum TreeSteps {
    /// The step to each of the elements among its siblings.
    static func steps(_ siblings: [XMLTree.Element]) -> [FieldPath.Step] {
        var counts: [FieldPath.Step: Int] = [:]
        return siblings.map { element in
            var step = FieldPath.Step(element.name.local, key: key(of: element))
            counts[step, default: 0] += 1
            if let count = counts[step], count > 1 { step.key = (step.key ?? "") + "#\(count)" }
            return step
        }
    }

    /// The steps to the element at the end of indices among child elements.
    static func steps(to indices: [Int], in root: XMLTree.Element) -> [FieldPath.Step] {
        var result: [FieldPath.Step] = []
        var element = root
        for index in indices {
            let siblings = Array(element.elements)
            guard siblings.indices.contains(index) else { break }
            result.append(steps(siblings)[index])
            element = siblings[index]
        }
        return result
    }

    private static func key(of element: XMLTree.Element) -> String? {
        if let own = FieldKeys.key(of: element) { return own }
        if let id = element["id"] { return id }
        if let id = identification(element) { return id }
        // A form holds its fields two levels down: struktur/enthaelt/datenfeld.
        let inner = element.name.local == "struktur" ? element.first(local: "enthaelt") : nil
        return inner?.elements.lazy.compactMap(identification).first
    }

    private static func identification(_ element: XMLTree.Element) -> String? {
        guard let id = element.first(local: "identifikation")?.first(local: "id")?.text else { return nil }
        return id.split(whereSeparator: \.isWhitespace).joined()
    }
}
