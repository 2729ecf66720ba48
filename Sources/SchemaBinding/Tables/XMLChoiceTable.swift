import XMLCore

/// The description of a generated enum: its cases with what each holds.
public final class XMLChoiceTable<Choice: XMLContent>: Sendable {
    let layout: XMLChoiceLayout
    var firstElements: XMLFirstElements { layout.firstElements }

    /// Describes an enum.
    public init(
        _ type: Choice.Type, in namespace: XMLNamespace, _ describe: (inout XMLChoiceBuilder<Choice>) -> Void
    ) {
        var builder = XMLChoiceBuilder<Choice>(namespace: namespace)
        describe(&builder)
        layout = XMLChoiceLayout(builder.alternatives)
    }

    func isEqual(_ left: Choice, _ right: Choice) -> Bool {
        withUnsafePointer(to: left) { left in
            withUnsafePointer(to: right) { right in
                for alternative in layout.alternatives {
                    if let result = alternative.isEqual(left, right) { return result }
                }
                return false
            }
        }
    }

    func hash(_ value: Choice, _ hasher: inout Hasher) {
        withUnsafePointer(to: value) { value in
            for (index, alternative) in layout.alternatives.enumerated() where alternative.hash(value, &hasher) {
                return hasher.combine(index)
            }
        }
    }
}

/// The cases of an enum without its type.
final class XMLChoiceLayout: Sendable {
    let alternatives: [XMLAlternative]
    let firstElements: XMLFirstElements
    // Never freed: tables live as long as the process. The alternatives are those of the array.
    nonisolated(unsafe) let pointers: UnsafeMutablePointer<Unmanaged<XMLAlternative>>
    private let byName: XMLNameMap

    init(_ alternatives: [XMLAlternative]) {
        self.alternatives = alternatives
        var first = XMLFirstElements()
        var pairs: [(id: Int32, index: Int32)] = []
        pointers = .allocate(capacity: max(1, alternatives.count))
        for (index, alternative) in alternatives.enumerated() {
            first.names.formUnion(alternative.field.first.names)
            first.wildcards += alternative.field.first.wildcards
            for name in alternative.field.first.names.sorted() { pairs.append((name, Int32(index))) }
            (pointers + index).initialize(to: Unmanaged.passUnretained(alternative))
        }
        firstElements = first
        byName = XMLNameMap(pairs)
    }

    /// The case that an element begins, or -1.
    @inline(__always) func index(of id: Int32) -> Int { byName.index(of: id) }
}

/// One case of a choice: a table with one field, and how the field gets into the enum and out of it.
class XMLAlternative: @unchecked Sendable {
    // Unchecked: all stored properties are constant, and the closures of the subclass are @Sendable.
    let field: XMLTable.Field
    let layout: UnsafePointer<XMLLayout>
    let size: Int

    init(_ field: XMLTable.Field, size: Int) {
        self.field = field
        self.size = size
        layout = XMLLayout.make([field], content: .sequence, isGroup: true, size: size)
    }

    /// Moves what a case holds into the enum.
    func inject(_ content: UnsafeMutableRawPointer, into choice: UnsafeMutableRawPointer) {}
    /// Hands out what the case holds; false for another case.
    func project(_ choice: UnsafeRawPointer, _ body: (UnsafeRawPointer) throws -> Void) rethrows -> Bool { false }
    func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool? { nil }
    func hash(_ choice: UnsafeRawPointer, _ hasher: inout Hasher) -> Bool { false }
}

final class XMLCase<Choice: XMLContent, F: XMLField>: XMLAlternative, @unchecked Sendable {
    let make: @Sendable (consuming F) -> Choice
    let take: @Sendable (Choice) -> F?

    init(
        _ field: XMLTable.Field, _ make: @escaping @Sendable (consuming F) -> Choice,
        _ take: @escaping @Sendable (Choice) -> F?
    ) {
        self.make = make
        self.take = take
        super.init(field, size: MemoryLayout<F>.size)
    }

    private func take(_ choice: UnsafeRawPointer) -> F? { take(choice.assumingMemoryBound(to: Choice.self).pointee) }

    override func inject(_ content: UnsafeMutableRawPointer, into choice: UnsafeMutableRawPointer) {
        choice.assumingMemoryBound(to: Choice.self).initialize(
            to: make(content.assumingMemoryBound(to: F.self).move()))
    }

    override func project(_ choice: UnsafeRawPointer, _ body: (UnsafeRawPointer) throws -> Void) rethrows -> Bool {
        guard let content = take(choice) else { return false }
        try withUnsafePointer(to: content) { try body(UnsafeRawPointer($0)) }
        return true
    }

    override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool? {
        switch (take(left), take(right)) {
        case (nil, nil): nil
        case (let left?, let right?): left == right
        default: false
        }
    }

    override func hash(_ choice: UnsafeRawPointer, _ hasher: inout Hasher) -> Bool {
        guard let content = take(choice) else { return false }
        content.hash(into: &hasher)
        return true
    }
}

/// Collects the cases of an enum for its table.
public struct XMLChoiceBuilder<Choice: XMLContent> {
    let namespace: XMLNamespace
    var alternatives: [XMLAlternative] = []

    /// A case that is an element, or several of that name.
    public mutating func element<F: XMLField>(
        _ name: String, _ make: @escaping @Sendable (consuming F) -> Choice, in other: XMLNamespace? = nil,
        min minimum: Int? = nil, max maximum: Int? = nil, token: Bool = false, fixed: String? = nil,
        default defaultValue: String? = nil, _ take: @escaping @Sendable (Choice) -> F?
    ) {
        let namespace = other ?? self.namespace
        let name = XMLName(name, in: namespace.uri)
        let id = XMLNameRegistry.id(name, prefix: namespace.prefix)
        var first = XMLFirstElements()
        first.names = [id]
        add(
            .element, id, name, minimum, maximum, first, make, take, token: token, fixed: fixed,
            defaultValue: defaultValue)
    }

    /// A case that is a group of elements.
    public mutating func group<F: XMLField>(
        _ make: @escaping @Sendable (consuming F) -> Choice, min minimum: Int? = nil, max maximum: Int? = nil,
        _ take: @escaping @Sendable (Choice) -> F?
    ) {
        add(.group, 0, XMLName(""), minimum, maximum, nil, make, take)
    }

    /// A case that is a foreign element, or several.
    public mutating func any<F: XMLField>(
        _ make: @escaping @Sendable (consuming F) -> Choice, _ wildcard: XMLWildcard = .any, min minimum: Int? = nil,
        max maximum: Int? = nil, _ take: @escaping @Sendable (Choice) -> F?
    ) {
        var first = XMLFirstElements()
        first.wildcards = [wildcard]
        add(.wildcard, 0, XMLName("*"), minimum, maximum, first, make, take)
    }

    private mutating func add<F: XMLField>(
        _ kind: XMLTable.Kind, _ id: Int32, _ name: XMLName, _ minimum: Int?, _ maximum: Int?,
        _ first: XMLFirstElements?, _ make: @escaping @Sendable (consuming F) -> Choice,
        _ take: @escaping @Sendable (Choice) -> F?, token: Bool = false, fixed: String? = nil,
        defaultValue: String? = nil
    ) {
        let codec = F.makeCodec()
        let bounds = F.occurrence
        let field = XMLTable.Field(
            kind: kind, nameID: id, name: name, offset: 0, minimum: Int32(clamping: minimum ?? bounds.minimum),
            maximum: (maximum ?? bounds.maximum).map { Int32(clamping: $0) } ?? Int32.max, codec: codec,
            first: first ?? codec.firstElements, isToken: token, fixed: fixed, defaultValue: defaultValue)
        alternatives.append(XMLCase<Choice, F>(field, make, take))
    }
}
