import Findings
import Foundation
import SchemaBinding
import XMLCore

/// Reads a document strictly into a generated type, writes it, and compares what was written with what was read.
///
/// Differences that are allowed, each with its name: `prefixes` (and namespace declarations and the order of attributes,
/// which canonical comparison by expanded names leaves out), `schema-location` (the hint is not kept), `comments`,
/// `white-space` (between elements, or collapsed by the type), `lexical` (another spelling of the same boolean or number),
/// `order-of-all` (elements that may stand in any order are written in that of the schema).
struct RoundTrip {
    var written: [UInt8]
    /// The names of the differences that were met.
    var differences: Set<String> = []
    /// Differences that are none of those.
    var faults: [String] = []

    static func run(_ file: String, roots: [any XMLComplex.Type]) throws -> RoundTrip {
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        let tree = try XMLTree(bytes: bytes, name: file)
        guard let type = roots.first(where: { $0.rootNames.contains(tree.root.name) }) else {
            throw XMLBindingError(
                .unexpectedRoot, Message(de: "Wurzel unbekannt", en: "unknown root \(tree.root.name)"))
        }
        let written = try rewrite(type, bytes, file)
        var result = RoundTrip(written: written)
        if !tree.prolog.isEmpty || !tree.epilog.isEmpty { result.differences.insert("comments") }
        result.compare(tree.root, try XMLTree(bytes: written).root, path: "/" + tree.root.name.local)
        return result
    }

    private static func rewrite<T: XMLComplex>(_ type: T.Type, _ bytes: [UInt8], _ file: String) throws -> [UInt8] {
        let read = try XMLValueDecoder().decode(type, from: .bytes(bytes, name: file))
        let written = try XMLValueEncoder().encode(read.value, root: read.root)
        let again = try XMLValueDecoder().decode(type, from: .bytes(written))
        guard again.value == read.value, again.value.hashValue == read.value.hashValue else {
            throw XMLBindingError(.badValue, Message(de: "nicht gleich", en: "the value read again is another one"))
        }
        return written
    }

    private mutating func compare(_ old: XMLTree.Element, _ new: XMLTree.Element, path: String) {
        if old.name != new.name { return faults.append("\(path): \(old.name) became \(new.name)") }
        if old.prefix != new.prefix { differences.insert("prefixes") }
        compareAttributes(old, new, path)
        var oldElements = Array(old.elements)
        var newElements = Array(new.elements)
        if old.name.local == "all", oldElements.map(\.name) != newElements.map(\.name) {
            differences.insert("order-of-all")
            oldElements.sort { $0.name < $1.name }
            newElements.sort { $0.name < $1.name }
        }
        if old.children.contains(where: { if case .comment = $0 { true } else { false } }) {
            differences.insert("comments")
        }
        guard oldElements.count == newElements.count else {
            return faults.append("\(path): \(oldElements.count) children became \(newElements.count)")
        }
        if oldElements.isEmpty || !isBlank(ownText(old)) {
            compareText(ownText(old), ownText(new), path)
        } else if ownText(old) != ownText(new) {
            differences.insert("white-space")
        }
        for (left, right) in zip(oldElements, newElements) {
            compare(left, right, path: path + "/" + left.name.local)
        }
    }

    private mutating func compareAttributes(_ old: XMLTree.Element, _ new: XMLTree.Element, _ path: String) {
        func relevant(_ element: XMLTree.Element) -> [XMLName: String] {
            var result: [XMLName: String] = [:]
            for attribute in element.attributes { result[attribute.name] = attribute.value }
            return result
        }
        var left = relevant(old)
        let right = relevant(new)
        for hint in ["schemaLocation", "noNamespaceSchemaLocation"] {
            if left.removeValue(forKey: XMLName(hint, in: XMLName.schemaInstanceNamespace)) != nil {
                differences.insert("schema-location")
            }
        }
        for (name, value) in left {
            guard let other = right[name] else {
                faults.append("\(path)/@\(name.local) is lost")
                continue
            }
            // The prefix in a name may have changed.
            if name == XMLName("type", in: XMLName.schemaInstanceNamespace) { continue }
            compareText(value, other, path + "/@" + name.local)
        }
        for name in right.keys where left[name] == nil { faults.append("\(path)/@\(name.local) is new") }
    }

    private mutating func compareText(_ old: String, _ new: String, _ path: String) {
        if old.utf8.elementsEqual(new.utf8) { return }
        if words(old) == words(new) {
            differences.insert("white-space")
        } else if let left = Double(words(old).joined()), let right = Double(words(new).joined()), left == right {
            differences.insert("lexical")
        } else if ["1": "true", "0": "false"][words(old).joined()] == new {
            differences.insert("lexical")
        } else {
            faults.append("\(path): «\(old)» became «\(new)»")
        }
    }

    private func ownText(_ element: XMLTree.Element) -> String {
        element.children.map { child in
            switch child {
            case .text(let text), .cdata(let text): text
            default: ""
            }
        }.joined()
    }

    private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    private func isBlank(_ text: String) -> Bool { words(text).isEmpty }
}
