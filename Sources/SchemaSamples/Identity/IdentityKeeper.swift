import Findings
import SchemaModel
import XMLCore

/// Makes the values of a document meet the identity constraints (XML Schema Part 1, 3.11): what must be unique gets other
/// values, what refers takes a value of the key.
struct IdentityKeeper {
    private let plan: SamplePlan
    private var random: SampleRandom
    /// The declaration of an element that a field takes though it has no value: a sample without it may hold.
    private(set) var obstacle: ElementID?

    init(_ plan: SamplePlan, random: SampleRandom) {
        self.plan = plan
        self.random = random
    }

    private struct Scope {
        var element: SampleElement
        var constraint: IdentityConstraint
        var selector: IdentityPath
        var fields: [IdentityPath]

        /// The values of each element that is selected; nil for a field that is missing.
        ///
        /// - Throws: `SampleError` where a field has several values (XML Schema Part 1, 3.11.4).
        func rows() throws(SampleError) -> [[SampleField?]] {
            var result: [[SampleField?]] = []
            for node in selector.elements(from: element) {
                let found = fields.map { $0.fields(of: node) }
                guard found.allSatisfy({ $0.count < 2 }) else { throw IdentityKeeper.unsatisfied(constraint) }
                result.append(found.map(\.first))
            }
            return result
        }
    }

    /// Changes values until all constraints hold.
    mutating func settle(_ root: SampleElement) throws(SampleError) {
        var scopes: [Scope] = []
        collect(root, &scopes)
        guard !scopes.isEmpty else { return }
        for scope in scopes { try refuseElementsWithoutValue(scope) }
        // A value may be part of several constraints: what one changes another may have to mend.
        for _ in 0..<6 {
            var changed = false
            for scope in scopes where !scope.constraint.isReference { changed = try makeUnique(scope) || changed }
            for scope in scopes where scope.constraint.isReference { changed = try refer(scope, scopes) || changed }
            if !changed { return }
        }
        throw Self.unsatisfied(scopes[0].constraint)
    }

    private func collect(_ element: SampleElement, _ scopes: inout [Scope]) {
        for child in element.elements { collect(child, &scopes) }
        guard let id = element.declaration else { return }
        for constraint in plan.components[id].identityConstraints {
            scopes.append(
                Scope(
                    element: element, constraint: constraint,
                    selector: IdentityPath(constraint.selector, prefixes: constraint.namespaces),
                    fields: constraint.fields.map { IdentityPath($0, prefixes: constraint.namespaces) }))
        }
    }

    /// A field must be an attribute or an element with simple content (XML Schema Part 1, 3.11.4, rule 3): where a path such
    /// as `.//*` meets an element of the same name with children, no document may have that element.
    private mutating func refuseElementsWithoutValue(_ scope: Scope) throws(SampleError) {
        for field in try scope.rows().joined() {
            guard let field, field.attribute == nil, let id = field.element.declaration,
                plan.hasNoValue(id, schemaType: field.element.schemaType)
            else { continue }
            obstacle = id
            throw Self.unsatisfied(scope.constraint)
        }
    }

    private mutating func makeUnique(_ scope: Scope) throws(SampleError) -> Bool {
        var seen = Set<[String]>()
        var changed = false
        for row in try scope.rows() {
            let fields = row.compactMap { $0 }
            guard fields.count == row.count else {
                // XML Schema Part 1, 3.11.4: a key must be there, a unique value need not.
                if case .key = scope.constraint.kind { throw Self.unsatisfied(scope.constraint) }
                continue
            }
            if seen.insert(fields.map(\.value)).inserted { continue }
            var isNew = false
            for attempt in 0..<200 where !isNew {
                let field = fields[attempt % fields.count]
                guard let type = field.type, let value = plan.rules[type]?.make(&random) else { continue }
                field.value = value
                isNew = seen.insert(fields.map(\.value)).inserted
            }
            guard isNew else { throw Self.unsatisfied(scope.constraint) }
            changed = true
        }
        return changed
    }

    private mutating func refer(_ scope: Scope, _ scopes: [Scope]) throws(SampleError) -> Bool {
        guard case .keyReference(let key) = scope.constraint.kind else { return false }
        var targets: [[String]] = []
        for other in scopes where other.constraint.name == key && Self.holds(other.element, in: scope.element) {
            for row in try other.rows() {
                let fields = row.compactMap { $0?.value }
                if fields.count == row.count { targets.append(fields) }
            }
        }
        var changed = false
        for row in try scope.rows() {
            let fields = row.compactMap { $0 }
            guard fields.count == row.count else { continue }
            let values = fields.map(\.value)
            if targets.contains(where: { $0 == values }) { continue }
            let fitting = targets.filter { target in
                zip(fields, target).allSatisfy { field, value in
                    field.value == value || field.type.map { plan.rules[$0]?.accepts(value) ?? true } ?? false
                }
            }
            guard let target = random.pick(fitting) else { throw Self.unsatisfied(scope.constraint) }
            for (field, value) in zip(fields, target) { field.value = value }
            changed = true
        }
        return changed
    }

    /// Whether an element is another one or below it.
    private static func holds(_ element: SampleElement, in ancestor: SampleElement) -> Bool {
        element === ancestor || ancestor.elements.contains { holds(element, in: $0) }
    }

    static func unsatisfied(_ constraint: IdentityConstraint) -> SampleError {
        SampleError(
            .unsatisfied, at: constraint.location,
            Message(
                de: "Es wurden keine Werte gefunden, mit denen „\(constraint.name.local)“ erfüllt ist.",
                en: "No values were found with which “\(constraint.name.local)” holds."),
            hint: Message(
                de:
                    "Versuchen Sie einen anderen --seed oder --minimal; sonst lässt das Schema keine gültige Instanz zu.",
                en: "Try another --seed or --minimal; else the schema allows no valid instance."))
    }
}

extension IdentityConstraint {
    fileprivate var isReference: Bool {
        if case .keyReference = kind { true } else { false }
    }
}
