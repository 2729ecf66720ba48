import XMLCore

/// The events of a document: as they are read, or of a tree that is held in memory and can be looked ahead in.
final class DocumentEvents {
    private var reader: XMLEventReader?
    private var prolog: XMLTree.Element?
    private var open: [(element: XMLTree.Element, children: [XMLTree.Node], next: Int)] = []
    private var isAtEnd = false
    private(set) var position = XMLPosition(line: 1, column: 1)
    let name: String?

    init(_ source: XMLSource, limits: XMLLimits, isHeld: Bool) throws(XMLError) {
        name = source.name
        if isHeld {
            prolog = try XMLTree(source, limits: limits).root
        } else {
            reader = try XMLEventReader(source, limits: limits)
        }
    }

    /// The element whose start tag came last, where the document is held in memory.
    var current: XMLTree.Element? { open.last?.element }

    func next() throws(XMLError) -> XMLEvent? {
        if reader != nil {
            let event = try reader?.next()
            if let place = reader?.position { position = place }
            return event
        }
        if let root = prolog {
            prolog = nil
            return start(root)
        }
        guard let (element, children, index) = open.last else { return nil }
        guard index < children.count else {
            open.removeLast()
            return .endElement(element.name)
        }
        open[open.count - 1].next += 1
        switch children[index] {
        case .element(let child): return start(child)
        case .text(let text): return .text(text)
        case .cdata(let text): return .cdata(text)
        case .comment(let text): return .comment(text)
        case .processingInstruction(let target, let data): return .processingInstruction(target: target, data: data)
        }
    }

    private func start(_ element: XMLTree.Element) -> XMLEvent {
        open.append((element, element.children, 0))
        position = element.position ?? position
        return .startElement(
            XMLStartElement(
                name: element.name, prefix: element.prefix, attributes: element.attributes,
                namespaces: element.namespaces, position: position))
    }

    /// After a start tag: the whole element, to its end.
    func readElement(_ start: XMLStartElement) throws(XMLError) -> XMLTree.Element {
        if reader != nil, let element = try reader?.readElement(start) { return element }
        return open.removeLast().element
    }
}
