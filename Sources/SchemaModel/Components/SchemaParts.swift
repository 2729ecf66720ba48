import Findings
import XMLCore

extension SchemaGraph {
    /// The documents of the graph as trees, for the component builder.
    func parts(entries: [Int]) throws(SchemaError) -> [SchemaPart] {
        var result: [SchemaPart] = []
        for (number, document) in documents.enumerated() {
            let bytes: [UInt8]
            if let key = document.key {
                bytes = try stock.read(key)
            } else {
                bytes = Array((BuiltinSchemas.schema(for: document.targetNamespace ?? "") ?? "").utf8)
            }
            do throws(XMLError) {
                let tree = try XMLTree(bytes: bytes, name: document.name, limits: .schema)
                result.append(
                    SchemaPart(
                        name: document.name, root: tree.root, references: document.references.map(\.target),
                        isEntry: entries.contains(number), bytes: bytes))
            } catch {
                throw SchemaError(.notWellFormed, first: error.finding)
            }
        }
        return result
    }
}
