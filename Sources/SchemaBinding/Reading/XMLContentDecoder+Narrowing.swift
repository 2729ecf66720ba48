import XMLCore

/// Content whose `xsi:type` names a type that restricts the declared one.
extension XMLContentDecoder {
    /// How the element before the cursor is read, when its `xsi:type` names such a type. A lenient decoder reads it as the
    /// declared type, which has room for all of it.
    func narrowing(_ layout: Layout) -> XMLNarrowing? {
        guard !isLenient, !isNarrowed, let type = namedType() else { return nil }
        return XMLNarrowing.find(type, in: layout)
    }

    /// Reads the element before the cursor; false, and nothing is read, when its `xsi:type` names no such type.
    @inline(never)
    func decodeNarrowed(_ layout: Layout, into base: UnsafeMutableRawPointer) throws -> Bool {
        switch narrowing(layout) {
        case nil: return false
        case .layout(let narrowed): try decodeComplex(narrowed.pointer, into: base)
        case .detour(let type): try detour(type, layout, into: base)
        }
        return true
    }

    private func detour<T: XMLComplex>(
        _ type: T.Type, _ layout: Layout, into base: UnsafeMutableRawPointer
    ) throws {
        let value: T = try XMLValueDecoder.content(self)
        let bytes = try XMLValueEncoder().encode(value, root: XMLName("x"), naming: T.xml.typeName)
        let inner = try XMLContentDecoder(.bytes(bytes), limits: limits, lenient: false)
        inner.isNarrowed = true
        guard try inner.advanceToStart() != nil else { return }
        try inner.decodeComplex(layout, into: base)
    }
}
