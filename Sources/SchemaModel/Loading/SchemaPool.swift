import XMLCore

/// The documents at hand in which a namespace may be looked for. They are looked into only when a location leads nowhere.
struct SchemaPool {
    /// What the beginning of a schema document tells.
    private struct Sketch {
        var namespace: String?
        var includes: Set<Substring>
    }

    private var keys: [DocumentKey] = []
    private var sketches: [DocumentKey: Sketch] = [:]

    var isEmpty: Bool { keys.isEmpty }

    mutating func add(_ more: [DocumentKey]) {
        keys += more.filter { !keys.contains($0) }
    }

    /// The documents whose file has a name.
    func keys(named name: Substring) -> [DocumentKey] { keys.filter { $0.fileName == name } }

    /// The documents of a namespace, in the order in which they were named.
    mutating func keys(of namespace: String?, stock: SchemaStock) -> [DocumentKey] {
        keys.filter { sketch($0, stock)?.namespace == namespace && sketch($0, stock) != nil }
    }

    /// Those that no other of them includes.
    mutating func heads(_ candidates: [DocumentKey], stock: SchemaStock) -> [DocumentKey] {
        let included = candidates.reduce(into: Set<Substring>()) { $0.formUnion(sketch($1, stock)?.includes ?? []) }
        return candidates.filter { !included.contains($0.fileName) }
    }

    private mutating func sketch(_ key: DocumentKey, _ stock: SchemaStock) -> Sketch? {
        if let known = sketches[key] { return known.namespace == "\u{0}" ? nil : known }
        let sketch = Self.sketch(key, stock)
        sketches[key] = sketch ?? Sketch(namespace: "\u{0}", includes: [])
        return sketch
    }

    /// Reads as far as the first component; a document that cannot be read is not at hand.
    private static func sketch(_ key: DocumentKey, _ stock: SchemaStock) -> Sketch? {
        guard let bytes = try? stock.read(key), var reader = try? XMLEventReader(.bytes(bytes), limits: .schema) else {
            return nil
        }
        var sketch: Sketch?
        while let event = try? reader.next() {
            guard case .startElement(let start) = event else { continue }
            guard start.name.namespace == BuiltinSchemas.xsdNamespace else { return sketch }
            switch start.name.local {
            case "schema": sketch = Sketch(namespace: start["targetNamespace"], includes: [])
            case "include", "redefine":
                if let location = start["schemaLocation"] { sketch?.includes.insert(location.fileName) }
                guard (try? reader.skipElement()) != nil else { return sketch }
            case "annotation", "import":
                guard (try? reader.skipElement()) != nil else { return sketch }
            default: return sketch
            }
        }
        return sketch
    }
}
