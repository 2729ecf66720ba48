/// Memory that is taken and given back in the order of a stack.
struct XMLScratchPool {
    private let base: UnsafeMutableRawPointer
    private var used = 0
    private static let capacity = 1 << 18

    init() { base = .allocate(byteCount: Self.capacity, alignment: 16) }

    func free() { base.deallocate() }

    /// Some memory, or nil when there is not as much.
    @inline(__always) mutating func take(_ size: Int) -> UnsafeMutableRawPointer? {
        let rounded = (size + 15) & ~15
        guard used + rounded <= Self.capacity else { return nil }
        defer { used += rounded }
        return base + used
    }

    /// Makes what was taken last larger where it lies; false when there is no room, or it was not the last.
    mutating func extend(_ last: UnsafeMutableRawPointer, from size: Int, to larger: Int) -> Bool {
        let begin = last - base
        let end = begin + ((larger + 15) & ~15)
        guard begin + ((size + 15) & ~15) == used, end <= Self.capacity else { return false }
        used = end
        return true
    }

    @inline(__always) var mark: Int {
        get { used }
        set { used = newValue }
    }
}

/// The items of an array while they are read. They lie in the pool as long as they are few; many lie in several pieces, so
/// that they are moved once only, into the array.
struct XMLItemBuilder {
    /// Items that lie together.
    typealias Piece = (items: UnsafeMutableRawPointer, count: Int)

    /// A piece that is full, and those before it.
    private struct Filled {
        let previous: UnsafeMutablePointer<Filled>?
        let piece: Piece
        let isOwned: Bool
    }

    /// The piece that is being filled.
    private(set) var items: UnsafeMutableRawPointer?
    /// Of the items in that piece.
    var count = 0
    private var capacity = 0
    private var mark = 0
    private var isOwned = false
    private var filled: UnsafeMutablePointer<Filled>?

    private static let largestPiece = 1 << 16
    private static let largestInPool = 1 << 14

    /// Whether all items lie together.
    var isOnePiece: Bool { @inline(__always) get { filled == nil } }

    /// A place for one more item, which counts as soon as it is read.
    @inline(__always)
    mutating func place(_ stride: Int, _ pool: inout XMLScratchPool) -> UnsafeMutableRawPointer {
        if let items, count < capacity { return items + count * stride }
        return grow(stride, &pool)
    }

    private mutating func grow(_ stride: Int, _ pool: inout XMLScratchPool) -> UnsafeMutableRawPointer {
        if let items {
            let size = stride * capacity
            if !isOwned, size * 2 <= Self.largestInPool, pool.extend(items, from: size, to: size * 2) {
                capacity *= 2
                return items + count * stride
            }
            let record = UnsafeMutablePointer<Filled>.allocate(capacity: 1)
            record.initialize(to: Filled(previous: filled, piece: (items, count), isOwned: isOwned))
            filled = record
            count = 0
            if size < Self.largestPiece { capacity *= 2 }
        } else {
            mark = pool.mark
            capacity = stride > 1024 ? 1 : 4
            if let place = pool.take(stride * capacity) {
                items = place
                return place
            }
        }
        let piece = UnsafeMutableRawPointer.allocate(byteCount: max(16, stride * capacity), alignment: 16)
        isOwned = true
        items = piece
        return piece
    }

    /// All pieces that have items, in their order.
    func pieces() -> [Piece] {
        var result: [Piece] = []
        if let items, count > 0 { result.append((items, count)) }
        var next = filled
        while let record = next {
            result.append(record.pointee.piece)
            next = record.pointee.previous
        }
        return result.reversed()
    }

    /// Gives the memory back; the items have been moved away.
    @inline(__always) mutating func end(_ pool: inout XMLScratchPool) {
        guard capacity > 0 else { return }
        if isOwned || filled != nil { free() }
        pool.mark = mark
        self = XMLItemBuilder()
    }

    @inline(never) private func free() {
        if isOwned, let items { items.deallocate() }
        var next = filled
        while let record = next {
            if record.pointee.isOwned { record.pointee.piece.items.deallocate() }
            next = record.pointee.previous
            record.deallocate()
        }
    }
}
