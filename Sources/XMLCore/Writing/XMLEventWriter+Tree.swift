extension XMLEventWriter {
    /// Writes a whole document, declaration included.
    public mutating func document(_ tree: XMLTree) throws(XMLError) {
        try startDocument()
        for node in tree.prolog { try write(node, dropsBlanks: true) }
        try element(tree.root)
        for node in tree.epilog { try write(node, dropsBlanks: true) }
    }

    /// Writes an element with everything below it.
    public mutating func element(_ element: XMLTree.Element) throws(XMLError) {
        try startElement(element.name, prefix: element.prefix, namespaces: element.namespaces)
        for attribute in element.attributes {
            try self.attribute(attribute.name, prefix: attribute.prefix, attribute.value)
        }
        // White space between elements is layout; beside other text it may mean something.
        let children = element.children
        let dropsBlanks =
            options.indent != nil
            && children.contains { $0.element != nil }
            && children.allSatisfy { node in
                switch node {
                case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
                case .cdata: false
                default: true
                }
            }
        for child in children { try write(child, dropsBlanks: dropsBlanks) }
        try endElement()
    }

    private mutating func write(_ node: XMLTree.Node, dropsBlanks: Bool) throws(XMLError) {
        switch node {
        case .element(let child): try element(child)
        case .text(let text): if !dropsBlanks { try self.text(text) }
        case .cdata(let text): try cdata(text)
        case .comment(let text): try comment(text)
        case .processingInstruction(let target, let data):
            try processingInstruction(target: target, data: data)
        }
    }
}
