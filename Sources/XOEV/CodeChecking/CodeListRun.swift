import CodeLists
import Findings
import SchemaValidation

/// The check of the codes of one message, code by code as the pass over it tells them.
struct CodeListRun {
    /// A code with its texts tidied.
    private struct Coded {
        var type: CodeType
        var uri: String?
        var version: String?
        var code: String?
        var name: String?
        var place: Place
    }

    /// Where a code stands; the path to it is made only when it is told.
    private enum Place {
        case known(Location)
        case reading(ObservedCode, ObservationSite, element: String, file: String?)

        var location: Location {
            switch self {
            case .known(let location): location
            case .reading(let code, let site, let element, let file):
                Location(
                    file: file, line: code.line, column: code.column,
                    path: (site.location.path ?? "") + "/\(element)[\(code.position)]")
            }
        }
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

    private struct ChoiceKey: Hashable {
        var uri: String
        var version: String?
        var fixesVersion: Bool
        var isEnumerated: Bool
    }

    private struct CodeKey: Hashable {
        var list: CodeListID
        var column: String?
        var code: String
    }

    /// How many codes wait for the day of the message; G2G headers hold a handful before it.
    private static let maxWaiting = 1_000

    private let check: CodeListMessageCheck
    private let file: String?
    private var date: CalendarDate?
    private var waiting: [(code: ObservedCode, location: Location)] = []
    private var waitsForDate: Bool
    private var choices: [ChoiceKey: Choice] = [:]
    private var told: Set<String> = []
    private var faults: [CodeKey: Finding] = [:]
    private var findings: [Finding] = []
    private var suppressed = 0
    private var errors = 0
    private var checked: Set<CodeKey> = []
    private var missing: [CodeListID] = []
    private var clock = ObservationClock()

    init(_ check: CodeListMessageCheck, file: String?) {
        self.check = check
        self.file = file
        date = check.options.asOf
        waitsForDate = date == nil
    }

    /// The elements that hold codes.
    var elements: CodedElements { check.types.elements }

    /// The element whose text is the day of the message; nil when the day is given.
    var watchedElement: String? { check.options.asOf == nil ? "erstellungszeitpunkt" : nil }

    /// Takes the moment at which the message was made, and judges the codes that stood before it.
    mutating func takeMoment(_ text: String) {
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        date = CalendarDate(Self.token(text)?.prefix(10) ?? "")
        judgeWaiting()
    }

    /// Takes a code; whether an equal one need not be told again.
    mutating func take(_ code: ObservedCode, at site: ObservationSite) -> Bool {
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        if waitsForDate, waiting.count < Self.maxWaiting {
            waiting.append((code, place(of: code, at: site).location))
            return false
        }
        return judge(coded(code, place(of: code, at: site)))
    }

    private func place(of code: ObservedCode, at site: ObservationSite) -> Place {
        .reading(code, site, element: check.types.codeTypes[code.holder].codeElement.local, file: file)
    }

    private mutating func judgeWaiting() {
        waitsForDate = false
        for (code, location) in waiting { _ = judge(coded(code, .known(location))) }
        waiting = []
    }

    private func coded(_ code: ObservedCode, _ place: Place) -> Coded {
        Coded(
            type: check.types.codeTypes[code.holder], uri: Self.token(code.listURI),
            version: Self.token(code.listVersion), code: code.value.map { Self.token($0) ?? "" },
            name: Self.token(code.name), place: place)
    }

    /// White space collapsed; nil for nothing.
    private static func token(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ $0 > 0x20 }) { return text }
        let collapsed = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
            .joined(separator: " ")
        return collapsed.isEmpty ? nil : collapsed
    }

    // MARK: Judging

    /// Judges a code; whether all that is to be said of equal ones is said.
    private mutating func judge(_ coded: Coded) -> Bool {
        guard let code = coded.code else { return true }
        if code.isEmpty {
            add { CodeWording.emptyCode(at: coded.place.location) }
            return false
        }
        guard let uri = coded.uri ?? coded.type.listURI else {
            // The schema lets the list open and the message does not say it: no one can tell what the code means.
            add { CodeWording.noList(at: coded.place.location) }
            note(CodeListID(uri: "?", version: "?"))
            return false
        }
        let version = coded.version ?? coded.type.listVersion
        let key = ChoiceKey(
            uri: uri, version: version, fixesVersion: coded.type.fixesVersion,
            isEnumerated: coded.type.kind == .enumerated)
        let choice = choices[key] ?? choose(key)
        choices[key] = choice
        if let remark = choice.remark, told.insert(remark.subject).inserted {
            add { remark.finding(coded.place.location) }
        }
        if let missing = choice.missing { note(missing) }
        guard let entry = choice.entry else { return true }
        return lookUp(code, entry, coded, isCertain: version != nil)
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

    private mutating func lookUp(_ code: String, _ entry: CodeListEntry, _ coded: Coded, isCertain: Bool) -> Bool {
        let lookup: CodeListLookup
        do throws(CodeListError) {
            lookup = try self.lookup(entry.id, column: coded.type.codeColumn)
        } catch {
            var finding = error.finding
            finding.severity = .warning
            if !missing.contains(entry.id) { add { finding } }
            note(entry.id)
            return true
        }
        let key = CodeKey(list: entry.id, column: coded.type.codeColumn, code: code)
        checked.insert(key)
        guard let row = lookup[code] else {
            // Without a version no list can say that the code is wrong; another version may have it.
            if !isCertain {
                if isInAnyVersion(code, entry.id.uri, coded) { return true }
                note(CodeListID(uri: entry.id.uri, version: "?"))
            }
            let severity: Severity = isCertain ? .error : .warning
            // Only where it will be shown: looking for the nearest codes goes through the whole list.
            if findings.count < check.options.maxFindings, faults[key] == nil {
                faults[key] = CodeWording.unknownCode(code, lookup, at: Location())
            }
            add(severity: severity) { [faults] in
                var finding = faults[key] ?? CodeWording.unknownCode(code, lookup, at: Location())
                finding.severity = severity
                finding.location = coded.place.location
                return finding
            }
            return false
        }
        guard let name = coded.name, let cells = lookup.list.rows?[row] else { return true }
        if cells.contains(where: { Self.token($0.text) == name }) { return true }
        add {
            CodeWording.wrongName(
                name, code: code, expected: lookup.name(of: code), entry.id, at: coded.place.location)
        }
        return false
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
            suppressedFindings: suppressed, checkedCodes: checked.count)
    }
}
