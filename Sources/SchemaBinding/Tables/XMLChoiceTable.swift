import XMLCore

/// The description of a generated enum: its cases with what each holds.
public final class XMLChoiceTable<Choice: XMLContent>: Sendable {
    let alternatives: [XMLAlternative<Choice>]
    let firstElements: XMLFirstElements
    private let byName: [Int32: Int]

    /// Describes an enum.
    public init(
        _ type: Choice.Type, in namespace: XMLNamespace, _ describe: (inout XMLChoiceBuilder<Choice>) -> Void
    ) {
        var builder = XMLChoiceBuilder<Choice>(namespace: namespace)
        describe(&builder)
        alternatives = builder.alternatives
        var first = XMLFirstElements()
        for alternative in builder.alternatives {
            first.names.formUnion(alternative.field.first.names)
            first.wildcards += alternative.field.first.wildcards
        }
        firstElements = first
        var byName: [Int32: Int] = [:]
        for (index, alternative) in builder.alternatives.enumerated() {
            for name in alternative.field.first.names where byName[name] == nil { byName[name] = index }
        }
        self.byName = byName
    }

    func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {
        let id = try decoder.peek()
        if let index = byName[id] { return try alternatives[index].decode(decoder, into: target) }
        for alternative in alternatives where decoder.accepts(alternative.field, id) {
            return try alternative.decode(decoder, into: target)
        }
        throw decoder.unexpected(expected: alternatives.map(\.field.name))
    }

    func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws {
        for alternative in alternatives where try alternative.encode(value, encoder) { return }
    }

    func isEqual(_ left: Choice, _ right: Choice) -> Bool {
        for alternative in alternatives {
            if let result = alternative.isEqual(left, right) { return result }
        }
        return false
    }

    func hash(_ value: Choice, _ hasher: inout Hasher) {
        for (index, alternative) in alternatives.enumerated() where alternative.hash(value, &hasher) {
            return hasher.combine(index)
        }
    }
}

/// One case of a choice.
class XMLAlternative<Choice: XMLContent>: @unchecked Sendable {
    // Unchecked: `field` is constant, and so are the closures of the subclass, which are @Sendable.
    let field: XMLTable.Field

    init(_ field: XMLTable.Field) { self.field = field }

    func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {}
    func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws -> Bool { false }
    func isEqual(_ left: Choice, _ right: Choice) -> Bool? { nil }
    func hash(_ value: Choice, _ hasher: inout Hasher) -> Bool { false }
}

final class XMLCase<Choice: XMLContent, F: XMLField>: XMLAlternative<Choice>, @unchecked Sendable {
    let make: @Sendable (F) -> Choice
    let take: @Sendable (Choice) -> F?

    init(_ field: XMLTable.Field, _ make: @escaping @Sendable (F) -> Choice, _ take: @escaping @Sendable (Choice) -> F?)
    {
        self.make = make
        self.take = take
        super.init(field)
    }

    override func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {
        try withUnsafeTemporaryAllocation(of: F.self, capacity: 1) { memory in
            guard let temporary = memory.baseAddress else { return }
            try decoder.decodeOccurrences(field, into: UnsafeMutableRawPointer(temporary))
            target.initialize(to: make(temporary.move()))
        }
    }

    override func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws -> Bool {
        guard let content = take(value) else { return false }
        try withUnsafePointer(to: content) { try encoder.encodeField(field, UnsafeRawPointer($0)) }
        return true
    }

    override func isEqual(_ left: Choice, _ right: Choice) -> Bool? {
        switch (take(left), take(right)) {
        case (nil, nil): nil
        case (let left?, let right?): left == right
        default: false
        }
    }

    override func hash(_ value: Choice, _ hasher: inout Hasher) -> Bool {
        guard let content = take(value) else { return false }
        content.hash(into: &hasher)
        return true
    }
}

/// Collects the cases of an enum for its table.
public struct XMLChoiceBuilder<Choice: XMLContent> {
    let namespace: XMLNamespace
    var alternatives: [XMLAlternative<Choice>] = []

    /// A case that is an element, or several of that name.
    public mutating func element<F: XMLField>(
        _ name: String, _ make: @escaping @Sendable (F) -> Choice, in other: XMLNamespace? = nil,
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
        _ make: @escaping @Sendable (F) -> Choice, min minimum: Int? = nil, max maximum: Int? = nil,
        _ take: @escaping @Sendable (Choice) -> F?
    ) {
        add(.group, 0, XMLName(""), minimum, maximum, nil, make, take)
    }

    /// A case that is a foreign element, or several.
    public mutating func any<F: XMLField>(
        _ make: @escaping @Sendable (F) -> Choice, _ wildcard: XMLWildcard = .any, min minimum: Int? = nil,
        max maximum: Int? = nil, _ take: @escaping @Sendable (Choice) -> F?
    ) {
        var first = XMLFirstElements()
        first.wildcards = [wildcard]
        add(.wildcard, 0, XMLName("*"), minimum, maximum, first, make, take)
    }

    private mutating func add<F: XMLField>(
        _ kind: XMLTable.Kind, _ id: Int32, _ name: XMLName, _ minimum: Int?, _ maximum: Int?,
        _ first: XMLFirstElements?, _ make: @escaping @Sendable (F) -> Choice,
        _ take: @escaping @Sendable (Choice) -> F?, token: Bool = false, fixed: String? = nil,
        defaultValue: String? = nil
    ) {
        let codec = F.makeCodec()
        let bounds = F.occurrence
        let field = XMLTable.Field(
            kind: kind, nameID: id, name: name, offset: 0, minimum: Int32(clamping: minimum ?? bounds.minimum),
            maximum: (maximum ?? bounds.maximum).map { Int32(clamping: $0) } ?? Int32.max, codec: codec,
            first: first ?? codec.firstElements, isToken: token, fixed: fixed, defaultValue: defaultValue)
        alternatives.append(XMLCase(field, make, take))
    }
}
