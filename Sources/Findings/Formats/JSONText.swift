/// A JSON value whose members keep the order in which they were written, so that a report reads from the general to the
/// particular and is the same text every time.
public enum JSONText: Sendable {
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number with three decimals at most, such as milliseconds.
    case thousandths(Int64)
    /// True or false.
    case boolean(Bool)
    /// A value that is said to be none.
    case null
    /// Values in order.
    case array([JSONText])
    /// Members in order; a member without a value is left out.
    case object([(String, JSONText?)])

    /// The value as text (RFC 8259), indented by two blanks.
    public func rendered() -> String {
        var result = ""
        write(to: &result, indent: "")
        return result
    }

    private func write(to result: inout String, indent: String) {
        switch self {
        case .string(let text): Self.quote(text, to: &result)
        case .integer(let number): result += String(number)
        case .thousandths(let number): result += Self.decimal(number)
        case .boolean(let flag): result += flag ? "true" : "false"
        case .null: result += "null"
        case .array(let items):
            if items.isEmpty {
                result += "[]"
                return
            }
            let inner = indent + "  "
            for (index, item) in items.enumerated() {
                result += (index == 0 ? "[\n" : ",\n") + inner
                item.write(to: &result, indent: inner)
            }
            result += "\n" + indent + "]"
        case .object(let members):
            let inner = indent + "  "
            var isFirst = true
            for case (let name, let value?) in members {
                result += (isFirst ? "{\n" : ",\n") + inner
                Self.quote(name, to: &result)
                result += ": "
                value.write(to: &result, indent: inner)
                isFirst = false
            }
            result += isFirst ? "{}" : "\n" + indent + "}"
        }
    }

    private static func decimal(_ thousandths: Int64) -> String {
        let fraction = String(thousandths % 1_000)
        var padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        while padded.hasSuffix("0") { padded.removeLast() }
        return padded.isEmpty ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\(padded)"
    }

    /// Appends text as a JSON string (RFC 8259, 7).
    package static func quote(_ text: String, to result: inout String) {
        let hexDigits = Array("0123456789abcdef")
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Line separators and DEL are legal in JSON but not harmless in logs and scripts.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                result += "\\u"
                for shift in [12, 8, 4, 0] { result.append(hexDigits[Int(scalar.value >> UInt32(shift)) & 15]) }
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
