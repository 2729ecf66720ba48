import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@testable import SchemaSamples

@Suite("Sample messages")
struct SampleGeneratorTests {
    typealias Extent = SampleGenerator.Options.Extent

    static func source(_ text: String) -> SchemaSource { .bytes(Array(text.utf8), name: "s.xsd") }

    static func generator(
        _ text: String, message: String = "wurzel", _ extent: Extent = .mixed
    ) throws -> SampleGenerator {
        try SampleGenerator(
            try SchemaLoader().loadComponents([source(text)]), message: message, options: .init(extent: extent))
    }

    @Test("samples of every construct are valid, here and for xmllint", arguments: SampleSchemas.all.keys.sorted())
    func constructs(_ name: String) throws {
        let text = try #require(SampleSchemas.all[name])
        let validator = DocumentValidator(try SchemaLoader().load([Self.source(text)]))
        try TestFiles.withTemporaryFolder { folder in
            var files: [String] = []
            for extent in Extent.allCases {
                let generator = try Self.generator(text, extent)
                for seed in 1...(extent == .minimal ? 8 : 30) as ClosedRange<UInt64> {
                    let bytes = try generator.sample(seed: seed).serialized(SampleGenerator.layout)
                    let result = validator.validate(.bytes(bytes, name: "\(name)-\(extent)-\(seed)"))
                    #expect(
                        result.verdict == .valid,
                        "\(result.findings.map(\.message.en)) \(String(decoding: bytes, as: UTF8.self))")
                    let file = folder.appending(path: "\(extent)-\(seed).xml")
                    try Data(bytes).write(to: file)
                    files.append(file.path)
                }
            }
            let schema = folder.appending(path: "s.xsd")
            try Data(text.utf8).write(to: schema)
            let refused = try XMLLint.refused(files, schema: schema.path)
            #expect(refused == [])
        }
    }

    @Test("a schema without valid instances is told with the place", arguments: SampleSchemas.impossible.keys.sorted())
    func impossible(_ name: String) throws {
        let (text, names) = try #require(SampleSchemas.impossible[name])
        let error = #expect(throws: SampleError.self) { try Self.generator(text) }
        #expect(error?.code == .impossible)
        #expect(error?.location.line != nil && error?.message.en.rendered(showingValues: true).contains(names) == true)
    }

    @Test("what is optional and impossible is left out")
    func impossibleOptional() throws {
        let text = SampleSchemas.schema(
            """
            <xs:element name="kopf" abstract="true"/>
            <xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element ref="t:kopf" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
            """)
        let root = try Self.generator(text, .full).sample(seed: 3).root
        #expect(Array(root.elements).isEmpty)
    }

    @Test("the same seed gives the same bytes, another seed others; the extents differ in size")
    func deterministic() throws {
        let text = try #require(SampleSchemas.all["choices"])
        let one = try Self.generator(text).sample(seed: 5).serialized()
        #expect(try Self.generator(text).sample(seed: 5).serialized() == one)
        let others = try (6...12).map { try Self.generator(text).sample(seed: $0).serialized() }
        #expect(Set(others.map { $0 }).count > 4)
        let minimal = try Self.generator(text, .minimal).sample(seed: 5).root
        #expect(minimal.all(local: "ende").count == 2 && minimal.first(local: "alles")?.first(local: "y") == nil)
        let full = try Self.generator(text, .full).sample(seed: 5).root
        #expect(full.first(local: "a") != nil && full.first(local: "c") != nil)
        #expect(full.first(local: "alles")?.first(local: "y") != nil)
    }

    @Test("recursive types end in full samples, too")
    func recursion() throws {
        let text = try #require(SampleSchemas.all["recursion"])
        for seed in 1...20 as ClosedRange<UInt64> {
            let bytes = try Self.generator(text, .full).sample(seed: seed).serialized()
            #expect(bytes.count < 200_000)
        }
    }

    @Test("an unknown message is told with the nearest names, one of two namespaces with both")
    func unknownMessage() throws {
        let text = try #require(SampleSchemas.all["choices"])
        let error = #expect(throws: SampleError.self) { try Self.generator(text, message: "wurzl") }
        #expect(
            error?.code == .messageNotFound && error?.hint?.en.rendered(showingValues: true).contains("wurzel") == true)
        let other = text.replacing("targetNamespace=\"urn:t\"", with: "targetNamespace=\"urn:u\"").replacing(
            "xmlns:t=\"urn:t\"", with: "xmlns:t=\"urn:u\"")
        let components = try SchemaLoader().loadComponents([
            Self.source(text), .bytes(Array(other.utf8), name: "u.xsd"),
        ])
        let ambiguous = #expect(throws: SampleError.self) { try SampleGenerator(components, message: "wurzel") }
        #expect(ambiguous?.code == .ambiguousMessage)
        #expect(try SampleGenerator(components, message: "{urn:u}wurzel").message == XMLName("wurzel", in: "urn:u"))
    }

    @Test("codes come from the list that the schema names, with its version and the name of the code")
    func codes() throws {
        let project = TestFiles.projectRoot
        let components = try SchemaLoader().loadComponents([
            .file(project.appending(path: "Schemas/xmusterdienst/1.0/xmusterdienst.xsd").path)
        ])
        var lists = CodeListRegistry()
        lists.add(folder: project.appending(path: "Schemas/xmusterdienst/1.0/codelisten").path)
        let generator = try SampleGenerator(
            components, message: "hundesteuer.anmeldung.0101", options: .init(extent: .full, lists: lists))
        for seed in 1...5 as ClosedRange<UInt64> {
            let root = try generator.sample(seed: seed).root
            let race = try #require(root.first(local: "hund")?.first(local: "rasse"))
            let uri = try #require(race["listURI"])
            let lookup = try lists.lookup(CodeListID(uri: uri, version: try #require(race["listVersionID"])))
            let code = try #require(race.first(local: "code")?.text)
            #expect(lookup.contains(code))
            if let name = race.first(local: "name")?.text { #expect(lookup.name(of: code) == name) }
        }
    }
}

/// The judgement of xmllint, where it is installed.
enum XMLLint {
    static let path = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint", "/usr/local/bin/xmllint"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The files that it refuses, with its reasons; none where it is not installed.
    static func refused(_ files: [String], schema: String, catalog: String? = nil) throws -> [String] {
        guard let path else { return [] }
        return try TestFiles.withTemporaryFolder { folder in
            let log = folder.appending(path: "log")
            try Data().write(to: log)
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = ["--nonet", "--noout", "--schema", schema] + files
            process.environment = catalog.map { ["XML_CATALOG_FILES": $0] } ?? [:]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: log)
            try process.run()
            process.waitUntilExit()
            let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
            return text.split(separator: "\n").filter { !$0.hasSuffix(" validates") && !$0.contains(" warning : ") }
                .map(String.init)
        }
    }
}
