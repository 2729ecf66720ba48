// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// builtins.xsd sha256:ff8d6f41a77f8c2164ef7c56e3bf00c8d5aa00b7dd32b665ab78c3fef16941eb
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `builtins`
public struct Builtins: XMLComplex {
    public var wertString: String
    public var wertBoolean: Bool
    public var wertDecimal: XSDDecimal
    public var wertFloat: Double
    public var wertDouble: Double
    public var wertDuration: XSDDuration
    public var wertDateTime: XSDDateTime
    public var wertTime: XSDTime
    public var wertDate: XSDDate
    public var wertGYearMonth: XSDYearMonth
    public var wertGYear: XSDYear
    public var wertGMonthDay: XSDMonthDay
    public var wertGDay: XSDDay
    public var wertGMonth: XSDMonth
    public var wertHexBinary: XSDHexBinary
    public var wertBase64Binary: XSDBase64
    public var wertAnyURI: String
    public var wertQName: XSDQName
    public var wertNormalizedString: String
    public var wertToken: String
    public var wertLanguage: XSDLanguage
    public var wertNMTOKEN: XSDNameToken
    public var wertName: XSDName
    public var wertNCName: XSDNCName
    public var wertInteger: XSDInteger
    public var wertNonPositiveInteger: XSDNonPositiveInteger
    public var wertNegativeInteger: XSDNegativeInteger
    public var wertLong: Int
    public var wertInt: Int32
    public var wertShort: Int16
    public var wertByte: Int8
    public var wertNonNegativeInteger: XSDNonNegativeInteger
    public var wertUnsignedLong: UInt64
    public var wertUnsignedInt: UInt32
    public var wertUnsignedShort: UInt16
    public var wertUnsignedByte: UInt8
    public var wertPositiveInteger: XSDPositiveInteger
    public init(
        wertString: String,
        wertBoolean: Bool,
        wertDecimal: XSDDecimal,
        wertFloat: Double,
        wertDouble: Double,
        wertDuration: XSDDuration,
        wertDateTime: XSDDateTime,
        wertTime: XSDTime,
        wertDate: XSDDate,
        wertGYearMonth: XSDYearMonth,
        wertGYear: XSDYear,
        wertGMonthDay: XSDMonthDay,
        wertGDay: XSDDay,
        wertGMonth: XSDMonth,
        wertHexBinary: XSDHexBinary,
        wertBase64Binary: XSDBase64,
        wertAnyURI: String,
        wertQName: XSDQName,
        wertNormalizedString: String,
        wertToken: String,
        wertLanguage: XSDLanguage,
        wertNMTOKEN: XSDNameToken,
        wertName: XSDName,
        wertNCName: XSDNCName,
        wertInteger: XSDInteger,
        wertNonPositiveInteger: XSDNonPositiveInteger,
        wertNegativeInteger: XSDNegativeInteger,
        wertLong: Int,
        wertInt: Int32,
        wertShort: Int16,
        wertByte: Int8,
        wertNonNegativeInteger: XSDNonNegativeInteger,
        wertUnsignedLong: UInt64,
        wertUnsignedInt: UInt32,
        wertUnsignedShort: UInt16,
        wertUnsignedByte: UInt8,
        wertPositiveInteger: XSDPositiveInteger
    ) {
        self.wertString = wertString
        self.wertBoolean = wertBoolean
        self.wertDecimal = wertDecimal
        self.wertFloat = wertFloat
        self.wertDouble = wertDouble
        self.wertDuration = wertDuration
        self.wertDateTime = wertDateTime
        self.wertTime = wertTime
        self.wertDate = wertDate
        self.wertGYearMonth = wertGYearMonth
        self.wertGYear = wertGYear
        self.wertGMonthDay = wertGMonthDay
        self.wertGDay = wertGDay
        self.wertGMonth = wertGMonth
        self.wertHexBinary = wertHexBinary
        self.wertBase64Binary = wertBase64Binary
        self.wertAnyURI = wertAnyURI
        self.wertQName = wertQName
        self.wertNormalizedString = wertNormalizedString
        self.wertToken = wertToken
        self.wertLanguage = wertLanguage
        self.wertNMTOKEN = wertNMTOKEN
        self.wertName = wertName
        self.wertNCName = wertNCName
        self.wertInteger = wertInteger
        self.wertNonPositiveInteger = wertNonPositiveInteger
        self.wertNegativeInteger = wertNegativeInteger
        self.wertLong = wertLong
        self.wertInt = wertInt
        self.wertShort = wertShort
        self.wertByte = wertByte
        self.wertNonNegativeInteger = wertNonNegativeInteger
        self.wertUnsignedLong = wertUnsignedLong
        self.wertUnsignedInt = wertUnsignedInt
        self.wertUnsignedShort = wertUnsignedShort
        self.wertUnsignedByte = wertUnsignedByte
        self.wertPositiveInteger = wertPositiveInteger
    }
    public static let rootNames = [nsK.name("builtins")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("wert.string", \.wertString)
        $0.element("wert.boolean", \.wertBoolean)
        $0.element("wert.decimal", \.wertDecimal)
        $0.element("wert.float", \.wertFloat)
        $0.element("wert.double", \.wertDouble)
        $0.element("wert.duration", \.wertDuration)
        $0.element("wert.dateTime", \.wertDateTime)
        $0.element("wert.time", \.wertTime)
        $0.element("wert.date", \.wertDate)
        $0.element("wert.gYearMonth", \.wertGYearMonth)
        $0.element("wert.gYear", \.wertGYear)
        $0.element("wert.gMonthDay", \.wertGMonthDay)
        $0.element("wert.gDay", \.wertGDay)
        $0.element("wert.gMonth", \.wertGMonth)
        $0.element("wert.hexBinary", \.wertHexBinary)
        $0.element("wert.base64Binary", \.wertBase64Binary)
        $0.element("wert.anyURI", \.wertAnyURI, token: true)
        $0.element("wert.QName", \.wertQName)
        $0.element("wert.normalizedString", \.wertNormalizedString)
        $0.element("wert.token", \.wertToken, token: true)
        $0.element("wert.language", \.wertLanguage)
        $0.element("wert.NMTOKEN", \.wertNMTOKEN)
        $0.element("wert.Name", \.wertName)
        $0.element("wert.NCName", \.wertNCName)
        $0.element("wert.integer", \.wertInteger)
        $0.element("wert.nonPositiveInteger", \.wertNonPositiveInteger)
        $0.element("wert.negativeInteger", \.wertNegativeInteger)
        $0.element("wert.long", \.wertLong)
        $0.element("wert.int", \.wertInt)
        $0.element("wert.short", \.wertShort)
        $0.element("wert.byte", \.wertByte)
        $0.element("wert.nonNegativeInteger", \.wertNonNegativeInteger)
        $0.element("wert.unsignedLong", \.wertUnsignedLong)
        $0.element("wert.unsignedInt", \.wertUnsignedInt)
        $0.element("wert.unsignedShort", \.wertUnsignedShort)
        $0.element("wert.unsignedByte", \.wertUnsignedByte)
        $0.element("wert.positiveInteger", \.wertPositiveInteger)
    }
}
