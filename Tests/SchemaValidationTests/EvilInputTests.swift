import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore

@testable import SchemaValidation

/// Hostile and broken input ends in bounded time and memory with its own finding. Everything is made here: nothing evil
/// lies in a file that a tool might open.
@Suite("Evil and broken input")
struct EvilInputTests {
    private let schema = "<xs:element name='r' type='xs:anyType'/>"
    private let namespace = "xmlns='urn:t'"

    private func result(_ bytes: [UInt8], limits: XMLLimits = .standard) throws -> CheckResult {
        try validator(schema, limits: limits).validate(.bytes(bytes, name: "d.xml"))
    }

    private func expect(_ document: String, _ id: FindingID, line: Int? = nil, limits: XMLLimits = .standard) throws {
        let result = try result(Array(document.utf8), limits: limits)
        #expect(result.findings.map(\.id) == [id], "\(result.findings)")
        #expect(result.verdict == .error)
        if let line { #expect(result.findings.first?.location.line == line) }
    }

    @Test("DOCTYPE, billion laughs and external entities stop at the DOCTYPE")
    func doctype() throws {
        try expect("<!DOCTYPE r><r \(namespace)/>", "xml.doctype-forbidden", line: 1)
        let laughs = (1...9).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);'>" }.joined()
        try expect(
            "<!DOCTYPE r [<!ENTITY l0 'lol'>\(laughs)]><r \(namespace)>&l9;</r>", "xml.doctype-forbidden")
        try expect(
            "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r \(namespace)>&x;</r>", "xml.doctype-forbidden")
        try expect(
            "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://example.org/p'>%p;]><r \(namespace)/>", "xml.doctype-forbidden")
    }

    @Test("100,000 levels, 100,000 attributes and overlong names meet their limits")
    func shape() throws {
        try expect("<r \(namespace)>" + String(repeating: "<a>", count: 100_000), "xml.limit-depth")
        let attributes = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
        try expect("<r \(namespace)><a \(attributes)/></r>", "xml.limit-attributes")
        try expect("<r \(namespace)><\(String(repeating: "n", count: 5_000))/></r>", "xml.limit-name")
    }

    @Test(
        "an endless attribute, text, comment, CDATA section or processing instruction meets the limit while it streams",
        arguments: [
            "<r xmlns='urn:t' a='", "<r xmlns='urn:t'>", "<r xmlns='urn:t'><!--", "<r xmlns='urn:t'><![CDATA[", "<?pi ",
        ])
    func endless(start: String) throws {
        let sent = Counter()
        let chunk = [UInt8](repeating: 0x61, count: 1 << 16)
        let source = XMLSource.chunks(name: "d.xml") {
            let count = sent.next()
            if count == 1 { return Array(start.utf8) }
            // A gigabyte; the limit must end it long before.
            return count > 16_384 ? nil : chunk
        }
        let limits = XMLLimits(maxTextBytes: 1 << 20)
        let result = try validator(schema, limits: limits).validate(source)
        #expect(result.findings.map(\.id) == ["xml.limit-text"], "\(result.findings)")
        #expect(sent.next() < 80)
    }

    @Test("a document beyond the total size is stopped")
    func total() throws {
        try expect(
            "<r \(namespace)>" + String(repeating: "<a/>", count: 100_000) + "</r>", "xml.limit-total",
            limits: XMLLimits(maxTotalBytes: 100_000))
    }

    @Test("text over 10 MB is read inside the limit, in linear time")
    func longText() throws {
        let text = String(repeating: "QUJD\n", count: 4 << 20)
        let body = "<xs:element name='r' type='xs:base64Binary'/>"
        let clock = ContinuousClock()
        var result: CheckResult?
        let duration = try clock.measure { result = check(try validator(body), "<r xmlns='urn:t'>\(text)</r>") }
        #expect(result?.verdict == .valid)
        #expect(duration < .seconds(20))
    }

    @Test("broken encodings, NUL and binary data")
    func encodings() throws {
        let start = Array("<r \(namespace)>".utf8)
        let end = Array("</r>".utf8)
        let invalid = try result(start + [0xC3, 0x28] + end)
        #expect(invalid.findings.map(\.id) == ["xml.encoding"])
        let null = try result(start + [0x00] + end)
        #expect(null.verdict == .error)
        let binary = try result([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00, 0x00, 0x13])
        #expect(binary.verdict == .error)
        try expect("<?xml version='1.0' encoding='klingon'?><r \(namespace)/>", "xml.encoding")
    }

    @Test("empty, truncated and mismatched documents say what is wrong, in words of our own")
    func malformed() throws {
        try expect("", "xml.empty")
        try expect("kein XML", "xml.empty")
        try expect("<r \(namespace)><a>", "xml.not-well-formed")
        try expect("<r \(namespace)>\n<a></b></r>", "xml.not-well-formed", line: 2)
        try expect("<r \(namespace)/><r/>", "xml.not-well-formed")
        try expect("<r \(namespace)>a & b</r>", "xml.not-well-formed")
        let prefix = try result(Array("<r \(namespace)><x:a/></r>".utf8))
        #expect(prefix.findings.first?.message.rendered(.de) == "Das Präfix „x“ ist an keinen Namensraum gebunden.")
        let tag = try result(Array("<r \(namespace)><a></b></r>".utf8))
        #expect(tag.findings.first?.message.rendered(.de) == "Das Endtag „</b>“ passt nicht zum offenen Element „a“.")
    }

    @Test("what cannot be read is unreadable, not invalid")
    func unreadable() throws {
        let validator = try validator(schema)
        #expect(validator.validate(.file("/nowhere/at/all.xml")).verdict == .error)
        #expect(validator.validate(.file("/tmp")).verdict == .error)
    }

    @Test("findings before the place where a document breaks are kept")
    func both() throws {
        let body =
            "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='n' type='xs:int' maxOccurs='9'/></xs:sequence></xs:complexType></xs:element>"
        let result = check(try validator(body), "<r xmlns='urn:t'><n>x</n>\n</s>")
        #expect(result.findings.map(\.id) == ["xsd.type", "xml.not-well-formed"])
        #expect(result.verdict == .error)
    }

    @Test(
        "documents in the encodings that occur are read",
        arguments: [
            ("UTF-8", String.Encoding.utf8), ("UTF-16", .utf16), ("UTF-16LE", .utf16LittleEndian),
            ("ISO-8859-1", .isoLatin1), ("windows-1252", .windowsCP1252),
        ])
    func encodings(name: String, encoding: String.Encoding) throws {
        let body =
            "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:string'><xs:enumeration value='Würzburg'/></xs:restriction></xs:simpleType></xs:element>"
        let document = "<?xml version='1.0' encoding='\(name)'?><r xmlns='urn:t'>Würzburg</r>"
        let bytes = try #require(document.data(using: encoding))
        let result = try validator(body).validate(.bytes(Array(bytes), name: "d.xml"))
        #expect(result.verdict == .valid, "\(result.findings)")
    }
}

/// Counts. Unchecked: `count` is used only under `lock`.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
