/// The type of a stored field: a content once, at most once, or any number of times.
public protocol XMLField: Hashable, Sendable {
    /// How such a field is read and written. Called once for each field of a table.
    static func makeCodec() -> XMLFieldCodec
    /// How often such a field holds its content, unless the table says more.
    static var occurrence: XMLOccurrence { get }
}

/// How often something may occur.
public struct XMLOccurrence: Sendable, Hashable {
    /// The least number.
    public var minimum: Int
    /// The greatest number, nil when unbounded.
    public var maximum: Int?

    /// From the least to the greatest number.
    public init(_ minimum: Int, _ maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

extension XMLField where Self: XMLContent {
    /// Exactly once.
    public static func makeCodec() -> XMLFieldCodec { SingleCodec<Self>() }
    /// Exactly once.
    public static var occurrence: XMLOccurrence { XMLOccurrence(1, 1) }
}

extension Optional: XMLField where Wrapped: XMLContent {
    /// At most once.
    public static func makeCodec() -> XMLFieldCodec { OptionalCodec<Wrapped>() }
    /// At most once.
    public static var occurrence: XMLOccurrence { XMLOccurrence(0, 1) }
}

extension Array: XMLField where Element: XMLContent {
    /// Any number of times.
    public static func makeCodec() -> XMLFieldCodec { ManyCodec<Element>() }
    /// Any number of times.
    public static var occurrence: XMLOccurrence { XMLOccurrence(0, nil) }
}

/// Knows the type of a field, which the walk over a document does not: for what it cannot do in place. Subclasses are the
/// three ways to hold a content.
public class XMLFieldCodec: @unchecked Sendable {
    // Unchecked: all stored properties are constant, here and in the subclasses.

    /// The type of an item.
    let content: any XMLContent.Type
    let holder: XMLSlot.Holder
    let fieldSize: Int
    let itemSize: Int
    let itemStride: Int
    /// The optional needs a byte of its own to say whether there is a value.
    let isTagged: Bool
    /// The type of what is kept elsewhere, or that of the item.
    let boxed: any XMLContent.Type

    init<T: XMLContent>(_ type: T.Type, _ holder: XMLSlot.Holder) {
        content = type
        fieldSize =
            switch holder {
            case .one: MemoryLayout<T>.size
            case .optional: MemoryLayout<T?>.size
            case .many: MemoryLayout<[T]>.size
            }
        self.holder = holder
        itemSize = MemoryLayout<T>.size
        itemStride = MemoryLayout<T>.stride
        if case .box(let inner) = T.xmlKind.form { boxed = inner } else { boxed = type }
        isTagged = holder == .optional && MemoryLayout<T?>.size != MemoryLayout<T>.size
    }

    /// A codec whose items are kept as another one does, and lie in memory the same.
    init(of other: XMLFieldCodec, as type: any XMLContent.Type) {
        content = type
        holder = other.holder
        fieldSize = other.fieldSize
        itemSize = other.itemSize
        itemStride = other.itemStride
        isTagged = other.isTagged
        boxed = other.boxed
    }

    /// What can begin the field's content, when it is a group.
    var firstElements: XMLFirstElements { content.firstElements }
    /// Initialises the field with nothing; false when it must not be empty.
    func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool { false }
    func deinitialize(_ field: UnsafeMutableRawPointer) {}
    func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { true }
    func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {}

    /// Reads an item from the start tag before the decoder.
    func decodeItem(_ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer) throws {}
    /// Reads an item from a text: an attribute, simple content.
    func decodeItem(
        text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer
    ) throws {}
    /// Says that there is a value, after it was put in place.
    func tag(_ field: UnsafeMutableRawPointer) {}
    /// Makes an array of items, which are moved there; the field holds an empty one.
    func takeItems(_ items: UnsafeMutableRawPointer, _ count: Int, into field: UnsafeMutableRawPointer) {}
    /// The same for items in several pieces.
    func takeItems(_ pieces: [XMLItemBuilder.Piece], into field: UnsafeMutableRawPointer) {}
    func deinitializeItems(_ items: UnsafeMutableRawPointer, _ count: Int) {}

    func isNil(_ field: UnsafeRawPointer) -> Bool { false }
    /// The items of an array.
    func items(_ field: UnsafeRawPointer) -> (UnsafeRawPointer?, Int) { (field, 1) }
    func encodeItem(_ item: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {}
    func encodeItemText(_ item: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {}

    /// Whether two spellings can stand for one value: those of numbers and booleans.
    var hasSpellings: Bool {
        if case .value(.bool) = XMLJSONShape(content) { return true }
        if case .value(.number) = XMLJSONShape(content) { return true }
        return false
    }
}

/// What is the same for all ways to hold a content.
class ItemCodec<T: XMLContent>: XMLFieldCodec, @unchecked Sendable {
    override final func decodeItem(_ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer) throws {
        try T.decodeContent(decoder, into: item.assumingMemoryBound(to: T.self))
    }
    override final func decodeItem(
        text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into item: UnsafeMutableRawPointer
    ) throws {
        try T.decodeText(text, decoder, into: item.assumingMemoryBound(to: T.self))
    }
    override final func deinitializeItems(_ items: UnsafeMutableRawPointer, _ count: Int) {
        items.assumingMemoryBound(to: T.self).deinitialize(count: count)
    }
    override final func encodeItem(_ item: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {
        try item.assumingMemoryBound(to: T.self).pointee.encodeContent(encoder)
    }
    override final func encodeItemText(_ item: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {
        try item.assumingMemoryBound(to: T.self).pointee.encodeText(encoder)
    }
}

final class SingleCodec<T: XMLContent>: ItemCodec<T>, @unchecked Sendable {
    init() { super.init(T.self, .one) }

    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool {
        if T.self == XMLForeignAttributes.self {
            field.initializeMemory(as: XMLForeignAttributes.self, to: XMLForeignAttributes())
            return true
        }
        if T.self == XMLMixedContent.self {
            field.initializeMemory(as: XMLMixedContent.self, to: XMLMixedContent())
            return true
        }
        return false
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: T.self).deinitialize(count: 1)
    }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: T.self).pointee == right.assumingMemoryBound(to: T.self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: T.self).pointee.hash(into: &hasher)
    }
}

final class OptionalCodec<T: XMLContent>: ItemCodec<T>, @unchecked Sendable {
    init() { super.init(T.self, .optional) }

    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool {
        field.assumingMemoryBound(to: T?.self).initialize(to: nil)
        return true
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: T?.self).deinitialize(count: 1)
    }
    override func tag(_ field: UnsafeMutableRawPointer) {
        let value = field.assumingMemoryBound(to: T.self).move()
        field.assumingMemoryBound(to: T?.self).initialize(to: value)
    }
    override func isNil(_ field: UnsafeRawPointer) -> Bool { T.xmlIsNil(field) }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: T?.self).pointee == right.assumingMemoryBound(to: T?.self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: T?.self).pointee.hash(into: &hasher)
    }
}

final class ManyCodec<T: XMLContent>: ItemCodec<T>, @unchecked Sendable {
    init() { super.init(T.self, .many) }

    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool {
        field.assumingMemoryBound(to: [T].self).initialize(to: [])
        return true
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: [T].self).deinitialize(count: 1)
    }
    override func takeItems(_ items: UnsafeMutableRawPointer, _ count: Int, into field: UnsafeMutableRawPointer) {
        T.xmlTakeItems(items, count, into: field)
    }
    override func takeItems(_ pieces: [XMLItemBuilder.Piece], into field: UnsafeMutableRawPointer) {
        let total = pieces.reduce(0) { $0 + $1.count }
        let items = [T](unsafeUninitializedCapacity: total) { buffer, initialized in
            for piece in pieces {
                guard let base = buffer.baseAddress else { return }
                (base + initialized).moveInitialize(
                    from: piece.items.assumingMemoryBound(to: T.self), count: piece.count)
                initialized += piece.count
            }
        }
        // The empty array that was there owns nothing.
        field.assumingMemoryBound(to: [T].self).initialize(to: items)
    }
    override func items(_ field: UnsafeRawPointer) -> (UnsafeRawPointer?, Int) { T.xmlItems(field) }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: [T].self).pointee == right.assumingMemoryBound(to: [T].self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: [T].self).pointee.hash(into: &hasher)
    }
}
