import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import XMLCore

/// Checks messages in layers: `well-formed`, `schema`, `code-lists`, `character-sets`. A layer runs when it was asked for;
/// one that was asked for and could not run makes the verdict `incomplete`, never `valid`.
///
///     let validator = MessageValidator(catalogue, options: .init(lists: registry))
///     let result = validator.validate(.file("nachricht.xml"))
///
/// The first two layers share one streaming pass; each further one is a pass of its own. What can be read only once is kept
/// in memory where a further layer was asked for.
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
        /// How many findings are kept; further ones are counted.
        public var maxFindings: Int
        /// What is accepted at the most.
        public var limits: XMLLimits

        /// Options from their parts.
        public init(
            lists: CodeListRegistry? = nil, asOf: CalendarDate? = nil, characterSet: NormedCharacterSet? = nil,
            maxFindings: Int = 1_000, limits: XMLLimits = .standard
        ) {
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
        guard options.lists != nil || options.characterSet != nil else { return documents.validate(source) }
        let repeatable: XMLSource
        do throws(XMLError) {
            repeatable = try source.repeatable(limits: options.limits)
        } catch {
            return CheckResult(subject: source.name ?? "-", findings: [error.finding], isUnreadable: true)
        }
        var result = documents.validate(repeatable)
        if let lists = options.lists { add(codeLists(repeatable, lists, result), to: &result) }
        if let characterSet = options.characterSet { add(characters(repeatable, characterSet, result), to: &result) }
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

    private func codeLists(_ source: XMLSource, _ lists: CodeListRegistry, _ result: CheckResult) -> LayerResult {
        func couldNotRun(_ why: Message) -> LayerResult {
            LayerResult(layer: Layer(name: "code-lists", outcome: .couldNotRun(why)))
        }
        if result.isUnreadable { return couldNotRun(Self.notWellFormed) }
        guard let beginning = try? source.beginning(),
            let head = DocumentHead(beginning: beginning, limits: options.limits)
        else { return couldNotRun(Self.notWellFormed) }
        guard case .schemas(let schemas, _) = catalogue.choice(for: head) else {
            return couldNotRun(
                Message(
                    de: "Ohne Schema ist nicht bekannt, welche Elemente Codes enthalten.",
                    en: "Without a schema it is not known which elements hold codes."))
        }
        let table: CodeTypeTable
        do throws(SchemaError) {
            table = try tables.table(of: schemas, in: catalogue)
        } catch {
            return couldNotRun(error.finding.message)
        }
        let check = CodeListMessageCheck(
            types: table, lists: lists,
            options: CodeListMessageCheck.Options(
                asOf: options.asOf, maxFindings: options.maxFindings, limits: options.limits))
        let outcome = check.check(source)
        return LayerResult(layer: outcome.layer, findings: outcome.findings, suppressed: outcome.suppressedFindings)
    }

    // MARK: Character sets

    private func characters(
        _ source: XMLSource, _ characterSet: NormedCharacterSet, _ result: CheckResult
    ) -> LayerResult {
        let name = "character-sets"
        if result.isUnreadable {
            return LayerResult(layer: Layer(name: name, outcome: .couldNotRun(Self.notWellFormed)))
        }
        let clock = ContinuousClock()
        let start = clock.now
        let check = CharacterSetCheck(characterSet, maxFindings: options.maxFindings, limits: options.limits)
        do throws(XMLError) {
            let (findings, suppressed) = try check.findings(source)
            return LayerResult(
                layer: Layer(
                    name: name, outcome: findings.isEmpty ? .passed : .failed, duration: clock.now - start),
                findings: findings, suppressed: suppressed)
        } catch {
            return LayerResult(layer: Layer(name: name, outcome: .couldNotRun(error.message)))
        }
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
