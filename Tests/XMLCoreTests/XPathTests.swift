import Findings
import Testing
import XMLCore

@Suite("XPath 1.0")
struct XPathTests {
    private let tree: XMLTree

    init() throws {
        let source = """
            <?p d?><g:r xmlns:g="urn:g"><!--k--><g:a n="1" g:m="2">x<b/>y</g:a><g:a n="3">&lt;<![CDATA[z]]></g:a></g:r><!--e-->
            """
        tree = try XMLTree(bytes: Array(source.utf8))
    }

    @Test("finds elements by qualified name and gives the way to each")
    func elements() throws {
        guard case .nodes(let nodes) = try tree.evaluate("/x:r/x:a", namespaces: ["x": "urn:g"]) else {
            Issue.record("no nodes")
            return
        }
        #expect(nodes.count == 2)
        guard case .node(let first, at: let path) = nodes[0] else {
            Issue.record("not a node of the tree")
            return
        }
        #expect(path == [1, 1])
        #expect(first.element?["n"] == "1")
        #expect(tree[path] == first)
    }

    @Test("finds text, CDATA, comments and instructions")
    func otherNodes() throws {
        #expect(
            try tree.select("//text()", namespaces: [:]) == [.text("x"), .text("y"), .text("<"), .cdata("z")])
        #expect(try tree.select("//comment()") == [.comment("k"), .comment("e")])
        #expect(try tree.select("processing-instruction()") == [.processingInstruction(target: "p", data: "d")])
    }

    @Test("finds attributes with their prefix and the document")
    func attributes() throws {
        #expect(
            try tree.evaluate("//@g:m", namespaces: ["g": "urn:g"])
                == .nodes([
                    .attribute(XMLAttribute(XMLName("m", in: "urn:g"), prefix: "g", value: "2"), of: [1, 1])
                ]))
        #expect(try tree.evaluate("/") == .nodes([.document]))
    }

    @Test("computes texts, numbers and truth values")
    func values() throws {
        #expect(try tree.evaluate("string(//@n)") == .string("1"))
        #expect(try tree.evaluate("count(//*)") == .number(4))
        #expect(try tree.evaluate("sum(//@n) = 4") == .boolean(true))
    }

    @Test("says what is wrong with an expression", arguments: ["//[", "p:a", "nichts()", ""])
    func wrong(expression: String) throws {
        let error = #expect(throws: XMLError.self) { try tree.evaluate(expression) }
        #expect(error?.code == .xpath)
    }

    @Test("is not confused by empty and neighbouring texts")
    func joinedText() throws {
        var root = XMLTree.Element(XMLName("r"))
        root.children = [.text(""), .text("a"), .text("b"), .element(XMLTree.Element(XMLName("k")))]
        #expect(
            try XMLTree(root: root).evaluate("/r/k")
                == .nodes([.node(.element(XMLTree.Element(XMLName("k"))), at: [0, 1])]))
    }
}
