import Findings
import XMLCore

/// Why a code list could not be read, written, converted or registered.
public struct CodeListError: Error, FindingConvertible, Hashable {
    /// The kind of fault. More kinds may come.
    public struct Code: Hashable, Sendable {
        /// The finding's id.
        public let id: FindingID

        /// The bytes could not be read or are not XML; the message is that of the XML reader.
        public static let unreadable = Code(id: "codelist.unreadable")
        /// The document is XML, but no genericode code list.
        public static let notGenericode = Code(id: "codelist.not-genericode")
        /// XRepository answered with an error, and the answer was stored as a list.
        public static let repositoryError = Code(id: "codelist.repository-error")
        /// A part that genericode requires is missing, or a part stands where it may not.
        public static let structure = Code(id: "codelist.structure")
        /// A value or a key names a column that the list does not have.
        public static let unknownColumn = Code(id: "codelist.unknown-column")
        /// The list has no key from which a code column follows.
        public static let missingKeyColumn = Code(id: "codelist.missing-key-column")
        /// The list breaks a rule that the check reports; it was not registered.
        public static let notRegistrable = Code(id: "codelist.not-registrable")
        /// Two files claim one URI and version with different content.
        public static let conflict = Code(id: "codelist.conflict")
        /// A list or a version that was named is not at hand.
        public static let notFound = Code(id: "codelist.not-found")
        /// A file changed after the index was built.
        public static let changed = Code(id: "codelist.changed")
        /// A CSV file is not what it should be.
        public static let csv = Code(id: "codelist.csv")
        /// A JSON file is not what it should be.
        public static let json = Code(id: "codelist.json")
        /// The list could not be written.
        public static let notWritable = Code(id: "codelist.not-writable")
    }

    /// The kind of fault.
    public var code: Code
    /// Where it was found.
    public var location: Location
    /// What is wrong and why.
    public var message: Message
    /// How to mend it.
    public var hint: Message?

    /// An error from its parts.
    public init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// The fault of the XML reader, as one of this room.
    init(_ error: XMLError) {
        self.init(.unreadable, at: error.location, error.message, hint: error.hint)
        if error.code == .notWritable { code = .notWritable }
    }

    /// The error as a finding.
    public var finding: Finding { Finding(code.id, .error, at: location, message, hint: hint) }

    /// The same error, said to be in `file`, unless a file is already named.
    func inFile(_ file: String?) -> CodeListError {
        var copy = self
        copy.location = location.inFile(file)
        return copy
    }
}
