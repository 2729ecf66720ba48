/// The expanded name of an element or attribute: a local part and a namespace (Namespaces in XML 1.0, section 2.1).
public struct XMLName: Hashable, Sendable, Comparable {
    /// The namespace URI, or nil for a name in no namespace. Never empty.
    public var namespace: String?
    /// The local part, without prefix.
    public var local: String

    /// A name. An empty namespace counts as none.
    public init(_ local: String, in namespace: String? = nil) {
        self.local = local
        self.namespace = namespace == "" ? nil : namespace
    }

    /// Names are ordered by namespace, then by local part, both by code point: those in no namespace come first.
    public static func < (left: XMLName, right: XMLName) -> Bool {
        (left.namespace ?? "", left.local) < (right.namespace ?? "", right.local)
    }

    /// The namespace that the prefix `xml` always stands for.
    public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
    /// The namespace of `xsi:type`, `xsi:nil` and `xsi:schemaLocation`.
    public static let schemaInstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"
}

extension XMLName: CustomStringConvertible {
    /// The name in Clark notation: `{namespace}local`.
    public var description: String { namespace.map { "{\($0)}\(local)" } ?? local }
}

/// An attribute as it was written.
public struct XMLAttribute: Hashable, Sendable {
    /// The attribute's name.
    public var name: XMLName
    /// The prefix that was written, or nil.
    public var prefix: String?
    /// The value after normalisation (XML 1.0, section 3.3.3).
    public var value: String

    /// An attribute from its parts.
    public init(_ name: XMLName, prefix: String? = nil, value: String) {
        self.name = name
        self.prefix = prefix
        self.value = value
    }
}

/// A namespace declaration as it was written.
public struct XMLNamespaceDeclaration: Hashable, Sendable {
    /// The prefix that is declared, or nil for the default namespace.
    public var prefix: String?
    /// The namespace, or an empty text where the default namespace is taken back.
    public var uri: String

    /// A declaration of a prefix, or of the default namespace with nil.
    public init(prefix: String?, uri: String) {
        self.prefix = prefix
        self.uri = uri
    }
}

/// A place in a document.
public struct XMLPosition: Hashable, Sendable {
    /// The line, counted from 1.
    public var line: Int
    /// The column in characters, counted from 1.
    public var column: Int

    /// A position from line and column.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
