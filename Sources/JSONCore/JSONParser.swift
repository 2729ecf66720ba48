import Findings

/// A strict reader of JSON.
struct JSONParser {
    private static let maxDepth = 200

    let bytes: [UInt8]
    private(set) var index = 0
    /// What is wrong at `index`, where that is known.
    private(set) var problem: Message?

    init(bytes: [UInt8]) {
        self.bytes = bytes
        // A byte-order mark may be ignored (RFC 8259, section 8.1).
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func document() -> JSONNode? {
        if String(validating: bytes, as: UTF8.self) == nil {
            index = Self.validPrefix(bytes)
            return fail("Die Bytes sind kein UTF-8.", "The bytes are not UTF-8.")
        }
        guard let node = node(depth: 0) else { return nil }
        skipSpace()
        guard index == bytes.count else {
            return fail("Nach dem Ende des Wertes folgt noch etwas.", "Something follows the end of the value.")
        }
        return node
    }

    /// The number of bytes before the first that is not UTF-8.
    private static func validPrefix(_ bytes: [UInt8]) -> Int {
        var (low, high) = (0, bytes.count)
        // Cut at the beginning of a character, a prefix of valid text is valid.
        while low + 1 < high {
            let middle = (low + high) / 2
            var cut = middle
            while cut > low, cut < bytes.count, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
            if cut == low { break }
            if String(validating: bytes[low..<cut], as: UTF8.self) != nil { low = cut } else { high = cut }
        }
        return low
    }

    private mutating func fail<T>(_ de: MessageText, _ en: MessageText) -> T? {
        problem = problem ?? Message(de: de, en: en)
        return nil
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let isThere = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if isThere { index += word.utf8CodeUnitCount }
        return isThere
    }

    private mutating func node(depth: Int) -> JSONNode? {
        skipSpace()
        guard index < bytes.count else {
            return fail("Der Text endet, bevor ein Wert vollständig ist.", "The text ends before a value is complete.")
        }
        guard depth < Self.maxDepth else {
            return fail(
                "Die Werte sind tiefer als 200 Ebenen verschachtelt.", "Values are nested deeper than 200 levels.")
        }
        let start = index
        var value: JSONNode.Value?
        switch bytes[index] {
        case UInt8(ascii: "{"): value = object(depth: depth)
        case UInt8(ascii: "["): value = array(depth: depth)
        case UInt8(ascii: "\""): value = string().map { .string($0) }
        case UInt8(ascii: "t"): if take(word: "true") { value = .bool(true) }
        case UInt8(ascii: "f"): if take(word: "false") { value = .bool(false) }
        case UInt8(ascii: "n"): if take(word: "null") { value = .null }
        default: value = number().map { .number($0) }
        }
        guard let value else { return fail("Hier steht kein JSON-Wert.", "There is no JSON value here.") }
        return JSONNode(value: value, offset: start)
    }

    private mutating func object(depth: Int) -> JSONNode.Value? {
        index += 1
        var members: [JSONNode.Member] = []
        var names: Set<String> = []
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipSpace()
            let start = index
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                return fail("Hier muss ein Name in Anführungszeichen stehen.", "A name in quotes must stand here.")
            }
            guard let name = string() else { return nil }
            guard names.insert(name).inserted else {
                index = start
                return fail(
                    "Der Name „\(name)“ steht in diesem Objekt zweimal.",
                    "The name “\(name)” stands twice in this object.")
            }
            guard take(UInt8(ascii: ":")) else {
                return fail("Nach einem Namen muss ein Doppelpunkt stehen.", "A colon must follow a name.")
            }
            guard let node = node(depth: depth + 1) else { return nil }
            members.append(JSONNode.Member(name: name, offset: start, node: node))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else {
            return fail("Hier muss ein Komma oder „}“ stehen.", "A comma or “}” must stand here.")
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONNode.Value? {
        index += 1
        var items: [JSONNode] = []
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            guard let node = node(depth: depth + 1) else { return nil }
            items.append(node)
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else {
            return fail("Hier muss ein Komma oder „]“ stehen.", "A comma or “]” must stand here.")
        }
        return .array(items)
    }

    private mutating func number() -> String? {
        let start = index
        func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] >= 48 && bytes[at] <= 57 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard isDigit(index), bytes[index] != 48 || !isDigit(index + 1) else { return nil }
        while isDigit(index) { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard isDigit(index) else { return nil }
            while isDigit(index) { index += 1 }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard isDigit(index) else { return nil }
            while isDigit(index) { index += 1 }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func string() -> String? {
        index += 1
        var start = index
        var result: [UInt8] = []
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let text: String
                if result.isEmpty {
                    text = String(decoding: bytes[start..<index], as: UTF8.self)
                } else {
                    result += bytes[start..<index]
                    text = String(decoding: result, as: UTF8.self)
                }
                index += 1
                return text
            case 0..<0x20:
                return fail(
                    "In einem Text steht ein Steuerzeichen; schreiben Sie es als \\u00XX.",
                    "A string holds a control character; write it as \\u00XX.")
            case UInt8(ascii: "\\"):
                result += bytes[start..<index]
                index += 1
                guard let scalar = escape() else {
                    return fail("Diese Zeichenfolge mit „\\“ kennt JSON nicht.", "JSON does not know this escape.")
                }
                result += Array(String(scalar).utf8)
                start = index
            default: index += 1
            }
        }
        return fail("Dem Text fehlt das Anführungszeichen am Ende.", "The quote at the end of the string is missing.")
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let high = hex() else { return nil }
            guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
            guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
            else { return nil }
            index += 2
            guard let low = hex(), (0xDC00...0xDFFF).contains(low) else { return nil }
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        default: return nil
        }
    }

    private mutating func hex() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let text = bytes[index..<index + 4]
        guard text.allSatisfy({ ($0 >= 48 && $0 <= 57) || (($0 | 0x20) >= 97 && ($0 | 0x20) <= 102) }) else {
            return nil
        }
        index += 4
        return UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    }
}
