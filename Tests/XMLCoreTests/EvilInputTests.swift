import Findings
import Testing
import XMLCore

private func code(_ source: XMLSource, _ limits: XMLLimits = .standard) -> XMLError.Code? {
    do throws(XMLError) {
        var reader = try XMLEventReader(source, limits: limits)
        while try reader.next() != nil {}
        return nil
    } catch { return error.code }
}

private func code(_ text: String, _ limits: XMLLimits = .standard) -> XMLError.Code? {
    code(.bytes(Array(text.utf8)), limits)
}

@Suite("Attacks on the reader")
struct EvilInputTests {
    @Test("100,000 levels end at the depth limit, and libxml2's own wall of 256 is no wall")
    func deepNesting() {
        #expect(code(String(repeating: "<a>", count: 100_000)) == .limitDepth)
        let levels = 500
        #expect(code(String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)) == nil)
        let many = 60_000
        let deep = String(repeating: "<a>", count: many) + String(repeating: "</a>", count: many)
        #expect(code(deep, XMLLimits(maxDepth: 100_000)) == nil)
    }

    @Test("a tree deeper than the limit is never built, so that nothing recurses without bound")
    func deepTree() throws {
        let levels = 512
        let text = String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        let tree = try XMLTree(bytes: Array(text.utf8))
        #expect(try XMLTree(bytes: tree.serialized()) == tree)
    }

    @Test(
        "entities in a message are refused before they are looked at",
        arguments: [
            "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><l>&b;</l>",
            "<!DOCTYPE l SYSTEM 'http://example.org/l.dtd'><l/>",
            "<!DOCTYPE l [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><l/>",
            "<!DOCTYPE l PUBLIC '-//X//Y' 'file:///etc/passwd' []><l/>",
        ])
    func entitiesInMessages(text: String) {
        #expect(code(text) == .doctypeForbidden)
    }

    @Test(
        "schemas get no external entity, parameter entity or unparsed entity",
        arguments: [
            "<!DOCTYPE l [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><l>&e;</l>",
            "<!DOCTYPE l [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><l/>",
            "<!DOCTYPE l [<!NOTATION n SYSTEM 'n'><!ENTITY u SYSTEM 'x.gif' NDATA n>]><l/>",
        ])
    func externalEntitiesInSchemas(text: String) {
        #expect(code(text, .schema) == .externalEntity)
    }

    @Test("an external subset of a schema's DOCTYPE is not loaded")
    func externalSubset() {
        #expect(code("<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>", .schema) == nil)
    }

    @Test("entities that grow quadratically or refer to themselves are stopped")
    func entityGrowth() {
        let quadratic =
            "<!DOCTYPE l [<!ENTITY a '" + String(repeating: "x", count: 100_000) + "'>]><l>"
            + String(repeating: "&a;", count: 10_000) + "</l>"
        #expect(code(quadratic, .schema) != nil)
        #expect(code("<!DOCTYPE l [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><l>&a;</l>", .schema) == .entityExpansion)
    }

    @Test("names beyond the limit end the reading, however long the stream is")
    func longName() {
        #expect(code("<" + String(repeating: "n", count: 100_000) + "/>") == .limitName)
        #expect(code("<a xmlns='" + String(repeating: "u", count: 100_000) + "'/>") == .limitName)
    }

    @Test("a comment, instruction or CDATA section that never ends stops at the bound")
    func endlessMarkup() {
        for start in ["<a><!--", "<a><?p ", "<a><![CDATA["] {
            let feed = Endless(start: start)
            #expect(code(.chunks { feed.next() }, XMLLimits(maxTextBytes: 1 << 20)) == .limitText, "\(start)")
            #expect(feed.count < 200)
        }
    }

    @Test("NUL and broken UTF-8 are not well-formed", arguments: [[0x00], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF]])
    func brokenBytes(bytes: [UInt8]) {
        let document = Array("<a>".utf8) + bytes + Array("</a>".utf8)
        #expect(code(.bytes(document)) != nil)
    }

    @Test("many tasks read at the same time without disturbing each other")
    func concurrency() async throws {
        let documents = (0..<8).map { number in
            "<r n='\(number)'>" + String(repeating: "<a\(number) x='ä'>t\(number)</a\(number)>", count: 500) + "</r>"
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for text in documents {
                group.addTask {
                    var isRight = true
                    for _ in 0..<20 {
                        let tree = try XMLTree(bytes: Array(text.utf8))
                        isRight = isRight && tree.root.children.count == 500
                        let written = try tree.serialized(XMLWriterOptions(writesDeclaration: false))
                        isRight = isRight && written.count > text.utf8.count - 1_000
                        let canonical = try tree.canonical()
                        isRight = isRight && canonical.count >= text.utf8.count - 100
                    }
                    return isRight
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}

/// A stream without end. Used by one reader at a time, inside of one test.
private final class Endless: @unchecked Sendable {
    private var start: [UInt8]?
    private(set) var count = 0

    init(start: String) { self.start = Array(start.utf8) }

    func next() -> [UInt8]? {
        count += 1
        if let first = start {
            start = nil
            return first
        }
        return count > 10_000 ? nil : [UInt8](repeating: 0x61, count: 1 << 16)
    }
}
