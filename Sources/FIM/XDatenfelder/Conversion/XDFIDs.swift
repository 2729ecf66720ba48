/// How ids and versions of 2.0 and 3.0.0 become each other.
enum XDFIDs {
    /// The id in 3.0.0: the Unternummernkreis comes behind letter and Hauptnummernkreis.
    static func widen(_ id: String, _ kreis: String) -> String {
        id.count < 4 || id.count >= 12 ? id : id.prefix(3) + kreis + id.dropFirst(3)
    }

    /// The id in 2.0, and the Unternummernkreis that is left out; nil for an id of another form.
    static func narrow(_ id: String) -> (id: String, kreis: String)? {
        guard id.count > 6 else { return nil }
        return (String(id.prefix(3) + id.dropFirst(6)), String(id.dropFirst(3).prefix(3)))
    }

    /// The version in 3.0.0: `x.y` becomes `x.y.0`.
    static func widenVersion(_ version: String) -> String {
        version.split(separator: ".", omittingEmptySubsequences: false).count == 2 ? version + ".0" : version
    }

    /// Rewrites the ids (letter and `digits` digits, alone as a word) in a text.
    static func rewrite(_ text: String, digits: Int, _ body: (String) -> String) -> String {
        var result = ""
        var rest = Substring(text)
        var previous: Character?
        while let character = rest.first {
            let isStart = "FGRS".contains(character) && !(previous.map { $0.isLetter || $0.isNumber } ?? false)
            let number = isStart ? rest.dropFirst().prefix { $0.isASCIIDigit } : ""
            if isStart, number.count == digits {
                result += body(String(character) + number)
                previous = "0"
                rest = rest.dropFirst(digits + 1)
            } else {
                result.append(character)
                previous = character
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

/// The bounds of a field of 2.0, which stand as JSON text.
struct XDF2Praezisierung {
    /// Names and values in the order of the text.
    var members: [(name: String, value: String)] = []

    /// Reads `{"minLength":"1",…}`; nil where it is no flat object of strings and numbers.
    init?(_ text: String) {
        var rest = Substring(text.trimmedXML)
        guard rest.first == "{", rest.last == "}" else { return nil }
        rest = rest.dropFirst().dropLast()
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.isEmpty { return }
            guard let name = Self.string(&rest) else { return nil }
            rest = rest.drop(while: \.isWhitespace)
            guard rest.first == ":" else { return nil }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            if rest.first == "\"" {
                guard let value = Self.string(&rest) else { return nil }
                members.append((name, value))
            } else {
                let value = rest.prefix { $0 != "," }
                rest = rest.dropFirst(value.count)
                let plain = String(value).trimmedXML
                if plain != "null" { members.append((name, plain)) }
            }
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "," { rest = rest.dropFirst() } else if !rest.isEmpty { return nil }
        }
    }

    /// The JSON text of bounds, values as strings, in the order that the FIM editors write.
    static func text(_ bounds: XDF3.Praezisierung) -> String? {
        let members: [(String, JSONValue)] = [
            ("minLength", bounds.minLength), ("maxLength", bounds.maxLength), ("minValue", bounds.minValue),
            ("maxValue", bounds.maxValue), ("pattern", bounds.pattern),
        ].compactMap { name, value in value.map { (name, .string($0)) } }
        guard !members.isEmpty else { return nil }
        let body = members.map { name, value in "\"\(name)\":\(value.text.dropLast())" }.joined(separator: ",")
        return "{\(body)}"
    }

    private static func string(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else { return nil }
        rest = rest.dropFirst()
        var result = ""
        while let character = rest.first {
            rest = rest.dropFirst()
            if character == "\"" { return result }
            guard character == "\\" else {
                result.append(character)
                continue
            }
            guard let escaped = rest.first else { return nil }
            rest = rest.dropFirst()
            switch escaped {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "u":
                guard let code = UInt32(rest.prefix(4), radix: 16), let scalar = Unicode.Scalar(code) else {
                    return nil
                }
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(4)
            default: result.append(escaped)
            }
        }
        return nil
    }
}

/// The values of the 2.0 file that the description of an element of 3.0.0 keeps, in the form of the FIM editors'
/// converter: a head and a line `name: value` each.
struct XDFOriginalwerte {
    static let head = "Originalwerte der XDF2-Datei:"
    /// Names and values in order.
    var values: [(name: String, value: String)] = []

    subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// The description with these values behind it.
    func appended(to description: String?) -> String {
        let block = ([Self.head] + values.map { "\($0.name): \($0.value)" }).joined(separator: "\n")
        guard let description, !description.isEmpty else { return block }
        return description + "\n\n" + block
    }

    /// Takes the values out of a description.
    static func take(from description: inout String?) -> XDFOriginalwerte? {
        guard let text = description, let range = text.ranges(of: head).first else { return nil }
        var result = XDFOriginalwerte()
        for line in text[range.upperBound...].split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            result.values.append((String(parts[0]).trimmedXML, String(parts[1]).trimmedXML))
        }
        let before = String(text[..<range.lowerBound])
        var kept = before
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        description = kept.isEmpty ? nil : kept
        return result
    }
}
