import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import SchemaModel

@Suite(.enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusSchemaTests {
    static let corpus = TestFiles.corpus?.path ?? ""

    static let entries: [String] = {
        let table = (try? String(contentsOfFile: corpus + "/verdicts.tsv", encoding: .utf8)) ?? ""
        let schemas = table.split(separator: "\n").dropFirst().map { String($0.split(separator: "\t")[1]) }
        return Set(schemas).subtracting(["-"]).sorted()
    }()

    @Test("every schema of the corpus that has all its files compiles", arguments: entries)
    func compiles(entry: String) throws {
        let loader = SchemaLoader(.init(catalogs: [Self.corpus + "/catalog.xml"]))
        do throws(SchemaError) {
            let set = try loader.load([.file(Self.corpus + "/" + entry)])
            #expect(!set.rootElements.isEmpty)
        } catch {
            // xbildung 1.1 is not part of the corpus.
            try #require(entry.contains("xberufsbildung/0.5"), "\(error.findings)")
            #expect(error.code == .missingImport)
            #expect(error.finding.message.rendered(.en).contains("http://xbildung.de/def/xbildung/1.1/xsd"))
        }
    }
}
