/// Keeps a value of any type in memory of its own. Of an element with simple content that was read without attributes only the
/// content is kept (an identifier of UBL has seven attributes, and mostly none is there): the header is the type of what is kept.
@usableFromInline
final class XMLBox: ManagedBuffer<Any.Type, UInt64> {

    /// A box with room for a value. Whoever puts it in place sets the header to its type.
    static func make(size: Int) -> XMLBox {
        unsafeDowncast(create(minimumCapacity: (size + 7) / 8) { _ in Nothing.self }, to: XMLBox.self)
    }

    @usableFromInline
    static func make<T: XMLContent>(_ value: T) -> XMLBox {
        precondition(MemoryLayout<T>.alignment <= 8, "the type is aligned to more than eight bytes")
        let box = make(size: MemoryLayout<T>.size)
        box.memory.initializeMemory(as: T.self, to: value)
        box.kept = T.self
        return box
    }

    /// The type of what is kept. Not `header`, which the run time watches at every access.
    var kept: Any.Type {
        get { withUnsafeMutablePointerToHeader { $0.pointee } }
        set { withUnsafeMutablePointerToHeader { $0.pointee = newValue } }
    }

    /// Copies what is kept.
    func copy(to target: UnsafeMutableRawPointer) { Self.copy(kept, memory, target) }

    private static func copy<T>(
        _ type: T.Type, _ source: UnsafeMutableRawPointer, _ target: UnsafeMutableRawPointer
    ) {
        target.initializeMemory(as: T.self, to: source.assumingMemoryBound(to: T.self).pointee)
    }

    @usableFromInline var memory: UnsafeMutableRawPointer {
        withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
    }

    deinit { Self.destroy(kept, memory) }

    private static func destroy<T>(_ type: T.Type, _ memory: UnsafeMutableRawPointer) {
        memory.assumingMemoryBound(to: T.self).deinitialize(count: 1)
    }

    /// Stands in for the type of a box that is not filled.
    private struct Nothing {}
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
        get { isWhole ? box.memory.assumingMemoryBound(to: Value.self).pointee : completed() }
        _modify {
            if !isWhole || !isKnownUniquelyReferenced(&box) { box = XMLBox.make(value) }
            yield &box.memory.assumingMemoryBound(to: Value.self).pointee
        }
    }

    /// Of a struct.
    private static var layout: UnsafePointer<XMLLayout> {
        guard case .complex(let table) = Value.xmlKind.form else { preconditionFailure("a box lost its table") }
        return table().layout
    }

    /// Whether the box keeps the value itself, not its content alone.
    private var isWhole: Bool { box.kept == Value.self }

    /// The value whose content alone is kept: everything else in it is empty.
    @inline(never) private func completed() -> Value {
        let layout = Self.layout
        let whole = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        defer { whole.deallocate() }
        UnsafeMutableRawPointer(whole).copyMemory(from: layout.pointee.image, byteCount: layout.pointee.size)
        box.copy(to: UnsafeMutableRawPointer(whole) + layout.pointee.contentSlot.pointee.offset)
        return whole.move()
    }

    /// By the value, elsewhere.
    public static var xmlKind: XMLContentKind { XMLContentKind(.box(Value.self)) }

    /// Equal values.
    public static func == (left: Self, right: Self) -> Bool {
        if left.box === right.box { return true }
        if !left.isWhole, left.box.kept == right.box.kept {
            return layout.pointee.contentSlot.pointee.codec._withUnsafeGuaranteedRef {
                $0.isEqual(left.box.memory, right.box.memory)
            }
        }
        return left.value == right.value
    }
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }

    /// Reads the value.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        let box = XMLBox.make(size: MemoryLayout<Value>.size)
        try Value.decodeContent(decoder, into: box.memory.assumingMemoryBound(to: Value.self))
        box.kept = Value.self
        target.initialize(to: XMLIndirect(box: box))
    }

    /// Writes the value.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try value.encodeContent(encoder) }
    /// The elements that can begin the value.
    public static var firstElements: XMLFirstElements { Value.firstElements }
}
