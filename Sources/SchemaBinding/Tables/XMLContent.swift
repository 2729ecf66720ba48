import CXMLEvents
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

    /// What it is made of, for tables.
    static var xmlKind: XMLContentKind { get }

    // The three below are the same for all types. They are requirements so that each type has its own, which the compiler
    // knows the layout of: arrays and optionals of an unknown type cost a search for their metadata at every step.

    /// Moves items into an array, in the place of an empty one.
    static func xmlTakeItems(_ items: UnsafeMutableRawPointer, _ count: Int, into array: UnsafeMutableRawPointer)
    /// The items of an array.
    static func xmlItems(_ array: UnsafeRawPointer) -> (UnsafeRawPointer?, Int)
    /// Whether an optional has no value.
    static func xmlIsNil(_ optional: UnsafeRawPointer) -> Bool
}

extension XMLContent {
    /// The type reads and writes itself.
    public static var xmlKind: XMLContentKind { XMLContentKind(.general) }

    /// Moves items into an array, in the place of an empty one.
    @inlinable
    public static func xmlTakeItems(
        _ items: UnsafeMutableRawPointer, _ count: Int, into array: UnsafeMutableRawPointer
    ) {
        let items = items.assumingMemoryBound(to: Self.self)
        let array = array.assumingMemoryBound(to: [Self].self)
        // The empty array that was there owns nothing. Literals are made faster than anything else.
        switch count {
        case 1: array.initialize(to: [items.move()])
        case 2: array.initialize(to: [items.move(), (items + 1).move()])
        default:
            array.initialize(
                to: [Self](unsafeUninitializedCapacity: count) { buffer, initialized in
                    if let base = buffer.baseAddress {
                        base.moveInitialize(from: items, count: count)
                        initialized = count
                    }
                })
        }
    }

    /// The items of an array.
    @inlinable
    public static func xmlItems(_ array: UnsafeRawPointer) -> (UnsafeRawPointer?, Int) {
        array.assumingMemoryBound(to: [Self].self).pointee.withUnsafeBufferPointer {
            (UnsafeRawPointer($0.baseAddress), $0.count)
        }
    }

    /// Whether an optional has no value.
    @inlinable
    public static func xmlIsNil(_ optional: UnsafeRawPointer) -> Bool {
        optional.assumingMemoryBound(to: Self?.self).pointee == nil
    }

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
public protocol XMLComplex: XMLField, XMLContent, Codable {
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
        try decoder.decodeComplex(xml.layout, into: UnsafeMutableRawPointer(target))
    }

    /// By the table.
    public static var xmlKind: XMLContentKind { XMLContentKind(.complex { xml }) }

    /// Writes by the table.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        try withUnsafePointer(to: self) { try encoder.encodeComplex(Self.xml.layout, UnsafeRawPointer($0)) }
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
        try decoder.decodeChoice(xml.layout, into: UnsafeMutableRawPointer(target))
    }

    /// By the table.
    public static var xmlKind: XMLContentKind { XMLContentKind(.choice { xml.layout }) }

    /// Writes the alternative.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        try withUnsafePointer(to: self) { try encoder.encodeChoice(Self.xml.layout, UnsafeRawPointer($0)) }
    }

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
    /// A text that the type itself turns into a value.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.other, nil)) }

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

    /// Whether collapsing would leave it as it is.
    @inline(__always) static func isCollapsed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        xev_is_collapsed(text.baseAddress, text.count) != 0
    }

    /// Whether collapsing would leave it as it is.
    static func isCollapsed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        isCollapsed(bytes.assumingMemoryBound(to: UInt8.self))
    }

    /// Runs of white space as one blank, none at the ends.
    static func collapsed(_ text: String) -> String {
        text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map { String($0) }
            .joined(separator: " ")
    }
}
