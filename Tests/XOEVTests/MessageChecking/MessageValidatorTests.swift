import CodeLists
import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore
import XOEV

@Suite("Checking messages in layers")
struct MessageValidatorTests {
    private let folder = TestFiles.fixtures.appending(path: "xoev-codes")

    private func validator(_ change: (inout MessageValidator.Options) -> Void = { _ in }) throws -> MessageValidator {
        var lists = CodeListRegistry()
        lists.add(folder: folder.path)
        var options = MessageValidator.Options(lists: lists, characterSet: .din91379C)
        change(&options)
        let catalogue = try SchemaCatalogue([SchemaSource(path: folder.appending(path: "ampel.xsd").path)])
        return MessageValidator(catalogue, options: options)
    }

    private func message(_ content: String) -> XMLSource {
        .bytes(
            Array(
                """
                <a:ampel.0101 xmlns:a="urn:test:ampel">
                  <a:erstellungszeitpunkt>2024-06-01T10:00:00Z</a:erstellungszeitpunkt>
                  \(content)
                </a:ampel.0101>
                """.utf8), name: "m.xml")
    }

    private func outcomes(_ result: CheckResult) -> [String] {
        result.layers.map { layer in
            switch layer.outcome {
            case .passed: "\(layer.name) passed"
            case .failed: "\(layer.name) failed"
            case .skipped: "\(layer.name) skipped"
            case .couldNotRun: "\(layer.name) could not run"
            }
        }
    }

    @Test("A good message passes every layer and is valid")
    func good() throws {
        let result = try validator().validate(message("<a:zwei><code>g</code></a:zwei>"))
        #expect(
            outcomes(result) == ["well-formed passed", "schema passed", "code-lists passed", "character-sets passed"])
        #expect(result.verdict == .valid)
        #expect(result.subject == "m.xml")
    }

    @Test("Attributes for the reader of the document are no texts of the message")
    func instanceAttributes() throws {
        let source = """
            <a:ampel.0101 xmlns:a="urn:test:ampel" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="urn:test:ampel ampel.xsd"><a:zwei><code>g</code></a:zwei></a:ampel.0101>
            """
        // Type A has neither digits nor colons.
        let result = try validator { $0.characterSet = .din91379A }.validate(.bytes(Array(source.utf8), name: "m.xml"))
        #expect(result.findings.filter { $0.id == "charset.not-allowed" }.isEmpty)
        let other = try validator { $0.characterSet = .din91379A }.validate(message("<a:zwei><code>g</code></a:zwei>"))
        #expect(other.findings.first { $0.id == "charset.not-allowed" }?.location.line == 2)
    }

    @Test("A layer that was not asked for does not appear")
    func notAsked() throws {
        let result = try validator {
            $0.lists = nil
            $0.characterSet = nil
        }.validate(message("<a:zwei><code>x</code></a:zwei>"))
        #expect(outcomes(result) == ["well-formed passed", "schema passed"])
        #expect(result.verdict == .valid)
    }

    @Test("What the schema allows and the list does not is invalid; findings stand in the order of the document")
    func wrongCode() throws {
        let result = try validator().validate(
            message(
                "<a:zwei><code>x</code></a:zwei>\n<a:zwei><code>r</code><falsch/></a:zwei>\n<a:zwei><code>Ж</code></a:zwei>"
            ))
        #expect(
            outcomes(result) == ["well-formed passed", "schema failed", "code-lists failed", "character-sets failed"])
        #expect(result.findings.map { $0.location.line } == [3, 4, 5, 5])
        #expect(result.findings.map(\.id.rawValue).first == "codelist.unknown-code")
        #expect(result.verdict == .invalid)
    }

    @Test("A list that is missing makes the verdict incomplete")
    func missingList() throws {
        let result = try validator { $0.lists = CodeListRegistry() }.validate(
            message("<a:zwei><code>g</code></a:zwei>"))
        #expect(result.verdict == .incomplete)
    }

    @Test("Without a schema the codes are unknown, and that is said")
    func unknownNamespace() throws {
        let result = try validator().validate(.bytes(Array("<b xmlns='urn:other'/>".utf8)))
        #expect(outcomes(result).contains("code-lists could not run"))
        #expect(result.verdict == .incomplete)
    }

    @Test("What is not well-formed is unreadable in every layer")
    func malformed() throws {
        let result = try validator().validate(.bytes(Array("<a:ampel.0101 xmlns:a='urn:test:ampel'>".utf8)))
        #expect(
            outcomes(result)
                == [
                    "well-formed failed", "schema could not run", "code-lists could not run",
                    "character-sets could not run",
                ])
        #expect(result.verdict == .error)
        #expect(try validator().validate(.file("/nonexistent/m.xml")).verdict == .error)
    }

    @Test("What can be read only once is checked in all layers")
    func onceOnly() throws {
        let bytes = Array(
            "<a:ampel.0101 xmlns:a='urn:test:ampel'><a:erstellungszeitpunkt>2024-06-01T10:00:00Z</a:erstellungszeitpunkt></a:ampel.0101>"
                .utf8)
        final class Once: @unchecked Sendable {
            // Touched by the one task of this test only.
            var pieces: [[UInt8]]
            init(_ bytes: [UInt8]) { pieces = [Array(bytes.prefix(20)), Array(bytes.dropFirst(20))] }
        }
        let once = Once(bytes)
        let source = XMLSource.chunks(name: "-") { once.pieces.isEmpty ? nil : once.pieces.removeFirst() }
        let result = try validator().validate(source)
        #expect(result.verdict == .valid)
        #expect(result.layers.count == 4)
    }

    @Test("Findings are bounded over all layers")
    func bounds() throws {
        let content = String(repeating: "<a:zwei><code>Ж</code></a:zwei>", count: 4)
        let result = try validator { $0.maxFindings = 3 }.validate(message(content))
        #expect(result.findings.count == 3)
        #expect(result.suppressedFindings == 5)
    }

    @Test("A text outside of the character set is found in elements and attributes")
    func characterSets() {
        let check = CharacterSetCheck(.din91379A)
        let bytes = Array("<a>\n  <b c='1'>Müller</b>\n  <b>Ж</b></a>".utf8)
        let (findings, suppressed) = check.findings(.bytes(bytes, name: "m.xml"))
        #expect(
            findings.map(\.location) == [
                Location(file: "m.xml", line: 2, column: 3, path: "/a/b[1]/@c"),
                Location(file: "m.xml", line: 3, column: 3, path: "/a/b[2]"),
            ])
        #expect(suppressed == 0)
    }
}
