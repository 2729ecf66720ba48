import SchemaModel
import XMLCore

/// Types, and the declarations of elements and attributes that have them.
extension SchemaComparison {
    mutating func compare(_ pair: Pair, _ label: String) {
        switch (old.builtin(pair.old), new.builtin(pair.new)) {
        case (.anyType, .anyType): return
        case (_, .anyType):
            // What is not declared has no type, and so is no key and no xs:ID.
            let kind: SchemaDiff.Kind = needsTypedValues ? .changed : .widened
            return add(kind, label, old: typeName(old, pair.old), new: "xs:anyType")
        case (.anyType, _): return add(.narrowed, label, old: "xs:anyType", new: typeName(new, pair.new))
        default: break
        }
        if old[pair.old].simple != nil, new[pair.new].simple != nil { return compareValues(pair, label) }
        let left = old[pair.old].complex
        let right = new[pair.new].complex
        compareContent(left, right, pair, label)
        compareAttributes(left, right, label)
        if let left, let right {
            if left.isAbstract != right.isAbstract {
                add(
                    right.isAbstract ? .narrowed : .widened, label, old: right.isAbstract ? nil : "abstract",
                    new: right.isAbstract ? "abstract" : nil)
            }
            compareDerived(pair, label)
        } else if left != nil {
            compareDerived(pair, label)
        }
    }

    mutating func compareValues(_ pair: Pair, _ label: String) {
        for change in values.changes(pair) { add(change.kind, label, old: change.old, new: change.new) }
    }

    private func simpleContent(_ type: ComplexType?, _ id: TypeID) -> TypeID? {
        guard let type else { return id }
        if case .simple(let content) = type.content { return content }
        return nil
    }

    private mutating func compareContent(_ left: ComplexType?, _ right: ComplexType?, _ pair: Pair, _ label: String) {
        switch (simpleContent(left, pair.old), simpleContent(right, pair.new)) {
        case (let before?, let after?):
            let inner = Pair(old: before, new: after)
            if inner != pair { compareValues(inner, label) }
        case (nil, nil):
            guard let left, let right else { return }
            compareElements(left, right, label)
            if left.isMixed, !right.isMixed { add(.narrowed, label, old: "mixed") }
            if !left.isMixed, right.isMixed { add(.widened, label, new: "mixed") }
        case (let before, let after):
            add(
                .changed, label, old: before == nil ? "elements" : "simpleContent",
                new: after == nil ? "elements" : "simpleContent")
        }
    }

    // MARK: Declarations

    /// What an element declaration says beside its name, its type and how often it may occur.
    mutating func compareDeclarations(_ left: ElementID, _ right: ElementID, _ name: String) {
        let before = old[left]
        let after = new[right]
        if before.isNillable, !after.isNillable { add(.narrowed, name, old: "nillable") }
        if !before.isNillable, after.isNillable { add(.widened, name, new: "nillable") }
        compareFixed(before.fixedValue, after.fixedValue, name)
        compareDefault(
            before.defaultValue, after.defaultValue, name,
            isFixed: before.fixedValue != nil || after.fixedValue != nil)
        let oldBlock = blocked(before, old)
        let newBlock = blocked(after, new)
        if oldBlock != newBlock {
            func text(_ block: Set<Derivation>) -> String? {
                block.isEmpty ? nil : "block=\"\(block.map(\.rawValue).sorted().joined(separator: " "))\""
            }
            let isNarrower = !newBlock.isSubset(of: oldBlock)
            add(isNarrower ? .narrowed : .widened, name, old: text(oldBlock), new: text(newBlock))
        }
        compareConstraints(before.identityConstraints, after.identityConstraints, name)
    }

    private func blocked(_ element: ElementDeclaration, _ components: SchemaComponents) -> Set<Derivation> {
        element.block.union(components[element.type].complex?.block ?? [])
    }

    private mutating func compareFixed(_ left: String?, _ right: String?, _ name: String) {
        if left == right { return }
        add(
            right == nil ? .widened : left == nil ? .narrowed : .changed, name, old: left.map { "fixed=\"\($0)\"" },
            new: right.map { "fixed=\"\($0)\"" })
    }

    /// Documents stay valid, but what they leave out means something else.
    private mutating func compareDefault(_ left: String?, _ right: String?, _ name: String, isFixed: Bool) {
        if left == right || isFixed { return }
        add(
            .changed, name, old: left.map { "default=\"\($0)\"" }, new: right.map { "default=\"\($0)\"" },
            isBreaking: false)
    }

    // MARK: Attributes

    private mutating func compareAttributes(_ left: ComplexType?, _ right: ComplexType?, _ label: String) {
        let before = (left?.attributes ?? []).filter { !$0.isProhibited }
        let after = (right?.attributes ?? []).filter { !$0.isProhibited }
        let matches = matched(before.map(\.name), after.map(\.name))
        let oldWildcard = left?.anyAttribute.map(names.new)
        let newWildcard = right?.anyAttribute
        for attribute in before where matches[attribute.name] == nil {
            let name = "\(label)/@\(attribute.name.local)"
            let use = attribute.isRequired ? "required" : "optional"
            if let newWildcard, newWildcard.isOpen(for: names.new(attribute.name)) {
                add(.changed, name, old: use, new: newWildcard.text, isBreaking: needsTypedValues)
            } else {
                add(.removed, name, old: use)
            }
        }
        let common = Dictionary(matches.map { ($1, $0) }) { first, _ in first }
        for attribute in after {
            let name = "\(label)/@\(attribute.name.local)"
            let use = attribute.isRequired ? "required" : "optional"
            guard let match = before.first(where: { $0.name == common[attribute.name] }) else {
                if let oldWildcard, oldWildcard.allows(attribute.name.namespace), !attribute.isRequired {
                    add(.narrowed, name, old: oldWildcard.text, new: use)
                } else {
                    add(attribute.isRequired ? .required : .added, name, new: use)
                }
                continue
            }
            noteName(match.name, attribute.name, name)
            if attribute.isRequired, !match.isRequired { add(.required, name, old: "optional", new: "required") }
            if !attribute.isRequired, match.isRequired { add(.widened, name, old: "required", new: "optional") }
            compareFixed(match.fixedValue, attribute.fixedValue, name)
            compareDefault(
                match.defaultValue, attribute.defaultValue, name,
                isFixed: match.fixedValue != nil || attribute.fixedValue != nil)
            let pair = Pair(old: match.type, new: attribute.type)
            compareKeyed(pair, attribute.name, name)
            follow(pair, name)
        }
        compareWildcards(left?.anyAttribute.map { [$0] } ?? [], newWildcard.map { [$0] } ?? [], label + "/@*")
    }

    /// Notes the new namespace of a name, or tells another form of it.
    mutating func noteName(_ left: XMLName, _ right: XMLName, _ component: String) {
        if names.new(left) == right {
            noteRename(left, right)
        } else if left.namespace != right.namespace {
            add(.changed, component, old: left.description, new: right.description)
        }
    }
}
