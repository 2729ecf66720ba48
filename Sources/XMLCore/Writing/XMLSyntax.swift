import Findings

/// What XML 1.0 (fifth edition) allows where.
enum XMLSyntax {
    static var forbiddenCharacter: XMLError {
        XMLEventWriter.notWritable(
            Message(
                de: "Der Text enthält ein Zeichen, das XML 1.0 nicht erlaubt (Steuerzeichen, U+FFFE oder U+FFFF).",
                en: "The text has a character that XML 1.0 does not allow (a control character, U+FFFE or U+FFFF)."))
    }

    /// Production 2: Char.
    static func checkCharacters(_ text: String) throws(XMLError) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: continue
            default: throw forbiddenCharacter
            }
        }
    }

    /// Namespaces in XML 1.0, production 4: NCName.
    static func checkName(_ name: String) throws(XMLError) {
        var isFirst = true
        for scalar in name.unicodeScalars {
            guard isNameStart(scalar) || (!isFirst && isNameRest(scalar)) else { throw badName(name) }
            isFirst = false
        }
        if isFirst { throw badName(name) }
    }

    private static func badName(_ name: String) -> XMLError {
        XMLEventWriter.notWritable(
            Message(de: "„\(name)“ ist kein XML-Name.", en: "\"\(name)\" is not an XML name."))
    }

    /// Production 4 without the colon.
    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// Production 4a, what it adds to production 4.
    private static func isNameRest(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
