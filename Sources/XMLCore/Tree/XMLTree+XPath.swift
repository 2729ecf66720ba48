import CXMLEvents
import Findings

extension XMLTree {
    /// What an XPath 1.0 expression gives (XPath 1.0, section 1).
    public enum XPathValue: Hashable, Sendable {
        /// Nodes in document order.
        case nodes([XPathNode])
        /// A text.
        case string(String)
        /// A number; `nan` where there is none.
        case number(Double)
        /// A truth value.
        case boolean(Bool)
    }

    /// A node that an XPath expression found.
    public enum XPathNode: Hashable, Sendable {
        /// The document itself.
        case document
        /// A node of the tree, with the way to it.
        case node(Node, at: NodePath)
        /// An attribute, with the way to its element.
        case attribute(XMLAttribute, of: NodePath)
        /// A namespace in force, with the way to the element.
        case namespace(XMLNamespaceDeclaration, of: NodePath)
    }

    /// The way from the document to a node: the positions among `children`, from 0, the first one among prolog, root
    /// and epilog together.
    public typealias NodePath = [Int]

    /// Evaluates an XPath 1.0 expression over the document.
    ///
    /// `namespaces` gives the prefixes that the expression uses; those of the document do not count. Throws an `xpath`
    /// error for a wrong expression. The document is written out and read by libxml2, so this is for queries, not for
    /// streams.
    public func evaluate(
        _ expression: String, namespaces: [String: String] = [:]
    ) throws(XMLError) -> XPathValue {
        let tree = joiningText()
        let bytes = try tree.serialized()
        var result = xev_xpath_result()
        defer { xev_xpath_free(&result) }
        var message = [CChar](repeating: 0, count: 512)
        let status = Self.withPairs(namespaces) { pairs, count in
            bytes.withUnsafeBytes { document in
                xev_xpath(
                    document.baseAddress, document.count, expression, pairs, count, &result, &message, message.count)
            }
        }
        switch status {
        case 0: break
        case 1:
            let words = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw XMLError(
                .xpath,
                Message(
                    de: "Der XPath-Ausdruck „\(expression)“ ist falsch: \(words)",
                    en: "The XPath expression \"\(expression)\" is wrong: \(words)"),
                hint: Message(
                    de: "Prüfen Sie Klammern, Funktionsnamen und ob jedes Präfix angegeben ist.",
                    en: "Check brackets, function names, and that every prefix is given."))
        case 2:
            throw XMLError(
                .notWritable,
                Message(de: "Das Dokument ist nicht lesbar.", en: "The document cannot be read."))
        default:
            throw XMLError(
                .outOfMemory, Message(de: "Der Speicher reicht nicht aus.", en: "There is not enough memory."))
        }
        switch result.kind {
        case XEV_XPATH_STRING: return .string(result.string.map { String(cString: $0) } ?? "")
        case XEV_XPATH_NUMBER: return .number(result.number)
        case XEV_XPATH_BOOLEAN: return .boolean(result.boolean != 0)
        default: return .nodes(tree.nodes(of: result))
        }
    }

    /// The nodes of the tree that an XPath 1.0 expression selects, in document order. Attributes and namespaces among
    /// them are left out; `evaluate` gives those as well.
    public func select(_ expression: String, namespaces: [String: String] = [:]) throws(XMLError) -> [Node] {
        guard case .nodes(let found) = try evaluate(expression, namespaces: namespaces) else { return [] }
        return found.compactMap { if case .node(let node, _) = $0 { node } else { nil } }
    }

    /// The node at the end of a way, or nil.
    public subscript(_ path: NodePath) -> Node? {
        guard let first = path.first else { return nil }
        let top = prolog + [.element(root)] + epilog
        guard top.indices.contains(first) else { return nil }
        var node = top[first]
        for position in path.dropFirst() {
            guard let children = node.element?.children, children.indices.contains(position) else { return nil }
            node = children[position]
        }
        return node
    }

    private static func withPairs<R>(
        _ namespaces: [String: String], _ body: (UnsafePointer<UnsafePointer<CChar>?>, Int) -> R
    ) -> R {
        let ordered = namespaces.sorted { $0.key < $1.key }
        var storage: [CChar] = []
        var offsets: [Int] = []
        for text in ordered.flatMap({ [$0.key, $0.value] }) {
            offsets.append(storage.count)
            storage += text.utf8CString
        }
        return storage.withUnsafeBufferPointer { all in
            let pointers = offsets.map { offset in all.baseAddress.map { $0 + offset } } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress!, ordered.count) }
        }
    }

    private func nodes(of result: xev_xpath_result) -> [XPathNode] {
        var found: [XPathNode] = []
        found.reserveCapacity(result.node_count)
        var step = 0
        var name = 0
        func nextName() -> String {
            guard let names = result.names else { return "" }
            let text = String(cString: names + name)
            name += text.utf8.count + 1
            return text
        }
        for _ in 0..<result.node_count {
            let head = result.steps[step]
            let depth = Int(head & ~(1 << 31))
            let path = (0..<depth).map { Int(result.steps[step + 1 + $0]) }
            step += 1 + depth
            if head & (1 << 31) != 0 {
                let (local, namespace, value) = (nextName(), nextName(), nextName())
                if namespace == "http://www.w3.org/2000/xmlns/" {
                    found.append(
                        .namespace(
                            XMLNamespaceDeclaration(prefix: local.isEmpty ? nil : local, uri: value), of: path))
                } else {
                    let name = XMLName(local, in: namespace)
                    let written = self[path]?.element?.attributes.first { $0.name == name }
                    found.append(.attribute(written ?? XMLAttribute(name, value: value), of: path))
                }
            } else if depth == 0 {
                found.append(.document)
            } else if let node = self[path] {
                found.append(.node(node, at: path))
            }
        }
        return found
    }

    /// The tree as libxml2 will see it: no empty texts, neighbouring texts joined. Otherwise positions would differ.
    private func joiningText() -> XMLTree {
        var copy = self
        copy.root.joinText()
        return copy
    }
}

extension XMLTree.Element {
    fileprivate mutating func joinText() {
        var joined: [XMLTree.Node] = []
        joined.reserveCapacity(children.count)
        for child in children {
            switch (joined.last, child) {
            case (_, .text("")): continue
            case (.text(let before)?, .text(let text)): joined[joined.count - 1] = .text(before + text)
            case (.cdata(let before)?, .cdata(let text)): joined[joined.count - 1] = .cdata(before + text)
            default: joined.append(child)
            }
        }
        children = joined
        updateElements { $0.joinText() }
    }
}
