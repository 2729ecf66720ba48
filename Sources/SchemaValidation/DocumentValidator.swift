import CXMLSchemas
import Findings
import SchemaModel
import XMLCore

/// Checks documents against schemas in one streaming pass, in memory that does not grow with the document.
///
///     let validator = DocumentValidator(try SchemaLoader().load([.file("xdomea.xsd")]))
///     let result = validator.validate(.file("0503.xml"))
///     print(result.verdict)
///
/// The result has two layers, `well-formed` and `schema`. A document for whose namespace there is no schema is
/// `incomplete`, never `valid`.
public struct DocumentValidator: Sendable {
    /// How documents are checked.
    public struct Options: Sendable, Hashable {
        /// What is accepted at the most.
        public var limits: XMLLimits
        /// How many findings are kept; further ones are counted (`CheckResult.suppressedFindings`).
        public var maxFindings: Int

        /// Options from their parts.
        public init(limits: XMLLimits = .standard, maxFindings: Int = 1_000) {
            self.limits = limits
            self.maxFindings = max(1, maxFindings)
        }
    }

    enum Schemas {
        /// No schema is asked for: observers only.
        case none
        case set(SchemaSet)
        case catalogue(SchemaCatalogue)
    }

    private let schemas: Schemas
    private let options: Options

    /// A validator with the schemas of one set.
    public init(_ schemas: SchemaSet, options: Options = Options()) {
        self.schemas = .set(schemas)
        self.options = options
    }

    /// A validator that chooses the schemas for each document.
    public init(_ catalogue: SchemaCatalogue, options: Options = Options()) {
        schemas = .catalogue(catalogue)
        self.options = options
    }

    /// A validator without schemas: whether documents are well-formed, and what observers find.
    public init(options: Options = Options()) {
        schemas = .none
        self.options = options
    }

    /// Checks a document. Whatever is wrong with it, unreadable or not, is in the result. What an observer finds is its own
    /// affair.
    public func validate(_ source: XMLSource, observer: (any DocumentObserver)? = nil) -> CheckResult {
        let subject = source.name ?? "-"
        let input: DocumentInput
        do throws(XMLError) {
            input = try DocumentInput(source)
        } catch {
            return CheckResult(subject: subject, findings: [error.finding], isUnreadable: true)
        }
        var beginning: DocumentHead?
        if case .catalogue(let catalogue) = schemas, catalogue.entries.count > 1 {
            beginning = DocumentHead(beginning: input.beginning(), limits: options.limits)
        }
        let session = CheckSession(
            subject: subject, schemas: schemas, beginning: beginning, options: options, observer: observer)
        return session.run(input)
    }
}

extension DocumentValidator.Schemas: Sendable {}
