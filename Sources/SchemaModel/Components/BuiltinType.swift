/// The types that XML Schema brings along (XML Schema Part 2, chapter 3, and `anyType` of Part 1).
public enum BuiltinType: String, Sendable, Hashable, CaseIterable {
    case anyType, anySimpleType
    case string, boolean, decimal, float, double, duration, dateTime, time, date, gYearMonth, gYear, gMonthDay, gDay
    case gMonth, hexBinary, base64Binary, anyURI
    case qName = "QName"
    case notation = "NOTATION"
    case normalizedString, token, language
    case nmtoken = "NMTOKEN"
    case nmtokens = "NMTOKENS"
    case name = "Name"
    case ncName = "NCName"
    case id = "ID"
    case idref = "IDREF"
    case idrefs = "IDREFS"
    case entity = "ENTITY"
    case entities = "ENTITIES"
    case integer, nonPositiveInteger, negativeInteger, long, int, short, byte, nonNegativeInteger, unsignedLong
    case unsignedInt, unsignedShort, unsignedByte, positiveInteger

    /// The namespace of these types and of the schema language.
    public static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The type from which this one is derived; nil for `anyType`.
    public var base: BuiltinType? {
        switch self {
        case .anyType: nil
        case .anySimpleType: .anyType
        case .normalizedString: .string
        case .token: .normalizedString
        case .language, .nmtoken, .name: .token
        case .ncName: .name
        case .id, .idref, .entity: .ncName
        case .integer: .decimal
        case .nonPositiveInteger, .long, .nonNegativeInteger: .integer
        case .negativeInteger: .nonPositiveInteger
        case .int: .long
        case .short: .int
        case .byte: .short
        case .unsignedLong, .positiveInteger: .nonNegativeInteger
        case .unsignedInt: .unsignedLong
        case .unsignedShort: .unsignedInt
        case .unsignedByte: .unsignedShort
        default: .anySimpleType
        }
    }

    /// For the three list types: what they are lists of.
    public var item: BuiltinType? {
        switch self {
        case .nmtokens: .nmtoken
        case .idrefs: .idref
        case .entities: .entity
        default: nil
        }
    }

    /// The primitive type on which this one rests; itself for primitive types, `anyType` and `anySimpleType`.
    public var primitive: BuiltinType {
        var type = self
        while let base = type.base, base != .anySimpleType, base != .anyType { type = base }
        return type
    }
}
