import Findings

/// A JSON value with the place where it begins.
public struct JSONNode: Sendable {
    /// What it is.
    public enum Value: Sendable {
        case object([Member])
        case array([JSONNode])
        case string(String)
        /// A number as it was written.
        case number(String)
        case bool(Bool)
        case null
    }

    /// A member of an object.
    public struct Member: Sendable {
        /// The name.
        public var name: String
        /// Where the name begins, in bytes from 0.
        public var offset: Int
        /// The value.
        public var node: JSONNode

        /// A member from its parts.
        public init(name: String, offset: Int, node: JSONNode) {
            self.name = name
            self.offset = offset
            self.node = node
        }
    }

    /// What it is.
    public var value: Value
    /// Where it begins, in bytes from 0.
    public var offset: Int

    /// A value from its parts.
    public init(value: Value, offset: Int) {
        self.value = value
        self.offset = offset
    }

    /// The value without places.
    public var plain: JSONValue {
        switch value {
        case .object(let members): .object(members.map { ($0.name, $0.node.plain) })
        case .array(let items): .array(items.map(\.plain))
        case .string(let text): .string(text)
        case .number(let text): .number(text)
        case .bool(let flag): .bool(flag)
        case .null: .null
        }
    }
}

/// A JSON text that was read.
public struct JSONDocument: Sendable {
    /// Its value.
    public let root: JSONNode
    /// What findings call it.
    public let name: String?
    private let bytes: [UInt8]

    /// Reads JSON text in UTF-8 (RFC 8259), nested up to 200 levels; a name may stand only once in an object.
    ///
    /// - Throws: `JSONError` with line and column.
    public init(_ bytes: [UInt8], name: String? = nil) throws(JSONError) {
        var parser = JSONParser(bytes: bytes)
        guard let root = parser.document() else {
            throw JSONError(
                location: Self.location(of: parser.index, in: bytes, name),
                message: parser.problem
                    ?? Message(de: "Der Text ist hier kein JSON.", en: "The text is not JSON here."))
        }
        self.root = root
        self.name = name
        self.bytes = bytes
    }

    /// Line and column of a place, both from 1, the column in characters.
    public func location(of offset: Int) -> Location { Self.location(of: offset, in: bytes, name) }

    private static func location(of offset: Int, in bytes: [UInt8], _ name: String?) -> Location {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Location(file: name, line: line, column: column)
    }
}

extension JSONValue {
    /// Reads JSON text (RFC 8259). Nil where it is not well-formed, nested deeper than 200 levels, or has one name
    /// twice in an object.
    public init?(parsing text: String) {
        do throws(JSONError) {
            self = try JSONDocument(Array(text.utf8)).root.plain
        } catch {
            return nil
        }
    }
}
