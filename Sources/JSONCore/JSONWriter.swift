/// Writes JSON piece by piece, indented by two, in memory that does not grow with the document when there is a sink. The
/// layout is that of `JSONValue.text`.
public struct JSONWriter {
    /// Takes the pieces of the document in their order.
    public typealias Sink = ([UInt8]) throws -> Void

    private struct Level {
        var isArray: Bool
        var isEmpty = true
    }

    private var bytes: [UInt8] = []
    private var levels: [Level] = []
    private var followsName = false
    private let sink: Sink?

    /// A writer into memory, or to a sink that takes pieces of about 64 kB.
    public init(sink: Sink? = nil) { self.sink = sink }

    /// Begins an object as the next value.
    public mutating func beginObject() throws {
        try beginValue()
        bytes.append(UInt8(ascii: "{"))
        levels.append(Level(isArray: false))
    }

    /// Begins an array as the next value.
    public mutating func beginArray() throws {
        try beginValue()
        bytes.append(UInt8(ascii: "["))
        levels.append(Level(isArray: true))
    }

    /// Ends the object or array that was begun last.
    public mutating func end() throws {
        guard let level = levels.popLast() else { return }
        if !level.isEmpty { breakLine() }
        bytes.append(level.isArray ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        if let sink, bytes.count > 1 << 16 {
            try sink(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    /// Writes the name of the next member.
    public mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(contentsOf: [UInt8(ascii: ":"), 0x20])
        followsName = true
    }

    /// Writes a string.
    public mutating func string(_ text: String) throws {
        try beginValue()
        quote(text)
    }

    /// Writes a number, a truth value or null as it is to stand.
    public mutating func literal(_ text: String) throws {
        try beginValue()
        bytes.append(contentsOf: text.utf8)
    }

    /// Ends the document with a line feed. Gives it, or nothing when there is a sink.
    public mutating func finish() throws -> [UInt8] {
        bytes.append(0x0A)
        guard let sink else { return bytes }
        try sink(bytes)
        return []
    }

    private mutating func beginValue() throws {
        if followsName {
            followsName = false
        } else if !levels.isEmpty {
            separate()
        }
    }

    private mutating func separate() {
        guard let last = levels.indices.last else { return }
        if !levels[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
        levels[last].isEmpty = false
        breakLine()
    }

    private mutating func breakLine() {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: levels.count * 2))
    }

    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: utf8[start..<index])
                start = index + 1
                switch byte {
                case 0x22: bytes.append(contentsOf: "\\\"".utf8)
                case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
                case 0x0A: bytes.append(contentsOf: "\\n".utf8)
                case 0x0D: bytes.append(contentsOf: "\\r".utf8)
                case 0x09: bytes.append(contentsOf: "\\t".utf8)
                default:
                    bytes.append(contentsOf: "\\u00".utf8)
                    for digit in [byte >> 4, byte & 15] {
                        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
                    }
                }
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
