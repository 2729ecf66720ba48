/// Values as they stand in forms: numbers, dates, URNs, references in rules.
enum QualityValues {
    /// A length: an integer from 0, or nil.
    static func length(_ text: String) -> Int? {
        guard !text.isEmpty, text.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text)
    }

    /// A value of a type, on a line on which it can be compared; nil when the text is no such value.
    static func value(_ text: String, type: String) -> Double? {
        switch type {
        case "num", "num_currency": number(text)
        case "num_int": integer(text)
        case "date": date(text)
        case "time": time(text)
        case "datetime": dateTime(text)
        default: nil
        }
    }

    static func number(_ text: String) -> Double? {
        let allowed = text.allSatisfy { $0.isASCIIDigit || "+-.eE".contains($0) }
        guard allowed, text.contains(where: \.isASCIIDigit) else { return nil }
        return Double(text)
    }

    static func integer(_ text: String) -> Double? {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : Substring(text)
        guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Double(text)
    }

    /// xs:date, as seconds since 0000-03-01 in UTC.
    static func date(_ text: String) -> Double? {
        let (body, offset) = zone(text)
        guard let offset, let days = days(body) else { return nil }
        return days * 86_400 - offset
    }

    /// xs:time, as seconds since midnight in UTC.
    static func time(_ text: String) -> Double? {
        let (body, offset) = zone(text)
        guard let offset, let seconds = seconds(body) else { return nil }
        return seconds - offset
    }

    /// xs:dateTime, as seconds since 0000-03-01 in UTC.
    static func dateTime(_ text: String) -> Double? {
        guard let separator = text.firstIndex(of: "T") else { return nil }
        let (clock, offset) = zone(String(text[text.index(after: separator)...]))
        guard let offset, let days = days(text[..<separator]), let seconds = seconds(clock) else { return nil }
        return days * 86_400 + seconds - offset
    }

    /// The text without its time zone, and the zone's offset in seconds; nil for a malformed one.
    private static func zone(_ text: String) -> (Substring, Double?) {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        guard text.count > 6 else { return (Substring(text), 0) }
        let tail = text.suffix(6)
        guard let sign = tail.first, sign == "+" || sign == "-", tail.dropFirst(3).first == ":" else {
            return (Substring(text), 0)
        }
        guard let hours = digits(tail.dropFirst().prefix(2), 2), let minutes = digits(tail.suffix(2), 2),
            hours <= 14, minutes < 60
        else { return (Substring(text), nil) }
        return (text.dropLast(6), Double(hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1))
    }

    private static func digits(_ text: Substring, _ count: Int) -> Int? {
        guard text.count == count, text.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text)
    }

    private static func days(_ text: Substring) -> Double? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count >= 4, let year = digits(parts[0], parts[0].count),
            let month = digits(parts[1], 2), let day = digits(parts[2], 2), (1...12).contains(month), year < 1_000_000
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day >= 1, day <= lengths[month - 1] else { return nil }
        // Years counted from March, so that the leap day is the last: the usual formula for day numbers.
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        return Double(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1)
    }

    private static func seconds(_ text: Substring) -> Double? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = digits(parts[0], 2), let minute = digits(parts[1], 2), hour < 24, minute < 60
        else { return nil }
        let fraction = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard fraction.count <= 2, let second = digits(fraction[0], 2), second < 60 else { return nil }
        var rest = 0.0
        if fraction.count == 2 {
            guard !fraction[1].isEmpty, fraction[1].allSatisfy(\.isASCIIDigit) else { return nil }
            rest = Double("0." + fraction[1]) ?? 0
        }
        return Double(hour * 3600 + minute * 60 + second) + rest
    }

    /// Whether a text has the form of an address with a scheme and no white space.
    static func isURL(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isLetter, first.isASCII else {
            return false
        }
        let scheme = text[..<colon]
        let rest = text[text.index(after: colon)...]
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) } && !rest.isEmpty
            && !text.contains(where: \.isWhitespace)
    }

    /// Whether a text has the form of a URN (RFC 2141): no umlauts, no white space.
    static func isURN(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "urn", let first = parts[1].first, parts[1].count <= 32, !parts[2].isEmpty
        else { return false }
        func isAlphanumeric(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber)
        }
        guard isAlphanumeric(first), parts[1].allSatisfy({ isAlphanumeric($0) || $0 == "-" }) else { return false }
        var rest = parts[2]
        while let character = rest.first {
            if character == "%" {
                let hex = rest.dropFirst().prefix(2)
                guard hex.count == 2, hex.allSatisfy(\.isHexDigit) else { return false }
                rest = rest.dropFirst(3)
            } else {
                guard isAlphanumeric(character) || "()+,-.:=@;$_!*'".contains(character) else { return false }
                rest = rest.dropFirst()
            }
        }
        return true
    }

    /// An element that a rule names.
    struct Reference: Hashable {
        enum Kind: Hashable {
            case long
            case longWithVersion
            case short
        }

        let id: String
        let kind: Kind
    }

    /// The elements that a rule's text names: `F` or `G` and eleven digits, or eight in the old form. Each once.
    static func references(in text: String) -> [Reference] {
        var result: [Reference] = []
        var seen: Set<Reference> = []
        let bytes = Array(text.utf8)
        var index = 0
        func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
        func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 32 >= 97 && byte | 32 <= 122) || byte >= 128 }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "F") || bytes[index] == UInt8(ascii: "G"),
                index == 0 || !isWord(bytes[index - 1])
            else {
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            let count = end - index - 1
            if count == 11 || count == 8 {
                let hasVersion =
                    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "V") && isDigit(bytes[end + 1])
                let kind: Reference.Kind = count == 8 ? .short : hasVersion ? .longWithVersion : .long
                let reference = Reference(id: String(decoding: bytes[index..<end], as: UTF8.self), kind: kind)
                if seen.insert(reference).inserted { result.append(reference) }
            }
            index = end
        }
        return result
    }

    /// The first character that is surely not in String.Latin 1.1: not Latin, no mark for Latin letters, no common sign.
    /// The exact set is finer; what this lets pass may still be outside of it.
    static func firstNonLatin(_ text: String) -> Unicode.Scalar? {
        let needsLook = text.utf8.contains { $0 >= 0xC8 || ($0 < 32 && $0 != 9 && $0 != 10 && $0 != 13) }
        guard needsLook else { return nil }
        return text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x24F, 0x259, 0x292, 0x2B0...0x36F, 0x1E00...0x1EFF,
                0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x214F:
                false
            default: true
            }
        }
    }
}
