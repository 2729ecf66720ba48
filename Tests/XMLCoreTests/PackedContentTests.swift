import Findings
import Testing
import XMLCore

/// What is read stays packed until it is changed. Nobody may notice: an element made by hand from the same events is the
/// oracle here.
@Suite("Elements as they were read")
struct PackedContentTests {
    /// The root element, each part made by hand from the reader's events.
    private func made(_ text: String) throws -> XMLTree.Element {
        var reader = try XMLEventReader(.bytes(Array(text.utf8)))
        var open: [XMLTree.Element] = []
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                var element = XMLTree.Element(
                    start.name, prefix: start.prefix, namespaces: start.namespaces, attributes: start.attributes)
                element.position = start.position
                open.append(element)
            case .endElement:
                let ended = open.removeLast()
                if open.isEmpty { return ended }
                open[open.count - 1].children.append(.element(ended))
            case .text(let text): open[open.count - 1].children.append(.text(text))
            case .cdata(let text): open[open.count - 1].children.append(.cdata(text))
            case .comment(let text): if !open.isEmpty { open[open.count - 1].children.append(.comment(text)) }
            case .processingInstruction(let target, let data):
                open[open.count - 1].children.append(.processingInstruction(target: target, data: data))
            }
        }
        throw XMLError(.emptyInput, Message(de: "leer", en: "empty"))
    }

    private func expectSame(_ read: XMLTree.Element, _ made: XMLTree.Element) {
        #expect(read == made && made == read && read.hashValue == made.hashValue)
        #expect(read.position == made.position)
        #expect(read.text == made.text)
        #expect(read.prefix == made.prefix)
        #expect(read.namespaces == made.namespaces)
        #expect(Array(read.elements) == Array(made.elements))
        for attribute in made.attributes {
            #expect(read.attribute(attribute.name) == attribute.value)
            #expect(read[attribute.name.local] == made[attribute.name.local])
        }
        for (read, made) in zip(read.elements, made.elements) { expectSame(read, made) }
        for name in Set(made.elements.map(\.name)) {
            #expect(read.first(name) == made.first(name))
            #expect(read.all(name) == made.all(name))
            #expect(read.first(local: name.local) == made.first(local: name.local))
            #expect(read.all(local: name.local) == made.all(local: name.local))
            #expect(read.first(own: name.local) == made.first(own: name.local))
            #expect(read.all(own: name.local) == made.all(own: name.local))
        }
        #expect(read.first(local: "gibt-es-nicht") == nil && read["gibt-es-nicht"] == nil)
    }

    static let document = """
        <a:r xmlns:a="urn:a" xmlns="urn:d" x="1" a:x="&lt;2" leer="">
          <k xml:lang="de">t&amp;u<![CDATA[<c>]]>\u{E4}\u{1F600}</k><?pi d?><?ohne?><!--innen--><!---->
          <a:k/><k xmlns="">eins<b>zwei<c>drei</c></b>vier</k><k/><leer xmlns=""><ohne/></leer>
        </a:r>
        """

    @Test("say the same as elements made by hand")
    func same() throws {
        let tree = try XMLTree(bytes: Array(Self.document.utf8))
        expectSame(tree.root, try made(Self.document))
    }

    @Test("are values: what a copy becomes, the original and its parts do not")
    func values() throws {
        let original = try XMLTree(bytes: Array(Self.document.utf8)).root
        let expected = try made(Self.document)
        var copy = original
        copy.updateAll { element in
            element["neu"] = "1"
            element.name.local += "x"
            element.children.append(.text("!"))
        }
        var other = copy
        other.updateFirst(XMLName("kx", in: "urn:d")) { $0.setText("anders") }
        other.prefix = nil
        other.namespaces = []
        other.position = nil
        expectSame(original, expected)
        var alike = expected
        alike.updateAll { element in
            element["neu"] = "1"
            element.name.local += "x"
            element.children.append(.text("!"))
        }
        #expect(copy == alike)
        #expect(other != copy)
        #expect(other.first(local: "kx")?.text == "anders")
        #expect(copy.first(local: "kx")?.text == "t&u<c>\u{E4}\u{1F600}!")
        // Only what was changed has content of its own: the rest is still what was read.
        var root = original
        root.updateFirst(XMLName("k", in: "urn:a")) { $0["a"] = "b" }
        #expect(root.all(local: "k").dropFirst(2).first == original.all(local: "k").dropFirst(2).first)
    }

    @Test("come through changes of names, of pieces and of the reader's buffers")
    func large() throws {
        // More names than a block of the table, more content than a piece, texts longer than the reader's buffer.
        var text = "<r>"
        for number in 0..<3_000 {
            let filler = String(repeating: "\(number) ", count: number % 100 == 0 ? 20_000 : 40)
            text += "<n\(number) a\(number)=\"\(number)\"><p:i xmlns:p=\"urn:\(number)\">\(filler)</p:i></n\(number)>\n"
        }
        text += "</r>"
        let read = try XMLTree(bytes: Array(text.utf8)).root
        let expected = try made(text)
        #expect(read == expected)
        #expect(read.children.count == 6_000)
        let last = try #require(Array(read.elements).last)
        #expect(last.first(XMLName("i", in: "urn:2999"))?.text == String(repeating: "2999 ", count: 40))
        #expect(last["a2999"] == "2999")
    }

    @Test("records of a stream are read one by one, with the depth and position that events would have")
    func stream() throws {
        let text = "<r><a>1<b/></a>\n<c/><a>2</a><!--x--><a/></r>"
        var events = try XMLEventReader(.bytes(Array(text.utf8)))
        var records = try XMLEventReader(.bytes(Array(text.utf8)))
        var texts: [String] = []
        while let event = try records.next() {
            guard case .startElement(let start) = event, start.name.local == "a" else { continue }
            texts.append(try records.readElement(start).text)
            #expect(records.depth == 1)
            var open = true
            while open, let event = try events.next() {
                if case .endElement(let name) = event, name.local == "a" { open = false }
            }
            #expect(records.position == events.position)
        }
        #expect(texts == ["1", "2", ""])
    }

    @Test("may be looked into from several tasks while reading goes on")
    func concurrent() async throws {
        let text = "<r>" + (0..<400).map { "<n\($0)><k a=\"\($0)\">t\($0)</k></n\($0)>" }.joined() + "</r>"
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var reader = try XMLEventReader(.bytes(Array(text.utf8)))
            var number = 0
            while let event = try reader.next() {
                guard case .startElement(let start) = event, start.name.local != "r" else { continue }
                let element = try reader.readElement(start)
                let expected = number
                group.addTask {
                    var copy = element
                    copy["b"] = "c"
                    let inner = element.first(local: "k")
                    return inner?.text == "t\(expected)" && inner?["a"] == "\(expected)" && element["b"] == nil
                        && copy["b"] == "c"
                }
                number += 1
            }
            #expect(number == 400)
            for try await isRight in group { #expect(isRight) }
        }
    }
}
