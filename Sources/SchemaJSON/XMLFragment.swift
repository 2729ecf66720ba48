import Findings
import XMLCore

/// XML inside of JSON: nodes as text that stands for itself, all namespaces declared in it.
enum XMLFragment {
    private static let wrapper = XMLName("x")

    /// The text of nodes. `bindings`: the prefixes in force around them.
    static func text(_ nodes: [XMLTree.Node], bindings: [XMLNamespaceDeclaration]) throws(XMLError) -> String {
        var writer = XMLEventWriter(options: XMLWriterOptions(writesDeclaration: false, endsWithNewline: false))
        try writer.startElement(wrapper)
        try write(
            nodes.map { node in
                guard case .element(var element) = node else { return node }
                declareMentioned(in: &element, bindings)
                return .element(element)
            }, &writer)
        try writer.endElement()
        let text = String(decoding: try writer.finish(), as: UTF8.self)
        return text == "<x/>" ? "" : String(text.dropFirst(3).dropLast(4))
    }

    /// Writes nodes as they are.
    static func write(_ nodes: [XMLTree.Node], _ writer: inout XMLEventWriter) throws(XMLError) {
        for node in nodes {
            switch node {
            case .element(let element): try writer.element(element)
            case .text(let text): try writer.text(text)
            case .cdata(let text): try writer.cdata(text)
            case .comment(let text): try writer.comment(text)
            case .processingInstruction(let target, let data):
                try writer.processingInstruction(target: target, data: data)
            }
        }
    }

    /// Declares the prefixes that an element mentions in names or values and that are declared further out.
    private static func declareMentioned(in element: inout XMLTree.Element, _ bindings: [XMLNamespaceDeclaration]) {
        var own = Set(element.namespaces.map { $0.prefix ?? "" })
        for binding in bindings.reversed() {
            guard let prefix = binding.prefix, own.insert(prefix).inserted, mentions(prefix, element) else { continue }
            element.namespaces.append(binding)
        }
    }

    private static func mentions(_ prefix: String, _ element: XMLTree.Element) -> Bool {
        if element.prefix == prefix { return true }
        let mark = prefix + ":"
        if element.attributes.contains(where: { $0.prefix == prefix || $0.value.contains(mark) }) { return true }
        return element.children.contains { node in
            switch node {
            case .element(let child): mentions(prefix, child)
            case .text(let text), .cdata(let text): text.contains(mark)
            case .comment, .processingInstruction: false
            }
        }
    }

    /// The nodes of a text.
    static func nodes(_ text: String, limits: XMLLimits) throws(XMLError) -> [XMLTree.Node] {
        try XMLTree(bytes: Array("<x>\(text)</x>".utf8), limits: limits).root.children
    }
}
