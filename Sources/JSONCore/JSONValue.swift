import Findings

/// A JSON value whose members keep their order: the same value gives the same bytes.
public indirect enum JSONValue: Sendable, Equatable {
    /// An object, members in the order in which they are written.
    case object([(String, JSONValue)])
    /// An array.
    case array([JSONValue])
    /// A string.
    case string(String)
    /// A number, as it is to stand: digits, sign, point and exponent of JSON only.
    case number(String)
    /// A truth value.
    case bool(Bool)
    /// Nothing.
    case null

    /// An integer.
    public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// Whether two values are the same, members in the same order.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.object(let a), .object(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
        case (.array(let a), .array(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.bool(let a), .bool(let b)): a == b
        case (.null, .null): true
        default: false
        }
    }

    /// The member of a name, if this is an object that has it.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.0 == name }?.1
    }

    /// The JSON text, indented by two, ended by a line feed.
    public var text: String {
        var result = ""
        write(to: &result, indent: 0)
        return result + "\n"
    }

    private func write(to result: inout String, indent: Int) {
        switch self {
        case .object(let members):
            guard !members.isEmpty else {
                result += "{}"
                return
            }
            result += "{"
            for (index, member) in members.enumerated() {
                result += index == 0 ? "\n" : ",\n"
                result += String(repeating: "  ", count: indent + 1)
                JSONText.quote(member.0, to: &result)
                result += ": "
                member.1.write(to: &result, indent: indent + 1)
            }
            result += "\n" + String(repeating: "  ", count: indent) + "}"
        case .array(let values):
            guard !values.isEmpty else {
                result += "[]"
                return
            }
            result += "["
            for (index, value) in values.enumerated() {
                result += index == 0 ? "\n" : ",\n"
                result += String(repeating: "  ", count: indent + 1)
                value.write(to: &result, indent: indent + 1)
            }
            result += "\n" + String(repeating: "  ", count: indent) + "]"
        case .string(let text): JSONText.quote(text, to: &result)
        case .number(let text): result += text
        case .bool(let flag): result += flag ? "true" : "false"
        case .null: result += "null"
        }
    }
}
