/// What may stand for an element or a type in a document.
extension SchemaComponents {
    /// The elements that may stand where an element is declared: itself, unless it is abstract, and members of its
    /// substitution group, sorted by name (XML Schema Part 1, 3.3.6).
    public func standIns(for id: ElementID) -> [ElementID] {
        let head = self[id]
        var result = head.isAbstract ? [] : [id]
        guard head.isGlobal, !head.block.contains(.substitution) else { return result }
        var blocked = head.block
        if let complex = self[head.type].complex { blocked.formUnion(complex.block) }
        for member in substitutes[id] ?? [] where !self[member].isAbstract {
            if isType(self[member].type, derivedFrom: head.type, without: blocked) { result.append(member) }
        }
        return result
    }

    /// The types that an element may have by `xsi:type`: its own, unless it is abstract, and complex ones derived from it.
    public func standIns(forTypeOf element: ElementDeclaration) -> [TypeID] {
        guard let complex = self[element.type].complex, builtin(element.type) == nil else { return [element.type] }
        var result = complex.isAbstract ? [] : [element.type]
        let blocked = element.block.union(complex.block)
        for id in descendants(of: element.type) {
            guard let derived = self[id].complex, self[id].name != nil, !derived.isAbstract,
                isType(id, derivedFrom: element.type, without: blocked)
            else { continue }
            result.append(id)
        }
        return result
    }

    private func isType(_ type: TypeID, derivedFrom ancestor: TypeID, without blocked: Set<Derivation>) -> Bool {
        var current = type
        while current != ancestor {
            if blocked.contains(self[current].derivation) { return false }
            guard let base = self[current].base else { return false }
            current = base
        }
        return true
    }
}
