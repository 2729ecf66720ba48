import Foundation
import JSONCore
import SchemaModel
import SchemaSamples
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@testable import SchemaJSON

@Suite("XML to JSON and back")
struct RoundTripTests {
    /// What is wrong with the way there and back.
    static func faults(_ bytes: [UInt8], _ converter: MessageConverter, _ validator: DocumentValidator) throws
        -> [String]
    {
        let json = try converter.json(from: .bytes(bytes)).bytes
        let written = try converter.xml(from: try JSONDocument(json))
        var faults = XMLComparison.differences(try XMLTree(bytes: bytes), try XMLTree(bytes: written))
        if validator.validate(.bytes(written)).verdict != .valid { faults.append("not valid") }
        if try converter.json(from: .bytes(written)).bytes != json { faults.append("other JSON the second time") }
        return faults
    }

    @Test("samples of every construct come back the same", arguments: SampleSchemas.all.keys.sorted())
    func samples(_ name: String) throws {
        let source = SchemaSource.bytes(Array(try #require(SampleSchemas.all[name]).utf8), name: "s.xsd")
        let components = try SchemaLoader().loadComponents([source])
        let validator = DocumentValidator(try SchemaLoader().load([source]))
        let converter = MessageConverter(components)
        for extent in SampleGenerator.Options.Extent.allCases {
            let generator = try SampleGenerator(components, message: "wurzel", options: .init(extent: extent))
            for seed in 1...20 as ClosedRange<UInt64> {
                let bytes = try generator.sample(seed: seed).serialized()
                let faults = try Self.faults(bytes, converter, validator)
                #expect(faults == [], "\(name) \(extent) \(seed) \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    /// A representative part; `Scripts/prove-convert` takes all.
    @Test("messages of real standards come back the same", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
    func corpus() throws {
        let corpus = try #require(TestFiles.corpus)
        let text = try String(contentsOf: corpus.appending(path: "verdicts.tsv"), encoding: .utf8)
        var files: [String: [String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count > 2, fields[2] == "valid", fields[1].hasSuffix(".xsd") else { continue }
            files[fields[1], default: []].append(fields[0])
        }
        let loader = SchemaLoader(.init(catalogs: [corpus.appending(path: "catalog.xml").path]))
        var count = 0
        for (schema, instances) in files.sorted(by: { $0.key < $1.key }) {
            let source = SchemaSource.file(corpus.appending(path: schema).path)
            guard let components = try? loader.loadComponents([source]) else { continue }
            let validator = DocumentValidator(try loader.load([source]))
            let converter = MessageConverter(components)
            for file in instances.sorted().prefix(3) {
                let bytes = Array(try Data(contentsOf: corpus.appending(path: file)))
                // Large lists belong to the script; eight XWasser messages break xs:IDREF, which xmllint does not see.
                guard bytes.count < 200_000, validator.validate(.bytes(bytes)).verdict == .valid else { continue }
                #expect(try Self.faults(bytes, converter, validator) == [], "\(file)")
                count += 1
            }
        }
        #expect(count > 20)
    }
}
