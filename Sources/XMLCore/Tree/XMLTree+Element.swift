extension XMLTree {
    /// An element with its attributes and everything below it.
    public struct Element: Sendable {
        /// The element's name.
        public var name: XMLName
        /// The prefix under which it is written, or nil.
        public var prefix: String?
        /// The namespace declarations on this element.
        public var namespaces: [XMLNamespaceDeclaration]
        /// The attributes in their order.
        public var attributes: [XMLAttribute]
        /// The content in its order.
        public var children: [Node]
        /// Where the element was read, or nil when it was made. Not part of equality.
        public var position: XMLPosition?

        /// An element from its parts. A prefix or namespace that nothing declares is declared by the writer.
        public init(
            _ name: XMLName, prefix: String? = nil, namespaces: [XMLNamespaceDeclaration] = [],
            attributes: [XMLAttribute] = [], children: [Node] = []
        ) {
            self.name = name
            self.prefix = prefix
            self.namespaces = namespaces
            self.attributes = attributes
            self.children = children
        }

        /// An element with nothing but text.
        public init(_ name: XMLName, prefix: String? = nil, attributes: [XMLAttribute] = [], text: String) {
            self.init(name, prefix: prefix, attributes: attributes, children: text.isEmpty ? [] : [.text(text)])
        }

        init(_ start: XMLStartElement) {
            self.init(
                start.name, prefix: start.prefix, namespaces: start.namespaces, attributes: start.attributes)
            position = start.position
        }
    }
}

extension XMLTree.Element: Hashable {
    /// Equal content; where the elements were read does not matter.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.prefix == right.prefix && left.namespaces == right.namespaces
            && left.attributes == right.attributes && left.children == right.children
    }

    /// Hashes what tells elements apart without going all the way down.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(attributes)
        hasher.combine(children.count)
    }
}

extension XMLTree.Element {
    /// The value of the attribute of this name in no namespace. Setting nil removes it; a new one goes to the end.
    public subscript(_ local: String) -> String? {
        get { attribute(XMLName(local)) }
        set { setAttribute(XMLName(local), to: newValue) }
    }

    /// The value of an attribute, or nil.
    public func attribute(_ name: XMLName) -> String? { attributes.first { $0.name == name }?.value }

    /// Sets the value of an attribute in its place, adds it at the end, or removes it with nil.
    public mutating func setAttribute(_ name: XMLName, prefix: String? = nil, to value: String?) {
        let index = attributes.firstIndex { $0.name == name }
        switch (index, value) {
        case (let index?, let value?): attributes[index].value = value
        case (let index?, nil): attributes.remove(at: index)
        case (nil, let value?): attributes.append(XMLAttribute(name, prefix: prefix, value: value))
        case (nil, nil): break
        }
    }

    /// The child elements in their order.
    public var elements: some Sequence<XMLTree.Element> { children.lazy.compactMap(\.element) }

    /// The first child element of a name.
    public func first(_ name: XMLName) -> XMLTree.Element? { elements.first { $0.name == name } }

    /// All child elements of a name, in their order.
    public func all(_ name: XMLName) -> [XMLTree.Element] { elements.filter { $0.name == name } }

    /// The first child element of a local name, in any namespace or none.
    public func first(local: String) -> XMLTree.Element? { elements.first { $0.name.local == local } }

    /// All child elements of a local name, in any namespace or none, in their order.
    public func all(local: String) -> [XMLTree.Element] { elements.filter { $0.name.local == local } }

    /// All text and CDATA below this element, joined.
    public var text: String {
        // Most elements hold one text: it is shared, not copied.
        if children.count == 1, case .text(let only) = children[0] { return only }
        var result = ""
        appendText(to: &result)
        return result
    }

    private func appendText(to result: inout String) {
        for child in children {
            switch child {
            case .text(let text), .cdata(let text): result += text
            case .element(let element): element.appendText(to: &result)
            case .comment, .processingInstruction: break
            }
        }
    }

    /// Replaces the whole content by text.
    public mutating func setText(_ text: String) { children = text.isEmpty ? [] : [.text(text)] }

    /// Adds a child element at the end.
    public mutating func append(_ element: XMLTree.Element) { children.append(.element(element)) }

    /// Hands each child element to `body`, which may change it.
    public mutating func updateElements<E: Error>(_ body: (inout XMLTree.Element) throws(E) -> Void) throws(E) {
        for index in children.indices {
            guard case .element(var element) = children[index] else { continue }
            // Taken out first, so that the change does not copy everything below it.
            children[index] = .text("")
            defer { children[index] = .element(element) }
            try body(&element)
        }
    }

    /// Hands the first child element of a name to `body`, which may change it. Nil when there is none.
    @discardableResult
    public mutating func updateFirst<R, E: Error>(
        _ name: XMLName, _ body: (inout XMLTree.Element) throws(E) -> R
    ) throws(E) -> R? {
        for index in children.indices {
            guard case .element(var element) = children[index], element.name == name else { continue }
            children[index] = .text("")
            defer { children[index] = .element(element) }
            return try body(&element)
        }
        return nil
    }

    /// Hands this element and every element below it, outer ones first, to `body`, which may change it.
    public mutating func updateAll<E: Error>(_ body: (inout XMLTree.Element) throws(E) -> Void) throws(E) {
        try body(&self)
        try updateElements { (element) throws(E) in try element.updateAll(body) }
    }
}
