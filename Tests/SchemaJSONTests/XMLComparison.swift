import XMLCore

/// Compares two documents but for what a conversion need not keep: prefixes, white space between elements and at the
/// ends of values, comments outside of mixed content, CDATA, the order of attributes.
enum XMLComparison {
    static func differences(_ left: XMLTree, _ right: XMLTree) -> [String] {
        var result: [String] = []
        compare(left.root, right.root, [:], [:], "/" + left.root.name.local, &result)
        return result
    }

    private static func compare(
        _ left: XMLTree.Element, _ right: XMLTree.Element, _ leftOuter: [String: String],
        _ rightOuter: [String: String],
        _ path: String, _ result: inout [String]
    ) {
        guard result.count < 5 else { return }
        if left.name != right.name { return result.append("\(path): \(left.name) ≠ \(right.name)") }
        let leftScope = scope(leftOuter, left)
        let rightScope = scope(rightOuter, right)
        func values(_ element: XMLTree.Element, _ scope: [String: String]) -> [String] {
            element.attributes.map { "\($0.name)=\(expanded($0.value, scope))" }.sorted()
        }
        if values(left, leftScope) != values(right, rightScope) {
            result.append("\(path): \(values(left, leftScope)) ≠ \(values(right, rightScope))")
        }
        let (ours, theirs) = (content(left), content(right))
        guard ours.count == theirs.count else {
            return result.append("\(path): \(ours.count) ≠ \(theirs.count) parts")
        }
        for (one, other) in zip(ours, theirs) {
            switch (one, other) {
            case (.element(let a), .element(let b)):
                compare(a, b, leftScope, rightScope, path + "/" + a.name.local, &result)
            case (.text(let a), .text(let b)):
                if expanded(a, leftScope) != expanded(b, rightScope) { result.append("\(path): «\(a)» ≠ «\(b)»") }
            default: if one != other { result.append("\(path): other kinds of nodes") }
            }
        }
    }

    private static func scope(_ outer: [String: String], _ element: XMLTree.Element) -> [String: String] {
        var result = outer
        for declaration in element.namespaces { result[declaration.prefix ?? ""] = declaration.uri }
        return result
    }

    /// A value without surplus white space, and with the namespace of a prefix in place of it.
    private static func expanded(_ text: String, _ scope: [String: String]) -> String {
        let words = text.split { " \t\n\r".contains($0) || $0 == "\r\n" }.map { word -> String in
            guard let colon = word.firstIndex(of: ":"), let uri = scope[String(word[..<colon])] else {
                return String(word)
            }
            return "{\(uri)}\(word[word.index(after: colon)...])"
        }
        return words.joined(separator: " ")
    }

    private static func content(_ element: XMLTree.Element) -> [XMLTree.Node] {
        var result: [XMLTree.Node] = []
        for child in element.children {
            switch child {
            case .text(let text), .cdata(let text):
                if case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + text)
                } else {
                    result.append(.text(text))
                }
            case .comment, .processingInstruction: continue
            case .element: result.append(child)
            }
        }
        return result.filter { if case .text(let text) = $0 { !text.allSatisfy(\.isWhitespace) } else { true } }
    }
}
