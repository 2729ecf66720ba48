import XMLCore

/// What a content is in JSON.
enum XMLJSONShape {
    enum Value { case bool, number, name, text }
    case value(Value)
    case list(any XMLContent.Type)
    case nillable(any XMLContent.Type)
    case complex(XMLTable)
    case variants(XMLVariantLayout)
    case anything

    init(_ type: any XMLContent.Type) {
        if let holder = type as? any XMLHolding.Type {
            self = holder.isList ? .list(holder.held) : .nillable(holder.held)
            return
        }
        switch type.xmlKind.form {
        case .box(let inner): self = XMLJSONShape(inner)
        case .complex(let table): self = .complex(table())
        case .variants(let variants): self = .variants(variants())
        case .enumeration: self = .value(.text)
        case .choice: self = .anything
        case .leaf(.bool, _): self = .value(.bool)
        case .leaf(.int, _), .leaf(.integer, _), .leaf(.decimal, _), .leaf(.double, _): self = .value(.number)
        case .leaf(.other, _): self = .value(Self.value(of: type))
        case .leaf: self = .value(.text)
        case .general: self = type == XSDQName.self || type == XMLTypeName.self ? .value(.name) : .anything
        }
    }

    private static func value(of type: any XMLContent.Type) -> Value {
        if let refined = type as? any XMLRefined.Type { return value(of: refined.xmlBase) }
        if type == Bool.self { return .bool }
        return type == Double.self || type is any XMLInteger.Type ? .number : .text
    }
}

extension XMLRefined {
    static var xmlBase: any XMLContent.Type { Base.self }
}

/// Types that hold values of another one.
protocol XMLHolding {
    static var held: any XMLContent.Type { get }
    static var isList: Bool { get }
}

extension XMLNillable: XMLHolding {
    static var held: any XMLContent.Type { Value.self }
    static var isList: Bool { false }
}

extension XMLList: XMLHolding {
    static var held: any XMLContent.Type { Element.self }
    static var isList: Bool { true }
}
