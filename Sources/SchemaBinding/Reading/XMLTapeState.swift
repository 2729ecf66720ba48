import CXMLEvents

/// Where a decoder stands on its tape.
struct XMLTapeState {
    var cursor = 0
    var complete = 0
    var events: UnsafePointer<xev_event>
    var arena: UnsafePointer<UInt8>
    /// For each name token of the tape: the number of the name in the tables, 0 when no table knows it.
    var ids: UnsafeMutablePointer<Int32>
    private var idCount = 64
    var line: UInt32 = 1
    var column: UInt32 = 1
    /// Where the start tag of the element lies whose content is being read.
    var parentLine: UInt32 = 1
    var parentColumn: UInt32 = 1
    var isToken = false
    /// The prefixes in force, outermost first.
    var namespaces = XMLPrefixStack()
    /// Memory for the items of arrays until their number is known.
    var pool = XMLScratchPool()

    // Stand in until the first piece has been read; never looked at.
    nonisolated(unsafe) private static let noEvents = UnsafePointer(
        UnsafeMutablePointer<xev_event>.allocate(capacity: 1))
    nonisolated(unsafe) private static let noBytes = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    init() {
        events = Self.noEvents
        arena = Self.noBytes
        ids = .allocate(capacity: idCount)
        ids.initialize(repeating: 0, count: idCount)
    }

    /// What is missing at an end tag is missing in the element, whose place is that of its start tag.
    mutating func pointToParent() {
        line = parentLine
        column = parentColumn
    }

    func free() {
        ids.deallocate()
        namespaces.free()
        pool.free()
    }

    /// Makes room for the numbers of names, which are not known yet.
    mutating func reserveNames(_ count: Int) {
        guard count > idCount else { return }
        let larger = UnsafeMutablePointer<Int32>.allocate(capacity: count * 2)
        larger.initialize(repeating: 0, count: count * 2)
        larger.update(from: ids, count: idCount)
        ids.deallocate()
        ids = larger
        idCount = count * 2
    }
}

/// Declarations of prefixes by the numbers that their strings have on the tape.
struct XMLPrefixStack {
    private var items: UnsafeMutablePointer<(prefix: UInt32, uri: UInt32)>
    private var capacity = 16
    private(set) var count = 0

    init() { items = .allocate(capacity: capacity) }

    func free() { items.deallocate() }

    mutating func append(prefix: UInt32, uri: UInt32) {
        if count == capacity {
            let larger = UnsafeMutablePointer<(prefix: UInt32, uri: UInt32)>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: items, count: count)
            items.deallocate()
            items = larger
            capacity *= 2
        }
        (items + count).initialize(to: (prefix, uri))
        count += 1
    }

    /// Takes back what was declared since there were as many.
    @inline(__always) mutating func shrink(to mark: Int) { count = mark }

    /// The declarations as they are now.
    var all: UnsafeBufferPointer<(prefix: UInt32, uri: UInt32)> { UnsafeBufferPointer(start: items, count: count) }
}
