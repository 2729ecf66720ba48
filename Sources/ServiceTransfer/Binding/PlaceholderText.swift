/// Replaces `{{name}}` in a text. Values are not searched again, so a value cannot name another parameter.
struct PlaceholderText {
    enum Problem: Hashable {
        /// No parameter of this name is declared, or it is a secret.
        case unknown(String)
        /// The parameter has no value.
        case empty(String)
    }

    let values: [String: ResolvedParameter]
    let declared: Set<String>
    private(set) var problems: [Problem] = []

    init(values: [String: ResolvedParameter], declared: Set<String>) {
        self.values = values
        self.declared = declared
    }

    /// The text with values; `escapesHTML` when the text is HTML.
    mutating func replaced(_ text: String, escapesHTML: Bool) -> String {
        guard text.contains("{{") else { return text }
        var result = ""
        var rest = text[...]
        while let open = Self.range(of: "{{", in: rest) {
            result += rest[..<open]
            let inner = rest[rest.index(open, offsetBy: 2)...]
            guard let close = Self.range(of: "}}", in: inner), Self.isName(inner[..<close]) else {
                result += "{{"
                rest = inner
                continue
            }
            let name = String(inner[..<close])
            rest = inner[inner.index(close, offsetBy: 2)...]
            result += value(name, escapesHTML)
        }
        return result + rest
    }

    private mutating func value(_ name: String, _ escapesHTML: Bool) -> String {
        guard let value = values[name]?.wert else {
            note(declared.contains(name) && values[name] == nil ? .empty(name) : .unknown(name))
            return "{{\(name)}}"
        }
        return escapesHTML ? Self.escaped(value) : value
    }

    private mutating func note(_ problem: Problem) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private static func range(of pair: String, in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(pair) { return index }
            index = text.index(after: index)
        }
        return nil
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 100 else { return false }
        let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
        return isLetter(first)
            && text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2E, 0x5F, 0x2D].contains($0) }
    }

    static func escaped(_ value: String) -> String {
        var result = ""
        for character in value.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
