import CXMLEvents
import Findings
import XMLCore

extension XMLContentDecoder {
    /// Reads an element with nothing but text, from its start tag to its end.
    func withElementText(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let start = events[cursor]
        // Mostly there is a start tag without attributes, one text and an end tag, all on the tape.
        if start.c == 0, rules == nil, cursor + 2 < complete {
            let text = events[cursor + 1]
            if text.head & 0xFF == XEV_TEXT.rawValue, events[cursor + 2].head & 0xFF == XEV_END.rawValue {
                let content = bytes(text.a, text.b)
                if !isToken || XMLWhiteSpace.isCollapsed(content) {
                    line = start.b
                    column = start.head >> 8
                    try body(content)
                    cursor += 3
                    return
                }
            }
        }
        let rules = self.rules
        let isToken = self.isToken
        self.rules = nil
        line = start.b
        column = start.head >> 8
        let attributeCount = Int(start.c & 0xFFFF)
        let declarationCount = Int(start.c >> 16)
        let mark = state.pointee.namespaces.count
        let first = cursor + 1
        if declarationCount > 0 { declare(first + attributeCount, declarationCount) }
        for at in 0..<attributeCount { try checkForeign(events[first + at], nil) }
        cursor = first + attributeCount + declarationCount
        try withText { text in
            if text.isEmpty, let value = rules?.defaultValue ?? rules?.fixed {
                var value = value
                try value.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
                return
            }
            if let rules, let fixed = rules.fixed { try check(text, is: fixed, hasSpellings: rules.hasSpellings) }
            if isToken, !XMLWhiteSpace.isCollapsed(text) {
                var collapsed = XMLWhiteSpace.collapsed(String(decoding: text, as: UTF8.self))
                try collapsed.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
                return
            }
            try body(text)
        }
        if declarationCount > 0 { state.pointee.namespaces.shrink(to: mark) }
    }

    /// After a start tag: the text up to the end tag, which is read, too.
    func withText(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        if cursor + 1 < complete {
            let event = events[cursor]
            if event.head & 0xFF == XEV_TEXT.rawValue, events[cursor + 1].head & 0xFF == XEV_END.rawValue {
                try body(bytes(event.a, event.b))
                cursor += 2
                return
            }
        }
        scratch.removeAll(keepingCapacity: true)
        let startLine = line
        let startColumn = column
        reading: while try fill() {
            let event = events[cursor]
            switch xev_kind(event.head & 0xFF) {
            case XEV_TEXT, XEV_CDATA: scratch.append(contentsOf: bytes(event.a, event.b))
            case XEV_END:
                cursor += 1
                break reading
            case XEV_START:
                line = event.b
                column = event.head >> 8
                let found = name(event.a).name.local
                try passOver(
                    error(
                        .unexpectedElement, de: "Hier ist nur Text erlaubt, gefunden wurde das Element „\(found)“.",
                        en: "Only text is allowed here, but the element “\(found)” was found."))
                unknown.append(try readTree())
                continue reading
            default: break
            }
            cursor += 1
        }
        line = startLine
        column = startColumn
        let text = scratch
        try text.withUnsafeBytes { try body($0) }
    }

    /// Reads the value of an attribute or of simple content.
    func decodeValue(
        _ field: XMLTable.Field, _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer
    ) throws {
        if let fixed = field.fixed { try check(text, is: fixed, hasSpellings: field.codec.hasSpellings) }
        if field.isToken, !XMLWhiteSpace.isCollapsed(text) {
            var collapsed = XMLWhiteSpace.collapsed(String(decoding: text, as: UTF8.self))
            try collapsed.withUTF8 { try field.codec.decodeItem(text: UnsafeRawBufferPointer($0), self, into: target) }
        } else {
            try field.codec.decodeItem(text: text, self, into: target)
        }
    }

    private func check(_ text: UnsafeRawBufferPointer, is fixed: String, hasSpellings: Bool) throws {
        if text.elementsEqual(fixed.utf8) { return }
        let found = String(decoding: text, as: UTF8.self)
        if XMLFixedValue.isSame(found, fixed, hasSpellings: hasSpellings) { return }
        try passOver(badValue(found, expected: "fixed=\"\(fixed)\""))
    }

    // MARK: Trees

    /// The element before the cursor as a tree, read to its end. Prefixes that are declared further out and used in
    /// attribute values or texts are declared at its root.
    func readTree() throws -> XMLTree.Element {
        let outer = Array(state.pointee.namespaces.all)
        packer.reset()
        while true {
            let stop = packer.take(tape.pointee, &cursor, complete: complete, isElement: true)
            table.complete(tape.pointee)
            switch stop {
            case .tapeIsEmpty, .pieceIsFull: guard try fill() else { return XMLTree.Element(XMLName("")) }
            case .elementEnds:
                return declaringPrefixes(packer.nodes(table).first?.element ?? XMLTree.Element(XMLName("")), outer)
            case .tooLarge:
                throw XMLError(
                    .limitTotal,
                    Message(
                        de: "Ein Element ist zu groß, um es im Ganzen zu lesen.",
                        en: "An element is too large to be read as a whole."))
            }
        }
    }

    /// The element, with those of the outer declarations whose prefix begins a value in it, before a colon: that may be a
    /// qualified name.
    private func declaringPrefixes(
        _ element: XMLTree.Element, _ outer: [(prefix: UInt32, uri: UInt32)]
    ) -> XMLTree.Element {
        var open = Set(outer.lazy.map(\.prefix).filter { $0 != 0 })
        guard !open.isEmpty else { return element }
        var used: Set<UInt32> = []
        element.forEachValue { value in
            guard let start = value.firstIndex(where: { $0 > 0x20 }) else { return }
            for prefix in open {
                let raw = tape.pointee.strings[Int(prefix)]
                let end = start + Int(raw.length)
                guard end < value.count, value[end] == UInt8(ascii: ":"),
                    value[start..<end].elementsEqual(
                        UnsafeRawBufferPointer(start: raw.bytes, count: Int(raw.length)))
                else { continue }
                used.insert(prefix)
                open.remove(prefix)
                break
            }
        }
        guard !used.isEmpty else { return element }
        var result = element
        for declaration in outer.reversed() where used.contains(declaration.prefix) {
            let prefix = string(declaration.prefix)
            guard !result.namespaces.contains(where: { $0.prefix == prefix }) else { continue }
            result.namespaces.append(
                XMLNamespaceDeclaration(prefix: prefix, uri: string(declaration.uri) ?? ""))
        }
        return result
    }

    private func node(_ event: xev_event, _ kind: xev_kind) -> XMLTree.Node? {
        switch kind {
        case XEV_TEXT: .text(String(decoding: bytes(event.a, event.b), as: UTF8.self))
        case XEV_CDATA: .cdata(String(decoding: bytes(event.a, event.b), as: UTF8.self))
        case XEV_COMMENT: .comment(String(decoding: bytes(event.a, event.b), as: UTF8.self))
        case XEV_PI:
            .processingInstruction(
                target: string(event.a) ?? "", data: String(decoding: bytes(event.b, event.c), as: UTF8.self))
        default: nil
        }
    }

    /// After a start tag: everything up to the end tag, which is read, too.
    func nodes() throws -> [XMLTree.Node] {
        var result: [XMLTree.Node] = []
        while try fill() {
            let event = events[cursor]
            let kind = xev_kind(event.head & 0xFF)
            if kind == XEV_START {
                result.append(.element(try readTree()))
                continue
            }
            cursor += 1
            if kind == XEV_END { return result }
            if let node = node(event, kind) { result.append(node) }
        }
        return result
    }
}

/// Compares values with the fixed ones of the schema.
enum XMLFixedValue {
    /// Whether two texts stand for one value; with spellings, `1` and `true` do, and `1.0` and `1`.
    static func isSame(_ left: String, _ right: String, hasSpellings: Bool) -> Bool {
        let left = XMLWhiteSpace.collapsed(left)
        let right = XMLWhiteSpace.collapsed(right)
        if left == right { return true }
        guard hasSpellings else { return false }
        if let one = Bool(xmlText: left), one == Bool(xmlText: right) { return true }
        if let one = XSDDecimal(xmlText: left), let other = XSDDecimal(xmlText: right) {
            return one.compare(other) == 0
        }
        if let one = Double(xmlText: left), one == Double(xmlText: right) { return true }
        return false
    }
}
