import CXMLSchemas
import Findings
import SchemaModel
import XMLCore

/// The check of one document.
final class CheckSession {
    private let subject: String
    private let schemas: DocumentValidator.Schemas
    private let beginning: DocumentHead?
    private let options: DocumentValidator.Options
    private let observer: (any DocumentObserver)?
    private var check: OpaquePointer?
    private var set: SchemaSet?
    private var codes: CodedElements?
    private var lastURIs: [Int: String] = [:]
    private var keptNames: [UnsafeMutableBufferPointer<CChar>] = []
    private var whyNoSchema: Message?
    private var noSchemaHint: Finding?
    private var findings: [Finding] = []
    private var suppressed = 0
    private var schemaErrors = 0
    private var isMalformed = false
    private var identity = IdentityCheck()
    private var lastFacet: Facet?
    private var pathBuffer = [CChar](repeating: 0, count: 4_096)

    /// Where the last facet error was.
    private struct Facet {
        var line: Int?
        var column: Int?
        var attribute: XMLName?
    }

    init(
        subject: String, schemas: DocumentValidator.Schemas, beginning: DocumentHead?,
        options: DocumentValidator.Options, observer: (any DocumentObserver)?
    ) {
        self.observer = observer
        self.subject = subject
        self.schemas = schemas
        self.beginning = beginning
        self.options = options
    }

    deinit { for name in keptNames { name.deallocate() } }

    /// Runs the check to its end.
    func run(_ input: DocumentInput) -> CheckResult {
        let clock = ContinuousClock()
        let start = clock.now
        let limits = options.limits
        var bounds = xss_limits(
            max_depth: Int64(limits.maxDepth), max_attributes: Int64(limits.maxAttributes),
            max_name: Int64(limits.maxNameBytes), max_text: Int64(min(limits.maxTextBytes, Int(Int32.max) - 1)),
            max_total: Int64(limits.maxTotalBytes), max_names: 1_000_000)
        var handlers = xss_handlers(
            user: Unmanaged.passUnretained(self).toOpaque(),
            problem: { user, problem in
                guard let user, let problem else { return }
                CheckSession.from(user).take(problem.pointee)
            },
            root: { user, local, space, attributes, count in
                guard let user, let local else { return xss_choice() }
                let list = UnsafeBufferPointer(start: attributes, count: Int(count))
                return CheckSession.from(user).chooseSchema(local, space, list)
            },
            identity: { user, kind, attribute, value, length in
                guard let user, let value else { return }
                CheckSession.from(user).takeIdentity(kind, attribute, value, length)
            },
            code: { user, code in
                guard let user, let code else { return 0 }
                return CheckSession.from(user).takeCode(code.pointee) ? 1 : 0
            },
            watched: { user, value, length in
                guard let user else { return }
                CheckSession.from(user).observer?.takeWatched(CheckSession.string(value, length) ?? "")
            },
            text: { user, attribute, value, length in
                guard let user else { return }
                CheckSession.from(user).takeText(attribute, value, length)
            })
        guard let check = xss_check_new(&bounds, &handlers) else { return outOfMemory() }
        self.check = check
        defer {
            xss_check_free(check)
            self.check = nil
        }
        let status = withExtendedLifetime((self, input)) {
            xss_check_run(
                check,
                { user, buffer, length in
                    guard let user, let buffer, length > 0 else { return -1 }
                    let input = Unmanaged<DocumentInput>.fromOpaque(user).takeUnretainedValue()
                    return Int32(input.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
                }, Unmanaged.passUnretained(input).toOpaque())
        }
        observer?.end(
            isWellFormed: status == 0 && !isMalformed && input.error == nil, bytes: Int(xss_check_bytes(check)))
        if let error = input.error {
            return CheckResult(subject: subject, findings: [error.finding], isUnreadable: true)
        }
        if status < 0, findings.isEmpty { return outOfMemory() }
        if status == 0, !isMalformed { finishIdentity() }
        return result(isWellFormed: status == 0 && !isMalformed, duration: clock.now - start)
    }

    private static func from(_ user: UnsafeMutableRawPointer) -> CheckSession {
        Unmanaged<CheckSession>.fromOpaque(user).takeUnretainedValue()
    }

    // MARK: Choosing the schema

    private func chooseSchema(
        _ local: UnsafePointer<CChar>, _ space: UnsafePointer<CChar>?,
        _ attributes: UnsafeBufferPointer<xss_root_attribute>
    ) -> xss_choice {
        let name = XMLName(String(cString: local), in: space.map { String(cString: $0) })
        chooseSchema(name, attributes)
        var choice = xss_choice()
        if let set {
            choice.schema = set.compiled
            choice.identity = set.identity
        }
        if let observer { ask(observer, head(name, attributes), &choice) }
        return choice
    }

    private func chooseSchema(_ name: XMLName, _ attributes: UnsafeBufferPointer<xss_root_attribute>) {
        switch schemas {
        case .none: break
        case .set(let set):
            guard set.knows(namespace: name.namespace) else {
                let known = set.namespaces.filter { !$0.isEmpty }
                noteUnknown(name, nearest: NearestWords.nearest(to: name.namespace ?? "", among: known, count: 3))
                return
            }
            self.set = set
        case .catalogue(let catalogue):
            switch catalogue.choice(for: head(name, attributes)) {
            case .schemas(let set, let remark):
                self.set = set
                if let remark { add(remark) }
            case .unknown(let nearest):
                noteUnknown(name, nearest: nearest)
                return
            case .failed(let error):
                whyNoSchema = Message(
                    de: "Das Schema ist nicht benutzbar: \(text: error.finding.message.de)",
                    en: "The schema cannot be used: \(text: error.finding.message.en)")
                for finding in error.findings {
                    var copy = finding
                    copy.severity = .warning
                    add(copy)
                }
                return
            }
        }
    }

    private func head(_ name: XMLName, _ attributes: UnsafeBufferPointer<xss_root_attribute>) -> DocumentHead {
        var head = beginning ?? DocumentHead(name: name)
        if head.name != name { head = DocumentHead(name: name) }
        head.attributes = attributes.map { attribute in
            XMLAttribute(
                XMLName(
                    attribute.local.map { String(cString: $0) } ?? "", in: attribute.space.map { String(cString: $0) }),
                value: Self.string(attribute.value, attribute.length) ?? "")
        }
        return head
    }

    // MARK: Observing

    private func ask(_ observer: any DocumentObserver, _ head: DocumentHead, _ choice: inout xss_choice) {
        let interest = observer.begin(root: head, schemas: set)
        codes = interest.codes
        choice.codes = codes?.automaton
        choice.watched = kept(interest.watchedElement)
        choice.attribute = kept(interest.texts?.attribute)
        guard let texts = interest.texts else { return }
        choice.wants_texts = 1
        withUnsafeMutableBytes(of: &choice.plain) { plain in
            for byte in texts.plainCharacters where byte < 128 { plain[Int(byte)] = 1 }
        }
    }

    /// A name as C wants it, at an address that stays good: the pass copies it only after this returns.
    private func kept(_ name: String?) -> UnsafePointer<CChar>? {
        guard let name else { return nil }
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: name.utf8.count + 1)
        _ = copy.initialize(from: name.utf8CString)
        keptNames.append(copy)
        return copy.baseAddress.map { UnsafePointer($0) }
    }

    private func takeCode(_ code: xss_code) -> Bool {
        guard let observer else { return true }
        return observer.take(
            ObservedCode(
                holder: Int(code.code), listURI: listURI(code.uri, holder: Int(code.code)),
                listVersion: Self.string(code.version), value: Self.string(code.value), name: Self.string(code.name),
                line: Int(code.line), column: Int(code.column), position: Int(code.index)),
            at: ObservationSite(check: check, subject: subject))
    }

    /// The URI of a code's list: codes of one type mostly have the same, which then is one string.
    private func listURI(_ span: xss_span, holder: Int) -> String? {
        guard let bytes = span.bytes else { return nil }
        if let last = lastURIs[holder], last.isEqual(bytes, span.length) { return last }
        let uri = Self.string(span)
        lastURIs[holder] = uri
        return uri
    }

    private func takeText(_ attribute: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?, _ length: Int) {
        observer?.take(
            Self.string(value, length) ?? "", ofAttribute: attribute.map { String(cString: $0) },
            at: ObservationSite(check: check, subject: subject))
    }

    private static func string(_ span: xss_span) -> String? { string(span.bytes, span.length) }

    private static func string(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String? {
        bytes.map { String(decoding: UnsafeRawBufferPointer(start: $0, count: length), as: UTF8.self) }
    }

    private func noteUnknown(_ name: XMLName, nearest: [String]) {
        let message = SchemaWording.unknownNamespace(name, nearest: nearest)
        whyNoSchema = message
        var line: Int32 = 0
        var column: Int32 = 0
        if let check { xss_check_position(check, &line, &column) }
        add(
            Finding(
                "schema.unknown-namespace", .warning,
                at: Location(file: subject, line: Int(line), column: Int(column), path: "/" + name.local), message,
                hint: SchemaWording.unknownNamespaceHint(nearest: nearest)))
    }

    // MARK: Problems

    private func take(_ raw: xss_problem) {
        let problem = SchemaProblem(raw)
        switch problem.domain {
        case Int32(truncatingIfNeeded: XSS_DOMAIN_PARSER):
            if problem.isError { isMalformed = true }
            add(
                MalformedWording.finding(
                    problem, first: Self.string(raw.string1), second: Self.string(raw.string2), at: place(problem)))
        case Int32(truncatingIfNeeded: XSS_DOMAIN_LIMIT):
            isMalformed = true
            add(LimitWording.finding(problem.code, limits: options.limits, at: place(problem)))
        default: takeValidity(problem)
        }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

    private func takeValidity(_ problem: SchemaProblem) {
        guard problem.isError else { return }
        schemaErrors += 1
        var validity = ValidityProblem(code: problem.code, message: problem.message)
        if validity.value == nil, validity.facet != nil, validity.attribute == nil { validity.value = endingText() }
        var location = place(problem)
        if xss_validity_repeats_facet(problem.code) != 0, mergeIntoLastFacet(validity, at: location) { return }
        location.path = findings.count < options.maxFindings ? path() : nil
        lastFacet =
            validity.facet == nil
            ? nil : Facet(line: location.line, column: location.column, attribute: validity.attribute)
        let goesOn = check.map { xss_check_goes_on($0) != 0 } ?? false
        add(ValidityWording(problem: validity, schemas: set, location: location, goesOn: goesOn).finding)
    }

    /// libxml2 tells one fault twice: the facet, then the type that has it.
    private func mergeIntoLastFacet(_ type: ValidityProblem, at location: Location) -> Bool {
        guard let facet = lastFacet, type.facet == nil, facet.line == location.line, facet.column == location.column,
            facet.attribute == type.attribute
        else { return false }
        lastFacet = nil
        return true
    }

    /// The text of the element that is ending: messages about length do not give it.
    private func endingText() -> String? {
        guard let check else { return nil }
        var length = 0
        guard let text = xss_check_text(check, &length) else { return nil }
        return String(decoding: UnsafeRawBufferPointer(start: text, count: min(length, 1_000)), as: UTF8.self)
    }

    private func place(_ problem: SchemaProblem) -> Location {
        Location(
            file: subject, line: problem.line > 0 ? problem.line : nil,
            column: problem.column > 0 ? problem.column : nil)
    }

    private func path() -> String? {
        guard let check else { return nil }
        let length = xss_check_path(check, &pathBuffer, pathBuffer.count)
        return String(decoding: pathBuffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func add(_ finding: Finding) {
        var finding = finding
        finding.location = finding.location.inFile(subject)
        if findings.count < options.maxFindings { findings.append(finding) } else { suppressed += 1 }
    }

    // MARK: Identity

    private func takeIdentity(
        _ kind: Int32, _ attribute: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>, _ length: Int
    ) {
        guard let check else { return }
        let text = String(decoding: UnsafeRawBufferPointer(start: value, count: length), as: UTF8.self)
        var line: Int32 = 0
        var column: Int32 = 0
        xss_check_position(check, &line, &column)
        let place = IdentityCheck.Place(
            line: Int(line), column: Int(column), attribute: attribute.map { String(cString: $0) })
        switch kind {
        case Int32(truncatingIfNeeded: XSS_IDENTITY_ID):
            if let first = identity.define(text, at: place) {
                schemaErrors += 1
                add(IdentityWording.duplicate(text, first: first, at: place, path: path()))
            }
        case Int32(truncatingIfNeeded: XSS_IDENTITY_IDREF):
            identity.refer(to: text, at: place) { self.path() }
        default:
            for part in text.split(whereSeparator: \.isWhitespace) {
                identity.refer(to: String(part), at: place) { self.path() }
            }
        }
    }

    private func finishIdentity() {
        for reference in identity.unresolved {
            schemaErrors += 1
            add(IdentityWording.unresolved(reference, known: identity.count))
        }
    }

    // MARK: Result

    private func result(isWellFormed: Bool, duration: Duration) -> CheckResult {
        let ran = check.map { xss_check_schema_ran($0) != 0 } ?? false
        let schemaOutcome: Layer.Outcome
        if let whyNoSchema {
            schemaOutcome = .couldNotRun(whyNoSchema)
        } else if schemaErrors > 0 {
            schemaOutcome = .failed
        } else if !isWellFormed {
            schemaOutcome = .couldNotRun(
                Message(de: "Das Dokument ist nicht wohlgeformt.", en: "The document is not well-formed."))
        } else if !ran {
            schemaOutcome = .couldNotRun(
                Message(
                    de: "Die Prüfung gegen das Schema brach ab.", en: "The check against the schema broke off."))
        } else {
            schemaOutcome = .passed
        }
        return CheckResult(
            subject: subject, facts: facts(),
            layers: [
                Layer(name: "well-formed", outcome: isWellFormed ? .passed : .failed),
                Layer(name: "schema", outcome: schemaOutcome, duration: duration),
            ],
            findings: inDocumentOrder(findings), suppressedFindings: suppressed, isUnreadable: !isWellFormed)
    }

    private func facts() -> [CheckResult.Fact] {
        guard let set, let document = set.entries.first else { return [] }
        var facts = [CheckResult.Fact("schema", document.name)]
        if let metadata = set.metadata.first, !metadata.isLibrary {
            if let name = metadata.shortName ?? metadata.technicalName { facts.append(.init("standard", name)) }
            if let version = metadata.version { facts.append(.init("version", version)) }
        }
        return facts
    }

    private func inDocumentOrder(_ findings: [Finding]) -> [Finding] {
        findings.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.location, right.element.location)
                return (a.line ?? 0, a.column ?? 0, left.offset) < (b.line ?? 0, b.column ?? 0, right.offset)
            }
            .map(\.element)
    }

    private func outOfMemory() -> CheckResult {
        let finding = Finding(
            "xml.out-of-memory", .error, at: Location(file: subject),
            Message(de: "Der Speicher reicht nicht aus.", en: "There is not enough memory."))
        return CheckResult(subject: subject, findings: [finding], isUnreadable: true)
    }
}

extension String {
    fileprivate func isEqual(_ bytes: UnsafePointer<CChar>, _ length: Int) -> Bool {
        let other = UnsafeRawBufferPointer(start: bytes, count: length)
        return utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).elementsEqual(other) } == true
    }
}
