/// Bytes that grow, with the escaping that XML asks for.
struct XMLByteBuffer {
    var bytes: [UInt8] = []

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(repeating byte: UInt8, count: Int) {
        bytes.append(contentsOf: repeatElement(byte, count: count))
    }

    /// Escapes as Canonical XML does (section 2.3), so that what is written reads back the same: besides the markup
    /// characters, a carriage return everywhere, and tab and line feed in attribute values.
    mutating func appendEscaped(_ text: String, inAttribute: Bool) throws(XMLError) {
        var text = text
        let isAllowed = text.withUTF8 { utf8 -> Bool in
            var start = 0
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                let replacement: StaticString
                switch byte {
                case 0x26: replacement = "&amp;"
                case 0x3C: replacement = "&lt;"
                case 0x3E where !inAttribute: replacement = "&gt;"
                case 0x22 where inAttribute: replacement = "&quot;"
                case 0x0D: replacement = "&#xD;"
                case 0x09 where inAttribute: replacement = "&#x9;"
                case 0x0A where inAttribute: replacement = "&#xA;"
                case 0x09, 0x0A:
                    index += 1
                    continue
                case 0..<0x20: return false
                case 0xEF
                where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
                    return false
                default:
                    index += 1
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                index += 1
                start = index
            }
            bytes.append(contentsOf: utf8[start...])
            return true
        }
        if !isAllowed { throw XMLSyntax.forbiddenCharacter }
    }
}
