import Foundation
import XMLCore

/// `xs:duration`, as it was written (XML Schema Part 2, 3.2.6).
public struct XSDDuration: XMLField, XMLSimpleValue {
    /// The lexical form, such as `P1Y2MT3.5S`.
    public let xmlText: String
    /// Years and months together, negative for negative durations.
    public let months: Int
    /// Days, hours, minutes and seconds together, negative for negative durations.
    public let seconds: Decimal

    /// A duration from its lexical form.
    public init?(xmlText: String) {
        var rest = xmlText[...]
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        guard rest.first == "P" else { return nil }
        rest = rest.dropFirst()
        var months = 0
        var seconds = Decimal(0)
        var isTime = false
        var order = 0
        var parts = 0
        while let first = rest.first {
            if first == "T" {
                guard !isTime, rest.count > 1 else { return nil }
                isTime = true
                order = 3
                rest = rest.dropFirst()
                continue
            }
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            guard let unit = rest.first, !number.isEmpty, number.first != ".", number.last != ".",
                let value = XSDDecimal(xmlText: String(number))?.decimal, !number.contains(".") || unit == "S"
            else { return nil }
            rest = rest.dropFirst()
            let place: Int
            switch (unit, isTime) {
            case ("Y", false): (place, months) = (1, months + Self.whole(value) * 12)
            case ("M", false): (place, months) = (2, months + Self.whole(value))
            case ("D", false): (place, seconds) = (3, seconds + value * 86_400)
            case ("H", true): (place, seconds) = (4, seconds + value * 3_600)
            case ("M", true): (place, seconds) = (5, seconds + value * 60)
            case ("S", true): (place, seconds) = (6, seconds + value)
            default: return nil
            }
            guard place > order else { return nil }
            order = place
            parts += 1
        }
        guard parts > 0 else { return nil }
        self.xmlText = xmlText
        self.months = isNegative ? -months : months
        self.seconds = isNegative ? -seconds : seconds
    }

    private static func whole(_ value: Decimal) -> Int { Int(truncating: min(value, 100_000_000) as NSDecimalNumber) }

    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:duration" }
}

/// `xs:base64Binary`: bytes, with the text they were read from, line breaks included.
public struct XSDBase64: XMLField, XMLSimpleValue {
    /// The lexical form.
    public let xmlText: String

    /// Bytes from their lexical form; nil when it holds other than base64 characters, or an incomplete group.
    public init?(xmlText: String) {
        var count = 0
        var padding = 0
        for byte in xmlText.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F:
                if padding > 0 { return nil }
                count += 1
            case 0x3D: padding += 1
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return nil
            }
        }
        guard (count + padding) % 4 == 0, padding <= 2 else { return nil }
        self.xmlText = xmlText
    }

    /// Bytes, written without line breaks.
    public init(_ bytes: [UInt8]) { xmlText = Data(bytes).base64EncodedString() }

    /// The bytes.
    public var bytes: [UInt8] { Array(Data(base64Encoded: xmlText, options: .ignoreUnknownCharacters) ?? Data()) }

    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:base64Binary" }
}

/// `xs:hexBinary`: bytes, with the text they were read from.
public struct XSDHexBinary: XMLField, XMLSimpleValue {
    /// The lexical form.
    public let xmlText: String

    /// Bytes from their lexical form; nil when it is not an even number of hexadecimal digits.
    public init?(xmlText: String) {
        guard xmlText.utf8.count % 2 == 0, xmlText.utf8.allSatisfy({ Self.value($0) != nil }) else { return nil }
        self.xmlText = xmlText
    }

    /// Bytes, written with upper-case digits.
    public init(_ bytes: [UInt8]) {
        xmlText = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

    /// The bytes.
    public var bytes: [UInt8] {
        let digits = xmlText.utf8.compactMap { Self.value($0) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:hexBinary" }
}

/// `xs:QName`: a name with the namespace that its prefix meant where it stood.
public struct XSDQName: XMLField, XMLContent {
    static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

    /// The name.
    public var name: XMLName
    /// The prefix with which it was written, or is to be written where possible; "" for the default namespace.
    public var prefix: String

    /// A name and the prefix to write it with.
    public init(_ name: XMLName, prefix: String) {
        self.name = name
        self.prefix = prefix
    }

    /// Equal names; the prefix does not count.
    public static func == (left: XSDQName, right: XSDQName) -> Bool { left.name == right.name }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Reads an element with nothing but a name.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.withElementText { try decodeText($0, decoder, into: target) }
    }

    /// Reads a name with the prefixes in force.
    public static func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>
    ) throws {
        let parts = String(decoding: XMLWhiteSpace.trimmed(text), as: UTF8.self).split(
            separator: ":", omittingEmptySubsequences: false)
        let isName = parts.count <= 2 && parts.allSatisfy { XSDNCName(xmlText: String($0)) != nil }
        guard isName, let name = decoder.qName(text) else {
            throw decoder.badValue(String(decoding: text, as: UTF8.self), expected: "xs:QName")
        }
        let written = String(decoding: XMLWhiteSpace.trimmed(text), as: UTF8.self)
        let prefix = written.firstIndex(of: ":").map { String(written[..<$0]) } ?? ""
        target.initialize(to: XSDQName(name, prefix: prefix))
    }

    /// Writes the name.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try encodeText(encoder) }
    /// Writes the name with a prefix that is declared at the root.
    public func encodeText(_ encoder: XMLContentEncoder) throws {
        encoder.text(encoder.qualified(name, preferred: prefix))
    }
}
