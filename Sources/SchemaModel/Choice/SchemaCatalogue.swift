import Findings
import Foundation
import XMLCore

/// What a catalogue has for a document.
public enum SchemaChoice: Sendable {
    /// These schemas. `remark` tells when the version had to be guessed.
    case schemas(SchemaSet, remark: Finding?)
    /// No schema for the document's namespace; the nearest namespaces that are known.
    case unknown(nearest: [String])
    /// There is one, but it could not be loaded or compiled.
    case failed(SchemaError)
}

/// Many schemas, of which the right one is chosen for each document: by the root's namespace and name, then by the version
/// that document and schema state, where one namespace serves many versions. Schemas are read at once and compiled when
/// they are first needed.
///
/// Unchecked: `compiled` and the texts of `graphs` are used only under `lock`; the rest is constant.
public final class SchemaCatalogue: @unchecked Sendable {
    /// One entry of the catalogue: a schema document to which no other of its source refers.
    public struct Entry: Sendable, Hashable {
        /// The schema file.
        public var name: String
        /// Its target namespace; "" for none.
        public var namespace: String
        /// The version it states: of the standard, else of the schema document.
        public var version: String?
        /// What it tells of its standard.
        public var metadata: SchemaMetadata?
        /// The elements that can be roots.
        public var rootElements: [XMLName]
    }

    // Of its own and not an optional `Result`: the run time would look up what that conforms to at the start of each process.
    private enum Compiled {
        case not
        case ready(SchemaSet)
        case failed(SchemaError)
    }

    private struct Origin {
        var graph: Int
        var document: Int
        /// Whether it is built into a program, not a user's own.
        var isBuiltIn: Bool
    }

    /// The entries, in the order of the sources.
    public let entries: [Entry]
    /// What was wrong with schema files that were left out.
    public let remarks: [Finding]
    private let origins: [Origin]
    private let graphs: [SchemaGraph]
    private let lock = NSLock()
    /// By entry.
    private var compiled: [Compiled]

    /// Reads the schemas of sources. A file that was named must be readable; in a folder or archive, files that are not are
    /// left out and remarked.
    public init(_ sources: [SchemaSource], options: SchemaLoader.Options = .init()) throws(SchemaError) {
        var entries: [Entry] = []
        var origins: [Origin] = []
        var graphs: [SchemaGraph] = []
        var remarks: [Finding] = []
        for source in sources {
            var isBuiltIn = false
            if case .memory = source { isBuiltIn = true }
            for (graph, documents) in try Self.graphs(of: source, options: options, remarks: &remarks) {
                for document in documents {
                    entries.append(Self.entry(document, in: graph))
                    origins.append(Origin(graph: graphs.count, document: document, isBuiltIn: isBuiltIn))
                }
                graphs.append(graph)
            }
        }
        compiled = entries.map { _ in .not }
        self.entries = entries
        self.origins = origins
        self.graphs = graphs
        self.remarks = remarks
    }

    private static func graphs(
        of source: SchemaSource, options: SchemaLoader.Options, remarks: inout [Finding]
    ) throws(SchemaError) -> [(SchemaGraph, [Int])] {
        var whole = try SchemaGraph(options: options)
        let keys = try whole.add(source)
        if keys.isEmpty {
            throw SchemaError(
                .empty, at: Location(file: source.name),
                Message(de: "Darin ist keine Schemadatei (*.xsd).", en: "There is no schema file (*.xsd) in it."))
        }
        do throws(SchemaError) {
            var numbers: [Int] = []
            for key in keys {
                let number = try whole.load(key)
                if !numbers.contains(number) { numbers.append(number) }
            }
            return [(whole, SchemaLoader.heads(numbers, in: whole))]
        } catch {
            if keys.count == 1 { throw error }
        }
        // One bad file must not take the others with it: each is read for itself.
        var result: [(SchemaGraph, [Int])] = []
        var included = Set<DocumentKey>()
        for key in keys {
            var single = try SchemaGraph(options: options)
            do throws(SchemaError) {
                _ = try single.add(source)
                let number = try single.load(key)
                for document in single.documents.dropFirst() { if let key = document.key { included.insert(key) } }
                result.append((single, [number]))
            } catch {
                remarks += error.findings.map { finding in
                    var copy = finding
                    copy.severity = .warning
                    return copy
                }
            }
        }
        return result.filter { graph, documents in
            graph.documents[documents[0]].key.map { !included.contains($0) } ?? true
        }
    }

    private static func entry(_ document: Int, in graph: SchemaGraph) -> Entry {
        let metadata = graph.metadata(of: document)
        return Entry(
            name: graph.documents[document].name, namespace: graph.documents[document].targetNamespace ?? "",
            version: metadata?.version ?? graph.version(of: document), metadata: metadata,
            rootElements: graph.rootElements(of: [document]))
    }

    // MARK: Choosing

    /// The schemas for a document.
    public func choice(for head: DocumentHead) -> SchemaChoice {
        let namespace = head.name.namespace ?? ""
        var candidates = entries.indices.filter { entries[$0].rootElements.contains(head.name) }
        if candidates.isEmpty { candidates = entries.indices.filter { entries[$0].namespace == namespace } }
        guard !candidates.isEmpty else { return .unknown(nearest: nearest(to: namespace)) }
        var remark: Finding?
        if candidates.count > 1 { (candidates, remark) = narrowed(candidates, by: head) }
        return schemas(candidates[0], remark: remark)
    }

    private func narrowed(_ candidates: [Int], by head: DocumentHead) -> ([Int], Finding?) {
        for version in head.versions {
            let same = candidates.filter { entries[$0].version.map { Self.isSame($0, version) } ?? false }
            if same.isEmpty { continue }
            // A user's schema that states no version may well be of the one that the document names; a built-in one
            // comes only after it.
            let own = candidates.filter { entries[$0].version == nil && !origins[$0].isBuiltIn }
            guard same.allSatisfy({ origins[$0].isBuiltIn }), let first = own.first else { return (same, nil) }
            return (own, versionNotStated(entries[first].name, version))
        }
        let located = candidates.filter { entry in
            head.locationNames.contains { entries[entry].name.hasSuffix("/" + $0) || entries[entry].name == $0 }
        }
        let pool = located.isEmpty ? candidates : located
        let versions = Set(pool.compactMap { entries[$0].version })
        guard versions.count > 1 else { return (pool, nil) }
        let newest = versions.max { Self.isOlder($0, $1) } ?? ""
        let others = versions.subtracting([newest]).sorted { Self.isOlder($0, $1) }.joined(separator: ", ")
        let remark = Finding(
            "schema.version-assumed", .warning,
            Message(
                de: "Das Dokument nennt keine bekannte Version; geprüft wird gegen \(newest).",
                en: "The document names no known version; it is checked against \(newest)."),
            hint: Message(
                de: "Außerdem liegen vor: \(others). Wählen Sie mit --schema.",
                en: "Also at hand: \(others). Choose with --schema."))
        return (pool.filter { entries[$0].version == newest }, remark)
    }

    private func versionNotStated(_ schema: String, _ version: String) -> Finding {
        Finding(
            "schema.version-not-stated", .warning,
            Message(
                de: "Das Schema \(schema) nennt keine Version; es gilt vor dem eingebauten der Version \(version).",
                en: "The schema \(schema) states no version; it comes before the built-in one of version \(version)."),
            hint: Message(
                de: "Gehört es zu einer anderen Version, so entfernen Sie es, oder wählen Sie mit --schema.",
                en: "If it belongs to another version, remove it, or choose with --schema."))
    }

    /// `2.2` and `2.2.0` are one version: both are found in messages of XZuFi.
    private static func isSame(_ a: String, _ b: String) -> Bool { numbers(a) == numbers(b) }

    private static func isOlder(_ a: String, _ b: String) -> Bool {
        let left = numbers(a), right = numbers(b)
        for index in 0..<max(left.count, right.count) {
            let (x, y) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
            if x == y { continue }
            if let m = Int(x), let n = Int(y) { return m < n }
            return x < y
        }
        return false
    }

    private static func numbers(_ version: String) -> [Substring] {
        var parts = version.split { !($0.isLetter || $0.isNumber) }
        while parts.last == "0" { parts.removeLast() }
        return parts
    }

    /// The three namespaces nearest to one that is not known.
    private func nearest(to namespace: String) -> [String] {
        NearestWords.nearest(to: namespace, among: Set(entries.map(\.namespace)).subtracting([""]).sorted(), count: 3)
    }

    /// The schemas of an entry, compiled now where they were not yet.
    private func schemas(_ entry: Int, remark: Finding?) -> SchemaChoice {
        lock.lock()
        defer { lock.unlock() }
        switch compiled[entry] {
        case .ready(let set): return .schemas(set, remark: remark)
        case .failed(let error): return .failed(error)
        case .not: break
        }
        let origin = origins[entry]
        do throws(SchemaError) {
            let set = try SchemaSet(graphs[origin.graph], entries: [origin.document], keepsTexts: true)
            compiled[entry] = .ready(set)
            return .schemas(set, remark: remark)
        } catch {
            compiled[entry] = .failed(error)
            return .failed(error)
        }
    }

    /// The components of schemas that `choice(for:)` gave, for checks that look further than the compiled schema.
    ///
    /// - Throws: `SchemaError` when a document can no longer be read.
    public func components(of schemas: SchemaSet) throws(SchemaError) -> SchemaComponents {
        lock.lock()
        defer { lock.unlock() }
        let entry = compiled.firstIndex { result in
            if case .ready(let set) = result { return set === schemas }
            return false
        }
        guard let entry else {
            throw SchemaError(
                .empty, at: Location(),
                Message(de: "Das Schema stammt nicht aus diesem Katalog.", en: "The schema is not of this catalogue."))
        }
        let origin = origins[entry]
        let (graph, entries) = graphs[origin.graph].part(from: [origin.document])
        var builder = ComponentBuilder(try graph.parts(entries: entries))
        return builder.build()
    }
}
