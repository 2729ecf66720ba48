import Findings
import SchemaBinding
import SchemaModel
import SchemaValidation
import XMLCore

/// The check of one document by a destination's profile: what is about texts in the pass over the document, the rest at its
/// end.
struct ProfileRun {
    private let profile: DestinationProfile
    private let delivery: Delivery
    private let file: String?
    private let source: XMLSource
    private let maxFindings: Int
    private let characterSets: [(rule: DestinationProfile.Rule, set: NormedCharacterSet)]
    private let htmlRules: [HTMLRule]
    private let languages: LanguageRule?
    private var applies = true
    private var bytes = 0
    private var findings: [Finding] = []
    private var suppressed = 0
    private var hasError = false
    private var notChecked: [String] = []
    private var clock = ObservationClock()

    private struct HTMLRule {
        var rule: DestinationProfile.Rule
        var allowed: [String: Set<String>]
        var elements: Set<String>?
    }

    private struct LanguageRule {
        var rule: DestinationProfile.Rule
        var attribute: String
        var pattern: XMLPattern?
        var supported: [String]
    }

    init(_ profile: DestinationProfile, delivery: Delivery, source: XMLSource, maxFindings: Int) {
        self.profile = profile
        self.delivery = delivery
        self.source = source
        self.maxFindings = maxFindings
        file = source.name
        var sets: [(rule: DestinationProfile.Rule, set: NormedCharacterSet)] = []
        var html: [HTMLRule] = []
        var languages: LanguageRule?
        for rule in profile.rules {
            switch rule.kind {
            case .characters(let name, let version):
                if let set = NormedCharacterSet(profileName: name, version: version) { sets.append((rule, set)) }
            case .html(let allowed, let elements):
                html.append(HTMLRule(rule: rule, allowed: allowed, elements: elements))
            case .languages(let attribute, let pattern, let supported):
                languages = LanguageRule(
                    rule: rule, attribute: attribute, pattern: pattern.map { XMLPattern($0) }, supported: supported)
            default: break
            }
        }
        characterSets = sets
        htmlRules = html
        self.languages = languages
    }

    // MARK: In the pass

    mutating func begin(root: DocumentHead) { applies = profile.applies(to: root.name.namespace) }

    /// The texts that its rules are about; nil for none.
    var texts: DocumentInterest.Texts? {
        guard applies, !(characterSets.isEmpty && htmlRules.isEmpty && languages == nil) else { return nil }
        var plain = Set<UInt8>(0..<0x80)
        for (_, set) in characterSets { plain.formIntersection(set.asciiCharacters) }
        if !htmlRules.isEmpty { plain.remove(UInt8(ascii: "<")) }
        return DocumentInterest.Texts(plainCharacters: plain, attribute: languages?.attribute)
    }

    mutating func take(_ text: String, ofAttribute attribute: String?, at site: ObservationSite) {
        guard applies else { return }
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        let location = { [file] in
            var location = site.location
            location.file = file
            if let attribute { location.path = (location.path ?? "") + "/@" + attribute }
            return location
        }
        for (rule, set) in characterSets {
            guard let violation = set.firstViolation(in: text) else { continue }
            var finding = violation.finding(at: location())
            finding.id = profile.findingID(rule)
            finding.severity = rule.severity
            add(rule, finding)
        }
        if attribute == nil, text.utf8.contains(UInt8(ascii: "<")) { checkHTML(text, site, location) }
        if let languages, attribute == languages.attribute { checkLanguage(text, languages, location) }
    }

    private mutating func checkHTML(_ text: String, _ site: ObservationSite, _ location: () -> Location) {
        for html in htmlRules {
            if let elements = html.elements, !elements.contains(site.element ?? "") { continue }
            let parts = HTMLText(text).parts(beyond: html.allowed)
            guard !parts.isEmpty else { continue }
            let allowed = html.allowed.keys.sorted().map { name in
                ([name] + (html.allowed[name]?.sorted() ?? [])).joined(separator: " ")
            }.joined(separator: ", ")
            add(
                html.rule,
                Finding(
                    profile.findingID(html.rule), html.rule.severity, at: location(),
                    Message(
                        de: "Der Text enthält HTML, das das Ziel nicht annimmt: \(parts.joined(separator: ", ")).",
                        en:
                            "The text holds HTML that the destination does not accept: \(parts.joined(separator: ", "))."
                    ),
                    hint: Message(de: "Erlaubt sind: \(allowed).", en: "Allowed are: \(allowed).")))
        }
    }

    private mutating func checkLanguage(_ text: String, _ languages: LanguageRule, _ location: () -> Location) {
        let known = languages.supported.joined(separator: ", ")
        if languages.pattern?.matches(text) == false {
            add(
                languages.rule,
                Finding(
                    profile.findingID(languages.rule), languages.rule.severity, at: location(),
                    Message(
                        de: "„\(value: text)“ ist keine Sprachangabe, die das Ziel annimmt.",
                        en: "“\(value: text)” does not have the form of a language that the destination accepts."),
                    hint: Message(
                        de: "\(text: languages.rule.text.de) Unterstützt: \(known).",
                        en: "\(text: languages.rule.text.en) Supported: \(known).")))
        } else if !languages.supported.isEmpty, !languages.supported.contains(text) {
            add(
                languages.rule, severity: .hint,
                Finding(
                    profile.findingID(languages.rule), .hint, at: location(),
                    Message(
                        de: "Die Sprache „\(value: text)“ unterstützt das Ziel nicht; unterstützt: \(known).",
                        en: "The destination does not support the language “\(value: text)”; supported: \(known).")))
        }
    }

    mutating func end(isWellFormed: Bool, bytes: Int) { self.bytes = bytes }

    // MARK: At the end

    /// What the layer came to.
    func finished(schema: Layer.Outcome?, isWellFormed: Bool) -> (layer: Layer, findings: [Finding], suppressed: Int) {
        var run = self
        let start = ObservationClock.now()
        if applies, isWellFormed { run.checkRest(schema) }
        if !applies {
            run.findings.append(Finding("profil.not-applicable", .hint, at: Location(file: file), notApplicable))
        }
        run.clock.add(since: start)
        return (
            Layer(name: "profile", outcome: run.outcome(isWellFormed), duration: run.clock.total), run.findings,
            run.suppressed
        )
    }

    private var notApplicable: Message {
        let names = profile.standards.map { [$0.kennung, $0.version ?? ""].joined(separator: " ") }
            .joined(separator: ", ")
        return Message(
            de: "Das Profil „\(profile.kennung)“ gilt nur für \(names); nach ihm wurde nicht geprüft.",
            en: "The profile “\(profile.kennung)” is only for \(names); nothing was checked by it.")
    }

    private func outcome(_ isWellFormed: Bool) -> Layer.Outcome {
        if !applies { return .skipped(notApplicable) }
        if hasError { return .failed }
        if !isWellFormed {
            return .couldNotRun(
                Message(de: "Das Dokument ist nicht wohlgeformt.", en: "The document is not well-formed."))
        }
        if !notChecked.isEmpty {
            let rules = notChecked.joined(separator: ", ")
            return .couldNotRun(
                Message(
                    de: "Regeln des Profils „\(profile.kennung)“ blieben ungeprüft: \(rules).",
                    en: "Rules of the profile “\(profile.kennung)” were not checked: \(rules)."))
        }
        return .passed
    }

    private mutating func checkRest(_ schema: Layer.Outcome?) {
        var parts = DeliveryParts(delivery, document: source, bytes: bytes)
        for rule in profile.rules {
            switch rule.kind {
            case .html, .languages: break
            case .characters(let name, let version):
                guard !characterSets.contains(where: { $0.rule.id == rule.id }) else { break }
                let full = [name, version ?? ""].joined(separator: " ")
                leave(
                    rule,
                    Message(
                        de: "Den Zeichensatz „\(full)“ kennt xoev nicht.",
                        en: "xoev does not know the character set “\(full)”."))
            case .index(let name): judge(rule, IndexCheck(name, delivery, document: source.path).result)
            case .schemaValid: checkSchema(rule, schema)
            case .mediaTypes(let subject, let types): each(rule, parts.mediaTypes(subject), in: types)
            case .size(let subject, let maximum): checkSizes(rule, parts.sizes(subject), maximum)
            case .count(let subject, let minimum, let maximum):
                checkCount(rule, parts.values(subject), minimum, maximum)
            case .form(let subject, let pattern): checkForms(rule, parts.values(subject), XMLPattern(pattern), pattern)
            case .values(let subject, let values): each(rule, parts.values(subject), in: values)
            case .digest(let subject, let method, let pattern):
                judge(rule, parts.digests(subject, method: method, pattern: pattern.map { XMLPattern($0) }))
            case .unknown(let kind):
                leave(
                    rule,
                    Message(de: "Die Art „\(kind)“ kennt xoev nicht.", en: "xoev does not know the kind “\(kind)”."))
            }
        }
    }

    private mutating func checkSchema(_ rule: DestinationProfile.Rule, _ schema: Layer.Outcome?) {
        switch schema {
        case .passed: break
        case .failed:
            breach(
                rule,
                Message(de: "Das Dokument ist nicht schemagültig.", en: "The document is not valid by its schema."))
        default:
            leave(
                rule,
                Message(
                    de: "Die Prüfung gegen das Schema lief nicht.", en: "The check against the schema did not run."))
        }
    }

    private mutating func each(_ rule: DestinationProfile.Rule, _ subject: DeliverySubject, in allowed: [String]) {
        guard let values = values(rule, subject) else { return }
        let list = allowed.joined(separator: ", ")
        for value in values where !(value.map(allowed.contains) ?? false) {
            breach(
                rule,
                value.map {
                    Message(de: "„\(value: $0)“ ist nicht erlaubt.", en: "“\(value: $0)” is not allowed.")
                } ?? Message(de: "Die Angabe fehlt.", en: "The entry is missing."),
                hint: Message(de: "Erlaubt sind: \(list).", en: "Allowed are: \(list)."))
        }
    }

    private mutating func checkSizes(
        _ rule: DestinationProfile.Rule, _ sizes: Result<[(name: String, bytes: Int)], NotAtHand>, _ maximum: Int
    ) {
        switch sizes {
        case .failure(let error): leave(rule, error.why)
        case .success(let sizes):
            for size in sizes where size.bytes > maximum {
                breach(
                    rule,
                    Message(
                        de: "\(size.name) hat \(size.bytes) Byte, erlaubt sind \(maximum).",
                        en: "\(size.name) has \(size.bytes) bytes; \(maximum) are allowed."))
            }
        }
    }

    private mutating func checkCount(
        _ rule: DestinationProfile.Rule, _ subject: DeliverySubject, _ minimum: Int, _ maximum: Int?
    ) {
        guard let values = values(rule, subject) else { return }
        // An entry of each part occurs once in it or not at all.
        let counts = rule.kind.isAboutEntry ? values.map { $0 == nil ? 0 : 1 } : [values.count]
        for count in counts where count < minimum || count > maximum ?? .max {
            let upper = maximum.map(String.init) ?? "∞"
            breach(
                rule,
                Message(
                    de: "Vorhanden: \(count); verlangt: \(minimum) bis \(upper).",
                    en: "Present: \(count); demanded: \(minimum) to \(upper)."))
        }
    }

    private mutating func checkForms(
        _ rule: DestinationProfile.Rule, _ subject: DeliverySubject, _ pattern: XMLPattern, _ text: String
    ) {
        guard let values = values(rule, subject) else { return }
        for value in values where !(value.map(pattern.matches) ?? false) {
            breach(
                rule,
                value.map {
                    Message(
                        de: "„\(value: $0)“ hat nicht die verlangte Form.",
                        en: "“\(value: $0)” does not have the form that is demanded.")
                } ?? Message(de: "Die Angabe fehlt.", en: "The entry is missing."),
                hint: Message(de: "Verlangt: \(text)", en: "Demanded: \(text)"))
        }
    }

    private mutating func values(_ rule: DestinationProfile.Rule, _ subject: DeliverySubject) -> [String?]? {
        switch subject {
        case .values(let values): return values
        case .missing(let why):
            leave(rule, why)
            return nil
        }
    }

    // MARK: Findings

    private mutating func judge(_ rule: DestinationProfile.Rule, _ result: Result<[Message], NotAtHand>) {
        switch result {
        case .failure(let error): leave(rule, error.why)
        case .success(let breaches): for message in breaches { breach(rule, message) }
        }
    }

    private mutating func breach(_ rule: DestinationProfile.Rule, _ message: Message, hint: Message? = nil) {
        add(
            rule,
            Finding(
                profile.findingID(rule), rule.severity, at: Location(file: file), message,
                hint: hint.map {
                    Message(de: "\(text: rule.text.de) \(text: $0.de)", en: "\(text: rule.text.en) \(text: $0.en)")
                } ?? rule.text))
    }

    /// Tells that a rule could not be checked: the verdict is then at best incomplete.
    private mutating func leave(_ rule: DestinationProfile.Rule, _ why: Message) {
        notChecked.append(rule.id)
        add(
            rule, severity: .warning,
            Finding(
                "profil.not-checked", .warning, at: Location(file: file),
                Message(
                    de: "Die Regel „\(rule.id)“ des Profils „\(profile.kennung)“ blieb ungeprüft: \(text: why.de)",
                    en: "The rule “\(rule.id)” of the profile “\(profile.kennung)” was not checked: \(text: why.en)")))
    }

    private mutating func add(_ rule: DestinationProfile.Rule, severity: Severity? = nil, _ finding: Finding) {
        if severity ?? rule.severity == .error { hasError = true }
        if findings.count < maxFindings { findings.append(finding) } else { suppressed += 1 }
    }
}

extension DestinationProfile.Rule.Kind {
    /// Whether a count is about an entry of each part, not about the number of parts.
    fileprivate var isAboutEntry: Bool {
        guard case .count(let subject, _, _) = self else { return false }
        return subject.contains("/")
    }
}

extension NormedCharacterSet {
    /// The set that a profile names. String.Latin without version is the oldest that is known here.
    init?(profileName name: String, version: String?) {
        if name == "String.Latin", version == nil || version == "1.1" {
            self = .stringLatin11
        } else if name == "String.Latin", version == "1.2" {
            self = .stringLatin12
        } else {
            self.init(rawValue: version.map { "\(name) \($0)" } ?? name)
        }
    }
}
