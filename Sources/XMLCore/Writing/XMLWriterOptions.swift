/// How a document is written.
public struct XMLWriterOptions: Hashable, Sendable {
    /// The number of spaces per level, or nil to write content as it is given. Elements with text are never indented
    /// inside, so that no text changes; white space between elements is replaced.
    public var indent: Int?
    /// Whether the document starts with `<?xml version="1.0" encoding="UTF-8"?>` and a line break.
    public var writesDeclaration: Bool
    /// Whether the document ends with a line break.
    public var endsWithNewline: Bool
    /// Which prefixes names get that are written without one.
    public var prefixes: XMLPrefixPolicy

    /// Options from their parts.
    public init(
        indent: Int? = nil, writesDeclaration: Bool = true, endsWithNewline: Bool = true,
        prefixes: XMLPrefixPolicy = XMLPrefixPolicy()
    ) {
        self.indent = indent
        self.writesDeclaration = writesDeclaration
        self.endsWithNewline = endsWithNewline
        self.prefixes = prefixes
    }
}

/// Which prefix stands for which namespace in a document that is written.
public struct XMLPrefixPolicy: Hashable, Sendable {
    /// The prefixes with their namespaces; nil stands for the default namespace. The first one for a namespace counts.
    public var declarations: [XMLNamespaceDeclaration]
    /// Whether all of them are declared on the root element, so that each namespace is declared once in the document.
    public var declaresOnRoot: Bool

    /// A policy. Without declarations, names without prefix are written in the default namespace.
    public init(_ declarations: [XMLNamespaceDeclaration] = [], declaresOnRoot: Bool = true) {
        self.declarations = declarations
        self.declaresOnRoot = declaresOnRoot
    }

    /// The prefix for a namespace: nil where the policy says nothing, `.some(nil)` for the default namespace.
    func prefix(for namespace: String) -> String?? {
        declarations.first { $0.uri == namespace }.map(\.prefix)
    }
}
