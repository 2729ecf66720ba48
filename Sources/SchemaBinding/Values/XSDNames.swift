import XMLCore

/// Texts that XML Schema builds in with a rule for their characters (Part 2, 3.3.3 to 3.3.12).
public protocol XSDNameText: XMLRefined, Comparable, ExpressibleByStringLiteral where Base == String {}

extension XSDNameText {
    /// A literal, which must keep to the rule.
    public init(stringLiteral value: String) {
        self.init(unchecked: value)
        precondition(Self(xmlText: value) != nil, "“\(value)” is no \(Self.xmlExpectation)")
    }
    /// Orders by the text.
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// `xs:NCName`, and `xs:ID`, `xs:IDREF`, `xs:ENTITY`: a name without a colon, with no digit, point or hyphen in front.
public struct XSDNCName: XSDNameText {
    /// The text.
    public let value: String
    /// A text without a check.
    public init(unchecked value: String) { self.value = value }
    /// A name without a colon.
    public static let facets = XMLFacets(patterns: [["[\\i-[:]][\\c-[:]]*"]], collapses: true)
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:NCName" }
}

/// `xs:Name`: a name in which colons may stand.
public struct XSDName: XSDNameText {
    /// The text.
    public let value: String
    /// A text without a check.
    public init(unchecked value: String) { self.value = value }
    /// A name.
    public static let facets = XMLFacets(patterns: [["\\i\\c*"]], collapses: true)
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:Name" }
}

/// `xs:NMTOKEN`: characters of a name in any order.
public struct XSDNameToken: XSDNameText {
    /// The text.
    public let value: String
    /// A text without a check.
    public init(unchecked value: String) { self.value = value }
    /// Characters of names.
    public static let facets = XMLFacets(patterns: [["\\c+"]], collapses: true)
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:NMTOKEN" }
}

/// `xs:language`: a language tag such as `de` or `de-CH` (RFC 3066).
public struct XSDLanguage: XSDNameText {
    /// The text.
    public let value: String
    /// A text without a check.
    public init(unchecked value: String) { self.value = value }
    /// Groups of at most eight letters, then also digits.
    public static let facets = XMLFacets(patterns: [["[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"]], collapses: true)
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:language" }
}

/// `xml:lang`: a language tag, or nothing to say that the language is not known (XML 1.0, 2.12).
public struct XMLLanguageTag: XSDNameText {
    /// The text.
    public let value: String
    /// A text without a check.
    public init(unchecked value: String) { self.value = value }
    /// `xs:language`, or empty.
    public static let facets = XMLFacets(patterns: [["([a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*)?"]], collapses: true)
    /// The name of the attribute.
    public static var xmlExpectation: String { "xml:lang" }
}

/// The name of a type that restricts the one of the element in which `xsi:type` names it.
public struct XMLTypeName: XMLField, XMLContent, CustomStringConvertible {
    /// `{namespace}name`, one string, so that types which have room for it stay small.
    private let text: String

    /// A name.
    public init(_ name: XMLName) { text = XMLJSONName.expanded(name) }

    /// The name.
    public var name: XMLName { XMLJSONName.name(text) }
    /// The local name.
    public var description: String { name.local }

    /// Reads an element with nothing but a name.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.withElementText { try decodeText($0, decoder, into: target) }
    }

    /// Reads a name with the prefixes in force.
    public static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws {
        guard let name = decoder.qName(text) else {
            throw decoder.badValue(String(decoding: text, as: UTF8.self), expected: "xs:QName")
        }
        target.initialize(to: XMLTypeName(name))
    }

    /// Writes the name.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try encodeText(encoder) }
    /// Writes the name with a prefix that is declared at the root.
    public func encodeText(_ encoder: XMLContentEncoder) throws {
        encoder.text(encoder.qualified(name, preferred: XMLNameRegistry.prefix(of: name)))
    }
}
