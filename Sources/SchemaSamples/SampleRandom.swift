/// Random numbers that a seed determines, the same on every machine and with every version of Swift (SplitMix64, Steele,
/// Lea and Flood 2014).
struct SampleRandom {
    private var state: UInt64

    /// Numbers for a seed and a text, such as the name of a message, so that two messages of one seed differ.
    init(seed: UInt64, salt: String) {
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in salt.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 to `bound` - 1; 0 for a bound below 1.
    mutating func below(_ bound: Int) -> Int {
        bound < 2 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of a range.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        let (width, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        if overflow || width == .max { return Int(truncatingIfNeeded: next() >> 2) + max(range.lowerBound, 0) }
        return range.lowerBound + below(width + 1)
    }

    /// Whether something happens that happens so many times in a hundred.
    mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

    /// One of several things; nil when there is none.
    mutating func pick<C: RandomAccessCollection>(_ items: C) -> C.Element? {
        items.isEmpty ? nil : items[items.index(items.startIndex, offsetBy: below(items.count))]
    }

    /// The things in another order.
    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var result = items
        for index in result.indices.dropLast() { result.swapAt(index, index + below(result.count - index)) }
        return result
    }
}
