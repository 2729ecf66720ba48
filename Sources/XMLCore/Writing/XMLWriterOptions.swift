/// How a document is written.
public struct XMLWriterOptions: Hashable, Sendable {
    /// The number of spaces per level, or nil to write content as it is given. Elements with text are never indented
    /// inside, so that no text changes; white space between elements is replaced.
    public var indent: Int?
    /// Whether the document starts with `<?xml version="1.0" encoding="UTF-8"?>` and a line break.
    public var writesDeclaration: Bool
    /// Whether the document ends with a line break.
    public var endsWithNewline: Bool

    /// Options from their parts.
    public init(indent: Int? = nil, writesDeclaration: Bool = true, endsWithNewline: Bool = true) {
        self.indent = indent
        self.writesDeclaration = writesDeclaration
        self.endsWithNewline = endsWithNewline
    }
}
