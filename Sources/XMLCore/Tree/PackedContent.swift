import CXMLEvents

/// Elements as they were read: 16 bytes for each tag, attribute and text, and all text in one piece. Reading costs
/// little more than copying the tape; names, strings and child elements are made when they are asked for.
final class PackedContent: ElementStorage, @unchecked Sendable {
    /// As on the tape but for two things: offsets go into `arena`, and there are no end tags; instead, behind each start
    /// tag stands an entry whose `a` says where the element ends.
    private let events: [xev_event]
    private let arena: [UInt8]
    private let table: NameTable

    init(events: [xev_event], arena: [UInt8], table: NameTable) {
        self.events = events
        self.arena = arena
        self.table = table
    }

    var endIndex: Int { events.count }

    @inline(__always)
    private func isStart(_ index: Int) -> Bool { events[index].head & 0xFF == XEV_START.rawValue }

    @inline(__always)
    private func isText(_ index: Int) -> Bool {
        let kind = events[index].head & 0xFF
        return kind == XEV_TEXT.rawValue || kind == XEV_CDATA.rawValue
    }

    /// Where the attributes of the element at `index` begin.
    @inline(__always)
    private func attributesStart(_ index: Int) -> Int { index + 2 }

    @inline(__always)
    private func attributeCount(_ index: Int) -> Int { Int(events[index].c & 0xFFFF) }

    @inline(__always)
    private func namespaceCount(_ index: Int) -> Int { Int(events[index].c >> 16) }

    /// Where the content of the element at `index` begins.
    @inline(__always)
    func contentStart(_ index: Int) -> Int {
        attributesStart(index) + attributeCount(index) + namespaceCount(index)
    }

    /// Where the content of the element at `index` ends.
    @inline(__always)
    func contentEnd(_ index: Int) -> Int { Int(events[index + 1].a) }

    /// The index behind the node at `index`.
    @inline(__always)
    func after(_ index: Int) -> Int { isStart(index) ? contentEnd(index) : index + 1 }

    /// The first child element at `index` or behind it and before `end`.
    @inline(__always)
    func element(from index: Int, to end: Int) -> Int? {
        var index = index
        while index < end {
            if isStart(index) { return index }
            index += 1
        }
        return nil
    }

    // MARK: - Parts

    func name(_ index: Int) -> XMLName { table.names[events[index].a].name }

    func prefix(_ index: Int) -> String? { table.names[events[index].a].prefix }

    func position(_ index: Int) -> XMLPosition {
        XMLPosition(line: Int(events[index].b), column: Int(events[index].head >> 8))
    }

    func attributes(_ index: Int) -> [XMLAttribute] {
        let start = attributesStart(index)
        return (start..<start + attributeCount(index)).map { index in
            let known = table.names[events[index].a]
            return XMLAttribute(known.name, prefix: known.prefix, value: text(events[index].b, events[index].c))
        }
    }

    func attribute(_ local: String, namespace: String?, of index: Int) -> String? {
        let start = attributesStart(index)
        for index in start..<start + attributeCount(index)
        where table.names[events[index].a].name.local == local
            && table.names[events[index].a].name.namespace == namespace
        {
            return text(events[index].b, events[index].c)
        }
        return nil
    }

    func namespaces(_ index: Int) -> [XMLNamespaceDeclaration] {
        let start = attributesStart(index) + attributeCount(index)
        return (start..<start + namespaceCount(index)).map { index in
            XMLNamespaceDeclaration(
                prefix: events[index].a == 0 ? nil : table.strings[events[index].a],
                uri: table.strings[events[index].b])
        }
    }

    func parts(_ index: Int) -> OwnContent.Parts {
        OwnContent.Parts(
            name: name(index), prefix: prefix(index), namespaces: namespaces(index), attributes: attributes(index),
            children: nodes(from: contentStart(index), to: contentEnd(index)), position: position(index))
    }

    func nodes(from start: Int, to end: Int) -> [XMLTree.Node] {
        var result: [XMLTree.Node] = []
        result.reserveCapacity(count(from: start, to: end))
        var index = start
        while index < end {
            result.append(node(index))
            index = after(index)
        }
        return result
    }

    func count(from start: Int, to end: Int) -> Int {
        var count = 0
        var index = start
        while index < end {
            count += 1
            index = after(index)
        }
        return count
    }

    private func node(_ index: Int) -> XMLTree.Node {
        let event = events[index]
        switch xev_kind(event.head & 0xFF) {
        case XEV_START: return .element(XMLTree.Element(self, at: index))
        case XEV_CDATA: return .cdata(text(event.a, event.b))
        case XEV_COMMENT: return .comment(text(event.a, event.b))
        case XEV_PI: return .processingInstruction(target: table.strings[event.a], data: text(event.b, event.c))
        default: return .text(text(event.a, event.b))
        }
    }

    /// All text and CDATA below the element, joined.
    func text(of element: Int) -> String {
        var index = contentStart(element)
        let end = contentEnd(element)
        if index + 1 == end, isText(index) { return text(events[index].a, events[index].b) }
        var result = ""
        while index < end {
            if isText(index) { result += text(events[index].a, events[index].b) }
            // Into elements, not over them.
            index = isStart(index) ? contentStart(index) : index + 1
        }
        return result
    }

    @inline(__always)
    private func text(_ offset: UInt32, _ length: UInt32) -> String {
        arena.withUnsafeBytes { all in
            String(
                decoding: UnsafeRawBufferPointer(rebasing: all[Int(offset)..<Int(offset) + Int(length)]), as: UTF8.self)
        }
    }

    /// Hands the attribute values and texts of the element and of all below it to `body`, as bytes.
    func forEachValue(of element: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
        arena.withUnsafeBytes { all in
            var index = element
            let end = contentEnd(element)
            while index < end {
                let event = events[index]
                let (offset, length) =
                    switch xev_kind(event.head & 0xFF) {
                    case XEV_ATTRIBUTE: (Int(event.b), Int(event.c))
                    case XEV_TEXT, XEV_CDATA: (Int(event.a), Int(event.b))
                    default: (0, 0)
                    }
                if length > 0 { body(UnsafeRawBufferPointer(rebasing: all[offset..<offset + length])) }
                // The entry behind a start tag is no event.
                index += isStart(index) ? 2 : 1
            }
        }
    }

    // MARK: - Finding children

    /// Which child elements are wanted.
    enum Wanted {
        /// Those of this name.
        case name(XMLName)
        /// Those of this local name, in any namespace.
        case local(String)
        /// Those of this local name, in the parent's namespace or in none.
        case own(String)
    }

    /// The first child element of `parent` that is wanted, from `start` on.
    func first(_ wanted: Wanted, of parent: Int, from start: Int) -> Int? {
        let end = contentEnd(parent)
        let namespace = table.names[events[parent].a].namespace
        var index = start
        while index < end {
            guard isStart(index) else {
                index += 1
                continue
            }
            let token = events[index].a
            let fits =
                switch wanted {
                case .own(let local):
                    (table.names[token].namespace == namespace || table.names[token].namespace == 0)
                        && table.names[token].name.local == local
                case .local(let local): table.names[token].name.local == local
                case .name(let name): table.names[token].name == name
                }
            if fits { return index }
            index = contentEnd(index)
        }
        return nil
    }
}
