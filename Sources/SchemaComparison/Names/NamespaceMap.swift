import SchemaModel
import XMLCore

/// Which namespace of an old version became which one of the new version.
///
/// Namespaces that both versions have stay as they are. Others are paired by how many names of types and elements they share:
/// `http://xoev.de/xbeteiligung/1.1` becomes `http://xoev.de/xbeteiligung/1.2`.
struct NamespaceMap {
    /// The new namespaces by the old ones; "" stands for none.
    private(set) var renamed: [String: String] = [:]

    init(old: SchemaComponents, new: SchemaComponents) {
        let before = Self.names(of: old)
        let after = Self.names(of: new)
        var pairs: [(shared: Int, old: String, new: String)] = []
        for (namespace, names) in before where after[namespace] == nil {
            for (other, otherNames) in after where before[other] == nil {
                pairs.append((names.intersection(otherNames).count, namespace, other))
            }
        }
        pairs.sort { ($1.shared, $0.old, $0.new) < ($0.shared, $1.old, $1.new) }
        var taken = Set<String>()
        for pair in pairs where pair.shared > 0 && renamed[pair.old] == nil && !taken.contains(pair.new) {
            renamed[pair.old] = pair.new
            taken.insert(pair.new)
        }
        // A schema whose names are all new is still the next version when there is one on each side.
        let entries = (Self.entries(of: old), Self.entries(of: new))
        if entries.0.count == 1, entries.1.count == 1, let only = entries.0.first, let other = entries.1.first,
            only != other, after[only] == nil, before[other] == nil, renamed[only] == nil, !taken.contains(other)
        {
            renamed[only] = other
        }
    }

    /// A name of the old version as the new one has it.
    func new(_ name: XMLName) -> XMLName { XMLName(name.local, in: new(name.namespace)) }

    /// A namespace of the old version as the new one has it.
    func new(_ namespace: String?) -> String? {
        guard let other = renamed[namespace ?? ""] else { return namespace }
        return other.isEmpty ? nil : other
    }

    /// A wildcard of the old version as the new one would write it.
    func new(_ wildcard: Wildcard) -> Wildcard {
        var result = wildcard
        switch wildcard.namespaces {
        case .any: break
        case .other(let own): result.namespaces = .other(than: new(own))
        case .listed(let names): result.namespaces = .listed(names.map { new($0) })
        }
        return result
    }

    private static func entries(of components: SchemaComponents) -> Set<String> {
        Set(components.documents.filter(\.isEntry).map { $0.targetNamespace ?? "" })
    }

    private static func names(of components: SchemaComponents) -> [String: Set<String>] {
        var result: [String: Set<String>] = [:]
        for name in components.elementsByName.keys { result[name.namespace ?? "", default: []].insert(name.local) }
        for (name, id) in components.typesByName where components.builtin(id) == nil {
            result[name.namespace ?? "", default: []].insert(name.local)
        }
        return result
    }
}
