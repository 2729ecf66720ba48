import Findings
import Foundation
import SchemaBinding
import SchemaModel
import SchemaSamples
import SchemaValidation
import TestSupport
import Testing
import XMLCore
import XMusterdienstTypes

@testable import SchemaCodegen

/// The types of the sample standard, as they are checked in and compiled.
@Suite struct MusterdienstTests {
    static let schema = TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0/xmusterdienst.xsd").path
    static let messages = files(in: "Documentation/Examples/Nachrichten")

    static func files(in folder: String) -> [String] {
        let path = TestFiles.projectRoot.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".xml") }
            .sorted().map { path + "/" + $0 }
    }

    @Test("what is checked in is what the generator makes, to the byte, wherever the schemas lie")
    func regenerated() throws {
        var configuration = GeneratorConfiguration()
        configuration.schemas = [Self.schema]
        let flags = SourceGeneration.flags("--schema", [Self.schema])
        #expect(flags == ["--schema xmusterdienst.xsd"])
        let output = try SourceGeneration(configuration, flags: flags).run()
        let folder = TestFiles.projectRoot.appending(path: "Tests/XMusterdienstTypes")
        let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(present.sorted() == output.files.map(\.name))
        for file in output.files {
            let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
            #expect(text == file.text, "xoev generate swift --schema \(Self.schema) --into \(folder.path)")
        }
    }

    @Test("every message is read strictly, written, valid and the same but for prefixes and white space")
    func roundTrip() throws {
        let set = try SchemaLoader().load([.file(Self.schema)])
        #expect(Self.messages.count >= 6)
        for file in Self.messages {
            let result = try RoundTrip.run(file, roots: schemaRoots)
            #expect(result.faults.isEmpty, "\(file): \(result.faults)")
            #expect(result.differences.isSubset(of: ["white-space", "comments", "schema-location", "prefixes"]))
            let report = DocumentValidator(set).validate(.bytes(result.written, name: file))
            #expect(report.verdict == .valid, "\(report.findings)")
        }
    }

    @Test("samples of every message, of every extent, too")
    func samples() throws {
        let loader = SchemaLoader()
        let validator = DocumentValidator(try loader.load([.file(Self.schema)]))
        let components = try loader.loadComponents([.file(Self.schema)])
        try TestFiles.withTemporaryFolder { folder in
            for id in components.rootElements {
                for extent in SampleGenerator.Options.Extent.allCases {
                    let generator = try SampleGenerator(
                        components, message: components[id].name.description, options: .init(extent: extent))
                    for seed in 1...4 as ClosedRange<UInt64> {
                        let file = folder.appending(path: "\(components[id].name.local)-\(extent)-\(seed).xml").path
                        let bytes = try generator.sample(seed: seed).serialized(SampleGenerator.layout)
                        try Data(bytes).write(to: URL(filePath: file))
                        let result = try RoundTrip.run(file, roots: schemaRoots)
                        #expect(result.faults.isEmpty, "\(file): \(result.faults)")
                        #expect(result.differences.isSubset(of: ["white-space", "prefixes", "lexical"]))
                        let report = validator.validate(.bytes(result.written, name: file))
                        #expect(report.verdict == .valid, "\(report.findings)")
                    }
                }
            }
        }
    }

    @Test("a message can be made, changed and compared; values are checked when they are made")
    func making() throws {
        let file = try #require(Self.messages.first { $0.contains("anmeldung.0101") })
        let read = try XMLValueDecoder().decode(HundesteuerAnmeldung0101.self, from: .file(file)).value
        var changed = read
        changed.hund.append(read.hund[0])
        #expect(changed != read)
        #expect(read.hund.count + 1 == changed.hund.count)
        #expect(throws: XMLBindingError.self) { try Postleitzahl("ABC") }
        #expect(CodeRueckweisungsgrund.codelistURI == "urn:swift-xoev:codeliste:xmusterdienst-rueckweisungsgrund")
        #expect(CodeRueckweisungsgrund.codelistVersion == "1.0")
        #expect(CodeBewohnerparkzone.codelistURI == nil)
    }

    @Test(
        "what the validator refuses the strict decoder refuses at the same line",
        arguments: files(in: "Tests/Fixtures/xmusterdienst"))
    func invalid(file: String) throws {
        let set = try SchemaLoader().load([.file(Self.schema)])
        let report = DocumentValidator(set).validate(.file(file))
        let bySchema = report.findings.filter { $0.severity == .error && !$0.id.rawValue.contains("id") }
        guard bySchema.contains(where: { $0.id.rawValue.hasPrefix("xsd.") }) else { return }
        do {
            _ = try RoundTrip.run(file, roots: schemaRoots)
            Issue.record("\(file) was read; the validator says \(bySchema)")
        } catch let error as XMLBindingError {
            #expect(bySchema.contains { $0.location.line == error.location.line }, "\(error.finding) \(bySchema)")
        }
    }
}
