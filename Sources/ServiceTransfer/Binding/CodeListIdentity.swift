import CodeLists
import XMLCore

/// What a genericode list is: its canonical version URI (genericode 1.0, `Identification/CanonicalVersionUri`).
enum CodeListIdentity {
    /// The scheme under which the store keeps lists.
    static let scheme = "canonicalVersionUri"

    /// The URI that a list says of itself, or nil when the bytes are no list. Only its beginning is read.
    static func canonicalVersionURI(_ bytes: [UInt8]) -> String? {
        guard var reader = try? XMLEventReader(.bytes(bytes)) else { return nil }
        while let event = try? reader.next() {
            guard case .startElement(let start) = event else { continue }
            switch start.name.local {
            case "CanonicalVersionUri":
                return (try? reader.readText())?.split(whereSeparator: \.isWhitespace).joined()
            case "ColumnSet", "SimpleCodeList": return nil
            default: continue
            }
        }
        return nil
    }

    /// The lists that a package holds.
    static func lists(in package: LoadedPackage) -> Set<String> {
        let parts = package.manifest.bestandteile.filter { $0.rolle == .codeliste }
        return Set(parts.compactMap { canonicalVersionURI(package.bytes(of: $0) ?? []) })
    }

    /// The codes of a list that a package holds, named with or without version; nil when it does not hold it.
    static func lookup(_ uri: String, in package: LoadedPackage) -> CodeListLookup? {
        for part in package.manifest.bestandteile where part.rolle == .codeliste {
            guard let bytes = package.bytes(of: part), let found = canonicalVersionURI(bytes),
                found == uri || found.hasPrefix(uri + "_"),
                let list = try? GenericodeReader().read(bytes: bytes, name: part.pfad)
            else { continue }
            return try? CodeListLookup(list)
        }
        return nil
    }
}
