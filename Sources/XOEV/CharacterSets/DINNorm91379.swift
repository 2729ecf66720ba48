import Findings

/// A text that is not part of the character set it has to belong to.
public struct CharacterSetError: Error, FindingConvertible, Hashable {
    /// Where the text leaves the set.
    public var violation: CharacterSetViolation

    /// The error as a finding without a place.
    public var finding: Finding { violation.finding() }
}

/// A text that belongs to a character set: who has one need not check any more.
public protocol NormedText: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The set.
    static var characterSet: NormedCharacterSet { get }
    /// The text.
    var text: String { get }
    /// A text that was checked.
    init(checked text: String)
}

extension NormedText {
    /// Checks a text.
    ///
    /// - Throws: `CharacterSetError` with the first character that is not part of the set.
    public init(_ text: String) throws(CharacterSetError) {
        if let violation = Self.characterSet.firstViolation(in: text) { throw CharacterSetError(violation: violation) }
        self.init(checked: text)
    }

    /// Brings a text into normal form C and checks it.
    ///
    /// - Throws: `CharacterSetError` with the first character that is not part of the set.
    public init(normalising text: String) throws(CharacterSetError) { try self.init(CharacterNormalisation.nfc(text)) }

    /// The text.
    public var description: String { text }

    /// Whether the left text sorts before the right one.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Texts of the data types of DIN 91379:2022-08.
public enum DINNorm91379 {
    /// Data type A: names of natural persons.
    public struct DatatypeA: NormedText {
        /// The set.
        public static let characterSet = NormedCharacterSet.din91379A
        /// The text.
        public let text: String
        /// A text that was checked.
        public init(checked text: String) { self.text = text }
    }

    /// Data type B: other names, streets, places.
    public struct DatatypeB: NormedText {
        /// The set.
        public static let characterSet = NormedCharacterSet.din91379B
        /// The text.
        public let text: String
        /// A text that was checked.
        public init(checked text: String) { self.text = text }
    }

    /// Data type C: all normative characters, with line breaks and tabulators.
    public struct DatatypeC: NormedText {
        /// The set.
        public static let characterSet = NormedCharacterSet.din91379C
        /// The text.
        public let text: String
        /// A text that was checked.
        public init(checked text: String) { self.text = text }
    }

    /// Data type D: names of legal persons and products.
    public struct DatatypeD: NormedText {
        /// The set.
        public static let characterSet = NormedCharacterSet.din91379D
        /// The text.
        public let text: String
        /// A text that was checked.
        public init(checked text: String) { self.text = text }
    }

    /// Data type E: all characters with Greek and Cyrillic.
    public struct DatatypeE: NormedText {
        /// The set.
        public static let characterSet = NormedCharacterSet.din91379E
        /// The text.
        public let text: String
        /// A text that was checked.
        public init(checked text: String) { self.text = text }
    }
}
