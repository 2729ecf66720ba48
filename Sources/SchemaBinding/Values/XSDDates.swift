import Foundation

/// The zone of a date or time: an offset from UTC, as it was written (XML Schema Part 2, 3.2.7.3).
public struct XSDTimeZone: Hashable, Sendable {
    private enum Form: UInt8 { case z, plus, minus }
    private let offset: Int16
    private let form: Form

    /// Minutes east of UTC, from -840 to 840.
    public var minutes: Int { Int(offset) }

    /// UTC, written `Z`.
    public static let utc = XSDTimeZone(offset: 0, form: .z)

    /// A zone by its offset in minutes, or nil outside of ±14 hours.
    public init?(minutes: Int) {
        guard abs(minutes) <= 840 else { return nil }
        self.init(offset: Int16(minutes), form: minutes < 0 ? .minus : .plus)
    }

    init(minutes: Int, isNegative: Bool) {
        self.init(offset: Int16(isNegative ? -minutes : minutes), form: isNegative ? .minus : .plus)
    }

    private init(offset: Int16, form: Form) {
        self.offset = offset
        self.form = form
    }

    /// The zone as it is written.
    var text: String {
        if form == .z { return "Z" }
        let amount = abs(minutes)
        return (form == .minus ? "-" : "+") + XSDScanner.two(amount / 60) + ":" + XSDScanner.two(amount % 60)
    }
}

/// Dates and times of XML Schema by their lexical form, which is kept: fractions of seconds, the way the zone is written.
public protocol XSDTemporal: XMLField, XMLSimpleValue {
    /// The parts as they were written.
    var parts: XSDTemporalParts { get }
    /// Which parts there are, in the notation of `XSDTemporalParts`.
    static var pattern: String { get }
    /// A value from parts that are known to be right.
    init(parts: XSDTemporalParts)
}

/// The parts of a date or time; those that a type does not have are 0 or nil.
public struct XSDTemporalParts: Hashable, Sendable {
    private var storedYear: Int32 = 0
    private var small: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)

    /// The year; there is no year 0.
    public internal(set) var year: Int {
        get { Int(storedYear) }
        set { storedYear = Int32(clamping: newValue) }
    }
    /// The month, 1 to 12.
    public internal(set) var month: Int {
        get { Int(small.0) }
        set { small.0 = UInt8(clamping: newValue) }
    }
    /// The day, 1 to 31.
    public internal(set) var day: Int {
        get { Int(small.1) }
        set { small.1 = UInt8(clamping: newValue) }
    }
    /// The hour, 0 to 24; 24 only as 24:00:00.
    public internal(set) var hour: Int {
        get { Int(small.2) }
        set { small.2 = UInt8(clamping: newValue) }
    }
    /// The minute, 0 to 59.
    public internal(set) var minute: Int {
        get { Int(small.3) }
        set { small.3 = UInt8(clamping: newValue) }
    }
    /// The second, 0 to 59.
    public internal(set) var second: Int {
        get { Int(small.4) }
        set { small.4 = UInt8(clamping: newValue) }
    }
    /// The zone, or nil for local time.
    public internal(set) var zone: XSDTimeZone?
    /// The digits of the fraction of a second, as written.
    public internal(set) var fraction = ""

    /// Equal in every part, as written.
    public static func == (left: Self, right: Self) -> Bool {
        left.storedYear == right.storedYear && left.small == right.small && left.fraction == right.fraction
            && left.zone == right.zone
    }

    /// Hashes every part.
    public func hash(into hasher: inout Hasher) {
        for part in [year, month, day, hour, minute, second] { hasher.combine(part) }
        hasher.combine(fraction)
        hasher.combine(zone)
    }
}

extension XSDTemporal {
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:\(Self.self)".replacingOccurrences(of: "XSD", with: "") }

    /// The value that a text stands for.
    public init?(xmlText: String) {
        guard let parts = XSDScanner.temporal(xmlText, Self.pattern) else { return nil }
        self.init(parts: parts)
    }

    /// The lexical form.
    public var xmlText: String { XSDScanner.text(parts, Self.pattern) }

    /// The zone, or nil for local time.
    public var zone: XSDTimeZone? { parts.zone }
}

/// `xs:dateTime`: a moment, with or without zone.
public struct XSDDateTime: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// Year, month, day, time.
    public static var pattern: String { "YMDT" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.dateTime, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }

    /// The moment; local time counts as UTC.
    public var date: Date {
        let days = XSDScanner.days(parts.year, parts.month, parts.day)
        let seconds =
            days * 86_400 + parts.hour * 3_600 + parts.minute * 60 + parts.second - (parts.zone?.minutes ?? 0) * 60
        return Date(timeIntervalSince1970: Double(seconds) + (Double("0." + parts.fraction) ?? 0))
    }

    /// A moment in UTC, with milliseconds.
    public init(_ date: Date) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded())
        let seconds = Int((Double(milliseconds) / 1_000).rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let time = seconds - days * 86_400
        var parts = XSDTemporalParts()
        (parts.year, parts.month, parts.day) = XSDScanner.date(days)
        parts.hour = time / 3_600
        parts.minute = time / 60 % 60
        parts.second = time % 60
        let thousandths = String(milliseconds - seconds * 1_000)
        parts.fraction = String(repeating: "0", count: 3 - thousandths.count) + thousandths
        parts.zone = .utc
        self.parts = parts
    }
}

/// `xs:date`.
public struct XSDDate: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// Year, month, day.
    public static var pattern: String { "YMD" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.date, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }

    /// A date; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int, zone: XSDTimeZone? = nil) {
        guard year != 0, (1...12).contains(month), (1...XSDScanner.length(year, month)).contains(day) else {
            return nil
        }
        var parts = XSDTemporalParts()
        parts.year = year
        parts.month = month
        parts.day = day
        parts.zone = zone
        self.parts = parts
    }
}

/// `xs:time`.
public struct XSDTime: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// The time only.
    public static var pattern: String { "T" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.time, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
}

/// `xs:gYear`.
public struct XSDYear: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// The year only.
    public static var pattern: String { "Y" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.year, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:gYear" }
}

/// `xs:gYearMonth`.
public struct XSDYearMonth: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// Year and month.
    public static var pattern: String { "YM" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.yearMonth, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:gYearMonth" }
}

/// `xs:gMonthDay`.
public struct XSDMonthDay: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// Month and day, after two hyphens.
    public static var pattern: String { "-MD" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.monthDay, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:gMonthDay" }
}

/// `xs:gMonth`.
public struct XSDMonth: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// The month, after two hyphens.
    public static var pattern: String { "-M" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.month, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:gMonth" }
}

/// `xs:gDay`.
public struct XSDDay: XSDTemporal {
    /// The parts as they were written.
    public let parts: XSDTemporalParts
    /// The day, after three hyphens.
    public static var pattern: String { "--D" }
    /// Read in place.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.day, nil)) }
    /// A value from parts that are known to be right.
    public init(parts: XSDTemporalParts) { self.parts = parts }
    /// The schema's name of the type.
    public static var xmlExpectation: String { "xs:gDay" }
}
