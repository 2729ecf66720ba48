import CXMLSchemas
import Findings
import Foundation

/// Hands the documents of a graph to libxml2's compiler under private locations.
///
/// libxml2 takes one document per imported namespace and skips the others. Where a namespace comes from several documents, an
/// umbrella that includes them all stands in for them.
struct SchemaAssembly {
    private let graph: SchemaGraph
    private let entries: [Int]
    private let set = xss_next_set()
    private var generated: [String] = []
    private(set) var remarks: [Finding] = []

    init(_ graph: SchemaGraph, entries: [Int]) {
        self.graph = graph
        self.entries = entries
    }

    /// The compiled schema. The caller owns it.
    mutating func compile() throws(SchemaError) -> OpaquePointer {
        let targets = namespaceTargets()
        for (number, document) in graph.documents.enumerated() {
            for (index, reference) in document.references.enumerated() {
                var target = reference.target ?? -1
                // Allowed by XML Schema, refused by libxml2.
                if reference.kind == .include, target == number { target = -1 }
                if reference.kind == .importing, target >= 0 { target = targets[reference.namespace ?? ""] ?? target }
                xss_outline_point(graph.documents[number].outline.pointer, index.asInt32, set, target.asInt32)
            }
        }
        var entryTargets: [(namespace: String, target: Int)] = []
        for entry in entries {
            let namespace = graph.documents[entry].targetNamespace ?? ""
            if !entryTargets.contains(where: { $0.namespace == namespace }) {
                entryTargets.append((namespace, targets[namespace] ?? entry))
            }
        }
        let main = entryTargets.count == 1 ? entryTargets[0].target : driver(entryTargets)
        return try compile(main)
    }

    // MARK: Several documents of one namespace

    /// The document that stands for each namespace.
    private mutating func namespaceTargets() -> [String: Int] {
        var wanted: [String: [Int]] = [:]
        var order: [String] = []
        func want(_ namespace: String, _ document: Int, in wanted: inout [String: [Int]]) {
            if wanted[namespace] == nil { order.append(namespace) }
            if wanted[namespace]?.contains(document) != true { wanted[namespace, default: []].append(document) }
        }
        for entry in entries { want(graph.documents[entry].targetNamespace ?? "", entry, in: &wanted) }
        for document in graph.documents {
            for reference in document.references where reference.kind == .importing {
                if let target = reference.target { want(reference.namespace ?? "", target, in: &wanted) }
            }
        }
        var targets: [String: Int] = [:]
        for namespace in order {
            let documents = independent(wanted[namespace] ?? [])
            targets[namespace] = documents.count == 1 ? documents[0] : umbrella(namespace, documents)
        }
        return targets
    }

    /// The documents without those that another one includes, and without second versions of what is already there.
    private mutating func independent(_ documents: [Int]) -> [Int] {
        guard documents.count > 1 else { return documents }
        let closures = documents.map { graph.included(from: $0) }
        var kept: [Int] = []
        for (index, document) in documents.enumerated() {
            let isInOther = documents.indices.contains { other in
                other != index && closures[other].contains(document)
                    && !(closures[index].contains(documents[other]) && other > index)
            }
            if !isInOther { kept.append(index) }
        }
        guard kept.count > 1 else { return kept.map { documents[$0] } }
        var covered = Set<Int>()
        var defined = Set<GlobalComponent>()
        var result: [Int] = []
        for index in kept {
            let new = closures[index].subtracting(covered)
            let components = Set(new.flatMap { graph.globalComponents(of: $0) })
            if let clash = components.first(where: defined.contains) {
                remarks.append(duplicate(documents[index], of: result, component: clash))
                continue
            }
            covered.formUnion(new)
            defined.formUnion(components)
            result.append(documents[index])
        }
        return result
    }

    private func duplicate(_ document: Int, of others: [Int], component: GlobalComponent) -> Finding {
        let name = graph.names[component.local]
        let kept = others.map { graph.documents[$0].name }.joined(separator: ", ")
        return Finding(
            "schema.duplicate-definition", .warning, at: Location(file: graph.documents[document].name),
            Message(
                de: "Die Datei legt „\(name)“ noch einmal fest; verwendet wird \(kept).",
                en: "The file defines “\(name)” once more; \(kept) is used."),
            hint: Message(
                de: "Zwei Fassungen eines Schemas liegen nebeneinander. Nennen Sie nur die gewünschte.",
                en: "Two versions of a schema lie side by side. Name only the one you want."))
    }

    private mutating func umbrella(_ namespace: String, _ documents: [Int]) -> Int {
        let target = namespace.isEmpty ? "" : " targetNamespace=\"\(namespace.escaped)\""
        let includes = documents.map { "<xs:include schemaLocation=\"\(location($0))\"/>" }.joined()
        return generate("<xs:schema xmlns:xs=\"\(BuiltinSchemas.xsdNamespace)\"\(target)>\(includes)</xs:schema>")
    }

    private mutating func driver(_ targets: [(namespace: String, target: Int)]) -> Int {
        let imports = targets.map { namespace, target in
            namespace.isEmpty
                ? "<xs:include schemaLocation=\"\(location(target))\"/>"
                : "<xs:import namespace=\"\(namespace.escaped)\" schemaLocation=\"\(location(target))\"/>"
        }
        return generate("<xs:schema xmlns:xs=\"\(BuiltinSchemas.xsdNamespace)\">\(imports.joined())</xs:schema>")
    }

    private mutating func generate(_ text: String) -> Int {
        generated.append(text)
        return graph.documents.count + generated.count - 1
    }

    private func location(_ document: Int) -> String { "xoev-schema:\(digits(Int(set), 10))/\(digits(document, 5))" }

    private func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    // MARK: Compiling

    private func compile(_ main: Int) throws(SchemaError) -> OpaquePointer {
        var copies: [UnsafeMutablePointer<CChar>] = []
        defer { copies.forEach { $0.deallocate() } }
        var texts: [xss_text] = graph.documents.map { document in
            var length = 0
            let text = xss_outline_text(document.outline.pointer, &length)
            return xss_text(text: text, length: length)
        }
        for text in generated {
            let bytes = Array(text.utf8)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
            copies.append(copy)
            texts.append(xss_text(text: copy, length: bytes.count))
        }
        let (compiled, problems) = SchemaProblem.collecting { handler, user in
            xss_schema_compile(set, texts, texts.count.asInt32, main.asInt32, handler, user)
        }
        let errors = problems.filter(\.isError)
        guard let compiled, errors.isEmpty else {
            if let compiled { xss_schema_free(compiled) }
            let findings = errors.map { finding($0) }
            guard let first = findings.first else { throw .outOfMemory }
            throw SchemaError(.invalid, first: first, others: findings.dropFirst())
        }
        return compiled
    }

    private func withFileNames(_ message: String) -> String {
        guard message.contains("xoev-schema:") else { return message }
        return graph.documents.indices.reduce(message) { text, number in
            text.replacingOccurrences(of: location(number), with: graph.documents[number].name)
        }
    }

    /// A compile error with its file and line instead of the private location.
    private func finding(_ problem: SchemaProblem) -> Finding {
        var location = Location(line: problem.line > 0 ? problem.line : nil)
        if let file = problem.file, let slash = file.lastIndex(of: "/"),
            let number = Int(file[file.index(after: slash)...]), graph.documents.indices.contains(number)
        {
            location.file = graph.documents[number].name
        }
        let text = withFileNames(problem.message)
        return Finding(
            SchemaError.Code.invalid.id, .error, at: location,
            Message(
                de: "Das Schema verstößt gegen XML Schema 1.0: \(text)",
                en: "The schema breaks the rules of XML Schema 1.0: \(text)"))
    }
}

/// A component that a schema document declares at its top.
struct GlobalComponent: Hashable {
    /// `XSS_KIND_…`; complex and simple types share one symbol space.
    var kind: Int32
    var local: Int32

    init(kind: Int32, local: Int32) {
        self.kind = kind == XSS_KIND_SIMPLE_TYPE.asInt32 ? XSS_KIND_COMPLEX_TYPE.asInt32 : kind
        self.local = local
    }
}

extension SchemaGraph {
    /// A document and all that it includes or redefines, directly or not.
    func included(from document: Int) -> Set<Int> { Set(includedInOrder(from: document)) }

    /// The same, each once, sorted.
    func includedInOrder(from document: Int) -> [Int] {
        var isIncluded = documents.map { _ in false }
        isIncluded[document] = true
        var waiting = [document]
        while let next = waiting.popLast() {
            for reference in documents[next].references where reference.kind != .importing {
                guard let target = reference.target, !isIncluded[target] else { continue }
                isIncluded[target] = true
                waiting.append(target)
            }
        }
        return documents.indices.filter { isIncluded[$0] }
    }

    /// The components that a document declares at its top.
    func globalComponents(of document: Int) -> [GlobalComponent] {
        let outline = documents[document].outline
        return outline.children(0).compactMap { node in
            outline.value(node, XSS_KEY_NAME.asInt32).map {
                GlobalComponent(kind: outline.nodes[node].kind, local: $0)
            }
        }
    }
}

extension String {
    /// As the value of an attribute in double quotes.
    var escaped: String {
        var result = ""
        for character in unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
