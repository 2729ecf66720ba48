import Foundation
import Konstrukte
import SchemaBinding
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

/// Texts for values of all built-in types of XML Schema: libxml2's verdict and the strict decoder's. Where they differ, one of
/// them leaves the standard: `value-deviations.tsv` names each with its reason.
@Suite struct ValueVerdictTests {
    static let texts = [
        "", " ", "0", "-0", "+1", " 7 ", "007", "1.0", "1.", ".5", "1e3", "1E+3", "INF", "+INF", "NaN", "nan", "--1",
        "127", "128", "-129", "32768", "65536", "4294967296", "9223372036854775808", "18446744073709551616",
        "123456789012345678901234", "1234567890123456789012345", "0.1234567890123456789012345",
        "true", "TRUE", "1", "2026-02-28", "2026-02-30", "2026-02-28Z", "2026-02-28+14:00", "2026-02-28+14:01",
        "0000-01-01", "-0001-01-01", "12026-01-01", "02026-01-01", "2026-1-1", "2026-11-23T24:00:00",
        "2026-11-23T24:00:01", "2026-11-23T10:00:60", "2026-11-23T10:00:00.", "2026-11-23T10:00:00.123456789Z",
        "24:00:00", "10:00", "10:00:00-05:00", "2026", "2026Z", "-2026", "26", "2026-11", "2026-13", "--02-29",
        "--02-30",
        "--12", "--12--", "---31", "---32", "P1Y", "P", "PT", "-P1M", "P1YT", "PT1.5S", "P1.5Y", "P-1D", "0aFF", "0aF",
        "SGFsbG8=", "SGFsbG8", "SGFs bG8=", "S", "=", "ab:c", "a:b:c", ":a", "a b", "a  b", "1a", "-a", "ä", "a\u{A0}",
        "de", "de-DE", "de-", "deutschsprachig", "12", "de_DE", "http://x/ y", "urn:x", "%zz", "http://[x", "#a#b",
        "{\"a\"}",
    ]

    struct Deviation: Hashable, CustomStringConvertible {
        var type: String
        var text: String
        var libxml2: String
        var ours: String
        var description: String { "\(type)\t\(text)\t\(libxml2)\t\(ours)" }
    }

    static let known: [Deviation: String] = {
        let path = TestFiles.projectRoot.appending(path: "Tests/SchemaCodegenTests/value-deviations.tsv").path
        let rows = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
        return Dictionary(
            rows.filter { $0.count == 5 }.map {
                (Deviation(type: $0[0], text: $0[1], libxml2: $0[2], ours: $0[3]), $0[4])
            }
        ) { first, _ in first }
    }()

    @Test("texts of every built-in type are judged as libxml2 judges them, but for what is listed with its reason")
    func verdicts() throws {
        let validator = DocumentValidator(try SchemaLoader().load([.folder(ConstructTests.folder)]))
        let document = try XMLTree(bytes: Array(try ConstructTests.text("builtins").utf8))
        var met = Set<Deviation>()
        var count = 0
        for index in document.root.children.indices {
            guard let element = document.root.children[index].element else { continue }
            let type = String(element.name.local.dropFirst("wert.".count))
            for text in Self.texts {
                var changed = element
                changed.children = [.text(text)]
                var root = document.root
                root.children[index] = .element(changed)
                let bytes = try XMLTree(root: root).serialized()
                let isValid = validator.validate(.bytes(bytes)).verdict == .valid
                let isRead = (try? XMLValueDecoder().decode(Builtins.self, from: .bytes(bytes))) != nil
                count += 1
                if isValid != isRead {
                    met.insert(
                        Deviation(
                            type: type, text: text, libxml2: isValid ? "valid" : "invalid",
                            ours: isRead ? "valid" : "invalid"))
                }
            }
        }
        #expect(count > 3_500)
        for deviation in met.sorted(by: { $0.description < $1.description }) where Self.known[deviation] == nil {
            Issue.record("not listed: \(deviation)")
        }
        for deviation in Self.known.keys where !met.contains(deviation) {
            Issue.record("listed, but not met: \(deviation)")
        }
        #expect(Self.known.values.allSatisfy { $0.count > 20 })
    }
}
