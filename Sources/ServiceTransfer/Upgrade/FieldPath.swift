/// The lasting address of a field of an installed service: the part, then the way through its elements by what
/// identifies them, never by their position. `leistung/modulText[06]/inhalt[de]` is the full text in German,
/// `parameter:anmeldefristTage` the value of a parameter, `merkblatt` a whole part.
public struct FieldPath: Sendable, Hashable {
    /// A step into an element.
    public struct Step: Sendable, Hashable {
        /// The element's local name.
        public var name: String
        /// What tells it from its siblings of the same name: a language, a code, an identity
        /// (`agency|scheme|value`), with `#2` for a second one; nil where nothing is needed.
        public var key: String?

        /// A step from its parts.
        public init(_ name: String, key: String? = nil) {
            self.name = name
            self.key = key
        }
    }

    /// The part, or `parameter:NAME`.
    public var part: String
    /// The steps below the part's root; empty for the whole part or a parameter.
    public var steps: [Step]

    /// A path from its parts.
    public init(part: String, steps: [Step] = []) {
        self.part = part
        self.steps = steps
    }

    /// The path of a parameter's value.
    public static func parameter(_ name: String) -> FieldPath { FieldPath(part: parameterPrefix + name) }

    static let parameterPrefix = "parameter:"

    /// The parameter's name, when the path is one's.
    public var parameterName: String? {
        part.hasPrefix(Self.parameterPrefix) ? String(part.dropFirst(Self.parameterPrefix.count)) : nil
    }

    /// The path that a text names, or nil.
    public init?(_ text: String) {
        var pieces = text.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard let first = pieces.popFirst(), !first.isEmpty else { return nil }
        part = String(first)
        steps = []
        for piece in pieces {
            guard !piece.isEmpty else { return nil }
            guard let open = piece.firstIndex(of: "[") else {
                guard !piece.contains("]") else { return nil }
                steps.append(Step(String(piece)))
                continue
            }
            guard piece.last == "]", open != piece.startIndex else { return nil }
            let key = piece[piece.index(after: open)..<piece.index(before: piece.endIndex)]
            guard !key.contains("["), !key.contains("]") else { return nil }
            steps.append(Step(String(piece[..<open]), key: Self.unescaped(String(key))))
        }
        if parameterName != nil, !steps.isEmpty { return nil }
    }

    // Keys hold values of documents: what would read as the path's own signs is written as in a URI.
    private static func escaped(_ key: String) -> String {
        var result = ""
        for byte in key.utf8 {
            switch byte {
            case 0x25, 0x2F, 0x5B, 0x5D, 0x2A, 0x3D, 0..<0x20, 0x7F:
                result +=
                    "%" + String(byte >> 4, radix: 16, uppercase: true)
                    + String(byte & 15, radix: 16, uppercase: true)
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return key.utf8.allSatisfy { $0 < 0x80 } ? result : escapedScalars(key)
    }

    private static func escapedScalars(_ key: String) -> String {
        key.unicodeScalars.map { $0.isASCII ? escaped(String($0)) : String($0) }.joined()
    }

    private static func unescaped(_ key: String) -> String {
        guard key.contains("%") else { return key }
        var bytes: [UInt8] = []
        var rest = Array(key.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FieldPath: CustomStringConvertible, Codable {
    /// The path as it is written.
    public var description: String {
        ([part] + steps.map { step in step.name + (step.key.map { "[\(Self.escaped($0))]" } ?? "") })
            .joined(separator: "/")
    }

    /// Reads the path from its text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let path = FieldPath(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no field path"))
        }
        self = path
    }

    /// Writes the path as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A pattern for paths of fields: `*` stands for any characters, also none and also `/`.
public struct FieldPattern: Sendable, Hashable, Codable {
    /// The pattern as it is written.
    public let text: String

    /// A pattern from its text.
    public init(_ text: String) { self.text = text }

    /// Whether the pattern is a path and nothing else.
    public var isExact: Bool { !text.contains("*") }

    /// Whether the pattern covers a path. A step's key may be left out, or be given without agency and scheme.
    public func matches(_ path: FieldPath) -> Bool {
        if isExact, let own = FieldPath(text) { return own.part == path.part && own.covers(path) }
        return Self.matches(Array(text.utf8)[...], Array(path.description.utf8)[...])
    }

    // Goes back to the last star only: linear in practice, never exponential.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var p = pattern.startIndex
        var t = text.startIndex
        var star: (p: Int, t: Int)?
        while t < text.endIndex {
            if p < pattern.endIndex, pattern[p] == 0x2A {
                star = (p + 1, t)
                p += 1
            } else if p < pattern.endIndex, pattern[p] == text[t] {
                p += 1
                t += 1
            } else if let (after, from) = star {
                star = (after, from + 1)
                p = after
                t = from + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == 0x2A }
    }
}

extension FieldPath {
    /// Whether the steps name the same elements as another path's, a key left out or shortened being no difference.
    func covers(_ other: FieldPath) -> Bool {
        steps.count == other.steps.count && zip(steps, other.steps).allSatisfy { $0.covers($1) }
    }
}

extension FieldPath.Step {
    func covers(_ other: FieldPath.Step) -> Bool {
        guard name == other.name else { return false }
        guard let key, key != other.key else { return true }
        return other.key?.hasSuffix("|" + key) ?? false
    }
}
