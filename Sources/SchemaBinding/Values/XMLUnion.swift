/// A value of one of several simple types (`xs:union`). Generated enums have a case for each; of a text, the first type that
/// takes it gives the case (XML Schema Part 2, 2.5.1.3).
public protocol XMLUnion: XMLField, XMLSimpleValue, CustomStringConvertible {}

extension XMLUnion {
    /// The lexical form.
    public var description: String { xmlText }
}
