/// A closed list of values of a type that has several spellings for one value: `7` is listed where the schema says `007` (XML
/// Schema Part 2, 4.3.5: values are compared, not texts). Generated enums over numbers, booleans, dates and binary data conform.
public protocol XMLValueEnumeration: XMLEnumeration {
    /// The type whose values are listed.
    associatedtype Base: XMLSimpleValue
}

extension XMLValueEnumeration {
    /// Looked at as a value.
    public static var xmlKind: XMLContentKind { XMLContentKind(.leaf(.other, nil)) }

    /// The value of a text, or nil when it is not in the list.
    public init?(xmlText: String) {
        if let value = Self(rawValue: xmlText) {
            self = value
            return
        }
        guard let wanted = Base(xmlText: xmlText) else { return nil }
        let number = wanted as? XSDDecimal
        for value in Self.allCases {
            guard let other = Base(xmlText: value.rawValue) else { continue }
            // Decimals keep how they are written, and so differ where their values do not.
            if other == wanted
                || number.flatMap({ left in (other as? XSDDecimal).map { left.compare($0) == 0 } }) == true
            {
                self = value
                return
            }
        }
        return nil
    }
}
