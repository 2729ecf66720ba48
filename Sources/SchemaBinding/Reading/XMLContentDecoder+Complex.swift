import CXMLEvents
import Findings
import XMLCore

/// The walk over a document along the tables. What it looks at is plain memory; where it meets what is rare (fixed values,
/// white space to collapse, text in pieces), it goes the long way of `XMLContentDecoder+Text`.
extension XMLContentDecoder {
    typealias Layout = UnsafePointer<XMLLayout>
    typealias Slot = UnsafeMutablePointer<XMLSlot>

    /// Reads a struct by its table: an element from its start tag to its end, or a group.
    func decodeComplex(_ layout: Layout, into base: UnsafeMutableRawPointer) throws {
        base.copyMemory(from: layout.pointee.image, byteCount: layout.pointee.size)
        if layout.pointee.isGroup { return try decodeSequence(layout, into: base, attributes: 0) }
        let start = events + cursor
        if layout.pointee.hasRestrictions, start.pointee.c & 0xFFFF != 0, try decodeNarrowed(layout, into: base) {
            return
        }
        let tagLine = start.pointee.b
        let tagColumn = start.pointee.head >> 8
        state.pointee.line = tagLine
        state.pointee.column = tagColumn
        let outerLine = state.pointee.parentLine
        let outerColumn = state.pointee.parentColumn
        state.pointee.parentLine = tagLine
        state.pointee.parentColumn = tagColumn
        let numbers = start.pointee.c
        if numbers == 0, layout.pointee.attributeCount == 0, layout.pointee.content == .sequence {
            cursor += 1
            try decodeSequence(layout, into: base, attributes: 0)
            try expectEnd()
            state.pointee.parentLine = outerLine
            state.pointee.parentColumn = outerColumn
            return
        }
        let attributeCount = Int(numbers & 0xFFFF)
        let declarationCount = Int(numbers >> 16)
        let mark = state.pointee.namespaces.count
        let first = cursor + 1
        cursor = first + attributeCount + declarationCount
        if declarationCount > 0 { declare(first + attributeCount, declarationCount) }
        var attributes: UInt64 = 0
        if attributeCount > 0 || layout.pointee.attributeCount > 0 {
            try decodeAttributes(layout, into: base, first, attributeCount, &attributes)
        }
        switch layout.pointee.content {
        case .sequence:
            try decodeSequence(layout, into: base, attributes: attributes)
            try expectEnd()
        case .value: try decodeSimpleContent(layout, into: base, attributes)
        case .empty, .mixed, .all: try decodeRareContent(layout, into: base, attributes, (tagLine, tagColumn))
        }
        state.pointee.parentLine = outerLine
        state.pointee.parentColumn = outerColumn
        if declarationCount > 0 { state.pointee.namespaces.shrink(to: mark) }
    }

    @inline(never)
    private func decodeRareContent(
        _ layout: Layout, into base: UnsafeMutableRawPointer, _ attributes: UInt64,
        _ place: (line: UInt32, column: UInt32)
    ) throws {
        switch layout.pointee.content {
        case .all: try decodeAll(layout, into: base, attributes)
        case .mixed:
            let offset = layout.pointee.slots[layout.pointee.attributeCount].offset
            try cleaning(layout, base, attributes, layout.pointee.count) {
                let content = XMLMixedContent(try nodes())
                if let elements = layout.pointee.field(layout.pointee.attributeCount).elements {
                    try checkMixed(content.nodes, elements, place)
                }
                (base + offset).assumingMemoryBound(to: XMLMixedContent.self).pointee = content
            }
        default: try cleaning(layout, base, attributes, layout.pointee.count) { try expectNothing() }
        }
    }

    /// Reads one item from the start tag, or the first element, before the decoder.
    @inline(__always)
    private func decodeItem(_ slot: Slot, into item: UnsafeMutableRawPointer) throws {
        if slot.pointee.isPlain {
            switch slot.pointee.shape {
            case .leaf:
                if decodeLeafElement(slot, into: item) { return }
            case .complex: return try decodeComplex(XMLSlot.layout(slot), into: item)
            case .choice: return try decodeChoice(slot, into: item)
            case .box: return try decodeBox(slot, into: item)
            case .variants:
                return try XMLSlot.variants(slot)._withUnsafeGuaranteedRef { try decodeVariants($0, into: item) }
            case .general: break
            }
        }
        try decodeItemSlowly(slot, into: item)
    }

    @inline(never)
    private func decodeItemSlowly(_ slot: Slot, into item: UnsafeMutableRawPointer) throws {
        isToken = slot.pointee.isToken
        let codec = slot.pointee.codec.takeUnretainedValue()
        if !slot.pointee.isPlain {
            let field = slot.pointee.field.takeUnretainedValue()
            rules = Rules(fixed: field.fixed, defaultValue: field.defaultValue, hasSpellings: codec.hasSpellings)
        }
        try codec.decodeItem(self, into: item)
    }

    @inline(never)
    private func decodeBox(_ slot: Slot, into item: UnsafeMutableRawPointer) throws {
        let layout = XMLSlot.layout(slot)
        if layout.pointee.canStandAlone, decodeContentAlone(layout.pointee.contentSlot, into: item) { return }
        // Without counting references: one is enough until the box is in its place.
        let box = Unmanaged.passRetained(XMLBox.make(size: layout.pointee.size))
        // Until it is filled, the box does not know that there is something to destroy.
        do {
            try decodeComplex(layout, into: box._withUnsafeGuaranteedRef { $0.memory })
        } catch {
            box.release()
            throw error
        }
        let codec = slot.pointee.codec
        box._withUnsafeGuaranteedRef { box in
            box.kept = codec._withUnsafeGuaranteedRef { $0.boxed }
        }
        item.assumingMemoryBound(to: Unmanaged<XMLBox>.self).initialize(to: box)
    }

    /// Reads an element with simple content and nothing else into a box that keeps no more than that; false when there is more.
    @inline(__always)
    private func decodeContentAlone(_ content: Slot, into item: UnsafeMutableRawPointer) -> Bool {
        guard state.pointee.events[state.pointee.cursor].c == 0 else { return false }
        let box = Unmanaged.passRetained(XMLBox.make(size: content.pointee.size))
        guard decodeLeafElement(content, into: box._withUnsafeGuaranteedRef({ $0.memory })) else {
            box.release()
            return false
        }
        let codec = content.pointee.codec
        box._withUnsafeGuaranteedRef { box in
            box.kept = codec._withUnsafeGuaranteedRef { $0.content }
        }
        item.assumingMemoryBound(to: Unmanaged<XMLBox>.self).initialize(to: box)
        return true
    }

    @inline(never)
    private func decodeChoice(_ slot: Slot, into item: UnsafeMutableRawPointer) throws {
        try XMLSlot.choice(slot)._withUnsafeGuaranteedRef { try decodeChoice($0, into: item) }
    }

    /// Reads the alternative that the next element begins.
    func decodeChoice(_ choice: XMLChoiceLayout, into target: UnsafeMutableRawPointer) throws {
        let id = try peek()
        var found = choice.index(of: id)
        if found < 0 {
            guard let other = choice.alternatives.firstIndex(where: { accepts($0.field, id) }) else {
                throw unexpected(expected: choice.alternatives.map(\.field.name))
            }
            found = other
        }
        let alternative = choice.pointers[found]
        let size = alternative._withUnsafeGuaranteedRef { $0.size }
        let layout = alternative._withUnsafeGuaranteedRef { $0.layout }
        var builder = XMLItemBuilder()
        let place = builder.place(max(1, size), &state.pointee.pool)
        defer { builder.end(&state.pointee.pool) }
        place.copyMemory(from: layout.pointee.image, byteCount: size)
        try decodeSequence(layout, into: place, attributes: 0)
        alternative._withUnsafeGuaranteedRef { $0.inject(place, into: target) }
    }

    /// Reads the type that `xsi:type` names, or the declared one.
    @inline(never)
    func decodeVariants(_ variants: XMLVariantLayout, into target: UnsafeMutableRawPointer) throws {
        var variant = variants.declared
        if state.pointee.events[cursor].c & 0xFFFF != 0 || variant == nil { variant = try self.variant(of: variants) }
        guard let variant else { return }
        let size = variant._withUnsafeGuaranteedRef { $0.size }
        var builder = XMLItemBuilder()
        let place = builder.place(max(1, size), &state.pointee.pool)
        defer { builder.end(&state.pointee.pool) }
        try variant._withUnsafeGuaranteedRef {
            try $0.decode(self, into: place)
            $0.inject(place, into: target)
        }
    }

    private func variant(of variants: XMLVariantLayout) throws -> Unmanaged<XMLVariant> {
        let type = schemaType()
        if let found = variants.variant(type) {
            return Unmanaged.passUnretained(found)
        }
        let names = variants.variants.map(\.type.local).joined(separator: ", ")
        let text = type?.local ?? ""
        throw error(
            .unknownType, de: "Der Typ „\(text)“ (xsi:type) ist hier nicht vorgesehen.",
            en: "The type “\(text)” (xsi:type) is not provided for here.",
            hint: .init(de: "Erwartet: \(names)", en: "Expected: \(names)"))
    }

    private func decodeSimpleContent(
        _ layout: Layout, into base: UnsafeMutableRawPointer, _ attributes: UInt64
    ) throws {
        let index = layout.pointee.attributeCount
        let slot = layout.pointee.slots + index
        let target = base + slot.pointee.offset
        let start = state.pointee.cursor
        if let text = shortText() {
            if decodeLeaf(slot, text, into: target) { return }
            // Not a value for the short way: the long one begins at the same place.
            state.pointee.cursor = start
        }
        try cleaning(layout, base, attributes, index) {
            let field = layout.pointee.field(index)
            try withText { try decodeValue(field, $0, into: target) }
        }
    }

    /// The text before the decoder, when it and the end tag behind it lie on the tape. Both are passed over.
    @inline(__always)
    private func shortText() -> UnsafeBufferPointer<UInt8>? {
        let at = state.pointee.cursor
        guard at < state.pointee.complete else { return nil }
        let event = state.pointee.events + at
        let kind = event.pointee.head & 0xFF
        if kind == XEV_END.rawValue {
            state.pointee.cursor = at + 1
            return UnsafeBufferPointer(start: state.pointee.arena, count: 0)
        }
        guard kind == XEV_TEXT.rawValue, at + 1 < state.pointee.complete,
            event[1].head & 0xFF == XEV_END.rawValue
        else { return nil }
        state.pointee.cursor = at + 2
        return UnsafeBufferPointer(start: state.pointee.arena + Int(event.pointee.a), count: Int(event.pointee.b))
    }

    /// Reads an element with nothing but text; false when it takes the long way.
    @inline(__always)
    private func decodeLeafElement(_ slot: Slot, into item: UnsafeMutableRawPointer) -> Bool {
        let at = state.pointee.cursor
        let event = state.pointee.events + at
        guard event.pointee.c == 0, at + 2 < state.pointee.complete else { return false }
        let text: UnsafeBufferPointer<UInt8>
        let length: Int
        if event[1].head & 0xFF == XEV_TEXT.rawValue, event[2].head & 0xFF == XEV_END.rawValue {
            text = UnsafeBufferPointer(start: state.pointee.arena + Int(event[1].a), count: Int(event[1].b))
            length = 3
        } else if event[1].head & 0xFF == XEV_END.rawValue {
            text = UnsafeBufferPointer(start: state.pointee.arena, count: 0)
            length = 2
        } else {
            return false
        }
        guard decodeLeaf(slot, text, into: item) else { return false }
        state.pointee.cursor = at + length
        return true
    }

    // MARK: Sequences

    /// Reads the fields of content in their order. Initialises what the attributes have left, or nothing when it throws.
    private func decodeSequence(
        _ layout: Layout, into base: UnsafeMutableRawPointer, attributes: UInt64
    ) throws {
        let slots = layout.pointee.slots
        let end = layout.pointee.count
        var index = layout.pointee.attributeCount
        var count: Int32 = 0
        var builder = XMLItemBuilder()
        var isBroken = false
        do {
            var required = index < end ? Int(slots[index].nextRequired) : end
            while true {
                let id = try peek()
                if id == Self.end { break }
                var next = index
                // An unknown name has the number 0, and so has a field without a name of its own.
                if index == end || id == 0 || slots[index].nameID != id || count >= slots[index].maximum {
                    next = find(id, layout, index, count)
                    if next < 0 {
                        if layout.pointee.isGroup, !(isLenient && id == 0) { break }
                        try skipUnknown(layout, index, count, id)
                        continue
                    }
                }
                if next != index {
                    if count < slots[index].minimum || required < next { throw missing(layout, index, count, next) }
                    if builder.count > 0 { takeItems(slots + index, base, &builder) }
                    index = next
                    count = 0
                    required = Int(slots[index].nextRequired)
                }
                let slot = slots + index
                switch slot.pointee.holder {
                case .many:
                    let place = builder.place(slot.pointee.stride, &state.pointee.pool)
                    try decodeItem(slot, into: place)
                    builder.count += 1
                case .optional:
                    isBroken = true
                    let target = base + slot.pointee.offset
                    try decodeItem(slot, into: target)
                    if slot.pointee.isTagged { slot.pointee.codec._withUnsafeGuaranteedRef { $0.tag(target) } }
                    isBroken = false
                case .one:
                    isBroken = true
                    try decodeItem(slot, into: base + slot.pointee.offset)
                    isBroken = false
                }
                count += 1
            }
            if index < end {
                if count < slots[index].minimum || required < end {
                    pointToParentAtEnd()
                    throw missing(layout, index, count, end)
                }
                if builder.count > 0 { takeItems(slots + index, base, &builder) }
            }
        } catch {
            for piece in builder.pieces() {
                slots[index].codec.takeUnretainedValue().deinitializeItems(piece.items, piece.count)
            }
            builder.end(&state.pointee.pool)
            clean(
                layout, base, attributes, upTo: count > 0 && !isBroken ? index + 1 : index,
                without: isBroken ? index : -1)
            throw error
        }
    }

    @inline(never)
    private func takeItems(_ slot: Slot, _ base: UnsafeMutableRawPointer, _ builder: inout XMLItemBuilder) {
        guard let items = builder.items else { return }
        let count = builder.count
        let target = base + slot.pointee.offset
        if builder.isOnePiece {
            slot.pointee.codec._withUnsafeGuaranteedRef { $0.takeItems(items, count, into: target) }
        } else {
            let pieces = builder.pieces()
            slot.pointee.codec._withUnsafeGuaranteedRef { $0.takeItems(pieces, into: target) }
        }
        builder.end(&state.pointee.pool)
    }

    /// The field at or after an index that an element begins, or -1.
    @inline(__always)
    private func find(_ id: Int32, _ layout: Layout, _ index: Int, _ count: Int32) -> Int {
        let slots = layout.pointee.slots
        if id > 0, index + 1 < layout.pointee.count, slots[index + 1].nameID == id { return index + 1 }
        if !layout.pointee.hasDuplicates, id > 0 {
            let found = layout.pointee.index(of: id)
            if found > index || (found == index && found < layout.pointee.count && count < slots[found].maximum) {
                return found
            }
            if found >= 0 || !layout.pointee.hasWildcards { return -1 }
        }
        return findSlowly(id, layout, index, count)
    }

    @inline(never)
    private func findSlowly(_ id: Int32, _ layout: Layout, _ index: Int, _ count: Int32) -> Int {
        var next = index
        while next < layout.pointee.count {
            if next > index || count < layout.pointee.slots[next].maximum, accepts(layout.pointee.field(next), id) {
                return next
            }
            next += 1
        }
        return -1
    }

    // MARK: What was read before an error

    /// Releases the fields of a struct that are initialised: those that the image presets, the attributes that were met,
    /// and the fields before an index.
    func clean(
        _ layout: Layout, _ base: UnsafeMutableRawPointer, _ attributes: UInt64, upTo index: Int,
        without broken: Int = -1
    ) {
        for at in 0..<layout.pointee.count where at != broken {
            let slot = layout.pointee.slots + at
            let isThere =
                at < layout.pointee.attributeCount ? attributes & slot.pointee.bit != 0 : at < index
            if slot.pointee.isPreset || isThere {
                slot.pointee.codec.takeUnretainedValue().deinitialize(base + slot.pointee.offset)
            }
        }
    }

    private func cleaning(
        _ layout: Layout, _ base: UnsafeMutableRawPointer, _ attributes: UInt64, _ index: Int, _ body: () throws -> Void
    ) throws {
        do {
            try body()
        } catch {
            clean(layout, base, attributes, upTo: index, without: index < layout.pointee.count ? index : -1)
            throw error
        }
    }

    // MARK: Any order

    /// `xs:all`: elements may come in any order, each at most once.
    private func decodeAll(_ layout: Layout, into base: UnsafeMutableRawPointer, _ attributes: UInt64) throws {
        let first = layout.pointee.attributeCount
        let end = layout.pointee.count
        var done = Set<Int>()
        var broken = -1
        do {
            while true {
                let id = try peek()
                if id == Self.end { break }
                guard
                    let index = (first..<end).first(where: {
                        !done.contains($0) && accepts(layout.pointee.field($0), id)
                    })
                else {
                    let names = (first..<end).filter { !done.contains($0) }.map { layout.pointee.field($0).name }
                    let error = unexpected(expected: names)
                    guard isLenient else { throw error }
                    try passOver(error)
                    unknown.append(try readTree())
                    continue
                }
                let slot = layout.pointee.slots + index
                broken = index
                try decodeItem(slot, into: base + slot.pointee.offset)
                if slot.pointee.isTagged { slot.pointee.codec.takeUnretainedValue().tag(base + slot.pointee.offset) }
                broken = -1
                done.insert(index)
            }
            for index in first..<end where !done.contains(index) && layout.pointee.slots[index].minimum > 0 {
                pointToParentAtEnd()
                throw missing(layout.pointee.field(index), found: 0)
            }
        } catch {
            clean(layout, base, attributes, upTo: first, without: broken)
            for index in done where index != broken && !layout.pointee.slots[index].isPreset {
                let slot = layout.pointee.slots + index
                slot.pointee.codec.takeUnretainedValue().deinitialize(base + slot.pointee.offset)
            }
            throw error
        }
        cursor += 1
    }

    /// Content that is empty by its type has no white space either (XML Schema Part 1, 3.4.4, rule 2.1).
    private func expectNothing() throws {
        while try fill() {
            let event = events[cursor]
            switch event.head & 0xFF {
            case XEV_TEXT.rawValue, XEV_CDATA.rawValue:
                state.pointee.pointToParent()
                try passOver(
                    error(
                        .unexpectedText, de: "Das Element muss leer sein, auch ohne Leerraum.",
                        en: "The element must be empty, without white space."))
                cursor += 1
            case XEV_COMMENT.rawValue, XEV_PI.rawValue: cursor += 1
            default: return try expectEnd()
            }
        }
    }

    private func expectEnd() throws {
        // The walk has stopped at the end tag: whatever else there was is refused or kept by it.
        if try peek() == Self.end {
            cursor += 1
            return
        }
        while try peek() != Self.end {
            guard isLenient else { throw unexpected(expected: []) }
            try passOver(unexpected(expected: []))
            unknown.append(try readTree())
        }
        cursor += 1
    }

    // MARK: What is wrong

    /// What is missing before an end tag is missing in the element around.
    private func pointToParentAtEnd() {
        if events[cursor].head & 0xFF == XEV_END.rawValue { state.pointee.pointToParent() }
    }

    /// Which field is missing before another one.
    private func missing(_ layout: Layout, _ index: Int, _ count: Int32, _ next: Int) -> XMLBindingError {
        for at in index..<next {
            let found = at == index ? count : 0
            if found < layout.pointee.slots[at].minimum { return missing(layout.pointee.field(at), found: found) }
        }
        return missing(layout.pointee.field(index), found: count)
    }

    private func missing(_ field: XMLTable.Field, found: Int32) -> XMLBindingError {
        let names =
            field.kind == .element
            ? [field.name.local] : field.first.names.map { XMLNameRegistry.name($0).name.local }.sorted()
        let name = names.prefix(6).joined(separator: " | ")
        if found > 0 {
            return error(
                .missingElement, de: "Das Element „\(name)“ muss mindestens \(field.minimum)-mal vorkommen.",
                en: "The element “\(name)” must occur at least \(field.minimum) times.")
        }
        return error(
            .missingElement, de: "Das Element „\(name)“ fehlt.", en: "The element “\(name)” is missing.")
    }

    private func expected(_ layout: Layout, _ index: Int, _ count: Int32) -> [XMLName] {
        var names: [XMLName] = []
        for at in index..<max(index, layout.pointee.count) {
            let field = layout.pointee.field(at)
            let found = at == index ? count : 0
            if found < field.maximum {
                names +=
                    field.kind == .element ? [field.name] : field.first.names.map { XMLNameRegistry.name($0).name }
            }
            if field.minimum > found { break }
        }
        return names
    }

    /// An element that no field accepts here: kept by a lenient decoder when it is none of the table's.
    @inline(never)
    private func skipUnknown(_ layout: Layout, _ index: Int, _ count: Int32, _ id: Int32) throws {
        let error = unexpected(expected: expected(layout, index, count))
        guard isLenient, id == 0 || !layout.pointee.allFields.contains(where: { $0.first.names.contains(id) }) else {
            throw error
        }
        try passOver(error)
        unknown.append(try readTree())
    }
}
