/// How many municipalities come first, how many next, and so on: `1,10,rest`.
public struct RolloutWaves: Sendable, Hashable, CustomStringConvertible {
    /// How many municipalities the first waves have. What is left over after them comes in one more wave.
    public let sizes: [Int]

    /// All in one wave.
    public static let together = RolloutWaves(checked: [])

    private init(checked sizes: [Int]) { self.sizes = sizes }

    /// Waves of these sizes, and one for the rest. Nil when a size is below 1.
    public init?(sizes: [Int]) {
        guard sizes.allSatisfy({ $0 > 0 }) else { return nil }
        self.init(checked: sizes)
    }

    /// Waves from their text: numbers above 0 with commas between, `rest` at the end or left out. Nil for anything else.
    public init?(_ text: String) {
        var words = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
        if words.last == "rest" { words.removeLast() }
        let numbers = words.compactMap { Int($0) }
        guard !text.isEmpty, numbers.count == words.count else { return nil }
        self.init(sizes: numbers)
    }

    /// The text of the waves: `1,10,rest`.
    public var description: String { (sizes.map(String.init) + ["rest"]).joined(separator: ",") }

    /// The wave of the municipality at a position, both counted from 1 and 0.
    public func wave(at position: Int) -> Int {
        var end = 0
        for (index, size) in sizes.enumerated() {
            let (sum, isTooLarge) = end.addingReportingOverflow(size)
            if isTooLarge || position < sum { return index + 1 }
            end = sum
        }
        return sizes.count + 1
    }
}
