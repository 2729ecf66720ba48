import Foundation

/// JSON as it is handed to encoders and got from decoders of Foundation.
enum XMLJSONValue: Codable, Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number by its text, which is canonical (see `XMLJSONNumber`).
    case number(String)
    case string(String)
    case array([XMLJSONValue])
    case object([String: XMLJSONValue])

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            var members: [String: XMLJSONValue] = [:]
            for key in keyed.allKeys { members[key.stringValue] = try keyed.decode(XMLJSONValue.self, forKey: key) }
            self = .object(members)
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [XMLJSONValue] = []
            while !list.isAtEnd { items.append(try list.decode(XMLJSONValue.self)) }
            self = .array(items)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Int.self) {
            self = .number(String(value))
        } else if let value = try? single.decode(Decimal.self) {
            // Up to 38 digits as they stand; what has more would be rounded.
            let text = value.description
            guard text.utf8.lazy.filter({ (0x30...0x39).contains($0) }).count < 38 else {
                throw DecodingError.dataCorruptedError(
                    in: single, debugDescription: "A number of more than 37 digits must be a string.")
            }
            self = .number(text)
        } else if let value = try? single.decode(Double.self) {
            self = .number(value.description)
        } else {
            self = .string(try single.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var keyed = encoder.container(keyedBy: Key.self)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                try keyed.encode(value, forKey: Key(stringValue: name))
            }
        case .array(let items):
            var list = encoder.unkeyedContainer()
            for item in items { try list.encode(item) }
        case .null:
            var single = encoder.singleValueContainer()
            try single.encodeNil()
        case .bool(let value):
            var single = encoder.singleValueContainer()
            try single.encode(value)
        case .string(let value):
            var single = encoder.singleValueContainer()
            try single.encode(value)
        case .number(let text):
            var single = encoder.singleValueContainer()
            if let value = Int(text) {
                try single.encode(value)
            } else if let value = Double(text) {
                try single.encode(value)
            } else {
                try single.encode(text)
            }
        }
    }
}

/// Which numbers JSON keeps as they are (Documentation/Formate/JSON.md, 1).
enum XMLJSONNumber {
    /// Whether a text is the only text of its number, also after a way over a `Double`.
    static func isCanonical(_ text: String) -> Bool {
        var digits = text[...]
        if digits.first == "-" { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, digits.utf8.count <= 16,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            whole == "0" || whole.first != "0"
        else { return false }
        let fraction = parts.count > 1 ? parts[1] : ""
        guard whole.utf8.count + fraction.utf8.count <= 15 else { return false }
        if parts.count > 1, fraction.isEmpty || fraction.last == "0" { return false }
        if whole == "0", fraction.isEmpty { return text.first != "-" }
        // What is smaller is written with an exponent.
        return whole != "0" || !fraction.hasPrefix("0000")
    }
}
