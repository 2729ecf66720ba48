import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite("XMLTree and XMLEventWriter")
struct XMLTreeTests {
    @Test("writes what it read: prefixes, order, comments, instructions, CDATA, white space")
    func roundTrip() throws {
        let source = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!--vor-->
            <?ablage x?>
            <a:r xmlns:a="urn:a" xmlns="urn:d" x="1" a:y="&lt;2">
              <k xml:lang="de"/>t&amp;u<![CDATA[<c>]]><?pi d?><!--innen-->
              <a:leer xmlns=""><ohne/></a:leer>
            </a:r>
            <!--nach-->

            """
        let tree = try XMLTree(bytes: Array(source.utf8))
        #expect(text(try tree.serialized()) == source)
        #expect(try XMLTree(bytes: tree.serialized()) == tree)
    }

    @Test("escapes so that every allowed character comes back")
    func escaping() throws {
        let hard = "&<>\"'\t\n\r]]> \u{A0}ß𝄞"
        var root = XMLTree.Element(XMLName("r"), text: hard)
        root["a"] = hard
        let read = try XMLTree(bytes: XMLTree(root: root).serialized())
        #expect(read.root.text == hard)
        #expect(read.root["a"] == hard)
    }

    @Test("splits CDATA that contains its own end")
    func cdataEnd() throws {
        var root = XMLTree.Element(XMLName("r"))
        root.children = [.cdata("a]]>b")]
        let bytes = try XMLTree(root: root).serialized(
            XMLWriterOptions(writesDeclaration: false, endsWithNewline: false))
        #expect(text(bytes) == "<r><![CDATA[a]]]]><![CDATA[>b]]></r>")
        #expect(try XMLTree(bytes: bytes).root.text == "a]]>b")
    }

    @Test("declares namespaces under the prefix asked for, once, and finds prefixes for attributes")
    func namespaces() throws {
        var writer = XMLEventWriter(options: XMLWriterOptions(writesDeclaration: false, endsWithNewline: false))
        try writer.startElement(XMLName("r", in: "urn:a"), prefix: "a")
        try writer.startElement(XMLName("k", in: "urn:a"), prefix: "a")
        try writer.attribute(XMLName("t", in: "urn:b"), prefix: "b", "1")
        try writer.attribute(XMLName("u", in: "urn:c"), "2")
        try writer.attribute(XMLName("lang", in: XMLName.xmlNamespace), "de")
        try writer.endElement()
        try writer.element(XMLName("ohne"), text: "x")
        try writer.startElement(XMLName("d", in: "urn:d"))
        try writer.element(XMLName("ohne"), text: "y")
        try writer.endElement()
        try writer.endElement()
        let written = text(try writer.finish())
        #expect(
            written
                == "<a:r xmlns:a=\"urn:a\"><a:k xmlns:b=\"urn:b\" b:t=\"1\" xmlns:ns1=\"urn:c\" ns1:u=\"2\" xml:lang=\"de\"/>"
                + "<ohne>x</ohne><d xmlns=\"urn:d\"><ohne xmlns=\"\">y</ohne></d></a:r>")
    }

    @Test("chooses prefixes by a policy and declares each namespace once, on the root")
    func prefixPolicy() throws {
        let policy = XMLPrefixPolicy([
            XMLNamespaceDeclaration(prefix: "a", uri: "urn:a"), XMLNamespaceDeclaration(prefix: "b", uri: "urn:b"),
        ])
        var writer = XMLEventWriter(
            options: XMLWriterOptions(writesDeclaration: false, endsWithNewline: false, prefixes: policy))
        try writer.startElement(XMLName("r", in: "urn:a"))
        try writer.startElement(XMLName("k", in: "urn:b"))
        try writer.schemaType(XMLName("T", in: "urn:a"))
        try writer.endElement()
        try writer.element(XMLName("k", in: "urn:b"), text: "x")
        try writer.endElement()
        let xsi = "http://www.w3.org/2001/XMLSchema-instance"
        #expect(
            text(try writer.finish())
                == "<a:r xmlns:a=\"urn:a\" xmlns:b=\"urn:b\">"
                + "<b:k xmlns:xsi=\"\(xsi)\" xsi:type=\"a:T\"/><b:k>x</b:k></a:r>")
    }

    @Test("indents elements, never text")
    func indent() throws {
        let tree = try XMLTree(bytes: Array("<r><a><b/>  <c>x <i/> y</c></a><!--k--></r>".utf8))
        let expected = """
            <r>
              <a>
                <b/>
                <c>x <i/> y</c>
              </a>
              <!--k-->
            </r>
            """
        let options = XMLWriterOptions(indent: 2, writesDeclaration: false, endsWithNewline: false)
        #expect(text(try tree.serialized(options)) == expected)
        #expect(try text(XMLTree(bytes: Array(expected.utf8)).serialized(options)) == expected)
    }

    @Test("refuses to write what is not XML")
    func refuses() throws {
        func error(_ body: (inout XMLEventWriter) throws(XMLError) -> Void) -> XMLError.Code? {
            var writer = XMLEventWriter()
            do throws(XMLError) {
                try body(&writer)
                _ = try writer.finish()
                return nil
            } catch { return error.code }
        }
        #expect(error { writer throws(XMLError) in try writer.startElement(XMLName("a b")) } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.startElement(XMLName("")) } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.startElement(XMLName("a")) } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.element(XMLName("a"), text: "\u{0}") } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.element(XMLName("a"), text: "\u{FFFE}") } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.comment("a--b") } == .notWritable)
        #expect(error { writer throws(XMLError) in try writer.text("x") } == .notWritable)
        #expect(
            error { writer throws(XMLError) in
                try writer.startElement(XMLName("a"))
                try writer.attribute(XMLName("x"), "1")
                try writer.attribute(XMLName("x"), "2")
            } == .notWritable)
    }

    @Test("hands long documents to a sink in pieces")
    func sink() throws {
        let pieces = Pieces()
        var writer = XMLEventWriter(sink: { pieces.all.append($0) })
        try writer.startDocument()
        try writer.startElement(XMLName("r"))
        for number in 0..<20_000 { try writer.element(XMLName("n"), text: "\(number)") }
        try writer.endElement()
        #expect(try writer.finish().isEmpty)
        #expect(pieces.all.count > 2)
        let tree = try XMLTree(bytes: Array(pieces.all.joined()))
        #expect(tree.root.children.count == 20_000)
        #expect(tree.root.children.last?.element?.text == "19999")
    }

    @Test("gives the canonical form that the recommendation asks for")
    func canonical() throws {
        // After the example in Canonical XML 1.0, section 3.3, cut down: attributes sorted, empty tags written out.
        let source =
            "<?xml version=\"1.0\"?><!--c--><e2 xmlns:b=\"urn:b\" b:z='1' a=\"2\"   x='&#9;'><e3/><![CDATA[<]]></e2>"
        let tree = try XMLTree(bytes: Array(source.utf8))
        #expect(
            text(try tree.canonical())
                == "<e2 xmlns:b=\"urn:b\" a=\"2\" x=\"&#x9;\" b:z=\"1\"><e3></e3>&lt;</e2>")
        #expect(text(try tree.canonical(comments: true)).hasPrefix("<!--c-->\n<e2"))
        let other = try XMLTree(bytes: Array("<e2 a='2' xmlns:b='urn:b' x='&#9;' b:z=\"1\"><e3></e3>&lt;</e2>".utf8))
        #expect(try tree.canonical() == other.canonical())
        #expect(try !tree.isCanonicallyEqual(to: other))
    }

    @Test("exclusive canonical form leaves out namespaces that are not used")
    func exclusive() throws {
        let tree = try XMLTree(bytes: Array("<r xmlns:u=\"urn:u\" xmlns:v=\"urn:v\" v:a=\"1\"/>".utf8))
        #expect(text(try tree.canonical(.exclusive10)) == "<r xmlns:v=\"urn:v\" v:a=\"1\"></r>")
    }

    @Test("changes elements in place")
    func editing() throws {
        var tree = try XMLTree(bytes: Array("<r><a n='1'/><b/><a n='2'/></r>".utf8))
        tree.root.updateElements { element in if element.name.local == "a" { element["n"]? += "x" } }
        tree.root.updateFirst(XMLName("b")) { $0.setText("neu") }
        #expect(tree.root.all(XMLName("a")).map { $0["n"] } == ["1x", "2x"])
        #expect(tree.root.first(XMLName("b"))?.text == "neu")
        tree.root["z"] = "1"
        tree.root["z"] = nil
        #expect(tree.root.attributes.isEmpty)
    }
}

@Suite("XMLTree on the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct XMLTreeCorpusTests {
    @Test("what is written has the canonical form of what was read, and the second writing gives the same bytes")
    func everyMessage() throws {
        let corpus = try #require(TestFiles.corpus)
        for folder in [
            "xwasser/1.0.0/messages", "xbeteiligung/1.2/messages", "xdomea/3.0.0/messages",
            "xjustiz/3.2.1/messages", "xdatenfelder/3.0.0/messages",
        ] {
            let files = try FileManager.default.subpathsOfDirectory(atPath: corpus.appending(path: folder).path)
            for file in files where file.hasSuffix(".xml") {
                let path = corpus.appending(path: folder).appending(path: file).path
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
                let tree = try XMLTree(bytes: bytes, name: path)
                let written = try tree.serialized()
                #expect(
                    try XMLTree.canonical(of: written, comments: true) == XMLTree.canonical(of: bytes, comments: true),
                    "\(path)")
                #expect(try XMLTree(bytes: written).serialized() == written, "\(path)")
            }
        }
    }
}

private final class Pieces {
    var all: [[UInt8]] = []
}
