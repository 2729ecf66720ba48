import Foundation
import XMLCore

/// A namespace of generated code, with the prefix that documents are written with.
public struct XMLNamespace: Sendable, Hashable {
    /// The URI; nil for no namespace.
    public var uri: String?
    /// The prefix that the schema uses for it.
    public var prefix: String

    /// A namespace and the prefix to write it with.
    public init(_ uri: String, prefix: String) {
        self.uri = uri
        self.prefix = prefix
    }

    /// A name in this namespace, to be written with its prefix.
    public func name(_ local: String) -> XMLName {
        let name = XMLName(local, in: uri)
        _ = XMLNameRegistry.id(name, prefix: prefix)
        return name
    }

    private init() {
        uri = nil
        prefix = ""
    }

    /// No namespace: unqualified local elements and attributes.
    public static let unqualified = XMLNamespace()
}

/// The elements that can begin a group.
public struct XMLFirstElements: Sendable, Hashable {
    var names: Set<Int32> = []
    var wildcards: [XMLWildcard] = []
}

/// Which elements or attributes a place for foreign content accepts.
public struct XMLWildcard: Sendable, Hashable {
    /// The namespaces, or nil for all; nil inside stands for none.
    public var namespaces: [String?]?
    /// Whether `namespaces` are those that are not accepted.
    public var excludes: Bool

    /// Accepts every namespace.
    public static let any = XMLWildcard(namespaces: nil, excludes: false)
    /// Accepts every namespace but one, and not none.
    public static func other(than namespace: String?) -> XMLWildcard {
        XMLWildcard(namespaces: [nil, namespace], excludes: true)
    }
    /// Accepts some namespaces; nil stands for none.
    public static func only(_ namespaces: [String?]) -> XMLWildcard {
        XMLWildcard(namespaces: namespaces, excludes: false)
    }

    func accepts(_ namespace: String?) -> Bool {
        guard let namespaces else { return true }
        return namespaces.contains(namespace) != excludes
    }
}

/// Names as numbers, the same in all tables of the process.
enum XMLNameRegistry {
    // Unchecked: everything is reached under the lock only.
    private final class State: @unchecked Sendable {
        private let lock = NSLock()
        var ids: [XMLName: Int32] = [:]
        var names: [(name: XMLName, prefix: String)] = [(XMLName(""), "")]

        func withLock<R>(_ body: (State) -> R) -> R {
            lock.lock()
            defer { lock.unlock() }
            return body(self)
        }
    }

    private static let state = State()

    static func id(_ name: XMLName, prefix: String) -> Int32 {
        state.withLock { state in
            if let known = state.ids[name] {
                if state.names[Int(known)].prefix.isEmpty { state.names[Int(known)].prefix = prefix }
                return known
            }
            let id = Int32(state.names.count)
            state.ids[name] = id
            state.names.append((name, prefix))
            return id
        }
    }

    /// The number of a name, 0 when no table knows it.
    static func find(_ name: XMLName) -> Int32 { state.withLock { $0.ids[name] ?? 0 } }

    /// The prefix that tables use for the namespace of a name, "" when none does.
    static func prefix(of name: XMLName) -> String {
        state.withLock { state in
            state.ids[name].map { state.names[Int($0)].prefix } ?? ""
        }
    }

    static func name(_ id: Int32) -> (name: XMLName, prefix: String) { state.withLock { $0.names[Int(id)] } }
}

/// The description of a generated struct: its attributes and its content in the order of the schema.
public final class XMLTable: Sendable {
    /// What a field is in the document.
    enum Kind: UInt8, Sendable {
        case attribute, anyAttribute, element, group, wildcard, value, mixed
    }

    /// How the content is put together.
    enum Content: UInt8, Sendable {
        /// Nothing but white space.
        case empty
        /// Elements in the order of the fields.
        case sequence
        /// Elements in any order.
        case all
        /// One text.
        case value
        /// Text and elements, as nodes.
        case mixed
    }

    final class Field: Sendable {
        let kind: Kind
        let nameID: Int32
        let name: XMLName
        let offset: Int
        let minimum: Int32
        let maximum: Int32
        let codec: XMLFieldCodec
        let first: XMLFirstElements
        let isToken: Bool
        let fixed: String?
        let defaultValue: String?
        /// For mixed content: what its elements must be.
        let elements: (any XMLComplex.Type)?
        /// For `xsi:type`: the types that it may name.
        let typeNames: [XMLName]
        /// For `xsi:type`: what these types allow.
        let restrictions: [any XMLComplex.Type]

        init(
            kind: Kind, nameID: Int32, name: XMLName, offset: Int, minimum: Int32, maximum: Int32,
            codec: XMLFieldCodec, first: XMLFirstElements, isToken: Bool, fixed: String?, defaultValue: String?,
            elements: (any XMLComplex.Type)? = nil, typeNames: [XMLName] = [], restrictions: [any XMLComplex.Type] = []
        ) {
            self.kind = kind
            self.nameID = nameID
            self.name = name
            self.offset = offset
            self.minimum = minimum
            self.maximum = maximum
            self.codec = codec
            self.first = first
            self.isToken = isToken
            self.fixed = fixed
            self.defaultValue = defaultValue
            self.elements = elements
            self.typeNames = typeNames
            self.restrictions = restrictions
        }
    }

    /// What a type is made of, boxes taken away.
    static func form(of type: any XMLContent.Type) -> XMLContentKind.Form {
        if case .box(let inner) = type.xmlKind.form { return inner.xmlKind.form }
        return type.xmlKind.form
    }

    /// The name of the type in the schema, for messages; nil for an anonymous one.
    public let typeName: XMLName?
    let fields: [Field]
    /// The field for an `xsi:type` that names a restriction.
    var typeNameField: Field? { fields.first { !$0.typeNames.isEmpty } }
    let attributeCount: Int
    let content: Content
    let isGroup: Bool
    let firstElements: XMLFirstElements
    // Never freed: tables live as long as the process. Changes only in what is found once (XMLSlot.target).
    nonisolated(unsafe) let layout: UnsafePointer<XMLLayout>

    /// Describes a struct.
    ///
    /// - Parameters:
    ///   - type: The struct.
    ///   - name: The name of the type in the schema, or nil.
    ///   - namespace: The namespace of elements, unless a field says another.
    ///   - group: Whether the struct is a part of an element's content and no element of its own.
    public init<T>(
        _ type: T.Type, _ name: String? = nil, in namespace: XMLNamespace, group: Bool = false,
        _ describe: (inout XMLTableBuilder<T>) -> Void
    ) {
        var builder = XMLTableBuilder<T>(namespace: namespace)
        describe(&builder)
        typeName = name.map { XMLName($0, in: namespace.uri) }
        let attributes = builder.fields.filter { $0.kind == .attribute || $0.kind == .anyAttribute }
        let others = builder.fields.filter { $0.kind != .attribute && $0.kind != .anyAttribute }
        fields = attributes + others
        attributeCount = attributes.count
        isGroup = group
        if builder.isAll {
            content = .all
        } else {
            switch others.first?.kind {
            case nil: content = .empty
            case .value: content = .value
            case .mixed: content = .mixed
            default: content = .sequence
            }
        }
        var first = XMLFirstElements()
        if group {
            for field in others {
                first.names.formUnion(field.first.names)
                first.wildcards += field.first.wildcards
                if field.minimum > 0 { break }
            }
        }
        firstElements = first
        layout = XMLLayout.make(
            fields, content: content, isGroup: group, size: MemoryLayout<T>.size, typeName: typeName)
    }
}

/// Collects the fields of a struct for its table.
public struct XMLTableBuilder<Root> {
    let namespace: XMLNamespace
    var fields: [XMLTable.Field] = []
    /// Elements may come in any order (`xs:all`).
    public var isAll = false

    /// An element.
    ///
    /// - Parameters:
    ///   - name: Its local name.
    ///   - path: The stored field.
    ///   - other: Its namespace, when it is not that of the table.
    ///   - minimum: The least number of times, when the field's type does not say it.
    ///   - maximum: The greatest number of times, when the field's type does not say it.
    ///   - token: Whether white space is collapsed.
    ///   - fixed: The only value that is allowed.
    ///   - defaultValue: The value of an empty element.
    public mutating func element<F: XMLField>(
        _ name: String, _ path: KeyPath<Root, F>, in other: XMLNamespace? = nil, min minimum: Int? = nil,
        max maximum: Int? = nil, token: Bool = false, fixed: String? = nil, default defaultValue: String? = nil
    ) {
        let namespace = other ?? self.namespace
        let name = XMLName(name, in: namespace.uri)
        let id = XMLNameRegistry.id(name, prefix: namespace.prefix)
        var first = XMLFirstElements()
        first.names = [id]
        add(
            .element, path, id, name, minimum, maximum, first: first, token: token, fixed: fixed,
            defaultValue: defaultValue)
    }

    /// A choice, or a sequence that may be left out or repeated.
    public mutating func group<F: XMLField>(_ path: KeyPath<Root, F>, min minimum: Int? = nil, max maximum: Int? = nil)
    {
        add(.group, path, 0, XMLName(""), minimum, maximum)
    }

    /// Foreign elements.
    public mutating func any<F: XMLField>(
        _ path: KeyPath<Root, F>, _ wildcard: XMLWildcard = .any, min minimum: Int? = nil, max maximum: Int? = nil
    ) {
        var first = XMLFirstElements()
        first.wildcards = [wildcard]
        add(.wildcard, path, 0, XMLName("*"), minimum, maximum, first: first)
    }

    /// The text of an element with simple content.
    public mutating func value<F: XMLField>(_ path: KeyPath<Root, F>, token: Bool = false) {
        add(.value, path, 0, XMLName(""), nil, nil, token: token)
    }

    /// Text and elements in their order.
    ///
    /// - Parameters:
    ///   - path: The stored field.
    ///   - elements: What the elements among them must be; nil when anything may stand there.
    public mutating func mixed(_ path: KeyPath<Root, XMLMixedContent>, of elements: (any XMLComplex.Type)? = nil) {
        add(.mixed, path, 0, XMLName(""), nil, nil, elements: elements)
    }

    /// `xsi:type`, where types that restrict this one may stand in for it.
    ///
    /// - Parameters:
    ///   - path: The stored field.
    ///   - names: The types that restrict this one.
    ///   - types: What stands for each of them, in the same order. Content is held to what they allow.
    public mutating func typeName(
        _ path: KeyPath<Root, XMLTypeName?>, _ names: [XMLName], _ types: [any XMLComplex.Type]
    ) {
        let name = XMLName("type", in: XMLName.schemaInstanceNamespace)
        add(
            .attribute, path, XMLNameRegistry.id(name, prefix: "xsi"), name, 0, 1, typeNames: names,
            restrictions: types)
    }

    /// An attribute.
    public mutating func attribute<F: XMLField>(
        _ name: String, _ path: KeyPath<Root, F>, in namespace: XMLNamespace = .unqualified, token: Bool = false,
        fixed: String? = nil
    ) {
        let name = XMLName(name, in: namespace.uri)
        let id = XMLNameRegistry.id(name, prefix: namespace.prefix)
        let occurrence = F.occurrence
        // A list type is an array; the attribute itself is there or not by the table.
        add(.attribute, path, id, name, occurrence.minimum, 1, token: token, fixed: fixed)
    }

    /// Attributes that the schema does not name.
    public mutating func anyAttribute(_ path: KeyPath<Root, XMLForeignAttributes>, _ wildcard: XMLWildcard = .any) {
        var first = XMLFirstElements()
        first.wildcards = [wildcard]
        add(.anyAttribute, path, 0, XMLName("*"), 0, 1, first: first)
    }

    private mutating func add<F: XMLField>(
        _ kind: XMLTable.Kind, _ path: KeyPath<Root, F>, _ id: Int32, _ name: XMLName, _ minimum: Int?,
        _ maximum: Int?, first: XMLFirstElements? = nil, token: Bool = false, fixed: String? = nil,
        defaultValue: String? = nil, elements: (any XMLComplex.Type)? = nil, typeNames: [XMLName] = [],
        restrictions: [any XMLComplex.Type] = []
    ) {
        guard let offset = MemoryLayout<Root>.offset(of: path) else {
            preconditionFailure("a table names a field that is not stored: \(name)")
        }
        let codec = F.makeCodec()
        let bounds = F.occurrence
        fields.append(
            XMLTable.Field(
                kind: kind, nameID: id, name: name, offset: offset,
                minimum: Int32(clamping: minimum ?? bounds.minimum),
                maximum: (maximum ?? bounds.maximum).map { Int32(clamping: $0) } ?? Int32.max, codec: codec,
                first: first ?? codec.firstElements, isToken: token, fixed: fixed, defaultValue: defaultValue,
                elements: elements, typeNames: typeNames, restrictions: restrictions))
    }
}
