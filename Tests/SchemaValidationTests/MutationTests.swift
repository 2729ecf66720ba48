import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

/// A short fuzzing run with a fixed seed: mutated schemas and messages of the project's own standard. Whatever comes, the
/// loader answers with a set or an error that names a file, the validator with a verdict that its findings bear out.
@Suite("Mutated input")
struct MutationTests {
    /// xorshift64, so that every run is the same.
    private struct Random {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return bound > 0 ? Int(state >> 11) % bound : 0
        }
    }

    private static let tokens: [[UInt8]] =
        [
            "<", "</", ">", "\"", "&", "&lt;", "]]>", "<![CDATA[", "<!--", "<xs:include schemaLocation='x.xsd'/>",
            "<xs:element name='a'/>", " xmlns:q='urn:q'", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "&x;", "<?pi",
            "type='xs:ID'",
        ].map { Array($0.utf8) } + [[0xFF], [0x00]]

    private static func mutate(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var result = bytes
        for _ in 0...random.next(below: 6) where !result.isEmpty {
            let place = random.next(below: result.count)
            switch random.next(below: 5) {
            case 0: result[place] = UInt8(truncatingIfNeeded: random.next(below: 256))
            case 1: result.removeSubrange(place..<min(result.count, place + random.next(below: 60)))
            case 2: result.insert(contentsOf: tokens[random.next(below: tokens.count)], at: place)
            case 3:
                let from = random.next(below: result.count)
                let part = Array(result[from..<min(result.count, from + random.next(below: 200))])
                result.insert(contentsOf: part, at: place)
            default: if random.next(below: 8) == 0 { result.removeSubrange(place...) }
            }
        }
        return result
    }

    private static func files(_ folder: String, _ ending: String) -> [(path: String, bytes: [UInt8])] {
        let root = TestFiles.projectRoot.appending(path: folder)
        let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).sorted()
        return names.filter { $0.hasSuffix(ending) }.compactMap { name in
            (try? Data(contentsOf: root.appending(path: name))).map { (name, Array($0)) }
        }
    }

    @Test("schemas")
    func schemas() throws {
        var random = Random(state: 88_172_645_463_325_252)
        let originals = Self.files("Schemas", ".xsd")
        try #require(!originals.isEmpty)
        for round in 0..<300 {
            let (path, bytes) = originals[round % originals.count]
            let source = SchemaSource.bytes(Self.mutate(bytes, &random), name: path)
            do throws(SchemaError) {
                _ = try SchemaLoader().load([source])
            } catch {
                #expect(!error.findings.isEmpty)
                #expect(error.finding.location.file != nil)
            }
        }
    }

    @Test("messages")
    func messages() throws {
        var random = Random(state: 1_442_695_040_888_963_407)
        let catalogue = try SchemaCatalogue([
            SchemaSource(path: TestFiles.projectRoot.appending(path: "Schemas/portalprofil").path),
            SchemaSource(path: TestFiles.projectRoot.appending(path: "Schemas/dienstpaket").path),
        ])
        let validator = DocumentValidator(catalogue)
        let originals = Self.files("Documentation/Examples", ".xml")
        try #require(!originals.isEmpty)
        for round in 0..<1_500 {
            let (path, bytes) = originals[round % originals.count]
            let result = validator.validate(.bytes(Self.mutate(bytes, &random), name: path))
            let hasError = result.findings.contains { $0.severity == .error }
            switch result.verdict {
            case .valid: #expect(!hasError)
            case .invalid, .error: #expect(hasError)
            case .incomplete: #expect(!hasError)
            }
        }
    }
}
