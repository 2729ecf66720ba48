import CXMLSchemas
import Findings

/// Loads schemas: reads them and everything they include, import and redefine, each once, and compiles them into a
/// `SchemaSet`. Nothing is ever loaded from the network.
///
///     let schemas = try SchemaLoader().load([SchemaSource(path: "xdomea-Nachrichten-AbgabeDurchfuehren.xsd")])
///
/// A location is resolved in this order: catalog, relative to the referring document, by namespace (or file name) among the
/// documents that were named and those in the pool. The XML namespace is built in. What remains missing is an error that
/// names the referring file and line, the namespace and the chain of files that led there.
public struct SchemaLoader: Sendable {
    /// How schemas are loaded.
    public struct Options: Sendable, Hashable {
        /// OASIS XML catalogs, asked in this order.
        public var catalogs: [String]
        /// Where namespaces are looked for whose location leads nowhere.
        public var pool: [SchemaSource]
        /// What is accepted at the most.
        public var limits: SchemaLimits

        /// Options from their parts.
        public init(catalogs: [String] = [], pool: [SchemaSource] = [], limits: SchemaLimits = SchemaLimits()) {
            self.catalogs = catalogs
            self.pool = pool
            self.limits = limits
        }
    }

    private let options: Options

    /// A loader with options.
    public init(_ options: Options = Options()) { self.options = options }

    /// Loads and compiles all that the sources hold as one set. Of a folder or an archive, the documents that no other of
    /// them refers to are the entries.
    ///
    /// - Throws: `SchemaError` with every finding that kept the set from compiling.
    public func load(_ sources: [SchemaSource]) throws(SchemaError) -> SchemaSet {
        let (graph, entries) = try graph(of: sources)
        return try SchemaSet(graph, entries: entries)
    }

    /// Loads and compiles all that the sources hold, as `load` does, and gives its components.
    ///
    /// - Throws: `SchemaError` with every finding that kept the set from compiling.
    public func loadComponents(_ sources: [SchemaSource]) throws(SchemaError) -> SchemaComponents {
        try loadWithComponents(sources).components
    }

    /// Loads and compiles all that the sources hold once, and gives both the set and its components.
    ///
    /// - Throws: `SchemaError` with every finding that kept the set from compiling.
    public func loadWithComponents(
        _ sources: [SchemaSource]
    ) throws(SchemaError) -> (set: SchemaSet, components: SchemaComponents) {
        let (graph, entries) = try graph(of: sources)
        func build() throws(SchemaError) -> SchemaComponents {
            var builder = ComponentBuilder(try graph.parts(entries: entries))
            let components = builder.build()
            let errors = components.findings.filter { $0.severity == .error }
            if let first = errors.first { throw SchemaError(.invalid, first: first, others: errors.dropFirst()) }
            return components
        }
        // What libxml2 refuses is refused here, too, with the same findings.
        let set: SchemaSet
        do throws(SchemaError) {
            set = try SchemaSet(graph, entries: entries)
        } catch {
            // For some errors libxml2 tells no place; the builder knows where what is missing was asked for.
            if error.code == .invalid, error.finding.location.line == nil { _ = try build() }
            throw error
        }
        return (set, try build())
    }

    private func graph(of sources: [SchemaSource]) throws(SchemaError) -> (graph: SchemaGraph, entries: [Int]) {
        var graph = try SchemaGraph(options: options)
        var entries: [Int] = []
        for source in sources {
            let keys = try graph.add(source)
            let name = source.name
            guard !keys.isEmpty else {
                throw SchemaError(
                    .empty, at: Location(file: name),
                    Message(
                        de: "Darin ist keine Schemadatei (*.xsd).", en: "There is no schema file (*.xsd) in it."))
            }
            var numbers: [Int] = []
            for key in keys {
                let number = try graph.load(key)
                if !numbers.contains(number) { numbers.append(number) }
            }
            entries += Self.heads(numbers, in: graph).filter { !entries.contains($0) }
        }
        guard !entries.isEmpty else {
            throw SchemaError(
                .empty, at: Location(), Message(de: "Es ist kein Schema genannt.", en: "No schema is named."))
        }
        return (graph, entries)
    }

    /// The documents to which no other of them refers; where some refer to one another in a circle that nothing else leads to,
    /// all of the circle.
    static func heads(_ numbers: [Int], in graph: SchemaGraph) -> [Int] {
        guard numbers.count > 1 else { return numbers }
        let known = Set(numbers)
        func targets(_ number: Int) -> [Int] {
            graph.documents[number].references.compactMap(\.target).filter { $0 != number && known.contains($0) }
        }
        func reached(from starts: [Int]) -> Set<Int> {
            var found = Set(starts)
            var waiting = starts
            while let next = waiting.popLast() {
                for target in targets(next) where found.insert(target).inserted { waiting.append(target) }
            }
            return found
        }
        let referred = Set(numbers.flatMap(targets))
        let heads = numbers.filter { !referred.contains($0) }
        if heads.isEmpty { return numbers }
        let left = known.subtracting(reached(from: heads))
        if left.isEmpty { return heads }
        // What reaches all that reaches it is in a circle at the beginning.
        let reach = Dictionary(uniqueKeysWithValues: left.map { ($0, reached(from: [$0])) })
        return numbers.filter { number in
            heads.contains(number)
                || left.contains(number)
                    && left.allSatisfy { other in
                        reach[other]?.contains(number) == false || reach[number]?.contains(other) == true
                    }
        }
    }
}
