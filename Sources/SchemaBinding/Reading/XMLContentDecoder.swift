import CXMLEvents
import Findings
import XMLCore

/// Reads contents from the tape of events. Handed to generated code and held by nobody else.
public final class XMLContentDecoder {
    /// Stands for an end tag where the number of a name is expected.
    static let end: Int32 = -1

    /// A fixed or default value of the element that is being read.
    struct Rules {
        var fixed: String?
        var defaultValue: String?
        var hasSpellings: Bool
    }

    private var parser: EventParser
    let tape: UnsafePointer<xev_tape>
    var events: UnsafeMutablePointer<xev_event>
    var cursor = 0
    var complete = 0
    /// For each name token of the tape: the number of the name in the tables, 0 when no table knows it.
    private var nameIDs: [Int32] = [0]
    /// Where the start tag lies that was looked at last.
    var line: UInt32 = 1
    var column: UInt32 = 1
    var namespaces: [(prefix: UInt32, uri: UInt32)] = []
    /// `xsi:type` has been taken into account by a choice of types.
    var typeIsHandled = false
    /// Whether white space of the element that is being read is collapsed. Set before each field.
    var isToken = false
    /// Set for the elements that have them, and taken back by whoever reads the text.
    var rules: Rules?
    var scratch: [UInt8] = []

    let isLenient: Bool
    /// What a lenient decoder passed over.
    private(set) var warnings: [Finding] = []
    var unknown: [XMLTree.Element] = []

    init(_ source: XMLSource, limits: XMLLimits, lenient: Bool) throws {
        parser = try EventParser(source, limits: limits)
        tape = xev_parser_tape(parser.raw)
        events = UnsafeMutablePointer(mutating: xev_parser_tape(parser.raw).pointee.events ?? Self.noEvents)
        isLenient = lenient
    }

    // Stands in until the first piece has been read; never looked at.
    nonisolated(unsafe) private static let noEvents = UnsafeMutablePointer<xev_event>.allocate(capacity: 1)

    // MARK: The tape

    private func refill() throws -> Bool {
        if parser.isAtEnd { return false }
        xev_parser_reset_tape(parser.raw)
        cursor = 0
        try parser.advance()
        complete = xev_parser_complete_events(parser.raw)
        if let events = tape.pointee.events { self.events = events }
        return true
    }

    /// Makes sure that an event lies before the cursor. False at the end of the document.
    @inline(__always) func fill() throws -> Bool {
        while cursor >= complete {
            guard try refill() else { return false }
        }
        return true
    }

    /// The number of a name.
    @inline(__always) func id(_ token: UInt32) -> Int32 {
        let token = Int(token)
        if token < nameIDs.count, nameIDs[token] != 0 { return nameIDs[token] }
        return resolve(token)
    }

    private func resolve(_ token: Int) -> Int32 {
        while nameIDs.count <= token { nameIDs.append(0) }
        // Asked again as long as it is unknown: tables come into being when they are first used.
        nameIDs[token] = XMLNameRegistry.find(name(UInt32(token)).name)
        return nameIDs[token]
    }

    func name(_ token: UInt32) -> (name: XMLName, prefix: String?) {
        let raw = tape.pointee.names[Int(token)]
        return (XMLName(string(raw.local) ?? "", in: string(raw.uri)), string(raw.prefix))
    }

    func string(_ token: UInt32) -> String? {
        guard token != 0 else { return nil }
        let raw = tape.pointee.strings[Int(token)]
        return String(decoding: UnsafeRawBufferPointer(start: raw.bytes, count: Int(raw.length)), as: UTF8.self)
    }

    @inline(__always) func bytes(_ offset: UInt32, _ length: UInt32) -> UnsafeRawBufferPointer {
        guard length > 0, let arena = tape.pointee.arena else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: arena + Int(offset), count: Int(length))
    }

    /// The next element's number, or `end`. White space, comments and processing instructions before it are passed over.
    func peek() throws -> Int32 {
        while try fill() {
            let event = events[cursor]
            switch xev_kind(event.head & 0xFF) {
            case XEV_START:
                line = event.b
                column = event.head >> 8
                return id(event.a)
            case XEV_END: return Self.end
            case XEV_TEXT, XEV_CDATA:
                let text = bytes(event.a, event.b)
                if !XMLWhiteSpace.isBlank(text) {
                    let found = String(decoding: text, as: UTF8.self)
                    try passOver(
                        error(
                            .unexpectedText, de: "Hier ist kein Text erlaubt: \(value: found)",
                            en: "No text is allowed here: \(value: found)"))
                }
                cursor += 1
            default: cursor += 1
            }
        }
        return Self.end
    }

    /// Whether the element that `peek` found, of number `id`, can begin a field.
    func accepts(_ field: XMLTable.Field, _ id: Int32) -> Bool {
        if field.kind == .element { return field.nameID == id }
        return accepts(field.first, id)
    }

    func accepts(_ first: XMLFirstElements, _ id: Int32) -> Bool {
        if id > 0, first.names.contains(id) { return true }
        if first.wildcards.isEmpty || id == Self.end { return false }
        let uri = string(tape.pointee.names[Int(events[cursor].a)].uri)
        return first.wildcards.contains { $0.accepts(uri) }
    }

    // MARK: Namespaces

    func declare(_ first: Int, _ count: Int) {
        for at in 0..<count {
            let event = events[first + at]
            namespaces.append((event.a, event.b))
        }
    }

    /// The namespace of a prefix in force; "" for none where the default namespace is asked for.
    func namespace(forPrefix prefix: String) -> String? {
        if prefix == "xml" { return XMLName.xmlNamespace }
        for declaration in namespaces.reversed() where (string(declaration.prefix) ?? "") == prefix {
            return string(declaration.uri) ?? ""
        }
        return prefix.isEmpty ? "" : nil
    }

    func qName(_ text: UnsafeRawBufferPointer) -> XMLName? {
        let parts = String(decoding: XMLWhiteSpace.trimmed(text), as: UTF8.self)
            .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let local = parts.last, let uri = namespace(forPrefix: parts.count == 2 ? String(parts[0]) : "") else {
            return nil
        }
        return XMLName(String(local), in: uri)
    }

    /// The value of an attribute of the schema-instance namespace at the start tag before the cursor.
    func schemaInstance(_ local: String) -> UnsafeRawBufferPointer? {
        let start = events[cursor]
        for at in 0..<Int(start.c & 0xFFFF) {
            let event = events[cursor + 1 + at]
            let raw = tape.pointee.names[Int(event.a)]
            if raw.uri != 0, string(raw.uri) == XMLName.schemaInstanceNamespace, string(raw.local) == local {
                return bytes(event.b, event.c)
            }
        }
        return nil
    }

    /// The type that `xsi:type` names at the start tag before the cursor. The caller deals with it.
    func schemaType() -> XMLName? {
        guard let text = schemaInstance("type") else { return nil }
        typeIsHandled = true
        let start = events[cursor]
        let mark = namespaces.count
        declare(cursor + 1 + Int(start.c & 0xFFFF), Int(start.c >> 16))
        defer { namespaces.removeSubrange(mark...) }
        return qName(text)
    }

    // MARK: Documents and records

    /// Passes over what comes before the next start tag, of the given name where one is given. Nil at the end.
    func advanceToStart(of wanted: XMLName? = nil) throws -> XMLName? {
        let wantedID = wanted.map { XMLNameRegistry.id($0, prefix: "") }
        while try fill() {
            let event = events[cursor]
            if event.head & 0xFF == XEV_START.rawValue {
                line = event.b
                column = event.head >> 8
                let found = id(event.a)
                if wantedID == nil || found == wantedID { return name(event.a).name }
                let attributeCount = Int(event.c & 0xFFFF)
                // Declarations of elements that have ended stay: one in force was declared after them.
                if event.c >> 16 > 0, namespaces.count < 1_000 {
                    declare(cursor + 1 + attributeCount, Int(event.c >> 16))
                }
                cursor += 1 + attributeCount + Int(event.c >> 16)
            } else {
                cursor += 1
            }
        }
        return nil
    }

    /// Reads on to the end of the document, so that the whole of it is known to be well-formed.
    func finish() throws {
        while try fill() { cursor = complete }
    }

    // MARK: Errors

    func error(
        _ code: XMLBindingError.Code, de: MessageText, en: MessageText, hint: Message? = nil
    ) -> XMLBindingError {
        XMLBindingError(
            code, at: Location(file: parser.name, line: Int(line), column: Int(column)), Message(de: de, en: en),
            hint: hint)
    }

    /// Strict: throws. Lenient: keeps it as a warning.
    func passOver(_ error: XMLBindingError) throws {
        guard isLenient else { throw error }
        var finding = error.finding
        finding.severity = .warning
        warnings.append(finding)
    }

    func badValue(_ found: String, expected: String) -> XMLBindingError {
        error(
            .badValue, de: "Der Wert \(value: found) passt nicht zu \(expected).",
            en: "The value \(value: found) does not fit \(expected).")
    }

    func unexpected(expected: [XMLName]) -> XMLBindingError {
        let isEnd = events[cursor].head & 0xFF != XEV_START.rawValue
        let names = Set(expected.map(\.local)).sorted().filter { !$0.isEmpty }.prefix(8).joined(separator: ", ")
        if isEnd {
            return error(
                .missingElement, de: "Hier fehlt ein Element: \(names)", en: "An element is missing here: \(names)")
        }
        let found = name(events[cursor].a).name.local
        return error(
            .unexpectedElement, de: "Das Element „\(found)“ ist hier nicht erlaubt.",
            en: "The element “\(found)” is not allowed here.",
            hint: names.isEmpty
                ? Message(de: "Hier ist kein weiteres Element vorgesehen.", en: "No further element is expected here.")
                : Message(de: "Erwartet: \(names)", en: "Expected: \(names)"))
    }
}
