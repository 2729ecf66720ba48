import Findings
import Foundation
import Testing
import XMLCore

private func events(of text: String, limits: XMLLimits = .standard) throws -> [XMLEvent] {
    var reader = try XMLEventReader(.bytes(Array(text.utf8)), limits: limits)
    var result: [XMLEvent] = []
    while let event = try reader.next() { result.append(event) }
    return result
}

@Suite("XMLEventReader")
struct XMLEventReaderTests {
    @Test("reads names, namespaces, attributes, text, CDATA, comments and instructions in order")
    func readsEverythingInOrder() throws {
        let found = try events(
            of: """
                <?xml version="1.0"?><!--vor--><a:r xmlns:a="urn:a" xmlns="urn:d" x="1" a:y="&lt;2"><k/>t&amp;u<![CDATA[<c>]]><?pi d?></a:r>
                """)
        let root = XMLStartElement(
            name: XMLName("r", in: "urn:a"), prefix: "a",
            attributes: [
                XMLAttribute(XMLName("x"), value: "1"),
                XMLAttribute(XMLName("y", in: "urn:a"), prefix: "a", value: "<2"),
            ],
            namespaces: [
                XMLNamespaceDeclaration(prefix: "a", uri: "urn:a"), XMLNamespaceDeclaration(prefix: nil, uri: "urn:d"),
            ], position: XMLPosition(line: 1, column: 32))
        let child = XMLStartElement(
            name: XMLName("k", in: "urn:d"), prefix: nil, attributes: [], namespaces: [],
            position: XMLPosition(line: 1, column: 85))
        #expect(
            found == [
                .comment("vor"), .startElement(root), .startElement(child), .endElement(XMLName("k", in: "urn:d")),
                .text("t&u"), .cdata("<c>"), .processingInstruction(target: "pi", data: "d"),
                .endElement(XMLName("r", in: "urn:a")),
            ])
    }

    @Test("gives the line and column at which each tag starts, in characters, over line breaks inside of tags")
    func positions() throws {
        var reader = try XMLEventReader(.bytes(Array("<a>\n  <ü x='1'\n     y='2'>äö<b/></ü>\n</a>".utf8)))
        var found: [String: XMLPosition] = [:]
        while let event = try reader.next() {
            if case .startElement(let start) = event { found[start.name.local] = start.position }
        }
        #expect(found["a"] == XMLPosition(line: 1, column: 1))
        #expect(found["ü"] == XMLPosition(line: 2, column: 3))
        #expect(found["b"] == XMLPosition(line: 3, column: 14))
    }

    @Test("counts lines past 65,535")
    func manyLines() throws {
        let text = "<a>" + String(repeating: "\n", count: 70_000) + " <b/></a>"
        var reader = try XMLEventReader(.bytes(Array(text.utf8)))
        var position: XMLPosition?
        while let event = try reader.next() {
            if case .startElement(let start) = event, start.name.local == "b" { position = start.position }
        }
        #expect(position == XMLPosition(line: 70_001, column: 2))
    }

    @Test("joins text that arrives in pieces of any size", arguments: [1, 2, 3, 7, 64])
    func chunked(size: Int) throws {
        let text = "<r a=\"wört\">Grüße &amp; 𝄞 aus <b>Köln</b>\r\nEnde<![CDATA[x]]></r>"
        let bytes = Array(text.utf8)
        let feed = PieceFeed(bytes: bytes, size: size)
        var reader = try XMLEventReader(.chunks { feed.next() })
        var found: [XMLEvent] = []
        while let event = try reader.next() { found.append(event) }
        #expect(found == (try events(of: text)))
        #expect(found.contains(.text("Grüße & 𝄞 aus ")))
        #expect(found.contains(.text("\nEnde")))
    }

    @Test(
        "reads encodings with and without byte-order mark",
        arguments: [
            ("UTF-8", String.Encoding.utf8, [] as [UInt8]), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
            ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
            ("ISO-8859-1", .isoLatin1, []), ("windows-1252", .windowsCP1252, []),
        ])
    func encodings(name: String, encoding: String.Encoding, mark: [UInt8]) throws {
        let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<r ä=\"ß\">Grüße</r>"
        let bytes = mark + [UInt8](try #require(text.data(using: encoding)))
        let tree = try XMLTree(bytes: bytes)
        #expect(tree.root.text == "Grüße")
        #expect(tree.root["ä"] == "ß")
    }

    @Test("reads ISO-8859-15 with its euro sign")
    func latin9() throws {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><r>".utf8) + [0xA4] + Array("</r>".utf8)
        #expect(try XMLTree(bytes: bytes).root.text == "€")
    }

    @Test(
        "refuses bytes that the declared encoding does not have, and encodings it does not know",
        arguments: [
            ("windows-1252", [0x81] as [UInt8]), ("US-ASCII", [0xC4]), ("UTF-16", [0x41]), ("Shift_JIS", [0x41]),
        ])
    func wrongEncoding(name: String, bytes: [UInt8]) throws {
        let document = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<r>".utf8) + bytes + Array("</r>".utf8)
        let error = #expect(throws: XMLError.self) { try XMLTree(bytes: document) }
        #expect(error?.code == .encoding)
    }

    @Test("refuses half a surrogate pair in UTF-16")
    func brokenUTF16() throws {
        let document: [UInt8] = [0xFF, 0xFE, 0x3C, 0, 0x72, 0, 0x3E, 0, 0x3D, 0xD8, 0x3C, 0]
        let error = #expect(throws: XMLError.self) { try XMLTree(bytes: document) }
        #expect(error?.code == .encoding)
    }

    @Test("reads a text of 12 MB, past libxml2's own wall")
    func longText() throws {
        let text = "<r>" + String(repeating: "0123456789AB", count: 1_000_000) + "</r>"
        #expect(try XMLTree(bytes: Array(text.utf8)).root.text.utf8.count == 12_000_000)
    }

    @Test("skips an element and goes on after it")
    func skips() throws {
        var reader = try XMLEventReader(.bytes(Array("<r><a x='1'><b y='2'/>t</a><c/></r>".utf8)))
        _ = try reader.next()
        _ = try reader.next()
        try reader.skipElement()
        guard case .startElement(let start)? = try reader.next() else {
            Issue.record("no element after the skipped one")
            return
        }
        #expect(start.name.local == "c")
        #expect(reader.depth == 2)
    }

    @Test(
        "refuses what is not allowed, each with its own identifier",
        arguments: [
            ("", "xml.empty"), ("<a>", "xml.not-well-formed"), ("<a></b>", "xml.not-well-formed"),
            ("<a><b></a>", "xml.not-well-formed"), ("text", "xml.not-well-formed"), ("<p:a/>", "xml.not-well-formed"),
            ("<a x='1' x='2'/>", "xml.not-well-formed"), ("<a/><b/>", "xml.not-well-formed"),
            ("<!DOCTYPE a><a/>", "xml.doctype-forbidden"),
            ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "xml.doctype-forbidden"),
            ("<?xml version='1.0' encoding='keine-7'?><a/>", "xml.encoding"), ("<a>\u{1}</a>", "xml.not-well-formed"),
        ])
    func refuses(text: String, id: String) throws {
        let error = #expect(throws: XMLError.self) { try events(of: text) }
        #expect(error?.finding.id.rawValue == id)
    }

    @Test("names the line and column of what is not well-formed")
    func errorPosition() throws {
        let error = #expect(throws: XMLError.self) { try events(of: "<a>\n  <b>\n  </c>\n</a>") }
        #expect(error?.location.line == 3)
    }

    @Test("refuses bytes that are not UTF-8")
    func invalidUTF8() throws {
        let bytes: [UInt8] = Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)
        #expect(throws: XMLError.self) { try XMLTree(bytes: bytes) }
    }

    @Test("holds every limit and names it")
    func limits() throws {
        func id(_ text: String, _ limits: XMLLimits) -> String? {
            do {
                _ = try events(of: text, limits: limits)
                return nil
            } catch { return (error as? XMLError)?.finding.id.rawValue }
        }
        #expect(id("<a><b><c/></b></a>", XMLLimits(maxDepth: 3)) == nil)
        #expect(id("<a><b><c/></b></a>", XMLLimits(maxDepth: 2)) == "xml.limit-depth")
        #expect(id("<a x='1' y='2'/>", XMLLimits(maxAttributes: 2)) == nil)
        #expect(id("<a x='1' y='2'/>", XMLLimits(maxAttributes: 1)) == "xml.limit-attributes")
        #expect(id("<abcde/>", XMLLimits(maxNameBytes: 5)) == nil)
        #expect(id("<abcdef/>", XMLLimits(maxNameBytes: 5)) == "xml.limit-name")
        #expect(id("<a>12345</a>", XMLLimits(maxTextBytes: 5)) == nil)
        #expect(id("<a>123456</a>", XMLLimits(maxTextBytes: 5)) == "xml.limit-text")
        #expect(id("<a x='123456'/>", XMLLimits(maxTextBytes: 5)) == "xml.limit-text")
        #expect(id("<a>12</a>", XMLLimits(maxTotalBytes: 9)) == nil)
        #expect(id("<a>123</a>", XMLLimits(maxTotalBytes: 9)) == "xml.limit-total")
    }

    @Test("stops an attribute that never ends after the bound, not after the stream")
    func endlessAttribute() throws {
        let counter = PieceCounter()
        let source = XMLSource.chunks {
            counter.count += 1
            if counter.count == 1 { return Array("<a x='".utf8) }
            return counter.count > 10_000 ? nil : [UInt8](repeating: 0x61, count: 1 << 16)
        }
        var reader = try XMLEventReader(source, limits: XMLLimits(maxTextBytes: 1 << 20))
        let error = #expect(throws: XMLError.self) { _ = try reader.next() }
        #expect(error?.code == .limitText)
        #expect(counter.count < 64)
    }

    @Test("reads a schema's internal DOCTYPE, without what is external, and stops entity bombs")
    func schemaDoctype() throws {
        let harmless = "<!DOCTYPE s [<!ENTITY d 'urn:d'><!ATTLIST s x CDATA 'y'>]><s a='&d;'>&d;</s>"
        let tree = try XMLTree(bytes: Array(harmless.utf8), limits: .schema)
        #expect(tree.root["a"] == "urn:d")
        #expect(tree.root.text == "urn:d")
        let external = "<!DOCTYPE s [<!ENTITY d SYSTEM 'file:///etc/passwd'>]><s>&d;</s>"
        var error = #expect(throws: XMLError.self) { try XMLTree(bytes: Array(external.utf8), limits: .schema) }
        #expect(error?.code == .externalEntity)
        var bomb = "<!DOCTYPE s [<!ENTITY e0 'lol'>"
        for level in 1...12 {
            bomb += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
        }
        bomb += "]><s>&e12;</s>"
        error = #expect(throws: XMLError.self) { try XMLTree(bytes: Array(bomb.utf8), limits: .schema) }
        #expect(error?.code == .entityExpansion)
    }

    @Test("reports a file that is not there as unreadable, with its name")
    func missingFile() throws {
        let error = #expect(throws: XMLError.self) { _ = try XMLTree(.file("/nirgends/fehlt.xml")) }
        #expect(error?.code == .unreadable)
        #expect(error?.location.file == "/nirgends/fehlt.xml")
    }
}

/// Gives bytes in pieces of one size. Used by one reader at a time, inside of one test.
private final class PieceFeed: @unchecked Sendable {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}

/// Counts pieces. Used by one reader at a time, inside of one test.
private final class PieceCounter: @unchecked Sendable {
    var count = 0
}
