import XMLCore

/// Foreign content (`xs:any`, `xs:anyType`): an element as it was read.
public struct XMLAnyElement: XMLField, XMLContent {
    /// The element.
    public var element: XMLTree.Element

    /// A holder for an element.
    public init(_ element: XMLTree.Element) { self.element = element }

    /// Equal names, attributes and content; prefixes and where they are declared do not count.
    public static func == (left: Self, right: Self) -> Bool { XMLSameness.isSame(left.element, right.element) }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(element.name) }

    /// Reads the element before the decoder.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        target.initialize(to: XMLAnyElement(try decoder.readTree()))
    }

    /// Writes the element.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try encoder.tree(element) }
}

/// The content of an element whose type is `xs:anyType`: attributes and nodes as they were read.
public struct XMLAnyContent: XMLField, XMLContent {
    /// The attributes.
    public var attributes: [XMLAttribute]
    /// The namespaces that are declared at the element.
    public var namespaces: [XMLNamespaceDeclaration]
    /// Text and elements in their order.
    public var nodes: [XMLTree.Node]

    /// Content from its parts.
    public init(
        attributes: [XMLAttribute] = [], namespaces: [XMLNamespaceDeclaration] = [], nodes: [XMLTree.Node] = []
    ) {
        self.attributes = attributes
        self.namespaces = namespaces
        self.nodes = nodes
    }

    /// Equal attributes and content; prefixes and where they are declared do not count.
    public static func == (left: Self, right: Self) -> Bool { XMLSameness.isSame(left, right) }
    /// Hashes the number of nodes.
    public func hash(into hasher: inout Hasher) { hasher.combine(nodes.count) }

    /// Reads the element before the decoder.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        let element = try decoder.readTree()
        target.initialize(
            to: XMLAnyContent(
                attributes: element.attributes, namespaces: element.namespaces, nodes: element.children))
    }

    /// Writes attributes and content.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        for namespace in namespaces { encoder.declare(namespace) }
        for attribute in attributes { encoder.attribute(attribute) }
        for node in nodes { try encoder.node(node) }
    }
}

/// Text and elements in their order (`mixed="true"`).
public struct XMLMixedContent: XMLField, XMLContent {
    /// Text and elements in their order.
    public var nodes: [XMLTree.Node]

    /// Content from its nodes.
    public init(_ nodes: [XMLTree.Node] = []) { self.nodes = nodes }

    /// Equal content; prefixes and where they are declared do not count.
    public static func == (left: Self, right: Self) -> Bool { XMLSameness.isSame(left.nodes, right.nodes) }
    /// Hashes the number of nodes.
    public func hash(into hasher: inout Hasher) { hasher.combine(nodes.count) }

    /// Not read by itself: the struct that holds it reads it.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        target.initialize(to: XMLMixedContent(try decoder.nodes()))
    }

    /// Writes the nodes.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        for node in nodes { try encoder.node(node) }
    }
}

/// Attributes that the schema allows without naming them (`xs:anyAttribute`).
public struct XMLForeignAttributes: XMLField, XMLContent {
    /// The attributes.
    public var attributes: [XMLAttribute]

    /// A holder for attributes.
    public init(_ attributes: [XMLAttribute] = []) { self.attributes = attributes }

    /// Equal names and values, in any order.
    public static func == (left: Self, right: Self) -> Bool { XMLSameness.isSame(left.attributes, right.attributes) }
    /// Hashes the number of attributes.
    public func hash(into hasher: inout Hasher) { hasher.combine(attributes.count) }

    /// Not read by itself: the struct that holds it reads it.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        target.initialize(to: XMLForeignAttributes())
    }

    /// Writes the attributes.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        for attribute in attributes { encoder.attribute(attribute) }
    }
}

/// Compares foreign content by what it says: prefixes, declarations and the order of attributes are left out.
struct XMLSameness {
    /// The declarations in force on both sides, the innermost last.
    private var left: [XMLNamespaceDeclaration] = []
    private var right: [XMLNamespaceDeclaration] = []

    static func isSame(_ left: XMLTree.Element, _ right: XMLTree.Element) -> Bool { XMLSameness().isSame(left, right) }

    static func isSame(_ left: [XMLAttribute], _ right: [XMLAttribute]) -> Bool { XMLSameness().isSame(left, right) }

    static func isSame(_ left: [XMLTree.Node], _ right: [XMLTree.Node]) -> Bool { XMLSameness().isSame(left, right) }

    static func isSame(_ left: XMLAnyContent, _ right: XMLAnyContent) -> Bool {
        let inner = XMLSameness(left: left.namespaces, right: right.namespaces)
        return inner.isSame(left.attributes, right.attributes) && inner.isSame(left.nodes, right.nodes)
    }

    private func isSame(_ left: XMLTree.Element, _ right: XMLTree.Element) -> Bool {
        guard left.name == right.name else { return false }
        let inner = XMLSameness(left: self.left + left.namespaces, right: self.right + right.namespaces)
        return inner.isSame(left.attributes, right.attributes) && inner.isSame(left.children, right.children)
    }

    private func isSame(_ left: [XMLAttribute], _ right: [XMLAttribute]) -> Bool {
        left.count == right.count
            && left.allSatisfy { one in
                guard let other = right.first(where: { $0.name == one.name }) else { return false }
                if one.value == other.value { return true }
                // The one attribute whose value is known to be a name.
                return one.name == XMLName("type", in: XMLName.schemaInstanceNamespace)
                    && Self.name(one.value, self.left) == Self.name(other.value, self.right)
            }
    }

    private static func name(_ text: String, _ declarations: [XMLNamespaceDeclaration]) -> XMLName {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let prefix = parts.count == 2 ? parts[0] : nil
        return XMLName(parts.last ?? "", in: declarations.last { $0.prefix == prefix }?.uri)
    }

    private func isSame(_ left: [XMLTree.Node], _ right: [XMLTree.Node]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { pair in
                switch pair {
                case (.element(let left), .element(let right)): isSame(left, right)
                case (.text(let left), .text(let right)), (.text(let left), .cdata(let right)),
                    (.cdata(let left), .text(let right)), (.cdata(let left), .cdata(let right)):
                    left == right
                default: pair.0 == pair.1
                }
            }
    }
}

/// An element that may say that it has no value (`nillable="true"`, `xsi:nil`).
public enum XMLNillable<Value: XMLContent>: XMLField, XMLContent {
    /// The value.
    case value(Value)
    /// `xsi:nil="true"`.
    case absent
    /// `xsi:nil="true"` on an element that has other attributes all the same. An `xsi:type` among them has the form
    /// `{namespace}name`.
    case absentWith(XMLForeignAttributes)

    /// Reads the element before the decoder.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        let text = decoder.schemaInstance("nil")
        let isNil = text.flatMap { Bool(xmlBytes: $0) }
        if let text, isNil == nil {
            throw decoder.badValue(String(decoding: text, as: UTF8.self), expected: "xsi:nil (xs:boolean)")
        }
        decoder.nilIsHandled = text != nil
        defer { decoder.nilIsHandled = false }
        if isNil == true {
            try decoder.checkAttributes(of: Value.self)
            let type = decoder.namedType()
            let element = try decoder.readTree()
            let child = element.elements.first { _ in true }
            if let place = child?.position {
                decoder.line = UInt32(place.line)
                decoder.column = UInt32(place.column)
            }
            guard child == nil, element.text.isEmpty else {
                throw decoder.badValue(element.text, expected: "xsi:nil")
            }
            decoder.rules = nil
            let attributes = element.attributes.compactMap { attribute in
                guard attribute.name.namespace == XMLName.schemaInstanceNamespace else { return attribute }
                guard attribute.name.local == "type", let type else { return nil }
                return XMLAttribute(attribute.name, prefix: "xsi", value: XMLJSONName.expanded(type))
            }
            target.initialize(to: attributes.isEmpty ? .absent : .absentWith(XMLForeignAttributes(attributes)))
            return
        }
        try withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { memory in
            guard let temporary = memory.baseAddress else { return }
            try Value.decodeContent(decoder, into: temporary)
            target.initialize(to: .value(temporary.move()))
        }
    }

    /// Writes the value, or `xsi:nil`.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        switch self {
        case .value(let value): try value.encodeContent(encoder)
        case .absent: Self.encodeNil(encoder)
        case .absentWith(let attributes):
            Self.encodeNil(encoder)
            for attribute in attributes.attributes {
                var attribute = attribute
                if attribute.name == XMLName("type", in: XMLName.schemaInstanceNamespace) {
                    attribute.value = encoder.qualified(XMLJSONName.name(attribute.value), preferred: "")
                }
                encoder.attribute(attribute)
            }
        }
    }
}

extension XMLNillable {
    private static func encodeNil(_ encoder: XMLContentEncoder) {
        let name = XMLName("nil", in: XMLName.schemaInstanceNamespace)
        encoder.attribute(XMLAttribute(name, prefix: "xsi", value: "true"))
    }
}

/// Values of one simple type, separated by blanks (`xs:list`).
public struct XMLList<Element: XMLContent>: XMLField, XMLContent, ExpressibleByArrayLiteral {
    /// The values in their order.
    public var values: [Element]

    /// A list of values.
    public init(_ values: [Element]) { self.values = values }
    /// A list of values.
    public init(arrayLiteral elements: Element...) { values = elements }

    /// Reads an element with nothing but values.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.withElementText { try decodeText($0, decoder, into: target) }
    }

    /// Reads values.
    public static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws {
        var result: [Element] = []
        try withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) { memory in
            guard let temporary = memory.baseAddress else { return }
            for word in text.split(whereSeparator: { XMLWhiteSpace.isBlank($0) }) {
                try Element.decodeText(UnsafeRawBufferPointer(rebasing: word), decoder, into: temporary)
                result.append(temporary.move())
            }
        }
        target.initialize(to: XMLList(result))
    }

    /// Writes the values.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try encodeText(encoder) }

    /// Writes the values, one blank between two.
    public func encodeText(_ encoder: XMLContentEncoder) throws {
        for (index, value) in values.enumerated() {
            if index > 0 { encoder.text(" ") }
            try value.encodeText(encoder)
        }
    }
}
