import XMLCore

/// Simple values that are made from the bytes of the tape without a way over strings.
extension XMLContentDecoder {
    /// Makes a value in its place. False when it is wrong or not known here: the type itself is asked then.
    @inline(__always)
    func decodeLeaf(_ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawPointer) -> Bool {
        if slot.pointee.leaf == .string {
            if slot.pointee.isToken, !XMLWhiteSpace.isCollapsed(text) { return false }
            if let facets = slot.pointee.facets, !XMLQuickTest.accepts(facets, text, ofString: true) { return false }
            target.assumingMemoryBound(to: String.self).initialize(to: String(decoding: text, as: UTF8.self))
            return true
        }
        return decodeOther(slot, text, into: target)
    }

    @inline(never)
    private func decodeOther(
        _ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawPointer
    ) -> Bool {
        let text = XMLWhiteSpace.trimmed(text)
        guard let start = text.baseAddress, text.count > 0 else { return false }
        if let facets = slot.pointee.facets, !XMLQuickTest.accepts(facets, text, ofString: false) { return false }
        switch slot.pointee.leaf {
        case .enumeration:
            guard let table = slot.pointee.target else { return false }
            return Unmanaged<XMLEnumerationTable>.fromOpaque(table)._withUnsafeGuaranteedRef {
                guard let value = $0.value(start, text.count) else { return false }
                target.copyMemory(from: value, byteCount: $0.size)
                return true
            }
        case .decimal:
            guard XSDDecimal.isDecimal(text) else { return false }
            target.assumingMemoryBound(to: String.self).initialize(to: String(decoding: text, as: UTF8.self))
        case .integer:
            guard XSDInteger.isCanonical(text) else { return false }
            target.initializeMemory(as: String.self, to: String(decoding: text, as: UTF8.self))
        case .bool:
            guard let value = Self.boolean(text) else { return false }
            target.initializeMemory(as: Bool.self, to: value)
        case .int:
            guard let value = Self.integer(text) else { return false }
            target.initializeMemory(as: Int.self, to: value)
        case .dateTime: return temporal(text, "YMDT", into: target)
        case .date: return temporal(text, "YMD", into: target)
        case .time: return temporal(text, "T", into: target)
        case .year: return temporal(text, "Y", into: target)
        case .yearMonth: return temporal(text, "YM", into: target)
        case .monthDay: return temporal(text, "-MD", into: target)
        case .month: return temporal(text, "-M", into: target)
        case .day: return temporal(text, "--D", into: target)
        case .other, .string, .double, .base64: return false
        }
        return true
    }

    private func temporal(
        _ text: UnsafeBufferPointer<UInt8>, _ pattern: String, into target: UnsafeMutableRawPointer
    ) -> Bool {
        var scanner = XSDScanner(text)
        guard let parts = scanner.temporal(pattern) else { return false }
        target.initializeMemory(as: XSDTemporalParts.self, to: parts)
        return true
    }

    private static func boolean(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch (text.count, text[0]) {
        case (1, 0x31): true
        case (1, 0x30): false
        case (4, 0x74): text[1] == 0x72 && text[2] == 0x75 && text[3] == 0x65 ? true : nil
        case (5, 0x66):
            text[1] == 0x61 && text[2] == 0x6C && text[3] == 0x73 && text[4] == 0x65 ? false : nil
        default: nil
        }
    }

    private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = text[0] == 0x2D || text[0] == 0x2B ? 1 : 0
        // What is longer goes the long way, which knows the bounds.
        guard text.count > index, text.count - index <= 18 else { return nil }
        var value = 0
        while index < text.count {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
            index += 1
        }
        return text[0] == 0x2D ? -value : value
    }
}

extension XMLWhiteSpace {
    /// Without white space at both ends.
    @inline(__always)
    static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = text.count
        while start < end, isBlank(text[start]) { start += 1 }
        while end > start, isBlank(text[end - 1]) { end -= 1 }
        return start == 0 && end == text.count ? text : UnsafeBufferPointer(rebasing: text[start..<end])
    }
}
