import Findings

/// A key of public administration that does not have the form of its kind.
public struct KeyError: Error, FindingConvertible, Sendable, Hashable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The stable name, the last part of the finding's id.
        public let rawValue: String

        /// A value from its stable name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not an Amtlicher Regionalschlüssel.
        public static let ars = Code(rawValue: "ars")
        /// Not an Amtlicher Gemeindeschlüssel.
        public static let ags = Code(rawValue: "ags")
        /// Not a Leistungsschlüssel.
        public static let leistungsschluessel = Code(rawValue: "leistungsschluessel")
        /// Not a key of the DVDV.
        public static let dvdv = Code(rawValue: "dvdv")
        /// Not a UUID.
        public static let uuid = Code(rawValue: "uuid")
    }

    /// The kind of fault.
    public var code: Code
    /// The text that was to be a key.
    public var text: String
    /// What is wrong with it.
    public var message: Message
    /// What a key of this kind looks like.
    public var hint: Message

    init(_ code: Code, _ text: String, _ message: Message, hint: Message) {
        self.code = code
        self.text = text
        self.message = message
        self.hint = hint
    }

    /// The error as a finding `key.ars`, `key.ags`, … without a place.
    public var finding: Finding {
        Finding(FindingID(rawValue: "key." + code.rawValue), .error, message, hint: hint)
    }
}

/// The check that keys of digits share: how many there are and that they are ASCII digits.
enum Digits {
    /// Whether the text consists of ASCII digits only and is not empty.
    static func areAll(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The part of an ASCII text between two offsets.
    static func part(_ text: String, _ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }

    /// Whether the part of an ASCII text between two offsets is all zeros.
    static func areZero(_ text: String, _ range: Range<Int>) -> Bool {
        text.utf8.dropFirst(range.lowerBound).prefix(range.count).allSatisfy { $0 == 0x30 }
    }
}
