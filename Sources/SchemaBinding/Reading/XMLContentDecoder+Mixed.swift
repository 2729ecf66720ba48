import XMLCore

/// Mixed content is kept as it was read. That its elements are those of the schema is found by reading them, without the text
/// between them, as a struct that is thrown away: mixed content is rare, and must not be checked less for that.
extension XMLContentDecoder {
    /// - Parameters:
    ///   - nodes: The content.
    ///   - elements: What its elements must be.
    ///   - start: Where the start tag of the element lies.
    func checkMixed(
        _ nodes: [XMLTree.Node], _ elements: any XMLComplex.Type, _ start: (line: UInt32, column: UInt32)
    ) throws {
        var root = XMLTree.Element(XMLName("x"))
        root.children = nodes.filter { if case .element = $0 { true } else { false } }
        let bytes = try XMLTree(root: root).serialized()
        do throws(XMLBindingError) {
            try Self.read(elements, bytes)
        } catch {
            var original = root
            original.position = XMLPosition(line: Int(start.line), column: Int(start.column))
            let written = Self.positions(try XMLTree(bytes: bytes).root)
            let found = written.firstIndex {
                $0?.line == error.location.line && $0?.column == error.location.column
            }
            if let position = Self.positions(original)[found ?? 0] {
                line = UInt32(position.line)
                column = UInt32(position.column)
            }
            var placed = error
            placed.location.line = Int(line)
            placed.location.column = Int(column)
            placed.location.file = self.error(.badValue, de: "", en: "").location.file
            placed.location.path = nil
            try passOver(placed)
        }
    }

    private static func read<T: XMLComplex>(_ type: T.Type, _ bytes: [UInt8]) throws(XMLBindingError) {
        _ = try XMLValueDecoder().decode(type, from: .bytes(bytes))
    }

    /// Where an element and all below it lie, in the order of the document.
    private static func positions(_ element: XMLTree.Element) -> [XMLPosition?] {
        [element.position] + element.elements.flatMap { positions($0) }
    }
}
