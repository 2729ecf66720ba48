import Findings

/// Why an archive was refused or could not be written.
public struct ArchiveError: FindingConvertible, Hashable {
    /// The kind of error; its text is the identifier of the finding.
    public struct Code: Sendable, Hashable {
        let rawValue: String

        /// The file does not exist or cannot be read.
        public static let unreadable = Code(rawValue: "archive.unreadable")
        /// The bytes are no ZIP archive.
        public static let notAnArchive = Code(rawValue: "archive.not-a-zip")
        /// The archive begins like a ZIP archive, but its end is missing.
        public static let truncated = Code(rawValue: "archive.truncated")
        /// Directory and contents contradict each other.
        public static let inconsistent = Code(rawValue: "archive.inconsistent")
        /// An entry's bytes do not have the CRC-32 that the directory announces.
        public static let checksum = Code(rawValue: "archive.checksum")
        /// An entry is encrypted.
        public static let encrypted = Code(rawValue: "archive.encrypted")
        /// An entry is packed with something else than deflate.
        public static let unsupportedMethod = Code(rawValue: "archive.unsupported-method")
        /// An entry's path leaves the archive.
        public static let pathTraversal = Code(rawValue: "archive.path-traversal")
        /// An entry's path is absolute.
        public static let absolutePath = Code(rawValue: "archive.absolute-path")
        /// An entry's path has a backslash.
        public static let backslash = Code(rawValue: "archive.backslash")
        /// An entry's path has a drive letter or another colon that Windows understands.
        public static let driveLetter = Code(rawValue: "archive.drive-letter")
        /// An entry's path is empty, not UTF-8, too long or has control characters.
        public static let invalidPath = Code(rawValue: "archive.invalid-path")
        /// Two entries have the same path, or paths that some file systems take for the same.
        public static let duplicateEntry = Code(rawValue: "archive.duplicate-entry")
        /// An entry is a symbolic link, a device or the like.
        public static let specialFile = Code(rawValue: "archive.special-file")
        /// Two entries share bytes of the archive.
        public static let overlap = Code(rawValue: "archive.overlap")
        /// The archive has more entries than allowed.
        public static let tooManyEntries = Code(rawValue: "archive.too-many-entries")
        /// An entry unpacks to more bytes than allowed.
        public static let entryTooLarge = Code(rawValue: "archive.entry-too-large")
        /// The archive, or all its entries together, are larger than allowed.
        public static let archiveTooLarge = Code(rawValue: "archive.too-large")
        /// An entry unpacks to suspiciously many times its packed size.
        public static let ratio = Code(rawValue: "archive.compression-ratio")
        /// There is no entry of that path.
        public static let noSuchEntry = Code(rawValue: "archive.no-such-entry")
        /// The file cannot be written.
        public static let notWritable = Code(rawValue: "archive.not-writable")
        /// There is no room left where the file should go.
        public static let diskFull = Code(rawValue: "archive.disk-full")
        /// The system library failed for a reason that is not the input's.
        public static let system = Code(rawValue: "archive.system")
    }

    /// The kind of error.
    public let code: Code
    /// The archive, or `archive!/path` for one of its entries.
    public let location: Location
    /// What is wrong and why.
    public let message: Message
    /// How to mend it.
    public let hint: Message?

    init(_ code: Code, at location: Location, _ message: Message, hint: Message?) {
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// The error as a finding.
    public var finding: Finding {
        Finding(FindingID(rawValue: code.rawValue), .error, at: location, message, hint: hint)
    }
}

extension ArchiveError: CustomStringConvertible {
    /// One line: where, what, which code.
    public var description: String { "\(location): \(message.rendered(.en)) [\(code.rawValue)]" }
}
