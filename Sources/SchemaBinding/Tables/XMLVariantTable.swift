import XMLCore

/// A generated enum for an element whose type others are derived from: which one it is, `xsi:type` says.
public protocol XMLVariants: XMLField, XMLContent {
    /// The description of the cases.
    static var xml: XMLVariantTable<Self> { get }
}

extension XMLVariants {
    /// Reads the type that `xsi:type` names, or the declared one.
    public static func decodeContent(_ decoder: XMLContentDecoder, into target: UnsafeMutablePointer<Self>) throws {
        try decoder.decodeVariants(xml.layout, into: UnsafeMutableRawPointer(target))
    }

    /// By the table.
    public static var xmlKind: XMLContentKind { XMLContentKind(.variants { xml.layout }) }

    /// Writes `xsi:type`, where it is needed, and the content.
    public func encodeContent(_ encoder: XMLContentEncoder) throws {
        try withUnsafePointer(to: self) { try encoder.encodeVariants(Self.xml.layout, UnsafeRawPointer($0)) }
    }

    /// The same type with equal content.
    public static func == (left: Self, right: Self) -> Bool {
        withUnsafePointer(to: left) { left in
            withUnsafePointer(to: right) { right in
                for variant in xml.layout.variants {
                    if let result = variant.isEqual(left, right) { return result }
                }
                return false
            }
        }
    }

    /// Hashes the content.
    public func hash(into hasher: inout Hasher) {
        withUnsafePointer(to: self) { value in
            for variant in Self.xml.layout.variants where variant.hash(value, &hasher) { return }
        }
    }
}

/// The description of such an enum: its cases with their types.
public final class XMLVariantTable<Choice: XMLContent>: Sendable {
    let layout: XMLVariantLayout

    /// Describes an enum.
    public init(_ type: Choice.Type, _ describe: (inout XMLVariantBuilder<Choice>) -> Void) {
        var builder = XMLVariantBuilder<Choice>()
        describe(&builder)
        layout = XMLVariantLayout(builder.variants)
    }
}

/// The cases of such an enum without its type.
final class XMLVariantLayout: Sendable {
    let variants: [XMLVariant]
    /// The one that needs no `xsi:type`; the array holds it.
    let declared: Unmanaged<XMLVariant>?

    init(_ variants: [XMLVariant]) {
        self.variants = variants
        declared = variants.first { $0.isDeclared }.map { Unmanaged.passUnretained($0) }
    }

    /// The one that `xsi:type` names, itself or by a type that restricts it; the declared one without a name.
    func variant(_ type: XMLName?) -> XMLVariant? {
        guard let type else { return variants.first { $0.isDeclared } }
        return variants.first { $0.type == type } ?? variants.first { $0.restrictions.contains(type) }
    }
}

/// One type of such an enum.
class XMLVariant: @unchecked Sendable {
    // Unchecked: all stored properties are constant, and the closures of the subclass are @Sendable.
    let type: XMLName
    let prefix: String
    let isDeclared: Bool
    /// What the case holds.
    let content: any XMLContent.Type
    let size: Int

    init(_ type: XMLName, prefix: String, isDeclared: Bool, content: any XMLContent.Type, size: Int) {
        self.type = type
        self.content = content
        self.prefix = prefix
        self.isDeclared = isDeclared
        self.size = size
    }

    /// The types that restrict this one and are read as it.
    var restrictions: [XMLName] {
        guard case .complex(let table) = content.xmlKind.form else { return [] }
        return table().typeNameField?.typeNames ?? []
    }

    /// Reads what the case holds.
    func decode(_ decoder: XMLContentDecoder, into content: UnsafeMutableRawPointer) throws {}
    /// Moves what the case holds into the enum.
    func inject(_ content: UnsafeMutableRawPointer, into choice: UnsafeMutableRawPointer) {}
    /// Writes what the case holds; false for another case.
    func encode(_ choice: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws -> Bool { false }
    func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool? { nil }
    func hash(_ choice: UnsafeRawPointer, _ hasher: inout Hasher) -> Bool { false }
}

final class XMLVariantCase<Choice: XMLContent, T: XMLContent>: XMLVariant, @unchecked Sendable {
    let make: @Sendable (consuming T) -> Choice
    let take: @Sendable (Choice) -> T?

    init(
        _ type: XMLName, prefix: String, isDeclared: Bool, _ make: @escaping @Sendable (consuming T) -> Choice,
        _ take: @escaping @Sendable (Choice) -> T?
    ) {
        self.make = make
        self.take = take
        super.init(type, prefix: prefix, isDeclared: isDeclared, content: T.self, size: MemoryLayout<T>.size)
    }

    private func take(_ choice: UnsafeRawPointer) -> T? { take(choice.assumingMemoryBound(to: Choice.self).pointee) }

    override func decode(_ decoder: XMLContentDecoder, into content: UnsafeMutableRawPointer) throws {
        try T.decodeContent(decoder, into: content.assumingMemoryBound(to: T.self))
    }

    override func inject(_ content: UnsafeMutableRawPointer, into choice: UnsafeMutableRawPointer) {
        choice.assumingMemoryBound(to: Choice.self).initialize(
            to: make(content.assumingMemoryBound(to: T.self).move()))
    }

    override func encode(_ choice: UnsafeRawPointer, _ encoder: XMLContentEncoder) throws -> Bool {
        guard let content = take(choice) else { return false }
        if !isDeclared, !namesItsType(content) {
            let name = XMLName("type", in: XMLName.schemaInstanceNamespace)
            encoder.attribute(
                XMLAttribute(name, prefix: "xsi", value: encoder.qualified(type, preferred: prefix)))
        }
        try content.encodeContent(encoder)
        return true
    }

    /// Whether the content writes an `xsi:type` of its own.
    private func namesItsType(_ content: T) -> Bool {
        guard case .complex(let table) = T.xmlKind.form, let field = table().typeNameField else { return false }
        return withUnsafePointer(to: content) { !field.codec.isNil(UnsafeRawPointer($0) + field.offset) }
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

/// Collects the cases of an enum of types for its table.
public struct XMLVariantBuilder<Choice: XMLContent> {
    var variants: [XMLVariant] = []

    /// A type.
    ///
    /// - Parameters:
    ///   - name: Its local name.
    ///   - namespace: Its namespace.
    ///   - declared: Whether it is the type that the schema declares, so that no `xsi:type` is needed.
    public mutating func type<T: XMLContent>(
        _ name: String, in namespace: XMLNamespace, declared: Bool = false,
        _ make: @escaping @Sendable (consuming T) -> Choice, _ take: @escaping @Sendable (Choice) -> T?
    ) {
        variants.append(
            XMLVariantCase<Choice, T>(
                XMLName(name, in: namespace.uri), prefix: namespace.prefix, isDeclared: declared, make, take))
    }
}
