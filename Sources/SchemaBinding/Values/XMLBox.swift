/// Keeps a value of any type in memory of its own.
@usableFromInline
final class XMLBox: ManagedBuffer<any XMLContent.Type, UInt64> {

    /// A box with room for a value. Whoever puts it in place sets the header to its type.
    static func make(size: Int) -> XMLBox {
        unsafeDowncast(create(minimumCapacity: (size + 7) / 8) { _ in Nothing.self }, to: XMLBox.self)
    }

    @usableFromInline
    static func make<T: XMLContent>(_ value: T) -> XMLBox {
        precondition(MemoryLayout<T>.alignment <= 8, "the type is aligned to more than eight bytes")
        let box = make(size: MemoryLayout<T>.size)
        box.memory.initializeMemory(as: T.self, to: value)
        box.header = T.self
        return box
    }

    @usableFromInline var memory: UnsafeMutableRawPointer {
        withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
    }

    deinit { Self.destroy(header, memory) }

    private static func destroy<T: XMLContent>(_ type: T.Type, _ memory: UnsafeMutableRawPointer) {
        memory.assumingMemoryBound(to: T.self).deinitialize(count: 1)
    }

    /// Stands in for the type of a box that is not filled.
    private struct Nothing: XMLContent {
        static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {}
        func encodeContent(_ encoder: XMLContentEncoder) throws {}
    }
}

/// Keeps a value elsewhere: for types that contain themselves and for large ones. Copies share it until one is changed.
public struct XMLIndirect<Value: XMLContent>: XMLField, XMLContent {
    // Unchecked: a box changes only while one reference to it exists.
    @usableFromInline nonisolated(unsafe) var box: XMLBox

    /// Keeps a value.
    public init(_ value: Value) { box = XMLBox.make(value) }

    init(box: XMLBox) { self.box = box }

    /// The value.
    public var value: Value {
        get { box.memory.assumingMemoryBound(to: Value.self).pointee }
        _modify {
            if !isKnownUniquelyReferenced(&box) {
                box = XMLBox.make(box.memory.assumingMemoryBound(to: Value.self).pointee)
            }
            yield &box.memory.assumingMemoryBound(to: Value.self).pointee
        }
    }

    /// By the value, elsewhere.
    public static var xmlKind: XMLContentKind { XMLContentKind(.box(Value.self)) }

    /// Equal values.
    public static func == (left: Self, right: Self) -> Bool { left.box === right.box || left.value == right.value }
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }

    /// Reads the value.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        let box = XMLBox.make(size: MemoryLayout<Value>.size)
        try Value.decodeContent(decoder, into: box.memory.assumingMemoryBound(to: Value.self))
        box.header = Value.self
        target.initialize(to: XMLIndirect(box: box))
    }

    /// Writes the value.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try value.encodeContent(encoder) }
    /// The elements that can begin the value.
    public static var firstElements: XMLFirstElements { Value.firstElements }
}
