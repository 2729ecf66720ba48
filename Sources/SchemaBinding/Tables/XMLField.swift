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
    public static func makeCodec() -> XMLFieldCodec {
        Self.self == String.self ? StringCodec() : SingleCodec<Self>()
    }
    /// Exactly once.
    public static var occurrence: XMLOccurrence { XMLOccurrence(1, 1) }
}

extension Optional: XMLField where Wrapped: XMLContent {
    /// At most once.
    public static func makeCodec() -> XMLFieldCodec {
        Wrapped.self == String.self ? OptionalStringCodec() : OptionalCodec<Wrapped>()
    }
    /// At most once.
    public static var occurrence: XMLOccurrence { XMLOccurrence(0, 1) }
}

extension Array: XMLField where Element: XMLContent {
    /// Any number of times.
    public static func makeCodec() -> XMLFieldCodec { ManyCodec<Element>() }
    /// Any number of times.
    public static var occurrence: XMLOccurrence { XMLOccurrence(0, nil) }
}

/// Reads, writes and compares a field at its place in memory. Subclasses know its type; the run time does not.
public class XMLFieldCodec: @unchecked Sendable {
    // Unchecked: neither this class nor a subclass has stored properties.

    init() {}

    /// What can begin the field's content, when it is a group.
    var firstElements: XMLFirstElements { XMLFirstElements() }
    /// Reads the first occurrence and initialises the field.
    func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {}
    /// Reads a further occurrence.
    func decodeMore(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {}
    /// Reads a text: an attribute, simple content, a default value.
    func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer
    ) throws {}
    /// Initialises the field with nothing; false when it must not be empty.
    func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool { false }
    func deinitialize(_ field: UnsafeMutableRawPointer) {}
    /// Writes each occurrence.
    func encode(_ field: UnsafeRawPointer, _ slot: XMLTable.Field, _ encoder: XMLContentEncoder) throws {}
    func encodeText(_ field: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {}
    func isEmpty(_ field: UnsafeRawPointer) -> Bool { false }
    func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { true }
    func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {}
    /// Whether two spellings can stand for one value: those of numbers and booleans.
    var hasSpellings: Bool { false }
}

private func typeHasSpellings<T>(_ type: T.Type) -> Bool {
    type == Bool.self || type == Double.self || type == XSDDecimal.self || type is any XMLInteger.Type
}

@inline(__always)
private func encodeItem<T: XMLContent>(
    _ item: T, _ slot: XMLTable.Field, _ encoder: XMLContentEncoder
) throws {
    if slot.kind == .element {
        encoder.open(slot.nameID)
        try item.encodeContent(encoder)
        encoder.close(slot.nameID)
    } else {
        try item.encodeContent(encoder)
    }
}

class SingleCodec<T: XMLContent>: XMLFieldCodec, @unchecked Sendable {
    override var hasSpellings: Bool { typeHasSpellings(T.self) }
    override var firstElements: XMLFirstElements { T.firstElements }
    override func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        try T.decodeContent(decoder, into: field.assumingMemoryBound(to: T.self))
    }
    override func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer
    ) throws {
        try T.decodeText(text, decoder, into: field.assumingMemoryBound(to: T.self))
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: T.self).deinitialize(count: 1)
    }
    override func encode(
        _ field: UnsafeRawPointer, _ slot: XMLTable.Field, _ encoder: XMLContentEncoder
    ) throws {
        try encodeItem(field.assumingMemoryBound(to: T.self).pointee, slot, encoder)
    }
    override func encodeText(_ field: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {
        try field.assumingMemoryBound(to: T.self).pointee.encodeText(encoder)
    }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: T.self).pointee == right.assumingMemoryBound(to: T.self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: T.self).pointee.hash(into: &hasher)
    }
}

class OptionalCodec<T: XMLContent>: XMLFieldCodec, @unchecked Sendable {
    override var hasSpellings: Bool { typeHasSpellings(T.self) }
    override var firstElements: XMLFirstElements { T.firstElements }
    override func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        // The memory of an optional has room for its payload, which is built there and then moved into the optional.
        let payload = field.assumingMemoryBound(to: T.self)
        try T.decodeContent(decoder, into: payload)
        let value = payload.move()
        field.assumingMemoryBound(to: T?.self).initialize(to: value)
    }
    override func decodeText(
        _ text: UnsafeRawBufferPointer, _ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer
    ) throws {
        let payload = field.assumingMemoryBound(to: T.self)
        try T.decodeText(text, decoder, into: payload)
        let value = payload.move()
        field.assumingMemoryBound(to: T?.self).initialize(to: value)
    }
    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool {
        field.assumingMemoryBound(to: T?.self).initialize(to: nil)
        return true
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: T?.self).deinitialize(count: 1)
    }
    override func encode(
        _ field: UnsafeRawPointer, _ slot: XMLTable.Field, _ encoder: XMLContentEncoder
    ) throws {
        if let item = field.assumingMemoryBound(to: T?.self).pointee { try encodeItem(item, slot, encoder) }
    }
    override func encodeText(_ field: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws {
        try field.assumingMemoryBound(to: T?.self).pointee?.encodeText(encoder)
    }
    override func isEmpty(_ field: UnsafeRawPointer) -> Bool {
        field.assumingMemoryBound(to: T?.self).pointee == nil
    }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: T?.self).pointee == right.assumingMemoryBound(to: T?.self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: T?.self).pointee.hash(into: &hasher)
    }
}

final class ManyCodec<T: XMLContent>: XMLFieldCodec, @unchecked Sendable {
    override var hasSpellings: Bool { typeHasSpellings(T.self) }
    override var firstElements: XMLFirstElements { T.firstElements }
    override func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        let array = field.assumingMemoryBound(to: [T].self)
        array.initialize(to: [])
        do {
            try decodeMore(decoder, into: field)
        } catch {
            array.deinitialize(count: 1)
            throw error
        }
    }
    override func decodeMore(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        try withUnsafeTemporaryAllocation(of: T.self, capacity: 1) { memory in
            guard let temporary = memory.baseAddress else { return }
            try T.decodeContent(decoder, into: temporary)
            field.assumingMemoryBound(to: [T].self).pointee.append(temporary.move())
        }
    }
    override func initializeEmpty(_ field: UnsafeMutableRawPointer) -> Bool {
        field.assumingMemoryBound(to: [T].self).initialize(to: [])
        return true
    }
    override func deinitialize(_ field: UnsafeMutableRawPointer) {
        field.assumingMemoryBound(to: [T].self).deinitialize(count: 1)
    }
    override func encode(
        _ field: UnsafeRawPointer, _ slot: XMLTable.Field, _ encoder: XMLContentEncoder
    ) throws {
        for item in field.assumingMemoryBound(to: [T].self).pointee { try encodeItem(item, slot, encoder) }
    }
    override func isEmpty(_ field: UnsafeRawPointer) -> Bool {
        field.assumingMemoryBound(to: [T].self).pointee.isEmpty
    }
    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: [T].self).pointee == right.assumingMemoryBound(to: [T].self).pointee
    }
    override func hash(_ field: UnsafeRawPointer, _ hasher: inout Hasher) {
        field.assumingMemoryBound(to: [T].self).pointee.hash(into: &hasher)
    }
}

/// The most frequent field, without generics on the way.
final class StringCodec: SingleCodec<String>, @unchecked Sendable {
    override func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        let target = field.assumingMemoryBound(to: String.self)
        try decoder.withElementText { target.initialize(to: String(decoding: $0, as: UTF8.self)) }
    }
}

final class OptionalStringCodec: OptionalCodec<String>, @unchecked Sendable {
    override func decode(_ decoder: XMLContentDecoder, into field: UnsafeMutableRawPointer) throws {
        let target = field.assumingMemoryBound(to: String?.self)
        try decoder.withElementText { target.initialize(to: String(decoding: $0, as: UTF8.self)) }
    }
}
