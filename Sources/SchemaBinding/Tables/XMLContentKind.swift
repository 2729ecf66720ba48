import XMLCore

/// What a content is made of, so that tables can read and write it without knowing its type.
public struct XMLContentKind: Sendable {
    enum Form: Sendable {
        /// A text that the run time turns into a value itself.
        case leaf(XMLLeaf, XMLFacets?)
        /// One of a list of texts.
        case enumeration(XMLEnumerationTable)
        /// A struct with a table.
        case complex(@Sendable () -> XMLTable)
        /// An enum with a table.
        case choice(@Sendable () -> XMLChoiceLayout)
        /// An enum of a type and those derived from it.
        case variants(@Sendable () -> XMLVariantLayout)
        /// Something that is kept elsewhere.
        case box(any XMLContent.Type)
        /// Whatever else: the type reads and writes itself.
        case general
    }

    let form: Form

    init(_ form: Form) { self.form = form }
}

/// The simple values that are read in place. Types that refine one have the same layout in memory.
enum XMLLeaf: UInt8, Sendable {
    case other, string, decimal, integer, base64, bool, int, double, enumeration
    case dateTime, date, time, year, yearMonth, monthDay, month, day
}

/// The texts of a generated enum with its values, found by their bytes.
final class XMLEnumerationTable: Sendable {
    // Never freed: tables live as long as the process.
    nonisolated(unsafe) let slots:
        UnsafeMutablePointer<(text: UnsafePointer<UInt8>, count: Int, value: UnsafeRawPointer)?>
    let mask: Int
    let size: Int
    /// The texts by the number of the value, for values of one byte.
    nonisolated(unsafe) let texts: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>?

    private init<T: XMLEnumeration>(_ type: T.Type) {
        let values = Array(T.allCases)
        var capacity = 4
        while capacity < values.count * 2 { capacity *= 2 }
        mask = capacity - 1
        size = MemoryLayout<T>.size
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: nil, count: capacity)
        let stored = UnsafeMutablePointer<T>.allocate(capacity: max(1, values.count))
        texts = size == 1 ? .allocate(capacity: 256) : nil
        texts?.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0), count: 256)
        for (index, value) in values.enumerated() {
            (stored + index).initialize(to: value)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: value.rawValue.utf8.count)
            _ = bytes.initialize(from: value.rawValue.utf8)
            let text = UnsafeBufferPointer(bytes)
            if let texts { texts[Int(UnsafeRawPointer(stored + index).load(as: UInt8.self))] = text }
            guard let base = text.baseAddress else { continue }
            var at = Self.hash(base, text.count) & mask
            while slots[at] != nil { at = (at + 1) & mask }
            slots[at] = (base, text.count, UnsafeRawPointer(stored + index))
        }
    }

    @inline(__always) private static func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var hash = UInt(count)
        for index in 0..<count { hash = hash &* 31 &+ UInt(text[index]) }
        return Int(truncatingIfNeeded: hash ^ (hash >> 7)) & Int.max
    }

    /// The value of a text, or nil when there is none.
    @inline(__always) func value(_ text: UnsafePointer<UInt8>, _ count: Int) -> UnsafeRawPointer? {
        guard count > 0 else { return nil }
        var at = Self.hash(text, count) & mask
        while let slot = slots[at] {
            if slot.count == count, memory(slot.text, equals: text, count) { return slot.value }
            at = (at + 1) & mask
        }
        return nil
    }

    /// The table of a type, made once; nil for enums that carry values.
    static func of<T: XMLEnumeration>(_ type: T.Type) -> XMLEnumerationTable? {
        guard _isPOD(T.self), T.allCases.count > 0 else { return nil }
        return known.find(ObjectIdentifier(type)) { XMLEnumerationTable(type) }
    }

    private static let known = XMLKnownTables<XMLEnumerationTable>()
}

/// Compares memory that is known not to be empty.
@inline(__always) func memory(_ left: UnsafePointer<UInt8>, equals right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index + 8 <= count {
        let one = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self)
        if one != UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self) { return false }
        index += 8
    }
    while index < count {
        if left[index] != right[index] { return false }
        index += 1
    }
    return true
}
