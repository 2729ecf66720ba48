import CXMLEvents

/// The facets of a type, as reading looks at them: plain memory without references to count. The facets own it.
struct XMLQuickTest {
    /// The whole numbers without a sign that break no bound; nil where bounds are other than that.
    let range: ClosedRange<Int>?
    let hasBounds: Bool
    let collapses: Bool
    let hasLengths: Bool
    let minLength: Int
    let maxLength: Int
    /// The pattern, when there is one only.
    let only: XSDStateTables?
    /// Whoever knows the patterns, when there are more.
    let patterns: Unmanaged<XMLFacets>?

    /// Whether a text fits, as far as it can be told without making a value; false when it cannot.
    @inline(never)
    static func accepts(
        _ test: UnsafePointer<XMLQuickTest>, _ text: UnsafeBufferPointer<UInt8>, ofString isString: Bool
    ) -> Bool {
        if test.pointee.hasBounds {
            guard let range = test.pointee.range, let value = smallInteger(text), range.contains(value) else {
                return false
            }
        }
        if isString {
            if test.pointee.collapses, let first = text.first, let last = text.last,
                XMLWhiteSpace.isBlank(first) || XMLWhiteSpace.isBlank(last)
            {
                return false
            }
            if test.pointee.hasLengths {
                let count = xev_count_characters(text.baseAddress, text.count)
                if count < test.pointee.minLength || count > test.pointee.maxLength { return false }
            }
        } else if test.pointee.hasLengths {
            return false
        }
        if let only = test.pointee.only { return only.matches(text) }
        if let patterns = test.pointee.patterns { return patterns._withUnsafeGuaranteedRef { $0.meetsPatterns(text) } }
        return true
    }

    /// A number of a few digits; nil for all else.
    @inline(__always) private static func smallInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count > 0, text.count <= 15 else { return nil }
        var value = 0
        for byte in text {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }
}
