import SchemaModel
import XMLCore

/// What must be unique and what refers (XML Schema Part 1, 3.11).
extension SchemaComparison {
    mutating func compareConstraints(
        _ before: [IdentityConstraint], _ after: [IdentityConstraint], _ label: String
    ) {
        let left = before.map { (constraint: $0, text: text($0, isOld: true)) }
        let right = after.map { (constraint: $0, text: text($0, isOld: false)) }
        for one in right where !left.contains(where: { $0.text == one.text }) {
            let match = left.first { $0.constraint.name.local == one.constraint.name.local }
            // A key demands its values; what was a key and need only be unique now demands less.
            let isLess =
                match.map {
                    $0.constraint.kind == .key && one.constraint.kind == .unique
                        && $0.text.dropFirst(3) == one.text.dropFirst(6)
                } ?? false
            add(
                isLess ? .widened : .narrowed, label, old: match.map { $0.text },
                new: one.text)
        }
        for one in left
        where !right.contains(where: { $0.text == one.text || $0.constraint.name.local == one.constraint.name.local }) {
            add(.widened, label, old: one.text)
        }
    }

    /// Values of keys are equal only when their types have the same primitive type (Part 1, 3.11.4; Part 2, 2.2): another
    /// type may part what referred to one another.
    mutating func compareKeyed(_ pair: Pair, _ name: XMLName, _ component: String) {
        guard newKeys.areThere, newKeys.isWild || newKeys.names.contains(name.local) else { return }
        func kind(_ id: TypeID, _ components: SchemaComponents) -> String? {
            var type = id
            if case .simple(let content) = components[id].complex?.content { type = content }
            guard let simple = components[type].simple else { return nil }
            guard case .atomic(let builtin) = simple.variety else { return "simpleType" }
            return "xs:\(builtin.primitive.rawValue), whiteSpace \((simple.facets.whiteSpace ?? .collapse).rawValue)"
        }
        guard let left = kind(pair.old, old), let right = kind(pair.new, new), left != right else { return }
        add(.changed, component, old: left, new: right)
    }

    /// The sort and the paths, with the namespaces that prefixes mean left out where they are the usual ones.
    private func text(_ constraint: IdentityConstraint, isOld: Bool) -> String {
        func path(_ text: String, _ prefixes: [String: String]) -> String {
            let steps = text.split(separator: "|").map { way in
                way.filter { !$0.isWhitespace }.split(separator: "/", omittingEmptySubsequences: false).map { step in
                    var step = String(step)
                    if step.hasPrefix("child::") { step.removeFirst(7) }
                    if step.hasPrefix("attribute::") { step = "@" + step.dropFirst(11) }
                    guard let colon = step.firstIndex(of: ":") else { return step }
                    let prefix = step[..<colon].filter { $0 != "@" }
                    let namespace = prefixes[prefix].flatMap { isOld ? names.new($0) : $0 } ?? ""
                    return (step.hasPrefix("@") ? "@" : "") + "{\(namespace)}" + step[colon...].dropFirst()
                }.joined(separator: "/")
            }
            return steps.sorted().joined(separator: "|")
        }
        func paths(_ constraint: IdentityConstraint) -> String {
            let fields = constraint.fields.map { path($0, constraint.namespaces) }.joined(separator: ", ")
            return path(constraint.selector, constraint.namespaces) + " (" + fields + ")"
        }
        switch constraint.kind {
        case .key: return "key \(paths(constraint))"
        case .unique: return "unique \(paths(constraint))"
        case .keyReference(let name):
            let components = isOld ? old : new
            let key = components.constraint(named: name)
            return "keyref \(paths(constraint)) → \(key.map(paths) ?? name.local)"
        }
    }
}

/// The names of the values that a version's identity constraints compare.
struct KeyNames {
    /// Whether there are any constraints.
    private(set) var areThere = false
    /// Whether a path ends in anything, or at what was selected.
    private(set) var isWild = false
    private(set) var names = Set<String>()

    init(_ components: SchemaComponents) {
        for constraint in components.elements.flatMap(\.identityConstraints) {
            areThere = true
            for field in constraint.fields {
                for way in field.split(separator: "|") {
                    let step = way.split(separator: "/").last ?? ""
                    let name = step.split(separator: ":").last.map { $0.filter { !$0.isWhitespace && $0 != "@" } } ?? ""
                    if name == "*" || name == "." { isWild = true } else { names.insert(name) }
                }
            }
        }
    }
}

extension SchemaComponents {
    /// A key or a unique constraint by its name.
    fileprivate func constraint(named name: XMLName) -> IdentityConstraint? {
        for element in elements {
            if let found = element.identityConstraints.first(where: { $0.name == name }) { return found }
        }
        return nil
    }
}
