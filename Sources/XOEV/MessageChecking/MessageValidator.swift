import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import XMLCore

/// Checks messages in layers: `well-formed`, `schema`, `code-lists`, `character-sets`, `rules`, `profile`. The first two always
/// run, a further one when it was asked for; one that was asked for and could not run makes the verdict `incomplete`, never
/// `valid`.
///
///     let validator = MessageValidator(catalogue, options: .init(lists: registry))
///     let result = validator.validate(.file("nachricht.xml"))
///
/// All but `rules` share one streaming pass. The duration of `schema` is that of the whole pass, that of a further layer is its own part
/// of it.
public struct MessageValidator: Sendable {
    /// What is checked, and how.
    public struct Options: Sendable {
        /// The lists for the layer `code-lists`; nil when it is not asked for.
        public var lists: CodeListRegistry?
        /// The day as of which versions of lists are in force; nil means the day on which a message was made.
        public var asOf: CalendarDate?
        /// The set for the layer `character-sets`, to which every text of a message has to belong; nil when it is not
        /// asked for.
        public var characterSet: NormedCharacterSet?
        /// The rules of standards for the layer `rules`; nil when it is not asked for.
        public var rules: [any StandardRules]?
        /// The Schematron files that come with the schemas. They are not evaluated, which the layer `rules` tells of every
        /// message that they may be about.
        public var schematronFiles: [SchematronFile]
        /// The destination whose demands the layer `profile` checks; nil when it is not asked for.
        public var profile: DestinationProfile?
        /// What belongs to the delivery beside the message, for rules of the profile.
        public var delivery: Delivery
        /// How many findings are kept; further ones are counted.
        public var maxFindings: Int
        /// What is accepted at the most.
        public var limits: XMLLimits

        /// Options from their parts.
        public init(
            lists: CodeListRegistry? = nil, asOf: CalendarDate? = nil, characterSet: NormedCharacterSet? = nil,
            rules: [any StandardRules]? = nil, schematronFiles: [SchematronFile] = [],
            profile: DestinationProfile? = nil,
            delivery: Delivery = Delivery(), maxFindings: Int = 1_000, limits: XMLLimits = .standard
        ) {
            self.rules = rules
            self.schematronFiles = schematronFiles
            self.profile = profile
            self.delivery = delivery
            self.lists = lists
            self.asOf = asOf
            self.characterSet = characterSet
            self.maxFindings = max(1, maxFindings)
            self.limits = limits
        }
    }

    private let catalogue: SchemaCatalogue
    private let documents: DocumentValidator
    private let options: Options
    private let tables = CodeTypeTables()

    /// A validator that chooses the schemas for each message.
    public init(_ catalogue: SchemaCatalogue, options: Options = Options()) {
        self.catalogue = catalogue
        self.options = options
        documents = DocumentValidator(
            catalogue, options: DocumentValidator.Options(limits: options.limits, maxFindings: options.maxFindings))
    }

    /// Checks a message. Whatever is wrong with it, unreadable or not, is in the result.
    public func validate(_ source: XMLSource) -> CheckResult {
        var source = source
        // Rules read the document for themselves.
        if options.rules != nil {
            do throws(XMLError) {
                source = try source.repeatable(limits: options.limits)
            } catch {
                return CheckResult(subject: source.name ?? "-", findings: [error.finding], isUnreadable: true)
            }
        }
        return check(source)
    }

    private func check(_ source: XMLSource) -> CheckResult {
        let observer = MessageObserver()
        if options.lists != nil { observer.codesForSchemas = { self.codes(for: $0, file: source.name) } }
        observer.characters = options.characterSet.map {
            CharacterSetRun($0, file: source.name, maxFindings: options.maxFindings)
        }
        observer.profile = options.profile.map {
            ProfileRun($0, delivery: options.delivery, source: source, maxFindings: options.maxFindings)
        }
        var result = documents.validate(source, observer: observer)
        if options.lists != nil { add(codeLists(observer, result), to: &result) }
        if let characters = observer.characters { add(self.characters(characters, result), to: &result) }
        if let rules = rules(observer, source, result) { add(rules, to: &result) }
        if let profile = observer.profile {
            let schema = result.layers.first { $0.name == "schema" }?.outcome
            let outcome = profile.finished(schema: schema, isWellFormed: !result.isUnreadable)
            add(
                LayerResult(layer: outcome.layer, findings: outcome.findings, suppressed: outcome.suppressed),
                to: &result)
        }
        return result
    }

    /// What a layer came to.
    private struct LayerResult {
        var layer: Layer
        var findings: [Finding] = []
        var suppressed = 0
    }

    private func add(_ part: LayerResult, to result: inout CheckResult) {
        result.layers.append(part.layer)
        result.suppressedFindings += part.suppressed
        guard !part.findings.isEmpty else { return }
        let all = result.findings + part.findings
        // Sorted by place; findings of one place stay in the order of the layers.
        let sorted = all.enumerated().sorted { left, right in
            let (a, b) = (left.element.location, right.element.location)
            return (a.line ?? 0, a.column ?? 0, left.offset) < (b.line ?? 0, b.column ?? 0, right.offset)
        }.map(\.element)
        result.findings = Array(sorted.prefix(options.maxFindings))
        result.suppressedFindings += sorted.count - result.findings.count
    }

    private static let notWellFormed = Message(
        de: "Das Dokument ist nicht wohlgeformt.", en: "The document is not well-formed.")

    // MARK: Code lists

    private func codes(
        for schemas: SchemaSet?, file: String?
    ) -> Result<CodeListRun, MessageObserver.CouldNotRun> {
        guard let schemas, let lists = options.lists else {
            return .failure(
                MessageObserver.CouldNotRun(
                    why: Message(
                        de: "Ohne Schema ist nicht bekannt, welche Elemente Codes enthalten.",
                        en: "Without a schema it is not known which elements hold codes.")))
        }
        do throws(SchemaError) {
            let check = CodeListMessageCheck(
                types: try tables.table(of: schemas, in: catalogue), lists: lists,
                options: CodeListMessageCheck.Options(
                    asOf: options.asOf, maxFindings: options.maxFindings, limits: options.limits))
            return .success(CodeListRun(check, file: file))
        } catch {
            return .failure(MessageObserver.CouldNotRun(why: error.finding.message))
        }
    }

    private func codeLists(_ observer: MessageObserver, _ result: CheckResult) -> LayerResult {
        guard let run = observer.codes else {
            let why = result.isUnreadable ? nil : observer.whyNoCodes
            return LayerResult(layer: Layer(name: "code-lists", outcome: .couldNotRun(why ?? Self.notWellFormed)))
        }
        let outcome = run.finished(isWellFormed: !result.isUnreadable)
        return LayerResult(layer: outcome.layer, findings: outcome.findings, suppressed: outcome.suppressedFindings)
    }

    // MARK: Rules of the standard

    /// The layer `rules`; nil when it was not asked for and there is nothing to say of it.
    private func rules(_ observer: MessageObserver, _ source: XMLSource, _ result: CheckResult) -> LayerResult? {
        let files = options.schematronFiles.filter { file in observer.root.map { file.mayApply(to: $0.name) } ?? true }
        let schematron = files.isEmpty ? nil : Self.schematronIsNotSupported(files)
        func layer(_ outcome: Layer.Outcome, _ duration: Duration? = nil) -> Layer {
            Layer(name: "rules", outcome: outcome, duration: duration)
        }
        guard let rules = options.rules else { return schematron.map { LayerResult(layer: layer(.skipped($0))) } }
        guard !result.isUnreadable, let root = observer.root else {
            return LayerResult(layer: layer(.couldNotRun(Self.notWellFormed)))
        }
        let own = rules.filter { $0.apply(to: root.name) }
        guard !own.isEmpty else {
            return LayerResult(
                layer: layer(
                    .couldNotRun(
                        schematron
                            ?? Message(
                                de: "Für diesen Standard kennt xoev keine Regeln außer seinem Schema.",
                                en: "For this standard xoev knows no rules but its schema."))))
        }
        let start = ContinuousClock().now
        let outcomes = own.map { $0.check(source, limits: options.limits) }
        let findings = outcomes.flatMap(\.findings)
        let outcome: Layer.Outcome =
            if findings.contains(where: { $0.severity == .error }) {
                .failed
            } else if let why = outcomes.lazy.compactMap(\.notChecked).first ?? schematron {
                .couldNotRun(why)
            } else {
                .passed
            }
        return LayerResult(layer: layer(outcome, ContinuousClock().now - start), findings: findings)
    }

    private static func schematronIsNotSupported(_ files: [SchematronFile]) -> Message {
        let names = files.prefix(3).map(\.name).joined(separator: ", ") + (files.count > 3 ? " …" : "")
        return Message(
            de: "Schematron wird nicht unterstützt; nicht ausgewertet: \(names)",
            en: "Schematron is not supported; not evaluated: \(names)")
    }

    // MARK: Character sets

    private func characters(_ run: CharacterSetRun, _ result: CheckResult) -> LayerResult {
        var layer = run.layer
        if result.isUnreadable, run.findings.isEmpty { layer.outcome = .couldNotRun(Self.notWellFormed) }
        return LayerResult(layer: layer, findings: run.findings, suppressed: run.suppressed)
    }
}

/// The code types of the schemas that messages needed so far.
// Sendable: the dictionary is touched under the lock only, and what it holds is Sendable.
private final class CodeTypeTables: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [ObjectIdentifier: CodeTypeTable] = [:]

    /// The table of schemas. The catalogue keeps the schemas, so that their identity stands for them.
    func table(of schemas: SchemaSet, in catalogue: SchemaCatalogue) throws(SchemaError) -> CodeTypeTable {
        let id = ObjectIdentifier(schemas)
        if let table = lock.withLock({ known[id] }) { return table }
        let table = CodeTypeTable(try catalogue.components(of: schemas))
        lock.withLock { known[id] = table }
        return table
    }
}
