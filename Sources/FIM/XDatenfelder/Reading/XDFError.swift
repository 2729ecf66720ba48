import Findings

/// Why a file of XDatenfelder could not be read, converted or written.
public struct XDFError: Error, FindingConvertible, Sendable, Hashable {
    /// The kind of error; more kinds may come. The identifiers are those of the findings.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        let id: String
        /// The bytes are not well-formed XML, or a limit was passed.
        public static let notReadable = Code(id: "xdf.unreadable")
        /// The root element is of no namespace of XDatenfelder 2.0 or 3.0.0.
        public static let unknownNamespace = Code(id: "xdf.unknown-namespace")
        /// The root is none of the four messages.
        public static let unknownRoot = Code(id: "xdf.unknown-root")
        /// Elements of 2.0 and of 3.0.0 in one file.
        public static let mixedVersions = Code(id: "xdf.mixed-versions")
        /// An element that the standard does not know here.
        public static let unknownElement = Code(id: "xdf.unknown-element")
        /// A required element is missing.
        public static let missingElement = Code(id: "xdf.missing-element")
        /// A required element is empty.
        public static let emptyElement = Code(id: "xdf.empty-element")
        /// An element occurs more often than it may.
        public static let duplicateElement = Code(id: "xdf.duplicate-element")
        /// A code that its list does not have.
        public static let unknownCode = Code(id: "xdf.unknown-code")
        /// An element stands at another place than in the standard.
        public static let elementOrder = Code(id: "xdf.element-order")
        /// A group holds itself.
        public static let cycle = Code(id: "xdf.cycle")
        /// Groups are nested deeper than allowed.
        public static let nestingTooDeep = Code(id: "xdf.nesting-too-deep")
        /// More elements or values than allowed.
        public static let tooMany = Code(id: "xdf.too-many")
        /// Something cannot be converted.
        public static let notConvertible = Code(id: "xdf.not-convertible")

        /// The text for people.
        public var description: String { id }

        /// Whether the file is no XDatenfelder at all, so that nothing can be said of it.
        public var isFatal: Bool { self == .notReadable || self == .unknownNamespace || self == .unknownRoot }
    }

    /// The kind of the first error.
    public var code: Code
    /// All that was found, in the order of the file; at least one error.
    public var findings: [Finding]

    init(_ code: Code, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        self.code = code
        findings = [Finding(FindingID(rawValue: code.id), .error, at: location, message, hint: hint)]
    }

    /// The error that findings make, or nil where none of them is an error.
    init?(_ findings: [Finding]) {
        guard let first = findings.first(where: { $0.severity == .error }) else { return nil }
        code = Code(id: first.id.rawValue)
        self.findings = findings
    }

    /// The first error.
    public var finding: Finding { findings.first { $0.severity == .error } ?? findings[0] }
}
