import Findings
import XMLCore

/// The components of a schema set (XML Schema 1.0, Part 1, chapter 2): a value, complete, with all references resolved.
public struct SchemaComponents: Sendable {
    /// A schema document.
    public struct Document: Sendable, Hashable {
        /// The file, as findings call it.
        public var name: String
        /// The target namespace as written; a chameleon document has none.
        public var targetNamespace: String?
        /// The attribute `version`.
        public var version: String?
        /// The prefixes that the document declares at its root; "" for the default namespace.
        public var prefixes: [String: String]
        /// The annotations at its top.
        public var annotation: SchemaAnnotation
        /// Whether it was asked for, and not only reached from others.
        public var isEntry: Bool
        /// The document as it was read.
        public var bytes: [UInt8]
    }

    /// The documents in the order in which they were reached.
    public internal(set) var documents: [Document] = []
    /// All types: the built-in ones first.
    public internal(set) var types: [TypeDefinition] = []
    /// All element declarations.
    public internal(set) var elements: [ElementDeclaration] = []
    /// The global types by name, the built-in ones included.
    public internal(set) var typesByName: [XMLName: TypeID] = [:]
    /// The global elements by name.
    public internal(set) var elementsByName: [XMLName: ElementID] = [:]
    /// The global attributes by name.
    public internal(set) var attributesByName: [XMLName: AttributeUse] = [:]
    /// The named model groups.
    public internal(set) var groupsByName: [XMLName: ModelGroup] = [:]
    /// The named groups of attributes.
    public internal(set) var attributeGroupsByName: [XMLName: AttributeGroup] = [:]
    /// The notations by name.
    public internal(set) var notationsByName: [XMLName: NotationDeclaration] = [:]
    /// The members of substitution groups by head, direct and indirect ones, sorted by name; neither the head is among them
    /// nor those that `block` keeps from standing in for it.
    public internal(set) var substitutes: [ElementID: [ElementID]] = [:]
    /// The types that are derived from a type directly, in their order.
    public internal(set) var derivedTypes: [TypeID: [TypeID]] = [:]
    /// What is wrong or odd in the schemas.
    public internal(set) var findings: [Finding] = []

    /// A type.
    public subscript(_ id: TypeID) -> TypeDefinition {
        get { types[id.index] }
        set { types[id.index] = newValue }
    }

    /// An element declaration.
    public subscript(_ id: ElementID) -> ElementDeclaration {
        get { elements[id.index] }
        set { elements[id.index] = newValue }
    }

    /// The numbers of all types, the built-in ones first.
    public var typeIDs: [TypeID] { types.indices.map { TypeID(index: $0) } }

    /// A type by its name.
    public func type(_ name: XMLName) -> TypeDefinition? { typesByName[name].map { self[$0] } }

    /// A global element by its name.
    public func element(_ name: XMLName) -> ElementDeclaration? { elementsByName[name].map { self[$0] } }

    /// A built-in type.
    public func builtin(_ type: BuiltinType) -> TypeID {
        TypeID(index: BuiltinType.allCases.firstIndex(of: type) ?? 0)
    }

    /// The built-in type, if a type is one.
    public func builtin(_ id: TypeID) -> BuiltinType? {
        id.index < BuiltinType.allCases.count ? BuiltinType.allCases[id.index] : nil
    }

    /// Whether a type is the same as, or derived from, another one.
    public func isType(_ type: TypeID, derivedFrom ancestor: TypeID) -> Bool {
        var current: TypeID? = type
        while let id = current {
            if id == ancestor { return true }
            current = self[id].base
        }
        return false
    }

    /// The types from `type` on by which it is derived from `ancestor`, which is not among them: none where both are the same;
    /// nil where it is not derived from it.
    public func derivation(of type: TypeID, from ancestor: TypeID) -> [TypeID]? {
        var way: [TypeID] = []
        var current = type
        while current != ancestor {
            way.append(current)
            guard let base = self[current].base else { return nil }
            current = base
        }
        return way
    }

    /// Whether `xsi:type` may name `type` where `declared` is declared (XML Schema Part 1, 3.3.4 and 3.4.6): it is the same or
    /// derived, and in no way that `blocked` or the declared type excludes. Abstract types are not looked at.
    public func mayStand(_ type: TypeID, for declared: TypeID, blocked: Set<Derivation> = []) -> Bool {
        guard let way = derivation(of: type, from: declared) else { return false }
        let blocked = blocked.union(self[declared].complex?.block ?? [])
        return way.allSatisfy { !blocked.contains(self[$0].derivation) }
    }

    /// All types that are derived from a type, directly or not, in their order.
    public func descendants(of type: TypeID) -> [TypeID] {
        var result: [TypeID] = []
        var waiting = derivedTypes[type] ?? []
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            result.append(next)
            waiting += derivedTypes[next] ?? []
        }
        return result.sorted()
    }

    /// The elements that may be the root of a document: global ones of the namespaces that were asked for, not abstract,
    /// sorted by name.
    public var rootElements: [ElementID] {
        let namespaces = Set(documents.filter(\.isEntry).map { $0.targetNamespace ?? "" })
        return elementsByName.filter { name, id in
            namespaces.contains(name.namespace ?? "") && !self[id].isAbstract
        }.sorted { $0.key < $1.key }.map(\.value)
    }
}
