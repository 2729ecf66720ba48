import Foundation
import XMLCore

/// How content is read whose `xsi:type` names a type that restricts the declared one: into the struct of the declared type,
/// held to what the restricting one allows.
enum XMLNarrowing: Sendable {
    /// By a layout over the declared type's own fields, with the bounds and facets of the restricting type. Costs nothing
    /// while reading.
    // Never freed: tables live as long as the process.
    case layout(SharedLayout)
    /// As the restricting type, whose value is then read as the declared one: their fields differ in memory.
    case detour(any XMLComplex.Type)

    struct SharedLayout: @unchecked Sendable {
        // Unchecked: constant after it is made, as all layouts are.
        let pointer: UnsafePointer<XMLLayout>
    }

    private struct Key: Hashable {
        var field: ObjectIdentifier
        var type: ObjectIdentifier
    }

    // Unchecked: reached under the lock only.
    private final class Known: @unchecked Sendable {
        let lock = NSLock()
        var entries: [Key: XMLNarrowing] = [:]
    }

    private static let known = Known()

    /// How a type is read that `xsi:type` names; nil when it is none of those that restrict the one of the layout.
    static func find(_ type: XMLName, in layout: UnsafePointer<XMLLayout>) -> XMLNarrowing? {
        guard let field = layout.pointee.allFields.first(where: { !$0.restrictions.isEmpty }),
            let index = field.typeNames.firstIndex(of: type)
        else { return nil }
        let restriction = field.restrictions[index]
        let key = Key(field: ObjectIdentifier(field), type: ObjectIdentifier(restriction))
        if let found = known.lock.withLock({ known.entries[key] }) { return found }
        // Made outside of the lock: tables come into being here.
        let made = make(restriction, in: layout)
        return known.lock.withLock {
            if let found = known.entries[key] { return found }
            known.entries[key] = made
            return made
        }
    }

    private static func make(_ type: any XMLComplex.Type, in layout: UnsafePointer<XMLLayout>) -> XMLNarrowing {
        let table = type.xml
        guard !layout.pointee.hasDuplicates, !table.layout.pointee.hasDuplicates,
            let fields = fields(layout.pointee.allFields, table)
        else { return .detour(type) }
        let made = XMLLayout.make(
            fields, content: table.content, isGroup: false, size: layout.pointee.size, typeName: table.typeName,
            empty: layout.pointee.image)
        return .layout(SharedLayout(pointer: made))
    }

    /// The fields of the restricting type in the places of the declared one; nil where one has no place that it fits.
    private static func fields(_ declared: [XMLTable.Field], _ table: XMLTable) -> [XMLTable.Field]? {
        var result = declared.filter { !$0.typeNames.isEmpty }
        for field in table.fields where field.typeNames.isEmpty {
            let places = declared.filter { $0.kind == field.kind && $0.name == field.name }
            let others = table.fields.filter { $0.kind == field.kind && $0.name == field.name }
            guard let place = places.first, places.count == 1, others.count == 1,
                let codec = codec(place.codec, field.codec)
            else { return nil }
            result.append(
                XMLTable.Field(
                    kind: field.kind, nameID: field.nameID, name: field.name, offset: place.offset,
                    minimum: field.minimum, maximum: field.maximum, codec: codec, first: field.first,
                    isToken: field.isToken, fixed: field.fixed, defaultValue: field.defaultValue,
                    elements: field.elements))
        }
        return result
    }

    private static func codec(_ declared: XMLFieldCodec, _ narrow: XMLFieldCodec) -> XMLFieldCodec? {
        if declared.content == narrow.content { return declared }
        // Types that refine one simple type lie in memory as it does.
        guard case .leaf(let one, _) = declared.content.xmlKind.form,
            case .leaf(let other, _) = narrow.content.xmlKind.form,
            one == other, one != .other, declared.itemSize == narrow.itemSize, declared.itemStride == narrow.itemStride
        else { return nil }
        return NarrowedCodec(declared, narrow)
    }
}

/// Reads items as one type and keeps them as another that they lie in memory like.
private final class NarrowedCodec: XMLFieldCodec, @unchecked Sendable {
    private let declared: XMLFieldCodec
    private let narrow: XMLFieldCodec

    init(_ declared: XMLFieldCodec, _ narrow: XMLFieldCodec) {
        self.declared = declared
        self.narrow = narrow
        super.init(of: declared, as: narrow.content)
    }

    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool { declared.initializeEmpty(field) }
    override func deinitialize(_ field: UnsafeMutableRawPointer) { declared.deinitialize(field) }
    override func decodeItem(_ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer) throws {
        try narrow.decodeItem(decoder, into: item)
    }
    override func decodeItem(
        text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer
    ) throws {
        try narrow.decodeItem(text: text, decoder, into: item)
    }
    override func tag(_ field: UnsafeMutableRawPointer) { declared.tag(field) }
    override func takeItems(_ items: UnsafeMutableRawPointer, _ count: Int, into field: UnsafeMutableRawPointer) {
        declared.takeItems(items, count, into: field)
    }
    override func takeItems(_ pieces: [XMLItemBuilder.Piece], into field: UnsafeMutableRawPointer) {
        declared.takeItems(pieces, into: field)
    }
    override func deinitializeItems(_ items: UnsafeMutableRawPointer, _ count: Int) {
        declared.deinitializeItems(items, count)
    }
}
