import XMLCore

/// What can stand in an element, or be a group of elements: a simple value, a generated struct, a choice, a holder.
///
/// The requirements are the contract between generated code and run time; generated types get them by default.
public protocol XMLContent: Hashable, Sendable {
    /// Reads from the start tag that lies before the decoder (or the first element of a group) to its end, and initialises
    /// the memory. When it throws, the memory is not initialised.
    static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws

    /// Writes attributes and content; the name of the start tag is written already.
    func encodeContent(_ encoder: XMLContentEncoder) throws

    /// Which elements can begin this content, when it is a group of elements.
    static var firstElements: XMLFirstElements { get }

    /// Whether an attribute or a value can hold it.
    static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws

    /// The text of a simple value.
    func encodeText(_ encoder: XMLContentEncoder) throws
}

extension XMLContent {
    /// Elements are told by their names, not by what is in them.
    public static var firstElements: XMLFirstElements { XMLFirstElements() }

    /// Only simple values are text.
    public static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws {
        throw decoder.error(
            .badValue, de: "Hier ist ein einfacher Wert erwartet.", en: "A simple value is expected here.")
    }

    /// Only simple values are text.
    public func encodeText(_ encoder: XMLContentEncoder) throws {}
}

/// A generated struct: its table describes its fields.
public protocol XMLComplex: XMLField, XMLContent {
    /// The description of the fields.
    static var xml: XMLTable { get }
    /// The names of the global elements that are of this type; the first one is used when a document is written.
    static var rootNames: [XMLName] { get }
}

extension XMLComplex {
    /// Most types are not the type of a root.
    public static var rootNames: [XMLName] { [] }

    /// Reads by the table.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.decodeComplex(xml, into: UnsafeMutableRawPointer(target))
    }

    /// Writes by the table.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        try withUnsafePointer(to: self) { try encoder.encodeComplex(Self.xml, UnsafeRawPointer($0)) }
    }

    /// The elements that can begin a group.
    public static var firstElements: XMLFirstElements { xml.firstElements }

    /// Equal fields.
    public static func == (left: Self, right: Self) -> Bool {
        withUnsafePointer(to: left) { left in
            withUnsafePointer(to: right) { right in
                let left = UnsafeRawPointer(left)
                let right = UnsafeRawPointer(right)
                return Self.xml.fields.allSatisfy {
                    $0.codec.isEqual(left + $0.offset, right + $0.offset)
                }
            }
        }
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) {
        withUnsafePointer(to: self) { pointer in
            for field in Self.xml.fields { field.codec.hash(UnsafeRawPointer(pointer) + field.offset, &hasher) }
        }
    }
}

/// A generated enum: one of several contents, in the place where it stands.
public protocol XMLChoice: XMLField, XMLContent {
    /// The description of the cases.
    static var xml: XMLChoiceTable<Self> { get }
}

extension XMLChoice {
    /// Reads the alternative that the next element begins.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try xml.decode(decoder, into: target)
    }

    /// Writes the alternative.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try Self.xml.encode(self, encoder) }

    /// The elements that can begin any alternative.
    public static var firstElements: XMLFirstElements { xml.firstElements }

    /// The same alternative with equal content.
    public static func == (left: Self, right: Self) -> Bool { xml.isEqual(left, right) }

    /// Hashes the content.
    public func hash(into hasher: inout Hasher) { Self.xml.hash(self, &hasher) }
}

/// A value without markup, by its lexical form (XML Schema Part 2).
public protocol XMLSimpleValue: XMLContent {
    /// The value that a text stands for, or nil when it is none. White space around it is taken off before, except for
    /// strings.
    init?(xmlText: String)
    /// The text that stands for the value.
    var xmlText: String { get }
    /// Whether white space around the text is taken off before it is looked at.
    static var collapsesWhiteSpace: Bool { get }
    /// What is expected, in the terms of the schema: `xs:date`, a pattern.
    static var xmlExpectation: String { get }
}

extension XMLSimpleValue {
    /// All types but strings collapse.
    public static var collapsesWhiteSpace: Bool { true }

    /// The type's own name.
    public static var xmlExpectation: String { "\(Self.self)" }

    /// Reads an element with nothing but text.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.withElementText { try decodeText($0, decoder, into: target) }
    }

    /// Writes the text.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try encodeText(encoder) }

    /// Reads the value.
    public static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws {
        let bytes = collapsesWhiteSpace ? XMLWhiteSpace.trimmed(text) : text
        let string = String(decoding: bytes, as: UTF8.self)
        guard let value = Self(xmlText: string) else { throw decoder.badValue(string, expected: xmlExpectation) }
        target.initialize(to: value)
    }

    /// Writes the value.
    public func encodeText(_ encoder: XMLContentEncoder) throws { encoder.text(xmlText) }
}

enum XMLWhiteSpace {
    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Without white space at both ends.
    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        var end = bytes.count
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// Whether nothing else is in it.
    static func isBlank(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.allSatisfy { isBlank($0) } }

    /// Whether collapsing would change it.
    static func isCollapsed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var previous: UInt8 = 0x20
        for byte in bytes {
            if byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        return bytes.isEmpty || previous != 0x20
    }

    /// Runs of white space as one blank, none at the ends.
    static func collapsed(_ text: String) -> String {
        text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map { String($0) }
            .joined(separator: " ")
    }
}
