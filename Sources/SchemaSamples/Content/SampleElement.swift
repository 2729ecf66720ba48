import SchemaModel
import XMLCore

/// An element of a sample while it is being made: it still knows its declaration and the types of its values.
final class SampleElement {
    struct Attribute {
        var name: XMLName
        var value: String
        /// The type from which other values may be made; nil where the value is fixed.
        var type: TypeID?
    }

    enum Child {
        case element(SampleElement)
        case text(String)
    }

    let name: XMLName
    var declaration: ElementID?
    var attributes: [Attribute] = []
    var children: [Child] = []
    /// The value of an element with simple content.
    var text = ""
    /// The type of `text`; nil where it is fixed or there is none.
    var valueType: TypeID?
    /// The type that `xsi:type` names.
    var schemaType: XMLName?
    var isNil = false

    init(_ name: XMLName) { self.name = name }

    var elements: [SampleElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }
}
