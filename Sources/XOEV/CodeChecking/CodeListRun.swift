import CodeLists
import Findings
import SchemaValidation

/// The check of the codes of one message, code by code as the pass over it tells them.
///
/// Codes of one type that name the same list share a context: which list in which version counts is settled, and told, once.
struct CodeListRun {
    /// What codes have in common that are looked up in the same way. The texts are those of the message, not tidied.
    private struct ContextKey: Hashable {
        var holder: Int
        var uri: String?
        var version: String?
    }

    private struct Context {
        var key: ContextKey
        /// The list in which codes are looked up; nil when there is none to be looked up in.
        var list: CodedList?
        /// Whether message or schema say the version.
        var isCertain = true
        /// Whether neither message nor schema say the list.
        var hasNoList = false
    }

    /// The list that codes belong to, and whether it was possible to say so with certainty.
    private struct Choice {
        var entry: CodeListEntry?
        /// What is told once per message, at the first such code.
        var remark: Remark?
        var missing: CodeListID?
    }

    private struct Remark {
        /// What it is about: a remark is told once for a list in a version, whatever the code type.
        var subject: String
        var finding: @Sendable (Location) -> Finding
    }

    private struct ChoiceKey {
        var uri: String
        var version: String?
        var fixesVersion: Bool
        var isEnumerated: Bool
    }

    private struct ListKey: Hashable {
        var id: CodeListID
        var column: String?
    }

    /// How many codes wait for the day of the message; G2G headers hold a handful before it.
    private static let maxWaiting = 1_000
    private static let maxContexts = 10_000

    private let check: CodeListMessageCheck
    private let file: String?
    private var date: CalendarDate?
    private var waiting: [(code: ObservedCode, location: Location)] = []
    private var waitsForDate: Bool
    private var contexts: [Context] = []
    private var positions: [ContextKey: Int] = [:]
    /// The context of the last code of each type: mostly that of the next one as well.
    private var lastContexts: [Int?]
    private var lists: [ListKey: CodedList] = [:]
    private var told: Set<String> = []
    private var findings: [Finding] = []
    private var suppressed = 0
    private var errors = 0
    private var missing: [CodeListID] = []
    private var isMissing: Set<CodeListID> = []
    private var clock = ObservationClock()

    init(_ check: CodeListMessageCheck, file: String?) {
        self.check = check
        self.file = file
        date = check.options.asOf
        waitsForDate = date == nil
        lastContexts = Array(repeating: nil, count: check.types.codeTypes.count)
    }

    /// The elements that hold codes.
    var elements: CodedElements { check.types.elements }

    /// The element whose text is the day of the message; nil when the day is given.
    var watchedElement: String? { check.options.asOf == nil ? "erstellungszeitpunkt" : nil }

    /// Takes the moment at which the message was made, and judges the codes that stood before it.
    mutating func takeMoment(_ text: String) {
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        date = CalendarDate(text.collapsedXML.prefix(10))
        forgetContexts()
        judgeWaiting()
    }

    private mutating func forgetContexts() {
        contexts = []
        positions = [:]
        lastContexts = lastContexts.map { _ in nil }
    }

    /// Takes a code; whether an equal one need not be told again.
    mutating func take(_ code: ObservedCode, at site: ObservationSite) -> Bool {
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        let element = check.types.codeTypes[code.holder].codeElement.local
        let place = { [file] in
            Location(
                file: file, line: code.line, column: code.column,
                path: (site.location.path ?? "") + "/\(element)[\(code.position)]")
        }
        if waitsForDate, waiting.count < Self.maxWaiting {
            waiting.append((code, place()))
            return false
        }
        return judge(code, at: place)
    }

    private mutating func judgeWaiting() {
        waitsForDate = false
        for (code, location) in waiting { _ = judge(code) { location } }
        waiting = []
    }

    // MARK: Judging

    /// Judges a code; whether all that is to be said of equal ones is said.
    private mutating func judge(_ coded: ObservedCode, at place: () -> Location) -> Bool {
        guard let code = coded.value?.collapsedXML else { return true }
        if code.isEmpty {
            add { CodeWording.emptyCode(at: place()) }
            return false
        }
        let context = contexts[position(of: coded, at: place)]
        if context.hasNoList {
            // The schema lets the list open and the message does not say it: no one can tell what the code means.
            add { CodeWording.noList(at: place()) }
            note(CodeListID(uri: "?", version: "?"))
            return false
        }
        guard let list = context.list else { return true }
        guard let row = list.row(of: code) else { return judgeUnknown(code, list, context.isCertain, at: place) }
        guard let name = coded.name?.collapsedXML, !name.isEmpty, !list.lookup.isName(name, ofRow: row) else {
            return true
        }
        add {
            CodeWording.wrongName(name, code: code, expected: list.lookup.name(of: code), list.id, at: place())
        }
        return false
    }

    private mutating func judgeUnknown(
        _ code: String, _ list: CodedList, _ isCertain: Bool, at place: () -> Location
    ) -> Bool {
        // Without a version no list can say that the code is wrong; another version may have it.
        if !isCertain {
            if isInAnyVersion(code, list) { return true }
            note(CodeListID(uri: list.id.uri, version: "?"))
        }
        let severity: Severity = isCertain ? .error : .warning
        add(severity: severity) {
            var finding = list.fault(of: code)
            finding.severity = severity
            finding.location = place()
            return finding
        }
        return false
    }

    /// The position of a code's context. What is to be said of a new one is said.
    private mutating func position(of coded: ObservedCode, at place: () -> Location) -> Int {
        if let last = lastContexts[coded.holder], contexts[last].key.uri == coded.listURI,
            contexts[last].key.version == coded.listVersion
        {
            return last
        }
        let key = ContextKey(holder: coded.holder, uri: coded.listURI, version: coded.listVersion)
        // Contexts can be made anew; a document of nothing but other lists must not fill the memory with them.
        if contexts.count >= Self.maxContexts { forgetContexts() }
        let position: Int
        if let known = positions[key] {
            position = known
        } else {
            position = contexts.count
            contexts.append(context(key, at: place))
            positions[key] = position
        }
        lastContexts[coded.holder] = position
        return position
    }

    private mutating func context(_ key: ContextKey, at place: () -> Location) -> Context {
        func said(_ text: String?) -> String? {
            text.map(\.collapsedXML).flatMap { $0.isEmpty ? nil : $0 }
        }
        let type = check.types.codeTypes[key.holder]
        var context = Context(key: key)
        guard let uri = said(key.uri) ?? type.listURI else {
            context.hasNoList = true
            return context
        }
        let version = said(key.version) ?? type.listVersion
        let choice = choose(
            ChoiceKey(
                uri: uri, version: version, fixesVersion: type.fixesVersion, isEnumerated: type.kind == .enumerated))
        if let remark = choice.remark, told.insert(remark.subject).inserted { add { remark.finding(place()) } }
        if let missing = choice.missing { note(missing) }
        context.isCertain = version != nil
        guard let entry = choice.entry else { return context }
        do throws(CodeListError) {
            context.list = try list(ListKey(id: entry.id, column: type.codeColumn))
        } catch {
            var finding = error.finding
            finding.severity = .warning
            if !isMissing.contains(entry.id) { add { finding } }
            note(entry.id)
        }
        return context
    }

    private mutating func list(_ key: ListKey) throws(CodeListError) -> CodedList {
        if let known = lists[key] { return known }
        let list = CodedList(try lookup(key.id, column: key.column), column: key.column)
        lists[key] = list
        return list
    }

    private func choose(_ key: ChoiceKey) -> Choice {
        let (uri, day) = (key.uri, date)
        guard let version = key.version else {
            let newest = day.flatMap { check.lists.inForce(uri, on: $0) } ?? check.lists.newest(of: uri)
            return Choice(
                entry: newest,
                remark: Remark(subject: "noVersion \(uri)") {
                    CodeWording.noVersion(uri, assumed: newest?.id.version, at: $0)
                },
                missing: newest == nil ? CodeListID(uri: uri, version: "?") : nil)
        }
        let id = CodeListID(uri: uri, version: version)
        guard let entry = check.lists.entry(id) else {
            // With every code in the schema the list itself is not needed.
            if key.isEnumerated { return Choice() }
            let known = check.lists.versions(of: uri).map(\.id.version)
            return Choice(
                remark: Remark(subject: "notAtHand \(id)") { CodeWording.notAtHand(id, known: known, at: $0) },
                missing: id)
        }
        // What the schema fixes the sender cannot choose.
        guard !key.fixesVersion, let day else { return Choice(entry: entry) }
        if let successor = check.lists.successor(of: id, on: day) {
            return Choice(
                entry: entry,
                remark: Remark(subject: "outdated \(id)") {
                    CodeWording.outdated(id, successor: successor, on: day, at: $0)
                })
        }
        if let validFrom = entry.validFrom, validFrom > day {
            let current = check.lists.inForce(uri, on: day)?.id.version
            return Choice(
                entry: entry,
                remark: Remark(subject: "notYet \(id)") {
                    CodeWording.notYetInForce(id, from: validFrom, on: day, current: current, at: $0)
                })
        }
        return Choice(entry: entry)
    }

    private func isInAnyVersion(_ code: String, _ list: CodedList) -> Bool {
        check.lists.versions(of: list.id.uri).contains { entry in
            (try? lookup(entry.id, column: list.column))?.contains(code) ?? false
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
        if isMissing.insert(id).inserted { missing.append(id) }
    }

    /// Adds a finding. Beyond the bound it is counted only, without the work of wording it.
    private mutating func add(severity: Severity = .warning, _ finding: () -> Finding) {
        if severity == .error { errors += 1 }
        if findings.count < check.options.maxFindings { findings.append(finding()) } else { suppressed += 1 }
    }

    /// What the check came to, now that the document is at its end.
    func finished(isWellFormed: Bool) -> CodeListMessageCheck.Outcome {
        var run = self
        if isWellFormed { run.judgeWaiting() }
        return run.outcome(isWellFormed: isWellFormed)
    }

    private func outcome(isWellFormed: Bool) -> CodeListMessageCheck.Outcome {
        let result: Layer.Outcome
        if errors > 0 {
            result = .failed
        } else if !isWellFormed {
            result = .couldNotRun(
                Message(de: "Das Dokument ist nicht wohlgeformt.", en: "The document is not well-formed."))
        } else if !missing.isEmpty {
            result = .couldNotRun(CodeWording.listsMissing(missing))
        } else {
            result = .passed
        }
        return CodeListMessageCheck.Outcome(
            layer: Layer(name: "code-lists", outcome: result, duration: clock.total), findings: findings,
            suppressedFindings: suppressed, checkedCodes: lists.values.reduce(0) { $0 + $1.checkedCodes })
    }
}
