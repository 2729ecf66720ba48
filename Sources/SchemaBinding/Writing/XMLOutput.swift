import CXMLEvents
import Foundation

/// The bytes of a document while it is written, and the tags that it is written with.
struct XMLOutput {
    private var buffer: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 1 << 16
    /// A start tag is open: its `>` is not written yet.
    var isOpen = false
    var isInAttribute = false
    /// For each number of a name: its tag as written, where it was needed.
    private(set) var tags: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
    private(set) var tagCount = 256

    init() {
        guard let memory = malloc(capacity) else { fatalError("no memory") }
        buffer = memory.assumingMemoryBound(to: UInt8.self)
        tags = .allocate(capacity: tagCount)
        tags.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0), count: tagCount)
    }

    func free() {
        Foundation.free(buffer)
        for index in 0..<tagCount { tags[index].deallocate() }
        tags.deallocate()
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer, count: count) }

    /// How much is written; what comes behind it can be taken back.
    var mark: Int {
        get { count }
        set { count = newValue }
    }

    func text(from start: Int) -> String {
        let skipped = !isInAttribute && start < count && buffer[start] == 0x3E ? 1 : 0
        return String(
            decoding: UnsafeBufferPointer(start: buffer + start + skipped, count: count - start - skipped),
            as: UTF8.self)
    }

    // MARK: Bytes

    @inline(__always) private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never) private mutating func grow(_ more: Int) {
        while capacity < count + more { capacity *= 2 }
        guard let memory = realloc(buffer, capacity) else { fatalError("no memory") }
        buffer = memory.assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always) mutating func put(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    @inline(__always) mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        reserve(bytes.count)
        (buffer + count).update(from: base, count: bytes.count)
        count += bytes.count
    }

    /// Text in which nothing is to be escaped.
    @inline(__always) mutating func plain(_ text: StaticString) {
        closeStartInElement()
        text.withUTF8Buffer { put($0) }
    }

    // MARK: Tags

    mutating func keepTag(_ index: Int, _ text: String) -> UnsafeBufferPointer<UInt8> {
        if index >= tagCount {
            let larger = max(index + 1, tagCount * 2)
            let moved = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: larger)
            moved.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0), count: larger)
            moved.update(from: tags, count: tagCount)
            tags.deallocate()
            tags = moved
            tagCount = larger
        }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
        tags[index] = UnsafeBufferPointer(bytes)
        return tags[index]
    }

    @inline(__always) mutating func closeStart() {
        if isOpen {
            isOpen = false
            put(0x3E)
        }
    }

    @inline(__always) private mutating func closeStartInElement() {
        if !isInAttribute { closeStart() }
    }

    /// Begins a start tag.
    @inline(__always) mutating func open(_ tag: UnsafeBufferPointer<UInt8>) {
        guard let base = tag.baseAddress else { return }
        reserve(tag.count + 2)
        var at = buffer + count
        if isOpen {
            at[0] = 0x3E
            at += 1
        }
        at[0] = 0x3C
        (at + 1).update(from: base, count: tag.count)
        count = at - buffer + tag.count + 1
        isOpen = true
    }

    /// Ends the element.
    @inline(__always) mutating func close(_ tag: UnsafeBufferPointer<UInt8>) {
        guard let base = tag.baseAddress else { return }
        reserve(tag.count + 3)
        let at = buffer + count
        if isOpen {
            isOpen = false
            at[0] = 0x2F
            at[1] = 0x3E
            count += 2
            return
        }
        at[0] = 0x3C
        at[1] = 0x2F
        (at + 2).update(from: base, count: tag.count)
        at[tag.count + 2] = 0x3E
        count += tag.count + 3
    }

    mutating func openAttribute(_ tag: UnsafeBufferPointer<UInt8>) {
        put(0x20)
        put(tag)
        put(0x3D)
        put(0x22)
        isInAttribute = true
    }

    mutating func closeAttribute() {
        isInAttribute = false
        put(0x22)
    }

    // MARK: Text

    /// Escapes as Canonical XML does (2.3). False for characters that XML does not allow, which are left away.
    @inline(__always)
    mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) -> Bool {
        guard let base = text.baseAddress else { return true }
        reserve(text.count)
        let plain = xev_copy_plain(buffer + count, base, text.count)
        count += plain
        if plain == text.count { return true }
        return escapeSlowly(base + plain, text.count - plain, inAttribute)
    }

    @inline(never)
    private mutating func escapeSlowly(_ base: UnsafePointer<UInt8>, _ length: Int, _ inAttribute: Bool) -> Bool {
        var isFine = true
        var start = 0
        for index in 0..<length {
            let byte = base[index]
            // All bytes that need a closer look are below 0x40 or begin U+FFFE and U+FFFF.
            if byte >= 0x3F, byte != 0xEF { continue }
            let replacement: StaticString
            switch byte {
            case 0x26: replacement = "&amp;"
            case 0x3C: replacement = "&lt;"
            case 0x3E where !inAttribute: replacement = "&gt;"
            case 0x22 where inAttribute: replacement = "&quot;"
            case 0x0D: replacement = "&#xD;"
            case 0x09 where inAttribute: replacement = "&#x9;"
            case 0x0A where inAttribute: replacement = "&#xA;"
            case 0x09, 0x0A: continue
            case 0..<0x20:
                isFine = false
                continue
            case 0xEF:
                if index + 2 < length, base[index + 1] == 0xBF, base[index + 2] >= 0xBE { isFine = false }
                continue
            default: continue
            }
            put(UnsafeBufferPointer(start: base + start, count: index - start))
            replacement.withUTF8Buffer { put($0) }
            start = index + 1
        }
        put(UnsafeBufferPointer(start: base + start, count: length - start))
        return isFine
    }

    // MARK: Numbers and dates

    mutating func integer(_ value: Int) {
        closeStartInElement()
        reserve(20)
        var magnitude = value.magnitude
        if value < 0 { put(0x2D) }
        let start = count
        repeat {
            buffer[count] = UInt8(truncatingIfNeeded: 0x30 + magnitude % 10)
            count += 1
            magnitude /= 10
        } while magnitude > 0
        var digits = UnsafeMutableBufferPointer(start: buffer + start, count: count - start)
        digits.reverse()
    }

    @inline(__always) private mutating func two(_ value: Int) {
        put(UInt8(truncatingIfNeeded: 0x30 + value / 10))
        put(UInt8(truncatingIfNeeded: 0x30 + value % 10))
    }

    mutating func date(_ parts: XSDTemporalParts, hasTime: Bool) {
        closeStartInElement()
        guard (1...9999).contains(parts.year), parts.fraction.isEmpty, parts.zone == nil || parts.zone == .utc else {
            let text = Array(XSDScanner.text(parts, hasTime ? "YMDT" : "YMD").utf8)
            text.withUnsafeBufferPointer { put($0) }
            return
        }
        two(parts.year / 100)
        two(parts.year % 100)
        put(0x2D)
        two(parts.month)
        put(0x2D)
        two(parts.day)
        if hasTime {
            put(0x54)
            two(parts.hour)
            put(0x3A)
            two(parts.minute)
            put(0x3A)
            two(parts.second)
        }
        if parts.zone != nil { put(0x5A) }
    }
}
