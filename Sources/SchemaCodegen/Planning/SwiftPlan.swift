import Findings
import SchemaModel
import XMLCore

/// The Swift types that will be written.
struct SwiftPlan {
    /// What a field or case holds.
    enum Content: Hashable {
        /// A type of the run time or of Swift.
        case runtime(String)
        /// A generated type by its number.
        case generated(Int)
        /// A type of the run time that holds another one.
        indirect case wrapped(String, Content)
    }

    /// How often it is held.
    enum Occurrence: Hashable {
        case one
        case optional
        case many(minimum: Int, maximum: Int?)
    }

    enum FieldKind: Hashable {
        case attribute, element, group, value
        case anyAttribute(Wildcard)
        /// Text and elements; the number of the type that the elements must be, nil for any.
        case mixed(Int?)
        /// `xsi:type`, which may name one of some types that restrict the one around, with the numbers of their structs.
        case typeName([XMLName], [Int])
        case any(Wildcard)
    }

    struct Field {
        var name: String
        var xmlName: XMLName
        var kind: FieldKind
        var content: Content
        var occurrence: Occurrence
        var isToken = false
        var fixed: String?
        var defaultValue: String?
        var isIndirect = false
        var documentation: [String] = []
    }

    struct EnumCase {
        var name: String
        var value: String
        var documentation: [String]
    }

    struct Variant {
        var name: String
        var type: XMLName
        var content: Content
        var isDeclared: Bool
    }

    struct UnionCase {
        var name: String
        var content: Content
    }

    enum Kind {
        /// An element's content, or a group of elements.
        case structure(fields: [Field], isGroup: Bool, isAll: Bool)
        case choice(cases: [Field])
        case variants([Variant])
        case enumeration([EnumCase], isOpen: Bool)
        case refined(base: Content, Facets, collapses: Bool)
        case union([UnionCase])
        case alias(Content)
    }

    struct TypePlan {
        /// The simple name.
        var name: String
        /// The number of the type in which it is nested.
        var parent: Int?
        /// The name in the schema, nil for anonymous types and groups.
        var xmlName: XMLName?
        /// The namespace of most of its elements.
        var namespace: String?
        var kind: Kind
        /// The document in which it is defined: gives the file.
        var document: Int
        var documentation: [String]
        var source: String
        /// The module that it was made in earlier; nil for what is made now.
        var module: String?
        var rootNames: [XMLName] = []
        var isComplexType = false
        /// For enumerations of numbers, dates and the like: the type whose values are listed.
        var valueBase: Content?
        /// For XÖV code types: the fixed list URI and version.
        var codelist: (uri: String?, version: String?)?
        var children: [Int] = []
    }

    var types: [TypePlan] = []
    /// Namespaces with the name of their constant and their prefix, sorted by constant.
    var namespaces: [(uri: String, constant: String, prefix: String)] = []
    var roots: [Int] = []
    var findings: [Finding] = []

    func fullName(_ index: Int) -> String {
        var parts = [types[index].name]
        var parent = types[index].parent
        while let current = parent {
            parts.insert(types[current].name, at: 0)
            parent = types[current].parent
        }
        if let module = types[index].module { parts.insert(module, at: 0) }
        return parts.joined(separator: ".")
    }

    func text(_ content: Content) -> String {
        switch content {
        case .runtime(let name): name
        case .generated(let index): fullName(index)
        case .wrapped(let name, let inner): "\(name)<\(text(inner))>"
        }
    }
}
