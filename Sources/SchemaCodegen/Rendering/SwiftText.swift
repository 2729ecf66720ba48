/// Lines of Swift with their indentation.
struct SwiftText {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ text: String = "") {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: depth) + text)
    }

    mutating func block(_ head: String, _ tail: String = "}", _ body: (inout SwiftText) -> Void) {
        line(head)
        depth += 1
        body(&self)
        depth -= 1
        line(tail)
    }

    /// Documentation comments, wrapped at 120 columns.
    mutating func documentation(_ paragraphs: [String]) {
        let width = max(40, 116 - depth * 4)
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { line("///") }
            var current = ""
            for word in paragraph.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
                if !current.isEmpty, current.count + word.count + 1 > width {
                    line("/// " + current)
                    current = ""
                }
                current += current.isEmpty ? String(word) : " " + word
            }
            if !current.isEmpty { line("/// " + current) }
        }
    }

    /// A text as a string of JSON.
    static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A literal for any text.
    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _
            where scalar.value < 0x20 || scalar.properties.generalCategory == .nonspacingMark
                || scalar.properties.generalCategory == .format
                || (scalar.properties.generalCategory == .spaceSeparator && scalar != " ") || scalar.value == 0x2028
                || scalar.value == 0x2029:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
