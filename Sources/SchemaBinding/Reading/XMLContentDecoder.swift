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
    /// Why the document cannot be read further than the tape goes.
    private var broken: XMLError?
    let tape: UnsafePointer<xev_tape>
    /// What changes with every element lies in plain memory: properties of a class are checked at every access.
    let state: UnsafeMutablePointer<XMLTapeState>
    /// `xsi:type` has been taken into account by a choice of types.
    var typeIsHandled = false
    /// `xsi:nil` has been taken into account by an element that may be without a value.
    var nilIsHandled = false
    /// Set for the elements that have them, and taken back by whoever reads the text.
    var rules: Rules?
    var scratch: [UInt8] = []

    let isLenient: Bool
    let limits: XMLLimits
    /// What is read was checked against the types that `xsi:type` names.
    var isNarrowed = false
    /// What a lenient decoder passed over.
    private(set) var warnings: [Finding] = []
    var unknown: [XMLTree.Element] = []
    /// For elements that are kept as trees.
    var packer = ContentPacker()
    var table = NameTable()

    init(_ source: XMLSource, limits: XMLLimits, lenient: Bool) throws {
        parser = try EventParser(source, limits: limits)
        xev_parser_set_tracking(parser.raw, 0)
        tape = xev_parser_tape(parser.raw)
        isLenient = lenient
        self.limits = limits
        state = .allocate(capacity: 1)
        state.initialize(to: XMLTapeState())
    }

    deinit {
        state.pointee.free()
        state.deallocate()
    }

    // MARK: The tape

    /// The event that is read next.
    var cursor: Int {
        @inline(__always) get { state.pointee.cursor }
        @inline(__always) set { state.pointee.cursor = newValue }
    }
    var complete: Int { @inline(__always) get { state.pointee.complete } }
    var events: UnsafePointer<xev_event> { @inline(__always) get { state.pointee.events } }
    /// Where the start tag lies that was looked at last.
    var line: UInt32 {
        get { state.pointee.line }
        set { state.pointee.line = newValue }
    }
    var column: UInt32 {
        get { state.pointee.column }
        set { state.pointee.column = newValue }
    }
    /// Whether white space of the element that is being read is collapsed. Set before each field.
    var isToken: Bool {
        get { state.pointee.isToken }
        set { state.pointee.isToken = newValue }
    }

    @inline(never) private func refill() throws -> Bool {
        if let broken { throw broken }
        if parser.isAtEnd { return false }
        xev_parser_reset_tape(parser.raw)
        state.pointee.cursor = 0
        state.pointee.complete = 0
        do throws(XMLError) {
            try parser.advance()
        } catch {
            // What stands before the fault is read first.
            broken = error
        }
        state.pointee.complete = xev_parser_complete_events(parser.raw)
        if let events = tape.pointee.events { state.pointee.events = UnsafePointer(events) }
        if let arena = tape.pointee.arena {
            state.pointee.arena = UnsafeRawPointer(arena).assumingMemoryBound(to: UInt8.self)
        }
        state.pointee.reserveNames(tape.pointee.name_count)
        return true
    }

    /// Makes sure that an event lies before the cursor. False at the end of the document.
    @inline(__always) func fill() throws -> Bool {
        while state.pointee.cursor >= state.pointee.complete {
            guard try refill() else { return false }
        }
        return true
    }

    /// The number of a name.
    @inline(__always) func id(_ token: UInt32) -> Int32 {
        let known = state.pointee.ids[Int(token)]
        return known != 0 ? known : resolve(token)
    }

    @inline(never) private func resolve(_ token: UInt32) -> Int32 {
        // Asked again as long as it is unknown: tables come into being when they are first used.
        let found = XMLNameRegistry.find(name(token).name)
        state.pointee.ids[Int(token)] = found
        return found
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
        guard length > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: state.pointee.arena + Int(offset), count: Int(length))
    }

    /// The next element's number, or `end`. White space, comments and processing instructions before it are passed over.
    @inline(__always) func peek() throws -> Int32 {
        let state = self.state
        while state.pointee.cursor < state.pointee.complete {
            let event = state.pointee.events + state.pointee.cursor
            switch event.pointee.head & 0xFF {
            case XEV_START.rawValue:
                state.pointee.line = event.pointee.b
                state.pointee.column = event.pointee.head >> 8
                return id(event.pointee.a)
            case XEV_END.rawValue: return Self.end
            case XEV_TEXT.rawValue:
                let text = state.pointee.arena + Int(event.pointee.a)
                guard xev_is_blank(text, Int(event.pointee.b)) != 0 else { return try peekSlowly() }
                state.pointee.cursor += 1
            default: return try peekSlowly()
            }
        }
        return try peekSlowly()
    }

    @inline(never) private func peekSlowly() throws -> Int32 {
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
                    state.pointee.pointToParent()
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
        // With `xmlns=""` the namespace is the empty one: none.
        let uri = string(tape.pointee.names[Int(events[cursor].a)].uri).flatMap { $0.isEmpty ? nil : $0 }
        return first.wildcards.contains { $0.accepts(uri) }
    }

    // MARK: Namespaces

    func declare(_ first: Int, _ count: Int) {
        for at in 0..<count {
            let event = events[first + at]
            state.pointee.namespaces.append(prefix: event.a, uri: event.b)
        }
    }

    /// The namespace of a prefix in force; "" for none where the default namespace is asked for.
    func namespace(forPrefix prefix: String) -> String? {
        if prefix == "xml" { return XMLName.xmlNamespace }
        for declaration in state.pointee.namespaces.all.reversed() where (string(declaration.prefix) ?? "") == prefix {
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
        return typeName(text)
    }

    /// The type that `xsi:type` names at the start tag before the cursor.
    func namedType() -> XMLName? { schemaInstance("type").flatMap { typeName($0) } }

    private func typeName(_ text: UnsafeRawBufferPointer) -> XMLName? {
        let start = events[cursor]
        let mark = state.pointee.namespaces.count
        declare(cursor + 1 + Int(start.c & 0xFFFF), Int(start.c >> 16))
        defer { state.pointee.namespaces.shrink(to: mark) }
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
                if event.c >> 16 > 0, state.pointee.namespaces.count < 1_000 {
                    declare(cursor + 1 + attributeCount, Int(event.c >> 16))
                }
                cursor += 1 + attributeCount + Int(event.c >> 16)
            } else {
                cursor += 1
            }
        }
        return nil
    }

    /// Forgets what was passed over, so that a stream of records takes no more memory than its largest one.
    func forgetPassedOver() {
        warnings.removeAll(keepingCapacity: true)
        unknown.removeAll()
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
            state.pointee.pointToParent()
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
