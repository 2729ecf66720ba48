/// A small RDF graph that is written in the order in which it was made: the same graph gives the same bytes.
public struct RDFGraph: Sendable, Hashable {
    /// The object of a statement.
    public enum Object: Sendable, Hashable {
        /// A node of this graph or of another, by IRI.
        case iri(String)
        /// Text in a language (BCP 47).
        case text(String, language: String)
        /// A literal; without datatype a plain string. The datatype is a compact IRI such as `xsd:double`.
        case literal(String, datatype: String? = nil)
    }

    /// A node and what is said of it.
    public struct Node: Sendable, Hashable {
        /// The node's IRI.
        public var iri: String
        /// Its types, as compact IRIs.
        public var types: [String]
        /// What is said of it: predicates as compact IRIs, in order.
        public var statements: [Statement] = []
    }

    /// One statement about a node.
    public struct Statement: Sendable, Hashable {
        /// The predicate, as compact IRI.
        public var predicate: String
        /// The object.
        public var object: Object
    }

    /// The prefixes of compact IRIs.
    public static let prefixes: [(prefix: String, iri: String)] = [
        ("adms", "http://www.w3.org/ns/adms#"), ("cpsv", "http://purl.org/vocab/cpsv#"),
        ("cv", "http://data.europa.eu/m8g/"), ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcatde", "http://dcat-ap.de/def/dcatde/"), ("dct", "http://purl.org/dc/terms/"),
        ("eli", "http://data.europa.eu/eli/ontology#"), ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    /// The nodes, in the order in which they were made.
    public private(set) var nodes: [Node] = []
    private var index: [String: Int] = [:]

    /// An empty graph.
    public init() {}

    /// Says that a node is of a type.
    public mutating func add(_ iri: String, type: String) {
        let position = position(iri)
        if !nodes[position].types.contains(type) { nodes[position].types.append(type) }
    }

    /// Says something of a node; the same statement is kept once.
    public mutating func add(_ iri: String, _ predicate: String, _ object: Object) {
        let position = position(iri)
        let statement = Statement(predicate: predicate, object: object)
        if !nodes[position].statements.contains(statement) { nodes[position].statements.append(statement) }
    }

    /// Whether something is said of a node by this predicate.
    func says(_ iri: String, _ predicate: String) -> Bool {
        index[iri].map { nodes[$0].statements.contains { $0.predicate == predicate } } ?? false
    }

    private mutating func position(_ iri: String) -> Int {
        if let known = index[iri] { return known }
        nodes.append(Node(iri: iri, types: []))
        index[iri] = nodes.count - 1
        return nodes.count - 1
    }

    /// The full IRI of a compact one.
    public static func expand(_ compact: String) -> String {
        guard let colon = compact.firstIndex(of: ":"),
            let prefix = prefixes.first(where: { $0.prefix == compact[..<colon] })
        else { return compact }
        return prefix.iri + compact[compact.index(after: colon)...]
    }

    /// The graph in Turtle (RDF 1.1).
    public var turtle: String {
        var result = Self.prefixes.map { "@prefix \($0.prefix): <\($0.iri)> .\n" }.joined()
        for node in nodes {
            var lines = node.types.isEmpty ? [] : ["a " + node.types.joined(separator: ", ")]
            var predicates: [String] = []
            for statement in node.statements where !predicates.contains(statement.predicate) {
                predicates.append(statement.predicate)
            }
            for predicate in predicates {
                let objects = node.statements.filter { $0.predicate == predicate }.map { Self.turtle($0.object) }
                lines.append(predicate + " " + objects.joined(separator: ", "))
            }
            guard !lines.isEmpty else { continue }
            result += "\n<\(Self.iri(node.iri))>\n  " + lines.joined(separator: " ;\n  ") + " .\n"
        }
        return result
    }

    /// The graph in JSON-LD 1.1: a context with the prefixes and a list of nodes.
    public var jsonLD: JSONValue {
        let context = JSONValue.object(Self.prefixes.map { ($0.prefix, .string($0.iri)) })
        let graph = nodes.filter { !$0.types.isEmpty || !$0.statements.isEmpty }.map { node -> JSONValue in
            var members: [(String, JSONValue)] = [("@id", .string(node.iri))]
            if !node.types.isEmpty { members.append(("@type", .array(node.types.map { .string($0) }))) }
            var predicates: [String] = []
            for statement in node.statements where !predicates.contains(statement.predicate) {
                predicates.append(statement.predicate)
            }
            for predicate in predicates {
                let objects = node.statements.filter { $0.predicate == predicate }.map { Self.json($0.object) }
                members.append((predicate, .array(objects)))
            }
            return .object(members)
        }
        return .object([("@context", context), ("@graph", .array(graph))])
    }

    private static func json(_ object: Object) -> JSONValue {
        switch object {
        case .iri(let iri): .object([("@id", .string(iri))])
        case .text(let text, let language): .object([("@value", .string(text)), ("@language", .string(language))])
        case .literal(let text, let datatype):
            .object([("@value", .string(text))] + (datatype.map { [("@type", .string($0))] } ?? []))
        }
    }

    private static func turtle(_ object: Object) -> String {
        switch object {
        case .iri(let iri): "<\(self.iri(iri))>"
        case .text(let text, let language): quoted(text) + "@" + language
        case .literal(let text, let datatype): quoted(text) + (datatype.map { "^^" + $0 } ?? "")
        }
    }

    /// An IRI as Turtle takes it: what it forbids is escaped.
    private static func iri(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// IRIs for objects of XZuFi.
struct FIMResourceNames: Sendable {
    let base: String

    init(base: String) { self.base = base.hasSuffix("/") || base.hasSuffix("#") ? base : base + "/" }

    /// The IRI of an object: kind, agency and value of its id.
    func iri(_ kind: String, _ id: XZuFi.Identifikator?) -> String {
        let parts = [kind, id?.schemeAgencyID, id?.value].compactMap { $0 }
        return base + parts.map(Self.encode).joined(separator: "/")
    }

    /// Whether text can be used as an IRI: it has a scheme, and nothing that RFC 3987 forbids. Texts of services hold
    /// placeholders and bare words where addresses are meant.
    static func isIRI(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter,
            text[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }),
            text.index(after: colon) != text.endIndex
        else { return false }
        return text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\"{}|^`\\".unicodeScalars.contains($0) }
    }

    /// A part of a path, percent-encoded but for letters, digits and `-._~`.
    static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if byte < 128,
                Character(scalar).isLetter || Character(scalar).isNumber || "-._~".unicodeScalars.contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" + hex : hex)
            }
        }
        return result
    }
}
