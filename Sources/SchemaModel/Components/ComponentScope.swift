import Findings
import XMLCore

/// A schema document as the component builder takes it: read, with its references resolved.
package struct SchemaPart: Sendable {
    /// The file, as findings call it.
    package var name: String
    /// `xs:schema`.
    package var root: XMLTree.Element
    /// For each `include`, `import` and `redefine` in the order of the document: the number of the document it leads to.
    package var references: [Int?]
    /// Whether it was asked for.
    package var isEntry: Bool
    /// The document as read.
    package var bytes: [UInt8]

    /// A part from its parts.
    package init(
        name: String, root: XMLTree.Element, references: [Int?], isEntry: Bool, bytes: [UInt8] = []
    ) {
        self.bytes = bytes
        self.name = name
        self.root = root
        self.references = references
        self.isEntry = isEntry
    }
}

/// What holds at a place of a schema document: prefixes, target namespace, defaults.
struct ComponentScope {
    /// Symbol spaces (XML Schema Part 1, 2.5).
    enum Space: Hashable {
        case type, element, attribute, group, attributeGroup, notation
    }

    /// A global component by its kind and name.
    struct Symbol: Hashable {
        var space: Space
        var name: XMLName
    }

    let document: Int
    let file: String
    /// The namespace of what is declared here; that of the including document in a chameleon.
    let targetNamespace: String?
    let isChameleon: Bool
    let qualifiesElements: Bool
    let qualifiesAttributes: Bool
    let blockDefault: Set<Derivation>
    let finalDefault: Set<Derivation>
    private(set) var prefixes: [String: String]
    /// Inside of a redefinition: where a reference to itself leads.
    var redefined: [Symbol: Symbol] = [:]

    init(document: Int, part: SchemaPart, namespace: String?) {
        let root = part.root
        self.document = document
        file = part.name
        targetNamespace = namespace
        isChameleon = root["targetNamespace"] == nil && namespace != nil
        qualifiesElements = root["elementFormDefault"] == "qualified"
        qualifiesAttributes = root["attributeFormDefault"] == "qualified"
        blockDefault = Self.derivations(root["blockDefault"], all: [.restriction, .extension, .substitution])
        finalDefault = Self.derivations(root["finalDefault"], all: Set(Derivation.allCases))
        prefixes = ["xml": XMLName.xmlNamespace]
        enter(root)
    }

    /// Takes the namespace declarations of an element into account.
    mutating func enter(_ element: XMLTree.Element) {
        for declaration in element.namespaces { prefixes[declaration.prefix ?? ""] = declaration.uri }
    }

    /// The scope inside of an element.
    func entering(_ element: XMLTree.Element) -> ComponentScope {
        guard !element.namespaces.isEmpty else { return self }
        var copy = self
        copy.enter(element)
        return copy
    }

    /// The name that a QName in an attribute means; nil when its prefix is not declared.
    func name(_ qName: String) -> XMLName? {
        let parts = qName.trimmedXML.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let namespace = prefixes[String(parts[0])] else { return nil }
            return XMLName(String(parts[1]), in: namespace)
        }
        let namespace = prefixes[""] ?? ""
        if namespace.isEmpty, isChameleon { return XMLName(String(parts[0]), in: targetNamespace) }
        return XMLName(String(parts[0]), in: namespace)
    }

    /// The symbol that a reference means.
    func symbol(_ space: Space, _ name: XMLName) -> Symbol {
        let symbol = Symbol(space: space, name: name)
        return redefined[symbol] ?? symbol
    }

    func location(_ element: XMLTree.Element) -> Location {
        Location(file: file, line: element.position?.line, column: element.position?.column)
    }

    static func derivations(_ text: String?, all: Set<Derivation>) -> Set<Derivation> {
        guard let text else { return [] }
        var result = Set<Derivation>()
        for word in text.split(whereSeparator: \.isWhitespace) {
            if word == "#all" { return all }
            if let derivation = Derivation(rawValue: String(word)) { result.insert(derivation) }
        }
        return result
    }

    func block(_ element: XMLTree.Element) -> Set<Derivation> {
        element["block"].map { Self.derivations($0, all: [.restriction, .extension, .substitution]) } ?? blockDefault
    }

    func final(_ element: XMLTree.Element) -> Set<Derivation> {
        element["final"].map { Self.derivations($0, all: Set(Derivation.allCases)) } ?? finalDefault
    }
}

extension String {
    /// Without XML white space at both ends.
    var trimmedXML: String {
        let scalars = unicodeScalars
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        }
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}

extension XMLTree.Element {
    /// Whether this is an element of the schema language.
    var isXSD: Bool { name.namespace == BuiltinType.namespace }

    /// The child elements of the schema language.
    var xsdChildren: [XMLTree.Element] { elements.filter(\.isXSD) }

    /// The first child of the schema language of a name.
    func xsd(_ local: String) -> XMLTree.Element? { elements.first { $0.isXSD && $0.name.local == local } }

    /// What `xs:annotation` children say.
    var schemaAnnotation: SchemaAnnotation {
        var result = SchemaAnnotation()
        for annotation in elements where annotation.isXSD && annotation.name.local == "annotation" {
            for child in annotation.xsdChildren {
                if child.name.local == "documentation" {
                    let text = child.text.trimmedXML
                    if !text.isEmpty { result.documentation.append(text) }
                } else if child.name.local == "appinfo" {
                    result.appinfo += Array(child.elements)
                }
            }
        }
        return result
    }
}
