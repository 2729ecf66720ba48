/// What may stand for an element or a type in a document.
extension SchemaComponents {
    /// The elements that may stand where an element is declared: itself, unless it is abstract, and members of its
    /// substitution group, sorted by name (XML Schema Part 1, 3.3.6).
    public func standIns(for id: ElementID) -> [ElementID] {
        ([id] + (substitutes[id] ?? [])).filter { !self[$0].isAbstract }
    }

    /// The types that an element may have by `xsi:type`: its own, unless it is abstract, and complex ones derived from it.
    public func standIns(forTypeOf element: ElementDeclaration) -> [TypeID] {
        guard let complex = self[element.type].complex, builtin(element.type) == nil else { return [element.type] }
        var result = complex.isAbstract ? [] : [element.type]
        for id in descendants(of: element.type) {
            guard let derived = self[id].complex, self[id].name != nil, !derived.isAbstract,
                mayStand(id, for: element.type, blocked: element.block)
            else { continue }
            result.append(id)
        }
        return result
    }
}
