import SchemaModel
import XMLCore

/// Walks over both versions side by side.
struct SchemaComparison {
    struct Pair: Hashable {
        var old: TypeID
        var new: TypeID
    }

    /// What comparing two types found.
    private struct Result {
        var changes: [Int] = []
        var inner: [Pair] = []
        /// The namespaces of names that matched only because they were renamed: old ones and new ones.
        var renames: Set<[String]> = []
    }

    let old: SchemaComponents
    let new: SchemaComponents
    let names: NamespaceMap
    let values: ValueComparison
    let newKeys: KeyNames
    private var changes: [SchemaDiff.Change] = []
    private var results: [Pair: Result] = [:]
    private var current = Result()
    private var labels: [Pair: String] = [:]
    private(set) var commonMessages: [String] = []

    init(old: SchemaComponents, new: SchemaComponents) {
        self.old = old
        self.new = new
        names = NamespaceMap(old: old, new: new)
        values = ValueComparison(old: old, new: new)
        newKeys = KeyNames(new)
    }

    var sortedChanges: [SchemaDiff.Change] {
        var seen = Set<SchemaDiff.Change>()
        return changes.filter { seen.insert($0).inserted }.sorted {
            ($0.isBreaking ? 0 : 1, $0.component, $0.kind.rawValue, $0.old ?? "", $0.new ?? "")
                < ($1.isBreaking ? 0 : 1, $1.component, $1.kind.rawValue, $1.old ?? "", $1.new ?? "")
        }
    }

    mutating func run() {
        let before = old.rootElements.map { old[$0].name }
        let after = new.rootElements.map { new[$0].name }
        let matches = matched(before, after)
        for name in before where matches[name] == nil {
            add(.removed, name.local, old: name.local, messages: [name.local])
        }
        let common = Set(matches.values)
        for name in after where !common.contains(name) {
            add(.added, name.local, new: name.local, messages: [name.local])
        }
        var renames: [[String]: Set<String>] = [:]
        for name in before {
            guard let match = matches[name], let left = old.elementsByName[name],
                let right = new.elementsByName[match]
            else { continue }
            commonMessages.append(name.local)
            compareRoots(left, right, name.local, &renames)
        }
        commonMessages = Set(commonMessages).sorted()
        if before.isEmpty { compareNamedTypes(&renames) }
        for (namespaces, messages) in renames {
            add(.changed, "targetNamespace", old: namespaces[0], new: namespaces[1], messages: messages.sorted())
        }
    }

    private mutating func compareRoots(
        _ left: ElementID, _ right: ElementID, _ message: String, _ renames: inout [[String]: Set<String>]
    ) {
        current = Result()
        let root = Pair(old: old[left].type, new: new[right].type)
        if labels[root] == nil { labels[root] = old[root.old].name?.local ?? message }
        noteRename(old[left].name, new[right].name)
        compareDeclarations(left, right, message)
        finish(current, message, &renames)
        follow([root], message, &renames)
    }

    /// Without messages, named types are what others use.
    private mutating func compareNamedTypes(_ renames: inout [[String]: Set<String>]) {
        func named(_ components: SchemaComponents) -> [XMLName] {
            let namespaces = Set(components.documents.filter(\.isEntry).map { $0.targetNamespace ?? "" })
            return components.typesByName.filter { name, id in
                components.builtin(id) == nil && namespaces.contains(name.namespace ?? "")
            }.keys.sorted()
        }
        let before = named(old)
        let after = named(new)
        let matches = matched(before, after)
        for name in before where matches[name] == nil { add(.removed, name.local, old: name.local) }
        let common = Set(matches.values)
        for name in after where !common.contains(name) { add(.added, name.local, new: name.local) }
        for name in before {
            guard let match = matches[name], let left = old.typesByName[name], let right = new.typesByName[match]
            else { continue }
            let pair = Pair(old: left, new: right)
            if labels[pair] == nil { labels[pair] = name.local }
            if name.namespace != match.namespace {
                renames[[name.namespace ?? "", match.namespace ?? ""], default: []].formUnion([])
            }
            follow([pair], nil, &renames)
        }
    }

    /// Compares what can be reached, and adds a message to all that was found on the way.
    private mutating func follow(
        _ pairs: [Pair], _ message: String?, _ renames: inout [[String]: Set<String>]
    ) {
        var reached = Set(pairs)
        var waiting = pairs
        while let pair = waiting.popLast() {
            if results[pair] == nil {
                current = Result()
                compare(pair, labels[pair] ?? "")
                results[pair] = current
            }
            guard let result = results[pair] else { continue }
            finish(result, message, &renames)
            for next in result.inner where reached.insert(next).inserted { waiting.append(next) }
        }
    }

    private mutating func finish(
        _ result: Result, _ message: String?, _ renames: inout [[String]: Set<String>]
    ) {
        guard let message else { return }
        for index in result.changes where changes[index].messages.last != message {
            changes[index].messages.append(message)
        }
        for rename in result.renames { renames[rename, default: []].insert(message) }
    }

    // MARK: For the parts

    mutating func add(
        _ kind: SchemaDiff.Kind, _ component: String, old: String? = nil, new: String? = nil, isBreaking: Bool? = nil,
        messages: [String] = []
    ) {
        changes.append(
            SchemaDiff.Change(
                kind: kind, isBreaking: isBreaking ?? kind.isBreaking, component: component, old: old, new: new,
                messages: messages))
        current.changes.append(changes.count - 1)
    }

    /// Whether something breaking was found in the type at hand since a mark.
    func foundBreaking(since mark: Int) -> Bool {
        current.changes.contains { $0 >= mark && changes[$0].isBreaking }
    }

    /// Whether something that breaks nothing was found in the type at hand since a mark.
    func foundOther(since mark: Int) -> Bool {
        current.changes.contains { $0 >= mark && !changes[$0].isBreaking }
    }

    /// Whether the new version needs values that have types: for identity constraints, or for what `xs:IDREF` refers to.
    var needsTypedValues: Bool { newKeys.areThere || values.newRefersToIDs }

    /// The place in the changes at which the next one will stand.
    var mark: Int { changes.count }

    mutating func follow(_ pair: Pair, _ label: String) {
        if labels[pair] == nil { labels[pair] = new[pair.new].name?.local ?? old[pair.old].name?.local ?? label }
        current.inner.append(pair)
    }

    mutating func noteRename(_ left: XMLName, _ right: XMLName) {
        if left.namespace != right.namespace {
            current.renames.insert([left.namespace ?? "", right.namespace ?? ""])
        }
    }

    /// Names of both versions that mean the same: by the new namespace, else by the local name where it is the only one.
    func matched(_ before: [XMLName], _ after: [XMLName]) -> [XMLName: XMLName] {
        var result: [XMLName: XMLName] = [:]
        var taken = Set<XMLName>()
        let known = Set(after)
        for name in before where known.contains(names.new(name)) {
            result[name] = names.new(name)
            taken.insert(names.new(name))
        }
        for name in before where result[name] == nil {
            let same = after.filter { $0.local == name.local && !taken.contains($0) }
            let rivals = before.filter { $0.local == name.local && result[$0] == nil }
            if let only = same.first, same.count == 1, rivals.count == 1 {
                result[name] = only
                taken.insert(only)
            }
        }
        return result
    }

    func typeName(_ components: SchemaComponents, _ id: TypeID) -> String {
        if let builtin = components.builtin(id) { return "xs:\(builtin.rawValue)" }
        return components[id].name?.local ?? (components[id].simple == nil ? "complexType" : "simpleType")
    }
}
