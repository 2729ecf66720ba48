import XMLCore

extension XMLTree.Element {
    /// Removes child elements with the blanks before them; `isUnwanted` may change those that stay.
    mutating func removeElements(where isUnwanted: (inout XMLTree.Element) -> Bool) {
        var kept: [XMLTree.Node] = []
        for node in children {
            guard case .element(var child) = node else {
                kept.append(node)
                continue
            }
            guard isUnwanted(&child) else {
                kept.append(.element(child))
                continue
            }
            if case .text(let text)? = kept.last, text.allSatisfy(\.isWhitespace) { kept.removeLast() }
        }
        children = kept
    }
}
