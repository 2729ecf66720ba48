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

    @Test("genericode 1.0 as published compiles: the XML namespace is built in")
    func genericodeAsPublished() throws {
        let set = try SchemaLoader().load([.file(Self.corpus + "/genericode/1.0/schemas/genericode-1.0.xsd")])
        let namespace = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
        #expect(set.rootElements.contains(XMLName("CodeList", in: namespace)))
    }

    @Test(
        "whole folders of standards compile as one set",
        arguments: ["xwasser/1.0.0", "xbeteiligung/1.2", "xdomea/3.0.0", "xjustiz/3.2.1", "xjustiz/3.5.1"])
    func folders(standard: String) throws {
        let loader = SchemaLoader(.init(catalogs: [Self.corpus + "/catalog.xml"]))
        let set = try loader.load([.folder(Self.corpus + "/" + standard + "/schemas")])
        #expect(set.rootElements.count > 5)
        #expect(set.metadata.contains { !$0.isLibrary && $0.version != nil })
    }

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
