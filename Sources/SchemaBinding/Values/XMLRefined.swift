import CXMLEvents
import Findings
import XMLCore

/// A simple type with facets: its values are checked when they are made.
public protocol XMLRefined: XMLField, XMLSimpleValue, CustomStringConvertible {
    /// The type that is restricted.
    associatedtype Base: XMLSimpleValue
    /// The value.
    var value: Base { get }
    /// A value without a check. Use `init(_:)`.
    init(unchecked value: Base)
    /// What the schema asks of the value.
    static var facets: XMLFacets { get }
}

extension XMLRefined {
    /// A value that fits the facets.
    ///
    /// - Throws: `XMLBindingError` with the code `badValue`.
    public init(_ value: Base) throws(XMLBindingError) {
        if let broken = Self.facets.broken(by: value.xmlText, value: value) {
            throw XMLBindingError(
                .badValue,
                Message(
                    de: "Der Wert \(value: value.xmlText) passt nicht zu \(Self.xmlExpectation): \(broken)",
                    en: "The value \(value: value.xmlText) does not fit \(Self.xmlExpectation): \(broken)"))
        }
        self.init(unchecked: value)
    }

    /// A value from its lexical form, or nil when it does not fit.
    public init?(xmlText: String) {
        guard let value = Base(xmlText: xmlText), Self.facets.broken(by: xmlText, value: value) == nil else {
            return nil
        }
        self.init(unchecked: value)
    }

    /// As the type that is restricted, when nothing else is stored.
    public static var xmlKind: XMLContentKind {
        if MemoryLayout<Self>.size == MemoryLayout<Base>.size, case .leaf(let leaf, nil) = Base.xmlKind.form {
            return XMLContentKind(.leaf(leaf, facets))
        }
        return XMLContentKind(.leaf(.other, nil))
    }

    /// The lexical form.
    public var xmlText: String { value.xmlText }
    /// The lexical form.
    public var description: String { xmlText }
    /// As the type that is restricted does, unless a facet says otherwise.
    public static var collapsesWhiteSpace: Bool { facets.collapses || Base.collapsesWhiteSpace }
    /// The name of the type.
    public static var xmlExpectation: String { "\(Self.self)" }

    /// Equal values.
    public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

/// The facets of a simple type (XML Schema Part 2, 4.3).
public final class XMLFacets: Sendable {
    /// Every group must be met by one of its patterns.
    public let patterns: [[XMLPattern]]
    /// The exact length.
    public let length: Int?
    /// The least length.
    public let minLength: Int?
    /// The greatest length.
    public let maxLength: Int?
    /// The least value.
    public let minInclusive: String?
    /// The greatest value.
    public let maxInclusive: String?
    /// A value that all are greater than.
    public let minExclusive: String?
    /// A value that all are less than.
    public let maxExclusive: String?
    /// The digits at the most.
    public let totalDigits: Int?
    /// The digits after the point at the most.
    public let fractionDigits: Int?
    /// Whether white space around the value is taken off.
    public let collapses: Bool

    /// Facets from their parts; the patterns of one array must hold one at least, those of different arrays all.
    public init(
        patterns: [[String]] = [], length: Int? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        minInclusive: String? = nil, maxInclusive: String? = nil, minExclusive: String? = nil,
        maxExclusive: String? = nil, totalDigits: Int? = nil, fractionDigits: Int? = nil, collapses: Bool = false
    ) {
        self.patterns = patterns.map { $0.map { XMLPattern($0) } }
        self.length = length
        self.minLength = minLength
        self.maxLength = maxLength
        self.minInclusive = minInclusive
        self.maxInclusive = maxInclusive
        self.minExclusive = minExclusive
        self.maxExclusive = maxExclusive
        self.totalDigits = totalDigits
        self.fractionDigits = fractionDigits
        self.collapses = collapses
        let hasBounds =
            minInclusive != nil || maxInclusive != nil || minExclusive != nil || maxExclusive != nil
            || totalDigits != nil || fractionDigits != nil
        let only = self.patterns.count == 1 && self.patterns[0].count == 1 ? self.patterns[0][0].tables : nil
        quickTest = .allocate(capacity: 1)
        quickTest.initialize(
            to: XMLQuickTest(
                range: Self.range(minInclusive, maxInclusive, minExclusive, maxExclusive, totalDigits),
                hasBounds: hasBounds, collapses: collapses,
                hasLengths: length != nil || minLength != nil || maxLength != nil,
                minLength: max(length ?? 0, minLength ?? 0), maxLength: min(length ?? Int.max, maxLength ?? Int.max),
                only: only,
                patterns: only == nil && !patterns.isEmpty ? Unmanaged.passUnretained(self) : nil))
    }

    deinit { quickTest.deallocate() }

    /// What is asked of a value, as plain memory for reading.
    nonisolated(unsafe) let quickTest: UnsafeMutablePointer<XMLQuickTest>

    /// Whether every group of patterns is met.
    func meetsPatterns(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        patterns.allSatisfy { $0.contains { $0.matches(text) } }
    }

    private static func range(
        _ minInclusive: String?, _ maxInclusive: String?, _ minExclusive: String?, _ maxExclusive: String?,
        _ totalDigits: Int?
    ) -> ClosedRange<Int>? {
        var low = 0
        var high = 999_999_999_999_999
        for (text, isLow, step) in [
            (minInclusive, true, 0), (maxInclusive, false, 0), (minExclusive, true, 1), (maxExclusive, false, -1),
        ] {
            guard let text else { continue }
            guard let bound = Int(text), bound.magnitude < UInt(Int.max) - 1 else { return nil }
            if isLow { low = max(low, bound + step) } else { high = min(high, bound + step) }
        }
        if let totalDigits, totalDigits < 15 {
            var bound = 1
            for _ in 0..<totalDigits { bound *= 10 }
            high = min(high, bound - 1)
        }
        return low <= high ? low...high : nil
    }

    /// The facet that a value breaks, such as `maxLength 5`; nil when it fits.
    package func broken<T: XMLSimpleValue>(by text: String, value: T) -> String? {
        if length != nil || minLength != nil || maxLength != nil {
            let isBinary = T.self == XSDBase64.self || T.self == XSDHexBinary.self
            let count =
                isBinary
                ? (value as? XSDBase64)?.bytes.count ?? text.utf8.count / 2 : text.unicodeScalars.count
            if let length, count != length { return "length \(length)" }
            if let minLength, count < minLength { return "minLength \(minLength)" }
            if let maxLength, count > maxLength { return "maxLength \(maxLength)" }
        }
        if totalDigits != nil || fractionDigits != nil, let digits = XSDDecimal(xmlText: text)?.digits {
            if let totalDigits, digits.total > totalDigits { return "totalDigits \(totalDigits)" }
            if let fractionDigits, digits.fraction > fractionDigits { return "fractionDigits \(fractionDigits)" }
        }
        if let bound = minInclusive, let order = Self.order(text, bound), order < 0 { return "minInclusive \(bound)" }
        if let bound = maxInclusive, let order = Self.order(text, bound), order > 0 { return "maxInclusive \(bound)" }
        if let bound = minExclusive, let order = Self.order(text, bound), order <= 0 { return "minExclusive \(bound)" }
        if let bound = maxExclusive, let order = Self.order(text, bound), order >= 0 { return "maxExclusive \(bound)" }
        for group in patterns where !group.contains(where: { $0.matches(text) }) {
            return "pattern \(group.map(\.text).joined(separator: " | ").prefix(120))"
        }
        return nil
    }

    /// How a text is ordered against a bound, by the type that both have; nil for types without an order here.
    private static func order(_ text: String, _ bound: String) -> Int? {
        if let left = XSDDecimal(xmlText: text), let right = XSDDecimal(xmlText: bound) { return left.compare(right) }
        if let left = Double(xmlText: text), let right = Double(xmlText: bound) {
            return left < right ? -1 : left > right ? 1 : 0
        }
        func moment(_ text: String) -> Double? {
            if let value = XSDDateTime(xmlText: text) { return value.date.timeIntervalSince1970 }
            if let parts = XSDDate(xmlText: text)?.parts ?? XSDYearMonth(xmlText: text)?.parts
                ?? XSDYear(xmlText: text)?.parts
            {
                let days = XSDScanner.days(parts.year, max(1, parts.month), max(1, parts.day))
                return Double(days * 86_400 - (parts.zone?.minutes ?? 0) * 60)
            }
            return nil
        }
        if let left = moment(text), let right = moment(bound) { return left < right ? -1 : left > right ? 1 : 0 }
        return nil
    }
}

/// A regular expression of XML Schema (Part 2, appendix F).
public final class XMLPattern: @unchecked Sendable {
    // Unchecked: all is constant; libxml2's compiled expression keeps the state of a match to itself.

    /// The expression as written.
    public let text: String
    private let automaton: XSDAutomaton?
    /// Where the automaton keeps its states, as long as the pattern lives.
    var tables: XSDStateTables? { automaton?.tables }
    private let compiled: OpaquePointer?

    /// A pattern. What is too large for the automaton (very many repetitions) is left to libxml2; what that
    /// does not understand either matches everything: the schema itself is reported then.
    public init(_ text: String) {
        self.text = text
        automaton = XSDExpression.parse(text).flatMap { XSDAutomaton($0) }
        compiled = automaton == nil ? xev_pattern_compile(text) : nil
    }

    deinit { xev_pattern_free(compiled) }

    /// Whether the whole text matches.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if let automaton { return automaton.matches(text) }
        return matches(String(decoding: text, as: UTF8.self))
    }

    /// Whether the whole text matches.
    public func matches(_ text: String) -> Bool {
        if let automaton {
            var text = text
            return text.withUTF8 { automaton.matches($0) }
        }
        guard let compiled else { return true }
        return xev_pattern_matches(compiled, text) != 0
    }
}

/// A closed list of values. Generated enums conform by their raw values.
public protocol XMLEnumeration: XMLField, XMLSimpleValue, RawRepresentable<String>, CaseIterable {}

extension XMLEnumeration {
    /// Found by the bytes of its text.
    public static var xmlKind: XMLContentKind {
        XMLContentKind(XMLEnumerationTable.of(Self.self).map { .enumeration($0) } ?? .leaf(.other, nil))
    }

    /// The value of a text, or nil when it is not in the list.
    public init?(xmlText: String) { self.init(rawValue: xmlText) }
    /// The text of the value.
    public var xmlText: String { rawValue }
    /// The values, as far as they are few.
    public static var xmlExpectation: String {
        allCases.count <= 12 ? allCases.map(\.rawValue).joined(separator: " | ") : "\(Self.self)"
    }
}

/// A list of values that may grow: every text is accepted, known ones have names.
public protocol XMLOpenEnumeration: XMLField, XMLSimpleValue, RawRepresentable<String>, CustomStringConvertible {
    /// A value, known or not.
    init(rawValue: String)
}

extension XMLOpenEnumeration {
    /// Read in place.
    public static var xmlKind: XMLContentKind {
        XMLContentKind(.leaf(MemoryLayout<Self>.size == MemoryLayout<String>.size ? .string : .other, nil))
    }
    /// Every text is a value.
    public init?(xmlText: String) { self.init(rawValue: xmlText) }
    /// The text of the value.
    public var xmlText: String { rawValue }
    /// The text of the value.
    public var description: String { rawValue }
}

/// A code of a code list (XÖV-Handbuch, code types 1 to 4).
public protocol XOEVCode: XMLComplex {
    /// The type of the code itself: an enumeration for code type 1, else text.
    associatedtype Value: XMLContent
    /// The URI of the list, where the schema fixes it.
    static var codelistURI: String? { get }
    /// The version of the list, where the schema fixes it.
    static var codelistVersion: String? { get }
    /// The code.
    var code: Value { get set }
}
