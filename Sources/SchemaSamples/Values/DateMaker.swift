import SchemaBinding
import SchemaModel

/// Makes dates, times and durations within bounds.
struct DateMaker {
    private let facets: Facets
    private let builtin: BuiltinType

    init(_ facets: Facets, _ builtin: BuiltinType) {
        self.facets = facets
        self.builtin = builtin
    }

    func make(_ random: inout SampleRandom) -> String? {
        // A bound itself is a value; for types whose order is partial the only one that is known to be.
        let inclusive = [facets.minInclusive, facets.maxInclusive].compactMap { $0 }
        if !inclusive.isEmpty, random.percent(10) { return random.pick(inclusive) }
        if !inclusive.isEmpty, [.duration, .time, .gMonth, .gDay, .gMonthDay].contains(builtin) {
            return random.pick(inclusive)
        }
        let zone = bounds.lazy.compactMap { Self.zone(of: $0) }.first ?? randomZone(&random)
        let (year, month, day) = date(&random)
        switch builtin {
        case .date: return Self.text(year, month, day) + zone
        case .dateTime: return Self.text(year, month, day) + "T" + time(&random) + zone
        case .time: return time(&random) + zone
        case .gYear: return Self.year(year) + zone
        case .gYearMonth: return Self.year(year) + "-" + Self.two(month) + zone
        case .gMonth: return "--" + Self.two(month) + zone
        case .gDay: return "---" + Self.two(day) + zone
        case .gMonthDay: return "--" + Self.two(month) + "-" + Self.two(min(day, 28)) + zone
        case .duration:
            return random.pick(["P1Y", "P6M", "P14D", "PT4H30M", "P1DT12H", "P1Y2M3DT4H5M6S", "PT0.5S", "P30D"])
        default: return nil
        }
    }

    private var bounds: [String] {
        [facets.minInclusive, facets.minExclusive, facets.maxInclusive, facets.maxExclusive].compactMap { $0 }
    }

    private func randomZone(_ random: inout SampleRandom) -> String {
        random.percent(70) ? "" : random.pick(["Z", "+01:00", "+02:00"]) ?? ""
    }

    /// The zone at the end of a text, or "".
    private static func zone(of text: String) -> String {
        if text.hasSuffix("Z") { return "Z" }
        let end = text.suffix(6)
        let isZone = end.count == 6 && (end.first == "+" || end.first == "-") && end.dropFirst(3).first == ":"
        return isZone ? String(end) : ""
    }

    private func date(_ random: inout SampleRandom) -> (Int, Int, Int) {
        let first = (facets.minInclusive ?? facets.minExclusive).flatMap { Self.parts($0) }
        let last = (facets.maxInclusive ?? facets.maxExclusive).flatMap { Self.parts($0) }
        let years: ClosedRange<Int>
        switch (first?.year, last?.year) {
        case (let low?, let high?): years = low...max(low, high)
        case (let low?, nil): years = low...(low + 60)
        case (nil, let high?): years = max(1, high - 60)...max(1, high)
        default: years = 1950...2035
        }
        let year = max(1, random.number(in: years))
        let month = random.number(in: 1...12)
        let day = random.number(in: 1...Self.days(year, month))
        return (year, month, day)
    }

    private static func parts(_ text: String) -> XSDTemporalParts? {
        XSDDate(xmlText: text)?.parts ?? XSDDateTime(xmlText: text)?.parts ?? XSDYearMonth(xmlText: text)?.parts
            ?? XSDYear(xmlText: text)?.parts
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        (28...31).last { XSDDate(year: year, month: month, day: $0) != nil } ?? 28
    }

    private func time(_ random: inout SampleRandom) -> String {
        let text = [random.below(24), random.below(60), random.below(60)].map { Self.two($0) }.joined(separator: ":")
        guard random.percent(30) else { return text }
        return text + "." + (random.percent(50) ? "\(random.number(in: 1...9))" : "\(random.number(in: 100...999))")
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        Self.year(year) + "-" + two(month) + "-" + two(day)
    }

    private static func year(_ year: Int) -> String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
