import CXMLEvents
import Findings
import XMLCore

extension XMLContentDecoder {
    /// Reads a struct by its table: an element from its start tag to its end, or a group.
    func decodeComplex(_ table: XMLTable, into base: UnsafeMutableRawPointer) throws {
        // Fields are initialised in the order of the table, so that on an error those that are can be counted.
        var initialized = 0
        do {
            if table.isGroup {
                try decodeSequence(table, into: base, &initialized)
                return
            }
            let start = events[cursor]
            line = start.b
            column = start.head >> 8
            let attributeCount = Int(start.c & 0xFFFF)
            let declarationCount = Int(start.c >> 16)
            let mark = namespaces.count
            let first = cursor + 1
            cursor = first + attributeCount + declarationCount
            if declarationCount > 0 { declare(first + attributeCount, declarationCount) }
            if attributeCount > 0 || table.attributeCount > 0 {
                try decodeAttributes(table, into: base, &initialized, first, attributeCount)
            }
            switch table.content {
            case .sequence:
                try decodeSequence(table, into: base, &initialized)
                try expectEnd(table)
            case .value:
                let field = table.fields[initialized]
                try withText { try decodeValue(field, $0, into: base + field.offset) }
                initialized += 1
            case .empty: try expectEnd(table)
            case .mixed:
                let field = table.fields[initialized]
                (base + field.offset).initializeMemory(as: XMLMixedContent.self, to: XMLMixedContent(try nodes()))
                initialized += 1
            case .all: try decodeAll(table, into: base, &initialized)
            }
            if declarationCount > 0 { namespaces.removeSubrange(mark...) }
        } catch {
            for field in table.fields.prefix(initialized) { field.codec.deinitialize(base + field.offset) }
            throw error
        }
    }

    private func decodeSequence(
        _ table: XMLTable, into base: UnsafeMutableRawPointer, _ initialized: inout Int
    ) throws {
        let slots = table.slots
        let end = table.count
        var index = initialized
        var count: Int32 = 0
        while true {
            let id = try peek()
            if id == Self.end { break }
            var next = index
            search: while next < end {
                let slot = slots + next
                if slot.pointee.nameID != 0 ? slot.pointee.nameID == id : accepts(table.fields[next].first, id) {
                    if next > index || count < slot.pointee.maximum { break search }
                }
                next += 1
            }
            if next == end {
                if isLenient, id == 0 {
                    try skipUnknown(table, index)
                    continue
                }
                if table.isGroup { break }
                if isLenient, !table.fields.contains(where: { $0.first.names.contains(id) }) {
                    try skipUnknown(table, index)
                    continue
                }
                throw unexpected(expected: expected(table, index, count))
            }
            if next != index {
                try leave(table, index..<next, count, base, &initialized)
                index = next
                count = 0
            }
            let slot = slots + index
            let target = base + slot.pointee.offset
            isToken = slot.pointee.isToken
            if !slot.pointee.isPlain {
                try decodeSpecial(table.fields[index], into: target, isFirst: count == 0)
            } else if count == 0 {
                try slot.pointee.codec._withUnsafeGuaranteedRef { try $0.decode(self, into: target) }
            } else {
                try slot.pointee.codec._withUnsafeGuaranteedRef { try $0.decodeMore(self, into: target) }
            }
            if count == 0 { initialized += 1 }
            count += 1
        }
        try leave(table, index..<end, count, base, &initialized)
    }

    /// Checks that fields which are left behind have what they need, and empties those that were not met. `count` is the
    /// number of occurrences of the first of them.
    private func leave(
        _ table: XMLTable, _ range: Range<Int>, _ count: Int32, _ base: UnsafeMutableRawPointer,
        _ initialized: inout Int
    ) throws {
        for index in range {
            let slot = table.slots + index
            let found = index == range.lowerBound ? count : 0
            if found < slot.pointee.minimum { throw missing(table.fields[index], found: found) }
            guard found == 0 else { continue }
            let target = base + slot.pointee.offset
            if !slot.pointee.codec._withUnsafeGuaranteedRef({ $0.initializeEmpty(target) }) {
                throw missing(table.fields[index], found: found)
            }
            initialized += 1
        }
    }

    /// `xs:all`: elements may come in any order, so that what is initialised is no prefix of the fields.
    private func decodeAll(_ table: XMLTable, into base: UnsafeMutableRawPointer, _ initialized: inout Int) throws {
        let first = table.attributeCount
        var done = Set<Int>()
        do {
            while true {
                let id = try peek()
                if id == Self.end { break }
                guard
                    let index = (first..<table.count).first(where: {
                        !done.contains($0) && accepts(table.fields[$0], id)
                    })
                else { throw unexpected(expected: table.fields[first...].map(\.name)) }
                try decodeSpecial(table.fields[index], into: base + table.fields[index].offset, isFirst: true)
                done.insert(index)
            }
            for index in first..<table.count where !done.contains(index) {
                let field = table.fields[index]
                guard field.minimum == 0, field.codec.initializeEmpty(base + field.offset) else {
                    throw missing(field, found: 0)
                }
                done.insert(index)
            }
        } catch {
            for index in done { table.fields[index].codec.deinitialize(base + table.fields[index].offset) }
            throw error
        }
        initialized = table.count
        cursor += 1
    }

    /// Reads one field that stands alone, as in a choice: as often as it occurs.
    func decodeOccurrences(_ field: XMLTable.Field, into target: UnsafeMutableRawPointer) throws {
        try decodeSpecial(field, into: target, isFirst: true)
        var count: Int32 = 1
        do {
            while count < field.maximum {
                let id = try peek()
                guard id != Self.end, accepts(field, id) else { break }
                try decodeSpecial(field, into: target, isFirst: false)
                count += 1
            }
            if count < field.minimum { throw missing(field, found: count) }
        } catch {
            field.codec.deinitialize(target)
            throw error
        }
    }

    /// Reads a field that may have white space to collapse, a fixed or a default value.
    private func decodeSpecial(_ field: XMLTable.Field, into target: UnsafeMutableRawPointer, isFirst: Bool) throws {
        isToken = field.isToken
        if field.fixed != nil || field.defaultValue != nil {
            rules = Rules(
                fixed: field.fixed, defaultValue: field.defaultValue, hasSpellings: field.codec.hasSpellings)
        }
        if isFirst {
            try field.codec.decode(self, into: target)
        } else {
            try field.codec.decodeMore(self, into: target)
        }
    }

    private func expectEnd(_ table: XMLTable) throws {
        while try peek() != Self.end {
            guard isLenient else { throw unexpected(expected: []) }
            try skipUnknown(table, table.count)
        }
        cursor += 1
    }

    // MARK: Attributes

    private func decodeAttributes(
        _ table: XMLTable, into base: UnsafeMutableRawPointer, _ initialized: inout Int, _ first: Int, _ count: Int
    ) throws {
        var used = 0
        var takesAll = false
        for index in 0..<table.attributeCount {
            let field = table.fields[index]
            let target = base + field.offset
            if field.kind == .anyAttribute {
                target.initializeMemory(
                    as: XMLForeignAttributes.self, to: foreignAttributes(table, first, count))
                initialized += 1
                takesAll = true
                continue
            }
            var found = -1
            for at in 0..<count where id(events[first + at].a) == field.nameID {
                found = at
                break
            }
            if found >= 0 {
                used += 1
                let event = events[first + found]
                try decodeValue(field, bytes(event.b, event.c), into: target)
            } else {
                guard field.minimum == 0, field.codec.initializeEmpty(target) else {
                    let name = field.name.local
                    throw error(
                        .missingAttribute, de: "Das Attribut „\(name)“ fehlt.",
                        en: "The attribute “\(name)” is missing.")
                }
            }
            initialized += 1
        }
        if used == count || takesAll { return }
        for at in 0..<count { try checkForeign(events[first + at], table) }
    }

    /// Refuses an attribute that is neither of the table nor of the schema-instance namespace.
    func checkForeign(_ event: xev_event, _ table: XMLTable?) throws {
        let name = self.name(event.a).name
        if let table, table.fields.prefix(table.attributeCount).contains(where: { $0.name == name }) { return }
        if name.namespace == XMLName.schemaInstanceNamespace {
            switch name.local {
            case "schemaLocation", "noNamespaceSchemaLocation", "nil": return
            case "type":
                if typeIsHandled {
                    typeIsHandled = false
                    return
                }
                let type = qName(bytes(event.b, event.c))
                if type == table?.typeName || type?.namespace == XSDQName.schemaNamespace { return }
                let text = type?.description ?? ""
                throw error(
                    .unknownType, de: "Der Typ „\(text)“ (xsi:type) ist hier nicht vorgesehen.",
                    en: "The type “\(text)” (xsi:type) is not provided for here.")
            default: break
            }
        }
        try passOver(
            error(
                .unexpectedAttribute, de: "Das Attribut „\(name.local)“ ist hier nicht erlaubt.",
                en: "The attribute “\(name.local)” is not allowed here."))
    }

    private func foreignAttributes(_ table: XMLTable, _ first: Int, _ count: Int) -> XMLForeignAttributes {
        var result: [XMLAttribute] = []
        for at in 0..<count {
            let event = events[first + at]
            let (name, prefix) = self.name(event.a)
            if name.namespace == XMLName.schemaInstanceNamespace { continue }
            if table.fields.prefix(table.attributeCount).contains(where: { $0.name == name }) { continue }
            let value = String(decoding: bytes(event.b, event.c), as: UTF8.self)
            result.append(XMLAttribute(name, prefix: prefix, value: value))
        }
        return XMLForeignAttributes(result)
    }

    // MARK: What is wrong

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

    private func expected(_ table: XMLTable, _ index: Int, _ count: Int32) -> [XMLName] {
        var names: [XMLName] = []
        for at in index..<max(index, table.count) {
            let field = table.fields[at]
            let found = at == index ? count : 0
            if found < field.maximum {
                names +=
                    field.kind == .element ? [field.name] : field.first.names.map { XMLNameRegistry.name($0).name }
            }
            if field.minimum > found { break }
        }
        return names
    }

    private func skipUnknown(_ table: XMLTable, _ index: Int) throws {
        try passOver(unexpected(expected: expected(table, index, 0)))
        unknown.append(try readTree())
    }
}
