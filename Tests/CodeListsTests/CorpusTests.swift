import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing

@Suite("The code lists of the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusTests {
    @Test("All lists are read, written and read again equal; writing is stable")
    func roundTrip() throws {
        var rows = 0
        var identical = 0
        var generations: [XOEVAnnotation.Generation: Int] = [:]
        for file in CorpusLists.files {
            let bytes = try CorpusLists.bytes(file)
            let list = try GenericodeReader().read(bytes: bytes, name: file.path)
            rows += list.count
            if let generation = list.metadata?.generation { generations[generation, default: 0] += 1 }
            let written = try GenericodeWriter().write(list)
            let again = try GenericodeReader().read(bytes: written)
            #expect(again == list, "\(file.lastPathComponent)")
            #expect(try GenericodeWriter().write(again) == written, "\(file.lastPathComponent)")
            if written == bytes { identical += 1 }
        }
        // Counted with a script over xml.etree: files, rows and the namespace of the descriptions.
        #expect(CorpusLists.files.count == 339)
        #expect(rows == 73_251 + 3_358)
        #expect(generations[.firstDraft] == 2)
        #expect(generations[.first] == 13)
        #expect(generations[.firstOfKoordination] == 1)
        #expect(generations[.firstRenamed] == 19)
        #expect(generations[.second] == 8)
        #expect(generations[.third] == 58)
        #expect(generations[.fourth] == 95)
        // Those in the form that XRepository writes today come out byte for byte.
        #expect(identical == 52)
    }

    @Test("The checks find exactly the faults that the published lists have")
    func checks() throws {
        var found: [String: Int] = [:]
        for file in CorpusLists.files {
            let list = try GenericodeReader().read(bytes: try CorpusLists.bytes(file))
            for finding in CodeListCheck().findings(for: list) where finding.severity == .error {
                found["\(file.lastPathComponent) \(finding.id)", default: 0] += 1
            }
        }
        #expect(
            found == [
                "urn_de_bund_destatis_bevoelkerungsstatistik_schluessel_staat_2011-09-01.xml codelist.duplicate-key": 1
            ])
    }

    @Test("What is written is valid by the schema of OASIS")
    func schemaValid() throws {
        let corpus = try #require(TestFiles.corpus)
        let folder = corpus.appending(path: "genericode/1.0/schemas-patched").path
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.hasSuffix("genericode-1.0.xsd")
        }
        let schemas = try SchemaLoader().load([.file(folder + "/" + (try #require(files.min())))])
        let validator = DocumentValidator(schemas)
        var invalid: [String] = []
        for file in CorpusLists.files {
            let list = try GenericodeReader().read(bytes: try CorpusLists.bytes(file), name: file.path)
            let result = validator.validate(.bytes(try GenericodeWriter().write(list), name: file.lastPathComponent))
            if result.verdict != .valid {
                invalid.append("\(file.lastPathComponent): \(result.findings.first?.id.rawValue ?? "")")
            }
        }
        #expect(invalid.isEmpty)
    }
}
