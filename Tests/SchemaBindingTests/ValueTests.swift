import Foundation
import Testing

@testable import SchemaBinding

@Suite struct ValueTests {
    @Test(
        "dates and times keep their lexical form",
        arguments: [
            "2026-11-23T10:00:00", "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.500+01:00",
            "-0044-03-15T12:00:00-14:00",
            "2026-11-23T24:00:00", "12026-01-01T00:00:00.000000001Z",
        ])
    func dateTimes(text: String) { #expect(XSDDateTime(xmlText: text)?.xmlText == text) }

    @Test(
        "what is no date or time is refused",
        arguments: [
            "2026-11-23", "2026-02-29T00:00:00", "0000-01-01T00:00:00", "2026-11-23T24:00:01", "2026-11-23T10:60:00",
            "2026-11-23T10:00:00+14:01", "26-11-23T10:00:00", "02026-11-23T10:00:00", "2026-11-23T10:00:00.", "",
        ])
    func badDateTimes(text: String) { #expect(XSDDateTime(xmlText: text) == nil) }

    @Test("partial dates")
    func partialDates() {
        #expect(XSDYear(xmlText: "2026")?.parts.year == 2026)
        #expect(XSDYearMonth(xmlText: "2026-11+01:00")?.xmlText == "2026-11+01:00")
        #expect(XSDMonthDay(xmlText: "--02-29")?.xmlText == "--02-29")
        #expect(XSDMonthDay(xmlText: "--02-30") == nil)
        #expect(XSDMonth(xmlText: "--12Z")?.xmlText == "--12Z")
        #expect(XSDDay(xmlText: "---31")?.parts.day == 31)
        #expect(XSDDate(xmlText: "2024-02-29")?.parts.month == 2)
        #expect(XSDDate(xmlText: "2100-02-29") == nil)
        #expect(XSDTime(xmlText: "23:59:59.9Z")?.zone?.minutes == 0)
    }

    @Test("a moment becomes a date and comes back")
    func moments() {
        // date -u -d '2026-11-23T10:00:00.5+01:00' +%s gives 1795424400.
        let moment = XSDDateTime(xmlText: "2026-11-23T10:00:00.5+01:00")?.date
        #expect(moment?.timeIntervalSince1970 == 1_795_424_400.5)
        #expect(moment.map { XSDDateTime($0).xmlText } == "2026-11-23T09:00:00.500Z")
        #expect(XSDDateTime(Date(timeIntervalSince1970: -1)).xmlText == "1969-12-31T23:59:59.000Z")
    }

    @Test("decimals keep every digit and compare by value")
    func decimals() throws {
        let long = "123456789012345678901234567890123456789012345678901234567890.10"
        let number = try #require(XSDDecimal(xmlText: long))
        #expect(number.xmlText == long)
        #expect(number.digits.total == 61 && number.digits.fraction == 1)
        let pairs: [(String, String, Int)] = [
            ("1.50", "1.5", 0), ("-1", "1", -1), ("0.1", "0.09", 1), ("-0", "0", 0), ("10", "9", 1), ("+7", "007", 0),
            ("-2", "-10", 1),
        ]
        for (left, right, order) in pairs {
            let left = try #require(XSDDecimal(xmlText: left))
            let right = try #require(XSDDecimal(xmlText: right))
            #expect(left.compare(right) == order, "\(left.xmlText) \(right.xmlText)")
        }
        for bad in ["", ".", "1e5", "1,5", "1.2.3", "--1", "1-"] { #expect(XSDDecimal(xmlText: bad) == nil) }
        #expect(XSDDecimal(Decimal(string: "1234567.89") ?? 0)?.xmlText == "1234567.89")
    }

    @Test("durations")
    func durations() {
        let duration = XSDDuration(xmlText: "-P1Y2M3DT4H5M6.5S")
        #expect(duration?.months == -14)
        #expect(duration?.seconds == Decimal(string: "-273906.5"))
        for bad in ["P", "PT", "P1S", "1Y", "P1M1Y", "P1.5D", "P-1D", "PT1D"] {
            #expect(XSDDuration(xmlText: bad) == nil, "\(bad)")
        }
    }

    @Test("binary values, booleans, numbers")
    func others() {
        #expect(XSDBase64(xmlText: "SGFs\n bG8=")?.bytes == Array("Hallo".utf8))
        #expect(XSDBase64(xmlText: "SGFsbG8") == nil)
        #expect(XSDHexBinary(xmlText: "0aFF")?.bytes == [10, 255])
        #expect(XSDHexBinary(xmlText: "0aF") == nil)
        #expect(Bool(xmlText: "1") == true && Bool(xmlText: "TRUE") == nil)
        #expect(Int8(xmlText: "128") == nil && Int(xmlText: "+007") == 7)
        #expect(Double(xmlText: "-INF") == -.infinity && Double(xmlText: "0x10") == nil)
    }
}

@Suite struct PatternTests {
    /// Each expectation follows from XML Schema Part 2, appendix F.
    @Test(
        "patterns match whole texts",
        arguments: [
            ("[0-9]{5}", ["33098"], ["3309", "330980", "a3098", ""]),
            ("a?b*c+", ["c", "abbc", "bcc"], ["", "ab", "aac"]),
            ("(ab|c){2,3}", ["abc", "ccab"], ["ab", "cccc"]),
            ("[a-c-[b]]+", ["ac"], ["b"]),
            ("[^a]", ["b", "ü"], ["a", ""]),
            ("\\d\\s\\w", ["1 ä", "٣\tx"], ["a b", "1  "]),
            ("\\i\\c*", ["_a-1", "ä.b"], ["-a", "1"]),
            ("\\p{Lu}\\P{Lu}", ["Äb"], ["äb", "AB"]),
            ("[\\-a.]\\.", ["-.", "a.", ".."], ["b.", "-x"]),
            (".*", ["x y", ""], ["a\nb"]),
            ("([A-Z]|A\u{30B})*", ["A\u{30B}B", ""], ["\u{30B}"]),
            ("x{0}", [""], ["x"]),
            ("(a*)*b", ["b", "aab"], ["a"]),
        ] as [(String, [String], [String])])
    func matches(pattern: String, good: [String], bad: [String]) {
        let pattern = XMLPattern(pattern)
        for text in good { #expect(pattern.matches(text), "\(text)") }
        for text in bad { #expect(!pattern.matches(text), "\(text)") }
    }

    @Test("Unicode blocks are left to libxml2")
    func blocks() {
        let pattern = XMLPattern("\\p{IsGreek}+")
        #expect(pattern.matches("αβ") && !pattern.matches("ab"))
    }
}
