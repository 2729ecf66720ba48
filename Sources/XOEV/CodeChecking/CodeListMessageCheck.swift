import CodeLists
import Findings
import SchemaModel
import SchemaValidation
import XMLCore

/// Checks the codes of messages against code lists at run time, which schemas cannot do: is the list at hand in this
/// version, has it the code, does the name belong to it, was the version superseded?
///
///     let check = CodeListMessageCheck(types: CodeTypeTable(components), lists: registry)
///     let outcome = check.check(.file("nachricht.xml"))
///
/// It looks at the codes in the pass of `DocumentValidator`; equal codes are looked up once. It takes for granted that the
/// schema is checked elsewhere: what the schema forbids is no finding here.
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
        /// How many different codes were looked up in a list.
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

    /// Checks the codes of a message, and nothing else.
    public func check(_ source: XMLSource) -> Outcome {
        let observer = MessageObserver()
        observer.codes = CodeListRun(self, file: source.name)
        let validator = DocumentValidator(options: DocumentValidator.Options(limits: options.limits))
        let result = validator.validate(source, observer: observer)
        return (observer.codes ?? CodeListRun(self, file: source.name)).finished(isWellFormed: !result.isUnreadable)
    }
}
