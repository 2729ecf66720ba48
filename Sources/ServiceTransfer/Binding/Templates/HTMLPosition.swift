/// Where in an HTML text a byte stands: in running text, in an attribute's value, or where a value could become markup.
/// It follows the few forms that texts of services have (elements, attributes, comments); what it does not know counts as
/// a place where no value may stand.
struct HTMLPosition {
    enum Place: Equatable {
        case text
        /// In the quoted value of an attribute, with what stands before in it.
        case attribute(name: String, value: String)
        /// Where a value would be markup or a program.
        case forbidden
    }

    private enum Mode {
        case text, tagOpen, tag, attributeName, beforeValue, unquoted, comment, raw
        case value(UInt8)
    }

    private var mode = Mode.text
    private var name: [UInt8] = []
    private var attribute: [UInt8] = []
    private var attributeValue: [UInt8] = []

    var place: Place {
        switch mode {
        case .text: .text
        case .value:
            .attribute(
                name: String(decoding: attribute, as: UTF8.self).lowercased(),
                value: String(decoding: attributeValue, as: UTF8.self))
        default: .forbidden
        }
    }

    /// Takes note of a value that was put here.
    mutating func advance(over value: String) {
        if case .value = mode { attributeValue += Array(value.utf8) }
    }

    mutating func advance(_ byte: UInt8) {
        switch mode {
        case .text:
            if byte == Self.less { open() }
        case .tagOpen:
            if Self.isSpace(byte) {
                name.isEmpty ? (mode = .text) : (mode = .tag)
            } else if byte == Self.greater {
                close()
            } else if name.isEmpty, byte != Self.slash, byte != Self.bang, !Self.isLetter(byte) {
                // “a < b” is no tag.
                mode = .text
            } else {
                name.append(byte)
                if name == Array("!--".utf8) {
                    mode = .comment
                    name = []
                }
            }
        case .tag:
            if byte == Self.greater {
                close()
            } else if byte == Self.equals {
                mode = .beforeValue
            } else if !Self.isSpace(byte), byte != Self.slash {
                attribute = [byte]
                mode = .attributeName
            }
        case .attributeName:
            if byte == Self.equals {
                mode = .beforeValue
            } else if byte == Self.greater {
                close()
            } else if Self.isSpace(byte) {
                mode = .tag
            } else {
                attribute.append(byte)
            }
        case .beforeValue:
            if byte == Self.quote || byte == Self.apostrophe {
                attributeValue = []
                mode = .value(byte)
            } else if byte == Self.greater {
                close()
            } else if !Self.isSpace(byte) {
                mode = .unquoted
            }
        case .value(let end):
            byte == end ? (mode = .tag) : attributeValue.append(byte)
        case .unquoted:
            if byte == Self.greater { close() } else if Self.isSpace(byte) { mode = .tag }
        case .comment:
            name = name.suffix(2) + [byte]
            if name == Array("-->".utf8) {
                name = []
                mode = .text
            }
        case .raw:
            if byte == Self.slash, name.last == Self.less {
                open()
                name.append(byte)
            } else {
                name = [byte]
            }
        }
    }

    private mutating func open() {
        name = []
        mode = .tagOpen
    }

    private mutating func close() {
        let isProgram = ["script", "style"].contains(String(decoding: name, as: UTF8.self).lowercased())
        name = []
        mode = isProgram ? .raw : .text
    }

    private static let less = UInt8(ascii: "<")
    private static let greater = UInt8(ascii: ">")
    private static let slash = UInt8(ascii: "/")
    private static let bang = UInt8(ascii: "!")
    private static let equals = UInt8(ascii: "=")
    private static let quote = UInt8(ascii: "\"")
    private static let apostrophe = UInt8(ascii: "'")

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
