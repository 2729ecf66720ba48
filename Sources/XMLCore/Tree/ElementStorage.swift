/// What an element points to: content that was read (`PackedContent`) or content of its own (`OwnContent`).
///
/// Sendable: packed content has constants only, and own content is changed by `XMLTree.Element` alone and only when
/// that is the one that holds it.
class ElementStorage: @unchecked Sendable {}

/// The parts of an element that was made, or changed after it was read.
final class OwnContent: ElementStorage, @unchecked Sendable {
    struct Parts {
        var name: XMLName
        var prefix: String?
        var namespaces: [XMLNamespaceDeclaration]
        var attributes: [XMLAttribute]
        var children: [XMLTree.Node]
        var position: XMLPosition?
    }

    var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
}
