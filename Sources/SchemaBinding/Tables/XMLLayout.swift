import CXMLEvents
import XMLCore

/// One field of a table, as the walk over a document sees it: plain memory without references.
struct XMLSlot {
    enum Shape: UInt8 { case leaf, complex, choice, variants, box, general }
    enum Holder: UInt8 { case one, optional, many }

    /// The number of the element's or attribute's name; 0 for groups, wildcards and text.
    var nameID: Int32
    var minimum: Int32
    var maximum: Int32
    /// The next field after this one that must occur.
    var nextRequired: Int32
    let offset: Int
    /// Of the field.
    let fieldSize: Int
    /// Of one item.
    let size: Int
    let stride: Int
    let shape: Shape
    let holder: Holder
    let leaf: XMLLeaf
    /// Neither a fixed nor a default value.
    let isPlain: Bool
    let isToken: Bool
    /// An attribute, or the text of an element with simple content.
    let isText: Bool
    /// The optional needs a byte of its own to say whether there is a value.
    let isTagged: Bool
    /// The image of the struct holds a value already: none, or no items.
    let isPreset: Bool
    /// Only of attributes that must occur.
    var bit: UInt64
    let codec: Unmanaged<XMLFieldCodec>
    /// All that is known about the field, for what is rare.
    let field: Unmanaged<XMLTable.Field>
    let facets: UnsafePointer<XMLQuickTest>?
    /// The only value allowed, when there is one.
    let fixedText: UnsafeBufferPointer<UInt8>
    let fixed: UnsafePointer<String>?
    /// The layout of a struct, found when it is first needed: types may contain themselves.
    var target: UnsafeMutableRawPointer?
}

/// The fields of a struct, or the only one of a case. Never freed: layouts live as long as the process.
struct XMLLayout {
    let slots: UnsafeMutablePointer<XMLSlot>
    let count: Int
    let attributeCount: Int
    let content: XMLTable.Content
    let isGroup: Bool
    /// Bits of the attributes that must occur.
    let requiredAttributes: UInt64
    /// The field for attributes that the schema does not name, or -1.
    let foreignAttributes: Int
    /// A value with nothing in it: what must occur is zero.
    let image: UnsafeMutableRawPointer
    let size: Int
    /// The fields by the elements that begin them.
    let map: XMLNameMap
    /// An element can begin more than one field.
    let hasDuplicates: Bool
    let hasWildcards: Bool
    /// Simple content that a box can keep alone, when no attribute is there.
    let canStandAlone: Bool
    let fields: Unmanaged<XMLFieldList>
    /// `xsi:type` may name a type that allows less.
    let hasRestrictions: Bool

    /// - Parameter empty: The image of the struct, where these are not all of its fields.
    static func make(
        _ fields: [XMLTable.Field], content: XMLTable.Content, isGroup: Bool, size: Int, typeName: XMLName? = nil,
        empty: UnsafeRawPointer? = nil
    ) -> UnsafePointer<XMLLayout> {
        let attributeCount = fields.prefix { $0.kind == .attribute || $0.kind == .anyAttribute }.count
        let image = UnsafeMutableRawPointer.allocate(byteCount: max(16, size), alignment: 16)
        image.initializeMemory(as: UInt8.self, repeating: 0, count: max(16, size))
        if let empty { image.copyMemory(from: empty, byteCount: size) }
        let slots = UnsafeMutablePointer<XMLSlot>.allocate(capacity: fields.count + 1)
        var bits: UInt64 = 0
        for (index, field) in fields.enumerated() {
            let isPreset = field.codec.initializeEmpty(image + field.offset)
            var slot = field.slot(isPreset: isPreset)
            if field.kind == .attribute, field.minimum > 0 {
                precondition(bits != UInt64.max, "a type has more than 64 attributes that must occur")
                slot.bit = bits + 1
                bits = bits << 1 | 1
            }
            (slots + index).initialize(to: slot)
        }
        var next = Int32(fields.count)
        for index in fields.indices.reversed() {
            slots[index].nextRequired = next
            if slots[index].minimum > 0 { next = Int32(index) }
        }
        var pairs: [(id: Int32, index: Int32)] = []
        var seen = Set<Int32>()
        var hasDuplicates = false
        for (index, field) in fields.enumerated() where index >= attributeCount {
            for name in field.first.names.sorted() {
                if !seen.insert(name).inserted { hasDuplicates = true }
                pairs.append((name, Int32(index)))
            }
        }
        let layout = UnsafeMutablePointer<XMLLayout>.allocate(capacity: 1)
        layout.initialize(
            to: XMLLayout(
                slots: slots, count: fields.count, attributeCount: attributeCount, content: content, isGroup: isGroup,
                requiredAttributes: bits,
                foreignAttributes: fields.firstIndex { $0.kind == .anyAttribute } ?? -1, image: image, size: size,
                map: XMLNameMap(pairs), hasDuplicates: hasDuplicates,
                hasWildcards: fields.dropFirst(attributeCount).contains { !$0.first.wildcards.isEmpty },
                canStandAlone: content == .value && bits == 0 && attributeCount > 0
                    && slots[attributeCount].standsForItself,
                fields: Unmanaged.passRetained(XMLFieldList(fields, typeName)),
                hasRestrictions: empty == nil && fields.contains { !$0.restrictions.isEmpty }))
        return UnsafePointer(layout)
    }

    /// The field for simple content.
    @inline(__always) var contentSlot: UnsafeMutablePointer<XMLSlot> { slots + attributeCount }

    /// The field that an element begins, or -1.
    @inline(__always) func index(of id: Int32) -> Int { map.index(of: id) }

    func field(_ index: Int) -> XMLTable.Field { fields._withUnsafeGuaranteedRef { $0.fields[index] } }
    var allFields: [XMLTable.Field] { fields._withUnsafeGuaranteedRef { $0.fields } }
}

/// Finds an index by the number of a name. Never freed: tables live as long as the process.
struct XMLNameMap: @unchecked Sendable {
    // Unchecked: constant after it is made.
    private let slots: UnsafeMutablePointer<(id: Int32, index: Int32)>
    private let mask: Int

    /// A map of pairs; of several with one number the first one counts.
    init(_ pairs: [(id: Int32, index: Int32)]) {
        var capacity = 4
        while capacity < pairs.count * 2 { capacity *= 2 }
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: (0, -1), count: capacity)
        mask = capacity - 1
        for pair in pairs {
            var at = Self.hash(pair.id) & mask
            while slots[at].id != 0, slots[at].id != pair.id { at = (at + 1) & mask }
            if slots[at].id == 0 { slots[at] = pair }
        }
    }

    @inline(__always) private static func hash(_ id: Int32) -> Int {
        Int(truncatingIfNeeded: (UInt32(bitPattern: id) &* 0x9E37_79B1) >> 12)
    }

    /// The index of a name, or -1.
    @inline(__always) func index(of id: Int32) -> Int {
        var at = Self.hash(id) & mask
        while slots[at].id != id {
            if slots[at].id == 0 { return -1 }
            at = (at + 1) & mask
        }
        return Int(slots[at].index)
    }
}

/// Keeps the long descriptions, for what is rare.
final class XMLFieldList: Sendable {
    let fields: [XMLTable.Field]
    let typeName: XMLName?

    init(_ fields: [XMLTable.Field], _ typeName: XMLName?) {
        self.fields = fields
        self.typeName = typeName
    }
}

extension XMLSlot {
    /// A value that is read in place and there in any case.
    var standsForItself: Bool { isPlain && shape == .leaf && holder == .one }

    /// Whether a field that may be empty has the very bytes of an empty one. There are other ways to be empty: bytes that
    /// do not matter, arrays that were emptied.
    @inline(__always)
    func isEmptyImage(_ field: UnsafeRawPointer, _ image: UnsafeMutableRawPointer) -> Bool {
        var at = 0
        while at + 8 <= fieldSize {
            let word = field.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if word != image.loadUnaligned(fromByteOffset: offset + at, as: UInt64.self) { return false }
            at += 8
        }
        while at < fieldSize {
            let byte = field.load(fromByteOffset: at, as: UInt8.self)
            if byte != image.load(fromByteOffset: offset + at, as: UInt8.self) { return false }
            at += 1
        }
        return true
    }

    /// The layout of the struct that a field holds.
    @inline(__always)
    static func layout(_ slot: UnsafeMutablePointer<XMLSlot>) -> UnsafePointer<XMLLayout> {
        if let known = xev_load_pointer(&slot.pointee.target) {
            return UnsafePointer(known.assumingMemoryBound(to: XMLLayout.self))
        }
        return findLayout(slot)
    }

    @inline(never)
    private static func findLayout(_ slot: UnsafeMutablePointer<XMLSlot>) -> UnsafePointer<XMLLayout> {
        let codec = slot.pointee.codec.takeUnretainedValue()
        var form = codec.content.xmlKind.form
        if case .box(let inner) = form { form = inner.xmlKind.form }
        guard case .complex(let table) = form else { preconditionFailure("a field lost its table") }
        let layout = table().layout
        xev_store_pointer(&slot.pointee.target, UnsafeMutableRawPointer(mutating: layout))
        return layout
    }

    /// The alternatives of the enum that a field holds.
    @inline(__always)
    static func choice(_ slot: UnsafeMutablePointer<XMLSlot>) -> Unmanaged<XMLChoiceLayout> {
        if let known = xev_load_pointer(&slot.pointee.target) { return Unmanaged.fromOpaque(known) }
        return findChoice(slot)
    }

    @inline(never)
    private static func findChoice(_ slot: UnsafeMutablePointer<XMLSlot>) -> Unmanaged<XMLChoiceLayout> {
        let codec = slot.pointee.codec.takeUnretainedValue()
        guard case .choice(let choice) = codec.content.xmlKind.form else {
            preconditionFailure("a field lost its choice")
        }
        // The table holds it, and lives as long as the process.
        let found = Unmanaged.passUnretained(choice())
        xev_store_pointer(&slot.pointee.target, found.toOpaque())
        return found
    }
}

extension XMLSlot {
    /// The types that a field may be of.
    @inline(__always)
    static func variants(_ slot: UnsafeMutablePointer<XMLSlot>) -> Unmanaged<XMLVariantLayout> {
        if let known = xev_load_pointer(&slot.pointee.target) { return Unmanaged.fromOpaque(known) }
        return findVariants(slot)
    }

    @inline(never)
    private static func findVariants(_ slot: UnsafeMutablePointer<XMLSlot>) -> Unmanaged<XMLVariantLayout> {
        let codec = slot.pointee.codec.takeUnretainedValue()
        guard case .variants(let variants) = codec.content.xmlKind.form else {
            preconditionFailure("a field lost its types")
        }
        // The table holds it, and lives as long as the process.
        let found = Unmanaged.passUnretained(variants())
        xev_store_pointer(&slot.pointee.target, found.toOpaque())
        return found
    }
}

extension XMLTable.Field {
    func slot(isPreset: Bool) -> XMLSlot {
        var shape = XMLSlot.Shape.general
        var leaf = XMLLeaf.other
        var facets: XMLFacets?
        var target: UnsafeMutableRawPointer?
        switch codec.content.xmlKind.form {
        case .leaf(let kind, let some):
            (shape, leaf, facets) = (.leaf, kind, some)
        case .enumeration(let table):
            (shape, leaf, target) = (.leaf, .enumeration, Unmanaged.passUnretained(table).toOpaque())
        case .complex: shape = .complex
        case .choice: shape = .choice
        case .variants: shape = .variants
        case .box(let inner):
            if case .complex = inner.xmlKind.form { shape = .box }
        case .general: break
        }
        var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var value: UnsafeMutablePointer<String>?
        if let fixed {
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, fixed.utf8.count))
            _ = bytes.initialize(from: fixed.utf8)
            text = UnsafeBufferPointer(rebasing: bytes[..<fixed.utf8.count])
            value = .allocate(capacity: 1)
            value?.initialize(to: fixed)
        }
        return XMLSlot(
            nameID: kind == .element || kind == .attribute ? nameID : 0, minimum: minimum, maximum: maximum,
            nextRequired: 0, offset: offset, fieldSize: codec.fieldSize, size: codec.itemSize, stride: codec.itemStride,
            shape: shape,
            holder: codec.holder, leaf: leaf, isPlain: fixed == nil && defaultValue == nil, isToken: isToken,
            isText: kind == .attribute || kind == .value,
            isTagged: codec.isTagged, isPreset: isPreset, bit: 0, codec: Unmanaged.passRetained(codec),
            field: Unmanaged.passRetained(self),
            // Retained, so that what the slot looks at stays.
            facets: facets.map { UnsafePointer(Unmanaged.passRetained($0).takeUnretainedValue().quickTest) },
            fixedText: text, fixed: value.map { UnsafePointer($0) }, target: target)
    }
}
