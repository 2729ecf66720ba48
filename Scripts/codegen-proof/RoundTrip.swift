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
        if oldElements.isEmpty || !isBlank(texts(old).joined()) {
            for (left, right) in zip(texts(old), texts(new)) { compareText(left, right, path) }
        } else if texts(old) != texts(new) {
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
            if name == XMLName("type", in: XMLName.schemaInstanceNamespace) {
                if value.split(separator: ":").last != other.split(separator: ":").last {
                    faults.append("\(path)/@xsi:type: \(value) became \(other)")
                }
                continue
            }
            compareText(value, other, path + "/@" + name.local)
        }
        for name in right.keys where left[name] == nil { faults.append("\(path)/@\(name.local) is new") }
    }

    private mutating func compareText(_ old: String, _ new: String, _ path: String) {
        if old.utf8.elementsEqual(new.utf8) { return }
        if words(old) == words(new) {
            differences.insert("white-space")
        } else if words(old).count == words(new).count, zip(words(old), words(new)).allSatisfy(Self.isSame) {
            differences.insert("lexical")
        } else {
            faults.append("\(path): «\(old)» became «\(new)»")
        }
    }

    /// Whether two words are the same boolean or number; digits are compared, not rounded values.
    private static func isSame(_ left: Substring, _ right: Substring) -> Bool {
        if left == right || ["1": "true", "0": "false"][left] == right { return true }
        if let one = digits(left), let other = digits(right) { return one == other }
        guard left.contains(where: { "eE".contains($0) }) || right.contains(where: { "eE".contains($0) }),
            let one = Double(left), let other = Double(right)
        else { return false }
        return one == other
    }

    /// A decimal number without what does not matter; nil for all else.
    private static func digits(_ text: Substring) -> String? {
        var rest = text
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), rest.utf8.count > 0 else {
            return nil
        }
        let whole = parts[0].drop { $0 == "0" }
        var fraction = parts.count > 1 ? parts[1] : ""
        while fraction.last == "0" { fraction.removeLast() }
        let value = "\(whole).\(fraction)"
        return isNegative && value != "." ? "-" + value : value
    }

    /// The texts before, between and after the child elements.
    private func texts(_ element: XMLTree.Element) -> [String] {
        var result = [""]
        for child in element.children {
            switch child {
            case .text(let text), .cdata(let text): result[result.count - 1] += text
            case .element: result.append("")
            default: break
            }
        }
        return result
    }

    private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    private func isBlank(_ text: String) -> Bool { words(text).isEmpty }
}
