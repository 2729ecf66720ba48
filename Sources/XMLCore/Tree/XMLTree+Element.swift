extension XMLTree {
    /// An element with its attributes and everything below it.
    ///
    /// A value: changing a copy changes nothing else. What was read stays packed until it is changed or asked for, so
    /// `attributes` and `children` are made at each call then; outside of loops they cost nothing that matters.
    public struct Element: Sendable {
        private var storage: ElementStorage
        /// Where the element stands in packed content, or `ownIndex`.
        private var index: UInt32

        private static var ownIndex: UInt32 { .max }

        /// An element from its parts. A prefix or namespace that nothing declares is declared by the writer.
        public init(
            _ name: XMLName, prefix: String? = nil, namespaces: [XMLNamespaceDeclaration] = [],
            attributes: [XMLAttribute] = [], children: [Node] = []
        ) {
            self.init(
                OwnContent.Parts(
                    name: name, prefix: prefix, namespaces: namespaces, attributes: attributes, children: children,
                    position: nil))
        }

        /// An element with nothing but text.
        public init(_ name: XMLName, prefix: String? = nil, attributes: [XMLAttribute] = [], text: String) {
            self.init(name, prefix: prefix, attributes: attributes, children: text.isEmpty ? [] : [.text(text)])
        }

        init(_ start: XMLStartElement, children: [Node]) {
            self.init(
                OwnContent.Parts(
                    name: start.name, prefix: start.prefix, namespaces: start.namespaces,
                    attributes: start.attributes, children: children, position: start.position))
        }

        init(_ packed: PackedContent, at index: Int) {
            storage = packed
            self.index = UInt32(index)
        }

        private init(_ parts: OwnContent.Parts) {
            storage = OwnContent(parts)
            index = Self.ownIndex
        }
    }
}

// MARK: - Parts

extension XMLTree.Element {
    /// The content that was read and the place in it, or nil for an element with content of its own.
    @inline(__always)
    private var packed: (content: PackedContent, at: Int)? {
        index == Self.ownIndex ? nil : (unsafeDowncast(storage, to: PackedContent.self), Int(index))
    }

    /// The content of its own, of an element that has no packed one.
    @inline(__always)
    private var own: OwnContent { unsafeDowncast(storage, to: OwnContent.self) }

    /// Sees to it that the element has content of its own which nobody else holds.
    private mutating func makeOwn() {
        if let (content, at) = packed {
            storage = OwnContent(content.parts(at))
            index = Self.ownIndex
        } else if !isKnownUniquelyReferenced(&storage) {
            storage = OwnContent(own.parts)
        }
    }

    /// The element's name.
    public var name: XMLName {
        get { packed.map { $0.content.name($0.at) } ?? own.parts.name }
        _modify {
            makeOwn()
            yield &own.parts.name
        }
    }

    /// The prefix under which it is written, or nil.
    public var prefix: String? {
        get { if let (content, at) = packed { content.prefix(at) } else { own.parts.prefix } }
        _modify {
            makeOwn()
            yield &own.parts.prefix
        }
    }

    /// The namespace declarations on this element.
    public var namespaces: [XMLNamespaceDeclaration] {
        get { packed.map { $0.content.namespaces($0.at) } ?? own.parts.namespaces }
        _modify {
            makeOwn()
            yield &own.parts.namespaces
        }
    }

    /// The attributes in their order.
    public var attributes: [XMLAttribute] {
        get { packed.map { $0.content.attributes($0.at) } ?? own.parts.attributes }
        _modify {
            makeOwn()
            yield &own.parts.attributes
        }
    }

    /// The content in its order.
    public var children: [XMLTree.Node] {
        get {
            packed.map { $0.content.nodes(from: $0.content.contentStart($0.at), to: $0.content.contentEnd($0.at)) }
                ?? own.parts.children
        }
        _modify {
            makeOwn()
            yield &own.parts.children
        }
    }

    /// Where the element was read, or nil when it was made. Not part of equality.
    public var position: XMLPosition? {
        get { if let (content, at) = packed { content.position(at) } else { own.parts.position } }
        _modify {
            makeOwn()
            yield &own.parts.position
        }
    }

    /// The number of children, without making them.
    private var childCount: Int {
        packed.map { $0.content.count(from: $0.content.contentStart($0.at), to: $0.content.contentEnd($0.at)) }
            ?? own.parts.children.count
    }
}

extension XMLTree.Element: Hashable {
    /// Equal content; where the elements were read does not matter.
    public static func == (left: Self, right: Self) -> Bool {
        if left.storage === right.storage, left.index == right.index { return true }
        return left.name == right.name && left.prefix == right.prefix && left.namespaces == right.namespaces
            && left.attributes == right.attributes && left.children == right.children
    }

    /// Hashes what tells elements apart without going all the way down.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(attributes)
        hasher.combine(childCount)
    }
}

extension XMLTree.Element {
    /// The value of the attribute of this name in no namespace. Setting nil removes it; a new one goes to the end.
    public subscript(_ local: String) -> String? {
        get { attribute(XMLName(local)) }
        set { setAttribute(XMLName(local), to: newValue) }
    }

    /// The value of an attribute, or nil.
    public func attribute(_ name: XMLName) -> String? {
        if let (content, at) = packed { return content.attribute(name.local, namespace: name.namespace, of: at) }
        return own.parts.attributes.first { $0.name == name }?.value
    }

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
    public var elements: some Sequence<XMLTree.Element> {
        packed.map {
            Elements.packed($0.content, from: $0.content.contentStart($0.at), to: $0.content.contentEnd($0.at))
        }
            ?? Elements.own(own.parts.children[...])
    }

    /// Child elements, made one by one as they are asked for.
    private enum Elements: Sequence, IteratorProtocol {
        case packed(PackedContent, from: Int, to: Int)
        case own(ArraySlice<XMLTree.Node>)

        mutating func next() -> XMLTree.Element? {
            switch self {
            case .packed(let content, let start, let end):
                guard let found = content.element(from: start, to: end) else { return nil }
                self = .packed(content, from: content.after(found), to: end)
                return XMLTree.Element(content, at: found)
            case .own(let nodes):
                guard let found = nodes.firstIndex(where: { $0.element != nil }) else { return nil }
                self = .own(nodes[(found + 1)...])
                return nodes[found].element
            }
        }
    }

    /// The first child element of a name.
    public func first(_ name: XMLName) -> XMLTree.Element? { first(.name(name)) }

    /// All child elements of a name, in their order.
    public func all(_ name: XMLName) -> [XMLTree.Element] { all(.name(name)) }

    /// The first child element of a local name, in any namespace or none.
    public func first(local: String) -> XMLTree.Element? { first(.local(local)) }

    /// All child elements of a local name, in any namespace or none, in their order.
    public func all(local: String) -> [XMLTree.Element] { all(.local(local)) }

    /// The first child element of a local name in this element's namespace or in none.
    package func first(own local: String) -> XMLTree.Element? { first(.own(local)) }

    /// All child elements of a local name in this element's namespace or in none, in their order.
    package func all(own local: String) -> [XMLTree.Element] { all(.own(local)) }

    private func first(_ wanted: PackedContent.Wanted) -> XMLTree.Element? {
        if let (content, at) = packed {
            return content.first(wanted, of: at, from: content.contentStart(at)).map { .init(content, at: $0) }
        }
        for case .element(let child) in own.parts.children where fits(child, wanted) { return child }
        return nil
    }

    private func all(_ wanted: PackedContent.Wanted) -> [XMLTree.Element] {
        var result: [XMLTree.Element] = []
        if let (content, at) = packed {
            var start = content.contentStart(at)
            while let found = content.first(wanted, of: at, from: start) {
                result.append(.init(content, at: found))
                start = content.after(found)
            }
        } else {
            for case .element(let child) in own.parts.children where fits(child, wanted) { result.append(child) }
        }
        return result
    }

    private func fits(_ child: XMLTree.Element, _ wanted: PackedContent.Wanted) -> Bool {
        let found = child.name
        switch wanted {
        case .name(let name): return found == name
        case .local(let local): return found.local == local
        case .own(let local):
            return found.local == local && (found.namespace == nil || found.namespace == name.namespace)
        }
    }

    /// All text and CDATA below this element, joined.
    public var text: String {
        if let (content, at) = packed { return content.text(of: at) }
        // Most elements hold one text: it is shared, not copied.
        if own.parts.children.count == 1, case .text(let only) = own.parts.children[0] { return only }
        var result = ""
        appendText(to: &result)
        return result
    }

    private func appendText(to result: inout String) {
        for child in children {
            switch child {
            case .text(let text), .cdata(let text): result += text
            case .element(let element): result += element.text
            case .comment, .processingInstruction: break
            }
        }
    }

    /// Hands each attribute value and text of this element and of all below it to `body`, as bytes in UTF-8.
    package func forEachValue(_ body: (UnsafeRawBufferPointer) -> Void) {
        if let (content, at) = packed { return content.forEachValue(of: at, body) }
        func hand(_ text: String) {
            var text = text
            text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
        }
        for attribute in own.parts.attributes { hand(attribute.value) }
        for child in own.parts.children {
            switch child {
            case .element(let element): element.forEachValue(body)
            case .text(let text), .cdata(let text): hand(text)
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
        guard elements.first(where: { _ in true }) != nil else { return }
        makeOwn()
        for index in own.parts.children.indices {
            guard case .element(var element) = own.parts.children[index] else { continue }
            // Taken out first, so that the change does not copy everything below it.
            own.parts.children[index] = .text("")
            defer { own.parts.children[index] = .element(element) }
            try body(&element)
        }
    }

    /// Hands the first child element of a name to `body`, which may change it. Nil when there is none.
    @discardableResult
    public mutating func updateFirst<R, E: Error>(
        _ name: XMLName, _ body: (inout XMLTree.Element) throws(E) -> R
    ) throws(E) -> R? {
        guard first(name) != nil else { return nil }
        makeOwn()
        for index in own.parts.children.indices {
            guard case .element(var element) = own.parts.children[index], element.name == name else { continue }
            own.parts.children[index] = .text("")
            defer { own.parts.children[index] = .element(element) }
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
