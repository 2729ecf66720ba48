/// Finds the fields that must live elsewhere: those of types that contain themselves, and large ones, so that values stay
/// small enough to be handed around.
struct IndirectionFinder {
    /// The greatest size of a field in bytes, as estimated.
    static let bound = 64
    /// The same for fields that may be left out: most of them are, and take their room all the same.
    static let optionalBound = 32

    private var plan: SwiftPlan
    private var sizes: [Int: Int] = [:]
    private var component: [Int: Int] = [:]

    static func mark(_ plan: inout SwiftPlan) {
        var finder = IndirectionFinder(plan: plan)
        finder.findCycles()
        for index in plan.types.indices { finder.markFields(of: index) }
        plan = finder.plan
    }

    private init(plan: SwiftPlan) { self.plan = plan }

    private func target(_ content: SwiftPlan.Content) -> Int? {
        switch content {
        case .generated(let index):
            if case .alias(let other) = plan.types[index].kind { return target(other) }
            return index
        case .runtime: return nil
        case .wrapped("XMLNillable", let inner): return target(inner)
        case .wrapped: return nil
        }
    }

    private func inlineTargets(_ index: Int) -> [Int] {
        switch plan.types[index].kind {
        case .structure(let fields, _, _), .choice(let fields):
            return fields.compactMap { field in
                if case .many = field.occurrence { return nil }
                return target(field.content)
            }
        case .variants(let variants): return variants.compactMap { target($0.content) }
        default: return []
        }
    }

    /// Tarjan's strongly connected components, without recursion.
    private mutating func findCycles() {
        var order: [Int: Int] = [:]
        var low: [Int: Int] = [:]
        var stack: [Int] = []
        var onStack = Set<Int>()
        var next = 0
        var componentNumber = 0
        for start in plan.types.indices where order[start] == nil {
            var work: [(node: Int, targets: [Int], at: Int)] = []
            func enter(_ node: Int) {
                order[node] = next
                low[node] = next
                next += 1
                stack.append(node)
                onStack.insert(node)
                work.append((node, inlineTargets(node), 0))
            }
            enter(start)
            while let top = work.last {
                if top.at < top.targets.count {
                    work[work.count - 1].at += 1
                    let target = top.targets[top.at]
                    if order[target] == nil {
                        enter(target)
                    } else if onStack.contains(target) {
                        low[top.node] = min(low[top.node] ?? 0, order[target] ?? 0)
                    }
                } else {
                    work.removeLast()
                    if let parent = work.last?.node { low[parent] = min(low[parent] ?? 0, low[top.node] ?? 0) }
                    if low[top.node] == order[top.node] {
                        while let member = stack.popLast() {
                            onStack.remove(member)
                            component[member] = componentNumber
                            if member == top.node { break }
                        }
                        componentNumber += 1
                    }
                }
            }
        }
    }

    private mutating func markFields(of index: Int) {
        switch plan.types[index].kind {
        case .structure(var fields, let isGroup, let isAll):
            for at in fields.indices { fields[at].isIndirect = mustBeIndirect(fields[at], in: index) }
            plan.types[index].kind = .structure(fields: fields, isGroup: isGroup, isAll: isAll)
        case .choice(var cases):
            for at in cases.indices { cases[at].isIndirect = mustBeIndirect(cases[at], in: index) }
            plan.types[index].kind = .choice(cases: cases)
        default: break
        }
    }

    private mutating func mustBeIndirect(_ field: SwiftPlan.Field, in index: Int) -> Bool {
        if case .many = field.occurrence { return false }
        guard let target = target(field.content) else { return false }
        let bound = field.occurrence == .optional ? Self.optionalBound : Self.bound
        return component[target] == component[index] || size(target) > bound
    }

    private mutating func size(_ index: Int) -> Int {
        if let known = sizes[index] { return known }
        sizes[index] = 8
        var result = 0
        switch plan.types[index].kind {
        case .structure where plan.types[index].module != nil:
            // Its fields are not known here.
            result = Self.bound + 1
        case .structure(let fields, _, _):
            for field in fields {
                result += mustBeIndirect(field, in: index) ? 8 : fieldSize(field)
            }
        case .choice(let cases):
            for field in cases { result = max(result, mustBeIndirect(field, in: index) ? 8 : fieldSize(field)) }
            result += 1
        case .variants: result = 9
        case .enumeration(_, let isOpen): result = isOpen ? 16 : 2
        case .refined(let base, _, _): result = contentSize(base)
        case .union(let cases): result = (cases.map { contentSize($0.content) }.max() ?? 0) + 1
        case .alias(let content): result = contentSize(content)
        }
        sizes[index] = result
        return result
    }

    private mutating func fieldSize(_ field: SwiftPlan.Field) -> Int {
        if case .many = field.occurrence { return 8 }
        return contentSize(field.content)
    }

    private mutating func contentSize(_ content: SwiftPlan.Content) -> Int {
        switch content {
        case .generated(let index): return size(index)
        case .wrapped("XMLNillable", let inner): return contentSize(inner) + 1
        case .wrapped: return 8
        case .runtime(let name):
            switch name {
            case "String", "XSDDecimal", "XSDInteger", "XSDNonNegativeInteger", "XSDPositiveInteger",
                "XSDNonPositiveInteger", "XSDNegativeInteger", "XSDBase64", "XSDHexBinary", "XSDNCName", "XSDName",
                "XSDNameToken", "XSDLanguage", "XMLLanguageTag", "XMLTypeName":
                return 16
            case "Bool", "Int8", "UInt8": return 1
            case "XSDDateTime", "XSDDate", "XSDTime", "XSDYear", "XSDYearMonth", "XSDMonth", "XSDMonthDay", "XSDDay":
                return 32
            case "XMLAnyElement", "XMLAnyContent", "XSDQName", "XSDDuration": return 80
            default: return 8
            }
        }
    }
}
