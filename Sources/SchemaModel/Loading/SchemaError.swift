import Archives
import Findings
import XMLCore

/// Why schemas could not be loaded.
public struct SchemaError: Error, FindingConvertible, Sendable {
    /// The kind of error. More kinds may be added.
    public struct Code: Hashable, Sendable {
        /// The identifier that findings of this kind carry.
        public let id: FindingID

        /// A schema, archive or folder could not be read.
        public static let unreadable = Code(id: "schema.unreadable")
        /// There is no schema in what was named.
        public static let empty = Code(id: "schema.empty")
        /// A schema file is not well-formed XML.
        public static let notWellFormed = Code(id: "schema.not-well-formed")
        /// The file is XML but no schema.
        public static let notASchema = Code(id: "schema.not-a-schema")
        /// An included or redefined file is missing.
        public static let missingInclude = Code(id: "schema.missing-include")
        /// A namespace that is used is imported from nowhere.
        public static let missingImport = Code(id: "schema.missing-import")
        /// An included or imported file has another target namespace than it should have.
        public static let namespaceMismatch = Code(id: "schema.namespace-mismatch")
        /// The schema breaks the rules of XML Schema 1.0.
        public static let invalid = Code(id: "schema.invalid")
        /// More files, or larger ones, than the limits allow.
        public static let limit = Code(id: "schema.limit")
        /// A catalog cannot be read.
        public static let catalog = Code(id: "schema.catalog")
        /// A set of the schema store is damaged.
        public static let store = Code(id: "schema-store.damaged")
        /// There is no such set in the schema store.
        public static let storeNotFound = Code(id: "schema-store.not-found")
        /// There is another set of that name in the schema store.
        public static let storeExists = Code(id: "schema-store.exists")
        /// A name that no set can have.
        public static let storeName = Code(id: "schema-store.name")
        /// The schema store cannot be written.
        public static let storeUnwritable = Code(id: "schema-store.unwritable")
        /// There is not enough memory.
        public static let outOfMemory = Code(id: "schema.out-of-memory")
    }

    /// The kind of the first error.
    public var code: Code
    /// All that is wrong, at least one finding; bounded in number.
    public var findings: [Finding]

    /// The first finding.
    public var finding: Finding { findings[0] }

    init(_ code: Code, at location: Location, _ message: Message, hint: Message? = nil) {
        self.code = code
        findings = [Finding(code.id, .error, at: location, message, hint: hint)]
    }

    init(_ code: Code, first: Finding, others: some Sequence<Finding> = []) {
        self.code = code
        findings = [first] + others
    }

    init(_ error: ArchiveError) {
        code = .unreadable
        findings = [error.finding]
    }

    init(catalog error: XMLError) {
        code = .catalog
        findings = [error.finding]
    }
}
