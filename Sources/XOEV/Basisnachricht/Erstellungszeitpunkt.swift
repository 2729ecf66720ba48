import Findings
import Foundation

/// A moment with milliseconds and zone, as the XÖV basic message demands it (documentation of `erstellungszeitpunkt`).
public struct Erstellungszeitpunkt: Sendable, Hashable, CustomStringConvertible {
    /// As it stands in messages: `2026-01-02T03:04:05.678+01:00`.
    public let text: String

    /// A moment in a zone. The zone is always given: what is written never depends on the machine.
    public init(_ date: Date, in zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        // Whole milliseconds first, so that nothing is lost between the seconds and their fraction.
        let milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded())
        let whole = Date(timeIntervalSince1970: Double(milliseconds.floored(by: 1_000)))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: whole)
        let offset = zone.secondsFromGMT(for: whole) / 60
        func digits(_ number: Int?, _ count: Int) -> String {
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let day = "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
        let time = "\(digits(parts.hour, 2)):\(digits(parts.minute, 2)):\(digits(parts.second, 2))"
        let fraction = digits(milliseconds - milliseconds.floored(by: 1_000) * 1_000, 3)
        let sign = offset < 0 ? "-" : "+"
        let shown = offset == 0 ? "Z" : "\(sign)\(digits(abs(offset) / 60, 2)):\(digits(abs(offset) % 60, 2))"
        text = "\(day)T\(time).\(fraction)\(shown)"
    }

    /// A moment as a message has it, kept as it is; whether milliseconds and zone are there, the properties tell.
    public init(asWritten text: String) { self.text = text }

    /// Whether a zone is stated.
    public var hasZone: Bool {
        guard let time = text.split(separator: "T", maxSplits: 1).dropFirst().first else { return false }
        return time.hasSuffix("Z") || time.contains("+") || time.contains("-")
    }

    /// Whether milliseconds are stated.
    public var hasMilliseconds: Bool {
        guard let dot = text.firstIndex(of: ".") else { return false }
        return text[text.index(after: dot)...].prefix { $0.isASCIIDigit }.count >= 3
    }

    /// The text.
    public var description: String { text }
}

extension Int {
    /// The quotient rounded down.
    fileprivate func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
