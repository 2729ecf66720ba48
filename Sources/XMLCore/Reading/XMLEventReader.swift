import CXMLEvents
import Findings

/// Reads a document event by event, in memory that does not grow with it.
///
///     var reader = try XMLEventReader(.file("nachricht.xml"))
///     while let event = try reader.next() {
///         if case .startElement(let start) = event { print(start.name) }
///     }
///
/// Reading is safe by default: no network, no external entities, no document type declaration, bounds on everything
/// (`XMLLimits`). The rest of a document is not checked when reading stops early.
public struct XMLEventReader: ~Copyable {
    private var parser: EventParser
    private let tape: UnsafePointer<xev_tape>
    private var cursor = 0
    private var complete = 0
    private var table = NameTable()
    private var packer = ContentPacker()

    /// Where the last event begins, or, for text and end tags, where it ends.
    public private(set) var position = XMLPosition(line: 1, column: 1)

    /// The number of elements that are open after the last event.
    public private(set) var depth = 0

    /// A reader over a source. Throws when a file cannot be opened.
    public init(_ source: XMLSource, limits: XMLLimits = .standard) throws(XMLError) {
        parser = try EventParser(source, limits: limits)
        tape = xev_parser_tape(parser.raw)
        // Nobody asks a reader for the position among siblings.
        xev_parser_set_tracking(parser.raw, 0)
    }

    /// The encoding that the document declares or shows by a byte-order mark, once the first event was read; nil means
    /// UTF-8 without saying so.
    public var encoding: String? { parser.encoding }

    /// The next event, or nil after the end of the document. White space outside of the root is not reported.
    public mutating func next() throws(XMLError) -> XMLEvent? {
        while cursor >= complete {
            guard try refill() else { return nil }
        }
        let event = tape.pointee.events[cursor]
        cursor += 1
        switch xev_kind(event.head & 0xFF) {
        case XEV_START:
            depth += 1
            return .startElement(startElement(event))
        case XEV_END:
            depth -= 1
            position = XMLPosition(line: Int(event.b), column: Int(event.head >> 8))
            return .endElement(name(event.a).name)
        case XEV_CDATA: return .cdata(placedText(event))
        case XEV_COMMENT: return .comment(placedText(event))
        case XEV_PI:
            return .processingInstruction(
                target: string(event.a) ?? "", data: text(offset: event.b, length: event.c))
        default: return .text(placedText(event))
        }
    }

    /// After `.startElement`: reads over everything to the end of that element.
    public mutating func skipElement() throws(XMLError) {
        let target = depth - 1
        while depth > target {
            while cursor >= complete {
                guard try refill() else { return }
            }
            let event = tape.pointee.events[cursor]
            cursor += 1
            switch xev_kind(event.head & 0xFF) {
            case XEV_START:
                depth += 1
                cursor += Int(event.c & 0xFFFF) + Int(event.c >> 16)
            case XEV_END: depth -= 1
            default: break
            }
        }
    }

    /// After `.startElement`: reads the text of an element that has no child elements, to its end.
    ///
    /// Comments and processing instructions are passed over. A child element is an `unexpectedContent` error.
    public mutating func readText() throws(XMLError) -> String {
        var result = ""
        while let event = try next() {
            switch event {
            case .text(let text), .cdata(let text): result += text
            case .endElement: return result
            case .startElement(let start):
                throw XMLError(
                    .unexpectedContent,
                    at: Location(file: parser.name, line: start.position.line, column: start.position.column),
                    Message(
                        de: "Hier ist nur Text erlaubt, gefunden wurde das Element \(start.name).",
                        en: "Only text is allowed here, but the element \(start.name) was found."))
            case .comment, .processingInstruction: break
            }
        }
        return result
    }

    /// After `.startElement(start)`: reads the whole element to its end, as a tree.
    public mutating func readElement(_ start: XMLStartElement) throws(XMLError) -> XMLTree.Element {
        var children: [XMLTree.Node] = []
        packer.reset()
        while true {
            let stop = packer.take(tape.pointee, &cursor, complete: complete)
            table.complete(tape.pointee)
            switch stop {
            case .tapeIsEmpty:
                guard try refill() else { return XMLTree.Element(start, children: children) }
            case .pieceIsFull: children += packer.nodes(table)
            case .elementEnds:
                let end = tape.pointee.events[cursor - 1]
                position = XMLPosition(line: Int(end.b), column: Int(end.head >> 8))
                depth -= 1
                children += packer.nodes(table)
                return XMLTree.Element(start, children: children)
            case .tooLarge:
                throw XMLError(
                    .limitTotal,
                    at: Location(file: parser.name, line: start.position.line, column: start.position.column),
                    Message(
                        de: "Das Element \(start.name) ist zu groß, um es im Ganzen zu lesen.",
                        en: "The element \(start.name) is too large to be read as a whole."))
            }
        }
    }

    /// Brings the tape on. False after the end.
    private mutating func refill() throws(XMLError) -> Bool {
        if parser.isAtEnd { return false }
        xev_parser_reset_tape(parser.raw)
        cursor = 0
        try parser.advance()
        complete = xev_parser_complete_events(parser.raw)
        return true
    }

    private mutating func startElement(_ event: xev_event) -> XMLStartElement {
        let attributeCount = Int(event.c & 0xFFFF)
        let namespaceCount = Int(event.c >> 16)
        position = XMLPosition(line: Int(event.b), column: Int(event.head >> 8))
        let known = name(event.a)
        var start = XMLStartElement(
            name: known.name, prefix: known.prefix, attributes: [], namespaces: [], position: position)
        if attributeCount > 0 {
            start.attributes.reserveCapacity(attributeCount)
            for _ in 0..<attributeCount {
                let attribute = tape.pointee.events[cursor]
                cursor += 1
                let known = name(attribute.a)
                start.attributes.append(
                    XMLAttribute(
                        known.name, prefix: known.prefix, value: text(offset: attribute.b, length: attribute.c)))
            }
        }
        for _ in 0..<namespaceCount {
            let declaration = tape.pointee.events[cursor]
            cursor += 1
            start.namespaces.append(
                XMLNamespaceDeclaration(prefix: string(declaration.a), uri: string(declaration.b) ?? ""))
        }
        return start
    }

    private mutating func name(_ token: UInt32) -> NameTable.Entry {
        if table.names.count <= Int(token) { table.complete(tape.pointee) }
        return table.names[token]
    }

    private mutating func string(_ token: UInt32) -> String? {
        guard token != 0 else { return nil }
        if table.strings.count <= Int(token) { table.complete(tape.pointee) }
        return table.strings[token]
    }

    private mutating func placedText(_ event: xev_event) -> String {
        position = XMLPosition(line: Int(event.c), column: Int(event.head >> 8))
        return text(offset: event.a, length: event.b)
    }

    private func text(offset: UInt32, length: UInt32) -> String {
        guard length > 0, let arena = tape.pointee.arena else { return "" }
        return String(
            decoding: UnsafeRawBufferPointer(start: arena + Int(offset), count: Int(length)), as: UTF8.self)
    }
}
