import Foundation

/// Makes Swift names from those of schemas.
enum SwiftNames {
    /// Names that generated code must not give to its own types: those it uses itself, and those that would confuse.
    static let reservedTypes: Set<String> = [
        "Any", "AnyObject", "Array", "Bool", "Character", "Codable", "Data", "Date", "Decimal", "Dictionary", "Double",
        "Duration", "Equatable", "Error", "Float", "Hashable", "Hasher", "Identifiable", "Int", "Int8", "Int16",
        "Int32", "Int64", "KeyPath", "Locale", "Never", "Optional", "Protocol", "Range", "Result", "Self", "Sendable",
        "Sequence", "Set", "String", "Substring", "Task", "Type", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "URL",
        "UUID", "Void", "Swift", "SchemaBinding", "XMLCore",
        // A type that is called like one of these would hide it wherever the module is imported.
        "Actor", "AsyncSequence", "CaseIterable", "ClosedRange", "CodingKey", "Collection", "Comparable",
        "CustomStringConvertible", "Decodable", "Decoder", "Encodable", "Encoder", "IteratorProtocol", "MainActor",
        "Mirror", "ObjectIdentifier", "OptionSet", "RawRepresentable", "StaticString",
        // Every public type of SchemaBinding and XMLCore; a test compares.
        "XMLAnyContent", "XMLAnyElement", "XMLAttribute", "XMLBindingError", "XMLChoice", "XMLChoiceBuilder",
        "XMLChoiceTable", "XMLComplex", "XMLContent", "XMLContentDecoder", "XMLContentEncoder", "XMLContentKind",
        "XMLEnumeration", "XMLError", "XMLEvent", "XMLEventReader", "XMLEventWriter", "XMLFacets", "XMLField",
        "XMLFieldCodec", "XMLFirstElements", "XMLForeignAttributes", "XMLIndirect", "XMLInteger", "XMLLanguageTag",
        "XMLLimits", "XMLList", "XMLMixedContent", "XMLName", "XMLNamespace", "XMLNamespaceDeclaration", "XMLNillable",
        "XMLOccurrence", "XMLOpenEnumeration", "XMLPattern", "XMLPosition", "XMLPrefixPolicy", "XMLRefined",
        "XMLSimpleValue", "XMLSource", "XMLStartElement", "XMLTable", "XMLTableBuilder", "XMLTree", "XMLTypeName",
        "XMLUnion", "XMLValueDecoder", "XMLValueEncoder", "XMLValueEnumeration", "XMLVariantBuilder", "XMLVariantTable",
        "XMLVariants", "XMLWildcard", "XMLWriterOptions", "XOEVCode", "XSDBase64", "XSDDate", "XSDDateTime", "XSDDay",
        "XSDDecimal", "XSDDuration", "XSDHexBinary", "XSDInteger", "XSDLanguage", "XSDMonth", "XSDMonthDay",
        "XSDNCName", "XSDName", "XSDNameText", "XSDNameToken", "XSDNegativeInteger", "XSDNonNegativeInteger",
        "XSDNonPositiveInteger", "XSDPositiveInteger", "XSDQName", "XSDSignedInteger", "XSDTemporal",
        "XSDTemporalParts", "XSDTime", "XSDTimeZone", "XSDYear", "XSDYearMonth",
    ]

    /// Names that generated structs have already.
    static let reservedMembers: Set<String> = ["xml", "rootNames", "self", "init", "hash", "hashValue", "Type", "Self"]

    private static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
        "internal", "let", "open", "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static",
        "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do",
        "else",
        "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch", "where", "while", "as",
        "false",
        "is", "nil", "self", "super", "throws", "true", "try", "Any", "Self", "Type", "Protocol",
        // Words that begin an expression.
        "await", "consume", "copy", "discard", "each", "unsafe", "yield",
    ]

    /// A name in back ticks, where Swift needs them.
    static func quoted(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// Whether a text can stand as a name, in back ticks where it is a keyword.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    }

    /// `Identifikation.NachrichtType` → `IdentifikationNachricht`.
    static func type(_ name: String) -> String {
        var words = words(name)
        if let last = words.last, last.hasSuffix("Type"), last != "Type" || words.count > 1 {
            words[words.count - 1] = String(last.dropLast(4))
        }
        let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return startingWithLetter(joined.isEmpty ? "Typ" : joined)
    }

    /// `nachrichtenkopf.g2g` → `nachrichtenkopfG2g`, `UUID` → `uuid`, `IDNummer` → `idNummer`.
    static func member(_ name: String) -> String {
        let words = words(name)
        guard let first = words.first else { return "leer" }
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return startingWithLetter(lowerFirst(first) + rest)
    }

    /// The name of the case of a union for a member type.
    static func unionCase(_ type: String) -> String { lowerFirst(self.type(type)) }

    /// The name of an enumeration's case.
    static func enumCase(_ value: String) -> String {
        if value.isEmpty { return "leer" }
        if let sign = ["-": "minus", "+": "plus"][value.prefix(1)], value.dropFirst().first?.isNumber == true {
            return sign + words(String(value.dropFirst())).joined(separator: "_")
        }
        let name = member(value)
        if name == "leer" || name == "_" {
            return "wert" + value.unicodeScalars.map { String($0.value, radix: 16) }.joined()
        }
        return name
    }

    private static func startingWithLetter(_ name: String) -> String {
        guard let first = name.unicodeScalars.first else { return "_" }
        return ("0"..."9").contains(first) ? "_" + name : name
    }

    private static func lowerFirst(_ word: String) -> String {
        let upper = word.prefix { $0.isUppercase || $0.isNumber }
        if upper.count == word.count { return word.lowercased() }
        if upper.count <= 1 { return word.prefix(1).lowercased() + word.dropFirst() }
        return upper.dropLast().lowercased() + word.dropFirst(upper.count - 1)
    }

    /// The runs of letters and digits, umlauts written out, other diacritics of Latin letters left away.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": word.unicodeScalars.append(scalar)
            case "ä": word += "ae"
            case "ö": word += "oe"
            case "ü": word += "ue"
            case "Ä": word += "Ae"
            case "Ö": word += "Oe"
            case "Ü": word += "Ue"
            case "ß": word += "ss"
            default:
                if scalar.properties.isAlphabetic, scalar.value > 127 {
                    let base = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first
                    if let base, base.isASCII, base.properties.isAlphabetic {
                        word.unicodeScalars.append(base)
                        continue
                    }
                    // Letters of other scripts stay: Swift takes them.
                    if scalar.properties.isXIDContinue, scalar.properties.canonicalCombiningClass == .notReordered {
                        word.unicodeScalars.append(scalar)
                        continue
                    }
                }
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// Gives out each name once.
struct NameSpace {
    private var taken: Set<String>

    init(_ reserved: Set<String> = []) { taken = reserved }

    func contains(_ name: String) -> Bool { taken.contains(name) }

    mutating func insert(_ name: String) { taken.insert(name) }

    /// The name itself, or with the first number that makes it new. `others` are names that it must not have either.
    mutating func assign(_ wanted: String, avoiding others: Set<String> = []) -> String {
        var name = wanted
        var number = 2
        while others.contains(name) || !taken.insert(name).inserted {
            name = "\(wanted)\(wanted.last?.isNumber == true ? "_" : "")\(number)"
            number += 1
        }
        return name
    }
}
