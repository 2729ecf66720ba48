import Findings
import Foundation
import TestSupport
import Testing

@testable import SchemaModel

/// Every schema document of the corpus, taken alone: libxml2's verdict and ours, and the component model of what compiles.
///
/// `schema-verdicts.tsv` lists what xmllint does not compile, with our verdict and the reason; everything else must compile
/// and load without errors. The list was made with `xmllint --nonet --schema` and the corpus' catalog.
@Suite("Verdicts on all schemas of the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusVerdictTests {
    struct Row: Sendable {
        var verdict: String
        var reason: String
    }

    static let corpus = CorpusSchemaTests.corpus

    static let refusedByXMLLint: [String: Row] = {
        let path = TestFiles.projectRoot.appending(path: "Tests/SchemaModelTests/schema-verdicts.tsv").path
        let rows = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                row.count == 3 ? (row[0], Row(verdict: row[1], reason: row[2])) : nil
            })
    }()

    /// All schema documents by their folder.
    static let documents: [String: [String]] = {
        let all = FileManager.default.enumerator(atPath: corpus)?.compactMap { $0 as? String } ?? []
        return Dictionary(grouping: all.filter { $0.hasSuffix(".xsd") }.sorted()) {
            String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)])
        }
    }()

    @Test("the list names documents that are there, each with a reason")
    func list() {
        let all = Set(Self.documents.values.joined())
        #expect(all.count == 468 && Self.refusedByXMLLint.count == 15)
        for (file, row) in Self.refusedByXMLLint {
            #expect(all.contains(file) && row.reason.count > 20)
        }
    }

    @Test(
        "what xmllint compiles compiles and loads into the component model; what it refuses is listed with our verdict",
        arguments: documents.keys.sorted())
    func verdicts(folder: String) throws {
        let loader = SchemaLoader(.init(catalogs: [Self.corpus + "/catalog.xml"]))
        for file in Self.documents[folder] ?? [] {
            let wanted = Self.refusedByXMLLint[file]?.verdict ?? "compiles"
            do throws(SchemaError) {
                let components = try loader.loadComponents([.file(Self.corpus + "/" + file)])
                #expect(wanted == "compiles", "\(file)")
                #expect(!components.findings.contains { $0.severity == .error }, "\(file)")
                #expect(components.types.count >= BuiltinType.allCases.count, "\(file)")
            } catch {
                #expect(error.code.id.rawValue == wanted, "\(file): \(error.finding)")
                #expect(error.finding.location.line != nil, "\(file): \(error.finding)")
            }
        }
    }
}
