import XMLCore

/// How a standard uses a code list: through which type, of which of the four kinds, and where.
public struct CodeListUse: Sendable, Hashable {
    /// The code type: kind, URI, version and column as far as the schema says.
    public var type: CodeType
    /// The name of the type; of an anonymous one that of the nearest named type it is derived from.
    public var typeName: XMLName?
    /// The list's name as the schema's metadata say (`nameKurz`, else `nameLang` of `codeliste`).
    public var listName: String?
    /// The elements that carry a code of this type, ordered.
    public var places: [Place]
    /// The names of the messages in which such an element can stand, in the order of the standard's messages.
    public var messages: [XMLName]

    /// An element with a code.
    public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The type in which the element is declared, or for an anonymous type its element; nil for a global element.
        public var owner: String?
        /// The element.
        public var element: XMLName

        /// `VorgangType/status`.
        public var description: String { (owner.map { $0 + "/" } ?? "") + element.local }

        /// Ordered by owner, then by element.
        public static func < (left: Place, right: Place) -> Bool {
            (left.owner ?? "", left.element) < (right.owner ?? "", right.element)
        }
    }
}
