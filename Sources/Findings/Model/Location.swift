/// Where something was found. Every part may be missing; what is known is exact.
public struct Location: Sendable, Hashable {
    /// The file, as the user named it, or `archive.dienst!/path/in/archive` for a member of an archive.
    public var file: String?
    /// The line, counted from 1.
    public var line: Int?
    /// The column in characters, counted from 1.
    public var column: Int?
    /// The element path with positions among siblings of the same name, such as `/g2g/kopf[1]/autor[1]`.
    public var path: String?

    /// A location from what is known of it.
    public init(file: String? = nil, line: Int? = nil, column: Int? = nil, path: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
    }

    /// The same place, said to be in `file`, unless a file is already named.
    public func inFile(_ file: String?) -> Location {
        var copy = self
        copy.file = copy.file ?? file
        return copy
    }
}

extension Location: CustomStringConvertible {
    /// `file:line:column`, as far as known.
    public var description: String {
        var result = file ?? "-"
        if let line { result += ":\(line)" }
        if line != nil, let column { result += ":\(column)" }
        return result
    }
}
