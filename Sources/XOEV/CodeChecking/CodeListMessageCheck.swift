import CodeLists
import Findings
import SchemaModel
import XMLCore

/// Checks the codes of messages against code lists at run time, which schemas cannot do: is the list at hand in this
/// version, has it the code, does the name belong to it, was the version superseded?
///
///     let check = CodeListMessageCheck(types: CodeTypeTable(components), lists: registry)
///     let outcome = check.check(.file("nachricht.xml"))
///
/// A pass of its own over the document, in memory that does not grow with it. It takes for granted that the schema is
/// checked elsewhere: what the schema forbids is no finding here.
public struct CodeListMessageCheck: Sendable {
    /// How messages are checked.
    public struct Options: Sendable, Hashable {
        /// The day as of which versions are in force; nil means the day on which the message was made.
        public var asOf: CalendarDate?
        /// How many findings are kept; further ones are counted.
        public var maxFindings: Int
        /// What is accepted at the most.
        public var limits: XMLLimits

        /// Options from their parts.
        public init(asOf: CalendarDate? = nil, maxFindings: Int = 1_000, limits: XMLLimits = .standard) {
            self.asOf = asOf
            self.maxFindings = max(1, maxFindings)
            self.limits = limits
        }
    }

    /// What the check of one message came to.
    public struct Outcome: Sendable, Hashable {
        /// The layer `code-lists`: `couldNotRun` when a list or version is not at hand and no code is wrong.
        public var layer: Layer
        /// What was found, in the order of the document.
        public var findings: [Finding]
        /// How many more findings there were.
        public var suppressedFindings: Int
        /// How many codes were looked up in a list.
        public var checkedCodes: Int
    }

    let types: CodeTypeTable
    let lists: CodeListRegistry
    let options: Options

    /// A check with the code types of a schema set and the lists of a registry.
    public init(types: CodeTypeTable, lists: CodeListRegistry, options: Options = Options()) {
        self.types = types
        self.lists = lists
        self.options = options
    }

    /// Checks a message.
    public func check(_ source: XMLSource) -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        var run = CodeListRun(self, file: source.name)
        do throws(XMLError) {
            var reader = try XMLEventReader(source, limits: options.limits)
            while let event = try reader.next() {
                switch event {
                case .startElement(let element): run.open(element)
                case .text(let text), .cdata(let text): run.take(text)
                case .endElement: run.close()
                case .comment, .processingInstruction: break
                }
            }
        } catch {
            return run.outcome(brokenBy: error, duration: clock.now - start)
        }
        return run.outcome(brokenBy: nil, duration: clock.now - start)
    }
}

/// The check of one message.
private struct CodeListRun {
    private struct Frame {
        var name: XMLName
        var position: Int
        var type: TypeID?
        var counts: [XMLName: Int] = [:]
        var coded: Coded?
        var isDate = false
    }

    /// An element with a code that is being read.
    private struct Coded {
        var type: CodeType
        var place: XMLPosition
        var uri: String?
        var version: String?
        var code: String?
        var codePlace: XMLPosition?
        var codeIndex = 1
        var name: String?
    }

    private let check: CodeListMessageCheck
    private let file: String?
    private var frames: [Frame] = []
    private var text = ""
    private var collectsText = false
    private var date: CalendarDate?
    private var findings: [Finding] = []
    private var suppressed = 0
    private var errors = 0
    private var checked = 0
    private var missing: [CodeListID] = []
    private var reported: Set<String> = []

    init(_ check: CodeListMessageCheck, file: String?) {
        self.check = check
        self.file = file
        date = check.options.asOf
    }

    // MARK: Reading

    mutating func open(_ element: XMLStartElement) {
        var frame = Frame(name: element.name, position: 1)
        if let parent = frames.indices.last {
            frames[parent].counts[element.name, default: 0] += 1
            frame.position = frames[parent].counts[element.name] ?? 1
            frame.type =
                frames[parent].type.flatMap { check.types.entry($0)?.children[element.name] }
                ?? check.types.type(ofGlobal: element.name)
        } else {
            frame.type = check.types.type(ofGlobal: element.name)
        }
        if let substitute = element[XMLName("type", in: XMLName.schemaInstanceNamespace)] {
            frame.type = type(substitute, at: element) ?? frame.type
        }
        if let type = frame.type.flatMap({ check.types.entry($0)?.code }) {
            frame.coded = Coded(
                type: type, place: element.position, uri: Self.token(element["listURI"]),
                version: Self.token(element["listVersionID"]))
        }
        // The header comes first in every message of XÖV, so that the day is known before the first code of the content.
        frame.isDate = date == nil && element.name.local == "erstellungszeitpunkt"
        if let parent = frames.indices.last, let coded = frames[parent].coded {
            collectsText = element.name == coded.type.codeElement || element.name == coded.type.nameElement
            if element.name == coded.type.codeElement {
                frames[parent].coded?.codePlace = element.position
                frames[parent].coded?.codeIndex = frame.position
            }
        } else {
            collectsText = frame.isDate
        }
        text = ""
        frames.append(frame)
    }

    mutating func take(_ piece: String) {
        if collectsText { text += piece }
    }

    mutating func close() {
        guard let frame = frames.popLast() else { return }
        if collectsText {
            let value = Self.token(text) ?? ""
            if frame.isDate { date = CalendarDate(value.prefix(10)) }
            if let parent = frames.indices.last, let coded = frames[parent].coded {
                if frame.name == coded.type.codeElement { frames[parent].coded?.code = value }
                if frame.name == coded.type.nameElement { frames[parent].coded?.name = value }
            }
        }
        collectsText = false
        if let coded = frame.coded { judge(coded, path: path(frame)) }
    }

    private func type(_ name: String, at element: XMLStartElement) -> TypeID? {
        // The prefix is declared on this element or above; reading keeps only those of this one, so that without a
        // declaration here the local name decides among the names of the known namespaces.
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard let local = parts.last else { return nil }
        let prefix = parts.count == 2 ? parts[0] : nil
        if let declared = element.namespaces.first(where: { $0.prefix == prefix }) {
            return check.types.type(named: XMLName(local, in: declared.uri))
        }
        return check.types.type(named: XMLName(local, in: element.name.namespace))
            ?? frames.lazy.compactMap { check.types.type(named: XMLName(local, in: $0.name.namespace)) }.first
    }

    /// White space collapsed; nil for nothing.
    private static func token(_ text: String?) -> String? {
        guard let text else { return nil }
        let collapsed = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
            .joined(separator: " ")
        return collapsed.isEmpty ? nil : collapsed
    }

    private func path(_ last: Frame) -> String {
        var result = ""
        for (index, frame) in (frames + [last]).enumerated() {
            result += "/" + frame.name.local
            if index > 0 { result += "[\(frame.position)]" }
        }
        return result
    }

    // MARK: Judging

    private mutating func judge(_ coded: Coded, path: String) {
        guard let code = coded.code else { return }
        let place = coded.codePlace ?? coded.place
        let location = Location(
            file: file, line: place.line, column: place.column,
            path: path + "/" + coded.type.codeElement.local + "[\(coded.codeIndex)]")
        if code.isEmpty {
            add(CodeWording.emptyCode(at: location))
            return
        }
        guard let uri = coded.uri ?? coded.type.listURI else {
            // The schema lets the list open and the message does not say it: no one can tell what the code means.
            add(CodeWording.noList(at: location))
            note(CodeListID(uri: "?", version: "?"))
            return
        }
        let version = coded.version ?? coded.type.listVersion
        guard let entry = entry(uri, version, coded.type, location) else { return }
        lookUp(code, entry, coded, isCertain: version != nil, location)
    }

    /// The list that a code belongs to; nil, with a finding, when it is not at hand.
    private mutating func entry(
        _ uri: String, _ version: String?, _ type: CodeType, _ location: Location
    ) -> CodeListEntry? {
        let day = date
        guard let version else {
            let newest = day.flatMap { check.lists.inForce(uri, on: $0) } ?? check.lists.newest(of: uri)
            report(CodeWording.noVersion(uri, assumed: newest?.id.version, at: location), key: "noVersion \(uri)")
            if newest == nil { note(CodeListID(uri: uri, version: "?")) }
            return newest
        }
        let id = CodeListID(uri: uri, version: version)
        if let entry = check.lists.entry(id) {
            if !type.fixesVersion, let day, let successor = check.lists.successor(of: id, on: day) {
                report(
                    CodeWording.outdated(id, successor: successor, on: day, at: location), key: "outdated \(id)")
            }
            return entry
        }
        // With every code in the schema the list itself is not needed.
        if type.kind == .enumerated { return nil }
        let known = check.lists.versions(of: uri).map(\.id.version)
        report(CodeWording.notAtHand(id, known: known, at: location), key: "missing \(id)")
        note(id)
        return nil
    }

    private mutating func lookUp(
        _ code: String, _ entry: CodeListEntry, _ coded: Coded, isCertain: Bool, _ location: Location
    ) {
        let lookup: CodeListLookup
        do throws(CodeListError) {
            lookup = try self.lookup(entry.id, column: coded.type.codeColumn)
        } catch {
            var finding = error.finding
            finding.severity = .warning
            report(finding, key: "unusable \(entry.id)")
            note(entry.id)
            return
        }
        checked += 1
        guard let row = lookup[code] else {
            var finding = CodeWording.unknownCode(code, lookup, at: location)
            if !isCertain {
                // Without a version no list can say that the code is wrong; another version may have it.
                if isInAnyVersion(code, entry.id.uri, coded) { return }
                finding.severity = .warning
                note(CodeListID(uri: entry.id.uri, version: "?"))
            }
            add(finding)
            return
        }
        guard let name = coded.name, !name.isEmpty, let cells = lookup.list.rows?[row] else { return }
        let isKnown = cells.contains { Self.token($0.text) == name }
        if !isKnown {
            add(CodeWording.wrongName(name, code: code, expected: lookup.name(of: code), entry.id, at: location))
        }
    }

    private func isInAnyVersion(_ code: String, _ uri: String, _ coded: Coded) -> Bool {
        check.lists.versions(of: uri).contains { entry in
            (try? lookup(entry.id, column: coded.type.codeColumn))?.contains(code) ?? false
        }
    }

    /// The look-up over the column that the schema names, where the list has it.
    private func lookup(_ id: CodeListID, column: String?) throws(CodeListError) -> CodeListLookup {
        if let column {
            let list = try check.lists.list(id)
            if list.columnIndex(column) != nil { return try check.lists.lookup(id, column: column) }
        }
        return try check.lists.lookup(id)
    }

    // MARK: Findings

    private mutating func note(_ id: CodeListID) {
        if !missing.contains(id) { missing.append(id) }
    }

    /// Adds a finding that is told once per message.
    private mutating func report(_ finding: Finding, key: String) {
        if reported.insert(key).inserted { add(finding) }
    }

    private mutating func add(_ finding: Finding) {
        if finding.severity == .error { errors += 1 }
        if findings.count < check.options.maxFindings { findings.append(finding) } else { suppressed += 1 }
    }

    func outcome(brokenBy error: XMLError?, duration: Duration) -> CodeListMessageCheck.Outcome {
        let result: Layer.Outcome
        if errors > 0 {
            result = .failed
        } else if error != nil {
            result = .couldNotRun(
                Message(de: "Das Dokument ist nicht wohlgeformt.", en: "The document is not well-formed."))
        } else if !missing.isEmpty {
            result = .couldNotRun(CodeWording.listsMissing(missing))
        } else {
            result = .passed
        }
        return CodeListMessageCheck.Outcome(
            layer: Layer(name: "code-lists", outcome: result, duration: duration), findings: findings,
            suppressedFindings: suppressed, checkedCodes: checked)
    }
}
