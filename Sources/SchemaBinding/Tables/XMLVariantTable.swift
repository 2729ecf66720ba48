import XMLCore

/// A generated enum for an element whose type others are derived from: which one it is, `xsi:type` says.
public protocol XMLVariants: XMLField, XMLContent {
    /// The description of the cases.
    static var xml: XMLVariantTable<Self> { get }
}

extension XMLVariants {
    /// Reads the type that `xsi:type` names, or the declared one.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try xml.decode(decoder, into: target)
    }

    /// Writes `xsi:type`, where it is needed, and the content.
    public func encodeContent(_ encoder: XMLContentEncoder) throws { try Self.xml.encode(self, encoder) }

    /// The same type with equal content.
    public static func == (left: Self, right: Self) -> Bool {
        for variant in xml.variants {
            if let result = variant.isEqual(left, right) { return result }
        }
        return false
    }

    /// Hashes the content.
    public func hash(into hasher: inout Hasher) {
        for variant in Self.xml.variants where variant.hash(self, &hasher) { return }
    }
}

/// The description of such an enum: its cases with their types.
public final class XMLVariantTable<Choice: XMLContent>: Sendable {
    let variants: [XMLVariant<Choice>]

    /// Describes an enum.
    public init(_ type: Choice.Type, _ describe: (inout XMLVariantBuilder<Choice>) -> Void) {
        var builder = XMLVariantBuilder<Choice>()
        describe(&builder)
        variants = builder.variants
    }

    func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {
        let type = decoder.schemaType()
        guard let variant = variants.first(where: { type == nil ? $0.isDeclared : $0.type == type }) else {
            let names = variants.map(\.type.local).joined(separator: ", ")
            let text = type?.local ?? ""
            throw decoder.error(
                .unknownType, de: "Der Typ „\(text)“ (xsi:type) ist hier nicht vorgesehen.",
                en: "The type “\(text)” (xsi:type) is not provided for here.",
                hint: .init(de: "Erwartet: \(names)", en: "Expected: \(names)"))
        }
        try variant.decode(decoder, into: target)
    }

    func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws {
        for variant in variants where try variant.encode(value, encoder) { return }
    }
}

/// One type of such an enum.
class XMLVariant<Choice: XMLContent>: @unchecked Sendable {
    // Unchecked: all stored properties are constant, and the closures of the subclass are @Sendable.
    let type: XMLName
    let prefix: String
    let isDeclared: Bool

    init(_ type: XMLName, prefix: String, isDeclared: Bool) {
        self.type = type
        self.prefix = prefix
        self.isDeclared = isDeclared
    }

    func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {}
    func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws -> Bool { false }
    func isEqual(_ left: Choice, _ right: Choice) -> Bool? { nil }
    func hash(_ value: Choice, _ hasher: inout Hasher) -> Bool { false }
}

final class XMLVariantCase<Choice: XMLContent, T: XMLContent>: XMLVariant<Choice>, @unchecked Sendable {
    let make: @Sendable (T) -> Choice
    let take: @Sendable (Choice) -> T?

    init(
        _ type: XMLName, prefix: String, isDeclared: Bool, _ make: @escaping @Sendable (T) -> Choice,
        _ take: @escaping @Sendable (Choice) -> T?
    ) {
        self.make = make
        self.take = take
        super.init(type, prefix: prefix, isDeclared: isDeclared)
    }

    override func decode(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Choice>) throws {
        try withUnsafeTemporaryAllocation(of: T.self, capacity: 1) { memory in
            guard let temporary = memory.baseAddress else { return }
            try T.decodeContent(decoder, into: temporary)
            target.initialize(to: make(temporary.move()))
        }
    }

    override func encode(_ value: Choice, _ encoder: XMLContentEncoder) throws -> Bool {
        guard let content = take(value) else { return false }
        if !isDeclared {
            let name = XMLName("type", in: XMLName.schemaInstanceNamespace)
            encoder.attribute(
                XMLAttribute(name, prefix: "xsi", value: encoder.qualified(type, preferred: prefix)))
        }
        try content.encodeContent(encoder)
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

/// Collects the cases of an enum of types for its table.
public struct XMLVariantBuilder<Choice: XMLContent> {
    var variants: [XMLVariant<Choice>] = []

    /// A type.
    ///
    /// - Parameters:
    ///   - name: Its local name.
    ///   - namespace: Its namespace.
    ///   - declared: Whether it is the type that the schema declares, so that no `xsi:type` is needed.
    public mutating func type<T: XMLContent>(
        _ name: String, in namespace: XMLNamespace, declared: Bool = false,
        _ make: @escaping @Sendable (T) -> Choice, _ take: @escaping @Sendable (Choice) -> T?
    ) {
        variants.append(
            XMLVariantCase(
                XMLName(name, in: namespace.uri), prefix: namespace.prefix, isDeclared: declared, make, take))
    }
}
