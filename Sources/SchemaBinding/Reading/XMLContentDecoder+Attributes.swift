import CXMLEvents
import Findings
import XMLCore

extension XMLContentDecoder {
    /// Reads the attributes of a struct, which lie on the tape from `first` on. `seen` collects the bits of those that were met.
    func decodeAttributes(
        _ layout: Layout, into base: UnsafeMutableRawPointer, _ first: Int, _ count: Int, _ seen: inout UInt64
    ) throws {
        let slots = layout.pointee.slots
        let slotCount = layout.pointee.attributeCount
        var foreign = 0
        var broken = -1
        do {
            for at in first..<first + count {
                let event = events[at]
                let name = id(event.a)
                var index = 0
                while index < slotCount, slots[index].nameID != name { index += 1 }
                guard index < slotCount, name != 0 else {
                    foreign += 1
                    continue
                }
                let slot = slots + index
                let target = base + slot.pointee.offset
                broken = index
                let text = UnsafeBufferPointer(start: state.pointee.arena + Int(event.b), count: Int(event.c))
                if !decodeAttribute(slot, text, into: target) {
                    let field = layout.pointee.field(index)
                    // A type that names itself says nothing.
                    if !field.typeNames.isEmpty, try !isRestriction(event, field, layout) {
                        broken = -1
                        continue
                    }
                    try decodeValue(field, UnsafeRawBufferPointer(text), into: target)
                }
                if slot.pointee.isTagged { slot.pointee.codec._withUnsafeGuaranteedRef { $0.tag(target) } }
                broken = -1
                seen |= slot.pointee.bit
            }
            if seen != layout.pointee.requiredAttributes { throw missingAttribute(layout, seen) }
            if foreign > 0 { try decodeForeignAttributes(layout, into: base, first, count) }
        } catch {
            clean(layout, base, seen, upTo: slotCount, without: broken)
            throw error
        }
    }

    /// Checks the attributes of the start tag before the decoder, of an element whose value is left out (`xsi:nil`).
    func checkAttributes<T: XMLContent>(of type: T.Type) throws {
        let start = events[cursor]
        state.pointee.line = start.b
        state.pointee.column = start.head >> 8
        let count = Int(start.c & 0xFFFF)
        guard case .complex(let table) = XMLTable.form(of: type) else {
            for at in 0..<count { try checkForeign(events[cursor + 1 + at], nil) }
            return
        }
        let layout =
            switch narrowing(table().layout) {
            case nil: table().layout
            case .layout(let narrowed): narrowed.pointer
            case .detour(let type): type.xml.layout
            }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(16, layout.pointee.size), alignment: 16)
        defer { memory.deallocate() }
        memory.copyMemory(from: layout.pointee.image, byteCount: layout.pointee.size)
        var seen: UInt64 = 0
        let mark = state.pointee.namespaces.count
        declare(cursor + 1 + count, Int(start.c >> 16))
        defer { state.pointee.namespaces.shrink(to: mark) }
        try decodeAttributes(layout, into: memory, cursor + 1, count, &seen)
        clean(layout, memory, seen, upTo: layout.pointee.attributeCount)
    }

    @inline(__always)
    private func decodeAttribute(
        _ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawPointer
    ) -> Bool {
        if slot.pointee.isPlain { return decodeLeaf(slot, text, into: target) }
        // A fixed text need not be made anew.
        guard slot.pointee.leaf == .string, let fixed = slot.pointee.fixed,
            let wanted = slot.pointee.fixedText.baseAddress,
            let found = text.baseAddress, slot.pointee.fixedText.count == text.count,
            memory(found, equals: wanted, text.count)
        else { return false }
        target.initializeMemory(as: String.self, to: fixed.pointee)
        return true
    }

    @inline(never)
    private func decodeForeignAttributes(
        _ layout: Layout, into base: UnsafeMutableRawPointer, _ first: Int, _ count: Int
    ) throws {
        let fields = layout.pointee.allFields.prefix(layout.pointee.attributeCount)
        let holder = layout.pointee.foreignAttributes
        let wildcards = holder < 0 ? [] : fields[holder].first.wildcards
        let table = layout.pointee.fields.takeUnretainedValue()
        for at in first..<first + count {
            let event = events[at]
            let (name, prefix) = self.name(event.a)
            if fields.contains(where: { $0.kind == .attribute && $0.name == name }) { continue }
            if holder < 0 || name.namespace == XMLName.schemaInstanceNamespace
                || !wildcards.contains(where: { $0.accepts(name.namespace) })
            {
                try checkForeign(event, table.typeName)
                if holder < 0 || name.namespace == XMLName.schemaInstanceNamespace { continue }
            }
            let value = String(decoding: bytes(event.b, event.c), as: UTF8.self)
            (base + layout.pointee.slots[holder].offset).assumingMemoryBound(to: XMLForeignAttributes.self).pointee
                .attributes.append(XMLAttribute(name, prefix: prefix, value: value))
        }
    }

    /// Whether `xsi:type` names a type that restricts the one of the table; false for that type itself.
    private func isRestriction(_ event: xev_event, _ field: XMLTable.Field, _ layout: Layout) throws -> Bool {
        if let type = qName(bytes(event.b, event.c)), field.typeNames.contains(type) {
            typeIsHandled = false
            return true
        }
        try checkForeign(event, layout.pointee.fields.takeUnretainedValue().typeName)
        return false
    }

    /// Refuses an attribute that is neither of the table nor of the schema-instance namespace.
    func checkForeign(_ event: xev_event, _ typeName: XMLName?) throws {
        let name = self.name(event.a).name
        if name.namespace == XMLName.schemaInstanceNamespace {
            switch name.local {
            case "schemaLocation", "noNamespaceSchemaLocation": return
            case "nil":
                if nilIsHandled {
                    nilIsHandled = false
                    return
                }
                return try passOver(
                    error(
                        .unexpectedAttribute,
                        de: "xsi:nil ist hier nicht erlaubt: dieses Element darf nicht ohne Wert sein.",
                        en: "xsi:nil is not allowed here: this element may not be without a value."))
            case "type":
                if typeIsHandled {
                    typeIsHandled = false
                    return
                }
                let type = qName(bytes(event.b, event.c))
                if type == typeName || type?.namespace == XSDQName.schemaNamespace { return }
                let text = type?.description ?? ""
                // A lenient decoder reads it as the declared type, which every restriction of it fits.
                try passOver(
                    error(
                        .unknownType, de: "Der Typ „\(text)“ (xsi:type) ist hier nicht vorgesehen.",
                        en: "The type “\(text)” (xsi:type) is not provided for here."))
                return
            default: break
            }
        }
        try passOver(
            error(
                .unexpectedAttribute, de: "Das Attribut „\(name.local)“ ist hier nicht erlaubt.",
                en: "The attribute “\(name.local)” is not allowed here."))
    }

    private func missingAttribute(_ layout: Layout, _ seen: UInt64) -> XMLBindingError {
        let missing = (0..<layout.pointee.attributeCount).first {
            let bit = layout.pointee.slots[$0].bit
            return bit != 0 && seen & bit == 0
        }
        let name = missing.map { layout.pointee.field($0).name.local } ?? ""
        return error(
            .missingAttribute, de: "Das Attribut „\(name)“ fehlt.", en: "The attribute “\(name)” is missing.")
    }
}
