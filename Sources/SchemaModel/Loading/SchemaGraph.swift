import CXMLSchemas
import Findings
import Foundation
import XMLCore

/// A schema document with what it refers to.
struct SchemaDocument {
    /// How a document was first reached: from which document, at which line.
    struct Origin {
        var document: Int
        var line: Int
    }

    /// An include, import or redefine.
    struct Reference {
        enum Kind { case include, redefine, importing }
        var kind: Kind
        /// Imports: the namespace, nil for none.
        var namespace: String?
        var line: Int
        /// The document it leads to; nil when it is dropped.
        var target: Int?
    }

    var key: DocumentKey?
    var name: String
    var outline: SchemaOutline
    var targetNamespace: String?
    var origin: Origin?
    var references: [Reference] = []
}

/// Finds every document that the given ones need. Each is read once.
struct SchemaGraph {
    let options: SchemaLoader.Options
    let names: SchemaNames
    var stock: SchemaStock
    var documents: [SchemaDocument] = []
    /// Warnings that do not keep the schema from compiling.
    var remarks: [Finding] = []
    private let catalog: XMLCatalog
    private var byKey: [String: Int] = [:]
    /// The number of bytes of each document that was read, beside its own: two copies of one file are one document.
    private var sizes: [(size: Int, document: Int)] = []
    private var builtin: [String: Int] = [:]
    private var pool: SchemaPool
    private var deferred: [Deferred] = []

    private struct Deferred {
        var document: Int
        var reference: Int
        var namespace: String?
        var location: String?
        var origin: SchemaDocument.Origin
    }

    init(options: SchemaLoader.Options) throws(SchemaError) {
        self.options = options
        names = try SchemaNames()
        stock = SchemaStock(limits: options.limits)
        do throws(XMLError) {
            catalog = try XMLCatalog(paths: options.catalogs)
        } catch {
            throw SchemaError(catalog: error)
        }
        pool = SchemaPool()
        for source in options.pool { pool.add(try stock.documents(of: source)) }
    }

    /// The documents of a source, which also join the pool.
    mutating func add(_ source: SchemaSource) throws(SchemaError) -> [DocumentKey] {
        let keys = try stock.documents(of: source)
        pool.add(keys)
        return keys
    }

    /// Reads a document and, in turn, everything it refers to. Returns its number.
    mutating func load(_ key: DocumentKey) throws(SchemaError) -> Int {
        let first = try read(key, origin: nil)
        try resolveAll()
        return first
    }

    // MARK: Reading

    private mutating func read(_ key: DocumentKey, origin: SchemaDocument.Origin?) throws(SchemaError) -> Int {
        if let known = byKey[key.identifier] { return known }
        let bytes = try stock.read(key)
        for (size, known) in sizes where size == bytes.count {
            guard let other = documents[known].key, try stock.read(other) == bytes else { continue }
            byKey[key.identifier] = known
            return known
        }
        let number = try add(bytes, name: stock.displayName(key), key: key, origin: origin)
        byKey[key.identifier] = number
        sizes.append((bytes.count, number))
        return number
    }

    private mutating func add(
        _ bytes: [UInt8], name: String, key: DocumentKey?, origin: SchemaDocument.Origin?
    ) throws(SchemaError) -> Int {
        guard documents.count < options.limits.maxDocuments else {
            throw SchemaError(
                .limit, at: Location(file: name),
                Message(
                    de: "Das Schema besteht aus mehr als \(options.limits.maxDocuments) Dateien (Grenze maxDocuments).",
                    en: "The schema has more than \(options.limits.maxDocuments) files (limit maxDocuments)."))
        }
        let outline = try SchemaOutline(bytes, names: names)
        let problem = outline.problem
        guard outline.isComplete else {
            let text = problem?.message ?? ""
            throw SchemaError(
                .notWellFormed,
                at: Location(
                    file: name, line: problem.flatMap { $0.line > 0 ? $0.line : nil },
                    column: problem.flatMap { $0.column > 0 ? $0.column : nil }),
                Message(
                    de: "Die Schemadatei ist nicht wohlgeformt: \(text)\(chain(origin).de)",
                    en: "The schema file is not well-formed: \(text)\(chain(origin).en)"))
        }
        guard outline.isSchema else {
            throw SchemaError(
                .notASchema, at: Location(file: name, line: 1),
                Message(
                    de:
                        "Die Datei ist kein XML Schema: Ihr Wurzelelement ist „\(names[outline.nodes[0].name])“.\(chain(origin).de)",
                    en:
                        "The file is no XML Schema: its root element is “\(names[outline.nodes[0].name])”.\(chain(origin).en)"
                ),
                hint: Message(
                    de: "Erwartet wird ein Element „schema“ aus \(BuiltinSchemas.xsdNamespace).",
                    en: "An element “schema” of \(BuiltinSchemas.xsdNamespace) is expected."))
        }
        documents.append(
            SchemaDocument(
                key: key, name: name, outline: outline,
                targetNamespace: outline.string(0, XSS_KEY_TARGET_NAMESPACE.asInt32), origin: origin))
        return documents.count - 1
    }

    // MARK: Resolving

    private mutating func resolveAll() throws(SchemaError) {
        var next = documents.firstIndex { $0.references.isEmpty && !$0.outline.references.isEmpty } ?? documents.count
        while next < documents.count {
            if documents[next].references.isEmpty { try resolveReferences(of: next) }
            next += 1
        }
        try resolveDeferred()
    }

    private mutating func resolveReferences(of number: Int) throws(SchemaError) {
        let outline = documents[number].outline
        for reference in outline.references {
            let node = Int(reference.node)
            let line = Int(outline.nodes[node].line)
            let location = outline.string(node, XSS_KEY_SCHEMA_LOCATION.asInt32)
            let origin = SchemaDocument.Origin(document: number, line: line)
            switch outline.nodes[node].kind {
            case XSS_KIND_IMPORT.asInt32:
                let namespace = outline.string(node, XSS_KEY_NAMESPACE.asInt32)
                let target = try importTarget(namespace, location, origin)
                documents[number].references.append(
                    .init(kind: .importing, namespace: namespace, line: line, target: target))
            case let kind:
                let target = try includeTarget(location ?? "", origin)
                documents[number].references.append(
                    .init(
                        kind: kind == XSS_KIND_REDEFINE.asInt32 ? .redefine : .include, namespace: nil, line: line,
                        target: target))
            }
        }
    }

    private mutating func includeTarget(
        _ location: String, _ origin: SchemaDocument.Origin
    ) throws(SchemaError) -> Int {
        let own = documents[origin.document].targetNamespace
        var target = try locate(location, origin)
        if target == nil {
            for key in pool.keys(named: location.fileName) {
                let candidate = try read(key, origin: origin)
                let namespace = documents[candidate].targetNamespace
                if namespace == nil || namespace == own { target = candidate }
                if target != nil { break }
            }
        }
        guard let target else { throw missingInclude(location, origin) }
        let namespace = documents[target].targetNamespace
        guard namespace == nil || namespace == own else {
            throw mismatch(target, expected: own, found: namespace, origin)
        }
        return target
    }

    private mutating func importTarget(
        _ namespace: String?, _ location: String?, _ origin: SchemaDocument.Origin
    ) throws(SchemaError) -> Int? {
        if let namespace {
            if BuiltinSchemas.importedWithoutDocument.contains(namespace) { return nil }
            if let known = builtin[namespace] { return known }
            if let text = BuiltinSchemas.schema(for: namespace) {
                let number = try add(Array(text.utf8), name: "(\(namespace))", key: nil, origin: origin)
                builtin[namespace] = number
                return number
            }
        }
        if let location, let target = try locate(location, origin) {
            let found = documents[target].targetNamespace
            guard found == namespace else { throw mismatch(target, expected: namespace, found: found, origin) }
            return target
        }
        if let target = try poolTarget(namespace, location, origin) { return target }
        // Another document may yet bring the namespace.
        deferred.append(
            Deferred(
                document: origin.document, reference: documents[origin.document].references.count, namespace: namespace,
                location: location, origin: origin))
        return nil
    }

    /// Imports that led nowhere: a document that came by another way will do; a namespace of which nothing is used may be
    /// missing.
    private mutating func resolveDeferred() throws(SchemaError) {
        let waiting = deferred
        deferred = []
        for item in waiting {
            if let namespace = item.namespace,
                let known = documents.firstIndex(where: { $0.targetNamespace == namespace })
            {
                documents[item.document].references[item.reference].target = known
                continue
            }
            let space = item.namespace.flatMap { names.find($0) } ?? -1
            let isUsed = documents[item.document].outline.attributes.contains { attribute in
                (XSS_KEY_REF.asInt32...XSS_KEY_REFER.asInt32).contains(attribute.key) && attribute.space == space
            }
            let finding = missingImport(item.namespace, item.location, item.origin, isUsed: isUsed)
            if isUsed { throw SchemaError(.missingImport, first: finding) }
            remarks.append(finding)
        }
    }

    /// The document at a location: by catalog, or relative to the one that names it. Never the network, never an absolute
    /// path that a schema names.
    private mutating func locate(_ location: String, _ origin: SchemaDocument.Origin) throws(SchemaError) -> Int? {
        guard !location.isEmpty else { return nil }
        if let path = catalog.path(for: location) {
            return try read(DocumentKey(container: -1, path: path), origin: origin)
        }
        guard let key = documents[origin.document].key, !location.hasScheme, !location.hasPrefix("/") else {
            return nil
        }
        let plain = location.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(location[..<$0]) } ?? location
        let target = key.resolving(plain)
        if stock.exists(target) { return try read(target, origin: origin) }
        guard plain.utf8.contains(UInt8(ascii: "%")), let decoded = plain.removingPercentEncoding else { return nil }
        let other = key.resolving(decoded)
        return stock.exists(other) ? try read(other, origin: origin) : nil
    }

    /// A document of a namespace among those at hand: the one whose file is named like the location, else the only one,
    /// else the only one that no other of them includes.
    private mutating func poolTarget(
        _ namespace: String?, _ location: String?, _ origin: SchemaDocument.Origin
    ) throws(SchemaError) -> Int? {
        let candidates = pool.keys(of: namespace, stock: stock)
        if let location, let same = candidates.first(where: { $0.fileName == location.fileName }) {
            return try read(same, origin: origin)
        }
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 { return try read(first, origin: origin) }
        let heads = pool.heads(candidates, stock: stock)
        guard let head = heads.first else { return try read(first, origin: origin) }
        return try read(head, origin: origin)
    }

    /// The part of the graph that some of its documents need, and their numbers in it.
    func part(from entries: [Int]) -> (graph: SchemaGraph, entries: [Int]) {
        var isNeeded = documents.map { _ in false }
        for entry in entries { isNeeded[entry] = true }
        var waiting = entries
        while let next = waiting.popLast() {
            for case let target? in documents[next].references.map(\.target) where !isNeeded[target] {
                isNeeded[target] = true
                waiting.append(target)
            }
        }
        guard isNeeded.contains(false) else { return (self, entries) }
        let order = entries + documents.indices.filter { isNeeded[$0] && !entries.contains($0) }
        let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        var part = self
        part.documents = order.map { old in
            var document = documents[old]
            document.origin = document.origin.flatMap { origin in
                numbers[origin.document].map { SchemaDocument.Origin(document: $0, line: origin.line) }
            }
            for index in document.references.indices {
                document.references[index].target = document.references[index].target.flatMap { numbers[$0] }
            }
            return document
        }
        return (part, Array(entries.indices))
    }

    // MARK: Errors

    /// ` (reached by a.xsd:3 → b.xsd:7)`, or nothing for a document that was named.
    private func chain(_ origin: SchemaDocument.Origin?) -> (de: String, en: String) {
        var steps: [String] = []
        var step = origin
        while let current = step, steps.count < 50 {
            steps.append("\(documents[current.document].name):\(current.line)")
            step = documents[current.document].origin
        }
        guard !steps.isEmpty else { return ("", "") }
        let text = steps.reversed().joined(separator: " → ")
        return (" Weg dorthin: \(text).", " Reached by: \(text).")
    }

    private func location(_ origin: SchemaDocument.Origin) -> Location {
        Location(file: documents[origin.document].name, line: origin.line)
    }

    private func missingInclude(_ place: String, _ origin: SchemaDocument.Origin) -> SchemaError {
        SchemaError(
            .missingInclude, at: location(origin),
            Message(
                de: "Die eingebundene Schemadatei „\(place)“ fehlt.\(chain(origin).de)",
                en: "The included schema file “\(place)” is missing.\(chain(origin).en)"),
            hint: Self.whereItMayBe)
    }

    private func missingImport(
        _ namespace: String?, _ place: String?, _ origin: SchemaDocument.Origin, isUsed: Bool
    ) -> Finding {
        let space = namespace ?? ""
        let named = place.map { "„\($0)“" } ?? "ohne Ort"
        let namedEn = place.map { "“\($0)”" } ?? "no location"
        return Finding(
            SchemaError.Code.missingImport.id, isUsed ? .error : .warning, at: location(origin),
            Message(
                de: "Das Schema für den Namensraum „\(space)“ fehlt (\(named)).\(chain(origin).de)",
                en: "The schema for the namespace “\(space)” is missing (\(namedEn)).\(chain(origin).en)"),
            hint: isUsed
                ? Self.whereItMayBe
                : Message(
                    de: "Nichts daraus wird benutzt; der Import wird übergangen.",
                    en: "Nothing of it is used; the import is passed over."))
    }

    private static let whereItMayBe = Message(
        de:
            "Legen Sie die Datei an diese Stelle, geben Sie ihren Ordner mit an oder nennen Sie einen Katalog (--catalog). Aus dem Netz wird nichts geladen.",
        en:
            "Put the file there, name its folder as well, or name a catalog (--catalog). Nothing is loaded from the network."
    )

    private func mismatch(
        _ target: Int, expected: String?, found: String?, _ origin: SchemaDocument.Origin
    ) -> SchemaError {
        SchemaError(
            .namespaceMismatch, at: location(origin),
            Message(
                de:
                    "„\(documents[target].name)“ hat den Ziel-Namensraum „\(found ?? "")“, erwartet ist „\(expected ?? "")“.\(chain(origin).de)",
                en:
                    "“\(documents[target].name)” has the target namespace “\(found ?? "")”, expected is “\(expected ?? "")”.\(chain(origin).en)"
            ))
    }
}

extension String {
    /// The last part of a path or URI.
    var fileName: Substring {
        var rest = self[...]
        while rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        return rest.utf8.lastIndex(of: UInt8(ascii: "/")).map { rest[rest.utf8.index(after: $0)...] } ?? rest
    }
}
