import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@testable import SchemaSamples

/// A representative part of what `Scripts/prove-samples` proves for all.
@Suite("Sample messages of real standards", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusSampleTests {
    @Test(
        "samples are valid, here and for xmllint",
        arguments: [
            ("xwasser/1.0.0/schemas/xwasser.xsd", "vorgang.transportieren.2010"),
            ("xbeteiligung/1.2/schemas/xbeteiligung.xsd", "kommunal.Initiieren.0401"),
            (
                "xdomea/3.0.0/schemas/3.0.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd",
                "Aussonderung.Aussonderung.0503"
            ),
            ("ubl/2.1-bis/schemas/maindoc/UBL-Invoice-2.1.xsd", "Invoice"),
            ("genericode/1.0/schemas-patched/genericode-1.0.xsd", "CodeList"),
        ])
    func valid(_ path: String, _ message: String) throws {
        let corpus = try #require(TestFiles.corpus)
        let catalog = corpus.appending(path: "catalog.xml").path
        let schema = corpus.appending(path: path).path
        let loader = SchemaLoader(.init(catalogs: [catalog]))
        let validator = DocumentValidator(try loader.load([.file(schema)]))
        let components = try loader.loadComponents([.file(schema)])
        try TestFiles.withTemporaryFolder { folder in
            var files: [String] = []
            for extent in SampleGenerator.Options.Extent.allCases {
                let generator = try SampleGenerator(components, message: message, options: .init(extent: extent))
                for seed in 1...(extent == .mixed ? 5 : 1) as ClosedRange<UInt64> {
                    let bytes = try generator.sample(seed: seed).serialized(SampleGenerator.layout)
                    let result = validator.validate(.bytes(bytes, name: "\(message)-\(extent)-\(seed)"))
                    #expect(result.verdict == .valid, "\(result.findings.map(\.message.en))")
                    let file = folder.appending(path: "\(extent)-\(seed).xml")
                    try Data(bytes).write(to: file)
                    files.append(file.path)
                }
            }
            #expect(try XMLLint.refused(files, schema: schema, catalog: catalog) == [])
        }
    }
}
