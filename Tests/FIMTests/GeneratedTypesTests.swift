import FIM
import Foundation
import SchemaBinding
import SchemaCodegen
import SchemaModel
import TestSupport
import Testing
import XDatenfelder2Types
import XDatenfelder3Types
import XMLCore
import XZuFiTypes

/// The types that our own generator makes from our own schemas, beside the models written by hand: both must say the same
/// of every file (decision 0007).
@Suite("Generated types of FIM standards")
struct GeneratedTypesTests {
    static let sets = [
        ("xzufi/2.2.0/xzufi.xsd", "XZuFiTypes"), ("xdatenfelder/2.0/xdatenfelder.xsd", "XDatenfelder2Types"),
        ("xdatenfelder/3.0.0/xdatenfelder.xsd", "XDatenfelder3Types"),
    ]

    @Test("are what the generator makes, to the byte", arguments: sets)
    func regenerated(_ schema: String, _ target: String) throws {
        let path = TestFiles.projectRoot.appending(path: "Schemas/\(schema)").path
        var configuration = GeneratorConfiguration()
        configuration.schemas = [path]
        let output = try SourceGeneration(configuration, flags: SourceGeneration.flags("--schema", [path])).run()
        let folder = TestFiles.projectRoot.appending(path: "Sources/\(target)")
        let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(present.sorted() == output.files.map(\.name))
        for file in output.files {
            let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
            #expect(text == file.text, "xoev generate swift --schema Schemas/\(schema) --into Sources/\(target)")
        }
    }

    /// Reads strictly into the generated type of the root, and writes it.
    static func rewritten(_ bytes: [UInt8], _ name: String, _ roots: [any XMLComplex.Type]) throws -> [UInt8] {
        let element = try XMLTree(bytes: bytes).root
        let root = element.name
        func rewriteDerived<T: XMLVariants>(_ type: T.Type) throws -> [UInt8] {
            let read = try XMLValueDecoder().decode(type, from: .bytes(bytes, name: name))
            return try XMLValueEncoder().encode(read.value, root: read.root)
        }
        // Online services and organisations are of a derived type where they are the root themselves.
        if element.attribute(XMLName("type", in: XMLName.schemaInstanceNamespace)) != nil {
            return root.local == "onlinedienst"
                ? try rewriteDerived(OnlinedienstAuspraegung.self)
                : try rewriteDerived(OrganisationseinheitAuspraegung.self)
        }
        func rewrite<T: XMLComplex>(_ type: T.Type) throws -> [UInt8] {
            let read = try XMLValueDecoder().decode(type, from: .bytes(bytes, name: name))
            return try XMLValueEncoder().encode(read.value, root: read.root)
        }
        guard let type = roots.first(where: { $0.rootNames.contains(root) }) else {
            Issue.record("no type for \(root)")
            return []
        }
        return try rewrite(type)
    }

    static func files(_ folder: String, prefix: String = "") throws -> [(String, [UInt8])] {
        let path = TestFiles.projectRoot.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".xml") }
            .map { ($0, [UInt8](try Data(contentsOf: path.appending(path: $0)))) }
    }

    @Test("what they read and write of services is the same to the hand-written views")
    func xzufi() throws {
        var all = try ["hundesteuer/xzufi", "bewohnerparkausweis/xzufi", "beteiligung/vorlage/xzufi"].flatMap {
            try Self.files("Documentation/Examples/\($0)")
        }
        all += try Self.files("Tests/Fixtures/fim/schema", prefix: "xzufi-gueltig")
        for stock in ["alt", "neu"] { all += try Self.files("Tests/Fixtures/fim/bestand/\(stock)") }
        #expect(all.count >= 16)
        for (name, bytes) in all {
            let written = try Self.rewritten(bytes, name, XZuFiTypes.schemaRoots)
            let before = try XZuFi.Document(bytes: bytes, name: name)
            let after = try XZuFi.Document(bytes: written, name: name)
            #expect(before.objekte.map(\.art) == after.objekte.map(\.art))
            #expect(before.loeschungen == after.loeschungen)
            for (left, right) in zip(before.objekte, after.objekte) {
                let changes = XZuFi.Vergleich.compare(left, right).changes
                #expect(changes.isEmpty, "\(name): \(changes)")
            }
        }
    }

    @Test("a service has the same ids, names, texts and counts in both")
    func service() throws {
        let stock = StockGenerator(.init(services: 20, units: 2, onlineServices: 0))
        for number in 0..<20 {
            let view = stock.leistung(number)
            let bytes = try XMLTree(root: view.element).serialized()
            let decoder = XMLValueDecoder()
            let value = try decoder.decode(XZuFiTypes.Leistung.self, from: .bytes(bytes)).value
            #expect(value.id.value == view.id?.value)
            #expect(value.id.schemeAgencyID == view.id?.schemeAgencyID)
            #expect(value.referenzLeiKa.map(\.code) == view.leistungsschluessel)
            #expect(value.modulText.map(\.leikaTextmodul.code) == view.modulText.map { $0.leikaTextmodul?.code ?? "" })
            #expect(value.modulText.map { $0.inhalt.map(\.value) } == view.modulText.map { $0.inhalt.map(\.value) })
            #expect(value.modulKosten?.kosten.count == view.modulKosten.first?.kosten.count)
            #expect(value.herausgeber?.id.value == view.herausgeber?.id?.value)
            #expect(value.gueltigkeitGebietID.map(\.value) == view.gueltigkeitGebietID.map(\.value))
            #expect(value.sprachversion.count == view.sprachversion.count)
            #expect(value.kennzeichenEA == view.kennzeichenEA)
        }
    }

    @Test("what they read and write of forms is the same to the hand-written models")
    func xdatenfelder() throws {
        var all = try ["hundesteuer", "bewohnerparkausweis"].flatMap {
            try Self.files("Documentation/Examples/\($0)/formular")
        }
        all += try Self.files("Tests/Fixtures/fim/schema", prefix: "xdf3-gueltig")
        all += try Self.files("Tests/Fixtures/fim/schema", prefix: "xdf2-gueltig")
        let stock = StockGenerator(.init(forms: 2, fieldsPerForm: 60))
        for number in 0..<2 {
            let form = stock.formular(number)
            all.append(("form \(number)", try XDF3Writer.write(form)))
            all.append(("form \(number) as 2.0", try XDF2Writer.write(try XDF3To2.convert(form).nachricht)))
        }
        #expect(all.count >= 9)
        for (name, bytes) in all {
            let before = try XDFReader.read(bytes: bytes, name: name)
            let roots = before.version == .v3 ? XDatenfelder3Types.schemaRoots : XDatenfelder2Types.schemaRoots
            let after = try XDFReader.read(bytes: try Self.rewritten(bytes, name, roots), name: name)
            #expect(before.nachricht == after.nachricht, "\(name)")
        }
    }
}
