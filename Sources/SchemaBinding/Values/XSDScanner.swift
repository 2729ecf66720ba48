/// Reads and writes the lexical forms of dates and times (XML Schema Part 2, 3.2.7 to 3.2.14 and appendix D).
struct XSDScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// A scanner over bytes that outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    static func temporal(_ text: String, _ pattern: String) -> XSDTemporalParts? {
        var text = text
        return text.withUTF8 {
            var scanner = XSDScanner($0)
            return scanner.temporal(pattern)
        }
    }

    @inline(__always) private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Two digits in a range.
    @inline(__always) private mutating func twoDigits(_ range: ClosedRange<Int>) -> Int? {
        guard index + 1 < bytes.count, let tens = digit(index), let ones = digit(index + 1) else { return nil }
        index += 2
        let value = tens * 10 + ones
        return range.contains(value) ? value : nil
    }

    private func digit(_ at: Int) -> Int? {
        (0x30...0x39).contains(bytes[at]) ? Int(bytes[at]) - 0x30 : nil
    }

    /// Four digits to nine, no leading zero beyond four, not 0; a minus for the years before our era.
    private mutating func year() -> Int? {
        let isNegative = take(0x2D)
        let start = index
        var value = 0
        while index < bytes.count, let digit = digit(index), index - start < 9 {
            value = value * 10 + digit
            index += 1
        }
        let count = index - start
        guard count >= 4, value > 0, count == 4 || bytes[start] != 0x30 else { return nil }
        return isNegative ? -value : value
    }

    mutating func temporal(_ pattern: String) -> XSDTemporalParts? {
        var parts = XSDTemporalParts()
        let isPartial = pattern.utf8.first == 0x2D
        if isPartial, !(take(0x2D) && take(0x2D)) { return nil }
        var isFirst = true
        for part in pattern.utf8 {
            switch part {
            case UInt8(ascii: "Y"):
                guard let value = year() else { return nil }
                parts.year = value
            case UInt8(ascii: "M"):
                if !isFirst, !take(0x2D) { return nil }
                guard let value = twoDigits(1...12) else { return nil }
                parts.month = value
            case UInt8(ascii: "D"):
                if !isFirst || pattern == "--D", !take(0x2D) { return nil }
                guard let value = twoDigits(1...31) else { return nil }
                parts.day = value
            case UInt8(ascii: "T"):
                if !isFirst, !take(0x54) { return nil }
                guard time(&parts) else { return nil }
            default: continue
            }
            isFirst = false
        }
        if parts.month > 0, parts.day > Self.length(parts.year == 0 ? 4 : parts.year, parts.month) { return nil }
        guard zone(&parts), index == bytes.count else { return nil }
        return parts
    }

    private mutating func time(_ parts: inout XSDTemporalParts) -> Bool {
        guard let hour = twoDigits(0...24), take(0x3A), let minute = twoDigits(0...59), take(0x3A),
            let second = twoDigits(0...59)
        else { return false }
        (parts.hour, parts.minute, parts.second) = (hour, minute, second)
        if take(0x2E) {
            let start = index
            while index < bytes.count, digit(index) != nil { index += 1 }
            guard index > start else { return false }
            parts.fraction = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        }
        return hour < 24 || (minute == 0 && second == 0 && parts.fraction.allSatisfy { $0 == "0" })
    }

    private mutating func zone(_ parts: inout XSDTemporalParts) -> Bool {
        if index == bytes.count { return true }
        if take(0x5A) {
            parts.zone = .utc
            return true
        }
        let isNegative = index < bytes.count && bytes[index] == 0x2D
        guard take(0x2B) || take(0x2D), let hours = twoDigits(0...14), take(0x3A),
            let minutes = twoDigits(0...59), hours < 14 || minutes == 0
        else { return false }
        parts.zone = XSDTimeZone(minutes: hours * 60 + minutes, isNegative: isNegative)
        return true
    }

    // MARK: Writing

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func text(_ parts: XSDTemporalParts, _ pattern: String) -> String {
        var result = pattern.hasPrefix("-") ? "--" : ""
        var isFirst = true
        for part in pattern {
            switch part {
            case "Y":
                let digits = String(abs(parts.year))
                result += parts.year < 0 ? "-" : ""
                result += String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            case "M": result += (isFirst ? "" : "-") + two(parts.month)
            case "D": result += (isFirst && pattern != "--D" ? "" : "-") + two(parts.day)
            case "T":
                result += (isFirst ? "" : "T") + two(parts.hour) + ":" + two(parts.minute) + ":" + two(parts.second)
                if !parts.fraction.isEmpty { result += "." + parts.fraction }
            default: continue
            }
            isFirst = false
        }
        return result + (parts.zone?.text ?? "")
    }

    // MARK: The calendar

    /// The days of a month in the proleptic Gregorian calendar.
    static func length(_ year: Int, _ month: Int) -> Int {
        let year = year < 0 ? year + 1 : year
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Days since 1 January 1970 (Hinnant, chrono-compatible low-level date algorithms).
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = (year < 0 ? year + 1 : year) - (month <= 2 ? 1 : 0)
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// The date of a number of days since 1 January 1970.
    static func date(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year <= 0 ? year - 1 : year, month, day)
    }
}
